//! Claims and events in lists, each with its grade and who carries it.

use super::builder::Builder;
use super::carrier::{carried_by, citing, claimants, reported_speakers};
use super::content::{Block, Entry, Marker, Run, Runs, Tone};
use super::phrases;
use super::words::{date_and_title_in, ground_words, weight_words};
use crate::library::{Attribution, ItemId, Kind, Library, Relation, Weight};
use crate::text::DisplayText;
use std::collections::BTreeMap;

/// What something rests on or contradicts: the text of a claim above its grade and who carries it, an
/// event above how sure it is.
pub(super) fn entry(builder: &mut Builder<'_>, item: ItemId, weight: Option<Weight>) {
    let library = builder.library;
    let text = date_and_title_in(library, item, builder.times);
    let below = match (library.claim(item), library.answer(item)) {
        (Some(_), _) => carriage(library, item, weight),
        (None, Some(answer)) => phrases::sure_runs(library, item, &answer),
        (None, None) => Runs::new(),
    };
    push(builder, item, vec![Run::text(text)], below);
}

fn push(builder: &mut Builder<'_>, item: ItemId, runs: Runs, below: Runs) {
    let under = if below.is_empty() { Vec::new() } else { vec![Block::Paragraph(below)] };
    builder.push(Block::Entry(Entry { under, ..Entry::new(Marker::Number(item), runs) }));
}

/// `A1 White House, officially`, `A3 Reuters, citing iSIGHT Partners, from technical traces`; of an
/// objection `C4 Mehr, officially (party)`.
fn carriage(library: &Library, claim: ItemId, weight: Option<Weight>) -> Runs {
    let speakers = reported_speakers(library, claim);
    let house = carried_by(library, claim);
    let mut words = crate::text![house, citing(library, &speakers)];
    if let Some(ground) = library.claim(claim).and_then(|claim| claim.attribution) {
        let who = claimants(library, claim);
        // A paper that carries what somebody claims to have done has claimed nothing itself.
        let denies = library.rejects_blame(claim);
        let carried = ground == Attribution::Itself
            && !who.is_empty()
            && (!speakers.is_empty() || !is_of(library, claim, &who));
        words = if carried {
            let verb = if denies { ", denied by " } else { ", claimed by " };
            crate::text![house, verb, phrases::short_names(library, &who)]
        } else if denies {
            crate::text![words, ", its own denial"]
        } else {
            crate::text![words, ", ", ground_words(ground)]
        };
    }
    let mut runs = vec![Run::new(words, Tone::Quiet)];
    if let Some(weight) = weight {
        let tone = if weight == Weight::Contested { Tone::Against } else { Tone::Quiet };
        runs.push(Run::new(crate::text![" (", weight_words(library, claim, weight), ")"], tone));
    } else if library.assessment(claim).is_some_and(|found| found.disputed) {
        runs.push(Run::new("; ", Tone::Quiet));
        runs.push(Run::new("DISPUTED", Tone::Against));
    }
    runs
}

/// Whether the house of a claim's grade is one of these.
fn is_of(library: &Library, claim: ItemId, actors: &[ItemId]) -> bool {
    let best = library.best_source(claim);
    let mut houses = best.into_iter().flat_map(|best| library.ends(best, Relation::PublishedBy));
    houses.any(|house| actors.contains(&house))
}

/// A heading and entries of what an item refers to in one way; nothing where it does not.
pub(super) fn section(builder: &mut Builder<'_>, heading: &'static str, items: &[ItemId]) {
    if items.is_empty() {
        return;
    }
    builder.heading(heading);
    for item in items {
        entry(builder, *item, None);
    }
}

/// The other events that a claim is about, beside the one below which it is shown.
pub(super) fn also_about(builder: &Builder<'_>, claim: ItemId, shown: ItemId) -> Vec<Block> {
    let library = builder.library;
    let others = library.events_of(claim).filter(|event| *event != shown);
    let line = |event: ItemId| {
        let title = date_and_title_in(library, event, builder.times);
        let words = Run::new("also about ", Tone::Quiet);
        let title = Run::new(crate::text![" ", title], Tone::Quiet);
        Block::Paragraph(vec![words, Run::Number(event), title])
    };
    others.map(line).collect()
}

/// Claims under the events they stand under, the events in timeline order.
pub(super) fn by_event(builder: &mut Builder<'_>, heading: DisplayText, claims: &[ItemId]) {
    if claims.is_empty() {
        return;
    }
    let library = builder.library;
    builder.heading(heading);
    let mut of_event: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
    for claim in claims {
        if let Some(event) = library.event_of(*claim) {
            of_event.entry(event).or_default().push(*claim);
        }
    }
    for event in library.linked(builder.item, Kind::Event) {
        let Some(own) = of_event.remove(event) else { continue };
        let line = date_and_title_in(library, *event, builder.times);
        builder.entry(*event, vec![Run::new(line, Tone::Quiet)]);
        for claim in own {
            let text = vec![Run::text(library.full_title(claim))];
            let mut under = also_about(builder, claim, *event);
            under.insert(0, Block::Paragraph(carriage(library, claim, None)));
            let entry = Entry { depth: 2, under, ..Entry::new(Marker::Number(claim), text) };
            builder.push(Block::Entry(entry));
        }
    }
}
