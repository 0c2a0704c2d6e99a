//! Pages of sources.

use super::builder::Builder;
use super::content::{Run, Tone};
use super::statements;
use super::words::{
    and_separated, counted, date_and_title_in, language_words, marking_run, or_separated,
    semicolons, targets,
};
use crate::library::{ItemId, Kind, Library, Relation, Reliance, Source, Step};
use crate::text::{DisplayText, clean, comma_separated};
use std::collections::{BTreeMap, BTreeSet};

/// When and by whom it was published and how good that is; what rests on it; where it comes from; how
/// it was read; then all else that its record says.
pub(super) fn body(builder: &mut Builder<'_>, source: &Source) {
    let (library, id) = (builder.library, builder.item);
    let reliance = library.reliance(id);
    withdrawn(builder, source, &reliance);
    builder.use_of_it(source.deprecated.as_deref());
    if let Some(published) = &source.published {
        builder.field("PUBLISHED", &published.value.text_with_weekday_in(builder.times));
    }
    let several = library.publishers(id).nth(1).is_some();
    let label = if several { "PUBLISHERS" } else { "PUBLISHER" };
    builder.field(label, &publisher_line(library, id));
    grade(builder, source);
    builder.gap();
    builder.sentence(reliance_words(&reliance), Tone::Strong);
    if !builder.is_full() {
        return;
    }
    resting(builder, &reliance);
    chain(builder, "REPEATS", "which repeats ", &library.repeats(id), "the origin");
    chain(builder, "REPEATED BY", "repeated in turn by ", &library.repeated_by(id), "");
    contradictions(builder, &reliance);
    how_it_was_read(builder, source);
    // Whom the document itself names no record says.
    builder.section("WHO HAS A PART IN WHAT IT IS CITED FOR", &library.concerned(id));
}

/// `Arab News (a newspaper, broadcaster or site)`.
fn publisher_line(library: &Library, id: ItemId) -> DisplayText {
    let houses = library.publishers(id).map(|house| match house.kind {
        Some(kind) => crate::text![house.name, " (", kind.meaning(), ")"],
        None => house.name.clone(),
    });
    let houses: Vec<DisplayText> = houses.collect();
    if houses.is_empty() { library.speaker(id) } else { semicolons(&houses) }
}

/// The letter in words, whose letter it is, and why.
fn grade(builder: &mut Builder<'_>, source: &Source) {
    let (library, id) = (builder.library, builder.item);
    let reliability = library.reliability(id);
    let letter = crate::text![reliability.word(), ": ", reliability.meaning(), "; "];
    builder.field("GRADE", &crate::text![letter, letter_from(library, id)]);
    if let Some(why) = &source.reliability_why {
        let runs = builder.prose_runs(why, Tone::Quiet);
        builder.labelled("WHY", runs);
    }
}

/// Where the letter of a source comes from, in a sentence.
pub(super) fn letter_from(library: &Library, id: ItemId) -> DisplayText {
    let own = library.source(id).and_then(|source| source.reliability);
    let houses: Vec<DisplayText> = library.publishers(id).map(|house| house.name.clone()).collect();
    let best = library.best_letter(id).map(|(house, letter)| (&house.name, letter));
    let (given, itself) = ("given to this document; ", " itself has ");
    match (own, best, houses.as_slice()) {
        (Some(own), Some((house, letter)), _) if own == letter => {
            crate::text![given, house, itself, "the same"]
        }
        (Some(_), Some((house, letter)), _) => {
            crate::text![given, house, itself, letter.word()]
        }
        (Some(_), None, _) => DisplayText::literal("given to this document"),
        (None, Some((house, _)), [_]) => crate::text!["the letter of ", house],
        (None, Some((house, _)), _) => {
            crate::text!["the letter of ", house, ", the best of its publishers"]
        }
        (None, None, []) => DisplayText::literal("nobody has given it a letter"),
        (None, None, houses) => {
            crate::text!["neither the document nor ", or_separated(houses), " has a letter"]
        }
    }
}

/// `3 events and 4 claims rest on it; it is the sole source of 2.`
pub(super) fn reliance_words(reliance: &Reliance) -> DisplayText {
    let mut parts = Vec::new();
    for (count, one, more) in [
        (reliance.events.len(), "event", "events"),
        (reliance.claims.len(), "claim", "claims"),
        (reliance.summaries, "summary", "summaries"),
        (reliance.names, "name", "names"),
        (reliance.relations, "relation", "relations"),
    ] {
        if count > 0 {
            parts.push((count, counted(count, one, more)));
        }
    }
    let all: usize = parts.iter().map(|(count, _)| count).sum();
    if all == 0 {
        return DisplayText::literal("Nothing rests on this source.");
    }
    let words: Vec<DisplayText> = parts.into_iter().map(|(_, words)| words).collect();
    let rest = |count: usize| if count == 1 { " rests on it" } else { " rest on it" };
    let alone = match reliance.uncited.len() {
        0 => DisplayText::literal("; none on it alone"),
        count => crate::text!["; ", count, rest(count), " alone"],
    };
    let copies = match reliance.copies_only.len() {
        0 => DisplayText::default(),
        count => crate::text!["; ", count, rest(count), " and copies of it"],
    };
    // Whether names and relations have other sources is not counted.
    let alone = if reliance.events.is_empty() && reliance.claims.is_empty() {
        DisplayText::default()
    } else {
        crate::text![alone, copies]
    };
    crate::text![and_separated(&words), rest(all), alone, "."]
}

