//! Who the article says it from: reporting verbs, "according to", quotations that run on, documents, other outlets.

use std::ops::Range;

use super::speaker::speaker;
use super::via::{merge_via, told_outlet};
use super::wishes::wishes;
use crate::extract::grammar::heads::{Head, Mood, Shape};
use crate::extract::scene::Seen;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::{Class, Role};
use crate::extract::words::word::{Kind, Words};
use crate::model::vocabulary::SpeakerKind;

/// A speaker and what part of the sentence is theirs.
#[derive(Debug, Clone)]
pub(in crate::extract) struct Attribution {
    /// The words that name the speaker, in bytes.
    pub(in crate::extract) text: Range<usize>,
    /// What kind of speaker.
    pub(super) kind: SpeakerKind,
    /// Entity key, where one is known.
    pub(super) key: Option<String>,
    /// How many speakers.
    pub(super) count: Option<i64>,
    /// News organisation through which it came.
    pub(in crate::extract) via: Option<String>,
    /// Tokens whose claims are the speaker's.
    pub(super) scope: Range<usize>,
    /// Whether it is a deal or plan, whose terms are agreed.
    pub(in crate::extract) is_agreement: bool,
}

/// What attribution needs to see of a sentence.
pub(in crate::extract) struct View<'a> {
    /// The words.
    pub(in crate::extract) words: &'a Words<'a>,
    /// The heads.
    pub(in crate::extract) heads: &'a [Head],
    /// The entities.
    pub(in crate::extract) seen: &'a [Seen<'a>],
    /// Key of the article's publisher.
    pub(in crate::extract) publisher: Option<&'a str>,
}

/// All speakers of a sentence, in order.
pub(in crate::extract) fn attributions(view: &View<'_>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = according_to(view);
    for head in view.heads.iter().filter(|head| head.class == Some(Class::Say) && head.is_verb()) {
        found.extend(reported(view, head));
    }
    if found.is_empty() {
        found.extend(wishes(view));
    }
    merge_via(&mut found);
    found
}

/// "according to four sources", "citing officials", "under the plan"
fn according_to(view: &View<'_>) -> Vec<Attribution> {
    let words = view.words;
    let mut found = Vec::new();
    for at in (0..words.len()).filter(|at| words.is(*at, Small::CITING)) {
        let start = match (words.lower(at), words.lower(at + 1)) {
            ("according", "to") | ("as", "per") => at + 2,
            ("citing" | "quoting" | "per", _) => at + 1,
            ("under", _) if names_document(words, at + 1) => at + 1,
            _ => continue,
        };
        let start = behind_estimates(words, start);
        let end = phrase_end(words, start);
        if let Some(mut speaker) = speaker(view, start..end) {
            if words.lower(at) == "under" && speaker.kind != SpeakerKind::Document {
                continue;
            }
            speaker.scope = 0..words.len();
            found.push(speaker);
        }
    }
    found
}

/// "according to estimates from aid workers", "an account by a diplomat": whose they are speaks.
fn behind_estimates(words: &Words, start: usize) -> usize {
    let noun = start + usize::from(words.is(start, Small::DETERMINER));
    let given = matches!(
        words.lower(noun),
        "estimate"
            | "estimates"
            | "information"
            | "account"
            | "accounts"
            | "interviews"
            | "testimony"
            | "remarks"
    );
    let led = matches!(words.lower(noun + 1), "from" | "by" | "of" | "with");
    if given && led { noun + 2 } else { start }
}

fn names_document(words: &Words, start: usize) -> bool {
    (start..phrase_end(words, start)).any(|at| words.role(at) == Some(Role::Document))
}

/// "X said Y", "Y, X said", "Y, said X"
fn reported(view: &View<'_>, head: &Head) -> Option<Attribution> {
    let words = view.words;
    if head.passive || matches!(head.shape, Shape::Infinitive | Shape::Participle) || !attributes(view, head)
    {
        return None;
    }
    if head.shape == Shape::Gerund {
        return saying(view, head);
    }
    let inverted = is_inverted(view, head);
    let phrase =
        if inverted { head.last + 1..phrase_end(words, head.last + 1) } else { subject_phrase(words, head) };
    // "the aims that it announced", "the goals Turkey announced": what stands before has a verb of its own.
    let clause = |other: &Head| {
        other.shape == Shape::Finite && other.first < other.token && phrase.contains(&other.first)
    };
    if !inverted && view.heads.iter().any(clause) {
        return None;
    }
    let mut speaker = speaker(view, phrase.clone())?;
    // "Y, X said" gives what stands before; "X said Y" what stands after.
    let closes = inverted || ends_quotation(words, phrase.start) && !follows_conjunction(words, phrase.start);
    speaker.scope = if !closes {
        head.last + 1..insertion_end(words, phrase.start, head.last + 1)
    } else if comments(view, head) {
        0..head.last + 1
    } else {
        0..words.len()
    };
    if let Some(outlet) = told_outlet(view, head) {
        speaker.via = speaker.via.or(Some(outlet));
    }
    Some(speaker)
}

