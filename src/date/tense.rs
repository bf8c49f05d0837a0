//! Whether the clause around a date looks back or ahead, by its nearest verb. Knows verbs, not what they mean.

use super::ahead::{is_bygone, is_up_against};
use super::arranged::{arranged, asks_for_meeting, is_doubted, is_of_many, is_of_one};
use super::token::{Line, back};
use super::word::{Key, Pick, Verb, Word};
use super::{named, owned};

/// Where a clause stands to the time of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    /// Past, but what it sets is ahead: "ordered", "agreed".
    Directive,
    Future,
    /// Neither is told: of the days before and behind the one that is clearly nearer.
    Nearby,
    /// Ahead by its verb, but the day is part of an event's name, and may be long past.
    Named,
    Unknown,
}

/// The tense of the clause that holds the tokens from `start` to `end`: of the nearest verb before, else after.
pub(super) fn tense(line: &Line, start: usize, end: usize) -> Tense {
    if line.possessive(end).is_some() {
        return owned::tense(line, start, end);
    }
    if is_bygone(line, start, end) {
        return Tense::Past;
    }
    if is_up_against(line, start, end) {
        return Tense::Future;
    }
    let clause = clause_start(line, start);
    let before = || (clause..start).rev().find_map(|at| verb(line, at));
    let after = || (end..clause_end(line, end)).find_map(|at| verb(line, at));
    let found = if opens_clause(line, start) { after().or_else(before) } else { before().or_else(after) };
    let told = found.or_else(|| (0..clause).rev().find_map(|at| verb(line, at))).unwrap_or(Tense::Unknown);
    named::tense(line, start, end, told)
}

/// Clauses end at these; a comma alone does not end them.
pub(super) fn clause_start(line: &Line, at: usize) -> usize {
    (0..at)
        .rev()
        .find(|at| {
            matches!(line.word(*at), Word::Mark(b';' | b'"' | b':' | b'~')) || is_conjunction(line, *at)
        })
        .map_or(0, |at| at + 1)
}

/// Words that begin a clause of its own.
fn is_conjunction(line: &Line, at: usize) -> bool {
    line.is_key(at, Key::Clause)
}

/// Whether the phrase stands at the head of its clause: "…, but in March a judge ruled".
fn opens_clause(line: &Line, start: usize) -> bool {
    let is_listed = matches!(
        line.before(start, 2),
        Word::Weekday(_) | Word::Month(_) | Word::Digits(_) | Word::ShortMonth(_)
    );
    match line.before(start, 1) {
        Word::Key(Key::And) | Word::Mark(b',') => !is_listed && is_subject(line, start),
        Word::Key(Key::Clause) => true,
        _ => false,
    }
}

/// Whether a comma before the phrase ends what came before: a preposition leads it.
fn is_subject(line: &Line, start: usize) -> bool {
    matches!(
        line.word(start),
        Word::Key(Key::In | Key::On | Key::By | Key::Since | Key::After | Key::Until | Key::At | Key::During)
    )
}

fn clause_end(line: &Line, at: usize) -> usize {
    (at..line.tokens.len())
        .find(|at| matches!(line.word(*at), Word::Mark(b';' | b'~')))
        .unwrap_or(line.tokens.len())
}

