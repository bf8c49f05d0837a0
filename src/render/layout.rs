//! How wide the columns of a table are: each at least as wide as what must not be broken, the rest shared by need.

use std::ops::Range;

use super::sheet::Sheet;
use super::width::width;
use super::words::{is_breakable, pieces};
use super::wrap::groups;

/// A row taller than this reads worse in a table than as a record.
const TALLEST: usize = 10;

/// The least that a long key is broken to.
const KEY_PIECE: usize = 16;

/// What is tried in turn when room is scarce.
#[derive(Clone, Copy)]
enum Floor {
    /// A figure stays with its qualifier.
    Groups,
    /// Words stay whole.
    Words,
    /// Long addresses and keys are broken.
    Pieces,
}

/// The columns' widths, together at most `room`; none if a word or number would have to be broken.
pub(super) fn widths(sheet: &Sheet, room: usize) -> Option<Vec<usize>> {
    let headings = sheet.headings();
    let widest = |measure: &dyn Fn(&str) -> usize| -> Vec<usize> {
        let column = |index: usize| {
            std::iter::once(&headings[index]).chain(sheet.rows.iter().map(move |row| &row[index]))
        };
        (0..headings.len())
            .map(|index| column(index).map(|cell| measure(cell)).max().unwrap_or(0).max(1))
            .collect()
    };
    let naturals = widest(&width);
    let comfortable = widest(&|cell| narrowest(cell, Floor::Groups));
    [Floor::Groups, Floor::Words, Floor::Pieces].into_iter().find_map(|floor| {
        let mut widths = widest(&|cell| narrowest(cell, floor));
        widths
            .iter_mut()
            .zip(&naturals)
            .for_each(|(least, natural)| *least = (*least).max(natural.div_ceil(TALLEST)));
        let left = |widths: &[usize]| room.checked_sub(widths.iter().sum());
        // Where one long word leaves no room for all groups, some may still be kept.
        let widths = comforted(left(&widths)?, widths, &comfortable);
        Some(spread(left(&widths)?, widths, &naturals))
    })
}

/// The widest part of `cell` that stays whole.
fn narrowest(cell: &str, floor: Floor) -> usize {
    let measure = |range: Range<usize>| width(&cell[range]);
    let word_width = |word: Range<usize>| match floor {
        Floor::Pieces if is_breakable(&cell[word.clone()]) => {
            pieces(cell, word, KEY_PIECE).into_iter().map(measure).max().unwrap_or(0)
        }
        _ => measure(word),
    };
    let group_width = |group: Vec<Range<usize>>| match (floor, group.first(), group.last()) {
        (Floor::Groups, Some(first), Some(last)) => measure(first.start..last.end),
        _ => group.into_iter().map(word_width).max().unwrap_or(0),
    };
    groups(cell).into_iter().map(group_width).max().unwrap_or(0)
}

/// Gives those their goal whose goal is nearest, as far as `left` columns go; the others would gain nothing from a part.
fn comforted(mut left: usize, mut widths: Vec<usize>, goals: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..widths.len()).collect();
    order.sort_by_key(|&index| goals[index].saturating_sub(widths[index]));
    for index in order {
        let need = goals[index].saturating_sub(widths[index]);
        if need > left {
            break;
        }
        widths[index] += need;
        left -= need;
    }
    widths
}

/// Shares `left` columns among those short of their goal: whoever needs no more than a fair share gets all it needs, the others get in
/// proportion to their need.
fn spread(mut left: usize, mut widths: Vec<usize>, goals: &[usize]) -> Vec<usize> {
    loop {
        let needs: Vec<usize> =
            widths.iter().zip(goals).map(|(width, goal)| goal.saturating_sub(*width)).collect();
        let open = needs.iter().filter(|&&need| need > 0).count();
        if open == 0 {
            return widths;
        }
        let share = left / open;
        let modest = |need: usize| need > 0 && need <= share;
        if !needs.iter().any(|&need| modest(need)) {
            let total: usize = needs.iter().sum();
            widths.iter_mut().zip(&needs).for_each(|(width, need)| *width += left * need / total);
            return widths;
        }
        for (width, &need) in widths.iter_mut().zip(&needs).filter(|(_, need)| modest(**need)) {
            *width += need;
            left -= need;
        }
    }
}
