//! The frame of the page: its head with the policy, its masthead, contents and last lines.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use super::{Section, day, words};
use crate::report::{Document, Story};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// The whole file.
pub(super) fn document(title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" dir="ltr" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "factdb " (env!("CARGO_PKG_VERSION")) };
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#content" { "Skip to the content" }
                (body)
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    format!("{}\n", page.into_string())
}

/// Nothing is loaded, sent, framed or run but the style and the script of this very page.
fn policy() -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(STYLE)),
        base64(&Sha256::digest(SCRIPT))
    )
}

/// RFC 4648, section 4: the way that a policy writes its hashes.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let three = [chunk[0], chunk.get(1).copied().unwrap_or(0), chunk.get(2).copied().unwrap_or(0)];
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place)) as usize & 63] as char;
            text.push(if place <= chunk.len() { digit } else { '=' });
        }
    }
    text
}

/// The heading of the page: its only table's title, or what all have in common.
pub(super) fn title(document: &Document<'_>) -> String {
    match document.tables {
        [table] => words::line(&table.title),
        _ => "What the articles say, side by side".to_owned(),
    }
}

/// The heading, and how much it rests on.
pub(super) fn masthead(document: &Document<'_>, story: &Story) -> Markup {
    html! {
        header.masthead {
            p.kicker { "factdb" }
            h1 { (title(document)) }
            @if document.story.is_some() { (overview(story)) }
        }
    }
}

fn overview(story: &Story) -> Markup {
    let of = &story.overview;
    let days = of.first.as_deref().and_then(day::parsed).zip(of.last.as_deref().and_then(day::parsed));
    let count = |number: i64, noun: &str| words::counted(usize::try_from(number).unwrap_or(0), noun);
    html! {
        p.overview {
            b { (count(of.claims, "claim")) } " in " b { (count(of.articles, "article")) }
            @if of.publishers > 0 { " from " (count(of.publishers, "known publisher")) }
            @if let Some((first, last)) = days { ", published " (day::period(first, last)) }
            "."
        }
        @if of.articles == 0 && story.options.is_empty() { p.overview { "Nothing has been imported: " code { "factdb import PATH" } } }
        @if !story.options.is_empty() {
            p.overview { "Narrowed by " code { (words::line(&story.options.join(" "))) } }
        }
        p.howto { "Every number and date leads to the words that it rests on." }
    }
}

/// Links to the sections.
pub(super) fn contents(sections: &[Section]) -> Markup {
    html! {
        @if sections.len() > 2 {
            nav.contents aria-label="Contents" {
                ul { @for section in sections { li { a href={ "#" (section.id) } { (section.title) } } } }
            }
        }
    }
}

/// What made the page, and how it is read.
pub(super) fn colophon(document: &Document<'_>, story: &Story) -> Markup {
    let shown = document.tables.len();
    html! {
        footer.colophon {
            p {
                "Made by factdb " (env!("CARGO_PKG_VERSION")) " from " (words::counted(shown, "report"))
                @if !story.evidence.is_empty() { " and " (words::counted(story.evidence.len(), "quoted claim")) }
                ". Figures and dates are those that articles gave; nothing was averaged, and what was not said was left empty (–)."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn bytes_are_written_as_the_standard_has_it() {
        let written = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
        assert_eq!(written, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }
}
