//! The pictures of the figures: a panel per force and place, time to the right, numbers upwards.
//!
//! Across, everything stands in per cents, so that a panel fits any width; labels are placed as if it were `NARROWEST`, and what does
//! not overlap there overlaps nowhere, since wider panels only move points apart.

use chrono::Days;
use maud::{Markup, html};

use super::axis::{Height, Time};
use super::evidence::Anchors;
use super::figures::{Panel, Picture, Point, picture};
use super::{day, labels, legend, words};
use crate::report::Table;

/// Pixels of the least panel that labels are placed for.
const NARROWEST: f64 = 270.0;
/// Where the plot begins and ends, in per cent of the width.
const PLOT: (f64, f64) = (17.0, 95.0);
/// Pixels above, within and below the plot.
const TOP: f64 = 16.0;
const HEIGHT: f64 = 150.0;
const WHOLE: f64 = 192.0;
/// Labels that fit under a panel.
const LABELS: usize = 4;
/// Pixels of a digit.
const DIGIT: f64 = 6.6;

/// The pictures, where there is something to draw.
pub(super) fn chart(tables: &[Table], anchors: &Anchors<'_>) -> Option<Markup> {
    let picture = picture(tables)?;
    Some(html! {
        figure.figures {
            figcaption { "Each mark is a figure that articles gave, at the day it is said to hold for." }
            (legend::of_figures(&stances(&picture)))
            div.panels {
                @for (index, panel) in picture.panels.iter().enumerate() { (drawn(panel, index + 1, anchors)) }
            }
            (left_out(&picture))
        }
    })
}

fn stances(picture: &Picture<'_>) -> Vec<&'static str> {
    let points = picture.panels.iter().flat_map(|panel| &panel.points);
    points.map(|point| legend::class(point.stance)).collect()
}

fn drawn(panel: &Panel<'_>, number: usize, anchors: &Anchors<'_>) -> Markup {
    let Some((time, height)) = axes(panel) else { return html! {} };
    let at = |point: &Point<'_>| Some((across(&time, point.day()?), TOP + height.at(point.number()? as f64)));
    let places: Vec<(f64, f64)> = panel.points.iter().filter_map(at).collect();
    let placed = placed(panel, &places, &bars(panel, &time, &height));
    let about = match labels::joined(&[panel.force, panel.place]) {
        nobody if nobody.is_empty() => "Force and place not said".to_owned(),
        about => about,
    };
    let title = format!("{about}: {} ({})", words::plain(panel.what), words::line(panel.unit));
    html! {
        div.panel {
            h3 dir="auto" { (about) " " span { (words::plain(panel.what)) ", " (words::line(panel.unit)) } }
            svg role="group" aria-labelledby={ "f" (number) "-title f" (number) "-desc" } width="100%" height=(WHOLE) {
                title id={ "f" (number) "-title" } { (title) }
                desc id={ "f" (number) "-desc" } { (described(panel)) }
                (grid(&time, &height))
                @for point in by_exactness(panel) { (mark(point, &time, &height, anchors)) }
                @for label in &placed { text.value x=(per_cent(label.x)) y=(pixels(label.y)) dx=(pixels(label.dx)) text-anchor=(label.anchor) { (label.text) } }
            }
            @if height.is_log() { p.rest { "Each line is ten times the one below." } }
        }
    }
}

/// Exact figures last: a filled point within a ring shows both.
fn by_exactness<'a>(panel: &'a Panel<'a>) -> impl Iterator<Item = &'a Point<'a>> {
    let exact = |point: &&Point<'_>| point.qualifier == "exact";
    let hedged = panel.points.iter().filter(move |point| !exact(point));
    hedged.chain(panel.points.iter().filter(exact))
}

