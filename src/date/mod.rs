//! Date expressions of English news: found, typed as TIMEX3, and resolved against the publication date.
//!
//! `token` cuts a sentence, `grammar` finds what it says of times (`saying`), `resolve` and `when` turn that into days.
//! Knows text only: no articles, no claims, no clock.

mod ahead;
mod arranged;
mod earlier;
mod grammar;
mod lead;
mod lexicon;
mod named;
mod offset;
mod owned;
mod period;
mod place;
mod range;
mod resolve;
mod saying;
mod setting;
mod tense;
mod token;
mod value;
mod when;
mod word;

use std::cell::Cell;
use std::ops::Range;

use chrono::NaiveDate;

use crate::model::When;
use crate::model::vocabulary::Relation;
use earlier::Before;
pub use earlier::Earlier;
use lead::Lead;
pub(crate) use lexicon::triggers;
use saying::{Base, Found, InYear, Saying};
use setting::{Named, Setting};
use tense::Tense;
use token::{Line, Token, Tokens};
use word::{Key, Word};

/// What dates are read against.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context {
    /// The day the article was published; without it, relative dates have no bounds.
    pub published: Option<NaiveDate>,
}

/// The types of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timex {
    /// A day or a longer period of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// What comes back.
    Set,
}

impl Timex {
    /// The type as TIMEX3 writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// A date expression of a text. Offsets are bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateExpression {
    /// The words of the time itself: "the end of 2026", "last week", "Monday".
    pub extent: Range<usize>,
    /// With the words that say how things stand to it: "by the end of 2026". Of a range ("between May and July") the
    /// first date has the whole as its phrase, and its bounds.
    pub phrase: Range<usize>,
    /// TIMEX3 type.
    pub kind: Timex,
    /// TIMEX3 value; `None` where nothing places it.
    pub value: Option<String>,
    /// Relation, bounds and precision; `None` for bare lengths, sets, vague times, and the second date of a range.
    pub when: Option<When>,
    /// Whether it is read against the publication date.
    pub relative: bool,
}

/// All date expressions of one sentence, in order, not overlapping. `sentence` is a byte range of `text`; `previous`
/// are the dates of the sentences before, to which "that year" and "a week later" may go back.
pub fn dates(
    text: &str,
    sentence: Range<usize>,
    context: &Context,
    previous: &[DateExpression],
) -> Vec<DateExpression> {
    read_sentence(text, sentence, context, Before::Sentences(previous))
}

fn read_sentence(
    text: &str,
    sentence: Range<usize>,
    context: &Context,
    before: Before<'_>,
) -> Vec<DateExpression> {
    if text.get(sentence.clone()).is_none() {
        return Vec::new();
    }
    let mut tokens = SCRATCH.take();
    tokens.clear();
    let mut holds_trigger = false;
    for token in Tokens::new(text, sentence.start, sentence.end) {
        holds_trigger |= token.word.is_trigger();
        tokens.push(token);
    }
    let read =
        if holds_trigger { read_line(&Line { text, tokens: &tokens }, context, before) } else { Vec::new() };
    SCRATCH.set(tokens);
    read
}

thread_local! {
    /// The tokens of the sentence being read; kept so that a sentence without dates allocates nothing.
    static SCRATCH: Cell<Vec<Token>> = const { Cell::new(Vec::new()) };
}

fn read_line(line: &Line, context: &Context, before: Before<'_>) -> Vec<DateExpression> {
    let mut found = Vec::new();
    grammar::sayings(line, |saying| found.push(saying));
    range::share_years(line, &mut found);
    let mut read: Vec<DateExpression> = Vec::new();
    for at in 0..found.len() {
        if let Some(last) = read.last() {
            found[at] = range::following(line, &found[at - 1], found[at], last);
        }
        let expression = read_saying(line, found[at], context, before, &read);
        read.push(expression);
    }
    range::join(line, &found, &mut read);
    read
}

