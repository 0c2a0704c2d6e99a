//! The parts of a file in their order, as text.

use super::gap::go_above;
use super::part::{Entry, File, Part};
use super::value::{Margin, layout};
use crate::text;

/// How much further a record within a record is indented.
const STEP: usize = 2;
/// Columns of a line up to which its comment stands below those of other lines.
const SHORT: usize = 60;
/// Blanks before a comment on a line.
const BEFORE_COMMENT: usize = 2;

struct Writer {
    text: String,
    newline: &'static str,
}

/// The text of a file.
pub(super) fn write(mut taken: File<'_, '_>, newline: &'static str) -> String {
    let mut writer = Writer { text: String::new(), newline };
    let opening = opening(&mut taken.parts);
    let taken = taken.in_order();
    writer.paragraphs(&opening, 0);
    for part in taken.parts {
        writer.part(&part, taken.text);
    }
    writer.paragraphs(&taken.end, 0);
    writer.text
}

/// Takes the words about the whole file from what stands first in it and will stand elsewhere: all but
/// the paragraph at the header or key itself. `#:schema` is of the file wherever it stands.
fn opening<'t>(parts: &mut [Part<'_, 't>]) -> Vec<Vec<&'t str>> {
    let has_root = parts.first().is_some_and(|part| !part.entries.is_empty());
    let first = usize::from(!has_root);
    let lowest = parts.iter().skip(1).map(|part| part.rank.clone()).min();
    let Some(part) = parts.get_mut(first) else { return Vec::new() };
    let lowest_entry = part.entries.iter().map(|entry| &entry.rank).min();
    let stays = if has_root {
        part.entries.first().map(|entry| &entry.rank) == lowest_entry
    } else {
        Some(&part.rank) == lowest.as_ref()
    };
    if stays {
        return Vec::new();
    }
    let mut opening = std::mem::take(&mut part.lead);
    let own = if part.apart { None } else { opening.pop() };
    let (directives, own): (Vec<&str>, Vec<&str>) =
        own.into_iter().flatten().partition(|line| line.starts_with("#:"));
    if !directives.is_empty() {
        opening.insert(0, directives);
    }
    match part.entries.first_mut().filter(|_| has_root) {
        Some(entry) => entry.lead = own,
        None if !own.is_empty() => part.lead = vec![own],
        None => {}
    }
    part.apart = false;
    opening
}

impl Writer {
    fn line(&mut self, indent: usize, line: &str) {
        if !line.is_empty() {
            self.text.push_str(&" ".repeat(indent));
            self.text.push_str(line);
        }
        self.text.push_str(self.newline);
    }

    /// An empty line, unless nothing stands above it.
    fn apart(&mut self) {
        if !self.text.is_empty() {
            self.line(0, "");
        }
    }

    /// Paragraphs, each with an empty line above.
    fn paragraphs(&mut self, paragraphs: &[Vec<&str>], indent: usize) {
        for paragraph in paragraphs {
            self.apart();
            for line in paragraph {
                self.line(indent, line);
            }
        }
    }

    fn part(&mut self, part: &Part<'_, '_>, text: &str) {
        let indent = part.depth * STEP;
        if part.is_empty() {
            return;
        }
        self.paragraphs(&part.lead, indent);
        if part.lead.is_empty() || part.apart {
            self.apart();
        }
        if let Some(header) = &part.header {
            let column = end_column(indent, header) + BEFORE_COMMENT;
            self.commented(indent, header.clone(), column, &part.trail);
        }
        self.entries(&part.entries, indent, text);
        for line in &part.tail {
            self.line(indent, line);
        }
    }

    fn entries(&mut self, entries: &[Entry<'_, '_>], indent: usize, text: &str) {
        let longest = entries.iter().map(|entry| text::columns(&entry.key)).max().unwrap_or(0);
        let margin =
            Margin { indent, column: indent + longest + " = ".len(), newline: self.newline };
        let written: Vec<String> = entries
            .iter()
            .map(|entry| {
                let blanks = " ".repeat(longest - text::columns(&entry.key));
                let value = layout(entry.value, text, margin);
                format!("{}{blanks} = {value}", entry.key)
            })
            .collect();
        let commented = |(line, entry): &(&String, &Entry<'_, '_>)| {
            !entry.trail.is_empty() && !go_above(&entry.trail, line)
        };
        let short = written.iter().zip(entries).filter(commented);
        let short = short.map(|(line, _)| end_column(indent, line));
        let short = short.filter(|column| *column <= SHORT);
        let shared = short.max().unwrap_or(0);
        for (line, entry) in written.into_iter().zip(entries) {
            let above = go_above(&entry.trail, &line);
            let (above, trail) =
                if above { (&entry.trail[..], &[][..]) } else { (&[][..], &entry.trail[..]) };
            for comment in entry.lead.iter().chain(above) {
                self.line(indent, comment);
            }
            let column = shared.max(end_column(indent, &line)) + BEFORE_COMMENT;
            self.commented(indent, line, column, trail);
        }
    }

    /// A line with its comments, the first on it and all in one column.
    fn commented(&mut self, indent: usize, mut line: String, column: usize, trail: &[&str]) {
        let mut trail = trail.iter();
        if let Some(comment) = trail.next() {
            let blanks = column.saturating_sub(end_column(indent, &line));
            line.push_str(&" ".repeat(blanks));
            line.push_str(comment);
        }
        self.line(indent, &line);
        for comment in trail {
            self.line(column, comment);
        }
    }
}

/// The column behind a line that is written with an indent; what follows a line end within it has none.
fn end_column(indent: usize, line: &str) -> usize {
    match line.rsplit_once('\n') {
        Some((_, last)) => text::columns(last),
        None => indent + text::columns(line),
    }
}
