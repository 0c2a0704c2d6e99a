//! Reading on behind a fault of syntax: only what cannot be read is set aside, and whatever stands below
//! it is read as it is written.
//!
//! The parser finds where a valid file goes on, but behind a line that is no TOML it loses the rest. So a
//! file with a fault is cut at its headers, and what is no TOML there at its statements; in the text that
//! is parsed then blanks stand for what was set aside, so that every byte keeps its place.

use super::slip::{Fault, Slip};
use super::spot;
use super::statement::{self, End};
use super::syntax;
use crate::brief::Slug;
use crate::brief::schema::{self, Key};
use std::ops::Range;

/// A text in which nothing hides what stands below it.
pub(super) struct Recovered {
    pub(super) text: String,
    /// In the order of the file.
    pub(super) faults: Vec<Fault>,
}

/// Takes the faults out of a text.
pub(super) fn recover(text: &str) -> Recovered {
    let mut recovery = Recovery { text: text.to_owned(), faults: Vec::new() };
    recovery.line_ends();
    recovery.conflicts();
    recovery.sections();
    recovery.faults.sort_by_key(|fault| (fault.at.start, fault.at.end));
    Recovered { text: recovery.text, faults: recovery.faults }
}

struct Recovery {
    text: String,
    faults: Vec<Fault>,
}

/// A header and what stands below it.
struct Section {
    range: Range<usize>,
    /// Of the section before the first header there is none.
    header: Option<Range<usize>>,
}

