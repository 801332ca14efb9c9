//! Of two records of one person, one: what hangs on the record that goes is moved to the one that stays, in one
//! transaction, whichever module keeps it. Who points at a record is asked of the schema ([`store::rows`]).

use std::collections::HashMap;

use accounts::{AccountId, account, notice};
use chrono::NaiveDate;
use kernel::{Error, Found as _, PersonName, Result};
use people::{agreement, former_key, history};
use store::rows::{self, Cell, Cells, Table};
use store::{Read, Work};
use uuid::Uuid;

use crate::MergeId;
use crate::journal::{self, Entries};
use crate::kind::{Field, Kind};
use crate::rule::{self, Rule};

/// What somebody decided.
#[derive(Clone, Debug)]
pub struct Choice {
    pub kind: Kind,
    pub stays: Uuid,
    pub goes: Uuid,
    /// Names of fields that the record that stays takes from the one that goes.
    pub taken: Vec<&'static str>,
}

/// Words of the mails that tell owners of accounts that end; made before the transaction.
pub type Mails = HashMap<Uuid, notice::Words>;

/// The tables that hold people's records and what points to them, without this module's own.
pub fn tables(read: &Read) -> Result<Vec<Table>> {
    let mut tables = rows::tables(read)?;
    tables.retain(|table| !table.name.starts_with("duplicate_"));
    Ok(tables)
}

pub fn named<'a>(tables: &'a [Table], name: &str) -> Result<&'a Table> {
    tables.iter().find(|table| table.name == name).ok_or_else(|| Error::Internal(format!("no table {name}")))
}

/// Merges. 409 before the agreement is accepted; 422 where two rows stand in each other's way and the rule of
/// their table leaves that to people, and for the account one is signed in with.
pub fn merge(work: &Work, choice: &Choice, mails: Mails) -> Result<MergeId> {
    agreement::required(work)?;
    let tables = tables(work)?;
    let own = named(&tables, choice.kind.word())?;
    let stays = own.find(work, choice.stays)?.found()?;
    let goes = own.find(work, choice.goes)?.found()?;
    let mut merging = Merging { work, choice, tables: &tables, mails, entries: Entries::default() };
    for table in &tables {
        for column in table.ids.iter().filter(|column| table.name != own.name || **column != own.key) {
            for row in table.holding(work, column, choice.goes)? {
                merging.take_over(table, column, row)?;
            }
        }
    }
    merging.entries.remove(work, own, goes.clone())?;
    merging.keep_keys(&goes)?;
    let cells = chosen(choice, &stays, &goes);
    merging.entries.change(work, own, &stays, &cells)?;
    let mut after = stays.clone();
    after.extend(cells);
    remember(work, choice.kind, choice.stays, &stays, &after)?;
    journal::write(work, choice.kind, choice.stays, choice.goes, &merging.entries)
}

struct Merging<'a> {
    work: &'a Work<'a>,
    choice: &'a Choice,
    tables: &'a [Table],
    mails: Mails,
    entries: Entries,
}

