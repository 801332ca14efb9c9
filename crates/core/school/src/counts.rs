//! How many are here: numbers only, nobody's record.

use kernel::Result;
use people::{guardian, staff, student};
use sea_orm::{EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use store::{Allowed, Read, Whole};

use crate::group;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Students who have not left.
    pub students: u64,
    /// Students ever written down; none is a school without a roster.
    pub known: u64,
    pub groups: u64,
    pub guardians: u64,
    pub staff: u64,
}

pub fn counts(read: &Read, _school: Allowed<Whole>) -> Result<Counts> {
    Ok(Counts {
        students: student::Entity::find().filter(student::here(read)).count(read.db())?,
        known: student::Entity::find().count(read.db())?,
        groups: group::Entity::find().filter(group::running(read)).count(read.db())?,
        guardians: guardian::Entity::find().count(read.db())?,
        staff: staff::Entity::find().filter(staff::here(read)).count(read.db())?,
    })
}
