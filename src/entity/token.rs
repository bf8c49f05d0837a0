//! A text cut into words and marks, each word looked up once. White space of any kind, curly or straight apostrophes,
//! hyphens, diacritics and soft hyphens make no difference to what a word is; byte offsets are those of the text.

use std::cell::Cell;

use super::character::{fold, is_apostrophe, is_inner, is_invisible, is_letter};
use super::words::Classes;
use crate::text::{AsciiWord, WordKey, alphanumeric_end, ascii_word};

/// What stands between a token and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    Space,
    /// One line break: a wrapped line or a new paragraph, as the text has it.
    Line,
    Paragraph,
}

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Lower,
    /// A capital, then small letters: "Iraq", "McCain".
    Capital,
    /// Two or more capitals: "US", "IRAQ".
    Upper,
    /// One capital letter.
    Initial,
    Number,
    /// A mark, in its plain form: `'` and `-` stand for all of their kind, `"` for all quotation marks; 0 is any other.
    Mark(u8),
}

/// A word or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The word's number; 0 for words that nobody knows.
    pub(super) word: u32,
    pub(super) classes: Classes,
    pub(super) gap: Gap,
    pub(super) shape: Shape,
}

impl Token {
    pub(super) fn is_mark(&self, mark: u8) -> bool {
        self.shape == Shape::Mark(mark)
    }

    /// Whether it begins with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }

    /// Whether a name or a list has it.
    pub(super) fn is_known(&self) -> bool {
        self.word != 0 && !self.classes.has(Classes::HEARD)
    }

    pub(super) fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Mark(_))
    }
}

thread_local! {
    /// Room for the tokens of a text: large, and asked for by every text.
    static SCRATCH: Cell<Vec<Token>> = const { Cell::new(Vec::new()) };
}

/// Texts with more tokens give their room back to the system.
const KEPT: usize = 1 << 16;

/// Gives the room of a text's tokens to the next text.
pub(super) fn recycle(tokens: Vec<Token>) {
    if tokens.capacity() <= KEPT {
        SCRATCH.set(tokens);
    }
}

/// Cuts a text; `look_up` gives the number and the classes of a word in its folded form, by its key if it has one.
pub(super) fn tokens(
    text: &str,
    mut look_up: impl FnMut(Option<WordKey>, &[u8]) -> (u32, Classes),
) -> Vec<Token> {
    let text = &text[..text.floor_char_boundary(u32::MAX as usize)];
    let mut tokens = SCRATCH.take();
    tokens.clear();
    tokens.reserve(text.len() / 4 + 1);
    let mut folded = String::new();
    let (mut at, bytes) = (0, text.as_bytes());
    let bare = has_lost_apostrophes(text);
    loop {
        let (token, is_ascii) = match plain(bytes, at, &mut look_up) {
            Some(token) => (token, true),
            None => {
                let (gap, start) = skip_gap(text, at);
                let Some(first) = bytes.get(start) else { return tokens };
                if start == at && at > 0 && *first < 0x80 && !first.is_ascii_graphic() {
                    at += 1; // a control character
                    continue;
                }
                let (token, letters) = any(text, start, &mut folded, &mut look_up);
                (Token { gap, ..token }, letters == Letters::Ascii)
            }
        };
        at = token.end as usize;
        let owns = bare && token.word == 0 && is_ascii;
        if !owns || !push_owner(bytes, token, &mut tokens, &mut look_up) {
            tokens.push(token);
        }
    }
}

/// What nearly all tokens are: a word of ASCII letters or an ASCII mark, behind a single space or nothing.
#[inline]
fn plain(
    bytes: &[u8],
    at: usize,
    look_up: &mut impl FnMut(Option<WordKey>, &[u8]) -> (u32, Classes),
) -> Option<Token> {
    let is_spaced = bytes.get(at) == Some(&b' ');
    let start = at + usize::from(is_spaced);
    let gap = if is_spaced { Gap::Space } else { Gap::None };
    let AsciiWord { end, keys } = ascii_word(bytes, start);
    if end > start && ends_word(bytes, end) {
        let (word, classes) = look_up(keys.map(|(key, _)| key), &bytes[start..end]);
        let shape = ascii_shape(&bytes[start..end]);
        return Some(Token { start: start as u32, end: end as u32, word, classes, gap, shape });
    }
    let mark = bytes.get(start).filter(|mark| end == start && mark.is_ascii_graphic())?;
    let mark = if *mark == b'`' { b'\'' } else { *mark };
    let (word, classes) = look_up(Some(WordKey::of_sign(mark)), &[mark]);
    let (start, end) = (start as u32, start as u32 + 1);
    Some(Token { start, end, word, classes, gap, shape: Shape::Mark(mark) })
}

