//! The school's people and groups to take along, as one file.

use axum::response::IntoResponse as _;
use people::demographics::Keeps;
use site::{Cx, Result, attachment};

use crate::export;

/// The archive in the format OneRoster 1.2.
pub async fn one_roster(cx: Cx) -> Result {
    let context = cx.context();
    let keeps = Keeps::of(cx.edition()?, context.database.is_on("demographics"));
    let archive = cx.off_thread(move || export::one_roster(&context, keeps)).await?;
    let file = format!("oneroster-{}.zip", cx.now().date());
    Ok((attachment("application/zip", &file), archive).into_response())
}
