//! The one list of modules. Whatever is checked for "everything" (access, declarations, translations,
//! templates, promises) walks this list.

use site::{Door, Module};

/// Every module of the house, in the order of the plan.
pub fn all() -> Vec<Module> {
    vec![
        installation::module(),
        media::module(),
        accounts::module(),
        support::module(),
        federation::module(),
        school::module(),
        school::demographics(),
        profile::module(),
        find::module(),
        roster::module(),
        duplicates::module(),
        notify::module(),
        conferences::module(),
        accuracy::module(),
        notice::module(),
    ]
}

/// How the site finds out which school and who.
pub fn door() -> Door {
    Door {
        find_school: installation::find_school,
        school_of: installation::school_of,
        remember: installation::remember,
        identify: accounts::identify,
        identify_operator: accounts::identify_operator,
        visit: support::of_operator,
        find_host: installation::find_host,
        names: accounts::names,
    }
}
