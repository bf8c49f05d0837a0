//! Folding.
/// Folded text.
pub struct Folded;
/// Folds.
pub fn fold(_text: &str) -> Folded { Folded }
