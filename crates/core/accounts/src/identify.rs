//! From a cookie to a person, at every request anew (C016).

use kernel::Result;
use registry::Edition;
use site::{Identity, OperatorIdentity};
use store::sea_orm::prelude::Uuid;
use store::{Actor, Context, Person, Role};

use crate::account::{self, Model};
use crate::acknowledgement;
use crate::acts::WHO;
use crate::factor;
use crate::session::{self, Limits};

#[derive(Clone)]
struct Found {
    session: session::Model,
    account: Model,
    roles: Vec<Role>,
    is_staff: bool,
    /// A role needs a second factor, this session had none, and none is set up.
    lacks_factor: bool,
    has_read_notice: bool,
}

fn look_up(context: &Context, limits: Limits, notice: &str, token: &str) -> Result<Option<Found>> {
    let now = context.clock.now();
    let key = format!("{} {notice}", session::fingerprint(token));
    let found = context.read_again(WHO.on(()), &key, |read, _| {
        let Some(session) = session::find_by_token(read, token)? else { return Ok(None) };
        let Ok(account) = account::find(read, session.account_id) else { return Ok(None) };
        let roles = account::roles(read, &account)?;
        let is_staff =
            account.staff_id.is_some() || roles.iter().any(|role| !matches!(role, Role::Guardian | Role::Student));
        let needs_factor = !session.second_factor && roles.iter().any(|role| role.needs_second_factor());
        let lacks_factor = needs_factor && !factor::is_set_up(read, &account)?;
        let has_read_notice = acknowledgement::is_current(read, account.id, notice)?;
        Ok(Some(Found { session, account, roles, is_staff, lacks_factor, has_read_notice }))
    })?;
    let found = found.filter(|found| session::is_alive(&found.session, limits, found.is_staff, now));
    if let Some(found) = &found {
        session::touch(context, &found.session)?;
    }
    Ok(found)
}

/// Where an account must go first: to the second factor that its role needs, or to a privacy notice that it
/// has not acknowledged in this version (C023).
fn must(found: &Found) -> Option<&'static str> {
    if found.lacks_factor {
        return Some("/account/second-factor");
    }
    (!found.has_read_notice).then_some("/account/notice")
}

/// The person behind a school's session cookie.
pub fn identify(context: &Context, edition: &Edition, notice: &str, token: &str) -> Result<Option<Identity>> {
    let Some(found) = look_up(context, Limits::of(edition), notice, token)? else { return Ok(None) };
    let must = must(&found);
    let in_force = |role: &Role| found.session.second_factor || !role.needs_second_factor();
    let language = found.account.language();
    Ok(Some(Identity {
        person: Person {
            account: found.account.id.0,
            session: found.session.id,
            staff: found.account.staff_id,
            guardian: found.account.guardian_id,
            student: found.account.student_id,
            roles: std::iter::once(Role::Account).chain(found.roles.iter().copied().filter(in_force)).collect(),
        },
        name: found.account.name,
        language,
        must,
    }))
}

/// The operator behind the installation's cookie, and where they must go first.
pub fn identify_operator(context: &Context, notice: &str, token: &str) -> Result<Option<OperatorIdentity>> {
    let found = look_up(context, Limits::OPERATOR, notice, token)?;
    Ok(found.map(|found| {
        let must = must(&found);
        OperatorIdentity { account: found.account.id.0, session: found.session.id, name: found.account.name, must }
    }))
}

/// The names of these accounts, ended ones too: a history says who changed a record.
pub fn names(context: &Context, accounts: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
    context.as_actor(Actor::Visitor).read(WHO.on(()), |read, _| account::names(read, accounts))
}
