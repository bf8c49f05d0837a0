//! Words that can be nouns or verbs ("attack", "plans", "work"): which of them they are, by what stands around.

use super::group::{Group, form};
use crate::extract::matter::is_of_office;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::{Class, Form, Sense};
use crate::extract::words::word::{Kind, Words};

/// Whether a word that can be noun or verb is a verb here.
pub(super) fn is_verbal(words: &Words, token: usize, group: &Group) -> bool {
    let entry = words.entry(token);
    let (can_be_verb, can_be_noun) = (entry.can_be_verb, entry.can_be_noun);
    if !can_be_noun || !can_be_verb {
        return can_be_verb;
    }
    if group.first < token {
        return true;
    }
    let before = token.wrapping_sub(1);
    let after = words.lower(token + 1);
    // "militia bases killed", "the strikes were": a finite verb follows its subject.
    let verb_follows = words.is(token + 1, Small::BE | Small::HAVE | Small::MODAL)
        || words.entry(token + 1).can_be_verb
            && !words.entry(token + 1).can_be_noun
            && matches!(form(words, token + 1), Some(Form::Past | Form::Third));
    if verb_follows
        || is_of_nation(words, token)
        || is_compound(words, token)
        || form(words, token) == Some(Form::Third) && (is_object(words, token) || is_kind(words, token))
    {
        return false;
    }
    if form(words, token) == Some(Form::Ing) && takes_object(words, token) {
        return true;
    }
    // "Sunday's voting", "the weekend voting"; "voting in May, parliament opened its airspace"
    if words.lower(token) == "voting" {
        let kind = words.lower(before);
        return token == 0 || !words.is_possessive(before) && !is_of_office(kind) && kind != "weekend";
    }
    // "the soldiers in Gao number about 350"
    let counts = words.list.get(token + 1).is_some_and(|next| next.kind == Kind::Number)
        || matches!(after, "about" | "around" | "some" | "nearly" | "roughly" | "at" | "more" | "fewer");
    if matches!(words.lower(token), "number" | "total")
        && counts
        && token > 0
        && !words.is(before, Small::DETERMINER)
    {
        return true;
    }
    if helps(words, token) {
        return true;
    }
    let nominal_before = token == 0
        || follows_verb(words, token)
        || words.is(before, Small::DETERMINER | Small::PREPOSITION)
        || words.is_possessive(token - 1)
        || words.list[token - 1].kind == Kind::Number
        || matches!(after, "of" | "between" | "against");
    let verbal_after = words.is(token + 1, Small::DETERMINER) && after != "that"
        || matches!(after, "him" | "them" | "it" | "us")
        // "a deal that was signed": who deals says nothing.
        || after == "that" && says(words, token) && !has_clause(words, token);
    verbal_after && !words.is(before, Small::DETERMINER | Small::PREPOSITION)
        || !nominal_before && plural_subject(words, token)
}

/// "helped train recruits", "to arm and train thousands": an infinitive without its "to".
fn helps(words: &Words, token: usize) -> bool {
    let before = |back: usize| token.checked_sub(back).map_or("", |at| words.lower(at));
    let helped = matches!(before(1), "help" | "helps" | "helped" | "helping");
    let joined = matches!(before(1), "and" | "or")
        && before(3) == "to"
        && !words.is(token - 2, Small::FUNCTION)
        && is_bare(before(2))
        && !words.list[token - 2].capital;
    let object = words.list.get(token + 1).is_some_and(|next| next.kind == Kind::Number || next.capital)
        || words.is(token + 1, Small::DETERMINER)
        || matches!(
            words.lower(token + 1),
            "thousands" | "hundreds" | "dozens" | "scores" | "more" | "some" | "about"
        );
    form(words, token) == Some(Form::Base) && (helped || joined && object)
}

/// "Israeli strikes on Gaza City": behind the adjective of a nation, with words of place.
fn is_of_nation(words: &Words, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let nation = words.lower(before);
    let ends = ["i", "ian", "ican", "ish", "ese", "yan"].iter().any(|ending| nation.ends_with(ending));
    words.list[before].capital
        && nation.len() > 4
        && (ends || matches!(nation, "french" | "afghan"))
        && matches!(words.lower(token), "strikes" | "attacks" | "raids" | "bombs" | "shells")
        && words.is(token + 1, Small::PREPOSITION)
}

