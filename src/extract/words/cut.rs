//! Cuts a sentence into words, and says of each what the lexicon and its ending tell.

use std::ops::Range;

use super::function_words::Small;
use super::lexicon::Lexicon;
use super::word::{Kind, Word};
use crate::text::{AsciiWord, WordKey, alphanumeric_end, ascii_word, is_alphanumeric};

/// Lists the words of a sentence that begins at byte `offset` of its text, given as it stands and in ASCII lower case.
pub(super) fn cut(lexicon: &Lexicon, original: &str, lower: &str, offset: usize, list: &mut Vec<Word>) {
    let bytes = original.as_bytes();
    list.reserve(lower.len() / 5 + 4);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let sort = Sort::of(*byte);
        if sort == Sort::Blank {
            at += 1;
            continue;
        }
        if sort == Sort::Letter {
            let AsciiWord { end, keys } = ascii_word(bytes, at);
            if ends_plainly(&bytes[at..], end - at) {
                let key = keys.map(|(_, small)| small);
                let word = Word::of_ascii(lexicon, &lower.as_bytes()[at..end], key, at + offset);
                list.push(Word { capital: byte.is_ascii_uppercase(), ..word });
                at = end;
                continue;
            }
        }
        let (token, end) = other(lexicon, original, lower, (at, *byte));
        list.extend(token.map(|token| Word {
            start: token.start + offset,
            end: token.end + offset,
            stem_end: token.stem_end + offset,
            ..token
        }));
        at = end;
    }
}

/// What begins with this byte and is no plain word, by its place in the sentence, and where it ends.
fn other(lexicon: &Lexicon, original: &str, lower: &str, (at, byte): (usize, u8)) -> (Option<Word>, usize) {
    match Sort::of(byte) {
        Sort::Blank => (None, at + 1),
        Sort::Mark => (Some(mark(byte, at)), at + 1),
        Sort::Letter => {
            let end = at + token_length(&original[at..], char::from(byte));
            let plain = Word::plain(at..end, Kind::Word, byte.is_ascii_uppercase());
            (Some(plain.of_letters(lower).listed(lexicon, lower)), end)
        }
        Sort::Digit => {
            let end = at + ascii_length(&original[at..]);
            (Some(Word::plain(at..end, Kind::Number, false).of_letters(lower)), end)
        }
        Sort::Beyond => beyond(lexicon, original, lower, at),
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

impl Word {
    /// A token of which no list says anything.
    fn plain(bytes: Range<usize>, kind: Kind, capital: bool) -> Self {
        Self {
            start: bytes.start,
            end: bytes.end,
            kind,
            capital,
            mark: 0,
            stem_end: bytes.end,
            entry: 0,
            small: Small::default(),
        }
    }

    /// A word of ASCII letters and digits that begins at a byte, given in lower case and with its key.
    #[inline]
    fn of_ascii(lexicon: &Lexicon, word: &[u8], key: Option<WordKey>, start: usize) -> Self {
        let (entry, small) = lexicon.listed_key(key, word);
        let ending = match word.last() {
            Some(b'd' | b'g' | b'y') => Small::of_ending(word),
            _ => Small::default(),
        };
        Self { entry, small: small | ending, ..Self::plain(start..start + word.len(), Kind::Word, false) }
    }

    /// The same with its stem and what its ending tells.
    #[inline]
    fn of_letters(self, lower: &str) -> Self {
        let bytes = &lower.as_bytes()[self.start..self.end];
        match bytes.last() {
            Some(b's') => {
                let stem = stem_length(bytes);
                Self { stem_end: self.start + stem, small: Small::of_ending(&bytes[..stem]), ..self }
            }
            Some(b'd' | b'g' | b'y') => Self { small: Small::of_ending(bytes), ..self },
            _ => self,
        }
    }

    /// The same with what the lexicon has of it.
    #[inline]
    fn listed(self, lexicon: &Lexicon, lower: &str) -> Self {
        let (entry, small) = lexicon.listed(&lower.as_bytes()[self.start..], self.stem_end - self.start);
        Self { entry, small: self.small | small, ..self }
    }
}

/// A mark of one ASCII byte.
fn mark(byte: u8, at: usize) -> Word {
    Word { mark: byte, ..Word::plain(at..at + 1, kind(char::from(byte)), false) }
}

/// What begins with a character beyond ASCII, and where it ends; nothing if that is a blank.
fn beyond(lexicon: &Lexicon, original: &str, lower: &str, at: usize) -> (Option<Word>, usize) {
    let rest = &original[at..];
    let first = rest.chars().next().unwrap_or(' ');
    let end = at + token_length(rest, first);
    let plain = Word::plain(at..end, kind(first), first.is_uppercase());
    let token = if is_alphanumeric(first) && first.is_alphabetic() {
        plain.of_letters(lower).listed(lexicon, lower)
    } else if is_alphanumeric(first) {
        plain.of_letters(lower)
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
    if ends_plainly(bytes, end) { end } else { token_length(rest, char::from(bytes[0])) }
}

/// Whether letters and digits end their token as most do: with a blank, or a mark that joins nothing to them.
fn ends_plainly(bytes: &[u8], end: usize) -> bool {
    let last = bytes[end - 1];
    match bytes.get(end) {
        None => true,
        Some(b'-' | b'\'' | 0x80..) => false,
        Some(b',') => !last.is_ascii_digit(),
        Some(b'.') => !last.is_ascii_digit() && (end > 1 || !last.is_ascii_uppercase()),
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
