//! Pages of actors.

use super::compose::Composer;
use super::words::{country_words, date_and_title, names, source_line, targets};
use super::{Piece, Tone};
use crate::library::{Actor, ActorLink, Aka, Confidence, Kind, Relation};
use crate::text::{DisplayText, clean, comma_separated};

/// Who it is, by which names, and where it appears.
pub(super) fn body(composer: &mut Composer<'_>, actor: &Actor) {
    let mut what = DisplayText::default();
    if let Some(kind) = &actor.kind {
        what = DisplayText::literal(kind.value.word());
    }
    if let Some(country) = &actor.country {
        what = crate::text![what, ", ", country_words(&country.value)];
    }
    composer.field("KIND", &what);
    if let Some(role) = &actor.role {
        composer.field("ROLE", role);
    }
    if let Some(say) = &actor.say {
        composer.field("SAY", say);
    }
    if !actor.aliases.is_empty() {
        composer.field("ALSO", &comma_separated(&actor.aliases));
    }
    for native in &actor.names {
        // A line of its own: right-to-left text beside Latin would be reordered with it.
        composer.field("NATIVE", &crate::text![native.name, "  (", native.language, ")"]);
    }
    let parents = targets(composer.library, composer.item, Relation::PartOf);
    if !parents.is_empty() {
        let parents = names(composer.library, parents);
        composer.field("PART OF", &parents);
    }
    if !actor.attack.is_empty() {
        composer.field("ATT&CK", &comma_separated(&actor.attack));
    }
    if let Some(summary) = &actor.summary {
        composer.gap();
        composer.prose(summary, 0);
    }
    names_by_others(composer, &actor.aka);
    relations(composer);
    let events = composer.library.linked(composer.item, Kind::Event).to_vec();
    if !events.is_empty() {
        composer.heading("EVENTS");
        composer.list(&events, date_and_title);
    }
    let sources = composer.library.linked(composer.item, Kind::Source).to_vec();
    if !sources.is_empty() {
        composer.heading("SOURCES");
        composer.list(&sources, source_line);
    }
}

fn names_by_others(composer: &mut Composer<'_>, aka: &[Aka]) {
    if aka.is_empty() {
        return;
    }
    let library = composer.library;
    composer.heading("NAMES GIVEN BY OTHERS");
    for name in aka {
        let mut line = crate::text![name.name, "  (", name.relation.meaning()];
        for by in &name.by {
            let namers = targets(library, composer.item, Relation::AssertedBy).into_iter();
            let mut namers = namers.filter_map(|namer| library.get(namer));
            let namer = namers.find(|namer| namer.slug == by.value);
            let namer = namer.map_or_else(|| by.value.shown(), |namer| namer.title.clone());
            line = crate::text![line, "; says ", namer];
        }
        let line = crate::text![line, ")"];
        composer.paragraph(&[Piece::new(line, Tone::Text)], 0);
    }
}

/// Relations to other actors, both ways, each with how sure it is, when it held and who says so.
fn relations(composer: &mut Composer<'_>) {
    let (library, id) = (composer.library, composer.item);
    let of_this = |link: &&ActorLink| link.from == id || link.to == id;
    let mut links: Vec<&ActorLink> = library.actor_links().iter().filter(of_this).collect();
    if links.is_empty() {
        return;
    }
    // What it does to others before what others do to it; else in file order.
    links.sort_by_key(|link| link.from != id);
    composer.heading("RELATIONS");
    for link in links {
        let other = if link.from == id { link.to } else { link.from };
        let name = library.get(other).map(|item| item.title.clone()).unwrap_or_default();
        let words = relation_words(&link.record.relation, &name, link.from == id);
        // The entry has its number before the sources behind it have theirs.
        composer.link(other);
        let mut pieces = vec![Piece::new(words, Tone::Text)];
        pieces.extend(relation_support(composer, link));
        composer.entry(other, &pieces);
    }
}

/// `  (LOW; Oct 2022; The Jerusalem Post, 23 Oct 2022 [3])`.
fn relation_support(composer: &mut Composer<'_>, link: &ActorLink) -> Vec<Piece> {
    let sure =
        link.record.confidence.as_ref().map_or("not rated", |confidence| match confidence.value {
            Confidence::High => "HIGH",
            Confidence::Moderate => "MODERATE",
            Confidence::Low => "LOW",
        });
    let mut lead = crate::text!["  (", sure];
    if let Some(when) = &link.record.when {
        lead = crate::text![lead, "; ", when.text()];
    }
    let mut pieces = vec![Piece::new(lead, Tone::Dim)];
    for source in &link.cite {
        let from = crate::text!["; ", source_line(composer.library, *source), " "];
        pieces.push(Piece::new(from, Tone::Dim));
        pieces.push(composer.number(*source));
    }
    if link.cite.is_empty() {
        pieces.push(Piece::new("; no source", Tone::Dim));
    }
    pieces.push(Piece::new(")", Tone::Dim));
    pieces
}

/// Known words for a relation: as a brief writes it, from this actor, and from the other end.
const RELATIONS: &[(&str, &str, &str)] = &[
    ("accuses", "accuses", "accused by"),
    ("attributed-to", "attributed to", "has attributed to it"),
    ("based-at", "based at", "seat of"),
    ("claimed-by", "claimed by", "claims"),
    ("governs", "governs", "governed by"),
    ("heads", "heads", "headed by"),
    ("leads-opposition-in", "leads the opposition in", "opposition led by"),
    ("linked-to", "linked to", "linked to"),
    ("operates", "operates", "operated by"),
    ("part-of", "part of", "has part"),
    ("presides-over", "presides over", "presided over by"),
    ("speaks-for", "speaks for", "spokesperson"),
    ("uses", "uses", "used by"),
    ("works-for", "works for", "has working for it"),
];

/// `headed by: Edi Rama`; the word of an unknown relation from the other end as `Edi Rama advises
/// this`.
pub(super) fn relation_words(
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
        (None, false) => crate::text![other, " ", spaced(relation), " this"],
    }
}

/// The word of a relation with blanks for its hyphens.
fn spaced(word: &DisplayText) -> DisplayText {
    clean(&word.as_str().replace('-', " "), |_| {})
}