/// "claimed responsibility", "an estimated 10,000", "announced an end": the verb reports nothing that anybody says.
fn attributes(view: &View<'_>, head: &Head) -> bool {
    let words = view.words;
    let object = words.lower(head.last + 1);
    let adjective = head.first > 0 && words.is(head.first - 1, Small::DETERMINER) && head.first == head.token;
    // "will announce": nothing is said yet. "adding to the 8,400": nobody says it.
    let unsaid = head.mood == Mood::Will || object == "to" && words.lower(head.token) == "adding";
    // "the group accused of kidnapping": somebody else accuses.
    let accused = words.lower(head.token) == "accused" && matches!(object, "of" | "by");
    if adjective || unsaid || accused || matches!(object, "responsibility" | "credit" | "victory") {
        return false;
    }
    let verb = words.lower(head.token);
    if !["announc", "declar", "maintain", "outlin", "describ"].iter().any(|stem| verb.starts_with(stem)) {
        return true;
    }
    // "announced plans to withdraw", "outlined a strategy"
    let plans = (head.last + 1..head.last + 5)
        .take_while(|at| {
            !words.is(*at, Small::PREPOSITION)
                && words.list.get(*at).is_some_and(|word| word.kind == Kind::Word)
        })
        .any(|at| matches!(words.lower(at), "plan" | "plans" | "strategy" | "timetable" | "roadmap"));
    if plans && !verb.starts_with("maintain") {
        return true;
    }
    // Only a clause is what somebody says: "announced that", "announced it would".
    let end = (head.last + 1..words.len())
        .find(|at| matches!(words.raw(*at), "," | ";" | "—"))
        .unwrap_or(words.len());
    object == "that"
        || ends_quotation(words, subject_phrase(words, head).start)
        || view
            .heads
            .iter()
            .any(|other| other.shape == Shape::Finite && (head.last + 1..end).contains(&other.token))
}

/// "…, saying 11 soldiers had been hurt": whoever does what the verb before says.
fn saying(view: &View<'_>, head: &Head) -> Option<Attribution> {
    let words = view.words;
    if words.lower(head.first.wrapping_sub(1)) == "as" {
        return quoted(view, head);
    }
    let verb = view.heads.iter().rfind(|other| other.shape == Shape::Finite && other.last < head.first)?;
    let mut speaker = speaker(view, subject_phrase(words, verb))?;
    speaker.scope = head.last + 1..words.len();
    Some(speaker)
}

/// "the agency quoted officials as saying", "the minister was quoted by the daily as saying": who is quoted speaks.
fn quoted(view: &View<'_>, head: &Head) -> Option<Attribution> {
    let words = view.words;
    let quotes = |other: &&Head| {
        other.last < head.first
            && ["quot", "cit"].iter().any(|stem| words.lower(other.token).starts_with(stem))
    };
    let verb = view.heads.iter().rfind(quotes)?;
    let object = verb.last + 1..head.first - 1;
    let by = object.is_empty() || words.lower(object.start) == "by";
    let told = if verb.passive || by { subject_phrase(words, verb) } else { object };
    let mut speaker = speaker(view, told)?;
    speaker.scope = head.last + 1..words.len();
    Some(speaker)
}

/// "…," said the minister: after a mark or quotation, and who speaks follows.
fn is_inverted(view: &View<'_>, head: &Head) -> bool {
    let words = view.words;
    let after_mark = head.first > 0
        && (words.list[head.first - 1].kind == Kind::Quote || words.raw(head.first - 1) == ",");
    let next = head.last + 1;
    let told = words.lower(head.token).starts_with("tol") || words.lower(head.token).starts_with("tell");
    let verbless = || !view.heads.iter().any(|other| other.shape == Shape::Finite && other.token >= next);
    // "Omar, the envoy, said troops had left": no clause stands before that they could have said.
    let quoted = after_mark && words.list[head.first - 1].kind == Kind::Quote;
    let said_before =
        || view.heads.iter().any(|other| other.shape == Shape::Finite && other.token < head.first);
    after_mark
        && !told
        && (quoted || said_before() || verbless())
        && words.list.get(next).is_some_and(|word| {
            word.kind == Kind::Word
                && (word.capital && !is_weekday(words.lower(next))
                    || words.is(next, Small::DETERMINER)
                    || verbless())
                && !words.is(next, Small::PREPOSITION | Small::CLAUSE)
        })
}

/// "said Saturday that": a day, and nobody who speaks.
fn is_weekday(word: &str) -> bool {
    word.ends_with("day") && word.len() < 10
}

