//! Who a phrase names as the speaker: a person, people without a name, a body, a document, an outlet.

use std::ops::Range;

use super::attribution::{Attribution, View};
use super::function_words::Small;
use super::lexicon::Role;
use super::scene::Seen;
use super::word::Words;
use crate::model::vocabulary::{EntityKind, SpeakerKind};

/// Who a phrase names.
pub(super) fn speaker(view: &View<'_>, phrase: Range<usize>) -> Option<Attribution> {
    let words = view.words;
    if phrase.is_empty() {
        return None;
    }
    let bytes = words.bytes(phrase.start, phrase.end - 1);
    let inside: Vec<&Seen> = view
        .seen
        .iter()
        .filter(|seen| bytes.start <= seen.range.start && seen.range.end <= bytes.end)
        .collect();
    // "the military in its daily report": what stands after the first preposition is not who speaks.
    let core = phrase.start
        ..(phrase.start + 1..phrase.end)
            .find(|at| words.is(*at, Small::PREPOSITION) && words.lower(*at) != "of")
            .unwrap_or(phrase.end);
    let core_tokens = core.clone();
    let role = role_of(words, core);
    let person = inside.iter().rev().find(|seen| seen.kind == EntityKind::Person);
    // "the Obama administration": it speaks, not he.
    let person = person.filter(|seen| !leads_body(words, seen));
    let government =
        inside.iter().find(|seen| leads_body(words, seen)).and_then(|seen| seen.country.as_ref());
    let outlet = inside.iter().find(|seen| matches!(seen.kind, EntityKind::Outlet | EntityKind::Agency));
    let body = inside.iter().rev().find(|seen| speaks(seen.kind));
    let (kind, key) = if let (Some(country), None) = (government, person) {
        (SpeakerKind::Institution, Some(format!("{country}-government")))
    } else if let Some(person) = person {
        (SpeakerKind::Named, Some(person.key.clone()))
    } else if is_titled(words, &phrase) || is_named_after_comma(view, &phrase) {
        (SpeakerKind::Named, None)
    } else if let (Some(Role::Office), Some(body)) = (role, body) {
        (SpeakerKind::Institution, Some(voice(body)))
    } else if let (Some(Role::Document), Some(body)) = (role, body.filter(|_| states(words, &phrase))) {
        (SpeakerKind::Institution, Some(voice(body)))
    } else if role == Some(Role::Document) {
        (SpeakerKind::Document, None)
    } else if role == Some(Role::Holder) {
        (SpeakerKind::Named, None)
    } else if role == Some(Role::Outlet) && outlet.is_none() {
        (SpeakerKind::Outlet, None)
    } else if let Some(Role::Anonymous | Role::Office) = role {
        (SpeakerKind::Anonymous, None)
    } else if let Some(outlet) = outlet {
        (SpeakerKind::Outlet, Some(outlet.key.clone()))
    } else if let Some(body) = body {
        (SpeakerKind::Institution, Some(voice(body)))
    } else if role == Some(Role::Institution) {
        (SpeakerKind::Institution, None)
    } else if names_somebody(words, &phrase) {
        (SpeakerKind::Named, None)
    } else {
        return pronoun(view, phrase, bytes);
    };
    let foreign = outlet.map(|outlet| outlet.key.clone()).filter(|key| Some(key.as_str()) != view.publisher);
    // "City hall in Luhansk": where a body without a name is belongs to what it says.
    let bare = kind == SpeakerKind::Institution && key.is_none() && !core_tokens.is_empty();
    let text = if bare { words.bytes(core_tokens.start, core_tokens.end - 1) } else { bytes };
    Some(Attribution {
        text,
        kind,
        key,
        count: (kind == SpeakerKind::Anonymous).then(|| count(words, phrase.clone())).flatten(),
        via: foreign,
        scope: 0..words.len(),
        is_agreement: kind == SpeakerKind::Document && is_agreement(words, phrase),
    })
}

/// "A ministry statement": its body speaks.
fn states(words: &Words, phrase: &Range<usize>) -> bool {
    phrase.clone().any(|at| words.lower(at) == "statement")
}

