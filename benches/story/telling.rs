//! Articles of the generated story: short texts of own sentences, which hold the quotes of their claims to the letter.

use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Map, Value, json};

use crate::random::Random;
use crate::world::{Answer, Asks, LENGTH, Question, RELATIONS, World};

const PUBLISHERS: u64 = 300;
const AGENCIES: &[(&str, &str)] =
    &[("reuters", "Reuters"), ("ap", "Associated Press"), ("afp", "Agence France-Presse")];
const INSTITUTIONS: &[(&str, &str)] = &[
    ("pentagon", "the Pentagon"),
    ("us-state-department", "the State Department"),
    ("iraq-government", "the Iraqi government"),
    ("white-house", "the White House"),
    ("turkey-government", "the Turkish government"),
];
const PEOPLE: &[(&str, &str)] = &[
    ("lloyd-austin", "Lloyd Austin"),
    ("antony-blinken", "Antony Blinken"),
    ("", "Colonel Example"),
    ("", "General Specimen"),
    ("", "Major Muster"),
];
const COUNTS: &[(u64, &str)] =
    &[(1, "one official"), (2, "two officials"), (4, "four sources"), (3, "three diplomats")];
const STANCES: &[(&str, &str)] = &[
    ("asserted", "it is certain that"),
    ("agreed", "it is agreed that"),
    ("planned", "it is planned that"),
    ("proposed", "it was proposed that"),
    ("expected", "it is expected that"),
    ("possible", "it is possible that"),
];
const FILLER: &[&str] = &[
    "Nobody else wanted to be drawn on what happens next.",
    "The matter has been in the news for months, and it will be for some more.",
    "People who live near the base said that they had not been asked.",
    "The talks behind it go back to the year before.",
];

/// Who wrote an article's claims down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// Rules.
    Rules,
    /// A person.
    Person,
    /// First rules, then a person the same half again.
    Both,
}

/// An article and its claims, as records.
pub(crate) struct Told {
    pub(crate) articles: Vec<Value>,
    pub(crate) claims: Vec<Value>,
}

/// The article of that number.
pub(crate) fn tell(world: &World, seed: u64, number: u64, claims: usize) -> Told {
    let mut random = Random::new(seed, 1_000 + number);
    let day = random.below(LENGTH);
    let published = world.first_day + Days::new(day);
    let key = format!("article-{number:07}");
    let by = match random.below(100) {
        0..84 => By::Rules,
        84..94 => By::Person,
        _ => By::Both,
    };
    let sentences = if by == By::Both { claims / 2 } else { claims };
    let mut text = String::new();
    let mut records = Vec::new();
    for question in world.questions(sentences, &mut random) {
        let claim = Clause::new(question, question.answer(day, &mut random), published, &mut random);
        let span = append(&mut text, &claim, &mut random);
        let methods: &[&str] = match by {
            By::Rules => &["extracted"],
            By::Person => &["curated"],
            By::Both => &["extracted", "curated"],
        };
        records.extend(methods.iter().map(|method| claim.record(&key, &text[span.0..span.1], span, method)));
    }
    let publisher = random.below(PUBLISHERS);
    let article = json!({ "key": key, "title": format!("Report {number} on troops and their plans"),
        "publisher": format!("The Example Courier {publisher:03}"), "published": published.to_string(),
        "author": format!("A. Writer {}", random.below(40)), "text": text });
    Told { articles: versions(article, &mut random), claims: records }
}

/// Three of ten articles credit an agency; one in a hundred had another text before.
fn versions(mut article: Value, random: &mut Random) -> Vec<Value> {
    if random.percent(30) {
        article["wire"] = json!(random.of(AGENCIES).1);
    }
    if !random.percent(1) {
        return vec![article];
    }
    let mut older = article.clone();
    older["text"] = json!(FILLER.join(" "));
    article["modified"] = json!(format!("{}T12:00:00Z", article["published"].as_str().unwrap()));
    vec![older, article]
}

/// Writes a claim's sentence; answers where its quote stands.
fn append(text: &mut String, claim: &Clause, random: &mut Random) -> (usize, usize) {
    if random.percent(40) {
        text.push_str(random.of(FILLER));
        text.push(' ');
    }
    text.push_str(&claim.lead);
    let start = text.len();
    text.push_str(&claim.words);
    let end = text.len();
    text.push_str(". ");
    if random.percent(20) {
        text.push_str("\n\n");
    }
    (start, end)
}

/// One claim before it has a place in a text.
struct Clause {
    lead: String,
    words: String,
    fields: Map<String, Value>,
}

impl Clause {
    fn new(question: &Question, answer: &Answer, published: NaiveDate, random: &mut Random) -> Self {
        let (speaker, who, via) = speaker(random);
        let denied = random.percent(4);
        let (stance, held) = random.of(if question.asks == Asks::HowMany { &STANCES[..1] } else { STANCES });
        let mut fields = Map::new();
        let mut words = question.phase.1.to_owned();
        if question.asks != Asks::When {
            let (said, quantity) = quantity(answer.count, question.subject.0, random);
            words = format!("{said} ");
            fields.insert("quantity".to_owned(), quantity);
        }
        words = format!("{words}{} {} {}", question.subject.1, question.verb, question.place.1);
        let (said, when) = when(question, answer, published, random);
        words = format!("{words} {said}");
        fields.insert("when".to_owned(), when);
        fields.insert("predicate".to_owned(), json!(question.predicate));
        if !question.phase.0.is_empty() {
            fields.insert("phase".to_owned(), json!(question.phase.0));
        }
        fields.insert("subject".to_owned(), json!(question.subject.0));
        fields.insert("place".to_owned(), json!(question.place.0));
        fields.insert("stance".to_owned(), json!(stance));
        fields.insert("polarity".to_owned(), json!(if denied { "denied" } else { "affirmed" }));
        if let Some(speaker) = speaker {
            fields.insert("speaker".to_owned(), speaker);
        }
        if let Some(via) = via {
            fields.insert("via".to_owned(), json!(via));
        }
        let not = if denied { "It is not so, and nobody should think it" } else { "So it stands" };
        Self { lead: format!("{not}, {who}: {held} "), words, fields }
    }

