//! The institution's logo, for everybody who comes to its door. At most one.

use kernel::Result;
use registry::Declared;
use sea_orm::IntoActiveModel as _;
use sea_orm::entity::prelude::*;
use store::media::{self, MediaId, Staged};
use store::{Allowed, Read, Whole, Work};

use crate::institution::{self, InstitutionId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "institution_logo")]
#[declared(whose = Nobody, purpose = Administration, basis = Contract, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub institution_id: InstitutionId,
    #[plain("the sign of a legal body")]
    pub media_id: MediaId,
    /// What it shows, for who does not see it. Empty: the institution's name says it.
    #[plain("what the sign of a legal body shows")]
    pub words: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Where it is shown, under the school. Another logo has another address, so that no browser shows the old one.
    pub fn path(&self) -> String {
        format!("/logo/{}", self.media_id)
    }

    /// What is read to who does not see it.
    pub fn words_or(&self, name: &str) -> String {
        if self.words.is_empty() { name.to_owned() } else { self.words.clone() }
    }
}

pub fn find(read: &Read) -> Result<Option<Model>> {
    Ok(Entity::find().one(read.db())?)
}

/// A new logo in the place of the one that is there; without one, other words for it.
pub fn change(work: &Work, school: Allowed<Whole>, staged: Option<Staged>, words: String) -> Result<()> {
    let Some(staged) = staged else {
        let words = ActiveModel { words: sea_orm::Set(words), ..Default::default() };
        Entity::update_many().set(words).exec(work.db())?;
        return Ok(());
    };
    let institution_id = institution::find(work)?.id;
    remove(work, school)?;
    let row = Model { institution_id, media_id: media::keep(work, staged)?, words };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

pub fn remove(work: &Work, _school: Allowed<Whole>) -> Result<()> {
    Entity::delete_many().exec(work.db())?;
    Ok(())
}