fn axes(panel: &Panel<'_>) -> Option<(Time, Height)> {
    let days = || panel.points.iter().flat_map(|point| [point.from, point.until]).flatten();
    let numbers = || panel.points.iter().flat_map(|point| [point.low, point.best, point.high]).flatten();
    let (first, last) = (days().min()?, days().max()?);
    // A few days would be a picture of nothing but themselves.
    let room = Days::new(if (last - first).num_days() < 45 { 22 } else { 0 });
    let (first, last) = (first.checked_sub_days(room)?, last.checked_add_days(room)?);
    let time = Time::new(first, last, LABELS);
    Some((time, Height::new(numbers().min()?, numbers().max()?, HEIGHT)))
}

/// For those who do not see the panel: every figure in words.
fn described(panel: &Panel<'_>) -> String {
    let said = panel.points.iter().map(|point| {
        let at = point.day().map(day::said).unwrap_or_default();
        let of = if point.is_dated { "as of" } else { "published" };
        format!("{} {of} {at} ({})", figure(point), words::counted(point.rows.len(), "claim"))
    });
    said.collect::<Vec<_>>().join("; ")
}

fn figure(point: &Point<'_>) -> String {
    let said = point.rows.first().and_then(|row| row.text("figure"));
    words::label(said.unwrap_or("a figure"))
}

fn across(time: &Time, day: chrono::NaiveDate) -> f64 {
    PLOT.0 + (PLOT.1 - PLOT.0) * time.at(day) / 100.0
}

fn grid(time: &Time, height: &Height) -> Markup {
    let ground = TOP + HEIGHT;
    html! {
        @for number in height.ticks() {
            @let y = TOP + height.at(number as f64);
            line.grid x1="0" x2="100%" y1=(pixels(y)) y2=(pixels(y)) {}
            text x="0" y=(pixels(y - 3.0)) { (words::thousands(number)) }
        }
        @for (at, label) in time.ticks() {
            @let x = per_cent(PLOT.0 + (PLOT.1 - PLOT.0) * at / 100.0);
            line.tick x1=(x) x2=(x) y1=(pixels(ground)) y2=(pixels(ground + 5.0)) {}
            text x=(x) y=(pixels(ground + 18.0)) text-anchor=(anchor(at, &label)) { (label) }
        }
    }
}

/// The first label begins at its line; a long one at the edge ends there.
fn anchor(at: f64, label: &str) -> &'static str {
    match at {
        at if at < 1.0 => "start",
        at if at > 99.0 && label.len() > 6 => "end",
        _ => "middle",
    }
}

fn mark(point: &Point<'_>, time: &Time, height: &Height, anchors: &Anchors<'_>) -> Markup {
    let (Some(day), Some(number)) = (point.day(), point.number()) else { return html! {} };
    let x = per_cent(across(time, day));
    let y = TOP + height.at(number as f64);
    let class = legend::class(point.stance);
    let target = point.rows.iter().find_map(|row| anchors.claim(row.text("claim_key")?));
    let body = html! {
        title { (tooltip(point, day)) }
        (period(point, time, y))
        (range(point, &x, height))
        @if point.best.is_some() || !point.is_dated { (dot(point, &x, y)) }
        @if class == "denied" { svg.middle x=(x) y=(pixels(y)) width="1" height="1" { path.cross.denied d="M-6 -6 L6 6 M-6 6 L6 -6" {} } }
    };
    html! {
        @if let Some(target) = target {
            a.mark.(class) href=(target) aria-label=(tooltip(point, day)) { (body) }
        } @else {
            g.mark.(class) { (body) }
        }
    }
}

fn tooltip(point: &Point<'_>, day: chrono::NaiveDate) -> String {
    let row = point.rows.first();
    let of = if point.is_dated { row.and_then(|row| row.text("as_of")) } else { None };
    let of = of.map_or_else(|| format!("no as-of day said, published {}", day::said(day)), words::label);
    let stance =
        if point.stance == "asserted" { String::new() } else { format!("{}; ", words::plain(point.stance)) };
    let source = row.map(|row| labels::source(*row)).unwrap_or_default();
    let more = point.rows.len() - 1;
    let more = if more > 0 { format!(" and {}", words::counted(more, "more claim")) } else { String::new() };
    format!("{}; {stance}{of}; {source}{more}", figure(point))
}

