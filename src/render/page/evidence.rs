//! What every number rests on: the words in their sentence, the article, who says so. Links lead here, also without script.

use std::collections::HashMap;

use maud::{Markup, PreEscaped, html};

use super::{day, words};
use crate::report::Evidence;

/// Where on the page the evidence of a claim or an article stands.
pub(super) struct Anchors<'a> {
    claims: HashMap<&'a str, (String, &'a Evidence)>,
    /// With the first claim of each.
    articles: HashMap<&'a str, (String, &'a str)>,
}

impl<'a> Anchors<'a> {
    pub(super) fn new(evidence: &'a [Evidence]) -> Self {
        let (mut claims, mut articles) = (HashMap::new(), HashMap::new());
        for (index, claim) in evidence.iter().enumerate() {
            claims.insert(claim.claim_key.as_str(), (anchor("claim", &claim.claim_key, index), claim));
            let next = articles.len() + 1;
            let first = || (format!("article-{next}"), claim.claim_key.as_str());
            articles.entry(claim.article_key.as_str()).or_insert_with(first);
        }
        Self { claims, articles }
    }

    /// The address of a claim's evidence on the page.
    pub(super) fn claim(&self, key: &str) -> Option<String> {
        self.claims.get(key).map(|(id, _)| format!("#{id}"))
    }

    /// The address of an article's evidence on the page.
    pub(super) fn article(&self, key: &str) -> Option<String> {
        self.articles.get(key).map(|(id, _)| format!("#{id}"))
    }

    /// Who published a claim, for the name of a link.
    pub(super) fn publisher(&self, key: &str) -> Option<String> {
        self.claims.get(key).map(|(_, claim)| words::label(&claim.publisher))
    }
}

/// A key is letters and digits; in a file that others wrote it may be anything, and then its number stands for it.
fn anchor(kind: &str, key: &str, index: usize) -> String {
    let plain = (1..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if plain { format!("{kind}-{key}") } else { format!("{kind}--{index}") }
}

/// Every claim with its evidence, article by article.
pub(super) fn evidence(all: &[Evidence], anchors: &Anchors<'_>) -> Option<Markup> {
    if all.is_empty() {
        return None;
    }
    let articles = all.chunk_by(|a, b| a.article_key == b.article_key && a.published == b.published);
    Some(html! {
        p.question { "The words behind every number and date on this page, in their sentences, by day of publication." }
        @for claims in articles {
            @if let Some(first) = claims.first() { (article(first, claims, anchors)) }
        }
    })
}

fn article(about: &Evidence, claims: &[Evidence], anchors: &Anchors<'_>) -> Markup {
    // The same article may come twice where its versions were published on two days: the first has the name.
    let named = anchors.articles.get(about.article_key.as_str());
    let id = named.filter(|(_, first)| *first == about.claim_key).map(|(id, _)| id);
    html! {
        article.source {
            header id=[id] {
                h3 dir="auto" { (words::cell(&about.title)) }
                p.byline {
                    b dir="auto" { (words::line(&about.publisher)) } ", " (day::published(&about.published))
                    @if let Some(url) = &about.url { " · " (address(url)) }
                    " · " span.key dir="auto" { (words::cell(&about.article_key)) }
                }
                @if about.text_kind == "digest" {
                    p.retold { "A digest: the words below are those of whoever retold the article, not its publisher’s." }
                }
            }
            @for claim in claims { (told(claim, anchors)) }
        }
    }
}

/// An address is a link where a browser would only go there; anything else is words.
fn address(url: &str) -> Markup {
    let is_web = ["http://", "https://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let is_clean = url.len() <= 2000 && words::line(url) == url && !url.contains(char::is_whitespace);
    html! {
        @if is_web && is_clean {
            a.address href=(url) rel="external noopener noreferrer nofollow" { (words::cell(url)) }
        } @else {
            span.address dir="auto" { (words::cell(url)) }
        }
    }
}

fn told(claim: &Evidence, anchors: &Anchors<'_>) -> Markup {
    let id = anchors.claims.get(claim.claim_key.as_str()).map(|(id, _)| id.as_str());
    let retold = (claim.text_kind == "digest").then_some("retold");
    html! {
        (PreEscaped("\n"))
        div.claim id=[id] tabindex="-1" {
            blockquote dir="auto" class=[retold] { p { (sentence(claim)) } }
            dl {
                (fact("Claim", Some(&says(claim))))
                (fact("When", claim.when.as_deref()))
                (fact("Stance", Some(&claim.stance)))
                (fact("Speaker", Some(&claim.speaker)))
                (fact("Origin", Some(claim.origin.as_deref().unwrap_or("only this article is known"))))
                (fact("Review", claim.review.as_deref()))
                (fact("Key", Some(&format!("{} ({})", claim.claim_key, claim.method))))
            }
        }
    }
}

fn fact(name: &str, value: Option<&str>) -> Markup {
    html! {
        @if let Some(value) = value.filter(|value| !value.is_empty()) {
            div { dt { (name) } dd dir="auto" { (words::cell(value)) } }
        }
    }
}

fn says(claim: &Evidence) -> String {
    let object = claim.object.as_ref().map(|object| format!("to {object}"));
    let parts = [
        Some(claim.what.replace('_', " ")),
        claim.figure.clone(),
        claim.subject.clone(),
        object,
        claim.place.clone(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The sentence with the quote marked; the quote alone where the two do not fit, or the sentence is beyond all measure.
fn sentence(claim: &Evidence) -> Markup {
    let letters: Vec<char> = claim.sentence.chars().collect();
    let length = claim.quote.chars().count();
    let end = claim.quote_start.saturating_add(length);
    let found: Option<String> = letters.get(claim.quote_start..end).map(|quote| quote.iter().collect());
    if found.as_deref() != Some(claim.quote.as_str()) {
        return html! { mark { (words::passage(&claim.quote)) } };
    }
    let piece = |letters: &[char]| words::passage(&letters.iter().collect::<String>());
    html! { (piece(&letters[..claim.quote_start])) mark { (words::passage(&claim.quote)) } (piece(&letters[end..])) }
}
