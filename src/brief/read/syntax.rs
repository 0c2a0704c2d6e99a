//! The syntax of one file: its tables as the parser finds them, its errors in our words, and the
//! headers that would hide the records of others.

use super::places::Places;
use super::slip::{Fault, Slip};
use crate::brief::context::{AS_MEANT, Context, quoted};
use crate::brief::schema::{self, Header, Table};
use crate::diag::Code;
use crate::text;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Syntax errors of one file that are told one by one.
const MOST_SYNTAX_ERRORS: usize = 100;

/// Syntax errors after which a file is not read on: the parser keeps each of them, and a file can
/// have one for every second byte.
const MOST_ERRORS_KEPT: usize = 1000;

/// Bytes of a file with errors that are parsed before its errors are counted. They grow by half
/// until there are too many or the file ends, so that the errors of no more than a third of it are
/// kept at one time beyond the limit.
const STEP: usize = 128 * 1024;

/// Headers are looked for in tables within tables down to here; deeper ones belong to no record.
const DEEPEST_HEADER: usize = 8;

/// What the parser says of a key or header given twice.
const DUPLICATE: &str = "duplicate key";

/// Tables and errors.
pub(super) struct Parsed<'i> {
    pub(super) root: DeTable<'i>,
    pub(super) errors: Vec<toml::de::Error>,
}

/// Parses a text with all of its errors.
pub(super) fn parse(text: &str) -> Parsed<'_> {
    let (root, errors) = DeTable::parse_recoverable(text);
    Parsed { root: root.into_inner(), errors }
}

/// The part of a file that is read: all of it, or the lines before the one with an error too many.
pub(super) fn readable(raw: &str) -> &str {
    // The strict parser stops at the first error and costs no more than reading does.
    if raw.len() <= STEP || DeTable::parse(raw).is_ok() {
        return raw;
    }
    let mut end = 0;
    while end < raw.len() {
        end = (end + STEP.max(end / 2)).min(raw.len());
        end += raw.bytes().skip(end).take_while(|byte| byte & 0b1100_0000 == 0b1000_0000).count();
        let part = raw.get(..end).unwrap_or(raw);
        let (_, errors) = DeTable::parse_recoverable(part);
        if errors.len() <= MOST_ERRORS_KEPT {
            continue;
        }
        let mut places: Vec<usize> =
            errors.iter().map(|error| error.span().map_or(end, |span| span.start)).collect();
        places.sort_unstable();
        let last = places.get(MOST_ERRORS_KEPT).copied().unwrap_or(end);
        let line = part.get(..last).and_then(|before| before.rfind('\n'));
        return text::part(part, ..line.map_or(0, |line| line + 1));
    }
    raw
}

/// A header or key that makes one table where an array of tables is to be.
pub(super) struct Misplaced {
    pub(super) table: &'static Table,
    /// The name of the table.
    pub(super) key: Range<usize>,
    /// The whole header of a table inside it: `[[event.claim]]` before any `[[event]]`.
    pub(super) header: Option<Range<usize>>,
}

/// A text without the headers that would hide records. Every byte has the place that it had.
pub(super) struct Mended {
    pub(super) text: String,
    pub(super) misplaced: Vec<Misplaced>,
}

