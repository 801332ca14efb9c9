//! From an uploaded picture to one of ours: decoded within limits, turned as its camera held it, made smaller where it
//! is huge, and its points written anew, so that no metadata comes along (C094).

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, ImageResult, Limits};
use kernel::Message;
use store::media::Plain;

use crate::intake::fits;

/// Longest side that is decoded, and the memory its points may take: a small file can unfold into gigabytes.
const LONGEST_SIDE: u32 = 12_000;
const MOST_MEMORY: u64 = 192 << 20;
/// Longest side that is kept: a page of A4 at 300 points an inch.
pub const SIDE: u32 = 3_508;
/// Longest side of the small one.
pub const SMALL: u32 = 320;
const QUALITY: u8 = 88;

/// One picture is unfolded at a time, whoever sends how many: what that takes is a limit of the house.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

pub(crate) fn made_anew(bytes: &[u8]) -> Result<Plain, Message> {
    let format = kind(bytes)?;
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let picture = decode(bytes, format, SIDE).map_err(unreadable)?;
    let keeps_every_point = format == ImageFormat::Png || picture.color().has_alpha();
    let (width, height) = (picture.width(), picture.height());
    let small =
        within(&picture, SMALL).map(|small| written(small, keeps_every_point)).transpose().map_err(unreadable)?;
    let whole = written(picture, keeps_every_point).map_err(unreadable)?;
    let media_type = if keeps_every_point { "image/png" } else { "image/jpeg" };
    Ok(Plain { media_type, whole, small, width, height })
}

/// A square cut out of the middle, of `side` points, as JPEG.
///
/// # Errors
/// `picture-too-large`, `picture-wrong-kind`, `picture-unreadable`.
pub fn square(bytes: &[u8], side: u32) -> Result<Vec<u8>, Message> {
    fits(bytes, "picture-too-large")?;
    let format = kind(bytes)?;
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let picture = decode(bytes, format, SIDE).map_err(unreadable)?;
    let shorter = picture.width().min(picture.height());
    let (left, top) = ((picture.width() - shorter) / 2, (picture.height() - shorter) / 2);
    let cut = picture.crop_imm(left, top, shorter, shorter);
    // The box filter makes nothing larger.
    let small = if shorter > side {
        cut.thumbnail_exact(side, side)
    } else {
        cut.resize_exact(side, side, image::imageops::FilterType::Triangle)
    };
    written(small, false).map_err(unreadable)
}

fn unreadable(_: image::ImageError) -> Message {
    "picture-unreadable".into()
}

/// What is in it, whatever it is called.
fn kind(bytes: &[u8]) -> Result<ImageFormat, Message> {
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => Ok(format),
        _ => Err("picture-wrong-kind".into()),
    }
}

/// The points, turned upright, and fewer of them where a side is longer than `side`.
fn decode(bytes: &[u8], format: ImageFormat, side: u32) -> ImageResult<DynamicImage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    limits.reserve(decoder.total_bytes())?;
    let turned = decoder.orientation()?;
    let picture = DynamicImage::from_decoder(decoder)?;
    let mut picture = within(&picture, side).unwrap_or(picture);
    picture.apply_orientation(turned);
    Ok(picture)
}

/// The picture with no side longer than `side`; none where it is so already. By the mean of the points that become
/// one: other filters take four times the memory on the way.
fn within(picture: &DynamicImage, side: u32) -> Option<DynamicImage> {
    (picture.width().max(picture.height()) > side).then(|| picture.thumbnail(side, side))
}

/// Its points and nothing else: eight bits for each colour, no profile, no text.
fn written(picture: DynamicImage, keeps_every_point: bool) -> ImageResult<Vec<u8>> {
    let mut out = Vec::new();
    match (keeps_every_point, picture.color().has_alpha()) {
        (true, true) => picture.into_rgba8().write_with_encoder(PngEncoder::new(&mut out))?,
        (true, false) => picture.into_rgb8().write_with_encoder(PngEncoder::new(&mut out))?,
        (false, _) => picture.into_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY))?,
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::*;

    fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut out = Vec::new();
        picture.write_to(&mut Cursor::new(&mut out), format).unwrap();
        out
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        file(&DynamicImage::new_rgb8(width, height), ImageFormat::Png)
    }

    /// The left half red, the right half blue.
    fn halves() -> DynamicImage {
        let colour = |x| if x < 40 { Rgb([250, 0, 0]) } else { Rgb([0, 0, 250]) };
        RgbImage::from_fn(80, 40, |x, _| colour(x)).into()
    }

    /// A JPEG whose camera was held so; `value` is that of EXIF's orientation.
    fn turned(value: u8) -> Vec<u8> {
        let plain = file(&halves(), ImageFormat::Jpeg);
        let mut exif = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        exif.extend([value, 0, 0, 0, 0, 0, 0]);
        [&plain[..2], &exif, &plain[2..]].concat()
    }

    #[test]
    fn the_points_are_turned_as_the_camera_was_held() {
        let kept = made_anew(&turned(6)).unwrap();
        assert_eq!((kept.width, kept.height), (40, 80), "upright now");
        let seen = image::load_from_memory(&kept.whole).unwrap().to_rgb8();
        let (top, bottom) = (seen.get_pixel(20, 10), seen.get_pixel(20, 70));
        assert!(top[0] > 200 && top[2] < 60 && bottom[2] > 200 && bottom[0] < 60, "{top:?} {bottom:?}");
        assert_eq!((made_anew(&turned(1)).unwrap().width, made_anew(&turned(3)).unwrap().width), (80, 80));
    }

    #[test]
    fn what_is_kept_has_a_small_one_and_no_side_that_is_too_long() {
        let kept = made_anew(&png(4_000, 1_000)).unwrap();
        assert_eq!((kept.media_type, kept.width, kept.height), ("image/png", SIDE, 877));
        let small = image::load_from_memory(&kept.small.unwrap()).unwrap();
        assert_eq!((small.width(), small.height()), (SMALL, 80));
        assert_eq!(made_anew(&png(SMALL, 10)).unwrap().small, None, "it is small already");
    }

    #[test]
    fn what_can_be_seen_through_stays_so_and_a_photo_becomes_a_jpeg() {
        let clear = file(&DynamicImage::new_rgba8(30, 30), ImageFormat::WebP);
        let kept = made_anew(&clear).unwrap();
        assert_eq!(kept.media_type, "image/png");
        assert_eq!(image::load_from_memory(&kept.whole).unwrap().to_rgba8().get_pixel(3, 3)[3], 0);
        let photo = file(&halves(), ImageFormat::WebP);
        assert_eq!(made_anew(&photo).unwrap().media_type, "image/jpeg");
    }

    #[test]
    fn a_square_is_cut_out_of_the_middle() {
        for (width, height) in [(800, 300), (90, 200), (1, 1)] {
            let small = square(&png(width, height), 256).unwrap();
            let read = image::load_from_memory_with_format(&small, ImageFormat::Jpeg).unwrap();
            assert_eq!((read.width(), read.height()), (256, 256));
        }
    }

    #[test]
    fn what_is_no_picture_or_too_much_of_one_is_refused_in_words() {
        let key = |bytes: &[u8]| made_anew(bytes).unwrap_err().key;
        for wrong in [&b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"[..], b"<svg xmlns='http://www.w3.org/2000/svg'/>", b""] {
            assert_eq!(key(wrong), "picture-wrong-kind");
        }
        assert_eq!(key(b"\x89PNG\r\n\x1a\nnothing behind it"), "picture-unreadable");
        assert_eq!(key(&png(LONGEST_SIDE + 1, 1)), "picture-unreadable");
    }
}
