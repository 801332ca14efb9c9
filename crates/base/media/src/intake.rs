//! What is taken in, and in which shape it is kept. Slow: off the request's thread, outside of any unit of work.

use kernel::Message;
use store::media::Plain;

use crate::picture::made_anew;

/// Largest upload, bytes.
pub const LARGEST: usize = 5 << 20;
/// What a file chooser offers; what is taken is decided by what is in the file.
pub const PICTURES: &str = "image/jpeg,image/png,image/webp";
pub const PAPERS: &str = "application/pdf,image/jpeg,image/png,image/webp";

/// A picture, ready to be kept.
///
/// # Errors
/// `picture-too-large`, `picture-wrong-kind`, `picture-unreadable`.
pub fn picture(bytes: &[u8]) -> Result<Plain, Message> {
    fits(bytes, "picture-too-large")?;
    made_anew(bytes)
}

/// A paper that was scanned: a PDF as it is, or a picture. What only says that it is a PDF is one for us: no page of
/// the site ever shows or runs it.
///
/// # Errors
/// `paper-too-large`, `paper-wrong-kind`, `picture-unreadable`.
pub fn paper(bytes: Vec<u8>) -> Result<Plain, Message> {
    fits(&bytes, "paper-too-large")?;
    if bytes.starts_with(b"%PDF-") {
        return Ok(Plain { media_type: "application/pdf", whole: bytes, ..Plain::default() });
    }
    made_anew(&bytes).map_err(|problem| match problem.key {
        "picture-wrong-kind" => "paper-wrong-kind".into(),
        _ => problem,
    })
}

pub(crate) fn fits(bytes: &[u8], else_say: &'static str) -> Result<(), Message> {
    if bytes.len() > LARGEST { Err(Message::from(else_say).with("limit", LARGEST >> 20)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdf_stays_as_it_is_and_a_page_or_an_archive_is_no_paper() {
        let paper = |bytes: &[u8]| super::paper(bytes.to_vec()).map_err(|problem| problem.key);
        assert_eq!(paper(b"%PDF-1.7 ...").unwrap().whole, b"%PDF-1.7 ...");
        for wrong in [&b""[..], b"<html>", b"<svg xmlns=", b" %PDF-1.7", b"GIF89a", b"PK\x03\x04"] {
            assert_eq!(paper(wrong), Err("paper-wrong-kind"));
        }
        assert_eq!(paper(b"\x89PNG\r\n\x1a\nnothing behind it"), Err("picture-unreadable"));
        let mut large = b"%PDF-".to_vec();
        large.resize(LARGEST, 0);
        assert!(paper(&large).is_ok());
        large.push(0);
        assert_eq!(paper(&large), Err("paper-too-large"));
    }
}
