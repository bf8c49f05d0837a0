//! Bytes to text. Never guesses an encoding: UTF-8, a byte order mark, or what the user says.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::Options;
use super::foreign::foreign;
use super::nearest::nearest;
use crate::model::{Place, Problem};

/// Encodings that messages propose.
const COMMON: &[&str] = &[
    "windows-1252",
    "windows-1251",
    "windows-1250",
    "windows-1256",
    "iso-8859-1",
    "iso-8859-2",
    "utf-16le",
    "utf-16be",
    "koi8-r",
    "macintosh",
    "gbk",
    "big5",
    "shift_jis",
    "euc-kr",
];

/// The text of a whole file, or why there is none.
pub(super) fn decode<'b>(bytes: &'b [u8], place: &Place, options: &Options) -> Result<Cow<'b, str>, Problem> {
    if bytes.trim_ascii().is_empty() {
        let reason = if bytes.is_empty() { "the file is empty" } else { "there is only white space in it" };
        return Err(Problem::refused(place.clone(), reason).with_way_out("there is nothing to import here"));
    }
    if let Some((what, way_out)) = foreign(bytes) {
        return Err(
            Problem::refused(place.clone(), format!("this is {what}, not text")).with_way_out(way_out)
        );
    }
    let text = decode_line(bytes, place, options)?;
    if text.trim().is_empty() {
        return Err(Problem::refused(place.clone(), "there is only white space in it")
            .with_way_out("there is nothing to import here"));
    }
    Ok(text)
}

/// The text of bytes that may also be a part of a file, such as a line.
pub(super) fn decode_line<'b>(
    bytes: &'b [u8],
    place: &Place,
    options: &Options,
) -> Result<Cow<'b, str>, Problem> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return sound(encoding.decode_without_bom_handling(&bytes[mark..]), bytes, place);
    }
    match (std::str::from_utf8(bytes), &options.encoding) {
        (Ok(text), _) if !text.contains('\0') => Ok(Cow::Borrowed(text)),
        (_, Some(label)) => {
            let encoding =
                Encoding::for_label(label.as_bytes()).ok_or_else(|| unknown_label(label, place))?;
            sound(encoding.decode_without_bom_handling(bytes), bytes, place)
        }
        (Ok(_), None) => Err(binary(bytes, place)),
        (Err(error), None) if !bytes.contains(&0) => Err(not_utf8(bytes, error.valid_up_to(), place)),
        (Err(_), None) => Err(binary(bytes, place)),
    }
}

fn sound<'b>(
    (text, malformed): (Cow<'b, str>, bool),
    bytes: &[u8],
    place: &Place,
) -> Result<Cow<'b, str>, Problem> {
    if malformed {
        let at = text.find('\u{FFFD}').unwrap_or_default();
        let line = place.line.unwrap_or(1) + text[..at].matches('\n').count() as u64;
        return Err(Problem::refused(place.at_line(line), "the bytes do not fit the file's encoding")
            .with_way_out("name the right one with --encoding, for instance --encoding windows-1252"));
    }
    if text.contains('\0') {
        return Err(binary(bytes, place));
    }
    Ok(text)
}

fn not_utf8(bytes: &[u8], at: usize, place: &Place) -> Problem {
    let line = place.line.unwrap_or(1) + bytes[..at].iter().filter(|b| **b == b'\n').count() as u64;
    Problem::refused(place.at_line(line), format!("not UTF-8: byte 0x{:02X}", bytes[at]))
        .with_way_out("name the file's encoding, for instance --encoding windows-1252")
}

fn binary(bytes: &[u8], place: &Place) -> Problem {
    let nul = bytes.iter().position(|b| *b == 0).unwrap_or_default();
    let line = place.line.unwrap_or(1) + bytes[..nul].iter().filter(|b| **b == b'\n').count() as u64;
    Problem::refused(place.at_line(line), "a NUL character: binary content, not text").with_way_out(
        "import the text alone; if it is UTF-16 without a byte order mark, say --encoding utf-16le",
    )
}

fn unknown_label(label: &str, place: &Place) -> Problem {
    let way_out = match nearest(label, COMMON.iter().copied()) {
        Some(known) => format!("did you mean --encoding {known}?"),
        None => format!("known are, among others, {}", COMMON[..7].join(", ")),
    };
    Problem::refused(place.clone(), format!("not UTF-8, and there is no encoding \"{label}\""))
        .with_way_out(way_out)
}
