//! What a delivery does to a school, and what it never does (C042, C051, C057–C060, C062).

use kernel::Result;
use kernel::clock::{DAY, HOUR};
use store::{Context, Role};
use testkit::School;

use crate::ground::{Ground, Seat, dump, expect_status, hits, holds, look};
use crate::page::{last_part, text};
use crate::{Check, Outcome, all};

pub const CHECKS: &[(&str, Check)] =
    &[("C042", c042), ("C051", c051), ("C057", c057), ("C058", c058), ("C059", c059), ("C060", c060), ("C062", c062)];

/// Uploads a file and gives the path of its preview.
fn deliver(seat: &mut Seat, school: &School, name: &str, content: &str) -> Result<String> {
    let came = seat.upload(&school.at("/roster"), name, content.as_bytes())?;
    expect_status(&came, 303, &format!("the upload of {name}"))?;
    Ok(came.location().to_owned())
}

/// Uploads, previews, confirms; gives the preview's text.
fn import(seat: &mut Seat, school: &School, name: &str, content: &str) -> Result<String> {
    let preview = deliver(seat, school, name, content)?;
    let shown = text(&seat.page(&preview)?.body);
    seat.sends(&format!("{preview}/apply"), &[])?;
    Ok(shown)
}

fn office<'g>(ground: &'g Ground, school: &School) -> Result<Seat<'g>> {
    Ok(ground.seat(school.desk(Role::Office)?))
}

