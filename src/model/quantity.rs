//! A count or an amount with its bounds, as the words give them: never a midpoint.

use super::vocabulary::Qualifier;

/// How many, of what, and how exactly.
///
/// `low` and `high` are the numbers as written: "more than 80" has
/// `low` 80 and the qualifier says that 80 itself is excluded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The words of the article.
    pub text: Option<String>,
    /// Lower bound.
    pub low: Option<i64>,
    /// The number named.
    pub best: Option<i64>,
    /// Upper bound.
    pub high: Option<i64>,
    /// How the words hedge.
    pub qualifier: Qualifier,
    /// What is counted: `troops`, `fighters`, `USD` …
    pub unit: String,
}

impl Quantity {
    /// Why these bounds cannot stand together, if they cannot.
    pub fn contradiction(&self) -> Option<String> {
        let known: Vec<i64> = [self.low, self.best, self.high].into_iter().flatten().collect();
        if known.is_empty() {
            return Some("a quantity needs low, best or high".to_owned());
        }
        if known.iter().any(|n| *n < 0) {
            return Some("a count cannot be negative".to_owned());
        }
        if known.windows(2).any(|pair| pair[0] > pair[1]) {
            return Some(format!("bounds out of order: {}", join(&known, " > ")));
        }
        None
    }
}

fn join(numbers: &[i64], separator: &str) -> String {
    numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(separator)
}
