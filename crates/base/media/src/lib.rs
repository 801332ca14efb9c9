//! Pictures and papers that people hand in: looked at before anything is kept, made ready, and handed out again.
//!
//! A picture is taken by what is in it, whatever it is called. Only its points are kept: decoded within limits, turned
//! as its camera held it, written anew, with a small one beside it; no place, date, device or word comes along (C094).
//! A paper may be a PDF too, and stays as it is.
//!
//! What is deliberately absent: keys and files (`store::media`), whose a picture is and who may see it (the module
//! that refers to it by `media_id`, under its own acts).

mod answer;
mod intake;
mod picture;

use site::Module;

pub use answer::{Shown, answer};
pub use intake::{LARGEST, PAPERS, PICTURES, paper, picture};
pub use picture::square;
pub use store::media::{MediaId, Model, Part, Plain, Staged, find, keep};

pub fn module() -> Module {
    Module { name: "media", locales: site::locales!(), jobs: vec![store::media::SWEEP], ..Module::default() }
}
