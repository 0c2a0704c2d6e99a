//! `attache find`: ranked hits.

use super::{FOUND_NOTHING, Failure, Outcome, json};
use crate::library::Library;
use crate::page::date_and_title;
use crate::search::{Found, Hit, Index, OPERATORS};
use crate::term::output;
use crate::text::{DisplayText, clean_line};
use std::num::NonZeroUsize;

/// What can be written beside words, for the help.
fn understood() -> String {
    let width = OPERATORS.iter().map(|(form, _)| form.len()).max().unwrap_or_default();
    let rows = OPERATORS.iter().map(|(form, meaning)| format!("\n  {form:width$}  {meaning}"));
    format!("Beside words a search understands:{}", rows.collect::<String>())
}

/// What `find` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = understood())]
pub(super) struct Arguments {
    /// Words to find, in any order and spelling; `-word` goes after `--`, or is written `!word`
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
    /// How many hits at the most
    #[arg(short, value_name = "N", default_value = "20")]
    number: NonZeroUsize,
    /// One JSON object a line
    #[arg(long, conflicts_with = "tsv")]
    json: bool,
    /// Columns set apart by tabs: rank, score, reference, title, why, marking
    #[arg(long)]
    tsv: bool,
}

#[expect(clippy::unnecessary_wraps, reason = "every command comes to the same type")]
pub(super) fn run(arguments: &Arguments, library: &Library) -> Result<Outcome, Failure> {
    let query = arguments.query.join(" ");
    let found = Index::new(library).search(library, &query, arguments.number.get());
    let code = if found.hits.is_empty() { FOUND_NOTHING } else { 0 };
    let note = found.note.as_ref();
    let hits = found.hits.iter().enumerate();
    let mut text: Vec<DisplayText> = if arguments.json {
        let object = |(index, hit)| json::Hit::new(library, index + 1, hit, note);
        hits.map(|hit| json::line(&object(hit))).collect()
    } else if arguments.tsv {
        hits.map(|(index, hit)| as_row(library, index + 1, hit)).collect()
    } else {
        found.hits.iter().map(|hit| as_text(library, hit)).collect()
    };
    if text.is_empty() && !arguments.json && !arguments.tsv {
        text.push(nothing(&found, &query));
    } else if let Some(note) = note {
        // Beside the hits, not among them: what reads those by the line is not disturbed.
        output::write_stderr(&[crate::text!["attache: ", note, "\n"]]);
    }
    Ok(Outcome { text, code })
}

fn nothing(found: &Found, query: &str) -> DisplayText {
    match &found.note {
        Some(note) => crate::text![note, "\n"],
        None => crate::text!["nothing found for `", clean_line(query, |_| {}), "`\n"],
    }
}

fn as_text(library: &Library, hit: &Hit) -> DisplayText {
    let line = crate::text![library.reference(hit.item), "  ", date_and_title(library, hit.item)];
    let line = match &hit.why {
        Some(why) => crate::text![line, "  (", why, ")"],
        None => line,
    };
    let label = library.marking_of_text(hit.item, [], line.as_str()).label();
    crate::text![line, "  ", label, "\n"]
}

fn as_row(library: &Library, rank: usize, hit: &Hit) -> DisplayText {
    let title = library.get(hit.item).map(|item| item.title.clone()).unwrap_or_default();
    let why = hit.why.clone().unwrap_or_default();
    let reference = library.reference(hit.item);
    let row = crate::text![rank, "\t", hit.score, "\t", reference, "\t", title, "\t", why];
    let marking = library.marking_of_text(hit.item, [], row.as_str()).word();
    crate::text![row, "\t", marking, "\n"]
}
