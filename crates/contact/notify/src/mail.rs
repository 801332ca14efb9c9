//! Mail by SMTP.

use kernel::{Error, Result};
use lettre::message::{Mailbox, header::ContentType};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use store::outbox::Model;

use crate::Failed;

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

    pub(crate) async fn send(&self, message: &Model) -> Result<(), Failed> {
        let later = |error: &dyn std::fmt::Display| Failed::Later(error.to_string());
        let to: Mailbox =
            message.recipient.parse().map_err(|_| Failed::Later("the address cannot be written to".to_owned()))?;
        let domain = self.from.email.domain();
        let mail = Message::builder()
            .from(self.from.clone())
            .to(to)
            .message_id(Some(format!("<{}@{domain}>", message.id)))
            .subject(message.subject.clone())
            .header(ContentType::TEXT_PLAIN)
            .body(message.body.clone())
            .map_err(|e| later(&e))?;
        self.transport.send(mail).await.map(|_| ()).map_err(|e| later(&e))
    }
}
