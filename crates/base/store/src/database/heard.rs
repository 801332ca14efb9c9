//! What other processes wrote into the same school (decision 29).

use kernel::Result;

use super::Database;
use crate::at_once::may_wait;
use crate::driver::news::Heard;
use crate::driver::postgres::Seat;
use crate::driver::{Place, schema};
use crate::switch;

impl Database {
    /// From here on this process hears of what others write, where there may be others.
    pub(super) fn begin_hearing(&self) -> Result<()> {
        let Place::Schema(place) = &self.place else { return Ok(()) };
        let Some(news) = &place.news else { return Ok(()) };
        schema::tell_each_other(&mut Seat::new(place).lock())?;
        news.known(news.hear(&place.pool, &place.name)?.1);
        Ok(())
    }

    /// Learns what other processes have written, where there may be others: to be asked before anything is told from
    /// memory, and by whoever watches.
    pub(crate) fn hear(&self) -> Result<()> {
        let Place::Schema(place) = &self.place else { return Ok(()) };
        let Some(news) = &place.news else { return Ok(()) };
        may_wait()?;
        let (heard, newest) = news.hear(&place.pool, &place.name)?;
        match heard {
            Heard::Tables(tables) => {
                if switch::TABLES.iter().any(|table| tables.contains(*table)) {
                    self.read_switches()?;
                }
                if !tables.is_empty() {
                    self.wrote(tables.clone(), tables);
                }
            }
            Heard::Everything => {
                self.memory.forget();
                let tables = place.witness.tables()?;
                self.commits.tell(|| tables.into_iter().map(|table| table.name).collect());
                self.read_switches()?;
            }
        }
        news.known(newest);
        Ok(())
    }

    /// Whether other processes may be at work here too.
    pub(crate) fn is_shared(&self) -> bool {
        matches!(&self.place, Place::Schema(place) if place.news.is_some())
    }

    /// Whether a page stands open that is to hear of changes.
    pub(crate) fn is_watched(&self) -> bool {
        self.commits.is_watched()
    }
}
