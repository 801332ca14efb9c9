//! The page most people open first: beside an axum handler that sends the same bytes.

use std::time::Duration;

use crate::line::{Goal, Line, Unit};
use crate::scene::Scene;
use crate::{Size, bare, load};

pub fn measure(size: Size) -> Vec<Line> {
    let stage = Scene::new(30).serve();
    let ours = stage.server.page(&format!("/s/{}/sign-in", stage.slug), "");
    let page =
        load::runtime().block_on(async { load::client().get(&ours.url).send().await.expect("an answer").text().await });
    let file = stage.file("sign-in.html");
    std::fs::write(&file, page.expect("a page")).expect("a file");
    let limit = bare::start("page", &file);
    let time = Duration::from_millis(size.of(2_000, 300) as u64);
    let [ours, limit] = load::alternate((&stage.server, &ours), (&limit, &limit.page("/", "")), time);
    eprintln!("sign-in: {:?} and {:?} median at 16 connections", ours.median(), limit.median());
    vec![Line {
        what: "sign-in page, CPU, beside axum sending the same bytes",
        unit: Unit::Micros,
        ours: ours.cpu.as_secs_f64() * 1e6,
        limit: Some(limit.cpu.as_secs_f64() * 1e6),
        goal: Goal::Times(2.0),
    }]
}
