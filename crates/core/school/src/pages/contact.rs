//! A contact person of the institution: written down, corrected, removed (C001). The office reads them on the
//! institution's page; an administrator keeps them.

use axum::extract::Path;
use kernel::{Error, Problems};
use people::ContactId;
use people::contact::{self, Details, FUNCTIONS, Model};
use site::{Cx, Field, Form, FormView, Result};

use super::fields::{Reading, choices, name_fields, with_name};
use super::form_page::{Crumb, FormPage, sorted};
use crate::acts;

pub async fn new_contact(cx: Cx) -> Result {
    new_page(&cx, &Form::default(), &Problems::default()).await
}

pub async fn create_contact(cx: Cx, form: Form) -> Result {
    match sorted(create(&cx, &form).await)? {
        Ok(_) => Ok(cx.done("/institution", "done-contact-created")),
        Err(problems) => new_page(&cx, &form, &problems).await,
    }
}

async fn create(cx: &Cx, form: &Form) -> Result<ContactId> {
    cx.read(acts::PREPARE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let details = details(cx, form)?;
    cx.write(acts::CREATE_CONTACT.on(()), move |work, school| contact::create(work, school, details)).await
}

async fn new_page(cx: &Cx, form: &Form, problems: &Problems) -> Result {
    cx.read(acts::PREPARE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let view = FormView::new(cx, "/institution/contacts/new", "contacts-create", form, problems, fields(cx));
    FormPage::new(cx, "contacts-new-title", view)
        .under(vec![up(cx)])
        .saying(cx.say.say("contacts-text"))
        .show(cx, problems)
}

fn up(cx: &Cx) -> Crumb {
    Crumb::key(cx, "institution-title", "/institution")
}

pub async fn edit_contact(cx: Cx, Path((_, contact)): Path<(String, String)>) -> Result {
    edit_page(&cx, &contact, None, &Problems::default()).await
}

/// Replaces every field; what stood there before is kept nowhere.
pub async fn change_contact(cx: Cx, Path((_, contact)): Path<(String, String)>, form: Form) -> Result {
    match sorted(change(&cx, &contact, &form).await)? {
        Ok(()) => Ok(cx.done("/institution", "done-contact-changed")),
        Err(problems) => edit_page(&cx, &contact, Some(form), &problems).await,
    }
}

async fn change(cx: &Cx, contact: &str, form: &Form) -> Result<()> {
    find(cx, contact).await?;
    let contact: ContactId = contact.parse()?;
    let details = details(cx, form)?;
    cx.erase(acts::CHANGE_CONTACT.on(contact), move |work, contact| contact::change(work, contact, details)).await
}

/// The row, for whoever may change it.
async fn find(cx: &Cx, contact: &str) -> Result<Model> {
    cx.read(acts::PREPARE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let contact: ContactId = contact.parse()?;
    cx.read(acts::SEE_CONTACT.on(contact), contact::find).await
}

async fn edit_page(cx: &Cx, contact: &str, typed: Option<Form>, problems: &Problems) -> Result {
    let contact = find(cx, contact).await?;
    let name = contact.name();
    let path = format!("/institution/contacts/{}", contact.id);
    let form = typed.unwrap_or_else(|| filled(contact));
    let view = FormView::new(cx, &path, "form-save", &form, problems, fields(cx));
    FormPage::new(cx, "contacts-edit-title", view)
        .under(vec![up(cx)])
        .about(name.full())
        .saying(cx.say.say("contacts-text"))
        .show(cx, problems)
}

fn filled(contact: Model) -> Form {
    with_name(Form::default(), &contact.name())
        .set("function", contact.function)
        .set("street", contact.street.unwrap_or_default())
        .set("postcode", contact.postcode.unwrap_or_default())
        .set("town", contact.town.unwrap_or_default())
        .set("email", contact.email.unwrap_or_default())
        .set("phone", contact.phone.unwrap_or_default())
}

fn fields(cx: &Cx) -> Vec<Field> {
    let table = "contact_person";
    let mut fields =
        vec![Field::choice("function", choices(cx, "contacts-function", FUNCTIONS)).hint().why(table, "function")];
    fields.extend(name_fields(table));
    fields.extend([
        Field::kind("email", "email").why(table, "email").autocomplete("off"),
        Field::kind("phone", "tel").why(table, "phone").autocomplete("off"),
        Field::text("street").why(table, "street").autocomplete("off"),
        Field::text("postcode").why(table, "postcode").autocomplete("off"),
        Field::text("town").why(table, "town").autocomplete("off"),
    ]);
    fields
}

fn details(cx: &Cx, form: &Form) -> Result<Details> {
    let country = &cx.school()?.country;
    let mut reading = Reading::new(form);
    let function = reading.choice("function", FUNCTIONS);
    if form.some("function").is_none() {
        reading.problems.add("function", "choice-missing");
    }
    let details = Details {
        function: function.unwrap_or_default(),
        name: reading.name(),
        email: reading.email("email"),
        phone: reading.phone("phone", country),
        street: reading.text("street"),
        postcode: reading.postcode("postcode", country),
        town: reading.text("town"),
    };
    // A contact person whom nobody can reach is none.
    if ["email", "phone", "street"].iter().all(|way| form.some(way).is_none()) {
        reading.problems.add("email", "contact-out-of-reach");
    }
    reading.problems.check()?;
    Ok(details)
}

pub async fn ask_remove(cx: Cx, Path((_, contact)): Path<(String, String)>) -> Result {
    let contact = find(&cx, &contact).await?;
    let name = contact.name().full();
    let path = format!("/institution/contacts/{}", contact.id);
    let problems = Problems::default();
    let view =
        FormView::new(&cx, &format!("{path}/remove"), "contacts-remove", &Form::default(), &problems, Vec::new());
    FormPage::new(&cx, "contacts-remove-title", view.danger())
        .under(vec![up(&cx), Crumb::new(&cx, name.clone(), &path)])
        .saying(cx.say.one("contacts-remove-text", "name", &name))
        .show(&cx, &problems)
}

/// Removes a contact person; no row, no history and no page of the file keeps a word of it (C001).
pub async fn remove_contact(cx: Cx, Path((_, contact)): Path<(String, String)>) -> Result {
    let contact: ContactId = contact.parse().map_err(|_| Error::NotFound)?;
    cx.erase(acts::REMOVE_CONTACT.on(contact), contact::remove).await?;
    Ok(cx.done("/institution", "done-contact-removed"))
}
