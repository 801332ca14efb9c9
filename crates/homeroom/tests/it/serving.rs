//! The real server on real sockets: TLS and its certificate, plain HTTP, limits, figures, and its end (C124).

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use reqwest::{Certificate, Client, StatusCode};

use super::shell::{Server, run, stderr};

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority() -> Authority {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// Writes a certificate for localhost with its key, valid for so many days from yesterday.
fn certify(here: &Path, by: &Authority, days: i64) {
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new(vec!["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
    let now = kernel::Clock::System.now().0 / 1_000;
    let at = |days: i64| {
        let day = chrono::DateTime::from_timestamp(now + days * 86_400, 0).unwrap().date_naive();
        use chrono::Datelike as _;
        rcgen::date_time_ymd(day.year(), u8::try_from(day.month()).unwrap(), u8::try_from(day.day()).unwrap())
    };
    (params.not_before, params.not_after) = (at(-10), at(days));
    let own = params.signed_by(&key, by).unwrap();
    fs::write(here.join("key.pem"), key.serialize_pem()).unwrap();
    fs::write(here.join("chain.pem"), own.pem()).unwrap();
}

fn client(root: &str) -> Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let builder = Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(Duration::from_secs(20));
    let roots = [Certificate::from_pem(root.as_bytes()).unwrap()];
    builder.tls_certs_only(roots).no_proxy().build().unwrap()
}

pub fn plain_client() -> Client {
    client(&authority().pem())
}

const SERVE: [&str; 4] = ["serve", "--json", "--listen", "127.0.0.1:0"];
const TLS: [&str; 4] = ["--tls-cert", "chain.pem", "--tls-key", "key.pem"];

fn text<'a>(server: &'a Server, key: &str) -> &'a str {
    server.ready[key].as_str().unwrap()
}

fn port(url: &str) -> u16 {
    url.rsplit(':').next().unwrap().trim_end_matches('/').parse().unwrap()
}

#[tokio::test]
async fn pages_travel_over_tls_and_plain_http_leads_there() {
    let here = tempfile::tempdir().unwrap();
    let by = authority();
    certify(here.path(), &by, 60);
    let server = Server::start(here.path(), &[&SERVE[..], &TLS, &["--redirect-from", "127.0.0.1:0"]].concat());
    let url = text(&server, "url");
    assert!(url.starts_with("https://localhost:"), "{url}");
    let client = client(&by.pem());
    let page = client.get(format!("{url}/operator/sign-in")).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    assert_eq!(page.headers()["strict-transport-security"], "max-age=31536000");
    assert_eq!(page.headers()["cross-origin-resource-policy"], "same-origin");
    assert_eq!(client.get(format!("{url}/health")).send().await.unwrap().status(), StatusCode::OK);
    let plain = format!("http://{}", text(&server, "redirect_from"));
    let sent_on = client.get(format!("{plain}/operator/sign-in?done=x")).send().await.unwrap();
    assert_eq!(sent_on.status(), StatusCode::PERMANENT_REDIRECT);
    assert_eq!(sent_on.headers()["location"], format!("{url}/operator/sign-in?done=x"));
    assert!(!sent_on.headers().contains_key("strict-transport-security"), "not over plain HTTP");
    for refused in
        [client.post(format!("{plain}/operator/sign-in")).body("login=a"), client.get(format!("{plain}/api/v1/x"))]
    {
        let refused = refused.header("accept-language", "nl").send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::FORBIDDEN);
        assert!(refused.text().await.unwrap().contains("alleen versleuteld"));
    }
}

