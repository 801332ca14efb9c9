//! The one-click door of the demo and its open outbox. No password, counts as a second factor; built into
//! the router in demo mode only.

use accounts::account::{self, AccountId};
use accounts::acknowledgement;
use accounts::session::{self, Start};
use askama::Template;
use axum::extract::Path;
use installation::entry;
use kernel::{Error, Language};
use registry::Purpose;
use site::{Cx, Fault, Module, Page, Result, Routes, Say};
use store::{Act, Role, outbox};

const EVERYBODY: &[Role] = &[Role::Visitor, Role::Operator, Role::Account];

static LOOK: Act<()> = Act::read_school(
    "demo.look",
    &[Purpose::Operation, Purpose::SignIn, Purpose::Communication, Purpose::Security],
    EVERYBODY,
)
.quiet();
static ENTER: Act<()> =
    Act::write_school("demo.enter", &[Purpose::Operation, Purpose::SignIn, Purpose::Security], EVERYBODY);

pub fn module() -> Module {
    Module {
        name: "demo",
        acts: vec![LOOK.info(), ENTER.info()],
        routes: Routes::new()
            .get("/demo", &["demo.look"], show)
            .get("/demo/enter/{account}", &["demo.enter"], enter)
            .get("/demo/outbox", &["demo.look"], mails),
        root_routes: Routes::new().get("/demo", &["demo.look"], first),
        locales: vec![
            (Language::En, include_str!("../../locales/en.ftl")),
            (Language::Nl, include_str!("../../locales/nl.ftl")),
            (Language::Et, include_str!("../../locales/et.ftl")),
            (Language::Ar, include_str!("../../locales/ar.ftl")),
            (Language::Hi, include_str!("../../locales/hi.ftl")),
        ],
        ..Module::default()
    }
}

/// The installation's demo page leads to the newest demo school's.
async fn first(cx: Cx) -> Result<Page> {
    let schools = cx.read(LOOK.on(()), |read, _| entry::list(read)).await?;
    let school = schools.iter().max_by_key(|s| s.founded_at).ok_or(Fault(Error::NotFound))?;
    Ok(axum::response::IntoResponse::into_response(axum::response::Redirect::to(&format!("/s/{}/demo", school.slug))))
}

struct DoorView {
    role: String,
    name: String,
    href: String,
}

#[derive(Template)]
#[template(path = "demo_door.html")]
struct DemoView<'a> {
    text: String,
    doors: Vec<DoorView>,
    outbox: String,
    say: &'a Say,
}

async fn show(cx: Cx) -> Result {
    let (accounts, (students, _)) = cx
        .read(LOOK.on(()), |read, _| {
            use store::sea_orm::{EntityTrait as _, QueryOrder as _};
            let rows = account::Entity::find()
                .order_by_asc(account::Column::CreatedAt)
                .order_by_asc(account::Column::Id)
                .all(read.db())?;
            let mut found = Vec::new();
            for row in rows {
                let roles = account::roles(read, &row)?;
                found.push((roles.first().copied().unwrap_or(Role::Visitor), row.name, row.id));
            }
            Ok((found, super::school::counts(read)?))
        })
        .await?;
    let doors = accounts
        .into_iter()
        .map(|(role, name, id)| DoorView {
            role: cx.say.say(&format!("role-{role}")),
            name,
            href: cx.href(&format!("/demo/enter/{id}")),
        })
        .collect();
    let view =
        DemoView { text: cx.say.count("demo-text", students), doors, outbox: cx.href("/demo/outbox"), say: &cx.say };
    cx.page("demo-title", &view)
}

/// Signs in as the account, as if with a second factor and with the notice acknowledged.
async fn enter(cx: Cx, path: Path<(String, String)>) -> Result<Page> {
    let id: AccountId = path.1.parse()?;
    let (agent, notice) = (cx.agent.clone(), cx.notice_version()?);
    let token = cx
        .write(ENTER.on(()), move |work, _| {
            account::find(work, id)?;
            if !acknowledgement::is_current(work, id, &notice)? {
                acknowledgement::note(work, id, &notice)?;
            }
            session::begin(work, id, Start::SecondFactor, &agent)
        })
        .await?;
    Ok(cx.with_session(cx.go("/"), &token, 24 * 60 * 60))
}

struct MailView {
    to: String,
    subject: String,
    body: String,
    when: String,
    state: String,
}

#[derive(Template)]
#[template(path = "demo_outbox.html")]
struct OutboxView<'a> {
    mails: Vec<MailView>,
    say: &'a Say,
}

async fn mails(cx: Cx) -> Result {
    let rows = cx.read(LOOK.on(()), |read, _| outbox::newest(read, 50)).await?;
    let mails = rows
        .into_iter()
        .map(|m| MailView {
            to: m.recipient,
            subject: m.subject,
            body: m.body,
            when: cx.say.moment(m.at),
            state: m.state,
        })
        .collect();
    cx.page("demo-outbox-title", &OutboxView { mails, say: &cx.say })
}
