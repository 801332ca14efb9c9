//! The signed head of the audit log: to download, to be mailed, and to check the log against one that was kept.

use std::time::Duration;

use accounts::account::AccountId;
use askama::Template;
use axum::response::IntoResponse as _;
use kernel::Problems;
use site::{Cx, Field, FileForm, Form, FormView, Result, Say, attachment};
use store::audit::{Broken, Head};
use store::heads::{SignedHead, Unproven};

use crate::{CHECK_HEAD, SEE_HEAD, WISH_HEAD, head};

/// How long a browser waits for a check; a longer log is checked at the shell.
const PATIENCE: Duration = Duration::from_secs(20);
/// A head is some lines; a mail around it some more.
const LARGEST: usize = 64 << 10;

/// The head of now, as a file to keep.
pub async fn download(cx: Cx) -> Result {
    let context = cx.context();
    let head = cx.read(SEE_HEAD.on(()), move |read, _| context.signed_head(read)).await?;
    let head = head.ok_or(site::Fault(kernel::Error::NotFound))?;
    let file = format!("homeroom-head-{}.txt", head.at.date());
    Ok((attachment("text/plain; charset=utf-8", &file), head.to_string()).into_response())
}

/// The daily mail to who is signed in: on, or off again.
pub async fn wish(cx: Cx, form: Form) -> Result {
    let (account, on) = (AccountId(cx.account()?), form.is("mail"));
    cx.write(
        WISH_HEAD.on(()),
        move |work, _| {
            if on { head::want(work, account) } else { head::want_no_more(work, account) }
        },
    )
    .await?;
    Ok(cx.done("/privacy/trail", if on { "done-head-mail" } else { "done-head-no-mail" }))
}

#[derive(Template)]
#[template(path = "trail_check.html")]
struct CheckView<'a> {
    /// What the check came to, and whether that is good.
    verdict: Option<(String, bool)>,
    form: FormView,
    back: String,
    say: &'a Say,
}

fn page(cx: &Cx, form: &Form, problems: &Problems, verdict: Option<(String, bool)>) -> Result {
    let fields = vec![Field::kind("head", "textarea").hint(), Field::file("head_file", "text/plain,.eml,.txt")];
    let form = FormView::new(cx, "/privacy/trail/check", "trail-check-button", form, problems, fields);
    let view = CheckView { verdict, form, back: cx.href("/privacy/trail"), say: &cx.say };
    if problems.0.is_empty() { cx.page("trail-check-title", &view) } else { cx.page_again("trail-check-title", &view) }
}

pub async fn ask(cx: Cx) -> Result {
    cx.read(CHECK_HEAD.on(()), |_, _| Ok(())).await?;
    page(&cx, &Form::default(), &Problems::default(), None)
}

/// Checks the whole log against the head that somebody kept: pasted, or as a file.
pub async fn check(cx: Cx, sent: FileForm) -> Result {
    // Who may not is refused before what they sent is looked at.
    cx.read(CHECK_HEAD.on(()), |_, _| Ok(())).await?;
    let form = sent.form;
    let file = sent.file.filter(|file| !file.is_empty() && file.len() <= LARGEST);
    let text = file.and_then(|file| String::from_utf8(file).ok()).unwrap_or_else(|| form.get("head").to_owned());
    let mut problems = Problems::default();
    let Ok(signed) = text.parse::<SignedHead>() else {
        problems.add("head", "trail-head-unreadable");
        return page(&cx, &form, &problems, None);
    };
    let context = cx.context();
    let public = context.database.around.signer.public();
    if let Err(why) = signed.check(context.database.id, &public) {
        let words = cx.say.say(match why {
            Unproven::OtherSchool => "trail-head-other-school",
            Unproven::Changed => "trail-head-changed",
            Unproven::OtherKey => "trail-head-other-key",
        });
        return page(&cx, &form, &problems, Some((words, false)));
    }
    let kept = signed.head.clone();
    let verify = move || context.database.verify_audit(Some(&kept)).map(|verdict| verdict.fault);
    let verdict = match cx.off_thread_within(PATIENCE, verify).await? {
        None => (cx.say.say("trail-check-long"), false),
        Some(fault) => (worded(&cx.say, fault, &signed.head), fault.is_none()),
    };
    page(&cx, &form, &problems, Some(verdict))
}

fn worded(say: &Say, fault: Option<Broken>, head: &Head) -> String {
    match fault {
        None => say.count("trail-check-whole", head.place),
        Some(Broken::Entry(place)) => say.count("trail-check-entry", place),
        Some(Broken::Older(_, at)) => say.one("trail-check-older", "day", &say.date(at.date())),
        Some(Broken::Anchor | Broken::Front) => say.say("trail-check-front"),
        Some(Broken::CutOff) => say.say("trail-check-cut"),
    }
}
