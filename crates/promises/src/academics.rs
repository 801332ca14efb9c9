//! Class lists, the years that follow each other, and whom to call (C047, C053).

use kernel::clock::DAY;
use kernel::{Error, Result};
use people::{EdgeId, StudentId};
use registry::Kept;
use store::Role;
use uuid::Uuid;

use crate::ground::{Ground, Seat, expect_status, holds, look, tamper};
use crate::page::{self, attribute, last_part, tags, text};
use crate::world::World;
use crate::{Check, Outcome, all};
use testkit::raw;

pub const CHECKS: &[(&str, Check)] = &[("C047", c047), ("C053", c053)];

fn c047(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let child = admission(&world, &mut office)?;
    roll_numbers(ground, &world, &mut office)?;
    let next = promotion(ground, &world, &mut office, child)?;
    read_only(&world, &mut office, child)?;
    let by_name = world.at(&format!("/groups/{next}/roll/by-name"));
    office.sends(&by_name, &[])?;
    let kept = retention(ground, &world, &mut office, child)?;
    all(format!(
        "a second admission number is 422; two of one roll number are 422 and refused by the store, one each comes back; \
         after promotion the old list opens with who was in it, every write on it is 409 with a sentence, and writes on \
         running lists are taken; left today, the page says kept until {kept}, today and the published period"
    ))
}

/// A child with an admission number that nobody else gets.
fn admission(world: &World, office: &mut Seat) -> Result<StudentId> {
    let group = world.a.group.to_string();
    let taken = format!("{}number", world.a.student_mark);
    let twin = [("call_name", "Dik"), ("surname", "Bos"), ("number", taken.as_str()), ("group", group.as_str())];
    expect_status(&office.post(&world.at("/students/new"), &twin)?, 422, "a second admission number")?;
    let own = [
        ("call_name", "Zqcor"),
        ("surname", "Bos"),
        ("number", "77"),
        ("enrolled_on", "2026-09-01"),
        ("group", group.as_str()),
    ];
    let made = office.sends(&world.at("/students/new"), &own)?;
    let id = StudentId(Uuid::parse_str(last_part(made.location())).map_err(Error::internal)?);
    let shown = text(&office.page(&world.at(&format!("/students/{id}")))?.body);
    holds(shown.contains("77") && shown.contains("Class one"), "number or class does not come back")?;
    holds(shown.contains("1 September 2026"), "the day of enrolment does not come back")?;
    Ok(id)
}

/// The names of the number fields on a class list, in its order.
fn number_fields(html: &str) -> Vec<String> {
    let named = tags(html, "input").filter_map(|tag| attribute(tag, "name"));
    named.filter(|name| name.starts_with("roll/")).map(str::to_owned).collect()
}

/// Gives each line of the class a number; none twice.
fn roll_numbers(ground: &Ground, world: &World, office: &mut Seat) -> Result<()> {
    let list = world.at(&format!("/groups/{}", world.a.group));
    let fields = number_fields(&office.page(&list)?.body);
    let [first, second] = fields.as_slice() else {
        return Err(Error::Internal(format!("a class of two has {} fields for roll numbers", fields.len())));
    };
    let roll = format!("{list}/roll");
    let twice = office.post(&roll, &[(first, "3"), (second, "3")])?;
    expect_status(&twice, 422, "one roll number for two")?;
    holds(
        page::value(&twice.body, first) == Some("3") && twice.shows("Zqcor Bos"),
        "the form forgets what was typed, or names no row",
    )?;
    office.sends(&roll, &[(first, "12"), (second, "34")])?;
    let page = office.page(&list)?.body;
    let mut shown: Vec<_> = fields.iter().filter_map(|name| page::value(&page, name)).collect();
    shown.sort_unstable();
    holds(shown == ["12", "34"], format!("the roll numbers come back as {shown:?}"))?;
    let mut teacher = ground.seat(world.school.as_teacher(world.a.teacher)?);
    let seen = text(&teacher.page(&world.at(&format!("/my/groups/{}", world.a.group)))?.body);
    holds(seen.contains("12") && seen.contains("34"), "the class's teacher does not see the roll numbers")?;
    let both = "UPDATE enrolment SET roll_number = 12 WHERE roll_number = 34".to_owned();
    holds(tamper(&world.school.context, &[both]).is_err(), "the store takes a roll number twice in a class")
}