/// Any token that begins at `start`, and of what it is; what stands before it is not looked at.
fn any(
    text: &str,
    start: usize,
    folded: &mut String,
    look_up: &mut impl FnMut(Option<WordKey>, &[u8]) -> (u32, Classes),
) -> (Token, Letters) {
    let (end, letters) = word_end(text, start);
    let (word, classes, shape, end) = match letters {
        Letters::None => mark(text, start, look_up),
        Letters::Foreign => {
            fold(&text[start..end], folded);
            let key = WordKey::of(folded.as_bytes(), folded.len());
            let (word, classes) = look_up(key, folded.as_bytes());
            (word, classes, shape_of(folded), end)
        }
        Letters::Ascii => {
            let bytes = text.as_bytes();
            let key = WordKey::of(&bytes[start..], end - start);
            let (number, classes) = look_up(key, &bytes[start..end]);
            (number, classes, ascii_shape(&bytes[start..end]), end)
        }
    };
    (Token { start: start as u32, end: end as u32, word, classes, gap: Gap::None, shape }, letters)
}

/// Whether ASCII letters end their word here: before ASCII, or before a dash or quotation mark as typesetters use them.
#[inline]
fn ends_word(bytes: &[u8], end: usize) -> bool {
    match bytes.get(end) {
        None | Some(..0x80) => true,
        Some(0xE2) => matches!(bytes.get(end + 1..end + 3), Some([0x80, 0x90..=0xA7])),
        Some(_) => false,
    }
}

/// How long a text without a single apostrophe must be to have lost them.
const LONG: usize = 600;

/// Whether a text has lost its apostrophes, as some corpora have: "Irans president".
pub(crate) fn has_lost_apostrophes(text: &str) -> bool {
    text.len() >= LONG && !text.contains('\'') && !text.contains('’')
}

/// "Irans": a name and its lost possessive, as the tokens of "Iran's", where the name is known and the word is not.
fn push_owner(
    bytes: &[u8],
    token: Token,
    tokens: &mut Vec<Token>,
    look_up: &mut impl FnMut(Option<WordKey>, &[u8]) -> (u32, Classes),
) -> bool {
    let (start, end) = (token.start as usize, token.end as usize);
    if token.shape != Shape::Capital || bytes[end - 1] != b's' || end - start < 5 || bytes[end - 2] == b's' {
        return false;
    }
    let (word, classes) = look_up(WordKey::of(&bytes[start..], end - 1 - start), &bytes[start..end - 1]);
    if word == 0 || classes.has(Classes::HEARD) {
        return false;
    }
    let letter = token.end - 1;
    tokens.push(Token { end: letter, word, classes, ..token });
    let (mark, mark_classes) = look_up(Some(WordKey::of_sign(b'\'')), b"'");
    let shape = Shape::Mark(b'\'');
    tokens.push(Token {
        start: letter,
        end: letter,
        word: mark,
        classes: mark_classes,
        gap: Gap::None,
        shape,
    });
    let (word, classes) = look_up(Some(WordKey::of_sign(b's')), b"s");
    tokens.push(Token { start: letter, end: token.end, word, classes, gap: Gap::None, shape: Shape::Lower });
    true
}

/// Of what a word is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    /// Of nothing: a mark stands there.
    None,
    Ascii,
    /// Of letters beyond ASCII too, or with something in it that cannot be seen.
    Foreign,
}

const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
/// What kind of letter a byte is; 0 is none.
const LETTERS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let kind = if (byte as u8).is_ascii_lowercase() {
            LOWER
        } else if (byte as u8).is_ascii_uppercase() {
            UPPER
        } else if (byte as u8).is_ascii_digit() {
            DIGIT
        } else {
            0
        };
        table[byte] = kind;
        byte += 1;
    }
    table
};

