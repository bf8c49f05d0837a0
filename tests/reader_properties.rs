//! What holds for every reading of every text: no panic, words that stand where they are said to, bounds in order, and the
//! same reading twice.

mod entity_support;

use std::sync::LazyLock;

use chrono::NaiveDate;
use factdb::extract::{Reader, Subject};
use factdb::model::vocabulary::Method;
use factdb::model::{Claim, Reading};
use factdb::text::Span;
use proptest::prelude::*;

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(entity_support::gazetteer()));

/// News sentences to shuffle and to cut.
const SENTENCES: &[&str] = &[
    "French troops will leave Niger by the end of the year, Emmanuel Macron said on Tuesday.",
    "“We will not stay,” the minister told Reuters.",
    "A car bomb killed at least 23 Afghan soldiers and wounded 40 in Kunduz on 3 May 2015.",
    "The U.S. has about 2,500 troops in Iraq and 900 in Syria.",
    "Between 200 and 300 Kenyan police officers arrived in Port-au-Prince last week.",
    "Iraq's parliament voted in January 2020 to expel foreign forces.",
    "Troop numbers fell from 5,200 to 3,000 in 2020.",
    "The mission, which began in 2014, is to end by September 2025, four sources said.",
    "Since October 7, militias have carried out more than 170 attacks, according to the Pentagon.",
    "Russia and Ukraine held talks in Istanbul on 29 March 2022; no agreement was reached.",
    "Several hundred of the 9,800 soldiers may remain until the spring of 2016.",
    "Al-Shabaab has between 7,000 and 12,000 fighters.",
    "MOGADISHU (Reuters) - Ethiopian forces handed over the base at Baidoa to the Somali army in June.",
    "Elections will be held on 24 December, the prime minister's office announced.",
    "He added: “They captured 102 of our men.”",
    "Britain spent £2.3 billion on the war and trained 45,000 soldiers.",
    "None of the foreign soldiers will leave the base at Gao, the general said.",
    "Related articles",
    "By Jane Roe | 3 min read",
];

/// Words that start rules, numbers, dates, marks, and characters that trouble offsets.
const PIECES: &[&str] = &[
    "troops",
    "soldiers",
    "fighters",
    "people",
    "US",
    "Iraqi",
    "Mali",
    "Baghdad",
    "Hamas",
    "the",
    "of",
    "in",
    "from",
    "to",
    "and",
    "by",
    "until",
    "before",
    "since",
    "not",
    "no",
    "will",
    "would",
    "may",
    "has",
    "have",
    "there",
    "are",
    "withdraw",
    "leave",
    "left",
    "pull",
    "out",
    "deployed",
    "sent",
    "remain",
    "stay",
    "stationed",
    "killed",
    "wounded",
    "captured",
    "attacks",
    "strike",
    "talks",
    "met",
    "agreement",
    "signed",
    "vote",
    "election",
    "announced",
    "end",
    "mission",
    "handed",
    "over",
    "base",
    "trained",
    "members",
    "invasion",
    "spent",
    "$",
    "2,500",
    "12",
    "dozens",
    "several",
    "hundred",
    "about",
    "at",
    "least",
    "more",
    "than",
    "between",
    "up",
    "half",
    "million",
    "2014",
    "May",
    "March",
    "on",
    "Monday",
    "3",
    "last",
    "week",
    "next",
    "month",
    "ago",
    "days",
    "said",
    "told",
    "according",
    "officials",
    "he",
    "they",
    "which",
    "who",
    "that",
    ".",
    ",",
    ";",
    ":",
    "?",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "''",
    "'s",
    "’s",
    "(",
    ")",
    "-",
    "–",
    "—",
    "…",
    "\n",
    "\n\n",
    "\t",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{301}",
    "é",
    "İ",
    "ß",
    "ﬁ",
    "中",
    "😀",
    "٣",
    "½",
];

fn day() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of(
        (1901..2099i32, 1..366u32)
            .prop_filter_map("a day of that year", |(year, day)| NaiveDate::from_yo_opt(year, day)),
    )
}

fn read(text: &str, published: Option<NaiveDate>) -> Vec<Claim> {
    READER.read(&Subject { text, title: None, published, publisher: Some("reuters"), wire: None })
}

/// The same with every sentence read whole, whatever it may hold.
fn read_whole(text: &str, published: Option<NaiveDate>) -> Vec<Claim> {
    let subject = Subject { text, title: None, published, publisher: Some("reuters"), wire: None };
    READER.explain(&subject).sentences.into_iter().flat_map(|sentence| sentence.claims).collect()
}

/// The words of a span; none where it does not lie within the text.
fn words(text: &str, span: Span) -> Option<String> {
    let words: String = text.chars().skip(span.start).take(span.end.checked_sub(span.start)?).collect();
    (words.chars().count() == span.end - span.start).then_some(words)
}

fn check(text: &str, published: Option<NaiveDate>) -> Result<(), TestCaseError> {
    let claims = read(text, published);
    prop_assert_eq!(&read_whole(text, published), &claims, "what is passed over holds no claim");
    let mut last = 0;
    for claim in &claims {
        check_evidence(text, claim)?;
        check_words(text, &claim.reading)?;
        check_bounds(&claim.reading, published)?;
        prop_assert!(claim.evidence.sentence.start >= last, "claims stand in the order of their sentences");
        last = claim.evidence.sentence.start;
        prop_assert_eq!(claim.method, Method::Extracted);
        let rule = claim.rule.as_deref();
        prop_assert!(Reader::rules().any(|id| Some(id) == rule), "{:?} is no rule", rule);
    }
    prop_assert_eq!(&claims, &read(text, published));
    Ok(())
}

