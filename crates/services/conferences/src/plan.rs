//! A compact evening without clashes: which conversation when, so that a family is in school on as few days
//! and for as short a time as can be, and always has time to walk from room to room.
//!
//! Exact, for up to [`LIMIT`] conversations. For one evening, one first time and one set of conversations
//! only the earliest possible end matters, since whatever comes after depends on nothing else; so sets are
//! built up from smaller ones, each remembered with its earliest end. Evenings are then put together the
//! same way. Where not all fit, as many as can be are placed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use kernel::Timestamp;

/// Most conversations of one plan; the work doubles with each.
pub const LIMIT: usize = 12;

/// What a plan must keep to.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Of a conversation, in milliseconds.
    pub length: i64,
    /// Between two conversations, in milliseconds.
    pub gap: i64,
    /// Begin and end of what the family has already booked.
    pub booked: Vec<(Timestamp, Timestamp)>,
}

/// The time of each conversation, in the order asked; none where nothing fits.
pub type Plan = Vec<Option<Timestamp>>;

/// Places conversations, each at one of its free times. `day` says on which day a time is; only the first
/// [`LIMIT`] conversations are placed.
pub fn propose(talks: &[Vec<Timestamp>], setting: &Setting, day: impl Fn(Timestamp) -> NaiveDate) -> Plan {
    let asked = talks.iter().take(LIMIT).count();
    let evenings = evenings(talks, setting, day);
    let choices = choices(&evenings, asked);
    let mut plan = vec![None; talks.len()];
    let Some(last) = choices.last() else { return plan };
    let reachable = last.iter().enumerate().filter_map(|(set, choice)| Some((set, choice.as_ref()?)));
    let best = reachable.min_by_key(|(set, choice)| (asked - size(*set), choice.cost, *set));
    let mut set = best.map_or(0, |(set, _)| set);
    for (evening, choices) in evenings.iter().zip(&choices).rev() {
        let Some(choice) = choices.get(set).and_then(Option::as_ref) else { break };
        for (talk, start) in evening.times(choice.here, choice.first) {
            if let Some(place) = plan.get_mut(talk) {
                *place = Some(Timestamp(start));
            }
        }
        set &= !choice.here;
    }
    plan
}

/// Days, milliseconds between the first begin and the last end of each day, and the sum of the begins: the
/// earlier of two equal plans wins.
type Cost = (usize, i64, i64);

fn plus(one: Cost, other: Cost) -> Cost {
    (one.0 + other.0, one.1 + other.1, one.2 + other.2)
}

fn size(set: usize) -> usize {
    set.count_ones() as usize
}

struct Evening {
    length: i64,
    gap: i64,
    /// First begin and last end of what is booked.
    booked: Option<(i64, i64)>,
    /// Begins of each conversation that keep their distance from what is booked, in order.
    starts: Vec<Vec<i64>>,
}

/// The best way to place one set on one evening: what it costs, and when the first begins.
#[derive(Clone, Copy)]
struct Best {
    cost: Cost,
    first: i64,
}

/// The best way to place one set on the evenings so far: what of it is placed on the last one.
#[derive(Clone, Copy)]
struct Choice {
    cost: Cost,
    here: usize,
    first: i64,
}

fn evenings(talks: &[Vec<Timestamp>], setting: &Setting, day: impl Fn(Timestamp) -> NaiveDate) -> Vec<Evening> {
    let Setting { length, gap, booked } = setting;
    let keeps = |start: &Timestamp| {
        booked.iter().all(|(from, until)| start.0 + length + gap <= from.0 || until.0 + gap <= start.0)
    };
    let free: Vec<Vec<Timestamp>> =
        talks.iter().take(LIMIT).map(|starts| starts.iter().copied().filter(keeps).collect()).collect();
    let days: BTreeSet<NaiveDate> =
        free.iter().flatten().chain(booked.iter().map(|(from, _)| from)).map(|start| day(*start)).collect();
    days.into_iter()
        .map(|date| {
            let own = booked.iter().filter(|(from, _)| day(*from) == date);
            let own = own.fold(None, |range: Option<(i64, i64)>, (from, until)| {
                Some(range.map_or((from.0, until.0), |(a, b)| (a.min(from.0), b.max(until.0))))
            });
            let of_day = |starts: &Vec<Timestamp>| -> Vec<i64> {
                let times: BTreeSet<i64> =
                    starts.iter().filter(|start| day(**start) == date).map(|start| start.0).collect();
                times.into_iter().collect()
            };
            Evening { length: *length, gap: *gap, booked: own, starts: free.iter().map(of_day).collect() }
        })
        .collect()
}