/// The period for which the figure holds.
fn period(point: &Point<'_>, time: &Time, y: f64) -> Markup {
    let ends = point.from.zip(point.until).filter(|(from, until)| from < until);
    html! {
        @if let Some((from, until)) = ends {
            line.span x1=(per_cent(across(time, from))) x2=(per_cent(across(time, until))) y1=(pixels(y)) y2=(pixels(y)) {}
        }
    }
}

/// From the least to the most; an arrow where one of them is open.
fn range(point: &Point<'_>, x: &str, height: &Height) -> Markup {
    let y = |number: u64| TOP + height.at(number as f64);
    let (low, high) = (point.low.map(y), point.high.map(y));
    html! {
        svg.middle x=(x) width="1" height="1" {
            @match (low, high) {
                (Some(low), Some(high)) if low - high > 1.0 => {
                    line.range x1="0" x2="0" y1=(pixels(low)) y2=(pixels(high)) {}
                    line.range x1="-5" x2="5" y1=(pixels(low)) y2=(pixels(low)) {}
                    line.range x1="-5" x2="5" y1=(pixels(high)) y2=(pixels(high)) {}
                }
                (Some(low), None) => (bound(low, -1.0)),
                (None, Some(high)) => (bound(high, 1.0)),
                _ => {}
            }
        }
    }
}

/// A firm bound and an arrow towards the side that is open.
fn bound(at: f64, way: f64) -> Markup {
    let (tip, neck) = (at + 20.0 * way, at + 13.0 * way);
    html! {
        line.range x1="-5" x2="5" y1=(pixels(at)) y2=(pixels(at)) {}
        line.range x1="0" x2="0" y1=(pixels(at)) y2=(pixels(neck)) {}
        path.range-head d=(format!("M0 {} L-4 {} H4 Z", pixels(tip), pixels(neck))) {}
    }
}

fn dot(point: &Point<'_>, x: &str, y: f64) -> Markup {
    let (form, radius, diamond) = if point.qualifier == "exact" {
        ("exact", "3.2", "M0 -4.2 L4.2 0 L0 4.2 L-4.2 0 Z")
    } else {
        ("hedged", "5", "M0 -6.5 L6.5 0 L0 6.5 L-6.5 0 Z")
    };
    html! {
        @if point.is_dated {
            circle class={ "point " (form) } cx=(x) cy=(pixels(y)) r=(radius) {}
        } @else {
            svg.middle x=(x) y=(pixels(y)) width="1" height="1" { path class={ "point " (form) } d=(diamond) {} }
        }
    }
}

/// A number beside its mark.
struct Label {
    x: f64,
    y: f64,
    dx: f64,
    anchor: &'static str,
    text: String,
}

/// A box in pixels: left, top, right, bottom.
type Box4 = (f64, f64, f64, f64);

/// Labels where there is room, for the last and the first figure before the others; the same number is said once.
fn placed(panel: &Panel<'_>, places: &[(f64, f64)], bars: &[Box4]) -> Vec<Label> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|a, b| places[*b].0.total_cmp(&places[*a].0));
    if order.len() > 2 {
        let first = order.pop().unwrap_or(0);
        order.insert(1, first);
    }
    let points = places.iter().map(|(x, y)| around(x * NARROWEST / 100.0, *y));
    let mut taken: Vec<Box4> = points.chain(bars.iter().copied()).collect();
    let mut placed: Vec<Label> = Vec::new();
    for index in order {
        let text = short(&panel.points[index]);
        if placed.iter().any(|label| label.text == text) {
            continue;
        }
        if let Some((label, room)) = candidates(places[index], &text).find(|(_, room)| free(*room, &taken)) {
            taken.push(room);
            placed.push(label);
        }
    }
    placed
}

