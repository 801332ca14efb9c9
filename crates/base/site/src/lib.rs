//! Pages, forms, errors, languages and the kit: everything a module needs to meet a person. Knows no
//! domain: who somebody is and which school a slug names come through two hooks in [`House`].

mod app;
pub mod assets;
pub mod build;
pub mod cx;
pub mod fault;
mod file;
pub mod form;
pub mod house;
pub mod layout;
pub mod limits;
pub mod live;
mod measures;
pub mod module;
mod numbers;
pub mod panics;
pub mod routes;
pub mod server;
pub mod status;
pub mod words;
pub mod workers;

pub use cx::{Chosen, Cx, Page};
pub use fault::{Fault, Result};
pub use file::attachment;
pub use form::{Field, FileForm, Form, FormView};
pub use house::{Door, Host, House, Identity, OperatorIdentity, SchoolEntry, Visit};
pub use limits::Limits;
pub use module::{Measure, Module, NavItem, Setting, Settings, Way, Ways};
pub use routes::{RouteInfo, Routes};
pub use server::OverTls;
pub use status::Finding;
pub use words::{Catalogue, Say};
