//! Nothing travels in the clear (C124): the server's own doors, opened on this machine with a certificate made for
//! the occasion, and asked as a browser, an old client and an integrator would ask.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use chrono::Datelike as _;
use doors::certificate::Files;
use doors::tls::Tls;
use doors::{Handle, plain, proxy};
use installation::certificate::{self, WARNING};
use kernel::clock::{DAY, SECOND};
use kernel::{Error, Result, Timestamp};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::client::Resumption;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::time_provider::TimeProvider;
use rustls::{ClientConfig, ClientConnection, ProtocolVersion, RootCertStore, StreamOwned, SupportedProtocolVersion};
use site::routes::RouteInfo;
use site::status::Term;
use store::Role;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;

use crate::ground::{Ground, holds, look};
use crate::record_of_processing::operator;
use crate::world::World;
use crate::{Check, Outcome, all, matrix};

pub const CHECKS: &[(&str, Check)] = &[("C124", c124)];

/// A year, in every answer over TLS.
const STRICT: &str = "strict-transport-security: max-age=31536000";
/// What asks for a websocket (RFC 6455).
const UPGRADE: &str = "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: enEtenEtenEtenEtenEteg==\r\n";
/// An answer that takes longer is none.
const PATIENCE: Duration = Duration::from_secs(10);

/// The server's doors, open until dropped.
struct Open {
    tls: SocketAddr,
    plain: SocketAddr,
    term: Term,
    root: CertificateDer<'static>,
    now: Timestamp,
    handle: Handle,
    runtime: Option<Runtime>,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.handle.shutdown();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(Duration::from_secs(2));
        }
    }
}

impl Open {
    /// As `homeroom serve` opens them, with a certificate that lasts sixty days.
    fn new(ground: &Ground) -> Result<Self> {
        let now = ground.test.clock.now();
        let (files, root) = certify(ground, now)?;
        let tls = Tls::of_files(files, now)?;
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(Error::internal)?;
        let free = || runtime.block_on(TcpListener::bind("127.0.0.1:0")).map_err(Error::internal);
        let (main, beside) = (free()?, free()?);
        let at = |listener: &TcpListener| listener.local_addr().map_err(Error::internal);
        let (tls_at, plain_at) = (at(&main)?, at(&beside)?);
        let (handle, room) = (Handle::new(), Arc::new(Semaphore::new(64)));
        let router = proxy::behind(ground.test.built.router.clone(), Vec::new());
        let sending_on = plain::router(&url(tls_at), Arc::clone(&ground.test.house().catalogue));
        runtime.spawn(doors::serve(main, router, Some(tls.config), Arc::clone(&room), handle.clone()));
        runtime.spawn(doors::serve(beside, sending_on, None, room, handle.clone()));
        Ok(Self { tls: tls_at, plain: plain_at, term: tls.term, root, now, handle, runtime: Some(runtime) })
    }

    /// What comes back over TLS of this version, up to `enough` bytes.
    fn over(&self, version: &'static SupportedProtocolVersion, request: &str, enough: usize) -> Result<String> {
        let mut roots = RootCertStore::empty();
        roots.add(self.root.clone()).map_err(Error::internal)?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ClientConfig::builder_with_details(provider, Arc::new(At(self.now)));
        let builder = builder.with_protocol_versions(&[version]).map_err(Error::internal)?;
        let mut config = builder.with_root_certificates(roots).with_no_client_auth();
        config.resumption = Resumption::disabled();
        let name = ServerName::try_from("localhost").map_err(Error::internal)?;
        let client = ClientConnection::new(Arc::new(config), name).map_err(Error::internal)?;
        let mut stream = StreamOwned::new(client, connect(self.tls)?);
        let answer = ask(&mut stream, request.as_bytes(), enough)?;
        let spoken = stream.conn.protocol_version();
        let agreed =
            [ProtocolVersion::TLSv1_2, ProtocolVersion::TLSv1_3].into_iter().find(|one| *one == version.version);
        holds(spoken.is_some() && spoken == agreed, format!("{spoken:?} is spoken"))?;
        Ok(answer)
    }

