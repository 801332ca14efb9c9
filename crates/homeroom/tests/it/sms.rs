//! Text messages through a gateway, against one that listens on this machine (law 6).

use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use axum::{Json, Router};
use kernel::clock::{MINUTE, SECOND};
use notify::{Gateway, Senders, sms};
use serde_json::json;
use store::outbox::{self, Brief, Channel};
use testkit::{School, Test};

use crate::shell;

const NUMBER: &str = "+31612345678";
const SECRET: &str = "zq-gateway-secret";

/// What the gateway was sent, and what it answers.
#[derive(Default)]
struct Heard {
    forms: Vec<String>,
    authorization: String,
    answer: u16,
}

type Ear = Arc<Mutex<Heard>>;

async fn messages(State(ear): State<Ear>, headers: HeaderMap, body: String) -> Response {
    let mut heard = ear.lock().unwrap();
    heard.forms.push(body);
    heard.authorization = headers[header::AUTHORIZATION].to_str().unwrap().to_owned();
    match heard.answer {
        201 => (StatusCode::CREATED, Json(json!({ "sid": "SM1", "status": "queued" }))).into_response(),
        307 => (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, "/elsewhere")]).into_response(),
        status => {
            let said = json!({ "code": 21211, "message": format!("The 'To' number {NUMBER} is not valid") });
            (StatusCode::from_u16(status).unwrap(), Json(said)).into_response()
        }
    }
}

/// A gateway of the account `AC1`; gives its address.
async fn gateway(answer: u16) -> (Ear, String) {
    let ear: Ear = Arc::new(Mutex::new(Heard { answer, ..Heard::default() }));
    let elsewhere = post(|State(ear): State<Ear>| async move { ear.lock().unwrap().forms.push("followed".into()) });
    let router = Router::new()
        .route("/2010-04-01/Accounts/AC1/Messages.json", post(messages))
        .route("/elsewhere", elsewhere)
        .with_state(Arc::clone(&ear));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    (ear, url)
}

fn senders(url: &str) -> Senders {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let settings = sms::Settings {
        url: url.to_owned(),
        account: "AC1".to_owned(),
        secret: SECRET.to_owned(),
        from: "+15005550006".to_owned(),
        hosts: Vec::new(),
    };
    Senders { mail: None, sms: Some(Gateway::new(&settings).unwrap()) }
}

fn school() -> (Test, School) {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    (test, school)
}

fn queue(school: &School) {
    school
        .arrange(|work| {
            let brief = Brief {
                channel: Channel::Sms,
                to: Some(NUMBER.to_owned()),
                subject: String::new(),
                body: "123456 is your code.\n\n@localhost #123456".to_owned(),
                until: work.now.plus(10 * MINUTE),
            };
            outbox::queue_brief(work, brief)
        })
        .unwrap();
}

fn row(school: &School) -> outbox::Model {
    school.arrange(|work| outbox::newest(work, 1)).unwrap().remove(0)
}

#[tokio::test]
async fn a_message_is_handed_over_once_and_its_words_go() {
    let (_test, school) = school();
    let (ear, url) = gateway(201).await;
    let senders = senders(&url);
    queue(&school);
    assert_eq!(senders.send_due(&school.context).await.unwrap(), 1);
    assert_eq!(senders.send_due(&school.context).await.unwrap(), 0);
    let heard = ear.lock().unwrap();
    let form = "To=%2B31612345678&From=%2B15005550006&Body=123456+is+your+code.%0A%0A%40localhost+%23123456";
    assert_eq!(heard.forms, [form]);
    assert_eq!(heard.authorization, "Basic QUMxOnpxLWdhdGV3YXktc2VjcmV0");
    let kept = row(&school);
    assert_eq!((kept.state.as_str(), kept.body.as_str(), kept.error), ("sent", "", None));
}

#[tokio::test]
async fn a_busy_gateway_is_asked_again_while_the_code_is_good() {
    let (_test, school) = school();
    for busy in [503, 429] {
        let (ear, url) = gateway(busy).await;
        let senders = senders(&url);
        queue(&school);
        assert_eq!(senders.send_due(&school.context).await.unwrap(), 0);
        assert_eq!(senders.send_due(&school.context).await.unwrap(), 0);
        assert_eq!(ear.lock().unwrap().forms.len(), 1, "not before its time");
        let waiting = row(&school);
        assert_eq!((waiting.state.as_str(), waiting.attempts), ("waiting", 1));
        ear.lock().unwrap().answer = 201;
        school.advance(4 * SECOND);
        assert_eq!(senders.send_due(&school.context).await.unwrap(), 1);
        assert_eq!(row(&school).state, "sent");
    }
    let (ear, url) = gateway(503).await;
    queue(&school);
    school.advance(10 * MINUTE);
    assert_eq!(senders(&url).send_due(&school.context).await.unwrap(), 0);
    assert!(ear.lock().unwrap().forms.is_empty(), "a code that is over is not sent");
}

