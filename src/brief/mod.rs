//! One brief: from TOML text to checked, cleaned, dated records whose references are still names.

mod bytes;
mod context;
mod country;
mod date;
mod document;
mod edition;
mod fit;
mod json_schema;
mod language;
mod meaning;
mod model;
mod page;
mod prose;
mod raw;
mod read;
mod schema;
mod slug;
mod value;
mod vocabulary;

pub use bytes::{DecodeError, decode};
pub use country::country_name;
pub use date::{Apart, Day, Distance, Doubt, Precision, ROW_DATE, TimelinePlace, When, WhenError};
pub use document::{Document, LeftOut};
pub use edition::Schema;
pub use json_schema::json_schema;
pub use language::language_name;
pub use model::*;
pub use page::format_tables;
pub use prose::{Prose, ProseReference, ProseTarget};
pub use read::{SCHEMA, read, read_registry};
pub use slug::Slug;
pub use vocabulary::*;
