//! Carries a plan out, in the caller's transaction: all of it or nothing.

use ::people::{agreement, edge, guardian, household, staff, student};
use kernel::Result;
use school::{enrolment, group, teaching};
use sea_orm::entity::prelude::*;
use sea_orm::{EntityTrait, IntoActiveModel, Set};
use store::{Allowed, Whole, Work};

use crate::plan::Plan;

/// Rows per statement; SQLite takes 32,766 values in one.
const CHUNK: usize = 200;

/// Stores what the plan says. 409 before the agreement is accepted (C007).
pub fn apply(work: &Work, _school: Allowed<Whole>, plan: Plan) -> Result<()> {
    agreement::required(work)?;
    insert::<household::Entity, _>(work, plan.new_households)?;
    groups(work, plan.new_groups, plan.changed_groups, plan.ended_groups)?;
    insert::<student::Entity, _>(work, plan.new_students)?;
    for (row, day) in plan.left_students {
        student::leave_row(work, row, day)?;
    }
    for (row, details) in plan.changed_students {
        student::change_row(work, row, details)?;
    }
    for (student, household) in plan.moved_households {
        let row = student::ActiveModel { id: Set(student), household_id: Set(Some(household)), ..Default::default() };
        student::Entity::update(row).exec(work.db())?;
    }
    insert::<guardian::Entity, _>(work, plan.new_guardians)?;
    for (row, details) in plan.changed_guardians {
        guardian::change_row(work, row, details)?;
    }
    insert::<edge::Entity, _>(work, plan.new_edges)?;
    for gone in plan.ended_edges {
        edge::Entity::delete_by_id(gone).exec(work.db())?;
    }
    insert::<staff::Entity, _>(work, plan.new_staff)?;
    for (id, day) in plan.left_staff {
        let row = staff::ActiveModel { id: Set(id), left_on: Set(day), ..Default::default() };
        staff::Entity::update(row).exec(work.db())?;
    }
    for (row, details) in plan.changed_staff {
        staff::change_row(work, row, details)?;
    }
    insert::<enrolment::Entity, _>(work, plan.new_enrolments)?;
    for (student, group) in plan.ended_enrolments {
        enrolment::end(work, student, group)?;
    }
    insert::<teaching::Entity, _>(work, plan.new_teachings)?;
    for (staff, group) in plan.ended_teachings {
        teaching::end(work, staff, group)?;
    }
    Ok(())
}

fn groups(work: &Work, new: Vec<group::Model>, changed: Vec<group::Model>, ended: Vec<school::GroupId>) -> Result<()> {
    insert::<group::Entity, _>(work, new)?;
    for row in changed {
        group::Entity::update(row.into_active_model().reset_all()).exec(work.db())?;
    }
    for id in ended {
        let row = group::ActiveModel { id: Set(id), ended_on: Set(Some(work.today)), ..Default::default() };
        group::Entity::update(row).exec(work.db())?;
    }
    Ok(())
}

fn insert<E, M>(work: &Work, rows: Vec<M>) -> Result<()>
where
    E: EntityTrait<Model = M>,
    M: ModelTrait<Entity = E> + IntoActiveModel<E::ActiveModel>,
{
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    while rows.peek().is_some() {
        let chunk: Vec<E::ActiveModel> = rows.by_ref().take(CHUNK).collect();
        E::insert_many(chunk).exec_without_returning(work.db())?;
    }
    Ok(())
}