fn withdrawn(builder: &mut Builder<'_>, source: &Source, reliance: &Reliance) {
    if !source.withdrawn {
        return;
    }
    let library = builder.library;
    let mut citing = reliance.events.iter().chain(&reliance.claims);
    let everywhere = citing.all(|id| library.within(*id).is_withdrawn(builder.item));
    let said = if everywhere {
        "WITHDRAWN: nothing is counted on it."
    } else {
        "WITHDRAWN: nothing is counted on it but where a brief does not withdraw it."
    };
    builder.sentence(said, Tone::Warning);
    if let Some(why) = &source.withdrawn_why {
        builder.prose(why);
    }
    builder.gap();
}

/// How it could be reached, when it was read, where it stands, and all else that its record says.
fn how_it_was_read(builder: &mut Builder<'_>, source: &Source) {
    let library = builder.library;
    builder.heading("HOW IT WAS READ");
    let access = source.access.map_or("not stated", crate::library::Access::meaning);
    builder.field("ACCESS", &access.into());
    if let Some(note) = &source.note {
        let runs = builder.prose_runs(note, Tone::Text);
        builder.labelled("NOTE", runs);
    }
    if let Some(language) = &source.language {
        builder.field("LANGUAGE", &language_words(language));
    }
    if let Some(author) = &source.author {
        builder.field("AUTHOR", author);
    }
    for actor in targets(library, builder.item, Relation::PublishedBy) {
        let runs = builder.by_name(actor, library.full_title(actor));
        builder.labelled("VOICE OF", runs);
    }
    for (label, day) in [("READ ON", &source.retrieved), ("UPDATED", &source.updated)] {
        if let Some(day) = day {
            builder.field(label, &day.text_in(builder.times));
        }
    }
    for (label, url) in [("ADDRESS", &source.url), ("ARCHIVE", &source.archive_url)] {
        if let Some(url) = url {
            builder.address(label, url);
        }
    }
    copy(builder, source);
    if let Some(marking) = &source.marking {
        builder.labelled("MARKING", vec![marking_run(marking.value)]);
    }
}

/// The archived copy and its hash.
pub(super) fn copy(builder: &mut Builder<'_>, source: &Source) {
    if let Some(file) = &source.file {
        builder.address("COPY", &clean(&file.value, |_| {}));
    }
    if let Some(hash) = &source.sha256 {
        builder.address("SHA-256", &clean(&hash.value, |_| {}));
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
            runs.push(Run::new(crate::text!["  (", last, ")"], Tone::Quiet));
        }
        builder.nested(step.source, step.depth, runs);
    }
}

/// The events and claims that it is cited for, each with a word where nothing else is; then the events
/// that only a claim or a text cites it for.
fn resting(builder: &mut Builder<'_>, reliance: &Reliance) {
    let (library, id) = (builder.library, builder.item);
    let set = |items: &[ItemId]| items.iter().copied().collect::<BTreeSet<ItemId>>();
    let citing = set(&reliance.events);
    let (citing, others): (Vec<ItemId>, Vec<ItemId>) =
        library.linked(id, Kind::Event).iter().partition(|event| citing.contains(event));
    let (uncited, copies_only) = (set(&reliance.uncited), set(&reliance.copies_only));
    for (heading, items) in [
        ("EVENTS IT IS CITED FOR", &citing),
        ("WHAT IT SAYS", &reliance.claims),
        ("EVENTS IT IS CITED FOR ONLY IN A CLAIM OR TEXT", &others),
    ] {
        if items.is_empty() {
            continue;
        }
        builder.heading(heading);
        for item in items {
            let line = date_and_title_in(library, *item, builder.times);
            let alone = if uncited.contains(item) {
                Some("sole source".into())
            } else {
                copies_only.contains(item).then(|| "with copies of it alone".into())
            };
            let otherwise = library.described_otherwise(id, *item);
            let otherwise = (!otherwise.is_empty())
                .then(|| crate::text!["in its brief ", comma_separated(&otherwise)]);
            let remarks: Vec<DisplayText> = alone.into_iter().chain(otherwise).collect();
            let mut runs = vec![Run::text(line)];
            if !remarks.is_empty() {
                let remarks = crate::text!["  (", semicolons(&remarks), ")"];
                runs.push(Run::new(remarks, Tone::Warning));
            }
            builder.entry(*item, runs);
        }
    }
}

/// What it says against what is held, and what others say against it, each once. A source that carries
/// both sides of a question contradicts nobody but itself.
fn contradictions(builder: &mut Builder<'_>, reliance: &Reliance) {
    let library = builder.library;
    let own: BTreeSet<ItemId> = reliance.claims.iter().copied().collect();
    let (mut contradicts, mut contradicted_by) = (BTreeMap::new(), BTreeMap::new());
    for side in library.sides_of(reliance.claims.iter().copied()) {
        let others = library.opposite(&side).into_iter();
        let others = others.filter(|(other, _)| !own.contains(other));
        if side.objects {
            contradicts.extend(others.map(|(other, _)| (other, None)));
        } else {
            contradicted_by.extend(others.map(|(other, weight)| (other, Some(weight))));
        }
    }
    for (heading, claims) in [("CONTRADICTS", contradicts), ("CONTRADICTED BY", contradicted_by)] {
        if claims.is_empty() {
            continue;
        }
        builder.heading(heading);
        for (claim, weight) in claims {
            statements::entry(builder, claim, weight);
        }
    }
}
