//! The pictures: what is drawn, how it looks, and what is left out.

use factdb::report::{Align, Column, Reads, Table, Value};
use scraper::ElementRef;

use crate::stage::Stage;
use crate::{Page, assert_sound, page_of, within, words};

fn table(names: &[&str], rows: &[&[&str]]) -> Table {
    let column = |name: &&str| Column {
        name: (*name).into(),
        meaning: String::new(),
        align: Align::Left,
        reads: Reads::Plainly,
        brief: true,
    };
    let cell = |cell: &&str| match (cell.is_empty(), cell.parse()) {
        (true, _) => Value::Null,
        (_, Ok(number)) => Value::Integer(number),
        _ => Value::Text((*cell).into()),
    };
    Table {
        title: "A picture".into(),
        question: "What is drawn?".into(),
        columns: names.iter().map(column).collect(),
        rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}

const SCHEDULE: &[&str] = &[
    "what",
    "who",
    "place",
    "stance",
    "published",
    "earliest",
    "latest",
    "relation",
    "when_said",
    "source",
    "claim_key",
];

fn schedule(rows: &[[&str; 7]]) -> Page {
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|[what, stance, published, earliest, latest, relation, said]| {
            vec![
                *what,
                "US forces",
                "Iraq",
                *stance,
                *published,
                *earliest,
                *latest,
                *relation,
                *said,
                "A Paper, 2024-01-01",
                "k1",
            ]
        })
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let page = page_of("schedules", table(SCHEDULE, &rows));
    assert_sound(&page);
    page
}

fn lines(page: &Page) -> Vec<ElementRef<'_>> {
    page.select(".gantt li")
}

fn per_cent(element: ElementRef<'_>, name: &str) -> f64 {
    element.attr(name).unwrap().trim_end_matches('%').parse().unwrap()
}

#[test]
fn answers_stand_by_day_of_publication_so_that_a_date_is_seen_to_slip() {
    let page = schedule(&[
        [
            "withdraw",
            "agreed",
            "2024-09-06",
            "2025-09-01",
            "2025-09-30",
            "on",
            "in September 2025 (2025-09-01 to 2025-09-30)",
        ],
        [
            "withdraw",
            "proposed",
            "2024-07-22",
            "2024-09-01",
            "2024-09-30",
            "on",
            "in September (2024-09-01 to 2024-09-30)",
        ],
    ]);
    let days: Vec<String> = page.select(".gantt .day").into_iter().map(words).collect();
    assert_eq!(days, ["22 Jul 2024", "6 Sep 2024"]);
    let said: Vec<String> = page.select(".gantt .answer").into_iter().map(words).collect();
    assert!(
        said[0].starts_with("proposed in September") && said[1].starts_with("agreed in September 2025"),
        "{said:?}"
    );
    let bars: Vec<f64> =
        lines(&page).into_iter().map(|line| per_cent(within(line, "rect.bar")[0], "x")).collect();
    assert!(bars[0] < bars[1], "{bars:?}");
}

#[test]
fn open_ends_look_open_and_denials_are_struck() {
    let page = schedule(&[
        ["withdraw, complete", "planned", "2024-01-01", "", "2025-09-30", "by", "by September 2025"],
        ["withdraw, complete", "possible", "2024-01-02", "2025-01-01", "", "from", "from 2025"],
        [
            "withdraw, complete",
            "denied (planned)",
            "2024-01-03",
            "2024-05-01",
            "2024-08-31",
            "on",
            "this summer",
        ],
        ["withdraw, complete", "denied", "2024-01-04", "", "", "", "(no date)"],
        ["withdraw, complete", "expected", "2024-01-05", "", "", "on", "within a year (no date)"],
    ]);
    let lines = lines(&page);
    let count = |line: usize, selector: &str| within(lines[line], selector).len();
    assert_eq!(
        [count(0, "line.tail"), count(0, "line.cap"), count(0, "path.head"), count(0, "rect")],
        [1, 1, 1, 0]
    );
    let (tail, cap) = (within(lines[0], "line.tail")[0], within(lines[0], "line.cap")[0]);
    assert!(per_cent(tail, "x1") < per_cent(cap, "x1"), "by: open to the left");
    let (tail, cap) = (within(lines[1], "line.tail")[0], within(lines[1], "line.cap")[0]);
    assert!(per_cent(tail, "x1") > per_cent(cap, "x1"), "from: open to the right");
    assert_eq!([count(2, "rect.denied"), count(2, "line.strike"), count(2, "path.cross")], [1, 1, 1]);
    assert_eq!([count(3, "path.cross"), count(3, "rect")], [1, 0]);
    assert!(words(lines[3]).contains("no date said"));
    assert_eq!([count(4, "path.cross"), count(4, "text.unknown")], [0, 1], "not denied, only not dated");
    assert!(words(lines[4]).contains("within a year"));
}

#[test]
fn the_same_answer_on_the_same_day_is_one_line_with_every_source() {
    let row = ["withdraw", "agreed", "2024-09-06", "", "2025-09-30", "by", "by September 2025"];
    let page = schedule(&[row, row, row]);
    assert_eq!(lines(&page).len(), 1);
    assert!(words(lines(&page)[0]).contains("A Paper 2 3"));
}

