//! Numbers without their hedges: "2,500", "2.5 thousand", "twelve hundred", "half a million", "two dozen", "several
//! hundred". Knows number words and figures; what they count is no matter here.

use std::sync::LazyLock;

use super::figure::{Figure, scaled};
use super::lexeme::{NumberWord, Traits};
use super::sentence::{Kind, Sentence, Token};
use crate::model::quantity::VAGUE;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    Exact(i64),
    /// Dozens are round by nature.
    Round(i64),
    /// Words without a number, by their bounds.
    Vague(i64, i64),
    /// From one number to another.
    Between(i64, i64),
}

/// A number and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cardinal {
    pub(super) value: Value,
    /// The token after it.
    pub(super) end: usize,
    pub(super) form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone, which may be a year, a label, a score.
    Digits,
    /// "2.5m": metres, unless money or people show that it is millions.
    Ambiguous,
    /// "15.000": a whole number, if people or things are counted.
    Dotted,
    /// "one", "two", … "nine".
    SmallWord,
    /// Anything that can be nothing but a count.
    Clear,
}

/// The words of a vague count after its article, if it has one, with their bounds.
struct Vague {
    words: Vec<&'static str>,
    article: bool,
    bounds: (i64, i64),
}

static VAGUE_WORDS: LazyLock<Vec<Vague>> = LazyLock::new(|| {
    let vague = VAGUE.iter().map(|(phrase, low, high)| {
        let bare = phrase.strip_prefix("a ");
        let words = bare.unwrap_or(phrase).split(' ').collect();
        Vague { words, article: bare.is_some(), bounds: (*low, *high) }
    });
    let mut vague: Vec<Vague> = vague.collect();
    vague.sort_by_key(|vague| std::cmp::Reverse(vague.words.len()));
    vague
});

/// Whether a number can begin with the token at all.
#[inline]
pub(super) fn may_begin(token: &Token) -> bool {
    token.lexeme.number.is_some()
        || token.lexeme.traits.has(Traits::OPENING)
        || matches!(token.kind, Kind::Figure(_))
}

/// The number that begins at this token.
pub(super) fn read(sentence: &Sentence, at: usize) -> Option<Cardinal> {
    if !may_begin(sentence.tokens.get(at)?) {
        return None;
    }
    fraction(sentence, at)
        .or_else(|| with_article(sentence, at))
        .or_else(|| vague(sentence, at))
        .or_else(|| dozen(sentence, at))
        .or_else(|| figure(sentence, at))
        .or_else(|| words(sentence, at))
}

/// "half a million", "half-million", "a quarter of a million", "three quarters of a million", "half a dozen".
fn fraction(sentence: &Sentence, at: usize) -> Option<Cardinal> {
    let quarters = at + 1 + usize::from(sentence.is_hyphen(at + 1));
    let (count, parts, mut end) = match () {
        () if sentence.is(at, "half") => (1, 2, at + 1),
        () if sentence.is(at, "quarter") && sentence.is(at + 1, "of") => (1, 4, at + 2),
        () if sentence.is(at, "quarter") => (1, 4, at + 1),
        () if sentence.is(at, "three")
            && sentence.is(quarters, "quarters")
            && sentence.is(quarters + 1, "of") =>
        {
            (3, 4, quarters + 2)
        }
        () => return None,
    };
    if sentence.is_any(end, &["a", "an"]) || sentence.is_hyphen(end) {
        end += 1;
    }
    match sentence.number_word(end)? {
        NumberWord::Scale(scale) => Some(clear(Value::Exact(scale / parts * count), end + 1)),
        NumberWord::Dozen if parts == 2 => Some(clear(Value::Round(6), end + 1)),
        _ => None,
    }
}

