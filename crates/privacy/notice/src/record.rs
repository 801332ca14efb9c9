//! The record of processing (GDPR Art. 30; C096): the school's as controller (Art. 30(1)) and the host's as
//! processor (Art. 30(2)). Everything in it is computed: activities from the declarations, recipients from the
//! role table, periods and territory from the edition, measures from the values that enforce them, and who
//! answers from what the school and the host have written down of themselves.

use people::{contact, institution};
use registry::{Activity, Category, Edition, Kept, Period, Purpose, Subject};
use serde::Serialize;
use site::form::basis_word;
use site::{Cx, Host, Result, Say};
use store::act::Power;
use store::{ActInfo, Role};

#[derive(Serialize)]
pub struct Record {
    /// Of this document; `1` is the first.
    pub version: u32,
    pub language: &'static str,
    pub controller: Controller,
    pub activities: Vec<Row>,
    pub transfers: Transfers,
    pub time_limits: Vec<Limit>,
    pub security: Vec<String>,
    pub processor: Processor,
}

/// Who answers for the school's processing: Art. 30(1)(a).
#[derive(Serialize)]
pub struct Controller {
    pub name: String,
    pub address: String,
    pub email: String,
    pub phone: Option<String>,
    /// Nobody decides together with the school.
    pub joint_controllers: String,
    pub representative: Named,
    pub data_protection_officer: Named,
}

/// Persons, or in words that there is none.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Named {
    Persons(Vec<PersonNamed>),
    Nobody(String),
}

#[derive(Serialize)]
pub struct PersonNamed {
    pub name: String,
    /// Mail, phone, address: those that are known.
    pub contact: Vec<String>,
}

/// One activity: Art. 30(1)(b) to (f).
#[derive(Serialize)]
pub struct Row {
    #[serde(flatten)]
    pub activity: Activity,
    /// The basis after the edition's choice.
    pub basis_in_force: String,
    /// ISO 8601 duration; none where it ends with the school.
    pub period: Option<String>,
    /// The same in the reader's words: Art. 30(1)(f).
    pub time_limit: String,
    pub recipients: Recipients,
}

/// Categories of recipients: Art. 30(1)(d).
#[derive(Serialize)]
pub struct Recipients {
    /// Words of the roles in the school.
    pub inside: Vec<&'static str>,
    /// In the reader's words.
    pub outside: Vec<String>,
}

/// Art. 30(1)(e).
#[derive(Serialize)]
pub struct Transfers {
    pub to_third_countries: String,
    /// Where the edition says that the data stay: countries, or `EEA`.
    pub territory: Vec<String>,
}

/// Art. 30(1)(f).
#[derive(Serialize)]
pub struct Limit {
    pub class: &'static str,
    pub words: String,
}

/// Who processes on the school's behalf: Art. 30(2).
#[derive(Serialize)]
pub struct Processor {
    pub name: String,
    pub contact: Vec<String>,
    pub data_protection_officer: String,
    pub on_behalf_of: String,
    pub categories_of_processing: Vec<String>,
    pub transfers: String,
    pub security: Vec<String>,
}

/// What the school has written down of itself.
pub type Own = (institution::Model, Vec<contact::Model>);

pub fn record(cx: &Cx, (institution, contacts): Own, host: Option<Host>) -> Result<Record> {
    let (say, edition) = (&cx.say, cx.edition()?);
    let rows = rows(cx, edition);
    let security: Vec<String> = cx.house.measures.iter().map(|measure| measure(say, &cx.house, edition)).collect();
    let transfers = transfers(say, edition);
    let mut purposes: Vec<Purpose> = rows.iter().map(|row| row.activity.purpose).collect();
    purposes.dedup();
    let processor = Processor {
        name: host.as_ref().map_or_else(|| say.say("record-host-unnamed"), |host| host.name.clone()),
        contact: host.as_ref().map_or_else(|| vec![cx.house.url.clone()], of_host),
        data_protection_officer: host
            .map(|host| host.officer)
            .filter(|officer| !officer.is_empty())
            .unwrap_or_else(|| say.say("record-nobody")),
        on_behalf_of: institution.trade_name.clone(),
        categories_of_processing: purposes.iter().map(|p| say.say(&format!("purpose-{}", p.word()))).collect(),
        transfers: transfers.to_third_countries.clone(),
        security: security.clone(),
    };
    Ok(Record {
        version: 1,
        language: say.language().code(),
        controller: controller(say, institution, &contacts),
        activities: rows,
        transfers,
        time_limits: limits(say, edition),
        security,
        processor,
    })
}

fn of_host(host: &Host) -> Vec<String> {
    let known = [&host.address, &host.email, &host.phone].into_iter().filter(|way| !way.is_empty());
    known.cloned().collect()
}

fn controller(say: &Say, institution: institution::Model, contacts: &[contact::Model]) -> Controller {
    let place = [&institution.street, &institution.postcode, &institution.town, &institution.country];
    Controller {
        address: place.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", "),
        name: institution.trade_name,
        email: institution.email,
        phone: Some(institution.phone).filter(|phone| !phone.is_empty()),
        joint_controllers: say.say("record-nobody"),
        representative: named(say, contacts, contact::REPRESENTATIVE),
        data_protection_officer: named(say, contacts, contact::OFFICER),
    }
}

