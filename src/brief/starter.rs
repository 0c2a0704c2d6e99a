//! Files to begin with: a brief, the files of a registry, an event. What each line is for comes out of
//! the table of keys.

mod purpose;

use super::format::format;
use super::schema::{self, Header, TABLES, Table};
use super::toml_text::quoted_text;
use crate::text;
use purpose::purpose;

/// Records that belong together, at least one of each table; paragraphs of comments say what each is.
const EXAMPLE: &str = include_str!("starter/example.toml");
/// An event for a brief that may hold those records already, so none of its ids is one of theirs.
const EVENT_EXAMPLE: &str = include_str!("starter/event.toml");
/// The day of the example, which becomes that of the brief.
const EXAMPLE_DAY: &str = "\"2022-07-15\"";
/// The line that tells an editor of the schema.
const SCHEMA_LINE: &str = "#:schema ";
/// How the examples are made a part of a file.
const HOW: &str = "A line that begins with `#` and no blank is an example: write your own, without the `#`.\n# \
                   All keys and the words that they take: docs/brief-format.md.";
/// Columns of a line with what it is for.
const WIDTH: usize = 100;
/// Columns of a line up to which what it is for stands below that of others.
const SHORT: usize = 40;

/// What a new brief says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreshBrief {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its marking.
    pub tlp: String,
    /// The day its content is as of.
    pub as_of: String,
}

/// What a new event says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreshEvent {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date, in EDTF.
    pub when: String,
    /// Its type.
    pub kind: String,
}

/// A brief that reads without an error, and an example of each further record behind comment signs; the
/// examples without these signs read too. `schema` is the path of a schema that is there: an editor takes a
/// line that names another one for a fault.
#[must_use]
pub fn brief_starter(fresh: &FreshBrief, schema: Option<&str>) -> String {
    let FreshBrief { id, title, tlp, as_of } = fresh;
    let mut text = [
        schema_line(schema).as_str(),
        "# `attache check` says what is wrong in this file, and `attache fmt` lays it out.\n# ",
        HOW,
        "\n\nschema = ",
        &super::SCHEMA.to_string(),
        "\n\n[brief]\n",
    ]
    .concat();
    let rows = [
        ("id", quoted_text(id), ""),
        ("title", quoted_text(title), ""),
        ("short-title", quoted_text("…"), "#"),
        ("bluf", quoted_text("…"), "#"),
        ("tlp", quoted_text(tlp), ""),
        ("as-of", quoted_text(as_of), ""),
        ("revision", "1".to_owned(), ""),
        ("status", quoted_text("draft"), ""),
        ("authors", "[\"…\"]".to_owned(), "#"),
    ];
    // As in the layout, in which lines behind comment signs have no part.
    let live = rows.iter().filter(|(.., sign)| sign.is_empty());
    let longest = live.map(|(key, ..)| key.len()).max().unwrap_or(0);
    let rows = rows.map(|(key, value, sign)| (format!("{sign}{key:longest$} = {value}"), key));
    explained(&mut text, &schema::BRIEF, &rows);
    for paragraph in EXAMPLE.split("\n\n") {
        text.push('\n');
        example(&mut text, paragraph, as_of);
    }
    laid_out(text)
}

/// The files of a registry by their names, one for each table of records with ids.
#[must_use]
pub fn registry_starters(as_of: &str, schema: Option<&str>) -> Vec<(String, String)> {
    let tables = TABLES.iter().filter(|table| table.registry && table.header == Header::Keyed);
    let file = |table: &&Table| {
        let mut text = [
            schema_line(schema).as_str(),
            "# Each ",
            table.noun,
            " that the briefs beside this folder share: ",
            table.meaning,
            ".\n# ",
            HOW,
            "\n\nschema = ",
            &super::SCHEMA.to_string(),
            "\n",
        ]
        .concat();
        for paragraph in EXAMPLE.split("\n\n").filter(|paragraph| is_of(paragraph, table.name)) {
            text.push('\n');
            example(&mut text, paragraph, as_of);
        }
        (format!("{}s.toml", table.name), laid_out(text))
    };
    tables.map(file).collect()
}

/// An event, to be put into a brief.
#[must_use]
pub fn event_record(fresh: &FreshEvent) -> String {
    let FreshEvent { id, title, when, kind } = fresh;
    let mut text = "[[event]]\n".to_owned();
    for (key, value) in [("id", id), ("title", title), ("when", when), ("type", kind)] {
        text.extend([key, " = ", &quoted_text(value), "\n"]);
    }
    laid_out(text)
}