impl Merging<'_> {
    /// One row that holds the id of the record that goes.
    fn take_over(&mut self, table: &Table, column: &str, row: Cells) -> Result<()> {
        let rule = rule::of(&table.name);
        if rule == Rule::Drop {
            return self.remove(table, column, row);
        }
        if table.name == "account" && self.ends(table, &row)? {
            return self.end_account(table, column, row);
        }
        let mut moved = row.clone();
        moved.insert(column.to_owned(), Cell::Id(self.choice.stays));
        let mut others = table.in_the_way(self.work, &moved)?;
        if column == table.key {
            others.extend(table.find(self.work, self.choice.stays)?);
        }
        if rule == Rule::OncePerGroup {
            others.extend(self.same_days(table, column, &row)?);
        }
        match (others.into_iter().next(), rule) {
            (None, _) => self.move_row(table, column, row),
            (Some(_), Rule::Keep | Rule::OncePerGroup | Rule::Drop) => self.remove(table, column, row),
            (Some(kept), Rule::Narrow) => {
                self.narrow(table, &kept, &row)?;
                self.remove(table, column, row)
            }
            (Some(_), Rule::Refuse) => {
                let message =
                    if table.name == "appointment" { "duplicates-two-appointments" } else { "duplicates-two-rows" };
                Err(Error::invalid("stays", message))
            }
        }
    }

    /// Remembers the keys by which an import finds the record that goes, so that it meets the one that stays (C060).
    fn keep_keys(&mut self, goes: &Cells) -> Result<()> {
        let table = named(self.tables, "former_key")?;
        let kind = self.choice.kind;
        let own = self.choice.goes;
        let text = |name: &str| goes.get(name).map(Cell::text).filter(|text| !text.is_empty());
        let written = if kind == Kind::Guardian { format!("key {own}") } else { own.to_string() };
        let key = text("key");
        // Only whoever has no key is found by the number.
        let number = if key.is_none() { text("number").or_else(|| text("employee_id")) } else { None };
        let each = [(former_key::KEY, Some(written)), (former_key::KEY, key), (former_key::NUMBER, number)];
        for (field, text) in each.into_iter().filter_map(|(field, text)| Some((field, text?))) {
            let row = Cells::from([
                ("id".to_owned(), Cell::Id(self.work.uuid())),
                ("kind".to_owned(), Cell::Text(kind.word().to_owned())),
                ("field".to_owned(), Cell::Text(field.to_owned())),
                ("key".to_owned(), Cell::Text(text)),
                ("person".to_owned(), Cell::Id(self.choice.stays)),
            ]);
            for other in table.in_the_way(self.work, &row)? {
                self.entries.remove(self.work, table, other)?;
            }
            self.entries.add(self.work, table, row)?;
        }
        Ok(())
    }

    /// A key cannot be changed in place: such a row is written anew.
    fn move_row(&mut self, table: &Table, column: &str, row: Cells) -> Result<()> {
        if column == table.key {
            let moved = table.moved(self.work, &row, self.choice.stays)?;
            self.entries.remove(self.work, table, row)?;
            return self.entries.add(self.work, table, moved);
        }
        let cells = Cells::from([(column.to_owned(), Cell::Id(self.choice.stays))]);
        self.entries.change(self.work, table, &row, &cells)
    }

    /// Removes a row, and first what is part of it: a picture of a part of a profile.
    fn remove(&mut self, table: &Table, column: &str, row: Cells) -> Result<()> {
        let key = row.get(&table.key).and_then(Cell::id).filter(|_| column != table.key);
        for part in self.tables {
            let Some(key) = key else { break };
            for (column, _) in part.parents.iter().filter(|(_, parent)| *parent == table.name) {
                for row in part.holding(self.work, column, key)? {
                    self.entries.remove(self.work, part, row)?;
                }
            }
        }
        self.entries.remove(self.work, table, row)
    }

    /// Rows of the record that stays in the same group, on some of the same days.
    fn same_days(&self, table: &Table, column: &str, row: &Cells) -> Result<Vec<Cells>> {
        let of_stays = table.holding(self.work, column, self.choice.stays)?;
        let day = |row: &Cells, name: &str| if let Some(Cell::Day(day)) = row.get(name) { Some(*day) } else { None };
        let begins_before_end = |one: &Cells, other: &Cells| {
            day(other, "until").is_none_or(|until| day(one, "from").is_none_or(|from| from < until))
        };
        Ok(of_stays
            .into_iter()
            .filter(|other| other.get("group_id") == row.get("group_id"))
            .filter(|other| begins_before_end(row, other) && begins_before_end(other, row))
            .collect())
    }

    /// Leaves on the edge that stays only what both allowed, and the earlier of two orders.
    fn narrow(&mut self, table: &Table, kept: &Cells, other: &Cells) -> Result<()> {
        let mut cells = Cells::new();
        for right in ["sees", "books", "picks_up"] {
            let both = [kept, other].iter().all(|row| row.get(right) == Some(&Cell::Flag(true)));
            cells.insert(right.to_owned(), Cell::Flag(both));
        }
        // What only the other link says is kept: whom to call, and who this is to the child.
        for (said, empty) in [("emergency_order", Cell::Nothing), ("relationship", Cell::Text(String::new()))] {
            if kept.get(said) == Some(&empty) {
                cells.extend(other.get(said).map(|cell| (said.to_owned(), cell.clone())));
            }
        }
        let order = |row: &Cells| if let Some(Cell::Day(day)) = row.get("restricted_from") { Some(*day) } else { None };
        let first: Option<NaiveDate> = [order(kept), order(other)].into_iter().flatten().min();
        cells.insert("restricted_from".to_owned(), first.map_or(Cell::Nothing, Cell::Day));
        let word = |row: &Cells, name: &str| match row.get(name) {
            Some(Cell::Flag(true)) => "yes".to_owned(),
            Some(Cell::Flag(false)) => "no".to_owned(),
            cell => cell.map(Cell::text).unwrap_or_default(),
        };
        let pairs: Vec<_> = ["sees", "books", "picks_up", "restricted_from"]
            .map(|name| (name, word(kept, name), word(&cells, name)))
            .into_iter()
            .collect();
        let student = kept.get("student_id").and_then(Cell::id).found()?;
        history::note(self.work, "edge", student, &pairs)?;
        self.entries.change(self.work, table, kept, &cells)
    }

    /// Whether this account of the record that goes has no place beside one of the record that stays.
    fn ends(&self, table: &Table, row: &Cells) -> Result<bool> {
        let is_open = |row: &Cells| row.get("ended_at") == Some(&Cell::Nothing);
        let others = table.holding(self.work, self.choice.kind.column(), self.choice.stays)?;
        let stands_for = row.get(self.choice.kind.column()) == Some(&Cell::Id(self.choice.goes));
        Ok(stands_for && is_open(row) && others.iter().any(is_open))
    }

    /// Ends the account and tells its owner; one that also stands for somebody else, or has a desk without being
    /// staff, only stops standing for this person.
    fn end_account(&mut self, table: &Table, column: &str, row: Cells) -> Result<()> {
        let id = row.get(&table.key).and_then(Cell::id).found()?;
        let stands_else = Kind::ALL
            .iter()
            .any(|kind| *kind != self.choice.kind && row.get(kind.column()).is_some_and(|cell| *cell != Cell::Nothing));
        let desks = named(self.tables, "account_role")?.count(self.work, "account_id", id)?;
        if stands_else || (desks > 0 && self.choice.kind != Kind::Staff) {
            let cells = Cells::from([(column.to_owned(), Cell::Nothing)]);
            return self.entries.change(self.work, table, &row, &cells);
        }
        if self.work.actor.account() == id {
            return Err(Error::invalid("stays", "duplicates-own-account"));
        }
        let found = account::find(self.work, AccountId(id))?;
        let words = self.mails.remove(&id).ok_or_else(|| Error::Conflict("duplicates-moved-on".into()))?;
        notice::tell(self.work, &found, notice::What::Ended, words)?;
        account::end(self.work, found.id)?;
        table.change(self.work, id, &Cells::from([(column.to_owned(), Cell::Id(self.choice.stays))]))?;
        let after = table.find(self.work, id)?.found()?;
        self.entries.note(table, &row, &after)
    }
}

