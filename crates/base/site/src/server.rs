//! The outer layers: who is there, in which language; what may leave; how an error is worded.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Router, routing};
use kernel::{Error, Language, Timestamp};
use store::security::Caller;
use store::{Actor, Context, Support};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::cx::{Chosen, Cx, DEVICE, cookie};
use crate::fault::{Fault, Unworded, status};
use crate::limits::{self, Class, Refused};
use crate::words::Say;
use crate::{Form, House, Routes, app, assets};

/// How long a body may pause between two parts.
const PAUSE: Duration = Duration::from_secs(20);

/// In a request that came over TLS, here or at a trusted proxy.
#[derive(Clone, Copy, Debug)]
pub struct OverTls;

/// The whole site: `school` under `/s/SLUG`, `root` under `/`.
pub fn router(house: Arc<House>, school: Routes, root: Routes) -> kernel::Result<Router> {
    let dynamic = Router::new()
        .merge(school.into_router("/s/{school}")?)
        .merge(root.into_router("")?)
        .route("/s/{school}", routing::get(with_slash))
        .route("/operator", routing::get(with_slash))
        .route("/s/{school}/app.webmanifest", routing::get(app::manifest))
        .route("/worker.js", routing::get(app::worker))
        .route("/offline", routing::get(app::offline))
        .route("/preferences", routing::post(set_preferences))
        .fallback(|| async { Fault(Error::NotFound) })
        // Layers put on together are one box around each route, and a request copies every box.
        .layer((
            CatchPanicLayer::custom(|_| Fault(Error::Internal("a page panicked".to_owned())).into_response()),
            middleware::from_fn_with_state(Arc::clone(&house), meet),
        ))
        .with_state(Arc::clone(&house));
    Ok(Router::new()
        .merge(assets::router())
        .merge(dynamic)
        .merge(Router::new().route("/health", routing::get(health)).with_state(house))
        .layer((CompressionLayer::new(), middleware::from_fn(harden), RequestBodyTimeoutLayer::new(PAUSE))))
}

