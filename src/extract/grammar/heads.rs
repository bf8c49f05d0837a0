//! The heads of a sentence: its verbs, and the nouns that name what predicates name ("withdrawal"), each with what its
//! auxiliaries say: tense, voice, modality, negation.

use super::attributive::is_attributive;
use super::group::{group, in_group};
use super::noun_or_verb::{is_bare, is_plain_noun, is_verbal};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::{Class, Sense};
use crate::extract::words::word::{Kind, Words, is_one_of};
use crate::model::vocabulary::{Predicate, PredicateGroup, Vocabulary};

/// How a head stands in the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Shape {
    /// A verb with a subject of its own.
    Finite,
    /// "to leave"
    Infinitive,
    /// "leaving", without "be"
    Gerund,
    /// "withdrawn", without "be" or "have": after a noun, or passive without auxiliary
    Participle,
    /// A noun.
    Noun,
    /// Another word ("dead", "likely").
    Word,
}

/// What auxiliaries and modals say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Mood {
    /// Past or perfect.
    Past,
    /// Present.
    Present,
    /// "will", "shall", "is to", "going to"
    Will,
    /// "would"
    Would,
    /// "may", "might", "could", "can"
    May,
    /// "should", "must", "ought"
    Should,
}

/// A set of predicates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::extract) struct Predicates(u32);

impl Predicates {
    /// Adds one.
    pub(in crate::extract) fn add(&mut self, predicate: Predicate) {
        self.0 |= 1 << predicate as u32;
    }

    /// Takes one out.
    pub(super) fn remove(&mut self, predicate: Predicate) {
        self.0 &= !(1 << predicate as u32);
    }

    /// Whether it holds a predicate.
    pub(in crate::extract) fn has(self, predicate: Predicate) -> bool {
        self.0 >> predicate as u32 & 1 == 1
    }

    /// Whether it holds none.
    pub(in crate::extract) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those that it holds.
    pub(in crate::extract) fn list(self) -> Vec<Predicate> {
        Predicate::ALL.iter().copied().filter(|predicate| self.has(*predicate)).collect()
    }

    /// Whether it holds one of a group.
    pub(in crate::extract) fn any(self, group: PredicateGroup) -> bool {
        let group = match group {
            PredicateGroup::Presence => const { Self::of_group(PredicateGroup::Presence) },
            PredicateGroup::Violence => const { Self::of_group(PredicateGroup::Violence) },
            PredicateGroup::Politics => const { Self::of_group(PredicateGroup::Politics) },
            PredicateGroup::Resources => const { Self::of_group(PredicateGroup::Resources) },
        };
        self.0 & group.0 != 0
    }

    /// Those of a group.
    const fn of_group(group: PredicateGroup) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < Predicate::ALL.len() {
            let predicate = Predicate::ALL[at];
            if predicate.group() as u8 == group as u8 {
                set |= 1 << predicate as u32;
            }
            at += 1;
        }
        Self(set)
    }
}

/// A verb, noun or word that a date or a count can belong to.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract) struct Head {
    /// Its token.
    pub(in crate::extract) token: usize,
    /// The first token of its group: the first auxiliary, or `to`.
    pub(in crate::extract) first: usize,
    /// The last token: a particle, if it has one.
    pub(in crate::extract) last: usize,
    /// Predicates it is a cue of.
    pub(in crate::extract) predicates: Predicates,
    /// What it does to what depends on it.
    pub(in crate::extract) class: Option<Class>,
    /// How it stands in the sentence.
    pub(in crate::extract) shape: Shape,
    /// What its auxiliaries say.
    pub(in crate::extract) mood: Mood,
    /// Whether it is passive.
    pub(in crate::extract) passive: bool,
    /// Whether a negation stands in its group.
    pub(in crate::extract) negated: bool,
}

impl Head {
    /// Whether it is a verb of any shape.
    pub(in crate::extract) fn is_verb(&self) -> bool {
        !matches!(self.shape, Shape::Noun | Shape::Word)
    }

    /// Whether it is a verb with a subject of its own.
    pub(in crate::extract) fn is_finite(&self) -> bool {
        self.shape == Shape::Finite
    }

    /// Whether it is a cue of a predicate.
    pub(in crate::extract) fn is_cue_of(&self, predicate: Predicate) -> bool {
        self.predicates.has(predicate)
    }
}

/// All heads of a sentence, in order.
pub(in crate::extract) fn heads(words: &Words) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::with_capacity(words.len() / 4 + 4);
    let is_headline = is_headline(words);
    for token in 0..words.len() {
        if words.list[token].kind == Kind::Word
            && may_be_head(words, token)
            && (is_headline || !is_in_name(words, token))
            && !heads[heads.len().saturating_sub(2)..]
                .iter()
                .any(|head| head.last == token || head.token == token)
            && let Some(head) = head(words, token)
        {
            heads.push(head);
        }
    }
    drop_auxiliaries(&mut heads);
    drop_giving(words, &mut heads);
    heads
}