fn read_saying(
    line: &Line,
    found: Found,
    context: &Context,
    before: Before<'_>,
    read: &[DateExpression],
) -> DateExpression {
    let (lead, first, last) = lead::lead(line, found.start, found.end);
    let given = matches!(found.saying, Saying::Length { .. })
        && lead == Lead::On
        && lead::is_given(line, first, last);
    let moved = arranged::is_moved_to(line, found.start);
    let lead = match lead {
        _ if given => Lead::Within,
        // "a vote postponed until May" is held then.
        Lead::Until if moved => Lead::On,
        lead => lead,
    };
    let told = tense::tense(line, first, last);
    let tense = match found.saying {
        // "called a strike for Monday": what is called for a day is ahead of the call.
        Saying::Period { base: Base::Weekday { .. } | Base::Day { .. }, .. } if lead == Lead::For => {
            Tense::Future
        }
        // "the first talks in 20 months", "the worst attack in years": so long ago, whatever is ahead.
        Saying::Length { .. } if lead == Lead::In && arranged::is_unmatched(line, first) => Tense::Unknown,
        _ if matches!(lead, Lead::By | Lead::Until) && arranged::is_voted_for(line, first) => Tense::Future,
        _ if moved => Tense::Future,
        // "called elections for May", but not "the figures for May extended a rise"
        _ if lead == Lead::For && told == Tense::Directive && arranged::is_called_for(line, first) => {
            Tense::Future
        }
        _ => leaning(lead, told),
    };
    let published = context.published;
    // "will be gone by Dec. 31", said in January, is of this year, however near the last one is.
    let is_firm = lead == Lead::Since
        || matches!(lead, Lead::By | Lead::Until)
            && told == Tense::Future
            && !arranged::is_directed(line, first)
        || told == Tense::Past && (tense::is_done_then(line, first) || ahead::is_bygone(line, first, last));
    let setting = Setting { published, read, before, tense, is_firm };
    let meaning = resolve::resolve(&found.saying, &setting);
    let extent = line.tokens[found.start].start..line.tokens[found.end - 1].end;
    let phrase = line.tokens[first].start..line.tokens[last - 1].end;
    let words = &line.text[phrase.clone()];
    // "within 60 days of the signing" counts from the signing, which has no date here.
    let counts_from_event =
        lead == Lead::Within && matches!(line.word(found.end), Word::Key(Key::Of | Key::After));
    let today = context.published.filter(|_| !counts_from_event);
    // "will patrol from 1 August": starting then; "figures from May" are of May.
    let stretch = line.text[extent.clone()].contains(" to ");
    let starts = lead == Lead::From && told == Tense::Future && !stretch;
    let lead = if starts { Lead::Starting } else { lead };
    let when = when::when(words, &found.saying, lead, &meaning, tense, today);
    DateExpression {
        extent,
        phrase,
        kind: meaning.kind,
        value: meaning.value,
        when,
        relative: meaning.relative,
    }
}

/// "since" looks back whatever the verb; "by" and "until" (and "from", of what was agreed) look ahead where no verb says otherwise.
fn leaning(lead: Lead, tense: Tense) -> Tense {
    match (lead, tense) {
        (Lead::Since, _) => Tense::Past,
        (Lead::Soonest, _) => Tense::Future,
        (
            Lead::By | Lead::Until | Lead::Starting | Lead::Within | Lead::Before,
            Tense::Unknown | Tense::Directive,
        )
        // "agreed to a truce from Saturday"
        | (Lead::From, Tense::Directive) => Tense::Future,
        (_, Tense::Directive) => Tense::Past,
        _ => tense,
    }
}

/// The period an expression names, if it names one for what follows.
fn named(expression: &DateExpression) -> Option<Named> {
    let when = expression.when.as_ref()?;
    let is_reference = expression.value.as_ref().is_some_and(|value| value.ends_with("_REF"));
    let is_named = matches!(when.relation, Relation::On | Relation::Around)
        && expression.kind != Timex::Duration
        && !is_reference;
    let (Some(first), Some(_)) = (when.earliest, when.latest) else { return None };
    is_named.then_some(Named { first, precision: when.precision, relative: expression.relative })
}

/// Whether a saying is a period without a year of its own.
fn is_yearless(saying: &Saying) -> bool {
    matches!(
        saying,
        Saying::Period {
            base: Base::Month { year: InYear::Nearby(word::Pick::Bare), .. }
                | Base::Day { year: InYear::Nearby(word::Pick::Bare), .. },
            ..
        }
    )
}
