//! Where plain HTTP still arrives: a page is sent on to TLS, anything that brings data is refused, so that nobody
//! gets used to sending it in the clear (C124).

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Language;
use site::Say;
use site::words::Catalogue;

/// Sends on to the installation at `url`, an `https` one.
pub fn router(url: &str, words: Arc<Catalogue>) -> Router {
    Router::new().fallback(send_on).with_state((Arc::from(url), words))
}

/// To the same page at the address this installation is known by: the caller's word for the host is not used.
async fn send_on(State((url, words)): State<(Arc<str>, Arc<Catalogue>)>, request: Request) -> Response {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let is_page = matches!(*request.method(), Method::GET | Method::HEAD)
        && !path.starts_with("/api/")
        && !request.headers().contains_key(header::UPGRADE);
    if is_page {
        return Redirect::permanent(&format!("{url}{path}")).into_response();
    }
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let language = Language::accepted(accepted.unwrap_or_default()).unwrap_or(Language::En);
    let words = Say::new(words, language).one("plain-refused", "url", &url);
    (StatusCode::FORBIDDEN, [(header::CONNECTION, "close")], words).into_response()
}
