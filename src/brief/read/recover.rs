//! Reading on behind a fault of syntax: only what cannot be read is set aside, and whatever stands below
//! it is read as it is written.
//!
//! The parser finds where a valid file goes on, but behind a line that is no TOML it loses the rest. So a
//! file with a fault is cut at its headers, and what is no TOML there at its statements; in the text that
//! is parsed then stands what was meant, or blanks for what was set aside. `Places` knows where all of it
//! stands in the file.

use super::headers;
use super::named::{is_toml, trimmed};
use super::places::Places;
use super::sections::{self, Section};
use super::slip::{Fault, Slip};
use super::spot;
use super::statement::{self, End};
use super::syntax;
use super::{values, yaml};
use crate::brief::Slug;
use crate::brief::schema::Key;
use crate::text::{in_latin_letters, part};
use std::borrow::Cow;
use std::ops::Range;

/// A text in which nothing hides what stands below it.
pub(super) struct Recovered {
    pub(super) text: String,
    /// Where what is read stands in the file.
    pub(super) places: Places,
    /// In the order of the file.
    pub(super) faults: Vec<Fault>,
}

/// Takes the faults out of a text; none where it has none.
pub(super) fn recover(text: &str, is_faulty: bool) -> Option<Recovered> {
    let (mut text, mut faults) = (Cow::Borrowed(text), Vec::new());
    if is_faulty {
        faults.extend(line_ends(&mut text));
        faults.extend(conflicts(&mut text));
    }
    let mut under = Places::default();
    match headers::mend(&text) {
        Some(mended) => {
            (text, under) = (Cow::Owned(mended.text), mended.places);
            faults.extend(mended.faults);
        }
        None if is_faulty => {}
        None => return None,
    }
    let mut recovery = Recovery { text: &text, changes: Vec::new(), faults: Vec::new() };
    recovery.sections();
    let Recovery { changes, faults: found, .. } = recovery;
    faults.extend(found.into_iter().map(|mut fault| {
        fault.at = under.written(fault.at);
        fault.unread = under.written(fault.unread);
        fault
    }));
    faults.sort_by_key(|fault| (fault.at.start, fault.at.end));
    let (text, places) = Places::edit(&text, changes);
    Some(Recovered { text, places: places.over(under), faults })
}

/// Line ends of CR alone are none to TOML.
fn line_ends(text: &mut Cow<'_, str>) -> Option<Fault> {
    let is_alone = |at: &usize| text.get(at + 1..at + 2) != Some("\n");
    let alone: Vec<usize> = text.match_indices('\r').map(|(at, _)| at).filter(is_alone).collect();
    let first = *alone.first()?;
    let feeds = alone.into_iter().map(|at| (at..at + 1, "\n".to_owned())).collect();
    let (fed, _) = Places::edit(text, feeds);
    *text = Cow::Owned(fed);
    Some(Fault::new(first..first + 1, first..first, Slip::LineEnds))
}

/// Of a merge conflict the upper side is read.
fn conflicts(text: &mut Cow<'_, str>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut open: Option<(Range<usize>, Option<usize>)> = None;
    for line in lines(text) {
        let written = part(text, line.clone());
        if written.starts_with("<<<<<<<") {
            open = Some((line, None));
        } else if let Some((first, lower)) = &mut open {
            if written.starts_with("=======") || written.starts_with("|||||||") {
                lower.get_or_insert(line.start);
            } else if written.starts_with(">>>>>>>") {
                let (first, lower) = (first.clone(), lower.unwrap_or(line.start));
                let at = trimmed(text, first.clone());
                for side in [first, lower..line.end] {
                    let blanks = blanks(part(text, side.clone()));
                    text.to_mut().replace_range(side, &blanks);
                }
                faults.push(Fault::new(at, lower..line.end, Slip::Conflict));
                open = None;
            }
        }
    }
    faults
}

