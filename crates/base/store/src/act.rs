//! What may be done, and by whom (law 2, C032).
//!
//! A module declares its acts as constants. An act names its rules; each rule says which role it is for
//! and which *rows* of the noun it covers, as a condition of the query builder. A look-up asks "is this
//! id among those rows", a list asks "which rows", so the two can never disagree.

use std::collections::HashSet;

use kernel::{Error, Result};
use registry::Purpose;
use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

use crate::actor::{Actor, Role};
use crate::context::Read;

/// An id that acts can be about: its entity and its key column.
pub trait Noun: Copy + Send + Sync + 'static + Into<sea_orm::Value> {
    type Entity: EntityTrait;
    /// The word in the audit trail, and in a route's path: `student`.
    const KIND: &'static str;
    fn column() -> <Self::Entity as EntityTrait>::Column;
    fn uuid(self) -> Uuid;
}

/// Declares that an id type is the key of an entity: `noun!(StudentId, "student", student::Entity)`.
#[macro_export]
macro_rules! noun {
    ($id:ident, $kind:literal, $module:ident) => {
        impl $crate::Noun for $id {
            type Entity = $module::Entity;
            const KIND: &'static str = $kind;
            fn column() -> $module::Column {
                $module::Column::Id
            }
            fn uuid(self) -> ::uuid::Uuid {
                self.0
            }
        }
    };
}

/// Who may, and on which rows of `N`.
pub struct Rule<N> {
    pub role: Role,
    /// For `access.txt`: `any`, `of their groups`, `their own child`.
    pub words: &'static str,
    /// The rows of `N`'s table that this actor's role covers now.
    pub rows: fn(&Read) -> Condition,
    pub noun: std::marker::PhantomData<fn() -> N>,
}

impl<N: Noun> Rule<N> {
    pub const fn new(role: Role, words: &'static str, rows: fn(&Read) -> Condition) -> Self {
        Self { role, words, rows, noun: std::marker::PhantomData }
    }

    /// Every row of the school.
    pub const fn any(role: Role) -> Self {
        Self::new(role, "any", |_| Condition::all())
    }
}

/// How a use of an act is written to the audit trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Trail {
    /// The answer waits for the entry's fsync: sealed fields, exports, support.
    Strict,
    /// Written within a second.
    Relaxed,
    /// Not written: one's own data, or no personal data at all.
    Quiet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Power {
    Read,
    Write,
}

/// Something that can be done, named once, with its rules.
pub struct Act<T: Target> {
    /// `students.see`; stable, since it stands in every audit entry.
    pub name: &'static str,
    pub power: Power,
    pub trail: Trail,
    /// What it is done for; it reads what is declared for one of them (C095). The audit entry names the first.
    pub purposes: &'static [Purpose],
    pub rules: T::Rules,
}

impl Act<()> {
    /// An act about the school as a whole, for these roles.
    pub const fn read_school(name: &'static str, purposes: &'static [Purpose], roles: &'static [Role]) -> Self {
        Self { name, power: Power::Read, trail: Trail::Relaxed, purposes, rules: roles }
    }

    pub const fn write_school(name: &'static str, purposes: &'static [Purpose], roles: &'static [Role]) -> Self {
        Self { name, power: Power::Write, trail: Trail::Strict, purposes, rules: roles }
    }
}

impl<N: Noun> Act<N> {
    /// An act about one row, for whom its rules name.
    pub const fn read(name: &'static str, purposes: &'static [Purpose], rules: &'static [Rule<N>]) -> Self {
        Self { name, power: Power::Read, trail: Trail::Relaxed, purposes, rules }
    }

    pub const fn write(name: &'static str, purposes: &'static [Purpose], rules: &'static [Rule<N>]) -> Self {
        Self { name, power: Power::Write, trail: Trail::Strict, purposes, rules }
    }
}

impl<A: Noun, B: Noun> Act<(A, B)> {
    /// A look at two rows; both rules must let it through.
    pub const fn read_both(
        name: &'static str,
        purposes: &'static [Purpose],
        first: &'static [Rule<A>],
        second: &'static [Rule<B>],
    ) -> Self {
        Self { name, power: Power::Read, trail: Trail::Relaxed, purposes, rules: (first, second) }
    }

    /// A change that touches two rows; both rules must let it through.
    pub const fn write_both(
        name: &'static str,
        purposes: &'static [Purpose],
        first: &'static [Rule<A>],
        second: &'static [Rule<B>],
    ) -> Self {
        Self { name, power: Power::Write, trail: Trail::Strict, purposes, rules: (first, second) }
    }
}

impl<T: Target> Act<T> {
    /// Leaves no audit entry; say in a comment why that is right.
    pub const fn quiet(mut self) -> Self {
        self.trail = Trail::Quiet;
        self
    }

    /// The entry is on disk before the answer.
    pub const fn strict(mut self) -> Self {
        self.trail = Trail::Strict;
        self
    }

    /// The act on these ids: what `read` and `write` take.
    pub const fn on(&'static self, target: T) -> On<T> {
        On { act: self, target }
    }

    /// The word that the audit entry names.
    pub fn purpose(&self) -> &'static str {
        self.purposes.first().map_or("", |purpose| purpose.word())
    }

    /// Rows of the role table.
    pub fn info(&self) -> ActInfo {
        ActInfo {
            name: self.name,
            power: self.power,
            trail: self.trail,
            purposes: self.purposes,
            kinds: T::kinds(),
            who: T::who(&self.rules),
        }
    }
}

