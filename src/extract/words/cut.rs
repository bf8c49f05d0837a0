//! Cuts a sentence into words, and says of each what the lexicon and its ending tell.

use std::ops::Range;

use super::function_words::Small;
use super::lexicon::Lexicon;
use super::word::{Cases, Kind, Word};
use crate::text::{AsciiWord, WordKey, alphanumeric_end, ascii_word, is_alphanumeric};

/// The words of a sentence of a text.
pub(super) fn cut<'t>(lexicon: &'static Lexicon, cases: Cases<'t>, sentence: Range<usize>) -> Vec<Word<'t>> {
    let cases = Cases { text: &cases.text[..sentence.end], lower: &cases.lower[..sentence.end] };
    let bytes = cases.text.as_bytes();
    let mut list = Vec::with_capacity(sentence.len() / 5 + 4);
    let mut at = sentence.start;
    while let Some(byte) = bytes.get(at) {
        let sort = Sort::of(*byte);
        if sort == Sort::Blank {
            at += 1;
            continue;
        }
        if sort == Sort::Letter {
            let AsciiWord { end, keys } = ascii_word(bytes, at);
            if ends_plainly(bytes, at..end) {
                let key = keys.map(|(_, small)| small);
                let capital = byte.is_ascii_uppercase();
                list.push(Word::plain(lexicon, cases, at..end, Kind::Word, capital).of_ascii(lexicon, key));
                // Nearly all have a space behind them.
                at = end + usize::from(bytes.get(end) == Some(&b' '));
                continue;
            }
        }
        let (token, end) = other(lexicon, cases, at, *byte);
        list.extend(token);
        at = end;
    }
    list
}

/// What begins with this byte and is no plain word, and where it ends.
fn other<'t>(lexicon: &'static Lexicon, cases: Cases<'t>, at: usize, byte: u8) -> (Option<Word<'t>>, usize) {
    match Sort::of(byte) {
        Sort::Blank => (None, at + 1),
        Sort::Mark => (Some(mark(lexicon, cases, byte, at)), at + 1),
        Sort::Letter => {
            let end = at + token_length(&cases.text[at..], char::from(byte));
            let plain = Word::plain(lexicon, cases, at..end, Kind::Word, byte.is_ascii_uppercase());
            (Some(plain.of_letters().listed(lexicon)), end)
        }
        Sort::Digit => {
            let end = at + ascii_length(&cases.text[at..]);
            (Some(Word::plain(lexicon, cases, at..end, Kind::Number, false).of_letters()), end)
        }
        Sort::Beyond => beyond(lexicon, cases, at),
    }
}

/// What a byte begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Blank,
    Letter,
    Digit,
    Mark,
    /// A character beyond ASCII.
    Beyond,
}

impl Sort {
    const OF: [Self; 256] = {
        let mut sorts = [Self::Beyond; 256];
        let mut byte = 0_u8;
        while byte < 128 {
            sorts[byte as usize] = match byte {
                b'\t'..=b'\r' | b' ' => Self::Blank,
                b'a'..=b'z' | b'A'..=b'Z' => Self::Letter,
                b'0'..=b'9' => Self::Digit,
                _ => Self::Mark,
            };
            byte += 1;
        }
        sorts
    };

    fn of(byte: u8) -> Self {
        Self::OF[usize::from(byte)]
    }
}

impl<'t> Word<'t> {
    /// A token of which no list says anything.
    #[inline]
    fn plain(
        lexicon: &'static Lexicon,
        cases: Cases<'t>,
        bytes: Range<usize>,
        kind: Kind,
        capital: bool,
    ) -> Self {
        Self {
            start: bytes.start,
            end: bytes.end,
            lower: &cases.lower[bytes],
            kind,
            capital,
            mark: 0,
            entry: lexicon.entry(0),
            small: Small::default(),
        }
    }

    /// The same of ASCII letters and digits, with their key, and what the lexicon and its ending tell.
    #[inline]
    fn of_ascii(self, lexicon: &'static Lexicon, key: Option<WordKey>) -> Self {
        let word = self.lower.as_bytes();
        let (entry, small) = lexicon.listed_key(key, word);
        let ending = match word.last() {
            Some(b'd' | b'g' | b'y') => Small::of_ending(word),
            _ => Small::default(),
        };
        Self { entry: lexicon.entry(entry), small: small | ending, ..self }
    }

