//! Holidays whose day follows from a rule.

use std::sync::LazyLock;

use super::year::{BARE, year_after, year_suffix};
use crate::date::lexicon::HOLIDAYS;
use crate::date::saying::{Base, Feast, Found, Saying};
use crate::date::token::{Line, back};
use crate::date::word::Word;

/// A holiday's name in words, and its rule.
struct Holiday {
    name: Vec<&'static str>,
    /// The first letter, made small.
    first: u8,
    feast: Feast,
}

static FEASTS: LazyLock<Vec<Holiday>> =
    LazyLock::new(|| HOLIDAYS.iter().filter_map(|line| parse(line)).collect());

fn parse(line: &'static str) -> Option<Holiday> {
    let (name, rule) = line.split_once('=')?;
    let name: Vec<&str> = name.split_whitespace().map(|word| word.trim_start_matches('\'')).collect();
    let first = name.first()?.as_bytes().first()?.to_ascii_lowercase();
    let fields: Vec<&str> = rule.split_whitespace().collect();
    let feast = match fields.as_slice() {
        ["easter", days] => Feast::Easter(days.parse().ok()?),
        [nth, weekday, month] => Feast::Weekday {
            nth: nth.parse().ok()?,
            weekday: weekday.parse().ok()?,
            month: month.parse().ok()?,
        },
        [date] => {
            let (month, day) = date.split_once('-')?;
            Feast::Fixed { month: month.parse().ok()?, day: day.parse().ok()? }
        }
        _ => return None,
    };
    Some(Holiday { name, first, feast })
}

/// The longest holiday's name at a place, and the place after it.
pub(super) fn feast(line: &Line, at: usize) -> Option<(Feast, usize)> {
    if !line.is_capital(at) {
        return None;
    }
    let first = line.raw(at).as_bytes()[0].to_ascii_lowercase();
    FEASTS
        .iter()
        .filter(|holiday| holiday.first == first)
        .filter_map(|holiday| Some((holiday.feast, matched(line, at, &holiday.name)?)))
        .max_by_key(|(_, end)| *end)
        .filter(|(_, end)| !is_of_its_season(line, *end))
}

/// "a Christmas market", "Easter eggs": what is there for weeks.
fn is_of_its_season(line: &Line, at: usize) -> bool {
    line.is_lower(at)
        && matches!(
            line.raw(at),
            "market"
                | "markets"
                | "tree"
                | "trees"
                | "shopping"
                | "shoppers"
                | "lights"
                | "decorations"
                | "card"
                | "cards"
                | "gift"
                | "gifts"
                | "presents"
                | "eggs"
        )
}

fn matched(line: &Line, mut at: usize, name: &[&str]) -> Option<usize> {
    for word in name {
        if line.is_mark(at, b'\'') || (line.is_mark(at, b'.') && at > 0 && line.is_glued(at)) {
            at += 1;
        }
        if !line.raw(at).eq_ignore_ascii_case(word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// A holiday, with its year if one follows; another country's day of that name is not ours.
pub(super) fn holiday(line: &Line, at: usize) -> Option<Found> {
    let (feast, end) = feast(line, at)?;
    let is_foreign = line.is_mark(back(at, 2), b'\'')
        || (line.is_capital(back(at, 1))
            && line.before(at, 1) == Word::Other
            && !is_plain(line.raw(back(at, 1))));
    let is_national =
        line.raw(at).eq_ignore_ascii_case("independence") || line.raw(at).eq_ignore_ascii_case("labor");
    if is_foreign && is_national {
        return None;
    }
    let (year, end) = year_after(line, end).or_else(|| year_suffix(line, end)).unwrap_or((BARE, end));
    Some(Found { start: at, end, saying: Saying::of(Base::Feast { feast, year }) })
}

fn is_plain(word: &str) -> bool {
    matches!(word, "On" | "Last" | "This" | "By" | "American" | "US" | "S")
}
