//! Parent evenings (C055), planned, booked and looked at through the screens.

use kernel::Result;
use people::{GuardianId, StudentId};
use store::Role;

use crate::ground::{Ground, Seat, expect_status, holds, look};
use crate::page::{attribute, last_part, tags};
use crate::world::World;
use crate::{Check, Outcome, all};
use testkit::raw;

pub const CHECKS: &[(&str, Check)] = &[("C055", c055)];

/// What one form of the family's page would send: the child's id, the teacher's place, a time.
struct Offered {
    student: String,
    participant: String,
    start: String,
}

/// The first time of each teacher of each child on a family's page.
fn offered(html: &str) -> Vec<Offered> {
    let sections = html.split("/book\">").skip(1);
    sections
        .filter_map(|section| {
            let field = |name: &str| {
                let tag = tags(section, "input").find(|tag| attribute(tag, "name") == Some(name))?;
                attribute(tag, "value").map(str::to_owned)
            };
            let start = tags(section, "button").find(|tag| attribute(tag, "name") == Some("start"))?;
            let start = attribute(start, "value")?.to_owned();
            Some(Offered { student: field("student")?, participant: field("participant")?, start })
        })
        .collect()
}

/// An evening with every teacher of the school, open for booking, as the office makes it. Returns its path
/// below `/conferences` and `/family/conferences`.
fn announce(ground: &Ground, world: &World) -> Result<String> {
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let details = [
        ("round_name", "Autumn"),
        ("opens_at", "2026-11-02T08:00"),
        ("closes_at", "2026-11-11T20:00"),
        ("slot_minutes", "10"),
        ("travel_minutes", "5"),
        ("round_zone", "Europe/Amsterdam"),
    ];
    let made = office.sends(&world.at("/conferences/new"), &details)?;
    let round = last_part(made.location().split("/days").next().unwrap_or_default());
    let path = world.at(&format!("/conferences/{round}"));
    let hours = [("conf_day", "2026-11-19"), ("conf_from", "18:00"), ("conf_until", "20:00")];
    office.sends(&format!("{path}/days"), &hours)?;
    office.sends(&format!("{path}/teachers"), &[("chosen_teachers", "all")])?;
    office.sends(&format!("{path}/publish"), &[("state", "published")])?;
    Ok(round.to_owned())
}

fn book(seat: &mut Seat, round: &str, one: &Offered) -> Result<()> {
    let form = [("student", one.student.as_str()), ("participant", &one.participant), ("start", &one.start)];
    seat.sends(&format!("{round}/book"), &form).map(|_| ())
}

/// Children that have an appointment in the round, each as lower-case hexadecimal digits.
fn booked(world: &World, round: &str) -> Result<Vec<String>> {
    let context = &world.school.context;
    let round = raw::id(context, round.parse().map_err(kernel::Error::internal)?);
    let mut booked = look(
        context,
        &format!("SELECT student_id AS line FROM appointment WHERE state = 'booked' AND round_id = {round}"),
    )?;
    booked.sort();
    Ok(booked)
}

fn hex(id: &str) -> String {
    id.replace('-', "")
}

fn c055(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let children = [("Zqone Dam", world.a.group), ("Zqtwo Dam", world.b.group)];
    let mut ids: Vec<StudentId> = Vec::new();
    for (name, group) in children {
        ids.push(world.school.student(name, Some(group))?);
    }
    let parent: GuardianId = world.school.guardian("Zqparent Dam", &ids)?;
    let id = announce(ground, &world)?;
    let round = world.at(&format!("/family/conferences/{id}"));

    // One sign-in, one session.
    let mut seat = ground.seat(world.school.as_guardian(parent)?);
    let mut stranger = ground.seat(world.school.as_guardian(world.a.guardian)?);
    for child in ["Zqone", "Zqtwo"] {
        let page = seat.page(&round)?;
        holds(page.shows("Zqone") && page.shows("Zqtwo"), "the page does not list both children")?;
        let marks = [&world.a.student_mark, &world.b.student_mark, &world.a.guardian_mark, &world.b.guardian_mark];
        holds(marks.iter().all(|mark| !page.shows(mark)), "another family is on the page")?;
        let form = offered(&page.body).into_iter().next();
        let form = form.ok_or_else(|| kernel::Error::Internal(format!("nothing is offered before {child}")))?;
        book(&mut seat, &round, &form)?;
    }
    let mut both: Vec<String> = ids.iter().map(|id| hex(&id.to_string())).collect();
    both.sort();
    holds(booked(&world, &id)? == both, "not both children have an appointment")?;
    let plan = seat.page(&format!("{round}/plan"))?;
    holds(plan.shows("Zqone") && plan.shows("Zqtwo"), "the plan does not show both appointments")?;

    // A third family's child, at the same teachers: theirs to book, never this family's.
    let theirs = stranger.page(&round)?;
    holds(theirs.shows(&world.a.student_mark) && !theirs.shows("Zqone"), "the third family sees the wrong children")?;
    let form = offered(&theirs.body).into_iter().next();
    let form = form.ok_or_else(|| kernel::Error::Internal("nothing is offered to the third family".to_owned()))?;
    let fields = [("student", form.student.as_str()), ("participant", &form.participant), ("start", &form.start)];
    expect_status(&seat.post(&format!("{round}/book"), &fields)?, 404, "booking for a third family's child")?;
    book(&mut stranger, &round, &form)?;
    holds(booked(&world, &id)?.len() == 3, "the third family could not book")?;
    for path in [round.clone(), format!("{round}/plan"), format!("{round}/calendar.ics"), format!("{round}/proposal")] {
        holds(!seat.page(&path)?.shows(&world.a.student_mark), format!("{path} names a third family's child"))?;
    }
    all(
        "an evening planned by the office; in one session a guardian books for a child in one class and a child in another, \
         and the plan shows both; a third family's child is on none of 4 pages and booking for it is 404, while its own \
         guardian books the same",
    )
}
