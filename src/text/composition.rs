//! From a text to its folded form and the way back. Knows characters and offsets, nothing of quotes or words.

use unicode_normalization::{IsNormalized, UnicodeNormalization, char, is_nfc_quick};

use super::character::{is_dash, is_double_quote, is_single_quote, is_vanishing, unfolded_glyph};

/// A stretch of folded text and the code points it stands for. Offsets fit 32 bits because SQLite's strings do.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// First byte in the folded text.
    pub(super) folded: u32,
    /// First code point in the original.
    pub(super) start: u32,
    /// The code point after the last in the original.
    pub(super) end: u32,
    /// Whether the stretch is to be taken apart.
    pub(super) grain: Grain,
}

/// How a piece's bytes belong to its code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grain {
    /// One byte for one code point, so that one piece can stand for whole paragraphs.
    Even,
    /// Only as a whole: a ligature, a base letter with its marks, a run of white space.
    Whole,
}

/// Builds the folded text, piece by piece.
#[derive(Debug, Default)]
pub(super) struct Composer {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    /// Code points read.
    at: u32,
    /// White space read and not yet written: dropped where nothing follows.
    gap: Option<(u32, u32)>,
}

impl Composer {
    /// Reads some of the text's beginning and says how many bytes.
    pub(super) fn take(&mut self, rest: &str) -> usize {
        let plain = plain_prefix(rest.as_bytes());
        if plain > 0 {
            self.push(&rest[..plain], plain, Grain::Even);
            return plain;
        }
        let Some(c) = rest.chars().next() else { return 0 };
        if is_vanishing(c) {
            self.at += 1;
        } else if c.is_whitespace() {
            let start = self.gap.map_or(self.at, |(start, _)| start);
            self.at += 1;
            self.gap = Some((start, self.at));
        } else if is_single_quote(c) {
            return self.take_single_quote(rest);
        } else if joins_previous(c) {
            return self.take_marks(rest);
        } else {
            self.push_char(c);
        }
        c.len_utf8()
    }

    /// Two single marks side by side are one double mark, as typewriters, LaTeX and mangled pages write it.
    fn take_single_quote(&mut self, rest: &str) -> usize {
        let mut width = 1;
        for (byte, c) in rest.char_indices().skip(1) {
            width += 1;
            if is_single_quote(c) {
                self.push("\"", width, Grain::Whole);
                return byte + c.len_utf8();
            }
            if !is_vanishing(c) {
                break;
            }
        }
        self.push("'", 1, Grain::Even);
        rest.chars().next().map_or(0, char::len_utf8)
    }

    fn push_char(&mut self, c: char) {
        let mut buffer = [0; 4];
        if is_double_quote(c) {
            self.push("\"", 1, Grain::Even);
        } else if is_dash(c) {
            self.push("-", 1, Grain::Even);
        } else if let Some(letters) = unfolded_glyph(c) {
            self.push(letters, 1, Grain::Whole);
        } else if c < '\u{300}' {
            let grain = if c.is_ascii() { Grain::Even } else { Grain::Whole };
            self.push(c.encode_utf8(&mut buffer), 1, grain);
        } else {
            let composed: String = std::iter::once(c).nfc().collect();
            self.push(&composed, 1, Grain::Whole);
        }
    }

    /// Appends what stands for the next `width` code points.
    fn push(&mut self, folded: &str, width: usize, grain: Grain) {
        let start = self.at;
        self.at += width as u32;
        self.close_gap();
        self.append(folded, (start, self.at), grain);
    }

    fn close_gap(&mut self) {
        if let Some((start, end)) = self.gap.take().filter(|_| !self.text.is_empty()) {
            let grain = if end - start == 1 { Grain::Even } else { Grain::Whole };
            self.append(" ", (start, end), grain);
        }
    }

    fn append(&mut self, folded: &str, (start, end): (u32, u32), grain: Grain) {
        match self.pieces.last_mut() {
            Some(last) if grain == Grain::Even && last.grain == grain && last.end == start => last.end = end,
            _ => self.pieces.push(Piece { folded: self.text.len() as u32, start, end, grain }),
        }
        self.text.push_str(folded);
    }

    /// Marks that may combine with what stands before them: the last character is taken back and composed with them.
    fn take_marks(&mut self, rest: &str) -> usize {
        let mut cluster = self.reopen();
        let mut end = self.at;
        let mut bytes = 0;
        for c in rest.chars() {
            if joins_previous(c) {
                cluster.push(c);
                end = self.at + 1;
            } else if !is_vanishing(c) {
                break;
            }
            self.at += 1;
            bytes += c.len_utf8();
        }
        self.text.extend(cluster.nfc());
        if let Some(piece) = self.pieces.last_mut() {
            piece.end = end;
        }
        bytes
    }

    /// Takes the last character back into a piece of its own, or opens an empty one where none can combine.
    fn reopen(&mut self) -> String {
        let base = if self.gap.is_some() { None } else { self.text.pop() };
        let Some(base) = base else {
            self.close_gap();
            self.append("", (self.at, self.at), Grain::Whole);
            return String::new();
        };
        if let Some(last) = self.pieces.last_mut().filter(|last| last.grain == Grain::Even) {
            last.end -= 1;
            let start = last.end;
            if last.start == last.end {
                self.pieces.pop();
            }
            self.append("", (start, start + 1), Grain::Whole);
        }
        base.to_string()
    }
}

/// Bytes at the beginning that fold to themselves: visible ASCII, and single spaces inside it.
fn plain_prefix(bytes: &[u8]) -> usize {
    let is_plain = |b: &u8| matches!(b, b'!'..=b'~') && !matches!(b, b'\'' | b'`');
    let mut at = 0;
    loop {
        at += bytes[at..].iter().take_while(|b| is_plain(b)).count();
        let is_gap = at > 0 && bytes.get(at) == Some(&b' ') && bytes.get(at + 1).is_some_and(is_plain);
        if !is_gap {
            return at;
        }
        at += 1;
    }
}

/// Whether NFC may merge the character with the one before it (Unicode Annex 15, "stable code points").
fn joins_previous(c: char) -> bool {
    if c < '\u{300}' {
        return false;
    }
    let mut first = None;
    char::decompose_canonical(c, |part| first = first.or(Some(part)));
    let first = first.unwrap_or(c);
    char::canonical_combining_class(first) != 0 || is_nfc_quick(std::iter::once(first)) == IsNormalized::Maybe
}
