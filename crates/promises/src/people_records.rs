//! Records of people: who they are, to whom they belong, what others see (C035, C039, C040, C056).

use kernel::clock::DAY;
use kernel::{Error, Result};
use store::Role;
use uuid::Uuid;

use crate::ground::{Ground, expect_status, holds, look, schema};
use crate::page::{self, last_part, text};
use crate::world::World;
use crate::{Check, Outcome, all, part};

pub const CHECKS: &[(&str, Check)] = &[("C035", c035), ("C039", c039), ("C040", c040), ("C056", c056)];

fn c035(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let person = [
        ("call_name", "Zqcor"),
        ("surname", "Bos"),
        ("title", "Zqmentor"),
        ("employee_id", "Zq7"),
        ("email", "zq@example.org"),
        ("phone", "+31201234567"),
    ];
    let made = office.sends(&world.at("/staff/new"), &person)?;
    let path = world.at(&format!("/staff/{}", last_part(made.location())));
    let form = office.page(&format!("{path}/edit"))?.body;
    for (name, value) in person {
        holds(page::value(&form, name) == Some(value), format!("{name} does not come back"))?;
    }
    let twin =
        office.post(&world.at("/staff/new"), &[("call_name", "Dik"), ("surname", "Bos"), ("employee_id", "Zq7")])?;
    holds(!twin.status.is_success() && twin.status.as_u16() != 303, "two people have one employee number")?;
    let mut renamed = person.to_vec();
    renamed.retain(|(name, _)| *name != "title");
    renamed.push(("title", "Zqhead"));
    ground.test.clock.advance(5 * kernel::clock::MINUTE);
    office.sends(&format!("{path}/edit"), &renamed)?;
    let history = text(&office.page(&path)?.body);
    holds(history.contains("Zqmentor") && history.contains("Zqhead"), "the old title is forgotten")?;
    let dated = look(&world.school.context, "SELECT CAST(at AS TEXT) AS line FROM history WHERE field = 'title'")?;
    holds(dated == [ground.test.clock.now().0.to_string()], "the title's history has no date")?;
    expect_status(&ground.seat(world.school.as_teacher(world.a.teacher)?).get(&path)?, 403, "a colleague's record")?;
    part(
        format!(
            "6 fields come back; a second employee number Zq7 is {}; the old title stands in the history with its time; a colleague is 403",
            twin.status.as_u16()
        ),
        "the staff export, and a list of colleagues' official contact",
    )
}

fn c039(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let file = "Leerlingnummer;Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum\n7;Ada;van den;Berg;22-11-2013\n8;Bob;;Coen;01-02-2014\n9;Cor;;Aalst;03-04-2014\n";
    let came = office.upload(&world.at("/roster"), "l.csv", file.as_bytes())?;
    office.sends(&format!("{}/apply", came.location()), &[])?;
    let list = text(&office.page(&world.at("/students"))?.body);
    let places: Vec<_> = ["Cor Aalst", "Ada van den Berg", "Bob Coen"].iter().map(|name| list.find(name)).collect();
    holds(places.iter().all(Option::is_some) && places.is_sorted(), "names with an infix are not sorted by surname")?;
    let columns: Vec<String> = schema(&world.school.context)?.into_iter().flat_map(|(_, columns)| columns).collect();
    holds(!columns.iter().any(|column| column == "age"), "an age is stored")?;
    let own = world.at(&format!("/students/{}", world.a.student));
    let young = text(&office.page(&own)?.body);
    ground.test.clock.advance(365 * DAY);
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let older = text(&office.page(&own)?.body);
    holds(young.contains("11 years") && older.contains("12 years"), "the age does not follow the calendar")?;
    holds(
        older.contains("2015") && older.contains(&format!("{}nation", world.a.student_mark)),
        "the office does not see birth date and nationality",
    )?;
    let nation = format!("{}nation", world.a.student_mark);
    for (who, mut seat) in world.seats(ground)?.into_iter().skip(3) {
        for path in ["/", &format!("/my/groups/{}", world.a.group), &format!("/my/students/{}", world.a.student)] {
            let shown = text(&seat.get(&world.at(path))?.body);
            holds(
                !shown.contains("2015") && !shown.contains(&nation),
                format!("{who} sees birth date or nationality on {path}"),
            )?;
        }
    }
    all(
        "imported names sort Aalst, van den Berg, Coen; 11 years becomes 12 a year later and no column holds an age; birth date and nationality are on the office's page and on no list of teachers, families or students",
    )
}

fn c040(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut admin = ground.seat(world.school.desk(Role::Administrator)?);
    holds(
        text(&admin.page(&world.at(&format!("/students/{}", world.a.student)))?.body).contains("Gender"),
        "the administrator does not read the gender",
    )?;
    for (who, mut seat) in world.seats(ground)?.into_iter().skip(2) {
        let asked = crate::matrix::walk(ground, &world, &world.a, &mut seat, |answer, asked| {
            let shown = text(&answer.body);
            let says = ["Gender", "Female", "female"].iter().any(|word| shown.contains(word))
                && !["/privacy", "/modules"].iter().any(|rules| asked.what.contains(rules));
            holds(!says, format!("{who} reads a gender: {}", asked.what))
        })?;
        holds(asked > 0, "nothing was asked")?;
    }
    all("on the administrator's page; on no page that teacher, guardian, student, officer or visitor gets")
}

fn c056(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut office = ground.seat(school.desk(Role::Office)?);
    let file =
        "Leerlingnummer;Roepnaam;Achternaam;Naam ouder 1;E-mail ouder 1\n1;Ada;Byron;Zqmother Byron;m@example.org\n";
    let import = |office: &mut crate::ground::Seat| -> Result<()> {
        let came = office.upload(&school.at("/roster"), "l.csv", file.as_bytes())?;
        expect_status(&came, 303, "an upload")?;
        office.sends(&format!("{}/apply", came.location()), &[]).map(|_| ())
    };
    import(&mut office)?;
    let id =
        |sql: &str| -> Result<Uuid> { Uuid::parse_str(&look(&school.context, sql)?.concat()).map_err(Error::internal) };
    let (child, guardian, edge) = (
        id("SELECT id AS line FROM student")?,
        id("SELECT id AS line FROM guardian")?,
        id("SELECT id AS line FROM edge")?,
    );
    let mut seat = ground.seat(school.as_guardian(people::GuardianId(guardian))?);
    let path = school.at(&format!("/children/{child}"));
    seat.page(&path)?;
    let tomorrow = ground.test.clock.now().plus(DAY).date().to_string();
    let today = ground.test.clock.now().date().to_string();
    let order = |office: &mut crate::ground::Seat, day: &str| {
        office.sends(
            &school.at(&format!("/edges/{edge}")),
            &[("relationship", "mother"), ("sees", "yes"), ("restricted_from", day)],
        )
    };
    order(&mut office, &tomorrow)?;
    seat.page(&path)?;
    order(&mut office, &today)?;
    expect_status(&seat.get(&path)?, 404, "the child, for a guardian under an order")?;
    import(&mut office)?;
    expect_status(&seat.get(&path)?, 404, "the child, after the next import")?;
    order(&mut office, "")?;
    seat.page(&path)?;
    all(
        "200 before the order's day; in force: 404 at the next request and after the same roster again; lifted by the office: 200",
    )
}
