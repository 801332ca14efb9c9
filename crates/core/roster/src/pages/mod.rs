//! The screens of an import: upload, then the preview with its yes and its no.

pub mod preview;
pub mod upload;
