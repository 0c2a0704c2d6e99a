//! A file in its parts: what stands before the first header, and each header with its keys. Comments go
//! with what they stand at.

use super::cut;
use super::gap::Gap;
use super::order::{self, Names, Rank};
use std::ops::Range;
use toml_edit::{Item, Value};

/// A key with its value.
#[derive(Debug)]
pub(super) struct Entry<'d, 't> {
    pub(super) rank: Vec<Rank>,
    pub(super) key: String,
    pub(super) value: &'d Value,
    /// Comments above it.
    pub(super) lead: Vec<&'t str>,
    /// Comments on its line.
    pub(super) trail: Vec<&'t str>,
}

/// A header with what stands below it, or what stands above the first one.
#[derive(Debug)]
pub(super) struct Part<'d, 't> {
    pub(super) rank: Vec<Rank>,
    /// As written; nothing above the first header.
    pub(super) header: Option<String>,
    /// Where the header stands in the file.
    pub(super) at: usize,
    /// Where it stands with the comments that are its own.
    pub(super) range: Range<usize>,
    /// How far it is below the record that it belongs to.
    pub(super) depth: usize,
    /// Paragraphs of comments above it.
    pub(super) lead: Vec<Vec<&'t str>>,
    /// Whether an empty line stands between the last of them and the header.
    pub(super) apart: bool,
    /// Comments on the line of the header.
    pub(super) trail: Vec<&'t str>,
    pub(super) entries: Vec<Entry<'d, 't>>,
    /// Comments below its last line.
    pub(super) tail: Vec<&'t str>,
}

/// A file in its parts, in the order of the file.
#[derive(Debug)]
pub(super) struct File<'d, 't> {
    pub(super) text: &'t str,
    /// The first is what stands above all headers.
    pub(super) parts: Vec<Part<'d, 't>>,
    /// Paragraphs of comments at the end.
    pub(super) end: Vec<Vec<&'t str>>,
}

/// A header or an entry, before its comments are found.
enum Thing<'d> {
    Header { rank: Vec<Rank>, depth: usize },
    Entry { rank: Vec<Rank>, value: &'d Value },
}

impl<'d, 't> File<'d, 't> {
    /// Takes a file apart.
    pub(super) fn of(document: &'d toml_edit::Document<&'t str>, text: &'t str) -> Self {
        let root = document.as_table();
        let names = if order::has_id_twice(root) { Names::TablesAsWritten } else { Names::Tables };
        let mut things = Vec::new();
        entries(root, names, &mut things);
        headers(root, names, &mut Way::default(), &mut things);
        things.sort_by_key(|(range, _)| range.start);
        let mut taken = Self { text, parts: vec![Part::empty()], end: Vec::new() };
        let mut gap = Gap::at(text, 0);
        for (range, thing) in things {
            let next = Gap::after(text, range.clone());
            let start = gap.end;
            taken.take((start, range), thing, gap);
            taken.trail(&next);
            gap = next;
        }
        taken.end = taken.without_tail(gap, true);
        taken
    }

    /// The parts, and the keys of each, in the order of the layout.
    pub(super) fn in_order(mut self) -> Self {
        for part in &mut self.parts {
            part.entries.sort_by(|one, other| one.rank.cmp(&other.rank));
        }
        self.parts.sort_by(|one, other| one.rank.cmp(&other.rank));
        self
    }

    /// Which part a place of the text stands in, where the parts are in the order of the text.
    pub(super) fn part_at(&self, place: usize) -> usize {
        self.parts.partition_point(|part| part.at <= place).saturating_sub(1)
    }

    /// Where the header of a part stands.
    pub(super) fn header(&self, part: usize) -> Range<usize> {
        let Some(part) = self.parts.get(part) else { return 0..0 };
        let rest = cut(self.text, part.at..self.text.len());
        let header = rest.split(['\n', '#']).next().unwrap_or(rest).trim_end();
        part.at..part.at + header.len()
    }

    /// Adds a thing, with the comments before it that are its own.
    fn take(&mut self, (start, range): (usize, Range<usize>), thing: Thing<'d>, gap: Gap<'t>) {
        match thing {
            Thing::Header { rank, depth } => {
                let apart = gap.apart_after;
                let own = if apart { range.start } else { gap.last_start };
                let lead = self.without_tail(gap, apart);
                let own = if lead.is_empty() { range.start } else { own };
                self.parts.push(Part {
                    rank,
                    header: Some(without_blanks(cut(self.text, range.clone()))),
                    at: range.start,
                    range: own..range.end,
                    depth,
                    lead,
                    apart,
                    ..Part::empty()
                });
            }
            Thing::Entry { rank, value } => {
                let written = cut(self.text, start..range.start).trim_end();
                let key = without_blanks(written.strip_suffix('=').unwrap_or(written));
                let is_first = self.parts.len() == 1;
                let Some(part) = self.parts.last_mut() else { return };
                let mut entry = Entry { rank, key, value, lead: Vec::new(), trail: Vec::new() };
                if is_first && part.entries.is_empty() {
                    // The words at the beginning are of the file; see `write::opening`.
                    part.lead = gap.paragraphs;
                    part.apart = gap.apart_after;
                } else {
                    entry.lead = gap.paragraphs.concat();
                }
                part.entries.push(entry);
            }
        }
    }

