//! What holds for every table and text: figures stay whole, lines fit, nothing steers the terminal, files lose nothing.

use factdb::render::{FORMATS, Look, Mark, format, underlined};
use factdb::report::{Align, Column, Reads, Table, Value};
use proptest::prelude::*;

fn table(cells: Vec<Vec<String>>) -> Table {
    let columns = cells.first().map_or(0, Vec::len);
    let column = |index| Column {
        name: format!("column_{index}"),
        meaning: String::new(),
        align: if index % 2 == 0 { Align::Left } else { Align::Right },
        reads: Reads::Plainly,
        brief: true,
    };
    Table {
        title: "Title".into(),
        question: "Question?".into(),
        columns: (0..columns).map(column).collect(),
        rows: cells.into_iter().map(|row| row.into_iter().map(Value::Text).collect()).collect(),
    }
}

fn printed(name: &str, table: &Table, width: Option<u16>) -> String {
    let mut out = Vec::new();
    let look = Look { width, ..Look::default() };
    (format(name).expect("a format").write)(&std::slice::from_ref(table).into(), &look, &mut out)
        .expect("a Vec takes all");
    String::from_utf8(out).expect("formats write UTF-8")
}

/// A figure or date as reports print them.
fn figure() -> impl Strategy<Value = String> {
    prop_oneof![
        "[1-9]{1,3},[0-9]{3}",
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]",
        "[1-9][0-9]{0,9}",
        "[1-9][0-9]{2}–[1-9][0-9]{3}",
        "\\$[1-9]\\.[0-9]{2}",
        "[0-9]{1,2}%",
        "(-|≤|~)[1-9][0-9]{1,5}",
    ]
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,12}",
        1 => Just("about".to_string()),
        3 => figure(),
        1 => "https://[a-z]{3,9}\\.org/2024/09/[a-z-]{10,40}[0-9]{3}",
        1 => "text-[0-9a-f]{40}",
    ]
}

fn cell() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 0..9).prop_map(|words| words.join(" "))
}

fn cells() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1..9usize, 1..5usize).prop_flat_map(|(columns, rows)| {
        prop::collection::vec(prop::collection::vec(cell(), columns..=columns), rows..=rows)
    })
}

/// Words with a digit that are neither addresses nor keys.
fn figures(text: &str) -> Vec<String> {
    let is_figure =
        |word: &&str| word.contains(|c: char| c.is_ascii_digit()) && !word.contains("://") && word.len() < 20;
    text.split_whitespace().filter(is_figure).map(String::from).collect()
}

fn is_harmless(c: char) -> bool {
    c == '\n'
        || !(c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

proptest! {
    #[test]
    fn figures_and_dates_are_never_broken_and_lines_fit(cells in cells(), width in prop::sample::select(vec![40u16, 60, 80, 120])) {
        let table = table(cells.clone());
        let printed = printed("table", &table, Some(width));
        for figure in cells.iter().flatten().flat_map(|cell| figures(cell)) {
            let whole = printed.split([' ', '\n']).any(|word| word == figure);
            prop_assert!(whole, "{figure} is broken at {width}:\n{printed}");
        }
        let long = printed.lines().find(|line| line.chars().count() > usize::from(width));
        prop_assert_eq!(long, None, "\n{}", printed);
    }

    #[test]
    fn figures_stay_whole_in_underlined_texts(words in prop::collection::vec(word(), 0..60), width in prop::sample::select(vec![40u16, 60, 80])) {
        let text = words.join(" ");
        let printed = underlined(&text, &[], &Look { width: Some(width), ..Look::default() });
        for figure in figures(&text) {
            prop_assert!(printed.split_whitespace().any(|word| word == figure), "{figure} is broken:\n{printed}");
        }
        prop_assert!(printed.lines().all(|line| line.chars().count() <= usize::from(width)), "{printed}");
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(letters(&printed), letters(&text));
    }

    #[test]
    fn nothing_steers_the_terminal(text in any::<String>(), steering in "[\\x00-\\x1f\u{7f}-\u{9f}\u{202a}-\u{202e}\u{2066}-\u{2069}a1]{0,20}", width in prop::option::of(0u16..130)) {
        let cell = text + &steering;
        let mut table = table(vec![vec![cell.clone(), cell.clone()]]);
        table.title.clone_from(&cell);
        table.question.clone_from(&cell);
        table.columns[0].name.clone_from(&cell);
        for name in FORMATS.iter().map(|format| format.name).filter(|name| *name != "csv" || width.is_some()) {
            let printed = printed(name, &table, width);
            prop_assert!(printed.chars().all(is_harmless), "{name}: {printed:?}");
        }
        let mark = Mark { start: 1, end: 9, label: cell.clone() };
        let printed = underlined(&cell, &[mark], &Look { width, ..Look::default() });
        prop_assert!(printed.chars().all(is_harmless), "{printed:?}");
    }

    #[test]
    fn json_and_csv_hold_every_character(text in any::<String>(), hidden in "[\\x00-\\x1f\u{7f}-\u{9f}\u{200b}-\u{202e}\u{e0001}-\u{e0020},\"]{0,9}") {
        let cell = format!("a{text}{hidden}");
        let table = table(vec![vec![cell.clone()]]);
        for name in ["json", "jsonl"] {
            let json: serde_json::Value = serde_json::from_str(&printed(name, &table, None)).expect("valid JSON");
            let row = json.get("rows").map_or(&json, |rows| &rows[0]);
            prop_assert_eq!(row["column_0"].as_str(), Some(cell.as_str()));
        }
        let csv = printed("csv", &table, None);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let record = reader.records().next().expect("a row").expect("valid CSV");
        prop_assert_eq!(&record[0], cell.as_str());
    }

    #[test]
    fn markdown_shows_the_words_and_nothing_else(words in "[ a-z0-9\\\\|`*_<>&;#~$\\[\\]()!:/.=+-]{0,40}") {
        let cell = format!("a{words}z");
        let mut table = table(vec![vec![cell.clone()]]);
        table.question.clone_from(&cell);
        table.title.clone_from(&cell);
        let expected = cell.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(shown(&printed("markdown", &table, None)), [&expected, &expected, "column 0", &expected]);
    }
}

/// The texts of a Markdown document, one per block; anything else in it is shown as such.
fn shown(markdown: &str) -> Vec<String> {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let mut blocks = vec![];
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::TableCell) => blocks.push(String::new()),
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow)
            | Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) => {}
            Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell) => {}
            Event::Text(text) => blocks.last_mut().expect("a block").push_str(&text),
            other => blocks.push(format!("{other:?}")),
        }
    }
    blocks
}
