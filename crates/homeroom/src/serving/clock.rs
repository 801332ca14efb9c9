//! The clock: each second the read entries that wait go to disk, and the schools that are due get their work
//! done and their mail sent. It asks the control database who is due; a school that is not costs nothing. Where several
//! processes serve one installation, one of them does this work, and another when that one is gone.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use installation::{acts, backups, certificate, due, entry};
use kernel::clock::{HOUR, MINUTE, SECOND};
use kernel::{Result, Timestamp};
use notify::Senders;
use parking_lot::Mutex;
use site::House;
use store::outbox::Channel;
use store::{Actor, Context, DatabaseId, Job};
use tokio::sync::Semaphore;

/// Schools looked at in one go, and for how long at most; the others wait for the next second.
const AT_ONCE: u64 = 64;
const SLICE: i64 = 700;
/// Schools whose mail is handed over at the same time.
const SENDING: usize = 4;
/// A school where nobody has written for so long rests: it is planned by its next job or message, and its next change
/// has to be written down before it is kept.
const REST: i64 = MINUTE;
/// After this long a school is looked at again, should its sender never come back.
const SENDER_LOST: i64 = 10 * MINUTE;

pub struct Clock {
    house: Arc<House>,
    jobs: Vec<Job>,
    senders: Arc<Senders>,
    /// The ways out that there are.
    sends: Vec<Channel>,
    /// Schools whose mail is on its way.
    sending: Mutex<HashSet<DatabaseId>>,
    room: Arc<Semaphore>,
    /// Messages that wait, in schools that have any.
    waiting: Mutex<HashMap<DatabaseId, u64>>,
    /// Schools that the control database calls due all the while: those at work, and those that a look left undone.
    busy: Mutex<HashMap<DatabaseId, Soon>>,
    /// Schools looked at since the start. Before the first look nobody knows what was written in them lately.
    seen: Mutex<HashSet<DatabaseId>>,
    minute: Mutex<Timestamp>,
    /// When the recovery kit is tried again that could not be delivered.
    kit_again: Mutex<Timestamp>,
    /// The day's backup is under way.
    backing_up: Arc<AtomicBool>,
    /// The end that operators were told of; the database knows it too, across starts.
    warned: Mutex<Option<Timestamp>>,
}

