//! The forms of a name in news: sentence starts, headlines, and titles of offices with and without capitals.

use super::words::capitalised;
use crate::model::vocabulary::{EntityKind, NameKind};

/// Nouns and adjectives in names of bodies and places that are written with and without a capital.
const COMMON: &[&str] = &[
    "administration",
    "affairs",
    "air",
    "airbase",
    "airfield",
    "airport",
    "ambassador",
    "armed",
    "army",
    "base",
    "chancellor",
    "chief",
    "city",
    "coalition",
    "command",
    "commander",
    "consulate",
    "defence",
    "defense",
    "department",
    "district",
    "embassy",
    "federal",
    "fighters",
    "force",
    "forces",
    "foreign",
    "general",
    "government",
    "governorate",
    "guard",
    "interior",
    "international",
    "intelligence",
    "island",
    "islands",
    "king",
    "leader",
    "marines",
    "military",
    "militants",
    "militia",
    "militias",
    "minister",
    "ministry",
    "mission",
    "national",
    "navy",
    "observatory",
    "officials",
    "parliament",
    "peninsula",
    "police",
    "president",
    "premier",
    "prime",
    "province",
    "rebels",
    "region",
    "secretary",
    "security",
    "separatists",
    "service",
    "soldiers",
    "spokesman",
    "spokeswoman",
    "supreme",
    "troops",
    "valley",
];
/// Words that stay small in a headline.
const SMALL: &[&str] =
    &["of", "the", "and", "for", "in", "on", "to", "against", "al", "el", "bin", "ibn", "von", "van", "de"];

/// All forms of a name, the one given first.
pub(super) fn forms(name: &str, name_kind: NameKind, kind: EntityKind) -> Vec<String> {
    let mut forms = vec![bare(name, name_kind).to_owned()];
    let name = forms[0].clone();
    let mut add = |form: String| {
        if !forms.contains(&form) {
            forms.push(form);
        }
    };
    add(capitalised(&name));
    if !matches!(kind, EntityKind::Person | EntityKind::Outlet | EntityKind::Agency) {
        add(each_word(&name, |_, word| headline(word)));
        if !matches!(kind, EntityKind::Document | EntityKind::Other) {
            let first = usize::from(kind != EntityKind::Office);
            add(each_word(&name, |at, word| if at >= first { small(word) } else { word.to_owned() }));
        }
    }
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if letters >= 4 && name_kind != NameKind::Acronym {
        add(name.to_uppercase());
    }
    forms
}

/// A name without its article, where it is a name without it.
fn bare(name: &str, kind: NameKind) -> &str {
    match name.strip_prefix("the ") {
        Some(rest) if kind != NameKind::Weak && rest.starts_with(char::is_uppercase) => rest,
        _ => name,
    }
}

fn each_word(name: &str, form: impl Fn(usize, &str) -> String) -> String {
    let mut words = name.split(' ').enumerate().map(|(at, word)| form(at, word));
    let first = words.next().unwrap_or_default();
    words.fold(first, |name, word| name + " " + &word)
}

fn headline(word: &str) -> String {
    let parts =
        word.split('-').map(|part| if SMALL.contains(&part) { part.to_owned() } else { capitalised(part) });
    parts.collect::<Vec<_>>().join("-")
}

fn small(word: &str) -> String {
    let lower = word.to_lowercase();
    if COMMON.contains(&lower.as_str()) { lower } else { word.to_owned() }
}

/// The family name in a person's full name, with and without its article: "al-Sudani", "Sudani".
pub(super) fn family_names(name: &str) -> Vec<&str> {
    let Some((_, last)) = name.trim().rsplit_once(' ') else { return Vec::new() };
    let last = if matches!(last, "Jr." | "Sr." | "II" | "III") { return Vec::new() } else { last };
    let mut names = vec![last];
    for article in ["al-", "Al-", "el-", "El-"] {
        names.extend(last.strip_prefix(article));
    }
    names.retain(|name| name.chars().count() >= 2 && name.chars().any(char::is_uppercase));
    names
}
