//! Places among the events of a day that their times contradict.

use crate::brief::{Document, Event, Moment, TimelinePlace};
use crate::diag::{Code, Diagnostic};
use crate::library::told::Findings;
use crate::text;
use std::collections::BTreeMap;

/// An event that says its place among those of its day, and at which moment it was or began.
#[derive(Clone, Copy)]
struct Placed<'d> {
    moment: Moment,
    order: u32,
    event: &'d Event,
}

/// W215, of one file.
pub(super) fn check(document: &Document, found: &mut Findings) {
    let mut days: BTreeMap<TimelinePlace, Vec<Placed<'_>>> = BTreeMap::new();
    for event in &document.events {
        let when = &event.when.value;
        if let (Some(order), Some(moment)) = (&event.order, when.moment()) {
            let placed = Placed { moment, order: order.value, event };
            days.entry(when.timeline_place()).or_default().push(placed);
        }
    }
    for mut day in days.into_values() {
        day.sort_by_key(|placed| placed.moment);
        let mut last: Option<Placed<'_>> = None;
        for placed in day {
            let earlier = last.filter(|last| last.moment < placed.moment);
            match earlier.filter(|earlier| earlier.order > placed.order) {
                Some(earlier) => found.push(contradicted(earlier, placed)),
                None => last = Some(placed),
            }
        }
    }
}

fn contradicted(earlier: Placed<'_>, later: Placed<'_>) -> Diagnostic {
    let span = match &earlier.event.order {
        Some(order) => order.span.clone(),
        None => earlier.event.span.clone(),
    };
    let message = text![
        "`order` puts this behind `",
        later.event.id.value.shown(),
        "`, which was later: ",
        later.event.when.value.text()
    ];
    Diagnostic::new(Code::W215, span, message)
        .related(later.event.when.span.clone(), "the later one")
        .help("the times decide; leave `order` out, or check the times")
}
