//! The markings of a file, wherever they stand in it. One that no record has taken still counts: it is
//! given twice, cannot be read, or stands where no record has one.
//!
//! The text itself is looked through, not what the parser made of it, since that knows nothing of what it
//! dropped. Only tables of a person's own (`x-`) are passed over: nothing of them is shown.

use super::Reader;
use super::sections::{self, Section};
use super::statement::is_key;
use crate::brief::Marking;
use crate::brief::schema::{self, Header};
use crate::brief::value::{label, named_in_words};
use crate::diag::{Code, Diagnostic, Located, Span};
use crate::text;
use crate::text::{DisplayText, in_latin_letters, part};
use std::borrow::Cow;
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

/// Words for the key that somebody may have meant it by.
const MEANT: &[&str] = &["marking", "markings", "classification", "handling", "sensitivity"];

/// Bytes of the longest key that is looked at.
const LONGEST: usize = 64;

/// A marking as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stated {
    /// The statement, or within braces the key and its value.
    at: Range<usize>,
    key: Key,
    /// What can be read of it.
    value: Option<Marking>,
    /// The header of the record that it stands in; the part before the first header has none.
    below: Option<Below>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    /// `tlp`, or what may be meant so.
    Label,
    /// `handling` of a brief.
    Handling,
}

/// The header of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Below {
    header: Range<usize>,
    is_brief: bool,
}

