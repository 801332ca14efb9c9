//! People and their own data: mail addresses, postal addresses, corrections, the yearly question, profiles
//! (C011, C077, C127, C128, C164, C178).

use accounts::account::Standing;
use kernel::clock::{DAY, HOUR};
use kernel::{Error, Result};
use store::{Context, Role};
use testkit::{School, raw};

use crate::ground::{Ground, Seat, dump, expect_status, hits, holds, look};
use crate::page::{self, text};
use crate::sign_in::{PASSWORD, joined};
use crate::world::World;
use crate::{Check, Outcome, all, part};

pub const CHECKS: &[(&str, Check)] =
    &[("C011", c011), ("C077", c077), ("C127", c127), ("C128", c128), ("C164", c164), ("C178", c178)];

/// What the mails that wait say, each with its address.
fn mails(context: &Context) -> Result<Vec<String>> {
    look(context, "SELECT recipient || ' ' || subject || ' ' || body AS line FROM outbox ORDER BY at, id")
}

/// The one link of a mail, without the host.
fn link(mail: &str) -> Result<String> {
    let path = mail.split_whitespace().find_map(|word| word.find("/s/").and_then(|at| word.get(at..)));
    path.map(str::to_owned).ok_or_else(|| Error::Internal(format!("no link in {mail}")))
}

fn newest(context: &Context, from: usize) -> Result<Vec<String>> {
    Ok(mails(context)?.into_iter().skip(from).collect())
}

fn c011(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let parent = school.guardian("Zqparent Berg", &[])?;
    let standing = Standing { guardian: Some(parent.0), ..Standing::default() };
    let mut seat = joined(ground, &school, &standing, "old@example.org")?;
    let proof = mails(&school.context)?.last().cloned().unwrap_or_default();
    holds(
        proof.starts_with("old@example.org") && !proof.contains("Zq"),
        "an address typed on joining is not asked to prove itself, or is told a name",
    )?;
    // So that what is asked for now comes after what was written before.
    ground.test.clock.advance(1);
    let before = mails(&school.context)?.len();
    let new = "another zqhorse staple";
    seat.sends(&school.at("/account/password"), &[("old_password", PASSWORD), ("password", new)])?;
    let told = newest(&school.context, before)?;
    holds(told.len() == 1 && !told.concat().contains("Zq"), "an unproven address gets a name")?;
    seat.sends(&link(&proof)?, &[])?;

    // So that what is asked for now comes after what was written before.
    ground.test.clock.advance(1);
    let before = mails(&school.context)?.len();
    let ask = |seat: &mut Seat, password: &str| {
        seat.post(&school.at("/account/email"), &[("email", "new@example.org"), ("old_password", password)])
    };
    expect_status(&ask(&mut seat, "wrong horse")?, 422, "a change without the password")?;
    expect_status(&ask(&mut seat, new)?, 303, "a change with the password")?;
    let asked = newest(&school.context, before)?;
    holds(asked.len() == 1 && asked.concat().starts_with("new@example.org"), "the link goes elsewhere")?;
    holds(!asked.concat().contains("Zq") && !asked.concat().contains("Berg"), "an unverified address is told a name")?;
    let now = || look(&school.context, "SELECT email AS line FROM account WHERE guardian_id IS NOT NULL");
    holds(now()? == ["old@example.org"], "the address changed before the link was opened")?;
    let path = link(&asked.concat())?;
    expect_status(&ground.visitor().get(&path)?, 200, "the link")?;
    holds(now()? == ["old@example.org"], "looking at the link changed the address")?;
    // So that what is asked for now comes after what was written before.
    ground.test.clock.advance(1);
    let before = mails(&school.context)?.len();
    ground.visitor().sends(&path, &[])?;
    holds(now()? == ["new@example.org"], "the confirmed address does not count")?;
    let mut to: Vec<String> =
        newest(&school.context, before)?.iter().filter_map(|mail| mail.split(' ').next().map(str::to_owned)).collect();
    to.sort();
    holds(to == ["new@example.org", "old@example.org"], format!("the change is told to {to:?}"))?;
    expect_status(&ground.visitor().post(&path, &[])?, 404, "the link a second time")?;
    ask_and_wait(ground, &school, &mut seat, new)?;
    all(
        "asked with the password: one link to the new address, without a name; the old one counts until it is opened and confirmed; then both are told; the link works once and for three days; an address typed on joining gets no name before it has proven itself",
    )
}

/// A link that nobody opened for three days is over.
fn ask_and_wait(ground: &Ground, school: &School, seat: &mut Seat, password: &str) -> Result<()> {
    // So that what is asked for now comes after what was written before.
    ground.test.clock.advance(1);
    let before = mails(&school.context)?.len();
    seat.sends(&school.at("/account/email"), &[("email", "late@example.org"), ("old_password", password)])?;
    let path = link(&newest(&school.context, before)?.concat())?;
    ground.test.clock.advance(3 * DAY);
    expect_status(&ground.visitor().post(&path, &[])?, 404, "a link after three days")
}

