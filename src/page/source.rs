//! Pages of sources.

use super::compose::Composer;
use super::words::{counted, date_and_title_in, publisher_name, targets};
use super::{Piece, Tone};
use crate::library::{ItemId, Kind, Library, Relation, Reliance, Source, Step};
use crate::text::DisplayText;
use std::collections::BTreeSet;

/// Who published it and when, how good it is and why, what rests on it, where it comes from.
pub(super) fn body(composer: &mut Composer<'_>, source: &Source) {
    let (library, id) = (composer.library, composer.item);
    composer.field("PUBLISHER", &publisher_line(library, id));
    if let Some(author) = &source.author {
        composer.field("AUTHOR", author);
    }
    if let Some(published) = &source.published {
        composer.field("PUBLISHED", &published.value.text_with_weekday_in(composer.times));
    }
    if let Some(updated) = &source.updated {
        composer.field("UPDATED", &updated.text_with_weekday_in(composer.times));
    }
    grade(composer, source);
    let reliance = library.reliance(id);
    composer.gap();
    composer.paragraph(&[Piece::new(reliance_words(&reliance), Tone::Strong)], 0);
    withdrawn(composer, source);
    if !composer.is_full() {
        return;
    }
    composer.gap();
    for actor in targets(library, id, Relation::PublishedBy) {
        let name = Piece::new(crate::text!["for ", library.full_title(actor), " "], Tone::Text);
        let number = composer.number(actor);
        composer.labelled("SPEAKS", &[name, number, Piece::new(", itself an actor", Tone::Text)]);
    }
    if let Some(language) = &source.language {
        composer.field("LANGUAGE", language);
    }
    access(composer, source);
    if let Some(note) = &source.note {
        composer.gap();
        composer.prose(note, 0);
    }
    chain(composer, "COMES FROM", "which repeats ", &library.repeats(id), "the origin");
    chain(composer, "REPEATED BY", "repeated in turn by ", &library.repeated_by(id), "");
    resting(composer, &reliance);
    disputes(composer);
    let actors = library.linked(id, Kind::Actor).to_vec();
    composer.section("WHO IT NAMES", &actors);
}

/// `Arab News, a newspaper, broadcaster or site`.
fn publisher_line(library: &Library, id: ItemId) -> DisplayText {
    let name = publisher_name(library, id);
    match library.publisher(id).and_then(|publisher| publisher.kind) {
        Some(kind) => crate::text![name, " (", kind.meaning(), ")"],
        None => name,
    }
}

/// The letter in words, whose letter it is, and why.
fn grade(composer: &mut Composer<'_>, source: &Source) {
    let (library, id) = (composer.library, composer.item);
    let reliability = library.reliability(id);
    composer.field("GRADE", &crate::text![reliability.word(), ": ", reliability.meaning()]);
    match &source.reliability_why {
        Some(why) => {
            let pieces = composer.prose_pieces(why, Tone::Dim);
            composer.labelled("WHY", &pieces);
        }
        None => composer.labelled("WHY", &[Piece::new(letter_from(library, id), Tone::Dim)]),
    }
}

/// Where the letter of a source comes from, in a sentence.
pub(super) fn letter_from(library: &Library, id: ItemId) -> DisplayText {
    let own = library.source(id).and_then(|source| source.reliability);
    let house = library.publisher(id);
    match (own, house, house.and_then(|house| house.reliability)) {
        (Some(own), Some(house), Some(letter)) if own == letter => {
            crate::text!["given to this document, and the letter of ", house.name]
        }
        (Some(_), Some(house), Some(letter)) => {
            let name = &house.name;
            crate::text![
                "given to this document; other documents of ",
                name,
                " have ",
                letter.word()
            ]
        }
        (Some(_), _, _) => DisplayText::literal("given to this document"),
        (None, Some(house), Some(_)) => crate::text!["the letter of ", house.name],
        (None, Some(house), None) => {
            crate::text!["neither the document nor ", house.name, " has a letter"]
        }
        (None, None, _) => DisplayText::literal("nobody has given it a letter"),
    }
}

