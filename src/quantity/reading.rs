//! A number with what it counts, as far as the words around it say: the noun after it, the compound that it is part of,
//! the whole that it is part of. Numbers whose noun stands elsewhere are `ellipsis`'s.

use std::ops::Range;

use super::amount::{Amount, currency_after, is_currency};
use super::cardinal::{self, Form, Value};
use super::lexeme::{Class, Form as NounForm, Traits};
use super::noun::{self, Phrase};
use super::sentence::Sentence;
use super::silence::is_silent;
use super::unit::{self, Unit};

/// A number on the way to a count.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) amount: Amount,
    /// Noun phrase and head, in tokens.
    pub(super) noun: Option<(Range<usize>, usize)>,
    pub(super) class: Option<Class>,
    pub(super) unit: Unit,
    pub(super) link: Link,
    pub(super) additional: bool,
}

/// How a number hangs on its noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    Plain,
    /// "2,500 of the …".
    Part,
    /// "11 others", "12 of them": people or things named before.
    Others,
}

/// What comes between a number and its noun.
struct Lead {
    /// Where the noun phrase begins.
    start: usize,
    link: Link,
    additional: bool,
}

/// Reads one number; `None` for one that counts nothing.
pub(super) fn read(sentence: &Sentence, amount: Amount) -> Option<Reading> {
    if sentence.is_hyphen(amount.tokens.end) {
        return compound(sentence, amount);
    }
    if let Some(percent) = percent(sentence, amount.tokens.end) {
        let silent = is_silent(sentence, &amount, None);
        return (!silent).then(|| whole(amount, Some((percent.clone(), percent.start)), Unit::Percent));
    }
    let lead = lead(sentence, &amount);
    let singular = amount.value == Value::Exact(1);
    let named_before = lead.link == Link::Others && sentence.is(lead.start, "others");
    let phrase =
        noun::after(sentence, lead.start, singular && lead.link != Link::Part).filter(|_| !named_before);
    if is_silent(sentence, &amount, phrase.as_ref()) {
        return None;
    }
    if let Some(code) = amount.currency {
        let end = amount.tokens.end;
        let name = (end..end + 3).find(|at| is_currency(sentence, *at)).map(|at| (end..at + 1, at));
        return Some(whole(amount, name, Unit::Money(code)));
    }
    counted(sentence, amount, &lead, phrase)
}

/// A reading by its noun phrase; "one" and nouns of time count nothing here.
fn counted(sentence: &Sentence, amount: Amount, lead: &Lead, phrase: Option<Phrase>) -> Option<Reading> {
    let class = phrase.as_ref().and_then(|phrase| phrase.class);
    if class == Some(Class::Uncounted) {
        return None;
    }
    let one = amount.value == Value::Exact(1) && amount.form == Form::SmallWord;
    if one && (lead.link == Link::Part || phrase.is_some() && class.is_none()) {
        return None;
    }
    let unit = phrase.as_ref().map_or(Unit::None, |phrase| unit::of_phrase(sentence, phrase));
    let noun = phrase.map(|phrase| (phrase.tokens, phrase.head));
    Some(Reading { amount, noun, class, unit, link: lead.link, additional: lead.additional })
}

fn whole(amount: Amount, noun: Option<(Range<usize>, usize)>, unit: Unit) -> Reading {
    Reading { amount, noun, class: None, unit, link: Link::Plain, additional: false }
}

/// "%", "percent", "per cent", "percentage points".
fn percent(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    match () {
        () if sentence.mark(at) == Some('%') => Some(at..at + 1),
        () if sentence.is_any(at, &["percent", "pct"]) => Some(at..at + 1),
        () if sentence.is(at, "per") && sentence.is(at + 1, "cent") => Some(at..at + 2),
        () if sentence.is(at, "percentage") && sentence.is_any(at + 1, &["point", "points"]) => {
            Some(at..at + 2)
        }
        () => None,
    }
}

/// Past "more", "others", "of the 5,200" to the noun phrase.
fn lead(sentence: &Sentence, amount: &Amount) -> Lead {
    let mut lead = Lead { start: amount.tokens.end, link: Link::Plain, additional: false };
    // "“around 100” more Marines": what is quoted is the number alone.
    let closes = matches!(sentence.mark(lead.start), Some('"' | '”'));
    if closes && sentence.is_any(lead.start + 1, &["more", "additional", "extra"]) {
        lead.start += 1;
    }
    if sentence.is_any(lead.start, &["more", "additional", "extra", "further", "fewer", "less"]) {
        lead.additional = !sentence.is_any(lead.start, &["fewer", "less"]);
        lead.start += 1;
    }
    if sentence.is(lead.start, "others") {
        return Lead { link: Link::Others, ..lead };
    }
    // "scores of others"
    if sentence.is(lead.start, "of") && sentence.is(lead.start + 1, "others") {
        return Lead { start: lead.start + 1, link: Link::Others, ..lead };
    }
    let quoted = usize::from(matches!(sentence.mark(lead.start), Some('"' | '”' | '’' | '\'' | ',')));
    if sentence.is(lead.start + quoted, "of") {
        let (start, link) = of(sentence, lead.start + quoted + 1, amount);
        lead = Lead { start, link, ..lead };
    }
    lead
}

