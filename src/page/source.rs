//! Pages of sources.

use super::builder::Builder;
use super::content::{Run, Sign, Tone};
use super::words::{counted, date_and_title_in, publisher_name, targets};
use crate::library::{ItemId, Kind, Library, Relation, Reliance, Source, Step};
use crate::text::DisplayText;
use std::collections::BTreeSet;

/// Who published it and when, how good it is and why, what rests on it, where it comes from.
pub(super) fn body(builder: &mut Builder<'_>, source: &Source) {
    let (library, id) = (builder.library, builder.item);
    builder.field("PUBLISHER", &publisher_line(library, id));
    if let Some(author) = &source.author {
        builder.field("AUTHOR", author);
    }
    if let Some(published) = &source.published {
        builder.field("PUBLISHED", &published.value.text_with_weekday_in(builder.times));
    }
    if let Some(updated) = &source.updated {
        builder.field("UPDATED", &updated.text_with_weekday_in(builder.times));
    }
    grade(builder, source);
    let reliance = library.reliance(id);
    builder.gap();
    builder.sentence(reliance_words(&reliance), Tone::Strong);
    withdrawn(builder, source);
    if !builder.is_full() {
        return;
    }
    builder.gap();
    for actor in targets(library, id, Relation::PublishedBy) {
        let name = Run::text(crate::text!["for ", library.full_title(actor), " "]);
        let number = Run::Number(actor);
        builder.labelled("SPEAKS", vec![name, number, Run::text(", itself an actor")]);
    }
    if let Some(language) = &source.language {
        builder.field("LANGUAGE", language);
    }
    access(builder, source);
    if let Some(note) = &source.note {
        builder.gap();
        builder.prose(note);
    }
    chain(builder, "COMES FROM", "which repeats ", &library.repeats(id), "the origin");
    chain(builder, "REPEATED BY", "repeated in turn by ", &library.repeated_by(id), "");
    resting(builder, &reliance);
    disputes(builder);
    let actors = library.linked(id, Kind::Actor).to_vec();
    builder.section("WHO IT NAMES", &actors);
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
fn grade(builder: &mut Builder<'_>, source: &Source) {
    let (library, id) = (builder.library, builder.item);
    let reliability = library.reliability(id);
    builder.field("GRADE", &crate::text![reliability.word(), ": ", reliability.meaning()]);
    match &source.reliability_why {
        Some(why) => {
            let runs = builder.prose_runs(why, Tone::Dim);
            builder.labelled("WHY", runs);
        }
        None => builder.labelled("WHY", vec![Run::new(letter_from(library, id), Tone::Dim)]),
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

fn withdrawn(builder: &mut Builder<'_>, source: &Source) {
    if !source.withdrawn {
        return;
    }
    builder.gap();
    builder.sentence("WITHDRAWN", Tone::Warning);
    if let Some(why) = &source.withdrawn_why {
        builder.prose(why);
    }
}

/// How it could be reached, when it was read, and where it stands.
fn access(builder: &mut Builder<'_>, source: &Source) {
    if let Some(access) = source.access {
        builder.field("ACCESS", &DisplayText::literal(access.meaning()));
    }
    if let Some(retrieved) = &source.retrieved {
        builder.field("READ ON", &retrieved.text_in(builder.times));
    }
    if let Some(url) = &source.url {
        builder.address("ADDRESS", url);
    }
    if let Some(url) = &source.archive_url {
        builder.address("ARCHIVE", url);
    }
}

/// Sources step by step, each set off behind the one that leads to it.
fn chain(
    builder: &mut Builder<'_>,
    heading: &'static str,
    further: &'static str,
    steps: &[Step],
    last: &'static str,
) {
    if steps.is_empty() {
        return;
    }
    builder.heading(heading);
    for step in steps {
        let lead = if step.depth > 1 { further } else { "" };
        let line = crate::text![lead, builder.source_line(step.source)];
        let mut runs = vec![Run::text(line)];
        if step.last && !last.is_empty() {
            runs.push(Run::new(crate::text!["  (", last, ")"], Tone::Dim));
        }
        builder.nested(step.source, step.depth, runs);
    }
}

/// The events and claims that it is cited for, each with a word where nothing else is.
fn resting(builder: &mut Builder<'_>, reliance: &Reliance) {
    let (library, id) = (builder.library, builder.item);
    let events = library.linked(id, Kind::Event).to_vec();
    let set = |items: &[ItemId]| items.iter().copied().collect::<BTreeSet<ItemId>>();
    let (uncited, copies_only) = (set(&reliance.uncited), set(&reliance.copies_only));
    let citing = set(&reliance.events);
    for (heading, items) in [("EVENTS IT SUPPORTS", &events), ("WHAT IT SAYS", &reliance.claims)] {
        if items.is_empty() {
            continue;
        }
        builder.heading(heading);
        for item in items {
            let line = date_and_title_in(library, *item, builder.times);
            let mut runs = vec![Run::text(line)];
            if uncited.contains(item) {
                runs.push(Run::new("  (cites nothing else)", Tone::Warning));
            } else if copies_only.contains(item) {
                runs.push(Run::new("  (else only copies of this)", Tone::Warning));
            } else if library.event(*item).is_some() && !citing.contains(item) {
                runs.push(Run::new("  (in a claim or the text)", Tone::Dim));
            }
            builder.entry(*item, runs);
        }
    }
}

/// What it says against others, and others against what it says.
fn disputes(builder: &mut Builder<'_>) {
    let library = builder.library;
    let disputes = library.disputes_of_source(builder.item);
    for (heading, speaks) in [("SPEAKS AGAINST", true), ("SPOKEN AGAINST BY", false)] {
        let of_kind: Vec<_> = disputes.iter().filter(|(.., first)| *first == speaks).collect();
        if of_kind.is_empty() {
            continue;
        }
        builder.heading(heading);
        for (own, other, _) in of_kind {
            let here = Run::text(crate::text![library.value(*own), " "]);
            let number = Run::Number(*own);
            let sign = Run::sign(Sign::DiffersFrom, Tone::Differs);
            let there = Run::new(library.value(*other), Tone::Differs);
            builder.entry(*other, vec![here, number, sign, there]);
        }
    }
}