impl Reader<'_> {
    /// Raises what stands below a marking that was not taken, tells it, and notes the strictest of all.
    pub(super) fn settle_markings(&mut self, is_registry: bool) {
        let stated = stated(self.context.raw);
        let taken = self.taken(&stated);
        let labels = || stated.iter().filter(|stated| stated.key == Key::Label);
        let strictest = labels().map(|stated| stated.value.unwrap_or(Marking::Red)).max();
        // Of a record that is left out nothing is shown but what is found in it, and that has the marking
        // of the file.
        let left_out = self.context.left_out.iter().filter(|left| !left.stands);
        let mut left_out: Vec<usize> = left_out.map(|left| left.span.range.start).collect();
        left_out.sort_unstable();
        let is_left_out = |stated: &Stated| {
            let Some(Below { header, .. }) = &stated.below else { return false };
            let first = left_out.partition_point(|start| *start < header.start);
            left_out.get(first).is_some_and(|start| *start < header.end)
        };
        for (stated, is_taken) in stated.iter().zip(taken) {
            if !is_taken && !is_left_out(stated) {
                self.raise(stated, is_registry);
            }
        }
        self.heed_handling();
        let header = match &self.document.brief {
            Some(brief) => Some(brief.marking.value),
            None if is_registry => Some(Marking::Clear),
            // Of a header that cannot be read the label still may.
            None => labels()
                .any(|stated| stated.below.as_ref().is_some_and(|below| below.is_brief))
                .then_some(Marking::Clear),
        };
        // The header's own counts among all that are stated; without one nobody knows what it would be.
        self.document.marked.strictest = header.and_then(|header| strictest.max(Some(header)));
    }

    /// Of each marking whether a record has it as it is written.
    fn taken(&self, stated: &[Stated]) -> Vec<bool> {
        let Reader { document, .. } = self;
        let brief = document.brief.iter().map(|brief| &brief.marking);
        let events = document.events.iter().filter_map(|event| event.marking.as_ref());
        let actors = document.actors.iter().filter_map(|actor| actor.marking.as_ref());
        let sources = document.sources.iter().filter_map(|source| source.marking.as_ref());
        let all = brief.chain(events).chain(actors).chain(sources);
        let mut starts: Vec<usize> = all.map(|own| own.span.range.start).collect();
        starts.sort_unstable();
        let handled = document.brief.as_ref().is_some_and(|brief| brief.handling.is_some());
        let handlings = stated.iter().filter(|stated| stated.key == Key::Handling).count();
        let is_taken = |stated: &Stated| match stated.key {
            Key::Handling => handled && handlings == 1,
            Key::Label => {
                let first = starts.partition_point(|start| *start < stated.at.start);
                starts.get(first).is_some_and(|start| *start < stated.at.end)
            }
        };
        stated.iter().map(is_taken).collect()
    }

    /// Raises the record that a marking stands in, or all of the file where that is none.
    fn raise(&mut self, stated: &Stated, is_registry: bool) {
        let value = stated.value.unwrap_or(Marking::Red);
        let (raised, words) = match self.raise_record(stated, value) {
            Some((raised, words)) => (raised, words),
            None if is_registry => {
                let floor = &mut self.document.marked.floor;
                let raised = *floor < Some(value);
                *floor = (*floor).max(Some(value));
                (raised, text!["every record of this file"])
            }
            None => {
                let Some(brief) = &mut self.document.brief else { return };
                let raised = brief.marking.value < value;
                brief.marking.value = brief.marking.value.max(value);
                (raised, text!["the brief"])
            }
        };
        let meets =
            |range: &Range<usize>| range.start < stated.at.end && stated.at.start < range.end;
        let is_told = |found: &Diagnostic| found.code == Code::E130 && meets(&found.primary.range);
        if raised && !self.context.found.iter().any(is_told) {
            self.tell_raised(stated, &words, value);
        }
    }

    /// Raises the event, actor or source that holds a place; whether that changed anything, and what it is.
    fn raise_record(&mut self, stated: &Stated, value: Marking) -> Option<(bool, DisplayText)> {
        if stated.below.as_ref().is_some_and(|below| below.is_brief) {
            return None;
        }
        let span = Span { source: self.context.source, range: stated.at.clone() };
        let raised = |marking: &mut Option<Located<Marking>>| {
            let before = marking.as_ref().map(|own| own.value);
            if before < Some(value) {
                *marking = Some(Located { value, span });
            }
            before < Some(value)
        };
        let raw = self.context.raw;
        let document = &mut self.document;
        if let Some(event) = last(&mut document.events, stated, raw, |event| &event.span) {
            let words = text!["the event `", event.id.value.shown(), "`"];
            return Some((raised(&mut Arc::make_mut(event).marking), words));
        }
        if let Some(actor) = last(&mut document.actors, stated, raw, |actor| &actor.span) {
            let words = text!["the actor `", actor.id.value.shown(), "`"];
            return Some((raised(&mut actor.marking), words));
        }
        let source = last(&mut document.sources, stated, raw, |source| &source.span)?;
        let words = text!["the source `", source.id.value.shown(), "`"];
        Some((raised(&mut source.marking), words))
    }

    fn tell_raised(&mut self, stated: &Stated, raised: &DisplayText, value: Marking) {
        let which = match stated.value {
            Some(_) => "this marking is not the one that was read",
            None => "this marking cannot be read",
        };
        let message = text![which, ": ", raised, " counts as ", value.word()];
        let help = text!["keep one `tlp`, in the header of the brief or record that it marks"];
        let statement = part(self.context.raw, stated.at.clone());
        let key =
            part(statement, ..statement.find(['=', ':']).unwrap_or(statement.len())).trim_end();
        let start = stated.at.start + key.len() - key.trim_start().len();
        self.context.report_with(
            Code::E130,
            start..stated.at.start + key.len(),
            message,
            Some(help),
        );
    }

    /// Takes what `handling` says where it is stricter than the label.
    fn heed_handling(&mut self) {
        let Some(brief) = &mut self.document.brief else { return };
        let Some(handling) = &brief.handling else { return };
        let Some(named) = named_in_words(handling.as_str(), brief.marking.value) else { return };
        let message = text![
            "`handling` says more than `tlp = \"",
            brief.marking.value.word(),
            "\"`: the brief counts as ",
            named.word()
        ];
        let at = brief.marking.span.range.clone();
        brief.marking.value = named;
        let help = text!["write `tlp = \"", named.word(), "\"`, or put `handling` right"];
        self.context.report_with(Code::E130, at, message, Some(help));
    }
}