impl Evening {
    /// For every set of conversations the earliest end if the first begins at `first`, and which is last.
    #[expect(
        clippy::indexing_slicing,
        reason = "a set is below 2^n and a conversation below n, as both lists are long"
    )]
    fn ends(&self, first: i64) -> Vec<Option<(i64, usize)>> {
        let mut ends: Vec<Option<(i64, usize)>> = vec![None; 1 << self.starts.len()];
        for (talk, starts) in self.starts.iter().enumerate() {
            if starts.binary_search(&first).is_ok() {
                ends[1 << talk] = Some((first + self.length, talk));
            }
        }
        for set in 1..ends.len() {
            let Some((end, _)) = ends[set] else { continue };
            for (talk, starts) in self.starts.iter().enumerate().filter(|(talk, _)| set & (1 << talk) == 0) {
                let next = starts.partition_point(|start| *start < end + self.gap);
                let Some(start) = starts.get(next) else { continue };
                let with = &mut ends[set | (1 << talk)];
                if with.is_none_or(|(known, _)| start + self.length < known) {
                    *with = Some((start + self.length, talk));
                }
            }
        }
        ends
    }

    /// The best way for every set, over all first times.
    fn best(&self) -> Vec<Option<Best>> {
        let mut best: Vec<Option<Best>> = vec![None; 1 << self.starts.len()];
        let firsts: BTreeSet<i64> = self.starts.iter().flatten().copied().collect();
        for first in firsts {
            for (known, end) in best.iter_mut().zip(self.ends(first)) {
                let Some((end, _)) = end else { continue };
                let (from, until) = self.booked.map_or((first, end), |(a, b)| (a.min(first), b.max(end)));
                let cost = (1, until - from, first);
                if known.is_none_or(|known| cost < known.cost) {
                    *known = Some(Best { cost, first });
                }
            }
        }
        if let Some(nothing) = best.first_mut() {
            let cost = self.booked.map_or((0, 0, 0), |(from, until)| (1, until - from, 0));
            *nothing = Some(Best { cost, first: 0 });
        }
        best
    }

    /// The times of a set that [`Evening::best`] has placed.
    fn times(&self, mut set: usize, first: i64) -> BTreeMap<usize, i64> {
        let ends = self.ends(first);
        let mut times = BTreeMap::new();
        while let Some((end, talk)) = ends.get(set).copied().flatten() {
            times.insert(talk, end - self.length);
            set &= !(1 << talk);
        }
        times
    }
}

/// For each evening, for every set placed so far, the best choice.
fn choices(evenings: &[Evening], asked: usize) -> Vec<Vec<Option<Choice>>> {
    let mut before: Vec<Option<Choice>> = vec![None; 1 << asked];
    if let Some(nothing) = before.first_mut() {
        *nothing = Some(Choice { cost: (0, 0, 0), here: 0, first: 0 });
    }
    let mut all = Vec::new();
    for evening in evenings {
        let best = evening.best();
        let with: Vec<Option<Choice>> = (0..1 << asked).map(|set| chosen(set, &before, &best)).collect();
        all.push(with.clone());
        before = with;
    }
    all
}

