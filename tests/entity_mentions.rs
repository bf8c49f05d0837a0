//! Texts with the entities that they must and must not be read as naming; the cases are data in `entity_cases`.
#![allow(clippy::expect_used)]

mod entity_support;

use chrono::NaiveDate;
use entity_support::GAZETTEER;
use factdb::entity::{Mention, Mentions};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

/// A text and what it names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    /// Day of publication.
    published: Option<String>,
    /// Words, key, and how the words mean it (any way, if left out), in the order of the text; others may stand between.
    #[serde(default)]
    mentions: Vec<Vec<String>>,
    /// Words, or words and a key: no mention of these words, or none of that entity.
    #[serde(default)]
    silent: Vec<Vec<String>>,
    /// Why it fails: then it must fail.
    known_gap: Option<String>,
}

impl Case {
    fn published(&self) -> Option<NaiveDate> {
        self.published.as_ref().map(|day| day.parse().expect("a day"))
    }

    /// What is wrong with the reading, in words.
    fn mistakes(&self) -> Vec<String> {
        let found = GAZETTEER.mentions(&self.text, self.published());
        let mut rest = found.list.iter();
        let missing = self.mentions.iter().filter(|wanted| {
            let here = rest.clone().position(|mention| self.fits(&found, mention, wanted));
            here.map(|at| rest.nth(at)).is_none()
        });
        let missing: Vec<String> = missing.map(|wanted| format!("missing {wanted:?}")).collect();
        let unwanted = self
            .silent
            .iter()
            .filter(|wanted| found.list.iter().any(|mention| self.fits(&found, mention, wanted)));
        missing.into_iter().chain(unwanted.map(|wanted| format!("unwanted {wanted:?}"))).collect()
    }

    fn fits(&self, found: &Mentions, mention: &Mention, wanted: &[String]) -> bool {
        let words = self.text[mention.range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let how = format!("{:?}", mention.how).to_lowercase();
        let is =
            |at: usize, value: &str| wanted.get(at).is_none_or(|wanted| wanted.is_empty() || wanted == value);
        is(0, &words) && is(1, found.key(&GAZETTEER, mention.entity)) && is(2, &how)
    }

    fn report(&self, mistakes: &[String]) -> String {
        let found = GAZETTEER.mentions(&self.text, self.published());
        let read = found.list.iter().map(|mention| {
            format!(
                "      {:?} {} {:?}",
                &self.text[mention.range.clone()],
                found.key(&GAZETTEER, mention.entity),
                mention.how
            )
        });
        format!(
            "{}\n    {}\n    {}\n{}",
            self.name,
            self.text,
            mistakes.join("; "),
            read.collect::<Vec<_>>().join("\n")
        )
    }
}

fn cases() -> Vec<Case> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/entity_cases");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("cases").map(|entry| entry.expect("entry").path()).collect();
    paths.sort();
    paths
        .iter()
        .flat_map(|path| {
            let text = std::fs::read_to_string(path).expect("a case file");
            toml::from_str::<File>(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())).case
        })
        .collect()
}

#[test]
fn texts_name_what_the_cases_say() {
    let cases = cases();
    assert!(cases.len() >= 100, "{} cases", cases.len());
    let mut failures = Vec::new();
    for case in &cases {
        assert!(!case.mentions.is_empty() || !case.silent.is_empty(), "{} says nothing", case.name);
        let mistakes = case.mistakes();
        match &case.known_gap {
            None if !mistakes.is_empty() => failures.push(case.report(&mistakes)),
            Some(_) if mistakes.is_empty() => failures.push(format!("{}: the gap is closed", case.name)),
            _ => {}
        }
    }
    assert!(failures.is_empty(), "{} of {} fail:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

/// Words that trigger every rule, and characters that trouble offsets.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Iraq",
        "Iraq’s",
        "U.S.",
        "US-led",
        "Washington",
        "Baghdad",
        "and",
        "agreed",
        "the",
        "group",
        "country",
        "there",
        "he",
        "said",
        "President",
        "Trump",
        "Gen.",
        "Mattis",
        "Georgia",
        "Jordan",
        "in",
        "of",
        "town",
        "province",
        "Camp",
        "Ali",
        "al-",
        "Karimi",
        ",",
        ".",
        "\n",
        "\n\n",
        "\"",
        "“",
        "\u{a0}",
        "\u{ad}",
        "é",
        "İ",
        "ß",
        "\u{200b}",
        "\u{301}",
        "中",
        "😀",
        "'",
        "’s",
        "-",
        "—",
        "J.",
    ]);
    prop::collection::vec((word, prop::sample::select(vec!["", " ", " ", " "])), 0..40)
        .prop_map(|words| words.into_iter().map(|(word, gap)| format!("{word}{gap}")).collect())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let day = NaiveDate::from_ymd_opt(2019, 5, 1);
    let mentions = GAZETTEER.mentions(text, day);
    let mut last = 0;
    for mention in &mentions.list {
        prop_assert!(mention.range.start >= last && mention.range.start < mention.range.end);
        prop_assert!(text.get(mention.range.clone()).is_some(), "not on character boundaries");
        prop_assert!(!mentions.key(&GAZETTEER, mention.entity).is_empty());
        last = mention.range.end;
    }
    prop_assert_eq!(&mentions, &GAZETTEER.mentions(text, day));
    Ok(())
}

proptest! {
    #[test]
    fn any_characters_are_read(text in ".{0,300}") {
        check(&text)?;
    }

    #[test]
    fn shuffled_news_is_read(text in text()) {
        check(&text)?;
    }

    #[test]
    fn white_space_makes_no_difference(text in text()) {
        let spaced = text.replace('\u{a0}', " ");
        let keys = |text: &str| {
            let mentions = GAZETTEER.mentions(text, None);
            mentions.list.iter().map(|mention| mentions.key(&GAZETTEER, mention.entity).to_owned()).collect::<Vec<_>>()
        };
        prop_assert_eq!(keys(&text), keys(&spaced));
    }
}
