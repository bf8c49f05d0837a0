//! Who a phrase names as the speaker: a person, people without a name, a body, a document, an outlet.

use std::ops::Range;

use super::attribution::{Attribution, View};
use super::speaker_words;
use crate::extract::scene::Seen;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Role;
use crate::extract::words::word::Words;
use crate::model::vocabulary::{EntityKind, SpeakerKind};

/// Who a phrase names.
pub(super) fn speaker(view: &View<'_>, phrase: Range<usize>) -> Option<Attribution> {
    let words = view.words;
    if phrase.is_empty() {
        return None;
    }
    let phrase = speaker_words::named(words, phrase);
    let bytes = words.bytes(phrase.start, phrase.end - 1);
    let inside: Vec<&Seen> = view
        .seen
        .iter()
        .filter(|seen| bytes.start <= seen.range.start && seen.range.end <= bytes.end)
        .collect();
    // "the military in its daily report": what stands after the first preposition is not who speaks.
    let core = phrase.start
        ..(phrase.start + 1..phrase.end)
            .find(|at| {
                (words.is(*at, Small::PREPOSITION) || words.lower(*at) == "to") && words.lower(*at) != "of"
            })
            .unwrap_or(phrase.end);
    let core_tokens = core.clone();
    let role = role_of(words, core);
    let person = inside.iter().rev().find(|seen| seen.kind == EntityKind::Person);
    // "the Obama administration": it speaks, not he; nor he whom an official travels with.
    let person = person.filter(|seen| {
        let at = words.within(&seen.range).start;
        let beside = core_tokens.end <= at && words.raw(at - 1) != ",";
        let unnamed = matches!(role, Some(Role::Anonymous | Role::Office | Role::Document));
        !(leads_body(words, seen) || has_office(words, seen) || beside && unnamed)
    });
    let government =
        inside.iter().find(|seen| leads_body(words, seen)).and_then(|seen| seen.country.as_ref());
    let outlet = inside.iter().find(|seen| matches!(seen.kind, EntityKind::Outlet | EntityKind::Agency));
    // "the U.N. mission in Afghanistan": where a body is does not speak.
    let placed = |seen: &Seen| {
        let start = words.within(&seen.range).start;
        seen.kind == EntityKind::Country
            && !core_tokens.contains(&start)
            && words.lower(start.wrapping_sub(1)) != "of"
    };
    let body = inside.iter().rev().find(|seen| speaks(seen.kind) && !placed(seen));
    let (kind, key) = if let (Some(country), None) = (government, person) {
        (SpeakerKind::Institution, Some(format!("{country}-government")))
    } else if let Some(person) = person {
        (SpeakerKind::Named, Some(person.key.to_owned()))
    } else if is_titled(words, &phrase)
        || is_named_after_comma(view, &phrase)
        || is_named_behind(view, &core_tokens)
    {
        (SpeakerKind::Named, None)
    } else if inside.iter().any(|seen| has_office(words, seen)) {
        (SpeakerKind::Institution, body.map(|body| voice(body)))
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
        // "Pakistani army officials", "White House officials": those of a body; of a country says nothing.
        let own = body.filter(|body| !matches!(body.kind, EntityKind::Country | EntityKind::Alliance));
        (SpeakerKind::Anonymous, own.map(|body| voice(body)))
    } else if let Some(outlet) = outlet {
        (SpeakerKind::Outlet, Some(outlet.key.to_owned()))
    } else if let Some(body) = body {
        (SpeakerKind::Institution, own_voice(words, body))
    } else if role == Some(Role::Institution) {
        (SpeakerKind::Institution, None)
    } else if names_somebody(words, &phrase) || is_surname(view, &phrase) {
        (SpeakerKind::Named, None)
    } else {
        return pronoun(view, phrase, bytes);
    };
    let foreign = outlet.map(|outlet| outlet.key).filter(|key| Some(*key) != view.publisher);
    // "City hall in Luhansk": where a body without a name is belongs to what it says.
    let bare = kind == SpeakerKind::Institution && key.is_none() && !core_tokens.is_empty();
    let text = if bare { words.bytes(core_tokens.start, core_tokens.end - 1) } else { bytes };
    Some(Attribution {
        text,
        kind,
        key,
        count: (kind == SpeakerKind::Anonymous).then(|| count(words, phrase.clone())).flatten(),
        via: foreign.map(str::to_owned),
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
    let news = core
        .clone()
        .any(|at| words.lower(at) == "news" && matches!(words.lower(at + 1), "agency" | "agencies"));
    if news {
        return Some(Role::Outlet);
    }
    let first = core.start;
    let at = core.rev().find(|at| words.role(*at).is_some())?;
    let one = words.lower(first) == "the"
        && matches!(words.lower(at), "commander" | "chief" | "ambassador" | "envoy");
    // "Ukraine's defense minister", "the prime minister": there is one; "a minister" may be any.
    let holds = words.lower(at) == "minister"
        && !matches!(words.lower(first), "a" | "an" | "another" | "one" | "some" | "every")
        && !(first..at).any(|at| matches!(words.lower(at), "deputy" | "junior" | "former" | "senior"));
    match () {
        () if one => Some(Role::Office),
        () if holds => Some(Role::Holder),
        () => words.role(at),
    }
}

/// "Obama administration", "Abbas's government": a person who leads what is named.
fn leads_body(words: &Words, seen: &Seen) -> bool {
    let end = words.within(&seen.range).end;
    seen.kind == EntityKind::Person
        && matches!(words.lower(end), "administration" | "government" | "cabinet" | "regime")
}

/// "the prime minister Haniyeh's office", "Mandela's spokesman": what speaks for a person.
fn has_office(words: &Words, seen: &Seen) -> bool {
    let end = words.within(&seen.range).end;
    seen.kind == EntityKind::Person
        && words.is_possessive(end.saturating_sub(1))
        && (words.lower(end) == "office" || words.role(end) == Some(Role::Office))
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
        view.seen.iter().any(|seen| words.is_within(at, &seen.range) && seen.kind != EntityKind::Person)
    };
    let name =
        |at: usize| phrase.contains(&at) && words.list[at].capital && !known(at) && words.role(at).is_none();
    phrase.clone().any(|at| {
        words.raw(at) == ","
            && name(at + 1)
            && (at + 2..phrase.end).any(name)
            && (at + 2..phrase.end).all(|at| {
                name(at) || matches!(words.raw(at), "," | "-" | ".") || is_particle(words.lower(at))
            })
    })
}

/// "activist Ahmad Rami", "lawmaker Jane Roe": a name that no list has, behind what its bearer is.
fn is_named_behind(view: &View<'_>, core: &Range<usize>) -> bool {
    let words = view.words;
    let Some(role) = core.clone().rev().find(|at| words.role(*at).is_some()) else { return false };
    let person = matches!(words.role(role), Some(Role::Anonymous | Role::Office | Role::Holder));
    let behind = role + 1..core.end;
    let known = |at: usize| view.seen.iter().any(|seen| words.is_within(at, &seen.range));
    let name = |at: usize| words.list[at].capital && !known(at);
    // "General Nyakairima": one name is enough behind a title.
    let title =
        words.list[role].capital && !words.lower(role).ends_with('s') && !words.is(role + 1, Small::CALENDAR);
    person
        && !behind.is_empty()
        && name(role + 1)
        && (behind.clone().skip(1).any(name) || title && behind.len() == 1)
        && behind
            .clone()
            .all(|at| name(at) || matches!(words.raw(at), "-" | ".") || is_particle(words.lower(at)))
}

/// "Hussein al-Hindawi", "Ursula von der Leyen": small words inside a name.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "bin"
            | "ben"
            | "ibn"
            | "de"
            | "da"
            | "di"
            | "dos"
            | "du"
            | "la"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ould"
    ) || word.starts_with("al-")
        || word.starts_with("el-")
}

