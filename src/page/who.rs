//! Who says what about an event: a table by question, first what is held.

use super::builder::Builder;
use super::carrier::{citation_words, houses, is_in_print, said};
use super::content::{
    Block, Column, ColumnWidth, Content, Entry, Marker, Run, Runs, Table, TableRow, Tone,
};
use super::words::{grade_sign, semicolons, source_line_in};
use super::{Wanted, card, in_times, phrases};
use crate::library::{
    Account, Aspect, Citation, EventStatus, Held, Inquiry, ItemId, Library, Statement, Testimony,
    Weight,
};
use crate::text::DisplayText;

/// How claims and sources are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// As `claim:tims-9-sep`, each with its text and its sources: there is nothing to follow.
    References,
    /// By the numbers of links, behind which the texts are.
    Links,
}

/// Who says what about an event under its title, for text in which nothing can be followed.
pub(super) fn by_reference(library: &Library, testimony: &Testimony) -> Content {
    let library = &library.within(testimony.event);
    made(library, testimony.event, testimony, (Wanted::default(), Naming::References))
}

/// Who says what about an event, or about the event of a claim, with its links numbered; none for any
/// other item.
pub(super) fn content(library: &Library, id: ItemId, wanted: Wanted) -> Option<Content> {
    let library = &library.within(id);
    let testimony = library.testimony(id)?;
    Some(Content {
        subject: Some(id),
        ..made(library, testimony.event, &testimony, (wanted, Naming::Links))
    })
}

fn made(
    library: &Library,
    event: ItemId,
    testimony: &Testimony,
    (wanted, naming): (Wanted, Naming),
) -> Content {
    let mut builder = Builder::new(library, event, wanted);
    let answer = library.answer(event).map(|answer| in_times(library, event, answer, wanted.times));
    builder.card(card::headline(library, event, answer.as_ref(), wanted.card));
    let (asked, said): (Vec<_>, Vec<_>) =
        library.inquiries(event).iter().zip(&testimony.questions).partition(|(inquiry, _)| {
            inquiry.is_asked() || inquiry.about == Some(Aspect::Attribution)
        });
    for (inquiry, account) in asked {
        question(&mut builder, event, (inquiry, account), naming);
    }
    also_said(&mut builder, &said, naming);
    sources(&mut builder, testimony, naming);
    let title = crate::text!["Who says what: ", library.full_title(event)];
    Content { answer, ..builder.finish(title) }
}

/// One question: what is held and why, and the claims in a table.
fn question(
    builder: &mut Builder<'_>,
    event: ItemId,
    (inquiry, account): (&Inquiry, &Account),
    naming: Naming,
) {
    // That it is told is all there is to say where no claim speaks of it.
    if account.statements.is_empty() && inquiry.held == Held::Event {
        return;
    }
    let held = phrases::held_runs(builder.library, event, inquiry);
    builder.heading_with(phrases::aspect_heading(inquiry.about), held, naming == Naming::Links);
    if account.statements.is_empty() {
        return;
    }
    let status = builder.library.event(event).map(|event| event.status);
    let occurred = status == Some(EventStatus::Occurred);
    let library = builder.library;
    let mark = |statement: &Statement| mark(library, inquiry, (statement, occurred));
    let rows =
        account.statements.iter().map(|said| row(builder, said, mark(said), naming)).collect();
    builder.push(Block::Table(table(rows)));
}

/// How loud a statement is: red where it is a reason to doubt, quiet where it is none.
fn weight_tone(weight: Option<Weight>) -> Tone {
    match weight {
        Some(Weight::Contested) => Tone::Against,
        Some(Weight::Denied | Weight::SaysOtherwise | Weight::AlsoInPrint) => Tone::Quiet,
        None => Tone::Text,
    }
}

/// How a statement stands to what is held, in a word.
fn mark(library: &Library, inquiry: &Inquiry, (statement, occurred): (&Statement, bool)) -> Run {
    let word = match (statement.weight, &inquiry.held) {
        (Some(Weight::AlsoInPrint), _) if is_in_print(library, statement.claim) => "in print",
        (Some(Weight::SaysOtherwise | Weight::AlsoInPrint), _) => "otherwise",
        (Some(weight), _) => weight.word(),
        (None, Held::Open(claims)) if claims.contains(&statement.claim) => "open",
        (None, Held::Listed) => "said",
        (None, Held::Event) if !occurred => "said",
        (None, _) if inquiry.claims.contains(&statement.claim) => "held",
        (None, _) => "also",
    };
    Run::new(word, weight_tone(statement.weight))
}

