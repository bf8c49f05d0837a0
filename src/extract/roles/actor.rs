//! Who stands as the subject of a verb, as far as they can act: by name, as whose attack or troops it says, or as what the
//! words refer back to. Knows noun phrases; what becomes of a verb is for others to say.

use std::ops::Range;

use super::irregulars::{acts_alone, is_member};
use crate::extract::grammar::cataphora::ends_in_pronoun;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::grammar::insertion::{aside_before, insertions};
use crate::extract::grammar::phrase::Phrase;
use crate::extract::memory::Memory;
use crate::extract::place::is_located;
use crate::extract::scene::{Named, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::EntityKind;

/// What a noun phrase tells of who acts.
pub(super) enum Doer {
    /// It names them.
    Named(Named),
    /// It is of an attack, or of what is shot or dropped.
    Deed(usize),
    /// It refers to who was spoken of.
    Pronoun,
    /// It is none: the verb shares its subject with another.
    Shared,
    /// It is somebody or something else.
    Other,
}

/// The search for who did it, within one sentence; with what was told before, where that may be asked.
pub(in crate::extract) struct Search<'s, 'm> {
    pub(in crate::extract) scene: &'s Scene<'s>,
    pub(super) memory: Option<&'s Memory<'m>>,
    /// Whether those count who send forces, besides those who are the forces.
    pub(super) sends: bool,
}

impl Search<'_, '_> {
    /// Who stands as the subject of a verb.
    pub(super) fn actor(&self, index: usize, depth: usize) -> Option<Named> {
        if depth > 3 {
            return None;
        }
        let scene = self.scene;
        let own = self.own(index);
        if scene.heads[index].shape == Shape::Gerund {
            return self.governor(index, depth);
        }
        if let Some(antecedent) = self.relative(&own) {
            return self.antecedent(&antecedent, own.before, depth);
        }
        match self.doer(&own.tokens) {
            Doer::Named(named) => Some(named),
            Doer::Deed(noun) => {
                let when = || self.deed_before_when(&own);
                self.whose_deed(noun, own.tokens.end)
                    .or_else(|| self.by(&own.rest))
                    .or_else(when)
                    .or_else(|| self.told_before(noun))
            }
            Doer::Pronoun => {
                let at = own.tokens.end.saturating_sub(1);
                let named = match own.before.and_then(|before| self.finite_from(before)) {
                    Some(before) => self.actor(before, depth + 1),
                    None => self
                        .main_behind(index, &own.tokens)
                        .and_then(|main| self.actor(main, depth + 1))
                        .or_else(|| self.memory.and_then(|memory| subject_before(memory, self.sends))),
                };
                // The pronoun is the words of it that stand here.
                named.map(|named| Named { key: named.key, text: scene.words.bytes(at, at) })
            }
            Doer::Shared => {
                let before = own.before?;
                let head = &scene.heads[index];
                // "a warship exploded and killed 46": it is what was hit.
                let falls = matches!(
                    scene.words.lower(scene.heads[before].token),
                    "exploded" | "crashed" | "sank" | "collapsed" | "detonated"
                );
                if falls {
                    return None;
                }
                let to =
                    if head.shape == Shape::Infinitive { Some(before) } else { self.finite_from(before) };
                self.actor(to?, depth + 1)
            }
            Doer::Other => None,
        }
    }

    /// ", killing 12", "after opening fire": what the verb's subject does that it hangs on; of a clause before its main
    /// clause, that one's.
    fn governor(&self, index: usize, depth: usize) -> Option<Named> {
        let before = (0..index).rev().find(|at| self.is_clause(*at) && !self.is_inserted_before(*at, index));
        let main = || (index + 1..self.scene.heads.len()).find(|at| self.is_clause(*at));
        self.actor(before.or_else(main)?, depth + 1)
    }

    /// Whether a verb stands in an insertion that is over at another verb.
    fn is_inserted_before(&self, verb: usize, index: usize) -> bool {
        let token = self.scene.heads[verb].token;
        let first = self.scene.heads[index].first;
        insertions(self.scene, 0)
            .iter()
            .any(|range| range.contains(&token) && range.end <= first && range.end < self.scene.words.len())
    }

    /// The last verb with a subject of its own, up to a head.
    fn finite_from(&self, index: usize) -> Option<usize> {
        (0..=index).rev().find(|at| self.is_clause(*at))
    }

    /// Whether a head is a verb with a subject.
    pub(in crate::extract) fn is_clause(&self, index: usize) -> bool {
        let head = &self.scene.heads[index];
        // "an estimated 10,000", "a series of coordinated attacks"
        let describes =
            head.first > 0 && self.scene.words.is(head.first - 1, Small::DETERMINER | Small::PREPOSITION);
        head.shape == Shape::Finite && !(describes && head.first == head.token)
    }

    /// "which", "that" or "who" right before the verb: the words before it.
    fn relative(&self, own: &Own) -> Option<Range<usize>> {
        let words = &self.scene.words;
        let mut last = own.tokens.end.checked_sub(1).filter(|last| *last >= own.tokens.start)?;
        while last > own.tokens.start && is_aside(words.lower(last)) {
            last -= 1;
        }
        let pronoun = matches!(words.lower(last), "which" | "that" | "who");
        (pronoun && last > own.tokens.start).then_some(own.tokens.start..last)
    }

    /// Who the noun before a relative clause names, or whose attack it was.
    fn antecedent(&self, tokens: &Range<usize>, before: Option<usize>, depth: usize) -> Option<Named> {
        let words = &self.scene.words;
        let mut tokens = tokens.clone();
        while tokens.end > tokens.start && words.raw(tokens.end - 1) == "," {
            tokens.end -= 1;
        }
        let deed = tokens.clone().rev().find(|at| words.entry(*at).about.deed && !self.is_of_victims(*at));
        if let Some(deed) = deed {
            return self.whose_deed(deed, tokens.end).or_else(|| self.told_before(deed));
        }
        let _ = (before, depth);
        // "the group, which has killed", "the forces of Iraq that killed": a name right before it.
        let near = tokens.end.saturating_sub(5).max(tokens.start)..tokens.end;
        let ends = |seen: &&Seen| self.scene.tokens(&seen.range).end == tokens.end;
        let noun = tokens.end.checked_sub(1)?;
        self.scene.seen_in(&near).filter(ends).find_map(|seen| self.acts(seen, noun)).or_else(|| {
            match self.doer(&tokens) {
                Doer::Named(named) => Some(named),
                _ => None,
            }
        })
    }

    /// "soldiers on operations": a deed that somebody else is on.
    fn is_of_victims(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| matches!(self.scene.words.lower(before), "on" | "for"))
    }

    /// The words before a verb that can hold its subject, without what is inserted before it, and the verb before them.
    pub(super) fn own(&self, index: usize) -> Own {
        let scene = self.scene;
        let head = &scene.heads[index];
        let inserted: Vec<Range<usize>> = insertions(scene, 0)
            .into_iter()
            .filter(|range| range.end <= head.first && !range.contains(&head.token))
            .collect();
        let closing = inserted.iter().rfind(|range| range.end == head.first);
        let end = aside_before(scene, head, closing.map_or(head.first, |range| range.start));
        let outside = |other: &Head| {
            !inserted.iter().any(|range| range.contains(&other.token))
                && !scene.is_beside(other.token, head.token)
        };
        let verb_before = |end: usize| {
            scene.heads[..index]
                .iter()
                .rposition(|other| other.is_verb() && other.last < end && outside(other))
        };
        let mut end = end;
        let mut before = verb_before(end);
        // "a bomb claimed by ISIS killed": what only describes the subject is not the subject.
        while head.shape == Shape::Finite
            && let Some(describing) = before.map(|before| &scene.heads[before])
            && describes(scene, describing, end)
        {
            end = describing.first;
            before = verb_before(end);
        }
        let clause = scene.clause(end.saturating_sub(1).min(head.first));
        let start = before.map_or(clause.start, |before| scene.heads[before].last + 1).max(clause.start);
        Own { tokens: start.min(end)..end, rest: end..head.first, before }
    }

    /// What a noun phrase tells of who acts.
    pub(super) fn doer(&self, tokens: &Range<usize>) -> Doer {
        let scene = self.scene;
        let words = &scene.words;
        // "and methodically killed"
        let last = tokens.clone().rev().find(|at| !words.is(*at, Small::LY)).unwrap_or(tokens.start);
        let joint = !tokens.is_empty() && matches!(words.lower(last), "and" | "or" | "but" | "then");
        let bare = joint
            || tokens.clone().all(|at| {
                matches!(words.list[at].kind, Kind::Mark | Kind::Quote)
                    || words.is(at, Small::JOINT | Small::ADVERB | Small::JOINING)
                    || words.lower(at).ends_with("ly")
                    || words.lower(at) == "that"
            });
        if bare {
            return Doer::Shared;
        }
        // "a day after it launched"
        if ends_in_pronoun(words, tokens) {
            return Doer::Pronoun;
        }
        let Some(phrase) = Phrase::of(scene, tokens) else { return Doer::Other };
        let noun = phrase.noun();
        let about = words.entry(noun).about;
        // "Kurdish rebels of the PKK"
        if (is_member(words.lower(noun)) || about.force)
            && words.lower(phrase.rest.start) == "of"
            && let Some(named) = self.of_the_group(&phrase.rest)
        {
            return Doer::Named(named);
        }
        if let Some(named) = scene.seen_in(&phrase.core).filter_map(|seen| self.acts(seen, noun)).last() {
            return Doer::Named(named);
        }
        if (about.force || about.army || is_member(words.lower(noun)))
            && let Some(named) = self.of_the_group(&phrase.rest)
        {
            return Doer::Named(named);
        }
        let first = words.lower(phrase.core.start);
        if matches!(first, "its" | "their") && (about.army || about.force) {
            return Doer::Pronoun;
        }
        if about.army
            && let Some(named) = self.domestic(&phrase.core)
        {
            return Doer::Named(named);
        }
        if about.force
            && !about.army
            && let Some(named) = self.only_group(phrase.core.start)
        {
            return Doer::Named(named);
        }
        if let Some(named) = self.irregulars(&phrase.core) {
            return Doer::Named(named);
        }
        if about.deed {
            return match self.by(&phrase.rest) {
                Some(named) => Doer::Named(named),
                None => Doer::Deed(noun),
            };
        }
        Doer::Other
    }

    /// The forces that a name in a noun phrase stands for: it is the noun, or says whose attack or troops they are.
    pub(super) fn acts(&self, seen: &Seen, noun: usize) -> Option<Named> {
        let words = &self.scene.words;
        let end = self.scene.tokens(&seen.range).end;
        let is_noun = end == noun + 1;
        let about = words.entry(noun).about;
        let possessive = words.is_possessive(end.saturating_sub(1));
        if seen.is_armed() {
            let said = is_noun && !possessive
                || about.force
                || about.army
                || about.deed
                || is_member(words.lower(noun));
            return said.then(|| Named { key: Some(seen.key.to_owned()), text: seen.range.clone() });
        }
        let adjective = seen.is_demonym
            || possessive
            || matches!(
                words.raw(end.saturating_sub(1)),
                "us" | "u.s." | "u.s" | "uk" | "u.k." | "nato" | "un"
            );
        let fits =
            if is_noun { !seen.is_demonym && !possessive } else { adjective && (about.army || about.deed) };
        // "US officials", "the Pentagon", "President Obama" send and keep forces.
        if self.sends && !fits {
            let by_office = adjective && words.role(noun).is_some();
            let holds = super::forces::commands(seen) && (is_noun || by_office);
            let country = if seen.kind == EntityKind::Country && by_office { Some(&seen.key) } else { None };
            let country = country.or(seen.country.as_ref().filter(|_| holds))?;
            return Some(Named { key: Some(format!("{country}-forces")), text: seen.range.clone() });
        }
        super::forces::state(seen).filter(|_| fits && !(seen.is_demonym && acts_alone(words, noun)))
    }

    /// "police", "government forces", "the army": those of the country where it happens.
    fn domestic(&self, core: &Range<usize>) -> Option<Named> {
        let words = &self.scene.words;
        let noun = core.end - 1;
        let own = |at: usize| words.is(at, Small::DOMESTIC) || words.list[at].kind == Kind::Number;
        let fits = (core.start..noun).all(own);
        let clear = matches!(words.lower(noun), "police" | "policemen" | "army" | "military")
            || (core.start..noun).any(|at| matches!(words.lower(at), "government" | "security" | "army"));
        if !fits {
            return None;
        }
        let country = self.country()?;
        let key = format!("{country}-forces");
        let others = self.memory?.forces().is_some_and(|forces| forces != key);
        (clear || !others && !self.sends)
            .then(|| Named { key: Some(key), text: words.bytes(core.start, noun) })
    }

    /// "While the Taliban talked, insurgents attacked": fighters after the only group of the sentence.
    fn only_group(&self, token: usize) -> Option<Named> {
        let scene = self.scene;
        let groups = || scene.seen.iter().filter(|seen| seen.kind == EntityKind::ArmedGroup);
        let first = groups().next()?;
        let before = scene.tokens(&first.range).end <= token;
        (before && groups().all(|other| other.key == first.key))
            .then(|| Named { key: Some(first.key.to_owned()), text: first.range.clone() })
    }

    /// The country where the sentence, or else the article, is.
    pub(super) fn country(&self) -> Option<String> {
        let scene = self.scene;
        let here = scene.seen.iter().filter(|seen| seen.is_place() && is_located(scene, seen));
        let mut countries = here
            .filter_map(|seen| if seen.kind == EntityKind::Country { Some(seen.key) } else { seen.country });
        if let Some(first) = countries.next() {
            return countries.all(|other| other == first).then(|| first.to_owned());
        }
        let memory = self.memory?;
        let before = (0..2).find_map(|back| {
            let scene = memory.scene_before(back)?;
            Search { scene: &scene, memory: None, sends: self.sends }.country_here()
        });
        before.or_else(|| memory.country())
    }

    /// The country of the first place in the sentence.
    fn country_here(&self) -> Option<String> {
        let located = |seen: &&Seen| seen.is_place() && is_located(self.scene, seen);
        let first = self.scene.seen.iter().find(located)?;
        if first.kind == EntityKind::Country { Some(first.key) } else { first.country }.map(str::to_owned)
    }
}

