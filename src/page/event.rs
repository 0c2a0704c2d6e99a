//! Pages of events.

use super::compose::Composer;
use super::words::{date_and_title_in, referrers, targets};
use super::{CardSize, Piece, Tone, time};
use crate::library::{Event, ItemId, Kind, Library, Neighbours, Relation};
use crate::text::{DisplayText, comma_separated};
use std::collections::BTreeSet;

/// What came before and after, summary, why that sure, who took part, where it leads.
pub(super) fn body(
    composer: &mut Composer<'_>,
    event: &Event,
    card: CardSize,
    neighbours: &Neighbours,
) {
    let id = composer.item;
    // The roomy card has these rows; where there is next to no room the text comes first.
    if composer.is_full() && card == CardSize::Compact {
        time::body_rows(composer, neighbours);
        composer.gap();
    }
    if let Some(summary) = &event.summary {
        composer.summary(summary);
    }
    if !composer.is_full() {
        return;
    }
    composer.gap();
    if card == CardSize::Abbreviated {
        time::body_rows(composer, neighbours);
    }
    time::same_time(composer, neighbours);
    if let Some(why) = &event.confidence_why {
        composer.heading("WHY THAT SURE");
        composer.prose(why, 0);
    }
    let actors = targets(composer.library, id, Relation::Involves);
    if !actors.is_empty() {
        composer.heading("WHO TOOK PART");
        // Somebody with two roles is one entry.
        let mut seen = BTreeSet::new();
        let named: Vec<ItemId> = actors.into_iter().filter(|actor| seen.insert(*actor)).collect();
        composer.list(&named, |library, actor| role_line(library, id, actor));
    }
    see_also(composer, id);
    resting(composer, id);
    filed(composer, event);
}

/// `Edi Rama, speaker`.
fn role_line(library: &Library, event: ItemId, actor: ItemId) -> DisplayText {
    let name = library.full_title(actor);
    let roles = library.roles(event, actor);
    comma_separated(&[name].into_iter().chain(roles).collect::<Vec<_>>())
}

/// Other events it belongs to, each with how far away in time it is.
fn see_also(composer: &mut Composer<'_>, id: ItemId) {
    let events = composer.library.linked(id, Kind::Event).to_vec();
    if events.is_empty() {
        return;
    }
    composer.heading("SEE ALSO");
    for event in events {
        let line = date_and_title_in(composer.library, event, composer.times);
        let mut pieces = vec![Piece::new(line, Tone::Text)];
        if let Some(away) = time::away(composer.library, id, event) {
            pieces.push(Piece::new(crate::text!["  (", away, ")"], Tone::Dim));
        }
        composer.entry(event, &pieces);
    }
}

/// Judgements, cards and gaps that rest on an event, or on one of its claims, or concern it.
pub(super) fn resting(composer: &mut Composer<'_>, id: ItemId) {
    let library = composer.library;
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
        composer.section(heading, &of_kind);
    }
}

/// Under what an event is filed: places, type, tags, ATT&CK techniques with their names.
fn filed(composer: &mut Composer<'_>, event: &Event) {
    composer.gap();
    composer.linked_field("WHERE", &targets(composer.library, composer.item, Relation::At));
    composer.field("TYPE", &DisplayText::literal(event.kind.word()));
    let tags: Vec<DisplayText> = event.tags.iter().map(|tag| tag.value.clone()).collect();
    if !tags.is_empty() {
        composer.field("TAGS", &comma_separated(&tags));
    }
    let library = composer.library;
    let techniques = event.attack.iter().map(|id| match library.technique(id.as_str()) {
        Some(technique) => crate::text![id, " ", technique.name],
        None => id.clone(),
    });
    let techniques: Vec<DisplayText> = techniques.collect();
    if !techniques.is_empty() {
        composer.field("ATT&CK", &comma_separated(&techniques));
    }
}
