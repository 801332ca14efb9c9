//! Senders: take due messages from a school's outbox and hand them over, once (law 6). Mail by SMTP today.
//!
//! A message is marked sent right after the server took it. A crash between the two sends it twice at
//! worst; its Message-ID is the outbox row's id, so that mail programs show it once.

use kernel::{Error, Result};
use lettre::message::{Mailbox, header::ContentType};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use registry::{Purpose, Recipient, Subject};
use site::Module;
use store::outbox::{self, Model};
use store::{Act, Actor, Context, Role};

pub static READ: Act<()> = Act::read_school("notify.due", &[Purpose::Communication], &[Role::Job]).quiet();
pub static MARK: Act<()> = Act::write_school("notify.mark", &[Purpose::Communication], &[Role::Job]).quiet();

/// What the role table and the record of processing have to say of it; the sending itself is `Mailer`.
pub fn module() -> Module {
    Module {
        name: "notify",
        acts: vec![READ.info(), MARK.info()],
        locales: site::locales!(),
        recipients: vec![Recipient {
            words: "recipient-mail-server",
            purpose: Purpose::Communication,
            whose: Subject::User,
        }],
        ..Module::default()
    }
}

/// Messages handed over in one go, so that one school's rush does not keep the others waiting.
const AT_ONCE: u64 = 50;

/// The way to a mail server.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mailer {
    /// `url` is `smtp://user:secret@host:port`, or `smtps://…` for TLS from the start; `from` the sender.
    pub fn new(url: &str, from: &str) -> Result<Self> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|e| Error::Internal(format!("the mail server's address is wrong ({e}): write smtp://HOST:PORT")))?
            .timeout(Some(std::time::Duration::from_secs(20)))
            .build();
        let from = from.parse().map_err(|e| {
            Error::Internal(format!("the sender's mail address is wrong ({e}): write school@example.org"))
        })?;
        Ok(Self { transport, from })
    }

    async fn send(&self, message: &Model) -> Result<(), String> {
        let to: Mailbox = message.recipient.parse().map_err(|_| "the address cannot be written to".to_owned())?;
        let domain = self.from.email.domain();
        let mail = Message::builder()
            .from(self.from.clone())
            .to(to)
            .message_id(Some(format!("<{}@{domain}>", message.id)))
            .subject(message.subject.clone())
            .header(ContentType::TEXT_PLAIN)
            .body(message.body.clone())
            .map_err(|e| e.to_string())?;
        self.transport.send(mail).await.map(|_| ()).map_err(|e| e.to_string())
    }

    /// Sends what is due in one school; gives how many were handed over.
    pub async fn send_due(&self, context: &Context) -> Result<usize> {
        let own = context.as_actor(Actor::Job("notify.send"));
        let due = blocking(&own, |own| own.read(READ.on(()), |read, _| outbox::due(read, AT_ONCE))).await?;
        let mut sent = 0;
        for message in due {
            let outcome = self.send(&message).await;
            sent += usize::from(outcome.is_ok());
            if let Err(error) = &outcome {
                tracing::warn!(school = %own.database.id, message = %message.id, %error, "a message waits");
            }
            blocking(&own, move |own| {
                own.write(MARK.on(()), |work, _| match &outcome {
                    Ok(()) => outbox::sent(work, message.id),
                    Err(error) => outbox::postponed(work, &message, error),
                })
            })
            .await?;
        }
        Ok(sent)
    }
}

async fn blocking<R: Send + 'static>(
    own: &Context,
    work: impl FnOnce(Context) -> Result<R> + Send + 'static,
) -> Result<R> {
    let own = own.clone();
    tokio::task::spawn_blocking(move || work(own)).await.map_err(Error::internal)?
}
