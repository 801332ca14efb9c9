//! Taking a merging back: both records as they were, with all that hung on each. What was written since then
//! stays with the record that stayed; where it stands in the way, nothing is undone and the page says what.

use kernel::{Error, Found as _, Result};
use sea_orm::EntityTrait as _;
use store::rows::{Cell, Cells, Table};
use store::{Allowed, Read, Work};
use uuid::Uuid;

use crate::MergeId;
use crate::journal::{self, Entries, Whole};
use crate::kind::Kind;
use crate::merge::{named, remember, tables};

/// Something that was done since, in the way of the undoing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    pub table: String,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A field was changed that the merging had set.
    Changed,
    /// A row that it had moved, or something that a row belongs to, is gone.
    Gone,
    /// Its number, or its place, was given to another.
    Taken,
}

impl Why {
    pub fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Gone => "gone",
            Self::Taken => "taken",
        }
    }
}

/// What stands in the way, each once.
pub fn blockers(read: &Read, entries: &Entries) -> Result<Vec<Blocker>> {
    let tables = tables(read)?;
    let mut found = Vec::new();
    let mut note = |table: &str, why: Why| {
        let blocker = Blocker { table: table.to_owned(), why };
        if !found.contains(&blocker) {
            found.push(blocker);
        }
    };
    for change in &entries.changed {
        let Some(row) = named(&tables, &change.table)?.find(read, change.key)? else {
            note(&change.table, Why::Gone);
            continue;
        };
        if change.fields.iter().any(|(name, _, after)| row.get(name) != Some(after)) {
            note(&change.table, Why::Changed);
        }
    }
    for added in &entries.added {
        let table = named(&tables, &added.table)?;
        match table.find(read, key(table, &added.row)?)? {
            None => note(&added.table, Why::Gone),
            Some(row) if row != added.row => note(&added.table, Why::Changed),
            Some(_) => {}
        }
    }
    for removed in &entries.removed {
        if let Some(why) = hindered(read, &tables, entries, removed)? {
            note(&removed.table, why);
        }
    }
    Ok(found)
}

fn key(table: &Table, row: &Cells) -> Result<Uuid> {
    row.get(&table.key).and_then(Cell::id).found()
}

/// Why a row cannot come back.
fn hindered(read: &Read, tables: &[Table], entries: &Entries, removed: &Whole) -> Result<Option<Why>> {
    let table = named(tables, &removed.table)?;
    if table.find(read, key(table, &removed.row)?)?.is_some() {
        return Ok(Some(Why::Taken));
    }
    for other in table.in_the_way(read, &removed.row)? {
        let other = key(table, &other)?;
        let moves = entries.changed.iter().any(|change| change.table == table.name && change.key == other);
        let goes = entries.added.iter().any(|row| row.table == table.name && key(table, &row.row).ok() == Some(other));
        if !moves && !goes {
            return Ok(Some(Why::Taken));
        }
    }
    for (column, parent) in &table.parents {
        let Some(id) = removed.row.get(column).and_then(Cell::id) else { continue };
        let parent = named(tables, parent)?;
        let comes_back =
            entries.removed.iter().any(|row| row.table == parent.name && key(parent, &row.row).ok() == Some(id));
        if !comes_back && parent.find(read, id)?.is_none() {
            return Ok(Some(Why::Gone));
        }
    }
    Ok(None)
}

/// Puts both records back. 409 while something stands in the way, 404 after thirty days.
pub fn undo(work: &Work, merge: Allowed<MergeId>) -> Result<()> {
    let (row, entries) = journal::find(work, merge)?;
    if !blockers(work, &entries)?.is_empty() {
        return Err(Error::Conflict("duplicates-in-the-way".into()));
    }
    let kind = Kind::parse(&row.kind).found()?;
    let tables = tables(work)?;
    let own = named(&tables, kind.word())?;
    let merged = own.find(work, row.survivor)?.found()?;
    // The record that stayed gives back what it took before the other returns: a number is one person's.
    let is_own = |name: &str| name == own.name;
    for change in entries.changed.iter().filter(|change| is_own(&change.table)) {
        put_back(work, own, change)?;
    }
    for added in &entries.added {
        let table = named(&tables, &added.table)?;
        table.remove(work, key(table, &added.row)?)?;
    }
    // The person was removed last and is there first, before what points to it.
    for removed in entries.removed.iter().rev() {
        named(&tables, &removed.table)?.insert(work, &removed.row)?;
    }
    for change in entries.changed.iter().rev().filter(|change| !is_own(&change.table)) {
        put_back(work, named(&tables, &change.table)?, change)?;
    }
    let now = own.find(work, row.survivor)?.found()?;
    remember(work, kind, row.survivor, &merged, &now)?;
    journal::Entity::delete_by_id(row.id).exec(work.db())?;
    Ok(())
}

fn put_back(work: &Work, table: &Table, change: &journal::Changed) -> Result<()> {
    let cells = change.fields.iter().map(|(name, before, _)| (name.clone(), before.clone())).collect();
    table.change(work, change.key, &cells)
}
