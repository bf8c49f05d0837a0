//! The numbers of a sentence with their ranges, hedges and currencies. Knows nothing of what they count.

use std::ops::Range;
use std::sync::LazyLock;

use super::cardinal::{self, Cardinal, Form, Value};
use super::hedge::{self, Before};
use super::lexeme::{NumberWord, Traits};
use super::lexicon::{self, Table};
use super::sentence::Sentence;
use crate::model::vocabulary::Qualifier;

/// A number as it stands in its sentence.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    /// With hedges, "another" and a currency sign.
    pub(super) tokens: Range<usize>,
    /// The number itself.
    pub(super) core: Range<usize>,
    pub(super) value: Value,
    pub(super) form: Form,
    pub(super) before: Before,
    pub(super) qualifier: Option<Qualifier>,
    /// Code of the currency.
    pub(super) currency: Option<&'static str>,
}

/// A number and what is joined to it.
enum Joined {
    Number(Cardinal),
    /// "3-1", "202-555-0143": no number up to this token.
    Score(usize),
}

static CURRENCY_BEFORE: LazyLock<Table<&'static str>> = LazyLock::new(|| currencies("before"));
static CURRENCY_AFTER: LazyLock<Table<&'static str>> = LazyLock::new(|| currencies("after"));

fn currencies(section: &str) -> Table<&'static str> {
    let sections = lexicon::sections(include_str!("lexicon/currencies.txt"));
    let entries = sections.filter(|(name, _)| *name == section).flat_map(|(_, entries)| entries);
    entries.filter_map(|entry| entry.split_once(' ')).collect()
}

/// All numbers in order; those within `taken` bytes are left out.
pub(super) fn find(sentence: &Sentence, taken: &[Range<usize>]) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let begins = cardinal::may_begin(&sentence.tokens[at]);
        let cardinal = if begins { cardinal::read(sentence, at) } else { None };
        let Some(cardinal) = cardinal.filter(|found| is_free(sentence, at..found.end, taken)) else {
            at += 1;
            continue;
        };
        at = match join(sentence, at, cardinal) {
            Joined::Score(end) => end,
            Joined::Number(joined) => {
                amounts.push(amount(sentence, at, joined));
                joined.end
            }
        };
    }
    amounts
}

fn is_free(sentence: &Sentence, tokens: Range<usize>, taken: &[Range<usize>]) -> bool {
    let Some(bytes) = sentence.range(tokens) else { return false };
    !taken.iter().any(|date| date.start < bytes.end && bytes.start < date.end)
}

fn amount(sentence: &Sentence, at: usize, cardinal: Cardinal) -> Amount {
    let (start, sign) = currency_before(sentence, at);
    let before = hedge::before(sentence, start);
    let mut tokens = before.start..cardinal.end;
    let mut qualifier = before.qualifier;
    if let Some((hedge, end)) = hedge::after(sentence, cardinal.end) {
        qualifier = qualifier.filter(|outer| hedge::bounds(*outer)).or(Some(hedge));
        tokens.end = end;
    }
    let between = matches!(cardinal.value, Value::Between(..)) && follows(sentence, before.start, "between");
    tokens.start -= usize::from(between);
    let currency = sign.or_else(|| currency_after(sentence, tokens.end));
    Amount {
        tokens,
        core: at..cardinal.end,
        value: cardinal.value,
        form: cardinal.form,
        before,
        qualifier,
        currency,
    }
}

fn follows(sentence: &Sentence, at: usize, word: &str) -> bool {
    at.checked_sub(1).is_some_and(|before| sentence.is(before, word))
}

/// Where the currency sign before a number begins, and its currency.
fn currency_before(sentence: &Sentence, at: usize) -> (usize, Option<&'static str>) {
    let Some(last) = at.checked_sub(1) else { return (at, None) };
    let Some(code) = CURRENCY_BEFORE.get(sentence.word(last)) else { return (at, None) };
    let letters = last.checked_sub(1).filter(|_| sentence.mark(last) == Some('$') && sentence.is_glued(last));
    let named = letters.and_then(|letters| {
        let sign = format!("{}$", sentence.word(letters).trim_end_matches('.').replace('.', ""));
        Some((letters, Some(*CURRENCY_BEFORE.get(sign.as_str())?)))
    });
    named.unwrap_or((last, Some(code)))
}