/// What the record that stays has afterwards: the fields chosen from the other; the key by which an import finds
/// the person, if it had none; and the earlier day of enrolment.
fn chosen(choice: &Choice, stays: &Cells, goes: &Cells) -> Cells {
    let mut cells = Cells::new();
    let is_taken = |field: &&Field| choice.taken.contains(&field.name);
    for column in choice.kind.fields().iter().filter(is_taken).flat_map(|field| field.columns) {
        cells.insert((*column).to_owned(), goes.get(*column).cloned().unwrap_or(Cell::Nothing));
    }
    if stays.get("key") == Some(&Cell::Nothing) {
        cells.insert("key".to_owned(), goes.get("key").cloned().unwrap_or(Cell::Nothing));
    }
    if let (Some(Cell::Day(one)), Some(Cell::Day(other))) = (stays.get("enrolled_on"), goes.get("enrolled_on")) {
        cells.insert("enrolled_on".to_owned(), Cell::Day(*one.min(other)));
    }
    cells
}

/// A field as the history and the page show it; a household by its id.
pub fn text(row: &Cells, field: &Field) -> String {
    let part = |name: &str| row.get(name).map(Cell::text).unwrap_or_default();
    match field.name {
        "name" => PersonName { call: part("call_name"), infix: part("infix"), surname: part("surname") }.full(),
        "household" => part("household_id"),
        name => part(name),
    }
}

/// The history of the person says what changed, in the words of every change.
pub fn remember(work: &Work, kind: Kind, person: Uuid, before: &Cells, after: &Cells) -> Result<()> {
    let pairs: Vec<_> =
        kind.fields().iter().map(|field| (field.name, text(before, field), text(after, field))).collect();
    history::note(work, kind.word(), person, &pairs)
}