/// Takes the class to the next year from today; gives the new class's id.
fn promotion(ground: &Ground, world: &World, office: &mut Seat, child: StudentId) -> Result<String> {
    let today = ground.test.clock.now().date().to_string();
    let id = world.a.group;
    let (way, name, level) = (format!("way/{id}"), format!("name/{id}"), format!("level/{id}"));
    let form =
        [("first_day", today.as_str()), (way.as_str(), "moves"), (name.as_str(), "Zqnext"), (level.as_str(), "2")];
    let path = world.at("/groups/next-year");
    office.page(&path)?;
    let preview = office.post(&path, &form)?;
    expect_status(&preview, 200, "a look at the next year")?;
    holds(preview.shows("Zqcor Bos") && preview.shows("Zqnext"), "the preview does not show class and child")?;
    office.sends(&format!("{path}/apply"), &form)?;
    let next = format!(
        "SELECT group_id AS line FROM enrolment WHERE until IS NULL AND student_id = {}",
        raw::id(&world.school.context, child.0)
    );
    let next = Uuid::parse_str(&look(&world.school.context, &next)?.concat()).map_err(Error::internal)?;
    let list = text(&office.page(&world.at(&format!("/groups/{next}")))?.body);
    holds(list.contains("Zqcor Bos") && list.contains("2027-2028"), "the child is not in the next year's class")?;
    let mut teacher = ground.seat(world.school.as_teacher(world.a.teacher)?);
    let own = world.at(&format!("/my/groups/{id}"));
    expect_status(&teacher.get(&own)?, 404, "the old class, for who taught it")?;
    Ok(next.to_string())
}

/// The old list opens with who was on it; every write on it is 409 with a sentence.
fn read_only(world: &World, office: &mut Seat, child: StudentId) -> Result<()> {
    let old = world.a.group.to_string();
    let page = office.page(&world.at(&format!("/groups/{old}")))?.body;
    let shown = text(&page);
    holds(shown.contains("Zqcor Bos") && shown.contains(&world.a.student_mark), "the old list forgets who was in it")?;
    holds(number_fields(&page).is_empty(), "the old list offers its numbers for changing")?;
    let group = [("group", old.as_str())];
    let writes: [(String, &[(&str, &str)]); 6] = [
        (format!("/students/{child}/move"), &group),
        (format!("/groups/{old}/roll"), &[]),
        (format!("/groups/{old}/roll/by-name"), &[]),
        (format!("/groups/{old}/end"), &[("ended_on", "2030-01-01")]),
        (format!("/staff/{}/groups", world.b.teacher), &group),
        (format!("/staff/{}/groups/{old}/end", world.a.teacher), &[]),
    ];
    for (path, form) in writes {
        let refused = office.post(&world.at(&path), form)?;
        expect_status(&refused, 409, &path)?;
        holds(refused.shows("Class one is over"), format!("{path} is refused without a sentence"))?;
    }
    // The same writes on a class that runs are taken.
    let other = world.b.group.to_string();
    office.sends(&world.at(&format!("/staff/{}/groups", world.a.teacher)), &[("group", &other)])?;
    office.sends(&world.at(&format!("/groups/{other}/roll/by-name")), &[])?;
    Ok(())
}

/// The child leaves today: the record is kept until today and the published period.
fn retention(ground: &Ground, world: &World, office: &mut Seat, child: StudentId) -> Result<String> {
    let today = ground.test.clock.now().date();
    let path = world.at(&format!("/students/{child}"));
    holds(!text(&office.page(&path)?.body).contains("Kept until"), "the clock runs before the child has left")?;
    office.sends(&format!("{path}/leave"), &[("left_on", &today.to_string())])?;
    let kept = format!("SELECT left_on AS line FROM student WHERE id = {}", raw::id(&world.school.context, child.0));
    holds(look(&world.school.context, &kept)? == [today.to_string()], "the day of leaving is not kept")?;
    let period = ground.edition().period(Kept::StudentRecord);
    let period = period.ok_or_else(|| Error::Internal("the edition has no period for students".to_owned()))?;
    let (n, unit) = period.parts();
    let published = text(&ground.visitor().page(&world.at("/privacy/retention"))?.body);
    holds(published.contains(&format!("{n} {}", unit.trim_end_matches('s'))), "the period is not published")?;
    let end = period.after(today);
    let words = end.format("%-d %B %Y").to_string();
    let shown = text(&office.page(&path)?.body);
    holds(shown.contains(&format!("Kept until {words}")), format!("the page does not say kept until {words}"))?;
    Ok(words)
}

/// A guardian of the first child with this place among the emergency contacts; none is no contact.
fn contact(world: &World, office: &mut Seat, name: &str, phone: &str) -> Result<EdgeId> {
    let child = world.at(&format!("/students/{}", world.a.student));
    let person = [("call_name", name), ("surname", name), ("relationship", "other"), ("phone", phone)];
    office.sends(&format!("{child}/guardians"), &person)?;
    let sql =
        format!("SELECT edge.id AS line FROM edge JOIN guardian ON guardian.id = guardian_id WHERE surname = '{name}'");
    Ok(EdgeId(Uuid::parse_str(&look(&world.school.context, &sql)?.concat()).map_err(Error::internal)?))
}

