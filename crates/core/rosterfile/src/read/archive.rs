//! A delivery in one zip archive (OneRoster's usual shape): its files, taken out under hard limits. Whoever made the
//! archive may mean ill: the limits hold while it is being read, whatever its own headings say.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::LIMIT_MIB;
use crate::rows::{Refusal, SourceFile};

/// The most files the archives of one delivery may hold; OneRoster 1.2 knows 22.
const MAX_FILES: usize = 100;
/// The most bytes all files of a delivery's archives may have, unpacked.
const MAX_BYTES: u64 = 256 << 20;
/// Tables shrink to a fifth or a tenth; nothing honest grows two hundredfold.
const MAX_RATIO: u64 = 200;
/// Below this size the ratio says nothing: an empty table of a thousand commas is harmless.
const RATIO_FROM: u64 = 1 << 20;

/// The files of a delivery, those of archives taken out of them. Folders, paths, encryption and bombs are refused.
pub(crate) fn unpack(files: &[SourceFile]) -> Result<Cow<'_, [SourceFile]>, Refusal> {
    if !files.iter().any(is_archive) {
        return Ok(Cow::Borrowed(files));
    }
    let mut unpacked = Vec::new();
    let mut room = Room { files: MAX_FILES, bytes: MAX_BYTES };
    for file in files {
        if is_archive(file) {
            take_out(file, &mut room, &mut unpacked)?;
        } else {
            unpacked.push(file.clone());
        }
    }
    Ok(Cow::Owned(unpacked))
}

/// A zip archive that does not say it is a workbook or a document.
fn is_archive(file: &SourceFile) -> bool {
    let is_zip = file.bytes.starts_with(b"PK\x03\x04") || file.bytes.starts_with(b"PK\x05\x06");
    let name = file.name.to_lowercase();
    is_zip && ![".xlsx", ".docx", ".ods", ".odt", ".pptx", ".numbers"].iter().any(|end| name.ends_with(end))
}

/// What the archives of one delivery may still bring: ten archives are no way around the limit of one.
struct Room {
    files: usize,
    bytes: u64,
}

fn take_out(file: &SourceFile, room: &mut Room, unpacked: &mut Vec<SourceFile>) -> Result<(), Refusal> {
    let refuse = |why: &'static str| Refusal::Archive { file: file.name.clone(), why };
    let mut archive = ZipArchive::new(Cursor::new(file.bytes.as_slice())).map_err(|_| refuse("broken"))?;
    room.files = room.files.checked_sub(archive.len()).ok_or_else(|| refuse("many"))?;
    if archive.is_empty() {
        return Err(Refusal::Empty { file: file.name.clone() });
    }
    for at in 0..archive.len() {
        let name = {
            // The directory alone is read here: an encrypted or odd entry is known before a byte of it is unpacked.
            let entry = archive.by_index_raw(at).map_err(|_| refuse("broken"))?;
            if entry.encrypted() {
                return Err(refuse("encrypted"));
            }
            let name = entry.name().map_err(|_| refuse("broken"))?.into_owned();
            if entry.is_dir() || entry.is_symlink() || !is_plain(&name) {
                return Err(refuse("nested"));
            }
            name
        };
        let entry = archive.by_index(at).map_err(|_| refuse("broken"))?;
        let packed = entry.compressed_size();
        let limit = room.bytes.min((LIMIT_MIB as u64) << 20);
        let fair = packed.saturating_mul(MAX_RATIO).max(RATIO_FROM);
        let mut bytes = Vec::new();
        entry.take(limit.min(fair) + 1).read_to_end(&mut bytes).map_err(|_| refuse("broken"))?;
        let length = bytes.len() as u64;
        if length > fair {
            return Err(refuse("bomb"));
        }
        if length > limit {
            return Err(refuse("large"));
        }
        room.bytes -= length;
        if bytes.starts_with(b"PK\x03\x04") {
            return Err(refuse("nested"));
        }
        unpacked.push(SourceFile { name, bytes });
    }
    Ok(())
}

/// A name without a path: no folder, no drive, no way up.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name != ".." && name != "." && !name.contains(['/', '\\', ':', '\0'])
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn archive(lengths: &[usize]) -> SourceFile {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (at, length) in lengths.iter().enumerate() {
            zip.start_file(format!("{at}.csv"), zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&vec![b'a'; *length]).unwrap();
        }
        SourceFile { name: "delivery.zip".to_owned(), bytes: zip.finish().unwrap().into_inner() }
    }

    #[test]
    fn the_limits_are_those_of_a_delivery_not_of_one_archive() {
        let (one, mut unpacked) = (archive(&[400, 400]), Vec::new());
        let mut room = Room { files: 5, bytes: 1_000 };
        take_out(&one, &mut room, &mut unpacked).unwrap();
        assert_eq!((unpacked.len(), room.files, room.bytes), (2, 3, 200));
        let refused = take_out(&one, &mut room, &mut unpacked).unwrap_err();
        assert!(matches!(refused, Refusal::Archive { why: "large", .. }), "{refused:?}");
        let mut room = Room { files: 3, bytes: 10_000 };
        take_out(&one, &mut room, &mut unpacked).unwrap();
        let refused = take_out(&one, &mut room, &mut unpacked).unwrap_err();
        assert!(matches!(refused, Refusal::Archive { why: "many", .. }), "{refused:?}");
    }
}
