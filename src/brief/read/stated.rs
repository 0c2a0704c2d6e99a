//! The markings that a text states, wherever in it and however they are written.
//!
//! The text itself is looked through, not what the parser made of it, since that knows nothing of what it
//! dropped.

use super::beside::{Piece, behind_tlp, in_comment_of_marking, in_text, pieces};
use super::keys::{Written, written};
use super::sections::{self, Heading, Section};
use crate::brief::Marking;
use crate::brief::schema::{self, Header, Syntax, Table};
use crate::brief::value::{is_behind_tlp, label, label_word};
use crate::text::{in_latin_letters, part};
use std::borrow::Cow;
use std::ops::Range;

/// Words for the key that somebody may have meant it by.
const MEANT: &[&str] = &[
    "classification",
    "handling",
    "marking",
    "markings",
    "protectivemarking",
    "securityclassification",
    "sensitivity",
];

/// Bytes of the longest text that may be a label.
const LONGEST: usize = 64;

/// A marking as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    /// The statement, or within braces the key and its value.
    pub(super) at: Range<usize>,
    pub(super) key: Key,
    /// A place in the record that it marks.
    pub(super) within: usize,
    /// What can be read of it.
    pub(super) value: Option<Marking>,
    /// The strictest label that is named in it, also where it cannot be read as one.
    pub(super) named: Option<Marking>,
    /// The header of the record that it stands in; the part before the first header has none.
    pub(super) below: Option<Below>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// `tlp`, or what may be meant so.
    Label,
    /// `handling` of a brief.
    Handling,
    /// None: the marking stands in the text of another key, or in a comment.
    Beside,
}

/// The header of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Below {
    pub(super) header: Range<usize>,
    pub(super) is_brief: bool,
}

/// Every marking in a text, in order.
pub(super) fn stated(raw: &str) -> Vec<Stated> {
    // As reading on does: CR alone ends a line, and every byte keeps its place.
    let alone = raw.match_indices('\r').any(|(at, _)| raw.get(at + 1..at + 2) != Some("\n"));
    let text = if alone { Cow::Owned(raw.replace('\r', "\n")) } else { Cow::Borrowed(raw) };
    let mut all = Vec::new();
    let mut below: Option<Below> = None;
    for section in sections::sections(&text) {
        let names = section.heading.as_ref().map_or(&[][..], |heading| &heading.names);
        if let Some(heading) = &section.heading
            && begins_record(names)
        {
            let table = names.first().and_then(|first| sections::table(first));
            let is_brief = table.is_some_and(|table| table.name == schema::BRIEF.name);
            below = Some(Below { header: heading.at.clone(), is_brief });
        }
        Looking { text: &text, heading: names, below: &below, all: &mut all }.section(&section);
    }
    all
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
    heading: &'a [&'t str],
    below: &'a Option<Below>,
    all: &'a mut Vec<Stated>,
}

