//! The place, day and agency that open a paragraph. Knows their shape, not which names are agencies'.

/// The names in the dateline that opens a paragraph: "BAGHDAD (Reuters) - …", "MOSCOW, May 3. /TASS/. …".
pub(super) fn dateline(line: &str) -> Option<&str> {
    // Strokes stand between places as well: "BEIRUT/WASHINGTON (Reuters)".
    let opens = line.match_indices(['(', '/']).take_while(|(open, _)| *open < 80);
    opens.into_iter().find_map(|(open, mark)| {
        let (close, marks): (char, &[char]) = match mark {
            "(" => (')', &['-', '–', '—', ':', '|']),
            _ => ('/', &['-', '–', '—', '.']),
        };
        let (names, rest) = line[open + 1..].split_once(close)?;
        let story = rest.trim_start().strip_prefix(marks)?;
        let opens_paragraph = story.trim().len() >= 40 && names.len() < 60;
        (opens_paragraph && is_place(&line[..open])).then_some(names)
    })
}

/// Whether the words before an agency's bracket are places and a day; nothing is, too.
fn is_place(words: &str) -> bool {
    let tokens: Vec<&str> = words.split([' ', '/', ',', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let Some(first) = tokens.first() else { return true };
    let is_name = |word: &&str| {
        word.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| c.is_uppercase() || c.is_numeric())
            || matches!(*word, "and" | "of" | "near" | "de" | "al" | "the" | "in")
    };
    let capitals = first.chars().filter(|c| c.is_alphabetic()).count() > 1 && *first == first.to_uppercase();
    tokens.len() <= if capitals { 9 } else { 4 } && tokens.iter().all(is_name)
}
