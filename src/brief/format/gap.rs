//! What stands between two values: blanks, commas, line ends and comments.

use super::cut;
use crate::text;
use std::ops::Range;

/// One comment.
#[derive(Clone, Copy)]
struct Remark<'t> {
    /// From its sign on, without blanks behind it.
    text: &'t str,
    /// Where it begins.
    start: usize,
    /// Columns before it.
    column: usize,
    /// Whether a line begins with it.
    own_line: bool,
    /// Whether an empty line stands before it.
    apart: bool,
}

/// What stands between two values or headers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap<'t> {
    /// On the line of what comes before, and the lines below that go on in the same column.
    pub(super) trail: Vec<&'t str>,
    /// Paragraphs of whole lines.
    pub(super) paragraphs: Vec<Vec<&'t str>>,
    /// Whether an empty line stands before the first paragraph.
    pub(super) apart_before: bool,
    /// Whether an empty line stands behind the last one.
    pub(super) apart_after: bool,
    /// Where the comments on the line end.
    pub(super) trail_end: usize,
    /// Where the first paragraph ends.
    pub(super) first_end: usize,
    /// Where the last paragraph begins.
    pub(super) last_start: usize,
    /// Where it ends.
    pub(super) end: usize,
}

impl<'t> Gap<'t> {
    /// What stands from a place on.
    pub(super) fn at(text: &'t str, start: usize) -> Self {
        Self::after(text, start..start)
    }

    /// What stands behind a value or header.
    pub(super) fn after(text: &'t str, range: Range<usize>) -> Self {
        // Behind the bracket that ends a long list, any line may have the same column.
        let is_one_line = !cut(text, range.clone()).contains('\n');
        let start = range.end;
        let (remarks, breaks, end) = remarks(text, start);
        let mut gap = Self { apart_after: breaks > 1, end, trail_end: start, ..Self::default() };
        let mut trailing = None;
        for remark in remarks {
            let ends = remark.start + remark.text.len();
            let goes_on = is_one_line && trailing == Some(remark.column) && !remark.apart;
            if !remark.own_line || (goes_on && gap.paragraphs.is_empty()) {
                gap.trail.push(remark.text);
                trailing = Some(remark.column);
                gap.trail_end = ends;
                continue;
            }
            match gap.paragraphs.last_mut() {
                Some(paragraph) if !remark.apart => paragraph.push(remark.text),
                Some(_) | None => {
                    gap.apart_before |= gap.paragraphs.is_empty() && remark.apart;
                    gap.paragraphs.push(vec![remark.text]);
                    gap.last_start = remark.start;
                }
            }
            if gap.paragraphs.len() == 1 {
                gap.first_end = ends;
            }
        }
        gap
    }

    /// Takes the comments of several lines behind what takes several lines itself; see [`go_above`].
    pub(super) fn take_trail_of(&mut self, written: &str) -> Vec<&'t str> {
        if go_above(&self.trail, written) { std::mem::take(&mut self.trail) } else { Vec::new() }
    }

    /// Whether it holds any comment.
    pub(super) fn has_remarks(&self) -> bool {
        !self.trail.is_empty() || !self.paragraphs.is_empty()
    }
}

/// The comments from a place on, the line ends behind the last one, and where something else begins.
fn remarks(text: &str, start: usize) -> (Vec<Remark<'_>>, usize, usize) {
    let mut remarks = Vec::new();
    let mut at = start;
    let mut own_line = start == 0;
    let mut breaks = 0;
    loop {
        match text.as_bytes().get(at) {
            Some(b' ' | b'\t' | b'\r' | b',') => at += 1,
            Some(b'\n') => {
                own_line = true;
                breaks += 1;
                at += 1;
            }
            Some(b'#') => {
                let rest = cut(text, at..text.len());
                let line = rest.split('\n').next().unwrap_or(rest);
                let before = cut(text, 0..at);
                let before = before.rsplit('\n').next().unwrap_or(before);
                remarks.push(Remark {
                    text: line.trim_end(),
                    start: at,
                    column: text::columns(before),
                    own_line,
                    apart: breaks > 1,
                });
                breaks = 0;
                at += line.len();
            }
            Some(_) | None => return (remarks, breaks, at),
        }
    }
}

/// Whether the comments on the line of a value go above it: there is no column in which those of several
/// lines could be known again below the end of a long one.
pub(super) fn go_above(trail: &[&str], written: &str) -> bool {
    trail.len() > 1 && written.contains('\n')
}
