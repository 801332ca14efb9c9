//! An address that mail can be sent to.

use crate::Message;
use crate::text::clean;

/// A plausible mailbox, its domain in lower case. Whether it exists only a mail can tell.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Errors: `email-not-an-address`.
    pub fn parse(text: &str) -> Result<Self, Message> {
        let text = clean(text);
        let wrong = || Message::from("email-not-an-address");
        let (mailbox, domain) = text.rsplit_once('@').ok_or_else(wrong)?;
        let domain = domain.to_lowercase();
        let plausible = !mailbox.is_empty()
            && text.len() <= 254
            && !text.contains(|c: char| c.is_whitespace() || "<>()[],;:\\\"".contains(c))
            && domain.contains('.')
            && domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
        if plausible { Ok(Self(format!("{mailbox}@{domain}"))) } else { Err(wrong()) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What sign-in compares: the whole address in lower case.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_and_the_rest_is_not() {
        assert_eq!(EmailAddress::parse(" Ada@Example.ORG ").unwrap().as_str(), "Ada@example.org");
        for wrong in
            ["", "ada", "@example.org", "ada@", "a b@example.org", "ada@example", "ada@ex..org", "a@b.c\nBcc: d@e.f@"]
        {
            assert!(EmailAddress::parse(wrong).is_err(), "{wrong}");
        }
    }
}