/// Makes `[event]` and `[[event.claim]]` above the first `[[event]]` tables that nobody reads:
/// TOML takes them for the one table `event`, and every `[[event]]` after them for its repetition.
/// `None` where nothing of the kind stands.
pub(super) fn mend(text: &str, parsed: &Parsed<'_>) -> Option<Mended> {
    let mut misplaced = Vec::new();
    for table in schema::TABLES.iter().copied().filter(|table| table.header == Header::Many) {
        let Some((key, value)) = parsed.root.get_key_value(table.name) else { continue };
        if matches!(value.get_ref(), DeValue::Array(_)) {
            continue;
        }
        let mut headers = Vec::new();
        headers_in(text, value, 0, &mut headers);
        // The first `[[event]]` is an error of the parser, at its key.
        let first = parsed.errors.iter().filter(|error| error.message() == DUPLICATE);
        let first = first.filter_map(toml::de::Error::span).map(|span| span.start);
        let first = first.filter(|at| many_header_at(text, *at, table.name)).min();
        let above = |header: &Range<usize>| first.is_none_or(|first| header.start < first);
        let mut keys = vec![Misplaced { table, key: key.span(), header: None }];
        for header in headers.into_iter().filter(above) {
            if let Some((key, inner)) = first_key(text, &header) {
                keys.push(Misplaced { table, key, header: inner.then_some(header) });
            }
        }
        keys.sort_by_key(|found| (found.key.start, found.header.is_none()));
        keys.dedup_by_key(|found| found.key.start);
        // Below `[event]` they are its own, and it is the one to be changed.
        let bare = keys.iter().position(|found| found.header.is_none());
        misplaced.push((keys, bare));
    }
    if misplaced.is_empty() {
        return None;
    }
    let mut mended = text.as_bytes().to_vec();
    for found in misplaced.iter().flat_map(|(keys, _)| keys) {
        // A name of a person's own, of the same length.
        for (at, byte) in mended.iter_mut().take(found.key.end).skip(found.key.start).enumerate() {
            *byte = if at == 0 { b'x' } else { b'-' };
        }
    }
    let misplaced = misplaced
        .into_iter()
        .flat_map(|(keys, bare)| keys.into_iter().take(bare.map_or(usize::MAX, |bare| bare + 1)))
        .collect();
    Some(Mended { text: String::from_utf8(mended).ok()?, misplaced })
}

/// The places of the headers `[a]` and `[[a]]` that made a value and what is in it.
fn headers_in(
    text: &str,
    value: &Spanned<DeValue<'_>>,
    depth: usize,
    headers: &mut Vec<Range<usize>>,
) {
    if depth > DEEPEST_HEADER {
        return;
    }
    match value.get_ref() {
        DeValue::Table(table) => {
            let span = value.span();
            if text.get(span.clone()).is_some_and(|written| written.starts_with('[')) {
                headers.push(span);
            }
            for (_, inner) in table {
                headers_in(text, inner, depth + 1, headers);
            }
        }
        DeValue::Array(array) => {
            for inner in &**array {
                headers_in(text, inner, depth + 1, headers);
            }
        }
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_) => {}
    }
}

/// The first key of a header with its quotes, and whether another follows it.
fn first_key(text: &str, header: &Range<usize>) -> Option<(Range<usize>, bool)> {
    let written = text.get(header.clone())?;
    let key = written.trim_start_matches(['[', ' ', '\t']);
    let start = header.start + written.len() - key.len();
    let length = match key.chars().next()? {
        quote @ ('"' | '\'') => key.get(1..)?.find(quote)? + 2,
        _ => key.find(['.', ']', ' ', '\t'])?,
    };
    let rest = key.get(length..)?.trim_start_matches([' ', '\t']);
    Some((start..start + length, rest.starts_with('.')))
}

/// Whether a key at a place stands alone in a header with two brackets.
fn many_header_at(text: &str, at: usize, name: &str) -> bool {
    let before = text::part(text, ..at).trim_end_matches([' ', '\t']);
    let key = text::part(text, at..);
    let key = key.strip_prefix(['"', '\'']).unwrap_or(key);
    let after = key.strip_prefix(name).map(|rest| rest.trim_start_matches(['"', '\'', ' ', '\t']));
    before.ends_with("[[") && after.is_some_and(|rest| rest.starts_with(']'))
}

/// Whether there is a fault that may hide what stands below it; a key given twice does not.
pub(super) fn is_faulty(parsed: &Parsed<'_>) -> bool {
    parsed.errors.iter().any(|error| error.message() != DUPLICATE)
}

