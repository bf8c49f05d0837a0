//! The picture of the schedules: a block per question, a line per answer by day of publication, time to the right.
//!
//! Words are HTML, so that they wrap on a phone and are read aloud; the marks beside them are SVG in per cents of its width, so that
//! they fit every screen without being scaled. All lines share one axis, which makes the blocks one picture.

use maud::{Markup, html};

use super::axis::Time;
use super::evidence::Anchors;
use super::rows::Row;
use super::schedule::{Picture, Position, Question, linked, picture};
use super::{day, labels, legend, words};
use crate::report::Table;

/// Labels that fit on a phone.
const LABELS: usize = 6;
/// Length of an open end, in per cent of the width.
const TAIL: f64 = 9.0;
/// Sources named beside an answer.
const SOURCES: usize = 4;

/// The picture, where there is something to draw.
pub(super) fn chart(tables: &[Table], anchors: &Anchors<'_>) -> Option<Markup> {
    let picture = picture(tables)?;
    let time = Time::new(picture.start, picture.end, LABELS);
    Some(html! {
        figure.schedule {
            figcaption {
                "Each line is an answer that articles gave on one day, oldest first: where the bars move right from line to line, the date slipped."
            }
            (legend::patterns())
            (legend::of_schedules(&drawn(&picture)))
            div.gantt {
                (axis(&time, &picture))
                @for question in &picture.questions { (block(question, &time, anchors)) }
            }
            (left_out(&picture, &time))
        }
    })
}

fn drawn(picture: &Picture<'_>) -> Vec<&'static str> {
    let positions = picture.questions.iter().flat_map(|question| &question.positions);
    positions.map(|position| legend::class(position.stance)).collect()
}

fn axis(time: &Time, picture: &Picture<'_>) -> Markup {
    let (first, last) = (day::said(time.start()), day::said(time.end()));
    html! {
        div.axis {
            svg role="img" aria-labelledby="schedule-title schedule-desc" width="100%" height="22" {
                title #schedule-title { "Schedules: time from " (first) " to " (last) }
                desc #schedule-desc {
                    (words::counted(picture.questions.len(), "question")) "; for each, the answers by day of publication. "
                    "The words beside each mark say what it shows."
                }
                @for (at, label) in time.ticks() {
                    line.grid x1=(per_cent(at)) x2=(per_cent(at)) y1="17" y2="22" {}
                    @if at < 99.0 { text x=(per_cent(at)) y="12" dx="2" { (label) } }
                }
            }
        }
    }
}

fn block(question: &Question<'_>, time: &Time, anchors: &Anchors<'_>) -> Markup {
    html! {
        div.block {
            h3 dir="auto" { b { (words::capital(question.what)) } " " span { (labels::joined(&[question.who, question.place])) } }
            ol { @for position in &question.positions { (line(position, time, anchors)) } }
            @if question.left > 0 { p.rest { (words::counted(question.left, "more answer")) " in the table" } }
        }
    }
}

fn line(position: &Position<'_>, time: &Time, anchors: &Anchors<'_>) -> Markup {
    let class = legend::class(position.stance);
    let published = position.published.map_or_else(|| "undated".to_owned(), day::said);
    html! {
        li {
            span.day { (published) }
            span.answer dir="auto" {
                span class={ "stance " (class) } { (words::plain(position.stance)) } " "
                (said(position, anchors))
            }
            div.plot {
                svg.bars width="100%" height="100%" aria-hidden="true" focusable="false" {
                    @for (at, _) in time.ticks() { line.grid x1=(per_cent(at)) x2=(per_cent(at)) y1="0" y2="100%" {} }
                    svg.middle y="50%" width="100%" height="100%" { (mark(position, time, class)) }
                }
            }
        }
    }
}

/// The words of the date, and who printed them; each source leads to its evidence.
fn said(position: &Position<'_>, anchors: &Anchors<'_>) -> Markup {
    let when =
        position.rows.first().and_then(|row| row.text("when_said")).filter(|when| *when != "(no date)");
    let when = when.map_or_else(|| "no date said".to_owned(), labels::date_words);
    let claims = linked(position);
    let first = claims.first().and_then(|(key, _)| anchors.claim(key));
    let sources = by_source(&claims);
    html! {
        @if let Some(target) = &first { a href=(target) { (when) } } @else { (when) }
        " "
        span.sources {
            @for (index, (source, keys)) in sources.iter().take(SOURCES).enumerate() {
                @if index > 0 { ", " }
                @for (number, key) in keys.iter().take(SOURCES).enumerate() {
                    @if number > 0 { " " }
                    @let name = if number == 0 { source.clone() } else { (number + 1).to_string() };
                    @if let Some(target) = anchors.claim(key) {
                        a href=(target) { (name) @if number > 0 { span.unseen { ": " (source) } } }
                    } @else { (name) }
                }
            }
            @if sources.len() > SOURCES { " +" (sources.len() - SOURCES) }
        }
    }
}

/// Each source once, with the claims that it printed.
fn by_source<'a>(claims: &[(&'a str, Row<'a>)]) -> Vec<(String, Vec<&'a str>)> {
    let mut sources: Vec<(String, Vec<&str>)> = Vec::new();
    for (key, row) in claims {
        let name = labels::source(*row);
        match sources.iter_mut().find(|(known, _)| *known == name) {
            Some((_, keys)) => keys.push(key),
            None => sources.push((name, vec![key])),
        }
    }
    sources
}

