//! Characters of names: which are letters, apostrophes or nothing that can be seen, and what a letter is without its
//! diacritics.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::is_alphanumeric;

pub(super) fn is_letter(c: char) -> bool {
    is_alphanumeric(c) && !is_apostrophe(c)
}

pub(super) fn is_inner(c: char) -> bool {
    is_combining_mark(c) || is_invisible(c)
}

pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}')
}

/// Apostrophes, among them the half rings and letters that transliterations use.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‛' | '`' | '´' | '′' | 'ʼ' | 'ʻ' | 'ʾ' | 'ʿ' | 'ʽ' | '＇')
}

/// The word without diacritics, ligatures and what cannot be seen.
pub(super) fn fold(word: &str, folded: &mut String) {
    folded.clear();
    for c in word.nfkd() {
        match c {
            _ if is_inner(c) => {}
            'ı' => folded.push('i'),
            'ø' => folded.push('o'),
            'Ø' => folded.push('O'),
            'ł' => folded.push('l'),
            'Ł' => folded.push('L'),
            'đ' | 'ð' => folded.push('d'),
            'Đ' => folded.push('D'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            _ => folded.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folding_takes_marks_off_letters() {
        let folded = |word: &str| {
            let mut folded = String::new();
            fold(word, &mut folded);
            folded
        };
        assert_eq!(folded("Erdoğan"), "Erdogan");
        assert_eq!(folded("Bagh\u{ad}dad"), "Baghdad");
        assert_eq!(folded("Yıldırım"), "Yildirim");
        assert_eq!(folded("ﬁve"), "five");
    }
}
