//! Files beside a database: sealed, addressed for one school, gone with what refers to them, whole after a kill.

use std::io::Read as _;
use std::path::PathBuf;

use kernel::clock::DAY;
use sea_orm::EntityTrait as _;
use store::jobs::run_due;
use store::media::{self, MediaId, Part, Plain, SWEEP, Staged};
use store::migrate::{key_uuid, part_of, refers_to};

use super::*;

/// A pupil's picture, which goes with the pupil.
fn pictures(schema: &Schema) -> Result<()> {
    let mut picture = table("picture", vec![key_uuid("pupil_id"), store::migrate::uuid("media_id")]);
    picture.foreign_key(&mut part_of("pupil_id", "pupil")).foreign_key(&mut refers_to("media_id", "media"));
    schema.create(&picture)
}

pub fn open_with_pictures(folder: &Path) -> Schools {
    let random = Random::seeded(5);
    let migrations = vec![
        Migration { name: "test/0001_pupils", up: pupils },
        Migration { name: "test/0002_pictures", up: pictures },
    ];
    let clock = Clock::manual(Timestamp(1_793_610_000_000));
    let folder = DataFolder::open(folder, &random).unwrap();
    let schools = Schools::new(folder, clock, random, migrations, Vec::new(), Register::default());
    schools.control().unwrap();
    schools
}

const PICTURE: &[u8] = b"A canary in a picture";

pub fn plain(bytes: &[u8]) -> Plain {
    Plain { media_type: "image/png", whole: bytes.to_vec(), ..Plain::default() }
}

/// A pupil with that picture; gives the pupil's id as SQL writes it.
fn pictured(context: &Context, staged: Staged) -> (String, MediaId) {
    context
        .write(KEEP.on(()), |work, _| {
            let (pupil, media) = (work.uuid(), media::keep(work, staged)?);
            let hex = |id: uuid::Uuid| format!("x'{}'", id.simple());
            run(work.db(), &format!("INSERT INTO pupil VALUES ({}, 'Ada')", hex(pupil)))?;
            run(work.db(), &format!("INSERT INTO picture VALUES ({}, {})", hex(pupil), hex(media.0)))?;
            Ok((hex(pupil), media))
        })
        .unwrap()
}

pub fn with_picture(context: &Context, bytes: &[u8]) -> (String, MediaId) {
    pictured(context, context.stage(&plain(bytes)).unwrap())
}

pub fn erase(context: &Context, pupil: &str) {
    context.erase(KEEP.on(()), |work, _| run(work.db(), &format!("DELETE FROM pupil WHERE id = {pupil}"))).unwrap();
}

pub fn row(context: &Context, media: MediaId) -> Option<media::Model> {
    context.read(LOOK.on(()), |read, _| Ok(media::Entity::find_by_id(media).one(read.db())?)).unwrap()
}

pub fn read(context: &Context, media: MediaId) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut file = context.open_media(&row(context, media).unwrap(), Part::Whole)?;
    file.read_to_end(&mut bytes).map_err(kernel::Error::internal)?;
    Ok(bytes)
}

pub fn files(data: &Path, context: &Context) -> Vec<PathBuf> {
    let folder = data.join("schools").join(context.database.id.to_string()).join("media");
    let mut all: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().map(|file| file.unwrap().path()).collect();
    all.sort();
    all
}

fn new_school(schools: &Schools) -> Context {
    shell(schools, schools.create().unwrap())
}

#[test]
fn one_picture_in_two_schools_has_nothing_in_common_and_lies_once_in_each() {
    let data = tempfile::tempdir().unwrap();
    let schools = open_with_pictures(data.path());
    let (a, b) = (new_school(&schools), new_school(&schools));
    let (_, first) = with_picture(&a, PICTURE);
    let (_, again) = with_picture(&a, PICTURE);
    let (_, elsewhere) = with_picture(&b, PICTURE);
    let (in_a, in_b) = (files(data.path(), &a), files(data.path(), &b));
    assert_eq!((in_a.len(), in_b.len()), (1, 1));
    let names = |files: &[PathBuf]| files[0].file_name().unwrap().to_owned();
    assert_ne!(names(&in_a), names(&in_b), "an address would tell that both have it");
    let (sealed_a, sealed_b) = (std::fs::read(&in_a[0]).unwrap(), std::fs::read(&in_b[0]).unwrap());
    assert_ne!(sealed_a, sealed_b);
    assert!(!sealed_a.windows(6).any(|bytes| bytes == b"canary"));
    for (context, media) in [(&a, first), (&a, again), (&b, elsewhere)] {
        assert_eq!(read(context, media).unwrap(), PICTURE);
    }
    std::fs::write(&in_b[0], &sealed_a).unwrap();
    assert!(read(&b, elsewhere).is_err(), "a file of another school opened");
}

