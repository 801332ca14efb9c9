#[derive(registry::Declared)]
#[sea_orm(table_name = "student")]
#[declared(whose = Student, purpose = Administration)]
pub struct Model {
    #[plain("a random identifier")]
    pub id: u64,
}

fn main() {}
