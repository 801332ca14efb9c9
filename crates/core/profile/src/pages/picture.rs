//! A profile's picture: taken in, taken away, and shown to exactly those who may see it (C178).

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use kernel::{Found as _, Problems};
use school::profile::{self, PICTURE, ProfilePartId};
use site::{Cx, FileForm, Result};

use super::own::{audience, page, person};
use crate::acts::CHANGE_OWN;

/// Points of a side of what is kept.
const SIDE: u32 = 256;

/// Takes the picture, if one came; else only who may see the one that is there.
pub async fn upload(cx: Cx, whole: FileForm) -> Result {
    let person = person(&cx).found()?;
    let to = audience(&whole.form, "picture_audience");
    let Some(bytes) = whole.file else {
        cx.write(CHANGE_OWN.on(()), move |work, _| profile::show_picture_to(work, person, to)).await?;
        return Ok(cx.done("/profile", "done-profile"));
    };
    match cx.off_thread(move || Ok(media::square(&bytes, SIDE))).await? {
        Ok(small) => {
            cx.erase(CHANGE_OWN.on(()), move |work, _| profile::keep_picture(work, person, small, to)).await?;
            Ok(cx.done("/profile", "done-profile"))
        }
        Err(message) => {
            let mut problems = Problems::default();
            problems.add("picture", message);
            page(&cx, None, &problems).await
        }
    }
}

pub async fn remove(cx: Cx) -> Result {
    let person = person(&cx).found()?;
    cx.erase(CHANGE_OWN.on(()), move |work, _| profile::remove(work, person, PICTURE)).await?;
    Ok(cx.done("/profile", "done-profile"))
}

/// The bytes, under the same rule as everything of a profile. A browser may keep them for a while, no cache
/// between may.
pub async fn show(cx: Cx, Path((_, part)): Path<(String, String)>) -> Result {
    let part: ProfilePartId = part.parse()?;
    let bytes = cx.read(profile::SEE.on(part), profile::bytes).await?.found()?;
    let mut answer = bytes.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
    Ok(answer)
}