/// An event and a claim behind comment signs, with what each line is for.
#[must_use]
pub fn event_skeleton(day: &str) -> String {
    let mut text = String::new();
    for paragraph in EVENT_EXAMPLE.split("\n\n") {
        if !text.is_empty() {
            text.push('\n');
        }
        example(&mut text, paragraph, day);
    }
    text
}

/// The line that tells an editor of the schema.
fn schema_line(schema: Option<&str>) -> String {
    schema.map_or_else(String::new, |path| [SCHEMA_LINE, path, "\n"].concat())
}

/// Whether a paragraph of the example is a record of a table, or one within such a record.
fn is_of(paragraph: &str, table: &str) -> bool {
    let word = paragraph.trim_start_matches('[').strip_prefix(table);
    paragraph.starts_with('[') && word.is_some_and(|rest| rest.starts_with(['.', ']']))
}

/// The layout of a text made here. One without a layout would stay as it is, which a test would see.
fn laid_out(text: String) -> String {
    format(&text).unwrap_or(text)
}

/// A paragraph of the example: words as they are, a record behind comment signs.
fn example(text: &mut String, paragraph: &str, day: &str) {
    let paragraph = paragraph.replace(EXAMPLE_DAY, &quoted_text(day));
    let (header, keys) = paragraph.split_once('\n').unwrap_or((&paragraph, ""));
    let word = header.trim_matches(['[', ']']);
    // Of `[[actor.ID.aka]]` the record is that of the last word; `[publisher.ID]` ends in an id.
    let inner = word.rsplit_once('.').filter(|_| header.starts_with("[["));
    let inner = inner.and_then(|(_, name)| schema::inner_table(name));
    let outer = word.split('.').next().and_then(schema::table);
    let Some(table) = inner.or(outer) else {
        text.extend([&paragraph, "\n"]);
        return;
    };
    text.extend(["#", header, "\n"]);
    let row = |line| (format!("#{line}"), first_word(line));
    let rows: Vec<(String, &str)> = keys.lines().map(row).collect();
    explained(text, table, &rows);
}

fn first_word(line: &str) -> &str {
    line.split_once(' ').map_or(line, |(word, _)| word)
}

