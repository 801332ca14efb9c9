#[derive(registry::Declared)]
#[sea_orm(table_name = "student")]
#[declared(whose = Student, purpose = Administration, basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[plain("a random identifier")]
    pub id: u64,
    pub surname: String,
}

fn main() {}
