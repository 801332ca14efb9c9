//! Backups with the files beside a database, in folders and in a bucket that answers over real HTTP.

use kernel::clock::DAY;
use store::backup::{Kit, Made, Settings, Target, Wish, sets};

use super::backup::{back_up, bring_back, newest, settings, wanted};
use super::media::{erase, files, open_with_pictures, plain, read, with_picture};
use super::s3::Service;
use super::*;

const PICTURE: &[u8] = b"A canary in a picture";

fn pool(place: &Target) -> Vec<String> {
    place.list("media").unwrap().into_iter().map(|entry| entry.name).collect()
}

fn in_bucket(service: &Service) -> Settings {
    let place = |text: &str| Target::parse(text, &service.access()).unwrap();
    Settings { to: vec![place("s3://backups/oak")], kit_to: vec![place("s3://kits/oak")], at: 0 }
}

fn back_up_to(schools: &Schools, places: &Settings, ids: &[DatabaseId]) -> Made {
    schools.back_up(places, &wanted(ids), &mut |_, _| {}).unwrap()
}

#[test]
fn pictures_come_back_with_their_database_and_lie_once_at_each_place() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let schools = open_with_pictures(data.path());
    let context = shell(&schools, schools.create().unwrap());
    let (id, (_, media)) = (context.database.id, with_picture(&context, PICTURE));
    back_up(&schools, beside.path(), &[id]);
    schools.clock.advance(DAY);
    back_up(&schools, beside.path(), &[id]);
    let places = settings(beside.path()).to;
    assert_eq!((pool(&places[0]).len(), pool(&places[1]).len()), (1, 1), "one file for both sets");
    let file = files(data.path(), &context).remove(0);
    std::fs::remove_file(&file).unwrap();
    schools.clock.advance(1_000);
    let made = back_up_to(&schools, &settings(beside.path()), &[id]);
    assert!(made.problems.is_empty(), "the places have it: {:?}", made.problems);
    drop((context, schools));
    let brought = bring_back(data.path(), &newest(&places[1]), &[id]).unwrap();
    assert_eq!((brought[0].media.len(), brought[0].missing), (1, 0));
    let schools = open_with_pictures(data.path());
    let context = shell(&schools, schools.get(id).unwrap());
    assert_eq!(read(&context, media).unwrap(), PICTURE);
}

#[test]
fn a_picture_that_is_missing_here_or_there_is_told() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let schools = open_with_pictures(data.path());
    let context = shell(&schools, schools.create().unwrap());
    let id = context.database.id;
    with_picture(&context, PICTURE);
    let file = files(data.path(), &context).remove(0);
    let bytes = std::fs::read(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    let made = back_up_to(&schools, &settings(beside.path()), &[id]);
    assert_eq!(made.problems.iter().filter(|told| told.contains("1 pictures or papers are missing")).count(), 2);
    std::fs::write(&file, bytes).unwrap();
    schools.clock.advance(1_000);
    back_up(&schools, beside.path(), &[id]);
    let place = &settings(beside.path()).to[0];
    let drill = |schools: &Schools| schools.folder.drill(&newest(place), &Random::seeded(3), &mut |_, _| {}).unwrap();
    assert!(drill(&schools).iter().all(Result::is_ok));
    place.remove_all("media").unwrap();
    let drilled = drill(&schools);
    let told = drilled.iter().find_map(|one| one.as_ref().err()).unwrap().to_string();
    assert!(told.contains("1 pictures or papers"), "{told}");
    drop((context, schools));
    let lost = bring_back(data.path(), &newest(place), &[id]).unwrap();
    assert_eq!(lost[0].missing, 0, "it is here already");
}

