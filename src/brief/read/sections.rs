//! The parts of a file: what names a table, as TOML writes it or not, and the keys that stand below.

use super::statement::{self, End, is_bare, is_key};
use crate::brief::others;
use crate::brief::schema::{self, Table};
use crate::text::{nearest, part};
use std::ops::Range;

/// Lines below a heading that may say whether it is one.
const LOOKED_AT: usize = 4;

/// Most names in a heading: `event claim c1 {`, and one to spare.
const MOST_NAMES: usize = 4;

/// A line that names a table.
pub(super) struct Heading<'t> {
    /// Without the blanks and the comment around it.
    pub(super) at: Range<usize>,
    pub(super) names: Vec<&'t str>,
    pub(super) brackets: Brackets,
    /// Whether a statement begins behind it on its line.
    pub(super) has_statement: bool,
}

/// How a heading is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Brackets {
    /// `[name]`
    One,
    /// `[[name]]`
    Two,
    /// In a way that is no TOML: `[name]]`, `name:`.
    Others,
}

/// A key below a heading.
pub(super) struct Entry<'t> {
    pub(super) key: &'t str,
    /// Its statement, with the line feed.
    pub(super) at: Range<usize>,
}

/// Whether every key that a record of a table needs stands among these.
pub(super) fn is_whole(table: &Table, entries: &[Entry<'_>]) -> bool {
    let mut required = table.keys.iter().filter(|key| key.required);
    required.all(|key| entries.iter().any(|entry| entry.key == key.name))
}

/// A heading with what stands below it.
pub(super) struct Section<'t> {
    pub(super) range: Range<usize>,
    /// The part before the first heading has none.
    pub(super) heading: Option<Heading<'t>>,
    pub(super) entries: Vec<Entry<'t>>,
}

impl Section<'_> {
    /// Where what stands below its heading begins.
    pub(super) fn body(&self, text: &str) -> usize {
        match &self.heading {
            None => self.range.start,
            Some(heading) if heading.has_statement => heading.at.end,
            Some(heading) => statement::line_end(text, heading.at.end),
        }
    }

    /// The table whose records it belongs within, if it is of one inside others.
    pub(super) fn holder(&self) -> Option<&'static Table> {
        let (first, rest) = self.heading.as_ref()?.names.split_first()?;
        let table = table(first)?;
        let is_inner = |name: &&str| table.key(name).is_some_and(|key| key.records().is_some());
        rest.iter().any(is_inner).then_some(table)
    }
}

/// The parts of a file, each from one heading to the next.
pub(super) fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections = vec![Section { range: 0..0, heading: None, entries: Vec::new() }];
    let mut at = 0;
    while at < text.len() {
        let end = statement::line_end(text, at);
        let line = part(text, at..end);
        if let Some(heading) = heading(line, at, part(text, end..)) {
            let next = if heading.has_statement { heading.at.end } else { end };
            sections.push(Section { range: at..next, heading: Some(heading), entries: Vec::new() });
            at = next;
            continue;
        }
        let entry = key(line);
        // What looks like a heading in a text or list that is closed is a part of it.
        let next = match entry.and_then(|_| text.get(at..)).map(statement::end) {
            Some(End::Whole(length)) => at + length,
            Some(End::Unclosed(..)) | None => end,
        };
        if let Some(section) = sections.last_mut() {
            section.range.end = next;
            section.entries.extend(entry.map(|key| Entry { key, at: at..next }));
        }
        at = next;
    }
    sections.retain(|section| !section.range.is_empty());
    sections
}

/// The key that a line begins with, also as YAML or JSON writes it.
pub(super) fn key(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = line.strip_prefix("- ").unwrap_or(line);
    let (key, _) = line.split_once(['=', ':'])?;
    let key = key.trim().trim_matches(['"', '\'']);
    (!key.is_empty() && key.chars().all(is_key)).then_some(key)
}

/// The table or the table inside records that a word names, also in the plural or with capitals.
pub(super) fn table(word: &str) -> Option<&'static Table> {
    in_singular(word, |word| schema::table(word).or_else(|| schema::inner_table(word)))
}

/// What a word names, or its singular; capitals do not count.
pub(super) fn in_singular<T>(word: &str, named: impl Fn(&str) -> Option<T>) -> Option<T> {
    let lower = word.to_ascii_lowercase();
    named(&lower).or_else(|| named(lower.strip_suffix('s')?))
}

