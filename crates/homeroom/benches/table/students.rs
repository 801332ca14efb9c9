//! The office's list of everybody: its first page must not know how many there are.

use std::time::Duration;

use crate::Size;
use crate::line::{Goal, Line, Unit};
use crate::load::{self, Page};
use crate::scene::Server;

pub fn measure(size: Size, server: &Server, many: &Page, few: &Page) -> Vec<Line> {
    let time = Duration::from_millis(size.of(2_000, 300) as u64);
    let [many, few] = load::alternate((server, many), (server, few), time);
    eprintln!(
        "students: {:?} and {:?} median at 16 connections, p99 {:?} and {:?}",
        many.median(),
        few.median(),
        many.p99(),
        few.p99()
    );
    vec![Line {
        what: "first page of /students, CPU: of 100,000 beside of 1,000",
        unit: Unit::Micros,
        ours: many.cpu.as_secs_f64() * 1e6,
        limit: Some(few.cpu.as_secs_f64() * 1e6),
        goal: Goal::Times(1.5),
    }]
}
