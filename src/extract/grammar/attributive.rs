//! Words that describe a noun and tell nothing: "in reduced numbers", "the dead general".

use super::group::form;
use super::heads::{Head, Shape};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Form;
use crate::extract::words::word::{Kind, Words};
use crate::model::vocabulary::PredicateGroup;

/// "in reduced numbers", "a scaled-down force", "the abandoned base": said of a noun, not told.
pub(super) fn is_attributive(words: &Words, head: &Head) -> bool {
    // "the dead general": no count of anybody else.
    let noun = |at: usize| {
        words.list.get(at).is_some_and(|word| word.kind == Kind::Word)
            && !words.is(
                at,
                Small::FUNCTION
                    | Small::PREPOSITION
                    | Small::CLAUSE
                    | Small::JOINING
                    | Small::BE
                    | Small::HAVE,
            )
            && !words.entry(at).can_be_verb
            && !words.is(at, Small::ED | Small::LY)
    };
    if head.shape == Shape::Word && words.lower(head.token) == "dead" && head.token > 0 {
        return words.is(head.token - 1, Small::DETERMINER) && noun(head.token + 1);
    }
    let participle = head.is_verb() && head.first == head.token && head.last == head.token;
    if !participle || head.token == 0 || !head.predicates.any(PredicateGroup::Presence) {
        return false;
    }
    let form = form(words, head.token);
    let past = matches!(form, Some(Form::Past | Form::Participle));
    // "behind closed doors"
    let led = (words.is(head.token - 1, Small::DETERMINER | Small::PREPOSITION)
        || words.lower(head.token - 1) == "behind")
        && !matches!(
            words.lower(head.token - 1),
            "that" | "those" | "these" | "all" | "some" | "many" | "both"
        );
    let noun = words.list.get(head.token + 1).is_some_and(|next| next.kind == Kind::Word && !next.capital)
        && !words.is(head.token + 1, Small::FUNCTION | Small::DETERMINER | Small::PREPOSITION);
    past && led && noun
}