#[test]
fn an_erased_picture_leaves_the_places_with_the_last_set_that_knew_it() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let schools = open_with_pictures(data.path());
    let context = shell(&schools, schools.create().unwrap());
    let (id, (pupil, _)) = (context.database.id, with_picture(&context, PICTURE));
    let place = &settings(beside.path()).to[0];
    back_up(&schools, beside.path(), &[id]);
    let first = newest(place);
    erase(&context, &pupil);
    let mut held = Vec::new();
    for _ in 0..8 {
        schools.clock.advance(DAY);
        back_up(&schools, beside.path(), &[id]);
        held.push(pool(place).len());
    }
    assert_eq!(held, [1, 1, 1, 1, 1, 1, 0, 0]);
    assert!(schools.folder.pages_of(&first, id, &Random::seeded(3)).is_err(), "its row opens no more");
}

#[test]
fn a_bucket_takes_backups_and_kit_and_gives_them_back_on_a_new_machine() {
    let (data, anew) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let service = Service::start();
    let places = in_bucket(&service);
    let schools = open_with_pictures(data.path());
    let context = shell(&schools, schools.create().unwrap());
    let (id, (_, media)) = (context.database.id, with_picture(&context, PICTURE));
    write_down(&context, "Ada").unwrap();
    let made = back_up_to(&schools, &places, &[id]);
    assert_eq!((made.problems.as_slice(), made.targets), (&[][..], 1));
    assert!(!data.path().join("making").exists(), "what was made on the way is left");
    let drilled = schools.folder.drill(&newest(&places.to[0]), &Random::seeded(3), &mut |_, _| {}).unwrap();
    assert!(drilled.iter().all(Result::is_ok), "{drilled:?}");
    assert!(!data.path().join("checking").exists(), "what was fetched is left");
    let master = std::fs::read_to_string(data.path().join("master.key")).unwrap();
    drop((context, schools));
    Kit::at(&places.kit_to[0]).unwrap().lay_out(anew.path(), &master).unwrap();
    let folder = DataFolder::open(anew.path(), &Random::seeded(9)).unwrap();
    let set = newest(&places.to[0]);
    let brought = folder.bring_back(&set, &Wish::default(), set.at, &mut |_, _| {}).unwrap();
    assert_eq!(brought.len(), 2);
    drop(folder);
    let schools = open_with_pictures(anew.path());
    let context = shell(&schools, schools.get(id).unwrap());
    assert!(names(&context).unwrap().contains(&"Ada".to_owned()));
    assert_eq!(read(&context, media).unwrap(), PICTURE);
    service.with(|inner| {
        assert_eq!(inner.refused, Vec::<String>::new());
        let plain = |bytes: &Vec<u8>| bytes.windows(6).any(|part| part == b"canary");
        assert!(!inner.objects.values().any(plain), "something lies there in the clear");
    });
}

#[test]
fn what_a_bucket_has_kept_long_enough_is_deleted_there() {
    let data = tempfile::tempdir().unwrap();
    let service = Service::start();
    let places = in_bucket(&service);
    let schools = open_with_pictures(data.path());
    let id = schools.create().unwrap().id;
    for _ in 0..9 {
        assert_eq!(back_up_to(&schools, &places, &[id]).problems, Vec::<String>::new());
        schools.clock.advance(DAY);
    }
    let kept = sets(&places.to[0]).unwrap();
    assert_eq!(kept.len(), 7);
    let begin = |name: &String| name.split('/').nth(2).unwrap().to_owned();
    let there: std::collections::BTreeSet<String> =
        service.names().iter().filter(|name| name.starts_with("backups/oak/backup-")).map(begin).collect();
    assert_eq!(there.len(), 7, "an object of an ended backup is left");
}

