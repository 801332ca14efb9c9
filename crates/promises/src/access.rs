//! What a changed role or relation does at the very next request (C016, C025, C026).

use accounts::account::{self, AccountId};
use kernel::Result;
use store::Role;
use store::sea_orm::prelude::Uuid;

use crate::ground::{Ground, expect_status, holds, is_signed_out, look};
use crate::world::World;
use crate::{Check, Outcome, all};

pub const CHECKS: &[(&str, Check)] = &[("C016", c016), ("C025", c025), ("C026", c026)];

/// The account that was made last.
fn newest_account(world: &World) -> Result<AccountId> {
    let sql = "SELECT id AS line FROM account ORDER BY created_at DESC, id DESC LIMIT 1";
    let line = look(&world.school.context, sql)?.concat();
    Ok(AccountId(Uuid::parse_str(&line).map_err(kernel::Error::internal)?))
}

fn c016(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let students = world.at("/students");
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let account = newest_account(&world)?;
    holds(office.page(&students)?.shows(&world.a.student_mark), "the office sees no student")?;
    world.school.arrange(|work| {
        account::take_role(work, account, Role::Office)?;
        account::give_role(work, account, Role::Dpo)
    })?;
    expect_status(&office.get(&students)?, 403, "the list, for one who is no longer of the office")?;
    world.school.arrange(|work| account::give_role(work, account, Role::Office))?;
    office.page(&students)?;
    world.school.arrange(|work| account::end(work, account))?;
    let left = office.get(&students)?;
    holds(is_signed_out(&left), "who left the school still gets its pages")?;
    holds(world.marks().iter().all(|mark| !left.shows(mark)), "who left the school still reads its rows")?;
    all(
        "role taken: 403 at the next request of the same session; given back: 200; left the school: sent to the sign-in with 0 rows",
    )
}

fn c025(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut admin = ground.seat(world.school.desk(Role::Administrator)?);
    let mut teacher = ground.seat(world.school.as_teacher(world.a.teacher)?);
    let [own, other] = [&world.a, &world.b].map(|family| world.at(&format!("/my/students/{}", family.student)));
    let groups = world.at(&format!("/staff/{}/groups", world.a.teacher));
    teacher.page(&own)?;
    expect_status(&teacher.get(&other)?, 404, "a pupil of a class not assigned")?;
    let second = world.b.group.to_string();
    admin.sends(&groups, &[("group", &second)])?;
    holds(teacher.page(&other)?.shows(&world.b.student_mark), "an assigned class does not open")?;
    admin.sends(&format!("{groups}/{second}/end"), &[])?;
    expect_status(&teacher.get(&other)?, 404, "a pupil of a class taken away")?;
    expect_status(&teacher.get(&world.at(&format!("/my/groups/{second}")))?, 404, "the class taken away")?;
    holds(teacher.page(&own)?.shows(&world.a.student_mark), "the class that stayed does not open")?;
    all(
        "assigned class 200, second class 404, 200 once assigned, 404 at the next request once taken away; the first stays 200",
    )
}

fn c026(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let mut guardian = ground.seat(world.school.as_guardian(world.a.guardian)?);
    let [own, other] = [&world.a, &world.b].map(|family| world.at(&format!("/children/{}", family.student)));
    holds(guardian.page(&own)?.shows(&world.a.student_mark), "a guardian does not see the own child")?;
    expect_status(&guardian.get(&other)?, 404, "another family's child")?;
    let requests = crate::matrix::walk(ground, &world, &world.b, &mut guardian, |answer, asked| {
        holds(world.b.marks().iter().all(|mark| !answer.shows(mark)), format!("{} shows another family", asked.what))
    })?;
    office.sends(&world.at(&format!("/edges/{}/unlink", world.a.edge)), &[])?;
    expect_status(&guardian.get(&own)?, 404, "the child, unlinked")?;
    holds(!guardian.page(&world.at("/"))?.shows(&world.a.student_mark), "the first page still names the child")?;
    all(format!(
        "own child 200, another's 404; {requests} requests over every route with the other family's ids show none of its fields; unlinked: 404 at the next request"
    ))
}
