//! Pages of events.

use super::builder::Builder;
use super::content::{Run, Tone};
use super::words::{date_and_title_in, referrers, targets};
use super::{CardSize, time};
use crate::library::{Event, ItemId, Kind, Library, Neighbours, Relation};
use crate::text::{DisplayText, comma_separated};
use std::collections::BTreeSet;

/// What came before and after, summary, why that sure, who took part, where it leads.
pub(super) fn body(
    builder: &mut Builder<'_>,
    event: &Event,
    card: CardSize,
    neighbours: &Neighbours,
) {
    let id = builder.item;
    // The roomy card has these rows; where there is next to no room the text comes first.
    if builder.is_full() && card == CardSize::Compact {
        time::body_rows(builder, neighbours);
        builder.gap();
    }
    if let Some(summary) = &event.summary {
        builder.summary(summary);
    }
    if !builder.is_full() {
        return;
    }
    builder.gap();
    if card == CardSize::Abbreviated {
        time::body_rows(builder, neighbours);
    }
    time::same_day(builder, &neighbours.same_day);
    if let Some(why) = &event.confidence_why {
        builder.heading("WHY THAT SURE");
        builder.prose(why);
    }
    let actors = targets(builder.library, id, Relation::Involves);
    if !actors.is_empty() {
        builder.heading("WHO TOOK PART");
        // Somebody with two roles is one entry.
        let mut seen = BTreeSet::new();
        let named: Vec<ItemId> = actors.into_iter().filter(|actor| seen.insert(*actor)).collect();
        builder.list(&named, |library, actor| role_line(library, id, actor));
    }
    see_also(builder, id);
    resting(builder, id);
    filed(builder, event);
}

/// `Edi Rama, speaker`.
fn role_line(library: &Library, event: ItemId, actor: ItemId) -> DisplayText {
    let name = library.full_title(actor);
    let roles = library.roles(event, actor);
    comma_separated(&[name].into_iter().chain(roles).collect::<Vec<_>>())
}

/// Other events it belongs to, each with how far away in time it is.
fn see_also(builder: &mut Builder<'_>, id: ItemId) {
    let events = builder.library.linked(id, Kind::Event).to_vec();
    if events.is_empty() {
        return;
    }
    builder.heading("SEE ALSO");
    for event in events {
        let line = date_and_title_in(builder.library, event, builder.times);
        let mut runs = vec![Run::text(line)];
        if let Some(away) = time::away(builder.library, id, event) {
            runs.push(Run::new(crate::text!["  (", away, ")"], Tone::Dim));
        }
        builder.entry(event, runs);
    }
}

/// Judgements, cards and gaps that rest on an event, or on one of its claims, or concern it.
pub(super) fn resting(builder: &mut Builder<'_>, id: ItemId) {
    let library = builder.library;
    let mut found: BTreeSet<ItemId> = BTreeSet::new();
    for holder in [id].into_iter().chain(targets(library, id, Relation::Claims)) {
        found.extend(referrers(library, holder, Relation::RestsOn));
        found.extend(referrers(library, holder, Relation::Concerns));
    }
    for (kind, heading) in
        [(Kind::Judgement, "JUDGEMENTS"), (Kind::Question, "IF ASKED"), (Kind::Gap, "NOT KNOWN")]
    {
        let is_kind = |id: &ItemId| library.get(*id).is_some_and(|item| item.kind == kind);
        let of_kind: Vec<ItemId> = found.iter().copied().filter(is_kind).collect();
        builder.section(heading, &of_kind);
    }
}

/// Under what an event is filed: places, type, tags, ATT&CK techniques with their names.
fn filed(builder: &mut Builder<'_>, event: &Event) {
    builder.gap();
    builder.linked_field("WHERE", &targets(builder.library, builder.item, Relation::At));
    builder.field("TYPE", &DisplayText::literal(event.kind.word()));
    let tags: Vec<DisplayText> = event.tags.iter().map(|tag| tag.value.clone()).collect();
    if !tags.is_empty() {
        builder.field("TAGS", &comma_separated(&tags));
    }
    let library = builder.library;
    let techniques = event.attack.iter().map(|id| match library.technique(id.as_str()) {
        Some(technique) => crate::text![id, " ", technique.name],
        None => id.clone(),
    });
    let techniques: Vec<DisplayText> = techniques.collect();
    if !techniques.is_empty() {
        builder.field("ATT&CK", &comma_separated(&techniques));
    }
}
