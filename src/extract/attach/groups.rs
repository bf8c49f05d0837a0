//! Counts whose head is that of the group they are taken from, of the forces they put into figures, or of what they man:
//! "were among those who died", "half its troops, some 7,000 soldiers", "batteries manned by 500 soldiers".

use std::ops::Range;

use crate::extract::amount::toll::toll;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// The head of a group that a count is part of or stands for.
pub(super) fn named_group(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    among_behind(scene, tokens)
        .or_else(|| among_counted(scene, tokens))
        .or_else(|| among_before(scene, tokens))
        .or_else(|| of_those(scene, tokens))
        .or_else(|| in_figures(scene, tokens))
        .or_else(|| manning(scene, tokens))
        .or_else(|| reinforcing(scene, tokens))
        .or_else(|| toll(scene, tokens))
        .or_else(|| number_killed(scene, tokens))
        .or_else(|| inverted(scene, tokens))
}

/// "brought to 31 the number of soldiers killed", "bringing the number of soldiers killed to 31": those of whom the
/// number is.
fn number_killed(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let to = tokens.start.checked_sub(1).filter(|at| matches!(words.lower(*at), "to" | "at"))?;
    let verb = |at: usize| {
        ["bring", "brought", "rais", "push", "tak", "took", "put"]
            .iter()
            .any(|stem| words.lower(at).starts_with(stem))
    };
    let number = |at: usize| matches!(words.lower(at), "number" | "total" | "count" | "figure");
    let inverted = to > 0 && verb(to - 1) && words.lower(tokens.end) == "the" && number(tokens.end + 1);
    let reach = if inverted {
        tokens.end + 2..(tokens.end + 9).min(words.len())
    } else {
        let from = (to.saturating_sub(14)..to).rev().find(|at| number(*at) && words.lower(at + 1) == "of")?;
        (from >= 2 && (from.saturating_sub(4)..from).any(verb)).then_some(from + 1..to)?
    };
    scene.heads.iter().position(|head| reach.contains(&head.token) && is_harm(head))
}

/// "reinforced its garrison with 200 soldiers": those it is reinforced with come.
fn reinforcing(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let with = tokens.start.checked_sub(1).filter(|at| matches!(words.lower(*at), "with" | "by"))?;
    let verb = scene.heads.iter().rposition(|head| head.token < with && head.is_verb())?;
    let head = &scene.heads[verb];
    let grows = ["reinforc", "bolster", "beef", "boost", "strengthen", "augment"];
    let gap = (head.last + 1..with).filter(|at| !scene.is_aside(*at));
    let plain = gap.clone().all(|at| words.list[at].kind == Kind::Word);
    (grows.iter().any(|stem| words.lower(head.token).starts_with(stem)) && plain && gap.count() <= 6)
        .then_some(verb)
}

/// What became of people: dead, wounded, taken.
fn is_harm(head: &Head) -> bool {
    [Predicate::Killed, Predicate::Wounded, Predicate::Captured].iter().any(|cue| head.is_cue_of(*cue))
}

/// "11 marines were among those who died", "four others are also listed among the wounded".
fn among_behind(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let reach = tokens.end..(tokens.end + 12).min(words.len());
    let among = reach.clone().find(|at| matches!(words.lower(*at), "among" | "amongst"))?;
    let verb =
        (tokens.end..among).rev().find(|at| words.is(*at, Small::BE) || words.lower(*at) == "number")?;
    let plain = (verb..among).all(|at| words.list[at].kind == Kind::Word);
    let unbroken =
        (tokens.end..verb).all(|at| !matches!(words.raw(at), ";" | ":") && !words.is(at, Small::CLAUSE));
    let harm = scene.heads.iter().position(|head| head.token > among && is_harm(head))?;
    let near = scene.heads[harm].first <= among + 5;
    (plain && among - verb <= 4 && unbroken && near && is_group(scene, among, harm)).then_some(harm)
}

/// "Six lawmakers were among at least 41 people killed"
fn among_counted(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let among = (tokens.end..(tokens.end + 8).min(words.len())).find(|at| words.lower(*at) == "among")?;
    let be = among.checked_sub(1).filter(|at| words.is(*at, Small::BE))?;
    let plain = (tokens.end..be).all(|at| words.list[at].kind == Kind::Word);
    let counted = scene
        .counts
        .iter()
        .map(|count| scene.tokens(&count.range))
        .find(|counted| counted.start > among && counted.start < among + 4)?;
    let behind = counted.end..counted.end + 3;
    plain.then(|| scene.heads.iter().position(|head| behind.contains(&head.token) && is_harm(head)))?
}

/// "Among the dead were five children", "he said that among those killed was one nurse".
fn among_before(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let be = scene.heads.iter().rposition(|head| head.last < tokens.start)?;
    let is_be = scene.heads[be].class == Some(Class::Be) && scene.heads[be].last + 6 > tokens.start;
    let first = scene.heads[be].first;
    let among = (first.saturating_sub(14)..first)
        .rev()
        .find(|at| matches!(scene.words.lower(*at), "among" | "amongst"))
        .filter(|_| is_be)?;
    let harm = scene.heads[..be].iter().position(|head| head.token > among && is_harm(head))?;
    // "among them", "among 30 killed": a group is definite.
    (scene.heads[harm].first <= among + 5).then_some(harm)
}

