//! The role table as a head teacher reads it, kept under review.

use std::path::Path;

/// After a change of an act: `UPDATE_GOLDEN=1`, then read the difference with the eyes of a parent.
#[test]
fn the_role_table_is_the_reviewed_one() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../access.txt");
    let table = homeroom::commands::access::table(&homeroom::commands::access::all());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, &table).unwrap();
    }
    let reviewed = std::fs::read_to_string(&file).unwrap();
    let only = |here: &str, there: &str| {
        let lines: Vec<String> =
            here.lines().filter(|line| !there.lines().any(|other| other == *line)).map(str::to_owned).collect();
        lines.join("\n")
    };
    assert!(
        table == reviewed,
        "the role table has changed: review it, then run with UPDATE_GOLDEN=1.\nNew:\n{}\nGone:\n{}",
        only(&table, &reviewed),
        only(&reviewed, &table)
    );
}

#[test]
fn an_act_has_one_name() {
    let acts = homeroom::commands::access::all();
    for pair in acts.windows(2) {
        assert_ne!(pair[0].name, pair[1].name);
    }
}
