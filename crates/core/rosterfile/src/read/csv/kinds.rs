//! What a table is about, told by its headings and, where they do not tell, its file name; and what
//! its columns mean once that is known.

use std::collections::HashMap;

use super::super::Options;
use super::super::dates::{self, Order};
use super::super::values::{fold, is_citizen_number};
use super::fields::{Field, Part};
use super::headings::{Verdict, recognise};
use super::table::{Row, Table};
use crate::rows::{DropReason, Place};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Students,
    Guardians,
    Staff,
    /// People of several roles in one list.
    Users,
    Groups,
    /// Who is in which group.
    Enrolments,
    Roles,
    Relationships,
    Demographics,
    Ignored,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::Students => "students",
            Kind::Guardians => "guardians",
            Kind::Staff => "staff",
            Kind::Users => "users",
            Kind::Groups => "groups",
            Kind::Enrolments => "enrolments",
            Kind::Roles => "roles",
            Kind::Relationships => "relationships",
            Kind::Demographics => "demographics",
            Kind::Ignored => "ignored",
        }
    }

    /// Whether a table of this kind keeps the field. What it does not keep is dropped.
    fn keeps(self, field: Field, options: &Options) -> bool {
        use Field as F;
        match self {
            Kind::Students | Kind::Users => match field {
                F::Gender => options.keep_gender,
                F::Nationality => options.keep_nationality,
                F::Role | F::Phone | F::EmployeeId | F::Title => self == Kind::Users,
                F::Reference | F::Related | F::Relationship => false,
                _ => true,
            },
            Kind::Guardians => {
                field.is_name()
                    || matches!(
                        field,
                        F::Key | F::Number | F::Reference | F::Infix | F::Email | F::Phone | F::Relationship
                    )
                    || matches!(field, F::Guardian(..))
            }
            Kind::Staff => {
                field.is_name()
                    || matches!(
                        field,
                        F::Key | F::Infix | F::Email | F::Phone | F::EmployeeId | F::Title | F::Group | F::GroupKey
                    )
            }
            Kind::Groups => matches!(field, F::Key | F::GroupKey | F::Group | F::Level | F::Section | F::Mentor),
            Kind::Enrolments => {
                matches!(field, F::Key | F::Number | F::Reference | F::GroupKey | F::Group | F::Role | F::EmployeeId)
            }
            Kind::Roles => matches!(field, F::Reference | F::Role | F::Level),
            Kind::Relationships => matches!(field, F::Reference | F::Related | F::Relationship),
            Kind::Demographics => match field {
                F::Reference | F::Born => true,
                F::Gender => options.keep_gender,
                F::Nationality => options.keep_nationality,
                _ => false,
            },
            Kind::Ignored => false,
        }
    }
}

/// A column with what becomes of it.
#[derive(Debug)]
pub(crate) struct Column {
    pub at: usize,
    pub heading: String,
    pub verdict: Verdict,
}

impl Column {
    pub fn dropped(&self) -> Option<DropReason> {
        match self.verdict {
            Verdict::Drop(why) => Some(why),
            Verdict::Keep(_) => None,
        }
    }
}

/// A table that is understood.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    pub table: &'a Table,
    pub kind: Kind,
    pub columns: Vec<Column>,
    fields: HashMap<Field, Vec<usize>>,
    /// Day or month first, in the column of birth dates.
    pub order: Order,
    /// Nothing but a file name tells that these are staff, not students.
    pub is_staff_file: bool,
}

impl Sheet<'_> {
    pub fn has(&self, field: Field) -> bool {
        self.fields.contains_key(&field)
    }

    pub fn has_key(&self) -> bool {
        self.has(Field::Key) || self.has(Field::Number)
    }

    /// Some heading was known: the file has headings at all.
    pub fn is_known(&self) -> bool {
        self.columns.iter().any(|column| recognise(&column.heading) != Verdict::Drop(DropReason::Unknown))
    }

    /// A list of people, by its file name, that names nobody.
    pub fn is_nameless(&self) -> bool {
        matches!(self.kind, Kind::Students | Kind::Staff | Kind::Users)
            && !self.columns.iter().any(|column| matches!(column.verdict, Verdict::Keep(field) if field.is_name()))
    }

    /// The first cell of the field that holds something, as it stands.
    pub fn get<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        self.all(row, field).next().unwrap_or_default()
    }

    /// All cells of the field that hold something.
    pub fn all<'r>(&self, row: &'r Row, field: Field) -> impl Iterator<Item = &'r str> {
        let places = self.fields.get(&field).map(Vec::as_slice).unwrap_or_default();
        places.iter().map(|at| row.cell(*at).trim()).filter(|cell| !cell.is_empty())
    }

    pub fn heading(&self, field: Field) -> Option<&str> {
        let at = self.fields.get(&field)?.first()?;
        self.table.headings.get(*at).map(String::as_str)
    }

    pub fn place_at(&self, line: u64) -> Place {
        Place { file: self.table.file.clone(), row: line, column: None }
    }

    fn index(&mut self) {
        self.fields.clear();
        for column in &self.columns {
            if let Verdict::Keep(field) = column.verdict {
                self.fields.entry(field).or_default().push(column.at);
            }
        }
    }
}

