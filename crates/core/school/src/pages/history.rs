//! What a record was before, in words.

use std::collections::HashMap;

use kernel::reexport::uuid::Uuid;
use people::history::{CORRECTED, Model};
use site::{Cx, Result};

pub struct Change {
    pub at: String,
    pub field: String,
    pub before: String,
    pub after: String,
    /// Who changed it.
    pub by: String,
}

/// Changes as a page shows them, in the order given.
pub async fn changes(cx: &Cx, rows: Vec<Model>) -> Result<Vec<Change>> {
    let mut accounts: Vec<Uuid> = rows.iter().map(|row| row.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let names = if accounts.is_empty() { HashMap::new() } else { cx.names_of(accounts).await? };
    Ok(rows
        .into_iter()
        .map(|row| Change {
            at: cx.say.moment(row.at),
            field: cx.say.say(&format!("field-{}", row.field.replace('_', "-"))),
            by: by(cx, &names, row.account),
            before: worded(cx, &row.field, row.before),
            after: worded(cx, &row.field, row.after),
        })
        .collect())
}

/// The account's name; whoever has none works at the machine itself.
fn by(cx: &Cx, names: &HashMap<Uuid, String>, account: Uuid) -> String {
    let nobody = if account.is_nil() { "history-by-shell" } else { "history-by-gone" };
    names.get(&account).cloned().unwrap_or_else(|| cx.say.say(nobody))
}

/// Days, flags and fixed words in the reader's language; everything else as it was typed.
fn worded(cx: &Cx, field: &str, value: String) -> String {
    if value.is_empty() {
        return cx.say.say("history-nothing");
    }
    if value == CORRECTED {
        return cx.say.say("history-corrected");
    }
    match field {
        "sees" | "books" | "pays" | "picks_up" => cx.say.say(&format!("history-{value}")),
        "relationship" => cx.say.say(&format!("edges-relationship-{value}")),
        "gender" => cx.say.say(&format!("students-gender-{value}")),
        "born" | "left_on" | "restricted_from" => value.parse().map_or(value, |day| cx.say.date(day)),
        _ => value,
    }
}