const ADDRESS: [(&str, &str); 5] = [
    ("address_street", "Zqstreet"),
    ("house_number", "12"),
    ("house_addition", "bis"),
    ("address_postcode", "1234 ab"),
    ("city", "Zqtown"),
];

fn c077(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let mut admin = ground.seat(world.school.desk(Role::Administrator)?);
    let people = [
        format!("/guardians/{}", world.a.guardian),
        format!("/staff/{}", world.a.teacher),
        format!("/households/{}", world.a.household),
    ];
    for path in &people {
        let wrong = [("address_street", "Zqstreet"), ("address_postcode", "12")];
        expect_status(&office.post(&world.at(&format!("{path}/address")), &wrong)?, 422, "half an address")?;
        office.sends(&world.at(&format!("{path}/address")), &ADDRESS)?;
        holds(office.page(&world.at(path))?.shows("Zqstreet 12 bis"), format!("{path} does not show the address"))?;
    }
    let lines = ["Zqstreet 12 bis", "1234 AB  Zqtown"];
    for path in [&people[0], &people[1]] {
        let letter = admin.post(&world.at(&format!("{path}/letter")), &[])?;
        expect_status(&letter, 200, "the letter")?;
        holds(lines.iter().all(|line| letter.shows(line)), format!("the letter of {path} does not print the address"))?;
    }
    let export = admin.page(&world.at("/institution/export"))?.body;
    holds(export.matches("Zqstreet").count() == 3, "the export does not hold the three addresses")?;
    let mut readers = 0;
    for (who, mut seat) in world.seats(ground)?.into_iter().skip(2) {
        crate::matrix::walk(ground, &world, &world.a, &mut seat, |answer, asked| {
            let own = matches!(who, "guardian" | "teacher" | "student") && asked.what.contains(" /own");
            readers += usize::from(own && answer.shows("Zqstreet"));
            holds(own || !answer.shows("Zqstreet"), format!("{who} reads an address: {}", asked.what))
        })?;
    }
    holds(readers >= 3, "a person does not read the own address")?;
    let other = ground.seat(world.school.as_guardian(world.b.guardian)?).page(&world.at("/own"))?;
    holds(!other.shows("Zqstreet"), "another family reads the address")?;
    all(
        "kept for a guardian, a member of staff and a household; printed on both invitation letters as its country writes it, three times in the export; shown to the desk and on each person's own page, and on no other page that teacher, guardian, student, officer or visitor gets",
    )
}

fn c128(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut seat = ground.seat(world.school.as_guardian(world.a.guardian)?);
    let mut fields = ADDRESS.to_vec();
    fields.push(("phone", "06 87654321"));
    seat.sends(&world.at("/own/guardian"), &fields)?;
    let live = look(&world.school.context, "SELECT phone AS line FROM guardian WHERE phone = '+31687654321'")?;
    holds(live.len() == 1, "the changed number is not live")?;
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let shown = office.page(&world.at(&format!("/guardians/{}", world.a.guardian)))?;
    holds(shown.shows("+31687654321") && shown.shows("Zqstreet 12 bis"), "the office reads the old data")?;
    // A field that the school owns, sent along by hand, changes nothing.
    seat.sends(&world.at("/own/guardian"), &[("phone", "0687654321"), ("surname", "Zqforged")])?;
    holds(hits(&dump(&world.school.context, &[])?, "Zqforged") == 0, "a school-owned field was changed at once")?;
    let path = world.at("/own/guardian/propose");
    let form = seat.page(&path)?.body;
    let value = |name: &str| page::value(&form, name).unwrap_or_default().to_owned();
    let (call, email, phone) = (value("call_name"), value("email"), value("phone"));
    let record = [("call_name", call.as_str()), ("email", &email), ("phone", &phone)];
    let mut wish = record.to_vec();
    wish.extend([("surname", "Zqmarried"), ("reason", "We married")]);
    seat.sends(&path, &wish)?;
    let before = look(&world.school.context, "SELECT surname AS line FROM guardian WHERE surname = 'Zqmarried'")?;
    holds(before.is_empty(), "a proposed name is live before an answer")?;
    holds(office.page(&world.at("/proposals"))?.shows("/proposals/"), "the office sees no proposal")?;
    let others = format!("/own/students/{}/propose", world.b.student);
    expect_status(&seat.post(&world.at(&others), &[("reason", "x"), ("other", "y")])?, 404, "another family's child")?;
    all(
        "a guardian's own number and address are live at once and on the office's page; a school-owned field sent along changes nothing and is a request instead; for a child of another family 404",
    )
}

