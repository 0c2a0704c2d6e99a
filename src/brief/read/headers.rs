//! Headers that are not written as the format writes them, and what each was meant as.
//!
//! What stands below such a header would fall to the record above it, or be read by nobody.

use super::blocks::{holder, holder_without_id, quoted_value, second_record};
use super::header_names::{Meant, by_keys, fits, has_id, inner, is_parted_id, meant_many, slug};
use super::named::{is_toml, trimmed};
use super::places::Places;
use super::sections::{self, Brackets, Entry, Heading, Section};
use super::slip::{Fault, Slip};
use super::spot;
use crate::brief::schema::{self, Header, Key, Syntax, Table};
use crate::brief::{Marking, Slug};
use crate::text::{nearest, part};
use std::collections::BTreeMap;
use std::ops::Range;

/// A text in which every header is written as it was meant, where that is plain.
pub(super) struct Mended {
    pub(super) text: String,
    pub(super) places: Places,
    /// With their places in the text as it is written.
    pub(super) faults: Vec<Fault>,
}

/// Writes the headers as they were meant; none where all are as they should be.
pub(super) fn mend(text: &str) -> Option<Mended> {
    let mut mending = Mending {
        text,
        changes: Vec::new(),
        faults: Vec::new(),
        record: None,
        above: Vec::new(),
        holder: None,
        stranger: None,
        keyed: BTreeMap::new(),
    };
    for section in sections::sections(text) {
        mending.section(&section);
    }
    let Mending { changes, faults, .. } = mending;
    // Most files have no fault, and none is copied for nothing.
    if faults.is_empty() {
        return None;
    }
    let (text, places) = Places::edit(text, changes);
    Some(Mended { text, places, faults })
}

struct Mending<'t> {
    text: &'t str,
    /// In the order of the text.
    changes: Vec<(Range<usize>, String)>,
    faults: Vec<Fault>,
    /// The last record that has its id in its header.
    record: Option<(&'static Table, String)>,
    /// The names of the heading above, if it is that of a record.
    above: Vec<String>,
    /// The id of the last record that holds others, and where its header stands.
    holder: Option<(String, usize)>,
    /// The last heading of several records, if no table of the format has its name.
    stranger: Option<Range<usize>>,
    /// Where each record that has its id in its header begins.
    keyed: BTreeMap<String, usize>,
}