/// "a hundred", "a million", "a dozen", "a few", "a half-million".
fn with_article(sentence: &Sentence, at: usize) -> Option<Cardinal> {
    if !sentence.is_any(at, &["a", "an"]) {
        return None;
    }
    let next = at + 1;
    // "a pair of strikes"
    if sentence.is(next, "pair") && sentence.is(next + 1, "of") {
        return Some(clear(Value::Exact(2), next + 2));
    }
    let found = match sentence.number_word(next) {
        Some(NumberWord::Hundred) => words_from(sentence, next, 1),
        Some(NumberWord::Scale(_)) => words_from(sentence, next, 1),
        Some(NumberWord::Dozen) => dozen(sentence, next),
        Some(NumberWord::Vague) => vague(sentence, next),
        None => fraction(sentence, next),
        Some(_) => None,
    };
    found.filter(|found| found.end > next)
}

/// Words of a vague count; "few" and the like only after a word that could be "a".
fn vague(sentence: &Sentence, at: usize) -> Option<Cardinal> {
    if sentence.number_word(at) != Some(NumberWord::Vague) {
        return None;
    }
    let determined = sentence.before(at).is_some_and(|before| sentence.has(before, Traits::DETERMINER));
    let article =
        sentence.before(at).is_some_and(|before| sentence.is_any(before, &["a", "another", "first", "last"]));
    let fits = |vague: &&Vague| {
        let scaled = vague.words.len() > 1;
        let allowed = !vague.article || article || (determined && scaled);
        allowed && vague.words.iter().enumerate().all(|(i, word)| sentence.is(at + i, word))
    };
    let vague = VAGUE_WORDS.iter().find(fits)?;
    let end = at + vague.words.len();
    plausible(sentence, at, end).then(|| clear(Value::Vague(vague.bounds.0, vague.bounds.1), end))
}

/// "scores a goal", "in her teens", "a couple were seen": words that are more often something else.
fn plausible(sentence: &Sentence, at: usize, end: usize) -> bool {
    let before = at.checked_sub(1);
    let follows = |words: &[&str]| before.is_some_and(|before| sentence.is_any(before, words));
    let harmed =
        sentence.has(end, Traits::HARM) || before.is_some_and(|before| sentence.has(before, Traits::HARM));
    match sentence.word(at).to_ascii_lowercase().as_str() {
        "scores" if end == at + 1 => sentence.is_any(end, &["of", "more"]) || harmed,
        "teens" => {
            let quoted =
                before.filter(|before| sentence.mark(*before).is_some()).and_then(|at| at.checked_sub(1));
            let the = quoted.or(before);
            the.is_some_and(|the| sentence.is(the, "the"))
        }
        "tens" => end > at + 1,
        "couple" if end == at + 1 => sentence.is_any(end, &["of", "more", "dozen"]),
        "handful" if end == at + 1 => sentence.is_any(end, &["of", "more"]),
        _ => !follows(&["his", "her"]),
    }
}

/// "two dozen", "dozen".
fn dozen(sentence: &Sentence, at: usize) -> Option<Cardinal> {
    if sentence.number_word(at) == Some(NumberWord::Dozen) {
        return Some(clear(Value::Round(12), at + 1));
    }
    let (count, after) = match (sentence.figure(at), sentence.number_word(at)) {
        (Some(Figure::Whole { value, .. }), _) => (value, at + 1),
        (None, Some(NumberWord::Small(value))) => (value, at + 1),
        _ => return None,
    };
    let after = if sentence.is_hyphen(after) { after + 1 } else { after };
    let is_dozen = sentence.number_word(after) == Some(NumberWord::Dozen);
    is_dozen.then(|| clear(Value::Round(count.saturating_mul(12)), after + 1))
}

/// A figure and the scales after it.
fn figure(sentence: &Sentence, at: usize) -> Option<Cardinal> {
    let (factor, end) = scales(sentence, at + 1);
    let (digits, places, form) = match sentence.figure(at)? {
        Figure::Dotted { value } if factor == 1 => (value, 0, Form::Dotted),
        Figure::Dotted { value } => (value, 3, Form::Clear),
        Figure::Whole { value, grouped: false } => (value, 0, Form::Digits),
        Figure::Whole { value, .. } => (value, 0, Form::Clear),
        Figure::Ambiguous { value } => (value, 0, Form::Ambiguous),
        Figure::Decimal { digits, places } => (digits, places, Form::Clear),
        Figure::Other => return None,
    };
    let value = scaled(digits, places, factor)?;
    let form = if factor > 1 { Form::Clear } else { form };
    Some(Cardinal { value: Value::Exact(value), end, form })
}

