//! What the school prints: letters and lists as PDF, tagged for screen readers (PDF/UA-1), in the house's five
//! languages. Alone in knowing the typesetter: everybody else hands over a [`Document`] and gets bytes.
//!
//! It is not a store and not a page: it reads no file and no network, keeps nothing, and knows no domain. What
//! people are called and wrote comes as data and is never read as the typesetter's markup.

mod document;
mod press;

pub use document::{Block, Document, Envelope, Page, Part};
pub use press::{can_write, pdf};