    /// The first bytes of the answer to a hello of this version.
    fn greets(&self, version: [u8; 2]) -> Result<[u8; 7]> {
        let mut stream = connect(self.tls)?;
        stream.write_all(&hello(version)).map_err(Error::internal)?;
        let mut first = [0; 7];
        stream.read_exact(&mut first).map_err(Error::internal)?;
        Ok(first)
    }
}

/// What comes back in the clear.
fn in_the_clear(to: SocketAddr, request: &str) -> Result<String> {
    ask(&mut connect(to)?, request.as_bytes(), usize::MAX)
}

fn url(tls: SocketAddr) -> String {
    format!("https://localhost:{}", tls.port())
}

/// The client's own idea of the time is the house's.
#[derive(Debug)]
struct At(Timestamp);

impl TimeProvider for At {
    fn current_time(&self) -> Option<UnixTime> {
        let seconds = u64::try_from(self.0.0 / SECOND).ok()?;
        Some(UnixTime::since_unix_epoch(Duration::from_secs(seconds)))
    }
}

/// A certificate for localhost, from yesterday for sixty days, of an authority that only this check trusts.
fn certify(ground: &Ground, now: Timestamp) -> Result<(Files, CertificateDer<'static>)> {
    let mut own = CertificateParams::new(vec!["localhost".to_owned()]).map_err(Error::internal)?;
    let mut by = CertificateParams::default();
    by.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let day = |at: Timestamp| -> Result<_> {
        let part = |n: u32| u8::try_from(n).map_err(Error::internal);
        Ok(rcgen::date_time_ymd(at.date().year(), part(at.date().month())?, part(at.date().day())?))
    };
    for params in [&mut own, &mut by] {
        (params.not_before, params.not_after) = (day(now.plus(-DAY))?, day(now.plus(60 * DAY))?);
    }
    let by =
        CertifiedIssuer::self_signed(by, KeyPair::generate().map_err(Error::internal)?).map_err(Error::internal)?;
    let key = KeyPair::generate().map_err(Error::internal)?;
    let own = own.signed_by(&key, &by).map_err(Error::internal)?;
    let folder = ground.test.folder();
    let files = Files { chain: folder.join("chain.pem"), key: folder.join("key.pem") };
    fs::write(&files.chain, own.pem()).map_err(Error::internal)?;
    fs::write(&files.key, key.serialize_pem()).map_err(Error::internal)?;
    Ok((files, by.der().clone()))
}

fn connect(to: SocketAddr) -> Result<TcpStream> {
    let stream = TcpStream::connect_timeout(&to, PATIENCE).map_err(Error::internal)?;
    stream.set_read_timeout(Some(PATIENCE)).map_err(Error::internal)?;
    Ok(stream)
}

/// Sends, and reads until the other side hangs up or `enough` came.
fn ask(stream: &mut (impl Read + Write), request: &[u8], enough: usize) -> Result<String> {
    stream.write_all(request).map_err(Error::internal)?;
    let (mut answer, mut some) = (Vec::new(), [0; 4096]);
    while answer.len() < enough {
        match stream.read(&mut some) {
            Ok(0) | Err(_) => break,
            Ok(n) => answer.extend_from_slice(some.get(..n).unwrap_or_default()),
        }
    }
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn request(line: &str, more: &str) -> String {
    let close = if more.contains("connection:") { "" } else { "connection: close\r\n" };
    format!("{line} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 0\r\n{close}{more}\r\n")
}

/// The number in an answer's first line.
fn status(answer: &str) -> Option<StatusCode> {
    answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)).and_then(|number| number.parse().ok())
}

