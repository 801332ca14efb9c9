//! Who may be on record twice, and what was merged and can still be undone.

use std::collections::HashMap;

use askama::Template;
use site::{Cx, Result, Say};
use uuid::Uuid;

use crate::acts::SEE;
use crate::kind::Kind;
use crate::likely::{self, Likely, Person};
use crate::{apart, journal};

/// At most so many of a kind are shown; the likeliest come first.
const SHOWN: usize = 100;

struct Line {
    names: [String; 2],
    score: String,
    chip: &'static str,
    reasons: String,
    href: String,
}

struct Section {
    title: String,
    lines: Vec<Line>,
    more: Option<String>,
}

struct Done {
    name: String,
    about: String,
    href: String,
}

#[derive(Template)]
#[template(path = "duplicates.html")]
struct ListView<'a> {
    say: &'a Say,
    icons: &'static str,
    count: String,
    sections: Vec<Section>,
    done: Vec<Done>,
}

pub async fn show(cx: Cx) -> Result {
    let (people, apart, merges) = cx
        .read(SEE.on(()), |read, _| {
            let each = |kind| Ok((kind, likely::everybody(read, kind)?));
            let people = Kind::ALL.into_iter().map(each).collect::<kernel::Result<Vec<_>>>()?;
            Ok((people, apart::all(read)?, journal::list(read)?))
        })
        .await?;
    let names = names_of(&people, &merges);
    let found = cx
        .off_thread(move || {
            let each = |(kind, people): &(Kind, Vec<Person>)| (*kind, likely::likely(*kind, people, &apart).likely);
            Ok(people.iter().map(each).collect::<Vec<_>>())
        })
        .await?;
    let who = cx.names_of(merges.iter().map(|merge| merge.account).collect()).await?;
    let done = merges.iter().map(|merge| {
        let by = who.get(&merge.account).cloned().unwrap_or_default();
        Done {
            name: names.get(&merge.survivor).cloned().unwrap_or_default(),
            about: cx.say.with("duplicates-merged-about", &[("when", &cx.say.moment(merge.at)), ("who", &by)]),
            href: cx.href(&format!("/duplicates/merges/{}", merge.id)),
        }
    });
    let total: usize = found.iter().map(|(_, likely)| likely.len()).sum();
    let view = ListView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        count: cx.say.count("duplicates-count", i64::try_from(total).unwrap_or(i64::MAX)),
        done: done.collect(),
        sections: found.into_iter().filter(|(_, likely)| !likely.is_empty()).map(|found| section(&cx, found)).collect(),
    };
    cx.page("duplicates-title", &view)
}

fn names_of(people: &[(Kind, Vec<Person>)], merges: &[journal::Model]) -> HashMap<Uuid, String> {
    let merged: Vec<Uuid> = merges.iter().map(|merge| merge.survivor).collect();
    let all = people.iter().flat_map(|(_, people)| people);
    all.filter(|person| merged.contains(&person.id)).map(|person| (person.id, person.name.full())).collect()
}

fn section(cx: &Cx, (kind, likely): (Kind, Vec<Likely>)) -> Section {
    let more = likely.len().saturating_sub(SHOWN);
    Section {
        title: cx.say.say(&format!("duplicates-kind-{}", kind.word())),
        more: (more > 0).then(|| cx.say.count("duplicates-more", i64::try_from(more).unwrap_or(i64::MAX))),
        lines: likely.into_iter().take(SHOWN).map(|one| line(cx, one)).collect(),
    }
}

fn line(cx: &Cx, likely: Likely) -> Line {
    Line {
        score: cx.say.count("duplicates-score", likely.score),
        chip: if likely.score >= 70 { "chip-warn" } else { "chip-n" },
        reasons: reasons(&cx.say, &likely),
        href: cx.href(&format!("/duplicates/{}", likely.pair)),
        names: likely.names,
    }
}

pub(super) fn reasons(say: &Say, likely: &Likely) -> String {
    let words: Vec<_> =
        likely.reasons.iter().map(|reason| say.say(&format!("duplicates-why-{}", reason.word()))).collect();
    words.join(" · ")
}