/// A hello as a client of old sends it: one version, no extensions, a suite of that time.
fn hello(version: [u8; 2]) -> Vec<u8> {
    let mut body = version.to_vec();
    body.extend([7; 32]);
    body.push(0);
    let suites: [[u8; 2]; 3] = [[0xc0, 0x2b], [0xc0, 0x09], [0xc0, 0x2f]];
    body.extend((2 * suites.len() as u16).to_be_bytes());
    body.extend(suites.concat());
    body.extend([1, 0]);
    // Curve X25519 and P-256, points, and signatures: what TLS 1.2 with an elliptic key needs to go on.
    let extensions = [
        &[0, 10, 0, 6, 0, 4, 0, 29, 0, 23][..],
        &[0, 11, 0, 2, 1, 0],
        &[0, 13, 0, 6, 0, 4, 4, 3, 8, 4],
        &[0, 0, 0, 14, 0, 12, 0, 0, 9, b'l', b'o', b'c', b'a', b'l', b'h', b'o', b's', b't'],
    ]
    .concat();
    body.extend((extensions.len() as u16).to_be_bytes());
    body.extend(extensions);
    let mut message = vec![1, 0];
    message.extend((body.len() as u16).to_be_bytes());
    message.extend(body);
    let mut record = vec![22, 3, 1];
    record.extend((message.len() as u16).to_be_bytes());
    record.extend(message);
    record
}

#[test]
fn tls_below_1_2_is_refused() {
    let here = tempfile::tempdir().unwrap();
    certify(here.path(), &authority(), 60);
    let server = Server::start(here.path(), &[&SERVE[..], &TLS].concat());
    let answer = |version: [u8; 2]| {
        let mut stream = TcpStream::connect(("127.0.0.1", port(text(&server, "url")))).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(&hello(version)).unwrap();
        let mut first = [0; 7];
        stream.read_exact(&mut first).unwrap();
        first
    };
    assert_eq!(answer([3, 3])[0], 22, "TLS 1.2 shakes hands");
    for old in [[3, 2], [3, 1], [3, 0]] {
        let alert = answer(old);
        assert_eq!((alert[0], alert[5], alert[6]), (21, 2, 70), "a fatal alert: protocol version");
    }
}

