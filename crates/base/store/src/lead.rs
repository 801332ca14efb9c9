//! Which of several processes does the installation's own work: jobs, mail, backups. The one that holds a lock of
//! the control database, for as long as its connection lives; when it ends, however it ends, another holds it a second
//! later.

use kernel::Result;
use parking_lot::Mutex;

use crate::Schools;
use crate::driver::pool::Lent;
use crate::driver::{Place, schema};

/// The connection that holds the lock.
#[derive(Default)]
pub(crate) struct Lead(Mutex<Option<Lent>>);

impl Schools {
    /// Whether this process is the one that works for the house. Alone it always is.
    pub fn leads(&self) -> Result<bool> {
        if !self.folder.is_shared() {
            return Ok(true);
        }
        let control = self.control()?;
        let Place::Schema(place) = control.place() else { return Ok(true) };
        let mut held = self.lead.0.lock();
        if let Some(lent) = held.as_mut()
            && lent.ask(|client| client.batch_execute("SELECT 1")).is_ok()
        {
            return Ok(true);
        }
        if let Some(lost) = held.take() {
            tracing::warn!("the connection that made this process the working one was lost");
            place.pool.throw_away(lost);
        }
        let mut lent = place.pool.take()?;
        let is_first = schema::lead(&mut lent, &place.name);
        match is_first {
            Ok(true) => {
                *held = Some(lent);
                Ok(true)
            }
            Ok(false) => {
                place.pool.give_back(lent);
                Ok(false)
            }
            Err(error) => {
                place.pool.throw_away(lent);
                Err(error)
            }
        }
    }
}
