//! The institution's logo: taken in and taken away by an administrator, seen by everybody at the door.

use askama::Template;
use axum::extract::Path;
use axum::http::HeaderMap;
use kernel::{Found as _, Problems};
use media::{MediaId, Part, Shown};
use people::logo;
use site::{Cx, Field, FileForm, Form, FormView, Result, Say};

use super::fields::Reading;
use super::form_page::{Crumb, sorted};
use crate::acts;

#[derive(Template)]
#[template(path = "logo.html")]
struct LogoView<'a> {
    say: &'a Say,
    crumbs: Vec<Crumb>,
    logo: Option<Shape>,
    remove: String,
    form: FormView,
}

/// How a logo stands in a page.
pub struct Shape {
    pub src: String,
    pub words: String,
}

impl Shape {
    fn new(cx: &Cx, logo: &logo::Model) -> Result<Self> {
        Ok(Self { src: cx.href(&logo.path()), words: logo.words_or(&cx.school()?.name) })
    }
}

/// The logo as the institution's own page shows it.
pub async fn shape(cx: &Cx) -> Result<Option<Shape>> {
    cx.read(acts::SEE_LOGO.on(()), |read, _| logo::find(read)).await?.map(|logo| Shape::new(cx, &logo)).transpose()
}

pub async fn edit_logo(cx: Cx) -> Result {
    page(&cx, None, &Problems::default()).await
}

async fn page(cx: &Cx, typed: Option<Form>, problems: &Problems) -> Result {
    cx.read(acts::PREPARE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let logo = cx.read(acts::SEE_LOGO.on(()), |read, _| logo::find(read)).await?;
    let filled = || Form::default().set("logo_words", logo.as_ref().map_or("", |logo| &logo.words));
    let form = typed.unwrap_or_else(filled);
    let picture = Field::file("logo", media::PICTURES).hint();
    let fields = vec![if logo.is_some() { picture } else { picture.required() }, Field::text("logo_words").hint()];
    let view = LogoView {
        say: &cx.say,
        crumbs: vec![Crumb::key(cx, "institution-title", "/institution")],
        logo: logo.as_ref().map(|logo| Shape::new(cx, logo)).transpose()?,
        remove: cx.href("/institution/logo/remove"),
        form: FormView::new(cx, "/institution/logo", "logo-upload", &form, problems, fields),
    };
    if problems.0.is_empty() { cx.page("logo-title", &view) } else { cx.page_again("logo-title", &view) }
}

/// Takes the picture, if one came; else only the words for the one that is there.
pub async fn change_logo(cx: Cx, sent: FileForm) -> Result {
    let form = sent.form.clone();
    match sorted(change(&cx, sent).await)? {
        Ok(()) => Ok(cx.done("/institution/logo", "done-logo-changed")),
        Err(problems) => page(&cx, Some(form), &problems).await,
    }
}

async fn change(cx: &Cx, sent: FileForm) -> Result<()> {
    cx.read(acts::PREPARE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let is_there = cx.read(acts::SEE_LOGO.on(()), |read, _| logo::find(read)).await?.is_some();
    let mut reading = Reading::new(&sent.form);
    let words = reading.text("logo_words").unwrap_or_default();
    let plain = match sent.file {
        Some(bytes) => reading.problems.take("logo", cx.off_thread(move || Ok(media::picture(&bytes))).await?),
        None if is_there => None,
        None => {
            reading.problems.add("logo", "logo-missing");
            None
        }
    };
    reading.problems.check()?;
    let context = cx.context();
    let staged = cx.off_thread(move || plain.map(|plain| context.stage(&plain)).transpose()).await?;
    cx.erase(acts::CHANGE_INSTITUTION.on(()), move |work, school| logo::change(work, school, staged, words)).await
}

pub async fn remove_logo(cx: Cx) -> Result {
    cx.erase(acts::CHANGE_INSTITUTION.on(()), logo::remove).await?;
    Ok(cx.done("/institution/logo", "done-logo-removed"))
}

/// The logo that the school has now; another picture's address is nobody's.
pub async fn see_logo(cx: Cx, Path((_, media)): Path<(String, String)>, asked: HeaderMap) -> Result {
    let media: MediaId = media.parse()?;
    let look = move |read: &store::Read, _| {
        let logo = logo::find(read)?.filter(|logo| logo.media_id == media).found()?;
        store::media::find(read, logo.media_id)
    };
    let found = cx.read(acts::SEE_LOGO.on(()), look).await?;
    media::answer(&cx, &asked, found, Part::Small, Shown::InPage).await
}
