//! A time at which a teacher of a round is not to be had: a break, a late arrival.

use std::collections::BTreeSet;

use kernel::{Error, Result, Timestamp};
use registry::Declared;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use store::{Allowed, Read, Work};

use crate::slots::cut;
use crate::{ParticipantId, appointment, participant, round, window};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "pause")]
#[declared(whose = Staff, purpose = FamilyContact, basis = Contract, kept = StaffRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Employment)]
    pub participant_id: ParticipantId,
    #[data(Employment)]
    pub start: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Every break of these teachers.
pub fn of(read: &Read, participants: &[participant::Model]) -> Result<BTreeSet<(ParticipantId, Timestamp)>> {
    let rows = Entity::find().filter(Column::ParticipantId.is_in(participants.iter().map(|one| one.id)));
    Ok(rows.all(read.db())?.into_iter().map(|row| (row.participant_id, row.start)).collect())
}

/// Replaces the teacher's breaks by these times of the round. 409 for a time that somebody has booked.
pub fn set(work: &Work, participant: Allowed<ParticipantId>, starts: &BTreeSet<Timestamp>) -> Result<()> {
    let row = participant::find(work, participant)?;
    let round = round::of(work, row.round_id)?;
    let offered = cut(&window::of_round(work, round.id)?, round.zone(), round.slot_minutes);
    let booked = appointment::of_teacher(work, round.id, row.staff_id)?;
    if booked.iter().any(|appointment| starts.contains(&appointment.start)) {
        return Err(Error::Conflict("conf-pause-booked".into()));
    }
    Entity::delete_many().filter(Column::ParticipantId.eq(row.id)).exec(work.db())?;
    let rows: Vec<ActiveModel> = offered
        .into_iter()
        .filter(|start| starts.contains(start))
        .map(|start| Model { id: work.uuid(), participant_id: row.id, start }.into_active_model())
        .collect();
    if !rows.is_empty() {
        Entity::insert_many(rows).exec_without_returning(work.db())?;
    }
    Ok(())
}