/// The best way to place `set`, some of it on this evening and the rest before.
fn chosen(set: usize, before: &[Option<Choice>], best: &[Option<Best>]) -> Option<Choice> {
    let mut chosen: Option<Choice> = None;
    let mut here = set;
    loop {
        let pair = (before.get(set & !here).copied().flatten(), best.get(here).copied().flatten());
        if let (Some(rest), Some(best)) = pair {
            let cost = plus(rest.cost, best.cost);
            if chosen.is_none_or(|known| cost < known.cost) {
                chosen = Some(Choice { cost, here, first: best.first });
            }
        }
        if here == 0 {
            return chosen;
        }
        // The next smaller part of the set.
        here = (here - 1) & set;
    }
}

#[cfg(test)]
mod tests {
    use kernel::clock::{DAY, MINUTE};
    use proptest::prelude::*;

    use super::*;

    fn day(at: Timestamp) -> NaiveDate {
        at.date()
    }

    fn at(minutes: &[i64]) -> Vec<Timestamp> {
        minutes.iter().map(|minute| Timestamp(minute * MINUTE)).collect()
    }

    fn setting(gap: i64, booked: &[(i64, i64)]) -> Setting {
        let stamp = |minute: i64| Timestamp(minute * MINUTE);
        let booked = booked.iter().map(|(from, until)| (stamp(*from), stamp(*until))).collect();
        Setting { length: 10 * MINUTE, gap: gap * MINUTE, booked }
    }

    fn minutes(plan: &Plan) -> Vec<Option<i64>> {
        plan.iter().map(|start| start.map(|start| start.0 / MINUTE)).collect()
    }

    #[test]
    fn siblings_stand_side_by_side_with_time_to_walk() {
        let talks = [at(&[0, 10, 20, 30, 40]), at(&[0, 10, 20, 30, 40]), at(&[30, 40, 50])];
        assert_eq!(minutes(&propose(&talks, &setting(5, &[]), day)), [Some(0), Some(20), Some(40)]);
        assert_eq!(minutes(&propose(&talks, &setting(0, &[]), day)), [Some(10), Some(20), Some(30)]);
    }

    #[test]
    fn what_is_booked_stays_and_the_rest_comes_beside_it() {
        let talks = [at(&[0, 10, 20, 30, 40, 50, 60])];
        assert_eq!(minutes(&propose(&talks, &setting(5, &[(30, 40)]), day)), [Some(10)]);
    }

    #[test]
    fn one_evening_is_better_than_two() {
        let next = DAY / MINUTE;
        let talks = [at(&[0, next]), at(&[0, next + 60])];
        assert_eq!(minutes(&propose(&talks, &setting(0, &[]), day)), [Some(next), Some(next + 60)]);
    }

    #[test]
    fn as_many_as_can_be_are_placed() {
        let talks = [at(&[0]), at(&[0]), at(&[]), at(&[10, 20])];
        let plan = minutes(&propose(&talks, &setting(0, &[]), day));
        assert_eq!(plan.iter().flatten().count(), 2);
        assert_eq!(plan[3], Some(10));
        assert_eq!(propose(&[], &setting(0, &[]), day), Vec::new());
        assert_eq!(propose(&[at(&[])], &setting(0, &[]), day), [None]);
    }

    #[test]
    fn a_dozen_conversations_of_a_long_evening_are_planned() {
        let evening: Vec<i64> = (0..30).map(|n| n * 10).collect();
        let talks = vec![at(&evening); LIMIT];
        let plan = minutes(&propose(&talks, &setting(10, &[]), day));
        assert_eq!(plan.iter().flatten().count(), LIMIT);
        assert_eq!(plan.iter().flatten().max(), Some(&(11 * 20)));
    }

