//! The rounds of the school, for the office.

use askama::Template;
use site::{Cx, Result, Say};

use super::words::moment;
use crate::round::{self, PUBLISHED, Phase};
use crate::{RoundId, acts};

#[derive(Template)]
#[template(path = "conf_rounds.html")]
struct RoundsView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    rows: Vec<Row>,
}

struct Row {
    id: RoundId,
    name: String,
    state: String,
    is_live: bool,
    opens: String,
    closes: String,
}

pub async fn list_rounds(cx: Cx) -> Result {
    let rounds = cx.list(&acts::SEE_ROUND, round::list).await?;
    let view = RoundsView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href("/conferences"),
        rows: rounds.into_iter().map(|round| row(&cx, round)).collect(),
    };
    cx.page("conf-title", &view)
}

fn row(cx: &Cx, round: round::Model) -> Row {
    Row {
        id: round.id,
        state: cx.say.say(state(cx, &round)),
        is_live: round.state == PUBLISHED && round.phase(cx.now()) == Phase::Open,
        opens: moment(&cx.say, round.zone(), round.opens_at),
        closes: moment(&cx.say, round.zone(), round.closes_at),
        name: round.name,
    }
}

/// The key of the one word for where the round stands.
pub fn state(cx: &Cx, round: &round::Model) -> &'static str {
    match round.phase(cx.now()) {
        _ if round.state != PUBLISHED => "conf-state-draft",
        Phase::Before => "conf-state-before",
        Phase::Open => "conf-state-open",
        Phase::Closed => "conf-state-closed",
    }
}
