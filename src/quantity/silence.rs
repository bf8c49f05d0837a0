//! Numbers that count nothing: years, ages, labels, scores, list numbers, parts of names. Knows the number and the
//! words beside it.

use super::amount::Amount;
use super::cardinal::{Form, Value};
use super::figure::Figure;
use super::lexeme::{Class, Traits};
use super::noun::Phrase;
use super::sentence::{Sentence, is_dash};

/// Whether the number is none to report; `phrase` is the noun phrase after it.
pub(super) fn is_silent(sentence: &Sentence, amount: &Amount, phrase: Option<&Phrase>) -> bool {
    let counted = phrase.is_some_and(|phrase| phrase.class.is_some());
    is_part_of_word(sentence, amount)
        || is_enumerator(sentence, amount)
        || is_beside_month(sentence, amount)
        || (!counted && is_label(sentence, amount))
        || is_year(sentence, amount, counted)
        || is_age(sentence, amount)
        || is_fraction(sentence, amount)
        || (phrase.is_none() && is_score(sentence, amount))
        || is_beside_figure(sentence, amount)
        || (amount.form == Form::Ambiguous && amount.currency.is_none() && !counts_people(phrase))
        || (amount.form == Form::Dotted && !counts_people(phrase))
}

fn counts_people(phrase: Option<&Phrase>) -> bool {
    use Class as C;
    let class = phrase.and_then(|phrase| phrase.class);
    class.is_some_and(|class| !matches!(class, C::Uncounted | C::Distance | C::Percent))
}

/// "F-16", "al-2", "#5", "+1", "v2": glued to what stands before it.
fn is_part_of_word(sentence: &Sentence, amount: &Amount) -> bool {
    let Some(before) = amount.tokens.start.checked_sub(1) else { return false };
    if !sentence.is_glued(amount.tokens.start) {
        return false;
    }
    match sentence.mark(before) {
        None => true,
        Some('-' | '‑' | '‐') => before > 0 && sentence.is_glued(before),
        Some('.') => false,
        Some(mark) => "/_@#=&+*°\\§№[".contains(mark),
    }
}

/// "202 555 0143", "36.2 43.1": figures in a row are telephone numbers, coordinates or tables. A year may stand before.
fn is_beside_figure(sentence: &Sentence, amount: &Amount) -> bool {
    let before = amount.tokens.start.checked_sub(1).and_then(|at| sentence.figure(at));
    let year = matches!(before, Some(Figure::Whole { value: 1900..=2099, grouped: false }));
    let figure = |at| sentence.figure(at).is_some();
    (before.is_some() && !year)
        || (figure(amount.core.start) && figure(amount.core.end) && !is_year_like(amount))
}

fn is_year_like(amount: &Amount) -> bool {
    matches!(amount.value, Value::Exact(1900..=2099)) && amount.form == Form::Digits
}

/// "1. The army", "(2)", "3) …": digits that number a list or a note.
fn is_enumerator(sentence: &Sentence, amount: &Amount) -> bool {
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    let digits = amount.form == Form::Digits;
    let opened = start.checked_sub(1).is_none_or(|before| sentence.mark(before) == Some('('));
    let closed = match sentence.mark(end) {
        Some(')') => true,
        Some('.') => start == 0,
        _ => false,
    };
    digits && opened && closed
}

/// "25 December", "Dec. 25", "March 2017".
fn is_beside_month(sentence: &Sentence, amount: &Amount) -> bool {
    let at = amount.core.start;
    let stop = at.checked_sub(1).filter(|before| sentence.mark(*before) == Some('.')).unwrap_or(at);
    let before = stop.checked_sub(1).is_some_and(|before| sentence.has(before, Traits::MONTH));
    let day = matches!(amount.value, Value::Exact(1..=31)) && amount.form == Form::Digits;
    let year = matches!(amount.value, Value::Exact(1000..=2999)) && amount.form == Form::Digits;
    (before && (day || year)) || (day && sentence.has(amount.core.end, Traits::MONTH))
}

