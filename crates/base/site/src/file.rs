//! Files to keep, beside the pages.

use axum::http::HeaderName;
use axum::http::header;

/// Headers of a file that is saved, not shown. Its name stands in download folders and lists: name nobody in it.
pub fn attachment(kind: &'static str, file: &str) -> [(HeaderName, String); 3] {
    [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{file}\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ]
}