fn around(x: f64, y: f64) -> Box4 {
    (x - 7.0, y - 7.0, x + 7.0, y + 7.0)
}

fn free(room: Box4, taken: &[Box4]) -> bool {
    let inside = room.0 >= 0.17 * NARROWEST - 8.0
        && room.2 <= NARROWEST
        && room.1 >= 0.0
        && room.3 <= TOP + HEIGHT - 1.0;
    let apart = |other: &Box4| room.2 < other.0 || other.2 < room.0 || room.3 < other.1 || other.3 < room.1;
    inside && taken.iter().all(apart)
}

/// Where ranges and periods are drawn, which labels keep off.
fn bars(panel: &Panel<'_>, time: &Time, height: &Height) -> Vec<Box4> {
    let pixel = |day| across(time, day) * NARROWEST / 100.0;
    let level = |number: u64| TOP + height.at(number as f64);
    let mut bars = Vec::new();
    for point in &panel.points {
        let (Some(day), Some(number)) = (point.day(), point.number()) else { continue };
        let (x, y) = (pixel(day), level(number));
        let (low, high) = (point.low.map_or(y, level), point.high.map_or(y, level));
        // An open end has an arrow.
        let top = if point.high.is_none() && point.best.is_none() { low - 20.0 } else { high };
        let bottom = if point.low.is_none() && point.best.is_none() { high + 20.0 } else { low };
        bars.push((x - 6.0, top - 2.0, x + 6.0, bottom + 2.0));
        if let (Some(from), Some(until)) = (point.from, point.until) {
            bars.push((pixel(from), y - 2.0, pixel(until), y + 2.0));
        }
    }
    bars
}

/// Above, to the left, to the right, below.
fn candidates<'a>((x, y): (f64, f64), text: &'a str) -> impl Iterator<Item = (Label, Box4)> + 'a {
    let wide = DIGIT * text.chars().count() as f64;
    let pixel = x * NARROWEST / 100.0;
    [(0.0, -10.0, "middle"), (-9.0, 4.0, "end"), (9.0, 4.0, "start"), (0.0, 18.0, "middle")].into_iter().map(
        move |(dx, dy, anchor)| {
            let left = match anchor {
                "middle" => pixel - wide / 2.0,
                "end" => pixel + dx - wide,
                _ => pixel + dx,
            };
            let y = y + dy;
            (Label { x, y, dx, anchor, text: text.to_owned() }, (left, y - 9.0, left + wide, y + 2.0))
        },
    )
}

/// The number as it is hedged, in signs, and how it stands.
fn short(point: &Point<'_>) -> String {
    let stance = legend::class(point.stance);
    let stance = if stance == "asserted" { String::new() } else { format!(" {stance}") };
    format!("{}{stance}", signs(point))
}

fn signs(point: &Point<'_>) -> String {
    let number = |number: Option<u64>| number.map(words::thousands).unwrap_or_default();
    match (point.low, point.best, point.high) {
        (_, Some(best), _) if point.qualifier == "exact" => words::thousands(best),
        (_, Some(best), _) => format!("~{}", words::thousands(best)),
        (low, None, None) => format!("≥{}", number(low)),
        (None, None, high) => format!("≤{}", number(high)),
        (low, None, high) => format!("{}–{}", number(low), number(high)),
    }
}

fn left_out(picture: &Picture<'_>) -> Markup {
    html! {
        @if picture.left > 0 {
            p.rest { "Not drawn, but in the table: " (words::counted(picture.left, "figure")) " that stand alone, have no day, or found no room." }
        }
    }
}

fn per_cent(at: f64) -> String {
    format!("{:.2}%", at.clamp(-2.0, 102.0))
}

fn pixels(at: f64) -> String {
    let text = format!("{at:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
