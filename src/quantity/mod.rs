//! Counts and amounts in a sentence: how many, how exactly, of what. Knows text and the model's quantities; knows no
//! entities, no dates and no claims. Words are in `lexicon/`, one table a kind.
//!
//! A sentence passes a gate, is cut into tokens, its numbers are read with their hedges, each with the noun phrase after
//! it; a number whose noun stands elsewhere takes that of the counts and bodies around it.

mod amount;
mod cardinal;
mod ellipsis;
mod figure;
mod gate;
mod hedge;
mod lexeme;
mod lexicon;
mod noun;
mod reading;
mod role;
mod sentence;
mod silence;
mod unit;

use std::ops::Range;

use cardinal::Value;
use reading::Reading;
use sentence::Sentence;

use crate::model::vocabulary::Qualifier;
pub(crate) use ellipsis::is_sending;
pub(crate) use lexicon::{armed_nouns, number_words};
pub use role::Role;
pub use unit::Unit;

/// A number and what it counts. Ranges are bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The number with its hedge: "about 2,500", "several hundred", "another 450".
    pub number: Range<usize>,
    /// The counted noun phrase, from its first modifier to its head; `None` where the noun stands elsewhere.
    pub noun: Option<Range<usize>>,
    /// The head of the noun phrase.
    pub head: Option<Range<usize>>,
    /// What is counted, wherever the sentence says it.
    pub unit: Unit,
    /// Lower bound, as annotation.md's table has it.
    pub low: Option<i64>,
    /// The number named.
    pub best: Option<i64>,
    /// Upper bound.
    pub high: Option<i64>,
    /// How the words hedge.
    pub qualifier: Qualifier,
    /// What it is to the counts beside it.
    pub role: Role,
}

/// All counts of a sentence in order. `taken` are byte ranges of expressions whose numbers are no counts: dates.
///
/// A `sentence` that does not lie on character boundaries of the text has none.
pub fn counts(text: &str, sentence: Range<usize>, taken: &[Range<usize>]) -> Vec<Count> {
    if text.get(sentence.clone()).is_some_and(gate::opens) {
        counts_behind_gate(text, sentence, taken)
    } else {
        Vec::new()
    }
}

/// The same for a sentence that is known to hold a figure or a word of a number.
pub(crate) fn counts_behind_gate(text: &str, sentence: Range<usize>, taken: &[Range<usize>]) -> Vec<Count> {
    let sentence = Sentence::cut(text, sentence);
    let amounts = amount::find(&sentence, taken);
    let readings = amounts.into_iter().filter_map(|amount| reading::read(&sentence, amount)).collect();
    let readings = ellipsis::resolve(&sentence, readings);
    let mut found: Vec<Count> = Vec::with_capacity(readings.len());
    for (at, reading) in readings.iter().enumerate() {
        let role = role::of(&sentence, reading, readings.get(at + 1), found.last().map(|last| last.role));
        found.extend(count(&sentence, reading, role));
    }
    sentence.recycle();
    found
}

fn count(sentence: &Sentence, reading: &Reading, role: Role) -> Option<Count> {
    let (low, best, high, qualifier) = bounds(reading.amount.value, reading.amount.qualifier);
    let number = sentence.range(reading.amount.tokens.clone())?;
    let (noun, head) = match reading.noun.clone() {
        Some((noun, head)) => (sentence.range(noun), sentence.range(head..head + 1)),
        None => (None, None),
    };
    Some(Count { number, noun, head, unit: reading.unit.clone(), low, best, high, qualifier, role })
}

type Bounds = (Option<i64>, Option<i64>, Option<i64>, Qualifier);

/// Annotation.md's quantity table.
fn bounds(value: Value, hedge: Option<Qualifier>) -> Bounds {
    use Qualifier as Q;
    let (low, high, own) = match value {
        Value::Exact(n) => (n, n, Q::Exact),
        Value::Round(n) => (n, n, Q::About),
        Value::Vague(low, high) => (low, high, Q::Vague),
        Value::Between(low, high) => (low, high, Q::Between),
    };
    match (hedge, own) {
        (Some(Q::AtLeast | Q::MoreThan), _) => (Some(low), None, None, hedge.unwrap_or(own)),
        (Some(Q::AtMost | Q::LessThan), _) => (None, None, Some(high), hedge.unwrap_or(own)),
        (_, Q::Vague | Q::Between) => (Some(low), None, Some(high), own),
        (Some(hedge), _) => (None, Some(low), None, hedge),
        (None, Q::About) => (None, Some(low), None, own),
        (None, _) => (Some(low), Some(low), Some(high), own),
    }
}
