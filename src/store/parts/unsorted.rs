//! A report's statement without its order, and with what it is sorted by beside its columns. Of the program's own statements alone: each has
//! its list of columns, its `FROM` and its `ORDER BY` at the beginning of a line.

/// The statement, and where in its rows stands what they are sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unsorted {
    pub(super) sql: String,
    pub(super) keys: Vec<Key>,
}

/// What rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) column: usize,
    pub(super) is_descending: bool,
}

/// Takes a `CREATE VIEW` statement apart whose columns have these names.
pub(super) fn unsorted(view: &str, names: &[String]) -> Option<Unsorted> {
    let (_, statement) = view.split_once(" AS\n")?;
    let (body, order) = statement.rsplit_once("\nORDER BY ")?;
    let (columns, rest) = body.rsplit_once("\nFROM ")?;
    let (mut keys, mut further) = (Vec::new(), Vec::new());
    for term in terms(order) {
        let (value, is_descending) = term.strip_suffix(" DESC").map_or((term, false), |value| (value, true));
        let is_column =
            |name: &String| name == value || columns.contains(&format!("\n    {value} AS {name}"));
        let column = names.iter().position(is_column).unwrap_or_else(|| {
            further.push(value);
            names.len() + further.len() - 1
        });
        keys.push(Key { column, is_descending });
    }
    let further: String = further.iter().map(|value| format!(",\n    {value}")).collect();
    Some(Unsorted { sql: format!("{columns}{further}\nFROM {rest}"), keys })
}

/// What stands between commas that are not in brackets.
fn terms(order: &str) -> Vec<&str> {
    let mut depth = 0;
    order
        .split(|letter| {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            letter == ',' && depth == 0
        })
        .map(str::trim)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Key, unsorted};

    #[test]
    fn what_a_view_is_sorted_by_stands_beside_its_columns() {
        let view = "CREATE VIEW report_days AS\nSELECT\n    days.day AS day,\n    days.place || ' ' AS place,\n    days.name AS said\n\
                    FROM days\nWHERE name <> ''\nORDER BY day DESC, coalesce(days.place, ''), days.name, days.id";
        let names = ["day", "place", "said"].map(str::to_owned);
        let found = unsorted(view, &names).expect("a statement");
        assert_eq!(
            found.sql,
            "SELECT\n    days.day AS day,\n    days.place || ' ' AS place,\n    days.name AS said,\n    coalesce(days.place, ''),\n    \
             days.id\nFROM days\nWHERE name <> ''"
        );
        let key = |column| Key { column, is_descending: column == 0 };
        assert_eq!(found.keys, [0, 3, 2, 4].map(key));
    }

    #[test]
    fn a_view_without_an_order_is_left_as_it_is() {
        assert_eq!(unsorted("CREATE VIEW report_days AS\nSELECT *\nFROM days", &[]), None);
    }
}
