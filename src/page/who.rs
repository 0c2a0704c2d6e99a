//! Who says what about an event: claims by what they are about, with sources and marks.

use super::builder::Builder;
use super::content::{Block, Content, Entry, Marker, Run, Runs, Sign, Tone};
use super::words::{
    citation_words, date_and_title_in, dispute_runs, grade_sign, names, semicolons, status_words,
    supported, sure_runs,
};
use super::{Wanted, card, in_times};
use crate::library::{Aspect, Citation, Grade, ItemId, Library, Standing, Statement, Testimony};
use crate::text::{DisplayText, clean};

/// The sign of a standing: several origins carry it, or it is in dispute; none for one voice.
fn standing_sign(standing: Standing) -> Option<Sign> {
    match standing {
        Standing::Agrees => Some(Sign::Carried),
        Standing::Differs => Some(Sign::InDispute),
        Standing::Alone => None,
    }
}

/// Who says what about an event under its title; claims have their references, as there is nothing to
/// follow in plain text.
pub(super) fn by_reference(library: &Library, testimony: &Testimony) -> Content {
    let mut builder = Builder::new(library, testimony.event, Wanted::default());
    head(&mut builder, testimony);
    matters(&mut builder, testimony, Naming::References);
    builder.finish(DisplayText::default())
}

/// Who says what about an event, or about the event of a claim, with its links numbered; none for any
/// other item.
pub(super) fn content(library: &Library, id: ItemId, wanted: Wanted) -> Option<Content> {
    let testimony = library.testimony(id)?;
    let event = testimony.event;
    let item = library.get(event)?;
    let mut builder = Builder::new(library, event, wanted);
    let answer = library.answer(event).map(|answer| in_times(library, event, answer, wanted.times));
    builder.card(card::headline(library, event, answer.as_ref(), wanted.card));
    builder.push(legend());
    matters(&mut builder, &testimony, Naming::Links);
    builder.section("ABOUT", &[event]);
    builder.remaining_links();
    let title = crate::text!["who says: ", item.kind.name(), " ", item.slug.shown()];
    Some(Content { subject: Some(id), answer, ..builder.finish(title) })
}

/// How claims and sources are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// As `claim:tims-9-sep`.
    References,
    /// By the numbers of links.
    Links,
}

fn legend() -> Block {
    Block::Legend(vec![
        (Some(Sign::Carried), "independent sources carry it"),
        (Some(Sign::InDispute), "in dispute"),
        (None, "no sign: one voice"),
    ])
}

fn head(builder: &mut Builder<'_>, testimony: &Testimony) {
    let library = builder.library;
    let title = library.get(testimony.event).map(|item| item.title.clone()).unwrap_or_default();
    builder.sentence(title, Tone::Strong);
    if let Some(answer) = library.answer(testimony.event) {
        let status = status_words(answer.status);
        let line = crate::text![answer.when, if status.is_empty() { "" } else { "  " }, status];
        builder.sentence(line, Tone::Text);
    }
    builder.push(legend());
}

fn matters(builder: &mut Builder<'_>, testimony: &Testimony, naming: Naming) {
    for matter in &testimony.matters {
        let name = matter.about.map_or("also said", aspect_words).to_uppercase();
        builder.heading(clean(&name, |_| {}));
        for statement in &matter.statements {
            let entry = one_statement(builder, statement, naming);
            builder.push(Block::Entry(entry));
        }
    }
    if !testimony.beside.is_empty() {
        builder.heading("FOR THE EVENT AS A WHOLE");
        for citation in &testimony.beside {
            let entry = source(builder, citation, None, naming);
            builder.push(Block::Entry(Entry { depth: 3, ..entry }));
        }
    }
    if !testimony.shared_origins.is_empty() {
        builder.heading("ONE ORIGIN, COUNTED ONCE");
        for (house, sources) in &testimony.shared_origins {
            let lines: Vec<DisplayText> =
                sources.iter().map(|source| builder.source_line(*source)).collect();
            let text = crate::text![house, ": ", semicolons(&lines)];
            builder.push(unsigned(vec![Run::text(text)]));
        }
    }
    support(builder, testimony);
}

/// Text where that of statements stands.
fn unsigned(runs: Runs) -> Block {
    Block::Entry(Entry::new(Marker::Sign(None, Tone::Text), runs))
}

