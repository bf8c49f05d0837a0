//! Markdown: pipe tables, and nothing of the cells as markup.

use super::{PIPE, assert_prints, empty, figures, text};
use factdb::report::Table;

#[test]
fn markdown() {
    assert_prints(
        "markdown",
        &[figures()],
        PIPE,
        r#"## Troop figures

How many, where, as of when?

| place | figure | as of | origins | said by |
| --- | ---: | --- | ---: | --- |
| Iraq | about 2,500 | 2024-09-27 | 4 | a "senior" official |
| 叙利亚 | 900 | – | 0.333 | A\|B \`x\` \*y\* \<b\> |
| evil\[31m | -70 | ≤ 2026-12-31 | 2 | \[l\](javascript:x) https\://a.b |
"#,
    );
}

#[test]
fn markdown_of_several_tables_and_headings_that_look_like_lists() {
    let odd = Table { title: "# One".into(), question: "1. Who?".into(), ..empty() };
    let expected =
        "## Troop figures\n\nHow many, where, as of when?\n\nno rows\n\n## \\# One\n\n1\\. Who?\n\nno rows\n";
    assert_prints("markdown", &[empty(), odd], PIPE, expected);
}

#[test]
fn markdown_of_cells_full_of_markup() {
    for (cell, expected) in [
        (r"a\|b", r"a\\\|b"),
        ("# not a heading", r"\# not a heading"),
        ("www.a.b WWW.a.b ftp://a.b", r"www\.a.b WWW\.a.b ftp\://a.b"),
        ("$900 and $1 &lt; ~~no~~", r"\$900 and \$1 \&lt; \~\~no\~\~"),
        ("two\r\nlines", "two lines"),
    ] {
        let mut table = empty();
        table.columns.truncate(1);
        table.rows = vec![vec![text(cell)]];
        let heading = "## Troop figures\n\nHow many, where, as of when?\n\n| place |\n| --- |\n";
        assert_prints("markdown", &[table], PIPE, &format!("{heading}| {expected} |\n"));
    }
}