/// The record that holds a marking, of records in the order of the file.
fn last<'r, R>(
    records: &'r mut [R],
    stated: &Stated,
    raw: &str,
    span: impl Fn(&R) -> &Span,
) -> Option<&'r mut R> {
    let above = records.partition_point(|record| span(record).range.start <= stated.at.start);
    let record = records.get_mut(above.checked_sub(1)?)?;
    let range = span(record).range.clone();
    // What stands in braces ends with them; below a header a record ends with the next one.
    let in_braces = part(raw, range.clone()).starts_with('{');
    let from = stated.below.as_ref().map_or(0, |below| below.header.start);
    let holds = if in_braces { stated.at.end <= range.end } else { from <= range.start };
    holds.then_some(record)
}

/// Every marking in a text, in order.
fn stated(raw: &str) -> Vec<Stated> {
    // As reading on does: CR alone ends a line, and every byte keeps its place.
    let alone = raw.match_indices('\r').any(|(at, _)| raw.get(at + 1..at + 2) != Some("\n"));
    let text = if alone { Cow::Owned(raw.replace('\r', "\n")) } else { Cow::Borrowed(raw) };
    let mut all = Vec::new();
    let mut below: Option<Below> = None;
    let mut is_own = false;
    for section in sections::sections(&text) {
        if let Some(heading) = &section.heading {
            let Some(first) = heading.names.first() else { continue };
            is_own = first.starts_with("x-");
            if begins_record(&heading.names) {
                let table = sections::table(first);
                let is_brief = table.is_some_and(|table| table.name == schema::BRIEF.name);
                below = Some(Below { header: heading.at.clone(), is_brief });
            }
        }
        if !is_own {
            let mut looking = Looking { text: &text, below: &below, all: &mut all };
            looking.section(&section);
        }
    }
    all
}

/// What each marking in a text says, with the header of the record that it marks, by where it stands.
pub(super) fn placed(text: &str) -> Vec<(usize, impl Eq + Hash + use<>)> {
    let header = |below: &Below| part(text, below.header.clone()).replace([' ', '\t'], "");
    let stated = stated(text).into_iter();
    stated
        .map(|Stated { at, key: _, value, below }| (at.start, (below.as_ref().map(header), value)))
        .collect()
}

/// Whether a heading is that of a record, and not of a part of one.
fn begins_record(names: &[&str]) -> bool {
    let Some((first, rest)) = names.split_first() else { return false };
    let Some(table) = sections::table(first).or_else(|| sections::near(first)) else { return true };
    let is_within = schema::above(table).is_some();
    !is_within && if table.header == Header::Keyed { rest.len() < 2 } else { rest.is_empty() }
}

struct Looking<'t, 'a> {
    text: &'t str,
    below: &'a Option<Below>,
    all: &'a mut Vec<Stated>,
}

impl Looking<'_, '_> {
    fn section(&mut self, section: &Section<'_>) {
        let mut at = section.body(self.text).min(section.range.end);
        for entry in &section.entries {
            self.others(at..entry.at.start);
            self.entry(entry.key, entry.at.clone());
            at = entry.at.end;
        }
        self.others(at..section.range.end);
    }

    fn add(&mut self, at: Range<usize>, key: Key, value: Option<Marking>, of_brief: bool) {
        let own = of_brief.then_some(Below { header: at.start..at.start, is_brief: true });
        let below = own.or_else(|| self.below.clone());
        self.all.push(Stated { at, key, value, below });
    }

    fn entry(&mut self, key: &str, at: Range<usize>) {
        let statement = part(self.text, at.clone());
        let last = key.rsplit('.').next().unwrap_or(key);
        let of_brief = self.below.is_none() && is_of_brief(key);
        if let Some(kind) = self.kind(last, of_brief) {
            let value = statement.split_once(['=', ':']).and_then(|(_, value)| quoted_label(value));
            let length = statement.trim_end().len();
            self.add(at.start..at.start + length, kind, value, of_brief);
        } else if statement.contains('{') {
            self.in_braces(statement, at.start, of_brief);
        }
    }