/// What "of" after a number makes of it: a part of a whole, or a vague number of things ("dozens of").
fn of(sentence: &Sentence, start: usize, amount: &Amount) -> (usize, Link) {
    if sentence.is_any(start, &["them", "whom", "which"]) || sentence.word(start) == "us" {
        return (start + 1, Link::Others);
    }
    let reach = start..sentence.len().min(start + 6);
    let number = reach
        .take_while(|at| is_before_whole(sentence, *at))
        .find_map(|at| cardinal::read(sentence, at).map(|number| number.end));
    let determined = is_determined(sentence, start);
    let exact = matches!(amount.value, Value::Exact(_) | Value::Between(..));
    match number.or_else(|| planned_body(sentence, start)) {
        Some(end) => (end, Link::Part),
        None if determined => (start + 1, Link::Part),
        None if exact => (start, Link::Part),
        None => (start, Link::Plain),
    }
}

/// "200 of a planned force of 2,500": the end of how many a body of people has.
fn planned_body(sentence: &Sentence, start: usize) -> Option<usize> {
    let inside = |at: &usize| sentence.is_word(*at) && !sentence.has(*at, Traits::BOUNDARY);
    let body = (start..start + 6).take_while(inside).find(|at| noun::held_by(sentence, *at).is_some())?;
    let of = Some(body + 1).filter(|of| sentence.is(*of, "of"))?;
    (of + 1..of + 5)
        .take_while(|at| is_before_whole(sentence, *at))
        .find_map(|at| cardinal::read(sentence, at).map(|number| number.end))
}

fn is_determined(sentence: &Sentence, at: usize) -> bool {
    sentence.is_any(at, &["the", "its", "their", "his", "her", "our", "those", "these", "all"])
}

/// Words that may stand between "of" and the number of the whole: no noun, no verb.
fn is_before_whole(sentence: &Sentence, at: usize) -> bool {
    let number = sentence.figure(at).is_some() || sentence.number_word(at).is_some();
    let determiner = sentence.has(at, Traits::DETERMINER) || is_determined(sentence, at);
    let hedge = sentence.is_any(
        at,
        &["about", "around", "roughly", "approximately", "more", "than", "at", "least", "over", "a"],
    );
    let noun = sentence.lexeme(at).noun.is_some() && !sentence.is_possessive(at);
    number || determiner || hedge || (sentence.is_word(at) && !noun && !sentence.has(at, Traits::BOUNDARY))
}

/// "2,500-strong", "80-member", "12-man": what a number is glued to. Anything else ("five-day") counts nothing.
fn compound(sentence: &Sentence, amount: Amount) -> Option<Reading> {
    let word = amount.tokens.end + 1;
    if is_silent(sentence, &amount, None) && amount.form != Form::Digits {
        return None;
    }
    if let Some(code) = amount.currency.or_else(|| currency_after(sentence, amount.tokens.end)) {
        return Some(whole(amount, None, Unit::Money(code)));
    }
    if sentence.is(word, "strong") {
        return Some(strong(sentence, amount, word));
    }
    let noun = sentence.lexeme(word).noun.filter(|noun| noun.form != NounForm::Plural)?;
    if matches!(noun.class, Class::Uncounted | Class::Distance | Class::Attacks)
        || sentence.is_hyphen(word + 1)
    {
        return None;
    }
    let body = noun::body_after(sentence, word + 1);
    let unit = match body {
        Some(Class::Troops) if matches!(noun.class, Class::CivilStaff | Class::Members) => Unit::Troops,
        _ => unit::of_class_alone(noun.class),
    };
    let head = Some((word..word + 1, word));
    Some(Reading { amount, noun: head, class: Some(noun.class), unit, link: Link::Plain, additional: false })
}

/// "a 2,500-strong force": the force's kind is the unit.
fn strong(sentence: &Sentence, amount: Amount, word: usize) -> Reading {
    let body = noun::body_after(sentence, word + 1).or_else(|| noun::team_after(sentence, word + 1));
    let unit = body.map_or(Unit::None, unit::of_class_alone);
    Reading { amount, noun: None, class: body, unit, link: Link::Plain, additional: false }
}