/// The tense a token gives to what follows it.
pub(super) fn verb(line: &Line, at: usize) -> Option<Tense> {
    // "rebel-held", "Saudi-backed": what describes a noun.
    if at > 1 && line.is_mark(at - 1, b'-') && line.is_glued(at) {
        return None;
    }
    match line.word(at) {
        // "to cut", "to put": the same word as its past.
        Word::Verb(Verb::Past) if at > 0 && line.is_key(at - 1, Key::To) && is_invariant(line.raw(at)) => {
            None
        }
        // "a cut", "the lost year"
        Word::Verb(Verb::Past) if follows_article(line, at) => None,
        // "a cut by December was announced": what is announced tells more than that it was.
        Word::Verb(Verb::Past)
            if matches!(line.raw(at), "was" | "were")
                && matches!(line.word(at + 1), Word::Verb(Verb::Directive | Verb::Arranged)) =>
        {
            verb(line, at + 1)
        }
        Word::Verb(Verb::Past | Verb::Implicative) => Some(governed(line, at)),
        Word::Verb(Verb::Arranged) => Some(arranged(line, at)),
        // "have called for a meeting on Monday", "requested a council meeting on Monday": it has not been held.
        Word::Verb(Verb::Directive) if asks_for_meeting(line, at) => Some(Tense::Future),
        Word::Verb(Verb::Directive) => Some(match governed(line, at) {
            Tense::Past => Tense::Directive,
            other => other,
        }),
        Word::Verb(Verb::Future) if line.is_capital(at) && at > 0 => None,
        Word::Verb(Verb::Future)
            if line.raw(at) == "due" && line.is_key(at + 1, Key::To) && !is_infinitive(line, at + 1) =>
        {
            None
        }
        Word::Key(Key::Could) => Some(possibility(line, at)),
        Word::Verb(Verb::Future) if is_noun(line, at) => None,
        Word::Verb(Verb::Future) => Some(Tense::Future),
        // "sat down in Geneva"
        Word::ShortWeekday(_) if line.raw(at) == "sat" => Some(governed(line, at)),
        // "did not meet on Tuesday", "failed to meet": a bare form has the tense of what it depends on.
        Word::Verb(Verb::Present) if at > 0 && line.is_key(at - 1, Key::To) => None,
        Word::Verb(Verb::Present) if follows_did(line, at) => Some(Tense::Past),
        Word::Verb(Verb::Present) => Some(Tense::Future),
        Word::Month(5) if line.is_lower(at) => Some(Tense::Future),
        Word::Verb(Verb::Plural) if is_of_many(line, at) => Some(Tense::Future),
        Word::Verb(Verb::Singular) if is_of_one(line, at) => Some(Tense::Future),
        Word::Mark(b'\'') if line.is_glued(at + 1) && line.raw(at + 1).eq_ignore_ascii_case("ll") => {
            Some(Tense::Future)
        }
        // "the first countries to join on Friday": what they do is told by the clause.
        Word::Key(Key::To) if is_infinitive(line, at) && follows_first(line, at) => None,
        Word::Key(Key::To) if is_infinitive(line, at) => Some(infinitive(line, at)),
        // "are headed to a summit"
        Word::Other if matches!(line.raw(at), "headed" | "bound") && is_present(line, at) => {
            Some(Tense::Future)
        }
        // "doubts about holding elections on 30 October"
        Word::Other if line.raw(at) == "holding" && is_doubted(line, at) => Some(Tense::Future),
        // "the troubled country": a participle behind an article tells no time.
        Word::Other if is_past_form(line.raw(at)) && line.is_lower(at) && !follows_article(line, at) => {
            Some(governed(line, at))
        }
        _ => None,
    }
}

/// Verbs whose past is their bare form.
fn is_invariant(word: &str) -> bool {
    matches!(
        word,
        "cut"
            | "put"
            | "set"
            | "hit"
            | "let"
            | "shut"
            | "quit"
            | "cast"
            | "spread"
            | "split"
            | "hurt"
            | "beat"
            | "become"
            | "come"
            | "overcome"
            | "forecast"
    )
}

/// "are headed", "is now bound"
fn is_present(line: &Line, at: usize) -> bool {
    (1..=2).any(|steps| at >= steps && matches!(line.raw(at - steps), "is" | "are"))
}

