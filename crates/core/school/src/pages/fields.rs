//! Reading what several forms ask alike: names, days, addresses, numbers. An empty field is nothing.

use chrono::NaiveDate;
use kernel::{EmailAddress, Error, PersonName, PhoneNumber, Postcode, Problems};
use site::{Cx, Field, Form};

use crate::group;

/// Longest free text of one field, in characters.
const TEXT_LIMIT: usize = 200;

/// A form being read, with what is wrong so far.
pub struct Reading<'a> {
    pub form: &'a Form,
    pub problems: Problems,
}

impl<'a> Reading<'a> {
    pub fn new(form: &'a Form) -> Self {
        Self { form, problems: Problems::default() }
    }

    /// Call name, infix and surname. The problem stands at the call name.
    pub fn name(&mut self) -> PersonName {
        let form = self.form;
        let name = PersonName::parse(form.get("call_name"), form.get("infix"), form.get("surname"));
        self.problems.take("call_name", name).unwrap_or_default()
    }

    pub fn text(&mut self, field: &'static str) -> Option<String> {
        let text = kernel::text::clean(self.form.get(field));
        if text.chars().count() > TEXT_LIMIT {
            self.problems.add(field, kernel::Message::from("text-too-long").with("limit", TEXT_LIMIT));
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// Text that cannot be left out.
    pub fn needed(&mut self, field: &'static str) -> String {
        let text = self.text(field);
        if text.is_none() {
            self.problems.add(field, "text-missing");
        }
        text.unwrap_or_default()
    }

    pub fn email(&mut self, field: &'static str) -> Option<String> {
        let parsed = EmailAddress::parse(self.form.some(field)?);
        self.problems.take(field, parsed).map(|email| email.as_str().to_owned())
    }

    pub fn phone(&mut self, field: &'static str, country: &str) -> Option<String> {
        let parsed = PhoneNumber::parse(self.form.some(field)?, country);
        self.problems.take(field, parsed).map(|phone| phone.as_str().to_owned())
    }

    pub fn postcode(&mut self, field: &'static str, country: &str) -> Option<String> {
        let parsed = Postcode::parse(self.form.some(field)?, country);
        self.problems.take(field, parsed).map(|code| code.as_str().to_owned())
    }

    /// A day as `2019-08-31`, which is what a date field sends.
    pub fn day(&mut self, field: &'static str) -> Option<NaiveDate> {
        let typed = kernel::text::ascii_digits(self.form.some(field)?);
        let parsed = typed.parse().map_err(|_| "date-wrong".into());
        self.problems.take(field, parsed)
    }

    /// A day that has been: of birth, of enrolment.
    pub fn past_day(&mut self, field: &'static str, today: NaiveDate) -> Option<NaiveDate> {
        let day = self.day(field)?;
        if day > today {
            self.problems.add(field, "date-in-future");
        }
        Some(day)
    }

    /// A day that has not been.
    pub fn coming_day(&mut self, field: &'static str, today: NaiveDate) -> NaiveDate {
        let day = self.day(field);
        if self.form.some(field).is_none() {
            self.problems.add(field, "date-wrong");
        }
        if day.is_some_and(|day| day < today) {
            self.problems.add(field, "date-in-past");
        }
        day.unwrap_or(today)
    }

    /// One of these words, or nothing.
    pub fn choice(&mut self, field: &'static str, words: &[&str]) -> Option<String> {
        let chosen = self.form.some(field)?;
        if !words.contains(&chosen) {
            self.problems.add(field, "choice-missing");
        }
        Some(chosen.to_owned())
    }

    /// An id that was chosen from a list; what is no id was not chosen.
    pub fn chosen<T: std::str::FromStr>(&mut self, field: &'static str) -> Option<T> {
        let parsed = self.form.some(field)?.parse().map_err(|_| "choice-missing".into());
        self.problems.take(field, parsed)
    }
}

/// The id that was chosen from a list, where choosing is all the form asks.
pub fn must_choose<T: std::str::FromStr>(form: &Form, field: &'static str) -> kernel::Result<T> {
    let chosen = form.some(field).and_then(|text| text.parse().ok());
    chosen.ok_or_else(|| Error::invalid(field, "choice-missing"))
}

/// The three fields of a name, with the reasons of `table`.
pub fn name_fields(table: &'static str) -> Vec<Field> {
    vec![
        Field::text("call_name").why(table, "call_name").autocomplete("off"),
        Field::text("infix").why(table, "infix").autocomplete("off"),
        Field::text("surname").why(table, "surname").autocomplete("off"),
    ]
}

/// A form that shows this name.
pub fn with_name(form: Form, name: &PersonName) -> Form {
    form.set("call_name", &name.call).set("infix", &name.infix).set("surname", &name.surname)
}

/// Choices of a list: each word as `PREFIX-word`, after an empty one.
pub fn choices(cx: &Cx, prefix: &str, words: &[&str]) -> Vec<(String, String)> {
    let none = (String::new(), cx.say.say(&format!("{prefix}-none")));
    let rest = words.iter().map(|word| ((*word).to_owned(), cx.say.say(&format!("{prefix}-{word}"))));
    std::iter::once(none).chain(rest).collect()
}

/// Groups to choose from. A group of the coming year says so: it may be called as one of this year is.
pub fn group_options(cx: &Cx, groups: Vec<group::Model>) -> Vec<(String, String)> {
    let today = cx.now().date();
    groups
        .into_iter()
        .map(|group| {
            let words = if group.is_coming(today) { format!("{} ({})", group.name, group.year) } else { group.name };
            (group.id.to_string(), words)
        })
        .collect()
}

/// A field of one row of a form, and what to do about it: its id on the page, and the words.
pub struct RowError {
    pub anchor: String,
    pub text: String,
}
