//! A proposal of change: somebody says what is wrong in a record that the school owns, and the office answers
//! field by field. The wrong value of a granted field stands here and nowhere else (C127, C128).

use std::sync::Arc;

use accounts::account::{self, AccountId, Standing};
use chrono::Days;
use kernel::{Error, Found as _, Message, Problems, Result, Timestamp};
use people::correction::{self, Facts, Subject};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, Set};
use site::{Catalogue, Say};
use store::outbox::{self, Mail};
use store::{Allowed, Read, Role, Visible, Work};

kernel::id!(ProposalId);
store::noun!(ProposalId, "proposal", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "proposal")]
#[declared(whose = User, purpose = [Accountability, Administration], basis = LegalObligation, kept = StudentRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: ProposalId,
    #[plain("a kind of record")]
    pub kind: String,
    #[data(Identifier)]
    pub object: Uuid,
    /// The guardian, student or member of staff who asks.
    #[data(Identifier, purpose = [Accountability, Administration, Access])]
    pub by_person: Uuid,
    #[data(Identifier)]
    pub account: Uuid,
    #[data(Activity)]
    pub at: Timestamp,
    #[data(Message)]
    pub reason: String,
    /// When the last field was answered.
    #[data(Activity)]
    pub decided_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// One field of a proposal.
pub mod field {
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    use super::ProposalId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "proposal_field")]
    #[declared(whose = User, purpose = [Accountability, Administration], basis = LegalObligation, kept = StudentRecord)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("a random identifier")]
        pub id: Uuid,
        #[plain("the proposal it is part of")]
        pub proposal_id: ProposalId,
        /// A field of the record, or [`super::OTHER`].
        #[plain("a field's name")]
        pub field: String,
        /// What the record said when it was proposed.
        #[data(Name)]
        pub before: String,
        #[data(Name)]
        pub after: String,
        /// `open`, `accepted`, `refused`.
        #[plain("how far the answer is")]
        pub state: String,
        #[data(Message)]
        pub answer: String,
        #[data(Identifier)]
        pub decided_by: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// What no field of the record holds, in words: custody, household, an address. The office does it by hand.
pub const OTHER: &str = "other";
pub const OPEN: &str = "open";
pub const ACCEPTED: &str = "accepted";
pub const REFUSED: &str = "refused";
/// The task of the office; its words are `task-proposal-waits`.
pub const WAITS: &str = "proposal-waits";

impl Model {
    pub fn subject(&self) -> Result<Subject> {
        Subject::parse(&self.kind, self.object)
    }
}

/// Proposals of the person or persons that the account stands for.
pub(crate) fn asked_by_actor(read: &Read) -> Condition {
    Condition::all().add(Column::ByPerson.is_in(school::profile::persons(read)))
}

/// What somebody proposes: new values of fields, read and checked as the office's own form would.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub values: Vec<(&'static str, String)>,
    pub other: String,
    pub reason: String,
}

/// Keeps what differs from the record, and puts it before the office. 422 if nothing differs. `answer_days` is
/// how long the school has (GDPR Art. 12(3)).
pub fn propose(work: &Work, subject: Subject, by: Uuid, wish: Wish, answer_days: i64) -> Result<ProposalId> {
    let now = correction::facts(work, subject)?;
    let mut wished: Vec<(&str, String, String)> = wish
        .values
        .into_iter()
        .filter(|(field, value)| now.get(field) != value)
        .map(|(field, value)| (field, now.get(field).to_owned(), value))
        .collect();
    if !wish.other.is_empty() {
        wished.push((OTHER, String::new(), wish.other));
    }
    if wished.is_empty() {
        return Err(Error::invalid("reason", "proposal-same"));
    }
    let id = ProposalId(work.uuid());
    let row = Model {
        id,
        kind: subject.kind().to_owned(),
        object: subject.uuid(),
        by_person: by,
        account: work.actor.account(),
        at: work.now,
        reason: wish.reason,
        decided_at: None,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    let rows: Vec<field::ActiveModel> = wished
        .into_iter()
        .map(|(name, before, after)| {
            let row = field::Model {
                id: work.uuid(),
                proposal_id: id,
                field: name.to_owned(),
                before,
                after,
                state: OPEN.to_owned(),
                answer: String::new(),
                decided_by: None,
            };
            row.into_active_model()
        })
        .collect();
    field::Entity::insert_many(rows).exec_without_returning(work.db())?;
    let days = u64::try_from(answer_days).unwrap_or(30);
    let due_on = work.today.checked_add_days(Days::new(days)).unwrap_or(work.today);
    let task =
        tasks::Wanted { kind: WAITS, subject: id.0, path: format!("/proposals/{id}"), role: Role::Office, due_on };
    tasks::plan(work, vec![task])?;
    Ok(id)
}

/// A proposal with its fields, and what the record says now.
#[derive(Clone, Debug)]
pub struct Whole {
    pub proposal: Model,
    pub fields: Vec<field::Model>,
    /// None once the record is gone.
    pub now: Option<Facts>,
}

pub fn find(read: &Read, proposal: Allowed<ProposalId>) -> Result<Whole> {
    let whole = find_own(read, proposal)?;
    let now = match correction::facts(read, whole.proposal.subject()?) {
        Err(Error::NotFound) => None,
        found => Some(found?),
    };
    Ok(Whole { now, ..whole })
}

/// The same without the record, for who asked: they may have lost the sight of it since.
pub fn find_own(read: &Read, proposal: Allowed<ProposalId>) -> Result<Whole> {
    let proposal = Entity::find_by_id(proposal.id()).one(read.db())?.found()?;
    let mut fields = field::Entity::find().filter(field::Column::ProposalId.eq(proposal.id)).all(read.db())?;
    let subject = proposal.subject()?;
    let place = |name: &str| subject.fields().iter().position(|field| *field == name).unwrap_or(usize::MAX);
    fields.sort_by_key(|row| place(&row.field));
    Ok(Whole { proposal, fields, now: None })
}

/// The newest proposals, those that wait first.
pub fn list(read: &Read, visible: Visible<ProposalId>) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(visible.condition())
        .order_by_desc(Column::DecidedAt.is_null())
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(200)
        .all(read.db())?)
}

