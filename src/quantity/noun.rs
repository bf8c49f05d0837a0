//! The noun phrase after a number: "battle-hardened U.S. and British combat troops" and its head. There is no tagger: a
//! phrase runs to the first word that cannot be part of one, and its head is the last noun that can be counted.

use std::ops::Range;

use super::figure::Figure;
use super::lexeme::{Class, Form, Traits};
use super::sentence::{Kind, Sentence};

/// A noun phrase without its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// From its first modifier to its head.
    pub(super) tokens: Range<usize>,
    pub(super) head: usize,
    /// `None` for a noun that no list has.
    pub(super) class: Option<Class>,
    /// A second noun that the number counts: "militiamen and civilians".
    pub(super) joined: Option<Class>,
}

/// The best head so far.
#[derive(Clone, Copy)]
struct Head {
    at: usize,
    class: Option<Class>,
    form: Form,
}

/// What a token does to the phrase.
enum Step {
    Stop,
    /// It belongs to the phrase; so many tokens are read.
    Within(usize),
    /// What was read so far was no head.
    Reset,
    Head(Head),
}

/// Phrases are read no further than this.
const LONGEST: usize = 24;

/// The noun phrase that begins at a token, if a countable head is in it; `singular` after "one".
pub(super) fn after(sentence: &Sentence, start: usize, singular: bool) -> Option<Phrase> {
    let mut best: Option<Head> = None;
    let mut at = start;
    while at < sentence.len().min(start + LONGEST) {
        match step(sentence, at, start, best) {
            Step::Stop => break,
            Step::Within(tokens) => at += tokens,
            Step::Reset => {
                best = None;
                at += 1;
            }
            Step::Head(head) => {
                best = Some(head);
                at += 1;
            }
        }
    }
    let head = best.or_else(|| one_of_a_nation(sentence, start, singular))?;
    if !singular && head.form == Form::Singular {
        return None;
    }
    let joined = joined(sentence, head);
    let first = (start..head.at).find(|at| sentence.is_word(*at)).unwrap_or(head.at);
    Some(Phrase { tokens: first..head.at + 1, head: head.at, class: head.class, joined })
}

/// "one American and two Afghans": a nationality behind "one", with no noun behind it that it could describe.
fn one_of_a_nation(sentence: &Sentence, start: usize, singular: bool) -> Option<Head> {
    let nation = sentence.has(start, Traits::NATIONALITY) && sentence.is_capitalised(start);
    // "three Irish, two Dutch and a Dane"
    let many = || {
        let word = sentence.word(start);
        ["sh", "ch", "ese", "ss"].iter().any(|end| word.ends_with(end)) || word == "Swiss"
    };
    let named = nation && (singular || many());
    let next = start + 1;
    let alone = next >= sentence.len()
        || !sentence.is_word(next) && !sentence.is_hyphen(next)
        || sentence
            .has(next, Traits::BOUNDARY.with(Traits::JOINING).with(Traits::AUXILIARY).with(Traits::HARM));
    let form = if singular { Form::Singular } else { Form::Plural };
    let head = Head { at: start, class: Some(Class::Nationals), form };
    (named && alone).then_some(head)
}

fn step(sentence: &Sentence, at: usize, start: usize, best: Option<Head>) -> Step {
    let Some(token) = sentence.tokens.get(at) else { return Step::Stop };
    match token.kind {
        Kind::Mark(mark) => mark_step(sentence, at, mark, best),
        Kind::Figure(_) if best.is_none() && sentence.is_hyphen(at + 1) => Step::Within(1),
        // "six Mi-24s", "two 747s".
        Kind::Figure(Figure::Other) if sentence.word(at).ends_with('s') => {
            Step::Head(Head { at, class: None, form: Form::Plural })
        }
        Kind::Figure(_) => Step::Stop,
        Kind::Word => word_step(sentence, at, start, best),
    }
}

