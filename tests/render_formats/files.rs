//! CSV, JSON and JSON Lines: everything, in the spelling of each.

use super::{PIPE, assert_prints, empty, figures, printed, text};
use factdb::report::{Table, Value};

#[test]
fn csv() {
    assert_prints(
        "csv",
        &[figures()],
        PIPE,
        "\
place,figure,as_of,origins,said_by,key\n\
Iraq,\"about 2,500\",2024-09-27,4,\"a \"\"senior\"\" official\",'=1+1\n\
叙利亚,900,,0.333,\"A|B `x` *y*\n\
<b>\",\n\
\u{202e}evil\u{1b}[31m,'-70,≤ 2026-12-31,2,[l](javascript:x) https://a.b,k_1\n\
",
    );
}

#[test]
fn csv_defuses_formulas_in_text_and_leaves_numbers() {
    for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
        let mut table = empty();
        table.rows = vec![vec![text(cell), Value::Integer(-1), Value::Real(-0.5)]];
        let printed = printed("csv", &[table], PIPE);
        assert!(printed.contains(&format!("'{cell}")) && printed.ends_with(",-1,-0.5\n"), "{printed:?}");
    }
}

#[test]
fn csv_of_several_tables_heads_each_with_its_title() {
    let header = "place,figure,as_of,origins,said_by,key\n";
    let expected = format!("Troop figures\n{header}\nTroop figures\n{header}");
    assert_prints("csv", &[empty(), empty()], PIPE, &expected);
}

#[test]
fn json() {
    let one = Table {
        columns: figures().columns[..4].to_vec(),
        rows: vec![figures().rows[1][..4].to_vec()],
        ..empty()
    };
    assert_prints(
        "json",
        &[one],
        PIPE,
        r#"{
  "report": "Troop figures",
  "question": "How many, where, as of when?",
  "columns": [
    {
      "name": "place",
      "meaning": "meaning of place"
    },
    {
      "name": "figure",
      "meaning": "meaning of figure"
    },
    {
      "name": "as_of",
      "meaning": "meaning of as_of"
    },
    {
      "name": "origins",
      "meaning": "meaning of origins"
    }
  ],
  "rows": [
    {
      "place": "叙利亚",
      "figure": "900",
      "as_of": null,
      "origins": 0.333
    }
  ]
}
"#,
    );
}

#[test]
fn json_of_none_or_several_tables_is_an_array() {
    assert_prints("json", &[], PIPE, "[]\n");
    assert!(
        printed("json", &[empty(), empty()], PIPE).starts_with("[\n  {\n    \"report\": \"Troop figures\"")
    );
}

#[test]
fn jsonl() {
    assert_prints(
        "jsonl",
        &[figures()],
        PIPE,
        r#"{"place":"Iraq","figure":"about 2,500","as_of":"2024-09-27","origins":4,"said_by":"a \"senior\" official","key":"=1+1"}
{"place":"叙利亚","figure":"900","as_of":null,"origins":0.333,"said_by":"A|B `x` *y*\n<b>","key":null}
{"place":"\u202eevil\u001b[31m","figure":"-70","as_of":"≤ 2026-12-31","origins":2.0,"said_by":"[l](javascript:x) https://a.b","key":"k_1"}
"#,
    );
}

#[test]
fn jsonl_of_several_tables_says_which() {
    let printed = printed("jsonl", &[empty(), figures()], PIPE);
    assert!(
        printed.lines().all(|line| line.starts_with(r#"{"report":"Troop figures","place":"#)),
        "{printed}"
    );
    assert_eq!(printed.lines().count(), 3);
}

#[test]
fn fractions_have_up_to_three_decimals() {
    for (number, expected) in
        [(2.0, "2"), (1.5, "1.5"), (0.12345, "0.123"), (-0.0001, "0"), (1e300, "1e300"), (100.0, "100")]
    {
        let mut table = empty();
        table.columns.truncate(1);
        table.rows = vec![vec![Value::Real(number)]];
        assert_prints("csv", &[table], PIPE, &format!("place\n{expected}\n"));
    }
}

/// Who reads a report no longer than its first lines.
struct Closed;

impl std::io::Write for Closed {
    fn write(&mut self, _bytes: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn csv_tells_a_reader_that_went_away_from_other_errors() {
    let mut long = figures();
    long.rows = long.rows.iter().cycle().take(10_000).cloned().collect();
    let tables = [long];
    let csv = factdb::render::format("csv").expect("the format");
    let error = (csv.write)(&(&tables[..]).into(), &PIPE, &mut Closed).expect_err("nobody reads");
    assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
}
