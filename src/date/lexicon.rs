//! The word lists, read once: from a word to its reading. Knows words, not where they stand.

use std::sync::LazyLock;

use super::word::{DayPart, KEYS, Part, Pick, Reference, Unit, Verb, Word};
use crate::text::{WordKey, WordTable};

/// The first reading given to a word stays.
static TABLE: LazyLock<WordTable<Word>> = LazyLock::new(|| {
    let small: Vec<(String, Word)> =
        entries().map(|(word, reading)| (word.to_ascii_lowercase(), reading)).collect();
    WordTable::new(Word::Other, small.iter().map(|(word, reading)| (word.as_bytes(), *reading)))
});

/// The reading of a word, whatever its case, by its key in small letters if it has one.
#[inline]
pub(super) fn reading(key: Option<WordKey>, word: &[u8]) -> Word {
    match key {
        Some(key) => TABLE.at(key),
        None => TABLE.get_lower(word, word.len()),
    }
}

/// Whether a list holds the word, whatever its case.
pub(super) fn holds(list: &[&str], word: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// Nouns that make a number before them a count.
pub(super) static COUNTED_NOUNS: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("lexicon/counted_nouns.txt")));
/// Things whose name is the number after them.
pub(super) static NUMBERED_THINGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("lexicon/numbered_things.txt")));
/// Lines of the list of holidays.
pub(super) static HOLIDAYS: LazyLock<Vec<&str>> =
    LazyLock::new(|| lines(include_str!("lexicon/holidays.txt")).collect());

/// The words without one of which, or a figure, no sentence has a date.
pub(crate) fn triggers() -> impl Iterator<Item = &'static str> {
    entries().filter(|(_, word)| word.is_trigger()).map(|(text, _)| text)
}

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn words(list: &'static str) -> Vec<&'static str> {
    lines(list).flat_map(str::split_whitespace).collect()
}

/// Every word with its reading.
fn entries() -> impl Iterator<Item = (&'static str, Word)> {
    let keys = KEYS.iter().map(|(text, key)| (*text, Word::Key(*key)));
    let values = [
        (include_str!("lexicon/months.txt"), month as fn(&[&str]) -> Option<Word>),
        (include_str!("lexicon/weekdays.txt"), weekday),
        (include_str!("lexicon/seasons.txt"), |f| Some(Word::Season(f[0].parse().ok()?))),
        (include_str!("lexicon/units.txt"), unit),
        (include_str!("lexicon/numbers.txt"), number),
        (include_str!("lexicon/ordinals.txt"), |f| Some(Word::Ordinal(f[0].parse().ok()?))),
        (include_str!("lexicon/decades.txt"), |f| Some(Word::Decade(f[0].parse().ok()?))),
        (include_str!("lexicon/dayparts.txt"), |f| Some(Word::DayPart(DayPart::from_letters(f[0])?))),
        (include_str!("lexicon/picks.txt"), |f| Some(Word::Pick(pick(f[0])?))),
        (include_str!("lexicon/parts.txt"), |f| Some(Word::Part(part(f[0])?))),
        (include_str!("lexicon/references.txt"), reference),
        (include_str!("lexicon/sets.txt"), |f| Some(Word::Recurrence(Unit::from_word(f[0])?))),
        (include_str!("lexicon/days.txt"), |f| Some(Word::Day(f[0].parse().ok()?))),
    ];
    let verbs = [
        (include_str!("lexicon/implicative_verbs.txt"), Verb::Implicative),
        (include_str!("lexicon/directive_verbs.txt"), Verb::Directive),
        (include_str!("lexicon/arranged_verbs.txt"), Verb::Arranged),
        (include_str!("lexicon/plural_verbs.txt"), Verb::Plural),
        (include_str!("lexicon/singular_verbs.txt"), Verb::Singular),
        (include_str!("lexicon/past_verbs.txt"), Verb::Past),
        (include_str!("lexicon/future_verbs.txt"), Verb::Future),
        (include_str!("lexicon/present_verbs.txt"), Verb::Present),
    ];
    let holidays = HOLIDAYS.iter().filter_map(|line| Some((line.split([' ', '=']).next()?, Word::Holiday)));
    keys.chain(values.into_iter().flat_map(|(list, read)| {
        lines(list).filter_map(move |line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            Some((*fields.first()?, read(&fields[1..])?))
        })
    }))
    .chain(
        verbs
            .into_iter()
            .flat_map(|(list, verb)| words(list).into_iter().map(move |w| (w, Word::Verb(verb)))),
    )
    .chain(holidays)
}

fn month(fields: &[&str]) -> Option<Word> {
    let number = fields[0].parse().ok()?;
    Some(if fields.len() > 1 { Word::ShortMonth(number) } else { Word::Month(number) })
}

fn weekday(fields: &[&str]) -> Option<Word> {
    let number = fields[0].parse().ok()?;
    Some(match fields.get(1) {
        Some(&"short") => Word::ShortWeekday(number),
        Some(_) => Word::Weekdays(number),
        None => Word::Weekday(number),
    })
}

fn unit(fields: &[&str]) -> Option<Word> {
    let unit = Unit::from_word(fields[0])?;
    Some(if fields.len() > 1 { Word::Units(unit) } else { Word::Unit(unit) })
}

fn number(fields: &[&str]) -> Option<Word> {
    let number = fields[0].parse().ok()?;
    Some(if fields.len() > 1 { Word::Scale(number) } else { Word::Number(number) })
}

fn reference(fields: &[&str]) -> Option<Word> {
    [Reference::Past, Reference::Present, Reference::Future]
        .into_iter()
        .find(|reference| reference.value() == fields[0])
        .map(Word::Reference)
}

fn pick(word: &str) -> Option<Pick> {
    Some(match word {
        "this" => Pick::This,
        "last" => Pick::Last,
        "next" => Pick::Next,
        "past" => Pick::Past,
        "coming" => Pick::Coming,
        "previous" => Pick::Previous,
        "following" => Pick::Following,
        "that" => Pick::That,
        "same" => Pick::Same,
        "current" => Pick::Current,
        "latest" => Pick::Latest,
        "recent" => Pick::Recent,
        _ => return None,
    })
}

fn part(word: &str) -> Option<Part> {
    Some(match word {
        "early" => Part::Early,
        "mid" => Part::Mid,
        "late" => Part::Late,
        "earlier" => Part::Earlier,
        "later" => Part::Later,
        "start" => Part::Start,
        "end" => Part::End,
        "middle" => Part::Middle,
        _ => return None,
    })
}
