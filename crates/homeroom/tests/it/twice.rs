//! A child on record twice, for the routes that put two records beside each other.

use duplicates::MergeId;
use duplicates::kind::Kind;
use duplicates::merge::{self, Choice, Mails};
use people::{StudentId, student};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use store::Work;
use testkit::School;

use crate::world::{Relation, World};

/// One child on record twice.
pub fn written(school: &School) -> [StudentId; 2] {
    [0, 1].map(|_| school.student("Dup Twice", None).unwrap())
}

/// The same, made one.
pub fn made_one(school: &School) -> MergeId {
    let [stays, goes] = written(school).map(|id| id.0);
    let choice = Choice { kind: Kind::Student, stays, goes, taken: Vec::new() };
    let merge = |work: &Work, _| merge::merge(work, &choice, Mails::new());
    school.context.write(testkit::ARRANGE.on(()), merge).unwrap()
}

impl World {
    /// Gives back what an earlier request used up.
    pub fn mend_twice(&mut self, path: &str) {
        if path.starts_with("/duplicates/{pair}") && !self.is_twice() {
            self.twice = written(&self.school);
        }
        if path.starts_with("/duplicates/merges/") && !self.has_merge() {
            self.merge = made_one(&self.school);
        }
    }

    /// A student of that relation and another of the same school; of the own, the child on record twice.
    pub fn pair(&self, relation: Relation) -> String {
        if relation == Relation::Own {
            let [one, other] = self.twice;
            return format!("student.{one}.{other}");
        }
        let one = self.family(relation).student;
        let other = self.families.iter().find(|family| family.student != one).unwrap().student;
        format!("student.{one}.{other}")
    }

    fn is_twice(&self) -> bool {
        let find = student::Entity::find().filter(student::Column::Id.is_in(self.twice));
        self.school.arrange(|work| Ok(find.all(work.db())?.len() == 2)).unwrap()
    }

    fn has_merge(&self) -> bool {
        let find = duplicates::journal::Entity::find_by_id(self.merge);
        self.school.arrange(|work| Ok(find.one(work.db())?.is_some())).unwrap()
    }
}