#[test]
fn a_service_that_fails_in_the_middle_leaves_no_backup_and_the_next_one_clears_it() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let service = Service::start();
    let mut places = in_bucket(&service);
    places.kit_to = settings(beside.path()).kit_to;
    let schools = open_with_pictures(data.path());
    let context = shell(&schools, schools.create().unwrap());
    let id = context.database.id;
    write_down(&context, "Ada").unwrap();
    for writes in 0..3 {
        service.with(|inner| (inner.writes_left, inner.is_down) = (Some(writes), false));
        let made = back_up_to(&schools, &places, &[id]);
        assert_eq!((made.targets, made.problems.is_empty()), (0, false), "{writes}");
        service.with(|inner| (inner.writes_left, inner.is_down) = (None, false));
        assert!(sets(&places.to[0]).unwrap().is_empty(), "half a backup counts as one");
        schools.clock.advance(1_000);
    }
    assert_eq!(back_up_to(&schools, &places, &[id]).problems, Vec::<String>::new());
    assert_eq!(sets(&places.to[0]).unwrap().len(), 1);
    assert_eq!(service.names().len(), 3, "two databases and a manifest: {:?}", service.names());
}

#[test]
fn a_folder_and_a_bucket_side_by_side_hold_the_same() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let service = Service::start();
    let mut places = in_bucket(&service);
    places.to.extend(settings(beside.path()).to);
    let schools = open_with_pictures(data.path());
    let context = shell(&schools, schools.create().unwrap());
    with_picture(&context, PICTURE);
    let made = back_up_to(&schools, &places, &[context.database.id]);
    assert_eq!((made.targets, made.problems.len()), (3, 0));
    let all = |place: &Target| place.list("").unwrap();
    assert_eq!(all(&places.to[0]), all(&places.to[1]));
    service.with(|inner| inner.is_down = true);
    schools.clock.advance(1_000);
    let made = back_up_to(&schools, &places, &[context.database.id]);
    assert_eq!(made.targets, 2, "the folders have it");
    assert!(made.problems.iter().any(|told| told.contains("s3://backups/oak")), "{:?}", made.problems);
}

#[test]
fn pictures_in_a_bucket_are_kept_read_erased_swept_and_brought_back_there() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let service = Service::start();
    let bucket = Target::parse("s3://pictures/oak", &service.access()).unwrap();
    let schools = open_with_pictures(data.path());
    schools.media.set(bucket.clone()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    let id = context.database.id;
    let ((ada, first), (_, second)) = (with_picture(&context, PICTURE), with_picture(&context, b"another"));
    assert_eq!((read(&context, first).unwrap().as_slice(), service.names().len()), (PICTURE, 2));
    assert!(files(data.path(), &context).is_empty(), "nothing of it lies here");
    erase(&context, &ada);
    assert_eq!(service.names().len(), 1);
    drop(context.stage(&plain(b"never referred to")).unwrap());
    schools.clock.advance(2 * DAY);
    store::jobs::run_due(&context, &[store::media::SWEEP]).unwrap();
    assert_eq!(service.names().len(), 1);
    service.with(|inner| inner.is_down = true);
    assert!(matches!(context.stage(&plain(b"c")), Err(kernel::Error::Unsaved(_))), "try again in a moment");
    assert!(matches!(read(&context, second), Err(kernel::Error::Unsaved(_))));
    service.with(|inner| inner.is_down = false);
    back_up(&schools, beside.path(), &[id]);
    bucket.remove_all("").unwrap();
    drop((context, schools));
    let folder = DataFolder::open(data.path(), &Random::seeded(9)).unwrap();
    let set = newest(&settings(beside.path()).to[0]);
    let wish = Wish { only: Some(vec![id]), in_place: true, media: Some(bucket.clone()) };
    folder.bring_back(&set, &wish, set.at, &mut |_, _| {}).unwrap();
    drop(folder);
    let schools = open_with_pictures(data.path());
    schools.media.set(bucket).unwrap();
    let context = shell(&schools, schools.get(id).unwrap());
    assert_eq!(read(&context, second).unwrap(), b"another");
    drop(context);
    schools.discard(id).unwrap();
    assert!(service.names().is_empty(), "a school that is taken away leaves its pictures");
}
