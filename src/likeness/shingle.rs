//! A text as hashes of its words: without furniture and typography, quotations apart. The hashes are kept in files, so
//! that neither they nor what counts as a word may change without a migration that empties the sketches.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::furniture;
use crate::text::{fold, sentence_bytes};

/// A word, or the edge between the text's own words and those that it quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// A word: its hash, whether it stands in quotation marks, and whether it begins with a capital as names do.
    Word { hash: u64, quoted: bool, capital: bool },
    /// A quotation mark.
    Mark,
}

/// The words of a text's sentences, furniture left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let sentences = sentence_bytes(text);
    let skipped = furniture(text, &sentences);
    let mut reader = Reader { found: Vec::with_capacity(text.len() / 5), quoted: false };
    let mut end = 0;
    for (sentence, _) in sentences.into_iter().zip(skipped).filter(|(_, skipped)| !skipped) {
        // A mark that was forgotten must not turn the rest of the text inside out.
        reader.quoted &= !text[end..sentence.start].contains('\n');
        end = sentence.end;
        let words = &text[sentence];
        let words =
            if words.is_ascii() { Cow::Borrowed(words) } else { Cow::Owned(fold(words).text().to_owned()) };
        reader.read(&words);
    }
    reader.found
}

struct Reader {
    found: Vec<Token>,
    quoted: bool,
}

impl Reader {
    fn read(&mut self, words: &str) {
        let mut word: Option<(u64, bool)> = None;
        for c in words.chars() {
            if c.is_alphanumeric() {
                let (hash, capital) = word.unwrap_or((BASIS, c.is_uppercase()));
                word = Some((lower(c, hash), capital));
            } else if c != '\'' {
                self.end(&mut word);
                if matches!(c, '"' | '«' | '»') {
                    self.quoted = !self.quoted;
                    self.found.push(Token::Mark);
                }
            }
        }
        self.end(&mut word);
    }

    fn end(&mut self, word: &mut Option<(u64, bool)>) {
        if let Some((hash, capital)) = word.take() {
            self.found.push(Token::Word { hash, quoted: self.quoted, capital: capital && !is_plain(hash) });
        }
    }
}

/// Words that begin sentences, and days, which texts of one day share anyway.
const PLAIN: &[&str] = &[
    "a",
    "after",
    "an",
    "and",
    "as",
    "at",
    "but",
    "he",
    "her",
    "his",
    "i",
    "if",
    "in",
    "it",
    "its",
    "no",
    "on",
    "she",
    "that",
    "the",
    "their",
    "there",
    "they",
    "this",
    "we",
    "when",
    "while",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

fn is_plain(hash: u64) -> bool {
    static HASHES: LazyLock<Vec<u64>> = LazyLock::new(|| {
        PLAIN.iter().map(|word| word.chars().fold(BASIS, |hash, c| lower(c, hash))).collect()
    });
    HASHES.contains(&hash)
}

/// FNV-1a (Fowler, Noll and Vo) over the word's characters in lower case.
const BASIS: u64 = 0xCBF2_9CE4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01B3;

fn lower(c: char, hash: u64) -> u64 {
    if c.is_ascii() {
        return (hash ^ u64::from(c.to_ascii_lowercase())).wrapping_mul(PRIME);
    }
    c.to_lowercase().fold(hash, |hash, c| (hash ^ u64::from(c)).wrapping_mul(PRIME))
}

/// The words of a folded text: hash, and where it stands in bytes.
pub(super) fn words(folded: &str) -> Vec<(u64, Range<usize>)> {
    let mut found: Vec<(u64, Range<usize>)> = Vec::new();
    let mut open = false;
    for (at, c) in folded.char_indices() {
        match (c.is_alphanumeric(), found.last_mut()) {
            (true, Some((hash, range))) if open => (*hash, range.end) = (lower(c, *hash), at + c.len_utf8()),
            (true, _) => found.push((lower(c, BASIS), at..at + c.len_utf8())),
            (false, _) => {}
        }
        open = c.is_alphanumeric() || open && c == '\'';
    }
    found
}

/// The hash of words in their order.
pub(super) fn run(words: &[u64]) -> u64 {
    let joined = words.iter().fold(0_u64, |joined, word| (joined.rotate_left(23) ^ word).wrapping_mul(PRIME));
    mixed(joined)
}

/// Every bit depends on every other (the end of SplitMix64: Steele, Lea and Flood, 2014).
fn mixed(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}
