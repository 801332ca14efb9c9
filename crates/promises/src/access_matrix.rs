//! Every route asked by every role with everybody's ids (C005, C024, C027, C030), and no route without a
//! rule (C032).

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Error, Random, Result};
use registry::Purpose;
use site::build::{Plan, build};
use site::{Cx, Module, Routes};
use store::{Act, Role};
use testkit::Answer;

use crate::ground::{Ground, Seat, dump, expect_status, holds, is_signed_out, look};
use crate::matrix::{self, Asked, walk};
use crate::own_data::picture;
use crate::world::{Family, World};
use crate::{Check, Outcome, all};

pub const CHECKS: &[(&str, Check)] = &[("C005", c005), ("C024", c024), ("C027", c027), ("C030", c030), ("C032", c032)];

/// Tables that a refused visit may add to: the security log is there for it, and whoever asks at the door for a code
/// or begins with a passkey or a provider makes a row, whether or not anybody is known (C015).
const LOGS: [&str; 4] = ["security_log", "federation_attempt", "sign_in_code", "passkey_challenge"];

fn silent(marks: &[&str], answer: &Answer, what: &str) -> Result<()> {
    match marks.iter().find(|mark| answer.shows(mark)) {
        Some(mark) => Err(Error::Internal(format!("{what} shows {mark}"))),
        None => Ok(()),
    }
}

fn c005(ground: &Ground) -> Outcome {
    let (alpha, beta) = (World::new(ground, "Alpha")?, World::new(ground, "Beta")?);
    let marks = beta.marks();
    let before = dump(&beta.school.context, &LOGS)?;
    let mut asked = 0;
    for (role, seat) in alpha.seats(ground)? {
        let judge = |answer: &Answer, asked: &Asked| {
            let what = format!("{role}: {}", asked.what);
            holds(!asked.has_id || !answer.status.is_success(), format!("{what} opens with an id of another school"))?;
            silent(&marks, answer, &what)
        };
        asked += walk(ground, &alpha, &beta.a, &mut seat.clone(), judge)?;
        let mut abroad = seat.clone();
        if let Some(token) = seat.browser.cookie(alpha.school.cookie_name()) {
            abroad.browser = abroad.browser.with_cookie(beta.school.cookie_name(), token);
        }
        asked += walk(ground, &beta, &beta.a, &mut abroad, |answer, asked| {
            silent(&marks, answer, &format!("{role} of another school: {}", asked.what))
        })?;
    }
    holds(before == dump(&beta.school.context, &LOGS)?, "the other school's rows changed")?;
    let mut own = ground.seat(beta.school.desk(Role::Administrator)?);
    let mut seen = 0;
    walk(ground, &beta, &beta.a, &mut own, |answer, _| {
        seen += usize::from(marks.iter().any(|mark| answer.shows(mark)));
        Ok(())
    })?;
    holds(
        seen > 0 && before != dump(&beta.school.context, &LOGS)?,
        "the school's own administrator sees and changes nothing",
    )?;
    all(format!(
        "{asked} requests of 7 roles with another school's ids in path, query and body, and with a session at the wrong school: 0 canaries, its rows unchanged; its own administrator sees them on {seen} pages and changes them"
    ))
}

/// Rows of the school, each with the page that an administrator reads it on.
const PAGES: [(&str, &str); 6] = [
    ("student", "/students/"),
    ("guardian", "/guardians/"),
    ("staff", "/staff/"),
    ("household", "/households/"),
    ("study_group", "/groups/"),
    ("edge", "/edges/"),
];

fn c024(ground: &Ground) -> Outcome {
    let (alpha, beta) = (World::new(ground, "Alpha")?, World::new(ground, "Beta")?);
    let mut admin = ground.seat(alpha.school.desk(Role::Administrator)?);
    let mut read = 0;
    let mut shown = String::new();
    for (table, page) in PAGES {
        for hex in look(&alpha.school.context, &format!("SELECT id AS line FROM {table}"))? {
            let id = uuid::Uuid::parse_str(&hex).map_err(Error::internal)?;
            shown.push_str(&admin.page(&alpha.at(&format!("{page}{id}")))?.body);
            read += 1;
        }
    }
    for mark in alpha.marks() {
        holds(shown.contains(mark), format!("the administrator never sees {mark}"))?;
    }
    let marks = beta.marks();
    let asked = walk(ground, &alpha, &beta.a, &mut admin, |answer, asked| {
        holds(
            !asked.has_id || !answer.status.is_success(),
            format!("{} opens with an id of another school", asked.what),
        )?;
        silent(&marks, answer, &asked.what)
    })?;
    ground.seat(beta.school.desk(Role::Administrator)?).page(&beta.at(&format!("/students/{}", beta.a.student)))?;
    all(format!(
        "{read} rows of 6 tables of the own school are read on their pages; {asked} requests with another school's ids: 0 rows"
    ))
}

