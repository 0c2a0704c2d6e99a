//! The tables of the format page, out of the schema.

use super::schema::{Header, Key, Shape, TABLES, Table};
use crate::text::capitalised;
use std::fmt::Write as _;

/// Every table with its keys and every closed word list, as Markdown.
#[must_use]
pub fn format_tables() -> String {
    let mut page = String::new();
    for table in TABLES {
        section(&mut page, table);
        for key in table.keys {
            if let Shape::Records(inner) = key.shape {
                section(&mut page, inner);
            }
        }
    }
    page
}

fn section(page: &mut String, table: &Table) {
    let meaning = capitalised(table.meaning);
    push(page, format_args!("### `{}`\n\n{meaning}.", table.written));
    match table.header {
        Header::One => push(page, format_args!(" One in a file.\n\n")),
        Header::Keyed => push(page, format_args!(" The id stands in the header.\n\n")),
        Header::Many => push(page, format_args!("\n\n")),
    }
    push(page, format_args!("| key | needed | holds | meaning |\n|---|---|---|---|\n"));
    for key in table.keys {
        let needed = if key.required { "yes" } else { "" };
        let (holds, meaning) = (holds(key), key.meaning);
        push(page, format_args!("| `{}` | {needed} | {holds} | {meaning} |\n", key.name));
    }
    push(page, format_args!("\n"));
    for key in table.keys {
        let Some((entries, is_open)) = key.shape.words() else { continue };
        let own = if is_open { "; your own begin with `x-`" } else { "" };
        push(page, format_args!("Words of `{}`{own}:\n\n", key.name));
        for (word, meaning) in entries {
            push(page, format_args!("- `{word}`: {meaning}\n"));
        }
        push(page, format_args!("\n"));
    }
}

fn holds(key: &Key) -> String {
    if let Shape::Records(inner) = key.shape {
        return format!("`{}`", inner.written);
    }
    if let Shape::Word(_) | Shape::OpenWord(_) = key.shape {
        return "one of the words below".to_owned();
    }
    let (start, kind, end) = key.shape.phrase();
    format!("{start}{kind}{end}")
}

fn push(page: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a `String` cannot fail.
    let _written = page.write_fmt(text);
}
