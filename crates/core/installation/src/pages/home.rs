//! `/`: which school? In a demo the open door, else the schools that live here.

use askama::Template;
use site::{Cx, Result, Say};

use crate::acts::ARRIVE;
use crate::entry;

#[derive(Template)]
#[template(path = "installation_home.html")]
struct HomeView<'a> {
    schools: Vec<(String, String)>,
    operator: String,
    say: &'a Say,
}

pub async fn show(cx: Cx) -> Result {
    if cx.house.demo {
        return Ok(axum::response::IntoResponse::into_response(axum::response::Redirect::to("/demo")));
    }
    let control = cx.control()?;
    let rows = control.read(ARRIVE.on(()), |read, _| entry::list(read)).await?;
    let view = HomeView {
        schools: rows.into_iter().map(|row| (row.name, format!("/s/{}/", row.slug))).collect(),
        operator: cx.href("/"),
        say: &cx.say,
    };
    cx.page("installation-home-title", &view)
}