/// A client's hello of one version, with what TLS 1.2 and those before it need to go on with an elliptic key
/// (RFC 5246 7.4.1.2; RFC 8446 4.1.2 has no `supported_versions` here, so the version is the oldest field's).
fn hello(version: [u8; 2]) -> Vec<u8> {
    let suites = [0xc0, 0x2b, 0xc0, 0x09, 0xc0, 0x2f];
    let extensions = [
        &[0, 10, 0, 6, 0, 4, 0, 29, 0, 23][..],
        &[0, 11, 0, 2, 1, 0],
        &[0, 13, 0, 6, 0, 4, 4, 3, 8, 4],
        &[0, 0, 0, 14, 0, 12, 0, 0, 9],
        b"localhost",
    ]
    .concat();
    let body = [&version[..], &[7; 32], &[0], &counted(&suites), &[1, 0], &counted(&extensions)].concat();
    let message = [&[1, 0][..], &counted(&body)].concat();
    [&[22, 3, 1][..], &counted(&message)].concat()
}

/// Bytes behind their number in two.
fn counted(bytes: &[u8]) -> Vec<u8> {
    let number = u16::try_from(bytes.len()).unwrap_or(u16::MAX).to_be_bytes();
    [&number[..], bytes].concat()
}

fn c124(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let open = Open::new(ground)?;
    plain_leads_on(&open)?;
    only_new_versions(&open)?;
    let asked = no_websocket(ground, &world, &open)?;
    ends_soon(ground, &open)?;
    all(format!(
        "real doors on this machine: a page over plain HTTP is 308 to the same page over TLS, with nothing else in it; a form, an API call and a websocket there are 403 in the caller's language; the TLS door answers plain HTTP with nothing; hellos of SSL 3, TLS 1.0 and 1.1 meet the alert `protocol version`, 1.2 and 1.3 serve the page with HSTS of a year; {asked} routes asked for a websocket give none; a certificate with 21 days and a second left is good on the status page, a second later it is not and each operator gets one mail, at once and ever"
    ))
}

fn plain_leads_on(open: &Open) -> Result<()> {
    let to = |line: &str, more: &str| in_the_clear(open.plain, &request(line, more));
    let page = to("GET /operator/sign-in?done=x", "")?;
    let (head, body) = page.split_once("\r\n\r\n").unwrap_or_default();
    let there = format!("location: {}/operator/sign-in?done=x", url(open.tls));
    holds(status(&page) == Some(StatusCode::PERMANENT_REDIRECT), format!("a plain page answers {head}"))?;
    holds(head.lines().any(|line| line == there) && body.is_empty(), format!("a plain page leads elsewhere: {head}"))?;
    holds(!head.contains("strict-transport-security"), "HSTS is sent over plain HTTP")?;
    let dutch = "accept-language: nl\r\n";
    for (line, more) in [
        ("POST /operator/sign-in", dutch.to_owned()),
        ("GET /api/v1/students", dutch.to_owned()),
        ("GET /operator/sign-in", format!("{dutch}{UPGRADE}")),
    ] {
        let refused = to(line, &more)?;
        holds(status(&refused) == Some(StatusCode::FORBIDDEN), format!("{line} over plain HTTP answers {refused}"))?;
        holds(refused.contains("alleen versleuteld"), format!("{line} is not refused in words: {refused}"))?;
    }
    let wrong_door = in_the_clear(open.tls, &request("GET /operator/sign-in", ""))?;
    holds(!wrong_door.contains("HTTP/"), format!("the TLS door speaks plain HTTP: {wrong_door}"))
}