fn one_statement(builder: &Builder<'_>, statement: &Statement, naming: Naming) -> Entry {
    let library = builder.library;
    let tone = match statement.standing {
        Standing::Differs => Tone::Differs,
        Standing::Agrees | Standing::Alone => Tone::Text,
    };
    let value = Run::new(statement.value.clone(), tone);
    let runs = vec![value, Run::text("  "), name(library, statement.claim, naming)];
    let mut under = Vec::new();
    let mut detail = |text: DisplayText, more: Runs| {
        let text = std::iter::once(Run::new(text, Tone::Dim));
        under.push(Block::Paragraph(text.chain(more).collect()));
    };
    if let Some(event) = statement.elsewhere {
        let line = date_and_title_in(library, event, builder.times);
        detail(crate::text!["told of another event: ", line], number(event, naming));
    }
    if let Some(claim) = library.claim(statement.claim) {
        let text = library.plain_text(statement.claim, &claim.text);
        if text != statement.value {
            detail(text, Runs::new());
        }
    }
    if !statement.by.is_empty() {
        let by = names(library, statement.by.iter().copied());
        detail(crate::text!["asserted by ", by], Runs::new());
    }
    under.extend(
        statement
            .citations
            .iter()
            .map(|citation| Block::Entry(source(builder, citation, statement.grade, naming))),
    );
    if statement.citations.len() > 1 {
        let words = supported(statement.corroboration, &statement.citations);
        let words = Run::new(crate::text!["together: ", words], Tone::Dim);
        under.push(Block::Paragraph(vec![words]));
    }
    for (words, others) in
        [("speaks against: ", &statement.disputes), ("spoken against by: ", &statement.disputed_by)]
    {
        under.extend(others.iter().map(|other| {
            let mut runs = vec![
                Run::sign(Sign::InDispute, Tone::Differs),
                Run::new(crate::text![words, library.value(*other)], Tone::Differs),
            ];
            runs.extend(number(*other, naming));
            Block::Paragraph(runs)
        }));
    }
    Entry { under, ..Entry::new(Marker::Sign(standing_sign(statement.standing), tone), runs) }
}

/// `(claim:tims-9-sep)` or `[3]`.
fn name(library: &Library, id: ItemId, naming: Naming) -> Run {
    match naming {
        Naming::References => Run::new(crate::text!["(", library.reference(id), ")"], Tone::Dim),
        Naming::Links => Run::Number(id),
    }
}

/// ` [3]`, where items are named by numbers.
fn number(id: ItemId, naming: Naming) -> Runs {
    match naming {
        Naming::References => Runs::new(),
        Naming::Links => vec![Run::text(" "), Run::Number(id)],
    }
}

/// A source with its grade here, and whether it is a party or repeats others.
fn source(
    builder: &Builder<'_>,
    citation: &Citation,
    grade: Option<Grade>,
    naming: Naming,
) -> Entry {
    let credibility = grade.and_then(|grade| grade.credibility);
    let grade = grade_sign(Grade { reliability: citation.reliability, credibility });
    let words = citation_words(builder.library, citation);
    let line = builder.source_line(citation.source);
    let mut runs = vec![Run::text(crate::text![grade, " ", line, " (", words, ")"])];
    runs.extend(number(citation.source, naming));
    Entry::new(Marker::Inset, runs)
}

/// How well the event itself is supported, and what is disputed, in words.
fn support(builder: &mut Builder<'_>, testimony: &Testimony) {
    let Some(answer) = builder.library.answer(testimony.event) else { return };
    builder.heading("HOW SURE");
    builder.push(unsigned(sure_runs(&answer, Tone::Strong)));
    if let Some(why) = &answer.confidence_why {
        builder.push(unsigned(vec![Run::text(why.clone())]));
    }
    for dispute in &answer.disputes {
        let lead = std::iter::once(Run::new("disputed: ", Tone::Differs));
        let runs = lead.chain(dispute_runs(dispute, Tone::Differs));
        builder.push(unsigned(runs.collect()));
    }
}

/// What a claim is about, in the words of every page: as a heading in capitals.
pub(super) fn aspect_words(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::When => "when",
        Aspect::Where => "where",
        Aspect::Who => "who",
        Aspect::Target => "target",
        Aspect::How => "how",
        Aspect::Cause => "why",
        Aspect::Number => "how many",
        Aspect::Outcome => "outcome",
        Aspect::Attribution => "who did it",
    }
}
