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

/// Words for a vague count and the bounds they are read as, longer ones first where one holds another.
pub const VAGUE: &[(&str, i64, i64)] = &[
    ("hundreds of thousands", 200_000, 999_999),
    ("several hundred thousand", 200_000, 999_999),
    ("a few hundred thousand", 200_000, 999_999),
    ("a couple of hundred thousand", 200_000, 200_000),
    ("a couple hundred thousand", 200_000, 200_000),
    ("hundreds of millions", 200_000_000, 999_999_999),
    ("tens of thousands", 20_000, 99_999),
    ("tens of millions", 20_000_000, 99_999_999),
    ("several thousand", 2_000, 9_999),
    ("a few thousand", 2_000, 9_999),
    ("a couple of thousand", 2_000, 2_000),
    ("a couple thousand", 2_000, 2_000),
    ("thousands", 2_000, 9_999),
    ("several hundred", 200, 999),
    ("a few hundred", 200, 999),
    ("a couple of hundred", 200, 200),
    ("a couple hundred", 200, 200),
    ("hundreds", 200, 999),
    ("several million", 2_000_000, 9_999_999),
    ("a few million", 2_000_000, 9_999_999),
    ("a couple of million", 2_000_000, 2_000_000),
    ("several billion", 2_000_000_000, 9_999_999_999),
    ("a few billion", 2_000_000_000, 9_999_999_999),
    ("millions", 2_000_000, 9_999_999),
    ("billions", 2_000_000_000, 9_999_999_999),
    ("several dozen", 24, 99),
    ("a few dozen", 24, 99),
    ("a couple of dozen", 24, 24),
    ("a couple dozen", 24, 24),
    ("dozens", 24, 99),
    ("scores", 24, 99),
    ("teens", 13, 19),
    ("a handful", 3, 9),
    ("several", 3, 9),
    ("a few", 3, 9),
    ("a couple", 2, 2),
];

/// The words of a quote that say a vague count with these bounds.
pub fn vague_words(quote: &str, low: i64, high: i64) -> Option<&str> {
    let lower = quote.to_ascii_lowercase();
    let fitting = VAGUE.iter().filter(|(_, least, most)| (*least, *most) == (low, high));
    fitting
        .filter_map(|(words, ..)| Some((lower.find(words)?, words.len())))
        .map(|(at, len)| &quote[at..at + len])
        .next()
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

#[cfg(test)]
mod tests {
    use super::vague_words;

    #[test]
    fn vague_words_are_those_of_the_quote() {
        assert_eq!(vague_words("Several hundred soldiers would leave", 200, 999), Some("Several hundred"));
        assert_eq!(vague_words("hundreds of troops", 200, 999), Some("hundreds"));
        assert_eq!(vague_words("hundreds of troops", 2_000, 9_999), None);
    }
}
