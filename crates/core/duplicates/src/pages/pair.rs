//! Two records side by side: what differs, what hangs on each, and the choice what stays.

use std::collections::BTreeSet;
use std::sync::Arc;

use accounts::{account, notice};
use askama::Template;
use axum::extract::Path;
use kernel::{Error, Found as _, Language, Problems};
use people::{GuardianId, HouseholdId, StaffId, StudentId, household};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use site::{Cx, Fault, Form, Result, Say};
use store::rows::{Cell, Cells};
use store::{Read, Role};
use uuid::Uuid;

use super::list::reasons;
use crate::kind::{Field, Kind, Pair};
use crate::likely::{self, Person};
use crate::merge::{Choice, Mails, named, tables, text};
use crate::{MergeId, acts, apart};

/// One of the two, as the page shows it.
struct Side {
    row: Cells,
    household: Option<String>,
    accounts: Vec<account::Model>,
    /// How many rows of each thing hang on it.
    hangs: Vec<(&'static str, u64)>,
}

const THINGS: [&str; 5] = ["groups", "links", "account", "appointments", "other"];

fn side(read: &Read, kind: Kind, id: Uuid) -> kernel::Result<Side> {
    let tables = tables(read)?;
    let row = named(&tables, kind.word())?.find(read, id)?.found()?;
    let mut hangs: Vec<(&'static str, u64)> = THINGS.map(|thing| (thing, 0)).to_vec();
    for table in tables.iter().filter(|table| table.name != kind.word() && table.name != "history") {
        let thing = super::thing(&table.name);
        let counted = |column: &&String| thing == "other" || *column == kind.column();
        for column in table.ids.iter().filter(counted) {
            let n = table.count(read, column, id)?;
            hangs.iter_mut().filter(|(name, _)| *name == thing).for_each(|(_, count)| *count += n);
        }
    }
    let household = row.get("household_id").and_then(Cell::id).map(HouseholdId);
    let household = household.map(|id| household::of_student(read, id)).transpose()?.flatten().map(|row| row.name);
    let column = match kind {
        Kind::Student => account::Column::StudentId,
        Kind::Guardian => account::Column::GuardianId,
        Kind::Staff => account::Column::StaffId,
    };
    let open = account::Entity::find().filter(column.eq(id)).filter(account::Column::EndedAt.is_null());
    Ok(Side { row, household, accounts: open.all(read.db())?, hangs })
}

/// First and second of the pair, to whoever may compare them.
async fn compare(cx: &Cx, pair: Pair) -> Result<[Side; 2]> {
    let look = move |read: &Read| Ok([side(read, pair.kind, pair.first)?, side(read, pair.kind, pair.second)?]);
    let (first, second) = (pair.first, pair.second);
    match pair.kind {
        Kind::Student => {
            let both = (StudentId(first), StudentId(second));
            cx.read(acts::COMPARE_STUDENTS.on(both), move |read, _| look(read)).await
        }
        Kind::Guardian => {
            let both = (GuardianId(first), GuardianId(second));
            cx.read(acts::COMPARE_GUARDIANS.on(both), move |read, _| look(read)).await
        }
        Kind::Staff => {
            let both = (StaffId(first), StaffId(second));
            cx.read(acts::COMPARE_STAFF.on(both), move |read, _| look(read)).await
        }
    }
}

struct Compared {
    label: String,
    values: [String; 2],
}

struct Choosing {
    label: String,
    name: String,
    values: [String; 2],
    /// Whether the first or the second is chosen.
    chosen: [bool; 2],
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "duplicate_pair.html")]
struct PairView<'a> {
    say: &'a Say,
    back: String,
    title: String,
    hrefs: [String; 2],
    reasons: String,
    fields: Vec<Compared>,
    hangs: Vec<(String, [u64; 2])>,
    errors: Vec<(String, String)>,
    may_merge: bool,
    choices: Vec<Choosing>,
    /// An account ends if both have one.
    two_accounts: bool,
    merge: String,
    apart: String,
}

pub async fn show(cx: Cx, Path((_, pair)): Path<(String, String)>) -> Result {
    let pair: Pair = pair.parse()?;
    let sides = compare(&cx, pair).await?;
    page(&cx, pair, &sides, None, &Problems::default())
}