fn mark(position: &Position<'_>, time: &Time, class: &str) -> Markup {
    let at = |day| time.at(day);
    let bounds = (position.earliest.map(at), position.latest.map(at));
    // A date on the day it was printed hides no other mark.
    let apart = |said: f64| [bounds.0, bounds.1].iter().flatten().all(|bound| (bound - said).abs() > 1.5);
    let said = position.published.map(at).filter(|said| position.is_dated() && apart(*said));
    html! {
        @if let Some(at) = said { circle.said cx=(per_cent(at)) cy="0" r="3" {} }
        @match bounds {
            (Some(from), Some(to)) => (closed(from, at_end(time, position, to), class, position.relation == "around")),
            (None, Some(to)) => (open(to, Side::Left, class, position.relation == "until")),
            (Some(from), None) => (open(from, Side::Right, class, false)),
            (None, None) => (undated(position.published.map(at), class)),
        }
    }
}

/// A day lasts until the next begins.
fn at_end(time: &Time, position: &Position<'_>, to: f64) -> f64 {
    position.latest.and_then(|day| day.succ_opt()).map_or(to, |next| time.at(next))
}

enum Side {
    Left,
    Right,
}

/// A bar from one day to another; what lies beyond an edge is cut there, and an arrow says so.
fn closed(from: f64, to: f64, class: &str, around: bool) -> Markup {
    if to <= 0.0 || from >= 100.0 {
        return beyond(from >= 100.0, class);
    }
    let (left, right) = (from.max(0.0), to.min(100.0));
    let width = (right - left).max(0.4);
    let around = if around { " around" } else { "" };
    html! {
        rect class={ "bar " (class) (around) } x=(per_cent(left)) y="-5" width=(per_cent(width)) height="10" {}
        @if class == "denied" { (struck(left, left + width)) }
        @if from < 0.0 { (head(0.0, &Side::Left, class)) }
        @if to > 100.0 { (head(100.0, &Side::Right, class)) }
    }
}

/// A firm end and one that nothing is said of.
fn open(firm: f64, side: Side, class: &str, lasting: bool) -> Markup {
    if firm < 0.0 && matches!(side, Side::Right) {
        // Since before the picture begins, and open: it goes through.
        return html! { (head(0.0, &Side::Left, class)) line class={ "tail " (class) } x1="0" x2=(per_cent(TAIL)) y1="0" y2="0" {} (head(TAIL, &side, class)) };
    }
    if !(0.0..=100.0).contains(&firm) {
        return beyond(firm > 100.0, class);
    }
    let end = match side {
        Side::Left => (firm - TAIL).max(0.0),
        Side::Right => (firm + TAIL).min(100.0),
    };
    let lasting = if lasting { " lasting" } else { "" };
    html! {
        line class={ "tail " (class) (lasting) } x1=(per_cent(end)) x2=(per_cent(firm)) y1="0" y2="0" {}
        (head(end, &side, class))
        line class={ "cap " (class) } x1=(per_cent(firm)) x2=(per_cent(firm)) y1="-7" y2="7" {}
        @if class == "denied" { (struck(end.min(firm), end.max(firm))) }
    }
}

/// What names no day stands where it was published: a denial as a cross, anything else as a question mark.
fn undated(published: Option<f64>, class: &str) -> Markup {
    html! {
        @if let Some(at) = published {
            @if class == "denied" {
                svg.middle x=(per_cent(at)) width="1" height="1" { path.cross.denied d="M-5 -5 L5 5 M-5 5 L5 -5" {} }
            } @else {
                text.unknown.(class) x=(per_cent(at)) y="5" text-anchor="middle" { "?" }
            }
        }
    }
}

fn struck(from: f64, to: f64) -> Markup {
    html! {
        line.strike x1=(per_cent(from)) x2=(per_cent(to)) y1="0" y2="0" {}
        svg.middle x=(per_cent(f64::midpoint(from, to))) width="1" height="1" { path.cross.denied d="M-5 -6 L5 6 M-5 6 L5 -6" {} }
    }
}

/// All of it lies outside the picture.
fn beyond(after: bool, class: &str) -> Markup {
    let (at, side) = if after { (100.0, Side::Right) } else { (0.0, Side::Left) };
    head(at, &side, class)
}

fn head(at: f64, side: &Side, class: &str) -> Markup {
    let path = match side {
        Side::Left => "M0 0 L7 -5 V5 Z",
        Side::Right => "M0 0 L-7 -5 V5 Z",
    };
    html! { svg.middle x=(per_cent(at)) width="1" height="1" { path class={ "head " (class) } d=(path) {} } }
}

fn left_out(picture: &Picture<'_>, time: &Time) -> Markup {
    html! {
        @if picture.left > 0 || picture.older > 0 {
            p.rest {
                "Not drawn, but in the table: "
                @if picture.left > 0 { (words::counted(picture.left, "question")) " with fewer claims" }
                @if picture.left > 0 && picture.older > 0 { "; " }
                @if picture.older > 0 { (words::counted(picture.older, "claim")) " of dates before " (day::said(time.start())) }
                "."
            }
        }
    }
}

fn per_cent(at: f64) -> String {
    format!("{:.2}%", at.clamp(-2.0, 102.0))
}
