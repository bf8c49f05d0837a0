//! Quotations of several sentences: who speaks is told once, before them or behind the last. Knows quotation marks only.

use std::ops::Range;

use super::attribution::Attribution;
use crate::extract::memory::Memory;
use crate::extract::scene::Scene;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::SpeakerKind;

/// How many sentences a quotation is followed, back to where it opens and ahead to who speaks.
const REACH: usize = 4;

/// Who speaks in a sentence that names no speaker and stands in a quotation that opens, closes or goes on in it.
pub(in crate::extract) fn speaker(scene: &Scene, anchor: usize, memory: &Memory<'_>) -> Option<Attribution> {
    if !scene.attributions.is_empty() {
        return None;
    }
    let list = &scene.words.list;
    let marks: Vec<usize> = (0..list.len()).filter(|at| list[*at].kind == Kind::Quote).collect();
    let first = marks.first().copied();
    // "But we remain open to it.”": a quotation closes that an earlier sentence opened.
    let closes = marks.len() == 1 && first == list.len().checked_sub(1);
    let opens = first == Some(0) || closes;
    let text = memory.subject.text;
    let last = marks.last().filter(|last| **last <= anchor);
    let stays_open = !closes && last.is_some_and(|last| is_opening(text, list[*last].start));
    let goes_on = marks.is_empty() && is_inside(memory, &scene.sentence);
    let told = (stays_open || goes_on).then(|| behind(memory, &scene.sentence)).flatten();
    told.or_else(|| if opens || goes_on { before(memory) } else { None })
}

/// The speaker of the sentence before, whose quotation may run on; through sentences that only go on with it.
fn before(memory: &Memory<'_>) -> Option<Attribution> {
    for back in 0..3 {
        let scene = memory.scene_before(back)?;
        if let Some(speaker) = memory.attributions(&scene).into_iter().next() {
            return Some(speaker);
        }
        if scene.words.list.iter().all(|word| word.kind != Kind::Quote) {
            return None;
        }
    }
    None
}

/// The body last named as speaker: "it added".
pub(super) fn body(memory: &Memory<'_>) -> Option<String> {
    let spoken = (0..3).find_map(|back| {
        let scene = memory.scene_before(back)?;
        memory.attributions(&scene).into_iter().find(|spoken| spoken.key.is_some())
    })?;
    spoken.key.filter(|_| spoken.kind == SpeakerKind::Institution)
}

/// Quotation marks that do not stand for an apostrophe.
const MARKS: [char; 3] = ['"', '“', '”'];

fn holds_mark(text: &str) -> bool {
    MARKS.iter().any(|mark| text.contains(*mark))
}

/// Whether a sentence without quotation marks stands in a quotation that one of the sentences before it opens.
fn is_inside(memory: &Memory<'_>, sentence: &Range<usize>) -> bool {
    let here = memory.sentences.partition_point(|other| other.start < sentence.start);
    let before = memory.sentences[..here].iter().rev().take(REACH);
    let quoted = before.map(|other| &memory.subject.text[other.clone()]).find(|text| holds_mark(text));
    quoted.is_some_and(|text| text.rfind(MARKS).is_some_and(|at| is_opening(text, at)))
}

/// Whether a quotation mark opens: by its shape, or where a blank stands before it and none behind.
fn is_opening(text: &str, at: usize) -> bool {
    let behind = &text[at..];
    if !behind.starts_with('"') {
        return behind.starts_with('“');
    }
    text[..at].chars().next_back().is_none_or(|before| before.is_whitespace() || before == '(')
        && behind[1..].starts_with(|next: char| !next.is_whitespace())
}

/// Who speaks behind a quotation that goes on after a sentence: named in the sentence in which it closes.
fn behind(memory: &Memory<'_>, sentence: &Range<usize>) -> Option<Attribution> {
    let next = memory.sentences.partition_point(|other| other.start <= sentence.start);
    let mut rest = memory.sentences[next..].iter().take(REACH);
    let scene = memory.built(rest.find(|other| holds_mark(&memory.subject.text[(*other).clone()]))?);
    let mark = scene.words.list.iter().rfind(|word| word.kind == Kind::Quote)?;
    memory.attributions(&scene).into_iter().find(|spoken| spoken.text.start >= mark.end)
}
