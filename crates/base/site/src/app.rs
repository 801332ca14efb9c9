//! The school as an installed app (W3C Web Application Manifest): its name and icon on the phone, a page for when
//! there is no network, and pages kept for a day where a module says so ([`Cx::kept_offline`]).

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kernel::Direction;
use serde_json::json;

use crate::{Cx, Result, Say, assets};

/// Under the school.
pub const MANIFEST: &str = "/app.webmanifest";
const OFFLINE: &str = "/offline";
const WORKER: &str = include_str!("../../../../assets/src/worker.js");

/// Says nothing that the sign-in page does not say to everybody.
pub async fn manifest(cx: Cx) -> Result {
    let school = cx.school()?;
    let icon = |path: &str, size: &str, purpose: &str| json!({"src": path, "sizes": size, "type": "image/png", "purpose": purpose});
    let (small, large) = (assets::APP_192.path(), assets::APP_512.path());
    let manifest = json!({
        "id": cx.href("/"),
        "name": school.name,
        "short_name": school.name.chars().take(12).collect::<String>().trim(),
        "start_url": cx.href("/"),
        "scope": cx.href("/"),
        "display": "standalone",
        "lang": cx.say.language().code(),
        "dir": if cx.say.language().direction() == Direction::RightToLeft { "rtl" } else { "ltr" },
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": [icon(small, "192x192", "any"), icon(large, "512x512", "any"), icon(large, "512x512", "maskable")],
    });
    Ok(([(header::CONTENT_TYPE, "application/manifest+json")], manifest.to_string()).into_response())
}

/// The worker, told which files this release has.
pub async fn worker() -> Response {
    let files = json!([assets::CSS.path(), assets::ICONS.path(), assets::SCRIPT.path()]);
    let text = format!("const FILES = {files}\nconst OFFLINE = '{OFFLINE}'\n{WORKER}");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(assets::JAVASCRIPT)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    (headers, text).into_response()
}

#[derive(Template)]
#[template(path = "offline.html")]
struct OfflineView<'a> {
    say: &'a Say,
}

/// What the browser shows when it cannot reach the school.
pub async fn offline(cx: Cx) -> Result {
    let mut page = cx.page("offline-title", &OfflineView { say: &cx.say })?;
    page.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(cx.say.language().code()));
    Ok(page)
}
