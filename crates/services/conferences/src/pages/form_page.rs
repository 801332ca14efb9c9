//! A screen that is one form: the way back, the title, what it does, the form.

use askama::Template;
use kernel::Problems;
use site::{Cx, FormView, Result, Say};

/// A step of the way back: words and address.
pub type Crumb = (String, String);

/// The way back to the list of rounds, and to the round if one is named.
pub fn crumbs(cx: &Cx, round: Option<(&str, crate::RoundId)>) -> Vec<Crumb> {
    let mut crumbs = vec![(cx.say.say("conf-title"), cx.href("/conferences"))];
    crumbs.extend(round.map(|(name, id)| (name.to_owned(), cx.href(&format!("/conferences/{id}")))));
    crumbs
}

#[derive(Template)]
#[template(path = "conf_form.html")]
pub struct FormPage<'a> {
    say: &'a Say,
    key: &'static str,
    title: String,
    crumbs: Vec<Crumb>,
    text: Option<String>,
    form: FormView,
}

impl<'a> FormPage<'a> {
    pub fn new(cx: &'a Cx, key: &'static str, crumbs: Vec<Crumb>, form: FormView) -> Self {
        Self { say: &cx.say, key, title: cx.say.say(key), crumbs, text: None, form }
    }

    /// What it is about, or what sending it does.
    pub fn saying(mut self, text: String) -> Self {
        self.text = Some(text);
        self
    }

    /// The page; with problems it is the page again (422).
    pub fn show(self, cx: &Cx, problems: &Problems) -> Result {
        if problems.0.is_empty() { cx.page(self.key, &self) } else { cx.page_again(self.key, &self) }
    }
}