/// "dollars", "US dollars", "-dollar".
pub(super) fn currency_after(sentence: &Sentence, end: usize) -> Option<&'static str> {
    let skip = usize::from(sentence.is_hyphen(end) || sentence.has(end, Traits::NATIONALITY));
    [end, end + skip].into_iter().find_map(|at| CURRENCY_AFTER.get(sentence.word(at)).copied())
}

/// Whether the token belongs to the name of a currency after a number.
pub(super) fn is_currency(sentence: &Sentence, at: usize) -> bool {
    CURRENCY_AFTER.contains_key(sentence.word(at))
}

/// A number with the one it ranges to.
fn join(sentence: &Sentence, at: usize, first: Cardinal) -> Joined {
    let hyphen = sentence.is_hyphen(first.end);
    let joiner = hyphen || joins(sentence, at, first.end);
    let Value::Exact(low) = first.value else { return Joined::Number(first) };
    if !joiner {
        return Joined::Number(first);
    }
    let start = first.end + 1 + usize::from(CURRENCY_BEFORE.contains_key(sentence.word(first.end + 1)));
    let Some(second) = cardinal::read(sentence, start) else {
        let dead_end = hyphen && sentence.figure(start).is_some();
        return if dead_end { Joined::Score(start + 1) } else { Joined::Number(first) };
    };
    let Value::Exact(high) = second.value else { return Joined::Number(first) };
    let low = shared_scale(sentence, low, first.end - at, &second, high);
    let third = sentence.is_hyphen(second.end) && sentence.figure(second.end + 1).is_some();
    match () {
        // "grow by 180,000 to 1.5 million": by how many, and to how many.
        () if sentence.is(first.end, "to")
            && high > low.saturating_mul(3)
            && introduced(sentence, at, "by") =>
        {
            Joined::Number(first)
        }
        () if third => Joined::Score(second.end + 2),
        () if low < high && (!sentence.is(first.end, "or") || high <= low.saturating_mul(3)) => {
            Joined::Number(Cardinal { value: Value::Between(low, high), ..second })
        }
        () if hyphen || is_tally(sentence, at, first, &second) => Joined::Score(second.end),
        () => Joined::Number(first),
    }
}

/// "81 to 18": votes and points, if nothing is counted after them.
fn is_tally(sentence: &Sentence, at: usize, first: Cardinal, second: &Cardinal) -> bool {
    let digits = first.form == Form::Digits && second.form == Form::Digits && first.end == at + 1;
    let after = second.end;
    let closed = !sentence.is_word(after) || sentence.has(after, Traits::BOUNDARY);
    digits && closed && sentence.is(first.end, "to") && sentence.mark(after) != Some('%')
}

/// Whether a word stands before the number and what hedges it.
fn introduced(sentence: &Sentence, at: usize, word: &str) -> bool {
    follows(sentence, hedge::before(sentence, currency_before(sentence, at).0).start, word)
}

/// Whether the word after the number joins it to another: "to" without "from", "or", "and" after "between".
fn joins(sentence: &Sentence, at: usize, end: usize) -> bool {
    let start = hedge::before(sentence, currency_before(sentence, at).0).start;
    let introduced = |word: &str| introduced(sentence, at, word);
    let ranging = || start >= 2 && sentence.has(start - 2, Traits::RANGE);
    match sentence.word(end) {
        "to" => !introduced("from") || ranging(),
        "or" => true,
        "and" => introduced("between"),
        _ => false,
    }
}

/// "2 to 3 million", "two to three thousand", "5-6,000": the first number shares the scale of the second.
fn shared_scale(sentence: &Sentence, low: i64, tokens: usize, second: &Cardinal, high: i64) -> i64 {
    let last = second.end.checked_sub(1);
    let scale = match last.and_then(|last| sentence.number_word(last)) {
        Some(NumberWord::Scale(scale)) => scale,
        Some(NumberWord::Hundred) => 100,
        None if low < 100 && high % 1_000 == 0 => 1_000,
        _ => return low,
    };
    let shared = low.saturating_mul(scale);
    if tokens == 1 && low < scale && shared < high { shared } else { low }
}
