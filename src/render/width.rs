//! How many columns a text takes on a terminal.

/// Columns of `text`, which holds no control characters: 2 for a CJK character, 0 for a combining mark. Ends at 65,534.
///
/// comfy-table measures it, so that what is wrapped here and drawn there agrees.
pub(super) fn width(text: &str) -> usize {
    if text.chars().all(is_single) {
        return text.chars().count();
    }
    // comfy-table calls nothing narrower than 1; the letter in front lets a lone combining mark measure 0.
    measured(&format!("x{text}")) - 1
}

/// Columns of one character.
pub(super) fn char_width(c: char) -> usize {
    if is_single(c) { 1 } else { width(c.encode_utf8(&mut [0; 4])) }
}

fn measured(text: &str) -> usize {
    let mut scale = comfy_table::Table::new();
    scale.add_row([text]);
    scale.column_max_content_widths().first().map_or(1, |&columns| usize::from(columns))
}

/// Characters of most texts that are one column wide; they need no measuring.
fn is_single(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{2010}'..='\u{2027}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_cut_agrees_with_the_measure() {
        let wrong: Vec<char> =
            (' '..='\u{3000}').filter(|&c| is_single(c) && measured(&format!("x{c}")) != 2).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn wide_and_combining_characters() {
        for (text, columns) in
            [("", 0), ("abc", 3), ("伊拉克", 6), ("e\u{301}", 1), ("\u{301}", 0), ("العراق", 6)]
        {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }
}
