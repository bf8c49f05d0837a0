//! Which head a date belongs to. What becomes of the two is for others to say.

use std::ops::Range;

use super::before_head::{before_noun, before_verb};
use super::day_for::day_for;
use super::deadline::is_time_given;
use super::headless::{is_attribute, is_commemorated, precedes_deadline};
use super::nouns::{purpose, refused, through_noun, through_verb};
use super::since_clause::compares;
use super::the_rest::names_rest;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::grammar::insertion::insertions;
use crate::extract::grammar::support::is_support;
use crate::extract::scene::{Dated, Scene};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::{Kind, Words};
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// The head that each date belongs to.
pub(super) fn dates(scene: &Scene) -> Vec<Option<usize>> {
    let head = |index: usize| {
        let date = &scene.dates[index];
        if date.of_clause {
            return in_when_clause(scene, &scene.tokens(&date.range));
        }
        date_head(scene, date).filter(|head| *head < scene.heads.len())
    };
    (0..scene.dates.len()).map(head).collect()
}

fn date_head(scene: &Scene, date: &Dated) -> Option<usize> {
    let tokens = scene.tokens(&date.range);
    // "his first visit since the disputed June election": compared with, and dated for all that.
    if is_attribute(scene, &tokens)
        || compares(scene, &tokens) && before_noun(scene, &tokens).is_none()
        || is_commemorated(scene, tokens.start)
        || precedes_deadline(&scene.words, &tokens)
    {
        return None;
    }
    if let Some(index) = in_brackets(scene, &tokens).or_else(|| day_for(scene, &tokens)) {
        return Some(index);
    }
    // "voted on Sunday in an election": between a verb and the particle that makes its sense.
    let spans = |head: &Head| head.is_verb() && head.token < tokens.start && tokens.end <= head.last;
    if let Some(index) = scene.heads.iter().position(spans) {
        return Some(index);
    }
    if is_time_given(&scene.words, &tokens, date.when.relation) {
        // "have until July 20 to reach a deal"
        let verb = scene.heads.iter().position(|head| head.first == tokens.end)?;
        return Some(through_verb(scene, verb));
    }
    let found = before_noun(scene, &tokens).or_else(|| before_verb(scene, &tokens)).or_else(|| {
        if opens_clause(scene, &tokens) {
            to_the_right(scene, tokens.end)
        } else {
            to_the_left(scene, tokens.start).or_else(|| right_behind(scene, tokens.end))
        }
    });
    let found = found.map(|index| refused(scene, index).unwrap_or(index));
    let found = found.filter(|index| !is_of_relative(scene, *index, tokens.start));
    let tells = |index: usize| scene.heads.get(index).is_none_or(|head| !head.predicates.is_empty());
    found.filter(|index| tells(*index)).or_else(|| purpose(scene, tokens.end)).or(found)
}

/// "a resolution that requires them to disarm by May": of a noun's relative clause, whose verb no list has.
fn is_of_relative(scene: &Scene, index: usize, date: usize) -> bool {
    let Some(noun) = scene.heads.get(index).filter(|head| head.shape == Shape::Noun) else { return false };
    let between = noun.last + 1..date;
    let opens = |at: usize| matches!(scene.words.lower(at), "that" | "which" | "who") && at <= noun.last + 4;
    // What is told of the noun itself ("that was approved in May") has the date.
    let verb =
        |head: &Head| head.is_verb() && between.contains(&head.token) && head.shape != Shape::Infinitive;
    // "negotiations that are scheduled to begin on Monday"
    let set = |at: usize| opens(at) && scene.words.is(at + 1, Small::BE);
    between.clone().any(opens) && !scene.heads.iter().any(verb) && !between.clone().any(set)
}

/// "The president on Friday held talks": the verb right behind a date that no verb stands before.
fn right_behind(scene: &Scene, end: usize) -> Option<usize> {
    let verb = scene.heads.iter().position(|head| head.first == end && head.shape == Shape::Finite)?;
    Some(through_verb(scene, verb))
}

/// "signed (in 2018, according to the ministry) a pact": what stands in brackets behind a verb is said of it.
fn in_brackets(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let opens = tokens.start.checked_sub(1).filter(|at| scene.words.raw(*at) == "(")?;
    scene.heads.iter().position(|head| head.is_verb() && head.last + 1 == opens)
}

/// "since 1 May, when the troops began to leave": the head of the clause that tells of that day.
fn in_when_clause(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let when = (tokens.end..tokens.end + 2).find(|at| scene.words.lower(*at) == "when")?;
    let finite = scene.heads.iter().position(|head| head.first > when && head.shape == Shape::Finite)?;
    let verb = through_verb(scene, finite);
    // "since 2014, when the party won a vote"
    let head = &scene.heads[verb];
    let noun = scene.heads.get(verb + 1).is_some_and(|noun| {
        noun.shape == Shape::Noun && !noun.predicates.is_empty() && noun.token <= head.last + 4
    });
    Some(if head.predicates.is_empty() && noun { verb + 1 } else { verb })
}

