//! The splitter's word lists, read once. Knows words, not where they stand.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

static STARTERS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| set(include_str!("lexicon/sentence_starters.txt")));
static SPEECH_VERBS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| set(include_str!("lexicon/speech_verbs.txt")));
static TIME_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| set(include_str!("lexicon/time_words.txt")));

/// Whether the word opens sentences and is no name.
pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.contains(word)
}

/// Whether the word attributes a quotation to someone.
pub(super) fn is_speech_verb(word: &str) -> bool {
    SPEECH_VERBS.contains(word)
}

/// Whether the word goes on after a time of day.
pub(super) fn is_time_word(word: &str) -> bool {
    TIME_WORDS.contains(word)
}

/// The words of a list, comments left out.
pub(super) fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

fn set(list: &'static str) -> FxHashSet<&'static str> {
    words(list).collect()
}
