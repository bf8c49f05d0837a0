//! A sentence as words, and what is known of a word by itself: its forms, its classes, what it does in a sentence.

mod cut;
pub(super) mod function_words;
pub(super) mod lexicon;
pub(super) mod word;
