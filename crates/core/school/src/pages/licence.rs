//! A licence's scan, handed out as a file and never shown in the page; and a licence removed (C002).

use axum::extract::Path;
use axum::http::HeaderMap;
use kernel::{Error, Problems};
use media::{Part, Shown};
use people::{LicenceId, licence};
use site::{Cx, Form, FormView, Result};

use super::form_page::{Crumb, FormPage};
use super::licence_form::{find, up};
use crate::acts;

/// The paper as a download; no page of the site ever runs or shows it.
pub async fn see_scan(cx: Cx, Path((_, licence)): Path<(String, String)>, asked: HeaderMap) -> Result {
    let licence: LicenceId = licence.parse().map_err(|_| Error::NotFound)?;
    let scan = cx.read(acts::SEE_SCAN.on(licence), licence::scan).await?;
    media::answer(&cx, &asked, scan, Part::Whole, Shown::Saved("licence")).await
}

pub async fn ask_remove(cx: Cx, Path((_, licence)): Path<(String, String)>) -> Result {
    let (licence, _) = find(&cx, &licence).await?;
    let (name, path) = (licence.name(), format!("/institution/licences/{}", licence.id));
    let problems = Problems::default();
    let view =
        FormView::new(&cx, &format!("{path}/remove"), "licences-remove", &Form::default(), &problems, Vec::new());
    FormPage::new(&cx, "licences-remove-title", view.danger())
        .under(vec![up(&cx), Crumb::new(&cx, name.clone(), &path)])
        .saying(cx.say.one("licences-remove-text", "name", &name))
        .show(&cx, &problems)
}

/// Removes a licence with its scan and what reminds of it.
pub async fn remove_licence(cx: Cx, Path((_, licence)): Path<(String, String)>) -> Result {
    let licence: LicenceId = licence.parse().map_err(|_| Error::NotFound)?;
    cx.erase(acts::REMOVE_LICENCE.on(licence), licence::remove).await?;
    Ok(cx.done("/institution", "done-licence-removed"))
}