#[test]
fn a_changed_or_cut_file_does_not_open_and_a_missing_one_is_not_found() {
    let data = tempfile::tempdir().unwrap();
    let context = new_school(&open_with_pictures(data.path()));
    let (_, media) = with_picture(&context, &vec![7; 200_000]);
    let file = files(data.path(), &context).remove(0);
    let whole = std::fs::read(&file).unwrap();
    for at in [0, whole.len() / 2, whole.len() - 1] {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        std::fs::write(&file, flipped).unwrap();
        assert!(read(&context, media).is_err(), "{at}");
    }
    std::fs::write(&file, &whole[..100_000]).unwrap();
    assert!(read(&context, media).is_err());
    std::fs::remove_file(&file).unwrap();
    assert!(matches!(read(&context, media), Err(kernel::Error::NotFound)));
}

#[test]
fn a_file_goes_with_the_last_who_refers_to_it() {
    let data = tempfile::tempdir().unwrap();
    let context = new_school(&open_with_pictures(data.path()));
    let (ada, first) = with_picture(&context, PICTURE);
    let (bob, second) = with_picture(&context, PICTURE);
    erase(&context, &ada);
    assert_eq!(row(&context, first), None, "the row goes in the same transaction");
    assert_eq!(read(&context, second).unwrap(), PICTURE, "another needs the file");
    erase(&context, &bob);
    assert_eq!(row(&context, second), None);
    assert!(files(data.path(), &context).is_empty(), "the file is left");
}

#[test]
fn what_an_erasure_that_failed_refers_to_stays() {
    let data = tempfile::tempdir().unwrap();
    let context = new_school(&open_with_pictures(data.path()));
    let (ada, media) = with_picture(&context, PICTURE);
    let failed: Result<()> = context.erase(KEEP.on(()), |work, _| {
        run(work.db(), &format!("DELETE FROM pupil WHERE id = {ada}"))?;
        Err(kernel::Error::Busy)
    });
    assert!(failed.is_err());
    assert_eq!(read(&context, media).unwrap(), PICTURE);
}

#[test]
fn a_kill_between_file_and_row_leaves_a_file_that_the_sweep_finds() {
    let data = tempfile::tempdir().unwrap();
    let schools = open_with_pictures(data.path());
    let context = new_school(&schools);
    let (_, kept) = with_picture(&context, b"kept");
    let staged = context.stage(&plain(PICTURE)).unwrap();
    let sweep = || {
        schools.clock.advance(2 * DAY);
        run_due(&context, &[SWEEP]).unwrap();
    };
    sweep();
    assert_eq!(files(data.path(), &context).len(), 2, "somebody is about to refer to it");
    // The process ends here: nobody holds it any more.
    drop(staged);
    let part = files(data.path(), &context)[0].with_file_name("cut-off.1-1.part");
    std::fs::write(&part, "half").unwrap();
    std::fs::File::options().write(true).open(&part).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
    sweep();
    assert_eq!(files(data.path(), &context).len(), 1);
    assert_eq!(read(&context, kept).unwrap(), b"kept");
}

#[test]
fn the_sweep_ends_rows_that_a_plain_change_left_behind() {
    let data = tempfile::tempdir().unwrap();
    let schools = open_with_pictures(data.path());
    let context = new_school(&schools);
    let (ada, media) = with_picture(&context, PICTURE);
    context.write(KEEP.on(()), |work, _| run(work.db(), &format!("DELETE FROM pupil WHERE id = {ada}"))).unwrap();
    assert!(row(&context, media).is_some());
    schools.clock.advance(2 * DAY);
    run_due(&context, &[SWEEP]).unwrap();
    assert_eq!((row(&context, media), files(data.path(), &context).len()), (None, 0));
}

#[test]
fn eight_who_keep_and_erase_the_same_picture_never_lose_a_kept_one() {
    let data = tempfile::tempdir().unwrap();
    let context = new_school(&open_with_pictures(data.path()));
    std::thread::scope(|scope| {
        for n in 0..8 {
            let context = &context;
            scope.spawn(move || {
                for round in 0..12 {
                    let (pupil, media) = with_picture(context, PICTURE);
                    assert_eq!(read(context, media).unwrap(), PICTURE, "{n} {round}");
                    erase(context, &pupil);
                }
            });
        }
    });
    assert!(files(data.path(), &context).is_empty());
}
