//! From an uploaded picture to a square of 256 points: decoded within limits, turned as its camera held it,
//! cut to its middle, and written anew as JPEG, so that no metadata comes along (C094, C178).

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};
use kernel::Message;

/// Largest upload, bytes.
pub const LARGEST: usize = 5 << 20;
/// Longest side that is decoded, and the memory it may take: a small file can unfold into gigabytes.
const LONGEST_SIDE: u32 = 10_000;
const MOST_MEMORY: u64 = 256 << 20;
/// Points of a side.
pub const SIDE: u32 = 256;
const QUALITY: u8 = 85;

/// The square. Errors: `picture-too-large`, `picture-wrong-kind`, `picture-unreadable`.
pub fn square(bytes: &[u8]) -> Result<Vec<u8>, Message> {
    if bytes.len() > LARGEST {
        return Err(Message::from("picture-too-large").with("limit", LARGEST >> 20));
    }
    let format = image::guess_format(bytes).map_err(|_| Message::from("picture-wrong-kind"))?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err("picture-wrong-kind".into());
    }
    let picture = decode(bytes, format).map_err(|_| Message::from("picture-unreadable"))?;
    let small = picture.resize_to_fill(SIDE, SIDE, image::imageops::FilterType::Triangle).to_rgb8();
    let mut out = Vec::new();
    let written = JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&small);
    written.map_err(|_| Message::from("picture-unreadable"))?;
    Ok(out)
}

fn decode(bytes: &[u8], format: ImageFormat) -> image::ImageResult<DynamicImage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    limits.reserve(decoder.total_bytes())?;
    let turned = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(turned);
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Vec::new();
        DynamicImage::new_rgb8(width, height).write_to(&mut Cursor::new(&mut out), ImageFormat::Png).unwrap();
        out
    }

    #[test]
    fn a_picture_becomes_a_small_square_jpeg() {
        let small = square(&png(800, 300)).unwrap();
        let read = image::load_from_memory_with_format(&small, ImageFormat::Jpeg).unwrap();
        assert_eq!((read.width(), read.height()), (SIDE, SIDE));
    }

    #[test]
    fn what_is_no_picture_or_too_much_of_one_is_refused_in_words() {
        let key = |bytes: &[u8]| square(bytes).unwrap_err().key;
        assert_eq!(key(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "picture-wrong-kind");
        assert_eq!(key(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "picture-wrong-kind");
        assert_eq!(key(&vec![0; LARGEST + 1]), "picture-too-large");
        assert_eq!(key(b"\x89PNG\r\n\x1a\nnothing behind it"), "picture-unreadable");
        // A few kilobytes that would unfold into more than the limit.
        assert_eq!(key(&png(10_001, 1)), "picture-unreadable");
    }

    #[test]
    fn metadata_do_not_come_along() {
        let mut jpeg = Vec::new();
        JpegEncoder::new(&mut jpeg).encode_image(&DynamicImage::new_rgb8(40, 20)).unwrap();
        let comment = b"\xff\xfe\x00\x0eSECRETPLACE!";
        let marked = [&jpeg[..2], comment, &jpeg[2..]].concat();
        let small = square(&marked).unwrap();
        assert!(!small.windows(6).any(|window| window == b"SECRET"));
    }
}
