//! Pictures and papers through the real router: what is taken, what is kept, and to whom it is handed out.

use std::io::Cursor;
use std::path::PathBuf;

use axum::http::StatusCode;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use store::Role;
use testkit::{Answer, Browser, School, Test};

use crate::raw;

const LOGO: &str = "/institution/logo";

/// A photo of two colours, in which its camera wrote where it was taken, and somebody a word.
pub fn photo() -> Vec<u8> {
    let mut plain = Vec::new();
    let picture: DynamicImage = RgbImage::from_fn(64, 32, |x, _| Rgb([if x < 32 { 250 } else { 5 }, 0, 90])).into();
    picture.write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg).unwrap();
    let exif = b"\xff\xe1\x00\x20Exif\0\0MM\0\x2a\0\0\0\x08\0\0Zqgeotagcanary1";
    let comment = b"\xff\xfe\x00\x12Zqcommentcanary!";
    [&plain[..2], exif, comment, &plain[2..]].concat()
}

async fn sends(browser: &mut Browser, school: &School, words: &str, file: Option<&[u8]>) -> Answer {
    let files: Vec<(&str, &[u8])> = vec![file.map_or(("", &b""[..]), |bytes| ("logo.jpg", bytes))];
    browser.post_with_files(&school.at(LOGO), &[("logo_words", words)], "logo", &files).await.unwrap()
}

/// The address of the picture with the class `logo` on a page.
fn source(page: &Answer) -> Option<String> {
    let tag = page.body.split("<img class=\"logo\" src=\"").nth(1)?;
    tag.split('"').next().map(str::to_owned)
}

async fn door(school: &School) -> Answer {
    school.visitor().get(&school.at("/sign-in")).await.unwrap()
}

async fn with_logo() -> (Test, School, Browser) {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut browser = school.desk(Role::Administrator).unwrap();
    assert_eq!(sends(&mut browser, &school, "A chestnut", Some(&photo())).await.status, StatusCode::SEE_OTHER);
    (test, school, browser)
}

fn files(test: &Test, school: &School) -> Vec<PathBuf> {
    let folder = test.folder().join("schools").join(school.entry.id.to_string()).join("media");
    std::fs::read_dir(folder).into_iter().flatten().map(|file| file.unwrap().path()).collect()
}

#[tokio::test]
async fn the_logo_stands_on_the_door_with_its_words_and_is_handed_out_as_a_picture_only() {
    let (_test, school, _) = with_logo().await;
    let page = door(&school).await;
    assert!(page.shows("alt=\"A chestnut\""));
    let mut visitor = school.visitor();
    let logo = visitor.get(&source(&page).unwrap()).await.unwrap();
    let header = |name: &str| logo.headers.get(name).unwrap().to_str().unwrap();
    assert_eq!((logo.status, header("content-type")), (StatusCode::OK, "image/jpeg"));
    assert_eq!((header("x-content-type-options"), header("content-disposition")), ("nosniff", "inline"));
    assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(header("cache-control"), "private, no-cache");
    let seen = image::load_from_memory_with_format(&logo.bytes, ImageFormat::Jpeg).unwrap();
    assert_eq!((seen.width(), seen.height()), (64, 32));
    for canary in ["Zqgeotagcanary", "Zqcommentcanary", "Exif"] {
        assert!(!logo.body.contains(canary), "{canary} came along");
    }
}

#[tokio::test]
async fn a_logo_that_was_taken_away_is_gone_from_the_door_and_the_disk_at_once() {
    let (test, school, mut browser) = with_logo().await;
    let address = source(&door(&school).await).unwrap();
    assert_eq!(files(&test, &school).len(), 1, "so small a picture needs no small one");
    browser.post(&school.at("/institution/logo/remove"), &[]).await.unwrap();
    assert_eq!(source(&door(&school).await), None);
    assert_eq!(school.visitor().get(&address).await.unwrap().status, StatusCode::NOT_FOUND);
    assert_eq!((raw::count(&school.context, "media"), files(&test, &school).len()), (0, 0));
}

#[tokio::test]
async fn a_new_logo_takes_the_place_of_the_old_one_and_other_words_leave_it() {
    let (test, school, mut browser) = with_logo().await;
    let first = source(&door(&school).await).unwrap();
    sends(&mut browser, &school, "", None).await;
    let page = door(&school).await;
    assert_eq!(source(&page).as_ref(), Some(&first));
    assert!(page.shows("alt=\"Kastanje\""), "without words, the school's name is read");
    let mut png = Vec::new();
    DynamicImage::new_rgba8(500, 400).write_to(&mut Cursor::new(&mut png), ImageFormat::Png).unwrap();
    sends(&mut browser, &school, "", Some(&png)).await;
    let second = source(&door(&school).await).unwrap();
    assert_ne!(first, second);
    assert_eq!(browser.get(&first).await.unwrap().status, StatusCode::NOT_FOUND);
    let small = browser.get(&second).await.unwrap();
    assert_eq!(image::load_from_memory(&small.bytes).unwrap().width(), 320, "the small one is handed out");
    assert_eq!(files(&test, &school).len(), 2);
}

#[tokio::test]
async fn what_is_no_picture_is_refused_in_words_and_the_form_keeps_what_was_typed() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut browser = school.desk(Role::Administrator).unwrap();
    let cut = &photo()[..200];
    let refused: [(&[u8], &str); 4] = [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "This is no JPEG, PNG or WebP."),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "This is no JPEG, PNG or WebP."),
        (cut, "This picture cannot be read"),
        (b"", "This is no JPEG, PNG or WebP."),
    ];
    for (bytes, words) in refused {
        let answer = sends(&mut browser, &school, "Our tree", Some(bytes)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.shows(words) && answer.shows("value=\"Our tree\""), "{words}");
    }
    let nothing = sends(&mut browser, &school, "Our tree", None).await;
    assert!(nothing.status == StatusCode::UNPROCESSABLE_ENTITY && nothing.shows("Choose a picture."));
    assert_eq!((raw::count(&school.context, "media"), files(&test, &school).len()), (0, 0));
}

#[tokio::test]
async fn another_schools_logo_and_a_scan_are_not_to_be_had_at_the_door() {
    let (test, school, mut browser) = with_logo().await;
    let other = test.school("Eik", "school").unwrap();
    let address = source(&door(&school).await).unwrap();
    let there = address.replace("/s/kastanje/", "/s/eik/");
    assert_eq!(other.visitor().get(&there).await.unwrap().status, StatusCode::NOT_FOUND);
    let fields = [("licence_kind", "Fire safety"), ("licence_number", "F-17"), ("issuer", "The town")];
    let new = school.at("/institution/licences/new");
    browser.post_with_files(&new, &fields, "scan", &[("scan.jpg", &photo())]).await.unwrap();
    let ids = raw::look(&school.context, |db| raw::texts(db, "SELECT media_id AS n FROM licence_scan"));
    let id: uuid::Uuid = ids[0].parse().unwrap();
    assert_eq!(browser.get(&school.at(&format!("/logo/{id}"))).await.unwrap().status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_browser_that_has_the_logo_is_told_so_and_no_more() {
    let (test, school, _) = with_logo().await;
    let address = source(&door(&school).await).unwrap();
    let tag = school.visitor().get(&address).await.unwrap().headers["etag"].clone();
    let request = axum::http::Request::get(&address).header("if-none-match", &tag).body(axum::body::Body::empty());
    let again = tower::ServiceExt::oneshot(test.built.router.clone(), request.unwrap()).await.unwrap();
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
}
