//! The sentence splitter against `text_sentences.toml`, and what holds for every text.

use factdb::text::{Span, enclosing, fold, sentences};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    known_gap: Option<String>,
}

fn cut(text: &str) -> Vec<&str> {
    sentences(text).iter().filter_map(|span| span.of(text)).collect()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || "\u{200B}\u{FEFF}".contains(c)
}

/// What is wrong with a case, if anything.
fn failure(case: &Case) -> Option<String> {
    let text = case.text.replace('¦', "");
    let wanted: Vec<&str> = case
        .text
        .split('¦')
        .map(|part| part.trim_matches(is_blank))
        .filter(|part| !part.is_empty())
        .collect();
    let found = cut(&text);
    match (&case.known_gap, found == wanted) {
        (None, false) => Some(format!("{}\n  wanted {wanted:#?}\n  found {found:#?}", case.name)),
        (Some(_), true) => Some(format!("{}: is a known gap no longer", case.name)),
        _ => None,
    }
}

#[test]
fn texts_are_cut_where_the_cases_say() {
    let cases: Cases = toml::from_str(include_str!("text_sentences.toml")).expect("the case file is read");
    let failures: Vec<String> = cases.case.iter().filter_map(failure).collect();
    assert!(
        failures.is_empty(),
        "{} of {} cases fail:\n{}",
        failures.len(),
        cases.case.len(),
        failures.join("\n")
    );
}

#[test]
fn the_enclosing_sentences_run_from_the_first_to_the_last_that_a_quote_touches() {
    let spans = [Span::new(0, 10), Span::new(11, 20), Span::new(21, 30)];
    let cases = [
        ((2, 5), (0, 10)),
        ((0, 10), (0, 10)),
        ((11, 12), (11, 20)),
        ((8, 13), (0, 20)),
        ((0, 30), (0, 30)),
        ((29, 30), (21, 30)),
        ((40, 44), (40, 44)),
        ((15, 15), (11, 20)),
    ];
    for ((start, end), (first, last)) in cases {
        assert_eq!(enclosing(&spans, Span::new(start, end)), Span::new(first, last), "{start}..{end}");
    }
    assert_eq!(enclosing(&[], Span::new(1, 2)), Span::new(1, 2));
}

#[test]
fn texts_made_to_hurt_take_linear_time() {
    let pieces = [
        ".",
        ". ",
        "\n",
        " \n",
        "a.A",
        "A.",
        "\"",
        ".\"A",
        ". . ",
        "'",
        "?” A ",
        "…",
        "Mr. ",
        "U.S. In\n",
        "-",
        "\u{200B}",
    ];
    for piece in pieces {
        let text = piece.repeat(100_000);
        let spans = sentences(&text);
        assert!(spans.iter().all(|span| !span.is_empty()), "{piece:?}");
    }
}

/// Sentences that lie in order, whole, trimmed and apart, and are found again where they are.
fn check(text: &str) -> Result<(), TestCaseError> {
    let chars: Vec<char> = text.chars().collect();
    let spans = sentences(text);
    let mut covered = vec![false; chars.len()];
    let mut end = 0;
    for span in &spans {
        prop_assert!(end <= span.start && !span.is_empty() && span.end <= chars.len());
        prop_assert!(!chars[span.start].is_whitespace() && !chars[span.end - 1].is_whitespace());
        covered[span.start..span.end].fill(true);
        end = span.end;
        prop_assert_eq!(enclosing(&spans, *span), *span);
    }
    let folded = fold(text);
    for (c, covered) in chars.iter().zip(covered) {
        prop_assert!(covered || c.is_whitespace() || fold(&c.to_string()).text().is_empty());
    }
    for span in &spans {
        let found = folded.find_all(span.of(text).unwrap_or_default());
        prop_assert!(found.iter().any(|other| other.overlaps(*span)), "{:?} of {:?}", span, text);
    }
    prop_assert_eq!(&spans, &sentences(text));
    Ok(())
}

/// News-like text: words, names, abbreviations, figures, marks and breaks, shuffled.
fn news() -> impl Strategy<Value = String> {
    let parts = [
        "The",
        " troops",
        " left",
        " Baghdad",
        " U.S.",
        " Gen.",
        " J.",
        " Sept.",
        " 2,500",
        " 5.30",
        " p.m.",
        " “We",
        " go",
        "”",
        "\"",
        " \"They",
        "’s",
        " 'no'",
        "''",
        " al-Sudani",
        " said",
        "antiwar.com",
        ".",
        ".",
        ".",
        "?",
        "!",
        "…",
        " ...",
        ".-",
        ",",
        " –",
        " (AP)",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\u{A0}",
        "\u{200B}",
        "\u{AD}",
        "e\u{301}",
        "ﬁ",
        "Türkiye",
        "撤军",
        "🚨",
        "• ",
        "1. ",
    ];
    prop::collection::vec(prop::sample::select(parts.to_vec()), 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_news_is_cut_whole(text in news()) {
        check(&text)?;
    }

    #[test]
    fn any_text_is_cut_whole(text in any::<String>()) {
        check(&text)?;
    }
}