/// Whether a word can be a head at all: listed as one, by its ending, or because a verb's auxiliaries stand before it. Most
/// words are passed over here.
fn may_be_head(words: &Words, token: usize) -> bool {
    words.is(token, Small::ED)
        || token > 0 && words.is(token - 1, Small::GROUP)
        || !words.senses(token).is_empty()
}

/// "pledged to send", "offered to train": what is promised is done, not given.
fn drop_giving(words: &Words, heads: &mut [Head]) {
    for at in 1..heads.len() {
        let next = heads[at];
        let head = &mut heads[at - 1];
        let governs = matches!(head.class, Some(Class::Plan | Class::Propose));
        let infinitive = next.shape == Shape::Infinitive;
        if governs && head.is_verb() && infinitive && next.first == head.last + 1 {
            head.predicates.remove(Predicate::Deploy);
        }
        // "ordered 300 soldiers to leave": its "to" is the next verb's.
        let orders = || words.lower(head.token).starts_with("order");
        if head.last > head.token && infinitive && next.first == head.last && (governs || orders()) {
            head.class = head.class.or(Some(Class::Plan));
            head.predicates.remove(Predicate::Deploy);
            head.last = head.token;
        }
    }
}

/// Most of its words begin with a capital.
fn is_headline(words: &Words) -> bool {
    let long = words.list.iter().filter(|word| word.kind == Kind::Word && word.end - word.start > 3);
    let (capitals, all) =
        long.fold((0, 0), |(capitals, all), word| (capitals + usize::from(word.capital), all + 1));
    capitals * 3 > all * 2
}

/// "Islamic State", "Joint Strike Fighter": a capital within a sentence makes part of a name.
fn is_in_name(words: &Words, token: usize) -> bool {
    words.list[token].capital && token > 0 && matches!(words.list[token - 1].kind, Kind::Word | Kind::Number)
}

/// Auxiliaries are part of the group of the verb after them.
fn drop_auxiliaries(heads: &mut Vec<Head>) {
    let mut kept = 0;
    for at in 0..heads.len() {
        let token = heads[at].token;
        if !heads[at + 1..].iter().any(|later| later.first <= token) {
            heads[kept] = heads[at];
            kept += 1;
        }
    }
    heads.truncate(kept);
}

fn head(words: &Words, token: usize) -> Option<Head> {
    let senses = words.senses(token);
    if senses.is_empty() {
        return unlisted(words, token);
    }
    if is_plain_noun(words, token, senses) {
        return None;
    }
    let group = group(words, token);
    let verbal = is_verbal(words, token, &group);
    let mut head = Head {
        token,
        first: if verbal { group.first } else { token },
        last: token,
        predicates: Predicates::default(),
        class: None,
        shape: if verbal { group.shape } else { Shape::Noun },
        mood: group.mood,
        passive: group.passive,
        negated: group.negated
            || words.any(Small::NEGATIVE)
                && (fronted_negation(words, token) || !verbal && negated_noun(words, token)),
    };
    // "calling for": with its particle a verb means one thing only.
    let (mut settled, mut cued) = (false, false);
    for sense in senses {
        match *sense {
            Sense::CueVerb(_, _, particles) if (settled || cued) && particles.is_empty() => {}
            Sense::CueVerb(predicate, _, particles) if verbal => {
                if let Some(last) = particle(words, token, particles) {
                    head.last = head.last.max(last);
                    head.predicates.add(predicate);
                    cued |= !particles.is_empty();
                }
            }
            Sense::Verb(class, _, particles)
                if verbal && !cued && particle(words, token, particles).is_some() =>
            {
                settled |= !particles.is_empty();
                head.class = head.class.or(Some(class));
            }
            Sense::CueNoun(predicate) if !verbal => head.predicates.add(predicate),
            Sense::CueWord(predicate) => {
                head.predicates.add(predicate);
                head.shape = Shape::Word;
            }
            Sense::Word(class) if !verbal => {
                head.class = head.class.or(Some(class));
                if head.predicates.is_empty() {
                    head.shape = Shape::Word;
                }
            }
            _ => {}
        }
    }
    if is_attributive(words, &head) {
        return None;
    }
    // "stormed the hotel": a verb that is a cue only with a particle is still a verb.
    if verbal && head.predicates.is_empty() && head.class.is_none() && entry_is_cue(senses) {
        head.class = Some(Class::Other);
    }
    let says_nothing = head.shape == Shape::Word && head.class == Some(Class::Other);
    (!head.predicates.is_empty() || head.class.is_some() && !says_nothing).then_some(head)
}

fn entry_is_cue(senses: &[Sense]) -> bool {
    senses.iter().any(|sense| matches!(sense, Sense::CueVerb(..)))
}

