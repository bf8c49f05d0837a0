//! The table of a terminal and of a pipe.

use super::{PIPE, assert_prints, empty, figures, printed, terminal, text};
use factdb::render::Look;
use factdb::report::Table;

#[test]
fn table_on_a_wide_terminal() {
    assert_prints(
        "table",
        &[figures()],
        terminal(100),
        r#"Troop figures
How many, where, as of when?

 place    │      figure │ as of        │ origins │ said by
──────────┼─────────────┼──────────────┼─────────┼───────────────────────────────
 Iraq     │ about 2,500 │ 2024-09-27   │       4 │ a "senior" official
 叙利亚   │         900 │ –            │   0.333 │ A|B `x` *y* <b>
 evil[31m │         -70 │ ≤ 2026-12-31 │       2 │ [l](javascript:x) https://a.b

3 rows
"#,
    );
}

#[test]
fn table_that_must_wrap_keeps_figures_and_dates_whole() {
    assert_prints(
        "table",
        &[figures()],
        terminal(72),
        r#"Troop figures
How many, where, as of when?

 place    │      figure │ as of        │ origins │ said by
──────────┼─────────────┼──────────────┼─────────┼─────────────────────
 Iraq     │ about 2,500 │ 2024-09-27   │       4 │ a "senior" official
╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
 叙利亚   │         900 │ –            │   0.333 │ A|B `x` *y* <b>
╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
 evil[31m │         -70 │ ≤ 2026-12-31 │       2 │ [l](javascript:x)
          │             │              │         │ https://a.b

3 rows
"#,
    );
}

#[test]
fn table_as_records_where_words_do_not_fit() {
    assert_prints(
        "table",
        &[figures()],
        terminal(40),
        r#"Troop figures
How many, where, as of when?

── 1 of 3 ──────────────────────────────
place    Iraq
figure   about 2,500
as of    2024-09-27
origins  4
said by  a "senior" official

── 2 of 3 ──────────────────────────────
place    叙利亚
figure   900
as of    –
origins  0.333
said by  A|B `x` *y* <b>

── 3 of 3 ──────────────────────────────
place    evil[31m
figure   -70
as of    ≤ 2026-12-31
origins  2
said by  [l](javascript:x) https://a.b

3 rows
"#,
    );
}

#[test]
fn table_as_records_with_values_beneath_names() {
    let table = Table { rows: figures().rows[..1].to_vec(), ..figures() };
    assert_prints(
        "table",
        &[table],
        Look { all_columns: true, ..terminal(24) },
        r#"Troop figures
How many, where, as of
when?

── 1 of 1 ──────────────
place
  Iraq
figure
  about 2,500
as of
  2024-09-27
origins
  4
said by
  a "senior" official
key
  =1+1

1 row
"#,
    );
}

#[test]
fn table_in_a_pipe() {
    assert_prints(
        "table",
        &[figures()],
        PIPE,
        r#"Troop figures
How many, where, as of when?

place          figure  as_of         origins  said_by
Iraq      about 2,500  2024-09-27          4  a "senior" official
叙利亚            900  –               0.333  A|B `x` *y* <b>
evil[31m          -70  ≤ 2026-12-31        2  [l](javascript:x) https://a.b
"#,
    );
}

#[test]
fn table_without_rows_says_so() {
    let expected = "Troop figures\nHow many, where, as of when?\n\nno rows\n";
    assert_prints("table", &[empty()], PIPE, expected);
    assert_prints("table", &[empty()], terminal(80), expected);
}

#[test]
fn table_titles_are_bold_on_a_terminal_alone() {
    let painted = Look { color: true, ..terminal(80) };
    assert!(printed("table", &[empty()], painted).starts_with("\u{1b}[1mTroop figures\u{1b}[0m\n"));
    assert!(printed("table", &[empty()], Look { color: true, ..PIPE }).starts_with("Troop figures\n"));
}

#[test]
fn table_cuts_monstrous_cells_but_no_number() {
    for (monster, end) in
        [("x".repeat(100_000), "x…"), (format!("{} 2,500 men", "word ".repeat(79)), "word word…")]
    {
        let table = Table { rows: vec![vec![text(&monster); 6]], ..empty() };
        let printed = printed("table", &[table], PIPE);
        assert!(printed.trim_end().ends_with(end), "{printed}");
        assert!(printed.chars().count() < 4000);
    }
}
