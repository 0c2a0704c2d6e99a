//! Every table of the format. A table is declared once, with its keys; the types of the records, their
//! reading, the findings about keys, the format page and the JSON Schema come out of that.

mod instead;
mod own;
mod registry;

pub use own::{Brief, Change, Claim, Event, EventLink, Gap, Judgement, Link, Question};
pub use registry::{Actor, Aka, Defaults, PlaceRecord, Publisher, Source, Synonyms, Technique};

pub(crate) use super::shape::{Header, Key, Shape, Syntax, Table};
pub(crate) use own::{BRIEF, EVENT};
pub(crate) use registry::TECHNIQUE;

macro_rules! tables {
    ($($name:ident $table:path,)*) => {
        /// A table at the top of a file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Top { $($name,)* }

        /// Every table at the top of a file, in the order in which they are described.
        pub(crate) const TABLES: &[&Table] = &[$(&$table),*];

        /// The table with this word in its header, and which one that is.
        pub(crate) fn top(name: &str) -> Option<(Top, &'static Table)> {
            [$((Top::$name, &$table)),*].into_iter().find(|(_, table)| table.name == name)
        }
    };
}

tables! {
    Brief BRIEF,
    Defaults registry::DEFAULTS,
    Publisher registry::PUBLISHER,
    Source registry::SOURCE,
    Actor registry::ACTOR,
    Place registry::PLACE,
    Event EVENT,
    Link own::LINK,
    Judgement own::JUDGEMENT,
    Gap own::GAP,
    Question own::QUESTION,
    Change own::CHANGE,
    Technique TECHNIQUE,
    Synonyms registry::SYNONYMS,
}

/// The table whose records hold those of another one: events hold claims.
pub(crate) fn above(table: &Table) -> Option<&'static Table> {
    let holds = |key: &Key| key.records().is_some_and(|inner| inner.written == table.written);
    TABLES.iter().copied().find(|above| above.keys.iter().any(holds))
}

/// The tables inside records of others: claims, other names.
pub(crate) fn inner_tables() -> impl Iterator<Item = &'static Table> {
    TABLES.iter().flat_map(|table| table.keys).filter_map(Key::records)
}

/// Every table, also those inside records of others.
pub(crate) fn tables() -> impl Iterator<Item = &'static Table> {
    TABLES.iter().copied().chain(inner_tables())
}

/// Every key of every table, also of those inside others.
pub(crate) fn keys() -> impl Iterator<Item = &'static Key> {
    tables().flat_map(|table| table.keys)
}

/// Whether a key is written so in some table.
pub(crate) fn is_written(name: &str, syntax: &[Syntax]) -> bool {
    keys().any(|key| key.name == name && syntax.contains(&key.shape.syntax()))
}

/// The table inside records that has this word: `claim`.
pub(crate) fn inner_table(name: &str) -> Option<&'static Table> {
    let keys = TABLES.iter().flat_map(|table| table.keys);
    keys.filter(|key| key.name == name).find_map(Key::records)
}

/// The table with this word in its header.
pub(crate) fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.name == name)
}
