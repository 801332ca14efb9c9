//! The institution: its trade name, how to reach it and where it stands (C001). The office reads it, an
//! administrator changes it.

use askama::Template;
use kernel::Problems;
use people::institution::{self, Model, degrees};
use site::{Cx, Field, Form, FormView, Result, Say};
use store::{Allowed, Role, Whole, Work};

use super::fields::Reading;
use super::form_page::sorted;
use crate::acts;

#[derive(Template)]
#[template(path = "institution.html")]
struct InstitutionView<'a> {
    say: &'a Say,
    base: String,
    is_complete: bool,
    is_administrator: bool,
    facts: Vec<(String, String)>,
    form: Option<FormView>,
}

pub async fn see_institution(cx: Cx) -> Result {
    page(&cx, None, &Problems::default()).await
}

/// Replaces what is known of the institution.
pub async fn change_institution(cx: Cx, form: Form) -> Result {
    match sorted(change(&cx, &form).await)? {
        Ok(()) => Ok(cx.done("/institution", "done-institution-changed")),
        Err(problems) => page(&cx, Some(form), &problems).await,
    }
}

async fn change(cx: &Cx, form: &Form) -> Result<()> {
    let before = cx.read(acts::SEE_INSTITUTION.on(()), |read, _| institution::find(read)).await?;
    let mut reading = Reading::new(form);
    let country = cx.school()?.country.clone();
    let email = reading.email("institution_email");
    if form.some("institution_email").is_none() {
        reading.problems.add("institution_email", "email-not-an-address");
    }
    let latitude = degrees(&mut reading.problems, "latitude", &kernel::text::ascii_digits(form.get("latitude")), 90);
    let longitude =
        degrees(&mut reading.problems, "longitude", &kernel::text::ascii_digits(form.get("longitude")), 180);
    let typed = Model {
        id: before.id,
        trade_name: reading.needed("trade_name"),
        email: email.unwrap_or_default(),
        phone: reading.phone("institution_phone", &country).unwrap_or_default(),
        street: reading.text("street").unwrap_or_default(),
        postcode: reading.postcode("institution_postcode", &country).unwrap_or_default(),
        town: reading.text("town").unwrap_or_default(),
        country,
        contact_name: reading.text("contact_name").unwrap_or_default(),
        contact_email: reading.email("contact_email").unwrap_or_default(),
        latitude,
        longitude,
    };
    reading.problems.check()?;
    let change = move |work: &Work, school: Allowed<Whole>| institution::change(work, school, typed);
    cx.write(acts::CHANGE_INSTITUTION.on(()), change).await
}

async fn page(cx: &Cx, typed: Option<Form>, problems: &Problems) -> Result {
    let institution = cx.read(acts::SEE_INSTITUTION.on(()), |read, _| institution::find(read)).await?;
    let is_administrator = cx.actor().is(Role::Administrator);
    let values = values(&institution);
    let filled = values.iter().fold(Form::default(), |form, (name, value)| form.set(name, value));
    let form = typed.unwrap_or(filled);
    let view = InstitutionView {
        say: &cx.say,
        base: cx.href(""),
        is_complete: institution.is_complete(),
        is_administrator,
        facts: values
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (cx.say.say(&format!("field-{}", name.replace('_', "-"))), value))
            .collect(),
        form: is_administrator.then(|| FormView::new(cx, "/institution", "form-save", &form, problems, fields())),
    };
    let title = "institution-title";
    if problems.0.is_empty() { cx.page(title, &view) } else { cx.page_again(title, &view) }
}

fn fields() -> Vec<Field> {
    vec![
        Field::text("trade_name").required().autocomplete("organization"),
        Field::kind("institution_email", "email").required(),
        Field::kind("institution_phone", "tel"),
        Field::text("street"),
        Field::text("institution_postcode"),
        Field::text("town"),
        Field::text("contact_name").why("institution", "contact_name"),
        Field::kind("contact_email", "email").why("institution", "contact_email"),
        Field::text("latitude").hint(),
        Field::text("longitude").hint(),
    ]
}

fn values(institution: &Model) -> Vec<(&'static str, String)> {
    vec![
        ("trade_name", institution.trade_name.clone()),
        ("institution_email", institution.email.clone()),
        ("institution_phone", institution.phone.clone()),
        ("street", institution.street.clone()),
        ("institution_postcode", institution.postcode.clone()),
        ("town", institution.town.clone()),
        ("contact_name", institution.contact_name.clone()),
        ("contact_email", institution.contact_email.clone()),
        ("latitude", institution.latitude.map(in_degrees).unwrap_or_default()),
        ("longitude", institution.longitude.map(in_degrees).unwrap_or_default()),
    ]
}

/// Millionths of a degree as people write degrees: `52.090737`.
fn in_degrees(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let size = millionths.unsigned_abs();
    let text = format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_written_as_they_were_typed() {
        let mut problems = Problems::default();
        for typed in ["52.090737", "-0.5", "5", "-180"] {
            let millionths = degrees(&mut problems, "longitude", typed, 180).unwrap();
            assert_eq!(in_degrees(millionths), typed);
        }
        assert!(problems.0.is_empty());
    }
}