/// Whether an answer let the asker through.
fn is_let_through(answer: &Answer) -> bool {
    match answer.status.as_u16() {
        200 | 409 | 422 => true,
        303 => !is_signed_out(answer),
        _ => false,
    }
}

fn c027(ground: &Ground) -> Outcome {
    let (alpha, beta) = (World::new(ground, "Alpha")?, World::new(ground, "Beta")?);
    let nobody = alpha.a.with_ids_of_nobody(&Random::seeded(3));
    let relations: [(&str, &Family); 4] =
        [("own", &alpha.a), ("another", &alpha.b), ("other school's", &beta.a), ("nonexistent", &nobody)];
    let routes: Vec<_> = ground
        .test
        .built
        .school_routes
        .iter()
        .filter(|r| r.path.contains("{student}") || r.path.contains("{edge}"))
        .collect();
    let mut reached = BTreeSet::new();
    let mut asked = 0;
    for (role, mut seat) in alpha.seats(ground)? {
        for (relation, family) in relations {
            for route in routes.iter().filter(|route| route.method == "GET") {
                let answer = seat.get(&alpha.at(&matrix::path(route, family)))?;
                asked += 1;
                if is_let_through(&answer) {
                    reached.insert((role, relation));
                }
            }
        }
    }
    let expected = BTreeSet::from([
        ("administrator", "own"),
        ("administrator", "another"),
        ("office", "own"),
        ("office", "another"),
        ("teacher", "own"),
        ("guardian", "own"),
        ("student", "own"),
    ]);
    holds(reached == expected, format!("a child's pages open to {reached:?}, not to {expected:?}"))?;
    for (role, mut seat) in alpha.seats(ground)?.into_iter().rev() {
        for (relation, family) in
            relations.into_iter().rev().filter(|(relation, _)| !expected.contains(&(role, *relation)))
        {
            let form = matrix::form(family);
            let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            for route in routes.iter().filter(|route| route.method == "POST") {
                let answer = seat.post(&alpha.at(&matrix::path(route, family)), &fields)?;
                asked += 1;
                holds(!is_let_through(&answer), format!("{role} writes to {relation} child: {}", route.path))?;
            }
        }
    }
    all(format!(
        "{asked} requests on {} child routes: open exactly to the desk (administrator, office), the teacher of the class, the linked guardian, the learner",
        routes.len()
    ))
}

/// A link to a new mail address of somebody's.
fn link(world: &World) -> Result<String> {
    use accounts::{account, email_change};
    world.school.arrange(|work| {
        let id = account::create(work, "Zq Mover", None, None, &account::Standing::default())?;
        let email = kernel::EmailAddress::parse(&format!("{id}@example.org"));
        email_change::ask(work, id, &email.map_err(|message| Error::Internal(message.to_string()))?)
    })
}

fn c030(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut student = ground.seat(world.school.as_student(world.a.student)?);
    let own = student.page(&world.at("/me"))?;
    for part in ["", "number", "@example.org"] {
        let word = format!("{}{part}", world.a.student_mark);
        holds(own.shows(&word), format!("the own record does not show {word}"))?;
    }
    let marks = world.b.marks();
    let mut asked = 0;
    for family in [&world.b, &world.a] {
        asked += walk(ground, &world, family, &mut student, |answer, asked| {
            silent(&marks, answer, &asked.what)?;
            // The button on the door is everybody's.
            let own = asked.what.contains("/own/students/") && family.student == world.a.student;
            let is_theirs = own || asked.what == "GET /oidc/{provider}";
            holds(
                is_theirs || !asked.has_id || !is_let_through(answer),
                format!("{} lets a student through", asked.what),
            )
        })?;
    }
    all(format!(
        "own record read; {asked} requests over every route: 0 fields of another student (rankings, forums and autocomplete come with their modules and are walked then)"
    ))
}

static LOOSE: Act<()> = Act::read_school("loose.see", &[Purpose::Operation], &[Role::Administrator]);

async fn loose(cx: Cx) -> site::Result {
    cx.read(LOOSE.on(()), |_, _| Ok(())).await?;
    Ok(cx.go("/"))
}