/// Other words for tables.
const OTHERS: &[(&str, &str)] = &[
    ("article", "source"),
    ("assessment", "judgement"),
    ("country", "actor"),
    ("document", "source"),
    ("faq", "qa"),
    ("group", "actor"),
    ("incident", "event"),
    ("location", "place"),
    ("organisation", "actor"),
    ("organization", "actor"),
    ("outlet", "publisher"),
    ("person", "actor"),
    ("question", "qa"),
    ("reference", "source"),
    ("relation", "link"),
    ("relationship", "link"),
    ("state", "actor"),
];

/// The table that a misspelt word names, or another word.
pub(super) fn near(word: &str) -> Option<&'static Table> {
    if let Some(name) = in_singular(word, |word| others::meant(OTHERS, word)) {
        return table(name);
    }
    // A word of two letters is like too many.
    let word = Some(word).filter(|word| word.len() > 2)?;
    table(nearest(word, schema::tables().map(|table| table.name))?)
}

/// The heading in a line, if it is one or was meant as one.
fn heading<'t>(line: &'t str, start: usize, below: &str) -> Option<Heading<'t>> {
    // Other blanks than these are none to TOML.
    let written = line.trim_matches([' ', '\t', '\r', '\n']);
    let seen = written.trim_start_matches(|sign: char| !sign.is_ascii() && !sign.is_alphanumeric());
    let found = bracketed(seen).or_else(|| bare(seen))?;
    let Found { heading: at, names, mut brackets, is_parted, has_statement } = found;
    if seen.len() < written.len() {
        brackets = Brackets::Others;
    }
    let first = *names.first()?;
    let is_exact = schema::table(first).is_some() || first.starts_with("x-");
    let is_toml = brackets != Brackets::Others;
    let is_word = |name: &&str| name.starts_with(|first: char| first.is_ascii_alphabetic());
    // Behind a list that is not closed may stand `["a"]`.
    let is_plain = is_toml && !at.contains(['"', '\'']) && names.iter().all(is_word);
    let is_heading = (is_exact && at.starts_with('[') && is_parted)
        || is_plain
        || holds(table(first).or_else(|| near(first)), &names, below);
    let hidden = written.len() - seen.len();
    let from = start + at.as_ptr().addr() - line.as_ptr().addr();
    let at = from - hidden..from + at.len();
    is_heading.then_some(Heading { at, names, brackets, has_statement })
}

/// Whether a key of a table stands below its heading.
fn holds(table: Option<&'static Table>, names: &[&str], below: &str) -> bool {
    let Some(table) = table else { return false };
    let inner = names.iter().skip(1).filter_map(|name| {
        let key = table.key(&name.to_ascii_lowercase())?;
        key.records()
    });
    let tables: Vec<&Table> = inner.chain([table]).collect();
    let lines = below.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT);
    lines
        .filter_map(key)
        .any(|key| key == "id" || tables.iter().any(|table| table.key(key).is_some()))
}

/// What looks like a heading.
struct Found<'t> {
    heading: &'t str,
    names: Vec<&'t str>,
    brackets: Brackets,
    /// Whether points part its names.
    is_parted: bool,
    has_statement: bool,
}

/// A heading in brackets of any kind and number.
fn bracketed(line: &str) -> Option<Found<'_>> {
    let inner = line.trim_start_matches(['[', '{', '(', '<']);
    let opened = line.strip_suffix(inner).filter(|opened| !opened.is_empty())?;
    let closes = |sign: char| matches!(sign, ']' | '}' | ')' | '>');
    let end = inner.find(|sign: char| closes(sign) || sign == '#').unwrap_or(inner.len());
    let (inner, rest) = inner.split_at_checked(end)?;
    let behind = rest.trim_start_matches(closes);
    let closing = rest.strip_suffix(behind)?;
    let (names, is_parted) = names(inner)?;
    // `[[event]]:` is no prose, `[event] was` is.
    let comment = behind.find('#').unwrap_or(behind.len());
    let junk = behind.get(..comment)?.trim_matches([' ', '\t']);
    let is_comment = ["//", "--", "/*", "<!--", ";"].iter().any(|sign| junk.starts_with(sign));
    let is_sign = |sign: char| matches!(sign, ':' | ';' | ',' | '.' | '=') || !sign.is_ascii();
    let is_alone = is_comment || junk.chars().all(is_sign);
    let has_statement = !is_alone && key(behind).is_some();
    let is_toml = is_parted && (junk.is_empty() || has_statement);
    let brackets = match (opened, closing) {
        ("[", "]") if is_toml => Brackets::One,
        ("[[", "]]") if is_toml => Brackets::Two,
        _ => Brackets::Others,
    };
    let length = line.len() - behind.len() + if is_alone { comment } else { 0 };
    let heading = line.get(..length)?.trim_end_matches([' ', '\t']);
    (is_alone || has_statement).then_some(Found {
        heading,
        names,
        brackets,
        is_parted,
        has_statement,
    })
}

