//! The institution: its trade name, how to reach it and where it stands (C001), its contact persons and its
//! licences (C002). The office reads it, an administrator changes it.

use askama::Template;
use kernel::Problems;
use people::contact::{self, OFFICER};
use people::institution::{self, Model, degrees, in_degrees};
use people::{ContactId, LicenceId, licence};
use site::{Cx, Field, Form, FormView, Result, Say};
use store::{Allowed, Role, Whole, Work};

use super::fields::Reading;
use super::form_page::sorted;
use super::logo;
use crate::acts;

#[derive(Template)]
#[template(path = "institution.html")]
struct InstitutionView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    is_complete: bool,
    is_administrator: bool,
    has_officer: bool,
    facts: Vec<(String, String)>,
    form: Option<FormView>,
    logo: Option<logo::Shape>,
    contacts: Vec<ContactLine>,
    licences: Vec<LicenceLine>,
}

struct ContactLine {
    id: ContactId,
    name: String,
    function: String,
    ways: Vec<String>,
    address: String,
}

struct LicenceLine {
    id: LicenceId,
    name: String,
    kind: String,
    number: String,
    issuer: String,
    until: String,
    is_over: bool,
    has_scan: bool,
}

pub async fn see_institution(cx: Cx) -> Result {
    page(&cx, None, &Problems::default()).await
}

/// Replaces what is known of the institution itself.
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
        latitude,
        longitude,
    };
    reading.problems.check()?;
    let change = move |work: &Work, school: Allowed<Whole>| institution::change(work, school, typed);
    cx.write(acts::CHANGE_INSTITUTION.on(()), change).await
}

async fn page(cx: &Cx, typed: Option<Form>, problems: &Problems) -> Result {
    let institution = cx.read(acts::SEE_INSTITUTION.on(()), |read, _| institution::find(read)).await?;
    let contacts = cx.list(&acts::SEE_CONTACT, contact::list).await?;
    let licences = cx.list(&acts::SEE_LICENCE, licence::list).await?;
    let is_administrator = cx.actor().is(Role::Administrator);
    let values = values(&institution);
    let filled = values.iter().fold(Form::default(), |form, (name, value)| form.set(name, value));
    let form = typed.unwrap_or(filled);
    let view = InstitutionView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        is_complete: institution.is_complete(),
        is_administrator,
        has_officer: contacts.iter().any(|contact| contact.function == OFFICER),
        facts: values
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (cx.say.say(&format!("field-{}", name.replace('_', "-"))), value))
            .collect(),
        form: is_administrator.then(|| FormView::new(cx, "/institution", "form-save", &form, problems, fields())),
        logo: logo::shape(cx).await?,
        contacts: contacts.into_iter().map(|contact| contact_line(&cx.say, contact)).collect(),
        licences: licences.into_iter().map(|listed| licence_line(cx, listed)).collect(),
    };
    let title = "institution-title";
    if problems.0.is_empty() { cx.page(title, &view) } else { cx.page_again(title, &view) }
}

fn contact_line(say: &Say, contact: contact::Model) -> ContactLine {
    let words = |parts: [Option<String>; 2]| parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let place = words([contact.postcode.clone(), contact.town.clone()]);
    let address = [contact.street.clone().unwrap_or_default(), place];
    ContactLine {
        id: contact.id,
        name: contact.name().full(),
        function: say.say(&format!("contacts-function-{}", contact.function)),
        ways: [contact.email, contact.phone].into_iter().flatten().collect(),
        address: address.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
    }
}

fn licence_line(cx: &Cx, listed: licence::Listed) -> LicenceLine {
    let licence = listed.licence;
    LicenceLine {
        id: licence.id,
        name: licence.name(),
        until: licence.valid_until.map_or_else(|| cx.say.say("licences-no-end"), |day| cx.say.date(day)),
        is_over: licence.valid_until.is_some_and(|day| day < cx.now().date()),
        kind: licence.kind,
        number: licence.number,
        issuer: licence.issuer,
        has_scan: listed.has_scan,
    }
}

fn fields() -> Vec<Field> {
    vec![
        Field::text("trade_name").required().autocomplete("organization"),
        Field::kind("institution_email", "email").required(),
        Field::kind("institution_phone", "tel"),
        Field::text("street"),
        Field::text("institution_postcode"),
        Field::text("town"),
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
        ("latitude", institution.latitude.map(in_degrees).unwrap_or_default()),
        ("longitude", institution.longitude.map(in_degrees).unwrap_or_default()),
    ]
}
