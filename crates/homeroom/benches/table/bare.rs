//! The limit: an axum handler that does the same work with nothing around it, in a process of its own.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use parking_lot::Mutex;
use rusqlite::Connection;

use crate::scene::Server;

pub const FLAG: &str = "--bare";
pub const KEY: &str = "PRAGMA key = \"x'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'\";";

/// Starts one: `page FILE` sends the bytes of a file, `list FILE` renders a class of thirty out of an encrypted database,
/// `plain FILE` out of one that is not.
pub fn start(kind: &str, file: &std::path::Path) -> Server {
    let mut command = std::process::Command::new(std::env::current_exe().expect("this program has a file"));
    command.args([FLAG, kind]).arg(file);
    Server::of(command)
}

/// The child's side.
pub fn serve(kind: &str, rest: &[String]) {
    let file = rest.first().expect("a file");
    let router = match kind {
        "page" => {
            let page: Arc<str> = std::fs::read_to_string(file).expect("a page").into();
            Router::new().route("/", get(move || std::future::ready(Html(page.to_string()))))
        }
        "list" | "plain" => {
            let school = school(file, kind == "list");
            Router::new().route("/", get(class_list)).with_state(Arc::new(Mutex::new(school)))
        }
        other => panic!("no bare server is called {other}"),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        println!("{{\"url\":\"http://{}\"}}", listener.local_addr().expect("an address"));
        axum::serve(listener, router).await.expect("it serves");
    });
}

/// Forty classes of thirty, encrypted as the house encrypts or not at all.
fn school(file: &str, is_encrypted: bool) -> Connection {
    let school = Connection::open(file).expect("a file");
    if is_encrypted {
        school.execute_batch(KEY).expect("a key");
    }
    school
        .execute_batch(
            "PRAGMA journal_mode = WAL;
             CREATE TABLE student (id INTEGER PRIMARY KEY, call_name TEXT, surname TEXT, roll INTEGER, class INTEGER);
             CREATE INDEX student_class ON student (class, surname);
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
             INSERT INTO student SELECT i, 'Kind' || i, 'Boom' || (i * 7919 % 1201), i % 30 + 1, i % 40 FROM n;",
        )
        .expect("a school");
    school
}

struct Line {
    id: i64,
    roll: i64,
    name: String,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<table>{% for line in lines %}<tr><td>{{ line.roll }}</td><th><a href=\"/students/{{ line.id }}\">{{ line.name }}</a></th></tr>{% endfor %}</table>"
)]
struct ListView {
    lines: Vec<Line>,
}

async fn class_list(State(school): State<Arc<Mutex<Connection>>>) -> Html<String> {
    let lines = tokio::task::spawn_blocking(move || {
        let school = school.lock();
        let mut list = school
            .prepare_cached("SELECT id, roll, call_name, surname FROM student WHERE class = ?1 ORDER BY surname, id")
            .expect("a sentence");
        let line = |row: &rusqlite::Row<'_>| {
            let (call, surname): (String, String) = (row.get(2)?, row.get(3)?);
            Ok(Line { id: row.get(0)?, roll: row.get(1)?, name: format!("{call} {surname}") })
        };
        list.query_map([7], line).and_then(Iterator::collect::<Result<Vec<_>, _>>).expect("a class")
    });
    let view = ListView { lines: lines.await.expect("a list") };
    assert_eq!(view.lines.len(), 30);
    Html(view.render().expect("a page"))
}