/// Where what is said ends: "– he said they will stay –" and "which the group said was a base, killed" end with the
/// insertion.
fn insertion_end(words: &Words, start: usize, from: usize) -> usize {
    let before = start.checked_sub(1).map_or("", |at| words.raw(at));
    let closes: &[&str] = match before {
        "-" | "–" | "—" => &["-", "–", "—"],
        "which" | "who" | "that" => &[",", "-", "–", "—"],
        "(" => &[")"],
        _ => return words.len(),
    };
    (from..words.len()).find(|at| closes.contains(&words.raw(*at))).unwrap_or(words.len())
}

/// "…, he said, referring to a deal signed in May": what follows is not his.
fn comments(view: &View<'_>, head: &Head) -> bool {
    let words = view.words;
    let next = head.last + 2;
    words.raw(head.last + 1) == ","
        && words.lower(next).ends_with("ing")
        && !view.heads.iter().any(|other| other.token == next && other.class == Some(Class::Say))
}

fn follows_conjunction(words: &Words, start: usize) -> bool {
    start > 0
        && (words.is(start - 1, Small::CLAUSE | Small::JOINING)
            || matches!(words.lower(start - 1), "though" | "with"))
}

fn ends_quotation(words: &Words, start: usize) -> bool {
    start > 0 && (words.list[start - 1].kind == Kind::Quote || words.raw(start - 1) == ",") && start > 3
}

/// The words of a verb's subject: back to the last mark, or to the sentence's start.
pub(super) fn subject_phrase(words: &Words, head: &Head) -> Range<usize> {
    let end = head.first;
    let mut start = end;
    let mut apposition = false;
    while start > 0 {
        let before = start - 1;
        let raw = words.raw(before);
        // "Hugh Hill, a doctor, said": the apposition belongs to the subject.
        if raw == "," && start == end {
            apposition = true;
        } else if raw == "," && apposition {
            apposition = false;
        } else if words.list[before].kind == Kind::Quote
            || words.list[before].kind == Kind::Mark
                && (!matches!(raw, "-" | "." | "(" | ")") || is_dash(words, before))
            || !apposition
                && matches!(
                    raw,
                    "that"
                        | "but"
                        | "while"
                        | "which"
                        | "after"
                        | "before"
                        | "when"
                        | "because"
                        | "if"
                        | "where"
                        | "since"
                        | "although"
                        | "though"
                        | "until"
                        | "whether"
                )
            || raw == "and" && !joins_names(words, before)
        {
            break;
        }
        start -= 1;
    }
    start..end
}

/// "Iraqi sources and US officials": a conjunction inside a subject.
fn joins_names(words: &Words, at: usize) -> bool {
    let named = |at: usize| words.list.get(at).is_some_and(|word| word.capital);
    let spoken = |at: usize| (at + 1..at + 5).any(|next| words.role(next).is_some());
    let verb = |at: usize| (at.saturating_sub(6)..at).any(|before| words.entry(before).can_be_verb);
    // ", security and hospital sources said"
    let two = at > 1
        && (at == 2 || words.list[at - 2].kind == Kind::Mark)
        && words.list[at - 1].kind == Kind::Word
        && (at + 1..at + 4).any(|next| words.role(next).is_some());
    at > 0
        && (two
            || words.role(at - 1).is_some()
            || named(at - 1) && (named(at + 1) || spoken(at) && !verb(at)))
}

/// The end of the phrase that begins here: at a mark, a verb or a preposition of time.
fn phrase_end(words: &Words, start: usize) -> usize {
    let mut end = start;
    while end < words.len() {
        let raw = words.raw(end);
        if ends_title(words, end) {
            end += 1;
            continue;
        }
        let closes = words.list[end].kind == Kind::Quote
            || is_dash(words, end)
            || words.list[end].kind == Kind::Mark && !matches!(raw, "-" | "’" | "'")
            || end > start
                && matches!(
                    raw,
                    "that" | "who" | "which" | "said" | "by" | "on" | "to" | "told" | "as" | "after" | "when"
                );
        if closes {
            break;
        }
        end += 1;
    }
    end
}

/// " - ", "--": what stands free of the word before it is no hyphen.
fn is_dash(words: &Words, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &words.list[before]);
    words.raw(at) == "-"
        && before.is_some_and(|before| before.kind == Kind::Mark || before.end < words.list[at].start)
}

/// "Capt. Joan", "Lt. Col. Peter": the dot of a short title before a name.
fn ends_title(words: &Words, dot: usize) -> bool {
    let title = dot.checked_sub(1).map(|at| &words.list[at]);
    let short = title.is_some_and(|word| word.capital && word.end - word.start <= 5);
    words.raw(dot) == "." && short && words.list.get(dot + 1).is_some_and(|next| next.capital)
}

/// The speaker of a token: the innermost whose scope holds it, the first among equals.
pub(in crate::extract) fn speaker_of(attributions: &[Attribution], token: usize) -> Option<&Attribution> {
    attributions
        .iter()
        .filter(|speaker| speaker.scope.contains(&token))
        .min_by_key(|speaker| speaker.scope.len())
}