#[tokio::test]
async fn a_renewed_certificate_is_taken_and_a_wrong_one_is_not() {
    let here = tempfile::tempdir().unwrap();
    let (first, second) = (authority(), authority());
    certify(here.path(), &first, 60);
    let server = Server::start(here.path(), &[&SERVE[..], &TLS].concat());
    let health = format!("{}/health", text(&server, "url"));
    assert!(client(&first.pem()).get(&health).send().await.is_ok());
    fs::write(here.path().join("key.pem"), "nonsense").unwrap();
    server.signal("HUP");
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(client(&first.pem()).get(&health).send().await.is_ok(), "the one in use stays");
    certify(here.path(), &second, 60);
    server.signal("HUP");
    let begun = Instant::now();
    while client(&second.pem()).get(&health).send().await.is_err() {
        assert!(begun.elapsed() < Duration::from_secs(10), "the new certificate is not shown");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[test]
fn a_certificate_that_cannot_be_used_is_said_in_words() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    let said = |words: &[&str], part: &str| {
        let output = run(here, &[&SERVE[..], words].concat());
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        assert!(stderr(&output).contains(part), "{}", stderr(&output));
    };
    said(&TLS, "chain.pem");
    said(&["--tls-cert", "chain.pem"], "go together");
    said(&["--acme-domain", "school.example"], "--acme-contact");
    said(&["--redirect-from", "127.0.0.1:0"], "--tls-cert");
    said(&["--metrics", "0.0.0.0:0"], "this machine");
    let by = authority();
    certify(here, &by, 60);
    fs::copy(here.join("key.pem"), here.join("other.pem")).unwrap();
    certify(here, &by, 60);
    said(&["--tls-cert", "chain.pem", "--tls-key", "other.pem"], "does not belong to");
    certify(here, &by, -2);
    said(&TLS, "ended on");
}

#[tokio::test]
async fn what_is_under_way_when_the_server_is_told_to_stop_ends_well_and_stays() {
    let here = tempfile::tempdir().unwrap();
    let server = Server::start(here.path(), &SERVE);
    let link = text(&server, "first_operator").to_owned();
    let (url, path) = link.split_at(link.find("/operator").unwrap());
    let body = "email=ada%40example.org&password=correct+horse+battery&terms=yes&name=Ada";
    let mut stream = TcpStream::connect(("127.0.0.1", port(url))).unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let (some, rest) = body.split_at(20);
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(some.as_bytes()).unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    server.signal("TERM");
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert!(TcpStream::connect(("127.0.0.1", port(url))).is_err(), "nobody new is let in");
    stream.write_all(rest.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert_eq!(server.ended(), Some(0));
    let again = Server::start(here.path(), &SERVE);
    assert!(again.ready["first_operator"].is_null(), "the first operator's account was stored");
}

#[tokio::test]
async fn whom_a_trusted_proxy_speaks_for_is_counted_and_nobody_else_is_believed() {
    let here = tempfile::tempdir().unwrap();
    let server = Server::start(here.path(), &[&SERVE[..], &["--trusted-proxy", "127.0.0.0/8"]].concat());
    let client = plain_client();
    // A one-time link that nobody has: what somebody might guess.
    let url = format!("{}/operator/invite/nonsense", text(&server, "url"));
    let from =
        |ip: &str| client.get(&url).header("x-forwarded-for", ip.to_owned()).header("accept-language", "en").send();
    let mut refused = None;
    for _ in 0..400 {
        let answer = from("203.0.113.5").await.unwrap();
        if answer.status() == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("somebody who goes on and on is told to wait");
    let wait: u64 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    assert!(refused.text().await.unwrap().contains("From your network came very much"));
    assert_ne!(from("198.51.100.7").await.unwrap().status(), StatusCode::TOO_MANY_REQUESTS, "another is let in");
    let secure = client.get(&url).header("x-forwarded-proto", "https").send().await.unwrap();
    assert!(secure.headers().contains_key("strict-transport-security"));
    drop(server);
    let server = Server::start(here.path(), &SERVE);
    let url = format!("{}/operator/sign-in", text(&server, "url"));
    let claimed = client.get(&url).header("x-forwarded-proto", "https").send().await.unwrap();
    assert!(!claimed.headers().contains_key("strict-transport-security"), "a claim of the caller's own");
}

#[tokio::test]
async fn what_is_too_large_too_long_or_too_slow_is_cut_off() {
    let here = tempfile::tempdir().unwrap();
    let server = Server::start(here.path(), &SERVE);
    let url = text(&server, "url");
    let begun = Instant::now();
    let mut slow = TcpStream::connect(("127.0.0.1", port(url))).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nhost: localhost\r\nx-a: ").unwrap();
    let client = plain_client();
    let mut large = TcpStream::connect(("127.0.0.1", port(url))).unwrap();
    let head = "POST /preferences HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 2097152\r\n\r\n";
    large.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    large.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("1 MB"), "{answer}");
    let long = client.get(format!("{url}/?x={}", "a".repeat(9 << 10))).send().await.unwrap();
    assert_eq!(long.status(), StatusCode::URI_TOO_LONG);
    let head = client.get(url).header("x-a", "a".repeat(100 << 10)).send().await;
    assert!(head.is_err() || head.unwrap().status() == StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    slow.set_read_timeout(Some(Duration::from_secs(25))).unwrap();
    let mut rest = Vec::new();
    let _ = slow.read_to_end(&mut rest);
    assert!(begun.elapsed() < Duration::from_secs(20), "a head that never ends keeps its connection");
}

#[tokio::test]
async fn figures_are_shown_to_this_machine_and_name_nobody() {
    let here = tempfile::tempdir().unwrap();
    let words =
        ["school", "found", "De Kastanje", "--country", "NL", "--admin-name", "Ada", "--admin-email", "a@example.org"];
    assert!(run(here.path(), &words).status.success());
    let server = Server::start(here.path(), &[&SERVE[..], &["--metrics", "127.0.0.1:0"]].concat());
    let client = plain_client();
    for _ in 0..3 {
        client.get(format!("{}/s/de-kastanje/sign-in", text(&server, "url"))).send().await.unwrap();
    }
    let figures = client.get(format!("http://{}/metrics", text(&server, "metrics"))).send().await.unwrap();
    let figures = figures.text().await.unwrap();
    let counted = figures.lines().find(|line| line.starts_with("homeroom_requests_total") && line.contains("sign-in"));
    assert!(counted.is_some_and(|line| line.contains("/s/{school}/sign-in") && line.ends_with(" 3")), "{figures}");
    for name in
        ["schools_open 1", "memory_bytes", "outbox_waiting", "audit_waiting", "hashing_busy", "request_seconds_bucket"]
    {
        assert!(figures.contains(&format!("homeroom_{name}")), "{name}: {figures}");
    }
    assert!(!figures.contains("kastanje"), "{figures}");
    let page = client.get(format!("{}/metrics", text(&server, "url"))).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::NOT_FOUND, "not on the public address");
}

/// Pebble is Let's Encrypt's own small authority for tests (Debian: pebble).
#[tokio::test]
async fn an_authority_gives_a_certificate_after_checking_this_very_server() {
    if Command::new("pebble").arg("-version").output().is_err() {
        eprintln!("SKIPPED: no pebble on this machine (apt-get install pebble)");
        return;
    }
    let here = tempfile::tempdir().unwrap();
    let by = authority();
    certify(here.path(), &by, 60);
    fs::write(here.path().join("root.pem"), by.pem()).unwrap();
    let free = || std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (api, management, tls) = (free(), free(), free());
    let config = serde_json::json!({ "pebble": {
        "listenAddress": format!("127.0.0.1:{api}"), "managementListenAddress": format!("127.0.0.1:{management}"),
        "certificate": here.path().join("chain.pem"), "privateKey": here.path().join("key.pem"),
        "httpPort": free(), "tlsPort": tls, "ocspResponderURL": "", "externalAccountBindingRequired": false,
    } });
    fs::write(here.path().join("pebble.json"), config.to_string()).unwrap();
    let mut pebble = Command::new("pebble");
    pebble.args(["-config", "pebble.json", "-strict"]).env("PEBBLE_VA_NOSLEEP", "1").current_dir(here.path());
    let log = fs::File::create(here.path().join("pebble.log")).unwrap();
    let pebble = Stopped(pebble.stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap());
    let directory = format!("https://localhost:{api}/dir");
    let client_of_pebble = client(&by.pem());
    let begun = Instant::now();
    while client_of_pebble.get(&directory).send().await.is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "pebble does not answer");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let listen = format!("127.0.0.1:{tls}");
    let acme = ["--acme-domain", "localhost", "--acme-contact", "it@example.org", "--acme-root", "root.pem"];
    let words = [&["serve", "--json", "--listen", &listen][..], &acme, &["--acme-directory", &directory]].concat();
    let server = Server::start(here.path(), &words);
    let root = client_of_pebble.get(format!("https://localhost:{management}/roots/0")).send().await.unwrap();
    let root = root.text().await.unwrap();
    let begun = Instant::now();
    let health = format!("{}/health", text(&server, "url"));
    while client(&root).get(&health).send().await.is_err() {
        let log = fs::read_to_string(here.path().join("pebble.log")).unwrap();
        assert!(begun.elapsed() < Duration::from_secs(40), "no certificate: {log}");
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    use std::os::unix::fs::PermissionsExt as _;
    let kept: Vec<_> = fs::read_dir(here.path().join("data/acme")).unwrap().map(|entry| entry.unwrap()).collect();
    assert!(!kept.is_empty());
    tokio::time::sleep(Duration::from_millis(500)).await;
    for file in kept {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.path());
    }
    drop(pebble);
    drop(server);
    // The next start shows the certificate that was kept, without the authority.
    let server = Server::start(here.path(), &words);
    let begun = Instant::now();
    while client(&root).get(&health).send().await.is_err() {
        assert!(begun.elapsed() < Duration::from_secs(10), "the kept certificate is not shown");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    drop(server);
}

struct Stopped(std::process::Child);

impl Drop for Stopped {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
