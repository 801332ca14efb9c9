//! A school's store, its key and its agreement (C003, C004, C007).

use std::fs;

use kernel::{Error, Random, Result};
use site::SchoolEntry;
use store::backup::{newest_kit, sets};
use store::keys::{Certificate, State};
use store::{Context, DataFolder, Register, Role, Schools};

use crate::backups;
use crate::ground::{Ground, dump, expect_status, files_below, hits, holds, is_signed_out, look, tamper};
use crate::world::World;
use crate::{Check, Outcome, all, all_or_host};

pub const CHECKS: &[(&str, Check)] = &[("C003", c003), ("C004", c004), ("C007", c007)];

fn c003(ground: &Ground) -> Outcome {
    let (alpha, beta) = (World::new(ground, "Alpha")?, World::new(ground, "Beta")?);
    let (in_alpha, in_beta) = (dump(&alpha.school.context, &[])?, dump(&beta.school.context, &[])?);
    for (own, other, name) in [(&alpha, &in_beta, "Beta"), (&beta, &in_alpha, "Alpha")] {
        for mark in own.marks() {
            holds(hits(other, mark) == 0, format!("{mark} stands in the store of {name}"))?;
        }
    }
    let found = alpha.marks().iter().map(|mark| hits(&in_alpha, mark)).sum::<usize>();
    holds(alpha.marks().iter().all(|mark| hits(&in_alpha, mark) > 0), "a canary is not even in its own store")?;
    if !beta.school.context.database.is_in_file() {
        return asks_for_the_other(&alpha.school.context, &beta.school.context, found);
    }
    let schools = &ground.test.house().schools;
    let folders: Vec<_> = [&alpha, &beta]
        .iter()
        .filter_map(|w| schools.file(w.school.entry.id).parent().map(files_below))
        .collect::<Result<_>>()?;
    let (Some(first), Some(second)) = (folders.first(), folders.get(1)) else {
        return Err(Error::Internal("a school has no folder".to_owned()));
    };
    let apart = !first.is_empty() && !second.is_empty() && first.iter().all(|file| !second.contains(file));
    holds(apart, "the two schools share a file")?;
    all(format!(
        "12 canaries: {found} hits at home, 0 in the other school's rows either way; {} and {} files, none shared",
        first.len(),
        second.len()
    ))
}

/// On one server: what a transaction of one school can ask of the other's tables.
fn asks_for_the_other(alpha: &Context, beta: &Context, found: usize) -> Outcome {
    let theirs = look(alpha, "SELECT count(*) AS line FROM student")?;
    holds(theirs != ["0"], "there is nothing to ask for")?;
    for other in ["s_", "t"] {
        let asked = format!("INSERT INTO student SELECT * FROM {other}{}.student", alpha.database.id.0.simple());
        holds(tamper(beta, &[asked]).is_err(), "a transaction of one school reads another's table")?;
    }
    holds(tamper(beta, &["SET ROLE postgres".to_owned()]).is_err(), "a transaction takes another role")?;
    all_or_host(
        beta,
        format!(
            "12 canaries: {found} hits at home, 0 in the other school's rows either way; a schema and a role for each; asking for the other's table or for another role is refused"
        ),
    )
}

/// The data folder opened anew, as after a restart; the schools' schema is there already.
pub fn reopen(folder: &std::path::Path, ground: &Ground) -> Result<Schools> {
    let random = Random::seeded(11);
    let data = DataFolder::open(folder, &random)?;
    let migrations = ground.test.house().schools.migrations();
    Ok(Schools::new(data, ground.test.clock.clone(), random, migrations, Vec::new(), Register::default()))
}