/// "a truce could be agreed on Friday" looks ahead; "smoke could be seen", "could not agree" and "could have" may not.
fn possibility(line: &Line, at: usize) -> Tense {
    let perceived = |word: &str| {
        ["see", "hear", "fel", "feel", "smell", "watch"].iter().any(|stem| word.starts_with(stem))
    };
    let mut behind = (at + 1..at + 4).map(|next| line.raw(next));
    let looks_back =
        |word: &str| perceived(word) || matches!(word, "not" | "n't" | "never" | "have" | "no" | "only");
    let verb = behind.find(|word| *word != "be" && !word.ends_with("ly"));
    if verb.is_some_and(looks_back) { Tense::Unknown } else { Tense::Future }
}

pub(super) fn follows_article(line: &Line, at: usize) -> bool {
    at > 0
        && matches!(
            line.raw(at - 1),
            "the" | "The" | "a" | "A" | "an" | "its" | "their" | "his" | "her" | "this" | "these" | "those"
        )
}

fn is_past_form(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
}

/// "was killed on Oct. 4", "died in November": the date right behind a verb of what cannot lie ahead.
pub(super) fn is_done_then(line: &Line, first: usize) -> bool {
    let done = ["died", "killed", "wounded", "injured", "captured", "attacked", "invaded", "fled", "freed"];
    let verb = first.checked_sub(1).map_or("", |at| line.raw(at));
    let before = first.checked_sub(2).map_or("", |at| line.raw(at));
    // "to be freed on Oct. 4"
    done.contains(&verb) && !matches!(before, "be" | "being")
}

/// "did not", "didn't"
fn follows_did(line: &Line, at: usize) -> bool {
    (1..=5).filter_map(|back| at.checked_sub(back)).any(|at| {
        let word = line.raw(at);
        word.eq_ignore_ascii_case("did") || word.eq_ignore_ascii_case("didn")
    })
}

/// "the first three members to", "the last to": nothing but a noun and its words stand between.
fn follows_first(line: &Line, at: usize) -> bool {
    (1..=7)
        .filter_map(|back| at.checked_sub(back))
        .take_while(|at| !matches!(line.word(*at), Word::Mark(_) | Word::Verb(_)))
        .any(|at| matches!(line.raw(at), "first" | "second" | "third" | "last" | "only"))
}

/// Whether "to" goes with a verb, as far as the word after it tells.
pub(super) fn is_infinitive(line: &Line, at: usize) -> bool {
    line.is_lower(at + 1)
        && matches!(
            line.word(at + 1),
            Word::Other | Word::Verb(_) | Word::Part(_) | Word::Month(3) | Word::Season(_)
        )
        && !is_goal(line.raw(at + 1))
}

/// "to death", "to eastern Burundi", "to hospital": words behind "to" that are no verbs.
fn is_goal(word: &str) -> bool {
    let region = word.ends_with("ern") && !matches!(word, "govern" | "learn" | "return" | "turn" | "concern");
    // "to tribal leaders", "to federal forces"
    let of_a_kind = word.ends_with("al")
        && ![
            "deal", "heal", "steal", "seal", "ceal", "peal", "veal", "rival", "signal", "total", "equal",
            "dial",
        ]
        .iter()
        .any(|verb| word.ends_with(verb));
    let adjective =
        of_a_kind || matches!(word, "neighboring" | "neighbouring" | "nearby" | "other" | "foreign");
    let noun = matches!(
        word,
        "death"
            | "hospital"
            | "prison"
            | "jail"
            | "custody"
            | "safety"
            | "war"
            | "none"
            | "nil"
            | "court"
            | "reporters"
            | "journalists"
    );
    let pronoun =
        matches!(word, "their" | "its" | "which" | "whom" | "all" | "any" | "both" | "it" | "them" | "him");
    region || adjective || noun || pronoun
}

