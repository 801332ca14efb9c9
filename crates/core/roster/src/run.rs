//! Storing a delivery: announced, noted in the journal, done in one transaction with its progress shown, stopped
//! at somebody's wish, and settled in the journal. Why one transaction: docs/decisions/0006.

use std::borrow::Cow;

use kernel::{Error, Result};
use people::agreement;
use store::{Allowed, Context, LongChange, Progress, Whole, Work};

use crate::acts::{APPLY, JOURNAL, PREVIEW, SEE};
use crate::apply::{self, Storing};
use crate::delivery::{self, DeliveryId, Loaded, Rules, remove};
use crate::import::{self, ImportId};
use crate::plan::{self, Setting};
use crate::report::Report;
use crate::rows::{Roster, SourceFile};

/// An import that is announced and noted, and has not stored anything yet.
pub struct Run {
    pub id: ImportId,
    delivery: Option<DeliveryId>,
    loaded: Loaded,
    rules: Rules,
    long: LongChange,
}

/// Announces the import of a delivery. 409 while another one of this school runs.
pub fn begin(context: &Context, delivery: DeliveryId, rules: Rules, who: &str) -> Result<Run> {
    let loaded = context.read(PREVIEW.on(delivery), |read, allowed| delivery::load(read, allowed.id()))?;
    announce(context, Some(delivery), loaded, rules, who)
}

/// The same for files that never waited: the shell's.
pub fn begin_files(context: &Context, files: Vec<SourceFile>, rules: Rules) -> Result<Run> {
    let mapping = context.read(SEE.on(()), |read, _| delivery::remembered(read))?;
    announce(context, None, (files, mapping), rules, "")
}

fn announce(context: &Context, delivery: Option<DeliveryId>, loaded: Loaded, rules: Rules, who: &str) -> Result<Run> {
    let id = ImportId(context.random.uuid(context.clock.now()));
    let long = context.database.begin_long(id.0).ok_or_else(|| Error::Conflict("roster-already-running".into()))?;
    context.write(JOURNAL.on(()), |work, _| import::begin(work, id, delivery, who, &loaded.0))?;
    Ok(Run { id, delivery, loaded, rules, long })
}

impl Run {
    /// How far it is, and the way to stop it.
    pub fn progress(&self) -> std::sync::Arc<Progress> {
        std::sync::Arc::clone(&self.long.progress)
    }

    /// Reads, compares inside the transaction, stores, forgets the files. What fails or is stopped leaves nothing
    /// but its line in the journal; the files of a stopped one are thrown away too.
    pub fn carry_out(self, context: &Context) -> Result<Report> {
        let Self { id, delivery, loaded, rules, long } = self;
        let progress = &*long.progress;
        let result = store_files(context, id, delivery, loaded, &rules, progress);
        if let Err(error) = &result {
            let is_stopped = progress.is_stopped();
            import::ended(context, id, is_stopped, error)?;
            if let Some(delivery) = delivery.filter(|_| is_stopped) {
                context.write(JOURNAL.on(()), |work, _| remove(work, delivery))?;
            }
        }
        result
    }
}

fn store_files(
    context: &Context,
    id: ImportId,
    delivery: Option<DeliveryId>,
    (files, mapping): Loaded,
    rules: &Rules,
    progress: &Progress,
) -> Result<Report> {
    progress.begin("reading", 0);
    let options = rules.options(context.clock.now().date(), mapping);
    let mut roster = delivery::read_files(&files, &options)?;
    drop(files);
    // What the report says of the files outlives their rows.
    let head = Roster {
        format: roster.format.clone(),
        dropped_columns: std::mem::take(&mut roster.dropped_columns),
        problems: std::mem::take(&mut roster.problems),
        ..Roster::default()
    };
    go_on(progress, 0)?;
    let setting = rules.setting(&context.random);
    context.write(APPLY.on(()), |work, school| {
        agreement::required(work)?;
        let storing = Storing::new(work, Some(id), progress);
        let plan = plan::make_watched(work, Cow::Owned(roster), &setting, Some(&storing), progress)?;
        let report = Report::of(&head, &plan);
        apply::apply(school, plan, &storing)?;
        if let Some(delivery) = delivery {
            remove(work, delivery)?;
        }
        import::done(work, id, &report)?;
        Ok(report)
    })
}

/// Stores a roster that was made, not read: the demo's.
pub fn store_roster(work: &Work, school: Allowed<Whole>, roster: &Roster, setting: &Setting) -> Result<Report> {
    let plan = plan::make(work, roster, setting)?;
    let report = Report::of(roster, &plan);
    let progress = Progress::default();
    apply::apply(school, plan, &Storing::new(work, None, &progress))?;
    Ok(report)
}

/// Counts what is done; ends the work if somebody wished so.
pub(crate) fn go_on(progress: &Progress, by: u64) -> Result<()> {
    progress.advance(by);
    if progress.is_stopped() { Err(Error::Conflict("roster-stopped".into())) } else { Ok(()) }
}