/// "By September 2025, all forces will …", "… and in 2014 Obama sent": the date stands before its clause.
fn opens_clause(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    // "will leave "before July," he said": quoted words go on with the clause.
    let quoted = tokens.start > 1
        && words.list[tokens.start - 1].kind == Kind::Quote
        && words.list[tokens.start - 2].kind == Kind::Word;
    let first = tokens.start == 0
        || leads_in(words, tokens.start)
        || words.list[tokens.start - 1].kind != Kind::Word
            && words.list[tokens.start - 1].kind != Kind::Number
            && !quoted
        || matches!(
            words.lower(tokens.start - 1),
            "and" | "but" | "that" | "while" | "when" | "because" | "if"
        );
    let followed = words.raw(tokens.end) == ","
        || words.list.get(tokens.end).is_some_and(|next| {
            next.capital
                || words.is(tokens.end, Small::DETERMINER)
                || next.kind == Kind::Number
                || scene.counts.iter().any(|count| scene.tokens(&count.range).start == tokens.end)
        })
        || matches!(words.lower(tokens.end), "it" | "they" | "he" | "she" | "we" | "there");
    // "including five Americans, on Tuesday, pushing": what a gerund tells came of it.
    let outcome = words.raw(tokens.end) == ","
        && scene.heads.iter().any(|head| head.first == tokens.end + 1 && head.shape == Shape::Gerund)
        && scene.heads.iter().any(|head| head.shape == Shape::Finite && head.last < tokens.start);
    if outcome {
        return false;
    }
    // "to fewer than 100,000, including ten brigades, by the end of the year, officers said"
    let after_included = || {
        (2..=10)
            .filter_map(|back| tokens.start.checked_sub(back))
            .find(|at| words.mark(*at) == b',')
            .is_some_and(|at| {
                words.lower(at + 1) == "including"
                    && !scene
                        .heads
                        .iter()
                        .any(|head| head.is_finite() && (at..tokens.start).contains(&head.token))
            })
    };
    if tokens.start > 0
        && words.mark(tokens.start - 1) == b','
        && words.mark(tokens.end) == b','
        && after_included()
    {
        return false;
    }
    let closes_sentence = tokens.end + 1 >= words.len();
    // "in Kismayo, Somalia, until May, officials said": the comma before it closes what stands aside.
    let closes = |at: usize| {
        words.mark(at) == b','
            && at > 0
            && scene.is_aside(at - 1)
            && !words.is(tokens.end + 1, Small::DETERMINER)
    };
    let open = scene.heads.iter().any(|head| head.is_verb() && head.last < tokens.start);
    if tokens.start > 0 && closes(tokens.start - 1) && open {
        return false;
    }
    first && (tokens.start == 0 || followed) && !closes_sentence
}

/// "Also on Sunday, …", "Separately, on Sunday, …": nothing but an adverb before a date.
fn leads_in(words: &Words, date: usize) -> bool {
    let adverb = words.is(0, Small::ADVERB | Small::LY)
        || matches!(words.lower(0), "meanwhile" | "earlier" | "elsewhere");
    date == 1 && adverb
}

fn to_the_left(scene: &Scene, token: usize) -> Option<usize> {
    let bound =
        (0..token).rev().find(|at| matches!(scene.words.raw(*at), ";" | "—" | ":")).map_or(0, |at| at + 1);
    let held = |head: &Head| {
        head.last < token
            && head.token >= bound
            && can_hold(head)
            && !modifies_matter(scene, head)
            && !scene.is_beside(head.token, token)
            && !is_without(scene, head)
            // "to guard polling stations on Sunday": a ground, unless it opens.
            && scene.words.lower(head.token) != "polling"
            && !describes(scene, head, token)
    };
    let nearest = scene.heads.iter().rposition(held)?;
    let found = through_noun(scene, nearest, token);
    (!is_of_what_came_before(scene, found, token)).then_some(found)
}

/// "a resolution after North Korea's launch in May": the day of that, whatever it was, is not the noun's before it.
fn is_of_what_came_before(scene: &Scene, found: usize, date: usize) -> bool {
    let words = &scene.words;
    let Some(noun) = scene.heads.get(found).filter(|noun| noun.shape == Shape::Noun && noun.last < date)
    else {
        return false;
    };
    let verb = scene.heads[..found].iter().rfind(|head| head.is_verb() && head.last + 9 > noun.first);
    let held = verb.is_some_and(|verb| is_support(scene, verb));
    let after = noun.last + 1;
    !held && words.lower(after) == "after" && after + 2 < date && words.is(date, Small::PREPOSITION)
}

