//! A gender that is kept for counting is shown of nobody, and counted where there are enough to hide in (C041).

use kernel::{Error, Result};
use registry::GenderUse;
use store::Role;

use crate::ground::{Ground, Seat, expect_status, hits, holds, look};
use crate::page::{attribute, last_part, tags, text};
use crate::{Check, Outcome, all, part};

pub const CHECKS: &[(&str, Check)] = &[("C041", c041)];

/// Women and men in the large group; the small one has five of each.
const LARGE: [(&str, usize); 2] = [("female", 14), ("male", 12)];
const SMALL: usize = 5;

fn c041(ground: &Ground) -> Outcome {
    let editions = &ground.test.house().editions;
    let Some(edition) = editions.values().find(|edition| edition.roster.gender == GenderUse::Statistics) else {
        return part("nothing: no edition on offer keeps a gender for counting", "the edition that does");
    };
    let school = ground.test.school("Alpha", &edition.name)?;
    let mut office = ground.seat(school.desk(Role::Office)?);
    let (large, small) = (school.group("Zqlarge")?, school.group("Zqsmall")?);
    let enter = |office: &mut Seat, gender: &str, group: &str| -> Result<String> {
        let typed = [
            ("call_name", "Zqcor"),
            ("surname", "Bos"),
            ("gender", gender),
            ("group", group),
            ("enrolled_on", "2026-11-02"),
        ];
        Ok(last_part(office.sends(&school.at("/students/new"), &typed)?.location()).to_owned())
    };
    let mut one = String::new();
    for (gender, n) in LARGE {
        for _ in 0..n {
            one = enter(&mut office, gender, &large.to_string())?;
        }
        for _ in 0..SMALL {
            enter(&mut office, gender, &small.to_string())?;
        }
    }
    let stored = look(&school.context, "SELECT count(*) || '' AS line FROM demographics WHERE gender IS NOT NULL")?;
    holds(stored == ["36"], format!("{stored:?} genders were kept"))?;

    of_one(ground, &school, &one)?;
    let mut officer = ground.seat(school.desk(Role::Dpo)?);
    let page = text(&officer.page(&school.at("/statistics"))?.body);
    holds(page.contains("Female") && page.contains("19") && page.contains("17"), "the school's counts are not shown")?;
    // The large group alone would leave five of each to be worked out, so it is not shown either.
    holds(!page.contains("14") && !page.contains("12"), "a group shows from which a small one can be worked out")?;
    expect_status(&office.get(&school.at("/statistics"))?, 403, "the counts, for the office")?;
    for _ in 0..SMALL {
        enter(&mut office, "female", &small.to_string())?;
        enter(&mut office, "male", &small.to_string())?;
    }
    let page = text(&officer.page(&school.at("/statistics"))?.body);
    holds(["24", "22", "14", "12", "10"].iter().all(|n| page.contains(n)), "groups of ten of each are not counted")?;
    all(format!(
        "in {}, a gender is typed and kept; no page, form or history of any role shows it of one person; the school's \
         counts show, a group's only when every cell and what is left over has ten or more",
        edition.name
    ))
}

/// No role's page says the gender of one person, and the form does not know it any more.
fn of_one(ground: &Ground, school: &testkit::School, student: &str) -> Result<()> {
    let says = |body: &str| ["Female", "female", "Male", "male"].iter().any(|word| text(body).contains(word));
    let id = student.parse().map_err(|_| Error::Internal(format!("{student} is no id")))?;
    let guardian = school.guardian("Zqpat Bos", &[id])?;
    let own = format!("/children/{student}");
    let record = format!("/students/{student}");
    for (who, mut seat, path) in [
        ("an administrator", ground.seat(school.desk(Role::Administrator)?), record.as_str()),
        ("the office", ground.seat(school.desk(Role::Office)?), record.as_str()),
        ("a guardian", ground.seat(school.as_guardian(guardian)?), own.as_str()),
        ("the learner", ground.seat(school.as_student(id)?), "/me"),
    ] {
        let page = seat.get(&school.at(path))?;
        holds(page.status.as_u16() == 404 || !says(&page.body), format!("{who} reads a gender on {path}"))?;
    }
    let mut office = ground.seat(school.desk(Role::Office)?);
    let form = office.page(&school.at(&format!("{record}/edit")))?.body;
    let select =
        form.split("name=\"gender\"").nth(1).and_then(|rest| rest.split("</select>").next()).unwrap_or_default();
    let chosen: Vec<_> = tags(select, "option").filter(|tag| tag.contains("selected")).collect();
    holds(
        chosen.iter().all(|tag| attribute(tag, "value").is_none_or(str::is_empty)) && select.contains("option"),
        "the form shows which gender is recorded",
    )?;
    // Saved as it stands, the form changes nothing.
    let before = look(&school.context, "SELECT coalesce(gender, '') AS line FROM demographics ORDER BY student_id")?;
    office
        .sends(&school.at(&format!("{record}/edit")), &[("call_name", "Zqcor"), ("surname", "Bos"), ("gender", "")])?;
    let after = look(&school.context, "SELECT coalesce(gender, '') AS line FROM demographics ORDER BY student_id")?;
    holds(before == after, "saving the form loses the gender")?;
    let noted = look(&school.context, "SELECT before || after AS line FROM history")?.concat();
    holds(hits(&noted, "male") == 0, "the history holds a gender")
}