/// Blanks in the place of everything but line feeds.
fn blanks(text: &str) -> String {
    let blank = |sign: char| match sign {
        '\n' => "\n".to_owned(),
        sign => " ".repeat(sign.len_utf8()),
    };
    text.chars().map(blank).collect()
}

struct Recovery<'t> {
    text: &'t str,
    /// In the order of the text.
    changes: Vec<(Range<usize>, String)>,
    faults: Vec<Fault>,
}

impl<'t> Recovery<'t> {
    fn get(&self, range: Range<usize>) -> &'t str {
        part(self.text, range)
    }

    /// Puts blanks in the place of everything but line feeds.
    fn blank(&mut self, range: Range<usize>) {
        let blanks = blanks(self.get(range.clone()));
        self.changes.push((range, blanks));
    }

    fn sections(&mut self) {
        let sections = sections::sections(self.text);
        let mut skipped_to = 0;
        for (number, section) in sections.iter().enumerate() {
            let range = section.range.clone();
            if range.start < skipped_to
                || !syntax::is_faulty(&syntax::parse(self.get(range.clone())))
            {
                continue;
            }
            let Some(heading) = &section.heading else {
                self.statements(range);
                continue;
            };
            let header = range.start..section.body(self.text);
            if is_toml(self.get(header.clone())) || self.mend_header(header.clone()) {
                self.statements(header.end..range.end);
                continue;
            }
            // What stands below it would fall to the record above.
            let table = heading.names.first().and_then(|first| sections::table(first));
            let holds = |below: &&Section<'_>| {
                let holder = below.holder().filter(|_| section.holder().is_none());
                holder.is_some_and(|holder| table.is_some_and(|table| table.name == holder.name))
            };
            let below = sections.iter().skip(number + 1).take_while(holds);
            let end = below.last().map_or(range.end, |last| last.range.end);
            let (at, slip) = spot::named_header(self.get(heading.at.clone()), false);
            let at = heading.at.start + at.start..heading.at.start + at.end;
            self.blank(range.start..end);
            self.faults.push(Fault::new(at, range.start..end, slip));
            skipped_to = end;
        }
    }

    /// Reads a header as it was meant, if that is plain; whether it was.
    fn mend_header(&mut self, header: Range<usize>) -> bool {
        let named = spot::name(self.get(header.clone()));
        let Some(meant) = named.meant.filter(|_| named.slip.is_of_blanks()) else { return false };
        let at = header.start + named.at.start..header.start + named.at.end;
        self.take_meant(header, at, named.slip, &meant);
        true
    }

    /// Reads a part of the text as it was meant.
    fn take_meant(&mut self, range: Range<usize>, at: Range<usize>, slip: Slip, meant: &str) {
        let written = self.get(range.clone());
        // Of what stays, every byte keeps its place.
        let (before, behind) = same(written, meant);
        let middle = meant.get(before..meant.len() - behind).unwrap_or(meant);
        self.changes.push((range.start + before..range.end - behind, middle.to_owned()));
        self.faults.push(Fault::new(at.clone(), at.start..at.start, slip));
    }

    /// Takes out of a section what is no TOML.
    fn statements(&mut self, section: Range<usize>) {
        let mut at = section.start;
        while at < section.end {
            let rest = self.get(at..section.end);
            let line = at + statement::line_end(rest, 0);
            // A no-break space is no blank to TOML.
            let first = self.get(at..line).trim_matches([' ', '\t', '\r', '\n']);
            if first.is_empty() || first.starts_with('#') {
                at = line;
                continue;
            }
            if let Some((length, meant)) = yaml::read(rest) {
                let written = trimmed(self.text, at..at + length);
                let first = written.start..statement::line_end(self.text, at).min(written.end);
                let shown = trimmed(self.text, first);
                self.take_meant(at..at + length, shown, Slip::Yaml, &meant);
                at += length;
                continue;
            }
            at = match statement::end(rest) {
                End::Whole(length) => self.statement(at..at + length, section.end),
                End::Unclosed(open, place) => {
                    let end = self.next_statement(line, section.end);
                    let place = at + place.start..at + place.end;
                    self.set_aside(place, at..end, Slip::Unclosed(open));
                    end
                }
            };
        }
    }

    /// Reads one statement, as it was meant where that is plain; where the next one begins.
    fn statement(&mut self, range: Range<usize>, end: usize) -> usize {
        let written = self.get(range.clone());
        // The parser lets a byte order mark pass where a text begins.
        if is_toml(written) && !written.starts_with('\u{feff}') {
            return range.end;
        }
        let mut named = spot::name(written);
        if named.slip == Slip::UnclosedText && self.is_statement_below(range.end..end) {
            named.meant = values::closed(written);
        }
        let at = range.start + named.at.start..range.start + named.at.end;
        match named.meant {
            Some(meant) => self.take_meant(range.clone(), at, named.slip, &meant),
            None => self.set_aside(at, range.clone(), named.slip),
        }
        range.end
    }

    /// Whether what follows is no more of a text: a key, a comment, or a header.
    fn is_statement_below(&self, range: Range<usize>) -> bool {
        // A file that ends there may be saved by half.
        let is_end = range.end >= self.text.len();
        let line = self.get(range).lines().map(str::trim).find(|line| !line.is_empty());
        line.map_or(!is_end, |line| line.starts_with('#') || sections::key(line).is_some())
    }

    fn set_aside(&mut self, at: Range<usize>, unread: Range<usize>, slip: Slip) {
        self.blank(unread.clone());
        // Lines of prose below each other are one fault.
        if let Some(last) = self.faults.last_mut()
            && slip == Slip::NoToml
            && last.slip == slip
            && last.unread.end == unread.start
        {
            last.unread.end = unread.end;
            return;
        }
        self.faults.push(Fault::new(at, unread, slip));
    }

    /// The first line from a place on that is a statement by itself.
    fn next_statement(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end {
            let line = at + statement::line_end(self.get(at..end), 0);
            let written = self.get(at..line);
            let opens = || {
                matches!(statement::end(self.get(at..end)), End::Whole(length)
                if is_toml(self.get(at..at + length)))
            };
            if statement::key(written).is_some() && (is_toml(written) || opens()) {
                return at;
            }
            at = line;
        }
        end
    }
}