    /// The paragraphs of a gap without the first one, where it stands close below the last line and away
    /// from what follows: that is the last line's.
    fn without_tail(&mut self, gap: Gap<'t>, apart_after: bool) -> Vec<Vec<&'t str>> {
        let mut paragraphs = gap.paragraphs;
        let away = paragraphs.len() > 1 || apart_after;
        let Some(part) = self.parts.last_mut() else { return paragraphs };
        if !part.is_empty() && away && !gap.apart_before && !paragraphs.is_empty() {
            part.tail = paragraphs.remove(0);
            part.range.end = gap.first_end;
        }
        paragraphs
    }

    /// Gives the last thing the comments on its line.
    fn trail(&mut self, gap: &Gap<'t>) {
        let Some(part) = self.parts.last_mut() else { return };
        part.range.end = gap.trail_end;
        match part.entries.last_mut() {
            Some(entry) => entry.trail.clone_from(&gap.trail),
            None => part.trail.clone_from(&gap.trail),
        }
    }
}

impl Part<'_, '_> {
    /// Whether neither a header nor a key stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.header.is_none() && self.entries.is_empty()
    }

    fn empty() -> Self {
        Self {
            rank: Vec::new(),
            header: None,
            at: 0,
            range: 0..0,
            depth: 0,
            lead: Vec::new(),
            apart: false,
            trail: Vec::new(),
            entries: Vec::new(),
            tail: Vec::new(),
        }
    }
}

/// The way from the top of a file to a table.
#[derive(Clone, Default)]
struct Way {
    rank: Vec<Rank>,
    /// How many names it has.
    names: usize,
    /// How many names a record of its first table has.
    own: usize,
}

/// The keys of one table, dotted ones included.
fn entries<'d>(
    table: &'d toml_edit::Table,
    names: Names,
    things: &mut Vec<(Range<usize>, Thing<'d>)>,
) {
    for (keys, value) in table.get_values() {
        let Some(range) = value.span() else { continue };
        let mut names = names;
        let mut rank = Vec::new();
        for key in keys {
            let first = key.span().map_or(usize::MAX, |span| span.start);
            let (own, below) = names.step(key.get(), first);
            rank.push(own);
            names = below;
        }
        things.push((range, Thing::Entry { rank, value }));
    }
}

/// The headers below a table.
fn headers<'d>(
    table: &'d toml_edit::Table,
    names: Names,
    way: &mut Way,
    things: &mut Vec<(Range<usize>, Thing<'d>)>,
) {
    for (name, item) in table {
        let (rank, below) = names.step(name, order::first(table.key(name), item));
        let mut way = way.clone();
        if way.names == 0 {
            way.own = Names::header_names(name);
        }
        way.names += 1;
        way.rank.push(rank);
        match item {
            Item::Table(inner) => record(inner, below, &mut way, things),
            Item::ArrayOfTables(tables) => {
                for (index, inner) in tables.iter().enumerate() {
                    way.rank.push((index, 0));
                    record(inner, below, &mut way, things);
                    way.rank.pop();
                }
            }
            Item::Value(_) | Item::None => {}
        }
    }
}

fn record<'d>(
    table: &'d toml_edit::Table,
    names: Names,
    way: &mut Way,
    things: &mut Vec<(Range<usize>, Thing<'d>)>,
) {
    let own = !table.is_implicit() && !table.is_dotted();
    if let Some(range) = table.span().filter(|_| own) {
        let depth = way.names.saturating_sub(way.own);
        things.push((range, Thing::Header { rank: way.rank.clone(), depth }));
        entries(table, names, things);
    }
    headers(table, names, way, things);
}

/// A key or header without the blanks between its names; what stands in quotes is left alone.
pub(super) fn without_blanks(written: &str) -> String {
    let mut quote = None;
    let mut escaped = false;
    let keep = |letter: &char| {
        match (quote, *letter) {
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                return true;
            }
            (Some(open), letter) if letter == open && !escaped => quote = None,
            (None, '"' | '\'') => quote = Some(*letter),
            (None, ' ' | '\t') => return false,
            (Some(_) | None, _) => {}
        }
        escaped = false;
        true
    };
    written.chars().filter(keep).collect()
}