/// "Rybkin said": a capital that no list knows, alone.
fn is_surname(view: &View<'_>, phrase: &Range<usize>) -> bool {
    let words = view.words;
    let at = phrase.start;
    let known = view.seen.iter().any(|seen| words.is_within(at, &seen.range));
    let common = words.is(at, Small::FUNCTION | Small::CALENDAR)
        || words.entry(at).can_be_noun
        || words.entry(at).can_be_verb
        || at == 0 && words.lower(at).ends_with(['s', 'y']);
    let exclaimed = words.raw(phrase.end) == "!";
    phrase.len() == 1
        && !exclaimed
        && words.list[at].capital
        && !known
        && !common
        && words.lower(at).len() > 2
}

/// Two capitals side by side: a name that no list has.
fn names_somebody(words: &Words, phrase: &Range<usize>) -> bool {
    let counted = |at: usize| count(words, at..at + 1).is_some();
    let capital = |at: usize| words.list[at].capital && !words.is(at, Small::FUNCTION) && !counted(at);
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

/// "the German army" speaks for it, not for Germany; "an Italian charity" speaks for neither.
fn own_voice(words: &Words, body: &Seen) -> Option<String> {
    let noun = words.lower(words.within(&body.range).end);
    if body.kind != EntityKind::Country {
        return Some(voice(body));
    }
    match noun {
        "army" | "military" | "navy" | "troops" | "forces" | "soldiers" => {
            Some(format!("{}-forces", body.key))
        }
        "charity" | "organization" | "organisation" | "watchdog" | "monitor" | "foundation" | "group"
        | "company" | "firm" => None,
        _ => Some(voice(body)),
    }
}

/// A country speaks through its government.
fn voice(body: &Seen) -> String {
    match body.kind {
        EntityKind::Country => format!("{}-government", body.key),
        _ => body.key.to_owned(),
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
        digits => digits.parse().ok().filter(|count| (1..1000).contains(count)),
    })
}
