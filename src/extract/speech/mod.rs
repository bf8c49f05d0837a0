//! Who says it: reporting verbs, quotations, speakers and through whom they came.

pub(super) mod attribution;
pub(super) mod quotation;
mod speaker;
mod speaker_words;
mod via;
pub(super) mod voice;
mod wishes;
