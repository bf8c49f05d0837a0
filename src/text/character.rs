//! Classes of characters that folding and the sentence splitter must see alike. Knows single characters, no texts.

/// Invisible characters that layout leaves behind: soft hyphen, zero-width spaces and joiners, bidi marks, byte order mark.
pub(super) fn is_vanishing(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether it is a letter or a digit. Curly quotation marks and dashes need not be looked up for that.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    !is_general_punctuation(c) && c.is_alphanumeric()
}

/// Dashes, quotation marks and spaces: Unicode's block of them, which holds no letters.
fn is_general_punctuation(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206F}')
}

/// White space, or nothing to see at all.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_vanishing(c)
}

/// Marks that people type or typeset as a single quotation mark or an apostrophe.
pub(super) fn is_single_quote(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '´' | '‘' | '’' | '‚' | '‛' | '′' | '‹' | '›' | '\u{2BC}' | '\u{1FEF}' | '\u{1FFD}'
    )
}

/// Marks that people type or typeset as a double quotation mark.
pub(super) fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '″' | '«' | '»')
}

/// Either kind of quotation mark.
pub(super) fn is_quote(c: char) -> bool {
    is_single_quote(c) || is_double_quote(c)
}

/// Hyphens, dashes and the minus sign.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−')
}

/// Marks that open a list item.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '◦' | '▪' | '●' | '·' | '■' | '►' | '*')
}

/// Letters that one glyph stands for.
pub(super) fn unfolded_glyph(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        '…' => "...",
        _ => return None,
    })
}