fn mark_step(sentence: &Sentence, at: usize, mark: char, best: Option<Head>) -> Step {
    let firm = best.is_some_and(|head| head.form == Form::Plural);
    match mark {
        _ if sentence.is_hyphen(at) && at > 0 && !firm => Step::Reset,
        '\'' | '’' if at > 0 && sentence.is_possessive(at - 1) => Step::Reset,
        '“' | '"' | '‘' | '\'' if best.is_none() => Step::Within(1),
        '”' | '’' if best.is_none() => Step::Within(1),
        ',' if !firm
            && at > 0
            && sentence.has(at - 1, Traits::NATIONALITY)
            && sentence.has(at + 1, Traits::NATIONALITY)
            && noun_ahead(sentence, at + 1) =>
        {
            Step::Within(1)
        }
        '(' if !firm && sentence.mark(at + 2) == Some(')') && noun_ahead(sentence, at + 3) => Step::Within(3),
        _ => Step::Stop,
    }
}

fn word_step(sentence: &Sentence, at: usize, start: usize, best: Option<Head>) -> Step {
    let lexeme = sentence.lexeme(at);
    let firm = best.is_some_and(|head| head.form == Form::Plural);
    if lexeme.number.is_some() && !sentence.is_hyphen(at + 1) {
        return Step::Stop;
    }
    // "combat-ready soldiers", "well-to-do families"
    let compound = sentence.is_hyphen(at + 1) || at > start && sentence.is_hyphen(at - 1);
    if sentence.has(at, Traits::BOUNDARY) && !compound {
        return Step::Stop;
    }
    if sentence.has(at, Traits::JOINING) {
        return if at > start && !firm && noun_ahead(sentence, at + 1) {
            Step::Within(1)
        } else {
            Step::Stop
        };
    }
    if sentence.is_possessive(at) {
        return if firm { Step::Stop } else { Step::Reset };
    }
    if let Some(noun) = lexeme.noun {
        let after_noun = best.is_some_and(|head| head.class.is_some() || head.form == Form::Plural);
        // "five soldiers killed", "42 people wounded": what happened to them, not what they are.
        let already =
            best.is_some_and(|head| head.class == Some(Class::Casualties) && head.form == Form::Both);
        let participle = noun.class == Class::Casualties && noun.form == Form::Both && !already;
        let second = firm && !matches!(noun.form, Form::Plural);
        // "one incident captured on video": the incident is one, and no captive.
        let of_unknown = best.is_none() && participle && is_unknown_noun(sentence, at, start);
        if of_unknown || after_noun && (participle || second || noun.class == Class::Uncounted) {
            return Step::Stop;
        }
        return Step::Head(Head {
            at,
            class: Some(noun.class).filter(|class| *class != Class::Other),
            form: noun.form,
        });
    }
    unknown_step(sentence, at, best)
}

/// Whether a lower-case word that no list has stands before a participle as its noun: no adverb, no other participle.
fn is_unknown_noun(sentence: &Sentence, at: usize, start: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= start && sentence.is_word(*before))
    else {
        return false;
    };
    let (word, lexeme) = (sentence.word(before), sentence.lexeme(before));
    let plain = word.starts_with(|c: char| c.is_ascii_lowercase()) && !is_verbal(word);
    plain && lexeme.noun.is_none() && lexeme.traits == Traits::default()
}

fn unknown_step(sentence: &Sentence, at: usize, best: Option<Head>) -> Step {
    let side = Traits::MILITARY.with(Traits::REBEL).with(Traits::CIVIL);
    // "three Hamas commanders": whose side they are on is no plural.
    let plural = is_plural(sentence.word(at)) && !(best.is_none() && sentence.has(at, side));
    match best {
        Some(head) if head.form == Form::Plural && !(head.class.is_none() && plural) => Step::Stop,
        Some(_) if is_verbal(sentence.word(at)) => Step::Stop,
        _ if plural => Step::Head(Head { at, class: None, form: Form::Plural }),
        _ => Step::Within(1),
    }
}