fn count(context: &Context, table: &str) -> Result<String> {
    Ok(look(context, &format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}"))?.concat())
}

/// The people and groups of a school, as stored.
fn roster_rows(context: &Context) -> Result<String> {
    let rows: Vec<String> = ["student", "guardian", "staff", "study_group", "edge", "enrolment"]
        .iter()
        .map(|table| count(context, table))
        .collect::<Result<_>>()?;
    Ok(rows.join(" "))
}

fn c042(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut seat = office(ground, &school)?;
    let file = "Leerlingnummer;Roepnaam;Achternaam;Postcode\n1;Ada;Byron;1234 ab\n2;Bob;Dam;12\n3;Cor;Dam;\n";
    let shown = import(&mut seat, &school, "l.csv", file)?;
    let kept =
        look(&school.context, "SELECT number || ' ' || coalesce(postcode, '-') AS line FROM student ORDER BY number")?;
    holds(kept == ["1 1234AB", "2 -", "3 -"], format!("postcodes are kept as {kept:?}"))?;
    holds(shown.contains("l.csv, row 3") || shown.contains("row 3"), "the bad postcode is not named by its row")?;
    holds(!shown.contains("row 4"), "an empty postcode is named as bad")?;
    all("`1234 ab` is kept as 1234AB; `12` is named with row 3 and not kept; an empty one is no fault")
}

fn c051(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut seat = office(ground, &school)?;
    let file =
        "Leerlingnummer;Roepnaam;Achternaam;Postcode\n1;Ada;Byron;1234AB\n2;Bob;Byron;1234 ab\n3;Cor;Dam;1234AB\n";
    import(&mut seat, &school, "l.csv", file)?;
    holds(count(&school.context, "household")? == "2", "three children of two families are not in two households")?;
    let together = "SELECT CAST(count(DISTINCT household_id) AS TEXT) AS line FROM student WHERE surname = 'Byron'";
    holds(look(&school.context, together)?.concat() == "1", "two of one address and surname are apart")?;
    let bob = look(&school.context, "SELECT id AS line FROM student WHERE call_name = 'Bob'")?.concat();
    let bob = uuid::Uuid::parse_str(&bob).map_err(kernel::Error::internal)?;
    seat.sends(&school.at(&format!("/students/{bob}/place")), &[("household", "own")])?;
    holds(look(&school.context, together)?.concat() == "2", "a family cannot be split")?;
    import(&mut seat, &school, "l.csv", file)?;
    holds(look(&school.context, together)?.concat() == "2", "the next import undoes the split")?;
    all(
        "3 children, 2 with one postcode and surname: 2 households; one child placed apart by the office stays apart after the same file again",
    )
}

fn c057(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut seat = office(ground, &school)?;
    let head = "Leerlingnummer;Roepnaam;Achternaam;Geboortedatum\n";
    import(&mut seat, &school, "l.csv", &format!("{head}1;Ada;Byron;01-02-2015\n2;Bob;Dam;\n"))?;
    let before = dump(&school.context, &["delivery", "delivery_file", "audit", "security_log", "session"])?;
    let second = format!("{head}1;Ada;King;01-02-2015\n3;Cor;Eik;31-02-2015\n");
    let preview = deliver(&mut seat, &school, "l.csv", &second)?;
    let shown = text(&seat.page(&preview)?.body);
    for expected in ["1 1 1 Guardians", "Was Ada Byron Now Ada King", "Cor Eik", "Bob Dam", "31-02-2015", "row 3"] {
        holds(shown.contains(expected), format!("the preview does not say “{expected}”"))?;
    }
    let after = dump(&school.context, &["delivery", "delivery_file", "audit", "security_log", "session"])?;
    holds(before == after, "something is stored before the confirmation")?;
    seat.sends(&format!("{preview}/apply"), &[])?;
    let names = look(&school.context, "SELECT call_name || ' ' || surname AS line FROM student ORDER BY number")?;
    holds(names == ["Ada King", "Bob Dam", "Cor Eik"], format!("confirmed, the school holds {names:?}"))?;
    all(
        "preview: 1 new, 1 changed with old and new value, 1 leaving, 1 fault with its row; no row of the school differs until it is confirmed, then all do",
    )
}

const EDEXML: &str = "<EDEX><school><schooljaar>2023-2024</schooljaar><xsdversie>2.1</xsdversie></school>\
<groepen><groep key='g1'><naam>4A</naam><jaargroep>4</jaargroep></groep><groep key='g2'><naam>5B</naam><jaargroep>5</jaargroep></groep></groepen>\
<leerlingen><leerling key='1'><achternaam>Hof</achternaam><voorvoegsel>van 't</voorvoegsel><roepnaam>Gerard</roepnaam><groep key='g1'/></leerling>\
<leerling key='2'><achternaam>Dam</achternaam><roepnaam>Ada</roepnaam><groep key='g2'/></leerling>\
<leerling key='3'><achternaam>Eik</achternaam><roepnaam>Bob</roepnaam><groep key='g2'/></leerling></leerlingen>\
<leerkrachten><leerkracht key='9'><achternaam>Bos</achternaam><roepnaam>Cor</roepnaam><groepen><groep key='g1'/></groepen></leerkracht></leerkrachten></EDEX>";

/// Entities that call each other grow to gigabytes; this one must not even begin.
fn bomb() -> String {
    let mut text = String::from("<?xml version='1.0'?><!DOCTYPE EDEX [<!ENTITY a0 'zq'>");
    for n in 1..30 {
        let before = n - 1;
        text.push_str(&format!("<!ENTITY a{n} '{}'>", format!("&a{before};").repeat(10)));
    }
    text + "]><EDEX><leerlingen><leerling key='1'><achternaam>&a29;</achternaam></leerling></leerlingen></EDEX>"
}

fn c058(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut seat = office(ground, &school)?;
    let file = "<!DOCTYPE EDEX [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><EDEX><leerlingen><leerling key='1'><achternaam>&x;</achternaam></leerling></leerlingen></EDEX>";
    let mut longest = 0;
    for (name, attack) in [("bomb.xml", bomb()), ("file.xml", file.to_owned())] {
        let start = std::time::Instant::now();
        let preview = deliver(&mut seat, &school, name, &attack)?;
        expect_status(&seat.get(&preview)?, 422, name)?;
        expect_status(&seat.post(&format!("{preview}/apply"), &[])?, 422, name)?;
        let took = start.elapsed().as_millis();
        holds(took < 1_000, format!("{name} took {took} ms"))?;
        longest = longest.max(took);
    }
    holds(count(&school.context, "student")? == "0", "a refused file stored a child")?;
    import(&mut seat, &school, "e.xml", EDEXML)?;
    let kept = roster_rows(&school.context)?;
    holds(kept == "3 0 1 2 0 3", format!("students, guardians, staff, groups, edges, enrolments: {kept}"))?;
    let hof = look(
        &school.context,
        "SELECT call_name || '/' || infix || '/' || surname AS line FROM student WHERE surname = 'Hof'",
    )?;
    holds(hof == ["Gerard/van 't/Hof"], format!("a name is kept as {hof:?}"))?;
    all(format!(
        "3 pupils, 2 groups, 1 teacher and 3 enrolments as in the file; entity bomb and external entity refused with 422 in at most {longest} ms"
    ))
}

fn c059(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut seat = office(ground, &school)?;
    let file = "Leerlingnummer;Roepnaam;Achternaam;BSN;Godsdienst\n1;Ada;Zqbyron;111222333;zqreligion\n";
    let shown = import(&mut seat, &school, "l.csv", file)?;
    for column in ["l.csv – BSN", "l.csv – Godsdienst"] {
        holds(shown.contains(column), format!("the report does not name {column} as dropped"))?;
    }
    let rows = dump(&school.context, &[])?;
    holds(hits(&rows, "Zqbyron") > 0, "the allowed columns were not stored")?;
    for value in ["111222333", "zqreligion"] {
        holds(hits(&rows, value) == 0, format!("{value} is stored"))?;
    }
    all(
        "BSN and an undeclared column are named as dropped; their values have 0 hits in every row after the import, the allowed ones are there",
    )
}

fn c060(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut seat = office(ground, &school)?;
    let one = "Leerlingnummer;Roepnaam;Achternaam;Klas;Postcode\n1;Ada;Byron;1A;1234AB\n2;Bob;Dam;1B;1234AC\n";
    import(&mut seat, &school, "l.csv", one)?;
    let before = roster_rows(&school.context)?;
    let again = import(&mut seat, &school, "l.csv", one)?;
    holds(again.contains("already is as this file says"), "the same file again is not an empty difference")?;
    holds(before == roster_rows(&school.context)?, "the same file again changes the counts")?;
    import(&mut seat, &school, "l.csv", "Leerlingnummer;Roepnaam;Achternaam;Klas;Postcode\n1;Ada;Byron;1A;1234AB\n")?;
    let left = look(&school.context, "SELECT call_name AS a, left_on AS b FROM student ORDER BY number")?;
    let today = ground.test.clock.now().date();
    holds(left == ["Ada -".to_owned(), format!("Bob {today}")], format!("after a file without Bob: {left:?}"))?;
    all(
        "the same file twice: the second difference is empty and no count moves; who is missing in a third is disenrolled on its day, the record stays",
    )
}

fn c062(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut seat = office(ground, &school)?;
    let file = "Leerlingnummer;Roepnaam;Achternaam\n1;Ada;Zqwaits\n";
    let waiting = deliver(&mut seat, &school, "l.csv", file)?;
    holds(hits(&dump(&school.context, &[])?, "Zqwaits") == 1, "an upload does not wait for its confirmation")?;
    ground.test.clock.advance(DAY - HOUR);
    school.run_due()?;
    holds(hits(&dump(&school.context, &[])?, "Zqwaits") == 1, "an upload is gone too early")?;
    ground.test.clock.advance(HOUR);
    school.run_due()?;
    holds(hits(&dump(&school.context, &[])?, "Zqwaits") == 0, "an upload is still there after a day")?;
    let mut seat = office(ground, &school)?;
    expect_status(&seat.get(&waiting)?, 404, "the preview of a forgotten upload")?;
    import(&mut seat, &school, "l.csv", &file.replace("Zqwaits", "Zqgone"))?;
    holds(count(&school.context, "delivery_file")? == "0", "a confirmed file is kept")?;
    holds(last_part(&waiting).len() == 36, "the preview has no id")?;
    all(
        "an unconfirmed file waits 23 hours and has 0 hits in every row after 24 by the normal job; a confirmed one is gone at once",
    )
}
