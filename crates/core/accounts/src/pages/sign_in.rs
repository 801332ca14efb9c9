//! Sign-in: address or number and password, then the second factor where there is one. Password alone yields
//! no session where a second factor is set up (C017).

use askama::Template;
use axum::response::{Html, IntoResponse as _};
use kernel::clock::SECOND;
use kernel::{Error, Found as _, Problems};
use people::logo;
use site::{Cx, Fault, Field, Form, FormView, Page, Result};
use store::{Read, Work};

use super::one_time;
use super::passkeys::{PasskeyButton, waiting_has_passkey};
use crate::account::{self, Model};
use crate::acts::{ENTER, FIND_LOGIN, SEE_DOOR};
use crate::login::{self, Login};
use crate::notice::{self, What};
use crate::session::{self, Start};
use crate::{cooling, device, factor, password};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInView {
    form: FormView,
    title: String,
    passkey: Option<PasskeyButton>,
    /// The institution's own sign, and what it shows in words.
    logo: Option<(String, String)>,
    /// Doors of other modules: somebody else's identity provider.
    ways: Vec<(String, String)>,
    /// Other ways in, each with its address and words.
    others: Vec<(String, String)>,
}

/// The installation knows no numbers: its operators sign in by address.
fn login_field(cx: &Cx) -> &'static str {
    if cx.school.is_some() { "login" } else { "email" }
}

/// What a school and its modules put on the door.
#[derive(Default)]
struct Door {
    logo: Option<(String, String)>,
    ways: Vec<(String, String)>,
}

fn door_of(cx: &Cx, read: &Read) -> kernel::Result<Door> {
    let ways: kernel::Result<Vec<_>> = cx.house.ways.iter().map(|ways| ways(read)).collect();
    let line = |way: site::Way| (cx.href(&way.href), cx.say.one("sign-in-with", "name", &way.name));
    let name = cx.school.as_ref().map_or("", |school| &school.name);
    let logo = logo::find(read)?.map(|logo| (cx.href(&logo.path()), logo.words_or(name)));
    Ok(Door { logo, ways: ways?.into_iter().flatten().map(line).collect() })
}

async fn door(cx: &Cx) -> Result<Door> {
    if cx.school.is_none() {
        return Ok(Door::default());
    }
    let own = cx.clone();
    cx.read(SEE_DOOR.on(()), move |read, _| door_of(&own, read)).await
}

fn view(cx: &Cx, form: &Form, problems: &Problems, door: Door) -> SignInView {
    let fields = vec![
        Field::text(login_field(cx)).autocomplete("username").required(),
        Field::kind("password", "password").autocomplete("current-password").required(),
    ];
    SignInView {
        form: FormView::new(cx, "/sign-in", "sign-in-button", form, problems, fields),
        title: cx.say.say("sign-in-title"),
        others: others(cx),
        passkey: PasskeyButton::for_entry(cx),
        logo: door.logo,
        ways: door.ways,
    }
}

/// Where the edition allows it a code instead of a password; a letter with a code makes an account.
fn others(cx: &Cx) -> Vec<(String, String)> {
    if cx.school.is_none() {
        return Vec::new();
    }
    let code = one_time::is_offered(cx).then(|| (cx.href("/sign-in/send"), cx.say.say("sign-in-send")));
    code.into_iter().chain([(cx.href("/invite"), cx.say.say("sign-in-invited"))]).collect()
}

pub async fn show(cx: Cx) -> Result {
    if cx.account().is_ok() {
        return Ok(cx.go("/"));
    }
    let nothing = || (Form::default(), Problems::default());
    // A thousand families come through this door in one evening, and it looks the same to all of them.
    if let Some(key) = cx.page_key() {
        let own = cx.clone();
        let look = move |read: &Read, _| {
            let (form, problems) = nothing();
            own.page_bytes("sign-in-title", &view(&own, &form, &problems, door_of(&own, read)?)).map(Some)
        };
        let page = cx.read_again(SEE_DOOR.on(()), key, look).await?.found()?;
        return Ok(Html(page).into_response());
    }
    let (form, problems) = nothing();
    cx.page("sign-in-title", &view(&cx, &form, &problems, door(&cx).await?))
}

/// One answer for a wrong password, an unknown address or number, a number whose owners have one password,
/// and whatever cools; after the same work (C015, C052).
pub async fn submit(cx: Cx, form: Form) -> Result {
    let country = cx.school.as_ref().map(|school| school.country.as_str());
    let login = Login::parse(form.get(login_field(&cx)), country);
    let Some(account) = prove(&cx, login, form.get("password")).await? else {
        let mut problems = Problems::default();
        problems.add(login_field(&cx), "sign-in-wrong");
        let door = door(&cx).await?;
        return cx.page_again("sign-in-title", &view(&cx, &form, &problems, door));
    };
    first_factor(&cx, account, "password").await
}