/// An act as the role table shows it.
#[derive(Clone, Debug, Serialize)]
pub struct ActInfo {
    pub name: &'static str,
    pub power: Power,
    pub trail: Trail,
    pub purposes: &'static [Purpose],
    pub kinds: Vec<&'static str>,
    pub who: Vec<(Role, &'static str)>,
}

/// An act with its ids, not yet checked.
pub struct On<T: Target> {
    pub act: &'static Act<T>,
    pub target: T,
}

/// An id that its act's rules have let through, within the transaction that checked it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed<N>(N);

impl<N: Copy> Allowed<N> {
    pub fn id(self) -> N {
        self.0
    }
}

/// The school as a whole: what acts without an id are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole(());

/// The rows of a noun that the actor may see, as a condition for a list.
pub struct Visible<N> {
    condition: Condition,
    noun: std::marker::PhantomData<fn() -> N>,
}

impl<N> Visible<N> {
    pub fn condition(&self) -> Condition {
        self.condition.clone()
    }
}

/// What an act can be about: nothing in particular, one id, or several.
pub trait Target: Copy + Send + 'static {
    type Rules: Copy + Send + Sync + 'static;
    type Allowed;
    /// Checks the rules inside the open transaction.
    fn allow(self, rules: &Self::Rules, read: &Read) -> Result<Self::Allowed>;
    fn objects(self) -> Vec<(&'static str, Uuid)>;
    fn kinds() -> Vec<&'static str>;
    fn who(rules: &Self::Rules) -> Vec<(Role, &'static str)>;
}

/// What an actor without any fitting role is told; says nothing about any row.
fn refused(actor: &Actor) -> Error {
    match actor {
        Actor::Visitor => Error::SignedOut,
        Actor::Person(_) | Actor::Operator(_) | Actor::Support(_) | Actor::Shell | Actor::Job(_) => Error::Forbidden,
    }
}

impl Target for () {
    type Rules = &'static [Role];
    type Allowed = Allowed<Whole>;

    fn allow(self, roles: &Self::Rules, read: &Read) -> Result<Self::Allowed> {
        if roles.iter().any(|role| read.actor.is(*role)) { Ok(Allowed(Whole(()))) } else { Err(refused(read.actor)) }
    }

    fn objects(self) -> Vec<(&'static str, Uuid)> {
        Vec::new()
    }

    fn kinds() -> Vec<&'static str> {
        Vec::new()
    }

    fn who(roles: &Self::Rules) -> Vec<(Role, &'static str)> {
        roles.iter().map(|role| (*role, "yes")).collect()
    }
}

impl<N: Noun> Target for N {
    type Rules = &'static [Rule<N>];
    type Allowed = Allowed<N>;

    fn allow(self, rules: &Self::Rules, read: &Read) -> Result<Self::Allowed> {
        let rows = visible(rules, read)?.condition;
        let seen = N::Entity::find()
            .select_only()
            .column(N::column())
            .filter(N::column().eq(self.into()))
            .filter(rows)
            .into_tuple::<Uuid>()
            .one(read.db())?;
        if seen.is_some() { Ok(Allowed(self)) } else { Err(Error::NotFound) }
    }

    fn objects(self) -> Vec<(&'static str, Uuid)> {
        vec![(N::KIND, self.uuid())]
    }

    fn kinds() -> Vec<&'static str> {
        vec![N::KIND]
    }

    fn who(rules: &Self::Rules) -> Vec<(Role, &'static str)> {
        rules.iter().map(|rule| (rule.role, rule.words)).collect()
    }
}

/// Checks several rows of one kind at once: all of them, or none.
pub(crate) fn allow_all<N: Noun>(ids: &[N], rules: &[Rule<N>], read: &Read) -> Result<Vec<Allowed<N>>> {
    let rows = visible(rules, read)?.condition;
    let seen: HashSet<Uuid> = N::Entity::find()
        .select_only()
        .column(N::column())
        .filter(N::column().is_in(ids.iter().map(|id| (*id).into())))
        .filter(rows)
        .into_tuple::<Uuid>()
        .all(read.db())?
        .into_iter()
        .collect();
    let allowed = |id: &N| if seen.contains(&id.uuid()) { Ok(Allowed(*id)) } else { Err(Error::NotFound) };
    ids.iter().map(allowed).collect()
}

impl<A: Noun, B: Noun> Target for (A, B) {
    type Rules = (&'static [Rule<A>], &'static [Rule<B>]);
    type Allowed = (Allowed<A>, Allowed<B>);

    fn allow(self, rules: &Self::Rules, read: &Read) -> Result<Self::Allowed> {
        Ok((self.0.allow(&rules.0, read)?, self.1.allow(&rules.1, read)?))
    }

    fn objects(self) -> Vec<(&'static str, Uuid)> {
        vec![(A::KIND, self.0.uuid()), (B::KIND, self.1.uuid())]
    }

    fn kinds() -> Vec<&'static str> {
        vec![A::KIND, B::KIND]
    }

    fn who(rules: &Self::Rules) -> Vec<(Role, &'static str)> {
        <A as Target>::who(&rules.0)
    }
}

/// The rows the actor may see under these rules; `Forbidden` where none of its roles is named.
pub(crate) fn visible<N: Noun>(rules: &[Rule<N>], read: &Read) -> Result<Visible<N>> {
    let mut fitting = rules.iter().filter(|rule| read.actor.is(rule.role)).peekable();
    if fitting.peek().is_none() {
        return Err(refused(read.actor));
    }
    let condition = fitting.fold(Condition::any(), |any, rule| any.add(covered(&(rule.rows)(read))));
    Ok(Visible { condition, noun: std::marker::PhantomData })
}

/// An empty condition means every row; inside an OR it has to say so.
fn covered(rows: &Condition) -> Condition {
    if rows.is_empty() { Condition::all().add(Expr::val(1).eq(1)) } else { rows.clone() }
}