/// "a series of planned attacks", "a wave of suicide attacks": what does not act stands right behind "of".
fn is_kind(words: &Words, token: usize) -> bool {
    token >= 2 && words.lower(token - 2) == "of" && !words.list[token - 1].capital
}

/// "after meeting Mr. Abadi", "before bombing the camp", "after meeting with": behind a preposition that takes a clause.
fn takes_object(words: &Words, token: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |at| words.lower(at));
    let object = words.list.get(token + 1).is_some_and(|next| next.capital)
        || words.is(token + 1, Small::DETERMINER)
        || words.lower(token + 1) == "with";
    matches!(before, "after" | "before" | "since" | "by" | "without" | "upon") && object
}

/// "air strikes on", "a suicide car bombing in": behind a noun of what it is done with.
fn is_compound(words: &Words, token: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |at| words.lower(at));
    if matches!(before, "prisoner" | "hostage" | "detainee" | "captive") {
        // "prisoner releases"
        return true;
    }
    let means = matches!(
        before,
        "air"
            | "suicide"
            | "car"
            | "truck"
            | "roadside"
            | "drone"
            | "missile"
            | "rocket"
            | "mortar"
            | "bomb"
            | "artillery"
    );
    means && words.is(token + 1, Small::PREPOSITION | Small::CLAUSE)
}

/// "struck Taliban targets", "strikes that killed": a plural that a verb before takes, or that a clause behind describes.
fn is_object(words: &Words, token: usize) -> bool {
    let verb = (1..=4)
        .filter_map(|back| token.checked_sub(back))
        .take_while(|at| words.list[*at].kind == Kind::Word && !words.is(*at, Small::CLAUSE | Small::JOINT))
        .find(|at| words.entry(*at).can_be_verb && !words.is(*at, Small::GROUP));
    let takes = verb.is_some_and(|at| {
        let attributes = |sense: &Sense| matches!(sense, Sense::Verb(Class::Say, ..));
        matches!(form(words, at), Some(Form::Past | Form::Ing)) && !words.senses(at).iter().any(attributes)
    });
    has_clause(words, token) || takes
}

/// Whether a word can be a verb of saying.
fn says(words: &Words, token: usize) -> bool {
    let thinks = [Class::Say, Class::Expect, Class::Plan, Class::Propose, Class::Deny];
    words.senses(token).iter().any(|sense| matches!(sense, Sense::Verb(class, ..) if thinks.contains(class)))
}

/// "the drone strike that killed"
fn has_clause(words: &Words, token: usize) -> bool {
    words.lower(token + 1) == "that"
        && words.entry(token + 2).can_be_verb
        && matches!(form(words, token + 2), Some(Form::Past | Form::Third))
}

/// "announce plans": right after a verb stands its object.
fn follows_verb(words: &Words, token: usize) -> bool {
    let entry = words.entry(token - 1);
    entry.can_be_verb && !entry.can_be_noun && !words.is(token - 1, Small::BE | Small::HAVE | Small::DO)
}

/// "troops attack": a plural noun before a base form makes it a verb.
fn plural_subject(words: &Words, token: usize) -> bool {
    let before = words.lower(token.wrapping_sub(1));
    let form = form(words, token);
    match form {
        Some(Form::Base) => {
            before.ends_with('s') && !before.ends_with("ss")
                || matches!(before, "they" | "we" | "who" | "troops")
        }
        Some(Form::Ing) => !described(words, token) && !is_of_body(words, token),
        _ => true,
    }
}

/// "a Security Council meeting": an article, the name of a body, the noun.
fn is_of_body(words: &Words, token: usize) -> bool {
    let name = (0..token).rev().take_while(|at| words.list[*at].capital && !words.is(*at, Small::CALENDAR));
    let first = name.last().filter(|first| *first > 0);
    first.is_some_and(|first| words.is(first - 1, Small::DETERMINER) && !words.list[first - 1].capital)
}

