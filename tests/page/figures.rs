//! Every figure of the page equals the view's, and leads to its evidence.

use factdb::report::{Align, Column, Reads, Table, Value};
use scraper::ElementRef;

use crate::stage::Stage;
use crate::{Page, page_of, within, words};

/// Records by their columns, as a spreadsheet reads them.
fn csv_of(stage: &Stage, report: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let printed = stage.ok(&["report", report, "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(printed.as_bytes());
    let names = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
    (names, rows)
}

fn cells(row: ElementRef<'_>) -> Vec<String> {
    within(row, "th, td:not(.links)").into_iter().map(words).collect()
}

/// What a page writes for a cell of a spreadsheet.
fn as_on_the_page(reads: Reads, cell: &str) -> String {
    match (reads, cell) {
        (_, "") => "–".to_owned(),
        (Reads::YesNo, "1") => "yes".to_owned(),
        (Reads::YesNo, "0") => "no".to_owned(),
        _ => cell.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

#[test]
fn every_cell_of_every_table_is_the_view_s() {
    let stage = Stage::example();
    let page = Page::all(&stage);
    for report in factdb::report::reports() {
        let (names, rows) = csv_of(&stage, &report.name);
        let reads = |name: &String| report.columns.iter().find(|column| column.name == *name).unwrap().reads;
        if rows.is_empty() {
            page.one(&format!("#report-{} .nothing", report.name));
            continue;
        }
        let table = page.one(&format!("#report-{} table", report.name));
        let heads: Vec<String> =
            cells(within(table, "thead tr")[0]).iter().map(|head| head.replace(' ', "_")).collect();
        let heads: Vec<String> = heads.into_iter().filter(|head| names.contains(head)).collect();
        assert_eq!(heads.len(), names.len(), "{}: every column", report.name);
        let shown: Vec<Vec<String>> = within(table, "tbody tr").into_iter().map(cells).collect();
        assert_eq!(shown.len(), rows.len(), "{}: every row", report.name);
        for (shown, row) in shown.iter().zip(&rows) {
            for (name, cell) in names.iter().zip(row) {
                let at = heads.iter().position(|head| head == name).unwrap();
                assert_eq!(shown[at], as_on_the_page(reads(name), cell), "{}: {name}", report.name);
            }
        }
    }
}

#[test]
fn every_number_and_date_of_a_claim_s_row_leads_to_that_claim() {
    let stage = Stage::example();
    let page = Page::all(&stage);
    for report in ["schedules", "troop-figures", "casualties"] {
        let rows = page.select(&format!("#report-{report} tbody tr"));
        assert!(!rows.is_empty());
        for row in rows {
            let links = within(row, "a");
            let target = within(row, ".links a")[0].attr("href").unwrap();
            assert!(links.len() > 2 && target.starts_with("#claim-"));
            for cell in within(row, "th, td:not(.links)") {
                let linked = within(cell, "a").first().and_then(|link| link.attr("href"));
                if words(cell).contains(|c: char| c.is_ascii_digit()) {
                    let article = linked.is_some_and(|linked| linked.starts_with("#article-"));
                    assert!(article || linked == Some(target), "{report}: {}", words(cell));
                }
            }
        }
    }
}

#[test]
fn a_long_table_is_cut_and_says_how_to_see_the_rest() {
    let column = |name: &str| Column {
        name: name.into(),
        meaning: String::new(),
        align: Align::Left,
        reads: Reads::Plainly,
        brief: true,
    };
    let table = |rows: i64| Table {
        title: "Long".into(),
        question: "How long?".into(),
        columns: vec![column("number")],
        rows: (0..rows).map(|row| vec![Value::Integer(row)]).collect(),
    };
    let page = page_of("long", table(1502));
    assert_eq!(page.select("tbody tr").len(), 1000);
    let rest = words(page.one("p.rest"));
    assert!(rest.contains("502 more rows") && rest.contains("factdb report long --format csv"), "{rest}");
    assert_eq!(words(page.one("caption")), "1,502 rows");
    assert!(page_of("long", table(1000)).select("p.rest").is_empty());
}

#[test]
fn the_masthead_says_how_much_was_looked_at_and_by_what_it_was_narrowed() {
    let stage = Stage::example();
    let overview = words(Page::all(&stage).one("p.overview"));
    assert_eq!(overview, "80 claims in 5 articles from 2 known publishers, published 22 Jul to 10 Sep 2024.");
    let narrow = ["report", "schedules", "--format", "html", "--as-of", "2024-08-01", "--place", "Iraq"];
    let page = Page::of(stage.ok(&narrow));
    let overview: Vec<String> = page.select("p.overview").into_iter().map(words).collect();
    assert!(overview[0].contains("in 2 articles") && overview[0].contains("22 Jul 2024"), "{overview:?}");
    assert_eq!(overview[1], "Narrowed by --as-of 2024-08-01 --place Iraq");
    let key = page.select(".claim").first().and_then(|claim| claim.attr("id")).map(str::to_owned);
    assert!(key.is_some_and(|key| key.starts_with("claim-")), "narrowed reports have evidence, too");
}
