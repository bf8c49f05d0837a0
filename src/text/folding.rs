//! Folding.
/// Folded text.
pub struct Folded(String);
impl Folded { /// t
 pub fn text(&self) -> &str { &self.0 } }
/// Folds.
pub fn fold(text: &str) -> Folded { Folded(text.to_owned()) }
