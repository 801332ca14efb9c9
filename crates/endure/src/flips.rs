//! One bit flipped somewhere in the database, in its write-ahead log, or in a backup: refused in words, found by a
//! check, harmless, or a lost tail that the kept head gives away. What never may be: other content than was written.

use std::fs;
use std::path::{Path, PathBuf};

use homeroom::modules;
use kernel::{Error, Random, Result};
use store::audit::{Broken, Head};
use store::backup::{Set, Settings, Target, Wanted, sets};
use store::{DataFolder, DatabaseId};
use tempfile::TempDir;
use testkit::Test;

use crate::ground::{all_editions, copy};
use crate::look;
use crate::table::Table;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Came {
    Refused,
    Found,
    LostTail,
    Harmless,
}

/// What came of the flips in one kind of file.
#[derive(Default)]
struct Tally {
    flips: u32,
    refused: u32,
    found: u32,
    lost_tail: u32,
    harmless: u32,
    fault: Option<String>,
}

impl Tally {
    fn note(&mut self, came: Result<Came>, at: u64) {
        self.flips += 1;
        match came {
            Ok(Came::Refused) => self.refused += 1,
            Ok(Came::Found) => self.found += 1,
            Ok(Came::LostTail) => self.lost_tail += 1,
            Ok(Came::Harmless) => self.harmless += 1,
            Err(error) => self.fault = self.fault.take().or(Some(format!("bit {at}: {error}"))),
        }
    }

    fn line(&self) -> String {
        format!(
            "{} refused in words, {} found by a check, {} a lost tail that the kept head gives away, {} harmless; 0 read as other content",
            self.refused, self.found, self.lost_tail, self.harmless
        )
    }
}

/// A folder as a crash leaves it: the last changes are in the log beside the file.
struct Crashed {
    folder: TempDir,
    school: DatabaseId,
    head: Head,
    digest: String,
    set: Set,
}

impl Crashed {
    fn new() -> Result<Self> {
        let test = Test::new(modules::all(), all_editions()?, modules::door())?;
        let school = test.school("Kastanje", "school")?;
        for n in 0..30 {
            school.student(&format!("Ada Early{}", crate::ground::letters(n)), None)?;
        }
        let folder = tempfile::tempdir().map_err(Error::internal)?;
        let place = Target::Folder(folder.path().join("backups"));
        let settings = Settings { to: vec![place.clone()], kit_to: Vec::new(), at: 0 };
        let schools = &test.house().schools;
        let made = schools.back_up(&settings, &[Wanted { id: school.entry.id, days: 7 }], &mut |_, _| {})?;
        if let Some(problem) = made.problems.first() {
            return Err(Error::Internal(problem.clone()));
        }
        for n in 0..60 {
            school.student(&format!("Ada Late{}", crate::ground::letters(n)), None)?;
        }
        schools.flush()?;
        let set = sets(&place)?.pop().ok_or(Error::NotFound)?;
        let head = school.context.database.audit_head()?.ok_or(Error::NotFound)?;
        let id = school.entry.id;
        // While it is open: closing would empty the log into the file.
        copy(test.folder(), &folder.path().join("data"))?;
        let own = look::open(&{
            let whole = folder.path().join("whole");
            copy(&folder.path().join("data"), &whole)?;
            whole
        })?;
        let digest = look::digest(&look::context(&own, id)?)?;
        Ok(Self { folder, school: id, head, digest, set })
    }

    fn file(&self, end: &str) -> PathBuf {
        Path::new("schools").join(self.school.to_string()).join(format!("school.db{end}"))
    }

    /// Flips one bit of a file in a copy of this folder and reads everything there.
    fn flip(&self, of: &Path, file: &Path, bit: u64) -> Result<Came> {
        let scratch = tempfile::tempdir().map_err(Error::internal)?;
        let data = scratch.path().join("data");
        copy(of, &data)?;
        flip(&data.join(file), bit)?;
        match self.read(&data) {
            Err(Error::Internal(said)) if said.contains("school.db") => Ok(Came::Refused),
            Err(error) => Err(Error::Internal(format!("refused, but without naming the file: {error}"))),
            Ok(came) => came,
        }
    }

    /// What a look says: the outer error refuses, the inner one is a fault of ours.
    fn read(&self, data: &Path) -> Result<Result<Came>> {
        let schools = look::open(data)?;
        let context = look::context(&schools, self.school)?;
        let verdict = context.database.verify_audit(Some(&self.head))?;
        let digest = look::digest(&context)?;
        if look::damage(&context)?.is_some() {
            return Ok(Ok(Came::Found));
        }
        Ok(match verdict.fault {
            _ if digest == self.digest => Ok(Came::Harmless),
            Some(Broken::CutOff) => Ok(Came::LostTail),
            Some(_) => Ok(Came::Found),
            None => Err(Error::Internal("other content is read, and nothing tells".to_owned())),
        })
    }

    /// The same in a backup: it is restored into a place apart.
    fn flip_backup(&self, bit: u64) -> Result<Came> {
        let file = self.backup()?;
        let whole = fs::read(&file).map_err(Error::internal)?;
        flip(&file, bit)?;
        let data = DataFolder::open(&self.folder.path().join("whole"), &Random::System)?;
        let drilled = data.drill(&self.set, &Random::System, &mut |_, _| {});
        fs::write(&file, whole).map_err(Error::internal)?;
        match drilled?.into_iter().next() {
            Some(Err(error)) if error.to_string().contains(".backup") => Ok(Came::Refused),
            Some(Err(error)) => Err(Error::Internal(format!("refused, but without naming the file: {error}"))),
            Some(Ok(_)) | None => Err(Error::Internal("a damaged backup restores".to_owned())),
        }
    }

    fn backup(&self) -> Result<PathBuf> {
        Ok(self.set.folder().ok_or(Error::NotFound)?.join(format!("{}.backup", self.school)))
    }
}

fn flip(file: &Path, bit: u64) -> Result<()> {
    let mut bytes = fs::read(file).map_err(Error::internal)?;
    let at = usize::try_from(bit / 8).unwrap_or_default();
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << (bit % 8);
    }
    fs::write(file, bytes).map_err(Error::internal)
}

/// A place anywhere in a file.
fn somewhere(random: &Random, file: &Path) -> Result<u64> {
    let bits = fs::metadata(file).map_err(Error::internal)?.len() * 8;
    Ok(u64::from_be_bytes(random.bytes()) % bits.max(1))
}

pub fn run(flips: u32, random: &Random, table: &mut Table) -> Result<()> {
    let crashed = Crashed::new()?;
    // Closed, the file holds everything; after the crash most of it is in the log.
    let (whole, data) = (crashed.folder.path().join("whole"), crashed.folder.path().join("data"));
    let [mut file, mut log, mut backup] = [Tally::default(), Tally::default(), Tally::default()];
    for n in 0..flips {
        match n % 3 {
            0 => {
                let path = crashed.file("");
                let bit = somewhere(random, &whole.join(&path))?;
                file.note(crashed.flip(&whole, &path, bit), bit);
            }
            1 => {
                let path = crashed.file("-wal");
                let bit = somewhere(random, &data.join(&path))?;
                log.note(crashed.flip(&data, &path, bit), bit);
            }
            _ => {
                let bit = somewhere(random, &crashed.backup()?)?;
                backup.note(crashed.flip_backup(bit), bit);
            }
        }
    }
    for (what, tally) in [("the database", file), ("its write-ahead log", log), ("a backup", backup)] {
        table.add(&format!("a bit flipped in {what}"), tally.flips, tally.line(), tally.fault.clone());
    }
    Ok(())
}