/// Goes on after a password or a one-time code: to the second factor where one is set up, else in.
pub async fn first_factor(cx: &Cx, account: Model, method: &'static str) -> Result {
    let arrival = Arrival::of(cx, &account, method);
    let (entered, waits) = cx
        .write(ENTER.on(()), move |work, _| {
            let waits = factor::is_set_up(work, &account::find(work, account.id)?)?;
            let start = if waits { Start::Waiting } else { Start::Password };
            Ok((arrival.enter(work, &account, start)?, waits))
        })
        .await?;
    let next = if waits { cx.go("/sign-in/code") } else { entered.first_page(cx) };
    Ok(entered.seat(cx, next))
}

/// Cookies outlive any session's limit by little; the server decides.
pub(super) const COOKIE_SECONDS: i64 = 24 * 60 * 60;

/// The one account that signs in so and that the password fits, if neither it nor the network cools.
async fn prove(cx: &Cx, login: Option<Login>, password: &str) -> Result<Option<Model>> {
    let verifications = login.as_ref().map_or(1, Login::verifications);
    let network = cx.network();
    let (accounts, network_cools) = cx
        .read(FIND_LOGIN.on(()), move |read, _| {
            let accounts = login.map(|login| login::accounts(read, &login)).transpose()?.unwrap_or_default();
            Ok((accounts, cooling::is_network_cooling(read, network.as_deref())?))
        })
        .await?;
    let mut hashes: Vec<Option<String>> = accounts.iter().map(|account| account.password.clone()).collect();
    hashes.resize(verifications, None);
    let fits = password::verify_each(cx, password, hashes).await?;
    let (fitting, wrong): (Vec<_>, Vec<_>) = accounts.into_iter().zip(fits).partition(|(_, fits)| *fits);
    let mut fitting: Vec<Model> = fitting.into_iter().map(|(account, _)| account).collect();
    let one = if fitting.len() == 1 { fitting.pop() } else { None };
    let cools = network_cools || one.as_ref().is_some_and(|account| cooling::is_cooling(account, cx.now()));
    match one {
        Some(account) if !cools => Ok(Some(account)),
        _ => {
            let wrong = wrong.into_iter().map(|(account, _)| account).collect();
            refuse(cx, wrong, if cools { "cooling" } else { "wrong" }).await?;
            Ok(None)
        }
    }
}

/// Notes the refusal; a wrong password counts for every account it might have been for.
async fn refuse(cx: &Cx, accounts: Vec<Model>, outcome: &'static str) -> Result<()> {
    let network = cx.network();
    cx.write(ENTER.on(()), move |work, _| {
        cooling::note(work, accounts.first(), "password", outcome, network.as_deref())?;
        if outcome == "wrong" {
            for account in &accounts {
                cooling::count_wrong(work, &account::find(work, account.id)?)?;
            }
            if accounts.is_empty() {
                cooling::count_nothing(work)?;
            }
        }
        Ok(())
    })
    .await
}

/// A session that has just begun.
pub struct Entered {
    token: String,
    /// Of the browser; none while a second factor is due.
    mark: Option<String>,
    /// A notice waits on the account page.
    has_notice: bool,
}

impl Entered {
    /// Where the owner goes first: what nobody has told them yet comes before everything else (C076).
    pub fn first_page(&self, cx: &Cx) -> Page {
        cx.go(if self.has_notice { "/account" } else { "/" })
    }

    /// Gives the browser its cookies.
    pub fn seat(&self, cx: &Cx, page: Page) -> Page {
        let page = cx.with_session(page, &self.token, COOKIE_SECONDS);
        match &self.mark {
            Some(mark) => cx.with_device(page, mark, device::REMEMBERED / SECOND),
            None => page,
        }
    }
}

/// What a request brings to the beginning of a session.
struct Arrival {
    network: Option<String>,
    agent: String,
    /// The browser's mark, if it has one.
    mark: Option<String>,
    /// For the owner, of a browser not seen before.
    words: notice::Words,
    /// How, for the security log (C113).
    method: &'static str,
}

impl Arrival {
    fn of(cx: &Cx, account: &Model, method: &'static str) -> Self {
        let words = notice::words(&cx.say, What::NewBrowser, &account.name, &place(cx), &cx.url("/account"));
        Self { network: cx.network(), agent: cx.agent.to_string(), mark: cx.device(), words, method }
    }

