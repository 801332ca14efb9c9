//! Where files come in. Nothing is stored of their content until the preview is confirmed (C057).

use askama::Template;
use axum::extract::Multipart;
use kernel::{Error, Problems};
use site::{Cx, Fault, Result, Say};
use store::Role;

use crate::acts::{DELIVER, SEE};
use crate::delivery;
use crate::import::{self, State};
use crate::rows::SourceFile;

/// Earlier imports listed at most.
const SHOWN: u64 = 20;

struct Earlier {
    href: String,
    about: String,
    files: String,
    state: String,
    chip: &'static str,
}

#[derive(Template)]
#[template(path = "roster_upload.html")]
struct UploadView<'a> {
    action: String,
    /// Why a file is asked: its row in the record of processing (C176).
    records: String,
    errors: Vec<String>,
    waiting: Vec<(String, String)>,
    earlier: Vec<Earlier>,
    /// The file to take along, for whoever may.
    export: Option<String>,
    say: &'a Say,
}

async fn view<'a>(cx: &'a Cx, problems: &Problems) -> Result<UploadView<'a>> {
    let (waiting, earlier) =
        cx.read(SEE.on(()), |read, _| Ok((delivery::list(read)?, import::list(read, SHOWN)?))).await?;
    Ok(UploadView {
        action: cx.href("/roster"),
        records: cx.href("/privacy/records#import-student"),
        errors: problems.0.iter().map(|p| cx.say.message(&p.message)).collect(),
        waiting: waiting.into_iter().map(|d| (cx.href(&format!("/roster/{}", d.id)), cx.say.moment(d.at))).collect(),
        earlier: earlier.iter().map(|row| earlier_view(cx, row)).collect(),
        export: cx.actor().is(Role::Administrator).then(|| cx.href("/roster/export")),
        say: &cx.say,
    })
}

fn earlier_view(cx: &Cx, row: &import::Model) -> Earlier {
    let state = row.state(&cx.context());
    Earlier {
        href: cx.href(&format!("/roster/imports/{}", row.id)),
        about: super::import::about(&cx.say, row),
        files: row.files.replace('\n', ", "),
        state: cx.say.say(&format!("roster-state-{}", state.word())),
        chip: match state {
            State::Running => "chip-warn",
            State::Done => "chip-ok",
            State::Cancelled | State::Undone => "",
            State::Failed | State::Interrupted => "chip-bad",
        },
    }
}

pub async fn show(cx: Cx) -> Result {
    cx.page("roster-title", &view(&cx, &Problems::default()).await?)
}

pub async fn submit(cx: Cx, mut upload: Multipart) -> Result {
    let unreadable = |_| Fault(Error::invalid("files", "roster-upload-broken"));
    let mut files = Vec::new();
    while let Some(field) = upload.next_field().await.map_err(unreadable)? {
        let name = field.file_name().unwrap_or_default().rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(unreadable)?.to_vec();
        if !name.is_empty() {
            files.push(SourceFile { name, bytes });
        }
    }
    if files.is_empty() {
        let mut problems = Problems::default();
        problems.add("files", "roster-no-file");
        return cx.page_again("roster-title", &view(&cx, &problems).await?);
    }
    let id = cx.write(DELIVER.on(()), move |work, school| delivery::create(work, school, files)).await?;
    Ok(cx.go(&format!("/roster/{id}")))
}
