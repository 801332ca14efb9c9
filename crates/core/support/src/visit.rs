//! A visit: an operator went in under a grant, after proving again who they are. It belongs to one session of the
//! control database, and lasts an hour at most; then the proof is asked again.

use kernel::clock::HOUR;
use kernel::{Error, Result, Timestamp};
use registry::Declared;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use site::{OperatorIdentity, Visit};
use store::{Actor, Allowed, Context, Whole, Work};

use crate::acts::SEE_OWN;
use crate::grant::{self, GrantId};

/// The longest visit before the step-up is asked again.
pub const LONGEST: i64 = HOUR;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "support_visit")]
#[declared(whose = Operator, purpose = Accountability, basis = LegitimateInterest, kept = Audit)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[plain("the grant it is under")]
    pub grant_id: GrantId,
    #[data(Identifier)]
    pub operator: Uuid,
    #[data(Identifier)]
    pub session: Uuid,
    #[data(Activity)]
    pub began_at: Timestamp,
    #[data(Activity)]
    pub until: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Begins a visit under the grant that runs for this operator; refused if none does.
pub fn begin(work: &Work, _school: Allowed<Whole>, operator: Uuid, session: Uuid) -> Result<grant::Model> {
    let grant = grant::running(work, operator)?.ok_or(Error::Forbidden)?;
    let latest = work.now.plus(LONGEST);
    let row = Model {
        id: work.uuid(),
        grant_id: grant.id,
        operator,
        session,
        began_at: work.now,
        until: grant.ends_at.map_or(latest, |ends_at| ends_at.min(latest)),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(grant)
}

/// Ends the visits of this session.
pub fn leave(work: &Work, _school: Allowed<Whole>, session: Uuid) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Until, work.now.0.into())
        .filter(Column::Session.eq(session))
        .filter(Column::Until.gt(work.now))
        .exec(work.db())?;
    Ok(())
}

/// The visit that an operator pays to a school now, for the site's door: asked at every request, so that a grant
/// that ends or is ended counts at once.
pub fn of_operator(school: &Context, operator: &OperatorIdentity) -> Result<Option<Visit>> {
    let (account, session) = (operator.account, operator.session);
    school.as_actor(Actor::Operator(account)).read(SEE_OWN.on(()), |read, _| {
        let own = Entity::find().filter(Column::Session.eq(session)).filter(Column::Operator.eq(account));
        for visit in own.filter(Column::Until.gt(read.now)).all(read.db())? {
            let grant = grant::Entity::find_by_id(visit.grant_id).one(read.db())?;
            if grant.is_some_and(|grant| grant.state(read.now) == grant::State::Runs) {
                return Ok(Some(Visit { grant: visit.grant_id.0, until: visit.until }));
            }
        }
        Ok(None)
    })
}
