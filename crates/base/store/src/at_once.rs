//! Work on a thread that serves others meanwhile: it is given what is remembered and open, and never waits for a
//! disk, for a lock on the database or for another's change.

use std::cell::Cell;

use kernel::{Error, Result};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// Whatever it takes, as everywhere.
    Patient,
    AtOnce,
    /// Something would have had to wait.
    Late,
}

thread_local! {
    static PACE: Cell<Pace> = const { Cell::new(Pace::Patient) };
}

/// Gives the pace back, also when the work panics.
struct Paced;

impl Drop for Paced {
    fn drop(&mut self) {
        PACE.set(Pace::Patient);
    }
}

/// What `work` comes to, if it comes to it at once; else nothing, and nothing was done: it is to be done again where
/// waiting is allowed.
pub fn at_once<R>(work: impl FnOnce() -> Result<R>) -> Option<Result<R>> {
    PACE.set(Pace::AtOnce);
    let paced = Paced;
    let result = work();
    let is_late = PACE.get() == Pace::Late;
    drop(paced);
    (!is_late).then_some(result)
}

/// Said by whatever may wait, before it does. The error only leads out of the work: [`at_once`] drops it.
pub(crate) fn may_wait() -> Result<()> {
    if PACE.get() == Pace::Patient {
        return Ok(());
    }
    PACE.set(Pace::Late);
    Err(Error::Busy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_wait_is_given_up_and_the_thread_may_wait_again_afterwards() {
        assert!(at_once(|| Ok(1)).is_some_and(|result| result.is_ok_and(|n| n == 1)));
        assert!(at_once(|| may_wait().map(|()| 1)).is_none());
        assert!(at_once(|| Ok(may_wait().is_err())).is_none(), "also if the work makes light of it");
        assert!(may_wait().is_ok());
        let panicked = std::panic::catch_unwind(|| at_once(|| -> Result<()> { panic!("a fault") }));
        assert!(panicked.is_err() && may_wait().is_ok());
        let refused = at_once(|| -> Result<()> { Err(Error::NotFound) });
        assert!(matches!(refused, Some(Err(Error::NotFound))), "an answer is an answer");
    }
}