/// What is said of things on which nobody disagrees.
fn also_said(builder: &mut Builder<'_>, said: &[(&Inquiry, &Account)], naming: Naming) {
    if said.is_empty() {
        return;
    }
    let words = vec![Run::text("no contradiction is recorded")];
    builder.heading_with("ALSO SAID", words, naming == Naming::Links);
    let mut rows = Vec::new();
    for (inquiry, account) in said {
        let about = phrases::question_name(builder.library, builder.item, inquiry.about);
        let name = Run::new(about, Tone::Quiet);
        rows.extend(account.statements.iter().map(|said| row(builder, said, name.clone(), naming)));
    }
    builder.push(Block::Table(table(rows)));
}

fn table(rows: Vec<TableRow>) -> Table {
    let column = |width| Column { heading: "", width };
    let cells = ColumnWidth::Cells;
    let columns = [cells, ColumnWidth::Rest, cells, cells, cells].map(column);
    Table { columns: columns.into(), rows }
}

/// A statement: how it stands, what it says and who says so, its grade with the house that it is of, when.
fn row(builder: &Builder<'_>, statement: &Statement, mark: Run, naming: Naming) -> TableRow {
    let library = builder.library;
    let name = match naming {
        Naming::References => {
            Run::new(crate::text!["(", library.reference(statement.claim), ")"], Tone::Quiet)
        }
        Naming::Links => Run::Number(statement.claim),
    };
    let tone = weight_tone(statement.weight);
    let value = said(library, statement.claim, &statement.value);
    let value = vec![Run::new(value, tone), Run::text(" "), name];
    let grade = grade_sign(library.grade_of_claim(statement.claim));
    let (grade, who) = match houses(library, statement.claim) {
        Some(houses) => (vec![Run::new(grade, Tone::Grade)], houses),
        None => (Runs::new(), "no source".into()),
    };
    let who = vec![Run::new(who, tone)];
    let day = vec![Run::new(day(library, statement), Tone::Quiet)];
    let under = match naming {
        Naming::References => under(builder, statement),
        Naming::Links => Vec::new(),
    };
    TableRow { cells: vec![vec![mark], value, grade, who, day], under }
}

/// When it was said, else when the source was published that stands beside it, or the first other one.
fn day(library: &Library, said: &Statement) -> DisplayText {
    let own = library.claim(said.claim).and_then(|claim| claim.when.as_ref());
    if let Some(when) = own {
        return when.text();
    }
    let best = library.best_source(said.claim);
    let mut sources = best.into_iter().chain(said.citations.iter().map(|found| found.source));
    let published = sources.find_map(|source| {
        library.source(source)?.published.as_ref().map(|when| when.value.text())
    });
    // Not every source says when it was published.
    published.unwrap_or_default()
}

/// The text of a claim, and its sources with how they stand.
fn under(builder: &Builder<'_>, said: &Statement) -> Vec<Block> {
    let library = builder.library;
    let mut blocks = Vec::new();
    if let Some(claim) = library.claim(said.claim) {
        // The program's own words stand below.
        let text = library.plain_text(said.claim, &claim.text).unlined();
        if text != said.value {
            blocks.push(Block::Paragraph(vec![Run::new(text, Tone::Quiet)]));
        }
    }
    blocks.extend(said.citations.iter().map(|citation| Block::Entry(source(builder, citation))));
    blocks
}

/// `B2 Arab News, 23 Oct 2022 (usually reliable; repeats AP)`.
fn source(builder: &Builder<'_>, citation: &Citation) -> Entry {
    let line = source_line_in(builder.library, citation.source, builder.times);
    let words = citation_words(builder.library, builder.item, citation);
    let text = crate::text![grade_sign(citation.grade()), " ", line, " (", words, ")"];
    Entry::new(Marker::Inset, vec![Run::new(text, Tone::Quiet)])
}

/// Sources cited for the event alone, and those that count once.
fn sources(builder: &mut Builder<'_>, testimony: &Testimony, naming: Naming) {
    if !testimony.beside.is_empty() {
        builder.heading("FOR THE EVENT AS A WHOLE");
        for citation in &testimony.beside {
            let mut entry = source(builder, citation);
            if naming == Naming::Links {
                entry.runs.extend([Run::text(" "), Run::Number(citation.source)]);
            }
            builder.push(Block::Entry(entry));
        }
    }
    // On a screen the page of each source says what it repeats.
    if naming == Naming::References && !testimony.shared_origins.is_empty() {
        builder.heading("ONE ORIGIN, COUNTED ONCE");
        for (house, sources) in &testimony.shared_origins {
            let lines: Vec<DisplayText> =
                sources.iter().map(|source| builder.source_line(*source)).collect();
            let text = crate::text![house, ": ", semicolons(&lines)];
            builder
                .push(Block::Entry(Entry::new(Marker::Inset, vec![Run::new(text, Tone::Quiet)])));
        }
    }
}