/// What the last word that tells of a speaker tells; "the ambassador to NATO" speaks for an office.
fn role_of(words: &Words, core: Range<usize>) -> Option<Role> {
    let news = core.clone().any(|at| words.lower(at) == "news" && words.lower(at + 1) == "agency");
    if news {
        return Some(Role::Outlet);
    }
    let first = core.start;
    let at = core.rev().find(|at| words.role(*at).is_some())?;
    let one = words.lower(first) == "the"
        && matches!(words.lower(at), "commander" | "chief" | "ambassador" | "envoy");
    if one { Some(Role::Office) } else { words.role(at) }
}

/// "Obama administration", "Abbas's government": a person who leads what is named.
fn leads_body(words: &Words, seen: &Seen) -> bool {
    let end = words.within(&seen.range).end;
    seen.kind == EntityKind::Person
        && matches!(words.lower(end), "administration" | "government" | "cabinet" | "regime")
}

/// "Capt. Joan Petinglay": a rank before a name.
fn is_titled(words: &Words, phrase: &Range<usize>) -> bool {
    phrase.clone().any(|at| {
        let rank = matches!(
            words.lower(at),
            "capt"
                | "col"
                | "lt"
                | "gen"
                | "maj"
                | "sgt"
                | "cpl"
                | "brig"
                | "adm"
                | "cmdr"
                | "mr"
                | "mrs"
                | "ms"
                | "dr"
        );
        let name = at + 1 + usize::from(words.raw(at + 1) == ".");
        rank && phrase.contains(&name) && words.list[name].capital
    })
}

/// "a member of the council, Safiullah Amiri,": a name that no list has, set off by a comma.
fn is_named_after_comma(view: &View<'_>, phrase: &Range<usize>) -> bool {
    let words = view.words;
    let known = |at: usize| {
        view.seen
            .iter()
            .any(|seen| words.within(&seen.range).contains(&at) && seen.kind != EntityKind::Person)
    };
    let name =
        |at: usize| phrase.contains(&at) && words.list[at].capital && !known(at) && words.role(at).is_none();
    phrase.clone().any(|at| {
        words.raw(at) == ","
            && name(at + 1)
            && name(at + 2)
            && (at + 3..phrase.end).all(|at| name(at) || words.raw(at) == ",")
    })
}

/// Two capitals side by side: a name that no list has.
fn names_somebody(words: &Words, phrase: &Range<usize>) -> bool {
    let capital = |at: usize| words.list[at].capital && !words.is(at, Small::FUNCTION);
    (phrase.start + 1..phrase.end).any(|at| capital(at) && capital(at - 1))
}

/// "he said", "it added": a person or a body, to be found in the sentences before.
fn pronoun(view: &View<'_>, phrase: Range<usize>, bytes: Range<usize>) -> Option<Attribution> {
    let says =
        |words: &[&str]| phrase.len() <= 2 && phrase.clone().any(|at| words.contains(&view.words.lower(at)));
    let body = says(&["it"]);
    (body || says(&["he", "she"])).then(|| Attribution {
        text: bytes,
        kind: if body { SpeakerKind::Institution } else { SpeakerKind::Named },
        key: None,
        count: None,
        via: None,
        scope: 0..view.words.len(),
        is_agreement: false,
    })
}

fn is_agreement(words: &Words, mut phrase: Range<usize>) -> bool {
    phrase.any(|at| {
        matches!(words.lower(at), "agreement" | "deal" | "accord" | "plan" | "treaty" | "pact" | "memorandum")
    })
}

fn speaks(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Government
            | EntityKind::Institution
            | EntityKind::Force
            | EntityKind::ArmedGroup
            | EntityKind::Coalition
            | EntityKind::Alliance
            | EntityKind::Country
            | EntityKind::Office
    )
}

/// A country speaks through its government.
fn voice(body: &Seen) -> String {
    match body.kind {
        EntityKind::Country => format!("{}-government", body.key),
        _ => body.key.clone(),
    }
}

/// "four Iraqi sources"
fn count(words: &Words, mut phrase: Range<usize>) -> Option<i64> {
    phrase.find_map(|at| match words.lower(at) {
        "two" => Some(2),
        "three" => Some(3),
        "four" => Some(4),
        "five" => Some(5),
        "six" => Some(6),
        "seven" => Some(7),
        "eight" => Some(8),
        "nine" => Some(9),
        "ten" => Some(10),
        digits => digits.parse().ok().filter(|count| *count < 1000),
    })
}
