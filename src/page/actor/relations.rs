//! Relations between actors.

use crate::library::ActorLink;
use crate::page::builder::Builder;
use crate::page::content::{Run, Runs, Tone};
use crate::page::roles::spaced;
use crate::text::DisplayText;

/// Relations to other actors, both ways, each with how sure it is, when it held and who says so.
pub(super) fn relations(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let of_this = |link: &&ActorLink| link.from == id || link.to == id;
    let mut links: Vec<&ActorLink> = library.actor_links().iter().filter(of_this).collect();
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

/// `  (confidence low; Oct 2022; The Jerusalem Post, 23 Oct 2022 [3])`.
fn relation_support(builder: &Builder<'_>, link: &ActorLink) -> Runs {
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
        let from = crate::text!["; ", builder.source_line(*source), " "];
        runs.push(Run::new(from, Tone::Quiet));
        runs.push(Run::Number(*source));
    }
    if link.cite.is_empty() {
        runs.push(Run::new("; no source", Tone::Quiet));
    }
    runs.push(Run::new(")", Tone::Quiet));
    runs
}

/// Known words for a relation: as a brief writes it, from this actor, and from the other end.
const RELATIONS: &[(&str, &str, &str)] = &[
    ("accuses", "accuses", "accused by"),
    ("attributed-to", "attributed to", "said to be behind"),
    ("based-at", "based at", "seat of"),
    ("claimed-by", "claimed by", "claims"),
    ("governs", "governs", "governed by"),
    ("heads", "heads", "headed by"),
    ("leads-opposition-in", "leads the opposition in", "opposition led by"),
    ("linked-to", "linked to", "linked to"),
    ("operates", "operates", "operated by"),
    ("part-of", "part of", "includes"),
    ("presides-over", "presides over", "presided over by"),
    ("speaks-for", "speaks for", "spokesperson"),
    ("uses", "uses", "used by"),
    ("works-for", "works for", "employs"),
];

/// `headed by: Edi Rama`; the word of an unknown relation from the other end as `Edi Rama advises
/// this actor`.
pub(in crate::page) fn relation_words(
    relation: &DisplayText,
    other: &DisplayText,
    outgoing: bool,
) -> DisplayText {
    let known = RELATIONS.iter().find(|(word, ..)| *word == relation.as_str());
    match (known, outgoing) {
        (Some((_, words, _)), true) | (Some((_, _, words)), false) => {
            crate::text![*words, ": ", other]
        }
        (None, true) => crate::text![spaced(relation), ": ", other],
        (None, false) => crate::text![other, " ", spaced(relation), " this actor"],
    }
}
