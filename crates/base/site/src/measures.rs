//! What the base of the house does to keep data safe, in words for the record of processing. Each sentence
//! tells what the code of `store` and `site` does; where there is a number, it is the one in force.

use registry::Edition;

use crate::{House, Measure, Say};

pub fn all() -> Vec<Measure> {
    vec![own_file, role_table, trail, security_log, erasure, own_pages, logs]
}

fn own_file(say: &Say, _: &House, _: &Edition) -> String {
    say.say("measure-own-file")
}

fn role_table(say: &Say, house: &House, _: &Edition) -> String {
    say.count("measure-role-table", i64::try_from(house.acts.len()).unwrap_or(i64::MAX))
}

fn trail(say: &Say, _: &House, _: &Edition) -> String {
    say.say("measure-trail")
}

fn security_log(say: &Say, _: &House, _: &Edition) -> String {
    say.say("measure-security-log")
}

fn erasure(say: &Say, _: &House, _: &Edition) -> String {
    say.say("measure-erasure")
}

fn own_pages(say: &Say, _: &House, _: &Edition) -> String {
    say.say("measure-own-pages")
}

fn logs(say: &Say, _: &House, _: &Edition) -> String {
    say.say("measure-logs")
}
