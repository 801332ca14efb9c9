//! Which schools have work to do, known without opening them: those written to since the clock last asked, in memory;
//! and the promise that the control database knew of each before its change was kept, so that a crash forgets nobody.
//!
//! The rule is that the control database may call a school due too early, never too late. Before the first change of
//! a school that rests, it is written there that the school is due now. While people go on working in the school this
//! stays so, and their changes cost nothing more. Once it has been quiet for a while the clock lets it go, looks, and
//! writes when there really is something to do; a change from then on is a first one again.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use kernel::Result;
use parking_lot::Mutex;

use crate::database::DatabaseId;

/// Beside other processes, how long a promise lasts here: the one that plans cannot be asked, so it is written down anew.
/// The control database says that it lasts [`PROMISED`].
const LASTS: Duration = Duration::from_secs(30);
/// How long after a promise no plan of another process takes a school's work away, milliseconds. Longer than here,
/// since clocks of machines differ.
pub const PROMISED: i64 = 90_000;

#[derive(Debug, Default)]
pub struct Stirred {
    written: Mutex<HashSet<DatabaseId>>,
    promised: Mutex<Promised>,
    /// Whether other processes plan too.
    is_shared: bool,
    /// One school after another is written down.
    writing_down: Mutex<()>,
}

#[derive(Debug, Default)]
struct Promised {
    /// Called due in the control database until they are let go.
    kept: HashMap<DatabaseId, Instant>,
    /// Being written there now: no plan may overwrite it.
    coming: HashSet<DatabaseId>,
    /// Changes under way; while there are any the school is not let go.
    changes: HashMap<DatabaseId, usize>,
}

/// A change of a school that the control database calls due. Lives until the change is kept or undone.
pub(crate) struct Promise<'a> {
    stirred: &'a Stirred,
    school: DatabaseId,
}

impl Drop for Promise<'_> {
    fn drop(&mut self) {
        let mut promised = self.stirred.promised.lock();
        if let Some(count) = promised.changes.get_mut(&self.school) {
            *count -= 1;
            if *count == 0 {
                promised.changes.remove(&self.school);
            }
        }
    }
}

impl Stirred {
    /// For a process that is one of several.
    pub(crate) fn shared() -> Self {
        Self { is_shared: true, ..Self::default() }
    }

    /// Asks for a look at this school.
    pub fn note(&self, id: DatabaseId) {
        self.written.lock().insert(id);
    }

    /// The school is gone: nobody is to look for it.
    pub fn forget(&self, id: DatabaseId) {
        self.written.lock().remove(&id);
        self.promised.lock().kept.remove(&id);
    }

    /// Those written to since the last call.
    pub fn take(&self) -> HashSet<DatabaseId> {
        std::mem::take(&mut *self.written.lock())
    }

    /// Before a change: the control database calls the school due, written down by `remember` if it does not yet.
    pub(crate) fn promise(&self, id: DatabaseId, remember: impl FnOnce() -> Result<()>) -> Result<Promise<'_>> {
        if let Some(promise) = self.promise_kept(id) {
            return Ok(promise);
        }
        let _alone = self.writing_down.lock();
        if let Some(promise) = self.promise_kept(id) {
            return Ok(promise);
        }
        self.promised.lock().coming.insert(id);
        let remembered = remember();
        let mut promised = self.promised.lock();
        promised.coming.remove(&id);
        remembered?;
        promised.kept.insert(id, Instant::now());
        *promised.changes.entry(id).or_default() += 1;
        Ok(Promise { stirred: self, school: id })
    }

    fn promise_kept(&self, id: DatabaseId) -> Option<Promise<'_>> {
        let mut promised = self.promised.lock();
        let since = promised.kept.get(&id)?;
        if self.is_shared && since.elapsed() > LASTS {
            return None;
        }
        *promised.changes.entry(id).or_default() += 1;
        Some(Promise { stirred: self, school: id })
    }

    /// Whether the school is called due, or is about to be: then nothing else may be written of it. To be asked within
    /// the transaction that would write.
    pub fn is_promised(&self, id: DatabaseId) -> bool {
        let promised = self.promised.lock();
        promised.kept.contains_key(&id) || promised.coming.contains(&id)
    }

    /// From here on a change has to promise anew. Not while one is under way: false.
    pub fn let_go(&self, id: DatabaseId) -> bool {
        let mut promised = self.promised.lock();
        if promised.changes.contains_key(&id) || promised.coming.contains(&id) {
            return false;
        }
        promised.kept.remove(&id);
        true
    }
}

#[cfg(test)]
mod tests {
    use kernel::Error;

    use super::*;

    fn school() -> DatabaseId {
        DatabaseId(uuid::Uuid::from_u128(7))
    }

    #[test]
    fn a_school_is_written_down_once_until_it_is_let_go() {
        let stirred = Stirred::default();
        let mut times = 0;
        for _ in 0..3 {
            stirred
                .promise(school(), || {
                    times += 1;
                    Ok(())
                })
                .unwrap();
        }
        assert!(stirred.is_promised(school()));
        assert_eq!(times, 1);
        assert!(stirred.let_go(school()) && !stirred.is_promised(school()));
        drop(
            stirred
                .promise(school(), || {
                    times += 1;
                    Ok(())
                })
                .unwrap(),
        );
        assert_eq!(times, 2);
    }

    #[test]
    fn no_school_is_let_go_in_the_middle_of_a_change() {
        let stirred = Stirred::default();
        let change = stirred.promise(school(), || Ok(())).unwrap();
        let second = stirred.promise(school(), || panic!("it is written down already")).unwrap();
        assert!(!stirred.let_go(school()));
        drop(change);
        assert!(!stirred.let_go(school()) && stirred.is_promised(school()), "one is under way still");
        drop(second);
        assert!(stirred.let_go(school()));
    }

    #[test]
    fn while_it_is_written_down_no_plan_may_overwrite_it() {
        let stirred = Stirred::default();
        stirred
            .promise(school(), || {
                assert!(stirred.is_promised(school()) && !stirred.let_go(school()));
                Ok(())
            })
            .unwrap();
    }

    #[test]
    fn what_could_not_be_written_down_is_no_promise() {
        let stirred = Stirred::default();
        assert!(stirred.promise(school(), || Err(Error::Busy)).is_err());
        assert!(!stirred.is_promised(school()), "the change is refused, and the next one tries again");
        let mut tried = false;
        stirred
            .promise(school(), || {
                tried = true;
                Ok(())
            })
            .unwrap();
        assert!(tried);
    }
}