/// A module with one route that names these acts.
fn house_with(ground: &Ground, folder: &str, names: &'static [&'static str]) -> Result<()> {
    let module = Module {
        name: "loose",
        acts: vec![LOOSE.info()],
        routes: Routes::new().get("/loose", names, loose),
        ..Module::default()
    };
    build(Plan {
        modules: vec![module],
        editions: BTreeMap::new(),
        door: ground.test.house().door,
        folder: &ground.test.folder().join(folder),
        master: store::keys::MasterSource::File,
        control: store::Location::Folder,
        clock: ground.test.clock.clone(),
        random: Random::seeded(5),
        demo: false,
        strict: true,
        url: "http://localhost".to_owned(),
        pseudo: false,
    })
    .map(|_| ())
}

fn c032(ground: &Ground) -> Outcome {
    house_with(ground, "named", &["loose.see"])?;
    for (folder, names) in [("nameless", &[] as &[&str]), ("mistaken", &["loose.sea"])] {
        let refused = house_with(ground, folder, names).err().map(|error| error.to_string()).unwrap_or_default();
        holds(refused.contains("/loose"), format!("a house with a {folder} route starts"))?;
    }
    let mut world = World::new(ground, "Alpha")?;
    arrange_delivery(ground, &mut world)?;
    let mut seats = world.seats(ground)?;
    let (mut open, mut shut) = (0, 0);
    let mut routes: Vec<_> =
        ground.test.built.school_routes.iter().filter(|r| !matrix::APART.contains(&r.path)).collect();
    // Pages first: a form may end what a page shows. Then what families and learners do: the desk may end what they
    // do it with. Last what takes something away.
    routes.sort_by_key(|route| {
        let is_desks = !["/family/", "/own"].iter().any(|own| route.path.starts_with(own));
        (route.method != "GET", is_desks, route.path.ends_with("/remove"))
    });
    for route in routes {
        let what = format!("{} {}", route.method, route.path);
        if route.path.ends_with("/cancel") {
            // The delivery before this one was stored and is gone.
            arrange_delivery(ground, &mut world)?;
        }
        if route.path.contains("{appointment}")
            && let Ok(appointment) = world.book(&world.a)
        {
            // The one before it was cancelled.
            world.a.appointment = appointment;
        }
        let invited = world.a.token.clone();
        if route.path.contains("{link}") {
            world.a.token = link(&world)?;
        }
        let mut answers = Vec::new();
        for (_, seat) in &mut seats {
            answers.push(matrix::ask(seat, route, &world, &world.a)?);
        }
        world.a.token = invited;
        let proofs = route.path.starts_with("/sign-in");
        let is_open = |answer: &Answer| is_let_through(answer) || (proofs && answer.status.as_u16() == 401);
        holds(answers.iter().any(is_open), format!("{what} lets nobody through"))?;
        if answers.iter().any(|answer| !is_let_through(answer)) {
            shut += 1;
        } else {
            let nowhere = matrix::path(route, &world.a);
            expect_status(&ground.visitor().get(&format!("/s/no-such-school{nowhere}"))?, 404, &what)?;
            open += 1;
        }
    }
    all(format!(
        "a route that names no act, or an unknown one, does not start; {shut} routes let somebody through and refuse somebody; {open} are everybody's (sign-in, invitation, notice) and 404 where there is no school; the forms {:?} are asked in C015, C017, C018",
        matrix::APART
    ))
}

/// Gives the world a delivery that waits, an import that was refused and an invitation, so that their routes have
/// something to open.
fn arrange_delivery(ground: &Ground, world: &mut World) -> Result<()> {
    let mut office: Seat = ground.seat(world.school.desk(Role::Office)?);
    let came = office.upload(&world.at("/roster"), "l.xml", b"<no-roster/>")?;
    expect_status(&office.post(&format!("{}/apply", came.location()), &[])?, 422, "no roster")?;
    let import = look(&world.school.context, "SELECT id AS line FROM roster_import LIMIT 1")?.concat();
    world.a.import = uuid::Uuid::parse_str(&import).map_err(kernel::Error::internal)?.to_string();
    let came = office.upload(&world.at("/roster"), "l.csv", b"Leerlingnummer;Roepnaam;Achternaam\n1;Bob;Byron\n")?;
    expect_status(&came, 303, "an upload")?;
    let mut admin: Seat = ground.seat(world.school.desk(Role::Administrator)?);
    let logo = admin.post_file(&world.at("/institution/logo"), &[], "logo", ("logo.png", &picture()?))?;
    expect_status(&logo, 303, "a logo")?;
    let media = look(&world.school.context, "SELECT media_id AS line FROM institution_logo")?.concat();
    world.a.media = uuid::Uuid::parse_str(&media).map_err(kernel::Error::internal)?.to_string();
    crate::page::last_part(came.location()).clone_into(&mut world.a.delivery);
    world.a.token.clone_from(&world.school.first);
    Ok(())
}
