//! Sentences.
use super::Span;
/// Sentences.
pub fn sentences(_text: &str) -> Vec<Span> { Vec::new() }
/// Enclosing.
pub fn enclosing(_s: &[Span], q: Span) -> Span { q }
