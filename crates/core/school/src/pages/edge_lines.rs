//! What a guardian is to a student and may, as a row of a page: the same from either side.

use people::edge::{Linked, Model};
use people::{EdgeId, student};
use site::Cx;

/// One edge with whom it leads to.
pub struct EdgeLine {
    pub edge: EdgeId,
    /// The other's page.
    pub href: String,
    pub name: String,
    pub relationship: String,
    pub rights: Vec<String>,
    pub emergency: Option<String>,
    pub restricted: Option<String>,
}

impl EdgeLine {
    /// On a student's page.
    pub fn to_guardian(cx: &Cx, link: &Linked) -> Self {
        let guardian = &link.guardian;
        Self::new(cx, &link.edge, guardian.name().full(), &format!("/guardians/{}", guardian.id))
    }

    /// On a guardian's page.
    pub fn to_student(cx: &Cx, edge: &Model, student: &student::Model) -> Self {
        Self::new(cx, edge, student.name().full(), &format!("/students/{}", student.id))
    }

    fn new(cx: &Cx, edge: &Model, name: String, path: &str) -> Self {
        Self {
            edge: edge.id,
            href: cx.href(path),
            name,
            relationship: relationship(cx, &edge.relationship),
            rights: rights(cx, edge),
            emergency: edge.emergency_order.map(|n| cx.say.count("edges-emergency", n)),
            restricted: edge.restricted_from.map(|day| cx.say.one("edges-restricted", "date", &cx.say.date(day))),
        }
    }
}

/// What the guardian may, in words.
pub fn rights(cx: &Cx, edge: &Model) -> Vec<String> {
    [("sees", edge.sees), ("books", edge.books), ("pays", edge.pays), ("picks-up", edge.picks_up)]
        .into_iter()
        .filter(|(_, may)| *may)
        .map(|(word, _)| cx.say.say(&format!("edges-{word}")))
        .collect()
}

/// `mother`, `father`, … in words; `not recorded` where it is empty.
pub fn relationship(cx: &Cx, word: &str) -> String {
    let word = if word.is_empty() { "none" } else { word };
    cx.say.say(&format!("edges-relationship-{word}"))
}
