//! Words that say how exact a count is look like verbs and do nothing.

use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::Counted;
use crate::extract::words::word::Words;

/// "an estimated 350", "close to 800": what says how exact a count is does nothing.
pub(in crate::extract) fn drop_hedges(words: &Words, heads: &mut Vec<Head>, counts: &[Counted]) {
    heads.retain(|head| {
        let within = |count: &Counted| words.is_within(head.token, &count.range);
        // "its 200 remaining troops"
        let describes = head.shape == Shape::Gerund && words.lower(head.token) == "remaining"
            || words.lower(head.token) == "close";
        !(head.is_verb() && (head.predicates.is_empty() || describes) && counts.iter().any(within))
    });
}
