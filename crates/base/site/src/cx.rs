//! `Cx`: the one extractor. Actor, school, language, clock; and from there to the database only by an act.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use kernel::{Error, Language, Timestamp};
use registry::Edition;
use store::sea_orm::prelude::Uuid;
use store::{Act, Actor, Allowed, Context, Noun, On, Person, Read, Target, Visible, Work};

use crate::fault::{Fault, Result};
use crate::house::{House, SchoolEntry, Visit};
use crate::layout::{self, Layout};
use crate::module::NavItem;
use crate::routes::RouteActs;
use crate::words::Say;

/// Behind the session cookie's name, the name of the browser's mark. No slug has a dot in it.
pub(crate) const DEVICE: &str = ".device";

/// Marks a page that the browser may keep, with the seconds it may. Our own: no other header says so.
pub const KEEP_OFFLINE: &str = "homeroom-keep";

/// Any answer a page function gives.
pub type Page = Response;

/// What the outer layer found out about a request; handlers get it as [`Cx`].
#[derive(Clone)]
pub struct Cx {
    pub house: Arc<House>,
    pub(crate) context: Context,
    /// `None` on the installation's own pages.
    pub school: Option<SchoolEntry>,
    /// The signed-in person's own name.
    pub name: Option<String>,
    pub say: Say,
    pub(crate) theme: Option<&'static str>,
    pub(crate) path: String,
    /// The path with its query, to come back to.
    pub(crate) here: String,
    pub(crate) done: Option<String>,
    pub(crate) acts: &'static [&'static str],
    pub(crate) token: Option<String>,
    pub(crate) device: Option<String>,
    /// Colours and language that this browser chose, with the moment.
    pub(crate) chosen: Chosen,
    /// An operator is signed in to the installation, and this is a school's page.
    pub(crate) is_operator: bool,
    /// What that operator may look at here (C031).
    pub(crate) visit: Option<Visit>,
    /// User agent, for the list of sessions (C018).
    pub agent: Arc<str>,
}

/// When this browser chose how pages look and speak; none where it did not, or long ago.
#[derive(Clone, Copy, Debug, Default)]
pub struct Chosen {
    pub language: Option<Timestamp>,
    pub theme: Option<Timestamp>,
}

impl FromRequestParts<Arc<House>> for Cx {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, house: &Arc<House>) -> Result<Self, Infallible> {
        let mut cx = parts.extensions.remove::<Cx>().unwrap_or_else(|| Cx::nobody(house, Language::En));
        cx.acts = parts.extensions.get::<RouteActs>().map_or(&[], |acts| acts.0);
        Ok(cx)
    }
}

impl Cx {
    /// A visitor of the installation's own pages, before anything is known.
    pub(crate) fn nobody(house: &Arc<House>, language: Language) -> Self {
        #[expect(clippy::expect_used, reason = "the binary opens the control database before it listens")]
        let database = house.schools.control().expect("the control database is open");
        let context = Context {
            database,
            actor: Actor::Visitor,
            clock: house.schools.clock.clone(),
            random: house.schools.random.clone(),
            network: None,
        };
        Self {
            house: Arc::clone(house),
            context,
            school: None,
            name: None,
            say: Say::new(Arc::clone(&house.catalogue), language),
            theme: None,
            path: String::new(),
            here: String::new(),
            done: None,
            acts: &[],
            token: None,
            device: None,
            chosen: Chosen::default(),
            is_operator: false,
            visit: None,
            agent: "".into(),
        }
    }

    pub fn actor(&self) -> &Actor {
        &self.context.actor
    }

    /// The signed-in person; who is not signed in is sent to the door.
    pub fn person(&self) -> Result<&Person> {
        self.context.actor.person().ok_or(Fault(Error::SignedOut))
    }

    /// The session cookie as it came; to find one's own session or the sign-in that waits behind it.
    pub fn token(&self) -> Result<String> {
        self.token.clone().ok_or(Fault(Error::SignedOut))
    }

    /// The mark of a browser that has signed in here before; it opens nothing.
    pub fn device(&self) -> Option<String> {
        self.device.clone()
    }

    /// The signed-in account; who has none is sent to the door.
    pub fn account(&self) -> Result<Uuid> {
        Some(self.context.actor.account()).filter(|id| !id.is_nil()).ok_or(Fault(Error::SignedOut))
    }