/// "a top-level meeting", "the first bombing": an adjective behind an article makes a noun of it.
fn described(words: &Words, token: usize) -> bool {
    let (Some(adjective), Some(article)) = (token.checked_sub(1), token.checked_sub(2)) else { return false };
    let word = words.lower(adjective);
    let is_adjective = word.contains('-')
        || ["al", "ic", "ive", "ary", "ous", "ateral"].iter().any(|ending| word.ends_with(ending))
        || matches!(
            word,
            "first"
                | "second"
                | "third"
                | "last"
                | "next"
                | "new"
                | "secret"
                | "closed"
                | "joint"
                | "private"
                | "final"
                | "recent"
                | "previous"
                | "key"
                | "early"
                | "rare"
        );
    is_adjective && (words.is(article, Small::DETERMINER) || words.is_possessive(article))
}

/// "polling stations", "a pause in fighting": a noun by the word before it.
fn is_noun_by_company(words: &Words, token: usize) -> bool {
    let before = || words.lower(token.wrapping_sub(1));
    match words.lower(token) {
        "station" | "stations" => {
            matches!(
                before(),
                "subway"
                    | "railway"
                    | "rail"
                    | "metro"
                    | "petrol"
                    | "polling"
                    | "police"
                    | "power"
                    | "radio"
                    | "television"
                    | "train"
                    | "gas"
                    | "bus"
                    | "fire"
            )
        }
        "negotiating" => {
            matches!(words.lower(token + 1), "round" | "rounds" | "table" | "team" | "teams" | "position")
        }
        // "the Baltic states on Wednesday": who states something says that.
        "states" => !matches!(words.lower(token + 1), "that" | "the" | "it" | "they"),
        "launch" | "launches" => matches!(before(), "satellite" | "missile" | "rocket" | "test" | "space"),
        "fighting" => before() == "in",
        "trains" => {
            matches!(before(), "commuter" | "passenger" | "subway" | "freight" | "crowded" | "packed" | "of")
        }
        "training" => {
            let behind = words.lower(token + 1);
            let site = [
                "center",
                "centre",
                "camp",
                "base",
                "ground",
                "school",
                "academy",
                "facilit",
                "mission",
                "operation",
            ];
            site.iter().any(|stem| behind.starts_with(stem))
        }
        // "a truce took hold"
        "hold" => matches!(before(), "take" | "takes" | "took" | "taken" | "taking"),
        _ => false,
    }
}

/// "its work", "the see": a word that lists know as a verb alone, but that stands where a noun does.
pub(super) fn is_plain_noun(words: &Words, token: usize, senses: &[Sense]) -> bool {
    let determined =
        words.is(token.wrapping_sub(1), Small::DETERMINER) || token > 0 && words.is_possessive(token - 1);
    if is_noun_by_company(words, token) {
        return true;
    }
    // "weeks of delay": behind a preposition that takes no clause.
    let governed = token > 0 && matches!(words.lower(token - 1), "of" | "for" | "in" | "with" | "without");
    if !determined && !governed {
        return false;
    }
    let verbs_alone = senses.iter().all(|sense| matches!(sense, Sense::CueVerb(..) | Sense::Verb(..)));
    let before = words.lower(token.wrapping_sub(1));
    let owned = matches!(before, "his" | "her" | "their" | "its" | "our");
    let finite_form = matches!(form(words, token), Some(Form::Base | Form::Third))
        || owned && form(words, token) == Some(Form::Ing);
    verbs_alone && finite_form && !matches!(before, "that" | "this" | "all" | "some" | "those" | "these")
}

/// Whether an unlisted word after "to" can be a verb and not a place or thing.
pub(super) fn is_bare(word: &str) -> bool {
    let verb = [
        "steal", "appeal", "deal", "reveal", "heal", "conceal", "repeal", "signal", "rival", "govern",
        "learn", "discern",
    ];
    let adjective = ["al", "ern", "ian", "ous", "ive", "ese"].iter().any(|ending| word.ends_with(ending))
        && !verb.contains(&word)
        && !word.ends_with("eive");
    !adjective
        && !matches!(
            word,
            "other"
                | "foreign"
                | "several"
                | "neighboring"
                | "neighbouring"
                | "nearby"
                | "many"
                | "more"
                | "power"
                | "safety"
        )
        && !word.ends_with("ing")
        && !word.ends_with("ed")
        && !word.ends_with("ly")
        && !word.ends_with('s')
}