/// Whether the installation can answer, for whoever watches over it: 200 or 503, and nothing else.
async fn health(State(house): State<Arc<House>>) -> StatusCode {
    let look = tokio::task::spawn_blocking(move || (house.door.find_host)(&house).is_ok());
    match tokio::time::timeout(Duration::from_secs(2), look).await {
        Ok(Ok(true)) => StatusCode::OK,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Finds out school, person and language; refuses what is too much, and foreign forms; words errors.
async fn meet(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let greeted = greet(&house, &parts);
    let class = Class::of(&parts);
    let method = parts.method.clone();
    if let Some(refused) = limits::too_much(&parts, class).or_else(|| one_too_many(&house, &parts, class)) {
        return refuse(&greeted.cx, refused);
    }
    let (cx, refused) = match prepare(house.clone(), greeted, &parts).await {
        Ok(cx) => (cx, None),
        Err((cx, error)) => (*cx, Some(error)),
    };
    let response = match refused {
        Some(error) => Fault(error).into_response(),
        None if is_foreign(&parts, &house) => Fault(Error::Forbidden).into_response(),
        None => {
            parts.extensions.insert(cx.clone());
            let mut request = Request::from_parts(parts, body);
            DefaultBodyLimit::max(class.body()).apply(&mut request);
            match tokio::time::timeout(class.patience(), next.run(request)).await {
                Ok(response) => response,
                Err(_) => return refuse(&cx, Refused::Slow),
            }
        }
    };
    // An extractor says so in plain words of its own.
    if response.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return refuse(&cx, Refused::Large);
    }
    let response = word(&cx, response);
    cx.context.note_request(method.as_str(), response.status().as_u16());
    response
}

fn one_too_many(house: &House, request: &Parts, class: Class) -> Option<Refused> {
    let peer = request.extensions.get::<ConnectInfo<SocketAddr>>()?;
    house.limits.count(class, peer.0.ip()).map(Refused::Often)
}

/// A page that says why a request was not let in, before anything was asked of a database.
fn refuse(cx: &Cx, refused: Refused) -> Response {
    let key = refused.words();
    let text = format!("{key}-text");
    let (text, wait) = match refused {
        Refused::Often(seconds) => (cx.say.count(&text, i64::try_from(seconds).unwrap_or(i64::MAX)), Some(seconds)),
        Refused::Large => {
            let most = i64::try_from(limits::UPLOAD_LIMIT >> 20).unwrap_or(i64::MAX);
            (cx.say.count(&text, most), None)
        }
        Refused::Long | Refused::Slow => (cx.say.say(&text), None),
    };
    let title = cx.say.say(key);
    let view = FaultView { text, title: title.clone(), reference: "", home: cx.href("/"), say: &cx.say };
    let mut page = cx.titled(title, &view, refused.status()).unwrap_or_else(|_| refused.status().into_response());
    if let Some(wait) = wait {
        page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
    }
    page
}

/// A visitor of whom only the request's head is known.
struct Greeted {
    cx: Cx,
    chosen: Option<Language>,
    wished: Option<Language>,
}

fn greet(house: &Arc<House>, request: &Parts) -> Greeted {
    let headers = &request.headers;
    let text = |name: HeaderName| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let (chosen, language_at) = choice(cookie(headers, "lang"));
    let chosen = chosen.and_then(Language::parse);
    let wished = chosen.or(Language::accepted(text(header::ACCEPT_LANGUAGE)));
    let mut cx = Cx::nobody(house, wished.unwrap_or(Language::En));
    request.uri.path().clone_into(&mut cx.path);
    cx.here = request.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    cx.agent = cut(text(header::USER_AGENT), 200).into();
    let (theme, theme_at) = choice(cookie(headers, "theme"));
    cx.theme = match theme {
        Some("light") => Some("light"),
        Some("dark") => Some("dark"),
        _ => None,
    };
    cx.done = done_key(request.uri.query().unwrap_or_default());
    let peer = request.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    cx.context.network =
        peer.map(|ip| Caller { network: network(ip).into(), address: ip.to_string().into(), device: cx.agent.clone() });
    cx.chosen = Chosen { language: language_at, theme: theme_at };
    Greeted { cx, chosen, wished }
}

async fn prepare(house: Arc<House>, greeted: Greeted, request: &Parts) -> Result<Cx, (Box<Cx>, Error)> {
    let Greeted { mut cx, chosen, wished } = greeted;
    let headers = &request.headers;
    let slug = cx.path.strip_prefix("/s/").and_then(|rest| rest.split('/').next()).map(str::to_owned);
    let name = house.cookie(slug.as_deref().unwrap_or("operator"));
    let token = cookie(headers, &name).map(str::to_owned);
    cx.token.clone_from(&token);
    cx.device = cookie(headers, &format!("{name}{DEVICE}")).map(str::to_owned);
    let asks_to_look = matches!(request.method, Method::GET | Method::HEAD);
    let operator = cookie(headers, &house.cookie("operator")).map(str::to_owned).filter(|_| slug.is_some());
    let enter = move |cx| match &slug {
        Some(slug) => {
            let (cx, must) = enter_school(cx, slug, token.as_deref(), chosen, wished)?;
            let cx =
                if cx.context.actor == Actor::Visitor { visit(cx, operator.as_deref(), asks_to_look)? } else { cx };
            Ok((cx, must))
        }
        None => enter_installation(cx, token.as_deref()),
    };
    // School and person are remembered as a rule; handing over to a thread that may wait costs more than asking.
    let found = if let Some(found) = store::at_once(|| enter(cx.clone())) {
        Ok(found)
    } else {
        let visitor = cx.clone();
        tokio::task::spawn_blocking(move || enter(visitor)).await
    };
    match found {
        Ok(Ok((cx, must))) => match must {
            // What the account must do first comes before every other page of the school.
            Some(first) if !may_come_before(&cx.path, first) => {
                let error = Error::Conflict(kernel::Message::from("must-first").with("path", cx.href(first)));
                Err((Box::new(cx), error))
            }
            _ => Ok(cx),
        },
        Ok(Err(error)) => Err((Box::new(cx), error)),
        Err(_) => Err((Box::new(cx), Error::Busy)),
    }
}

/// Whether a path is what the account must do first, or leads out, or to the notice. A second factor may be a
/// passkey, set up beneath its page.
fn may_come_before(path: &str, first: &str) -> bool {
    let is_first = path.split_once(first).is_some_and(|(_, rest)| rest.is_empty() || rest.starts_with("/passkeys"));
    is_first || path.ends_with("/sign-out") || path.contains("/privacy")
}

type Met = (Cx, Option<&'static str>);

/// The language on screen: chosen here, else the account's, else the browser's, else the school's.
fn enter_school(
    mut cx: Cx,
    slug: &str,
    token: Option<&str>,
    chosen: Option<Language>,
    wished: Option<Language>,
) -> kernel::Result<Met> {
    let house = Arc::clone(&cx.house);
    let school = (house.door.find_school)(&house, slug)?.ok_or(Error::NotFound)?;
    let edition = house.edition(&school.edition)?;
    cx.context = Context { database: house.schools.get(school.id)?, ..cx.context };
    cx.context.sort_in(school.language)?;
    let mut language = wished.unwrap_or(school.language);
    let mut must = None;
    let known = match token {
        Some(token) => (house.door.identify)(&cx.context, edition, &house.notice_version(&school)?, token)?,
        None => None,
    };
    if let Some(identity) = known {
        cx.context.actor = Actor::Person(identity.person);
        cx.name = Some(identity.name);
        language = chosen.or(identity.language).unwrap_or(language);
        must = identity.must;
    }
    cx.say = Say::with_words(Arc::clone(&house.catalogue), language, &edition.words);
    cx.school = Some(school);
    Ok((cx, must))
}

/// An operator of the installation at a school's door: let in to look while the school's support grant runs, to
/// everything else a visitor (C031).
fn visit(mut cx: Cx, token: Option<&str>, asks_to_look: bool) -> kernel::Result<Cx> {
    let Some(token) = token else { return Ok(cx) };
    let house = Arc::clone(&cx.house);
    let control = Context { database: house.schools.control()?, ..cx.context.clone() };
    let known = (house.door.identify_operator)(&control, &house.control_notice_version, token)?;
    let Some(operator) = known.filter(|operator| operator.must.is_none()) else { return Ok(cx) };
    cx.is_operator = true;
    cx.visit = (house.door.visit)(&cx.context, &operator)?;
    if let Some(visit) = cx.visit.filter(|_| asks_to_look) {
        cx.context.actor = Actor::Support(Support { operator: operator.account, grant: visit.grant });
    }
    Ok(cx)
}

fn enter_installation(mut cx: Cx, token: Option<&str>) -> kernel::Result<Met> {
    let house = Arc::clone(&cx.house);
    let mut must = None;
    let known = match token {
        Some(token) => (house.door.identify_operator)(&cx.context, &house.control_notice_version, token)?,
        None => None,
    };
    if let Some(operator) = known {
        cx.context.actor = Actor::Operator(operator.account);
        cx.name = Some(operator.name);
        must = operator.must;
    }
    Ok((cx, must))
}

/// A form sent by another site: browsers say so in `Sec-Fetch-Site`, older ones in `Origin`.
fn is_foreign(request: &Parts, house: &House) -> bool {
    if matches!(request.method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let header = |name: &str| request.headers.get(name).and_then(|v| v.to_str().ok());
    match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = header("host").unwrap_or_default();
            origin != house.url && origin.split_once("://").is_none_or(|(_, rest)| rest != host)
        }
        (None, None) => false,
    }
}

/// A line to show after a form: only keys made for that.
fn done_key(query: &str) -> Option<String> {
    let key = query.split('&').find_map(|pair| pair.strip_prefix("done="))?;
    let plain = key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    (plain && key.starts_with("done-")).then(|| key.to_owned())
}

/// The first characters of a text.
fn cut(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The network of an address, not the address: IPv4 /24, IPv6 /48.
fn network(ip: std::net::IpAddr) -> String {
    match ip {
        std::net::IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        std::net::IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultView<'a> {
    title: String,
    text: String,
    reference: &'a str,
    home: String,
    say: &'a Say,
}

/// Turns an error without words into a page in the reader's language.
fn word(cx: &Cx, response: Response) -> Response {
    let Some(Unworded(error)) = response.extensions().get::<Unworded>().cloned() else { return response };
    let reference = cx.context.random.code(8);
    if let Error::Internal(cause) | Error::Unsaved(cause) = &*error {
        tracing::error!(%reference, path = %without_ids(&cx.path), %cause, "a page failed");
    }
    // An operator is nobody here, but known: 403 with the way to ask, instead of a door that is not theirs.
    if matches!(&*error, Error::SignedOut | Error::Forbidden)
        && let Some(school) = cx.school.as_ref().filter(|_| cx.is_operator)
    {
        let text = cx.say.say(if cx.visit.is_some() { "support-only-looks" } else { "support-needed" });
        let home = format!("/operator/support/{}", school.slug);
        return fault(cx, &reference, ("forbidden", Some(text)), StatusCode::FORBIDDEN, home);
    }
    if matches!(&*error, Error::SignedOut) {
        return Redirect::to(&cx.href("/sign-in")).into_response();
    }
    if let Error::Conflict(message) = &*error
        && message.key == "must-first"
        && let Some((_, path)) = message.args.first()
    {
        return Redirect::to(path).into_response();
    }
    let (kind, text) = match &*error {
        Error::NotFound => ("not-found", None),
        Error::SignedOut | Error::Forbidden => ("forbidden", None),
        Error::Invalid(problems) => {
            let lines: Vec<String> = problems.0.iter().map(|p| cx.say.message(&p.message)).collect();
            ("invalid", Some(lines.join(" ")))
        }
        Error::Conflict(message) => ("conflict", Some(cx.say.message(message))),
        Error::Busy | Error::Unsaved(_) => ("busy", None),
        Error::Internal(_) => ("internal", None),
    };
    let mut page = fault(cx, &reference, (kind, text), status(&error), cx.href("/"));
    if matches!(&*error, Error::Busy | Error::Unsaved(_)) {
        page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
    }
    page
}

/// The page that says what went wrong, and leads on.
fn fault(cx: &Cx, reference: &str, words: (&str, Option<String>), status: StatusCode, home: String) -> Response {
    let (kind, text) = words;
    let title = cx.say.say(&format!("error-{kind}"));
    let view = FaultView {
        text: text.unwrap_or_else(|| cx.say.say(&format!("error-{kind}-text"))),
        title: title.clone(),
        reference,
        home,
        say: &cx.say,
    };
    cx.titled(title, &view, status)
        .unwrap_or_else(|_| (StatusCode::INTERNAL_SERVER_ERROR, "Something failed.").into_response())
}

/// A path for the log: one-time links carry tokens.
fn without_ids(path: &str) -> String {
    path.split('/').map(|part| if part.len() > 24 { "…" } else { part }).collect::<Vec<_>>().join("/")
}

/// Nothing from elsewhere, nothing inline, nothing into frames.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
        connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HARD: [(HeaderName, HeaderValue); 8] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("origin-agent-cluster"), HeaderValue::from_static("?1")),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), HeaderValue::from_static("none")),
];