/// Tells the faults and errors of a text of which `read` bytes are read.
pub(super) fn tell(
    context: &mut Context<'_>,
    (faults, errors): (&[Fault], &[toml::de::Error]),
    places: &Places,
    read: usize,
) {
    let end = read;
    let mut seen = BTreeSet::new();
    for fault in faults {
        if !fault.unread.is_empty() {
            context.broken.push(fault.at.start);
        }
        seen.insert((fault.at.start, ""));
        if seen.len() <= MOST_SYNTAX_ERRORS {
            tell_fault(context, fault);
        }
    }
    for error in errors {
        let range = error.span().map_or(end..end, |span| places.written(span));
        if !seen.insert((range.start, error.message())) {
            continue;
        }
        context.broken.push(range.start);
        if seen.len() > MOST_SYNTAX_ERRORS {
            continue;
        }
        if error.message() == DUPLICATE {
            duplicate_key(context, range);
        } else {
            let words: String = error.message().chars().take(200).collect();
            let message = text!["not valid TOML: ", text::clean_line(&words, |_| {})];
            context.report(Code::E001, range, message);
        }
    }
    context.broken.sort_unstable();
    if read < context.raw.len() {
        let line = context.line(&(read..read));
        let message = text![
            "not valid TOML: more than ",
            MOST_ERRORS_KEPT,
            " faults; nothing from line ",
            line,
            " on is read"
        ];
        context.report(Code::E001, end..end, message);
    } else if seen.len() > MOST_SYNTAX_ERRORS {
        let rest = seen.len() - MOST_SYNTAX_ERRORS;
        context.report(Code::E001, end..end, text!["not valid TOML: ", rest, " more faults"]);
    }
}

/// Tells a fault, with the lines that are not read because of it.
fn tell_fault(context: &mut Context<'_>, fault: &Fault) {
    let Fault { at, unread, slip, help, see } = fault;
    let part = if slip.is_of_header() { at } else { unread };
    let mut message = slip.message(text::part(context.raw, part.clone()));
    if let Some(see) = see {
        message = text![message, " (line ", context.line(&(*see..*see)), ")"];
    }
    let last =
        unread.start + context.raw.get(unread.clone()).map_or(0, |part| part.trim_end().len());
    let (first, last) = (context.line(unread), context.line(&(last..last)));
    let message = match (unread.is_empty(), first == last) {
        // What stands there may have a fault of its own.
        (true, _) if *slip == Slip::NoQuotes => text![message, "; it is read as if it had them"],
        (true, _) => text![message, AS_MEANT],
        (false, true) => text![message, "; line ", first, " is not read"],
        (false, false) => text![message, "; lines ", first, "-", last, " are not read"],
    };
    let help = help.as_ref().map(|help| text::clean_line(help, |_| {})).or_else(|| slip.help());
    context.report_with(slip.code(), at.clone(), message, help);
}

/// `duplicate key` of the parser: an id used twice when it stands in a header, else a key.
fn duplicate_key(context: &mut Context<'_>, range: Range<usize>) {
    let key = quoted(text::part(context.raw, range.clone()));
    let line = context.line(&range);
    let header = header_of(context.sources.raw_line(context.source, line));
    if !header.starts_with('[') {
        let line = context.sources.raw_line(context.source, line).trim_start();
        // Of a table in braces nothing is read.
        let is_read = line.trim_start_matches(['"', '\'']).starts_with(key.as_str());
        let which = if is_read { "; the first one is read" } else { "" };
        let message = text!["the key `", key, "` stands twice in one table", which];
        let help = text!["keep one of them, or put both values into one"];
        context.report_with(Code::E001, range, message, Some(help));
        return;
    }
    let first = context.raw.lines().position(|line| header_of(line) == header);
    let message = match first {
        Some(first) if first + 1 < line => {
            text!["`", quoted(header), "` is already at line ", first + 1]
        }
        _ => text!["`", quoted(header), "` is already a table of this file"],
    };
    let help = if header == "[brief]" {
        text!["a file holds one brief: move the second one into a file of its own"]
    } else {
        text!["give one of them another id"]
    };
    context.report_with(Code::E011, range, message, Some(help));
}

/// A line without its comment and blanks.
fn header_of(line: &str) -> &str {
    line.split_once('#').map_or(line, |(before, _)| before).trim()
}
