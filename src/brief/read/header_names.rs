//! What the names in a header stand for.

use super::sections::{self, Brackets, Heading, Section};
use super::statement::{is_bare, is_dash};
use crate::brief::Slug;
use crate::brief::schema::{self, Header, Key, Table};
use crate::brief::toml_text::quoted_text;
use crate::text::in_latin_letters;
use std::ops::Range;

/// What a heading was meant as.
pub(super) struct Meant {
    pub(super) table: &'static Table,
    pub(super) brackets: Brackets,
    pub(super) names: Vec<String>,
    /// The id that belongs below the header.
    pub(super) id: Option<String>,
    /// The statement below that belongs into the header.
    pub(super) id_below: Option<Range<usize>>,
}

impl Meant {
    pub(super) fn new<const N: usize>(
        table: &'static Table,
        brackets: Brackets,
        names: [&str; N],
    ) -> Self {
        let names = names.map(str::to_owned).to_vec();
        Self { table, brackets, names, id: None, id_below: None }
    }

    pub(super) fn header(&self) -> String {
        let name = |name: &String| {
            if name.chars().all(is_bare) { name.clone() } else { quoted_text(name) }
        };
        let names: Vec<String> = self.names.iter().map(name).collect();
        match self.brackets {
            Brackets::Two => format!("[[{}]]", names.join(".")),
            Brackets::One | Brackets::Others => format!("[{}]", names.join(".")),
        }
    }

    pub(super) fn is_written(&self, heading: &Heading<'_>) -> bool {
        heading.brackets == self.brackets
            && heading.names == self.names
            && self.id.is_none()
            && self.id_below.is_none()
    }

    pub(super) fn help(&self) -> String {
        let header = self.header();
        match (&self.id, &self.id_below) {
            (Some(id), _) => format!("write `{header}`, and `id = \"{id}\"` below it"),
            (None, Some(_)) => format!("write `{header}`, and no `id` below it"),
            (None, None) => format!("write `{header}`"),
        }
    }
}

/// `[[event]]`, or a table inside it.
pub(super) fn meant_many(table: &'static Table, names: &[&str], has_id: bool) -> Option<Meant> {
    let id = |id: &str| slug(id).filter(|_| !has_id);
    let within = |inner: &'static Table| Meant::new(inner, Brackets::Two, [table.name, inner.name]);
    match names {
        [name] => match inner(table, name) {
            Some(inner) => Some(within(inner)),
            // `[event.roles]` is TOML for the key `roles`.
            None if table.key(name).is_some() => None,
            // A link has no id, and what stands there is none of its keys.
            None if table.key("id").is_none() => {
                Some(Meant::new(table, Brackets::Two, [table.name]))
            }
            // Whatever else stands there, an event begins.
            None => Some(Meant { id: id(name), ..Meant::new(table, Brackets::Two, [table.name]) }),
        },
        [first, second] => match (inner(table, second), inner(table, first)) {
            (Some(inner), _) => Some(within(inner)),
            (None, Some(inner)) => Some(Meant { id: id(second), ..within(inner) }),
            (None, None) => Some(Meant::new(table, Brackets::Two, [table.name])),
        },
        _ => Some(Meant::new(table, Brackets::Two, [table.name])),
    }
}

/// The table inside the records of another one that a word names.
pub(super) fn inner(table: &Table, word: &str) -> Option<&'static Table> {
    sections::in_singular(word, |name| table.key(name).and_then(Key::records))
}

/// Whether points part an id in a header, where TOML has a key of a key: `[source.sbu.telegram]`.
pub(super) fn is_parted_id(table: &Table, names: &[&str]) -> bool {
    let is_key = names.iter().skip(1).any(|name| table.key(name).is_some());
    table.name != schema::TECHNIQUE.name && names.len() > 1 && !is_key
}

/// An id as it was meant: with its letters small and Latin, and plain hyphens.
pub(super) fn slug(id: &str) -> Option<String> {
    let id = in_latin_letters(id).to_lowercase().replace(is_dash, "-");
    Slug::new(&id).map(|_| id)
}

pub(super) fn has_id(section: &Section<'_>) -> bool {
    section.entries.iter().any(|entry| entry.key == "id")
}

/// Whether all that stands below a heading belongs to a table.
pub(super) fn fits(table: &Table, rest: &[&str], section: &Section<'_>) -> bool {
    let table = rest.iter().find_map(|name| inner(table, name)).unwrap_or(table);
    let is_key = |key: &str| key == "id" || key.starts_with("x-") || table.key(key).is_some();
    !section.entries.is_empty() && section.entries.iter().all(|entry| is_key(entry.key))
}

/// The table of which all that must stand in a record stands below a heading, and nothing else.
pub(super) fn by_keys(heading: &Heading<'_>, section: &Section<'_>) -> Option<&'static Table> {
    let is_own = heading.names.first().is_some_and(|name| name.starts_with("x-"));
    if is_own || heading.names.len() > 1 || !has_id(section) {
        return None;
    }
    let holds = |table: &Table| {
        let is_whole = sections::is_whole(table, &section.entries);
        table.header == Header::Many && fits(table, &[], section) && is_whole
    };
    let mut tables = schema::TABLES.iter().copied().filter(|table| holds(table));
    tables.next().filter(|_| tables.next().is_none())
}
