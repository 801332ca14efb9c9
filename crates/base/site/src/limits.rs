//! How much one address may ask in a while, and how large and how slow a request may be. The counts live in
//! memory only, by address, and are forgotten as soon as they allow everything again.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use governor::clock::Clock as _;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use kernel::Clock;

/// Largest upload with its form, bytes.
pub const UPLOAD_LIMIT: usize = 64 << 20;
/// Largest form without files, bytes.
pub const FORM_LIMIT: usize = 1 << 20;
/// Longest path with its query, bytes.
pub const PATH_LIMIT: usize = 8 << 10;
/// A request is answered within this time; one with files within the longer.
const FORM_PATIENCE: Duration = Duration::from_mins(2);
const UPLOAD_PATIENCE: Duration = Duration::from_mins(15);
/// Addresses that are counted one by one; beyond, by the network around them.
const ADDRESSES: usize = 50_000;

/// What a request wants, as far as limits go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A password, a code, a one-time link: what somebody might guess.
    Entry,
    /// A form with files.
    Upload,
    Page,
}

/// Why a request is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Come back after so many seconds.
    Often(u64),
    Large,
    Long,
    Slow,
}

impl Refused {
    pub fn status(self) -> StatusCode {
        match self {
            Self::Often(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Large => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Long => StatusCode::URI_TOO_LONG,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
        }
    }

    /// Key of the title; the text's is the same with `-text`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Often(_) => "error-too-many",
            Self::Large => "error-too-large",
            Self::Long => "error-too-long",
            Self::Slow => "error-too-slow",
        }
    }
}

impl Class {
    pub fn of(request: &Parts) -> Self {
        // What takes a password, a code or a key.
        const GUESSED: [&str; 10] = [
            "sign-in",
            "invite",
            "recover",
            "recovery",
            "password",
            "second-factor",
            "prove",
            "enter",
            "links",
            "providers",
        ];
        // One-time links are opened by following them, and a provider's button makes a row for whoever presses it.
        const FOLLOWED: [&str; 3] = ["/invite/", "/account/email/", "/oidc/"];
        let kind = request.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let is_form = !matches!(request.method, Method::GET | Method::HEAD | Method::OPTIONS);
        let path = request.uri.path();
        let leads_on = |link: &str| path.split_once(link).is_some_and(|(_, token)| !token.is_empty());
        let is_link = FOLLOWED.into_iter().any(leads_on);
        if is_link || (is_form && path.split('/').any(|part| GUESSED.contains(&part))) {
            Self::Entry
        } else if is_form && kind.starts_with("multipart/") {
            Self::Upload
        } else {
            Self::Page
        }
    }

    /// Bytes of a body.
    pub fn body(self) -> usize {
        if self == Self::Upload { UPLOAD_LIMIT } else { FORM_LIMIT }
    }

    pub fn patience(self) -> Duration {
        if self == Self::Upload { UPLOAD_PATIENCE } else { FORM_PATIENCE }
    }

    /// At once, and then so many each minute. One address may be a whole school behind its router.
    fn quota(self) -> (u32, u32) {
        match self {
            Self::Entry => (200, 120),
            Self::Upload => (60, 30),
            Self::Page => (3_000, 6_000),
        }
    }
}

type Counts = RateLimiter<IpAddr, DashMapStateStore<IpAddr>, Ticks, NoOpMiddleware<Nanos>>;

/// The house's clock in the limiter's words.
#[derive(Clone, Debug)]
struct Ticks(Clock);

impl governor::clock::Clock for Ticks {
    type Instant = Nanos;
    fn now(&self) -> Nanos {
        let millis = u64::try_from(self.0.now().0).unwrap_or_default();
        Nanos::from(Duration::from_millis(millis))
    }
}

/// The counts of each class.
pub struct Limits {
    entry: Counts,
    upload: Counts,
    page: Counts,
    clock: Ticks,
}