/// The words before a verb, and the verb before them.
pub(super) struct Own {
    pub(super) tokens: Range<usize>,
    /// What describes the subject behind it.
    rest: Range<usize>,
    pub(super) before: Option<usize>,
}

/// Whether a verb is a participle that describes the subject which ends before a verb.
fn describes(scene: &Scene, verb: &Head, end: usize) -> bool {
    let joins = |at: usize| {
        scene.words.list[at].kind != Kind::Word
            || matches!(scene.words.lower(at), "and" | "that" | "but" | "who")
    };
    let behind = verb.last + 1 < end && verb.first > 0 && !joins(verb.first - 1);
    matches!(verb.shape, Shape::Gerund | Shape::Participle) && behind && !(verb.last + 1..end).any(joins)
}

/// Who the sentence before was about, where it names them.
fn subject_before(memory: &Memory<'_>, sends: bool) -> Option<Named> {
    for back in 0..3 {
        let scene = memory.scene_before(back)?;
        let search = Search { scene: &scene, memory: None, sends };
        let verb = scene.heads.iter().position(|head| head.shape == Shape::Finite)?;
        if let Some(named) = search.actor(verb, 1) {
            return Some(Named { key: named.key, text: 0..0 });
        }
        // "They arrived in May. They are led by …": a chain of pronouns leads back to its name.
        if !matches!(search.doer(&search.own(verb).tokens), Doer::Pronoun) {
            return None;
        }
    }
    None
}

fn is_aside(word: &str) -> bool {
    word.ends_with("ly") || matches!(word, "also" | "later" | "then" | "once")
}
