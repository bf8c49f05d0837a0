//! Texts with underlined passages, as they must look to the character.

use factdb::render::{Look, Mark, underlined};

/// The marks of `text`, each the first place of its words.
fn marks(text: &str, words: &[&str]) -> Vec<Mark> {
    let mark = |(index, words): (usize, &&str)| {
        let start = text[..text.find(words).expect("words of the text")].chars().count();
        Mark { start, end: start + words.chars().count(), label: (index + 1).to_string() }
    };
    words.iter().enumerate().map(mark).collect()
}

#[track_caller]
fn assert_underlines(text: &str, words: &[&str], width: Option<u16>, expected: &[&str]) {
    let printed = underlined(text, &marks(text, words), &Look { width, ..Look::default() });
    assert_eq!(printed.lines().collect::<Vec<_>>(), expected, "\n{printed}");
}

const TROOPS: &str = "The US has about 2,500 troops in Iraq and 900 in Syria.";

#[test]
fn marks_stand_beneath_their_characters() {
    let expected = [TROOPS, "1‾‾‾‾‾     2‾‾‾‾‾‾‾‾‾‾                    3‾‾‾‾‾‾‾‾‾‾‾"];
    assert_underlines(TROOPS, &["The US", "about 2,500", "900 in Syria"], None, &expected);
}

#[test]
fn overlapping_marks_get_lines_of_their_own() {
    let expected = [
        TROOPS,
        "1‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾     4‾‾",
        "           2‾‾‾‾‾‾‾‾‾‾",
        "                 3‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾",
    ];
    let words =
        ["The US has about 2,500 troops in Iraq", "about 2,500", "2,500 troops in Iraq and 900", "900"];
    assert_underlines(TROOPS, &words, None, &expected);
}

#[test]
fn a_mark_goes_on_in_the_next_line_without_its_label() {
    let expected = [
        "The US has about 2,500",
        "           1‾‾‾‾‾‾‾‾‾‾",
        "troops in Iraq and 900 in",
        "‾‾‾‾‾‾‾‾‾‾‾‾‾‾",
        "Syria.",
    ];
    assert_underlines(TROOPS, &["about 2,500 troops in Iraq"], Some(25), &expected);
}

#[test]
fn a_figure_moves_with_its_qualifier() {
    let expected = ["The US has", "about 2,500 troops", "in Iraq and 900 in", "      1‾‾‾‾‾‾‾‾", "Syria."];
    assert_underlines(TROOPS, &["q and 900"], Some(20), &expected);
}

#[test]
fn paragraphs_and_empty_lines_stay() {
    assert_underlines("One.\r\n\nTwo.\n", &["Two"], None, &["One.", "", "Two.", "1‾‾"]);
}

#[test]
fn wide_and_combining_characters_are_measured() {
    assert_underlines(
        "联军撤出2500名士兵。",
        &["撤出2500名"],
        None,
        &["联军撤出2500名士兵。", "    1‾‾‾‾‾‾‾‾‾"],
    );
    assert_underlines("ne\u{301}e a", &["a"], None, &["ne\u{301}e a", "    1"]);
}

#[test]
fn what_steers_a_terminal_is_not_shown_and_shifts_nothing() {
    let text = "\u{1b}[31mred\u{202e} and\tblue\u{9b}2J";
    assert_underlines(text, &["and\tblue"], None, &["[31mred and blue2J", "        1‾‾‾‾‾‾‾"]);
}

#[test]
fn a_label_longer_than_its_mark_pushes_the_next_aside() {
    let mark = |start, label: &str| Mark { start, end: start + 1, label: label.into() };
    let printed = underlined("abc", &[mark(0, "12"), mark(1, "7")], &Look::default());
    assert_eq!(printed, "abc\n12\n 7\n");
}

#[test]
fn marks_without_characters_show_nothing() {
    let mark = |start, end| Mark { start, end, label: "1".into() };
    let marks = [mark(2, 2), mark(3, 1), mark(9, 20), mark(3, usize::MAX)];
    assert_eq!(underlined("abc", &marks, &Look::default()), "abc\n");
    assert_eq!(underlined("", &marks, &Look::default()), "\n");
}
