//! All that a module is, as the one list of modules in the binary sees it.

use kernel::{Language, Timestamp};
use registry::{Declaration, Edition, Recipient};
use store::{ActInfo, Job, Migration, Read, Role};

use crate::{Cx, House, Routes, Say};

#[derive(Default)]
pub struct Module {
    /// As in an edition's `modules.on`.
    pub name: &'static str,
    /// A school may do without it: an edition lists it or not, an administrator switches it off (C097).
    pub optional: bool,
    /// Of a school's database.
    pub migrations: Vec<Migration>,
    /// Of the installation's own database.
    pub control_migrations: Vec<Migration>,
    pub declarations: Vec<Declaration>,
    /// Declarations of the installation's own tables.
    pub control_declarations: Vec<Declaration>,
    pub acts: Vec<ActInfo>,
    /// Under `/s/SLUG`.
    pub routes: Routes,
    /// Under `/`.
    pub root_routes: Routes,
    /// The text of each language's file.
    pub locales: Vec<(Language, &'static str)>,
    pub jobs: Vec<Job>,
    pub nav: Vec<NavItem>,
    /// What one can begin from the palette: a new student, an import.
    pub deeds: Vec<NavItem>,
    /// To whom outside the school it hands data.
    pub recipients: Vec<Recipient>,
    /// How it keeps data safe, for the record of processing.
    pub measures: Vec<Measure>,
    /// What it lets a person set.
    pub settings: Option<Settings>,
    /// Ways to sign in that it offers on the door.
    pub ways: Option<Ways>,
}

/// One measure of security in words, with its numbers from the values that enforce it (GDPR Art. 30(1)(g)).
pub type Measure = fn(&Say, &House, &Edition) -> String;

/// One thing that a person has set, or that is set for them (C110).
#[derive(Clone, Debug)]
pub struct Setting {
    /// What it is, in words.
    pub words: String,
    /// What it is set to now, in words.
    pub value: String,
    pub since: Timestamp,
    /// Where it is changed, under the school: `/account/second-factor`.
    pub href: String,
}

/// The settings of a module for who is signed in, read while their page is made.
pub type Settings = fn(&Cx, &Read) -> kernel::Result<Vec<Setting>>;

/// A button on the door: where it leads, under the school, and whose name is on it.
#[derive(Clone, Debug)]
pub struct Way {
    pub href: String,
    pub name: String,
}

/// The ways in that a module offers at this school.
pub type Ways = fn(&Read) -> kernel::Result<Vec<Way>>;

/// A line of the navigation.
#[derive(Clone, Copy, Debug)]
pub struct NavItem {
    /// Translation key.
    pub words: &'static str,
    pub icon: &'static str,
    /// Under the school: `/students`.
    pub path: &'static str,
    pub roles: &'static [Role],
    /// Lower comes first.
    pub order: u8,
}

/// The five locale files of a module, from its folder `locales`.
#[macro_export]
macro_rules! locales {
    () => {
        vec![
            (::kernel::Language::En, include_str!("../locales/en.ftl")),
            (::kernel::Language::Nl, include_str!("../locales/nl.ftl")),
            (::kernel::Language::Et, include_str!("../locales/et.ftl")),
            (::kernel::Language::Ar, include_str!("../locales/ar.ftl")),
            (::kernel::Language::Hi, include_str!("../locales/hi.ftl")),
        ]
    };
}
