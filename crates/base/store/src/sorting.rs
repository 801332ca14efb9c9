//! The language in which a school sorts names. The keys are stored, so a change of it makes them stale until a job
//! has written them anew.

use kernel::{Language, Result, Timestamp};
use registry::{Declared, Purpose};
use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseConnection, Set};

use crate::migrate::{Migration, Schema, at, flag, key_text, table};
use crate::{Act, Actor, Context, Read, Role, Work};

/// One row at most.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "sorting")]
#[declared(whose = Nobody, purpose = Operation, basis = Edition, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a language")]
    pub language: String,
    #[plain("when it was chosen")]
    pub since: Timestamp,
    #[plain("whether keys of another language may still be stored")]
    pub stale: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub(crate) const MIGRATION: Migration = Migration { name: "store/0005_sorting", up: own_table };

fn own_table(schema: &Schema) -> Result<()> {
    schema.create(&table("sorting", vec![key_text("language"), at("since"), flag("stale")]))
}

static CHOOSE: Act<()> = Act::write_school("store.sort", &[Purpose::Operation], &[Role::Job]).quiet();

pub(crate) fn language(db: &DatabaseConnection) -> Result<Option<Language>> {
    Ok(Entity::find().one(db)?.and_then(|row| Language::parse(&row.language)))
}

/// Sorts in `language` from now on. `stale` where names are stored already.
pub fn choose(work: &Work, language: Language, stale: bool) -> Result<()> {
    Entity::delete_many().exec(work.db())?;
    let row = ActiveModel { language: Set(language.code().to_owned()), since: Set(work.now), stale: Set(stale) };
    Entity::insert(row).exec_without_returning(work.db())?;
    Ok(())
}

/// Whether keys of another language may still be stored.
pub fn is_stale(read: &Read) -> Result<bool> {
    Ok(Entity::find().one(read.db())?.is_some_and(|row| row.stale))
}

/// All keys are of the school's language.
pub fn settle(work: &Work) -> Result<()> {
    Entity::update_many().set(ActiveModel { stale: Set(false), ..Default::default() }).exec(work.db())?;
    Ok(())
}

impl Context {
    /// Sees to it that this school sorts in `language`: one of the last release does not know its own yet.
    pub fn sort_in(&self, language: Language) -> Result<()> {
        if self.database.language() == Some(language) {
            return Ok(());
        }
        let own = self.as_actor(Actor::Job("store.sort"));
        own.write(CHOOSE.on(()), |work, _| choose(work, language, true))?;
        self.database.read_switches()
    }
}
