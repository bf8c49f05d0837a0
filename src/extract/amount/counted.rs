//! Which counts the reader needs: of people, attacks or money.

use crate::extract::scene::{Counted, Counting, Mover};
use crate::model::Quantity;
use crate::quantity;

/// "six dead", "12 others": people without their noun.
fn people_follow(text: &str, end: usize) -> bool {
    let behind = text[end..].trim_start();
    // "957 of them since May", "all five aboard"
    if ["of them", "of whom", "of others", "on board", "aboard", "are being held", "are held"]
        .iter()
        .any(|words| behind.starts_with(words))
    {
        return true;
    }
    // "282 have left", "close to 400 will be leaving"
    if [
        "already there",
        "already in ",
        "already on ",
        "already deployed",
        "already stationed",
        "in captivity",
        "flee ",
        "fled ",
        "are fleeing",
        "have fled",
        "are dead",
        "are feared dead",
        "are feared to have",
        "are believed to have been killed",
        "are believed to have died",
        "have left",
        "had left",
        "have returned",
        "have arrived",
        "have been sent",
        "have been withdrawn",
        "will leave",
        "will be leaving",
        "will return",
        "will arrive",
        "will stay",
        "will remain",
        "are leaving",
        "are to leave",
    ]
    .iter()
    .any(|words| behind.starts_with(words))
    {
        return true;
    }
    // "At least 74, including eight children, were killed"
    if let Some(rest) = behind.strip_prefix(", including ").or_else(|| behind.strip_prefix(", among them ")) {
        let closed = rest.split_once(", ").map(|(_, rest)| rest);
        return closed.is_some_and(|rest| {
            rest.starts_with("were ") || rest.starts_with("died") || rest.starts_with("have been ")
        });
    }
    let mut behind = text[end..].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let next = behind.find(|word| !matches!(*word, "later" | "also" | "have" | "had")).unwrap_or("");
    matches!(
        next,
        "dead"
            | "killed"
            | "wounded"
            | "injured"
            | "others"
            | "died"
            | "were"
            | "hurt"
            | "captured"
            | "deployed"
            | "stationed"
            | "garrisoned"
            | "arrived"
            | "landed"
            | "withdrew"
            | "departed"
    )
}

/// "Henry Moss, 23, from Chicago", "between the ages of 12 and 19"
fn is_age(text: &str, count: &quantity::Count) -> bool {
    let before = &text[..count.number.start];
    let named = before.strip_suffix(", ").is_some_and(|name| {
        let last = name.rsplit(' ').next().unwrap_or("");
        last.starts_with(char::is_uppercase)
    });
    let single = count.best.is_some_and(|age| age < 110) && count.low == count.high;
    let aged = ["ages of ", "age of ", "aged ", "aged between "].iter().any(|words| before.ends_with(words));
    // "32 children under 10", "women over 60"
    let young = ["children ", "women ", "men ", "boys ", "girls ", "people ", "those "];
    let hedge = &text[count.number.clone()];
    let within = single_bound(count).is_some_and(|age| age < 100)
        && ["under ", "over ", "below "].iter().any(|word| hedge.starts_with(word))
        && young.iter().any(|noun| before.ends_with(noun));
    aged || within || named && single && text[count.number.end..].starts_with(',')
}

/// "under 10", "over 60": the one number that bounds.
fn single_bound(count: &quantity::Count) -> Option<i64> {
    count.best.or(count.high).or(count.low).filter(|_| count.low.is_none() || count.high.is_none())
}

/// "put the figure at 40": of those told of before.
fn is_figure(text: &str, count: &quantity::Count) -> bool {
    let before = &text[..count.number.start];
    ["put the figure at ", "put the number at ", "put the total at "]
        .iter()
        .any(|words| before.ends_with(words))
}

/// "12 soldiers dead and 30 missing", "40 people are still missing": nobody knows what became of them.
fn is_missing(text: &str, count: &quantity::Count) -> bool {
    let noun = count.noun.clone();
    let named = noun.as_ref().map_or("", |noun| &text[noun.clone()]);
    if named.ends_with("missing") && named.split(' ').count() <= 2 {
        return true;
    }
    let end = noun.map_or(count.number.end, |noun| noun.end.max(count.number.end));
    let mut words = text[end..].split_whitespace().map(|word| word.trim_end_matches([',', '.']));
    let passed = |word: &&str| {
        matches!(*word, "are" | "were" | "is" | "still" | "others" | "more" | "reported" | "remain")
    };
    words.find(|word| !passed(word)) == Some("missing")
}

/// "raids go on as thousands march": who acts in the next clause is not counted by the noun before.
fn opens_clause(text: &str, count: &quantity::Count) -> bool {
    let before = text[..count.number.start].trim_end();
    count.unit == quantity::Unit::Attacks
        && [" as", " while", " when", " after", " where"].iter().any(|word| before.ends_with(word))
}

/// A count as the reader needs it; none where what is counted is no people, attack or money.
pub(in crate::extract) fn counted(text: &str, count: &quantity::Count) -> Option<Counted> {
    use quantity::Unit;
    let counting = match &count.unit {
        Unit::Troops | Unit::Fighters | Unit::Contractors => Counting::Troops,
        Unit::Attacks => Counting::Attacks,
        Unit::None if people_follow(text, count.number.end) || is_figure(text, count) => Counting::People,
        Unit::Money(_) => Counting::Money,
        unit if unit.counts_people() => Counting::People,
        _ => return None,
    };
    // "all but three of the dead": the others are meant.
    if is_missing(text, count)
        || text[..count.number.start].trim_end().to_ascii_lowercase().ends_with("all but")
    {
        return None;
    }
    if count.noun.is_none() && (is_age(text, count) || opens_clause(text, count)) {
        return None;
    }
    // "the two forces" are bodies, not people.
    if count.best.is_some_and(|best| best < 5)
        && count.noun.clone().is_some_and(|noun| text[noun].ends_with("forces"))
    {
        return None;
    }
    // Nobody counts people in thousands of millions but to say "everybody".
    if counting != Counting::Money
        && count.low.or(count.best).or(count.high).is_some_and(|number| number > 500_000_000)
    {
        return None;
    }
    // "seven members of one family": kin, and of no group.
    let kin = count.noun.clone().is_some_and(|noun| {
        let mut behind = text[noun.end..].split_whitespace();
        behind.next() == Some("of")
            && behind.take(4).any(|word| word.trim_end_matches([',', '.']) == "family")
    });
    let unit = count.unit.name().filter(|unit| !kin || *unit != "members").unwrap_or("people");
    // "11 others": those are the noun.
    let behind = &text[count.number.end..];
    let others = [" others", " of others"].into_iter().find(|others| behind.starts_with(others));
    let bare = count.number.end + others.map_or(0, str::len);
    let end = count.noun.as_ref().map_or(bare, |noun| noun.end.max(count.number.end));
    Some(Counted {
        range: count.number.start..end,
        counting,
        mover: Mover::Nobody,
        quantity: Quantity {
            text: Some(text[count.number.clone()].to_owned()),
            low: count.low,
            best: count.best,
            high: count.high,
            qualifier: count.qualifier,
            unit: unit.to_owned(),
        },
    })
}
