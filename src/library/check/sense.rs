//! Records that cannot all be so: what derives from something later, or was known before it was.

use super::estimates;
use crate::brief::{Document, Source};
use crate::diag::{Code, Diagnostic};
use crate::library::told::Findings;
use crate::library::{EventStatus, Kind, Library, ScopeId};
use crate::text;

/// All of them, of one file.
pub(super) fn check(library: &Library, scope: ScopeId, document: &Document, found: &mut Findings) {
    for event in &document.events {
        let is_over = !matches!(event.status, EventStatus::Planned | EventStatus::Cancelled);
        if let Some(reported) = event.reported.as_ref().filter(|_| is_over)
            && reported.is_before(&event.when.value)
        {
            let message =
                text!["reported ", reported.text(), ", before it was: ", event.when.value.text()];
            let finding = Diagnostic::new(Code::W214, event.when.span.clone(), message);
            found.push(finding.help("check the two dates; mostly one of the years is wrong"));
        }
    }
    document.sources.iter().for_each(|source| derived(library, scope, source, found));
    publishers(library, scope, document, found);
    estimates::check(document, found);
}

/// W211: what derives from a source cannot have been published before it.
fn derived(library: &Library, scope: ScopeId, source: &Source, found: &mut Findings) {
    let Some(published) = &source.published else { return };
    for reference in &source.derived_from {
        let origin = library.scopes.find(scope, Kind::Source, &reference.value);
        let origin = origin.and_then(|id| library.source(id)?.published.as_ref());
        let Some(origin) = origin.filter(|origin| published.value.is_before(&origin.value)) else {
            continue;
        };
        let message = text![
            "`",
            source.id.value.shown(),
            "` of ",
            published.value.text(),
            " derives from `",
            reference.value.shown(),
            "` of ",
            origin.value.text()
        ];
        let finding = Diagnostic::new(Code::W211, reference.span.clone(), message);
        found.push(
            finding
                .related(origin.span.clone(), "published later")
                .help("turn it round, or check the two dates"),
        );
    }
}

/// W223: a publisher with the id of an actor is mostly that actor, and then it is a party.
fn publishers(library: &Library, scope: ScopeId, document: &Document, found: &mut Findings) {
    for house in document.publishers.iter().filter(|house| house.actor.is_none()) {
        let slug = &house.id.value;
        if library.scopes.find(scope, Kind::Actor, slug).is_none() {
            continue;
        }
        let message = text![
            "`",
            slug.shown(),
            "` is the id of a publisher and of an actor, which are not joined"
        ];
        let help = text![
            "add `actor = \"",
            slug.shown(),
            "\"` to the publisher, or give one of them another id"
        ];
        found.push(Diagnostic::new(Code::W223, house.id.span.clone(), message).help(help));
    }
}
