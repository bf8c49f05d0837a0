//! Figures as they are written in digits: "2,500", "2 500", "1.2", "2.5m". Knows characters, not words.

use std::sync::LazyLock;

use super::lexicon;

/// What a run that begins with a digit says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    /// A whole number.
    Whole {
        value: i64,
        /// Written with group separators, so no year.
        grouped: bool,
    },
    /// `digits` / 10^`places`.
    Decimal { digits: i64, places: u32 },
    /// "15.000": a decimal, or a whole number as much of Europe writes it.
    Dotted { value: i64 },
    /// A whole or decimal number with "m", which is a million or metres.
    Ambiguous { value: i64 },
    /// A time, a date, an ordinal, a name: no number.
    Other,
}

static SUFFIXES: LazyLock<Vec<(&str, i64)>> = LazyLock::new(|| {
    let entries = lexicon::sections(include_str!("lexicon/suffixes.txt")).flat_map(|(_, entries)| entries);
    entries
        .filter_map(|entry| entry.split_once(' '))
        .filter_map(|(s, n)| Some((s, n.parse().ok()?)))
        .collect()
});

/// Longer runs of digits are identifiers, not numbers.
const MOST_DIGITS: usize = 9;

/// Reads the figure that begins at the start of `text`; also how many bytes it takes.
pub(super) fn read(text: &str) -> (Figure, usize) {
    let (mut digits, mut end) = leading_digits(text);
    let first = end;
    while let Some((group, length)) = next_group(&text[end..]).filter(|_| first <= 3) {
        digits = digits.saturating_mul(1_000).saturating_add(group);
        end += length;
    }
    let grouped = end > first;
    let mut places = 0;
    if let Some((fraction, length)) = fraction(&text[end..]) {
        places = u32::try_from(length - 1).unwrap_or(u32::MAX);
        let shift = 10_i64.checked_pow(places).unwrap_or(i64::MAX);
        digits = digits.saturating_mul(shift).saturating_add(fraction);
        end += length;
    }
    let zeros = first > 1 && text.starts_with('0');
    let suffix = letters(&text[end..]);
    let whole = end;
    end += suffix.len();
    if zeros || (first > MOST_DIGITS && !grouped) || goes_on(&text[end..]) {
        return (Figure::Other, run(text));
    }
    if suffix.is_empty() {
        return (unsuffixed(digits, places, grouped, text), whole);
    }
    (multiplied(digits, places, suffix), end)
}

fn unsuffixed(digits: i64, places: u32, grouped: bool, text: &str) -> Figure {
    match places {
        0 => Figure::Whole { value: digits, grouped },
        3 if !grouped && !text.starts_with('0') => Figure::Dotted { value: digits },
        _ => Figure::Decimal { digits, places },
    }
}

fn multiplied(digits: i64, places: u32, suffix: &str) -> Figure {
    let factor = SUFFIXES.iter().find(|(letters, _)| *letters == suffix);
    let value = factor.and_then(|(_, factor)| scaled(digits, places, *factor));
    match value {
        None => Figure::Other,
        Some(value) if suffix == "m" => Figure::Ambiguous { value },
        Some(value) => Figure::Whole { value, grouped: true },
    }
}

/// `digits` / 10^`places` × `factor`, if that is a whole number.
pub(super) fn scaled(digits: i64, places: u32, factor: i64) -> Option<i64> {
    let product = digits.checked_mul(factor)?;
    let divisor = 10_i64.checked_pow(places)?;
    (product % divisor == 0).then_some(product / divisor)
}

fn leading_digits(text: &str) -> (i64, usize) {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (text[..length].parse().unwrap_or(i64::MAX), length)
}

/// A separator with exactly three digits: a comma or a space, of whatever width.
fn next_group(rest: &str) -> Option<(i64, usize)> {
    let separator =
        [",", " ", "\u{2009}", "\u{202F}", "\u{A0}"].into_iter().find(|sign| rest.starts_with(*sign))?;
    let (value, length) = leading_digits(&rest[separator.len()..]);
    (length == 3).then_some((value, separator.len() + 3))
}

fn fraction(rest: &str) -> Option<(i64, usize)> {
    let (value, length) = leading_digits(rest.strip_prefix('.')?);
    (1..=6).contains(&length).then_some((value, length + 1))
}

fn letters(rest: &str) -> &str {
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    &rest[..end]
}

/// Whether the run goes on in a way that numbers don't: "10:30", "29.01.2015", "9/11", "2,5", "a_1".
fn goes_on(rest: &str) -> bool {
    let mut signs = rest.chars();
    let sign = signs.next();
    sign.is_some_and(|c| ".,:/'’".contains(c)) && signs.next().is_some_and(|c| c.is_ascii_digit())
        || sign.is_some_and(|c| "/_@°".contains(c))
}

/// The bytes of a run that is no number.
fn run(text: &str) -> usize {
    let mut end = 0;
    for (at, sign) in text.char_indices() {
        if sign.is_alphanumeric() || ":/_-.,'’@°".contains(sign) {
            end = if sign.is_alphanumeric() || sign == '/' { at + sign.len_utf8() } else { end };
            continue;
        }
        break;
    }
    end
}
