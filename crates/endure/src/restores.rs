//! Restore after restore: each brings back exactly what the backup held, chain and all.

use homeroom::modules;
use kernel::clock::SECOND;
use kernel::{Error, Random, Result};
use store::DataFolder;
use store::backup::{Settings, Target, Wanted, Wish, sets};
use testkit::Test;

use crate::ground::{all_editions, copy, letters};
use crate::look;
use crate::table::Table;

pub fn run(restores: u32, table: &mut Table) -> Result<()> {
    let scratch = tempfile::tempdir().map_err(Error::internal)?;
    let place = Target::Folder(scratch.path().join("backups"));
    let settings = Settings { to: vec![place.clone()], kit_to: Vec::new(), at: 0 };
    let test = Test::new(modules::all(), all_editions()?, modules::door())?;
    let school = test.school("Kastanje", "school")?;
    let id = school.entry.id;
    let mut expected = Vec::new();
    // Some sets of different days, each with more than the one before.
    for n in 0..5 {
        school.student(&format!("Ada {}", letters(n)), None)?;
        test.house().schools.flush()?;
        let made = test.house().schools.back_up(&settings, &[Wanted { id, days: 7 }], &mut |_, _| {})?;
        if let Some(problem) = made.problems.first() {
            return Err(Error::Internal(problem.clone()));
        }
        let head = school.context.database.audit_head()?.ok_or(Error::NotFound)?;
        let names = look::texts(&school.context, "SELECT surname AS n FROM student ORDER BY surname")?;
        expected.push((made.name, head, names));
        test.clock.advance(SECOND);
    }
    let data = scratch.path().join("data");
    let from = test.folder().to_owned();
    drop(school);
    drop(test.built);
    copy(&from, &data)?;
    let all = sets(&place)?;
    let mut fault = None;
    for n in 0..restores {
        let which = usize::try_from(n).unwrap_or_default() % all.len().max(1);
        let (Some(set), Some((_, head, names))) = (all.get(which), expected.get(which)) else { continue };
        let folder = DataFolder::open(&data, &Random::System)?;
        let wish = Wish { only: Some(vec![id]), in_place: true, media: None };
        let done = folder.bring_back(set, &wish, set.at, &mut |_, _| {});
        drop(folder);
        let checked = done.and_then(|_| {
            let schools = look::open(&data)?;
            let context = look::context(&schools, id)?;
            let verdict = context.database.verify_audit(Some(head))?;
            let there = look::texts(&context, "SELECT surname AS n FROM student ORDER BY surname")?;
            match (look::damage(&context)?, verdict.fault) {
                (Some(damage), _) => Err(Error::Internal(damage)),
                (_, Some(fault)) => Err(Error::Internal(fault.to_string())),
                _ if there != *names => Err(Error::Internal("other students came back".to_owned())),
                _ => Ok(()),
            }
        });
        fault = fault.or(checked.err().map(|error| format!("restore {}: {error}", n + 1)));
    }
    table.add(
        "restored, one set after another",
        restores,
        format!(
            "each brought back its students, whole, with a chain that holds the head of its day; {} sets",
            all.len()
        ),
        fault,
    );
    Ok(())
}
