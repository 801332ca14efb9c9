//! Which notice somebody acknowledged (C023).

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::{Declaration, Edition, activities};

/// Ten hexadecimal digits over everything a privacy notice says: whose data of which kinds, why, on which
/// basis and for how long, and the edition's notice periods. A notice that says the same keeps its version,
/// also in the next release; the installation's own has no edition.
pub fn notice_version(declarations: &[Declaration], edition: Option<&Edition>) -> String {
    let mut said = String::new();
    for activity in activities(declarations) {
        let mut categories: Vec<&str> = activity.categories.iter().map(|category| category.word()).collect();
        categories.sort_unstable();
        let (purpose, whose, basis) = (activity.purpose.word(), activity.whose.word(), activity.basis.word());
        let period = edition.and_then(|edition| edition.period(activity.kept));
        let _ = writeln!(said, "{purpose} {whose} {basis} {period:?} {}", categories.join(","));
    }
    if let Some(edition) = edition {
        let (notice, basis) = (&edition.notice, &edition.roster.basis_of_children);
        let _ = writeln!(said, "{} {basis} {:?} {}", edition.name, notice.material_days.period(), notice.rights_days);
    }
    Sha256::digest(said).iter().take(5).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Basis, Category, Column, Data, Kept, Personal, Purpose, Subject};

    const fn personal(category: Category) -> Data {
        Data::Personal(Personal {
            whose: Subject::Student,
            category,
            purposes: &[Purpose::Teaching],
            basis: Basis::Contract,
            kept: Kept::StudentRecord,
        })
    }

    const NAME: Column = Column { name: "name", data: personal(Category::Name) };
    const BORN: Column = Column { name: "born", data: personal(Category::Birth) };
    const SECOND_NAME: Column = Column { name: "second_name", data: personal(Category::Name) };

    fn version(columns: &'static [Column]) -> String {
        notice_version(&[Declaration { table: "student", whose: Subject::Student, columns }], None)
    }

    #[test]
    fn the_version_follows_what_is_said_and_nothing_else() {
        assert_eq!(version(&[NAME, BORN]), version(&[BORN, NAME]));
        assert_eq!(version(&[NAME]), version(&[NAME, SECOND_NAME]));
        assert_ne!(version(&[NAME]), version(&[NAME, BORN]));
        assert_eq!(version(&[NAME]).len(), 10);
    }
}