fn c127(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let context = &world.school.context;
    let mut seat = ground.seat(world.school.as_guardian(world.a.guardian)?);
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let student = format!("/students/{}", world.a.student);
    // The wrong value comes into the record by the office's own form, so that its history knows it too.
    let old = world.a.student_mark.clone();
    let base = [("surname", old.as_str()), ("born", "2015-08-31"), ("number", "Zqwrong7")];
    let mut wrong = base.to_vec();
    wrong.push(("call_name", "Zqmisspelt"));
    office.sends(&world.at(&format!("{student}/edit")), &wrong)?;
    let mut wish = base.to_vec();
    wish.retain(|(name, _)| *name != "number");
    wish.extend([("call_name", "Ada"), ("number", "77"), ("reason", "As on the passport")]);
    ground.test.clock.advance(1);
    seat.sends(&world.at(&format!("/own{student}/propose")), &wish)?;
    let latest = "SELECT id AS line FROM proposal ORDER BY at DESC, id DESC LIMIT 1";
    let id = uuid::Uuid::parse_str(&look(context, latest)?.concat()).map_err(Error::internal)?;
    let path = world.at(&format!("/proposals/{id}"));
    let shown = text(&office.page(&path)?.body);
    holds(shown.contains("Zqmisspelt") && shown.contains("Ada"), "the office does not see old and new")?;
    let stale = [("answer/call_name", "accept"), ("seen/call_name", "something else")];
    expect_status(&office.post(&path, &stale)?, 422, "an answer about a value that changed since")?;
    expect_status(&office.post(&path, &[("answer/number", "refuse")])?, 422, "a refusal without a reason")?;
    let mails_before = mails(context)?.len();
    office.sends(&path, &[("answer/call_name", "accept"), ("seen/call_name", "Zqmisspelt")])?;
    office.sends(&path, &[("answer/number", "refuse"), ("words/number", "Zqnumbers are ours")])?;
    let everywhere = |word: &str| -> Result<Vec<String>> {
        let all = dump(context, &["proposal_field", "outbox"])?;
        Ok(all.lines().filter(|line| hits(line, word) > 0).map(str::to_owned).collect())
    };
    holds(
        everywhere("Zqmisspelt")?.is_empty(),
        format!("the wrong value still stands in {:?}", everywhere("Zqmisspelt")?),
    )?;
    holds(hits(&dump(context, &[])?, "Zqmisspelt") == 1, "the request does not hold the wrong value once")?;
    holds(office.page(&world.at(&student))?.shows("Ada"), "the record does not hold the right value")?;
    holds(!everywhere("Zqwrong7")?.is_empty(), "a refused field left the record")?;
    let outcome = text(&seat.page(&world.at(&format!("/own/proposals/{id}")))?.body);
    holds(outcome.contains("Zqnumbers are ours"), "the guardian does not read the answer")?;
    let mail = newest(context, mails_before)?;
    holds(
        mail.len() == 1 && !mail.concat().contains("Zq") && !mail.concat().contains("Ada"),
        "the mail tells more than that there is an answer",
    )?;
    let audited = look(context, "SELECT act AS line FROM audit WHERE act = 'proposals.decide'")?;
    holds(audited.len() == 2, "an answer leaves no entry in the trail")?;
    part(
        "field by field old and new before the office; a stale answer and a refusal without a reason are 422; granted, the wrong value stands in the request alone, in no other table and no history; the guardian reads the answers, the mail says only that there is one; two audit entries",
        "telling the recipients of C121 (privacy/rights), and files kept elsewhere",
    )
}

