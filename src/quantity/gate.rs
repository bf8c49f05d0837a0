//! Whether a sentence can hold a count at all: a digit, or a word that numbers are written with. Every sentence of a
//! text comes through here, so it must cost next to nothing.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::lexicon::number_words;

static NUMBER_WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words: Vec<&str> = number_words().collect();
    AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(words).ok()
});

/// Whether the sentence is to be read.
pub(super) fn opens(sentence: &str) -> bool {
    sentence.bytes().any(|byte| byte.is_ascii_digit()) || has_number_word(sentence)
}

fn has_number_word(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let is_letter =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let Some(words) = NUMBER_WORDS.as_ref() else { return true };
    let mut found = words.find_overlapping_iter(sentence);
    found.any(|word| !is_letter(word.start().checked_sub(1)) && !is_letter(Some(word.end())))
}
