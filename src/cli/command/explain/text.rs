//! An explanation for people: every sentence, and under it what was found in it.

use super::subject::Text;
use crate::extract::{Explanation, FoundCue, FoundDate, FoundName, FoundQuantity, Sentence, Skip};
use crate::model::vocabulary::{Polarity, Qualifier, SpeakerKind, Vocabulary};
use crate::model::{Claim, Named, Reading, When};
use crate::render::{Color, Look, Note, Passage, annotated, sanitised};
use crate::text::{Index, Span};

/// Heading and sentences.
pub(super) fn page(text: &Text, explanation: &Explanation, look: &Look) -> String {
    let index = Index::new(&text.text);
    let words = |span: Span| text.text[index.bytes(span)].to_owned();
    let passages: Vec<Passage> = explanation
        .sentences
        .iter()
        .map(|sentence| Passage {
            text: words(sentence.span),
            aside: sentence.skipped.map(reason),
            notes: notes(sentence, &words),
        })
        .collect();
    format!("{}{}", heading(text), annotated(&passages, look))
}

fn heading(text: &Text) -> String {
    let title = text.title.as_deref().unwrap_or("(untitled)").replace('\n', " ");
    let published = match text.published {
        Some(day) => format!("published {day}"),
        None => "undated: dates that count from its publication have no bounds".to_owned(),
    };
    let mut heading = format!("{title}\nkey {}\n{published}\n", text.key.replace('\n', " "));
    if let Some(language) = text.language.as_deref().filter(|language| !crate::cli::extraction::is_english(language)) {
        heading.push_str(&format!("not read: its language is {language}, and only English is read\n"));
    }
    sanitised(&heading) + "\n"
}

fn reason(skip: Skip) -> String {
    match skip {
        Skip::Furniture => "not read: furniture of a page, such as a link, a byline or an advertisement",
        Skip::NoWords => "not read: there is no word in it",
    }
    .to_owned()
}

fn notes(sentence: &Sentence, words: &dyn Fn(Span) -> String) -> Vec<Note> {
    let note = |label, color, span, meaning| Note { label, color, words: words(span), meaning };
    let mut notes = Vec::new();
    notes.extend(sentence.dates.iter().map(|date| note("date", Color::Green, date.phrase, of_date(date))));
    notes.extend(sentence.quantities.iter().map(|found| note("quantity", Color::Yellow, found.span, of_quantity(found))));
    notes.extend(sentence.entities.iter().map(|name| note("entity", Color::Blue, name.span, of_name(name))));
    notes.extend(sentence.cues.iter().map(|cue| note("cue", Color::Magenta, cue.span, of_cue(cue))));
    notes.extend(sentence.claims.iter().map(|claim| note("claim", Color::Cyan, claim.evidence.quote, of_claim(claim))));
    notes
}

fn of_date(date: &FoundDate) -> String {
    let value = date.timex_value.as_deref().unwrap_or("without value");
    let bounds = match &date.when {
        Some(when) => {
            let edtf = when.edtf().map(|edtf| format!("; EDTF {edtf}")).unwrap_or_default();
            format!("{} ({}){edtf}", bounds(when), when.precision.word())
        }
        None => "no bounds".to_owned(),
    };
    format!("{} {value}; {bounds}", date.timex_type)
}

fn bounds(when: &When) -> String {
    let relation = when.relation.word();
    match (when.earliest, when.latest) {
        (Some(first), Some(last)) if first == last => format!("{relation} {first}"),
        (Some(first), Some(last)) => format!("{relation} {first} to {last}"),
        (Some(first), None) => format!("{relation} ≥ {first}"),
        (None, Some(last)) => format!("{relation} ≤ {last}"),
        (None, None) => format!("{relation}, no bounds"),
    }
}

fn of_quantity(found: &FoundQuantity) -> String {
    let unit = found.unit.as_deref().unwrap_or("of what is not said");
    let figure = figure([found.low, found.best, found.high], unit, found.qualifier);
    format!("{figure}{}", if found.is_read { "" } else { "; not read" })
}

/// The bounds, what is counted, and how exactly: `2500 troops (about)`, `200 to 999 people (vague)`.
fn figure(bounds: [Option<i64>; 3], unit: &str, qualifier: Qualifier) -> String {
    let number = match bounds {
        [_, Some(best), _] => best.to_string(),
        [Some(low), None, Some(high)] => format!("{low} to {high}"),
        [Some(low), None, None] => format!("≥ {low}"),
        [None, None, Some(high)] => format!("≤ {high}"),
        [None, None, None] => "?".to_owned(),
    };
    format!("{number} {unit} ({})", qualifier.word())
}

fn of_name(name: &FoundName) -> String {
    let unread = if name.is_read() { "" } else { "; not read" };
    format!("{} ({}), {}{unread}", name.key, name.kind.word(), name.how.word())
}

fn of_cue(cue: &FoundCue) -> String {
    let predicates: Vec<&str> = cue.predicates.iter().map(|predicate| predicate.word()).collect();
    match cue.rule {
        Some(rule) => format!("{}; rule {rule}", predicates.join(", ")),
        None => format!("{}; no rule takes it here", predicates.join(", ")),
    }
}

fn of_claim(claim: &Claim) -> String {
    let Reading { predicate, phase, subject, object, place, quantity, when, stance, polarity, speaker, via } =
        &claim.reading;
    let named = |slot: &str, named: &Option<Named>| {
        let named = named.as_ref()?;
        Some(format!("{slot} {}", named.key.as_ref().or(named.text.as_ref())?))
    };
    let said = match (&speaker.kind, speaker.key.as_ref().or(speaker.text.as_ref())) {
        (SpeakerKind::Author, None) => "says the author".to_owned(),
        (kind, None) => format!("says {}", kind.word()),
        (kind, Some(who)) => format!("says {who} ({})", kind.word()),
    };
    let parts = [
        Some(format!("{}{}", predicate.word(), phase.map(|phase| format!(" {}", phase.word())).unwrap_or_default())),
        named("subject", subject),
        named("object", object),
        quantity.as_ref().map(|count| figure([count.low, count.best, count.high], &count.unit, count.qualifier)),
        named("place", place),
        when.as_ref().map(bounds),
        Some(stance.word().to_owned()),
        (*polarity == Polarity::Denied).then(|| "denied".to_owned()),
        Some(said),
        named("via", via),
        (!claim.core).then(|| "optional".to_owned()),
        claim.rule.as_ref().map(|rule| format!("rule {rule}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
