//! Keys that meant a record which was made one with another: the file's rows get the key of the record that stayed
//! before they are compared. Two rows that mean one person now become one row, in the groups of both (C060).

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use ::people::former_key::{self, Former};
use ::people::{guardian, staff, student};
use kernel::Result;
use sea_orm::entity::prelude::Uuid;
use store::Read;

use crate::rows::{Changes, Roster, StaffRow, StudentRow};

/// Keys of the file, each with what it is to be read as.
type Keys = HashMap<String, String>;

/// Who is meant now.
#[derive(Default)]
pub(super) struct Meant {
    students: Keys,
    staff: Keys,
    /// In the form that the importer gives to keys of guardians.
    pub guardians: Keys,
    /// The same keys, each with whose it is.
    pub merged_guardians: HashMap<String, Uuid>,
}

/// A record as an import finds it: id, key, number.
type Found<'a> = (Uuid, Option<&'a str>, Option<&'a str>);

impl Meant {
    pub fn load(
        read: &Read,
        roster: &Roster,
        students: &[student::Model],
        staff: &[staff::Model],
        guardians: &[guardian::Model],
    ) -> Result<Self> {
        let of = |kind| former_key::of_kind(read, kind);
        let own = |id: Uuid| id.to_string();
        let merged = of("guardian")?;
        Ok(Self {
            students: keys(
                &of("student")?,
                students.iter().map(|row| (row.id.0, row.key.as_deref(), row.number.as_deref())),
                roster.students.iter().map(|row| (row.key.as_str(), row.number.as_deref())),
                own,
            ),
            staff: keys(
                &of("staff")?,
                staff.iter().map(|row| (row.id.0, row.key.as_deref(), row.employee_id.as_deref())),
                roster.staff.iter().map(|row| (row.key.as_str(), row.employee_id.as_deref())),
                own,
            ),
            guardians: keys(
                &merged,
                guardians.iter().map(|row| (row.id.0, row.key.as_deref(), None)),
                std::iter::empty(),
                |id| format!("key {id}"),
            ),
            merged_guardians: merged.keys,
        })
    }

    /// The roster in the keys of the records that are there now.
    pub fn in_own_keys<'r>(&self, roster: Cow<'r, Roster>) -> Cow<'r, Roster> {
        let is_met = roster.students.iter().any(|row| self.students.contains_key(&row.key))
            || roster.staff.iter().any(|row| self.staff.contains_key(&row.key))
            || roster.guardians.iter().any(|row| self.students.contains_key(&row.student))
            || roster.changes.is_some();
        if !is_met {
            return roster;
        }
        let mut roster = roster.into_owned();
        roster.students.iter_mut().for_each(|row| put(&mut row.key, &self.students));
        roster.staff.iter_mut().for_each(|row| put(&mut row.key, &self.staff));
        roster.guardians.iter_mut().for_each(|row| put(&mut row.student, &self.students));
        fold(&mut roster.students, &self.students, |row: &mut StudentRow| (row.key.clone(), &mut row.groups));
        fold(&mut roster.staff, &self.staff, |row: &mut StaffRow| (row.key.clone(), &mut row.groups));
        if let Some(changes) = &mut roster.changes {
            self.put_changes(changes);
        }
        Cow::Owned(roster)
    }

    fn put_changes(&self, changes: &mut Changes) {
        for row in &mut changes.memberships {
            put(&mut row.person, if row.teaches { &self.staff } else { &self.students });
        }
        changes.edges.iter_mut().for_each(|(student, ..)| put(student, &self.students));
        let families = std::mem::take(&mut changes.whole_families);
        changes.whole_families =
            families.into_iter().map(|key| self.students.get(&key).cloned().unwrap_or(key)).collect();
        // Whether these are students or staff the file does not say, and no key is both.
        let gone = changes.gone_people.iter_mut().map(|(key, _)| key);
        for key in gone.chain(changes.unsorted.iter_mut().map(|(row, _)| &mut row.key)) {
            put(key, &self.students);
            put(key, &self.staff);
        }
    }
}

/// Former keys with the key that the record which stayed has now, else its own id in the form of `own`. A row that
/// nobody has the key of, nor anybody else the number, is also found by a former number.
fn keys<'a>(
    former: &Former,
    people: impl Iterator<Item = Found<'a>>,
    rows: impl Iterator<Item = (&'a str, Option<&'a str>)>,
    own: impl Fn(Uuid) -> String,
) -> Keys {
    if former.keys.is_empty() {
        return Keys::new();
    }
    let stayed: HashSet<&Uuid> = former.keys.values().collect();
    let (mut now, mut taken, mut numbers) = (HashMap::new(), HashSet::new(), HashMap::new());
    for (id, key, number) in people {
        taken.extend(key);
        numbers.extend(number.map(|number| (number, id)));
        if stayed.contains(&id) {
            now.insert(id, key.map_or_else(|| own(id), str::to_owned));
        }
    }
    let written = former.keys.iter().map(|(key, id)| (key.as_str(), id));
    let by_number = rows.filter_map(|(key, number)| {
        let id = former.numbers.get(number?)?;
        let is_free = numbers.get(number?).is_none_or(|holder| holder == id);
        is_free.then_some((key, id))
    });
    let meant = by_number.chain(written).filter(|(key, _)| !taken.contains(key));
    meant.filter_map(|(key, id)| Some((key.to_owned(), now.get(id)?.clone()))).collect()
}

fn put(key: &mut String, keys: &Keys) {
    if let Some(own) = keys.get(key) {
        key.clone_from(own);
    }
}

/// Of several rows with one of these keys the first stays, and takes the groups of the others.
fn fold<R>(rows: &mut Vec<R>, keys: &Keys, parts: impl Fn(&mut R) -> (String, &mut Vec<String>)) {
    let meant: HashSet<&String> = keys.values().collect();
    let mut groups: HashMap<String, Vec<String>> = HashMap::new();
    rows.retain_mut(|row| {
        let (key, own) = parts(row);
        if !meant.contains(&key) {
            return true;
        }
        let is_first = !groups.contains_key(&key);
        groups.entry(key).or_default().append(own);
        is_first
    });
    for row in rows {
        let (key, own) = parts(row);
        own.extend(groups.remove(&key).unwrap_or_default());
    }
}