impl Recovery {
    fn get(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Puts blanks in the place of everything but line feeds.
    fn blank(&mut self, range: Range<usize>) {
        let blanks: String = self
            .get(range.clone())
            .chars()
            .flat_map(|sign| {
                let count = if sign == '\n' { 1 } else { sign.len_utf8() };
                std::iter::repeat_n(if sign == '\n' { '\n' } else { ' ' }, count)
            })
            .collect();
        self.text.replace_range(range, &blanks);
    }

    /// Line ends of CR alone are none to TOML.
    fn line_ends(&mut self) {
        if self.text.contains('\n') || !self.text.contains('\r') {
            return;
        }
        let first = self.text.find('\r').unwrap_or_default();
        self.text = self.text.replace('\r', "\n");
        self.faults.push(Fault { at: 0..first, unread: 0..0, slip: Slip::LineEnds });
    }

    /// Of a merge conflict the upper side is read.
    fn conflicts(&mut self) {
        let lines = lines(&self.text);
        let mut open: Option<(Range<usize>, Option<usize>)> = None;
        for line in lines {
            let written = self.get(line.clone());
            if written.starts_with("<<<<<<<") {
                open = Some((line, None));
            } else if let Some((first, lower)) = &mut open {
                if written.starts_with("=======") || written.starts_with("|||||||") {
                    lower.get_or_insert(line.start);
                } else if written.starts_with(">>>>>>>") {
                    let (first, lower) = (first.clone(), lower.unwrap_or(line.start));
                    let at = first.start..first.start + self.get(first.clone()).trim_end().len();
                    self.blank(first);
                    self.blank(lower..line.end);
                    self.faults.push(Fault { at, unread: lower..line.end, slip: Slip::Conflict });
                    open = None;
                }
            }
        }
    }

    fn sections(&mut self) {
        let sections = sections(&self.text);
        let mut skipped_to = 0;
        for (number, section) in sections.iter().enumerate() {
            if section.range.start < skipped_to
                || !syntax::is_faulty(&syntax::parse(self.get(section.range.clone())))
            {
                continue;
            }
            let Some(header) = section.header.clone() else {
                self.statements(section.range.clone());
                continue;
            };
            if spot::is_toml(self.get(header.clone())) || self.mend_header(header.clone()) {
                self.statements(header.end..section.range.end);
                continue;
            }
            // What stands below it would fall to the record above.
            let name = path(self.get(header.clone())).to_owned();
            let below = sections.iter().skip(number + 1).take_while(|below| {
                let path = below.header.clone().map(|header| path(self.get(header)).to_owned());
                path.is_some_and(|path| {
                    path.strip_prefix(&name).is_some_and(|rest| rest.starts_with('.'))
                })
            });
            let end = below.last().map_or(section.range.end, |last| last.range.end);
            let whole = trimmed(&self.text, header.clone());
            let (at, slip) = match spot::look_alike_in(self.get(whole.clone())) {
                Some((at, letter)) => {
                    let at = whole.start + at;
                    (at..at + letter.len_utf8(), Slip::LookAlike(letter))
                }
                None => (whole, Slip::Header),
            };
            self.blank(section.range.start..end);
            let unread = section.range.start..end;
            self.faults.push(Fault { at, unread, slip });
            skipped_to = end;
        }
    }

    /// Reads a header as it was meant, if that is plain; whether it was.
    fn mend_header(&mut self, header: Range<usize>) -> bool {
        let named = spot::name(self.get(header.clone()));
        let is_plain = matches!(named.slip, Slip::Blank(_) | Slip::Hidden(_) | Slip::Comment);
        let Some(meant) = named.meant.filter(|_| is_plain) else { return false };
        self.take_meant(header.start, named.at, named.slip, &meant);
        true
    }

    fn take_meant(&mut self, start: usize, at: Range<usize>, slip: Slip, meant: &str) {
        self.text.replace_range(start..start + meant.len(), meant);
        let at = start + at.start..start + at.end;
        self.faults.push(Fault { unread: at.start..at.start, at, slip });
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
            at = match statement::end(rest) {
                End::Whole(length) => self.statement(at..at + length),
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
    fn statement(&mut self, range: Range<usize>) -> usize {
        let written = self.get(range.clone());
        // The parser lets a byte order mark pass where a text begins.
        if spot::is_toml(written) && !written.starts_with('\u{feff}') {
            return range.end;
        }
        let named = spot::name(written);
        let at = range.start + named.at.start..range.start + named.at.end;
        match named.meant {
            Some(meant) => self.take_meant(range.start, named.at, named.slip, &meant),
            None => self.set_aside(at, range.clone(), named.slip),
        }
        range.end
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
        self.faults.push(Fault { at, unread, slip });
    }

    /// The first line from a place on that is a statement by itself.
    fn next_statement(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end {
            let line = at + statement::line_end(self.get(at..end), 0);
            let written = self.get(at..line);
            let opens = || {
                matches!(statement::end(self.get(at..end)), End::Whole(length)
                if spot::is_toml(self.get(at..at + length)))
            };
            if statement::key(written).is_some() && (spot::is_toml(written) || opens()) {
                return at;
            }
            at = line;
        }
        end
    }
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

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let written = text.get(range.clone()).unwrap_or_default();
    let start = range.start + written.len() - written.trim_start().len();
    start..start.max(range.start + written.trim_end().len())
}

/// The parts of a file, each from one header to the next.
fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut quoted_to = 0;
    for line in lines(text) {
        let written = text.get(line.clone()).unwrap_or_default();
        // What looks like a header in a text that is closed is a part of it.
        let is_quoted = line.start < quoted_to;
        if !is_quoted && opens_text(written) {
            let rest = text.get(line.start..).unwrap_or_default();
            if let End::Whole(length) = statement::end(rest) {
                quoted_to = line.start + length;
            }
        }
        let is_header = !is_quoted && is_header(written);
        match sections.last_mut() {
            Some(last) if !is_header => last.range.end = line.end,
            Some(_) | None => {
                let header = is_header.then(|| line.clone());
                sections.push(Section { range: line, header });
            }
        }
    }
    sections
}

/// Whether a line begins a text of several lines.
fn opens_text(line: &str) -> bool {
    let value = statement::key(line).and_then(|(_, equals)| line.get(equals + 1..));
    value.is_some_and(|value| {
        let value = value.trim_start();
        value.starts_with("\"\"\"") || value.starts_with("'''")
    })
}

/// Whether a line is a header, or was meant as one: brackets around the name of a table, and nothing else.
fn is_header(line: &str) -> bool {
    let line = line.trim();
    let Some(inner) = line.strip_prefix('[') else { return false };
    let inner = inner.strip_prefix('[').unwrap_or(inner).trim_start();
    let (inner, behind) = inner.split_once(']').unwrap_or((inner, ""));
    let behind = behind.strip_prefix(']').unwrap_or(behind).trim_start();
    let is_alone = behind.is_empty() || behind.starts_with('#');
    let first = inner.split('.').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
    let is_table = schema::table(first).is_some() || first.starts_with("x-");
    // `[[claim]]` for `[[event.claim]]`.
    let is_inner = || schema::inner_table(first).is_some();
    is_alone && !inner.contains(['=', ',']) && (is_table || is_inner())
}

/// The records in a part of a file that is not read: what each would be, its id, and its header.
pub(super) fn records(part: &str) -> Vec<(&'static str, Option<Slug>, Range<usize>)> {
    let of = |section: Section| {
        let header = section.header?;
        let path = path(part.get(header.clone())?);
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        let table = schema::table(first.trim_matches(['"', '\'']))?;
        let is_inner = |key: &&Key| !rest.is_empty() && rest.ends_with(key.name);
        let inner = table.keys.iter().filter(is_inner).find_map(Key::records);
        let body = part.get(header.end..section.range.end)?;
        let written = || {
            body.lines().find_map(|line| {
                let (_, equals) = statement::key(line).filter(|(key, _)| *key == "id")?;
                line.get(equals + 1..)?.split('"').nth(1).and_then(Slug::new)
            })
        };
        let id = if inner.is_none() && !rest.is_empty() {
            Slug::new(&spot::in_latin_letters(rest))
        } else {
            written()
        };
        Some((inner.map_or(table.noun, |inner| inner.noun), id, trimmed(part, header)))
    };
    sections(part).into_iter().filter_map(of).collect()
}

/// The path of a header without its brackets.
fn path(header: &str) -> &str {
    header.trim().trim_start_matches('[').split(']').next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests;
