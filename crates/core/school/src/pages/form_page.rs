//! A screen that is one form: where it stands, whom it is about, what it does, and the form.

use askama::Template;
use kernel::{Error, Problems};
use site::{Cx, Fault, FormView, Result, Say};

/// A step of the way back.
pub struct Crumb {
    pub words: String,
    pub href: String,
}

impl Crumb {
    pub fn new(cx: &Cx, words: String, path: &str) -> Self {
        Self { words, href: cx.href(path) }
    }

    /// With a translation key.
    pub fn key(cx: &Cx, key: &str, path: &str) -> Self {
        Self::new(cx, cx.say.say(key), path)
    }
}

#[derive(Template)]
#[template(path = "school_form.html")]
pub struct FormPage<'a> {
    say: &'a Say,
    title_key: &'static str,
    title: String,
    crumbs: Vec<Crumb>,
    about: Option<String>,
    text: Option<String>,
    form: FormView,
}

impl<'a> FormPage<'a> {
    pub fn new(cx: &'a Cx, title_key: &'static str, form: FormView) -> Self {
        Self {
            say: &cx.say,
            title_key,
            title: cx.say.say(title_key),
            crumbs: Vec::new(),
            about: None,
            text: None,
            form,
        }
    }

    pub fn under(mut self, crumbs: Vec<Crumb>) -> Self {
        self.crumbs = crumbs;
        self
    }

    /// Whose name stands under the title.
    pub fn about(mut self, name: String) -> Self {
        self.about = Some(name);
        self
    }

    /// What sending it does.
    pub fn saying(mut self, text: String) -> Self {
        self.text = Some(text);
        self
    }

    /// The page; with problems it is the page again (422).
    pub fn show(self, cx: &Cx, problems: &Problems) -> Result {
        if problems.0.is_empty() { cx.page(self.title_key, &self) } else { cx.page_again(self.title_key, &self) }
    }
}

/// Tells what needs correcting from what is no fault of the form.
pub fn sorted<T>(result: Result<T>) -> Result<std::result::Result<T, Problems>> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Fault(Error::Invalid(problems))) => Ok(Err(problems)),
        Err(fault) => Err(fault),
    }
}
