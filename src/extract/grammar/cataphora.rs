//! Pronouns that stand before the name they are of: "A day after it launched an airstrike, Israel said".

use std::ops::Range;

use crate::extract::roles::actor::Search;
use crate::extract::words::function_words::Small;
use crate::extract::words::word::{Kind, Words};

impl Search<'_, '_> {
    /// The main verb behind a clause that opens the sentence and whose subject is a pronoun; `tokens` end with it.
    pub(in crate::extract) fn main_behind(&self, index: usize, tokens: &Range<usize>) -> Option<usize> {
        let words = &self.scene.words;
        let pronoun = tokens.end.checked_sub(1)?;
        let opens = |at: usize| {
            words.is(at, Small::CLAUSE) || matches!(words.lower(at), "after" | "before" | "since" | "as")
        };
        let named = self.scene.seen_in(&(0..pronoun)).next().is_some();
        if pronoun > LEAD || named || !(0..pronoun).any(opens) {
            return None;
        }
        let comma = (self.scene.heads[index].last + 1..words.len()).find(|at| words.mark(*at) == b',')?;
        (index + 1..self.scene.heads.len())
            .find(|at| self.scene.heads[*at].first > comma && self.is_clause(*at))
    }
}

/// "they", "that it", "a day after it": a pronoun alone, or behind the word that opens its clause.
pub(in crate::extract) fn ends_in_pronoun(words: &Words, tokens: &Range<usize>) -> bool {
    let pronoun = tokens.clone().rev().find(|at| {
        !words.is(*at, Small::HAVE | Small::BE | Small::MODAL | Small::ADVERB)
            && !words.lower(*at).ends_with("ly")
    });
    let Some(at) = pronoun.filter(|at| matches!(words.lower(*at), "it" | "they" | "we")) else {
        return false;
    };
    at == tokens.start
        || matches!(words.lower(at - 1), "after" | "before" | "since" | "as" | "that" | "than" | "said")
        || matches!(words.lower(at - 1), "today" | "yesterday" | "week" | "month")
        || words.list[at - 1].kind != Kind::Word
        || words.is(at - 1, Small::CLAUSE | Small::JOINT | Small::JOINING | Small::CALENDAR)
}

/// Tokens before the pronoun: "Less than a week after it".
const LEAD: usize = 8;
