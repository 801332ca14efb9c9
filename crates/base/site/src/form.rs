//! Forms: what was sent, and fields that keep it, say what is wrong and why it is asked (C176).

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use kernel::{Problem, Problems};

use crate::{Cx, Fault};

/// A submitted form: every field as typed. Absent fields read as empty.
#[derive(Clone, Debug, Default)]
pub struct Form(BTreeMap<String, String>);

impl Form {
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Whether the field was sent, be it empty.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// A tick box.
    pub fn is(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// The field, or nothing if it was left empty.
    pub fn some(&self, name: &str) -> Option<&str> {
        Some(self.get(name).trim()).filter(|text| !text.is_empty())
    }

    pub fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// Fields whose names begin so, without that beginning.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| name.strip_prefix(prefix).map(|rest| (rest, value.as_str())))
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let axum::Form(fields) = axum::Form::<Vec<(String, String)>>::from_request(request, state)
            .await
            .map_err(|_| Fault(kernel::Error::invalid("form", "form-unreadable")))?;
        Ok(Self(fields.into_iter().collect()))
    }
}

/// A form that may bring one file along. Without a file it is a form like any other.
#[derive(Clone, Debug, Default)]
pub struct FileForm {
    pub form: Form,
    pub file: Option<Vec<u8>>,
}

impl<S: Send + Sync> FromRequest<S> for FileForm {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            return Ok(Self { form: Form::from_request(request, state).await?, file: None });
        }
        let unreadable = || Fault(kernel::Error::invalid("form", "form-unreadable"));
        let mut parts = Multipart::from_request(request, state).await.map_err(|_| unreadable())?;
        let mut whole = Self::default();
        while let Some(part) = parts.next_field().await.map_err(|_| unreadable())? {
            let name = part.name().unwrap_or_default().to_owned();
            // A file field that was left empty comes with an empty name.
            match part.file_name().map(str::is_empty) {
                Some(true) => {}
                Some(false) => whole.file = Some(part.bytes().await.map_err(|_| unreadable())?.to_vec()),
                None => whole.form = whole.form.set(&name, part.text().await.map_err(|_| unreadable())?),
            }
        }
        Ok(whole)
    }
}

/// One field of a form.
#[derive(Clone, Debug, Default)]
pub struct Field {
    name: &'static str,
    kind: &'static str,
    /// `table.column` whose declaration says why it is asked.
    column: Option<(&'static str, &'static str)>,
    options: Vec<(String, String)>,
    autocomplete: &'static str,
    inputmode: &'static str,
    accept: &'static str,
    has_hint: bool,
    required: bool,
}

impl Field {
    pub fn text(name: &'static str) -> Self {
        Self { name, kind: "text", ..Self::default() }
    }

    pub fn kind(name: &'static str, kind: &'static str) -> Self {
        Self { name, kind, ..Self::default() }
    }

    pub fn choice(name: &'static str, options: Vec<(String, String)>) -> Self {
        Self { name, kind: "select", options, ..Self::default() }
    }

    pub fn tick(name: &'static str) -> Self {
        Self { name, kind: "checkbox", ..Self::default() }
    }

    /// Why we ask: the declaration of this column.
    pub fn why(mut self, table: &'static str, column: &'static str) -> Self {
        self.column = Some((table, column));
        self
    }

    /// Shows the message `NAME-hint` of the field under its label.
    pub fn hint(mut self) -> Self {
        self.has_hint = true;
        self
    }

    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    /// Chooses a file of these kinds: `application/pdf,image/png`.
    pub fn file(name: &'static str, accept: &'static str) -> Self {
        Self { name, kind: "file", accept, ..Self::default() }
    }

    /// A number as text: digits keyboard, no spinner.
    pub fn numeric(mut self) -> Self {
        self.inputmode = "numeric";
        self
    }
}

struct FieldView {
    field: Field,
    label: String,
    hint: Option<String>,
    value: String,
    error: Option<String>,
    why: Option<WhyView>,
}

/// Why a column is asked, and where the record says so.
pub struct WhyView {
    pub text: String,
    pub records: String,
}

/// A form ready to be shown; print it in a template with `{{ form|safe }}`.
#[derive(Template)]
#[template(path = "form.html")]
pub struct FormView {
    action: String,
    submit: String,
    errors: Vec<(&'static str, String)>,
    fields: Vec<FieldView>,
    hidden: Vec<(&'static str, String)>,
    danger: bool,
    has_file: bool,
    summary_title: String,
    why_title: String,
    records_words: String,
}

impl FormView {
    /// `submit` is the button's translation key; labels are `field-NAME`.
    pub fn new(cx: &Cx, action: &str, submit: &str, values: &Form, problems: &Problems, fields: Vec<Field>) -> Self {
        let word = |problem: &Problem| cx.say.message(&problem.message);
        let has_file = fields.iter().any(|field| field.kind == "file");
        let fields = fields
            .into_iter()
            .map(|field| FieldView {
                label: cx.say.say(&format!("field-{}", field.name.replace('_', "-"))),
                hint: field.has_hint.then(|| cx.say.say(&format!("field-{}-hint", field.name.replace('_', "-")))),
                value: if field.kind == "password" { String::new() } else { values.get(field.name).to_owned() },
                error: problems.0.iter().find(|p| p.field == field.name).map(word),
                why: why(cx, &field),
                field,
            })
            .collect();
        Self {
            action: cx.href(action),
            submit: cx.say.say(submit),
            errors: problems.0.iter().map(|p| (p.field, word(p))).collect(),
            fields,
            hidden: Vec::new(),
            danger: false,
            has_file,
            summary_title: cx.say.say("error-summary"),
            why_title: cx.say.say("why-we-ask"),
            records_words: cx.say.say("why-records"),
        }
    }

    pub fn hidden(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.hidden.push((name, value.into()));
        self
    }

    /// The button ends something.
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }
}

fn why(cx: &Cx, field: &Field) -> Option<WhyView> {
    let (table, column) = field.column?;
    why_of(cx, table, column)
}

/// Purpose, basis and period of a column, in words: for a form that asks the same of many.
pub fn why_of(cx: &Cx, table: &str, column: &str) -> Option<WhyView> {
    // The installation's own pages have no notice; its accounts are the hosts'.
    cx.school.as_ref()?;
    let personal = cx.house.personal(table, column)?;
    let edition = cx.school.as_ref().and_then(|school| cx.house.edition(&school.edition).ok());
    let period = edition
        .and_then(|e| e.period(personal.kept))
        .map_or_else(|| cx.say.say("kept-school"), |period| cx.say.one("kept-for", "period", &cx.say.period(period)));
    let basis = basis_word(edition, personal.basis);
    let text = cx.say.with(
        "why-text",
        &[
            ("purpose", &cx.say.say(&format!("purpose-{}", personal.purpose().word()))),
            ("basis", &cx.say.say(&format!("basis-{basis}"))),
            ("period", &period),
        ],
    );
    let records = format!("{}#{}-{}", cx.href("/privacy/records"), personal.purpose().word(), personal.whose.word());
    Some(WhyView { text, records })
}

/// The basis as people know it; `edition` becomes what the school's edition declares (C106).
pub fn basis_word(edition: Option<&registry::Edition>, basis: registry::Basis) -> String {
    match (basis, edition) {
        (registry::Basis::Edition, Some(edition)) => edition.roster.basis_of_children.replace('_', "-"),
        (other, _) => other.word().to_owned(),
    }
}
