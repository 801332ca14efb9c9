//! Mail by SMTP (RFC 5321). What a server says of a refusal may repeat the address, so only its code is kept.

use kernel::{Error, Result};
use lettre::message::{Mailbox, header::ContentType};
use lettre::transport::smtp;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use store::outbox::{Class, Model};

use crate::{Failed, later, never};

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
        let mail = self.worded(message)?;
        self.transport.send(mail).await.map(|_| ()).map_err(|error| failed(&error))
    }

    /// The mail as it travels. Its Message-ID is the row's own at each attempt (RFC 5322, 3.6.4).
    fn worded(&self, message: &Model) -> Result<Message, Failed> {
        let to: Mailbox =
            message.recipient.parse().map_err(|_| never(Class::Address, "the address cannot be written to"))?;
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .message_id(Some(format!("<{}@{}>", message.id, self.from.email.domain())))
            .subject(message.subject.clone())
            .header(ContentType::TEXT_PLAIN)
            .body(message.body.clone())
            .map_err(|_| never(Class::Refused, "the message cannot be put into a mail"))
    }
}

/// 550, 551 and 553 speak of the mailbox and are final (RFC 5321, 4.2.3); every other refusal may be the host's to
/// mend, and is tried again.
fn failed(error: &smtp::Error) -> Failed {
    let Some(code) = error.status().map(u16::from) else {
        return if error.is_timeout() {
            later(Class::Unreachable, "the mail server did not answer in time")
        } else if error.is_client() {
            later(Class::Login, "the mail server and this one do not understand each other")
        } else {
            later(Class::Unreachable, "the mail server cannot be reached")
        };
    };
    let said = format!("the mail server answered {code}");
    match code {
        550 | 551 | 553 => never(Class::Address, said),
        432 | 454 | 530 | 534 | 535 | 538 => later(Class::Login, said),
        500.. => later(Class::Refused, said),
        _ => later(Class::Busy, said),
    }
}

#[cfg(test)]
mod tests {
    use kernel::Timestamp;
    use store::sea_orm::prelude::Uuid;

    use super::*;

    fn message(recipient: &str) -> Model {
        Model {
            id: Uuid::from_u128(7),
            at: Timestamp(0),
            channel: "mail".to_owned(),
            recipient: recipient.to_owned(),
            subject: "Subject".to_owned(),
            body: "Body".to_owned(),
            state: "waiting".to_owned(),
            attempts: 0,
            next_at: Timestamp(0),
            sent_at: None,
            error: None,
            until: None,
            fault: None,
        }
    }

    #[tokio::test]
    async fn an_address_that_nobody_can_write_to_is_given_up_at_once() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mailer = Mailer::new("smtp://127.0.0.1:9", "school@example.org").unwrap();
        for recipient in ["", "nobody", "a@", "Ada <ada@example.org", "ada example@org"] {
            let refused = mailer.worded(&message(recipient)).unwrap_err();
            assert!(matches!(&refused, Failed::Never(fault) if fault.class == Class::Address), "{recipient}");
        }
        assert!(mailer.worded(&message("ada@example.org")).is_ok());
    }

    #[tokio::test]
    async fn the_message_id_is_the_rows_own_each_time() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mailer = Mailer::new("smtp://127.0.0.1:9", "school@example.org").unwrap();
        for _ in 0..2 {
            let sent = String::from_utf8(mailer.worded(&message("ada@example.org")).unwrap().formatted()).unwrap();
            assert!(sent.contains("Message-ID: <00000000-0000-0000-0000-000000000007@example.org>"), "{sent}");
        }
    }
}
