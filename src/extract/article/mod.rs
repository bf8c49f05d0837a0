//! What surrounds the sentences of an article: credits, datelines, furniture.

pub(super) mod agencies;
pub(super) mod credit;
mod credit_words;
mod dateline;
pub(super) mod furniture;
pub(super) mod polls;
