//! The nearest thing that would have been right, for messages. Knows word lists only as lists.

/// Below this similarity a guess would be a riddle.
const LIKENESS: f64 = 0.8;

/// The candidate most like `written`, if one is like it.
pub(super) fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = folded(written);
    let best = candidates
        .into_iter()
        .map(|candidate| (likeness(&written, &folded(candidate)), candidate))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (best.0 >= LIKENESS).then_some(best.1)
}

/// The way out for a word that is not in a list: the nearest, or all of them.
pub(super) fn one_of(written: &str, words: &[&str]) -> String {
    match nearest(written, words.iter().copied()) {
        Some(word) => format!("did you mean \"{word}\"?"),
        None => format!("it is one of: {}", words.join(", ")),
    }
}

/// The form that an entity key has, from a name: "Islamic State" gives `islamic-state`.
pub(super) fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let letters: String = name
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c) && !matches!(c, '\'' | '’' | '.'))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .take(120)
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join("-")
}

fn folded(word: &str) -> String {
    word.trim().to_lowercase().replace(['-', ' '], "_")
}

/// Words that differ by an ending (`deployed`, `deploy`) are as near as words with a slip of the finger.
fn likeness(written: &str, candidate: &str) -> f64 {
    let short = written.len().min(candidate.len());
    if short >= 4 && (written.starts_with(candidate) || candidate.starts_with(written)) {
        return 0.95;
    }
    strsim::normalized_damerau_levenshtein(written, candidate)
        .max(strsim::jaro_winkler(written, candidate) - 0.08)
}

#[cfg(test)]
mod tests {
    use super::{nearest, one_of, slug};

    #[test]
    fn slips_and_endings_are_near_and_other_words_are_not() {
        let words = ["withdraw", "deploy", "stationed", "end_mission"];
        for (written, expected) in [
            ("withdrew", Some("withdraw")),
            ("Withdrawal", Some("withdraw")),
            ("End Mission", Some("end_mission")),
            ("banana", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, words), expected, "{written}");
        }
        assert_eq!(one_of("banana", &["a", "b"]), "it is one of: a, b");
    }

    #[test]
    fn a_slug_has_the_form_of_a_key() {
        for (name, key) in
            [("Islamic State", "islamic-state"), ("Türkiye", "turkiye"), ("U.S.", "us"), ("伊拉克", "")]
        {
            assert_eq!(slug(name), key);
        }
    }
}
