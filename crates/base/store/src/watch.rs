//! What each act may read, and which tables take no writes: watched at every statement (C095, C097).
//!
//! The engine itself names the columns a statement reads, so no query can hide one. An act reads what is
//! declared for one of its purposes; anything else is refused in tests and noted in the security log of a
//! running house, where a page must not fall over for a purpose that was forgotten.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kernel::{Error, Message};
use parking_lot::Mutex;
use registry::{Data, Declaration, Purpose, Purposes};

use crate::audit::Entry;
use crate::observe::Erases;

/// A module as the store knows it: whose tables are whose.
#[derive(Clone, Copy, Debug)]
pub struct Tables {
    pub module: &'static str,
    pub declaration: Declaration,
}

/// The purposes of every column and the module of every table, for all databases of a house.
#[derive(Debug, Default)]
pub struct Register {
    columns: HashMap<&'static str, HashMap<&'static str, Purposes>>,
    modules: HashMap<&'static str, &'static str>,
    /// Columns that hold nothing personal, each with its table.
    plain: BTreeSet<(&'static str, &'static str)>,
    /// Refuse what is read without a purpose, as tests want it; else only note it.
    strict: AtomicBool,
    /// Noted before; once per start is enough to mend it.
    noted: Mutex<BTreeSet<String>>,
}

impl Register {
    pub fn new(tables: impl IntoIterator<Item = Tables>, strict: bool) -> Self {
        let mut register = Self { strict: AtomicBool::new(strict), ..Self::default() };
        for Tables { module, declaration } in tables {
            let columns = declaration.columns.iter().map(|column| match column.data {
                Data::Personal(personal) => (column.name, Purposes::of(personal.purposes)),
                Data::Plain(_) => (column.name, Purposes::ALL),
            });
            register.columns.insert(declaration.table, columns.collect());
            let plain = declaration.columns.iter().filter(|column| matches!(column.data, Data::Plain(_)));
            register.plain.extend(plain.map(|column| (declaration.table, column.name)));
            register.modules.insert(declaration.table, module);
        }
        register
    }

    pub fn be_strict(&self, strict: bool) {
        self.strict.store(strict, Ordering::Relaxed);
    }

    /// Writes down what the columns that a statement reads are declared for, for [`Frame::allows`] to ask.
    fn learn(&self, touched: &mut Touched) {
        let declared = touched.reads.iter().filter_map(|(table, column)| self.purposes(table, column));
        let mut purposes: Vec<Purposes> = Vec::new();
        for declared in declared {
            if !purposes.contains(&declared) {
                purposes.push(declared);
            }
        }
        touched.purposes = purposes;
    }

    /// Whether the column may hold something personal: it is declared so, or nobody declared it.
    pub(crate) fn may_be_personal(&self, table: &str, column: &str) -> bool {
        !self.plain.contains(&(table, column))
    }

    /// What the column may be read for; `None` for a table that nobody declared.
    fn purposes(&self, table: &str, column: &str) -> Option<Purposes> {
        // An unknown column of a known table is declared for nothing.
        self.columns.get(table).map(|columns| columns.get(column).copied().unwrap_or(Purposes::NONE))
    }
}

/// What one statement touches, as the engine said when it was prepared.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// `student`, `gender`.
    pub reads: BTreeSet<(String, String)>,
    /// Tables it adds to or changes; taking away is never refused.
    pub writes: BTreeSet<String>,
    /// Tables it takes rows from, those that go with another row too.
    pub removes: BTreeSet<String>,
    /// Tables it looks at, also where it only counts their rows.
    pub tables: BTreeSet<String>,
    /// What the columns of `reads` are declared for, each set of purposes once.
    pub purposes: Vec<Purposes>,
}

/// One unit of work, as its statements are watched.
#[derive(Debug)]
pub(crate) struct Frame {
    act: &'static str,
    purposes: Purposes,
    register: Arc<Register>,
    /// Modules that the school switched off.
    closed: Closed,
    findings: Mutex<Findings>,
    /// While an erasure runs: what counts as one, and the tables that are looked at already.
    erasing: Mutex<Option<(Erases, BTreeSet<String>)>>,
    /// For as long as the house itself looks after its books in the middle of an act.
    is_house: AtomicBool,
}

/// Names of modules that take no writes.
pub(crate) type Closed = Arc<BTreeSet<String>>;

#[derive(Debug, Default)]
struct Findings {
    refused: Option<Error>,
    noted: Vec<String>,
    written: BTreeSet<String>,
    looked: Vec<Arc<Touched>>,
    openings: Vec<Entry>,
    has_opened: bool,
}

impl Frame {
    pub fn new(act: &'static str, purposes: &[Purpose], register: Arc<Register>, closed: Closed) -> Arc<Self> {
        let purposes = Purposes::of(purposes).and(Purposes::of(&[Purpose::Access]));
        Arc::new(Self::of(act, purposes, register, closed))
    }

    /// The store's own books: the chain, the security log, migrations.
    pub fn house(register: Arc<Register>) -> Arc<Self> {
        Arc::new(Self::of("house", Purposes::ALL, register, Closed::default()))
    }

