//! Links of events that say nothing, or that the dates contradict; claims put on one event twice.

use crate::brief::Order;
use crate::diag::{Code, Diagnostic};
use crate::library::told::Findings;
use crate::library::{Claim, Event, EventLinkWord, EventTie, Library};
use crate::text;
use std::collections::BTreeSet;

/// W257 and W216, of all briefs.
pub(super) fn check(library: &Library, found: &mut Findings) {
    for span in &library.resolved.ties_to_itself {
        let message = text!["this links the event to itself"];
        let finding = Diagnostic::new(Code::W257, span.clone(), message);
        found.push(finding.help("name the other event in `to`, or leave the link out"));
    }
    for span in &library.resolved.ties_again {
        let message = text!["this relation of the two events is written already"];
        let finding = Diagnostic::new(Code::W257, span.clone(), message);
        found.push(finding.help("leave it out: the pages of both events tell it"));
    }
    found.extend(library.resolved.event_ties.iter().filter_map(|tie| contradicted(library, tie)));
}

/// W259: `on` names the event that the claim stands under, or one event twice.
pub(super) fn named_again(event: &Event, claim: &Claim, found: &mut Findings) {
    let mut known = BTreeSet::new();
    for other in &claim.on {
        let slug = other.value.shown();
        let message = if other.value == event.id.value {
            text!["the claim stands under `", slug, "` already"]
        } else if !known.insert(&other.value) {
            text!["`on` names `", slug, "` twice"]
        } else {
            continue;
        };
        let help = "leave it out: a claim is about the event above it and about those in `on`";
        found.push(Diagnostic::new(Code::W259, other.span.clone(), message).help(help));
    }
}

/// W216: the order that the word tells is not that of the dates.
fn contradicted(library: &Library, tie: &EventTie) -> Option<Diagnostic> {
    let word = EventLinkWord::from_word(tie.relation.as_str())?;
    let (from, to) = (library.event(tie.from)?, library.event(tie.to)?);
    let is_before = |one: &Event, other: &Event| one.when.value.is_before(&other.when.value);
    let is_wrong = match word.order() {
        Order::NotBefore => is_before(from, to),
        Order::NotAfter => is_before(to, from),
        Order::Either => false,
    };
    if !is_wrong {
        return None;
    }
    let above = library.event(tie.written_at)?;
    let other = if tie.written_at == tie.from { to } else { from };
    let earlier = if is_before(above, other) { "before" } else { "after" };
    let message = text![
        "`",
        tie.record.relation,
        "`, but this event is ",
        earlier,
        " the other: ",
        above.when.value.text(),
        " and ",
        other.when.value.text()
    ];
    let finding = Diagnostic::new(Code::W216, tie.record.to.span.clone(), message);
    let finding = finding.related(other.when.span.clone(), "the date of the other");
    Some(finding.help("turn the link round, or check the two dates"))
}