    fn record(&self, article: &str, quote: &str, span: (usize, usize), method: &str) -> Value {
        let mut record = self.fields.clone();
        record.insert("article".to_owned(), json!(article));
        record.insert("quote".to_owned(), json!(quote));
        record.insert("span".to_owned(), json!([span.0, span.1]));
        record.insert("method".to_owned(), json!(method));
        if method == "extracted" {
            record.insert("rule".to_owned(), self.fields["predicate"].clone());
        }
        Value::Object(record)
    }
}

/// A speaker, how the text names them, and the agency that they told.
fn speaker(random: &mut Random) -> (Option<Value>, String, Option<&'static str>) {
    let via = random.percent(8).then(|| random.of(AGENCIES));
    let told = via.map_or(String::new(), |(_, name)| format!(" told {name}"));
    let (record, who) = match random.below(100) {
        0..35 => return (None, "this newspaper found".to_owned(), None),
        35..50 => {
            let (key, name) = random.of(PEOPLE);
            let entity = (!key.is_empty()).then_some(key);
            (json!({ "text": name, "kind": "named", "entity": entity }), name)
        }
        50..72 => {
            let (count, name) = random.of(COUNTS);
            (json!({ "text": name, "kind": "anonymous", "count": count }), name)
        }
        72..96 => {
            let (key, name) = random.of(INSTITUTIONS);
            (json!({ "text": name, "kind": "institution", "entity": key }), name)
        }
        _ => (json!({ "text": "a letter", "kind": "document" }), "a letter"),
    };
    (Some(record), format!("says {who}{told}"), via.map(|(key, _)| key))
}

fn quantity(count: u64, subject: &str, random: &mut Random) -> (String, Value) {
    let unit = if subject.ends_with("-forces") || subject == "us-led-coalition" || subject == "kfor" {
        "troops"
    } else {
        "fighters"
    };
    let (text, qualifier, [low, best, high]) = match random.below(20) {
        0..8 => (format!("{count}"), "exact", [Some(count), Some(count), Some(count)]),
        8..13 => (format!("about {count}"), "about", [None, Some(count), None]),
        13..15 => (format!("nearly {count}"), "nearly", [None, Some(count), None]),
        15 => (format!("at least {count}"), "at_least", [Some(count), None, None]),
        16 => (format!("more than {count}"), "more_than", [Some(count), None, None]),
        17 => (format!("up to {count}"), "at_most", [None, None, Some(count)]),
        18 => (
            format!("{count} to {}", count + count / 10),
            "between",
            [Some(count), None, Some(count + count / 10)],
        ),
        _ => ("hundreds of".to_owned(), "vague", [Some(200), None, Some(999)]),
    };
    (
        text.clone(),
        json!({ "text": text, "low": low, "best": best, "high": high, "qualifier": qualifier, "unit": unit }),
    )
}

/// When, in words and as bounds: an answer's day for what moves, the day of publication for a level.
fn when(question: &Question, answer: &Answer, published: NaiveDate, random: &mut Random) -> (String, Value) {
    if question.asks == Asks::HowMany {
        let text = "as of today";
        return (
            text.to_owned(),
            json!({ "text": text, "relation": "on", "earliest": published.to_string(),
            "latest": published.to_string(), "precision": "day" }),
        );
    }
    let (first, last, said) = period(answer);
    let relation = if question.predicate == "remain" {
        "until"
    } else if random.percent(10) {
        random.of(RELATIONS)
    } else {
        answer.relation
    };
    let text =
        format!("{} {said}", if relation == "on" && answer.precision != "day" { "in" } else { relation });
    let earliest = (!matches!(relation, "by" | "until")).then(|| first.to_string());
    (
        text.clone(),
        json!({ "text": text, "relation": relation, "earliest": earliest, "latest": last.to_string(),
        "precision": answer.precision }),
    )
}

fn period(answer: &Answer) -> (NaiveDate, NaiveDate, String) {
    let day = answer.day;
    let (year, month) = (day.year(), day.month());
    let first_of = |year: i32, month: u32| NaiveDate::from_ymd_opt(year, month, 1).unwrap();
    match answer.precision {
        "day" => (day, day, day.format("%-d %B %Y").to_string()),
        "month" => {
            let next = if month == 12 { first_of(year + 1, 1) } else { first_of(year, month + 1) };
            (first_of(year, month), next.pred_opt().unwrap(), day.format("%B %Y").to_string())
        }
        _ => (first_of(year, 1), NaiveDate::from_ymd_opt(year, 12, 31).unwrap(), year.to_string()),
    }
}
