//! A sentence cut into words, figures and marks, each with its reading. One pass over bytes; knows no grammar.

use super::lexicon::reading;
use super::word::Word;
use crate::text::{AsciiWord, WordKey, ascii_letters};

/// A word, figure or mark of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) word: Word,
    /// Nothing stands between it and the token before.
    pub(super) glued: bool,
}

/// The tokens of a stretch of text that begins at a byte offset.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
    previous: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, start: usize, end: usize) -> Self {
        Self { bytes: text.as_bytes(), at: start, end, previous: usize::MAX }
    }

    fn byte(&self, at: usize) -> u8 {
        if at < self.end { self.bytes[at] } else { 0 }
    }

    /// A mark or blank of several bytes: its length and what it stands for, 0 for a blank.
    fn special(&self) -> Option<(usize, u8)> {
        let rest = &self.bytes[self.at..self.end];
        Some(match rest {
            [0xC2, 0xA0, ..] => (2, 0),
            [0xC2, 0xAD, ..] => (2, 0),
            [0xE2, 0x80, 0x80..=0x8D | 0xAF, ..] => (3, 0),
            [0xE2, 0x80, 0x90..=0x93, ..] => (3, b'-'),
            [0xE2, 0x80, 0x94 | 0x95, ..] => (3, b'~'),
            [0xE2, 0x80, 0x98 | 0x99 | 0x9B, ..] => (3, b'\''),
            [0xE2, 0x80, 0x9C..=0x9E, ..] => (3, b'"'),
            [0xE2, 0x80, 0xA6, ..] => (3, b'.'),
            _ => return None,
        })
    }

    #[inline]
    fn skip_blanks(&mut self) {
        while self.at < self.end {
            match self.bytes[self.at] {
                b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => self.at += 1,
                0xC2 | 0xE2 => match self.special() {
                    Some((length, 0)) => self.at += length,
                    _ => break,
                },
                _ => break,
            }
        }
    }

    #[inline]
    fn word(&mut self) -> Word {
        let start = self.at;
        let bytes = &self.bytes[..self.end];
        let AsciiWord { end, keys } = ascii_letters(self.bytes, start);
        if end <= self.end && bytes.get(end).is_none_or(u8::is_ascii) {
            self.at = end;
            return reading(keys.map(|(_, small)| small), &bytes[start..end]);
        }
        self.at = end.min(self.end);
        let mut ascii = true;
        while let Some(byte) = bytes.get(self.at) {
            let byte = *byte;
            if byte.is_ascii_alphabetic() {
                self.at += 1;
            } else if byte >= 0x80 && self.special().is_none() {
                ascii = false;
                self.at += 1;
                while self.at < self.end && self.bytes[self.at] & 0xC0 == 0x80 {
                    self.at += 1;
                }
            } else {
                break;
            }
        }
        let word = &self.bytes[start..self.at];
        if ascii { reading(WordKey::of(word, word.len()).map(WordKey::lower), word) } else { Word::Other }
    }

    fn digits(&mut self) -> (u32, usize) {
        let start = self.at;
        let mut value: u32 = 0;
        while self.byte(self.at).is_ascii_digit() {
            value = value.saturating_mul(10).saturating_add(u32::from(self.bytes[self.at] - b'0'));
            self.at += 1;
        }
        (value, self.at - start)
    }

    /// Figures: `2014`, `2,500`, `2.5`, `6th`, `1990s`.
    fn figures(&mut self) -> Word {
        let (mut value, length) = self.digits();
        let mut separated = false;
        while self.byte(self.at) == b','
            && (1..=3).all(|ahead| self.byte(self.at + ahead).is_ascii_digit())
            && !self.byte(self.at + 4).is_ascii_digit()
            && (separated || length <= 3)
        {
            self.at += 1;
            let (thousands, _) = self.digits();
            value = value.saturating_mul(1000).saturating_add(thousands);
            separated = true;
        }
        if self.byte(self.at) == b'.' && self.byte(self.at + 1).is_ascii_digit() {
            self.at += 1;
            let (fraction, length) = self.digits();
            return Word::Decimal(value, fraction == 5 && length == 1);
        }
        if separated {
            return Word::Figure(value);
        }
        self.suffix(value, length).unwrap_or(Word::Digits(value))
    }

    /// The letters right after figures, taken in where they make an ordinal or a decade.
    fn suffix(&mut self, value: u32, length: usize) -> Option<Word> {
        let letters = [self.byte(self.at), self.byte(self.at + 1)].map(|byte| byte.to_ascii_lowercase());
        let ends = |at: usize| {
            !self.byte(at).is_ascii_alphanumeric() && self.byte(at) < 0x80 || self.byte(at) == 0xE2
        };
        let is_ordinal = matches!(&letters, b"st" | b"nd" | b"rd" | b"th") && ends(self.at + 2);
        if is_ordinal && value <= 99 {
            self.at += 2;
            return Some(Word::Ordinal(u8::try_from(value).ok()?));
        }
        let is_decade = value.is_multiple_of(10) && (length == 2 || length == 4);
        if is_decade && letters[0] == b's' && ends(self.at + 1) {
            self.at += 1;
            return Some(Word::Decade(value));
        }
        let mark = self.special().map_or(letters[0], |(_, mark)| mark);
        let width = self.special().map_or(1, |(width, _)| width);
        if is_decade
            && mark == b'\''
            && self.byte(self.at + width) == b's'
            && ends(self.at + width + 1)
            && length == 4
        {
            self.at += width + 1;
            return Some(Word::Decade(value));
        }
        None
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        self.skip_blanks();
        if self.at >= self.end {
            return None;
        }
        let start = self.at;
        let byte = self.bytes[start];
        let word = if byte.is_ascii_digit() {
            self.figures()
        } else if byte.is_ascii_alphabetic() {
            self.word()
        } else if byte.is_ascii() {
            self.at += 1;
            Word::Mark(byte)
        } else if let Some((length, mark)) = self.special() {
            self.at += length;
            Word::Mark(mark)
        } else {
            self.word()
        };
        let glued = self.previous == start;
        self.previous = self.at;
        Some(Token { start, end: self.at, word, glued })
    }
}