fn page(cx: &Cx, pair: Pair, sides: &[Side; 2], typed: Option<&Form>, problems: &Problems) -> Result {
    let say = &cx.say;
    let view = PairView {
        say,
        back: cx.href("/duplicates"),
        title: say.say("duplicates-pair-title"),
        hrefs: [pair.first, pair.second].map(|id| cx.href(&super::path(pair.kind, id))),
        reasons: why(say, pair, sides),
        fields: pair
            .kind
            .fields()
            .iter()
            .map(|field| Compared { label: label(say, field), values: shown(say, sides, field) })
            .collect(),
        hangs: hangs(say, sides),
        errors: problems.0.iter().map(|problem| (problem.field.to_owned(), say.message(&problem.message))).collect(),
        may_merge: pair.kind != Kind::Staff || cx.actor().is(Role::Administrator),
        choices: choices(say, pair, sides, typed, problems),
        two_accounts: sides.iter().all(|side| !side.accounts.is_empty()),
        merge: cx.href(&format!("/duplicates/{pair}")),
        apart: cx.href(&format!("/duplicates/{pair}/apart")),
    };
    if problems.0.is_empty() {
        cx.page("duplicates-pair-title", &view)
    } else {
        cx.page_again("duplicates-pair-title", &view)
    }
}

/// Why the list proposes them; empty for two that it would not.
fn why(say: &Say, pair: Pair, sides: &[Side; 2]) -> String {
    let people: Vec<Person> =
        [pair.first, pair.second].into_iter().zip(sides).map(|(id, side)| person(id, &side.row)).collect();
    let found = likely::likely(pair.kind, &people, &BTreeSet::new());
    found.likely.first().map(|likely| reasons(say, likely)).unwrap_or_default()
}

fn person(id: Uuid, row: &Cells) -> Person {
    let part = |name: &str| row.get(name).map(Cell::text).unwrap_or_default();
    let some = |name: &str| Some(part(name)).filter(|text| !text.is_empty());
    Person {
        id,
        name: kernel::PersonName { call: part("call_name"), infix: part("infix"), surname: part("surname") },
        born: if let Some(Cell::Day(day)) = row.get("born") { Some(*day) } else { None },
        number: some("number").or_else(|| some("employee_id")),
        email: some("email"),
        phone: some("phone"),
    }
}

fn label(say: &Say, field: &Field) -> String {
    say.say(&format!("duplicates-field-{}", field.name.replace('_', "-")))
}

fn shown(say: &Say, sides: &[Side; 2], field: &Field) -> [String; 2] {
    let [first, second] = sides;
    [first, second].map(|side| {
        let value = match field.columns.first().and_then(|column| side.row.get(*column)) {
            Some(Cell::Day(day)) => say.date(*day),
            _ if field.name == "household" => side.household.clone().unwrap_or_default(),
            _ => text(&side.row, field),
        };
        if value.is_empty() { say.say("duplicates-empty") } else { value }
    })
}

fn hangs(say: &Say, sides: &[Side; 2]) -> Vec<(String, [u64; 2])> {
    let [first, second] = sides;
    let pairs = first.hangs.iter().zip(&second.hangs);
    pairs
        .filter(|((_, one), (_, other))| one + other > 0)
        .map(|((thing, one), (_, other))| (say.say(&format!("duplicates-thing-{thing}")), [*one, *other]))
        .collect()
}

/// Fields whose values differ.
fn differing(kind: Kind, sides: &[Side; 2]) -> Vec<&'static Field> {
    let [first, second] = sides;
    kind.fields().iter().filter(|field| text(&first.row, field) != text(&second.row, field)).collect()
}

fn choices(say: &Say, pair: Pair, sides: &[Side; 2], typed: Option<&Form>, problems: &Problems) -> Vec<Choosing> {
    let error = |name: &str| {
        problems.0.iter().find(|problem| problem.field == name).map(|problem| say.message(&problem.message))
    };
    let chosen = |name: &str, default: usize| match typed.map(|form| form.get(name)) {
        Some(word) => [word == "first", word == "second"],
        None => [default == 0, default == 1],
    };
    let names = pair.kind.fields().first().map(|field| shown(say, sides, field)).unwrap_or_default();
    let stays = Choosing {
        label: say.say("duplicates-stays"),
        name: "stays".to_owned(),
        values: [say.one("duplicates-first", "name", &names[0]), say.one("duplicates-second", "name", &names[1])],
        chosen: chosen("stays", default_stays(sides)),
        error: error("stays"),
    };
    let each = differing(pair.kind, sides).into_iter().map(|field| Choosing {
        label: label(say, field),
        name: field.name.to_owned(),
        values: shown(say, sides, field),
        chosen: chosen(field.name, default_value(sides, field)),
        error: error(field.name),
    });
    std::iter::once(stays).chain(each).collect()
}