/// Headers of every answer: nothing from elsewhere, nothing into frames, no sensor, no trace in caches.
async fn harden(request: Request, next: Next) -> Response {
    let is_over_tls = request.extensions().get::<OverTls>().is_some();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.reserve(HARD.len() + 2);
    for (name, value) in HARD {
        headers.entry(name).or_insert(value);
    }
    if is_over_tls {
        // A year (RFC 6797); never over plain HTTP, where anybody could have put it.
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// A school's address as people type it.
async fn with_slash(cx: Cx) -> Response {
    cx.go("/")
}

/// A path of this site. Browsers read `\\` as `/` and skip control characters, so neither may stand in it.
fn stays_here(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains(|c: char| c == '\\' || c.is_control())
}

/// A choice as its cookie has it: `dark.1763800000000`, the value and since when.
fn choice(cookie: Option<&str>) -> (Option<&str>, Option<Timestamp>) {
    let Some(cookie) = cookie else { return (None, None) };
    match cookie.split_once('.') {
        Some((value, at)) => (Some(value), at.parse().ok().map(Timestamp)),
        None => (Some(cookie), None),
    }
}

/// Keeps a choice for a year, with its moment (C110); an empty value forgets it.
pub(crate) fn keep_choice(response: &mut Response, cx: &Cx, name: &str, value: &str) {
    let secure = if cx.house.is_secure() { "; Secure" } else { "" };
    let (value, age) =
        if value.is_empty() { (String::new(), 0) } else { (format!("{value}.{}", cx.now().0), 31_536_000) };
    let cookie = format!("{name}={value}; Path=/; SameSite=Lax; HttpOnly; Max-Age={age}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// Language and colours, kept in two cookies that say nothing about a person.
async fn set_preferences(cx: Cx, form: Form) -> Response {
    let back = Some(form.get("back")).filter(|p| stays_here(p)).unwrap_or("/");
    let mut response = Redirect::to(back).into_response();
    // What was chosen already stands since then (C110).
    let is_new = |language: &Language| *language != cx.say.language() || cx.chosen.language.is_none();
    if let Some(language) = Language::parse(form.get("lang")).filter(is_new) {
        keep_choice(&mut response, &cx, "lang", language.code());
    }
    match form.get("theme") {
        theme if cx.theme == Some(theme) => {}
        theme @ ("light" | "dark") => keep_choice(&mut response, &cx, "theme", theme),
        _ => keep_choice(&mut response, &cx, "theme", ""),
    }
    response
}