    /// `light` or `dark`, if this browser chose; else it follows the device.
    pub fn theme(&self) -> Option<&'static str> {
        self.theme
    }

    /// When this browser chose language and colours.
    pub fn chosen(&self) -> Chosen {
        self.chosen
    }

    /// Keeps a choice of how pages look in this browser: `lang` or `theme`; an empty value forgets it.
    pub fn with_choice(&self, mut page: Page, name: &str, value: &str) -> Page {
        crate::server::keep_choice(&mut page, self, name, value);
        page
    }

    /// The caller's network, for the security log.
    pub fn network(&self) -> Option<String> {
        self.context.network.as_ref().map(|caller| caller.network.to_string())
    }

    /// The absolute address of a page, for mails and letters.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}", self.house.url, self.href(path))
    }

    pub fn now(&self) -> kernel::Timestamp {
        self.context.clock.now()
    }

    /// The school this page is of.
    pub fn school(&self) -> Result<&SchoolEntry> {
        self.school.as_ref().ok_or(Fault(Error::NotFound))
    }

    pub fn edition(&self) -> Result<&Edition> {
        Ok(self.house.edition(&self.school()?.edition)?)
    }

    /// Whether this school uses a module it could do without (C097).
    pub fn uses(&self, module: &str) -> bool {
        let listed = self.edition().is_ok_and(|edition| edition.modules.on.iter().any(|name| name == module));
        (listed || !self.house.optional.contains_key(module)) && self.context.database.is_on(module)
    }

    /// The door for domain code that runs long or comes back: imports, hashing before a write.
    pub fn context(&self) -> Context {
        self.context.clone()
    }

    /// A unit of work of an act that the route names, on a thread that may wait.
    async fn unit<R: Send + 'static>(
        &self,
        act: &'static str,
        work: impl FnOnce(&Context) -> kernel::Result<R> + Send + 'static,
    ) -> Result<R> {
        self.declared(act)?;
        let context = self.context.clone();
        blocking(move || work(&context)).await
    }

    /// Checks `on` and runs `look` on a reader.
    pub async fn read<T, R, F>(&self, on: On<T>, look: F) -> Result<R>
    where
        T: Target,
        R: Send + 'static,
        F: FnOnce(&Read, T::Allowed) -> kernel::Result<R> + Send + 'static,
    {
        self.unit(on.act.name, move |context| context.read(on, look)).await
    }

    /// [`Cx::read`] of what is asked often and changes seldom ([`Context::read_again`] says on which terms).
    pub async fn read_again<T, R, F>(&self, on: On<T>, key: impl Into<String>, look: F) -> Result<Option<R>>
    where
        T: Target,
        R: Clone + Send + Sync + 'static,
        F: FnOnce(&Read, T::Allowed) -> kernel::Result<Option<R>> + Send + 'static,
    {
        self.declared(on.act.name)?;
        let key = key.into();
        if let Some(found) = self.context.remembered(&on, &key) {
            return Ok(Some(found));
        }
        let context = self.context.clone();
        blocking(move || context.read_again(on, &key, look)).await
    }

    /// Opens a list, narrowed to what the actor may see.
    pub async fn list<N, R, F>(&self, act: &'static Act<N>, look: F) -> Result<R>
    where
        N: Noun,
        R: Send + 'static,
        F: FnOnce(&Read, Visible<N>) -> kernel::Result<R> + Send + 'static,
    {
        self.unit(act.name, move |context| context.list(act, look)).await
    }

    /// Checks `on`, runs `change` in one transaction, commits.
    pub async fn write<T, R, F>(&self, on: On<T>, change: F) -> Result<R>
    where
        T: Target,
        R: Send + 'static,
        F: FnOnce(&Work, T::Allowed) -> kernel::Result<R> + Send + 'static,
    {
        self.unit(on.act.name, move |context| context.write(on, change)).await
    }

    /// [`Cx::write`] on several rows of one kind, all of them or none.
    pub async fn write_all<N, R, F>(&self, act: &'static Act<N>, ids: Vec<N>, change: F) -> Result<R>
    where
        N: Noun,
        R: Send + 'static,
        F: FnOnce(&Work, Vec<Allowed<N>>) -> kernel::Result<R> + Send + 'static,
    {
        self.unit(act.name, move |context| context.write_all(act, &ids, change)).await
    }

    /// A change that erases; nothing of what it removes is left in the school's files.
    pub async fn erase<T, R, F>(&self, on: On<T>, change: F) -> Result<R>
    where
        T: Target,
        R: Send + 'static,
        F: FnOnce(&Work, T::Allowed) -> kernel::Result<R> + Send + 'static,
    {
        self.unit(on.act.name, move |context| context.erase(on, change)).await
    }

    /// The same for a merge or an undo, where what stays is put in order: see [`store::Context::erase_rows`].
    pub async fn erase_rows<T, R, F>(&self, on: On<T>, change: F) -> Result<R>
    where
        T: Target,
        R: Send + 'static,
        F: FnOnce(&Work, T::Allowed) -> kernel::Result<R> + Send + 'static,
    {
        self.unit(on.act.name, move |context| context.erase_rows(on, change)).await
    }

    /// The names of these accounts, for showing who did something.
    pub async fn names_of(&self, accounts: Vec<Uuid>) -> Result<HashMap<Uuid, String>> {
        let (context, names) = (self.context.clone(), self.house.door.names);
        blocking(move || Ok(names(&context, &accounts)?.into_iter().collect())).await
    }

    /// The same page for the installation's database.
    pub fn control(&self) -> Result<Self> {
        let database = self.house.schools.control()?;
        Ok(Self { context: Context { database, ..self.context.clone() }, ..self.clone() })
    }

    fn declared(&self, act: &'static str) -> Result<()> {
        if self.acts.contains(&act) {
            Ok(())
        } else {
            Err(Fault(Error::Internal(format!("{} performs {act} without naming it among its acts", self.path))))
        }
    }

    /// Runs slow work (hashing, reading a file) off the request threads.
    pub async fn off_thread<R: Send + 'static>(
        &self,
        work: impl FnOnce() -> kernel::Result<R> + Send + 'static,
    ) -> Result<R> {
        blocking(work).await
    }

    /// The same for work of minutes: its answer if it comes within `patience`; without one it goes on alone.
    pub async fn off_thread_within<R: Send + 'static>(
        &self,
        patience: Duration,
        work: impl FnOnce() -> kernel::Result<R> + Send + 'static,
    ) -> Result<Option<R>> {
        // A task of its own: the work has begun even if nobody waits for it any more.
        let working = tokio::spawn(blocking(work));
        match tokio::time::timeout(patience, working).await {
            Ok(Ok(answer)) => answer.map(Some),
            Ok(Err(stopped)) => Err(Fault(Error::internal(stopped))),
            Err(_) => Ok(None),
        }
    }

    /// This page, asked for again by the browser itself after some seconds: it needs no script.
    pub fn again_in(&self, mut page: Page, seconds: u64) -> Page {
        page.headers_mut().insert("refresh", HeaderValue::from(seconds));
        page
    }

    /// A whole page around a view. `title` is a translation key.
    pub fn page(&self, title: &str, view: &impl Template) -> Result {
        self.titled(self.say.say(title), view, StatusCode::OK)
    }

    /// The same with a title that is already words: a person's name.
    pub fn page_named(&self, title: String, view: &impl Template) -> Result {
        self.titled(title, view, StatusCode::OK)
    }

    /// The form once more with what was typed and what to correct: 422, `Error:` before the title.
    pub fn page_again(&self, title: &str, view: &impl Template) -> Result {
        let title = self.say.one("error-title", "title", &self.say.say(title));
        self.titled(title, view, StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// The form once more, because what was sent as proof proves nothing: 401.
    pub fn page_refused(&self, title: &str, view: &impl Template) -> Result {
        let title = self.say.one("error-title", "title", &self.say.say(title));
        self.titled(title, view, StatusCode::UNAUTHORIZED)
    }

    pub(crate) fn titled(&self, title: String, view: &impl Template, status: StatusCode) -> Result {
        Ok((status, Html(self.whole(title, view)?)).into_response())
    }

    pub(crate) fn whole(&self, title: String, view: &impl Template) -> kernel::Result<String> {
        let body = view.render().map_err(Error::internal)?;
        Layout::new(self, title, &body).render().map_err(Error::internal)
    }

    /// A part of a page, without the page around it: for a script that puts it in.
    pub fn part(&self, view: &impl Template) -> Result {
        Ok(Html(view.render().map_err(|e| Fault(Error::internal(e)))?).into_response())
    }

    /// The lines of this person's menu.
    pub fn nav(&self) -> Vec<layout::NavLine> {
        offered(self, &self.house.nav)
    }

    /// What this person can begin.
    pub fn deeds(&self) -> Vec<layout::NavLine> {
        offered(self, &self.house.deeds)
    }

    /// Lets the browser keep this page for a day, to show it where there is no network; gone at sign-out (C018).
    pub fn kept_offline(&self, mut page: Page) -> Page {
        page.headers_mut().insert(KEEP_OFFLINE, HeaderValue::from_static("86400"));
        page
    }

    /// A path of this school: `/s/kastanje/students`; of the installation: `/operator/schools`.
    pub fn href(&self, path: &str) -> String {
        match &self.school {
            Some(school) => format!("/s/{}{path}", school.slug),
            None => format!("/operator{path}"),
        }
    }

    /// The privacy notice: the school's, or the installation's own (C023).
    pub fn notice_href(&self) -> String {
        self.school.as_ref().map_or_else(|| "/privacy/".to_owned(), |_| self.href("/privacy/"))
    }

    /// The version of that notice in force.
    pub fn notice_version(&self) -> Result<String> {
        match &self.school {
            Some(school) => Ok(self.house.notice_version(school)?),
            None => Ok(self.house.control_notice_version.clone()),
        }
    }

    /// See other: after a form that was good.
    pub fn go(&self, path: &str) -> Page {
        Redirect::to(&self.href(path)).into_response()
    }

    /// See other, with a line that says what was done: a key that begins with `done-`.
    pub fn done(&self, path: &str, key: &str) -> Page {
        let join = if path.contains('?') { '&' } else { '?' };
        Redirect::to(&format!("{}{join}done={key}", self.href(path))).into_response()
    }

    /// Sets this school's session cookie on an answer.
    pub fn with_session(&self, page: Page, token: &str, max_age_seconds: i64) -> Page {
        self.with_cookie(page, "", token, max_age_seconds)
    }

    /// Marks the browser as one that has signed in here.
    pub fn with_device(&self, page: Page, mark: &str, max_age_seconds: i64) -> Page {
        self.with_cookie(page, DEVICE, mark, max_age_seconds)
    }

    /// A short-lived cookie of the school's own, for a way out and back: `kind` begins with a dot.
    pub fn with_passing(&self, page: Page, kind: &str, value: &str, max_age_seconds: i64) -> Page {
        self.with_cookie(page, kind, value, max_age_seconds)
    }

    /// What [`Cx::with_passing`] has kept in this browser.
    pub fn passing(&self, headers: &HeaderMap, kind: &str) -> Option<String> {
        let slug = self.school.as_ref().map_or("operator", |school| school.slug.as_str());
        cookie(headers, &format!("{}{kind}", self.house.cookie(slug))).map(str::to_owned)
    }

    fn with_cookie(&self, mut page: Page, kind: &str, value: &str, max_age_seconds: i64) -> Page {
        let (name, path) = match &self.school {
            Some(school) => (self.house.cookie(&school.slug), format!("/s/{}/", school.slug)),
            None => (self.house.cookie("operator"), "/".to_owned()),
        };
        let secure = if self.house.is_secure() { "; Secure" } else { "" };
        let cookie =
            format!("{name}{kind}={value}; Path={path}; HttpOnly; SameSite=Lax; Max-Age={max_age_seconds}{secure}");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            page.headers_mut().append(header::SET_COOKIE, value);
        }
        page
    }

    /// Signed out: no cookie, and nothing of the pages stays on a shared device (C018).
    pub fn without_session(&self, page: Page) -> Page {
        let mut page = self.with_session(page, "", 0);
        page.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
        page
    }
}

/// A cookie of the request.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, value)| *key == name && !value.is_empty())
        .map(|(_, value)| value)
}

async fn blocking<R: Send + 'static>(work: impl FnOnce() -> kernel::Result<R> + Send + 'static) -> Result<R> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => Ok(result?),
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(Fault(Error::Busy)),
        },
    }
}

/// The lines that this person's roles and the school's modules leave.
fn offered(cx: &Cx, items: &[(&'static str, NavItem)]) -> Vec<layout::NavLine> {
    let Some(school) = &cx.school else { return Vec::new() };
    let under = format!("/s/{}", school.slug);
    let mut items: Vec<_> = items
        .iter()
        .filter(|(module, item)| item.roles.iter().any(|role| cx.actor().is(*role)) && cx.uses(module))
        .map(|(_, item)| item)
        .collect();
    items.sort_by_key(|item| item.order);
    items
        .into_iter()
        .map(|item| {
            let href = format!("{under}{}", item.path);
            let current = cx.path == href || (item.path.len() > 1 && cx.path.starts_with(&format!("{href}/")));
            layout::NavLine { words: cx.say.say(item.words), icon: item.icon, href, current }
        })
        .collect()
}
