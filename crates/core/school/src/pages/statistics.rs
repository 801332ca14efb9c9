//! How many of each gender, where there are enough to hide in (C041).

use askama::Template;
use site::{Cx, Result, Say};

use crate::acts;
use crate::statistics::{self, Cells, SMALLEST};

#[derive(Template)]
#[template(path = "statistics.html")]
struct StatisticsView<'a> {
    say: &'a Say,
    intro: String,
    few: String,
    genders: Vec<String>,
    school: Option<Vec<String>>,
    groups: Vec<(String, Option<Vec<String>>)>,
}

pub async fn see_statistics(cx: Cx) -> Result {
    let counts = cx.read(acts::SEE_STATISTICS.on(()), |read, _| statistics::counts(read)).await?;
    let genders: Vec<String> = counts.school.iter().flat_map(Cells::keys).cloned().collect();
    let line = |cells: &Cells| -> Vec<String> {
        genders.iter().map(|gender| cells.get(gender).copied().unwrap_or_default().to_string()).collect()
    };
    let view = StatisticsView {
        say: &cx.say,
        intro: cx.say.count("statistics-intro", SMALLEST),
        few: cx.say.count("statistics-few", SMALLEST),
        school: counts.school.as_ref().map(line),
        groups: counts.groups.iter().map(|(name, cells)| (name.clone(), cells.as_ref().map(line))).collect(),
        genders: genders.iter().map(|gender| cx.say.say(&format!("students-gender-{gender}"))).collect(),
    };
    cx.page("statistics-title", &view)
}
