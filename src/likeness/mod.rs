//! Which texts are one text: near-copies under other mastheads, and quotations that two texts share. Knows words and
//! their order, not what they mean, and no database.
//!
//! Own lines instead of a crate: what is compared is kept in the file and must be the same on every machine and in every
//! version, and a text of which half was cut is still a copy, which needs containment; the crates for MinHash (`gaoya`
//! is the one that is kept) estimate resemblance alone, in memory, with hashes that they may change.

mod quotation;
mod shingle;
mod sketch;

pub use quotation::{Quotation, quotations, words_of};
pub use sketch::{Likeness, SAME, Sketch, sketch};

/// Sketch and quotations of a text, which is cut into words once for both.
pub fn sketch_and_quotations(text: &str) -> (Option<Sketch>, Vec<Quotation>) {
    let tokens = shingle::tokens(text);
    (sketch::sketch_of(&tokens), quotation::quotations_of(&tokens))
}
