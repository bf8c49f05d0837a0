//! Whose attack it was that a noun names: by the words before it, behind "by", as the object of who carried it out, or by
//! what was told of it before.

use std::ops::Range;

use super::actor::{Own, Search};
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::Named;
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{Predicate, PredicateGroup};

impl Search<'_, '_> {
    /// Who did what a noun of violence names: "Israeli strikes", "an attack by", "carried out an attack".
    pub(super) fn whose_deed(&self, noun: usize, end: usize) -> Option<Named> {
        let scene = self.scene;
        // "conducted a total of 96 strikes", "at least 14 raids": the number belongs to the phrase.
        let counted = scene.counts.iter().map(|count| scene.tokens(&count.range));
        let counted = counted.filter(|tokens| tokens.contains(&noun)).map(|tokens| tokens.start).next();
        let start = self.phrase_start(noun);
        let start = counted.map_or(start, |counted| counted.min(start));
        // "carried out a series of attacks"
        let many = |at: usize| {
            matches!(scene.words.lower(at), "series" | "string" | "wave" | "spate" | "number" | "dozens")
        };
        let start = if start >= 2 && scene.words.lower(start - 1) == "of" && many(start - 2) {
            start - 2
        } else {
            start
        };
        let modifier = scene.seen_in(&(start..noun)).filter_map(|seen| self.acts(seen, noun)).last();
        modifier.or_else(|| self.by(&(noun + 1..end))).or_else(|| {
            let verb = scene.heads.iter().rposition(|head| head.is_verb() && head.last < start)?;
            let waged = &scene.heads[verb];
            let gap = waged.last + 1..start;
            let direct = gap
                .clone()
                .all(|at| scene.words.list[at].kind == Kind::Word && !scene.words.is(at, Small::CLAUSE));
            let claimed = scene.words.lower(waged.token).starts_with("claim");
            let responsible = gap.clone().any(|at| scene.words.lower(at) == "responsibility");
            let takes =
                direct && gap.len() <= 4 && !gap.clone().any(|at| scene.words.is(at, Small::PREPOSITION));
            let waging = scene.words.is(waged.token, Small::WAGING) && takes && !claimed;
            // "retaliated with dozens of attacks"
            let answers = ["retaliat", "respond", "repli", "answer"]
                .iter()
                .any(|stem| scene.words.lower(waged.token).starts_with(stem));
            let waging = waging || answers && scene.words.lower(gap.start) == "with" && gap.len() <= 4;
            if waged.passive || !(waging || claimed && responsible && gap.len() <= 8) {
                return None;
            }
            self.actor(verb, 1)
        })
    }

    /// The first token of the words before a noun that belong to it.
    pub(super) fn phrase_start(&self, noun: usize) -> usize {
        let words = &self.scene.words;
        let belongs = |at: &usize| {
            words.list[*at].kind != Kind::Mark
                && words.list[*at].kind != Kind::Quote
                && !words.is(*at, Small::PREPOSITION | Small::CLAUSE | Small::BE | Small::HAVE)
                && !self.scene.heads.iter().any(|head| head.is_verb() && head.last == *at)
        };
        (noun.saturating_sub(7)..noun).rev().take_while(belongs).last().unwrap_or(noun)
    }

    /// "killed in an ISIS attack": whose attack it was.
    pub(super) fn in_a_deed(&self, tokens: &Range<usize>) -> Option<Named> {
        let words = &self.scene.words;
        let stop = (tokens.start..tokens.end)
            .find(|at| matches!(words.raw(*at), ";" | ":" | "—"))
            .unwrap_or(tokens.end);
        let deed = (tokens.start..stop).find(|at| {
            self.scene.heads.iter().any(|head| {
                head.token == *at
                    && head.shape == Shape::Noun
                    && head.predicates.any(PredicateGroup::Violence)
            }) && words.entry(*at).about.deed
        })?;
        let leads = (tokens.start..deed)
            .rev()
            .find(|at| words.is(*at, Small::PREPOSITION) || matches!(words.lower(*at), "result"))?;
        let causes = matches!(words.lower(leads), "in" | "during" | "by" | "of" | "from");
        if !causes {
            return None;
        }
        self.whose_deed(deed, stop).or_else(|| self.told_before(deed))
    }

    /// "an attack last year, when a suicide bomber killed": the attack that the clause tells of.
    pub(super) fn deed_before_when(&self, own: &Own) -> Option<Named> {
        let words = &self.scene.words;
        let when = own.tokens.clone().find(|at| words.lower(*at) == "when")?;
        let start = own.before.map_or(0, |before| self.scene.heads[before].last + 1);
        let deed = (start..when).rev().find(|at| words.entry(*at).about.deed)?;
        self.whose_deed(deed, when)
    }

    /// "the attack", "such strikes": whose it was when it was told before.
    pub(super) fn told_before(&self, noun: usize) -> Option<Named> {
        let words = &self.scene.words;
        let start = self.phrase_start(noun);
        // "the attack", "Sunday's attack", "the Sunday attack"
        let dated = (start..noun).any(|at| words.is(at, Small::CALENDAR) && words.is_possessive(at));
        if !(start < noun && (words.is(start, Small::DEFINITE) || dated)) {
            return None;
        }
        let word = words.lower(noun).trim_end_matches('s').to_owned();
        self.memory?;
        let here = Search { scene: self.scene, memory: None, sends: false }.last_told(noun, &word);
        if let Told::By(named) = here {
            return Some(named);
        }
        self.told(&word)
    }

    /// Whose the attack was that was last told of before this sentence.
    pub(super) fn told(&self, word: &str) -> Option<Named> {
        let memory = self.memory?;
        for back in 0..REACH {
            let scene = memory.scene_before(back)?;
            match (Search { scene: &scene, memory: None, sends: false }).last_told(scene.words.len(), word) {
                Told::By(named) => return Some(Named { key: named.key, text: 0..0 }),
                Told::ByNobody => return None,
                Told::Nothing => {}
            }
        }
        None
    }

    /// Whose the last attack before a token was.
    pub(super) fn last_told(&self, until: usize, noun: &str) -> Told {
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
pub(super) enum Told {
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
