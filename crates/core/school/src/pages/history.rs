//! What a record was before, in words.

use people::history::Model;
use site::Cx;

pub struct Change {
    pub at: String,
    pub field: String,
    pub before: String,
    pub after: String,
}

/// Changes as a page shows them, in the order given.
pub fn changes(cx: &Cx, rows: Vec<Model>) -> Vec<Change> {
    rows.into_iter()
        .map(|row| Change {
            at: cx.say.moment(row.at),
            field: cx.say.say(&format!("field-{}", row.field.replace('_', "-"))),
            before: worded(cx, &row.field, row.before),
            after: worded(cx, &row.field, row.after),
        })
        .collect()
}

/// Days, flags and fixed words in the reader's language; everything else as it was typed.
fn worded(cx: &Cx, field: &str, value: String) -> String {
    if value.is_empty() {
        return cx.say.say("history-nothing");
    }
    match field {
        "sees" | "books" | "pays" | "picks_up" => cx.say.say(&format!("history-{value}")),
        "relationship" => cx.say.say(&format!("edges-relationship-{value}")),
        "gender" => cx.say.say(&format!("students-gender-{value}")),
        "born" | "left_on" | "restricted_from" => value.parse().map_or(value, |day| cx.say.date(day)),
        _ => value,
    }
}