/// The record with an account, else the one that more hangs on, else the older.
fn default_stays(sides: &[Side; 2]) -> usize {
    let [first, second] = sides;
    let weight = |side: &Side| (!side.accounts.is_empty(), side.hangs.iter().map(|(_, n)| n).sum::<u64>());
    usize::from(weight(second) > weight(first))
}

/// The value that is there, else the newer record's; of a day of leaving the empty one: the person is here.
fn default_value(sides: &[Side; 2], field: &Field) -> usize {
    let [first, second] = sides;
    let second_is_empty = text(&second.row, field).is_empty();
    if field.name == "left_on" {
        return usize::from(second_is_empty);
    }
    usize::from(!second_is_empty || text(&first.row, field).is_empty())
}

/// What the form decides; a choice that was left open is asked for.
fn choice(pair: Pair, sides: &[Side; 2], form: &Form) -> kernel::Result<Choice> {
    let mut problems = Problems::default();
    let stays_first = match form.get("stays") {
        "first" => true,
        "second" => false,
        _ => {
            problems.add("stays", "duplicates-choose-record");
            true
        }
    };
    let mut taken = Vec::new();
    for field in differing(pair.kind, sides) {
        match form.get(field.name) {
            "first" if !stays_first => taken.push(field.name),
            "second" if stays_first => taken.push(field.name),
            "first" | "second" => {}
            _ => problems.add(field.name, "duplicates-choose-value"),
        }
    }
    problems.check()?;
    let (stays, goes) = if stays_first { (pair.first, pair.second) } else { (pair.second, pair.first) };
    Ok(Choice { kind: pair.kind, stays, goes, taken })
}

/// The mails to owners whose account may end, each in the owner's language.
fn mails(cx: &Cx, sides: &[Side; 2]) -> Mails {
    let place = cx.school.as_ref().map(|school| school.name.clone()).unwrap_or_default();
    let each = sides.iter().flat_map(|side| &side.accounts).map(|account| {
        let say = Say::new(Arc::clone(&cx.house.catalogue), account.language().unwrap_or(Language::En));
        let words = notice::words(&say, notice::What::Ended, &account.name, &place, &cx.url("/account"));
        (account.id.0, words)
    });
    each.collect()
}

pub async fn merge(cx: Cx, Path((_, pair)): Path<(String, String)>, form: Form) -> Result {
    let pair: Pair = pair.parse()?;
    let sides = compare(&cx, pair).await?;
    let done = match choice(pair, &sides, &form) {
        Ok(choice) => carry_out(&cx, choice, mails(&cx, &sides)).await,
        Err(error) => Err(Fault(error)),
    };
    match done {
        Ok(id) => Ok(cx.done(&format!("/duplicates/merges/{id}"), "done-duplicates-merged")),
        Err(Fault(Error::Invalid(problems))) => page(&cx, pair, &sides, Some(&form), &problems),
        Err(fault) => Err(fault),
    }
}

async fn carry_out(cx: &Cx, choice: Choice, mails: Mails) -> Result<MergeId> {
    let (stays, goes) = (choice.stays, choice.goes);
    match choice.kind {
        Kind::Student => {
            let both = acts::MERGE_STUDENTS.on((StudentId(stays), StudentId(goes)));
            cx.erase_rows(both, move |work, _| crate::merge::merge(work, &choice, mails)).await
        }
        Kind::Guardian => {
            let both = acts::MERGE_GUARDIANS.on((GuardianId(stays), GuardianId(goes)));
            cx.erase_rows(both, move |work, _| crate::merge::merge(work, &choice, mails)).await
        }
        Kind::Staff => {
            let both = acts::MERGE_STAFF.on((StaffId(stays), StaffId(goes)));
            cx.erase_rows(both, move |work, _| crate::merge::merge(work, &choice, mails)).await
        }
    }
}

/// Says that they are two people; the list does not propose them again.
pub async fn part(cx: Cx, Path((_, pair)): Path<(String, String)>) -> Result {
    let pair: Pair = pair.parse()?;
    let (first, second) = (pair.first, pair.second);
    match pair.kind {
        Kind::Student => {
            let both = acts::PART_STUDENTS.on((StudentId(first), StudentId(second)));
            cx.write(both, move |work, _| apart::remember(work, pair)).await?;
        }
        Kind::Guardian => {
            let both = acts::PART_GUARDIANS.on((GuardianId(first), GuardianId(second)));
            cx.write(both, move |work, _| apart::remember(work, pair)).await?;
        }
        Kind::Staff => {
            let both = acts::PART_STAFF.on((StaffId(first), StaffId(second)));
            cx.write(both, move |work, _| apart::remember(work, pair)).await?;
        }
    }
    Ok(cx.done("/duplicates", "done-duplicates-apart"))
}