    /// The same without a possessive ending, and what its ending tells.
    #[inline]
    fn of_letters(self) -> Self {
        let bytes = self.lower.as_bytes();
        match bytes.last() {
            Some(b's') => {
                let stem = stem_length(bytes);
                Self { lower: &self.lower[..stem], small: Small::of_ending(&bytes[..stem]), ..self }
            }
            Some(b'd' | b'g' | b'y') => Self { small: Small::of_ending(bytes), ..self },
            _ => self,
        }
    }

    /// The same with what the lexicon has of it.
    #[inline]
    fn listed(self, lexicon: &'static Lexicon) -> Self {
        let (entry, small) = lexicon.listed(self.lower.as_bytes(), self.lower.len());
        Self { entry: lexicon.entry(entry), small: self.small | small, ..self }
    }
}

/// A mark of one ASCII byte.
fn mark<'t>(lexicon: &'static Lexicon, cases: Cases<'t>, byte: u8, at: usize) -> Word<'t> {
    Word { mark: byte, ..Word::plain(lexicon, cases, at..at + 1, kind(char::from(byte)), false) }
}

/// What begins with a character beyond ASCII, and where it ends; nothing if that is a blank.
fn beyond<'t>(lexicon: &'static Lexicon, cases: Cases<'t>, at: usize) -> (Option<Word<'t>>, usize) {
    let rest = &cases.text[at..];
    let first = rest.chars().next().unwrap_or(' ');
    let end = at + token_length(rest, first);
    let plain = Word::plain(lexicon, cases, at..end, kind(first), first.is_uppercase());
    let token = if is_alphanumeric(first) && first.is_alphabetic() {
        plain.of_letters().listed(lexicon)
    } else if is_alphanumeric(first) {
        plain.of_letters()
    } else {
        plain
    };
    ((!first.is_whitespace()).then_some(token), end)
}

/// Bytes of a word without its possessive ending.
fn stem_length(word: &[u8]) -> usize {
    match word {
        [stem @ .., b'\'', b's'] => stem.len(),
        [stem @ .., 0xE2, 0x80, 0x99, b's'] => stem.len(),
        _ => word.len(),
    }
}

fn kind(first: char) -> Kind {
    match first {
        '"' | '“' | '”' | '„' | '«' | '»' => Kind::Quote,
        first if first.is_ascii_digit() || first == '$' || first == '€' || first == '£' => Kind::Number,
        first if is_alphanumeric(first) => Kind::Word,
        '\'' | '‘' => Kind::Quote,
        _ => Kind::Mark,
    }
}

/// Bytes of the token that begins here.
fn token_length(rest: &str, first: char) -> usize {
    if !is_alphanumeric(first) {
        return first.len_utf8();
    }
    let mut end = first.len_utf8();
    let mut characters = rest[end..].chars().peekable();
    while let Some(next) = characters.next() {
        let joins = match next {
            '-' | '\'' | '’' | '\u{2011}' => characters.peek().is_some_and(|after| after.is_alphanumeric()),
            '.' | ',' => {
                // "U.S.", "2,500", "2.5": the dot or comma stands between letters or digits.
                let last = rest[..end].chars().next_back();
                let abbreviation = next == '.' && is_initials(&rest[..end]);
                abbreviation
                    || last.is_some_and(|last| last.is_ascii_digit())
                        && characters.peek().is_some_and(char::is_ascii_digit)
            }
            other => other.is_alphanumeric() || is_combining(other),
        };
        if !joins {
            break;
        }
        end += next.len_utf8();
    }
    end
}

/// Bytes of the token that begins here with an ASCII letter or digit.
fn ascii_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let end = alphanumeric_end(bytes, 0);
    if ends_plainly(bytes, 0..end) { end } else { token_length(rest, char::from(bytes[0])) }
}

/// Whether letters and digits end their token as most do: with a blank, or a mark that joins nothing to them.
#[inline]
fn ends_plainly(bytes: &[u8], token: Range<usize>) -> bool {
    let last = || bytes[token.end - 1];
    match bytes.get(token.end) {
        None => true,
        Some(b'-' | b'\'' | 0x80..) => false,
        Some(b',') => !last().is_ascii_digit(),
        Some(b'.') => !last().is_ascii_digit() && (token.len() > 1 || !last().is_ascii_uppercase()),
        Some(_) => true,
    }
}

/// "U", "U.S": single capitals with dots between.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_uppercase()))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}