/// Understands all tables of a delivery, in the order they came.
pub(crate) fn recognise_sheets<'a>(tables: &'a [Table], options: &Options) -> Vec<Sheet<'a>> {
    let mut sheets: Vec<Sheet<'a>> = tables.iter().map(|table| first_look(table, options)).collect();
    let has_roles = sheets
        .iter()
        .any(|sheet| sheet.kind == Kind::Roles || sheet.kind == Kind::Enrolments && sheet.has(Field::Role));
    let has_groups =
        sheets.iter().any(|sheet| sheet.kind == Kind::Groups && !name_has(&sheet.table.file, &["course", "courses"]));
    for sheet in &mut sheets {
        if sheet.kind == Kind::Students && has_roles && name_has(&sheet.table.file, &["user", "users"]) {
            sheet.kind = Kind::Users;
        }
        if sheet.kind == Kind::Groups && has_groups && name_has(&sheet.table.file, &["course", "courses"]) {
            sheet.kind = Kind::Ignored;
        }
        settle(sheet, options);
    }
    sheets
}

fn first_look<'a>(table: &'a Table, options: &Options) -> Sheet<'a> {
    let columns = (0..).zip(&table.headings).map(|(at, heading)| Column {
        at,
        heading: heading.clone(),
        verdict: verdict(&table.file, heading, options),
    });
    let mut sheet = Sheet {
        table,
        kind: Kind::Ignored,
        columns: columns.collect(),
        fields: HashMap::new(),
        order: Order::DayFirst,
        is_staff_file: name_has(&table.file, &STAFF_FILES),
    };
    sheet.index();
    sheet.kind = kind(&sheet);
    sheet
}

/// The user's choice before our own guess, but never against a prohibition.
fn verdict(file: &str, heading: &str, options: &Options) -> Verdict {
    let guess = recognise(heading);
    if guess == Verdict::Drop(DropReason::Forbidden) {
        return guess;
    }
    match options.mapping.as_ref().and_then(|mapping| mapping.choice(file, heading)) {
        Some("-") => Verdict::Drop(DropReason::Unknown),
        Some(name) => Field::parse(name).map_or(guess, Verdict::Keep),
        None => guess,
    }
}

const STAFF_FILES: [&str; 18] = [
    "teacher",
    "teachers",
    "staff",
    "employee",
    "employees",
    "personeel",
    "medewerker",
    "medewerkers",
    "docent",
    "docenten",
    "leerkracht",
    "leerkrachten",
    "lehrer",
    "lehrkraefte",
    "enseignants",
    "profesores",
    "opetajad",
    "teacherroster",
];
const GUARDIAN_FILES: [&str; 16] = [
    "guardian",
    "guardians",
    "parent",
    "parents",
    "contact",
    "contacts",
    "ouder",
    "ouders",
    "verzorger",
    "verzorgers",
    "contactpersonen",
    "eltern",
    "erzieher",
    "responsables",
    "vanemad",
    "padres",
];
const GROUP_FILES: [&str; 22] = [
    "class",
    "classes",
    "section",
    "sections",
    "group",
    "groups",
    "groep",
    "groepen",
    "klas",
    "klassen",
    "lesgroepen",
    "stamgroepen",
    "gruppen",
    "lerngruppen",
    "kurse",
    "classe",
    "grupos",
    "clases",
    "klassid",
    "course",
    "courses",
    "kurs",
];
/// Tables around a roster that hold no people and no groups: plans, rooms, subjects, terms, schools.
const OTHER_FILES: [&str; 24] = [
    "org",
    "orgs",
    "school",
    "schools",
    "academicsessions",
    "sessions",
    "terms",
    "userflags",
    "flags",
    "blockplan",
    "blockgruppen",
    "kursplaene",
    "schuelerplaene",
    "raeume",
    "schienen",
    "faecher",
    "jahrgaenge",
    "zulkurse",
    "fachwahlen",
    "vakken",
    "lokalen",
    "rooms",
    "subjects",
    "fehlercodes",
];

/// Words of the file name, without folder and extension.
fn name_has(file: &str, words: &[&str]) -> bool {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    fold(stem).split(' ').any(|word| words.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit())))
}