fn c053(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let edges = [
        ("Zqlast", "+31612345671"),
        ("Zqnext", "+31612345672"),
        ("Zqnone", "+31612345673"),
        ("Zqcourt", "+31612345674"),
    ]
    .into_iter()
    .map(|(name, phone)| contact(&world, &mut office, name, phone))
    .collect::<Result<Vec<_>>>()?;
    let fields: Vec<String> = edges.iter().chain([&world.a.edge]).map(|edge| format!("place/{edge}")).collect();
    let places: Vec<(&str, &str)> = fields.iter().map(String::as_str).zip(["3", "2", "", "4", "1"]).collect();
    let order = world.at(&format!("/students/{}/emergency", world.a.student));
    office.sends(&order, &places)?;
    let sheet = world.at(&format!("/groups/{}/emergency", world.a.group));
    let before = text(&office.page(&sheet)?.body);
    in_order(&before, &[&world.a.guardian_mark, "Zqnext", "Zqlast", "Zqcourt"])?;
    let today = ground.test.clock.now().date().to_string();
    let court = edges.last().copied().unwrap_or(world.a.edge);
    office.sends(
        &world.at(&format!("/edges/{court}")),
        &[("relationship", "other"), ("emergency_order", "4"), ("restricted_from", &today)],
    )?;
    let mut teacher = ground.seat(world.school.as_teacher(world.a.teacher)?);
    let mut administrator = ground.seat(world.school.desk(Role::Administrator)?);
    for seat in [&mut office, &mut teacher, &mut administrator] {
        let shown = text(&seat.page(&sheet)?.body);
        in_order(&shown, &[&world.a.guardian_mark, "Zqnext", "Zqlast"])?;
        holds(shown.contains("+31612345671") && shown.contains("+31612345672"), "a designated contact has no number")?;
        let others = ["Zqnone", "345673", "Zqcourt", "345674", &world.b.student_mark, &world.b.guardian_mark];
        holds(others.iter().all(|word| !shown.contains(word)), "somebody who is not designated is on the sheet")?;
    }
    for (who, mut seat) in
        world.seats(ground)?.into_iter().filter(|(who, _)| ["guardian", "student", "dpo"].contains(who))
    {
        expect_status(&seat.get(&sheet)?, 403, &format!("the sheet, for a {who}"))?;
    }
    let mut colleague = ground.seat(world.school.as_teacher(world.b.teacher)?);
    expect_status(&colleague.get(&sheet)?, 404, "the sheet, for another class's teacher")?;
    let read = "SELECT purpose AS line FROM audit WHERE act = 'groups.emergency'";
    let entries = look(&world.school.context, read)?;
    holds(entries.len() == 4 && entries.iter().all(|purpose| purpose == "child-safety"), "a look is not in the trail")?;
    ground.test.clock.advance(DAY);
    let swapped: Vec<(&str, &str)> = fields.iter().map(String::as_str).zip(["1", "2", "", "", "3"]).collect();
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    office.sends(&order, &swapped)?;
    in_order(&text(&office.page(&sheet)?.body), &["Zqlast", "Zqnext", &world.a.guardian_mark])?;
    trip(&world, &mut office, &sheet)?;
    all(
        "the class's sheet and a trip's list three designated contacts in their order with relationship and number, follow \
         a new order, and leave out who is not designated, who is under a court's order, who stays at home and other \
         classes; the desk and the class's teacher read them, each look stands in the trail for child safety; others are \
         403, another teacher 404",
    )
}

/// A second child of the class stays at home: the trip's sheet has the first alone, with its contacts.
fn trip(world: &World, office: &mut Seat, sheet: &str) -> Result<()> {
    world.school.student("Zqhome Bos", Some(world.a.group))?;
    let whole = text(&office.page(sheet)?.body);
    holds(whole.matches("Zqhome").count() > 1, "a child of the class is not on its sheet")?;
    let page = office.page(&format!("{sheet}?goes-{}=yes", world.a.student))?.body;
    let listed = text(page.split("</details>").last().unwrap_or_default());
    in_order(&listed, &["Zqlast", "Zqnext", &world.a.guardian_mark])?;
    holds(!listed.contains("Zqhome") && !listed.contains("Zqnone"), "somebody who stays at home is on the trip's sheet")
}

/// Every name stands on the page, in this order.
fn in_order(shown: &str, names: &[&str]) -> Result<()> {
    let places: Vec<_> = names.iter().map(|name| shown.find(name)).collect();
    holds(
        places.iter().all(Option::is_some) && places.is_sorted(),
        format!("{names:?} are not all there in this order"),
    )
}
