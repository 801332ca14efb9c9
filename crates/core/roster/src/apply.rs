//! Carries a plan out, in the caller's transaction: all of it or nothing.

use ::people::{agreement, demographics, edge, guardian, household, staff, student};
use kernel::Result;
use school::{enrolment, group, teaching};
use sea_orm::entity::prelude::*;
use sea_orm::{EntityTrait, IntoActiveModel, Set};
use std::collections::HashSet;
use store::{Allowed, Progress, Whole, Work};

use crate::ImportId;
use crate::plan::{Numbers, Plan};
use crate::run::go_on;
use crate::undo::{Before, Journal, Kind};

/// Rows per statement; SQLite takes 32,766 values in one.
const CHUNK: usize = 200;

/// Stores what the plan says. 409 before the agreement is accepted (C007), and when the progress is stopped.
pub fn apply(_school: Allowed<Whole>, plan: Plan, storing: &Storing) -> Result<()> {
    let Storing { work, progress, journal } = *storing;
    agreement::required(work)?;
    let before = journal.import.map(|_| Before::of(work, &plan)).transpose()?;
    if plan.stored == 0 {
        progress.begin("storing", plan.rows());
    }
    let changed = plan.changed_groups.iter().map(|group| group.id);
    let filled = plan.new_enrolments.iter().map(|row| row.group_id);
    group::open_to_import(work, changed.chain(filled).chain(plan.new_teachings.iter().map(|row| row.group_id)))?;
    storing.free_numbers(&plan)?;
    storing.insert::<household::Entity, _>(Kind::Household, plan.new_households)?;
    storing.groups(plan.new_groups, plan.changed_groups, plan.ended_groups)?;
    storing.insert::<student::Entity, _>(Kind::Student, plan.new_students)?;
    storing.insert::<demographics::Entity, _>(Kind::Demographics, plan.new_demographics)?;
    storing.each(plan.changed_demographics, |(id, record)| demographics::change(work, id, plan.gender, |_| record))?;
    storing.each(plan.left_students, |(row, day)| student::leave_row(work, row, day))?;
    storing.each(plan.changed_students, |(row, details)| student::change_row(work, row, details))?;
    storing.each(plan.moved_households, |(student, household)| {
        let row = student::ActiveModel { id: Set(student), household_id: Set(Some(household)), ..Default::default() };
        student::Entity::update(row).exec(work.db())?;
        Ok(())
    })?;
    storing.insert::<guardian::Entity, _>(Kind::Guardian, plan.new_guardians)?;
    storing.each(plan.changed_guardians, |(row, details)| guardian::change_row(work, row, details))?;
    storing.insert::<edge::Entity, _>(Kind::Edge, plan.new_edges)?;
    storing.each(plan.ended_edges, |gone| {
        edge::Entity::delete_by_id(gone).exec(work.db())?;
        Ok(())
    })?;
    storing.insert::<staff::Entity, _>(Kind::Staff, plan.new_staff)?;
    storing.each(plan.left_staff, |(id, day)| {
        let row = staff::ActiveModel { id: Set(id), left_on: Set(day), ..Default::default() };
        staff::Entity::update(row).exec(work.db())?;
        Ok(())
    })?;
    storing.each(plan.changed_staff, |(row, details)| staff::change_row(work, row, details))?;
    storing.insert::<enrolment::Entity, _>(Kind::Enrolment, plan.new_enrolments)?;
    storing.each(plan.ended_enrolments, |(student, group)| enrolment::end(work, student, group))?;
    storing.insert::<teaching::Entity, _>(Kind::Teaching, plan.new_teachings)?;
    storing.each(plan.ended_teachings, |(staff, group)| teaching::end(work, staff, group))?;
    before.map_or(Ok(()), |before| before.note(journal))
}

/// Rows on their way into the school, counted.
pub(crate) struct Storing<'a> {
    work: &'a Work<'a>,
    progress: &'a Progress,
    journal: Journal<'a>,
}

impl<'a> Storing<'a> {
    pub fn new(work: &'a Work<'a>, import: Option<ImportId>, progress: &'a Progress) -> Self {
        Self { work, progress, journal: Journal { work, import } }
    }