/// "the dead", "those who died", "the 30 people killed": not "among the families of the dead".
fn is_group(scene: &Scene, among: usize, harm: usize) -> bool {
    let gap = among + 1..scene.heads[harm].first;
    !gap.clone().any(|at| scene.words.is(at, Small::PREPOSITION) || scene.words.list[at].kind == Kind::Mark)
}

/// "Of the 957 people killed since May, 119 were women": what was said of the whole.
fn of_those(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let opens = words.lower(0) == "of" && matches!(words.lower(1), "the" | "those" | "these");
    let be = scene.heads.iter().find(|head| head.first >= tokens.end).filter(|_| opens)?;
    let is_be = be.class == Some(Class::Be) && be.first <= tokens.end + 1;
    let harm = scene.heads.iter().position(|head| head.token < tokens.start && is_harm(head))?;
    // "of the 40 taken, 12 were released": the first verb after "were" says something else.
    (is_be && tokens.start > 2 && scene.heads[harm].token <= 8).then_some(harm)
}

/// "withdraw half its troops by summer -- some 7,000 soldiers --": between marks a part of forces is put into figures.
fn in_figures(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let opens = tokens
        .start
        .checked_sub(1)
        .filter(|at| is_dash(words.raw(*at)) || matches!(words.raw(*at), "," | "("))?;
    let closed = tokens.end >= words.len()
        || is_dash(words.raw(tokens.end))
        || matches!(words.raw(tokens.end), "," | ")" | "." | ";");
    let part =
        (opens.saturating_sub(14)..opens).rev().find(|at| is_part(words.lower(*at))).filter(|_| closed)?;
    let forces = (part..(part + 6).min(opens)).any(|at| words.entry(at).about.force);
    let verb = scene.heads.iter().rposition(|head| head.last < part)?;
    let head = &scene.heads[verb];
    let between =
        scene.heads.iter().any(|other| other.shape == Shape::Finite && (part..opens).contains(&other.token));
    let near = head.last + 3 >= part && head.predicates.any(PredicateGroup::Presence);
    (forces && !between && near && (!head.passive || head.shape == Shape::Noun)).then_some(verb)
}

/// Words for a part of a whole, or for all of it.
fn is_part(word: &str) -> bool {
    matches!(
        word,
        "half"
            | "third"
            | "thirds"
            | "quarter"
            | "quarters"
            | "most"
            | "all"
            | "rest"
            | "remainder"
            | "bulk"
            | "majority"
    )
}

fn is_dash(mark: &str) -> bool {
    matches!(mark, "-" | "--" | "–" | "—")
}

/// "deploying batteries manned by 500 soldiers", "a force made up of 300 commandos was sent": they go where it goes.
fn manning(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| words.lower(at));
    let mans = match before(1) {
        "by" => matches!(before(2), "manned" | "crewed" | "staffed"),
        "of" => matches!(before(2), "consisting" | "composed") || before(2) == "up" && before(3) == "made",
        "carrying" => true,
        _ => false,
    };
    let moves = |head: &Head| {
        head.predicates.any(PredicateGroup::Presence)
            && !["made", "consist", "compos", "compris"]
                .iter()
                .any(|stem| words.lower(head.token).starts_with(stem))
    };
    let clause = tokens.start.saturating_sub(12)..(tokens.end + 8).min(words.len());
    let reach = |head: &&Head| clause.contains(&head.token) && head.is_verb() && moves(head);
    let found = scene
        .heads
        .iter()
        .filter(reach)
        .min_by_key(|head| head.token.abs_diff(tokens.start))
        .filter(|_| mans)?;
    scene.heads.iter().position(|head| head.token == found.token)
}

/// "was sent to Erbil in 2004 with 3,600 troops", "landed with 200 men": those with whom somebody goes.
pub(super) fn goes_with(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let with = tokens.start.checked_sub(1).filter(|at| scene.words.lower(*at) == "with")?;
    let clause = scene.clause(with);
    let verb = scene.heads.iter().rposition(|head| head.last < with && head.is_verb())?;
    let head = &scene.heads[verb];
    let near = clause.contains(&head.token) && with - head.last <= 8;
    let intransitive = head.passive
        || ["arriv", "land", "enter", "cross", "went", "return"]
            .iter()
            .any(|stem| scene.words.lower(head.token).starts_with(stem));
    (near && intransitive && head.is_cue_of(Predicate::Deploy)).then_some(verb)
}

/// "Also killed were nine Kenyans", "Wounded in the attack were two officers": the participle opens the clause, and who
/// suffered follows.
fn inverted(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let be = tokens.start.checked_sub(1).filter(|at| matches!(words.lower(*at), "were" | "was"))?;
    let start = (0..be).rev().find(|at| words.list[*at].kind == Kind::Mark).map_or(0, |mark| mark + 1);
    let first = start + usize::from(words.lower(start) == "also");
    scene.heads.iter().position(|head| {
        head.token == first
            && head.first == first
            && first < be
            && head.is_verb()
            && head.predicates.any(PredicateGroup::Violence)
    })
}