fn ascii_shape(word: &[u8]) -> Shape {
    match LETTERS[usize::from(word[0])] {
        LOWER => Shape::Lower,
        DIGIT => Shape::Number,
        _ if word.len() == 1 => Shape::Initial,
        _ if word.iter().any(u8::is_ascii_lowercase) => Shape::Capital,
        _ => Shape::Upper,
    }
}

/// What separates, from `at` on, and where it ends.
#[inline]
fn skip_gap(text: &str, at: usize) -> (Gap, usize) {
    let bytes = text.as_bytes();
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b' '), Some(next)) if LETTERS[usize::from(*next)] != 0 => return (Gap::Space, at + 1),
        (Some(next), _) if next.is_ascii_graphic() => return (Gap::None, at),
        _ => {}
    }
    long_gap(text, at)
}

/// The same for anything but a single space.
fn long_gap(text: &str, at: usize) -> (Gap, usize) {
    let bytes = text.as_bytes();
    let (mut end, mut lines, mut spaces) = (at, 0_u32, 0_u32);
    while let Some(byte) = bytes.get(end) {
        match byte {
            b' ' | b'\t' | 0x0B | 0x0C => spaces += 1,
            b'\r' if bytes.get(end + 1) == Some(&b'\n') => spaces += 1,
            b'\n' | b'\r' => lines += 1,
            0x80.. => match text[end..].chars().next() {
                Some('\u{2029}') => (lines, end) = (2, end + 2),
                Some('\u{2028}') => (lines, end) = (lines + 1, end + 2),
                Some(c) if c.is_whitespace() => (spaces, end) = (spaces + 1, end + c.len_utf8() - 1),
                Some(c) if is_invisible(c) => end += c.len_utf8() - 1,
                _ => break,
            },
            _ => break,
        }
        end += 1;
    }
    let gap = match lines {
        2.. => Gap::Paragraph,
        1 => Gap::Line,
        _ if spaces > 0 => Gap::Space,
        _ => Gap::None,
    };
    (gap, end)
}

/// Where the word that begins at `start` ends, and of what it is.
#[inline]
fn word_end(text: &str, start: usize) -> (usize, Letters) {
    let end = alphanumeric_end(text.as_bytes(), start);
    match text.as_bytes().get(end) {
        Some(0x80..) => foreign_end(text, start, end),
        _ => (end, if end > start { Letters::Ascii } else { Letters::None }),
    }
}

/// The same for a word that is ASCII up to `end`, where something else follows.
#[cold]
fn foreign_end(text: &str, start: usize, ascii: usize) -> (usize, Letters) {
    let mut end = ascii;
    for c in text[ascii..].chars() {
        if is_letter(c) || (end > start && is_inner(c)) {
            end += c.len_utf8();
        } else {
            break;
        }
    }
    match end {
        _ if end == start => (end, Letters::None),
        _ if end == ascii => (end, Letters::Ascii),
        _ => (end, Letters::Foreign),
    }
}

fn mark(
    text: &str,
    start: usize,
    look_up: &mut impl FnMut(Option<WordKey>, &[u8]) -> (u32, Classes),
) -> (u32, Classes, Shape, usize) {
    let c = text[start..].chars().next().unwrap_or(' ');
    let end = start + c.len_utf8();
    let plain = match c {
        _ if is_apostrophe(c) => b'\'',
        '-' | '‐' | '‑' | '‒' | '–' | '−' => b'-',
        '"' | '“' | '”' | '„' | '«' | '»' | '‟' => b'"',
        '—' | '―' => b'_',
        '…' => b'.',
        _ if c.is_ascii() => c as u8,
        _ => 0,
    };
    let (word, classes) = match plain {
        0 => (0, Classes::default()),
        _ => look_up(Some(WordKey::of_sign(plain)), &[plain]),
    };
    (word, classes, Shape::Mark(plain), end)
}

fn shape_of(word: &str) -> Shape {
    let first = word.chars().next().unwrap_or('a');
    if first.is_numeric() {
        Shape::Number
    } else if !first.is_uppercase() {
        Shape::Lower
    } else if word.len() == first.len_utf8() {
        Shape::Initial
    } else if word.chars().any(char::is_lowercase) {
        Shape::Capital
    } else {
        Shape::Upper
    }
}