    /// Stores the new rows of a plan in the making. A row whose number somebody else still has waits until that one
    /// has given it up, and whatever may hang on it waits too.
    pub fn fresh(&self, plan: &mut Plan, numbers: &Numbers) -> Result<()> {
        let before = plan.rows();
        self.insert::<household::Entity, _>(Kind::Household, std::mem::take(&mut plan.new_households))?;
        self.insert::<group::Entity, _>(Kind::Group, std::mem::take(&mut plan.new_groups))?;
        let has = |number: &Option<String>, taken: &HashSet<String>| number.as_ref().is_some_and(|n| taken.contains(n));
        let students = std::mem::take(&mut plan.new_students).into_iter();
        let (wait, free): (Vec<_>, Vec<_>) = students.partition(|row| has(&row.number, &numbers.students));
        plan.new_students = wait;
        self.insert::<student::Entity, _>(Kind::Student, free)?;
        let staff = std::mem::take(&mut plan.new_staff).into_iter();
        let (wait, free): (Vec<_>, Vec<_>) = staff.partition(|row| has(&row.employee_id, &numbers.staff));
        plan.new_staff = wait;
        self.insert::<staff::Entity, _>(Kind::Staff, free)?;
        self.insert::<guardian::Entity, _>(Kind::Guardian, std::mem::take(&mut plan.new_guardians))?;
        plan.holds_back |= !plan.new_students.is_empty() || !plan.new_staff.is_empty();
        if !plan.holds_back {
            self.insert::<demographics::Entity, _>(Kind::Demographics, std::mem::take(&mut plan.new_demographics))?;
            self.insert::<edge::Entity, _>(Kind::Edge, std::mem::take(&mut plan.new_edges))?;
            let (enrolments, teachings) = (&mut plan.new_enrolments, &mut plan.new_teachings);
            group::open_to_import(
                self.work,
                enrolments.iter().map(|row| row.group_id).chain(teachings.iter().map(|row| row.group_id)),
            )?;
            self.insert::<enrolment::Entity, _>(Kind::Enrolment, std::mem::take(enrolments))?;
            self.insert::<teaching::Entity, _>(Kind::Teaching, std::mem::take(teachings))?;
        }
        plan.stored += before - plan.rows();
        Ok(())
    }
}

impl Storing<'_> {
    fn groups(&self, new: Vec<group::Model>, changed: Vec<group::Model>, ended: Vec<school::GroupId>) -> Result<()> {
        let work = self.work;
        self.insert::<group::Entity, _>(Kind::Group, new)?;
        self.each(changed, |row| {
            group::Entity::update(row.into_active_model().reset_all()).exec(work.db())?;
            Ok(())
        })?;
        group::end(work, &ended, work.today)?;
        go_on(self.progress, ended.len() as u64)
    }

    /// Two who exchange numbers would each find theirs taken: those that change are given up first.
    fn free_numbers(&self, plan: &Plan) -> Result<()> {
        let students = plan.changed_students.iter().filter(|(row, details)| row.number != details.number);
        for (row, _) in students.filter(|(row, _)| row.number.is_some()) {
            let row = student::ActiveModel { id: Set(row.id), number: Set(None), ..Default::default() };
            student::Entity::update(row).exec(self.work.db())?;
        }
        let staff = plan.changed_staff.iter().filter(|(row, details)| row.employee_id != details.employee_id);
        for (row, _) in staff.filter(|(row, _)| row.employee_id.is_some()) {
            let row = staff::ActiveModel { id: Set(row.id), employee_id: Set(None), ..Default::default() };
            staff::Entity::update(row).exec(self.work.db())?;
        }
        Ok(())
    }

    fn insert<E, M>(&self, kind: Kind, rows: Vec<M>) -> Result<()>
    where
        E: EntityTrait<Model = M>,
        M: ModelTrait<Entity = E> + IntoActiveModel<E::ActiveModel>,
    {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let chunk: Vec<M> = rows.by_ref().take(CHUNK).collect();
            self.journal.added::<E>(kind, &chunk)?;
            let chunk: Vec<E::ActiveModel> = chunk.into_iter().map(IntoActiveModel::into_active_model).collect();
            let count = chunk.len() as u64;
            E::insert_many(chunk).exec_without_returning(self.work.db())?;
            go_on(self.progress, count)?;
        }
        Ok(())
    }

    fn each<M>(&self, rows: Vec<M>, store: impl Fn(M) -> Result<()>) -> Result<()> {
        for row in rows {
            store(row)?;
            go_on(self.progress, 1)?;
        }
        Ok(())
    }
}
