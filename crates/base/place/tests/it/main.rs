//! A folder and a bucket do the same: each test runs on both, the bucket over real HTTP.

mod s3;

use std::io::Read as _;

use place::{Access, Place};
use s3::Service;

fn read(place: &Place, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    place.open(name).unwrap()?.read_to_end(&mut bytes).unwrap();
    Some(bytes)
}

fn names(place: &Place, under: &str) -> Vec<String> {
    place.list(under).unwrap().into_iter().map(|entry| entry.name).collect()
}

fn both(test: impl Fn(&Place)) {
    let folder = tempfile::tempdir().unwrap();
    test(&Place::parse(folder.path().join("kept").to_str().unwrap(), &Access::default()).unwrap());
    let service = Service::start();
    for address in ["s3://kept", "s3://kept/of/ours/"] {
        test(&Place::parse(address, &service.access()).unwrap());
    }
    service.with(|inner| assert_eq!(inner.refused, Vec::<String>::new()));
}

#[test]
fn what_is_put_is_there_and_is_listed_at_any_depth_until_it_is_removed() {
    both(|place| {
        assert_eq!((names(place, ""), place.parts("").unwrap()), (Vec::new(), Vec::new()));
        for name in ["a/1", "a/2", "a/b/3", "a/b/4", "b/5", "b/6", "c-d/7"] {
            place.put(name, name.as_bytes().to_vec()).unwrap();
        }
        assert_eq!(names(place, ""), ["a/1", "a/2", "a/b/3", "a/b/4", "b/5", "b/6", "c-d/7"]);
        assert_eq!((names(place, "a/b"), names(place, "nowhere")), (vec!["a/b/3".into(), "a/b/4".into()], Vec::new()));
        assert_eq!(
            (place.parts("").unwrap(), place.parts("a").unwrap()),
            (vec!["a".into(), "b".into(), "c-d".into()], vec!["b".to_owned()])
        );
        assert_eq!((read(place, "a/b/3").unwrap(), place.length("a/b/3").unwrap()), (b"a/b/3".to_vec(), Some(5)));
        place.put("a/1", b"anew".to_vec()).unwrap();
        assert_eq!(read(place, "a/1").unwrap(), b"anew");
        place.remove("a/1").unwrap();
        place.remove("a/1").unwrap();
        assert_eq!((read(place, "a/1"), place.length("a/1").unwrap()), (None, None));
        place.remove_all("a").unwrap();
        assert_eq!(names(place, ""), ["b/5", "b/6", "c-d/7"]);
    });
}

#[test]
fn a_long_file_comes_back_as_it_was() {
    let long: Vec<u8> = (0..40_000_003u32).map(|n| n.to_le_bytes()[1]).collect();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("long");
    std::fs::write(&file, &long).unwrap();
    both(|place| {
        place.put_file("long", &file).unwrap();
        assert_eq!(place.length("long").unwrap(), Some(long.len() as u64));
        assert!(read(place, "long").unwrap() == long, "other bytes came back");
    });
    let service = Service::start();
    Place::parse("s3://kept", &service.access()).unwrap().put_file("long", &file).unwrap();
    assert_eq!(service.with(|inner| inner.completed_uploads), 1, "it went in parts");
}

#[test]
fn an_upload_in_parts_that_breaks_off_is_never_there() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("long");
    std::fs::write(&file, vec![7; 40 << 20]).unwrap();
    let service = Service::start();
    let place = Place::parse("s3://kept", &service.access()).unwrap();
    service.with(|inner| inner.writes_left = Some(1));
    assert!(place.put_file("long", &file).is_err());
    service.with(|inner| inner.is_down = false);
    assert_eq!(place.length("long").unwrap(), None);
    assert!(service.names().is_empty());
}

#[test]
fn a_service_that_is_down_or_refuses_says_so_without_the_secret() {
    let service = Service::start();
    let place = Place::parse("s3://kept", &service.access()).unwrap();
    service.with(|inner| inner.is_down = true);
    let down = place.put("a", b"b".to_vec()).unwrap_err().to_string();
    assert!(down.contains("s3://kept") && down.contains("look whether the service answers"), "{down}");
    service.with(|inner| inner.is_down = false);
    let stranger = Access { key: "AKIDSTRANGER".to_owned(), ..service.access() };
    let place = Place::parse("s3://kept", &stranger).unwrap();
    let refused = place.put("a", b"b".to_vec()).unwrap_err().to_string();
    assert!(refused.contains("whether the access key may"), "{refused}");
    let nobody = Access { endpoint: "http://127.0.0.1:9".to_owned(), ..service.access() };
    let place = Place::parse("s3://kept", &nobody).unwrap();
    assert!(place.length("a").is_err());
    for words in [down, refused, format!("{place:?} {nobody:?}")] {
        assert!(!words.contains("kept to ourselves"), "{words}");
    }
}

#[test]
fn what_is_no_place_is_refused_in_words() {
    let access = Access { key: "k".to_owned(), secret: "s".to_owned(), ..Access::default() };
    let refused = |text: &str, access: &Access| Place::parse(text, access).unwrap_err().to_string();
    assert!(refused("", &access).contains("has no name"));
    assert!(refused("ftp://somewhere", &access).contains("not to ftp"));
    assert!(refused("s3:///prefix", &access).contains("the name of the bucket is missing"));
    assert!(refused("s3://kept", &Access::default()).contains("s3.key"));
    assert_eq!(
        Place::parse("some/where", &access).unwrap().folder(),
        Some(std::path::absolute("some/where").unwrap().as_path())
    );
}
