//! What the pictures of the figures show: per force and place, every number over the day it is said to hold for.

use chrono::{Days, NaiveDate};

use super::day;
use super::rows::{Row, with_columns};
use crate::report::Table;

const COLUMNS: &[&str] = &[
    "force",
    "place",
    "what",
    "published",
    "stance",
    "unit",
    "low",
    "best",
    "high",
    "qualifier",
    "claim_key",
];
/// Pictures drawn.
const PANELS: usize = 9;
/// Pictures of a single figure, where there are no others.
const SINGLES: usize = 4;
/// Points drawn in a picture.
const POINTS: usize = 40;

/// A figure as often as it was said of the same days.
pub(super) struct Point<'a> {
    /// First day for which it holds; open where only `until` is known.
    pub(super) from: Option<NaiveDate>,
    /// Last day for which it holds.
    pub(super) until: Option<NaiveDate>,
    /// Whether its article says as of when; else the days are those of its publication.
    pub(super) is_dated: bool,
    pub(super) low: Option<u64>,
    pub(super) best: Option<u64>,
    pub(super) high: Option<u64>,
    pub(super) qualifier: &'a str,
    pub(super) stance: &'a str,
    pub(super) rows: Vec<Row<'a>>,
}

impl Point<'_> {
    /// The day at which it is drawn.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match (self.from, self.until) {
            (Some(from), Some(until)) => {
                from.checked_add_days(Days::new(((until - from).num_days() / 2).unsigned_abs()))
            }
            (from, until) => from.or(until),
        }
    }

    /// The number at which it is drawn: the one named, else the middle of its range, else its only bound.
    pub(super) fn number(&self) -> Option<u64> {
        let middle = self.low.zip(self.high).map(|(low, high)| u64::midpoint(low, high));
        self.best.or(middle).or(self.low).or(self.high)
    }
}

/// One force in one place, doing one thing, counted in one unit.
pub(super) struct Panel<'a> {
    pub(super) force: Option<&'a str>,
    pub(super) place: Option<&'a str>,
    pub(super) what: &'a str,
    pub(super) unit: &'a str,
    pub(super) points: Vec<Point<'a>>,
    pub(super) claims: usize,
}

/// All that is drawn, and how much is not.
pub(super) struct Picture<'a> {
    pub(super) panels: Vec<Panel<'a>>,
    /// Figures that stand alone, or for which there was no room.
    pub(super) left: usize,
}

/// The keys of the claims that are drawn.
pub(super) fn keys(tables: &[Table]) -> Vec<String> {
    let Some(picture) = picture(tables) else { return Vec::new() };
    let points = picture.panels.iter().flat_map(|panel| &panel.points);
    let rows = points.flat_map(|point| &point.rows).take(2 * super::MOST_ROWS);
    rows.filter_map(|row| row.text("claim_key")).map(str::to_owned).collect()
}

/// The picture of the table that has these columns; none where there is nothing to draw.
pub(super) fn picture(tables: &[Table]) -> Option<Picture<'_>> {
    let rows = with_columns(tables, COLUMNS)?;
    let all = rows.len();
    let mut panels = panels(rows);
    let together = panels.iter().filter(|panel| panel.points.len() > 1).count();
    if together > 0 {
        panels.retain(|panel| panel.points.len() > 1);
        panels.truncate(PANELS);
    } else {
        panels.truncate(SINGLES);
    }
    panels.iter_mut().for_each(|panel| panel.points.truncate(POINTS));
    let drawn: usize = panels.iter().flat_map(|panel| &panel.points).map(|point| point.rows.len()).sum();
    (!panels.is_empty()).then_some(Picture { panels, left: all - drawn })
}

/// The figures by force and place, those with most claims first.
fn panels(rows: Vec<Row<'_>>) -> Vec<Panel<'_>> {
    let mut places = std::collections::HashMap::new();
    let mut panels: Vec<Panel<'_>> = Vec::new();
    for row in rows {
        let point = point(row);
        if point.day().is_none() || point.number().is_none() {
            continue;
        }
        let what = row.text("what").unwrap_or_default();
        let what = what.split_once("; ").map_or(what, |(what, _)| what);
        let asked = (row.text("force"), row.text("place"), what, row.text("unit").unwrap_or_default());
        let index = *places.entry(asked).or_insert(panels.len());
        if index == panels.len() {
            let (force, place, what, unit) = asked;
            panels.push(Panel { force, place, what, unit, points: Vec::new(), claims: 0 });
        }
        panels[index].claims += 1;
        add(&mut panels[index].points, point);
    }
    let name = |panel: &Panel<'_>| {
        (panel.force.map(str::to_owned), panel.place.map(str::to_owned), panel.what.to_owned())
    };
    panels.sort_by(|a, b| b.claims.cmp(&a.claims).then_with(|| name(a).cmp(&name(b))));
    panels
}

/// What is said again of the same days is the same point.
fn add<'a>(points: &mut Vec<Point<'a>>, point: Point<'a>) {
    let same = |known: &&mut Point<'a>| {
        (known.from, known.until, known.is_dated, known.qualifier, known.stance)
            == (point.from, point.until, point.is_dated, point.qualifier, point.stance)
            && (known.low, known.best, known.high) == (point.low, point.best, point.high)
    };
    // Looking among many would take long, and more than these are not drawn.
    match points.iter_mut().take(4 * POINTS).find(same) {
        Some(known) => known.rows.extend(point.rows),
        None => points.push(point),
    }
}

fn point(row: Row<'_>) -> Point<'_> {
    let date = |name: &str| row.text(name).and_then(day::parsed);
    let (from, until) = (date("earliest"), date("latest"));
    let is_dated = from.or(until).is_some();
    let published = date("published");
    Point {
        from: if is_dated { from } else { published },
        until: if is_dated { until } else { published },
        is_dated,
        low: row.whole("low"),
        best: row.whole("best"),
        high: row.whole("high"),
        qualifier: row.text("qualifier").unwrap_or_default(),
        stance: row.text("stance").unwrap_or_default(),
        rows: vec![row],
    }
}
