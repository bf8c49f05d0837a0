//! A text cut into words and marks, each word looked up once. White space of any kind, curly or straight apostrophes,
//! hyphens, diacritics and soft hyphens make no difference to what a word is; byte offsets are those of the text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::words::Classes;

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

    pub(super) fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Mark(_))
    }
}

/// Cuts a text; `look_up` gives the number and the classes of a word in its folded form.
pub(super) fn tokens(text: &str, mut look_up: impl FnMut(&str) -> (u32, Classes)) -> Vec<Token> {
    let text = &text[..text.floor_char_boundary(u32::MAX as usize)];
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut folded = String::new();
    let (mut at, bytes) = (0, text.as_bytes());
    loop {
        let (gap, start) = skip_gap(text, at);
        let Some(first) = bytes.get(start) else { return tokens };
        if start == at
            && at > 0
            && !first.is_ascii_alphanumeric()
            && !first.is_ascii_punctuation()
            && *first < 0x80
        {
            at += 1; // a control character
            continue;
        }
        let (end, shape) = word_end(text, start);
        let (word, classes, shape, end) = match shape {
            None => mark(text, start, &mut look_up),
            Some(_) if text[start..end].is_ascii() => {
                let (word, classes) = look_up(&text[start..end]);
                (word, classes, shape_of(&text[start..end]), end)
            }
            Some(_) => {
                fold(&text[start..end], &mut folded);
                let (word, classes) = look_up(&folded);
                (word, classes, shape_of(&folded), end)
            }
        };
        tokens.push(Token { start: start as u32, end: end as u32, word, classes, gap, shape });
        at = end;
    }
}

/// What separates, from `at` on, and where it ends.
fn skip_gap(text: &str, at: usize) -> (Gap, usize) {
    let bytes = text.as_bytes();
    let (mut end, mut lines, mut spaces) = (at, 0, 0);
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
    let gap = match (lines, spaces) {
        (2.., _) => Gap::Paragraph,
        (1, _) => Gap::Line,
        (0, 1..) => Gap::Space,
        (0, 0) => Gap::None,
        (..0, _) | (_, ..0) => Gap::None,
    };
    (gap, end)
}

/// Where the word that begins at `start` ends; `None` if a mark stands there.
fn word_end(text: &str, start: usize) -> (usize, Option<()>) {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        if byte.is_ascii_alphanumeric() {
            end += 1;
        } else if *byte < 0x80 {
            break;
        } else {
            match text[end..].chars().next() {
                Some(c) if is_letter(c) || (end > start && is_inner(c)) => end += c.len_utf8(),
                _ => break,
            }
        }
    }
    (end, (end > start).then_some(()))
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_apostrophe(c)
}

fn is_inner(c: char) -> bool {
    is_combining_mark(c) || is_invisible(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}')
}

/// Apostrophes, among them the half rings and letters that transliterations use.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‛' | '`' | '´' | '′' | 'ʼ' | 'ʻ' | 'ʾ' | 'ʿ' | 'ʽ' | '＇')
}

fn mark(
    text: &str,
    start: usize,
    look_up: &mut impl FnMut(&str) -> (u32, Classes),
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
        _ => look_up(char::from(plain).encode_utf8(&mut [0; 4])),
    };
    (word, classes, Shape::Mark(plain), end)
}

/// The word without diacritics, ligatures and what cannot be seen.
fn fold(word: &str, folded: &mut String) {
    folded.clear();
    for c in word.nfkd() {
        match c {
            _ if is_inner(c) => {}
            'ı' => folded.push('i'),
            'ø' => folded.push('o'),
            'Ø' => folded.push('O'),
            'ł' => folded.push('l'),
            'Ł' => folded.push('L'),
            'đ' | 'ð' => folded.push('d'),
            'Đ' => folded.push('D'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            _ => folded.push(c),
        }
    }
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