/// "Resolution 2254", "Channel 1", "phase two", "Five Star Movement": the number is a name or a part of one.
fn is_label(sentence: &Sentence, amount: &Amount) -> bool {
    if amount.before.start != amount.core.start || amount.currency.is_some() {
        return false;
    }
    let at = amount.core.start;
    let stop = at.checked_sub(1).filter(|before| sentence.mark(*before) == Some('.')).unwrap_or(at);
    let Some(before) = stop.checked_sub(1) else { return false };
    // "the forces number 30,000"
    if sentence.is(before, "number")
        && matches!(amount.value, Value::Exact(100..))
        && !sentence.is_capitalised(before)
    {
        return false;
    }
    // "the Group of Seven".
    let group = sentence.is(before, "of") && before > 0 && sentence.word(before - 1) == "Group";
    if sentence.has(before, Traits::LABEL) || group {
        return true;
    }
    let small = !matches!(amount.form, Form::Clear);
    small && stop == at && is_name(sentence, before) || is_first_of_name(sentence, amount)
}

/// A capitalised word that is neither a function word nor a verb of harm or of levels, as in headlines.
fn is_name(sentence: &Sentence, at: usize) -> bool {
    let usual = Traits::BOUNDARY.with(Traits::HARM).with(Traits::LEVEL).with(Traits::JOINING);
    let usual = usual.with(Traits::DETERMINER).with(Traits::PORTION);
    sentence.is_word(at) && sentence.is_capitalised(at) && !sentence.has(at, usual)
}

/// "Seven Sisters": a capitalised number word before a capitalised word, within a sentence.
fn is_first_of_name(sentence: &Sentence, amount: &Amount) -> bool {
    let (at, next) = (amount.core.start, amount.core.end);
    let word = sentence.is_word(at) && sentence.is_capitalised(at);
    word && at > 0 && sentence.is_word(next) && sentence.is_capitalised(next)
}

/// A bare year; before a counted noun only where a preposition of time stands before it ("in 2003 troops …").
fn is_year(sentence: &Sentence, amount: &Amount, counted: bool) -> bool {
    let year = matches!(amount.value, Value::Exact(1900..=2099) | Value::Between(1900..=2099, 1900..=2099));
    if !year || amount.form != Form::Digits || amount.currency.is_some() {
        return false;
    }
    let hedged = amount.before.start != amount.core.start;
    let timed = amount.core.start.checked_sub(1).is_some_and(|before| {
        sentence.is_any(
            before,
            &["in", "since", "until", "till", "during", "before", "early", "late", "mid", "year"],
        )
    });
    if counted { timed } else { !hedged || amount.qualifier.is_none() || timed }
}

/// "Ali, 34, a soldier".
fn is_age(sentence: &Sentence, amount: &Amount) -> bool {
    let plain = matches!(amount.value, Value::Exact(0..=110)) && amount.form == Form::Digits;
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    let named = start >= 2 && sentence.mark(start - 1) == Some(',') && sentence.is_capitalised(start - 2);
    let closed = end == sentence.len() || matches!(sentence.mark(end), Some(',' | '.' | ';' | ')'));
    plain && named && closed && sentence.is_word(start - 2)
}

/// "one in five", "one-third", "two out of three", "one by one".
fn is_fraction(sentence: &Sentence, amount: &Amount) -> bool {
    let (start, end) = (amount.core.start, amount.core.end);
    let number = |at: usize| sentence.figure(at).is_some() || sentence.number_word(at).is_some();
    let before = |back: usize| start.checked_sub(back).is_some_and(number);
    let small = matches!(amount.value, Value::Exact(0..=10));
    let year =
        |at: usize| matches!(sentence.figure(at), Some(Figure::Whole { value: 1900..=2099, grouped: false }));
    let in_every =
        sentence.is(end, "in") && !year(end + 1) && (number(end + 1) || sentence.is(end + 1, "every"));
    let out_of = sentence.is(end, "out") && sentence.is(end + 1, "of");
    let over = before(2) && sentence.is(start - 1, "in") || before(3) && sentence.is(start - 2, "out");
    small
        && (in_every && !sentence.is_glued(end)
            || out_of && number(end + 2)
            || over && !is_open(sentence, end))
}

/// "0-2", "a 3–4 defeat".
fn is_score(sentence: &Sentence, amount: &Amount) -> bool {
    let small = matches!(amount.value, Value::Between(_, 0..=9));
    small && amount.form == Form::Digits && sentence.is_hyphen(amount.core.start + 1)
}

fn is_open(sentence: &Sentence, at: usize) -> bool {
    sentence.mark(at).is_some_and(is_dash)
}
