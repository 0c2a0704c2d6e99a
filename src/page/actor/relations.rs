//! Relations between actors.

use crate::library::{ActorLink, Confidence, LinkWord};
use crate::page::builder::Builder;
use crate::page::content::{Run, Runs, Tone};
use crate::page::roles::spaced;
use crate::page::words::source_line_in;
use crate::text::DisplayText;

/// Relations to other actors, both ways, each with how sure it is, when it held and who says so.
pub(super) fn relations(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let mut links: Vec<&ActorLink> = library.links_of(id).collect();
    if links.is_empty() {
        return;
    }
    // What it does to others before what others do to it; else in file order.
    links.sort_by_key(|link| link.from != id);
    builder.heading("RELATIONS");
    for link in links {
        let other = if link.from == id { link.to } else { link.from };
        let name = library.title(other);
        let words = relation_words(&link.record.relation, &name, link.from == id);
        let mut runs = vec![Run::text(words)];
        runs.extend(relation_support(builder, link));
        builder.entry(other, runs);
    }
}

/// `  (confidence low; Oct 2022; The Jerusalem Post, 23 Oct 2022 [3])`, before the bracket `; says note.toml [4]`
/// where several briefs have a word; where the author says why, that stands behind it: `  Low confidence: nobody else has seen the code.`
fn relation_support(builder: &Builder<'_>, link: &ActorLink) -> Runs {
    // The brief that says so names its sources.
    let library =
        link.brief.map_or_else(|| builder.library.clone(), |id| builder.library.within(id));
    let sure = match &link.record.confidence {
        Some(confidence) => crate::text!["confidence ", confidence.value.word()],
        None => "confidence not stated".into(),
    };
    let mut lead = crate::text!["  (", sure];
    if let Some(when) = &link.record.when {
        lead = crate::text![lead, "; ", when.text()];
    }
    let mut runs = vec![Run::new(lead, Tone::Quiet)];
    for source in &link.cite {
        let source_line = source_line_in(&library, *source, builder.times);
        runs.push(Run::new(crate::text!["; ", source_line, " "], Tone::Quiet));
        runs.push(Run::Number(*source));
    }
    if link.cite.is_empty() {
        runs.push(Run::new("; no source", Tone::Quiet));
    }
    if let Some((file, brief)) = library.teller_of(link) {
        runs.push(Run::new(crate::text!["; says ", file, " "], Tone::Quiet));
        runs.push(Run::Number(brief));
    }
    runs.push(Run::new(")", Tone::Quiet));
    if let Some(why) = &link.record.confidence_why {
        let lead = link.record.confidence.as_ref().map_or("Why", |sure| match sure.value {
            Confidence::Low => "Low confidence",
            Confidence::Moderate => "Moderate confidence",
            Confidence::High => "High confidence",
        });
        runs.push(Run::new(crate::text!["  ", lead, ": "], Tone::Quiet));
        // Its references lead where they lead in the brief that says so.
        runs.extend(builder.runs_of(link.brief.unwrap_or(link.from), why, Tone::Text));
    }
    runs
}

/// The words for a relation from this actor, and from the other end.
fn both_ways(relation: LinkWord) -> (&'static str, &'static str) {
    match relation {
        LinkWord::Accuses => ("accuses", "accused by"),
        LinkWord::AlliedWith => ("allied with", "allied with"),
        LinkWord::AttributedTo => ("attributed to", "said to be behind"),
        LinkWord::BasedAt => ("based at", "seat of"),
        LinkWord::ClaimedBy => ("claimed by", "claims"),
        LinkWord::CommunicatesWith => ("communicates with", "communicates with"),
        LinkWord::Compromises => ("compromises", "compromised by"),
        LinkWord::Controls => ("controls", "controlled by"),
        LinkWord::FrontFor => ("front for", "hidden behind"),
        LinkWord::Funds => ("funds", "funded by"),
        LinkWord::Governs => ("governs", "governed by"),
        LinkWord::Heads => ("heads", "headed by"),
        LinkWord::Impersonates => ("impersonates", "impersonated by"),
        LinkWord::LeadsOppositionIn => ("leads the opposition in", "opposition led by"),
        LinkWord::LinkedTo => ("linked to", "linked to"),
        LinkWord::Operates => ("operates", "operated by"),
        LinkWord::Opposes => ("opposes", "opposed by"),
        LinkWord::OverlapsWith => ("overlaps with", "overlaps with"),
        LinkWord::Owns => ("owns", "owned by"),
        LinkWord::PartOf => ("part of", "includes"),
        LinkWord::PresidesOver => ("presides over", "presided over by"),
        LinkWord::SpeaksFor => ("speaks for", "spokesperson"),
        LinkWord::SuccessorOf => ("successor of", "succeeded by"),
        LinkWord::Supplies => ("supplies", "supplied by"),
        LinkWord::Supports => ("supports", "supported by"),
        LinkWord::Targets => ("targets", "targeted by"),
        LinkWord::Uses => ("uses", "used by"),
        LinkWord::VariantOf => ("variant of", "has the variant"),
        LinkWord::WorksFor => ("works for", "employs"),
    }
}

/// `headed by: Edi Rama`; the word of an unknown relation from the other end as `Edi Rama advises
/// this actor`.
pub(in crate::page) fn relation_words(
    relation: &DisplayText,
    other: &DisplayText,
    outgoing: bool,
) -> DisplayText {
    let known = LinkWord::from_word(relation.as_str()).map(both_ways);
    match (known, outgoing) {
        (Some((words, _)), true) | (Some((_, words)), false) => crate::text![words, ": ", other],
        (None, true) => crate::text![spaced(relation), ": ", other],
        (None, false) => crate::text![other, " ", spaced(relation), " this actor"],
    }
}
