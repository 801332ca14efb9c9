//! The page around every view.

use askama::Template;
use axum::body::Bytes;
use kernel::{Direction, Language};
use store::Actor;

use crate::cx::Cx;

pub struct NavLine {
    pub words: String,
    pub icon: &'static str,
    pub href: String,
    pub current: bool,
}

#[derive(Template)]
#[template(path = "layout.html")]
pub struct Layout<'a> {
    title: String,
    body: &'a str,
    lang: &'static str,
    dir: &'static str,
    theme: Option<&'static str>,
    edition: &'a str,
    brand: String,
    initial: String,
    home: String,
    nav: Vec<NavLine>,
    name: Option<String>,
    roles: String,
    account: String,
    sign_out: String,
    done: Option<String>,
    demo: Option<String>,
    /// Under a support grant: until when, and where the visit is ended.
    support: Option<(String, String)>,
    notice: String,
    languages: Vec<(&'static str, &'static str, bool)>,
    preferences: &'a str,
    here: &'a str,
    /// The palette's page, for who is signed in to a school.
    find: Option<String>,
    manifest: Option<String>,
    app_icon: &'static str,
    css: &'static str,
    script: &'static str,
    icons: &'static str,
    say: &'a crate::Say,
}

impl<'a> Layout<'a> {
    pub fn new(cx: &'a Cx, title: String, body: &'a str) -> Self {
        let brand = cx.school.as_ref().map_or_else(|| "Homeroom".to_owned(), |school| school.name.clone());
        let shown = ["administrator", "office", "teacher", "guardian", "student", "dpo", "operator", "support"];
        let roles: Vec<String> = cx
            .actor()
            .roles()
            .iter()
            .filter(|role| shown.contains(&role.word()))
            .map(|role| cx.say.say(&format!("role-{role}")))
            .collect();
        let in_school = cx.school.is_some();
        Self {
            title,
            body,
            lang: cx.say.language().code(),
            dir: match cx.say.language().direction() {
                Direction::LeftToRight => "ltr",
                Direction::RightToLeft => "rtl",
            },
            theme: cx.theme,
            edition: cx.school.as_ref().map_or("school", |school| school.edition.as_str()),
            initial: brand.chars().next().map(|c| c.to_uppercase().collect()).unwrap_or_default(),
            brand,
            home: if in_school { cx.href("/") } else { "/".to_owned() },
            nav: cx.nav(),
            name: cx.name.clone(),
            roles: roles.join(cx.say.comma()),
            account: cx.href("/account"),
            sign_out: cx.href("/sign-out"),
            done: cx.done.as_ref().map(|key| cx.say.say(key)),
            demo: cx.house.demo.then(|| "/demo".to_owned()),
            support: cx.visit.zip(cx.school.as_ref()).map(|(visit, school)| {
                let words = cx.say.one("support-banner", "until", &cx.say.moment(visit.until));
                (words, format!("/operator/support/{}", school.slug))
            }),
            notice: cx.notice_href(),
            languages: Language::ALL.map(|l| (l.code(), l.own_name(), l == cx.say.language())).to_vec(),
            preferences: "/preferences",
            here: &cx.here,
            find: (in_school && cx.name.is_some()).then(|| cx.href("/find")),
            manifest: in_school.then(|| cx.href(crate::app::MANIFEST)),
            script: crate::assets::SCRIPT.path(),
            app_icon: crate::assets::APP_192.path(),
            css: crate::assets::CSS.path(),
            icons: crate::assets::ICONS.path(),
            say: &cx.say,
        }
    }
}

impl Cx {
    /// The bytes of [`Cx::page`], for a page that is the same for everybody and is remembered.
    pub fn page_bytes(&self, title: &str, view: &impl Template) -> kernel::Result<Bytes> {
        Ok(self.whole(self.say.say(title), view)?.into())
    }

    /// What makes such a page another one: how it looks and speaks, and whose it is. None where it is not the same
    /// for everybody: somebody is known here, or the address says more than where the page is.
    pub fn page_key(&self) -> Option<String> {
        let is_nobody = *self.actor() == Actor::Visitor && !self.is_operator && self.here == self.path;
        let school = self.school.as_ref().filter(|_| is_nobody)?;
        Some(format!("{} {:?} {} {}", self.say.language().code(), self.theme, self.path, school.name))
    }
}
