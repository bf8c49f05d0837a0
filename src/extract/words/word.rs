//! A sentence as words: byte ranges in the text, lower-case forms, what kind of token each is, and what is known of it.

use std::ops::Range;

use super::cut::cut;
use super::function_words::Small;
use super::lexicon::{Entry, Lexicon, Role, Sense};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Kind {
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
pub(in crate::extract) struct Word<'t> {
    /// First byte in the text.
    pub(in crate::extract) start: usize,
    /// The byte after the last.
    pub(in crate::extract) end: usize,
    /// It in lower case, without a possessive ending.
    pub(super) lower: &'t str,
    /// What it is.
    pub(in crate::extract) kind: Kind,
    /// Whether it begins with a capital letter.
    pub(in crate::extract) capital: bool,
    /// The mark, where it is an ASCII one; 0 for anything else.
    pub(in crate::extract) mark: u8,
    /// Its entry in the lexicon.
    pub(super) entry: &'static Entry,
    /// What it does as a small word.
    pub(in crate::extract) small: Small,
}

/// A text with its ASCII letters in lower case, byte for byte as long as the text.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract) struct Cases<'t> {
    /// As it stands.
    pub(in crate::extract) text: &'t str,
    /// In ASCII lower case.
    pub(in crate::extract) lower: &'t str,
}

/// The words of a sentence.
#[derive(Debug)]
pub(in crate::extract) struct Words<'t> {
    /// The tokens, in order.
    pub(in crate::extract) list: Vec<Word<'t>>,
    /// Per eight bytes of the sentence the first token that ends after the first of them.
    tokens: Vec<u32>,
    /// What its small words do, all together.
    all: Small,
    /// The text in ASCII lower case.
    lower: &'t str,
    /// First byte of the sentence.
    offset: usize,
}

impl<'t> Words<'t> {
    /// Cuts a sentence of a text into words.
    pub(in crate::extract) fn new(cases: Cases<'t>, sentence: Range<usize>) -> Self {
        let (offset, length) = (sentence.start, sentence.len());
        let list = cut(Lexicon::get(), cases, sentence);
        let mut all = Small::default();
        let mut tokens = Vec::with_capacity(length / STEP + 1);
        for (word, token) in list.iter().zip(0..) {
            all = all | word.small;
            while tokens.len() * STEP < word.end - offset {
                tokens.push(token);
            }
        }
        Self { list, tokens, all, lower: cases.lower, offset }
    }

    /// Lets names own what follows them though their apostrophe is lost: where a name ends before the "s" of its token.
    pub(in crate::extract) fn own(&mut self, names: impl Iterator<Item = usize>) {
        for end in names {
            let at = self.at(end.saturating_sub(1));
            let lost =
                |word: &Word| word.end == end + 1 && !word.is_possessive() && word.lower.ends_with('s');
            if let Some(word) = self.list.get_mut(at).filter(|word| lost(word)) {
                word.lower = &word.lower[..word.lower.len() - 1];
            }
        }
    }

    /// Number of tokens.
    pub(in crate::extract) fn len(&self) -> usize {
        self.list.len()
    }

