//! Whether words of place stand before a name: what says that something is there, and what only looks like it. Knows words
//! and names, no predicates.

use super::apart::is_apart;
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::{Kind, Words};
use crate::text::WordSet;

/// Whether words of place stand before it, or it owns what follows.
pub(in crate::extract) fn is_located(scene: &Scene, seen: &Seen) -> bool {
    let tokens = scene.tokens(&seen.range);
    let joined = tokens.start.checked_sub(1).filter(|at| matches!(scene.words.lower(*at), "and" | "or"));
    let before = joined.and_then(|at| {
        scene.seen.iter().find(|other| other.is_place() && scene.tokens(&other.range).end == at)
    });
    // "in Iraq and Syria"
    before.map_or_else(|| is_located_in(&scene.words, seen), |before| is_located(scene, before))
}

/// "an end to U.S. operations", "the US Marine compound": initials before a noun are its adjective.
pub(in crate::extract) fn is_adjective(words: &Words, end: usize) -> bool {
    let initials = end.checked_sub(1).map_or("", |at| words.raw(at));
    let noun =
        words.list.get(end).is_some_and(|next| next.kind == Kind::Word) && !words.is(end, Small::CALENDAR);
    matches!(initials, "us" | "u.s." | "u.s" | "uk" | "u.k." | "u.k")
        && noun
        && !words.is(end, Small::FUNCTION | Small::CLAUSE | Small::HAVE | Small::MODAL)
        && !words.entry(end).can_be_verb
}

/// The same of the words alone.
pub(in crate::extract) fn is_located_in(words: &Words, seen: &Seen) -> bool {
    let tokens = words.within(&seen.range);
    if tokens.start < words.len()
        && words.is_possessive(tokens.end.saturating_sub(1))
        && !owns_where(words, tokens.end, seen.is_pronoun)
    {
        return false;
    }
    // "the main part of Russia's forces": of its forces it is a part.
    if tokens.start.checked_sub(1).is_some_and(|of| is_part_of(words, of)) {
        return true;
    }
    if lies_beside(words, seen) {
        return false;
    }
    // "the Israel-Lebanon war", "in the Black Sea port town of Batumi": it says of what kind or where.
    if is_of_compound(words, tokens.end) || !seen.is_demonym && is_of_town(words, tokens.end) {
        return false;
    }
    // "have died there"
    if seen.is_pronoun && words.lower(tokens.start) == "there" {
        return true;
    }
    // "at midnight Cairo time": whose clock it is.
    if words.lower(tokens.end) == "time" || is_adjective(words, tokens.end) || is_owner(words, tokens.start) {
        return false;
    }
    // "In addition, the US": words that open the sentence are over at their comma.
    led_by(words, seen).is_some_and(|at| {
        at > 1 || !(at..tokens.start).any(|at| words.raw(at) == ",") || follows_name(words, at, tokens.start)
    })
}

/// Where something is: not where somebody speaks of it, nor where the hurt are brought or others flee.
pub(in crate::extract) fn tells_where(words: &Words, seen: &Seen) -> bool {
    is_located_in(words, seen) && !is_apart(words, seen)
}

/// "Israel-Lebanon": a hyphen right behind a name.
pub(super) fn is_of_compound(words: &Words, end: usize) -> bool {
    let close = end > 0 && words.list.get(end).is_some_and(|next| next.start == words.list[end - 1].end);
    close && words.raw(end).starts_with('-')
}

/// "Red Sea port town of": small words and a noun of a town before "of" and a name.
fn is_of_town(words: &Words, end: usize) -> bool {
    let of = (end + 1..end + 4).find(|at| words.lower(*at) == "of");
    of.is_some_and(|of| {
        matches!(words.lower(of - 1), "city" | "town" | "village" | "port" | "resort" | "suburb")
            && (end..of).all(|at| words.list[at].kind == Kind::Word && !words.list[at].capital)
            && !words.is(end, Small::PREPOSITION | Small::CLAUSE | Small::DETERMINER)
            && words.list.get(of + 1).is_some_and(|next| next.capital)
    })
}

/// "just to Uganda's north, South Sudan": what is told of lies beside it.
pub(super) fn lies_beside(words: &Words, seen: &Seen) -> bool {
    let end = words.within(&seen.range).end;
    words.is_possessive(end.saturating_sub(1))
        && is_region(words, end)
        && led_by(words, seen).is_some_and(|led| words.lower(led) == "to")
}

/// The word of place that leads a name: the "in" of "in the northern town of Gao", the "out" of "out of Iraq".
pub(in crate::extract) fn led_by(words: &Words, seen: &Seen) -> Option<usize> {
    let known = seen.led.get().unwrap_or_else(|| leading(words, seen));
    seen.led.set(Some(known));
    known
}