fn c004(ground: &Ground) -> Outcome {
    let test = ground.house()?;
    let (alpha, beta) = (test.school("Alpha", &ground.edition().name)?, test.school("Beta", &ground.edition().name)?);
    let (a, b): (SchoolEntry, SchoolEntry) = (alpha.entry.clone(), beta.entry.clone());
    let (a_path, b_path) = (alpha.at("/sign-in"), beta.at("/sign-in"));
    let mut seat = ground.seat(test.visitor());
    seat.page(&a_path)?;
    let in_files = alpha.context.database.is_in_file();
    drop((alpha, beta));
    let beside = tempfile::tempdir().map_err(Error::internal)?;
    let places = backups::settings(beside.path());
    let _ = test.house().schools.backups.set(places.clone());
    backups::minute(&test)?;
    let set = places.to.first().map(sets).transpose()?.and_then(|mut all| all.pop()).ok_or(Error::NotFound)?;
    let random = Random::seeded(41);
    let restores = |id| test.house().schools.folder.pages_of(&set, id, &random).is_ok();
    holds(restores(a.id) && restores(b.id), "the backup does not restore, so the check shows nothing")?;
    test.house().schools.destroy_key(a.id)?;
    holds(!restores(a.id), "the backup of the school without its key restores")?;
    holds(restores(b.id), "the backup of the other school restores no more")?;
    let refused = seat.get(&a_path)?;
    expect_status(&refused, 500, "a page of the school without its key")?;
    seat.page(&b_path)?;
    if !in_files {
        let other = test.school("Gamma", &ground.edition().name)?;
        return all_or_host(
            &other.context,
            "key destroyed: page 500, its tables are gone, the other school serves; the backup made before restores the other school, and this one no more",
        );
    }
    let (folder, files) =
        (test.folder().to_owned(), [test.house().schools.file(a.id), test.house().schools.file(b.id)]);
    drop(seat);
    // The house goes, its folder stays until the rest of `test` goes.
    drop(test.built);
    let schools = reopen(&folder, ground)?;
    holds(schools.get(a.id).is_err(), "after a restart the school without its key opens")?;
    holds(schools.get(b.id)?.verify_audit(None)?.fault.is_none(), "the other school's chain is broken")?;
    drop(schools);
    let [a_file, b_file] = files;
    fs::copy(a_file, &b_file).map_err(Error::internal)?;
    let wrong = reopen(&folder, ground)?.get(b.id);
    holds(wrong.is_err(), "a school's file opens with another school's key")?;
    let ended = ended_for_good(ground)?;
    all(format!(
        "key destroyed: page 500, after a restart unopened, the other school serves; one school's file under the other's key is refused; the backup made before restores the other school, and this one no more. {ended}"
    ))
}