#[tokio::test]
async fn a_refusal_is_final_and_says_no_number() {
    let (_test, school) = school();
    for answer in [400, 401, 307] {
        let (ear, url) = gateway(answer).await;
        let senders = senders(&url);
        queue(&school);
        senders.send_due(&school.context).await.unwrap();
        school.advance(MINUTE);
        senders.send_due(&school.context).await.unwrap();
        let kept = row(&school);
        assert_eq!(ear.lock().unwrap().forms.len(), 1, "{answer}: asked once, and followed nowhere");
        assert_eq!((kept.state.as_str(), kept.body.as_str()), ("failed", ""));
        let error = kept.error.unwrap();
        assert!(error.contains(&answer.to_string()) && !error.contains("612345678"), "{error}");
    }
}

#[tokio::test]
async fn a_gateway_that_is_not_there_is_tried_again_and_named_nowhere() {
    let (_test, school) = school();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    queue(&school);
    assert_eq!(senders(&url).send_due(&school.context).await.unwrap(), 0);
    let kept = row(&school);
    assert_eq!((kept.state.as_str(), kept.error.as_deref()), ("waiting", Some("the gateway cannot be reached")));
}

#[tokio::test]
async fn without_a_gateway_text_messages_wait() {
    let (_test, school) = school();
    queue(&school);
    assert_eq!(Senders::default().send_due(&school.context).await.unwrap(), 0);
    assert_eq!(row(&school).state, "waiting");
}

/// The whole program: the settings file's part, the log, and a code that a browser asks for.
#[tokio::test]
async fn the_server_sends_by_its_settings_and_logs_no_secret() {
    let (ear, url) = gateway(400).await;
    let here = tempfile::tempdir().unwrap();
    let file = format!(
        "listen = '127.0.0.1:0'\n[sms]\nurl = '{url}'\naccount = 'AC1'\nsecret = '{SECRET}'\nfrom = '+15005550006'\n"
    );
    std::fs::write(here.path().join("homeroom.toml"), file).unwrap();
    let doctor = shell::run(here.path(), &["doctor", "--data", "none"]);
    assert!(shell::stdout(&doctor).contains("text messages can be sent"), "{doctor:?}");
    let wrong = shell::run(here.path(), &["serve", "--sms-url", "https://sms.example"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(shell::stderr(&wrong).contains("sms.example, which is not on the list"), "{wrong:?}");
    for output in [doctor, wrong] {
        assert!(!shell::stdout(&output).contains(SECRET) && !shell::stderr(&output).contains(SECRET));
    }
    let log = here.path().join("log");
    let mut demo = shell::command(here.path(), &["demo", "--students", "8", "--json", "--listen", "127.0.0.1:0"]);
    let settings = [("URL", url.as_str()), ("ACCOUNT", "AC1"), ("SECRET", SECRET), ("FROM", "+15005550006")];
    demo.envs(settings.map(|(name, value)| (format!("HOMEROOM_SMS_{name}"), value)));
    demo.env("HOMEROOM_LOG", "trace").stderr(std::fs::File::create(&log).unwrap());
    let server = tokio::task::spawn_blocking(|| shell::Server::of(demo)).await.unwrap();
    let form = ask_for_code(&server.ready, &ear).await;
    let code: String = form.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    drop(server);
    let logged = std::fs::read_to_string(&log).unwrap();
    assert!(logged.contains("a message was not taken"), "the refusal is logged");
    for hidden in [SECRET, "612345678", code.as_str(), &form] {
        assert!(!logged.contains(hidden), "{hidden} stands in the log");
    }
}

/// Asks, as a guardian of the demo would, for a code to their number; gives the form that the gateway was sent.
async fn ask_for_code(ready: &serde_json::Value, ear: &Ear) -> String {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let browser = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let school = &ready["schools"][0];
    let base = format!("{}/s/{}", ready["url"].as_str().unwrap(), school["slug"].as_str().unwrap());
    let guardians = school["accounts"].as_array().unwrap().iter().filter(|account| account["role"] == "guardian");
    for guardian in guardians {
        let entered = browser.get(guardian["enter"].as_str().unwrap()).send().await.unwrap();
        let cookie = entered.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        let page = browser.get(format!("{base}/account")).header("cookie", cookie).send().await.unwrap();
        let page = page.text().await.unwrap();
        let Some(number) = page.split("<bdi dir=\"ltr\">").nth(1).map(|rest| rest.split('<').next().unwrap()) else {
            continue;
        };
        let asked = browser.post(format!("{base}/sign-in/send")).form(&[("login", number)]).send().await.unwrap();
        assert_eq!(asked.status(), 303);
        for _ in 0..100 {
            if let Some(form) = ear.lock().unwrap().forms.first() {
                assert!(form.contains(&format!("To=%2B{}", &number[1..])), "{form}");
                return form.clone();
            }
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        panic!("the gateway was not asked");
    }
    panic!("no guardian of the demo has a number");
}