/// `Rests on this source: 3 events, 4 claims; 2 would be uncited without it.`
pub(super) fn reliance_words(reliance: &Reliance) -> DisplayText {
    let mut parts = Vec::new();
    for (count, one, more) in [
        (reliance.events.len(), "event", "events"),
        (reliance.claims.len(), "claim", "claims"),
        (reliance.names, "name", "names"),
        (reliance.relations, "relation", "relations"),
    ] {
        if count > 0 {
            parts.push(counted(count, one, more));
        }
    }
    if parts.is_empty() {
        return DisplayText::literal("Nothing rests on this source.");
    }
    let parts = crate::text::comma_separated(&parts);
    let uncited = match reliance.uncited.len() {
        0 => DisplayText::literal("none would be uncited without it"),
        count => crate::text![count, " would be uncited without it"],
    };
    let copies = match reliance.copies_only.len() {
        0 => DisplayText::default(),
        count => crate::text![", ", count, " would rest on copies of it alone"],
    };
    let uncited = if reliance.events.is_empty() && reliance.claims.is_empty() {
        DisplayText::default()
    } else {
        crate::text!["; ", uncited, copies]
    };
    crate::text!["Rests on this source: ", parts, uncited, "."]
}

fn withdrawn(composer: &mut Composer<'_>, source: &Source) {
    if !source.withdrawn {
        return;
    }
    composer.gap();
    composer.paragraph(&[Piece::new("WITHDRAWN", Tone::Warning)], 0);
    if let Some(why) = &source.withdrawn_why {
        composer.prose(why, 0);
    }
}

/// How it could be reached, when it was read, and where it stands.
fn access(composer: &mut Composer<'_>, source: &Source) {
    if let Some(access) = source.access {
        composer.field("ACCESS", &DisplayText::literal(access.meaning()));
    }
    if let Some(retrieved) = &source.retrieved {
        composer.field("READ ON", &retrieved.text_in(composer.times));
    }
    if let Some(url) = &source.url {
        composer.address("ADDRESS", url);
    }
    if let Some(url) = &source.archive_url {
        composer.address("ARCHIVE", url);
    }
}

/// Sources step by step, each set off behind the one that leads to it.
fn chain(
    composer: &mut Composer<'_>,
    heading: &'static str,
    further: &'static str,
    steps: &[Step],
    last: &'static str,
) {
    if steps.is_empty() {
        return;
    }
    composer.heading(heading);
    for step in steps {
        let lead = if step.depth > 1 { further } else { "" };
        let line = crate::text![lead, composer.source_line(step.source)];
        let mut pieces = vec![Piece::new(line, Tone::Text)];
        if step.last && !last.is_empty() {
            pieces.push(Piece::new(crate::text!["  (", last, ")"], Tone::Dim));
        }
        composer.nested(step.source, step.depth, &pieces);
    }
}

/// The events and claims that it is cited for, each with a word where nothing else is.
fn resting(composer: &mut Composer<'_>, reliance: &Reliance) {
    let (library, id) = (composer.library, composer.item);
    let events = library.linked(id, Kind::Event).to_vec();
    let set = |items: &[ItemId]| items.iter().copied().collect::<BTreeSet<ItemId>>();
    let (uncited, copies_only) = (set(&reliance.uncited), set(&reliance.copies_only));
    let citing = set(&reliance.events);
    for (heading, items) in [("EVENTS IT SUPPORTS", &events), ("WHAT IT SAYS", &reliance.claims)] {
        if items.is_empty() {
            continue;
        }
        composer.heading(heading);
        for item in items {
            let line = date_and_title_in(library, *item, composer.times);
            let mut pieces = vec![Piece::new(line, Tone::Text)];
            if uncited.contains(item) {
                pieces.push(Piece::new("  (cites nothing else)", Tone::Warning));
            } else if copies_only.contains(item) {
                pieces.push(Piece::new("  (else only copies of this)", Tone::Warning));
            } else if library.event(*item).is_some() && !citing.contains(item) {
                pieces.push(Piece::new("  (in a claim or the text)", Tone::Dim));
            }
            composer.entry(*item, &pieces);
        }
    }
}

/// What it says against others, and others against what it says.
fn disputes(composer: &mut Composer<'_>) {
    let library = composer.library;
    let disputes = library.disputes_of_source(composer.item);
    for (heading, speaks) in [("SPEAKS AGAINST", true), ("SPOKEN AGAINST BY", false)] {
        let of_kind: Vec<_> = disputes.iter().filter(|(.., first)| *first == speaks).collect();
        if of_kind.is_empty() {
            continue;
        }
        composer.heading(heading);
        for (own, other, _) in of_kind {
            // The entry has its number before the claim in it has one.
            composer.link(*other);
            let here = Piece::new(crate::text![library.value(*own), " "], Tone::Text);
            let number = composer.number(*own);
            let there = Piece::new(crate::text![" ≠ ", library.value(*other)], Tone::Differs);
            composer.entry(*other, &[here, number, there]);
        }
    }
}
