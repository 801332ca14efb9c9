//! Joining and signing in: names, passwords, guessing, the second factor (C010, C012, C015, C017).

use accounts::account::Standing;
use accounts::invitation::{self, STANDS};
use installation::found;
use kernel::clock::MINUTE;
use kernel::{Error, Result, Timestamp};
use store::Role;
use testkit::{Answer, School};
use totp_rs::{Builder, Secret};

use crate::ground::{Ground, Seat, dump, expect_status, files_with, hits, holds, is_signed_out, look};
use crate::{Check, Outcome, all, page};

pub const CHECKS: &[(&str, Check)] = &[("C010", c010), ("C012", c012), ("C017", c017)];

pub const PASSWORD: &str = "zqhorse Battery staple";

/// An invitation for somebody of this standing.
pub fn invite(school: &School, standing: &Standing) -> Result<String> {
    let secrets = school.arrange(|work| invitation::create(work, "Zq Person", "", standing, STANDS))?;
    Ok(secrets.token)
}

/// Accepts an invitation in the browser.
pub fn join(seat: &mut Seat, path: &str, email: &str, password: &str, ticked: bool) -> Result<Answer> {
    let mut fields = vec![("email", email), ("password", password)];
    if ticked {
        fields.push(("terms", "yes"));
    }
    seat.post(path, &fields)
}

/// Joins and is in.
pub fn joined<'g>(ground: &'g Ground, school: &School, standing: &Standing, email: &str) -> Result<Seat<'g>> {
    let path = school.at(&format!("/invite/{}", invite(school, standing)?));
    let mut seat = ground.visitor();
    expect_status(&join(&mut seat, &path, email, PASSWORD, true)?, 303, "joining")?;
    Ok(seat)
}

pub fn with_role(role: Role) -> Standing {
    Standing { roles: vec![role], ..Standing::default() }
}

fn c010(ground: &Ground) -> Outcome {
    const CALL: &str = "प्रिया";
    const SURNAME: &str = "الخوارزمي";
    let school = ground.school("Alpha")?;
    let child = school.student("Ada Byron", None)?;
    let mut office = ground.seat(school.desk(Role::Administrator)?);
    let added = school.at(&format!("/students/{child}/guardians"));
    office.sends(&added, &[("call_name", CALL), ("surname", SURNAME), ("relationship", "mother")])?;
    let id = look(&school.context, "SELECT id AS line FROM guardian")?.concat();
    let id = uuid::Uuid::parse_str(&id).map_err(Error::internal)?;
    let mut guardian =
        joined(ground, &school, &Standing { guardian: Some(id), ..Standing::default() }, "p@example.org")?;
    guardian.page(&school.at("/"))?;
    let form = office.page(&school.at(&format!("/guardians/{id}/edit")))?.body;
    let returned = (page::value(&form, "call_name"), page::value(&form, "surname"));
    holds(returned == (Some(CALL), Some(SURNAME)), format!("the name comes back as {returned:?}"))?;
    all("a guardian who joined: first name in Devanagari and last name in Arabic come back apart, byte for byte")
}

fn c012(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let path = school.at(&format!("/invite/{}", invite(&school, &with_role(Role::Office))?));
    let long = "z".repeat(63) + "q";
    let mut seat = ground.visitor();
    for wrong in ["seven77", "password", "Password1!", "aaaaaaaaaaaa", "qwertyuiop", "zq@example.org"] {
        expect_status(&join(&mut seat, &path, "zq@example.org", wrong, true)?, 422, &format!("the password {wrong}"))?;
    }
    expect_status(&join(&mut seat, &path, "zq@example.org", PASSWORD, true)?, 303, "a good password")?;
    for (email, good) in [("eight@example.org", "k7w2q9xm"), ("long@example.org", long.as_str())] {
        let path = school.at(&format!("/invite/{}", invite(&school, &with_role(Role::Office))?));
        expect_status(
            &join(&mut ground.visitor(), &path, email, good, true)?,
            303,
            &format!("{} characters", good.len()),
        )?;
    }
    let kept = look(&school.context, "SELECT password AS line FROM account WHERE password IS NOT NULL")?;
    holds(
        kept.len() == 3 && kept.iter().all(|hash| hash.starts_with("$argon2id$v=19$m=19456,t=2,")),
        "a password is not kept as Argon2id",
    )?;
    let rows = dump(&school.context, &[])?;
    holds(hits(&rows, "zq@example.org") > 0 && hits(&rows, PASSWORD) == 0, "the password stands in the store")?;
    let control = installation::entry::own_context(&ground.test.house().schools)?;
    holds(hits(&dump(&control, &[])?, PASSWORD) == 0, "the password stands in the control database")?;
    holds(files_with(ground.test.folder(), PASSWORD)?.is_empty(), "the password stands in a file")?;
    all(
        "kept as Argon2id (19 MiB, 2 passes); the words have 0 hits in rows of school and installation and in raw files; 8, 22 and 64 characters taken; 7, common ones, a repeated letter and the own address 422",
    )
}