fn leading(words: &Words, seen: &Seen) -> Option<usize> {
    let start = words.within(&seen.range).start;
    let out_of = |at: usize| words.lower(at) == "of" && at > 0 && words.lower(at - 1) == "out";
    // "in the Black Sea port town of Batumi": farther only through a name.
    let town = start >= 3 && words.lower(start - 1) == "of" && is_of_town(words, start.saturating_sub(3));
    (1..=if town { 8 } else { 6 })
        .filter_map(|back| start.checked_sub(back))
        .take_while(|at| {
            !words.is(*at, Small::CLAUSE)
                && match words.raw(*at) {
                    ";" | ":" | "and" | "with" | "by" => false,
                    "to" => !is_infinitive(words, *at, start) && !is_accredited(words, *at),
                    _ => !words.is_possessive(*at) || !is_infinitive(words, *at, start),
                }
        })
        .find(|at| {
            // "on Monday angered Paris": a day is not where.
            let dated = words.is(at + 1, Small::CALENDAR);
            words.is(*at, Small::LOCATED) && !dated && !matches!(words.lower(at + 1), "least" | "most")
                // "on the road between Gao and Kidal"
                || words.lower(*at) == "between"
                    && at.checked_sub(1).is_some_and(|noun| {
                        matches!(words.lower(noun), "road" | "highway" | "route" | "railway" | "border")
                    })
                || out_of(*at)
                || is_set_for(words, *at)
        })
}

/// "a round planned for Oman", "bound for Kuwait"
fn is_set_for(words: &Words, at: usize) -> bool {
    words.lower(at) == "for"
        && at.checked_sub(1).is_some_and(|verb| {
            matches!(words.lower(verb), "planned" | "scheduled" | "set" | "slated" | "bound" | "headed")
        })
}

/// "north of the capital of X", "rebel-held parts of X".
fn is_part_of(words: &Words, of: usize) -> bool {
    words.lower(of) == "of" && of.checked_sub(1).is_some_and(|noun| PARTS.has(words.lower(noun)))
}

/// "the ambassador to Libya", "aid to Sudan": whom somebody speaks to or something is given to.
fn is_accredited(words: &Words, to: usize) -> bool {
    to.checked_sub(1).is_some_and(|at| {
        matches!(
            words.lower(at),
            "ambassador"
                | "ambassadors"
                | "envoy"
                | "envoys"
                | "emissary"
                | "adviser"
                | "aid"
                | "assistance"
                | "threat"
                | "response"
                | "relations"
        )
    })
}

/// Nouns of what is in a place, and of where beside it.
static PARTS: WordSet = WordSet::of(
    "vicinity surroundings north south east west northeast northwest southeast southwest outskirts suburbs edge edges parts part \
    areas swathes swaths stretches capital city town village camp province provinces region regions territory territories \
    heart centre center streets coast shores \
    siege battle shelling bombardment bombing storming recapture",
);

/// "to push Iraq": who is dealt with, not a place. "sent to secure Iraq" is one.
fn is_infinitive(words: &Words, to: usize, name: usize) -> bool {
    let verb = to + 1;
    words.lower(to) == "to" && verb < name && DEALING.has(words.lower(verb))
}

/// Verbs whose object is a party: a state that is talked to, helped or made to do something.
static DEALING: WordSet = WordSet::of(
    "push press pressure urge persuade convince force compel coerce induce ask beg tell warn threaten \
    invite encourage allow let permit enable help thank blame accuse criticise criticize condemn punish isolate appease \
    reassure assure brief consult lobby sue join rejoin recognise recognize thwart outmanoeuvre outmaneuver deter",
);

/// "the embassies of the United States in Kenya": whose something is.
fn is_owner(words: &Words, start: usize) -> bool {
    let article = start.checked_sub(1).filter(|at| words.lower(*at) == "the").unwrap_or(start);
    let of = article.checked_sub(1).filter(|at| words.lower(*at) == "of");
    of.and_then(|of| of.checked_sub(1)).is_some_and(|noun| {
        matches!(
            words.lower(noun),
            "embassy"
                | "embassies"
                | "consulate"
                | "consulates"
                | "ambassador"
                | "government"
                | "president"
                | "army"
                | "forces"
                | "troops"
                | "citizens"
                | "nationals"
                | "king"
                | "minister"
                | "ministry"
                | "parliament"
                | "ally"
                | "allies"
        )
    })
}

/// "in Yemen's north": a part of it; "in Iraq's bloodiest year": a time that it went through ("the country's
/// deadliest day" says nothing new of where).
fn owns_where(words: &Words, at: usize, pronoun: bool) -> bool {
    let rank = |at: usize| words.lower(at).ends_with("est") || matches!(words.lower(at), "worst" | "most");
    let time = |at: usize| matches!(words.lower(at), "year" | "month" | "week" | "day" | "days" | "attack");
    // "in Istanbul's historic heart"
    let heart =
        |at: usize| matches!(words.lower(at), "heart" | "center" | "centre" | "outskirts" | "suburbs");
    !pronoun && rank(at) && (at + 1..at + 4).any(time) || is_region(words, at)
        // "in Pakistan's restive southwest"
        || is_region(words, at + 1) && words.list.get(at).is_some_and(|word| word.kind == Kind::Word)
        || (at..at + 4).any(heart)
}

fn is_region(words: &Words, at: usize) -> bool {
    matches!(
        words.lower(at),
        "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "north-east"
            | "north-west"
            | "south-east"
            | "south-west"
    )
}

/// "In Erbil, Iraq": a name of a place stands right behind the word of place, and this right behind it.
fn follows_name(words: &Words, at: usize, start: usize) -> bool {
    let name = at + 1..start.saturating_sub(1);
    !name.is_empty()
        && words.raw(name.end) == ","
        && name.into_iter().all(|at| words.list[at].capital && !words.is(at, Small::CALENDAR))
}
