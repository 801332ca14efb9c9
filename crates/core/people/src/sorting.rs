//! Sort keys of everybody written anew, after the school's language was learned or changed.

use kernel::Result;
use sea_orm::{EntityTrait as _, Set};
use store::Work;

use crate::{contact, guardian, staff, student};

/// Writes the keys of all people in the school's language.
pub fn renew(work: &Work) -> Result<()> {
    let key = |name: kernel::PersonName| Set(name.sort_key(work.language));
    for row in student::Entity::find().all(work.db())? {
        let changed = student::ActiveModel { id: Set(row.id), sort_key: key(row.name()), ..Default::default() };
        student::Entity::update(changed).exec(work.db())?;
    }
    for row in guardian::Entity::find().all(work.db())? {
        let changed = guardian::ActiveModel { id: Set(row.id), sort_key: key(row.name()), ..Default::default() };
        guardian::Entity::update(changed).exec(work.db())?;
    }
    for row in staff::Entity::find().all(work.db())? {
        let changed = staff::ActiveModel { id: Set(row.id), sort_key: key(row.name()), ..Default::default() };
        staff::Entity::update(changed).exec(work.db())?;
    }
    for row in contact::Entity::find().all(work.db())? {
        let changed = contact::ActiveModel { id: Set(row.id), sort_key: key(row.name()), ..Default::default() };
        contact::Entity::update(changed).exec(work.db())?;
    }
    Ok(())
}