    /// Every plan there is, tried one by one.
    fn brute(talks: &[Vec<Timestamp>], setting: &Setting) -> (usize, Cost) {
        fn keeps(all: &[Timestamp], setting: &Setting) -> bool {
            let apart = |one: i64, other: i64| (one - other).abs() >= setting.length + setting.gap;
            let pairs = all.iter().enumerate().all(|(n, one)| all.iter().skip(n + 1).all(|o| apart(one.0, o.0)));
            let booked = |at: &Timestamp| {
                setting
                    .booked
                    .iter()
                    .all(|(from, until)| at.0 + setting.length + setting.gap <= from.0 || until.0 + setting.gap <= at.0)
            };
            pairs && all.iter().all(booked)
        }
        fn cost(all: &[Timestamp], setting: &Setting) -> (usize, i64) {
            let mut days: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
            let new = all.iter().map(|at| (*at, at.plus(setting.length)));
            for (from, until) in new.chain(setting.booked.iter().copied()) {
                let range = days.entry(from.date()).or_insert((from.0, until.0));
                *range = (range.0.min(from.0), range.1.max(until.0));
            }
            (days.len(), days.values().map(|(from, until)| until - from).sum())
        }
        fn go(
            rest: &[Vec<Timestamp>],
            so_far: &mut Vec<Timestamp>,
            setting: &Setting,
            best: &mut (usize, (usize, i64)),
        ) {
            let Some((first, rest)) = rest.split_first() else {
                let found = (so_far.len(), cost(so_far, setting));
                if found.0 > best.0 || (found.0 == best.0 && found.1 < best.1) {
                    *best = found;
                }
                return;
            };
            go(rest, so_far, setting, best);
            for start in first {
                so_far.push(*start);
                if keeps(so_far, setting) {
                    go(rest, so_far, setting, best);
                }
                so_far.pop();
            }
        }
        let mut best = (0, (usize::MAX, i64::MAX));
        go(talks, &mut Vec::new(), setting, &mut best);
        (best.0, (best.1.0, best.1.1, 0))
    }

    proptest! {
        #[test]
        fn no_plan_clashes_and_none_is_better(
            talks in prop::collection::vec(prop::collection::btree_set(0_i64..9, 0..6), 0..5),
            gap in 0_i64..3,
            booked in prop::option::of(0_i64..9),
        ) {
            // Nine times: six of one day, three of the next.
            let minute = |n: &i64| if *n < 6 { n * 10 } else { DAY / MINUTE + n * 10 };
            let talks: Vec<Vec<Timestamp>> =
                talks.iter().map(|set| at(&set.iter().map(minute).collect::<Vec<_>>())).collect();
            let booked: Vec<(i64, i64)> = booked.iter().map(minute).map(|m| (m, m + 10)).collect();
            let setting = setting(gap * 5, &booked);
            let plan = propose(&talks, &setting, day);
            prop_assert_eq!(plan.len(), talks.len());
            let mut all: Vec<(i64, i64)> = setting.booked.iter().map(|(from, until)| (from.0, until.0)).collect();
            for (start, offered) in plan.iter().zip(&talks) {
                if let Some(start) = start {
                    prop_assert!(offered.contains(start));
                    all.push((start.0, start.0 + setting.length));
                }
            }
            all.sort_unstable();
            prop_assert!(all.windows(2).all(|pair| pair[0].1 + setting.gap <= pair[1].0), "{:?}", all);
            let (placed, best) = brute(&talks, &setting);
            prop_assert_eq!(plan.iter().flatten().count(), placed);
            let mut days: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
            for (from, until) in all {
                let range = days.entry(Timestamp(from).date()).or_insert((from, until));
                *range = (range.0.min(from), range.1.max(until));
            }
            let span: i64 = days.values().map(|(from, until)| until - from).sum();
            prop_assert_eq!((days.len(), span), (best.0, best.1));
        }

        #[test]
        fn where_all_fit_every_teacher_has_a_time(count in 1_usize..8, gap in 0_i64..2) {
            let evening: Vec<i64> = (0..20).map(|n| n * 10).collect();
            let plan = propose(&vec![at(&evening); count], &setting(gap * 10, &[]), day);
            let times: BTreeSet<_> = plan.iter().flatten().collect();
            prop_assert_eq!(times.len(), count);
        }
    }
}
