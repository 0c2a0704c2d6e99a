//! Records that cannot all be so: what derives from something later, or was known before it was.

use super::estimates;
use crate::brief::{Document, Source};
use crate::diag::{Code, Diagnostic};
use crate::library::told::Findings;
use crate::library::{Kind, Library, Relation, ScopeId};
use crate::text;

/// All of them, of one file.
pub(super) fn check(library: &Library, scope: ScopeId, document: &Document, found: &mut Findings) {
    for event in &document.events {
        if let Some(reported) = event.reported.as_ref().filter(|_| event.status.is_over())
            && reported.is_before(&event.when.value)
        {
            let message =
                text!["reported ", reported.text(), ", before it was: ", event.when.value.text()];
            let finding = Diagnostic::new(Code::W214, event.when.span.clone(), message);
            found.push(finding.help("check the two dates; mostly one of the years is wrong"));
        }
    }
    plans(library, scope, document, found);
    found.extend(as_of(document));
    document.sources.iter().for_each(|source| derived(library, scope, source, found));
    publishers(library, scope, document, found);
    estimates::check(document, found);
}

/// W212: planned for a day that is past as the brief sees it, and no gap says that nothing more is known.
fn plans(library: &Library, scope: ScopeId, document: &Document, found: &mut Findings) {
    for event in &document.events {
        let Some(id) = library.scopes.find(scope, Kind::Event, &event.id.value) else { continue };
        let Some(as_of) = library.past_plan(id) else { continue };
        if library.incoming(id).any(|edge| edge.relation == Relation::Concerns) {
            continue;
        }
        let message = text![
            "still planned, and past: ",
            event.when.value.text(),
            "; the brief is as of ",
            as_of.text()
        ];
        let help = text![
            "write `status = \"occurred\"` or `\"cancelled\"`; if nobody knows, add a `[[gap]]` with `on = [\"",
            event.id.value.shown(),
            "\"]`"
        ];
        found.push(Diagnostic::new(Code::W212, event.when.span.clone(), message).help(help));
    }
}

/// W213: events later than the day that the brief is as of, told once.
fn as_of(document: &Document) -> Option<Diagnostic> {
    let as_of = document.brief.as_ref()?.as_of.as_ref()?;
    let events = document.events.iter();
    let mut later =
        events.filter(|event| event.status.is_over() && as_of.is_before(&event.when.value));
    let first = later.next()?;
    let rest = later.count();
    let message = text!["the brief is as of ", as_of.text(), ", before this event"];
    let message = match rest {
        0 => message,
        1 => text![message, " and another one"],
        _ => text![message, " and ", rest, " others"],
    };
    let finding = Diagnostic::new(Code::W213, first.when.span.clone(), message);
    Some(finding.help("check the dates; `as-of` is the day of the newest that the brief knows"))
}

/// W211: what derives from a source cannot have been published before it.
fn derived(library: &Library, scope: ScopeId, source: &Source, found: &mut Findings) {
    let Some(published) = &source.published else { return };
    let library = &library.within_file(scope);
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