/// How many bytes two texts have in common where they begin, and where they end.
fn same(one: &str, other: &str) -> (usize, usize) {
    fn length(pairs: impl Iterator<Item = (char, char)>) -> usize {
        let same = pairs.take_while(|(one, other)| one == other);
        same.map(|(sign, _)| sign.len_utf8()).sum()
    }
    let before = length(one.chars().zip(other.chars()));
    let rest = |text: &str| part(text, before..).chars().rev().collect::<Vec<_>>();
    let behind = length(rest(one).into_iter().zip(rest(other)));
    (before, behind)
}

/// The lines of a text with their line feeds.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let line = |line: &str| {
        let start = at;
        at += line.len();
        start..at
    };
    text.split_inclusive('\n').map(line).collect()
}

/// The records in a part of a file that is not read: what each would be, its id, and its header.
pub(super) fn records(unread: &str) -> Vec<(&'static str, Option<Slug>, Range<usize>)> {
    let of = |section: Section<'_>| {
        let heading = section.heading.as_ref()?;
        let (first, rest) = heading.names.split_first()?;
        let table = sections::table(first).or_else(|| sections::near(first))?;
        let inner = rest.last().and_then(|last| table.key(last)).and_then(Key::records);
        let written = || {
            let id = section.entries.iter().find(|entry| entry.key == "id")?;
            unread.get(id.at.clone())?.split('"').nth(1).and_then(Slug::new)
        };
        let id = match (inner, rest) {
            (None, [id, ..]) => Slug::new(&in_latin_letters(id)),
            _ => written(),
        };
        Some((inner.unwrap_or(table).noun, id, heading.at.clone()))
    };
    sections::sections(unread).into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests;
