//! Lists of events: when, what, and how sure it is that it happened.

use super::builder::Builder;
use super::content::{Block, Column, ColumnWidth, Run, Table, TableRow, Tone};
use super::words::{disputed_names, status_words, sure_word};
use crate::library::{ItemId, Library, RowDate, TIMED_ROW_DATE};
use crate::text::{DisplayText, Fit, comma_separated};

/// Columns of a date: a day with its year fits, and a longer one is wrapped.
const DATE: usize = 12;

/// Columns of how sure it is at the least: `MODERATE` fits.
const SURE: usize = 9;

/// Whether a list says how sure it is that each of its events happened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sureness {
    /// At the end of each row in so many columns, and what of an event is disputed behind its title.
    Told(usize),
    /// Only what is planned, not confirmed or called off is told, behind the title.
    Left,
}

/// Events in a table, each with remarks behind its title.
pub(super) fn table(
    builder: &mut Builder<'_>,
    events: &[(ItemId, Vec<DisplayText>)],
    sureness: Sureness,
) {
    let column = |width| Column { heading: "", width };
    let usual = builder.library.usual_clock(events.iter().map(|(event, _)| *event));
    let date = if usual.is_some() { TIMED_ROW_DATE } else { DATE };
    let mut columns = vec![column(ColumnWidth::Columns(date)), column(ColumnWidth::Rest)];
    if let Sureness::Told(columns_of_words) = sureness {
        columns.push(column(ColumnWidth::Columns(columns_of_words)));
    }
    let rows =
        events.iter().map(|(event, remarks)| row(builder, (*event, usual), remarks, sureness));
    let rows = rows.collect();
    builder.push(Block::Table(Table { columns, rows }));
}

/// How sure it is of events that are told of in several lists of a page, which stand below each other.
pub(super) fn told(library: &Library, events: &[ItemId]) -> Sureness {
    let columns = events.iter().map(|event| {
        let word = sure_word(library, *event);
        if let Run::Text { text, .. } = word { text.columns() } else { 0 }
    });
    Sureness::Told(columns.max().unwrap_or(0).max(SURE))
}

fn row(
    builder: &Builder<'_>,
    (event, usual): (ItemId, Option<i32>),
    remarks: &[DisplayText],
    sureness: Sureness,
) -> TableRow {
    let library = builder.library;
    let record = library.event(event);
    let date = record.map_or_else(DisplayText::default, |record| {
        let (when, times) = (&record.when.value, builder.times);
        // The time says which of a day came first, and whose clock it is of where that is not the usual one.
        match library.clock_told(event) {
            told @ Some(_) => {
                when.in_row(RowDate { year: true, time: true, clock: told != usual, times })
            }
            None => when.day_in(times),
        }
    });
    let mut title = vec![Run::text(library.full_title(event)), Run::text(" ")];
    let mut behind: Vec<DisplayText> = Vec::new();
    let mut tone = Tone::Quiet;
    match sureness {
        Sureness::Told(_) => {
            let names = disputed_names(library, event);
            if !names.is_empty() {
                let names: Vec<_> = names.into_iter().map(DisplayText::literal).collect();
                behind.push(crate::text![comma_separated(&names), " DISPUTED"]);
                tone = Tone::Against;
            }
        }
        Sureness::Left => {
            let status = record.map_or("", |event| status_words(event.status));
            behind.extend((!status.is_empty()).then(|| DisplayText::literal(status)));
        }
    }
    behind.extend(remarks.iter().cloned());
    if !behind.is_empty() {
        let text = super::words::semicolons(&behind);
        title.push(Run::new(crate::text!["(", text, ") "], tone));
    }
    title.push(Run::Number(event));
    let mut cells = vec![vec![Run::new(date, Tone::Quiet)], title];
    if matches!(sureness, Sureness::Told(_)) {
        cells.push(vec![sure_word(library, event)]);
    }
    TableRow { cells, under: Vec::new() }
}