/// A verb that no list has: after an auxiliary or "to", or by its ending after a subject.
fn unlisted(words: &Words, token: usize) -> Option<Head> {
    let by_ending = words.is(token, Small::ED);
    if words.list[token].capital || !by_ending && !in_group(words, token.wrapping_sub(1)) {
        return None;
    }
    let word = words.lower(token);
    // "will be home", "have been there": no verbs.
    if word.len() < 4 || matches!(word, "home" | "there" | "here" | "back" | "away" | "over") {
        return None;
    }
    let group = group(words, token);
    let after_auxiliary = group.first < token && !words.is(token, Small::FUNCTION | Small::LY);
    let shape_fits = match group.shape {
        Shape::Infinitive => {
            (words.lower(group.first) == "to" || words.is(group.first, Small::NEGATION))
                && !words.is(token, Small::FUNCTION)
                && is_bare(word)
        }
        _ => after_auxiliary && (words.is(token, Small::ING) || by_ending || group.modal),
    };
    let before = token.wrapping_sub(1);
    let attributive = by_ending
        && group.first == token
        && (token == 0
            || words.is(before, Small::DETERMINER | Small::PREPOSITION)
            || words.lower(before) == "and" && !words.is(token + 1, Small::DETERMINER));
    let bare = by_ending && group.first == token;
    (shape_fits || bare && !attributive).then(|| Head {
        token,
        first: group.first,
        last: token,
        predicates: Predicates::default(),
        class: Some(Class::Other),
        shape: if bare && words.lower(token + 1) == "by" { Shape::Participle } else { group.shape },
        mood: group.mood,
        passive: group.passive,
        negated: group.negated,
    })
}

/// The last token of a particle that a verb needs, or the verb itself where it needs none.
fn particle(words: &Words, token: usize, particles: &[&str]) -> Option<usize> {
    if particles.is_empty() {
        return Some(token);
    }
    // "pull thousands of troops out": an object may stand between, but no other verb or mark; nobody goes anything.
    let reach = match words.lower(token) {
        "go" | "goes" | "went" | "going" | "gone" => 4,
        // "have broken a plan hammered out in May": a war breaks out, with nothing between.
        "break" | "breaks" | "broke" | "broken" | "breaking" => 2,
        _ => 8,
    };
    // "bring home 300 soldiers from Mali in May": "in" right behind alone is the verb's.
    let brings = words.lower(token).starts_with("bring") || words.lower(token) == "brought";
    let casts = matches!(words.lower(token), "cast" | "casts");
    (token + 1..(token + reach).min(words.len()))
        .take_while(|at| words.list[*at].kind != Kind::Mark || matches!(words.raw(*at), "-" | "–"))
        // "cast a shadow over the vote": no ballots are cast.
        .take_while(|at| !casts || !words.is(*at, Small::PREPOSITION))
        .find(|at| {
            is_one_of(particles, words.lower(*at))
                && !is_verb_to_come(words, *at)
                && !is_of_time(words, *at)
                && (!brings || words.lower(*at) != "in" || *at == token + 1)
        })
}

/// "bring the troops home by the end of the year": only "an end" and "a close" are what something comes to.
fn is_of_time(words: &Words, token: usize) -> bool {
    matches!(words.lower(token), "end" | "close")
        && !matches!(words.lower(token - 1), "a" | "an" | "its" | "their")
}

/// "sent troops to back the army": behind "to" it is no particle.
fn is_verb_to_come(words: &Words, token: usize) -> bool {
    words.lower(token) == "back" && words.lower(token - 1) == "to"
}

/// "At no point did we discuss": a negation before its clause.
fn fronted_negation(words: &Words, token: usize) -> bool {
    (0..token).rev().take(16).take_while(|at| !matches!(words.mark(*at), b';' | b',' | b':')).any(|at| {
        words.is(at, Small::NEGATIVE)
            && words.lower(at) == "no"
            && matches!(words.lower(at + 1), "point" | "time" | "stage" | "way" | "circumstances")
    })
}

/// "no withdrawal", "without a deal"
fn negated_noun(words: &Words, token: usize) -> bool {
    (1..=4)
        .filter_map(|back| token.checked_sub(back))
        .take_while(|at| words.list[*at].kind == Kind::Word)
        .take_while(|at| !words.is(*at, Small::PREPOSITION) || matches!(words.lower(*at), "without"))
        .any(|at| words.is(at, Small::NEGATIVE) || words.lower(at) == "any" && is_denied_before(words, at))
}

/// "did not issue any", "nor have we made any"
fn is_denied_before(words: &Words, any: usize) -> bool {
    (any.saturating_sub(7)..any).rev().take_while(|at| words.list[*at].kind == Kind::Word).any(|at| {
        words.is(at, Small::NEGATION) || words.lower(at) == "nor" || words.lower(at).ends_with("n't")
    })
}