    /// Lines that are no statements.
    fn others(&mut self, range: Range<usize>) {
        let lines = part(self.text, range.clone());
        if lines.trim().is_empty() {
            return;
        }
        let mut at = range.start;
        for line in lines.split_inclusive('\n') {
            let written = line.trim_start();
            let ends =
                |sign: char| sign.is_whitespace() || matches!(sign, '=' | ':' | '{' | '[' | '(');
            let first = part(written, ..written.find(ends).unwrap_or(written.len()));
            if !first.starts_with('#') && self.kind(first, false) == Some(Key::Label) {
                let start = at + line.len() - written.len();
                self.add(start..start + written.trim_end().len(), Key::Label, None, false);
            }
            at += line.len();
        }
    }

    /// Keys within braces.
    fn in_braces(&mut self, statement: &str, from: usize, of_brief: bool) {
        let mut at = 0;
        let mut key: Option<Range<usize>> = None;
        while let Some(sign) = statement.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = part(statement, at..);
            let length = if matches!(sign, '"' | '\'') {
                let closing = part(rest, 1..).find(sign).map_or(rest.len(), |end| end + 2);
                key = Some(at..at + closing);
                closing
            } else if is_key(sign) {
                let length = rest.find(|sign| !is_key(sign)).unwrap_or(rest.len());
                key = Some(at..at + length);
                length
            } else {
                sign.len_utf8()
            };
            at += length;
            if matches!(sign, '=' | ':')
                && let Some(named) = key.take()
            {
                let name = part(statement, named.clone()).trim_matches(['"', '\'']);
                let last = name.rsplit('.').next().unwrap_or(name);
                if let Some(kind) = self.kind(last, of_brief) {
                    let value = quoted_label(part(statement, at..));
                    let end = part(statement, at..).find([',', '}', '\n']);
                    let end = end.map_or(statement.len(), |end| at + end);
                    self.add(from + named.start..from + end, kind, value, of_brief);
                }
            }
        }
    }

    /// What a key marks by, if it does.
    fn kind(&self, key: &str, of_brief: bool) -> Option<Key> {
        if key.len() > LONGEST || key.starts_with("x-") {
            return None;
        }
        let letters = in_latin_letters(key);
        let letters = letters.chars().filter(|sign| sign.is_alphanumeric());
        let letters = letters.collect::<String>().to_lowercase();
        let in_brief = of_brief || self.below.as_ref().is_some_and(|below| below.is_brief);
        if letters == "handling" && in_brief {
            return Some(Key::Handling);
        }
        let is_slip =
            (2..=4).contains(&letters.len()) && strsim::osa_distance(&letters, "tlp") <= 1;
        if !is_slip && !MEANT.contains(&letters.as_str()) {
            return None;
        }
        let is_of_others = |name: &str| !matches!(name, "tlp" | "handling") && name == key;
        (!schema::keys().any(|known| is_of_others(known.name))).then_some(Key::Label)
    }
}

/// Whether a key above the first header is one of the brief: `brief.tlp`, `brief = { tlp = … }`.
fn is_of_brief(key: &str) -> bool {
    let first = key.split('.').next().unwrap_or(key);
    first.trim().trim_matches(['"', '\'']) == schema::BRIEF.name
}

/// The label behind `=`, if it is written as one.
fn quoted_label(value: &str) -> Option<Marking> {
    let value = value.trim_start();
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let (written, behind) = value.get(1..)?.split_once(quote)?;
    // Three quotes, or what joins on, is no plain text.
    let ends = behind.trim_start().chars().next();
    let is_whole = ends.is_none_or(|sign| matches!(sign, '#' | ',' | '}' | '\n'))
        || behind.starts_with(['\n', '\r']);
    label(written).filter(|_| is_whole)
}

#[cfg(test)]
mod tests;
