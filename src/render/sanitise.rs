//! Makes text from strangers harmless to a screen: no escape sequence, no reversed reading order, nothing invisible.

/// What stands on the screen for a character: itself, a space for a break, nothing for what commands a terminal or hides.
pub(super) fn shown(c: char) -> Option<char> {
    match c {
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if hidden(c) => None,
        c => Some(c),
    }
}

/// Characters without a shape of their own: they steer terminals, turn the order of reading, or smuggle text.
///
/// Joiners (U+200C, U+200D) are among them: a screen loses a little of Persian spelling and of composed emoji, and two names that
/// look equal are equal. CSV and JSON keep everything.
pub(super) fn hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' // C0, DEL, C1
        | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' // direction
        | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{feff}' // zero width
        | '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{206a}'..='\u{206f}' // soft, joined, deprecated
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}' // blank fillers
        | '\u{2028}' | '\u{2029}' | '\u{fff0}'..='\u{fffb}' // separators, interlinear notes
        | '\u{fe00}'..='\u{fe0f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' // variation, musical format
        | '\u{e0000}'..='\u{e0fff}' // tags and further variation selectors
    )
}

/// One clean line: breaks and tabs become a space, runs of spaces one, so that two spaces always part columns.
pub(super) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars().filter_map(shown) {
        if c != ' ' || !(line.is_empty() || line.ends_with(' ')) {
            line.push(c);
        }
    }
    if line.ends_with(' ') {
        line.pop();
    }
    line
}

/// At most `cap` characters, the last of them `…` where something is missing. Never leaves a part of a number, which would read as
/// another number.
pub(super) fn cut(text: &str, cap: usize) -> String {
    if text.char_indices().nth(cap).is_none() {
        return text.to_string();
    }
    let end = text.char_indices().nth(cap - 1).map_or(text.len(), |(index, _)| index);
    let head = match text[..end].rfind(' ') {
        Some(space) if end - space < cap / 2 => &text[..space],
        _ => whole_numbers(&text[..end]),
    };
    format!("{head}…")
}

fn whole_numbers(head: &str) -> &str {
    let kept =
        head.trim_end_matches(|c: char| c.is_numeric() || matches!(c, '.' | ',' | ':' | '-' | '–' | '/'));
    if kept.is_empty() { head } else { kept }
}
