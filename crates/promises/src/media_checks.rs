//! Pictures: what a camera and an editor wrote into them stays behind at the door (C094).

use std::io::{Cursor, Read as _};

use flate2::Crc;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use kernel::{Error, Result};
use sea_orm::EntityTrait as _;
use store::Role;
use store::media::{self, Part};
use testkit::School;

use crate::ground::{Ground, Seat, expect_status, hits_in_pages, holds};
use crate::{Check, Outcome, all, page};

pub const CHECKS: &[(&str, Check)] = &[("C094", c094)];

/// A comment, an editor's word, a colour profile's, a text of a PNG.
const CANARIES: [&str; 4] = ["Zqcommentcanary", "Zqxmpcanary", "Zqprofilecanary", "Zqtextcanary"];
/// 52° 5' 24.6531", as EXIF writes it: three fractions.
const PLACE: [u8; 24] = [0, 0, 0, 52, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 1, 0, 3, 0xc3, 3, 0, 0, 0x27, 0x10];

/// EXIF with a place (a GPS directory with its latitude), as cameras write it.
fn exif() -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    // One entry: where the GPS directory is.
    tiff.extend(b"\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0");
    // North, and the latitude behind the directory.
    tiff.extend(b"\0\x02\0\x01\0\x02\0\0\0\x02N\0\0\0\0\x02\0\x05\0\0\0\x03\0\0\0\x38\0\0\0\0");
    tiff.extend(PLACE);
    tiff
}

fn plain(format: ImageFormat) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    let picture: DynamicImage = RgbImage::from_fn(640, 360, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, 90])).into();
    picture.write_to(&mut Cursor::new(&mut file), format).map_err(Error::internal)?;
    Ok(file)
}

/// A photo with a place, a comment, an editor's word and a profile.
fn photo() -> Result<Vec<u8>> {
    let part = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX).to_be_bytes();
        [&[0xff, marker], length.as_slice(), content].concat()
    };
    let file = plain(ImageFormat::Jpeg)?;
    let (start, rest) = file.split_at_checked(2).ok_or(Error::NotFound)?;
    let parts = [
        part(0xe1, &[b"Exif\0\0".as_slice(), &exif()].concat()),
        part(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Zqxmpcanary</x:xmpmeta>"),
        part(0xe2, b"ICC_PROFILE\0\x01\x01Zqprofilecanary"),
        part(0xfe, b"Zqcommentcanary"),
    ];
    Ok([start, &parts.concat(), rest].concat())
}

/// A drawing with a place and texts, in the chunks of a PNG.
fn drawing() -> Result<Vec<u8>> {
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let (mut sum, body) = (Crc::new(), [kind.as_slice(), content].concat());
        sum.update(&body);
        let length = u32::try_from(content.len()).unwrap_or(u32::MAX).to_be_bytes();
        [length.as_slice(), &body, &sum.sum().to_be_bytes()].concat()
    };
    let file = plain(ImageFormat::Png)?;
    // Behind the signature and the head of the picture.
    let (start, rest) = file.split_at_checked(33).ok_or(Error::NotFound)?;
    let parts = [
        chunk(b"tEXt", b"Comment\0Zqtextcanary"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0Zqxmpcanary"),
        chunk(b"eXIf", &exif()),
    ];
    Ok([start, &parts.concat(), rest].concat())
}

/// What of all that stands in these bytes.
fn left(bytes: &[u8]) -> usize {
    let stands = |mark: &[u8]| bytes.windows(mark.len()).any(|part| part == mark);
    CANARIES.iter().filter(|mark| stands(mark.as_bytes())).count() + usize::from(stands(&PLACE))
}

/// The pictures that a page shows or links under a path.
fn served(seat: &mut Seat, page_of: &str, under: &str) -> Result<Vec<u8>> {
    let shown = seat.page(page_of)?.body;
    let of =
        |tag, word| page::tags(&shown, tag).filter_map(|tag| page::attribute(tag, word)).find(|to| to.contains(under));
    let path = of("img", "src")
        .or_else(|| of("a", "href"))
        .ok_or_else(|| Error::Internal(format!("{page_of} shows no picture under {under}")))?;
    let answer = seat.page(path)?;
    let is_picture = image::load_from_memory(&answer.bytes).is_ok();
    holds(is_picture, format!("{path} is no picture"))?;
    Ok(answer.bytes)
}

/// Every file of the school as it lies there, opened.
fn stored(school: &School) -> Result<Vec<Vec<u8>>> {
    let rows = school.arrange(|work| Ok(media::Entity::find().all(work.db())?))?;
    let mut files = Vec::new();
    for row in rows {
        for part in [Part::Whole, Part::Small] {
            let mut bytes = Vec::new();
            school.context.open_media(&row, part)?.read_to_end(&mut bytes).map_err(Error::internal)?;
            files.push(bytes);
        }
    }
    Ok(files)
}

fn c094(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut seat = ground.seat(school.desk(Role::Administrator)?);
    let teacher = school.staff("Tess Teacher", &[])?;
    let mut own = ground.seat(school.as_teacher(teacher)?);
    let mut opened = 0;
    for (file, marks) in [(photo()?, 4), (drawing()?, 3)] {
        holds(left(&file) == marks, "the upload lacks what is to be taken out of it")?;
        let logo = seat.post_file(&school.at("/institution/logo"), &[], "logo", ("logo.png", &file))?;
        expect_status(&logo, 303, "a logo")?;
        let fields = [("licence_kind", "Fire"), ("licence_number", "1"), ("issuer", "Town")];
        let scan = seat.post_file(&school.at("/institution/licences/new"), &fields, "scan", ("scan.pdf", &file))?;
        expect_status(&scan, 303, "a scan")?;
        let to = [("picture_audience", "staff")];
        let picture = own.post_file(&school.at("/profile/picture"), &to, "picture", ("me.webp", &file))?;
        expect_status(&picture, 303, "a picture of oneself")?;
        let shown = [
            served(&mut ground.visitor(), &school.at("/sign-in"), "/logo/")?,
            served(&mut seat, &school.at("/institution"), "/scan")?,
            served(&mut own, &school.at("/profile"), "/profiles/")?,
        ];
        holds(shown.iter().all(|bytes| left(bytes) == 0), "what is handed out holds metadata")?;
        let files = stored(&school)?;
        holds(files.len() >= 4, "fewer files are stored than were sent")?;
        holds(files.iter().all(|bytes| left(bytes) == 0), "what is stored holds metadata")?;
        opened += files.len();
    }
    for mark in CANARIES {
        holds(hits_in_pages(&school.context, mark)? == 0, format!("{mark} stands in the database"))?;
    }
    all(format!(
        "a JPEG (GPS in EXIF, XMP, profile, comment) and a PNG (eXIf, iTXt, tEXt) sent as logo, licence scan and own picture under wrong names: 0 marks in 6 answers, in {opened} stored files as they open, and in the database's decrypted pages"
    ))
}
