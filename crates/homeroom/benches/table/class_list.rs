//! A teacher's class of thirty, signed in, authorised, with its audit entry: beside a bare handler that reads the
//! same rows of an encrypted file and renders them; and that one beside the same without encryption.

use std::time::Duration;

use crate::line::{Goal, Line, Unit};
use crate::scene::Scene;
use crate::{Size, bare, load};

pub fn measure(size: Size) -> Vec<Line> {
    let scene = Scene::new(1_000);
    let (path, teacher) = scene.class(30);
    let stage = scene.serve();
    let limit = bare::start("list", &stage.file("bare.db"));
    let time = Duration::from_millis(size.of(2_000, 300) as u64);
    let page = stage.server.page(&path, &teacher);
    let [ours, limit] = load::alternate((&stage.server, &page), (&limit, &limit.page("/", "")), time);
    eprintln!("class list: {:?} and {:?} median at 16 connections", ours.median(), limit.median());
    let plain = bare::start("plain", &stage.file("plain.db"));
    let encrypted = bare::start("list", &stage.file("encrypted.db"));
    let beside = load::alternate((&encrypted, &encrypted.page("/", "")), (&plain, &plain.page("/", "")), time);
    let line = |what, [ours, limit]: [load::Outcome; 2], times| Line {
        what,
        unit: Unit::Micros,
        ours: ours.cpu.as_secs_f64() * 1e6,
        limit: Some(limit.cpu.as_secs_f64() * 1e6),
        goal: Goal::Times(times),
    };
    vec![
        line("class list of 30, CPU, beside axum + SQLCipher", [ours, limit], 2.5),
        line("its rows in SQLCipher, beside plain SQLite", beside, 1.3),
    ]
}
