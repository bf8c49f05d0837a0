//! A sentence as words: byte ranges in the text, lower-case forms, what kind of token each is, and what is known of it.

use std::ops::Range;

use super::function_words::Small;
use super::lexicon::{Entry, Lexicon, Role, Sense};
use crate::text::{alphanumeric_end, is_alphanumeric};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with inner hyphens and apostrophes.
    Word,
    /// Begins with a digit.
    Number,
    /// `.`, `,`, `;`, `:`, brackets, dashes, and whatever else is neither.
    Mark,
    /// A quotation mark.
    Quote,
}

/// A token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// First byte in the text.
    pub(super) start: usize,
    /// The byte after the last.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// The mark, where it is an ASCII one; 0 for anything else.
    mark: u8,
    /// The byte after its last, without a possessive ending.
    stem_end: usize,
    /// Its entry in the lexicon.
    entry: u16,
    /// What it does as a small word.
    small: Small,
}

/// The words of a sentence.
#[derive(Debug)]
pub(super) struct Words {
    /// The tokens, in order.
    pub(super) list: Vec<Word>,
    /// Per byte of the sentence the first token that ends after it.
    tokens: Vec<u32>,
    /// What its small words do, all together.
    all: Small,
    /// The sentence in ASCII lower case, byte for byte as long as the sentence.
    lower: String,
    /// First byte of the sentence.
    offset: usize,
    lexicon: &'static Lexicon,
}

impl Words {
    /// Cuts a sentence into words.
    pub(super) fn new(text: &str, sentence: Range<usize>) -> Self {
        let offset = sentence.start;
        let original = &text[sentence];
        let lower = original.to_ascii_lowercase();
        let lexicon = Lexicon::get();
        let mut list = Vec::with_capacity(lower.len() / 5 + 4);
        let mut at = 0;
        while let Some(byte) = original.as_bytes().get(at) {
            let (token, end) = match Sort::of(*byte) {
                Sort::Blank => (None, at + 1),
                Sort::Mark => (Some(mark(*byte, at)), at + 1),
                Sort::Letter => {
                    let end = at + ascii_length(&original[at..]);
                    let plain = Word::plain(at..end, Kind::Word, byte.is_ascii_uppercase());
                    (Some(plain.of_letters(&lower).listed(lexicon, &lower)), end)
                }
                Sort::Digit => {
                    let end = at + ascii_length(&original[at..]);
                    (Some(Word::plain(at..end, Kind::Number, false).of_letters(&lower)), end)
                }
                Sort::Beyond => beyond(lexicon, original, &lower, at),
            };
            if let Some(token) = token {
                list.push(Word {
                    start: token.start + offset,
                    end: token.end + offset,
                    stem_end: token.stem_end + offset,
                    ..token
                });
            }
            at = end;
        }
        let all = list.iter().fold(Small::default(), |all, word: &Word| all | word.small);
        let mut tokens = Vec::with_capacity(lower.len());
        for (word, token) in list.iter().zip(0..) {
            tokens.resize(word.end - offset, token);
        }
        Self { list, tokens, all, lower, offset, lexicon }
    }

    /// Lets names own what follows them though their apostrophe is lost: where a name ends before the "s" of its token.
    pub(super) fn own(&mut self, names: impl Iterator<Item = usize>) {
        for end in names {
            let at = self.at(end.saturating_sub(1));
            let lost = self.list.get(at).is_some_and(|word| word.end == end + 1 && word.stem_end == word.end);
            if lost && self.lower.as_bytes().get(end - self.offset) == Some(&b's') {
                self.list[at].stem_end = end;
            }
        }
    }

    /// Number of tokens.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// A token in lower case, without a possessive ending; empty beyond the end.
    pub(super) fn lower(&self, index: usize) -> &str {
        let Some(word) = self.list.get(index) else { return "" };
        &self.lower[word.start - self.offset..word.stem_end - self.offset]
    }

    /// Whether a token is one of these small words.
    pub(super) fn is(&self, index: usize, class: Small) -> bool {
        self.list.get(index).is_some_and(|word| word.small.has(class))
    }

    /// Whether any token is one of these small words.
    pub(super) fn any(&self, class: Small) -> bool {
        self.all.has(class)
    }

    /// What is known of a token.
    pub(super) fn entry(&self, index: usize) -> &'static Entry {
        self.lexicon.entry(self.list.get(index).map_or(0, |word| word.entry))
    }

    /// What a token can be, most particular first.
    pub(super) fn senses(&self, index: usize) -> &'static [Sense] {
        &self.entry(index).senses
    }

    /// What a token tells of a speaker.
    pub(super) fn role(&self, index: usize) -> Option<Role> {
        self.entry(index).role
    }

    /// A token in lower case, as it stands.
    pub(super) fn raw(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |word| &self.lower[word.start - self.offset..word.end - self.offset])
    }

    /// Whether the token ends in a possessive.
    pub(super) fn is_possessive(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|word| word.stem_end != word.end)
    }

    /// The ASCII mark that the token is; 0 for anything else.
    pub(super) fn mark(&self, index: usize) -> u8 {
        self.list.get(index).map_or(0, |word| word.mark)
    }

    /// The first token that ends after a byte; the number of tokens where there is none.
    pub(super) fn at(&self, byte: usize) -> usize {
        match byte.checked_sub(self.offset) {
            Some(at) => self.tokens.get(at).map_or(self.list.len(), |token| *token as usize),
            None => 0,
        }
    }

    /// Bytes from a token up to another, both included.
    pub(super) fn bytes(&self, first: usize, last: usize) -> Range<usize> {
        match (self.list.get(first), self.list.get(last)) {
            (Some(first), Some(last)) => first.start..last.end.max(first.start),
            _ => self.offset..self.offset,
        }
    }

    /// Tokens that lie in a range of bytes.
    pub(super) fn within(&self, bytes: &Range<usize>) -> Range<usize> {
        let last = self.at(bytes.end.saturating_sub(1));
        let begins = self.list.get(last).is_some_and(|word| word.start < bytes.end);
        self.at(bytes.start)..last + usize::from(begins)
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

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_keep_their_inner_marks() {
        let text = "The U.S.-led force’s 2,500 troops, he said, won't leave.";
        let words = Words::new(text, 0..text.len());
        let shown: Vec<&str> = (0..words.len()).map(|index| words.raw(index)).collect();
        assert_eq!(
            shown,
            ["the", "u.s.-led", "force’s", "2,500", "troops", ",", "he", "said", ",", "won't", "leave", "."]
        );
        assert_eq!(words.lower(2), "force");
    }
}
