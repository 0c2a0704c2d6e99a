//! `attache find`: ranked hits.

use super::{FOUND_NOTHING, Failure, Outcome, json};
use crate::diag::{Code, Diagnostic, Severity};
use crate::library::{Library, Refused};
use crate::page::date_and_title;
use crate::search::{Found, Hit, Index, OPERATORS};
use crate::term::output;
use crate::text::{DisplayText, clean_written_line};
use std::num::NonZeroUsize;

/// Files that were not read of which each is named.
const REFUSED: usize = 5;

/// What can be written beside words, for the help.
fn understood() -> String {
    let width = OPERATORS.iter().map(|(form, _)| form.len()).fold(0, usize::max);
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
    /// One JSON object a line: the hits, then a summary
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
    let text: Vec<DisplayText> = if arguments.json {
        let object = |(index, hit)| json::Hit::new(library, index + 1, hit, note);
        let last = json::line(&json::Last::new(library, &query, &found));
        hits.map(|hit| json::line(&object(hit))).chain([last]).collect()
    } else if arguments.tsv {
        hits.map(|(index, hit)| as_row(library, index + 1, hit)).collect()
    } else {
        found.hits.iter().map(|hit| as_text(library, hit)).collect()
    };
    // Beside the hits, not among them: what reads those by the line is not disturbed.
    let beside: Vec<DisplayText> = beside(library, &found, &query)
        .into_iter()
        .map(|line| crate::text!["attache: ", line, "\n"])
        .collect();
    output::write_stderr(&beside);
    Ok(Outcome { text, code })
}

/// What to know of the hits: what was not found, that there are more, what was not read.
fn beside(library: &Library, found: &Found, query: &str) -> Vec<DisplayText> {
    let nothing = || crate::text!["nothing found for `", clean_written_line(query, |_| {}), "`"];
    let (shown, total) = (found.hits.len(), found.total);
    let note = found.note.as_ref().map(|note| {
        crate::text![note, "  ", json::of_note(library, found, &note.as_str()).label()]
    });
    let note = note.or_else(|| (shown == 0).then(nothing));
    let more = (shown < total)
        .then(|| crate::text![shown, " of ", total, " shown; -n ", total, " shows all"]);
    let mut lines: Vec<DisplayText> = note.into_iter().chain(more).collect();
    lines.extend(library.seal_warnings());
    let refused = library.refused();
    lines.extend(refused.iter().take(REFUSED).map(Refused::words));
    let others = refused.len().saturating_sub(REFUSED);
    if others > 0 {
        lines.push(crate::text![others, " more files were not read; attache check names them"]);
    }
    let older = library.set_aside().len();
    if older > 0 {
        let words = if older == 1 { " brief is" } else { " briefs are" };
        lines.push(crate::text![
            older,
            words,
            " not searched: an older edition or replaced; attache check names each"
        ]);
    }
    let is_fault =
        |finding: &&Diagnostic| finding.severity == Severity::Error && finding.code != Code::E007;
    let faults = library.findings().iter().filter(is_fault).count();
    if faults > 0 {
        let words = if faults == 1 { " error leaves" } else { " errors leave" };
        lines.push(crate::text![
            faults,
            words,
            " something out of what was searched; attache check names each"
        ]);
    }
    lines
}

fn as_text(library: &Library, hit: &Hit) -> DisplayText {
    let line = crate::text![library.reference(hit.item), "  ", date_and_title(library, hit.item)];
    let line = match &hit.why {
        Some(why) => crate::text![line, "  (", why, ")"],
        None => line,
    };
    let seal = library.seal(hit.item).filter(|seal| !seal.is_whole());
    let line = seal.map_or_else(|| line.clone(), |seal| crate::text![line, "  ", seal.words()]);
    let label = library.marking_of_text(hit.item, [], line.as_str()).label();
    crate::text![line, "  ", label, "\n"]
}

/// A text of a brief as a cell. What a spreadsheet would run as a formula has an apostrophe before it, which
/// makes a text of it there; blanks and quotes before the sign hide it from nobody.
fn cell(text: &DisplayText) -> DisplayText {
    let begins = text.as_str().trim_start_matches(|sign: char| {
        sign.is_whitespace() || matches!(sign, '"' | '\'' | '“' | '”' | '‘' | '’' | '`')
    });
    let runs = begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−']);
    if runs { crate::text!["'", text] } else { text.clone() }
}

fn as_row(library: &Library, rank: usize, hit: &Hit) -> DisplayText {
    let title = library.title(hit.item);
    // A hit on what was typed as it stands needs no reason.
    let why = hit.why.clone().unwrap_or_default();
    let reference = library.reference(hit.item);
    let [reference, title, why] = [reference, title, why].map(|text| cell(&text));
    let row = crate::text![rank, "\t", hit.score, "\t", reference, "\t", title, "\t", why];
    let marking = library.marking_of_text(hit.item, [], row.as_str()).word();
    crate::text![row, "\t", marking, "\n"]
}
