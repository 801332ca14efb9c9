//! The live schema and the declarations say the same (law 3).

use std::collections::BTreeMap;

use registry::Declaration;
use store::Context;

use crate::raw;

type Tables = BTreeMap<String, Vec<String>>;

fn live(context: &Context) -> Tables {
    let sorted = |mut columns: Vec<String>| {
        columns.sort();
        columns
    };
    let mut tables: Tables = raw::look(context, |db| {
        raw::tables(db).into_iter().map(|t| (t.clone(), sorted(raw::columns(db, &t)))).collect()
    });
    assert!(tables.remove("migration").is_some());
    tables
}

fn declared(declarations: impl IntoIterator<Item = Declaration>) -> Tables {
    let mut tables = Tables::new();
    for declaration in declarations {
        let mut columns: Vec<String> = declaration.columns.iter().map(|column| column.name.to_owned()).collect();
        columns.sort();
        assert!(
            tables.insert(declaration.table.to_owned(), columns).is_none(),
            "{} is declared twice",
            declaration.table
        );
    }
    tables
}

#[test]
fn every_table_of_a_school_is_declared_with_exactly_its_columns() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let modules = homeroom::modules::all().into_iter().flat_map(|module| module.declarations);
    assert_eq!(live(&school.context), declared(store::declarations().into_iter().chain(modules)));
}

#[test]
fn every_table_of_the_installation_is_declared_with_exactly_its_columns() {
    let test = crate::house();
    let context = installation::entry::own_context(&test.house().schools).unwrap();
    let modules = homeroom::modules::all().into_iter().flat_map(|module| module.control_declarations);
    assert_eq!(live(&context), declared(store::control_declarations().into_iter().chain(modules)));
}

/// Law 1: the installation knows schools, never a family.
#[test]
fn the_installation_has_no_table_for_families() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    school.student("Kim Canarychild", None).unwrap();
    let context = installation::entry::own_context(&test.house().schools).unwrap();
    let tables = live(&context);
    for table in ["student", "guardian", "edge", "household", "staff"] {
        assert!(!tables.contains_key(table), "{table}");
    }
    assert_eq!(raw::holds(&context, "Canarychild"), None);
}

#[test]
fn a_plain_column_says_why_in_words() {
    let declarations =
        homeroom::modules::all().into_iter().flat_map(|m| m.declarations.into_iter().chain(m.control_declarations));
    for declaration in declarations.chain(store::declarations()) {
        for column in declaration.columns {
            if let registry::Data::Plain(why) = column.data {
                assert!(why.contains(' '), "{}.{} only says {why:?}", declaration.table, column.name);
            }
        }
    }
}