impl Mending<'_> {
    fn section(&mut self, section: &Section<'_>) {
        let Some(heading) = &section.heading else { return };
        let above = std::mem::take(&mut self.above);
        let meant = self.meant(heading, section);
        let is_known = |first: &&str| sections::table(first).is_some() || first.starts_with("x-");
        if meant.is_none() && !heading.names.first().is_some_and(is_known) {
            // `[note]` between an event and its claims takes nothing from the event.
            self.stranger = (heading.brackets == Brackets::Two)
                .then(|| heading.at.clone())
                .or(self.stranger.take());
            return;
        }
        let Some(meant) = meant else {
            self.keys_of_record(&above, heading, section);
            return;
        };
        let outer = schema::above(meant.table);
        if outer.is_none() {
            self.stranger = None;
        } else if let Some(stranger) = &self.stranger {
            let slip = Slip::Stray(meant.table.noun);
            self.leave_out(heading, section, slip, stranger.start);
            return;
        }
        if outer.is_some()
            && let Some(see) = self.belongs_elsewhere(heading, section, &meant)
        {
            self.leave_out(heading, section, Slip::OfAnother(meant.table.noun), see);
            return;
        }
        if !self.header(heading, section, &meant) {
            return;
        }
        // Whatever stands between, TOML gives a claim to the last event.
        let holds = meant.table.header == Header::Many
            && meant.table.keys.iter().any(|key| key.records().is_some());
        if outer.is_none() && holds {
            let id = self.value_of(section, "id").or(meant.id.as_deref());
            self.holder = id.map(|id| (id.to_owned(), heading.at.start));
        }
        self.markings(section);
        if meant.table.header == Header::Keyed && outer.is_none() {
            self.record = meant.names.last().map(|id| (meant.table, id.clone()));
        }
        self.records_below(meant.table, &section.entries);
        self.above = meant.names;
    }

    /// The header above, where a claim names another event than that as its own.
    fn belongs_elsewhere(
        &self,
        heading: &Heading<'_>,
        section: &Section<'_>,
        meant: &Meant,
    ) -> Option<usize> {
        let outer = schema::above(meant.table).filter(|outer| outer.header == Header::Many)?;
        let between = match heading.names.as_slice() {
            [_, id, last] if inner(outer, last).is_some() => Some(*id),
            _ => None,
        };
        // What has no id is a link, and an event that it names is the other one.
        let is_named = meant.table.key("id").is_some();
        let below = || self.value_of(section, outer.name).filter(|_| is_named);
        let named = between.or_else(below)?;
        let (id, at) = self.holder.as_ref()?;
        (named != id && Slug::new(named).is_some()).then_some(*at)
    }

    /// What stands in quotes behind a key of a section.
    fn value_of(&self, section: &Section<'_>, key: &str) -> Option<&str> {
        let entry = section.entries.iter().find(|entry| entry.key == key)?;
        quoted_value(self.text.get(entry.at.clone())?)
    }

    /// Of two markings of one record the more restricted one counts: TOML would take the first.
    fn markings(&mut self, section: &Section<'_>) {
        let marked = section.entries.iter().filter(|entry| entry.key == "tlp");
        let read = |entry: &Entry<'_>| {
            let label = quoted_value(self.text.get(entry.at.clone())?)?;
            Some((Marking::from_word(label)?, entry.at.clone()))
        };
        let markings: Vec<(Marking, Range<usize>)> = marked.filter_map(read).collect();
        let strictest = markings.iter().max_by_key(|(marking, at)| (*marking, at.start)).cloned();
        let Some((strictest, kept)) = strictest else { return };
        for (_, at) in markings.into_iter().filter(|(_, at)| *at != kept) {
            let shown = trimmed(self.text, at.clone());
            self.changes.push((at.clone(), "\n".to_owned()));
            let help = Some(format!("keep one; until then it is {}", strictest.word()));
            self.faults.push(Fault { help, ..Fault::new(shown, at, Slip::MarkingTwice) });
        }
    }

    /// Moves keys of a record that stand below the header of one of its keys, as `[event.roles]`, to the
    /// record: TOML would take them for roles.
    fn keys_of_record(&mut self, above: &[String], heading: &Heading<'_>, section: &Section<'_>) {
        let Some((name, record)) = heading.names.split_last() else { return };
        let table = record.first().and_then(|first| schema::table(first));
        let Some(table) = table.filter(|_| record == above) else { return };
        let is_table =
            |key: &Key| matches!(key.shape.syntax(), Syntax::TableOfLists | Syntax::TableOfTexts);
        let strays = section.entries.iter().filter(|entry| table.key(entry.key).is_some());
        let Some(first) = strays.min_by_key(|entry| entry.at.start) else { return };
        if !table.key(name).is_some_and(is_table) {
            return;
        }
        let at = trimmed(self.text, first.at.clone());
        let help = format!("write them above `[{}]`", heading.names.join("."));
        self.changes.push((heading.at.clone(), String::new()));
        for entry in section.entries.iter().filter(|entry| table.key(entry.key).is_none()) {
            let start = trimmed(self.text, entry.at.clone()).start;
            self.changes.push((start..start, format!("{name}.")));
        }
        self.faults.push(Fault::read_as(at, Slip::KeysOfRecord(table.one), help));
    }

    /// Writes a header as it was meant; whether what stands below is read.
    fn header(&mut self, heading: &Heading<'_>, section: &Section<'_>, meant: &Meant) -> bool {
        let written = part(self.text, heading.at.clone());
        // Of a blank, a hidden sign or a comment it is told what it is, where the statements are read.
        let named = heading.brackets == Brackets::Others && !is_toml(written);
        let named = named.then(|| spot::name(written)).filter(|named| named.meant.is_some());
        let is_told = named.is_some_and(|named| named.slip.is_of_blanks());
        let header = meant.header();
        if meant.table.header == Header::Keyed && schema::above(meant.table).is_none() {
            let at = heading.at.start;
            let first = *self.keyed.entry(header.clone()).or_insert(at);
            if first != at {
                self.leave_out(heading, section, Slip::HeaderTwice, first);
                return false;
            }
        }
        if is_told {
            return true;
        }
        if !meant.is_written(heading) {
            let id = meant.id.as_ref().map(|id| format!("\nid = \"{id}\""));
            let line = if heading.has_statement { "\n" } else { "" };
            let change = [header.as_str(), id.as_deref().unwrap_or(""), line].concat();
            self.changes.push((heading.at.clone(), change));
            self.changes.extend(meant.id_below.clone().map(|below| (below, String::new())));
            let is_toml = heading.brackets != Brackets::Others;
            let (at, slip) = spot::named_header(written, is_toml);
            let at = heading.at.start + at.start..heading.at.start + at.end;
            self.faults.push(Fault::read_as(at, slip, meant.help()));
        } else if heading.has_statement {
            self.changes.push((heading.at.end..heading.at.end, "\n".to_owned()));
            let help = "write it on a line of its own".to_owned();
            self.faults.push(Fault::read_as(heading.at.clone(), Slip::HeaderLine, help));
        }
        true
    }

    /// Leaves a record out because of what stands at another place.
    fn leave_out(&mut self, heading: &Heading<'_>, section: &Section<'_>, slip: Slip, see: usize) {
        let unread = section.range.clone();
        self.changes.push((unread.clone(), "\n".to_owned()));
        let (at, see) = (heading.at.clone(), Some(see));
        self.faults.push(Fault { at, unread, slip, help: None, see });
    }

    /// Finds the records that begin below a header without one of their own: by a second `id`.
    fn records_below(&mut self, table: &'static Table, entries: &[Entry<'_>]) {
        let mut table = table;
        let mut from = 0;
        // A second `id` says more.
        if entries.iter().filter(|entry| entry.key == "id").count() < 2
            && let Some((start, holder)) = holder_without_id(table, entries)
            && let Some(first) = entries.get(start)
        {
            let at = first.at.start;
            self.changes.push((at..at, format!("{}\n", holder.written)));
            let help = format!("write `{}` and its `id` above it", holder.written);
            let shown = trimmed(self.text, first.at.clone());
            self.faults.push(Fault::read_as(shown, Slip::NoHeader(holder.one), help));
            self.holder = None;
            return;
        }
        while let Some((start, end)) = second_record(table, entries, from) {
            let Some(block) = entries.get(start..end) else { return };
            let found = holder(table, block);
            let at = block.first().map_or(0, |entry| entry.at.start);
            let first = block.iter().find(|entry| entry.key == "id");
            let shown = first.map_or(at..at, |entry| entry.at.clone());
            let shown = trimmed(self.text, shown);
            self.changes.push((at..at, format!("{}\n", found.written)));
            let help = format!("write `{}` above it", found.written);
            self.faults.push(Fault::read_as(shown, Slip::NoHeader(found.one), help));
            (table, from) = (found, start);
        }
    }

    fn meant(&self, heading: &Heading<'_>, section: &Section<'_>) -> Option<Meant> {
        let (first, rest) = heading.names.split_first()?;
        let table = sections::table(first)
            .or_else(|| sections::near(first).filter(|table| fits(table, rest, section)))
            .or_else(|| by_keys(heading, section))?;
        if let Some(outer) = schema::above(table) {
            let id = rest.first().filter(|_| !has_id(section)).and_then(|id| slug(id));
            return self.meant_within(outer, table, id);
        }
        match (table.header, rest) {
            (Header::One, []) => Some(Meant::new(table, Brackets::One, [table.name])),
            (Header::Keyed, []) => {
                let below = section.entries.iter().find(|entry| entry.key == "id")?;
                let id = slug(quoted_value(self.text.get(below.at.clone())?)?)?;
                let id_below = Some(trimmed(self.text, below.at.clone()));
                let meant = Meant::new(table, Brackets::One, [table.name, &id]);
                Some(Meant { id_below, ..meant })
            }
            // `[[actor.aka]]` below an actor is a name of it.
            (Header::Keyed, [name])
                if heading.brackets == Brackets::Two && inner(table, name).is_some() =>
            {
                self.meant_within(table, inner(table, name)?, None)
            }
            (Header::Keyed, [id]) => {
                // Ids of techniques have capitals.
                let is_technique = table.name == schema::TECHNIQUE.name;
                let id = if is_technique { Some((*id).to_owned()) } else { slug(id) }?;
                Some(Meant::new(table, Brackets::One, [table.name, &id]))
            }
            (Header::Keyed, [id, name]) if inner(table, name).is_some() => {
                let inner = inner(table, name)?;
                let id = self.holder_of_inner(table, id);
                Some(Meant::new(inner, Brackets::Two, [table.name, &id, inner.name]))
            }
            (Header::Many, names) => meant_many(table, names, has_id(section)),
            // `[source.s 2]`; `[actor.a.names]` and `[source.nyt.com]` are TOML for other things.
            (Header::Keyed, names)
                if heading.brackets == Brackets::Others || is_parted_id(table, names) =>
            {
                let id = slug(&names.join("-"))?;
                Some(Meant::new(table, Brackets::One, [table.name, &id]))
            }
            (Header::One | Header::Keyed, _) => None,
        }
    }

    /// The id of the record above that a name inside it was written for, or that name.
    fn holder_of_inner(&self, table: &Table, id: &str) -> String {
        let above = self.record.as_ref().filter(|(above, _)| above.name == table.name);
        let above = above.map(|(_, above)| above.as_str());
        let small = slug(id);
        let is_there = |id: &str| self.keyed.contains_key(&format!("[{}.{id}]", table.name));
        let near = || nearest(id, above).filter(|_| !is_there(id)).map(str::to_owned);
        match small {
            Some(small) if is_there(&small) => small,
            _ => near().unwrap_or_else(|| id.to_owned()),
        }
    }

    /// A table inside the records of another one, named alone.
    fn meant_within(
        &self,
        outer: &'static Table,
        table: &'static Table,
        id: Option<String>,
    ) -> Option<Meant> {
        match (outer.header, &self.record) {
            (Header::Many, _) => {
                Some(Meant { id, ..Meant::new(table, Brackets::Two, [outer.name, table.name]) })
            }
            (Header::Keyed, Some((above, record))) if above.name == outer.name => {
                Some(Meant::new(table, Brackets::Two, [outer.name, record, table.name]))
            }
            (Header::Keyed | Header::One, _) => None,
        }
    }
}
