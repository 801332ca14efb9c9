//! Who hosts the installation: the processor that every school's record of processing names (GDPR Art. 30(2),
//! C096). One row, written by an operator.

use kernel::Result;
use registry::Declared;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use site::Host;
use store::migrate::{Schema, id, table, text};
use store::{Allowed, Migration, Read, Schools, Whole, Work};

use crate::acts::SEE_HOST;
use crate::entry::own_context;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "host")]
#[declared(whose = Operator, purpose = Accountability, basis = LegalObligation, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[plain("the name of who hosts")]
    pub name: String,
    #[plain("where the host stands")]
    pub address: String,
    #[plain("the host's own address")]
    pub email: String,
    #[plain("the host's own number")]
    pub phone: String,
    /// Name and contact of the host's data-protection officer; empty if there is none.
    #[data(Contact)]
    pub officer: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub fn migrations() -> Vec<Migration> {
    vec![Migration { name: "installation/0002_host", up: host }]
}

fn host(schema: &Schema) -> Result<()> {
    schema.create(&table(
        "host",
        vec![id(), text("name"), text("address"), text("email"), text("phone"), text("officer")],
    ))
}

pub fn find(read: &Read) -> Result<Option<Host>> {
    let row = Entity::find().one(read.db())?;
    Ok(row.map(|row| Host {
        name: row.name,
        address: row.address,
        email: row.email,
        phone: row.phone,
        officer: row.officer,
    }))
}

/// The house's own look, for the record of processing of a school.
pub fn find_in(schools: &Schools) -> Result<Option<Host>> {
    own_context(schools)?.read(SEE_HOST.on(()), |read, _| find(read))
}

/// Replaces what is known of the host.
pub fn change(work: &Work, _installation: Allowed<Whole>, host: Host) -> Result<()> {
    Entity::delete_many().exec(work.db())?;
    let row = Model {
        id: work.uuid(),
        name: host.name,
        address: host.address,
        email: host.email,
        phone: host.phone,
        officer: host.officer,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}
