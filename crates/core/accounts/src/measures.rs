//! How ways in are guarded, in words for the record of processing, with the numbers that are enforced.

use kernel::clock::MINUTE;
use registry::Edition;
use site::{House, Measure, Say};
use store::Role;

use crate::{code, password, session};

pub fn all() -> Vec<Measure> {
    vec![passwords, codes, second_factor, guesses, sessions]
}

fn passwords(say: &Say, _: &House, _: &Edition) -> String {
    say.count("measure-passwords", i64::try_from(password::SHORTEST).unwrap_or(i64::MAX))
}

fn codes(say: &Say, _: &House, _: &Edition) -> String {
    say.count("measure-codes", code::GOOD / MINUTE)
}

fn second_factor(say: &Say, _: &House, _: &Edition) -> String {
    let roles = Role::ALL.into_iter().filter(|role| role.needs_second_factor());
    let words = roles.map(|role| say.say(&format!("role-{role}")));
    say.one("measure-second-factor", "roles", &say.list(words))
}

fn guesses(say: &Say, _: &House, _: &Edition) -> String {
    say.count("measure-guesses", session::GUESSES)
}

fn sessions(say: &Say, _: &House, edition: &Edition) -> String {
    let limits = &edition.signin;
    say.with(
        "measure-sessions",
        &[
            ("staff", &limits.idle_minutes_staff.to_string()),
            ("family", &limits.idle_minutes_family.to_string()),
            ("hours", &limits.absolute_hours.to_string()),
        ],
    )
}