    /// A token in lower case, without a possessive ending; empty beyond the end.
    #[inline]
    pub(in crate::extract) fn lower(&self, index: usize) -> &'t str {
        self.list.get(index).map_or("", |word| word.lower)
    }

    /// Whether a token is one of these small words.
    #[inline]
    pub(in crate::extract) fn is(&self, index: usize, class: Small) -> bool {
        self.list.get(index).is_some_and(|word| word.small.has(class))
    }

    /// Whether any token is one of these small words.
    pub(in crate::extract) fn any(&self, class: Small) -> bool {
        self.all.has(class)
    }

    /// What is known of a token.
    #[inline]
    pub(in crate::extract) fn entry(&self, index: usize) -> &'static Entry {
        self.list.get(index).map_or_else(|| Lexicon::get().entry(0), |word| word.entry)
    }

    /// What a token can be, most particular first.
    #[inline]
    pub(in crate::extract) fn senses(&self, index: usize) -> &'static [Sense] {
        &self.entry(index).senses
    }

    /// What a token tells of a speaker.
    pub(in crate::extract) fn role(&self, index: usize) -> Option<Role> {
        self.entry(index).role
    }

    /// A token in lower case, as it stands.
    #[inline]
    pub(in crate::extract) fn raw(&self, index: usize) -> &'t str {
        self.list.get(index).map_or("", |word| &self.lower[word.start..word.end])
    }

    /// Whether the token ends in a possessive.
    pub(in crate::extract) fn is_possessive(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(Word::is_possessive)
    }

    /// The ASCII mark that the token is; 0 for anything else.
    #[inline]
    pub(in crate::extract) fn mark(&self, index: usize) -> u8 {
        self.list.get(index).map_or(0, |word| word.mark)
    }

    /// The first token that ends after a byte; the number of tokens where there is none.
    #[inline]
    pub(in crate::extract) fn at(&self, byte: usize) -> usize {
        let Some(at) = byte.checked_sub(self.offset) else { return 0 };
        let mut token = self.tokens.get(at / STEP).map_or(self.list.len(), |token| *token as usize);
        while self.list.get(token).is_some_and(|word| word.end <= byte) {
            token += 1;
        }
        token
    }

    /// Bytes from a token up to another, both included.
    pub(in crate::extract) fn bytes(&self, first: usize, last: usize) -> Range<usize> {
        match (self.list.get(first), self.list.get(last)) {
            (Some(first), Some(last)) => first.start..last.end.max(first.start),
            _ => self.offset..self.offset,
        }
    }

    /// Whether a token lies in a range of bytes.
    #[inline]
    pub(in crate::extract) fn is_within(&self, token: usize, bytes: &Range<usize>) -> bool {
        self.list.get(token).is_some_and(|word| word.start < bytes.end && bytes.start < word.end)
    }

    /// Tokens that lie in a range of bytes.
    pub(in crate::extract) fn within(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.at(bytes.start);
        // Names, dates and counts are a few words: the end is near.
        let inside = self.list.get(start..).unwrap_or_default();
        start..start + inside.iter().take_while(|word| word.start < bytes.end).count()
    }
}

/// Whether a list holds a word. Most differ in their first letter or their length, which need no call to compare.
pub(in crate::extract) fn is_one_of(list: &[&str], word: &str) -> bool {
    let first = word.as_bytes().first();
    list.iter().any(|one| one.len() == word.len() && one.as_bytes().first() == first && *one == word)
}

impl Word<'_> {
    /// Whether it ends in a possessive.
    fn is_possessive(&self) -> bool {
        self.lower.len() != self.end - self.start
    }
}

impl Words<'_> {
    /// "70 of them", "30 of whom": whether the words at a token take a part of those told of before.
    pub(in crate::extract) fn says_of_them(&self, of: usize) -> bool {
        self.lower(of) == "of" && matches!(self.lower(of + 1), "them" | "whom")
    }
}

/// How many bytes of a sentence share an entry where tokens are looked up by bytes.
const STEP: usize = 8;

#[cfg(test)]
mod tests {
    use super::{Cases, Words};

    #[test]
    fn words_keep_their_inner_marks() {
        let text = "The U.S.-led force’s 2,500 troops, he said, won't leave.";
        let lower = text.to_ascii_lowercase();
        let words = Words::new(Cases { text, lower: &lower }, 0..text.len());
        let shown: Vec<&str> = (0..words.len()).map(|index| words.raw(index)).collect();
        assert_eq!(
            shown,
            ["the", "u.s.-led", "force’s", "2,500", "troops", ",", "he", "said", ",", "won't", "leave", "."]
        );
        assert_eq!(words.lower(2), "force");
    }
}
