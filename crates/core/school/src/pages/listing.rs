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
            let kept: String =
                keep.iter().filter_map(|name| Some(format!("&{name}={}", encoded(form.some(name)?)))).collect();
            format!("{}?page={n}{kept}", cx.href(path))
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
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