    /// Begins the session; tells the owner of a browser not seen before (C076).
    fn enter(self, work: &Work, account: &Model, start: Start) -> kernel::Result<Entered> {
        let has_notice = notice::waits(work, account.id)?;
        let mut mark = None;
        if start != Start::Waiting {
            cooling::note(work, Some(account), self.method, "in", self.network.as_deref())?;
            let met = device::meet(work, account.id, self.mark.as_deref())?;
            if met.is_new {
                notice::tell(work, account, What::NewBrowser, self.words)?;
            }
            mark = Some(met.mark);
            cooling::forgive(work, account.id)?;
        }
        Ok(Entered { token: session::begin(work, account.id, start, &self.agent)?, mark, has_notice })
    }
}

/// Begins the session of somebody who has proved enough. `method` is how, for the security log (C113).
pub async fn enter(cx: &Cx, account: Model, start: Start, method: &'static str) -> Result<Entered> {
    let arrival = Arrival::of(cx, &account, method);
    cx.write(ENTER.on(()), move |work, _| arrival.enter(work, &account, start)).await
}

/// The school's name, or the installation's.
pub fn place(cx: &Cx) -> String {
    cx.school.as_ref().map_or_else(|| "Homeroom".to_owned(), |school| school.name.clone())
}

/// A passkey that did not let anybody in, in words on the door.
pub(super) async fn refused_passkey(cx: &Cx) -> Result {
    let mut problems = Problems::default();
    problems.add(login_field(cx), "passkey-failed");
    cx.page_refused("sign-in-title", &view(cx, &Form::default(), &problems, door(cx).await?))
}

/// The second step once more, with what did not do.
pub(super) async fn refused_code(cx: &Cx, words: &'static str) -> Result {
    let mut problems = Problems::default();
    problems.add("code", words);
    cx.page_refused("sign-in-code-title", &code_view(cx, &problems, waiting_has_passkey(cx).await?))
}

fn code_view(cx: &Cx, problems: &Problems, has_passkey: bool) -> SignInView {
    let fields = vec![Field::text("code").autocomplete("one-time-code").numeric().required().hint()];
    SignInView {
        form: FormView::new(cx, "/sign-in/code", "sign-in-code-button", &Form::default(), problems, fields),
        title: cx.say.say("sign-in-code-title"),
        others: Vec::new(),
        logo: None,
        ways: Vec::new(),
        passkey: if has_passkey { PasskeyButton::for_second_factor(cx) } else { None },
    }
}

pub async fn show_code(cx: Cx) -> Result {
    let has_passkey = waiting_has_passkey(&cx).await?;
    cx.page("sign-in-code-title", &code_view(&cx, &Problems::default(), has_passkey))
}

pub async fn submit_code(cx: Cx, form: Form) -> Result {
    let token = cx.token()?;
    let code = form.get("code").to_owned();
    let own = cx.clone();
    let account = cx.write(ENTER.on(()), move |work, _| take_code(&own, work, &token, &code)).await;
    match account {
        Ok(Some(account)) => {
            let entered = enter(&cx, account, Start::SecondFactor, "second factor").await?;
            Ok(entered.seat(&cx, entered.first_page(&cx)))
        }
        Ok(None) => {
            let mut problems = Problems::default();
            problems.add("code", "code-wrong");
            cx.page_again("sign-in-code-title", &code_view(&cx, &problems, waiting_has_passkey(&cx).await?))
        }
        Err(Fault(Error::SignedOut)) => Ok(cx.go("/sign-in")),
        Err(other) => Err(other),
    }
}

/// The account whose code it is. A wrong one counts against this sign-in and against the account (C015);
/// only who knows the password comes this far, so no stranger can cool an account so.
fn take_code(cx: &Cx, work: &Work, token: &str, code: &str) -> kernel::Result<Option<Model>> {
    let waiting = session::find_waiting(work, token)?;
    let account = account::find(work, waiting.account_id)?;
    if cooling::is_cooling(&account, work.now) {
        return Err(Error::SignedOut);
    }
    if factor::use_code(work, &account, code)? {
        session::end(work, account.id, waiting.id)?;
        return Ok(Some(account));
    }
    session::count_guess(work, &waiting)?;
    cooling::note(work, Some(&account), "second factor", "wrong", cx.network().as_deref())?;
    if cooling::count_wrong(work, &account)? {
        let words = notice::words(&cx.say, What::Guessed, &account.name, &place(cx), &cx.url("/account"));
        notice::tell(work, &account, What::Guessed, words)?;
    }
    Ok(None)
}

/// Ends the session on the server and clears the browser (C018).
pub async fn sign_out(cx: Cx) -> Result<Page> {
    let (Ok(account), Ok(token)) = (cx.account(), cx.token()) else { return Ok(cx.without_session(cx.go("/sign-in"))) };
    cx.write(crate::acts::CHANGE_OWN.on(()), move |work, _| match session::find_by_token(work, &token)? {
        Some(own) => session::end(work, account::AccountId(account), own.id),
        None => Ok(()),
    })
    .await?;
    Ok(cx.without_session(cx.done("/sign-in", "done-signed-out")))
}
