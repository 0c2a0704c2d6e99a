//! Pages of actors.

use super::compose::Composer;
use super::words::{date_and_title, names, source_line, targets};
use crate::library::{Actor, Aka, ItemId, Kind, Relation};
use crate::text::{DisplayText, comma_separated};

/// Who it is, by which names, and where it appears.
pub(super) fn body(composer: &mut Composer<'_>, actor: &Actor) {
    let mut what = DisplayText::default();
    if let Some(kind) = &actor.kind {
        what = DisplayText::literal(kind.value.word());
    }
    if let Some(country) = &actor.country {
        what = crate::text![what, ", ", country.value];
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
    composer.heading("NAMES GIVEN BY OTHERS");
    for name in aka {
        let mut line = crate::text![name.name, "  (", name.relation.meaning()];
        for by in &name.by {
            line = crate::text![line, "; says ", by.value.shown()];
        }
        let line = crate::text![line, ")"];
        composer.paragraph(&[super::Piece::new(line, super::Tone::Text)], 0);
    }
}

fn relations(composer: &mut Composer<'_>) {
    let library = composer.library;
    let edges = |edges: &[crate::library::Edge]| -> Vec<(ItemId, DisplayText)> {
        let links = edges.iter().filter(|edge| edge.relation == Relation::LinksTo);
        links.map(|edge| (edge.to, edge.label.clone().unwrap_or_default())).collect()
    };
    let outgoing = edges(library.outgoing(composer.item));
    let incoming = edges(library.incoming(composer.item));
    if outgoing.is_empty() && incoming.is_empty() {
        return;
    }
    composer.heading("RELATIONS");
    for (others, arrow) in [(outgoing, ""), (incoming, "from ")] {
        for (other, label) in others {
            let lead = crate::text![arrow, label];
            composer.list(&[other], |library, id| {
                let title = library.get(id).map(|item| item.title.clone()).unwrap_or_default();
                crate::text![lead, ": ", title]
            });
        }
    }
}