fn kind(sheet: &Sheet<'_>) -> Kind {
    let has = |field: Field| sheet.has(field);
    let file = sheet.table.file.as_str();
    let is_named = has(Field::CallName) || has(Field::Surname);
    if has(Field::Reference) && has(Field::Related) {
        return Kind::Relationships;
    }
    if !is_named && !has(Field::FullName) {
        return without_names(sheet);
    }
    let is_personal = is_named
        || [Field::Born, Field::Email, Field::Gender, Field::Number, Field::Group, Field::Postcode, Field::Phone]
            .into_iter()
            .any(has)
        || sheet.columns.iter().any(|column| matches!(column.verdict, Verdict::Keep(Field::Guardian(..))));
    if name_has(file, &OTHER_FILES) && !(is_named && has(Field::Number)) {
        return Kind::Ignored;
    }
    if name_has(file, &GROUP_FILES) && !is_personal {
        return Kind::Groups;
    }
    // A list of guardians points to the student of each row.
    if name_has(file, &GUARDIAN_FILES) || has(Field::Relationship) && (has(Field::Reference) || has(Field::Number)) {
        return Kind::Guardians;
    }
    if sheet.is_staff_file
        || (has(Field::EmployeeId) || has(Field::Title))
            && !has(Field::Number)
            && !has(Field::Role)
            && !has(Field::Level)
    {
        return Kind::Staff;
    }
    if has(Field::Role) { Kind::Users } else { Kind::Students }
}

fn without_names(sheet: &Sheet<'_>) -> Kind {
    let has = |field: Field| sheet.has(field);
    let file = sheet.table.file.as_str();
    let refers = has(Field::Reference) || has(Field::Number) || has(Field::Key);
    let has_guardians = sheet.columns.iter().any(|column| {
        matches!(column.verdict, Verdict::Keep(Field::Guardian(_, Part::Name | Part::Surname | Part::CallName)))
    });
    if has_guardians && (has(Field::Number) || has(Field::Reference) || has(Field::Key)) {
        return Kind::Guardians;
    }
    if has(Field::GroupKey) && refers && !has(Field::Group) && !name_has(file, &GROUP_FILES) {
        return Kind::Enrolments;
    }
    if has(Field::Reference) && has(Field::Role) {
        return Kind::Roles;
    }
    if has(Field::Reference) && (has(Field::Born) || has(Field::Gender)) {
        return Kind::Demographics;
    }
    if name_has(file, &["student", "students", "leerling", "leerlingen", "schueler", "pupils"]) && !has(Field::GroupKey)
    {
        return Kind::Students;
    }
    if sheet.is_staff_file && !has(Field::GroupKey) {
        return Kind::Staff;
    }
    if name_has(file, &OTHER_FILES) {
        return Kind::Ignored;
    }
    let is_named_group =
        has(Field::Group) || has(Field::Title) && (name_has(file, &GROUP_FILES) || has(Field::GroupKey));
    if is_named_group { Kind::Groups } else { Kind::Ignored }
}

/// Gives the columns their meaning within the kind, and drops what it does not keep.
fn settle(sheet: &mut Sheet<'_>, options: &Options) {
    let has = |field: Field| sheet.columns.iter().any(|column| column.verdict == Verdict::Keep(field));
    let name_is_surname = has(Field::CallName) && !has(Field::Surname);
    let name_is_extra = has(Field::CallName) && has(Field::Surname);
    let (has_group, has_key, has_number) = (has(Field::Group), has(Field::Key), has(Field::Number));
    let kind = sheet.kind;
    for column in &mut sheet.columns {
        let Verdict::Keep(field) = column.verdict else { continue };
        let meant = match (kind, field) {
            (Kind::Groups, Field::FullName | Field::Title) if !has_group => Field::Group,
            (Kind::Groups, Field::GroupKey) if !has_key => Field::Key,
            (Kind::Students | Kind::Staff | Kind::Users | Kind::Guardians, Field::FullName) if name_is_surname => {
                Field::Surname
            }
            (Kind::Students, Field::Reference) if !has_number => Field::Number,
            (Kind::Users, Field::Reference) if !has_key => Field::Key,
            (Kind::Staff, Field::Reference | Field::Number) if !has_key => Field::Key,
            (_, other) => other,
        };
        let keeps = kind.keeps(meant, options) && !(name_is_extra && meant == Field::FullName);
        column.verdict = if keeps { Verdict::Keep(meant) } else { Verdict::Drop(DropReason::NotDeclared) };
    }
    forbid_citizen_numbers(sheet);
    sheet.index();
    let born: Vec<usize> = sheet.fields.get(&Field::Born).cloned().unwrap_or_default();
    let cells = sheet.table.rows.iter().flat_map(|row| born.iter().map(move |at| row.cell(*at)));
    sheet.order = dates::order(cells, &options.country);
}

/// A column of keys in which every value passes the test of Dutch citizen numbers holds citizen
/// numbers, whatever its heading says.
fn forbid_citizen_numbers(sheet: &mut Sheet<'_>) {
    let rows = &sheet.table.rows;
    for column in &mut sheet.columns {
        if !matches!(column.verdict, Verdict::Keep(Field::Key | Field::Number | Field::Reference | Field::EmployeeId)) {
            continue;
        }
        let mut values =
            rows.iter().map(|row| row.cell(column.at).trim()).filter(|cell| !cell.is_empty()).take(200).peekable();
        if values.peek().is_some() && rows.len() >= 5 && values.all(is_citizen_number) {
            column.verdict = Verdict::Drop(DropReason::Forbidden);
        }
    }
}
