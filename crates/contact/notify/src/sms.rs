//! SMS through a gateway that speaks Twilio's Messages API over HTTP; several providers offer it.
//! <https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource>
//!
//! One form is sent for each message, with basic authentication, to the one address that the settings name.
//! Redirects are not followed: numbers and codes go to hosts on the list and nowhere else (law 6).

use std::time::Duration;

use kernel::{Error, Result};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};
use serde::Deserialize;
use store::outbox::{Class, Model};

use crate::{Failed, later, never};

/// Hosts that a gateway's address may name without being put on the list.
const KNOWN_HOSTS: &[&str] = &["api.twilio.com"];

/// What a host says about its gateway.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// `https://api.twilio.com`, without the path of the API.
    pub url: String,
    pub account: String,
    pub secret: String,
    /// The sender: a number in E.164, or the name the provider lets one send under.
    pub from: String,
    /// Further hosts that messages may be handed to.
    pub hosts: Vec<String>,
}

/// The way to an SMS gateway.
pub struct Gateway {
    client: Client,
    messages: Url,
    account: String,
    secret: String,
    from: String,
}

/// What the gateway says about a refusal. Its sentence may repeat the number, so only the code is read.
#[derive(Deserialize)]
struct Refusal {
    code: Option<i64>,
}

fn wrong(what: impl std::fmt::Display) -> Error {
    Error::Internal(format!("the SMS gateway {what}"))
}

impl Gateway {
    /// Refuses an address that is not https (on this machine http will do) or whose host is not on the list.
    pub fn new(settings: &Settings) -> Result<Self> {
        let Settings { url, account, secret, from, hosts } = settings;
        for (word, value) in [("account", account), ("secret", secret), ("from", from)] {
            if value.is_empty() {
                return Err(wrong(format!("has an address but no {word}: set sms.{word}")));
            }
        }
        let base = Url::parse(url).map_err(|e| wrong(format!("has a wrong address ({e}): write https://HOST")))?;
        let host = base.host_str().unwrap_or_default();
        let is_here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        if base.scheme() != "https" && !is_here {
            return Err(wrong("must be reached by https"));
        }
        if !is_here && !KNOWN_HOSTS.contains(&host) && !hosts.iter().any(|known| known.eq_ignore_ascii_case(host)) {
            return Err(wrong(format!("is at {host}, which is not on the list: name it in sms.hosts as well")));
        }
        let messages = base
            .join(&format!("/2010-04-01/Accounts/{account}/Messages.json"))
            .map_err(|_| wrong("has a wrong account"))?;
        let client = Client::builder()
            .redirect(Policy::none())
            .timeout(Duration::from_secs(20))
            .user_agent("Homeroom")
            .build()
            .map_err(|e| wrong(format!("cannot be reached from here: {e}")))?;
        Ok(Self { client, messages, account: account.clone(), secret: secret.clone(), from: from.clone() })
    }

    /// Taken: any 2xx. Tried again: 429, 5xx and what the network does. Everything else is final.
    pub(crate) async fn send(&self, message: &Model) -> Result<(), Failed> {
        let form = [("To", &message.recipient), ("From", &self.from), ("Body", &message.body)];
        let asked = self
            .client
            .post(self.messages.clone())
            .basic_auth(&self.account, Some(&self.secret))
            // The same at each attempt: a gateway that knows the header takes the message once.
            .header("idempotency-key", format!("\"{}\"", message.id))
            .form(&form)
            .send();
        // The error's own words carry the address with the account in it.
        let answer = asked.await.map_err(|e| later(Class::Unreachable, network_fault(&e)))?;
        let status = answer.status();
        if status.is_success() {
            return Ok(());
        }
        let code = answer.json::<Refusal>().await.ok().and_then(|refusal| refusal.code);
        let said = match code {
            Some(code) => format!("the gateway answered {}, code {code}", status.as_u16()),
            None => format!("the gateway answered {}", status.as_u16()),
        };
        if status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error() {
            return Err(later(Class::Busy, said));
        }
        Err(match status {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => never(Class::Login, said),
            StatusCode::BAD_REQUEST => never(Class::Address, said),
            _ => never(Class::Refused, said),
        })
    }
}

fn network_fault(error: &reqwest::Error) -> &'static str {
    if error.is_timeout() {
        "the gateway did not answer in time"
    } else if error.is_connect() {
        "the gateway cannot be reached"
    } else {
        "the connection to the gateway broke"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(url: &str, hosts: &[&str], secret: &str) -> String {
        let settings = Settings {
            url: url.to_owned(),
            account: "AC1".to_owned(),
            secret: secret.to_owned(),
            from: "+15005550006".to_owned(),
            hosts: hosts.iter().map(|host| (*host).to_owned()).collect(),
        };
        Gateway::new(&settings).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn only_https_to_a_listed_host_is_taken() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        assert_eq!(refusal("https://api.twilio.com", &[], "s"), "");
        assert_eq!(refusal("http://127.0.0.1:9", &[], "s"), "");
        assert_eq!(refusal("https://sms.example", &["SMS.example"], "s"), "");
        assert!(refusal("https://sms.example", &[], "s").contains("not on the list"));
        assert!(refusal("https://api.twilio.com.evil.example", &[], "s").contains("not on the list"));
        assert!(refusal("http://api.twilio.com", &[], "s").contains("https"));
        assert!(refusal("sms.example", &[], "s").contains("wrong address"));
        assert!(refusal("https://api.twilio.com", &[], "").contains("no secret"));
    }
}