/// The quote is whole words at its span, within its sentence.
fn check_evidence(text: &str, claim: &Claim) -> Result<(), TestCaseError> {
    let (quote, sentence) = (claim.evidence.quote, claim.evidence.sentence);
    prop_assert!(sentence.start <= quote.start && quote.end <= sentence.end, "{:?}", claim);
    prop_assert!(words(text, sentence).is_some());
    let said = words(text, quote).unwrap_or_default();
    prop_assert!(!said.is_empty() && said.trim() == said, "the quote {:?}", said);
    let before = text.chars().take(quote.start).last();
    let after = text.chars().nth(quote.end);
    let within = |a: Option<char>, b: Option<char>| {
        a.zip(b).is_some_and(|(a, b)| a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric())
    };
    prop_assert!(
        !within(before, said.chars().next()) && !within(said.chars().last(), after),
        "{:?} is cut from a word",
        said
    );
    Ok(())
}

/// Every word of a slot stands in the text.
fn check_words(text: &str, reading: &Reading) -> Result<(), TestCaseError> {
    for named in [&reading.subject, &reading.object, &reading.place, &reading.via].into_iter().flatten() {
        prop_assert!(named.key.is_some() || named.text.is_some(), "{:?}", reading);
        prop_assert!(named.key.as_ref().is_none_or(|key| !key.is_empty()));
        prop_assert!(
            named.text.as_ref().is_none_or(|words| !words.is_empty() && text.contains(words.as_str())),
            "{:?}",
            named
        );
    }
    let quantity = reading.quantity.as_ref().and_then(|quantity| quantity.text.as_ref());
    let when = reading.when.as_ref().and_then(|when| when.text.as_ref());
    for words in [quantity, when, reading.speaker.text.as_ref()].into_iter().flatten() {
        prop_assert!(!words.is_empty() && text.contains(words.as_str()), "{:?} is not in the text", words);
    }
    Ok(())
}

/// Bounds in order, and dates only where there is something to read them against.
fn check_bounds(reading: &Reading, published: Option<NaiveDate>) -> Result<(), TestCaseError> {
    if let Some(quantity) = &reading.quantity {
        prop_assert_eq!(quantity.contradiction(), None);
        prop_assert!(!quantity.unit.is_empty());
    }
    if let Some(when) = &reading.when {
        prop_assert!(when.earliest.zip(when.latest).is_none_or(|(first, last)| first <= last), "{:?}", when);
        prop_assert!(when.anchor.is_none() || when.anchor == published, "{:?}", when);
    }
    prop_assert!(reading.speaker.count.is_none_or(|count| count > 0), "{:?}", reading.speaker);
    Ok(())
}

/// Sentences in any order, several times or not at all, with white space between them.
fn shuffled() -> impl Strategy<Value = String> {
    let sentence = (prop::sample::select(SENTENCES), prop::sample::select(&[" ", "\n", "\n\n", ""][..]));
    prop::collection::vec(sentence, 0..12)
        .prop_map(|parts| parts.into_iter().flat_map(|(sentence, gap)| [sentence, gap]).collect())
}

/// The beginning of one sentence and the end of another, cut anywhere.
fn spliced() -> impl Strategy<Value = String> {
    let cut = (prop::sample::select(SENTENCES), 0..100usize, prop::sample::select(SENTENCES), 0..100usize);
    prop::collection::vec(cut, 1..4).prop_map(|cuts| {
        let part = |(one, end, other, start): (&str, usize, &str, usize)| -> String {
            one.chars().take(end).chain(other.chars().skip(start)).collect()
        };
        cuts.into_iter().map(part).collect::<Vec<_>>().join(" ")
    })
}

fn mixed() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..60).prop_map(|words| {
        words.into_iter().flat_map(|(word, glued)| [word, if glued { "" } else { " " }]).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters_are_read(text in ".{0,200}", published in day()) {
        check(&text, published)?;
    }

    #[test]
    fn any_order_of_cues_numbers_dates_and_marks_is_read(text in mixed(), published in day()) {
        check(&text, published)?;
    }

    #[test]
    fn shuffled_sentences_are_read(text in shuffled(), published in day()) {
        check(&text, published)?;
    }

    #[test]
    fn spliced_sentences_are_read(text in spliced(), published in day()) {
        check(&text, published)?;
    }
}

#[test]
fn the_sentences_that_are_shuffled_hold_claims_of_most_rules() {
    let rules: std::collections::BTreeSet<_> = SENTENCES
        .iter()
        .flat_map(|text| read(text, NaiveDate::from_ymd_opt(2024, 7, 22)))
        .map(|claim| claim.rule)
        .collect();
    assert!(rules.len() >= 12, "only {rules:?}");
}

#[test]
fn no_speakers_are_not_counted() {
    for text in [
        "Militias carried out 40 attacks in May, according to the 000 and 12,000 fighters.",
        "0 officials said 40 soldiers died.",
    ] {
        check(text, NaiveDate::from_ymd_opt(2024, 7, 22)).expect("readings that hold");
    }
}
