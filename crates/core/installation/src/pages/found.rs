//! Founding a school in the browser: one form, then the administrator's link.

use askama::Template;
use kernel::{Error, Language, Problems};
use site::{Cx, Fault, Field, Form, FormView, Result, Say};
use store::Actor;

use crate::found::{self, COUNTRIES, Draft, Plan};

#[derive(Template)]
#[template(path = "installation_found.html")]
struct FoundView {
    title: String,
    text: String,
    form: FormView,
}

#[derive(Template)]
#[template(path = "installation_founded.html")]
struct FoundedView<'a> {
    name: String,
    link: String,
    say: &'a Say,
}

fn view(cx: &Cx, form: &Form, problems: &Problems) -> FoundView {
    let say = &cx.say;
    let editions = cx.house.editions.keys().map(|name| (name.clone(), say.say(&format!("edition-{name}")))).collect();
    let mut countries: Vec<_> = COUNTRIES
        .iter()
        .map(|(code, _)| ((*code).to_owned(), say.say(&format!("country-{}", code.to_lowercase()))))
        .collect();
    countries.sort_by_key(|(_, words)| kernel::text::fold(words));
    let languages = Language::ALL.map(|l| (l.code().to_owned(), l.own_name().to_owned())).to_vec();
    let fields = vec![
        Field::text("school_name").required().autocomplete("organization"),
        Field::text("slug").hint(),
        Field::choice("edition", editions),
        Field::choice("country", countries),
        Field::choice("language", languages),
        Field::text("admin_name").required(),
        Field::kind("admin_email", "email").required().hint(),
    ];
    FoundView {
        title: say.say("found-title"),
        text: say.say("found-text"),
        form: FormView::new(cx, "/found", "found-button", form, problems, fields),
    }
}

pub async fn show(cx: Cx) -> Result {
    if !matches!(cx.actor(), Actor::Operator(_)) {
        return Err(Fault(Error::SignedOut));
    }
    let form = Form::default().set("language", cx.say.language().code()).set("edition", "school").set("country", "NL");
    cx.page("found-title", &view(&cx, &form, &Problems::default()))
}

pub async fn submit(cx: Cx, form: Form) -> Result {
    if !matches!(cx.actor(), Actor::Operator(_)) {
        return Err(Fault(Error::SignedOut));
    }
    let draft = Draft {
        name: form.get("school_name"),
        slug: form.get("slug"),
        edition: form.get("edition"),
        country: form.get("country"),
        language: form.get("language"),
        admin_name: form.get("admin_name"),
        admin_email: form.get("admin_email"),
    };
    let plan = match Plan::parse(&draft, &cx.house.editions) {
        Ok(plan) => plan,
        Err(problems) => return cx.page_again("found-title", &view(&cx, &form, &problems)),
    };
    let (schools, founder) = (cx.house.schools.clone(), cx.actor().clone());
    let founded = match cx.off_thread(move || found::found(&schools, &founder, &plan)).await {
        Ok(founded) => founded,
        Err(Fault(Error::Invalid(problems))) => return cx.page_again("found-title", &view(&cx, &form, &problems)),
        Err(other) => return Err(other),
    };
    let view = FoundedView {
        link: format!("{}/s/{}/invite/{}", cx.house.url, founded.school.slug, founded.invitation.token),
        name: founded.school.name,
        say: &cx.say,
    };
    cx.page("founded-title", &view)
}
