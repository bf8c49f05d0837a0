//! What on a page is no article: navigation, lists of other headlines, bylines, calls to read on.

use std::ops::Range;

/// A run of so many lines without a full stop is a list of links.
const LIST: usize = 3;
/// How a line of furniture begins.
const OPENERS: &[&str] = &[
    "read more",
    "related",
    "recommended",
    "advertisement",
    "author:",
    "by ",
    "source:",
    "photo",
    "image",
    "getty",
    "share",
    "follow us",
    "subscribe",
    "sign up",
    "leave a reply",
    "your email",
    "back to top",
    "adblock",
    "please consider",
    "explore",
    "copyright",
    "all rights reserved",
    "min read",
    "click here",
    "watch:",
    "listen:",
    "more:",
    "see also",
    "must watch",
    "just watched",
];

/// What captions of old pictures say.
const PHOTO: &str = "file photo";
/// Whether furniture begins with a byte.
const BEGINNINGS: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < OPENERS.len() {
        let first = OPENERS[at].as_bytes()[0];
        table[first as usize] = true;
        table[first.to_ascii_uppercase() as usize] = true;
        at += 1;
    }
    table
};

/// Which sentences are furniture, by their byte ranges, in order.
pub fn furniture(text: &str, sentences: &[Range<usize>]) -> Vec<bool> {
    let bare: Vec<bool> = sentences.iter().map(|sentence| is_bare(&text[sentence.clone()])).collect();
    let shows_photos = text.contains(PHOTO);
    (0..sentences.len())
        .map(|index| {
            let words = &text[sentences[index].clone()];
            opens_furniture(words)
                || names_clip(words)
                || words.ends_with(" MORE")
                || shows_photos && words.len() < 400 && words.contains(PHOTO)
                || in_list(&bare, index)
                || index > 0 && bare[index] && is_shouted(words)
        })
        .collect()
}

/// "Truce takes effect 01:41": the title of a film with its length. Not "Curfew begins at 21:30".
fn names_clip(line: &str) -> bool {
    let line = if line.len() < 160 { line.trim_end() } else { return false };
    let Some((title, length)) = line.len().checked_sub(6).and_then(|at| line.split_at_checked(at)) else {
        return false;
    };
    let Some(length) = length.strip_prefix(' ') else { return false };
    let is_length = matches!(length.as_bytes(), [a, b, b':', c, d] if [a, b, c, d].iter().all(|byte| byte.is_ascii_digit()));
    let led = title.rsplit(' ').next().unwrap_or_default();
    is_length && !matches!(led, "at" | "by" | "from" | "to" | "until" | "around" | "before" | "after")
}

/// "GENERAL WARNS OF LONG WAR": a link to another article, all in capitals between paragraphs.
fn is_shouted(line: &str) -> bool {
    let capitals = line.bytes().filter(u8::is_ascii_uppercase).count();
    capitals > 20 && !line.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Whether a line has no stop at its end.
fn is_bare(line: &str) -> bool {
    match line.as_bytes().last() {
        Some(b'.' | b'!' | b'?' | b':' | b',') => return false,
        Some(last) if last.is_ascii_alphanumeric() => return true,
        _ => {}
    }
    !line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', '…', ':', ','])
}

fn opens_furniture(line: &str) -> bool {
    let Some(letter) = line.bytes().next().filter(|first| BEGINNINGS[usize::from(*first)]) else {
        return false;
    };
    let letter = letter.to_ascii_lowercase();
    // "By Monday all had left.": a byline is short and no sentence.
    let first = opens_with(line, "by ") && (line.len() > 120 || line.trim_end().ends_with('.'));
    opens_with(line, "file - ")
        || !first
            && OPENERS.iter().any(|opener| opener.as_bytes()[0] == letter && opens_with(line, opener))
            && (line.len() < 160 || opens_with(line, "related"))
}

/// Whether a line begins so, in whatever case.
fn opens_with(line: &str, opener: &str) -> bool {
    line.as_bytes().get(..opener.len()).is_some_and(|start| start.eq_ignore_ascii_case(opener.as_bytes()))
}

/// Headlines one after another are links; an article's own headline stands alone or with its deck.
fn in_list(bare: &[bool], index: usize) -> bool {
    if !bare[index] {
        return false;
    }
    let before = bare[..index].iter().rev().take_while(|bare| **bare).count();
    let after = bare[index + 1..].iter().take_while(|bare| **bare).count();
    before + after + 1 > LIST && index > LIST
}
