//! The words that a claim stands on: the shortest run that holds them.

use std::ops::Range;

use super::attach::counts_shared::is_added_count;
use super::events::Event;
use super::grammar::heads::Shape;
use super::scene::{Counted, Named, Scene, Seen};
use super::stance::governors;
use super::words::function_words::Small;
use super::words::lexicon::Class;
use super::words::word::Kind;
use crate::model::vocabulary::Predicate;

/// The shortest run of words that holds the claim: head, count, date, who, and the place where they are near.
pub(super) fn quote(
    scene: &Scene,
    event: &Event,
    clause: &Range<usize>,
    who: Option<&Named>,
    place: Option<&Named>,
) -> Range<usize> {
    let mut core = match (event.head, event.count) {
        (Some(head), _) => scene.words.bytes(scene.heads[head].first, scene.heads[head].last),
        (None, Some(count)) => scene.counts[count].range.clone(),
        (None, None) => scene.sentence.clone(),
    };
    let mut second = false;
    // "as well as 125 members of the security forces": a count that is added has its own words behind it.
    let mut rightward = false;
    if let Some(count) = event.count {
        let count = &scene.counts[count].range;
        second = follows_another(scene, &core, count);
        // "killed two soldiers and two civilians": the second count has words of its own.
        // "nine people, four guards among them, were killed": its verb says what became of a subject.
        let reach = if count.start < core.start { 14 } else { 5 };
        let far = gap(scene, &core, count) > 5;
        rightward = is_added_count(scene, event.count) && (far || core.start >= count.start)
            || stands_alone(scene, count);
        let apart = gap(scene, &core, count) > reach || second;
        core = if apart { count.clone() } else { joined(&core, count) };
    }
    if let (None, None, Some(head)) = (event.count, event.date, event.head) {
        // A denial alone: the words that deny belong to it.
        for governor in governors(&scene.words, &scene.heads, head) {
            let governor = &scene.heads[governor];
            core = joined(&core, &scene.words.bytes(governor.first, governor.last));
        }
    }
    if let Some(date) = event.date {
        let date = &scene.dates[date].range;
        // A date before a count belongs to the attack or move at large: the count's own words are shorter.
        let reach = if event.count.is_some() { 4 } else { 14 };
        if gap(scene, &core, date) <= reach && !(rightward && date.start < core.start) {
            core = joined(&core, date);
        }
    }
    let bytes = if clause.is_empty() {
        scene.sentence.clone()
    } else {
        scene.words.bytes(clause.start, clause.end - 1)
    };
    // What suffers a second verb ("killed 25 and wounded 55") has its subject far away.
    let joined_before = event.head.is_some_and(|head| {
        let first = scene.heads[head].first;
        first > 0 && scene.words.lower(first - 1) == "and"
    });
    for (named, reach) in
        [(who, if joined_before || second { 0 } else { 5 }), (place, if joined_before { 3 } else { 6 })]
    {
        let Some(Named { text, .. }) = named else { continue };
        if bytes.start <= text.start
            && text.end <= bytes.end
            && !text.is_empty()
            && gap(scene, &core, text) <= reach
            && !(rightward && text.start < core.start)
        {
            core = joined(&core, text);
        }
    }
    if let Some(noun) = said_of(scene, event) {
        core = joined(&core, &noun);
    }
    if let Some(told) = announced(scene, event, &core) {
        return told;
    }
    widened(scene, event, &bytes, core, rightward)
}

/// "the ceasefire announced on Friday", "the faction that won": the noun of which a participle or a relative clause right
/// behind it tells, from its article on.
fn said_of(scene: &Scene, event: &Event) -> Option<Range<usize>> {
    let words = &scene.words;
    let index = event.head.filter(|_| event.count.is_none())?;
    let mut head = &scene.heads[index];
    if head.shape == Shape::Noun {
        // "the faction that won elections": of the verb whose object it is.
        head = scene.heads[..index].last().filter(|verb| verb.last + 3 >= head.first)?;
    }
    let before = head.first.checked_sub(1)?;
    let relative = head.shape == Shape::Finite && matches!(words.lower(before), "that" | "who" | "which");
    let own = scene.heads[index].shape != Shape::Noun;
    if !(relative || own && matches!(head.shape, Shape::Participle | Shape::Finite)) {
        return None;
    }
    let noun = if relative { before.checked_sub(1)? } else { before };
    let plain = |at: &usize| {
        words.list[*at].kind == Kind::Word
            && !words.is(
                *at,
                Small::PREPOSITION
                    | Small::CLAUSE
                    | Small::JOINING
                    | Small::BE
                    | Small::HAVE
                    | Small::RELATIVE,
            )
            && !scene.heads.iter().any(|other| other.is_verb() && (other.first..=other.last).contains(at))
    };
    let first = (noun.saturating_sub(4)..=noun).rev().take_while(plain).last()?;
    Some(words.bytes(first, noun))
}

