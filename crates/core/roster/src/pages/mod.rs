//! The screens of an import: upload, then the preview with its yes and its no, then how far it is.

pub mod export;
pub mod import;
pub mod preview;
pub mod upload;
