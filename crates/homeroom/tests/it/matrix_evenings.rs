//! The matrix's part about parent evenings.

use crate::matrix_routes::Who::{self, *};
use crate::world::{Relation, World};

pub const EXPECTED: &[(&str, &str, Who)] = &[
    ("GET", "/conferences", Desk),
    ("GET", "/conferences/new", Desk),
    ("POST", "/conferences/new", Desk),
    ("GET", "/conferences/{round}", Desk),
    ("GET", "/conferences/{round}/edit", Desk),
    ("POST", "/conferences/{round}/edit", Desk),
    ("POST", "/conferences/{round}/publish", Desk),
    ("GET", "/conferences/{round}/days", Desk),
    ("POST", "/conferences/{round}/days", Desk),
    ("POST", "/conferences/{round}/days/remove", Desk),
    ("GET", "/conferences/{round}/teachers", Desk),
    ("POST", "/conferences/{round}/teachers", Desk),
    ("GET", "/conferences/{round}/missing", Desk),
    ("GET", "/conferences/{round}/print", Desk),
    ("GET", "/conferences/{round}/doors", Desk),
    ("GET", "/conferences/{round}/print.pdf", Desk),
    ("GET", "/conferences/{round}/doors.pdf", Desk),
    ("GET", "/participants/{participant}", Desk),
    ("POST", "/participants/{participant}", Desk),
    ("POST", "/participants/{participant}/remove", Desk),
    ("GET", "/participants/{participant}/book", Desk),
    ("POST", "/participants/{participant}/book", Desk),
    ("GET", "/appointments/{appointment}", Desk),
    ("POST", "/appointments/{appointment}", Desk),
    ("GET", "/my/conferences", Taught),
    ("GET", "/my/conferences/{round}", Taught),
    ("GET", "/conferences/{round}/live", Desk),
    ("GET", "/my/conferences/{round}/live", Taught),
    ("GET", "/my/conferences/{round}/calendar.ics", Taught),
    ("GET", "/family/conferences", Child),
    ("GET", "/family/conferences/{round}", Families),
    ("POST", "/family/conferences/{round}/book", Families),
    ("GET", "/family/conferences/{round}/proposal", Families),
    ("POST", "/family/conferences/{round}/proposal", Families),
    ("GET", "/family/conferences/{round}/plan", Families),
    ("GET", "/family/conferences/{round}/calendar.ics", Families),
    ("POST", "/family/appointments/{appointment}/move", Child),
    ("POST", "/family/appointments/{appointment}/cancel", Child),
];

/// Routes whose form names another record.
pub const NAMED_IN_FORM: &[&str] = &[
    "/conferences/{round}/days/remove",
    "/conferences/{round}/teachers",
    "/participants/{participant}/book",
    "/family/conferences/{round}/book",
    "/family/conferences/{round}/proposal",
];

/// Plausible fields for the forms, with the ids of that relation.
pub fn fields(world: &World, other: &World, relation: Relation) -> Vec<(String, String)> {
    let id = |kind: &str| world.id(other, kind, relation).replace("%27", "'");
    let free = world.free_time().to_string();
    let mut fields: Vec<(String, String)> = [
        ("round_name", "Another evening"),
        ("round_zone", "Europe/Amsterdam"),
        ("opens_at", "2026-11-02T09:00"),
        ("closes_at", "2026-11-09T09:00"),
        ("slot_minutes", "10"),
        ("travel_minutes", "5"),
        ("conf_day", "2026-11-13"),
        ("conf_from", "18:00"),
        ("conf_until", "20:00"),
        ("conf_room", "1.04"),
        ("state", "published"),
        ("book_start", &free),
        ("start", &free),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec();
    for kind in ["participant", "window"] {
        fields.push((kind.to_owned(), id(kind)));
    }
    fields.push(("chosen_teachers".to_owned(), format!("group:{}", id("group"))));
    fields.push(("booked_for".to_owned(), format!("{}:{}", id("student"), id("guardian"))));
    fields.push((format!("take/{}/{}", id("student"), id("participant")), free));
    fields
}
