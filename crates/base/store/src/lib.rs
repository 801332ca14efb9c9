//! One encrypted database per school, and the only door to it: an act with every id it touches.
//!
//! What is here: the files and their keys, the SQLite driver, migrations, acts and their rules, the unit
//! of work, the audit chain, the security log, the outbox and the job table.
//! What is deliberately absent: any noun of a school (no student, no guardian: modules bring them), HTTP,
//! and `async` (a unit of work runs to its end on the thread that owns the connection).
//!
//! Laws 1, 2, 5 and 6 of the plan; clauses C003, C004, C032, C155–C157.

pub mod act;
pub mod actor;
pub mod anchor;
pub mod around;
mod at_once;
pub mod audit;
pub mod backup;
pub mod context;
pub mod database;
mod driver;
pub mod folder;
mod group;
pub mod handles;
pub mod heads;
mod in_file;
pub mod jobs;
pub mod keys;
mod lead;
pub mod ledger;
mod live;
pub mod location;
pub mod media;
mod memory;
pub mod migrate;
mod moving;
mod observe;
pub mod outbox;
mod own_tables;
pub mod progress;
pub mod query;
mod refer;
pub mod rows;
pub mod schools;
pub mod seal;
pub mod security;
pub mod signing;
pub mod sorting;
mod stirred;
pub mod switch;
pub mod undelivered;
mod upgrade;
pub mod watch;

pub use act::{Act, ActInfo, Allowed, Noun, On, Rule, Target, Visible, Whole};
pub use actor::{Actor, Person, Role, Support};
pub use at_once::at_once;
pub use context::{Context, Read, Work};
pub use database::{Database, DatabaseId, LongChange};
pub use folder::DataFolder;
pub use jobs::Job;
pub use live::Written;
pub use location::Location;
pub use migrate::Migration;
pub use moving::Moved;
pub use progress::Progress;
pub use refer::referring;
pub use schools::Schools;
pub use seal::{Field, Sealed};
pub use stirred::{PROMISED, Stirred};
pub use watch::{Register, Tables};

pub use sea_orm;

/// What the store's own tables hold; every school has them.
pub fn declarations() -> Vec<registry::Declaration> {
    [
        audit::Model::DECLARATION,
        anchor::Model::DECLARATION,
        security::Model::DECLARATION,
        outbox::Model::DECLARATION,
        jobs::Model::DECLARATION,
        switch::Model::DECLARATION,
        sorting::Model::DECLARATION,
        media::Model::DECLARATION,
    ]
    .into_iter()
    .chain(seal::declarations())
    .collect()
}

/// The same of the control database, which also knows where schools lie.
pub fn control_declarations() -> Vec<registry::Declaration> {
    let mut declarations = declarations();
    declarations.push(location::Model::DECLARATION);
    declarations
}