/// Work that goes on beside the clock, until it ends or falls.
struct Busy(Arc<AtomicBool>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// When a busy school is looked at again, when somebody has written in it last, when it was looked at last.
#[derive(Clone, Copy)]
struct Soon {
    at: Timestamp,
    written_at: Timestamp,
    looked_at: Timestamp,
}

/// What a look at a school came to.
struct Looked {
    /// When to look again.
    at: Timestamp,
    /// All that was due is done: the control database may say `at`.
    is_done: bool,
    given_up: u64,
    /// Its door, if mail waits there.
    mail: Option<Context>,
}

impl Looked {
    fn again(at: Timestamp) -> Self {
        Self { at, is_done: false, given_up: 0, mail: None }
    }
}

impl Clock {
    pub fn new(house: Arc<House>, jobs: Vec<Job>, senders: Senders) -> Arc<Self> {
        Arc::new(Self {
            house,
            jobs,
            sends: senders.channels(),
            senders: Arc::new(senders),
            sending: Mutex::default(),
            room: Arc::new(Semaphore::new(SENDING)),
            waiting: Mutex::default(),
            busy: Mutex::default(),
            seen: Mutex::default(),
            minute: Mutex::new(Timestamp(0)),
            kit_again: Mutex::new(Timestamp(0)),
            backing_up: Arc::default(),
            warned: Mutex::default(),
        })
    }

    /// Ticks until dropped.
    pub async fn run(self: Arc<Self>) {
        let mut every = tokio::time::interval(Duration::from_secs(1));
        every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut begun = false;
        loop {
            every.tick().await;
            begun = self.is_mine().await && self.tick(begun).await;
        }
    }

    /// Whether the work of the house is this process's. One that it is not keeps what waits to be written, and forgets
    /// what it knew of the work: it may be its own one day, after another's.
    async fn is_mine(self: &Arc<Self>) -> bool {
        let own = Arc::clone(self);
        let asked = tokio::task::spawn_blocking(move || {
            let leads = own.house.schools.leads();
            if !matches!(leads, Ok(true)) {
                own.stand_by();
            }
            leads
        });
        match asked.await {
            Ok(Ok(leads)) => leads,
            Ok(Err(error)) => {
                tracing::error!(%error, "which process works for the house could not be asked; it is asked again");
                false
            }
            Err(error) => {
                tracing::error!(%error, "the clock tick stopped");
                false
            }
        }
    }

    fn stand_by(&self) {
        self.busy.lock().clear();
        self.seen.lock().clear();
        self.waiting.lock().clear();
        if let Err(error) = self.house.schools.flush() {
            tracing::error!(%error, "read entries could not be written; they are tried again");
        }
        if self.is_next_minute() {
            self.house.limits.forget();
        }
    }

    async fn tick(self: &Arc<Self>, begun: bool) -> bool {
        let own = Arc::clone(self);
        let looked = tokio::task::spawn_blocking(move || {
            if !begun {
                own.control()?.write(acts::PLAN.on(()), |work, _| due::begin(work, &own.program()))?;
            }
            own.look()
        });
        match looked.await {
            Ok(Ok(contexts)) => {
                self.send(contexts);
                true
            }
            Ok(Err(error)) => {
                tracing::error!(%error, "the clock tick failed");
                begun
            }
            Err(error) => {
                tracing::error!(%error, "the clock tick stopped");
                begun
            }
        }
    }

    /// What a server does before it ends: the work of those written to lately, and what mail there is time for.
    pub async fn last(self: &Arc<Self>, patience: Duration) {
        if self.is_mine().await {
            self.tick(true).await;
        }
        let sent = async {
            while !self.sending.lock().is_empty() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        let _ = tokio::time::timeout(patience, sent).await;
    }

    fn control(&self) -> Result<Context> {
        Ok(entry::own_context(&self.house.schools)?.as_actor(Actor::Job("installation.clock")))
    }

    /// Looks at the schools whose time has come or that were written to; gives those with mail to send.
    fn look(&self) -> Result<Vec<Context>> {
        let schools = &self.house.schools;
        if let Err(error) = schools.flush() {
            tracing::error!(%error, "read entries could not be written; they are tried again");
        }
        let control = self.control()?;
        self.deliver_kit(schools.clock.now());
        if let Err(error) = self.each_minute(&control) {
            tracing::error!(%error, "the chores of the minute failed");
        }
        let stirred = schools.stirred.take();
        let now = schools.clock.now();
        let due = self.due(&control, &stirred, now)?;
        let (mut next, mut mail) = (Vec::new(), Vec::new());
        let stirred_first = stirred.iter().map(|id| (*id, true));
        for (id, is_written) in stirred_first.chain(due).filter(|(id, _)| !id.0.is_nil()) {
            if schools.clock.now() > now.plus(SLICE) {
                if stirred.contains(&id) {
                    schools.stirred.note(id);
                }
                continue;
            }
            let (plan, context) = self.attend(&control, id, is_written);
            next.extend(plan);
            mail.extend(context);
        }
        if !next.is_empty() {
            control.write(acts::PLAN.on(()), |work, _| due::plan(work, &next, &schools.stirred))?;
        }
        if !self.sends.is_empty() {
            mail.push(control);
        }
        Ok(mail)
    }

    /// This program and its jobs: another one looks at every school once.
    fn program(&self) -> String {
        let jobs: Vec<&str> = self.jobs.iter().map(|job| job.name).collect();
        format!("{} {} {}", env!("CARGO_PKG_VERSION"), env!("HOMEROOM_BUILT"), jobs.join(" "))
    }

    /// Schools whose time has come, beside those written to, and whether another process may have written there. The
    /// control database calls busy ones due all the while; where others work, every other second is soon enough.
    fn due(&self, control: &Context, stirred: &HashSet<DatabaseId>, now: Timestamp) -> Result<Vec<(DatabaseId, bool)>> {
        let busy = self.busy.lock().clone();
        let listed = control.read(acts::SEE_DUE.on(()), |read, _| due::list(read, AT_ONCE + busy.len() as u64))?;
        let is_time = |id: &DatabaseId, others: bool| {
            busy.get(id).is_none_or(|soon| soon.at <= now || others && soon.looked_at.plus(2 * SECOND) <= now)
        };
        let at_once = usize::try_from(AT_ONCE).unwrap_or(usize::MAX);
        let is_due = |(id, others): &(DatabaseId, bool)| !stirred.contains(id) && is_time(id, *others);
        Ok(listed.into_iter().filter(is_due).take(at_once).collect())
    }

    /// Looks at one school: gives what the control database is to say of it, if that changes, and its door if mail
    /// waits there. One that has rested is let go before the look, so that what is written after it is not missed.
    fn attend(&self, control: &Context, id: DatabaseId, is_written: bool) -> (Option<due::Plan>, Option<Context>) {
        let now = control.clock.now();
        let is_new = self.seen.lock().insert(id);
        let before = self.busy.lock().get(&id).map(|soon| soon.written_at);
        let written_at = if is_written || is_new { Some(now) } else { before };
        let rests = written_at.is_none_or(|at| at.plus(REST) <= now) && self.house.schools.stirred.let_go(id);
        let looked = self.visit(control, id, !rests);
        if rests && looked.is_done {
            self.busy.lock().remove(&id);
            return (Some(due::Plan { school: id, at: looked.at, given_up: looked.given_up }), looked.mail);
        }
        let written_at = written_at.unwrap_or(now);
        let at = if looked.is_done { looked.at.min(written_at.plus(REST)) } else { looked.at };
        self.busy.lock().insert(id, Soon { at, written_at, looked_at: now });
        (None, looked.mail)
    }

    /// Forgets who asked how much, and warns of a certificate that ends.
    fn each_minute(&self, control: &Context) -> Result<()> {
        if !self.is_next_minute() {
            return Ok(());
        }
        let now = control.clock.now();
        self.house.limits.forget();
        self.back_up(control);
        // Operators' addresses are kept no longer than anybody's.
        store::jobs::run_due(control, &[store::security::SHORTENING])?;
        match certificate::ending(&self.house, now) {
            Some(ends_at) if *self.warned.lock() != Some(ends_at) => {
                certificate::warn(control, &self.house, ends_at)?;
                *self.warned.lock() = Some(ends_at);
            }
            _ => {}
        }
        Ok(())
    }

    fn is_next_minute(&self) -> bool {
        let now = self.house.schools.clock.now();
        let mut last = self.minute.lock();
        if now < last.plus(MINUTE) {
            return false;
        }
        *last = now;
        true
    }

    /// Brings the recovery kit to its places as soon as a key or the ledger changed; tries again in a minute.
    fn deliver_kit(&self, now: Timestamp) {
        let Some(settings) = self.house.schools.backups.get().filter(|settings| !settings.kit_to.is_empty()) else {
            return;
        };
        let mut again = self.kit_again.lock();
        if now < *again {
            return;
        }
        if let Err(error) = self.house.schools.deliver_kit(&settings.kit_to) {
            tracing::error!(%error, "the recovery kit could not be delivered; it is tried again");
            *again = now.plus(MINUTE);
        }
    }

    /// The day's backup, if it is due, beside everything else.
    fn back_up(&self, control: &Context) {
        if self.backing_up.swap(true, Ordering::SeqCst) {
            return;
        }
        let (house, control, busy) = (Arc::clone(&self.house), control.clone(), Busy(Arc::clone(&self.backing_up)));
        tokio::task::spawn_blocking(move || {
            let _busy = busy;
            if let Err(error) = backups::each_minute(&control, &house) {
                tracing::error!(%error, "the backup could not be made");
            }
        });
    }

    /// Does what is due in one school.
    fn visit(&self, control: &Context, id: DatabaseId, stirred: bool) -> Looked {
        let now = control.clock.now();
        let database = match self.house.schools.visit(id) {
            Ok(database) => database,
            Err(error) => {
                tracing::error!(school = %id, %error, "a school cannot be opened");
                return Looked::again(now.plus(HOUR));
            }
        };
        // A school in the middle of a long import keeps its jobs and mail for a later tick; the others have theirs.
        if database.long_change().is_some() {
            return Looked::again(now.plus(5 * SECOND));
        }
        let context = Context { database, ..control.clone() };
        self.work(&context, stirred).unwrap_or_else(|error| {
            tracing::error!(school = %id, %error, "the work of a school failed");
            Looked::again(now.plus(MINUTE))
        })
    }

    /// Runs the jobs. While mail is on its way the school stays due: a crash may take it back.
    fn work(&self, context: &Context, stirred: bool) -> Result<Looked> {
        store::jobs::run_due(context, &self.jobs)?;
        let mail = store::jobs::mail(context, &self.sends)?;
        let id = context.database.id;
        if mail.waiting == 0 {
            self.waiting.lock().remove(&id);
        } else {
            self.waiting.lock().insert(id, mail.waiting);
        }
        let now = context.clock.now();
        if mail.next.is_some_and(|next| next <= now) {
            let at = now.plus(SENDER_LOST);
            return Ok(Looked { at, is_done: false, given_up: mail.given_up, mail: Some(context.clone()) });
        }
        let at = store::jobs::next_due(context, &self.jobs, stirred, mail.next)?;
        Ok(Looked { at, is_done: true, given_up: mail.given_up, mail: None })
    }

    /// Hands the mail of these schools over, each beside the others: a slow mail server keeps nobody else's clock.
    fn send(self: &Arc<Self>, contexts: Vec<Context>) {
        for context in contexts {
            let id = context.database.id;
            if !self.sending.lock().insert(id) {
                continue;
            }
            let own = Arc::clone(self);
            let room = Arc::clone(&self.room);
            tokio::spawn(async move {
                let _place = room.acquire_owned().await;
                let sent = own.senders.send_due(&context).await;
                own.sending.lock().remove(&id);
                match sent {
                    // Whatever is left there is looked at anew, with its own time.
                    Ok(_) => own.house.schools.stirred.note(id),
                    Err(error) => tracing::error!(school = %id, %error, "mail could not be sent"),
                }
            });
        }
    }

    /// Messages that wait for the mail server, in the schools looked at.
    pub fn waiting(&self) -> u64 {
        self.waiting.lock().values().sum()
    }
}