impl<'t> Looking<'t, '_> {
    fn section(&mut self, section: &Section<'t>) {
        section.heading.iter().for_each(|heading| self.header(heading));
        let mut at = section.body(self.text).min(section.range.end);
        for entry in &section.entries {
            self.lines(at..entry.at.start);
            self.statement(entry.at.clone());
            at = entry.at.end;
        }
        self.lines(at..section.range.end);
    }

    fn add(&mut self, at: Range<usize>, key: Key, value: &Value, of_brief: bool) {
        let own = of_brief.then_some(Below { header: at.start..at.start, is_brief: true });
        let below = own.or_else(|| self.below.clone());
        let within = at.start;
        self.all.push(Stated { at, key, within, value: value.read, named: value.named, below });
    }

    /// A marking in the form of a table.
    fn header(&mut self, heading: &Heading<'t>) {
        let id = usize::from(is_keyed(&heading.names));
        let is_part = |(number, _): &(usize, &&str)| *number > 0 || !is_table(&heading.names);
        let mut names =
            heading.names.iter().enumerate().filter(is_part).filter(|(at, _)| id == 0 || *at != id);
        let is_own = heading.names.iter().any(|name| is_own(name));
        let kind = names.find_map(|(_, name)| self.kind(name, false, false));
        if let Some(kind) = kind.filter(|_| !is_own) {
            self.add(heading.at.clone(), kind, &Value::default(), false);
            // Where it is taken for a record, the one above it is marked as well.
            if let Some(mut above) = self.all.last().cloned() {
                above.within = heading.at.start.saturating_sub(1);
                self.all.insert(self.all.len() - 1, above);
            }
        }
    }

    /// Lines that are no statements: the first word of one may be a key as well.
    fn lines(&mut self, range: Range<usize>) {
        let lines = part(self.text, range.clone());
        if lines.trim().is_empty() {
            return;
        }
        self.statement(range.clone());
        let mut at = range.start;
        for line in lines.split_inclusive('\n') {
            let written = line.trim_start();
            if let Some(comment) = written.strip_prefix('#')
                && let found @ Some(_) = behind_tlp(comment)
            {
                let start = at + line.len() - written.len();
                let value = Value { read: found, named: found };
                self.add(start..start + written.trim_end().len(), Key::Beside, &value, false);
            }
            let ends =
                |sign: char| sign.is_whitespace() || matches!(sign, '=' | ':' | '{' | '[' | '(');
            let first = part(written, ..written.find(ends).unwrap_or(written.len()));
            if !first.starts_with('#') && self.kind(first, false, false) == Some(Key::Label) {
                let start = at + line.len() - written.len();
                let value = Value::of(part(written, first.len()..));
                self.add(start..start + written.trim_end().len(), Key::Label, &value, false);
            }
            at += line.len();
        }
    }

    /// Every key of a statement, also those that have no place in it.
    fn statement(&mut self, range: Range<usize>) {
        let statement = part(self.text, range.clone());
        let keys = written(statement);
        let mut of_brief = false;
        for (number, key) in keys.iter().enumerate() {
            // Where no line begins as TOML usually does, several statements come here together.
            if !key.is_in_braces() {
                let first = key.names.first().copied();
                of_brief = self.heading.is_empty() && first == Some(schema::BRIEF.name);
            }
            let next = keys.get(number + 1).map_or(statement.len(), |next| next.at.start);
            let behind = part(statement, key.at.end..next);
            let kind = self.of_key(key, behind, of_brief);
            self.beside(key, range.start + key.at.end, behind, (kind, of_brief));
            let Some(kind) = kind else { continue };
            let value = Value::of(behind);
            // Within braces another record may follow on the same line.
            let end = behind.find([',', '}', '\n']).filter(|_| key.is_in_braces());
            let length = part(behind, ..end.unwrap_or(behind.len())).trim_end().len();
            let (start, end) = (range.start + key.at.start, range.start + key.at.end + length);
            self.add(start..end, kind, &value, of_brief);
        }
    }

    /// The markings in the texts and comments behind a key, of one that marks itself in the comments alone.
    fn beside(
        &mut self,
        key: &Written<'t>,
        from: usize,
        behind: &str,
        (kind, of_brief): (Option<Key>, bool),
    ) {
        let Some(name) = key.names.last().copied() else { return };
        for piece in pieces(behind) {
            let (at, found) = match piece {
                Piece::Text(at) if kind.is_none() => {
                    let found = in_text(name, self.heading, part(behind, at.clone()));
                    (at, found)
                }
                Piece::Text(_) => continue,
                Piece::Comment(at) => {
                    let comment = part(behind, at.clone());
                    let own = kind.filter(|kind| *kind == Key::Label);
                    let own = own.and_then(|_| Value::of(behind).read);
                    let own = own.and_then(|own| in_comment_of_marking(comment, own));
                    (at, own.max(behind_tlp(comment)))
                }
            };
            if found.is_some() {
                let value = Value { read: found, named: found };
                self.add(from + at.start..from + at.end, Key::Beside, &value, of_brief);
            }
        }
    }

    /// What a key marks by with its value, if it does.
    fn of_key(&self, key: &Written<'t>, behind: &str, of_brief: bool) -> Option<Key> {
        let above = || self.heading.iter().chain(&key.above).copied();
        let path: Vec<&str> = above().chain(key.names.iter().copied()).collect();
        let from = path.len() - key.names.len();
        let is_own = path.iter().any(|name| is_own(name));
        let opens = behind.trim_start().starts_with('{') || key.names.len() > 1;
        let is_id = |at: usize| at == 1 && opens && is_keyed(&path);
        let mut names = path.iter().enumerate().skip(if is_own { 0 } else { from });
        let of_map =
            from.checked_sub(1).and_then(|at| path.get(at)).is_some_and(|name| is_map(name));
        let kind = names.find_map(|(at, name)| {
            let name = name.strip_prefix("x-").unwrap_or(name);
            if is_id(at) || at < from && !is_own { None } else { self.kind(name, of_brief, of_map) }
        });
        let quoted = behind.trim_start().trim_start_matches(['[', '{', ' ']);
        let quoted = in_quotes(quoted).map_or("", |(inside, _)| inside);
        let is_behind = || quoted.len() < LONGEST && is_behind_tlp(quoted);
        if is_own {
            // Of a person's own keys only what is a label says what it is.
            let is_one = is_behind() || kind == Some(Key::Label) && label(quoted).is_some();
            return is_one.then_some(Key::Label);
        }
        // Nearly every key is known, and what a label is takes longer to say.
        let is_strange = || !of_map && !self.is_known(key, &path);
        let is_label = || is_behind() || label(quoted).is_some();
        kind.or_else(|| (is_strange() && is_label()).then_some(Key::Label))
    }

    /// Whether the format has a key where it stands.
    fn is_known(&self, key: &Written<'_>, path: &[&str]) -> bool {
        let Some(last) = path.last() else { return false };
        match table_of(self.heading) {
            Some(table) if key.above.is_empty() && key.names.len() == 1 => {
                table.key(last).is_some()
            }
            _ => schema::keys().any(|known| known.name == *last),
        }
    }

    /// What a word as a key marks by, if it does. In a map stand words that mean something else: `tl` is a
    /// language.
    fn kind(&self, key: &str, of_brief: bool, of_map: bool) -> Option<Key> {
        let letters = in_latin_letters(key);
        let letters = letters.chars().filter(|sign| sign.is_alphanumeric());
        let letters = letters.collect::<String>().to_lowercase();
        let in_brief = of_brief || self.below.as_ref().is_some_and(|below| below.is_brief);
        if letters == "handling" && in_brief {
            return Some(Key::Handling);
        }
        let is_slip =
            (2..=4).contains(&letters.len()) && strsim::osa_distance(&letters, "tlp") <= 1;
        let is_named = letters.contains("tlp") || letters.contains("trafficlight");
        let is_meant = is_named || !of_map && (is_slip || MEANT.contains(&letters.as_str()));
        let is_of_others = |name: &str| !matches!(name, "tlp" | "handling") && name == key;
        let is_known = || schema::keys().any(|known| is_of_others(known.name));
        (is_meant && !is_known()).then_some(Key::Label)
    }
}

