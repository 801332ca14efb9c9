//! The school's people and groups to take along, as one file.

use axum::http::header;
use axum::response::IntoResponse as _;
use people::demographics::Keeps;
use site::{Cx, Result};

use crate::export;

/// The archive in the format OneRoster 1.2.
pub async fn one_roster(cx: Cx) -> Result {
    let context = cx.context();
    let keeps = Keeps::of(cx.edition()?, context.database.is_on("demographics"));
    let archive = cx.off_thread(move || export::one_roster(&context, keeps)).await?;
    let file = format!("attachment; filename=\"oneroster-{}.zip\"", cx.now().date());
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, file),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, archive).into_response())
}