/// "thousand", "hundred thousand", "-million": what multiplies a figure.
fn scales(sentence: &Sentence, at: usize) -> (i64, usize) {
    let mut factor = 1_i64;
    let mut end = at;
    loop {
        let word = if sentence.is_hyphen(end) { end + 1 } else { end };
        let next = match sentence.number_word(word) {
            Some(NumberWord::Scale(scale)) => scale,
            Some(NumberWord::Hundred) if factor == 1 => 100,
            _ => return (factor, end),
        };
        factor = factor.saturating_mul(next);
        end = word + 1;
    }
}

/// "two", "twenty-five", "twelve hundred", "two hundred and fifty thousand", "one and a half million".
fn words(sentence: &Sentence, at: usize) -> Option<Cardinal> {
    let small = match sentence.number_word(at)? {
        NumberWord::Small(value) => value,
        NumberWord::Tens(_) => 0,
        // "another thousand".
        NumberWord::Hundred | NumberWord::Scale(_) if at > 0 && sentence.is(at - 1, "another") => {
            return words_from(sentence, at, 1);
        }
        _ => return None,
    };
    halves(sentence, at, small).or_else(|| words_from(sentence, at, 0))
}

/// "one and a half million" and its half: between an exact number and a scale.
fn halves(sentence: &Sentence, at: usize, whole: i64) -> Option<Cardinal> {
    let half = sentence.is(at + 1, "and") && sentence.is(at + 2, "a") && sentence.is(at + 3, "half");
    match sentence.number_word(at + 4) {
        Some(NumberWord::Scale(scale)) if half && whole > 0 => {
            let value = whole.checked_mul(scale)?.checked_add(scale / 2)?;
            Some(clear(Value::Exact(value), at + 5))
        }
        _ => None,
    }
}

/// Number words from `at` on; `given` is 1 where an article stands for it.
fn words_from(sentence: &Sentence, at: usize, given: i64) -> Option<Cardinal> {
    let (mut total, mut current, mut end) = (0_i64, given, at);
    let mut last_scale = i64::MAX;
    loop {
        let next = next_number_word(sentence, end, at);
        match sentence.number_word(next) {
            Some(NumberWord::Small(n)) if current % 100 == 0 && (next == end || current > 0 || total > 0) => {
                current += n
            }
            Some(NumberWord::Small(n)) if n < 10 && current % 100 >= 20 && current % 10 == 0 => current += n,
            Some(NumberWord::Tens(n)) if current % 100 == 0 => current += n,
            Some(NumberWord::Hundred) if (1..100).contains(&current) => current *= 100,
            Some(NumberWord::Scale(scale)) if current > 0 && scale < last_scale => {
                total = total.checked_add(current.checked_mul(scale)?)?;
                last_scale = scale;
                current = 0;
            }
            _ => break,
        }
        end = next + 1;
    }
    let value = total.checked_add(current)?;
    let form = if end == at + 1 && value < 10 { Form::SmallWord } else { Form::Clear };
    (end > at).then_some(Cardinal { value: Value::Exact(value), end, form })
}

/// Past a hyphen, and past "and" after a hundred or a thousand.
fn next_number_word(sentence: &Sentence, end: usize, start: usize) -> usize {
    let multiplied = || {
        let last = end.checked_sub(1).map(|last| sentence.number_word(last));
        matches!(last, Some(Some(NumberWord::Hundred | NumberWord::Scale(_))))
    };
    match () {
        () if end == start => end,
        () if sentence.is_hyphen(end) => end + 1,
        () if sentence.is(end, "and") && multiplied() => end + 1,
        () => end,
    }
}

fn clear(value: Value, end: usize) -> Cardinal {
    Cardinal { value, end, form: Form::Clear }
}
