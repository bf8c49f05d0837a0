//! The small words of English, by what they do.

/// Forms of "be".
pub(super) fn is_be(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "isn't"
            | "aren't"
            | "wasn't"
            | "weren't"
            | "isn’t"
            | "aren’t"
            | "wasn’t"
            | "weren’t"
    )
}

/// Adverbs that stand inside a verb group.
pub(super) fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "already"
            | "still"
            | "now"
            | "then"
            | "even"
            | "just"
            | "only"
            | "soon"
            | "yet"
            | "ever"
            | "once"
            | "all"
            | "both"
            | "again"
            | "since"
            | "later"
            | "there"
            | "twice"
            | "well"
            | "far"
    )
}

/// Words that open a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "any"
            | "some"
            | "no"
            | "each"
            | "every"
            | "another"
            | "all"
            | "several"
            | "many"
            | "such"
    )
}

/// Prepositions.
pub(super) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "without"
            | "into"
            | "onto"
            | "over"
            | "under"
            | "after"
            | "before"
            | "during"
            | "since"
            | "until"
            | "through"
            | "throughout"
            | "against"
            | "between"
            | "near"
            | "about"
            | "around"
            | "amid"
            | "despite"
            | "toward"
            | "towards"
            | "across"
            | "within"
            | "inside"
            | "outside"
            | "via"
            | "following"
            | "as"
    )
}

/// Any of them.
pub(super) fn is_function_word(word: &str) -> bool {
    is_determiner(word) || is_preposition(word) || is_adverb(word) || is_be(word)
}