fn only_new_versions(open: &Open) -> Result<()> {
    for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
        let page = open.over(version, &request("GET /operator/sign-in", ""), usize::MAX)?;
        holds(status(&page) == Some(StatusCode::OK), format!("over {version:?}: {page}"))?;
        holds(page.lines().any(|line| line == STRICT), format!("no HSTS over {version:?}"))?;
    }
    holds(open.greets([3, 3])?.first() == Some(&22), "a hello of TLS 1.2 gets no handshake")?;
    for old in [[3, 2], [3, 1], [3, 0]] {
        let alert = open.greets(old)?;
        // An alert, fatal, protocol version (RFC 5246 7.2).
        let is_refused = matches!(alert, [21, .., 2, 70]);
        holds(is_refused, format!("a hello of {old:?} is answered by {alert:?}"))?;
    }
    Ok(())
}

/// Asks every page for a websocket as an administrator, over TLS: none is there, so none is in the clear.
fn no_websocket(ground: &Ground, world: &World, open: &Open) -> Result<usize> {
    let desk = world.school.desk(Role::Administrator)?;
    let name = world.school.cookie_name();
    let cookie = format!("cookie: {name}={}\r\n", desk.cookie(name).unwrap_or_default());
    let built = &ground.test.built;
    let pages = |routes: &[RouteInfo], at: &dyn Fn(&str) -> String| -> Vec<String> {
        let gets = routes.iter().filter(|route| route.method == "GET");
        gets.map(|route| at(&matrix::path(route, &world.a))).collect()
    };
    let mut paths = pages(&built.school_routes, &|path| world.at(path));
    paths.extend(pages(&built.root_routes, &str::to_owned));
    let mut opened = 0;
    for path in &paths {
        let answer =
            open.over(&rustls::version::TLS13, &request(&format!("GET {path}"), &format!("{cookie}{UPGRADE}")), 12)?;
        let status = status(&answer);
        holds(status.is_some(), format!("{path} asked for a websocket does not answer: {answer}"))?;
        holds(status != Some(StatusCode::SWITCHING_PROTOCOLS), format!("{path} opens a websocket"))?;
        opened += usize::from(status == Some(StatusCode::OK));
    }
    holds(opened > 10, format!("only {opened} pages open for an administrator, so the walk shows little"))?;
    Ok(paths.len())
}

/// Twenty-one days before the end the status page says so, and each operator gets one mail.
fn ends_soon(ground: &Ground, open: &Open) -> Result<()> {
    let house = ground.test.house();
    let control = installation::entry::own_context(&house.schools)?;
    let clock = control.as_actor(store::Actor::Job("installation.clock"));
    let _ = house.certificate.set(open.term.clone());
    let ends_at = open.term.ends_at().ok_or_else(|| Error::Internal("the certificate has no end".to_owned()))?;
    // What the server's clock does each minute.
    let minute = || -> Result<usize> {
        if let Some(ends_at) = certificate::ending(house, clock.clock.now()) {
            certificate::warn(&clock, house, ends_at)?;
        }
        let mails = "SELECT recipient AS line FROM outbox WHERE subject LIKE '%certificate%'";
        Ok(look(&control, mails)?.len())
    };
    let is_wrong = || {
        let found = house.status.get().map(|look| look(house)).unwrap_or_default();
        found.iter().find(|finding| finding.what == "status-certificate").map(|finding| finding.fix.is_some())
    };
    ground.test.clock.advance(ends_at.0 - WARNING - SECOND - ground.test.clock.now().0);
    let mut seat = operator(ground)?;
    holds((is_wrong(), minute()?) == (Some(false), 0), "operators are told before the twenty-first day")?;
    ground.test.clock.advance(SECOND);
    holds(is_wrong() == Some(true), "the status is content with a certificate of 21 days")?;
    let page = seat.page("/operator/status")?;
    let day = ends_at.date().to_string();
    holds(page.shows(&day), format!("the status page does not name {day}"))?;
    holds(minute()? == 1, "the operator is not mailed on the twenty-first day")?;
    ground.test.clock.advance(DAY);
    holds(minute()? == 1, "the operator is mailed twice of one certificate")?;
    open.term.set(ends_at.plus(DAY));
    holds(minute()? == 2, "the operator is not mailed of the next certificate")
}
