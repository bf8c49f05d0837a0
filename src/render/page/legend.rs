//! How marks look: a stance by colour and by form, so that neither colour-blind eyes nor a black and white print lose it.

use maud::{Markup, html};

/// The stances in the order of the legend.
pub(super) const STANCES: &[&str] =
    &["asserted", "agreed", "planned", "expected", "proposed", "possible", "denied"];

/// The class of a stance as reports write it: `denied (planned)` is denied; one that others wrote is asserted.
pub(super) fn class(stance: &str) -> &'static str {
    let word = stance.split([' ', ';']).next().unwrap_or_default();
    STANCES.iter().find(|known| **known == word).copied().unwrap_or("asserted")
}

/// Patterns that marks are filled with; once on a page.
pub(super) fn patterns() -> Markup {
    html! {
        svg.patterns width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                pattern #hatch-planned patternUnits="userSpaceOnUse" width="5" height="5" patternTransform="rotate(45)" {
                    rect.pale-planned width="5" height="5" {}
                    rect.full-planned width="2.4" height="5" {}
                }
                pattern #dots-expected patternUnits="userSpaceOnUse" width="5" height="5" {
                    rect.pale-expected width="5" height="5" {}
                    circle.full-expected cx="2.5" cy="2.5" r="1.3" {}
                }
            }
        }
    }
}

/// A small bar in the colour and form of a stance.
fn sample(stance: &str) -> Markup {
    html! {
        svg.sample width="30" height="14" aria-hidden="true" focusable="false" {
            rect class={ "bar " (stance) } x="2" y="2" width="26" height="10" {}
            @if stance == "denied" { line.strike x1="0" x2="30" y1="7" y2="7" {} }
        }
    }
}

/// What the forms of the schedules mean; only the stances that are drawn.
pub(super) fn of_schedules(drawn: &[&str]) -> Markup {
    html! {
        ul.legend {
            @for stance in STANCES.iter().filter(|stance| drawn.contains(stance)) { li { (sample(stance)) (stance) } }
            li { svg.sample width="30" height="14" aria-hidden="true" focusable="false" {
                line.tail.asserted x1="8" x2="27" y1="7" y2="7" {} path.head.asserted d="M7 7 l5 -4 v8z" {}
                line.cap.asserted x1="27" x2="27" y1="1" y2="13" {}
            } "open: no date given on the side of the arrow" }
            li { svg.sample width="30" height="14" aria-hidden="true" focusable="false" {
                circle.said cx="15" cy="7" r="3" {}
            } "day of publication; ✕ or ? there: denied or said without a date" }
        }
    }
}

/// What the forms of the figures mean.
pub(super) fn of_figures(drawn: &[&str]) -> Markup {
    let mark = |body: Markup| html! { svg.sample width="30" height="18" aria-hidden="true" focusable="false" { (body) } };
    html! {
        ul.legend {
            li { (mark(html! { circle.point.exact cx="15" cy="9" r="4.5" {} })) "exact" }
            li { (mark(html! { circle.point.hedged cx="15" cy="9" r="4.5" {} })) "hedged: about, nearly" }
            li { (mark(html! { line.range x1="15" x2="15" y1="2" y2="16" {} line.range x1="10" x2="20" y1="2" y2="2" {} line.range x1="10" x2="20" y1="16" y2="16" {} })) "from – to, as said or as read" }
            li { (mark(html! { line.range x1="15" x2="15" y1="3" y2="16" {} path.range-head d="M15 1 l-4 6 h8z" {} line.range x1="10" x2="20" y1="16" y2="16" {} })) "at least (upside down: at most)" }
            li { (mark(html! { path.point.unsaid d="M15 3.5 l5.5 5.5 -5.5 5.5 -5.5 -5.5z" {} })) "no as-of day said: stands at its publication" }
            li { (mark(html! { line.span x1="3" x2="27" y1="9" y2="9" {} })) "as of a period" }
            @for stance in STANCES.iter().filter(|stance| drawn.contains(stance)) {
                li.(stance) { (mark(html! { circle.point.exact cx="15" cy="9" r="4.5" {} })) (stance) }
            }
        }
    }
}