/// Lines of a record, each with what its key is for in as many words as the line has room for.
fn explained(text: &mut String, table: &Table, rows: &[(String, &str)]) {
    let is_live = |line: &str| !line.starts_with('#');
    let has_live = rows.iter().any(|(line, _)| is_live(line));
    // As in the layout, which sees live lines alone and of these the ones with a comment.
    let counts = |(line, key): &&(String, &str)| {
        let is_told = table.key(key).is_some_and(|key| purpose(key, WIDTH).is_some());
        is_told && (is_live(line) || !has_live)
    };
    let columns = rows.iter().filter(counts).map(|(line, _)| text::columns(line));
    let shared = columns.filter(|columns| *columns <= SHORT).max().unwrap_or(0);
    for (line, key) in rows {
        text.push_str(line);
        let own = text::columns(line);
        let column = own.max(shared) + 2;
        let room = WIDTH.saturating_sub(column + 2);
        if let Some(purpose) = table.key(key).and_then(|key| purpose(key, room)) {
            text.extend([" ".repeat(column - own).as_str(), "# ", &purpose]);
        }
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief;
    use crate::diag::{Diagnostic, Sources};

    fn fresh(as_of: &str) -> FreshBrief {
        FreshBrief {
            id: "tirana-2023".to_owned(),
            title: "\"Tirana\" \\ 2023".to_owned(),
            tlp: "RED".to_owned(),
            as_of: as_of.to_owned(),
        }
    }

    /// A text with its examples made a part of it.
    fn with_examples(text: &str) -> String {
        let line = |line: &str| match line.strip_prefix('#') {
            Some(rest) if rest.starts_with(|c: char| c == '[' || c.is_ascii_lowercase()) => {
                rest.to_owned()
            }
            _ => line.to_owned(),
        };
        text.lines().map(|written| line(written) + "\n").collect()
    }

    fn found(text: &str, is_registry: bool) -> Vec<Diagnostic> {
        let mut sources = Sources::default();
        let source = sources.add("starter.toml".into(), text);
        let read = if is_registry { brief::read_registry } else { brief::read };
        read(&sources, source).diagnostics
    }

    /// Every text to begin with, and whether it is a file of a registry.
    fn starters(day: &str, schema: Option<&str>) -> Vec<(String, bool)> {
        let registry = registry_starters(day, schema);
        let registry = registry.into_iter().map(|(_, text)| (text, true));
        let brief = brief_starter(&fresh(day), schema);
        std::iter::once((brief, false)).chain(registry).collect()
    }

    #[test]
    fn the_examples_are_in_their_layout() {
        for example in [EXAMPLE, EVENT_EXAMPLE] {
            // Records within others stand below words on them here, which belong to no record.
            let indented = format(example).unwrap();
            let outdented: Vec<&str> = indented.lines().map(str::trim_start).collect();
            assert_eq!(outdented.join("\n") + "\n", example);
        }
    }

    #[test]
    fn every_table_has_an_example() {
        let headers: Vec<&str> = EXAMPLE.lines().filter(|line| line.starts_with('[')).collect();
        let brief = brief_starter(&fresh("2022"), None);
        // Words of the search stand in a registry alone.
        for table in TABLES.iter().filter(|table| table.name != "synonyms") {
            let is_there = headers.iter().any(|header| is_of(header, table.name));
            let is_written = brief.contains(&["\n[", table.name, "]\n"].concat());
            assert!(is_there || is_written, "{}", table.written);
        }
        for table in schema::inner_tables() {
            let end = [".", table.name, "]]"].concat();
            assert!(headers.iter().any(|header| header.ends_with(&end)), "{}", table.written);
        }
    }

    #[test]
    fn every_key_of_a_claim_has_an_example() {
        let of_claims = |paragraph: &&str| paragraph.starts_with("[[event.claim]]");
        let claims: Vec<&str> = EXAMPLE.split("\n\n").filter(of_claims).collect();
        for key in schema::inner_table("claim").unwrap().keys {
            let start = ["\n", key.name, " "].concat();
            assert!(claims.iter().any(|claim| claim.contains(&start)), "{}", key.name);
        }
    }

    #[test]
    fn starters_and_their_examples_read_without_a_finding() {
        for (text, is_registry) in starters("2022-07", Some("./a.json")) {
            for text in [with_examples(&text), text] {
                assert_eq!(found(&text, is_registry), [], "{text}");
            }
        }
    }

    #[test]
    fn starters_are_in_their_layout_and_no_line_of_them_is_too_long() {
        let mut texts = vec![event_skeleton("2022-07-15")];
        texts.extend(starters("2022-07-15", Some("./a.json")).into_iter().map(|(text, _)| text));
        for text in texts {
            assert_eq!(format(&text).unwrap(), text);
            for line in text.lines() {
                assert!(text::columns(line) <= WIDTH + 1, "{line}");
            }
        }
    }

    #[test]
    fn an_editor_is_told_of_the_schema_where_it_is() {
        for (text, _) in starters("2022", Some("./a.json")) {
            assert!(text.starts_with("#:schema ./a.json\n"), "{text}");
        }
        for (text, _) in starters("2022", None) {
            assert!(text.starts_with("# ") && !text.contains(SCHEMA_LINE), "{text}");
        }
    }

    #[test]
    fn every_line_of_an_example_says_in_one_line_what_it_is_for() {
        let text = brief_starter(&fresh("2022-07-15"), None);
        for line in text.lines().filter(|line| line.contains(" = ") && !line.starts_with("schema"))
        {
            let key = line.trim_start_matches('#').split(' ').next().unwrap();
            // These say it by their names.
            if !["name", "title", "tags", "when", "summary"].contains(&key) {
                let (_, purpose) = line.rsplit_once("  # ").expect(line);
                assert!(purpose.trim().len() > 2, "{line}");
            }
        }
        assert!(
            !text.lines().any(|line| line.starts_with("# ") && line.contains("  # ")),
            "{text}"
        );
    }

    #[test]
    fn an_event_is_written_with_whatever_its_words_hold() {
        let fresh = FreshEvent {
            id: "a".to_owned(),
            title: "\"A\" \\ 'b' \u{1}".to_owned(),
            when: "2022".to_owned(),
            kind: "cyber".to_owned(),
        };
        let record = event_record(&fresh);
        let table: toml::Table = toml::from_str(&record).unwrap();
        assert_eq!(table["event"][0]["title"].as_str(), Some(fresh.title.as_str()));
    }
}