fn named(say: &Say, contacts: &[contact::Model], function: &str) -> Named {
    let persons: Vec<PersonNamed> = contacts
        .iter()
        .filter(|contact| contact.function == function)
        .map(|contact| PersonNamed { name: contact.name().full(), contact: ways(contact) })
        .collect();
    if persons.is_empty() { Named::Nobody(say.say("record-nobody")) } else { Named::Persons(persons) }
}

fn ways(contact: &contact::Model) -> Vec<String> {
    let place: Vec<&str> =
        [&contact.street, &contact.postcode, &contact.town].into_iter().filter_map(|part| part.as_deref()).collect();
    let known = [contact.email.clone(), contact.phone.clone(), Some(place.join(", "))];
    known.into_iter().flatten().filter(|way| !way.is_empty()).collect()
}

pub fn rows(cx: &Cx, edition: &Edition) -> Vec<Row> {
    registry::activities(&cx.house.declarations)
        .into_iter()
        .map(|activity| Row {
            basis_in_force: basis_word(Some(edition), activity.basis),
            period: edition.period(activity.kept).map(iso),
            time_limit: period(&cx.say, edition, activity.kept),
            recipients: Recipients { inside: inside(&cx.house.acts, &activity), outside: outside(cx, &activity) },
            activity,
        })
        .collect()
}

/// The roles of the school that get to see data of an activity, from the role table; each of them only the
/// rows that the table names. `account` is the person concerned.
fn inside(acts: &[ActInfo], activity: &Activity) -> Vec<&'static str> {
    const INSIDE: [Role; 7] =
        [Role::Administrator, Role::Office, Role::Teacher, Role::Guardian, Role::Student, Role::Dpo, Role::Account];
    let reaching: Vec<&ActInfo> = acts.iter().filter(|act| reaches(act, activity)).collect();
    let holds = |role: &Role| reaching.iter().any(|act| act.who.iter().any(|(who, _)| who == role));
    let roles: Vec<&'static str> = INSIDE.into_iter().filter(holds).map(Role::word).collect();
    // What no role opens, such as the words of a message, is for whom it is about.
    if roles.is_empty() { vec![Role::Account.word()] } else { roles }
}

/// Whether an act is for the activity's purpose, or shows records of its subjects.
fn reaches(act: &ActInfo, activity: &Activity) -> bool {
    let is_about = act.kinds.iter().any(|kind| shown_by(activity).contains(kind));
    // A change that is about nobody in particular shows nobody.
    let shows_all = act.kinds.is_empty() && act.power == Power::Read;
    let is_for = act.purposes.contains(&activity.purpose) && (is_about || shows_all);
    is_for || (is_about && is_of_records(activity.purpose) && activity.whose != Subject::User)
}

/// Purposes whose data stand in the records that people open, not in the house's own books.
fn is_of_records(purpose: Purpose) -> bool {
    match purpose {
        Purpose::Administration
        | Purpose::Teaching
        | Purpose::FamilyContact
        | Purpose::ChildSafety
        | Purpose::Communication => true,
        Purpose::SignIn
        | Purpose::Security
        | Purpose::Accountability
        | Purpose::Import
        | Purpose::Operation
        | Purpose::Access
        | Purpose::Statistics => false,
    }
}

/// Kinds of record on whose pages an activity's data appear: a child's page names guardians and teachers. A
/// court's order stands at the edge alone.
fn shown_by(activity: &Activity) -> &'static [&'static str] {
    if activity.categories.contains(&Category::Restriction) {
        return &["edge"];
    }
    match activity.whose {
        Subject::Student => &["student", "edge", "household"],
        Subject::Guardian => &["guardian", "edge", "student"],
        Subject::Staff => &["staff", "group", "student"],
        Subject::Contact => &["contact", "licence"],
        Subject::User => &["task", "guardian", "staff"],
        Subject::Operator | Subject::Nobody => &[],
    }
}

/// The host, who keeps everything; whom modules hand this to; and for the two persons whom the law makes
/// public, everybody.
fn outside(cx: &Cx, activity: &Activity) -> Vec<String> {
    let declared = cx.house.recipients.iter().filter(|r| (r.purpose, r.whose) == (activity.purpose, activity.whose));
    let is_public = activity.whose == Subject::Contact && activity.categories.contains(&Category::Contact);
    let public = is_public.then(|| cx.say.say("recipient-public"));
    let host = std::iter::once(cx.say.say("recipient-host"));
    host.chain(declared.map(|recipient| cx.say.say(recipient.words))).chain(public).collect()
}

/// Nothing leaves but mail, so nothing goes to a third country by design.
fn transfers(say: &Say, edition: &Edition) -> Transfers {
    Transfers { to_third_countries: say.say("record-transfers"), territory: edition.place.territory.clone() }
}

fn limits(say: &Say, edition: &Edition) -> Vec<Limit> {
    Kept::ALL.iter().map(|kept| Limit { class: kept.word(), words: period(say, edition, *kept) }).collect()
}

/// A class's period in words.
pub fn period(say: &Say, edition: &Edition, kept: Kept) -> String {
    edition.period(kept).map_or_else(|| say.say("retention-school"), |period| say.period(period))
}

fn iso(period: Period) -> String {
    match period {
        Period::Hours(n) => format!("PT{n}H"),
        Period::Days(n) => format!("P{n}D"),
        Period::Months(n) => format!("P{n}M"),
        Period::Years(n) => format!("P{n}Y"),
    }
}
