//! Pictures that are broken, by chance or on purpose: none stops the program, none takes more memory than the limit.
//! Seeds of ours, and real ones where they are here. More of them with
//!
//!     MEDIA_FUZZ=50000 cargo nextest run -p media broken

#[path = "../../../../core/rosterfile/tests/it/inputs.rs"]
mod inputs;

use std::io::Cursor;

use image::{DynamicImage, GenericImageView as _, ImageFormat, Luma, RgbImage, Rgba, RgbaImage};
use kernel::Random;

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Vec::new();
    picture.write_to(&mut Cursor::new(&mut out), format).unwrap();
    out
}

/// Pictures of ours: with and without colour, seen through, of sixteen bits, one point, wide and high.
fn seeds() -> Vec<Vec<u8>> {
    let colours: DynamicImage =
        RgbImage::from_fn(48, 31, |x, y| image::Rgb([(x * 5) as u8, (y * 8) as u8, (x * y) as u8])).into();
    let clear: DynamicImage =
        RgbaImage::from_fn(19, 40, |x, y| Rgba([9, (x * 9) as u8, (y * 5) as u8, x as u8])).into();
    let grey: DynamicImage = image::ImageBuffer::<Luma<u8>, _>::from_fn(33, 7, |x, _| Luma([x as u8])).into();
    let fine: DynamicImage =
        image::ImageBuffer::<Luma<u16>, _>::from_fn(9, 9, |x, y| Luma([(x * y * 700) as u16])).into();
    let mut all = vec![file(&DynamicImage::new_rgb8(1, 1), ImageFormat::Png), file(&fine, ImageFormat::Png)];
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        all.push(file(&colours, format));
        all.push(file(&if format == ImageFormat::Jpeg { grey.clone() } else { clear.clone() }, format));
    }
    all
}

fn number(random: &Random, below: usize) -> usize {
    u64::from_le_bytes(random.bytes()) as usize % below.max(1)
}

/// What breaks readers of pictures: sizes that are none, marks in the wrong place, halves, pieces of others.
fn damage(random: &Random, seeds: &[Vec<u8>]) -> Vec<u8> {
    const MARKS: [&[u8]; 9] = [
        b"\xff\xff\xff\xff",
        b"\x7f\xff\xff\xff",
        b"\0\0\0\0",
        b"\xff\xd8",
        b"\xff\xda",
        b"IDAT",
        b"IEND",
        b"VP8X",
        b"ANIM",
    ];
    let mut bytes = seeds[number(random, seeds.len())].clone();
    for _ in 0..=number(random, 6) {
        let at = number(random, bytes.len());
        match number(random, 6) {
            0 => bytes[at] ^= 1 << number(random, 8),
            1 => bytes[at] = random.bytes::<1>()[0],
            2 => {
                let mark = MARKS[number(random, MARKS.len())];
                let end = (at + mark.len()).min(bytes.len());
                bytes[at..end].copy_from_slice(&mark[..end - at]);
            }
            3 => bytes.truncate(at.max(16)),
            4 => {
                let other = &seeds[number(random, seeds.len())];
                let from = number(random, other.len());
                bytes.splice(at..at, other[from..].iter().copied());
            }
            _ => {
                let until = at + number(random, bytes.len() - at);
                bytes.drain(at..until);
            }
        }
        if bytes.len() < 16 {
            bytes.resize(16, 0);
        }
    }
    bytes
}

/// What comes out of anything is a picture of ours, or a word why not.
fn take(bytes: &[u8]) -> bool {
    match media::picture(bytes) {
        Ok(plain) => {
            let seen = image::load_from_memory(&plain.whole).unwrap();
            assert_eq!(seen.dimensions(), (plain.width, plain.height));
            true
        }
        Err(problem) => {
            assert!(["picture-wrong-kind", "picture-unreadable"].contains(&problem.key), "{problem}");
            false
        }
    }
}

/// The most memory that this process has ever held, in bytes.
#[cfg(target_os = "linux")]
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() << 10
}

#[test]
fn broken_pictures_are_read_or_refused_and_nothing_else() {
    let cases: u64 = std::env::var("MEDIA_FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(6_000);
    let (random, seeds) = (Random::seeded(94), seeds());
    assert!(seeds.iter().all(|seed| take(seed)), "a whole one is refused");
    let read = (0..cases).filter(|_| take(&damage(&random, &seeds))).count();
    println!("{cases} broken pictures: {read} could be read all the same");
    assert!(read > 0 && (read as u64) < cases);
    #[cfg(target_os = "linux")]
    assert!(most_memory() < 700 << 20, "{} MiB", most_memory() >> 20);
}

/// A small PNG whose head says that it is so large, with the sum that belongs to it.
fn that_says(width: u32, height: u32) -> Vec<u8> {
    let mut png = file(&DynamicImage::new_rgb8(8, 8), ImageFormat::Png);
    png[16..24].copy_from_slice(&[width.to_be_bytes(), height.to_be_bytes()].concat());
    let mut sum = flate2::Crc::new();
    sum.update(&png[12..29]);
    png[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    png
}

#[test]
fn a_small_file_that_unfolds_into_gigabytes_is_refused_before_it_does() {
    for (width, height) in [(60_000, 60_000), (12_001, 1), (11_000, 11_000), (u32::MAX, 1), (0, 0)] {
        assert!(!take(&that_says(width, height)), "{width} × {height}");
    }
    #[cfg(target_os = "linux")]
    assert!(most_memory() < 100 << 20, "{} MiB", most_memory() >> 20);
    // Within the limit, and nothing behind it: one picture of this size is what the limit allows.
    assert!(!take(&that_says(7_500, 7_500)));
    #[cfg(target_os = "linux")]
    assert!(most_memory() < 500 << 20, "{} MiB", most_memory() >> 20);
}

#[test]
fn pictures_that_nobody_here_made_are_read_or_refused() {
    for folder in ["attack/images-image-rs", "images/piexif"] {
        let Some(folder) = inputs::inputs(folder) else { return };
        let files = inputs::files_below(&folder);
        let read = files.iter().filter(|file| take(&std::fs::read(file).unwrap())).count();
        println!("{}: {read} of {} files are pictures to us", folder.display(), files.len());
        assert!(read > 0);
    }
}