#[test]
fn a_long_story_keeps_to_the_questions_asked_most_and_says_what_is_left_out() {
    let questions: Vec<String> = (0..40).map(|number| format!("deploy, {number:02}")).collect();
    let mut rows: Vec<[&str; 7]> = questions
        .iter()
        .map(|what| [what.as_str(), "planned", "2024-01-01", "2024-06-01", "2024-06-30", "on", "in June"])
        .collect();
    rows.push(["deploy, 39", "planned", "2024-01-02", "2024-07-01", "2024-07-31", "on", "in July"]);
    rows.push(["deploy, 00", "asserted", "2024-01-02", "2003-01-01", "2003-12-31", "on", "in 2003"]);
    let page = schedule(&rows);
    let blocks = page.select(".gantt .block h3");
    assert_eq!(blocks.len(), 12);
    assert!(words(blocks[0]).starts_with("Deploy, 39"));
    let rest = words(page.one("figure > p.rest"));
    assert!(rest.contains("28 questions with fewer claims; 1 claim of dates before"), "{rest}");
}

#[test]
fn odd_dates_draw_nothing_that_is_not_there() {
    let page = schedule(&[
        ["withdraw", "planned", "(undated)", "2024-06-01", "2024-06-30", "on", "in June"],
        ["withdraw", "planned", "2024-01-01", "9999-01-01", "9999-12-31", "on", "in the year 9999"],
        ["withdraw", "planned", "2024-01-01", "2024-08-01", "2024-02-01", "on", "the wrong way round"],
        ["withdraw", "planned", "2024-01-01", "not a day", "é 2024-01-1", "on", "no days at all"],
    ]);
    assert_eq!(lines(&page).len(), 4);
    assert!(page_of("schedules", table(SCHEDULE, &[])).select("figure").is_empty(), "nothing to draw");
}

const FIGURES: &[&str] = &[
    "force",
    "place",
    "figure",
    "what",
    "as_of",
    "published",
    "stance",
    "unit",
    "low",
    "best",
    "high",
    "qualifier",
    "earliest",
    "latest",
    "claim_key",
];

fn figures(rows: &[[&str; 7]]) -> Page {
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|[figure, low, best, high, qualifier, earliest, latest]| {
            let mut row = vec![
                "US forces",
                "Iraq",
                *figure,
                "stationed",
                "as said",
                "2024-09-10",
                "asserted",
                "troops",
            ];
            row.extend([*low, *best, *high, *qualifier, *earliest, *latest, "k1"]);
            row
        })
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let page = page_of("troop-figures", table(FIGURES, &rows));
    assert_sound(&page);
    page
}

#[test]
fn exact_hedged_ranged_and_undated_figures_look_different() {
    let page = figures(&[
        ["2,500 troops", "2500", "2500", "2500", "exact", "2024-07-22", "2024-07-22"],
        ["about 2,400 troops", "", "2400", "", "about", "2024-08-01", "2024-08-31"],
        ["hundreds", "200", "", "999", "vague", "2024-08-15", "2024-08-15"],
        ["at least 900 troops", "900", "", "", "at_least", "2024-09-01", "2024-09-01"],
        ["2,000 troops", "2000", "2000", "2000", "exact", "", ""],
    ]);
    let marks = page.select(".panel .mark");
    let mark =
        |said: &str| *marks.iter().find(|mark| words(within(**mark, "title")[0]).starts_with(said)).unwrap();
    let count = |said: &str, selector: &str| within(mark(said), selector).len();
    assert_eq!([count("2,500", "circle.exact"), count("2,500", "line.range")], [1, 0]);
    assert_eq!([count("about", "circle.hedged"), count("about", "line.span")], [1, 1]);
    assert_eq!([count("hundreds", "circle"), count("hundreds", "line.range")], [0, 3]);
    assert_eq!([count("at least", "path.range-head"), count("at least", "line.range")], [1, 2]);
    assert_eq!([count("2,000", "path.exact"), count("2,000", "circle")], [1, 0], "a diamond: no as-of day");
    assert!(words(within(mark("2,000"), "title")[0]).contains("no as-of day said, published 10 Sep 2024"));
}

#[test]
fn figures_of_different_orders_get_lines_ten_times_apart() {
    let day = "2024-07-22";
    let rows =
        [["a", "80", "80", "80", "exact", day, day], ["b", "168000", "168000", "168000", "exact", day, day]];
    assert!(words(figures(&rows).one(".panel")).contains("ten times"));
    let alike = [["a", "80", "80", "80", "exact", day, day], ["b", "90", "90", "90", "exact", day, day]];
    assert!(!words(figures(&alike).one(".panel")).contains("ten times"));
}

#[test]
fn the_example_shows_the_withdrawal_and_the_troops() {
    let page = Page::all(&Stage::example());
    let blocks: Vec<String> = page.select(".gantt .block h3").into_iter().map(words).collect();
    assert!(blocks[0].starts_with("Withdraw U.S. forces · Iraq"), "{blocks:?}");
    let panels: Vec<String> = page.select(".panel h3").into_iter().map(words).collect();
    assert!(panels.iter().any(|panel| panel.starts_with("U.S. forces · Iraq stationed")), "{panels:?}");
    assert!(page.select(".panel a.mark").len() > 3, "marks lead to their evidence");
}