/// The place so many tokens before another; before the first there is a place without a token.
pub(super) fn back(at: usize, count: usize) -> usize {
    at.checked_sub(count).unwrap_or(usize::MAX / 2)
}

/// The tokens of one sentence with its text: what the grammar reads.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

impl<'a> Line<'a> {
    pub(super) fn word(&self, at: usize) -> Word {
        self.tokens.get(at).map_or(Word::Other, |token| token.word)
    }

    /// The word before a place, counting back from it.
    pub(super) fn before(&self, at: usize, back: usize) -> Word {
        at.checked_sub(back).map_or(Word::Other, |at| self.word(at))
    }

    pub(super) fn raw(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub(super) fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.word(at) == Word::Mark(mark)
    }

    pub(super) fn is_key(&self, at: usize, key: super::word::Key) -> bool {
        self.word(at) == Word::Key(key)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.raw(at).starts_with(|c: char| c.is_ascii_uppercase())
    }

    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.raw(at).starts_with(|c: char| c.is_ascii_lowercase())
    }

    /// The place after an apostrophe and `s` that belong to the word before.
    pub(super) fn possessive(&self, at: usize) -> Option<usize> {
        let is_possessive = self.is_mark(at, b'\'') && self.is_glued(at) && self.is_glued(at + 1);
        (is_possessive && self.raw(at + 1).eq_ignore_ascii_case("s")).then_some(at + 2)
    }

    /// The place after a hyphen with nothing around it.
    pub(super) fn hyphen(&self, at: usize) -> Option<usize> {
        (self.is_mark(at, b'-') && self.is_glued(at) && self.is_glued(at + 1)).then_some(at + 1)
    }

    /// The place itself, or the one after a comma there.
    pub(super) fn comma(&self, at: usize) -> usize {
        if self.is_mark(at, b',') { at + 1 } else { at }
    }
}
