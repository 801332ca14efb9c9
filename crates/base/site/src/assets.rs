//! The kit's files, in the binary, under names that change with their content.

use std::sync::OnceLock;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use axum::routing::get;
use sha2::{Digest, Sha256};

pub struct Asset {
    name: &'static str,
    ending: &'static str,
    kind: &'static str,
    text: &'static str,
    path: OnceLock<String>,
}

pub static CSS: Asset =
    Asset::new("kit", "css", "text/css; charset=utf-8", include_str!("../../../../assets/src/kit.css"));
/// Only on pages that ask for a passkey.
pub static PASSKEY: Asset = Asset::script("passkey", include_str!("../../../../assets/src/passkey.js"));
pub static ICONS: Asset = Asset::new("icons", "svg", "image/svg+xml", include_str!("../../../../assets/src/icons.svg"));

impl Asset {
    const fn new(name: &'static str, ending: &'static str, kind: &'static str, text: &'static str) -> Self {
        Self { name, ending, kind, text, path: OnceLock::new() }
    }

    /// An ES module, for `<script type="module" src=…>`.
    const fn script(name: &'static str, text: &'static str) -> Self {
        Self::new(name, "js", "text/javascript; charset=utf-8", text)
    }

    /// `/a/kit.3f9c1ab2.css`.
    pub fn path(&'static self) -> &'static str {
        self.path.get_or_init(|| {
            let digest = hex::encode(Sha256::digest(self.text));
            format!("/a/{}.{}.{}", self.name, digest.get(..8).unwrap_or_default(), self.ending)
        })
    }

    async fn serve(&'static self) -> impl IntoResponse {
        let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
        ([(header::CONTENT_TYPE, HeaderValue::from_static(self.kind)), (header::CACHE_CONTROL, forever)], self.text)
    }
}

/// An icon of the sprite, for templates.
pub fn icon(name: &str) -> String {
    format!("{}#{name}", ICONS.path())
}

pub(crate) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    [&CSS, &ICONS, &PASSKEY]
        .into_iter()
        .fold(Router::new(), |router, asset| router.route(asset.path(), get(move || asset.serve())))
}