/// "ended their mission without any announcement on Sunday": what did not take place has no day.
fn is_without(scene: &Scene, head: &Head) -> bool {
    let words = &scene.words;
    let led = (head.token.saturating_sub(6)..head.token)
        .rev()
        .take_while(|at| words.list[*at].kind == Kind::Word && !words.is(*at, Small::CLAUSE))
        .find(|at| words.is(*at, Small::PREPOSITION));
    head.shape == Shape::Noun && led.is_some_and(|at| words.lower(at) == "without")
}

/// "withdraw its troops based in Niger by May", "left the districts it held on Sunday": what describes a noun on the way
/// is not what the date is of.
fn describes(scene: &Scene, head: &Head, token: usize) -> bool {
    let words = &scene.words;
    let before = head.first.wrapping_sub(1);
    let deadline = matches!(words.lower(token), "by" | "before" | "until");
    let plain_before = words.list.get(before).is_some_and(|word| word.kind == Kind::Word);
    let posted = deadline
        && head.shape == Shape::Participle
        && head.is_cue_of(Predicate::Stationed)
        && plain_before
        && !words.is(before, Small::BE | Small::HAVE)
        && governed(scene, head);
    let pronoun = matches!(words.lower(before), "it" | "they" | "he" | "she" | "we");
    let noun = head.first.checked_sub(2).is_some_and(|at| {
        let plain = words.list[at].kind == Kind::Word && !words.list[at].capital;
        plain
            && !words
                .is(at, Small::CLAUSE | Small::JOINT | Small::RELATIVE | Small::PREPOSITION | Small::FUNCTION)
            && !scene.heads.iter().any(|other| other.is_verb() && (other.first..=other.last).contains(&at))
    });
    let held = matches!(head.shape, Shape::Finite | Shape::Participle)
        && (head.predicates.is_empty() && head.class == Some(Class::Other)
            || head.is_cue_of(Predicate::Captured))
        && pronoun
        && noun
        && governed(scene, head);
    posted || held || names_rest(scene, head)
}

/// Whether a cue stands before a head whose date it could be.
fn governed(scene: &Scene, head: &Head) -> bool {
    scene
        .heads
        .iter()
        .rfind(|other| other.last < head.first && other.is_verb())
        .is_some_and(|other| !other.predicates.is_empty())
}

/// "a meeting on prisoner releases on Sunday": the matter of talks, not a capture.
fn modifies_matter(scene: &Scene, head: &Head) -> bool {
    let matter = |word: &str| {
        ["release", "swap", "exchange", "transfer", "deal", "issue", "talks", "handover"]
            .iter()
            .any(|matter| word.starts_with(matter))
    };
    head.shape == Shape::Word
        && head.is_cue_of(Predicate::Captured)
        && matter(scene.words.lower(head.last + 1))
}

/// The verb of the clause that a date opens; what is inserted after its subject is not that clause.
fn to_the_right(scene: &Scene, token: usize) -> Option<usize> {
    let inserted = insertions(scene, token);
    let bound = (token..scene.words.len())
        .find(|at| {
            matches!(scene.words.raw(*at), ";" | "—") && !inserted.iter().any(|range| range.contains(at))
        })
        .unwrap_or(scene.words.len());
    let fits = |head: &Head| {
        head.token >= token
            && head.token < bound
            && can_hold(head)
            && !inserted.iter().any(|range| range.contains(&head.token))
    };
    let finite = scene.heads.iter().position(|head| fits(head) && head.shape == Shape::Finite);
    if let Some(noun) = finite.and_then(|finite| told_event(scene, token, finite)) {
        return Some(noun);
    }
    finite.map(|finite| through_verb(scene, finite)).or_else(|| scene.heads.iter().position(fits))
}

/// "In September the announcement of a call-up saw queues at the border": a verb that is no cue says what came of the
/// event that is its subject, right behind the date.
fn told_event(scene: &Scene, token: usize, finite: usize) -> Option<usize> {
    let verb = &scene.heads[finite];
    let other = verb.predicates.is_empty() && matches!(verb.class, None | Some(Class::Other));
    let index = (0..finite).find(|at| scene.heads[*at].first >= token)?;
    let head = &scene.heads[index];
    let event = head.shape == Shape::Noun
        && (head.predicates.any(PredicateGroup::Politics) || head.predicates.any(PredicateGroup::Presence));
    let determined = (token..head.token).any(|at| scene.words.is(at, Small::DEFINITE));
    let followed = matches!(scene.words.lower(head.last + 1), "of" | "by" | "from");
    let plain = (head.last..verb.first).all(|at| scene.words.list[at].kind != Kind::Mark);
    (other && event && determined && followed && plain && head.token < token + 5).then_some(index)
}

/// Words that only colour a clause hold no date.
pub(super) fn can_hold(head: &Head) -> bool {
    head.shape != Shape::Word || !head.predicates.is_empty()
}
