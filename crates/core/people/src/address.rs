//! Where a guardian, a student's household and a member of staff get their letters (C077). Each has a table
//! of its own, since each is kept as long as the record that it belongs to; a change leaves its history there.

use kernel::PostalAddress;

/// One table of addresses, keyed by the record that they belong to; the key's name says so, as in every table
/// ([`store::referring`]).
macro_rules! addresses {
    ($(#[$doc:meta])* $module:ident, $table:literal, $key:ident, $column:ident, $owner:ty, $whose:ident, $kept:ident, $basis:ident) => {
        $(#[$doc])*
        pub mod $module {
            use kernel::{PostalAddress, Result};
            use registry::Declared;
            use sea_orm::entity::prelude::*;
            use sea_orm::sea_query::OnConflict;
            use sea_orm::{IntoActiveModel, QueryOrder};
            use store::{Read, Work};

            use crate::history;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
            #[sea_orm(table_name = $table)]
            #[declared(whose = $whose, purpose = [Communication, Administration, FamilyContact], basis = $basis, kept = $kept)]
            pub struct Model {
                #[sea_orm(primary_key, auto_increment = false)]
                #[data(Identifier)]
                pub $key: $owner,
                #[data(Address)]
                pub street: String,
                #[data(Address)]
                pub number: String,
                #[data(Address)]
                pub addition: String,
                #[data(Address)]
                pub postcode: String,
                #[data(Address)]
                pub city: String,
                /// ISO 3166 alpha-2.
                #[data(Address)]
                pub country: String,
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}
            impl ActiveModelBehavior for ActiveModel {}

            impl From<Model> for PostalAddress {
                fn from(row: Model) -> Self {
                    Self {
                        street: row.street,
                        number: row.number,
                        addition: row.addition,
                        postcode: row.postcode,
                        city: row.city,
                        country: row.country,
                    }
                }
            }

            /// The address on record. The caller's act covers the owner.
            pub fn find(read: &Read, owner: $owner) -> Result<Option<PostalAddress>> {
                Ok(Entity::find_by_id(owner).one(read.db())?.map(PostalAddress::from))
            }

            /// Every address, by owner.
            pub fn all(read: &Read) -> Result<Vec<($owner, PostalAddress)>> {
                let rows = Entity::find().order_by_asc(Column::$column).all(read.db())?;
                Ok(rows.into_iter().map(|row| (row.$key, row.into())).collect())
            }

            /// Replaces the address, or takes it away; the history keeps what it was.
            pub fn set(work: &Work, owner: $owner, address: Option<PostalAddress>) -> Result<()> {
                let before = find(work, owner)?;
                if before == address {
                    return Ok(());
                }
                let pair = ("address", super::line(before.as_ref()), super::line(address.as_ref()));
                history::note(work, super::kind_of($table), owner.0, &[pair])?;
                let Some(new) = address else {
                    Entity::delete_by_id(owner).exec(work.db())?;
                    return Ok(());
                };
                let row = Model {
                    $key: owner,
                    street: new.street,
                    number: new.number,
                    addition: new.addition,
                    postcode: new.postcode,
                    city: new.city,
                    country: new.country,
                };
                let all = [Column::Street, Column::Number, Column::Addition, Column::Postcode, Column::City, Column::Country];
                Entity::insert(row.into_active_model())
                    .on_conflict(OnConflict::column(Column::$column).update_columns(all).to_owned())
                    .exec_without_returning(work.db())?;
                Ok(())
            }
        }
    };
}

addresses!(
    /// Of guardians.
    guardian, "guardian_address", guardian_id, GuardianId, crate::GuardianId, Guardian, GuardianRecord, Edition
);
addresses!(
    /// Of students' households: one address for all who live there.
    household, "household_address", household_id, HouseholdId, crate::HouseholdId, Student, StudentRecord, Edition
);
addresses!(
    /// Of staff, at home; their desk is the institution's.
    staff, "staff_address", staff_id, StaffId, crate::StaffId, Staff, StaffRecord, Contract
);

/// The word of the record that a table of addresses belongs to.
fn kind_of(table: &'static str) -> &'static str {
    table.split_once('_').map_or(table, |(kind, _)| kind)
}

/// An address in one line, for the history: `Lindelaan 12, 1234 AB  Utrecht, NL`.
pub fn line(address: Option<&PostalAddress>) -> String {
    address.map(|address| address.lines("").join(", ")).unwrap_or_default()
}
