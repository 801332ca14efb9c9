//! Handing a file out: in pieces as they are opened, with headers that let no browser make more of it than it is.

use std::io::Read;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use site::{Cx, Fault, Result};
use store::media::{Model, Part};
use tokio::sync::mpsc::{Sender, channel};
use tokio_stream::wrappers::ReceiverStream;

/// How a browser takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As a part of a page.
    InPage,
    /// As a download; the name has no ending, and names nobody.
    Saved(&'static str),
}

const PIECE: usize = 64 << 10;

/// The file of a row that the caller found under an act of its own: to be asked for at each look, kept by no cache
/// between, run by no browser.
///
/// # Errors
/// `NotFound` where the file is gone.
pub async fn answer(cx: &Cx, asked: &HeaderMap, media: Model, part: Part, shown: Shown) -> Result {
    let tag = format!("\"{}-{}\"", media.id, if part == Part::Small { "small" } else { "whole" });
    if asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return with_headers(StatusCode::NOT_MODIFIED.into_response(), &tag, None);
    }
    let (kind, ending) = kind(&media.media_type);
    let length = (part == Part::Whole || media.small.is_none()).then_some(media.length);
    let context = cx.context();
    let file = cx.off_thread(move || context.open_media(&media, part)).await?;
    let mut answer = with_headers(body(file).into_response(), &tag, Some(kind))?;
    let disposition = match shown {
        Shown::InPage => "inline".to_owned(),
        Shown::Saved(name) => format!("attachment; filename=\"{name}{ending}\""),
    };
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition).map_err(internal)?);
    if let Some(length) = length {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    Ok(answer)
}

fn internal(cause: impl std::fmt::Display) -> Fault {
    Fault(kernel::Error::internal(cause))
}

/// Its kind is one of ours, whatever stands in the row.
fn kind(media_type: &str) -> (&'static str, &'static str) {
    match media_type {
        "application/pdf" => ("application/pdf", ".pdf"),
        "image/jpeg" => ("image/jpeg", ".jpg"),
        "image/png" => ("image/png", ".png"),
        _ => ("application/octet-stream", ""),
    }
}

fn with_headers(mut answer: Response, tag: &str, kind: Option<&'static str>) -> Result {
    let headers = answer.headers_mut();
    headers.insert(header::ETAG, HeaderValue::try_from(tag).map_err(internal)?);
    // The browser may keep it, and asks each time whether it still may show it.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(kind) = kind {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    Ok(answer)
}

/// Opened piece by piece on a thread that may wait, no faster than it is taken.
fn body(mut file: Box<dyn Read + Send>) -> Body {
    let (give, take) = channel(2);
    tokio::task::spawn_blocking(move || while hand_over(&mut file, &give) {});
    Body::from_stream(ReceiverStream::new(take))
}

/// Whether there is more, and somebody who takes it. What does not open ends the answer in the middle.
fn hand_over(file: &mut Box<dyn Read + Send>, give: &Sender<std::io::Result<Bytes>>) -> bool {
    let mut piece = Vec::with_capacity(PIECE);
    match file.take(PIECE as u64).read_to_end(&mut piece) {
        Ok(0) => false,
        Ok(_) => give.blocking_send(Ok(piece.into())).is_ok(),
        Err(error) => {
            tracing::error!(%error, "a file does not open to its end");
            let _ = give.blocking_send(Err(error));
            false
        }
    }
}
