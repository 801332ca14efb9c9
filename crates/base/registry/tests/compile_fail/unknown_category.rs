#[derive(registry::Declared)]
#[sea_orm(table_name = "student")]
#[declared(whose = Student, purpose = Administration, basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[data(Secret)]
    pub diary: String,
}

fn main() {}
