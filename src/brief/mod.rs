//! One brief: from TOML text to checked, cleaned, dated records whose references are still names.

mod amount;
mod bytes;
mod context;
mod country;
mod date;
mod degrees;
mod document;
mod edition;
mod fit;
pub mod form;
mod format;
mod json_schema;
mod language;
mod left_out;
mod markup;
mod meaning;
mod number;
mod open_words;
mod other_keys;
mod other_words;
mod others;
mod page;
mod prose;
mod read;
mod reading;
mod record;
mod schema;
mod shape;
mod slug;
mod starter;
mod toml_text;
mod value;
mod vocabulary;

pub use amount::Amount;
pub use bytes::{DecodeError, decode};
pub use context::AS_MEANT;
pub use country::country_name;
pub use date::{
    Apart, Day, Distance, Doubt, FIRST_OF_DAY, Hours, Moment, Precision, ROW_DATE, RowDate,
    TIMED_ROW_DATE, Tick, TimelinePlace, When, WhenError, told_before,
};
pub use document::{Document, Marked};
pub use edition::Schema;
pub use form::{NativeName, Role};
pub use format::{Inserted, Unformatted, format, hinders_layout, insert_event};
pub use json_schema::{json_schema, registry_json_schema};
pub use language::language_name;
pub use left_out::LeftOut;

pub use open_words::{EventLinkWord, LinkWord, OpenWord, Order, RoleWord};
pub use page::format_tables;
pub use prose::{Prose, ProseReference, ProseTarget};
pub use read::{SCHEMA, read, read_registry};
pub use schema::{
    Actor, Aka, Brief, Change, Claim, Defaults, Event, EventLink, Gap, Judgement, Link,
    PlaceRecord, Publisher, Question, Source, Synonyms, Technique,
};
pub use slug::Slug;
pub use starter::{
    FreshBrief, FreshEvent, brief_starter, event_record, event_skeleton, registry_starters,
};
pub use value::suggested_id;
pub use vocabulary::*;

/// A reference to another record by id.
pub type Reference = crate::diag::Located<Slug>;
