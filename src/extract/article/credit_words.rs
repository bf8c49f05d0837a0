//! The words of credits, from `lexicon/credits.txt`.

use std::collections::HashMap;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

/// The phrases of the lexicon by their class.
#[derive(Debug)]
pub(super) struct CreditWords {
    classes: HashMap<&'static str, Vec<&'static str>>,
    /// Every phrase that says who contributed: one pass over a line tells that it has none.
    sharing: Option<AhoCorasick>,
}

impl CreditWords {
    /// The one list.
    pub(super) fn get() -> &'static Self {
        static WORDS: OnceLock<CreditWords> = OnceLock::new();
        WORDS.get_or_init(|| {
            let file = include_str!("../lexicon/credits.txt").lines();
            let lines = file.filter_map(|line| line.split_once(' ')).filter(|(class, _)| *class != "#");
            let classes: HashMap<&str, Vec<&str>> =
                lines.map(|(class, phrases)| (class, phrases.split('|').map(str::trim).collect())).collect();
            let sharing =
                ["shared_before", "shared_after"].into_iter().filter_map(|class| classes.get(class));
            let sharing = AhoCorasick::builder().ascii_case_insensitive(true).build(sharing.flatten()).ok();
            Self { classes, sharing }
        })
    }

    /// The phrases of a class.
    pub(super) fn phrases(&self, class: &str) -> &[&'static str] {
        self.classes.get(class).map_or(&[], Vec::as_slice)
    }

    /// Whether a line may say who contributed.
    pub(super) fn may_share(&self, line: &str) -> bool {
        self.sharing.as_ref().is_none_or(|phrases| phrases.is_match(line))
    }

    /// "Writer", "staff"
    pub(super) fn is_role(&self, word: &str) -> bool {
        self.holds("role", word)
    }

    /// "agencies"
    pub(super) fn is_several(&self, words: &str) -> bool {
        self.holds("several", words)
    }

    /// Whether a line speaks of a picture.
    pub(super) fn is_of_picture(&self, line: &str) -> bool {
        line.split(|c: char| !c.is_alphanumeric()).any(|word| self.holds("picture", word))
    }

    fn holds(&self, class: &str, words: &str) -> bool {
        let words = words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        self.phrases(class).contains(&words.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::CreditWords;

    #[test]
    fn every_class_has_its_words() {
        let classes =
            ["label", "role", "whole_before", "shared_before", "shared_after", "several", "picture"];
        for class in classes {
            let phrases = CreditWords::get().phrases(class);
            assert!(!phrases.is_empty() && phrases.iter().all(|phrase| !phrase.is_empty()), "{class}");
        }
        assert_eq!(CreditWords::get().classes.len(), classes.len());
    }
}
