//! The families that have no account yet: whom the office writes to before a first day.

use kernel::Result;
use people::guardian::{self, Named};
use people::{GuardianId, edge};
use school::{GroupId, enrolment};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, QueryTrait};
use store::{Allowed, Read};

use crate::account;

/// The guardians who may see a child that is in this group or will be, and have no account, by name. Whom a court's
/// order keeps from that child gets no letter of its class (C056).
pub fn guardians(read: &Read, group: Allowed<GroupId>) -> Result<Vec<Named>> {
    let linked = edge::Entity::find()
        .select_only()
        .column(edge::Column::GuardianId)
        .filter(edge::Column::StudentId.in_subquery(enrolment::expected_in(read, group.id())))
        .filter(edge::sees(read))
        .into_query();
    Ok(guardian::Entity::find()
        .filter(guardian::Column::Id.in_subquery(linked))
        .filter(guardian::Column::Id.not_in_subquery(with_account()))
        .order_by_asc(guardian::Column::SortKey)
        .order_by_asc(guardian::Column::Id)
        .into_partial_model()
        .all(read.db())?)
}

/// Of these guardians, those who have no account now, in their order.
pub fn still(read: &Read, guardians: &[Allowed<GuardianId>]) -> Result<Vec<Named>> {
    Ok(guardian::Entity::find()
        .filter(guardian::Column::Id.is_in(guardians.iter().map(|id| id.id())))
        .filter(guardian::Column::Id.not_in_subquery(with_account()))
        .order_by_asc(guardian::Column::SortKey)
        .order_by_asc(guardian::Column::Id)
        .into_partial_model()
        .all(read.db())?)
}

/// Ids of guardians whose account has not ended.
fn with_account() -> sea_orm::sea_query::SelectStatement {
    account::Entity::find()
        .select_only()
        .column(account::Column::GuardianId)
        .filter(account::Column::GuardianId.is_not_null())
        .filter(account::Column::EndedAt.is_null())
        .into_query()
}