pub fn sign_in(seat: &mut Seat, school: &School, email: &str, password: &str) -> Result<Answer> {
    seat.post(&school.at("/sign-in"), &[("login", email), ("password", password)])
}

/// The code that an authenticator app shows.
pub fn code(secret: &str, now: Timestamp) -> Result<String> {
    let secret = Secret::try_from_base32(secret).map_err(|_| Error::Internal("the page shows no secret".to_owned()))?;
    let app = Builder::new().with_secret(secret).with_account_name("app").build().map_err(Error::internal)?;
    Ok(app.generate(u64::try_from(now.0 / 1000).unwrap_or_default()).to_string())
}

/// Sets up a second factor on the page at `path`, as an authenticator app would; gives its secret.
pub fn set_up(ground: &Ground, seat: &mut Seat, path: &str) -> Result<String> {
    let shown = seat.page(path)?;
    let secret = page::value(&shown.body, "secret").unwrap_or_default().to_owned();
    let code = code(&secret, ground.test.clock.now())?;
    let done = seat.post(path, &[("secret", &secret), ("code", &code)])?;
    expect_status(&done, 200, "setting up a second factor")?;
    Ok(secret)
}

fn c017(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let (account, factor) = (school.at("/account"), school.at("/account/second-factor"));
    let off = school.at("/account/second-factor/off");
    for role in [Role::Administrator, Role::Dpo] {
        let email = format!("{role}@example.org");
        let mut seat = joined(ground, &school, &with_role(role), &email)?;
        holds(
            seat.get(&account)?.location().ends_with("/account/second-factor"),
            format!("a {role} need not set up a factor"),
        )?;
        let secret = set_up(ground, &mut seat, &factor)?;
        expect_status(&seat.post(&off, &[("password", PASSWORD)])?, 403, &format!("a {role} dropping the factor"))?;
        let mut again = ground.visitor();
        sign_in(&mut again, &school, &email, PASSWORD)?;
        holds(is_signed_out(&again.get(&account)?), "the password alone gives a session")?;
        expect_status(&again.post(&school.at("/sign-in/code"), &[("code", "000000")])?, 422, "a wrong code")?;
        ground.test.clock.advance(MINUTE);
        let code = code(&secret, ground.test.clock.now())?;
        again.sends(&school.at("/sign-in/code"), &[("code", &code)])?;
        again.page(&account)?;
    }
    let mut office = joined(ground, &school, &with_role(Role::Office), "office@example.org")?;
    set_up(ground, &mut office, &factor)?;
    office.sends(&off, &[("password", PASSWORD)])?;
    operator(ground)?;
    all(
        "administrator, data-protection officer, operator: led to the factor first, the password alone opens nothing, dropping it is 403; the office, who may, drops it (by time-based codes; passkeys, which count the same, need a browser)",
    )
}

/// The same for the installation's operator.
fn operator(ground: &Ground) -> Result<()> {
    let token = found::first_operator(&ground.test.house().schools)?.unwrap_or_default();
    let mut seat = ground.visitor();
    let joined = join(&mut seat, &format!("/operator/invite/{token}"), "op@example.org", PASSWORD, true)?;
    expect_status(&joined, 303, "the operator joining")?;
    set_up(ground, &mut seat, "/operator/account/second-factor")?;
    seat.page("/operator/")?;
    let off = seat.post("/operator/account/second-factor/off", &[("password", PASSWORD)])?;
    expect_status(&off, 403, "an operator dropping the factor")?;
    let mut again = ground.visitor();
    again.post("/operator/sign-in", &[("email", "op@example.org"), ("password", PASSWORD)])?;
    holds(!again.get("/operator/")?.status.is_success(), "an operator's password alone opens the installation")
}