/// A school ended with `homeroom keys destroy`: what somebody kept of its keys, its file, its backup and the kit opens
/// nothing, the other school serves on, and a signed certificate says so.
fn ended_for_good(ground: &Ground) -> kernel::Result<String> {
    let test = ground.house()?;
    let (alpha, beta) = (test.school("Alpha", &ground.edition().name)?, test.school("Beta", &ground.edition().name)?);
    let (a, b): (SchoolEntry, SchoolEntry) = (alpha.entry.clone(), beta.entry.clone());
    let (a_path, b_path) = (alpha.at("/sign-in"), beta.at("/sign-in"));
    let mut seat = ground.seat(test.visitor());
    seat.page(&a_path)?;
    drop((alpha, beta));
    let beside = tempfile::tempdir().map_err(Error::internal)?;
    let places = backups::settings(beside.path());
    let schools = &test.house().schools;
    let _ = schools.backups.set(places.clone());
    backups::minute(&test)?;
    let set = places.to.first().map(sets).transpose()?.and_then(|mut all| all.pop()).ok_or(Error::NotFound)?;
    // What somebody keeps aside: the wrapped key, the school's file, the kit.
    let folder = test.folder().to_owned();
    let key = folder.join("keys").join(format!("{}.key", a.id));
    let file = schools.file(a.id);
    let kept = |path: &std::path::Path| fs::read(path).map_err(Error::internal);
    let (kept_key, kept_file) = (kept(&key)?, kept(&file)?);
    let old_kit = newest_kit(&places.kit_to)?.ok_or(Error::NotFound)?;
    let destroyed = schools.destroy_school(a.id, &a.slug, &places.to, &mut |_| {})?;
    expect_status(&seat.get(&a_path)?, 404, "a page of the school that ended")?;
    seat.page(&b_path)?;
    let random = Random::seeded(43);
    let restores = |id| schools.folder.pages_of(&set, id, &random).is_ok();
    holds(!restores(a.id), "the backup of the school that ended restores")?;
    holds(restores(b.id), "the backup of the other school restores no more")?;
    let text = fs::read_to_string(&destroyed.certificate).map_err(Error::internal)?;
    let own = schools.keys().public_key(&random)?;
    let verdict = Certificate::verify(&text, Some(&own))?;
    holds(verdict.is_known == Some(true) && verdict.statement.state == State::Final, "the certificate is not final")?;
    let named = verdict.statement.backups.iter().filter(|ended| ended.backup == set.name).count();
    holds(named == places.to.len(), "the certificate does not name the backup at each place")?;
    let forged = text.replacen(&a.slug, &b.slug, 1);
    holds(Certificate::verify(&forged, Some(&own)).is_err(), "a changed certificate passes")?;
    drop(seat);
    drop(test.built);
    // All of it is put back, under the master key of now.
    let put = |path: &std::path::Path, bytes: &[u8]| -> Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Error::internal)?;
        }
        fs::write(path, bytes).map_err(Error::internal)
    };
    put(&key, &kept_key)?;
    put(&file, &kept_file)?;
    let schools = reopen(&folder, ground)?;
    holds(schools.get(a.id).is_err(), "a kept key opens the kept file")?;
    holds(schools.folder.pages_of(&set, a.id, &random).is_err(), "a kept key opens the backup")?;
    holds(schools.get(b.id)?.verify_audit(None)?.fault.is_none(), "the other school's chain is broken")?;
    drop(schools);
    let master = fs::read_to_string(folder.join("master.key")).map_err(Error::internal)?;
    let elsewhere = tempfile::tempdir().map_err(Error::internal)?;
    holds(old_kit.lay_out(elsewhere.path(), &master).is_err(), "a kept recovery kit opens with the master of now")?;
    Ok(format!(
        "Ended for good: page 404, the backup closed, the other school serves under a new master; the kept key with the kept file, the backup and the kept kit open nothing; certificate signed, names {} backup files, a changed one is refused",
        verdict.statement.backups.len()
    ))
}

fn c007(ground: &Ground) -> Outcome {
    let school = ground.test.empty_school("Alpha", &ground.edition().name)?;
    let mut seat = ground.seat(school.desk(Role::Administrator)?);
    let child = [("call_name", "Ada"), ("surname", "Byron"), ("enrolled_on", "2026-11-02")];
    let new = school.at("/students/new");
    expect_status(&seat.post(&new, &child)?, 409, "a child before the agreement")?;
    let upload = seat.upload(&school.at("/roster"), "l.csv", b"Leerlingnummer;Roepnaam;Achternaam\n1;Bob;Byron\n")?;
    let apply = format!("{}/apply", upload.location());
    expect_status(&seat.post(&apply, &[])?, 409, "an import before the agreement")?;
    holds(hits(&dump(&school.context, &["delivery_file"])?, "Byron") == 0, "a child was stored before the agreement")?;
    let mut visitor = ground.visitor();
    holds(is_signed_out(&visitor.post(&school.at("/agreement"), &[])?), "a visitor accepts the agreement")?;
    seat.sends(&school.at("/agreement"), &[])?;
    seat.sends(&new, &child)?;
    seat.sends(&apply, &[])?;
    school.context.database.flush()?;
    let chain = crate::ground::look(&school.context, "SELECT act AS line FROM audit WHERE act = 'agreement.accept'")?;
    holds(chain.len() == 1, "the acceptance is not in the chain once")?;
    all(
        "child by form and by roster: 409 before the acceptance, stored after it (303: a page answers where a machine gets 201); 1 entry agreement.accept in the chain",
    )
}
