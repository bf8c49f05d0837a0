//! The speaker of a claim: whom the words of an attribution mean, where they only refer back.

use super::attribution::Attribution;
use super::quotation;
use crate::extract::memory::Memory;
use crate::model::Speaker;
use crate::model::vocabulary::SpeakerKind;

/// The speaker that an attribution names; the author where there is none.
pub(in crate::extract) fn speaker(text: &str, spoken: Option<&Attribution>, memory: &Memory<'_>) -> Speaker {
    let Some(spoken) = spoken else {
        return Speaker { kind: SpeakerKind::Author, key: None, text: None, count: None };
    };
    let words = &text[spoken.text.clone()];
    let key = spoken.key.clone().or_else(|| match spoken.kind {
        SpeakerKind::Named if refers_back(words) => memory.person(),
        SpeakerKind::Institution if words.eq_ignore_ascii_case("it") => quotation::body(memory),
        SpeakerKind::Institution => Some(format!("{}-{}", memory.state()?, own_body(words)?)),
        _ => None,
    });
    Speaker { kind: spoken.kind, key, text: Some(words.to_owned()), count: spoken.count }
}

/// "the army", "the government": that of the country that the article is about.
fn own_body(words: &str) -> Option<&'static str> {
    let body = words.strip_prefix("The ").or_else(|| words.strip_prefix("the "))?;
    match body {
        "army" | "military" | "armed forces" => Some("forces"),
        "government" | "administration" | "regime" => Some("government"),
        "parliament" => Some("parliament"),
        _ => None,
    }
}

/// "he", "the president": whoever was last spoken of; a name that no list has is somebody else's.
fn refers_back(words: &str) -> bool {
    let mut rest = words.split(' ');
    let first = rest.next().unwrap_or("").to_ascii_lowercase();
    matches!(first.as_str(), "he" | "she" | "the") && !rest.any(|word| word.starts_with(char::is_uppercase))
}
