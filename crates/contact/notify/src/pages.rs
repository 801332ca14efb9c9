//! What was given up: each thing may be tried once more, or put aside for good.

use askama::Template;
use site::{Cx, Form, Result, Say};
use store::sea_orm::prelude::Uuid;
use store::undelivered::{self, Lost, What};

use crate::{SEE_UNDELIVERED, SETTLE};

/// Beyond these the host has more to mend than a page can show.
const SHOWN: u64 = 200;

struct Line {
    what: String,
    when: String,
    tried: String,
    why: String,
    /// What the buttons send.
    name: String,
}

#[derive(Template)]
#[template(path = "undelivered.html")]
struct UndeliveredView<'a> {
    action: String,
    lines: Vec<Line>,
    say: &'a Say,
}

fn line(say: &Say, lost: &Lost) -> Line {
    let (what, name) = match &lost.what {
        What::Message(id, channel) => (say.say(&format!("undelivered-{channel}")), format!("message {id}")),
        What::Job(job) => (say.one("undelivered-job", "name", job), format!("job {job}")),
    };
    Line {
        what,
        when: say.moment(lost.at),
        tried: say.count("undelivered-tried", lost.attempts),
        why: say.say(&format!("undelivered-fault-{}", lost.fault)),
        name,
    }
}

pub async fn list(cx: Cx) -> Result {
    let lost = cx.read(SEE_UNDELIVERED.on(()), |read, _| undelivered::list(read, SHOWN)).await?;
    let lines = lost.iter().map(|lost| line(&cx.say, lost)).collect();
    let view = UndeliveredView { action: cx.href("/undelivered"), lines, say: &cx.say };
    cx.page("undelivered-title", &view)
}

/// What a button names: `message ID`, `job NAME`.
fn parse(name: &str) -> Option<What> {
    match name.split_once(' ')? {
        ("message", id) => Some(What::Message(id.parse::<Uuid>().ok()?, String::new())),
        ("job", name) => Some(What::Job(name.to_owned())),
        _ => None,
    }
}

/// Tries one thing again, or puts it aside. Who may not is refused before what they sent is looked at.
pub async fn settle(cx: Cx, form: Form) -> Result {
    let wish = form.some("again").map(|name| (name, true)).or(form.some("aside").map(|name| (name, false)));
    let wish = wish.map(|(name, again)| (parse(name), again));
    let again = cx
        .write(SETTLE.on(()), move |work, _| match wish {
            Some((Some(what), true)) => undelivered::try_again(work, &what).map(|()| true),
            Some((Some(what), false)) => undelivered::put_aside(work, &what).map(|()| false),
            Some((None, _)) => Err(kernel::Error::NotFound),
            None => Err(kernel::Error::invalid("again", "undelivered-none-named")),
        })
        .await?;
    Ok(cx.done("/undelivered", if again { "done-undelivered-again" } else { "done-undelivered-aside" }))
}
