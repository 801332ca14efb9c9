#[derive(registry::Declared)]
#[sea_orm(table_name = "student")]
#[declared(whose = Student, purpose = Administration, basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[plain]
    pub surname: String,
}

fn main() {}
