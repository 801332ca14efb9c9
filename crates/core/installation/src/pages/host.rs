//! Who hosts this installation, as every school's record of processing names them (C096).

use askama::Template;
use kernel::text::clean;
use kernel::{EmailAddress, Message, PhoneNumber, Problems};
use site::{Cx, Field, Form, FormView, Host, Result};

use crate::acts::{CHANGE_HOST, SEE_HOST};
use crate::host;

/// Longest of its fields, in characters.
const LIMIT: usize = 300;

#[derive(Template)]
#[template(path = "installation_found.html")]
struct HostView {
    title: String,
    text: String,
    form: FormView,
}

pub async fn show(cx: Cx) -> Result {
    let host = cx.read(SEE_HOST.on(()), |read, _| host::find(read)).await?.unwrap_or_default();
    let form = Form::default()
        .set("host_name", host.name)
        .set("host_address", host.address)
        .set("host_email", host.email)
        .set("host_phone", host.phone)
        .set("host_officer", host.officer);
    page(&cx, &form, &Problems::default())
}

pub async fn submit(cx: Cx, form: Form) -> Result {
    cx.read(SEE_HOST.on(()), |_, _| Ok(())).await?;
    let host = match parse(&form) {
        Ok(host) => host,
        Err(problems) => return page(&cx, &form, &problems),
    };
    cx.write(CHANGE_HOST.on(()), move |work, installation| host::change(work, installation, host)).await?;
    Ok(cx.done("/host", "done-host-changed"))
}

/// Name, address and e-mail address are what the law asks of a record; number and officer if there are any.
fn parse(form: &Form) -> Result<Host, Problems> {
    let mut problems = Problems::default();
    let mut text = |field: &'static str, needed: bool| {
        let text = clean(form.get(field));
        if needed && text.is_empty() {
            problems.add(field, "host-missing");
        } else if text.chars().count() > LIMIT {
            problems.add(field, Message::from("host-too-long").with("limit", LIMIT));
        }
        text
    };
    let (name, address, officer) = (text("host_name", true), text("host_address", true), text("host_officer", false));
    let email = problems.take("host_email", EmailAddress::parse(form.get("host_email").trim()));
    // A host may be anywhere, so the number comes with its country code.
    let phone = form.some("host_phone").map(|number| problems.take("host_phone", PhoneNumber::parse(number, "")));
    if !problems.0.is_empty() {
        return Err(problems);
    }
    let email = email.map(|email| email.as_str().to_owned()).unwrap_or_default();
    let phone = phone.flatten().map(|phone| phone.as_str().to_owned()).unwrap_or_default();
    Ok(Host { name, address, email, phone, officer })
}

fn page(cx: &Cx, form: &Form, problems: &Problems) -> Result {
    let fields = vec![
        Field::text("host_name").required().autocomplete("organization"),
        Field::text("host_address").required().hint(),
        Field::kind("host_email", "email").required(),
        Field::kind("host_phone", "tel").hint(),
        Field::text("host_officer").hint(),
    ];
    let view = HostView {
        title: cx.say.say("host-title"),
        text: cx.say.say("host-text"),
        form: FormView::new(cx, "/host", "host-save", form, problems, fields),
    };
    if problems.0.is_empty() { cx.page("host-title", &view) } else { cx.page_again("host-title", &view) }
}
