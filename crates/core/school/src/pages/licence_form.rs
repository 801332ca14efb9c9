//! Writing down a licence of the institution and changing it, with a scan of the paper (C002).

use axum::extract::Path;
use kernel::{Error, Problems};
use people::LicenceId;
use people::licence::{self, Details, Model, Paper};
use site::{Cx, Field, FileForm, Form, FormView, Result};

use super::fields::Reading;
use super::form_page::{Crumb, FormPage, sorted};
use crate::acts;

pub async fn new_licence(cx: Cx) -> Result {
    new_page(&cx, &Form::default(), &Problems::default()).await
}

pub async fn create_licence(cx: Cx, sent: FileForm) -> Result {
    let form = sent.form.clone();
    match sorted(create(&cx, sent).await)? {
        Ok(_) => Ok(cx.done("/institution", "done-licence-created")),
        Err(problems) => new_page(&cx, &form, &problems).await,
    }
}

async fn create(cx: &Cx, sent: FileForm) -> Result<LicenceId> {
    cx.read(acts::PREPARE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let (details, paper) = read(cx, sent).await?;
    cx.write(acts::CREATE_LICENCE.on(()), move |work, school| licence::create(work, school, details, paper)).await
}

async fn new_page(cx: &Cx, form: &Form, problems: &Problems) -> Result {
    cx.read(acts::PREPARE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let view = FormView::new(cx, "/institution/licences/new", "licences-create", form, problems, fields(false));
    FormPage::new(cx, "licences-new-title", view).under(vec![up(cx)]).saying(reminder(cx)).show(cx, problems)
}

pub fn up(cx: &Cx) -> Crumb {
    Crumb::key(cx, "institution-title", "/institution")
}

/// What the school does about a licence that ends.
fn reminder(cx: &Cx) -> String {
    cx.say.count("licences-text", licence::REMIND_DAYS)
}

pub async fn edit_licence(cx: Cx, Path((_, licence)): Path<(String, String)>) -> Result {
    edit_page(&cx, &licence, None, &Problems::default()).await
}

/// Replaces every field; the scan stays unless another comes or it is taken away.
pub async fn change_licence(cx: Cx, Path((_, licence)): Path<(String, String)>, sent: FileForm) -> Result {
    let form = sent.form.clone();
    match sorted(change(&cx, &licence, sent).await)? {
        Ok(()) => Ok(cx.done("/institution", "done-licence-changed")),
        Err(problems) => edit_page(&cx, &licence, Some(form), &problems).await,
    }
}

async fn change(cx: &Cx, licence: &str, sent: FileForm) -> Result<()> {
    find(cx, licence).await?;
    let licence: LicenceId = licence.parse()?;
    let (details, paper) = read(cx, sent).await?;
    cx.erase(acts::CHANGE_LICENCE.on(licence), move |work, licence| licence::change(work, licence, details, paper))
        .await
}

/// The row and whether there is a scan, for whoever may change it.
pub async fn find(cx: &Cx, licence: &str) -> Result<(Model, bool)> {
    cx.read(acts::PREPARE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let licence: LicenceId = licence.parse().map_err(|_| Error::NotFound)?;
    let look = |read: &store::Read, licence| Ok((licence::find(read, licence)?, licence::has_scan(read, licence)?));
    cx.read(acts::SEE_LICENCE.on(licence), look).await
}

async fn edit_page(cx: &Cx, licence: &str, typed: Option<Form>, problems: &Problems) -> Result {
    let (licence, has_scan) = find(cx, licence).await?;
    let name = licence.name();
    let path = format!("/institution/licences/{}", licence.id);
    let form = typed.unwrap_or_else(|| filled(licence));
    let view = FormView::new(cx, &path, "form-save", &form, problems, fields(has_scan));
    FormPage::new(cx, "licences-edit-title", view)
        .under(vec![up(cx)])
        .about(name)
        .saying(reminder(cx))
        .show(cx, problems)
}

fn filled(licence: Model) -> Form {
    Form::default()
        .set("licence_kind", licence.kind)
        .set("licence_number", licence.number)
        .set("issuer", licence.issuer)
        .set("valid_until", licence.valid_until.map(|day| day.to_string()).unwrap_or_default())
}

fn fields(has_scan: bool) -> Vec<Field> {
    let mut fields = vec![
        Field::text("licence_kind").hint().required(),
        Field::text("licence_number").required(),
        Field::text("issuer").required(),
        Field::kind("valid_until", "date").hint(),
        Field::file("scan", media::PAPERS).hint().why("licence_scan", "media_id"),
    ];
    if has_scan {
        fields.push(Field::tick("scan_goes"));
    }
    fields
}

/// What was typed, and the paper made ready and laid down: the row follows.
async fn read(cx: &Cx, sent: FileForm) -> Result<(Details, Paper)> {
    let scan = match sent.file {
        Some(bytes) => Some(cx.off_thread(move || Ok(media::paper(bytes))).await?),
        None => None,
    };
    let mut reading = Reading::new(&sent.form);
    let details = Details {
        kind: reading.needed("licence_kind"),
        number: reading.needed("licence_number"),
        issuer: reading.needed("issuer"),
        valid_until: reading.day("valid_until"),
    };
    let scan = scan.and_then(|scan| reading.problems.take("scan", scan));
    reading.problems.check()?;
    let paper = match scan {
        Some(plain) => {
            let context = cx.context();
            Paper::Comes(cx.off_thread(move || context.stage(&plain)).await?)
        }
        None if sent.form.is("scan_goes") => Paper::Goes,
        None => Paper::Stays,
    };
    Ok((details, paper))
}