fn c164(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let child = school.student("Zqkim Berg", None)?;
    let parent = school.guardian("Zqparent Berg", &[child])?;
    let other = school.guardian("Zqother Dam", &[child])?;
    // From 2 November to a year on: the next year's day of asking.
    let start = mails(&school.context)?.len();
    let run = |days: i64| -> Result<()> {
        ground.test.clock.advance(days * DAY + HOUR);
        school.run_due()
    };
    run(1)?;
    holds(newest(&school.context, start)?.is_empty(), "somebody is asked long after the day")?;
    run(315)?;
    holds(newest(&school.context, start)?.is_empty(), "somebody is asked before the day")?;
    run(3)?;
    run(1)?;
    let asked = newest(&school.context, start)?;
    holds(asked.len() == 2, format!("{} mails for two guardians", asked.len()))?;
    holds(!asked.concat().contains("Zq"), "the mail names somebody")?;
    let mut seat = ground.seat(school.as_guardian(parent)?);
    let home = seat.page(&school.at("/"))?;
    holds(home.shows(&school.at("/own/check")), "no task on the guardian's first page")?;
    let question = text(&seat.page(&school.at("/own/check"))?.body);
    holds(question.contains("Zqparent") && question.contains("Zqkim"), "the page does not show self and child")?;
    seat.sends(&school.at("/own/check"), &[("answer", "right")])?;
    holds(!seat.page(&school.at("/"))?.shows(&school.at("/own/check")), "the task stays after the answer")?;
    run(30)?;
    run(1)?;
    let reminded = newest(&school.context, start)?.split_off(2);
    holds(reminded.len() == 1 && reminded.concat().starts_with("zqother"), format!("reminded: {reminded:?}"))?;
    let mut office = ground.seat(school.desk(Role::Office)?);
    let list = text(&office.page(&school.at("/checks"))?.body);
    holds(list.contains("Zqother") && !list.contains("Zqparent"), "the list is not of who has not answered")?;
    holds(office.page(&school.at("/"))?.shows(&school.at("/checks")), "the office has no task")?;
    let mut late = ground.seat(school.as_guardian(other)?);
    late.sends(&school.at("/own/check"), &[("answer", "change")])?;
    holds(!text(&office.page(&school.at("/checks"))?.body).contains("Zqother"), "an answered one stays on the list")?;
    all(
        "nobody is asked before the day nor long after; on it each guardian gets one task and one mail that names nobody; answered from the first page in two taps; after four weeks one reminder to the other alone, who stands on the office's list until they answer",
    )
}

fn c178(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut teacher = ground.seat(world.school.as_teacher(world.a.teacher)?);
    let long = "x".repeat(501);
    expect_status(&teacher.post(&world.at("/profile"), &[("bio", &long)])?, 422, "501 characters about oneself")?;
    let save = |seat: &mut Seat, audience: &str| {
        let fields = [
            ("preferred_name", "Zqcalled"),
            ("name_audience", audience),
            ("bio", "<script>zqbio</script> & more"),
            ("bio_audience", audience),
        ];
        seat.sends(&world.at("/profile"), &fields)
    };
    let child = world.at(&format!("/children/{}", world.a.student));
    let mut family = ground.seat(world.school.as_guardian(world.a.guardian)?);
    let mut others = ground.seat(world.school.as_guardian(world.b.guardian)?);
    for audience in ["nobody", "staff"] {
        save(&mut teacher, audience)?;
        holds(!family.page(&child)?.shows("Zqcalled"), format!("a family sees what is shown to {audience}"))?;
    }
    save(&mut teacher, "families")?;
    let page = family.page(&child)?;
    holds(page.shows("Zqcalled") && page.shows("zqbio"), "a family does not see what is shown to families")?;
    holds(!page.shows("<script>zqbio") && page.shows("&#60;script&#62;zqbio"), "free text is not escaped")?;

    let png = picture()?;
    let send = |seat: &mut Seat, audience: &str, bytes: &[u8]| {
        seat.post_file(&world.at("/profile/picture"), &[("picture_audience", audience)], "picture", ("me.png", bytes))
    };
    expect_status(&send(&mut teacher, "families", b"GIF89a no picture for us")?, 422, "a GIF")?;
    expect_status(&send(&mut teacher, "families", &png)?, 303, "a picture")?;
    // Of this teacher: the other one of the world has a picture too.
    let own = format!(
        "FROM profile_picture JOIN profile_part ON id = part_id WHERE person = {}",
        raw::id(&world.school.context, world.a.teacher.0)
    );
    let id = look(&world.school.context, &format!("SELECT part_id AS line {own}"))?.concat();
    let path = world.at(&format!("/profiles/{}", uuid::Uuid::parse_str(&id).map_err(Error::internal)?));
    let shown = family.get(&path)?;
    expect_status(&shown, 200, "the picture, for a family of the class")?;
    let cache = shown.headers.get("cache-control").and_then(|value| value.to_str().ok()).unwrap_or_default();
    holds(cache.starts_with("private"), format!("a picture may be kept by caches: {cache}"))?;
    expect_status(&others.get(&path)?, 404, "the picture, for a family of another class")?;
    expect_status(&send(&mut teacher, "staff", &png)?, 303, "another audience")?;
    expect_status(&family.get(&path)?, 404, "the picture that was replaced")?;
    let kept = look(&world.school.context, &format!("SELECT CAST(length(bytes) AS TEXT) AS line {own}"))?;
    holds(kept.len() == 1, "an old picture is kept")?;
    all(
        "each part is seen by nobody, by staff or by the families of the own classes, as chosen, also its picture (another class 404, caches private); 501 characters are 422, markup is shown as text; a picture is kept as one small JPEG, a GIF refused",
    )
}

/// A plain picture of 2 × 2 points.
pub fn picture() -> Result<Vec<u8>> {
    const PNG: &str = "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a7300000010494441\
        54789c6338111000440c100a00294e05a114d5ee650000000049454e44ae426082";
    hex::decode(PNG).map_err(Error::internal)
}
