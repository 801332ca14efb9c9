//! Senders: take due messages from a school's outbox and hand them over, once (law 6): mail by SMTP, SMS
//! through a gateway. What has no sender stays in the outbox.
//!
//! A message is marked sent right after the server took it. A crash between the two sends it twice at worst, both
//! times under the same name: a mail's Message-ID and a text message's Idempotency-Key are the outbox row's id, so
//! that whoever gets it twice shows it once. What nobody took is on a page of the school's own.

mod mail;
mod pages;
pub mod sms;

pub use mail::Mailer;
pub use sms::Gateway;

use kernel::clock::MINUTE;
use kernel::{Error, Result};
use registry::{Purpose, Recipient, Subject};
use site::{Module, NavItem, Routes};
use store::outbox::{self, Channel, Class, Fault, Model};
use store::{Act, Actor, Context, Job, Role};

pub static READ: Act<()> = Act::read_school("notify.due", &[Purpose::Communication], &[Role::Job]).quiet();
pub static MARK: Act<()> = Act::write_school("notify.mark", &[Purpose::Communication], &[Role::Job]).quiet();

const DESK: &[Role] = &[Role::Office, Role::Administrator];
/// Quiet: kinds, times and counts; nobody's name and no word of a message.
pub static SEE_UNDELIVERED: Act<()> =
    Act::read_school("notify.see_undelivered", &[Purpose::Communication, Purpose::Operation], DESK).quiet();
pub static SETTLE: Act<()> =
    Act::write_school("notify.settle_undelivered", &[Purpose::Communication, Purpose::Operation], DESK);

/// What the role table and the record of processing have to say of it; the sending itself is [`Senders`].
pub fn module() -> Module {
    let recipient = |words| Recipient { words, purpose: Purpose::Communication, whose: Subject::User };
    Module {
        name: "notify",
        acts: vec![READ.info(), MARK.info(), SEE_UNDELIVERED.info(), SETTLE.info()],
        routes: Routes::new().get("/undelivered", &["notify.see_undelivered"], pages::list).post(
            "/undelivered",
            &["notify.settle_undelivered"],
            pages::settle,
        ),
        nav: vec![NavItem { words: "nav-undelivered", icon: "list", path: "/undelivered", roles: DESK, order: 93 }],
        locales: site::locales!(),
        recipients: vec![recipient("recipient-mail-server"), recipient("recipient-sms-gateway")],
        jobs: vec![Job { name: "notify.expire", every: MINUTE, run: expire }],
        ..Module::default()
    }
}

/// The job that takes codes out of messages that nobody needs any more (C014).
fn expire(context: &Context) -> Result<()> {
    context.write(MARK.on(()), |work, _| outbox::expire(work))
}

/// Messages handed over in one go, so that one school's rush does not keep the others waiting.
const AT_ONCE: u64 = 50;

/// Why a message was not taken.
#[derive(Debug)]
pub enum Failed {
    /// It may be taken later.
    Later(Fault),
    /// It never will be.
    Never(Fault),
}

pub(crate) fn later(class: Class, said: impl Into<String>) -> Failed {
    Failed::Later(Fault { class, said: said.into() })
}

pub(crate) fn never(class: Class, said: impl Into<String>) -> Failed {
    Failed::Never(Fault { class, said: said.into() })
}

/// The ways out of the house; without one its messages wait.
#[derive(Default)]
pub struct Senders {
    pub mail: Option<Mailer>,
    pub sms: Option<Gateway>,
}

impl Senders {
    /// Sends what is due in one school; gives how many were handed over.
    pub async fn send_due(&self, context: &Context) -> Result<usize> {
        let own = context.as_actor(Actor::Job("notify.send"));
        let mut sent = 0;
        for channel in self.channels() {
            let due =
                blocking(&own, move |own| own.read(READ.on(()), |read, _| outbox::due(read, channel, AT_ONCE))).await?;
            for message in due {
                let outcome = self.send(channel, &message).await;
                sent += usize::from(outcome.is_ok());
                note(&own, message, outcome).await?;
            }
        }
        Ok(sent)
    }

    /// The ways out that there are.
    pub fn channels(&self) -> Vec<Channel> {
        [Channel::Sms, Channel::Mail].into_iter().filter(|channel| self.has(*channel)).collect()
    }

    pub fn has(&self, channel: Channel) -> bool {
        match channel {
            Channel::Mail => self.mail.is_some(),
            Channel::Sms => self.sms.is_some(),
        }
    }

    async fn send(&self, channel: Channel, message: &Model) -> Result<(), Failed> {
        match (channel, &self.mail, &self.sms) {
            (Channel::Mail, Some(mailer), _) => mailer.send(message).await,
            (Channel::Sms, _, Some(gateway)) => gateway.send(message).await,
            (Channel::Mail, None, _) | (Channel::Sms, _, None) => {
                Err(later(Class::Unreachable, "there is no way to send it"))
            }
        }
    }
}

/// Writes the outcome down; the log names the message and never its words or its recipient.
async fn note(own: &Context, message: Model, outcome: Result<(), Failed>) -> Result<()> {
    if let Err(Failed::Later(fault) | Failed::Never(fault)) = &outcome {
        let error = &fault.said;
        tracing::warn!(school = %own.database.id, message = %message.id, %error, "a message was not taken");
    }
    blocking(own, move |own| {
        own.write(MARK.on(()), |work, _| match &outcome {
            Ok(()) => outbox::sent(work, message.id),
            Err(Failed::Later(fault)) => outbox::postponed(work, &message, fault),
            Err(Failed::Never(fault)) => outbox::refused(work, &message, fault),
        })
    })
    .await
}

async fn blocking<R: Send + 'static>(
    own: &Context,
    work: impl FnOnce(Context) -> Result<R> + Send + 'static,
) -> Result<R> {
    let own = own.clone();
    tokio::task::spawn_blocking(move || work(own)).await.map_err(Error::internal)?
}