/// "announced on Monday that she will ask parliament": what is announced belongs to the announcement, up to the next mark.
fn announced(scene: &Scene, event: &Event, core: &Range<usize>) -> Option<Range<usize>> {
    let words = &scene.words;
    let head = event.head.map(|head| &scene.heads[head])?;
    let that = head.shape == Shape::Noun && words.lower(scene.tokens(core).end) == "that";
    let active = event.rule.predicate == Predicate::Announce && (head.is_verb() && !head.passive || that);
    let spoken =
        |at: &usize| words.list.get(*at).is_some_and(|word| !matches!(word.kind, Kind::Mark | Kind::Quote));
    let tokens = scene.tokens(core);
    let end = (tokens.end..).take_while(spoken).take(ANNOUNCED).last().filter(|_| active)? + 1;
    let whole_sentence = end == words.len() || !spoken(&end);
    // Cut short, it ends before a word that only leads on.
    let trails = |at: usize| words.is(at, Small::FUNCTION | Small::CLAUSE | Small::JOINING);
    let end = if whole_sentence { end } else { (tokens.end..end).rev().find(|at| !trails(*at))? + 1 };
    Some(joined(core, &words.bytes(tokens.start, end - 1)))
}

/// "were shot and 17 wounded when a mine", "…, including 154 who were": what stands before the count is said of others,
/// and enough behind it of those counted.
fn stands_alone(scene: &Scene, count: &Range<usize>) -> bool {
    let tokens = scene.tokens(count);
    let Some(led) = tokens.start.checked_sub(1) else { return false };
    let spoken = |at: &usize| {
        scene.words.list.get(*at).is_some_and(|word| !matches!(word.kind, Kind::Mark | Kind::Quote))
    };
    if (tokens.end..).take_while(spoken).take(BEHIND).count() < BEHIND {
        return false;
    }
    let done = || scene.heads.iter().any(|head| head.last + 1 == led && !head.predicates.is_empty());
    match scene.words.lower(led) {
        "including" => true,
        "and" => done(),
        _ => false,
    }
}

/// "killed two soldiers and two civilians": the second count stands by itself.
fn follows_another(scene: &Scene, head: &Range<usize>, count: &Range<usize>) -> bool {
    let between = |other: &Counted| head.end <= other.range.start && other.range.end <= count.start;
    scene.counts.iter().any(between)
}

/// A quote of a word or two says little: it goes on within its clause until it can be read, but not over a mark, nor
/// into what another count says.
fn widened(
    scene: &Scene,
    event: &Event,
    clause: &Range<usize>,
    core: Range<usize>,
    rightward: bool,
) -> Range<usize> {
    let words = &scene.words;
    let another = |token: usize| {
        let holds =
            |index: usize| event.count != Some(index) && words.is_within(token, &scene.counts[index].range);
        (0..scene.counts.len()).any(holds)
    };
    // Who says it, and what another clause says, are not its words.
    let leads = |token: usize| {
        words.is(token, Small::CLAUSE)
            || scene.heads.iter().any(|head| {
                // "were reported to be": nobody says it.
                head.token == token && head.class == Some(Class::Say) && !head.passive
            })
    };
    let within = |token: usize| {
        words.list.get(token).is_some_and(|word| {
            clause.start <= word.start
                && word.end <= clause.end
                && !matches!(word.kind, Kind::Mark | Kind::Quote)
        }) && !another(token)
            && !leads(token)
    };
    let mut tokens = scene.tokens(&core);
    if let Some(described) = described(scene, event, clause, tokens.clone()) {
        return joined(&core, &words.bytes(described.start, described.end - 1));
    }
    let mut length = tokens.clone().map(|token| step(scene, token)).sum::<usize>();
    let mut right_turn = true;
    while length < READABLE {
        let (right, left) = (within(tokens.end), tokens.start > 0 && within(tokens.start - 1));
        // The words before say who; then those after say what becomes of it.
        if rightward && !right {
            break;
        }
        let right = right && (!left || right_turn || rightward);
        right_turn = !right_turn;
        match (right, left) {
            (true, _) => {
                length += 1;
                tokens.end = whole(scene, tokens.end).end;
            }
            (false, true) => {
                length += 1;
                tokens.start = whole(scene, tokens.start - 1).start;
            }
            (false, false) => break,
        }
    }
    // Words that only lead on are left out at the ends.
    let own = scene.tokens(&core);
    let trails = |token: usize| {
        words.is(token, Small::FUNCTION | Small::CLAUSE | Small::JOINING) || words.lower(token) == "including"
    };
    while tokens.end > own.end && trails(tokens.end - 1) {
        tokens.end -= 1;
    }
    while tokens.start < own.start && words.is(tokens.start, Small::CLAUSE | Small::JOINING) {
        tokens.start += 1;
    }
    let tokens = spelt_out(scene, tokens, rightward);
    joined(&core, &words.bytes(tokens.start, tokens.end.saturating_sub(1)))
}

