//! The way through a long list: earlier, later, and where one is.

use kernel::text::ascii_digits;
use site::{Cx, Form};
use store::query::{Page, Paging};

pub struct Pages {
    pub current: String,
    pub earlier: Option<String>,
    pub later: Option<String>,
}

/// The page that the address asks for.
pub fn paging(form: &Form) -> Paging {
    Paging::page(ascii_digits(form.get("page")).trim().parse().ok())
}

impl Pages {
    /// None for a list of one page. `keep` are the filters that stay in the address.
    pub fn of<T>(cx: &Cx, path: &str, form: &Form, keep: &[&str], page: &Page<T>) -> Option<Self> {
        let last = page.last();
        let now = page.paging.page;
        if last == 1 && now == 1 {
            return None;
        }
        let to = |n: u64| {
            let mut query = format!("page={n}");
            for name in keep {
                if let Some(value) = form.some(name) {
                    query.push_str(&format!("&{name}={}", encoded(value)));
                }
            }
            format!("{}?{query}", cx.href(path))
        };
        Some(Self {
            current: cx.say.with("list-page", &[("page", &now.to_string()), ("last", &last.to_string())]),
            earlier: (now > 1).then(|| to(Ord::min(now - 1, last))),
            later: (now < last).then(|| to(now + 1)),
        })
    }
}

/// Text as a value in an address.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