impl Limits {
    pub fn new(clock: Clock) -> Self {
        let clock = Ticks(clock);
        let counts = |class: Class| {
            let (burst, each_minute) = class.quota();
            let some = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
            let quota = Quota::per_minute(some(each_minute)).allow_burst(some(burst));
            Counts::new(quota, DashMapStateStore::default(), clock.clone())
        };
        Self { entry: counts(Class::Entry), upload: counts(Class::Upload), page: counts(Class::Page), clock }
    }

    /// Counts a request of this address; the seconds to wait if it is one too many. The machine itself is never
    /// too much: behind a proxy on it, the proxy says who is there.
    pub(crate) fn count(&self, class: Class, ip: IpAddr) -> Option<u64> {
        if ip.is_loopback() {
            return None;
        }
        let counts = match class {
            Class::Entry => &self.entry,
            Class::Upload => &self.upload,
            Class::Page => &self.page,
        };
        let known = if counts.len() < ADDRESSES { whole(ip) } else { around(ip) };
        let early = counts.check_key(&known).err()?;
        Some(early.wait_time_from(self.clock.now()).as_secs() + 1)
    }

    /// Forgets addresses that may ask everything again; the clock does so each minute.
    pub fn forget(&self) {
        for counts in [&self.entry, &self.upload, &self.page] {
            counts.retain_recent();
            counts.shrink_to_fit();
        }
    }

    /// Addresses counted now.
    pub fn addresses(&self) -> usize {
        self.entry.len() + self.upload.len() + self.page.len()
    }
}

/// A household: one IPv4 address, or the /64 that a provider gives it.
fn whole(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
    }
}

/// The network around it, IPv4 /16 or IPv6 /32: so many that memory stays bounded.
fn around(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(v4) => IpAddr::V4((u32::from(v4) & 0xffff_0000).into()),
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) >> 96 << 96).into()),
    }
}

/// Whether the head of a request says already that it is too much.
pub(crate) fn too_much(request: &Parts, class: Class) -> Option<Refused> {
    if request.uri.path_and_query().is_some_and(|path| path.as_str().len() > PATH_LIMIT) {
        return Some(Refused::Long);
    }
    let length = request.headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    length.is_some_and(|bytes: usize| bytes > class.body()).then_some(Refused::Large)
}

#[cfg(test)]
mod tests {
    use kernel::Timestamp;
    use kernel::clock::MINUTE;

    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn one_address_has_its_measure_and_it_fills_up_again() {
        let clock = Clock::manual(Timestamp(1_793_610_000_000));
        let limits = Limits::new(clock.clone());
        let taken =
            |address: &str| (0..1_000).take_while(|_| limits.count(Class::Entry, ip(address)).is_none()).count();
        assert_eq!(taken("203.0.113.5"), 200);
        assert_eq!(limits.count(Class::Entry, ip("203.0.113.5")), Some(1));
        assert_eq!(limits.count(Class::Page, ip("203.0.113.5")), None, "another class is counted apart");
        assert_eq!(taken("203.0.113.6"), 200, "another address has its own");
        assert_eq!(taken("2001:db8::1"), 200);
        assert_eq!(taken("2001:db8::2"), 0, "a household's network is one");
        assert_eq!(limits.count(Class::Entry, ip("127.0.0.1")), None);
        clock.advance(MINUTE);
        assert_eq!(taken("203.0.113.5"), 120);
        clock.advance(10 * MINUTE);
        limits.forget();
        assert_eq!(limits.addresses(), 0);
    }

    #[test]
    fn beyond_very_many_addresses_the_networks_around_them_are_counted() {
        let limits = Limits::new(Clock::manual(Timestamp(1_793_610_000_000)));
        for n in 0..3 * ADDRESSES {
            limits.count(Class::Page, IpAddr::V4((0x0b00_0000 + u32::try_from(n).unwrap() * 7).into()));
        }
        assert!(limits.addresses() <= ADDRESSES + (1 << 8), "{}", limits.addresses());
    }
}
