//! Who attacks, kills, wounds or captures: behind "by", as the subject of the verb, as whose attack it was, or as the one
//! who is blamed for it. Where nobody is named in the sentence, nobody is, but for an attack that the text refers back to.

use std::ops::Range;

use super::actor::{Doer, Search};
use super::losers::loses;
use crate::extract::grammar::heads::Shape;
use crate::extract::memory::Memory;
use crate::extract::scene::{Named, Scene};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// Who does what a head of violence says.
pub(super) fn perpetrator(scene: &Scene, head: usize, memory: &Memory<'_>) -> Option<Named> {
    Search { scene, memory: Some(memory), sends: false }.of(head)
}

impl Search<'_, '_> {
    pub(super) fn of(&self, index: usize) -> Option<Named> {
        let scene = self.scene;
        let head = &scene.heads[index];
        if loses(scene, head) {
            return None;
        }
        let after = head.last + 1..scene.clause(head.token).end.max(head.last + 1);
        if scene.words.is(head.token, Small::DYING) {
            return self.in_a_deed(&after).or_else(|| self.cause(&after));
        }
        let suffers = head.passive || head.shape == Shape::Participle;
        match head.shape {
            _ if suffers => self
                .by(&after)
                .or_else(|| self.in_a_deed(&after))
                .or_else(|| self.cause(&after))
                .or_else(|| self.blamed(index))
                .or_else(|| self.continued(index)),
            Shape::Word => self
                .by(&after)
                .or_else(|| self.in_a_deed(&after))
                .or_else(|| self.actor(self.leaving(index)?, 0)),
            Shape::Noun => self.of_noun(index, &after),
            _ => self.actor(index, 0).or_else(|| self.blamed(index)),
        }
    }

    /// "Another 170 were wounded": it goes on with the attack of the sentence before.
    fn continued(&self, index: usize) -> Option<Named> {
        let words = &self.scene.words;
        let opens = (0..2).any(|at| matches!(words.lower(at), "another" | "others" | "additional"));
        let own = self.own(index);
        (opens && own.before.is_none()).then(|| self.told("attack"))?
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

    /// Who stands behind "by".
    pub(super) fn by(&self, tokens: &Range<usize>) -> Option<Named> {
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

    /// "fighters of al-Shabaab", "gunmen from the militia": whose they are.
    pub(super) fn of_the_group(&self, rest: &Range<usize>) -> Option<Named> {
        let of = matches!(self.scene.words.lower(rest.start), "of" | "from" | "with");
        let behind = rest.start + 1..rest.end.min(rest.start + 5);
        let group = self.scene.seen_in(&behind).next().filter(|seen| of && seen.is_armed())?;
        Some(Named { key: Some(group.key.to_owned()), text: group.range.clone() })
    }

    /// "were killed after a French jet hit their camp", "when Israel struck": who did what they died of.
    fn cause(&self, tokens: &Range<usize>) -> Option<Named> {
        let scene = self.scene;
        let end = scene.words.len();
        let joint =
            (tokens.start..end).find(|at| matches!(scene.words.lower(*at), "after" | "when" | "as"))?;
        // "in an attack that ended after troops raided": that is another story.
        if scene
            .heads
            .iter()
            .any(|head| head.shape == Shape::Finite && (tokens.start..joint).contains(&head.token))
        {
            return None;
        }
        let verb = scene.heads.iter().position(|head| {
            head.token > joint
                && head.token <= joint + 12
                && head.shape == Shape::Finite
                && head.predicates.any(PredicateGroup::Violence)
        })?;
        let head = &scene.heads[verb];
        if head.passive {
            return self.by(&(head.last + 1..end));
        }
        match self.doer(&(joint + 1..head.first)) {
            Doer::Named(named) => Some(named),
            _ => self.actor(verb, 1),
        }
    }

    /// "left at least 14 people dead": the verb whose subject does it.
    fn leaving(&self, index: usize) -> Option<usize> {
        let scene = self.scene;
        let head = &scene.heads[index];
        let verb = scene.heads[..index].iter().rposition(|other| {
            matches!(
                scene.words.lower(other.token),
                "left" | "leaves" | "leave" | "leaving" | "shot" | "shoot"
            )
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
}
