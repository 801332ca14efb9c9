//! Groups of the year, who is in them and who teaches them.

use std::collections::HashSet;

use chrono::NaiveDate;
use kernel::Result;
use school::{GroupId, enrolment, group, teaching};

use super::{AT_ONCE, Maker, differences};
use crate::rows::Roster;

impl Maker<'_> {
    pub(super) fn groups(&mut self, roster: &Roster) -> Result<()> {
        for row in &roster.groups {
            let year = row.year.as_deref().unwrap_or(&self.now.year);
            let id: Option<GroupId> = row.key.parse().ok();
            let same =
                |g: &&group::Model| (g.year == year && g.key.as_deref() == Some(row.key.as_str())) || Some(g.id) == id;
            let Some(known) = self.now.groups.iter().find(same) else {
                let id = GroupId(self.uuid());
                self.known.groups.insert(row.key.clone(), id);
                let fresh = group::new_row(self.now.language, id, Some(row.key.clone()), &row.name, &row.level, year);
                self.plan.new_groups.push(fresh);
                self.plan.line("groups", "added", row.name.clone(), Vec::new());
                continue;
            };
            self.known.groups.insert(row.key.clone(), known.id);
            // A day of ending that the office set ahead stays.
            let ended = known.ended_on.filter(|_| known.is_over(self.now.today));
            let changes = differences([
                ("name", known.name.clone(), row.name.clone()),
                ("level", known.level.clone(), row.level.clone()),
                ("ended", ended.map(|d| d.to_string()).unwrap_or_default(), String::new()),
            ]);
            if !changes.is_empty() {
                let named =
                    group::new_row(self.now.language, known.id, known.key.clone(), &row.name, &row.level, &known.year);
                self.plan.changed_groups.push(group::Model {
                    starts_on: known.starts_on,
                    ended_on: known.ended_on.filter(|_| ended.is_none()),
                    closed: known.closed,
                    ..named
                });
                self.plan.line("groups", "changed", row.name.clone(), changes);
            }
        }
        if !roster.groups.is_empty() && roster.changes.is_none() {
            self.ended_groups();
        }
        Ok(())
    }

    /// Groups that an import made and this one no longer names. Groups made by hand stay, and so do those of the
    /// coming year.
    fn ended_groups(&mut self) {
        let kept: HashSet<GroupId> = self.known.groups.values().copied().collect();
        let today = self.now.today;
        let gone =
            |g: &&group::Model| g.key.is_some() && g.ended_on.is_none() && !g.is_coming(today) && !kept.contains(&g.id);
        for gone in self.now.groups.iter().filter(gone) {
            self.plan.ended_groups.push(gone.id);
            self.plan.line("groups", "leaving", gone.name.clone(), Vec::new());
        }
    }

    /// Groups that an import made: only these may an import empty.
    fn imported(&self) -> HashSet<GroupId> {
        self.now.groups.iter().filter(|g| g.key.is_some()).map(|g| g.id).collect()
    }

    /// The day of ending that the office set ahead.
    pub(super) fn end_of(&self, group: GroupId) -> Option<NaiveDate> {
        let known = self.now.groups.iter().find(|g| g.id == group)?;
        known.ended_on.filter(|_| !known.is_over(self.now.today))
    }

    pub(super) fn enrolments(&mut self, roster: &Roster) -> Result<()> {
        if let Some(changes) = &roster.changes {
            self.memberships(changes);
            return Ok(());
        }
        let imported = self.imported();
        let current: HashSet<_> = self.now.enrolments.iter().map(|e| (e.student_id, e.group_id)).collect();
        let mut wanted = HashSet::new();
        let mut listed = HashSet::new();
        for row in &roster.students {
            let Some(student) = self.known.students.get(&row.key).copied() else { continue };
            listed.insert(student);
            wanted
                .extend(row.groups.iter().filter_map(|key| self.known.groups.get(key)).map(|group| (student, *group)));
        }
        let mut fresh: Vec<_> = wanted.difference(&current).copied().collect();
        fresh.sort_unstable();
        for (student, group) in fresh {
            let row = enrolment::new_row(self.uuid(), student, group, self.now.today);
            self.plan.new_enrolments.push(enrolment::Model { until: self.end_of(group), ..row });
            self.store(AT_ONCE)?;
        }
        let leaving: HashSet<_> =
            self.plan.left_students.iter().filter(|(_, day)| day.is_some()).map(|(s, _)| s.id).collect();
        let over = current.difference(&wanted).filter(|(student, group)| {
            leaving.contains(student) || (listed.contains(student) && imported.contains(group))
        });
        self.plan.ended_enrolments = over.copied().collect();
        Ok(())
    }

    pub(super) fn teachings(&mut self, roster: &Roster) -> Result<()> {
        if roster.changes.is_some() {
            return Ok(());
        }
        let imported = self.imported();
        let current: HashSet<_> = self.now.teachings.iter().map(|t| (t.staff_id, t.group_id)).collect();
        let mut wanted = HashSet::new();
        let mut listed = HashSet::new();
        for row in &roster.staff {
            let Some(staff) = self.known.staff.get(&row.key).copied() else { continue };
            listed.insert(staff);
            wanted.extend(row.groups.iter().filter_map(|key| self.known.groups.get(key)).map(|group| (staff, *group)));
        }
        let mut fresh: Vec<_> = wanted.difference(&current).copied().collect();
        fresh.sort_unstable();
        for (staff, group) in fresh {
            let row = teaching::new_row(self.uuid(), staff, group, self.now.today);
            self.plan.new_teachings.push(teaching::Model { until: self.end_of(group), ..row });
        }
        let over =
            current.difference(&wanted).filter(|(staff, group)| listed.contains(staff) && imported.contains(group));
        self.plan.ended_teachings = over.copied().collect();
        Ok(())
    }
}