/// Whether a plural noun comes before the phrase must end.
fn noun_ahead(sentence: &Sentence, start: usize) -> bool {
    for at in start..sentence.len().min(start + 12) {
        let lexeme = sentence.lexeme(at);
        let is_noun =
            lexeme.noun.is_some_and(|noun| noun.form != Form::Singular && noun.class != Class::Uncounted);
        match sentence.tokens[at].kind {
            Kind::Word if sentence.has(at, Traits::BOUNDARY) || lexeme.number.is_some() => return false,
            Kind::Word if is_noun || is_plural(sentence.word(at)) => return true,
            Kind::Word | Kind::Mark('(' | ')') => {}
            Kind::Mark(',') if sentence.has(at - 1, Traits::NATIONALITY) => {}
            Kind::Mark(_) if sentence.is_hyphen(at) => {}
            _ => return false,
        }
    }
    false
}

/// "soldiers and civilians": another noun that the number counts, if it is of another class.
fn joined(sentence: &Sentence, head: Head) -> Option<Class> {
    head.class?;
    let mut at = head.at + 1;
    if sentence.mark(at) == Some(',') && sentence.has(at + 2, Traits::JOINING) {
        at += 1;
    }
    if !sentence.has(at, Traits::JOINING) && sentence.mark(at) != Some(',') {
        return None;
    }
    let noun = (at + 1..at + 4).take_while(|at| sentence.is_word(*at)).take_while(|at| {
        let lexeme = sentence.lexeme(*at);
        lexeme.number.is_none() && !lexeme.traits.has(Traits::BOUNDARY.with(Traits::HARM))
    });
    let joins = sentence.has(at, Traits::JOINING);
    let mut nouns = noun.filter_map(|at| sentence.lexeme(at).noun);
    let noun = nouns.find(|noun| noun.form != Form::Singular).filter(|_| joins)?;
    (Some(noun.class) != head.class && noun.class != Class::Casualties).then_some(noun.class)
}

/// "helicopters", "countries"; not "bus", "crisis", "Iraq's".
fn is_plural(word: &str) -> bool {
    let long = word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    long && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
}

/// "killing", "armed": after a noun that could be the head, the sentence goes on.
fn is_verbal(word: &str) -> bool {
    word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly")
}

/// What a body of this name holds; a police force holds police, a rebel army rebels.
pub(super) fn held_by(sentence: &Sentence, at: usize) -> Option<Class> {
    let frame = sentence.lexeme(at).frame?;
    let modifier = at.checked_sub(1).and_then(|before| sentence.lexeme(before).noun);
    let kind =
        modifier.map(|noun| noun.class).filter(|class| matches!(class, Class::People | Class::Fighters));
    Some(kind.unwrap_or(frame))
}

/// People who are sent or seen together, whoever they are.
pub(super) const TEAMS: &[&str] = &["group", "team", "party", "band", "column", "convoy", "delegation"];

/// "team of marines", "group": whom a group of people has, by the noun behind it.
pub(super) fn team_after(sentence: &Sentence, start: usize) -> Option<Class> {
    let team = (start..start + 3).find(|at| sentence.is_any(*at, TEAMS))?;
    let members = sentence.is(team + 1, "of").then(|| after(sentence, team + 2, false)).flatten();
    Some(members.and_then(|members| members.class).unwrap_or(Class::People))
}

/// What the body after "2,500-strong" or "12-man" holds, by its name: "force", "militia", "coalition".
pub(super) fn body_after(sentence: &Sentence, start: usize) -> Option<Class> {
    let mut found = None;
    for at in start..sentence.len().min(start + 8) {
        let lexeme = sentence.lexeme(at);
        let joint = sentence.is_hyphen(at) || sentence.is_hyphen(at + 1) || sentence.figure(at).is_some();
        if !joint && (!sentence.is_word(at) || lexeme.traits.has(Traits::BOUNDARY)) {
            break;
        }
        found = held_by(sentence, at).or(lexeme.noun.map(|noun| noun.class)).or(found);
    }
    found
}
