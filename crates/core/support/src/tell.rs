//! Mails to the administrators of a school: an operator asks, a grant was given, is first used, has ended (C031).

use std::sync::Arc;

use accounts::account;
use kernel::Result;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use site::{Catalogue, Say};
use store::outbox::{self, Mail};
use store::{Context, Read, Role, Work};

use crate::acts::TELL;
use crate::grant::{self, Model};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Asked,
    Granted,
    Used,
    Ended,
}

impl What {
    fn mail(self) -> (&'static str, &'static str) {
        match self {
            Self::Asked => ("mail-support-asked-subject", "mail-support-asked"),
            Self::Granted => ("mail-support-granted-subject", "mail-support-granted"),
            Self::Used => ("mail-support-used-subject", "mail-support-used"),
            Self::Ended => ("mail-support-ended-subject", "mail-support-ended"),
        }
    }
}

fn administrators(read: &Read) -> Result<Vec<account::Model>> {
    let desks = account::role::Entity::find()
        .filter(account::role::Column::Role.eq(Role::Administrator.word()))
        .all(read.db())?;
    let ids: Vec<_> = desks.into_iter().map(|desk| desk.account_id).collect();
    Ok(account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::EndedAt.is_null())
        .all(read.db())?)
}

/// Queues a mail to each administrator who has an address, in their language. The reason stays on the page: mails
/// carry no more than that there is something to look at.
pub fn tell(work: &Work, catalogue: &Arc<Catalogue>, what: What, grant: &Model) -> Result<()> {
    let (subject, body) = what.mail();
    for account in administrators(work)? {
        let Some(to) = account.email.clone() else { continue };
        let say = Say::new(Arc::clone(catalogue), account.language().unwrap_or(work.language));
        let until = grant.ends_at.map(|at| say.moment(at)).unwrap_or_default();
        let mail = Mail {
            to,
            subject: say.say(subject),
            body: say.with(body, &[("name", &account.name), ("until", &until), ("hours", &grant.hours.to_string())]),
        };
        outbox::queue(work, mail)?;
    }
    Ok(())
}

/// The job that tells of grants whose time is over.
pub(crate) fn ended_by_time(context: &Context) -> Result<()> {
    context.write(TELL.on(()), |work, _| {
        let over = grant::newly_over(work)?;
        if over.is_empty() {
            return Ok(());
        }
        let locales = site::locales!();
        let catalogue = Arc::new(Catalogue::new(&locales)?);
        over.iter().try_for_each(|grant| tell(work, &catalogue, What::Ended, grant))
    })
}
