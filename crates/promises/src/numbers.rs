//! A guardian's number is what they sign in with, and e-mail is never needed (C052).

use kernel::clock::MINUTE;
use kernel::{Error, Result};
use store::Role;
use uuid::Uuid;

use crate::ground::{Ground, Seat, expect_status, holds, is_signed_out, look};
use crate::page::text;
use crate::sign_in::{PASSWORD, set_up, sign_in};
use crate::world::World;
use crate::{Check, Outcome, all};

pub const CHECKS: &[(&str, Check)] = &[("C052", c052)];

const OLD: &str = "06 12 34 56 78";
const NEW: &str = "06 87 65 43 21";

/// The second guardian of family a's child: a number and no mail. Gives their id.
fn second_guardian(office: &mut Seat, world: &World) -> Result<Uuid> {
    let fields = [("call_name", "Zqpapa"), ("surname", "Zqpapa"), ("relationship", "father"), ("phone", OLD)];
    office.sends(&world.at(&format!("/students/{}/guardians", world.a.student)), &fields)?;
    let id = look(&world.school.context, "SELECT id AS line FROM guardian WHERE surname = 'Zqpapa'")?;
    Uuid::parse_str(&id.concat()).map_err(Error::internal)
}

/// Each link says what the guardian is, on the child's page and on the guardian's.
fn relationships(office: &mut Seat, world: &World, papa: Uuid) -> Result<()> {
    let child = text(&office.page(&world.at(&format!("/students/{}", world.a.student)))?.body);
    holds(child.contains("Mother") && child.contains("Father"), "the child's page does not say who is what")?;
    for (guardian, word, other) in [(world.a.guardian.0, "Mother", "Father"), (papa, "Father", "Mother")] {
        let page = text(&office.page(&world.at(&format!("/guardians/{guardian}")))?.body);
        holds(page.contains(word) && !page.contains(other), format!("a guardian's page does not say {word}"))?;
    }
    Ok(())
}

/// A mail is refused in words that offer the letter, whose code makes the account.
fn joins_by_letter<'g>(ground: &'g Ground, office: &mut Seat, world: &World, papa: Uuid) -> Result<Seat<'g>> {
    let letter = world.at(&format!("/guardians/{papa}/letter"));
    let mail = office.post(&world.at(&format!("/guardians/{papa}/invite")), &[])?;
    expect_status(&mail, 422, "a mail to nobody")?;
    holds(mail.shows("no e-mail address on record") && mail.shows(&letter), "the letter is not offered")?;
    let printed = office.post(&letter, &[])?;
    expect_status(&printed, 200, "a letter for one without mail")?;
    let code = printed.body.split("class=\"code\" dir=\"ltr\">").nth(1).and_then(|rest| rest.split('<').next());
    let mut seat = ground.visitor();
    let typed = seat.sends(&world.at("/invite"), &[("code", code.unwrap_or_default())])?;
    let made = seat.post(typed.location(), &[("password", PASSWORD), ("terms", "yes")])?;
    expect_status(&made, 303, "joining with number and password alone")?;
    Ok(seat)
}

/// Child, notice, password, second factor, codes, sessions, language: all without an address.
fn lives_without_mail(ground: &Ground, seat: &mut Seat, world: &World) -> Result<String> {
    const CHANGED: &str = "another zqhorse staple";
    for path in ["/", "/account", "/privacy/", &format!("/children/{}", world.a.student)] {
        seat.page(&world.at(path))?;
    }
    seat.sends(&world.at("/account/password"), &[("old_password", PASSWORD), ("password", CHANGED)])?;
    seat.sends(&world.at("/account/language"), &[("language", "en")])?;
    set_up(ground, seat, &world.at("/account/second-factor"))?;
    expect_status(&seat.post(&world.at("/account/second-factor/codes"), &[("proof", CHANGED)])?, 200, "fresh codes")?;
    seat.sends(&world.at("/account/second-factor/off"), &[("password", CHANGED)])?;
    seat.sends(&world.at("/account/sessions/end-others"), &[])?;
    let shown = text(&seat.page(&world.at("/account"))?.body);
    for told in ["Your password was changed", "A second factor was set up", "New recovery codes were made"] {
        holds(shown.contains(told), format!("the account page does not tell: {told}"))?;
    }
    holds(look(&world.school.context, "SELECT recipient AS line FROM outbox")?.is_empty(), "a mail goes to nobody")?;
    seat.sends(&world.at("/sign-out"), &[])?;
    Ok(CHANGED.to_owned())
}

fn c052(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    let papa = second_guardian(&mut office, &world)?;
    relationships(&mut office, &world, papa)?;

    let mut seat = joins_by_letter(ground, &mut office, &world, papa)?;
    let password = lives_without_mail(ground, &mut seat, &world)?;
    let enters = |number: &str| -> Result<(u16, String)> {
        let answer = sign_in(&mut ground.visitor(), &world.school, number, &password)?;
        Ok((answer.status.as_u16(), answer.body.replace(number, "")))
    };
    let signed_in = |status: u16, what: &str| holds(status == 303, format!("{what} answers {status}"));
    signed_in(enters(OLD)?.0, "the number on record")?;
    signed_in(enters("٠٦١٢٣٤٥٦٧٨")?.0, "the number in Arabic digits")?;
    signed_in(enters("+31612345678")?.0, "the number with its country")?;
    let edited = [("call_name", "Zqpapa"), ("surname", "Zqpapa"), ("phone", NEW)];
    office.sends(&world.at(&format!("/guardians/{papa}/edit")), &edited)?;
    let (old, said) = enters(OLD)?;
    holds(old == 422, format!("the old number answers {old} after the change"))?;
    holds(said == enters("06 99 99 99 99")?.1, "an old number is answered otherwise than an unknown one")?;
    signed_in(enters(NEW)?.0, "the new number")?;
    ground.test.clock.advance(MINUTE);
    world.school.run_due()?;
    let mut seat = ground.visitor();
    let led = sign_in(&mut seat, &world.school, NEW, &password)?;
    holds(led.location().ends_with("/account"), "what nobody has told yet does not come first")?;
    holds(seat.page(&world.at("/account"))?.shows("changed your number"), "the new number is not told")?;

    let child = world.at(&format!("/children/{}", world.a.student));
    let own = text(&seat.page(&child)?.body);
    let mail = format!("{}@example.org", world.a.guardian_mark);
    holds(own.contains(&world.a.guardian_mark), "the co-guardian's name is not shown")?;
    holds(!own.contains(&mail) && !own.contains("612000001"), "a co-guardian's contact is shown")?;
    let mut mama = ground.seat(world.school.as_guardian(world.a.guardian)?);
    let hers = text(&mama.page(&child)?.body);
    holds(hers.contains("Zqpapa") && !hers.contains("687654321"), "the other's number is shown")?;
    let kept = text(&office.page(&world.at(&format!("/guardians/{}", world.a.guardian)))?.body);
    holds(kept.contains(&mail) && kept.contains("612000001"), "the office does not see the contact")?;
    holds(is_signed_out(&ground.visitor().get(&child)?), "the child's page opens to anybody")?;
    all(
        "the link says Mother and Father on the child's page and on each guardian's; a mail to one without an address is 422 and offers the letter; with the letter's code, a number and no address: joined, child seen, password, second factor, recovery codes, sessions and language changed, each told on the account page; the number signs in in three spellings, after the office's change the old one is 422 like an unknown one and the new one 303; each guardian sees the other's name and no contact, which the office sees",
    )
}
