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
    content: &'static [u8],
    path: OnceLock<String>,
}

pub static CSS: Asset =
    Asset::new("kit", "css", "text/css; charset=utf-8", include_bytes!("../../../../assets/src/kit.css"));
pub static ICONS: Asset =
    Asset::new("icons", "svg", "image/svg+xml", include_bytes!("../../../../assets/src/icons.svg"));
/// What every page of a school loads: palette, live parts, keeping pages for when there is no network.
pub static SCRIPT: Asset = Asset::script("kit", include_bytes!("../../../../assets/src/kit.js"));
/// Only on pages that ask for a passkey.
pub static PASSKEY: Asset = Asset::script("passkey", include_bytes!("../../../../assets/src/passkey.js"));
/// The icon of the installed app; small, large, and with room around it for launchers that cut a shape.
pub static APP_192: Asset =
    Asset::new("app-192", "png", "image/png", include_bytes!("../../../../assets/src/app-192.png"));
pub static APP_512: Asset =
    Asset::new("app-512", "png", "image/png", include_bytes!("../../../../assets/src/app-512.png"));

pub const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

const ALL: [&Asset; 6] = [&CSS, &ICONS, &SCRIPT, &PASSKEY, &APP_192, &APP_512];

impl Asset {
    const fn new(name: &'static str, ending: &'static str, kind: &'static str, content: &'static [u8]) -> Self {
        Self { name, ending, kind, content, path: OnceLock::new() }
    }

    /// An ES module, for `<script type="module" src=…>`.
    const fn script(name: &'static str, content: &'static [u8]) -> Self {
        Self::new(name, "js", JAVASCRIPT, content)
    }

    /// `/a/kit.3f9c1ab2.css`.
    pub fn path(&'static self) -> &'static str {
        self.path.get_or_init(|| {
            let digest = hex::encode(Sha256::digest(self.content));
            format!("/a/{}.{}.{}", self.name, digest.get(..8).unwrap_or_default(), self.ending)
        })
    }

    async fn serve(&'static self) -> impl IntoResponse {
        let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
        ([(header::CONTENT_TYPE, HeaderValue::from_static(self.kind)), (header::CACHE_CONTROL, forever)], self.content)
    }
}

/// An icon of the sprite, for templates.
pub fn icon(name: &str) -> String {
    format!("{}#{name}", ICONS.path())
}

pub(crate) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    ALL.into_iter().fold(Router::new(), |router, asset| router.route(asset.path(), get(|| asset.serve())))
}