/// The office's answer to one field.
#[derive(Clone, Debug)]
pub struct Answer {
    pub field: String,
    pub accepts: bool,
    pub words: String,
    /// What the record said on the page that was answered.
    pub seen: String,
}

/// Answers fields; the others wait on. A refusal says why. What changed in the record since the page was shown
/// is not overwritten unseen: 422, and the page again. Accepted values go into the record in this transaction.
pub fn decide(work: &Work, proposal: Allowed<ProposalId>, answers: Vec<Answer>, mail: &Telling) -> Result<()> {
    let whole = find(work, proposal)?;
    let subject = whole.proposal.subject()?;
    let mut problems = Problems::default();
    let mut changes: Vec<(&str, String)> = Vec::new();
    let mut answered = Vec::new();
    for answer in answers {
        let open = whole.fields.iter().find(|row| row.field == answer.field && row.state == OPEN);
        let Some(row) = open else { continue };
        if !answer.accepts && answer.words.is_empty() {
            problems.add("answer", Message::from("proposal-why-not"));
        }
        if answer.accepts && row.field != OTHER {
            let now = whole.now.as_ref().map(|facts| facts.get(&row.field)).unwrap_or_default();
            if now != answer.seen {
                problems.add("answer", Message::from("proposal-moved"));
            }
            changes.push((row.field.as_str(), row.after.clone()));
        }
        answered.push((row, answer));
    }
    if answered.is_empty() {
        problems.add("answer", Message::from("proposal-nothing-chosen"));
    }
    problems.check()?;
    if !changes.is_empty() {
        correction::apply(work, subject, &changes)?;
        rename_account(work, subject)?;
    }
    for (row, answer) in &answered {
        let state = if answer.accepts { ACCEPTED } else { REFUSED };
        let change = field::ActiveModel {
            id: Set(row.id),
            state: Set(state.to_owned()),
            answer: Set(answer.words.clone()),
            decided_by: Set(Some(work.actor.account())),
            ..Default::default()
        };
        field::Entity::update(change).exec(work.db())?;
    }
    let open = whole.fields.iter().filter(|row| row.state == OPEN).count();
    if answered.len() == open {
        let done = ActiveModel { id: Set(whole.proposal.id), decided_at: Set(Some(work.now)), ..Default::default() };
        Entity::update(done).exec(work.db())?;
        tasks::withdraw(work, WAITS, whole.proposal.id.0)?;
        tell(work, &whole.proposal, mail)?;
    }
    Ok(())
}

/// The name in the corner of the page is the record's.
fn rename_account(work: &Work, subject: Subject) -> Result<()> {
    let id = Some(subject.uuid());
    let standing = match subject {
        Subject::Guardian(_) => Standing { guardian: id, ..Standing::default() },
        Subject::Staff(_) => Standing { staff: id, ..Standing::default() },
        Subject::Student(_) => Standing { student: id, ..Standing::default() },
    };
    let Some(account) = account::of_person(work, &standing)? else { return Ok(()) };
    account::rename(work, account.id, &correction::facts(work, subject)?.name.full())
}

/// What a mail about an answer needs: it says that there is one, and nothing of it.
pub struct Telling {
    pub catalogue: Arc<Catalogue>,
    pub place: String,
    pub url: String,
}

fn tell(work: &Work, proposal: &Model, mail: &Telling) -> Result<()> {
    let Ok(account) = account::find(work, AccountId(proposal.account)) else { return Ok(()) };
    let Some(to) = account.email.clone() else { return Ok(()) };
    let say = Say::new(Arc::clone(&mail.catalogue), account.language().unwrap_or(work.language));
    outbox::queue(
        work,
        Mail {
            to,
            subject: say.one("mail-proposal-answered-subject", "place", &mail.place),
            body: say.with("mail-proposal-answered", &[("place", &mail.place), ("url", &mail.url)]),
        },
    )
}