/// "to" and a verb look ahead, but not after "failed" or "began".
fn infinitive(line: &Line, at: usize) -> Tense {
    if at == 0 {
        return Tense::Future;
    }
    match line.before(at, 1) {
        Word::Verb(Verb::Implicative) => governed(line, at - 1),
        Word::Verb(Verb::Past) if line.raw(at - 1) == "had" => Tense::Past,
        // "a meeting that was to begin on Sunday": it may still.
        Word::Verb(Verb::Past) if matches!(line.raw(at - 1), "was" | "were") => Tense::Nearby,
        _ if line.raw(at - 1) == "about" && at > 1 && matches!(line.raw(at - 2), "was" | "were") => {
            Tense::Past
        }
        Word::Verb(Verb::Future | Verb::Directive | Verb::Arranged | Verb::Present) => Tense::Future,
        _ if is_plan(line.raw(at - 1)) => Tense::Future,
        // A purpose lies in the past where its verb does: "met to mark the day".
        _ if (clause_start(line, at)..at).any(|near| is_past(line, near)) => Tense::Unknown,
        _ => Tense::Future,
    }
}

/// "a peace plan" says nothing of its clause; "plan to leave" does.
fn is_noun(line: &Line, at: usize) -> bool {
    matches!(line.raw(at), "plan" | "plans" | "aim" | "aims" | "hope" | "hopes")
        && !matches!(line.word(at + 1), Word::Key(Key::To | Key::For))
}

/// Nouns and adjectives whose infinitive is still to come.
fn is_plan(word: &str) -> bool {
    matches!(
        word,
        "plan"
            | "planning"
            | "hoping"
            | "aiming"
            | "preparing"
            | "deal"
            | "decision"
            | "agreement"
            | "order"
            | "ready"
            | "set"
            | "about"
            | "pledge"
            | "vow"
            | "offer"
            | "deadline"
            | "intention"
            | "commitment"
            | "promise"
            | "bid"
            | "unlikely"
            | "bound"
            | "proposal"
            | "request"
            | "time"
    )
}

fn is_past(line: &Line, at: usize) -> bool {
    match line.word(at) {
        Word::Verb(Verb::Past | Verb::Implicative) => true,
        Word::Other => line.is_lower(at) && is_past_form(line.raw(at)),
        _ => false,
    }
}

/// A participle takes the tense of what governs it: "would be pulled", "to be signed", "was expected".
pub(super) fn governed(line: &Line, at: usize) -> Tense {
    for steps in 1..=4 {
        match line.before(at, steps) {
            Word::Verb(Verb::Future) if is_noun(line, back(at, steps)) => return Tense::Past,
            Word::Verb(Verb::Future) if line.is_lower(back(at, steps)) => return Tense::Future,
            Word::Month(5) if line.is_lower(back(at, steps)) => return Tense::Future,
            Word::Key(Key::Could) => return possibility(line, back(at, steps)),
            Word::Verb(Verb::Present) if matches!(line.raw(back(at, steps)), "is" | "are") => {
                return Tense::Unknown;
            }
            Word::Key(Key::To) => {
                let is_passive =
                    (1..steps).any(|near| matches!(line.raw(back(at, near)), "be" | "have" | "been"));
                return if is_passive { infinitive(line, back(at, steps)) } else { Tense::Past };
            }
            Word::Key(Key::Not) | Word::Pick(Pick::Last) => {}
            Word::Verb(Verb::Past) if line.raw(back(at, steps)) == "been" => {}
            Word::Other
                if matches!(
                    line.raw(back(at, steps)),
                    "be" | "have"
                        | "has"
                        | "also"
                        | "get"
                        | "still"
                        | "then"
                        | "now"
                        | "never"
                        | "again"
                        | "all"
                        | "only"
                        | "even"
                        | "being"
                ) || line.raw(back(at, steps)).ends_with("ly") => {}
            // "will begin in May and be completed by March": a bare "be" has the tense of the verb before.
            Word::Key(Key::And) if steps > 1 && line.raw(back(at, steps - 1)) == "be" => {
                return Tense::Future;
            }
            _ => return Tense::Past,
        }
    }
    Tense::Past
}
