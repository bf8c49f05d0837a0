//! Who attacks, kills, wounds or captures: behind "by", as the subject of the verb, as whose attack it was, or as the one
//! who is blamed for it. Where nobody is named in the sentence, nobody is, but for an attack that the text refers back to.

use std::ops::Range;

use super::function_words::Small;
use super::heads::{Head, Shape};
use super::insertion::insertions;
use super::memory::Memory;
use super::phrase::Phrase;
use super::scene::{Named, Scene, Seen};
use super::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate, PredicateGroup};

/// What a noun phrase tells of who acts.
enum Doer {
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
struct Search<'s> {
    scene: &'s Scene,
    memory: Option<&'s Memory<'s>>,
}

/// Who does what a head of violence says.
pub(super) fn perpetrator(scene: &Scene, head: usize, memory: &Memory<'_>) -> Option<Named> {
    Search { scene, memory: Some(memory) }.of(head)
}

impl Search<'_> {
    fn of(&self, index: usize) -> Option<Named> {
        let scene = self.scene;
        let head = &scene.heads[index];
        let after = head.last + 1..scene.clause(head.token).end.max(head.last + 1);
        if scene.words.is(head.token, Small::DYING) {
            return self.in_a_deed(&after).or_else(|| self.cause(&after));
        }
        let suffers = head.passive || head.shape == Shape::Participle;
        match head.shape {
            _ if suffers => {
                self.by(&after).or_else(|| self.in_a_deed(&after)).or_else(|| self.blamed(index))
            }
            Shape::Word => self
                .by(&after)
                .or_else(|| self.in_a_deed(&after))
                .or_else(|| self.actor(self.leaving(index)?, 0)),
            Shape::Noun => self.of_noun(index, &after),
            _ => self.actor(index, 0).or_else(|| self.blamed(index)),
        }
    }

    /// "the abduction of 20 people by", "a Taliban attack", "Israel carried out strikes".
    fn of_noun(&self, index: usize, after: &Range<usize>) -> Option<Named> {
        let head = &self.scene.heads[index];
        let toll = matches!(self.scene.words.lower(head.token), "toll" | "body" | "bodies");
        let is_attack = head.is_cue_of(Predicate::Attack);
        let own = || if toll { None } else { self.whose_deed(head.token, after.end) };
        own()
            .or_else(|| self.in_a_deed(after).filter(|_| !is_attack))
            .or_else(|| self.blamed(index))
            .or_else(|| if is_attack { self.told_before(head.token) } else { None })
    }

    /// Who did what a noun of violence names: "Israeli strikes", "an attack by", "carried out an attack".
    fn whose_deed(&self, noun: usize, end: usize) -> Option<Named> {
        let scene = self.scene;
        let start = self.phrase_start(noun);
        let modifier = scene.seen_in(&(start..noun)).filter_map(|seen| self.acts(seen, noun)).last();
        modifier.or_else(|| self.by(&(noun + 1..end))).or_else(|| {
            let verb = scene.heads.iter().rposition(|head| head.is_verb() && head.last < start)?;
            let waged = &scene.heads[verb];
            let gap = waged.last + 1..start;
            let direct = gap.clone().all(|at| {
                scene.words.list[at].kind == Kind::Word && !scene.words.is(at, Small::CLAUSE)
            });
            let claimed = scene.words.lower(waged.token).starts_with("claim");
            let responsible = gap.clone().any(|at| scene.words.lower(at) == "responsibility");
            let takes = direct && gap.len() <= 4 && !gap.clone().any(|at| scene.words.is(at, Small::PREPOSITION));
            let waging = scene.words.is(waged.token, Small::WAGING) && takes && !claimed;
            if waged.passive || !(waging || claimed && responsible && gap.len() <= 8) {
                return None;
            }
            self.actor(verb, 1)
        })
    }

    /// The first token of the words before a noun that belong to it.
    fn phrase_start(&self, noun: usize) -> usize {
        let words = &self.scene.words;
        let belongs = |at: &usize| {
            words.list[*at].kind != Kind::Mark && words.list[*at].kind != Kind::Quote
                && !words.is(*at, Small::PREPOSITION | Small::CLAUSE | Small::BE | Small::HAVE)
                && !self.scene.heads.iter().any(|head| head.is_verb() && head.last == *at)
        };
        (noun.saturating_sub(7)..noun).rev().take_while(belongs).last().unwrap_or(noun)
    }

    /// Who stands behind "by".
    fn by(&self, tokens: &Range<usize>) -> Option<Named> {
        let words = &self.scene.words;
        let by = tokens.clone().find(|at| words.lower(*at) == "by")?;
        // What somebody claims is theirs while they are beside it, and not for the sentences that follow.
        if self.memory.is_none() && by > 0 && words.lower(by - 1).starts_with("claim") {
            return None;
        }
        let end = (by + 1..tokens.end)
            .find(|at| words.list[*at].kind == Kind::Mark || words.is(*at, Small::CLAUSE | Small::JOINT))
            .unwrap_or(tokens.end);
        match self.doer(&(by + 1..end)) {
            Doer::Named(named) => Some(named),
            // "by a bomb in a market"
            _ => None,
        }
    }

    /// "killed in an ISIS attack": whose attack it was.
    fn in_a_deed(&self, tokens: &Range<usize>) -> Option<Named> {
        let words = &self.scene.words;
        let stop = (tokens.start..tokens.end)
            .find(|at| matches!(words.raw(*at), ";" | ":" | "—"))
            .unwrap_or(tokens.end);
        let deed = (tokens.start..stop).find(|at| {
            self.scene.heads.iter().any(|head| {
                head.token == *at && head.shape == Shape::Noun && head.predicates.any(PredicateGroup::Violence)
            }) && words.entry(*at).about.deed
        })?;
        let leads = (tokens.start..deed).rev().find(|at| {
            words.is(*at, Small::PREPOSITION) || matches!(words.lower(*at), "result")
        })?;
        let causes = matches!(words.lower(leads), "in" | "during" | "by" | "of" | "from");
        if !causes {
            return None;
        }
        self.whose_deed(deed, stop).or_else(|| self.told_before(deed))
    }

    /// "died after a U.S. jet bombed their position", "when Israel struck": who did what they died of.
    fn cause(&self, tokens: &Range<usize>) -> Option<Named> {
        let scene = self.scene;
        let end = scene.words.len();
        let joint = (tokens.start..end).find(|at| matches!(scene.words.lower(*at), "after" | "when" | "as"))?;
        let verb = scene.heads.iter().position(|head| {
            head.token > joint
                && head.token <= joint + 12
                && head.shape == Shape::Finite
                && head.predicates.any(PredicateGroup::Violence)
        })?;
        let head = &scene.heads[verb];
        if head.passive { self.by(&(head.last + 1..end)) } else { self.actor(verb, 1) }
    }

    /// "left at least 14 people dead": the verb whose subject does it.
    fn leaving(&self, index: usize) -> Option<usize> {
        let scene = self.scene;
        let head = &scene.heads[index];
        let verb = scene.heads[..index].iter().rposition(|other| {
            matches!(scene.words.lower(other.token), "left" | "leaves" | "leave" | "leaving" | "shot" | "shoot")
        })?;
        (scene.heads[verb].last + 10 > head.token && !scene.heads[verb].passive).then_some(verb)
    }

    /// "is blamed for the abduction of", "accused Israel of killing": who is said to have done it.
    fn blamed(&self, index: usize) -> Option<Named> {
        let scene = self.scene;
        let head = &scene.heads[index];
        let verb = scene.heads[..index].iter().rposition(|other| {
            other.is_verb() && scene.words.is(other.token, Small::BLAMING) && other.token + 30 > head.token
        })?;
        let blame = &scene.heads[verb];
        let between = blame.last + 1..head.first;
        let leads = |at: usize| matches!(scene.words.lower(at), "for" | "of" | "with");
        let marked = between.clone().any(|at| matches!(scene.words.raw(at), ";" | ":" | "—"));
        let finite = scene.heads[verb + 1..index].iter().any(|other| other.shape == Shape::Finite);
        if marked || finite || !between.clone().any(leads) {
            return None;
        }
        if blame.passive {
            return self.actor(verb, 1);
        }
        let object = between.clone().find(|at| leads(*at))?;
        match self.doer(&(blame.last + 1..object)) {
            Doer::Named(named) => Some(named),
            _ => None,
        }
    }

    /// Who stands as the subject of a verb.
    fn actor(&self, index: usize, depth: usize) -> Option<Named> {
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
            Doer::Pronoun => match own.before.and_then(|before| self.finite_from(before)) {
                Some(before) => self.actor(before, depth + 1),
                None => self.memory.filter(|_| own.tokens.start == 0 || self.opens(&own)).and_then(subject_before),
            },
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
                let to = if head.shape == Shape::Infinitive { Some(before) } else { self.finite_from(before) };
                self.actor(to?, depth + 1)
            }
            Doer::Other => None,
        }
    }

    /// ", killing 12", "after opening fire": what the verb's subject does that it hangs on; of a clause before its main
    /// clause, that one's.
    fn governor(&self, index: usize, depth: usize) -> Option<Named> {
        let before = (0..index).rev().find(|at| {
            self.is_clause(*at) && !self.is_inserted_before(*at, index)
        });
        let main = || (index + 1..self.scene.heads.len()).find(|at| self.is_clause(*at));
        self.actor(before.or_else(main)?, depth + 1)
    }

    /// Whether a verb stands in an insertion that is over at another verb.
    fn is_inserted_before(&self, verb: usize, index: usize) -> bool {
        let token = self.scene.heads[verb].token;
        let first = self.scene.heads[index].first;
        insertions(self.scene, 0).iter().any(|range| range.contains(&token) && range.end <= first && range.end < self.scene.words.len())
    }

    /// Whether nothing but words of time or place set off by a comma stands before the subject.
    fn opens(&self, own: &Own) -> bool {
        own.before.is_none()
    }

    /// The last verb with a subject of its own, up to a head.
    fn finite_from(&self, index: usize) -> Option<usize> {
        (0..=index).rev().find(|at| self.is_clause(*at))
    }

    /// Whether a head is a verb with a subject: not "an estimated 10,000".
    fn is_clause(&self, index: usize) -> bool {
        let head = &self.scene.heads[index];
        let determined = head.first > 0 && self.scene.words.is(head.first - 1, Small::DETERMINER);
        head.shape == Shape::Finite && !(determined && head.first == head.token)
    }

    /// "an attack last year, when a suicide bomber killed": the attack that the clause tells of.
    fn deed_before_when(&self, own: &Own) -> Option<Named> {
        let words = &self.scene.words;
        let when = own.tokens.clone().find(|at| words.lower(*at) == "when")?;
        let start = own.before.map_or(0, |before| self.scene.heads[before].last + 1);
        let deed = (start..when).rev().find(|at| words.entry(*at).about.deed)?;
        self.whose_deed(deed, when)
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
    fn own(&self, index: usize) -> Own {
        let scene = self.scene;
        let head = &scene.heads[index];
        let inserted: Vec<Range<usize>> = insertions(scene, 0)
            .into_iter()
            .filter(|range| range.end <= head.first && !range.contains(&head.token))
            .collect();
        let closing = inserted.iter().rfind(|range| range.end == head.first);
        let end = closing.map_or(head.first, |range| range.start);
        let outside = |other: &Head| !inserted.iter().any(|range| range.contains(&other.token));
        let verb_before = |end: usize| {
            scene.heads[..index].iter().rposition(|other| other.is_verb() && other.last < end && outside(other))
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
    fn doer(&self, tokens: &Range<usize>) -> Doer {
        let scene = self.scene;
        let words = &scene.words;
        let last = tokens.end.saturating_sub(1);
        let joint = !tokens.is_empty() && matches!(words.lower(last), "and" | "or" | "but" | "then");
        let bare = joint || tokens.clone().all(|at| {
            matches!(words.list[at].kind, Kind::Mark | Kind::Quote)
                || words.is(at, Small::JOINT | Small::ADVERB | Small::JOINING)
                || words.lower(at).ends_with("ly")
                || words.lower(at) == "that"
        });
        if bare {
            return Doer::Shared;
        }
        let Some(phrase) = Phrase::of(scene, tokens) else { return Doer::Other };
        let noun = phrase.noun();
        let about = words.entry(noun).about;
        if let Some(named) = scene.seen_in(&phrase.core).filter_map(|seen| self.acts(seen, noun)).last() {
            return Doer::Named(named);
        }
        let first = words.lower(phrase.core.start);
        let pronoun = phrase.core.len() == 1 && matches!(first, "it" | "they" | "we");
        let owned = matches!(first, "its" | "their") && (about.army || about.force);
        if pronoun || owned {
            return Doer::Pronoun;
        }
        if about.army && let Some(named) = self.domestic(&phrase.core) {
            return Doer::Named(named);
        }
        if about.force && !about.army && let Some(named) = self.only_group(phrase.core.start) {
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
    fn acts(&self, seen: &Seen, noun: usize) -> Option<Named> {
        let words = &self.scene.words;
        let end = self.scene.tokens(&seen.range).end;
        let is_noun = end == noun + 1;
        let about = words.entry(noun).about;
        let possessive = words.is_possessive(end.saturating_sub(1));
        if seen.is_armed() {
            let said = is_noun && !possessive || about.force || about.army || about.deed || is_member(words.lower(noun));
            return said.then(|| Named { key: Some(seen.key.clone()), text: seen.range.clone() });
        }
        let adjective = seen.is_demonym
            || possessive
            || matches!(words.raw(end.saturating_sub(1)), "us" | "u.s." | "u.s" | "uk" | "u.k." | "nato" | "un");
        let fits = if is_noun { !seen.is_demonym && !possessive } else { adjective && (about.army || about.deed) };
        super::roles::state(seen).filter(|_| fits)
    }

    /// "While the Taliban talked, insurgents attacked": fighters after the only group of the sentence.
    fn only_group(&self, token: usize) -> Option<Named> {
        let scene = self.scene;
        let groups = || scene.seen.iter().filter(|seen| seen.kind == EntityKind::ArmedGroup);
        let first = groups().next()?;
        let before = scene.tokens(&first.range).end <= token;
        (before && groups().all(|other| other.key == first.key))
            .then(|| Named { key: Some(first.key.clone()), text: first.range.clone() })
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
        (clear || !others).then(|| Named { key: Some(key), text: words.bytes(core.start, noun) })
    }

    /// The country where the sentence, or else the article, is.
    fn country(&self) -> Option<String> {
        let scene = self.scene;
        let here = scene.seen.iter().filter(|seen| seen.is_place() && super::place::is_located(scene, seen));
        let mut countries =
            here.filter_map(|seen| if seen.kind == EntityKind::Country { Some(&seen.key) } else { seen.country.as_ref() });
        if let Some(first) = countries.next() {
            return countries.all(|other| other == first).then(|| first.clone());
        }
        let memory = self.memory?;
        let before = (0..2).find_map(|back| Search { scene: &memory.scene_before(back)?, memory: None }.country_here());
        before.or_else(|| memory.country())
    }

    /// The country of the first place in the sentence.
    fn country_here(&self) -> Option<String> {
        let located = |seen: &&Seen| seen.is_place() && super::place::is_located(self.scene, seen);
        let first = self.scene.seen.iter().find(located)?;
        if first.kind == EntityKind::Country { Some(first.key.clone()) } else { first.country.clone() }
    }

    /// "the attack", "such strikes": whose it was when it was told before.
    fn told_before(&self, noun: usize) -> Option<Named> {
        let words = &self.scene.words;
        let start = self.phrase_start(noun);
        if !(start < noun && words.is(start, Small::DEFINITE)) {
            return None;
        }
        let word = words.lower(noun).trim_end_matches('s').to_owned();
        let memory = self.memory?;
        let here = Search { scene: self.scene, memory: None }.last_told(noun, &word);
        if let Told::By(named) = here {
            return Some(named);
        }
        for back in 0..REACH {
            let scene = memory.scene_before(back)?;
            match (Search { scene: &scene, memory: None }).last_told(scene.words.len(), &word) {
                Told::By(named) => return Some(Named { key: named.key, text: 0..0 }),
                Told::ByNobody => return None,
                Told::Nothing => {}
            }
        }
        None
    }

    /// Whose the last attack before a token was.
    fn last_told(&self, until: usize, noun: &str) -> Told {
        let scene = self.scene;
        let violent = |head: &Head| {
            head.last < until && (head.is_cue_of(Predicate::Attack) || head.is_cue_of(Predicate::Killed))
        };
        for index in (0..scene.heads.len()).rev().filter(|index| violent(&scene.heads[*index])) {
            let head = &scene.heads[index];
            let word = scene.words.lower(head.token).trim_end_matches('s');
            let same = word.ends_with(noun) || noun.ends_with(word);
            if head.shape == Shape::Noun && !same && !(akin(word) && akin(noun)) {
                continue;
            }
            if let Some(named) = self.of(index) {
                return Told::By(named);
            }
            if head.shape == Shape::Noun && same {
                let start = self.phrase_start(head.token);
                let definite = start < head.token && scene.words.is(start, Small::DEFINITE);
                return if definite { Told::Nothing } else { Told::ByNobody };
            }
        }
        Told::Nothing
    }
}

/// What a sentence tells of an attack.
enum Told {
    By(Named),
    ByNobody,
    Nothing,
}

/// Sentences that an attack is looked for in.
const REACH: usize = 3;

/// What can be called an attack as well.
fn akin(word: &str) -> bool {
    ["attack", "assault", "bombing", "raid", "ambush", "shelling", "offensive", "massacre", "siege"]
        .iter()
        .any(|other| word.ends_with(other))
}

/// The words before a verb, and the verb before them.
struct Own {
    tokens: Range<usize>,
    /// What describes the subject behind it.
    rest: Range<usize>,
    before: Option<usize>,
}

/// Whether a verb is a participle that describes the subject which ends before a verb.
fn describes(scene: &Scene, verb: &Head, end: usize) -> bool {
    let joins = |at: usize| {
        scene.words.list[at].kind != Kind::Word || matches!(scene.words.lower(at), "and" | "that" | "but" | "who")
    };
    let behind = verb.last + 1 < end && verb.first > 0 && !joins(verb.first - 1);
    matches!(verb.shape, Shape::Gerund | Shape::Participle) && behind && !(verb.last + 1..end).any(joins)
}

/// Who the sentence before was about, where it names them.
fn subject_before(memory: &Memory<'_>) -> Option<Named> {
    let scene = memory.scene_before(0)?;
    let search = Search { scene: &scene, memory: None };
    let verb = scene.heads.iter().position(|head| head.shape == Shape::Finite)?;
    search.actor(verb, 1).map(|named| Named { key: named.key, text: 0..0 })
}

fn is_member(word: &str) -> bool {
    matches!(
        word,
        "commander" | "commanders" | "member" | "members" | "gunman" | "bomber" | "bombers" | "loyalists" | "group"
            | "movement" | "organization" | "organisation" | "official" | "officials" | "spokesman" | "spokeswoman"
            | "spokesperson" | "leadership"
    )
}

fn is_aside(word: &str) -> bool {
    word.ends_with("ly") || matches!(word, "also" | "later" | "then" | "once")
}