/// Whether a name begins what is a person's own.
fn is_own(name: &str) -> bool {
    name.starts_with("x-")
}

fn is_table(names: &[&str]) -> bool {
    names.first().is_some_and(|first| sections::table(first).is_some())
}

/// Whether the second name of a path is an id.
fn is_keyed(path: &[&str]) -> bool {
    let table = path.first().and_then(|first| sections::table(first));
    table.is_some_and(|table| table.header == Header::Keyed)
}

/// Whether a key holds texts or lists by words that the format does not know.
fn is_map(name: &str) -> bool {
    schema::is_written(name, &[Syntax::TableOfTexts, Syntax::TableOfLists])
}

/// The table that a heading is one of.
fn table_of(heading: &[&str]) -> Option<&'static Table> {
    let (first, rest) = heading.split_first()?;
    let table = sections::table(first)?;
    let rest = if table.header == Header::Keyed { rest.get(1..).unwrap_or(&[]) } else { rest };
    rest.iter().try_fold(table, |table, name| table.key(name)?.records())
}

/// What stands behind a key.
#[derive(Default)]
struct Value {
    /// The label, if it is written as one and nothing contradicts it.
    read: Option<Marking>,
    named: Option<Marking>,
}

impl Value {
    fn of(behind: &str) -> Self {
        let value = behind.trim_start();
        let quoted = in_quotes(value).and_then(|(inside, rest)| Some((label(inside)?, rest)));
        let Some((read, rest)) = quoted else {
            return Self { read: None, named: label_word(part(value, ..comment(value))) };
        };
        let rest = without_signs(rest);
        let is_remark = ["//", "--", "/*", "<!--", "%"].iter().any(|sign| rest.starts_with(sign));
        let named = match label_word(rest) {
            Some(named) => named.max(read),
            None if is_remark || rest.is_empty() => read,
            // What stands behind it may be another one.
            None => Marking::Red,
        };
        Self { read: Some(read).filter(|read| named <= *read), named: Some(named) }
    }
}

/// Where the comment of a line begins, or its end.
fn comment(value: &str) -> usize {
    value.find('#').unwrap_or(value.len())
}

/// A text in quotes of one line, and what follows it.
fn in_quotes(value: &str) -> Option<(&str, &str)> {
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    value.get(1..)?.split_once(quote)
}

/// What stands behind the signs and comments that may follow a value.
fn without_signs(mut rest: &str) -> &str {
    loop {
        let is_sign = |sign: char| {
            sign.is_whitespace() || matches!(sign, ',' | ';' | '[' | ']' | '{' | '}' | '(' | ')')
        };
        rest = rest.trim_start_matches(is_sign);
        if !rest.starts_with('#') {
            return rest;
        }
        rest = part(rest, rest.find('\n').unwrap_or(rest.len())..);
    }
}