/// A heading without a bracket before it: `event:`, `source.s2`, `- event e2 {`.
fn bare(line: &str) -> Option<Found<'_>> {
    let comment = line.find('#').unwrap_or(line.len());
    let heading = line.get(..comment)?.trim_end();
    let inner = heading.trim_start_matches(['-', '*', ' ', '\t']);
    let inner = inner.trim_end_matches([':', '{', '[', ']', ' ']);
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || " .-_:".contains(sign);
    // Before anything is made of it: every line of every file comes by here.
    let (names, is_parted) =
        Some(inner).filter(|inner| inner.chars().all(is_plain)).and_then(names)?;
    let is_name = table(names.first()?).is_some();
    let brackets = Brackets::Others;
    is_name.then_some(Found { heading, names, brackets, is_parted, has_statement: false })
}

/// The names of a heading, and whether points part them; none where it holds what no name does.
fn names(inner: &str) -> Option<(Vec<&str>, bool)> {
    let inner = inner.trim();
    let quoted = Some(inner).filter(|inner| inner.contains(['"', '\''])).and_then(quoted_names);
    let is_quoted = quoted.is_some();
    let names = quoted.unwrap_or_else(|| {
        let parts = inner.split(['.', ' ', '\t', ',', '/', ':', '"', '\'']);
        parts.filter(|name| !name.is_empty()).collect()
    });
    let is_name = |name: &str| !name.is_empty() && name.chars().all(is_bare);
    let is_parted = is_quoted || inner.split('.').map(str::trim).all(is_name);
    let is_value = names.iter().any(|name| name.contains('='));
    let fits = (1..=MOST_NAMES).contains(&names.len()) && !is_value;
    fits.then_some((names, is_parted))
}

/// Names of which some stand in quotes.
fn quoted_names(inner: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    let mut rest = inner;
    loop {
        let first = rest.chars().next()?;
        let (name, behind) = if matches!(first, '"' | '\'') {
            rest.get(1..)?.split_once(first)?
        } else {
            rest.split_at_checked(rest.find('.').unwrap_or(rest.len()))?
        };
        names.push(name.trim());
        let behind = behind.trim_start();
        if behind.is_empty() {
            return Some(names);
        }
        rest = behind.strip_prefix('.')?.trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(Vec<&str>, Brackets)> {
        let heading = heading(line, 0, "id = \"a\"\n")?;
        Some((heading.names, heading.brackets))
    }

    #[test]
    fn what_looks_like_a_heading_is_one() {
        use Brackets::{One, Others, Two};
        for (line, names, brackets) in [
            ("[brief]", &["brief"][..], One),
            ("  [[event.claim]] # x", &["event", "claim"], Two),
            ("[source.\"a.b\"]", &["source", "a.b"], One),
            ("[[event]", &["event"], Others),
            ("[event]]", &["event"], Others),
            ("[[claim]]", &["claim"], Two),
            ("[x-a]", &["x-a"], One),
            ("[[ event ]] :", &["event"], Others),
            ("[source s2]", &["source", "s2"], Others),
            ("[[event,claim]]", &["event", "claim"], Others),
            ("{{Event}}", &["Event"], Others),
            ("[[event]] id = 1", &["event"], Two),
            ("event:", &["event"], Others),
            ("- events", &["events"], Others),
            ("source.s2", &["source", "s2"], Others),
            ("source s2 {", &["source", "s2"], Others),
            ("[incident]", &["incident"], One),
        ] {
            assert_eq!(read(line), Some((names.to_vec(), brackets)), "{line}");
        }
    }

    #[test]
    fn what_only_begins_as_a_heading_is_none() {
        for line in [
            "[see note]",
            "[1]",
            "[\"a\"]",
            "[event] was",
            "[event = 1",
            "",
            "# event:",
            "[[id]]",
            "title = \"event\"",
            "The event of the year",
            "[@note]",
            "{ from = 1 }",
        ] {
            let found = read(line).filter(|(names, _)| names != &["id"]);
            assert_eq!(found, None, "{line}");
        }
    }
}
