//! How the server is, for its operators: each thing good, or with the sentence that mends it.

use askama::Template;
use site::{Cx, Finding, Result, Say};

use crate::acts::SEE_STATUS;
use crate::due;

#[derive(Template)]
#[template(path = "installation_status.html")]
struct StatusView<'a> {
    title: String,
    rows: Vec<Row>,
    schools: String,
    say: &'a Say,
}

struct Row {
    what: String,
    /// Empty if there is nothing to mend.
    fix: String,
}

impl Row {
    fn of(say: &Say, finding: &Finding) -> Self {
        Self { what: finding.what(say), fix: finding.fix(say).unwrap_or_default() }
    }
}

pub async fn show(cx: Cx) -> Result {
    let (schools, given_up) =
        cx.read(SEE_STATUS.on(()), |read, _| Ok((due::count(read)?, due::given_up(read)?))).await?;
    let house = cx.house.clone();
    let found = cx.off_thread(move || Ok(house.status.get().map(|look| look(&house)).unwrap_or_default())).await?;
    let mut rows = vec![Row {
        what: cx.say.count("status-schools", i64::try_from(schools).unwrap_or(i64::MAX)),
        fix: String::new(),
    }];
    let undelivered = match given_up {
        0 => Finding::good("status-delivered"),
        _ => Finding::wrong("status-undelivered", "status-undelivered-fix").with("n", given_up),
    };
    rows.push(Row::of(&cx.say, &undelivered));
    rows.extend(found.iter().map(|finding| Row::of(&cx.say, finding)));
    let view = StatusView { title: cx.say.say("status-title"), rows, schools: cx.href("/"), say: &cx.say };
    cx.page("status-title", &view)
}
