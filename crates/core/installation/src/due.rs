//! When each school has to be looked at next: its next job, its next message. Kept here so that the clock asks
//! one file each second, and not ten thousand.

use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{QueryOrder, QuerySelect, Set};
use store::migrate::{Schema, at, index, key_uuid, table};
use store::{DatabaseId, Migration, Read, Work};

use crate::entry;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "school_due")]
#[declared(whose = Nobody, purpose = Operation, basis = Contract, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub school_id: DatabaseId,
    #[plain("when there is work to do")]
    pub due_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub fn migrations() -> Vec<Migration> {
    vec![Migration { name: "installation/0003_due", up: due }]
}

fn due(schema: &Schema) -> Result<()> {
    schema.create(&table("school_due", vec![key_uuid("school_id"), at("due_at")]))?;
    schema.index(&index("school_due", &["due_at"]))
}

/// Every school is looked at once after a start, some at a time: a crash may have cut off what nobody noted, and
/// a new release migrates so in the background.
pub fn begin(work: &Work) -> Result<()> {
    let mut schools = Query::select();
    schools.column(entry::Column::Id).expr(Expr::val(0_i64)).from(entry::Entity);
    let mut all = Query::insert();
    all.into_table(Entity)
        .columns([Column::SchoolId, Column::DueAt])
        .select_from(schools)
        .map_err(kernel::Error::internal)?;
    Entity::delete_many().exec(work.db())?;
    work.db().execute(&all)?;
    Ok(())
}

/// Schools whose time has come, the longest waiting first.
pub fn list(read: &Read, limit: u64) -> Result<Vec<DatabaseId>> {
    let waiting = Entity::find().filter(Column::DueAt.lte(read.now)).order_by_asc(Column::DueAt);
    Ok(waiting.select_only().column(Column::SchoolId).limit(limit).into_tuple().all(read.db())?)
}

/// Schools of this installation.
pub fn count(read: &Read) -> Result<u64> {
    Ok(entry::Entity::find().count(read.db())?)
}

/// Notes when each of these schools is to be looked at next.
pub fn plan(work: &Work, next: &[(DatabaseId, Timestamp)]) -> Result<()> {
    if next.is_empty() {
        return Ok(());
    }
    let rows = next.iter().map(|(id, at)| ActiveModel { school_id: Set(*id), due_at: Set(*at) });
    Entity::insert_many(rows)
        .on_conflict(OnConflict::column(Column::SchoolId).update_column(Column::DueAt).to_owned())
        .exec_without_returning(work.db())?;
    Ok(())
}
