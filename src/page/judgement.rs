//! Pages of judgements: likelihood and confidence each in a sentence of its own (ICD 203).

use super::builder::Builder;
use super::content::{Block, Column, ColumnWidth, Run, Runs, Table, TableRow, Tone};
use super::other::in_the_brief;
use super::phrases::{self, likelihood_runs};
use super::statements;
use super::words::{
    confidence_sentence, date_and_title_in, likelihood_sentence, supported, targets,
};
use crate::library::{Inquiry, ItemId, Judgement, Library, Relation, Weight};
use crate::text::DisplayText;

/// Columns of a likelihood: `very likely (80-95%)` fits, and a longer one is wrapped.
const LIKELIHOOD: usize = 20;

/// What is judged, how likely and how sure; which question it answers; what speaks for and against it.
pub(super) fn body(builder: &mut Builder<'_>, judgement: &Judgement) {
    builder.summary(&judgement.text);
    builder.gap();
    if let Some(sentence) = likelihood_sentence(judgement) {
        let tone = judgement.likelihood.map_or(Tone::Strong, phrases::likelihood_tone);
        builder.sentence(sentence, tone);
    }
    if let Some(confidence) = &judgement.confidence {
        let runs = vec![
            Run::new(
                confidence_sentence("in this", confidence.value),
                phrases::confidence_tone(confidence.value),
            ),
            Run::new(crate::text![" That means ", confidence.value.meaning(), "."], Tone::Quiet),
        ];
        builder.paragraph(runs);
    }
    if !builder.is_full() {
        return;
    }
    builder.gap();
    let answered = answered(builder.library, builder.item);
    question(builder, judgement, answered);
    if let Some(found) = builder.library.assessment(builder.item) {
        let support = supported(found);
        builder.field("SUPPORT", &support);
    }
    let basis = targets(builder.library, builder.item, Relation::RestsOn);
    statements::section(builder, "RESTS ON", &basis);
    against(builder, answered);
    in_the_brief(builder);
}

/// The question that a judgement answers, with its event.
pub(super) fn answered(library: &Library, judgement: ItemId) -> Option<(ItemId, &Inquiry)> {
    let event = library.ends(judgement, Relation::Answers).next()?;
    let answers = |inquiry: &&Inquiry| inquiry.judgement() == Some(judgement);
    Some((event, library.inquiries(event).iter().find(answers)?))
}

/// On which event it is, which question it answers, and the answer in a few words.
fn question(
    builder: &mut Builder<'_>,
    judgement: &Judgement,
    answered: Option<(ItemId, &Inquiry)>,
) {
    let library = builder.library;
    let on = library.ends(builder.item, Relation::Answers).next();
    if let Some(event) = on {
        let line = date_and_title_in(library, event, builder.times);
        let runs = builder.by_name(event, line);
        builder.labelled("ON", runs);
    }
    let about = judgement.about.as_ref().map(|about| about.value);
    let about = about.or_else(|| answered.and_then(|(_, inquiry)| inquiry.about));
    if about.is_some() {
        builder.field("QUESTION", &DisplayText::literal(phrases::aspect_words(about)));
    }
    if let Some(value) = &judgement.value {
        builder.field("ANSWER", value);
    }
    let deniers = answered.map(|(_, inquiry)| phrases::deniers(library, inquiry));
    // What answers no question is denied by nobody.
    builder.linked_field("DENIED BY", &deniers.unwrap_or_default());
}

/// What speaks against it: the objections to its answer, and what the author names.
fn against(builder: &mut Builder<'_>, answered: Option<(ItemId, &Inquiry)>) {
    let mut claims: Vec<(ItemId, Option<Weight>)> = Vec::new();
    if let Some((_, inquiry)) = answered {
        claims.extend(inquiry.objections.iter().map(|found| (found.claim, Some(found.weight))));
    }
    for claim in targets(builder.library, builder.item, Relation::Against) {
        if claims.iter().all(|(known, _)| *known != claim) {
            claims.push((claim, None));
        }
    }
    if claims.is_empty() {
        return;
    }
    builder.heading("AGAINST");
    for (claim, weight) in claims {
        statements::entry(builder, claim, weight);
    }
}

/// Judgements in a table: how likely beside what is judged, and below that how sure in a sentence of
/// its own.
pub(super) fn table(builder: &mut Builder<'_>, heading: &'static str, judgements: &[ItemId]) {
    if judgements.is_empty() {
        return;
    }
    let library = builder.library;
    let mut rows = Vec::new();
    for id in judgements {
        let Some(judgement) = library.judgement(*id) else { continue };
        let mut likelihood = likelihood_runs(judgement, true);
        if likelihood.is_empty() {
            likelihood.push(Run::new("no likelihood given", Tone::Quiet));
        }
        let text = vec![Run::text(library.full_title(*id)), Run::text(" "), Run::Number(*id)];
        rows.push(row(likelihood, text));
        if let Some(confidence) = &judgement.confidence {
            let sentence = confidence_sentence("in this", confidence.value);
            rows.push(row(Runs::new(), vec![Run::new(sentence, Tone::Quiet)]));
        }
    }
    let column = |width| Column { heading: "", width };
    let columns = vec![column(ColumnWidth::Columns(LIKELIHOOD)), column(ColumnWidth::Rest)];
    builder.heading(heading);
    builder.push(Block::Table(Table { columns, rows }));
}

fn row(likelihood: Runs, text: Runs) -> TableRow {
    TableRow { cells: vec![likelihood, text], under: Vec::new() }
}