/// "the May poll, which nobody watched", "Friday's vote which made her premier": a noun's relative clause is
/// nearer to it than the verb before it.
fn described(
    scene: &Scene,
    event: &Event,
    clause: &Range<usize>,
    tokens: Range<usize>,
) -> Option<Range<usize>> {
    let words = &scene.words;
    let noun = event.count.is_none()
        && event.head.is_some_and(|head| {
            let head = &scene.heads[head];
            head.shape == Shape::Noun && head.first >= tokens.start && head.first < tokens.end
        });
    let comma = usize::from(words.mark(tokens.end) == b',');
    let led = usize::from(words.is(tokens.end + comma, Small::PREPOSITION));
    let relative = tokens.end + comma + led;
    let opens = words.is(relative, Small::RELATIVE) && (comma > 0 || words.lower(relative) != "that");
    if !noun || !opens {
        return None;
    }
    let own = |at: &usize| {
        let word = &words.list[*at];
        clause.start <= word.start
            && word.kind == Kind::Word
            && !words.is(*at, Small::PREPOSITION | Small::CLAUSE | Small::JOINING)
            && !scene.heads.iter().any(|head| head.is_verb() && head.token == *at)
    };
    let start = (0..tokens.start).rev().take_while(own).take(4).last().unwrap_or(tokens.start);
    let spoken =
        |at: &usize| words.list.get(*at).is_some_and(|word| !matches!(word.kind, Kind::Mark | Kind::Quote));
    let length = tokens.end - start;
    let rest = READABLE.saturating_sub(length).max(4);
    let end = (relative..).take_while(spoken).take(rest).last()? + 1;
    Some(start..end)
}

/// "23 wounded" can hardly be read: what is still short goes on to both sides, over marks, as far as its sentence goes;
/// but not out of a quotation or into one, nor to who says it.
fn spelt_out(scene: &Scene, mut tokens: Range<usize>, rightward: bool) -> Range<usize> {
    let words = &scene.words;
    let spoken = |at: usize| matches!(words.list[at].kind, Kind::Word | Kind::Number);
    let open = own_words(scene, &tokens);
    let mut length = tokens.clone().filter(|at| spoken(*at)).count();
    let mut right_turn = true;
    while length < SPELT_OUT && (tokens.start > open.start || tokens.end < open.end) {
        if (right_turn || rightward) && tokens.end < open.end {
            length += usize::from(spoken(tokens.end));
            tokens.end = whole(scene, tokens.end).end;
        } else if rightward {
            break;
        } else if !right_turn && tokens.start > open.start {
            length += usize::from(spoken(tokens.start - 1));
            tokens.start = whole(scene, tokens.start - 1).start;
        }
        right_turn = !right_turn;
    }
    while tokens.end > 0 && !spoken(tokens.end - 1) {
        tokens.end -= 1;
    }
    while tokens.start < tokens.end && !spoken(tokens.start) {
        tokens.start += 1;
    }
    tokens
}

/// The tokens around some, up to a quotation mark, or to the mark behind which a stretch says who speaks.
fn own_words(scene: &Scene, tokens: &Range<usize>) -> Range<usize> {
    let kind = |at: usize| scene.words.list[at].kind;
    let says = |stretch: Range<usize>| {
        scene.heads.iter().any(|head| head.class == Some(Class::Say) && stretch.contains(&head.token))
    };
    let mut open = tokens.clone();
    while open.end < scene.words.len() && kind(open.end) != Kind::Quote {
        let next = (open.end + 1..scene.words.len()).find(|at| matches!(kind(*at), Kind::Mark | Kind::Quote));
        let next = next.unwrap_or(scene.words.len());
        if says(open.end..next) {
            break;
        }
        open.end = next;
    }
    while open.start > 0 && kind(open.start - 1) != Kind::Quote {
        let before = (0..open.start - 1).rev().find(|at| matches!(kind(*at), Kind::Mark | Kind::Quote));
        let before = before.map_or(0, |at| at + 1);
        if says(before..open.start) {
            break;
        }
        open.start = before;
    }
    open
}

/// Words that a quote has at least, where its clause has them; a name is one word.
const READABLE: usize = 11;
/// Words of what is announced that a quote has at most.
const ANNOUNCED: usize = 9;
/// Words behind a count that tell of it without those before.
const BEHIND: usize = 3;
/// Words that a quote has at least, where its sentence has them.
const SPELT_OUT: usize = 7;

/// The tokens of the name that a token is part of, or itself.
fn whole(scene: &Scene, token: usize) -> Range<usize> {
    name(scene, token).map_or(token..token + 1, |name| scene.tokens(&name.range))
}

/// The name that a token is part of.
fn name<'s>(scene: &'s Scene, token: usize) -> Option<&'s Seen<'s>> {
    let word = &scene.words.list[token];
    scene.seen.iter().find(|seen| seen.range.start <= word.start && word.end <= seen.range.end)
}

/// 1 for a token, 0 for all but the last of a name.
fn step(scene: &Scene, token: usize) -> usize {
    usize::from(name(scene, token).is_none_or(|name| name.range.end == scene.words.list[token].end))
}

fn joined(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

/// Tokens between two ranges.
fn gap(scene: &Scene, a: &Range<usize>, b: &Range<usize>) -> usize {
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    scene.words.at(second.start).saturating_sub(scene.tokens(first).end)
}