    fn of(act: &'static str, purposes: Purposes, register: Arc<Register>, closed: Closed) -> Self {
        let (findings, erasing) = (Mutex::default(), Mutex::default());
        Self { act, purposes, register, closed, findings, erasing, is_house: AtomicBool::new(false) }
    }

    /// A look of the house in the middle of an act, for no purpose of the act's: which rows nothing refers to.
    pub fn for_the_house<R>(&self, look: impl FnOnce() -> R) -> R {
        self.is_house.store(true, Ordering::Relaxed);
        let seen = look();
        self.is_house.store(false, Ordering::Relaxed);
        seen
    }

    pub fn act(&self) -> &'static str {
        self.act
    }

    /// Keeps that a special field was opened, each row once.
    pub fn note_opened(&self, entry: Entry) {
        let findings = &mut *self.findings.lock();
        findings.has_opened = true;
        if !findings.openings.iter().any(|other| other.object == entry.object) {
            findings.openings.push(entry);
        }
    }

    /// What was opened and does not stand in the chain yet.
    pub fn take_openings(&self) -> Vec<Entry> {
        std::mem::take(&mut self.findings.lock().openings)
    }

    pub fn has_opened(&self) -> bool {
        self.findings.lock().has_opened
    }

    /// Completes what the engine said of a new statement.
    pub fn learn(&self, touched: &mut Touched) {
        self.register.learn(touched);
    }

    /// Whether the statement may run. The reason of a refusal waits in [`Frame::refused`].
    pub fn allows(&self, touched: &Touched) -> bool {
        let is_house = self.is_house.load(Ordering::Relaxed);
        if !is_house && !touched.purposes.iter().all(|declared| declared.meets(self.purposes)) {
            for (table, column) in &touched.reads {
                let fits = self.register.purposes(table, column).is_none_or(|declared| declared.meets(self.purposes));
                if !fits {
                    self.without_purpose(table, column);
                }
            }
        }
        for table in &touched.writes {
            self.note_written(table);
            if let Some(module) = self.register.modules.get(table.as_str())
                && self.closed.contains(*module)
            {
                let message = Message::from("module-off").with("module", *module);
                self.findings.lock().refused = Some(Error::invalid("module", message));
            }
        }
        for table in &touched.removes {
            self.note_written(table);
        }
        self.findings.lock().refused.is_none()
    }

    /// From here on what the statements take away is looked at.
    pub fn begin_erasing(&self, erases: Erases) {
        *self.erasing.lock() = Some((erases, BTreeSet::new()));
    }

    /// What counts as erased now, if something does.
    pub fn erases(&self) -> Option<Erases> {
        self.erasing.lock().as_ref().map(|(erases, _)| *erases)
    }

    /// Whether a table is looked at.
    pub fn is_observing(&self) -> bool {
        self.erasing.lock().as_ref().is_some_and(|(_, tables)| !tables.is_empty())
    }

    /// The tables of a statement that an erasure has not touched before, for [`crate::observe::watch`].
    pub fn unobserved(&self, touched: &Touched) -> Option<(Erases, Vec<String>)> {
        let mut erasing = self.erasing.lock();
        let (erases, seen) = erasing.as_mut()?;
        let new: Vec<String> = touched
            .writes
            .iter()
            .chain(&touched.removes)
            .filter(|table| seen.insert((*table).clone()))
            .cloned()
            .collect();
        if new.is_empty() { None } else { Some((*erases, new)) }
    }

    pub fn register(&self) -> &Register {
        &self.register
    }

    fn note_written(&self, table: &str) {
        let written = &mut self.findings.lock().written;
        if !written.contains(table) {
            written.insert(table.to_owned());
        }
    }

    pub fn note_looked(&self, touched: &Arc<Touched>) {
        self.findings.lock().looked.push(Arc::clone(touched));
    }

    /// The tables that a look has read.
    pub fn looked(&self) -> BTreeSet<String> {
        self.findings.lock().looked.iter().flat_map(|touched| touched.tables.iter().cloned()).collect()
    }

    /// The tables that were written, for who watches.
    pub fn written(&self) -> BTreeSet<String> {
        self.findings.lock().written.clone()
    }

    fn without_purpose(&self, table: &str, column: &str) {
        let finding = format!("{} reads {table}.{column}", self.act);
        if self.register.strict.load(Ordering::Relaxed) {
            let text = format!("{finding}, which is declared for none of its purposes");
            self.findings.lock().refused.get_or_insert(Error::Internal(text));
        } else if self.register.noted.lock().insert(finding.clone()) {
            self.findings.lock().noted.push(finding);
        }
    }

    /// Why a statement was not run; goes before whatever the query builder made of it.
    pub fn refused(&self) -> Option<Error> {
        self.findings.lock().refused.take()
    }

    /// What was read without a purpose, for the security log.
    pub fn noted(&self) -> Vec<String> {
        std::mem::take(&mut self.findings.lock().noted)
    }
}
