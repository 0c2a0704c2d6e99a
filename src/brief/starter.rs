//! Files to begin with: a brief, the files of a registry, an event. What each line is for comes out of
//! the table of keys.

use super::format::format;
use super::schema::{self, Header, Key, Shape, TABLES, Table};
use super::{Likelihood, Marking, Word};
use crate::text;
use toml_edit::Value;

/// Records that belong together, one of each table that a person writes; paragraphs of comments say what
/// each is.
const EXAMPLE: &str = include_str!("starter/example.toml");
/// The day of the example, which becomes that of the brief.
const EXAMPLE_DAY: &str = "\"2022-07-15\"";
/// The line that tells an editor of the schema.
const SCHEMA_LINE: &str = "#:schema ";
/// How the examples are made a part of a file.
const HOW: &str =
    "A line that begins with `#` and no blank is an example: write your own, without the `#`.";
/// Columns of a line with what it is for.
const WIDTH: usize = 100;
/// Columns of a line up to which what it is for stands below that of others.
const SHORT: usize = 60;

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
/// examples without these signs read too.
#[must_use]
pub fn brief_starter(fresh: &FreshBrief) -> String {
    let FreshBrief { id, title, tlp, as_of } = fresh;
    let mut text = [
        SCHEMA_LINE,
        "./brief.schema.json\n# `attache check` says what is wrong in this file, and `attache fmt` lays it out.\n# ",
        HOW,
        "\n\nschema = ",
        &super::SCHEMA.to_string(),
        "\n\n[brief]\n",
    ]
    .concat();
    let rows = [
        ("id", quoted(id), ""),
        ("title", quoted(title), ""),
        ("bluf", quoted("…"), "#"),
        ("tlp", quoted(tlp), ""),
        ("as-of", quoted(as_of), ""),
        ("revision", "1".to_owned(), ""),
        ("status", quoted("draft"), ""),
        ("authors", "[\"…\"]".to_owned(), "#"),
    ];
    let longest = rows.iter().map(|(key, ..)| key.len()).max().unwrap_or(0);
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
pub fn registry_starters(as_of: &str) -> Vec<(String, String)> {
    let tables = TABLES.iter().filter(|table| table.registry && table.header == Header::Keyed);
    let file = |table: &&Table| {
        let mut text = [
            SCHEMA_LINE,
            "../brief.schema.json\n# Each ",
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
        for paragraph in paragraphs_of(table.name) {
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
        text.extend([key, " = ", &quoted(value), "\n"]);
    }
    laid_out(text)
}

/// An event and a claim behind comment signs, with what each line is for.
#[must_use]
pub fn event_skeleton(day: &str) -> String {
    let mut text = String::new();
    for paragraph in paragraphs_of(schema::EVENT.name) {
        if !text.is_empty() {
            text.push('\n');
        }
        example(&mut text, paragraph, day);
    }
    text
}

/// The records of a table in the example, and those within them.
fn paragraphs_of(name: &str) -> impl Iterator<Item = &'static str> {
    let is_of = move |paragraph: &&str| {
        let header = paragraph.trim_start_matches('[');
        let word = header.strip_prefix(name);
        paragraph.starts_with('[') && word.is_some_and(|rest| rest.starts_with(['.', ']']))
    };
    EXAMPLE.split("\n\n").filter(is_of)
}

/// A text as a string of TOML.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// The layout of a text made here. One without a layout would stay as it is, which a test would see.
fn laid_out(text: String) -> String {
    format(&text).unwrap_or(text)
}

/// A paragraph of the example: words as they are, a record behind comment signs.
fn example(text: &mut String, paragraph: &str, day: &str) {
    let paragraph = paragraph.replace(EXAMPLE_DAY, &quoted(day));
    let (header, keys) = paragraph.split_once('\n').unwrap_or((&paragraph, ""));
    let word = header.trim_matches(['[', ']']);
    let inner = word.rsplit('.').next().and_then(schema::inner_table);
    let outer = word.split('.').next().and_then(schema::table);
    let Some(table) = inner.filter(|_| header.starts_with("[[")).or(outer) else {
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

/// Lines of a record, each with what its key is for.
fn explained(text: &mut String, table: &Table, rows: &[(String, &str)]) {
    let columns = rows.iter().map(|(line, _)| text::columns(line));
    let shared = columns.filter(|columns| *columns <= SHORT).max().unwrap_or(0);
    for (line, key) in rows {
        let Some(key) = table.key(key) else {
            text.extend([line, "\n"]);
            continue;
        };
        let own = text::columns(line);
        let column = own.max(shared) + 2;
        text.extend([line, " ".repeat(column - own).as_str()]);
        let mut at = column + 1;
        text.push('#');
        for word in purpose(key).split(' ') {
            let columns = text::columns(word) + 1;
            if at + columns > WIDTH && at > column + 1 {
                let sign = if line.starts_with('#') { "#" } else { "" };
                text.extend(["\n", sign, " ".repeat(column - sign.len()).as_str(), "#"]);
                at = column + 1;
            }
            text.extend([" ", word]);
            at += columns;
        }
        text.push('\n');
    }
}

/// What a key is for, with the words that may stand behind it.
fn purpose(key: &Key) -> String {
    let entries = match key.shape {
        Shape::Word(entries) | Shape::OpenWord(entries) | Shape::Roles(entries) => entries,
        Shape::Marking => Marking::ENTRIES,
        Shape::Likelihood => Likelihood::ENTRIES,
        // Its meaning has the words, or they have no list.
        Shape::Confidence
        | Shape::Reliability
        | Shape::Credibility
        | Shape::Text
        | Shape::Prose
        | Shape::Texts
        | Shape::Integer
        | Shape::Degrees(_)
        | Shape::Flag
        | Shape::Date
        | Shape::OwnId
        | Shape::Id(_)
        | Shape::Ids(_)
        | Shape::OneOrMoreIds(_)
        | Shape::Country
        | Shape::Language
        | Shape::AttackIds
        | Shape::AttackId
        | Shape::Address
        | Shape::Sha256
        | Shape::Names
        | Shape::Records(_) => return key.meaning.to_owned(),
    };
    let words: Vec<&str> = entries.iter().map(|(word, _)| *word).collect();
    format!("{} ({})", key.meaning, words.join(", "))
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

    #[test]
    fn the_example_is_in_its_layout_and_has_a_record_for_every_header_of_a_registry() {
        // Claims stand below the words on them here, which belong to no record.
        let indented = format(EXAMPLE).unwrap();
        let outdented: Vec<&str> = indented.lines().map(str::trim_start).collect();
        assert_eq!(outdented.join("\n") + "\n", EXAMPLE);
        for (name, text) in registry_starters("2022") {
            assert!(text.contains("\n#["), "{name}:\n{text}");
        }
    }

    #[test]
    fn starters_and_their_examples_read_without_a_finding() {
        let mut files = vec![(brief_starter(&fresh("2022-07")), false)];
        files.extend(registry_starters("2022-07").into_iter().map(|(_, text)| (text, true)));
        for (text, is_registry) in files {
            for text in [with_examples(&text), text] {
                assert_eq!(found(&text, is_registry), [], "{text}");
            }
        }
    }

    #[test]
    fn starters_are_in_their_layout_and_no_line_of_them_is_too_long() {
        let mut texts = vec![brief_starter(&fresh("2022-07-15")), event_skeleton("2022-07-15")];
        texts.extend(registry_starters("2022-07-15").into_iter().map(|(_, text)| text));
        for text in texts {
            assert_eq!(format(&text).unwrap(), text);
            for line in text.lines() {
                assert!(text::columns(line) <= WIDTH + 1, "{line}");
            }
        }
    }

    #[test]
    fn every_line_of_an_example_says_what_it_is_for() {
        let text = brief_starter(&fresh("2022-07-15"));
        let lines = text.lines().filter(|line| line.contains(" = ") && !line.starts_with("schema"));
        for line in lines {
            let (_, purpose) = line.rsplit_once('#').unwrap();
            assert!(purpose.trim().len() > 2, "{line}");
        }
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
