//! Pages of actors: who it is, what it has a part in, what is said of it and what it says; names last.

mod names;
mod relations;

pub(super) use relations::relation_words;

use super::builder::Builder;
use super::content::Tone;
use super::event_list;
use super::words::{
    as_sentence, country_words, date_and_title_in, kind_words, marking_run, referrers, targets,
};
use super::{judgement, roles, statements};
use crate::library::{
    Actor, Aspect, Day, EventStatus, ItemId, Kind, Library, Relation, When, named,
};
use crate::text::{DisplayText, clean, comma_separated};
use std::collections::BTreeSet;

/// Who it is; its events by its role in them; what is attributed to it and what it says; its relations;
/// its names; under what it is filed.
pub(super) fn body(builder: &mut Builder<'_>, actor: &Actor) {
    builder.use_of_it(actor.deprecated.as_deref());
    who_it_is(builder, actor);
    if !builder.is_full() {
        return;
    }
    events(builder);
    said(builder);
    relations::relations(builder);
    let publications = referrers(builder.library, builder.item, Relation::PublishedBy);
    if !publications.is_empty() {
        builder.heading(crate::text!["PUBLISHED BY ", capitals(builder)]);
        let times = builder.times;
        builder.list(&publications, |library, id| date_and_title_in(library, id, times));
    }
    names::names(builder, actor);
    filed(builder, actor);
    let published: BTreeSet<ItemId> = publications.into_iter().collect();
    let sources = builder.library.linked(builder.item, Kind::Source).to_vec();
    let others: Vec<ItemId> =
        sources.into_iter().filter(|source| !published.contains(source)).collect();
    builder.sources(&others);
}

/// The short name in capitals, for headings: no one word stands for a person and a state alike.
fn capitals(builder: &Builder<'_>) -> DisplayText {
    clean(&builder.library.short_name(builder.item).as_str().to_uppercase(), |_| {})
}

/// Its role and its summary with who says so; of one that has neither its kind and country.
fn who_it_is(builder: &mut Builder<'_>, actor: &Actor) {
    match (&actor.role, &actor.summary) {
        (Some(role), _) => {
            builder.sentence(as_sentence(role.clone()), Tone::Strong);
        }
        (None, None) => kind_and_country(builder, actor),
        (None, Some(_)) => {}
    }
    if let Some(summary) = &actor.summary {
        builder.summary(summary);
    }
    let known = builder.library.ends_by_slug(builder.item, Relation::Cites);
    let sources: Vec<ItemId> = named(&known, &actor.cite).collect();
    if !sources.is_empty() {
        let runs = names::source_lines(builder, &sources, Tone::Text);
        builder.labelled("WHO SAYS", runs);
    }
}

/// The years of its events, then the events by its role in them.
fn events(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let events = library.linked(id, Kind::Event).to_vec();
    if events.is_empty() {
        return;
    }
    builder.gap();
    if let Some(active) = activity(builder, &events) {
        builder.field("IN EVENTS", &active);
    }
    let legend = "at the end of each row: how sure the author is that it happened";
    builder.field("HOW SURE", &legend.into());
    let told = event_list::told(library, &events);
    for (role, parts) in roles::by_role(library, id, &events) {
        builder.heading(roles::heading(role.as_ref(), parts.len()));
        let rows = parts.into_iter().map(|part| {
            let others = part.others.iter().map(|role| crate::text!["also ", roles::spaced(role)]);
            (part.event, others.collect())
        });
        event_list::table(builder, &rows.collect::<Vec<_>>(), told);
    }
}

/// `1999-2015, planned Oct 2022`: of all events that are listed, those too in which it is only named.
fn activity(builder: &Builder<'_>, events: &[ItemId]) -> Option<DisplayText> {
    let library = builder.library;
    let listed: Vec<(EventStatus, &When)> = events
        .iter()
        .filter_map(|event| library.event(*event))
        .map(|event| (event.status, &event.when.value))
        .collect();
    let mut parts = Vec::new();
    for (status, lead) in [
        (EventStatus::Occurred, ""),
        (EventStatus::Planned, "planned "),
        (EventStatus::Unconfirmed, "not confirmed "),
        (EventStatus::Cancelled, "called off "),
    ] {
        let of_status = listed.iter().filter(|(own, _)| *own == status);
        let dates: Vec<&When> = of_status.map(|(_, when)| *when).collect();
        parts.extend(span(builder, &dates).map(|span| crate::text![lead, span]));
    }
    (!parts.is_empty()).then(|| comma_separated(&parts))
}

/// From the first to the last of some dates, in years, or in months where the year is one.
fn span(builder: &Builder<'_>, dates: &[&When]) -> Option<DisplayText> {
    if let [only] = dates {
        return Some(only.day_in(builder.times));
    }
    let first = dates.iter().filter_map(|when| when.earliest()).min();
    let last = dates.iter().filter_map(|when| when.latest()).max();
    let is_open = dates.iter().any(|when| when.latest().is_none());
    let month = |day: Day| crate::text![day.month_name(), " ", day.year()];
    Some(match (first?, last.filter(|_| !is_open)) {
        (first, None) => crate::text!["since ", first.year()],
        (first, Some(last)) if first.year() != last.year() => {
            crate::text![first.year(), "-", last.year()]
        }
        (first, Some(last)) if first.month() != last.month() => {
            crate::text![first.month_name(), "-", month(last)]
        }
        (_, Some(last)) => month(last),
    })
}

/// What is judged of it, what others attribute to it, and what it says itself.
fn said(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let says = claims(library, id, Relation::AssertedBy);
    let own: BTreeSet<ItemId> = says.iter().copied().collect();
    let of_others: Vec<ItemId> = claims(library, id, Relation::AscribesTo)
        .into_iter()
        .filter(|claim| !own.contains(claim))
        .collect();
    let attributed = attributions(library, &of_others);
    judgement::table(builder, "JUDGED HERE", &judged(library, id));
    let name = capitals(builder);
    statements::by_event(builder, crate::text!["ATTRIBUTED TO ", name], &attributed);
    statements::by_event(builder, crate::text!["WHAT ", name, " SAYS"], &says);
}

/// The claims that name an actor in one way.
fn claims(library: &Library, actor: ItemId, relation: Relation) -> Vec<ItemId> {
    let mut claims = referrers(library, actor, relation);
    claims.retain(|claim| library.claim(*claim).is_some());
    claims
}

/// The claims about who did it; others only of events of which none of these says so.
fn attributions(library: &Library, claims: &[ItemId]) -> Vec<ItemId> {
    let says_who = |claim: &ItemId| {
        library.claim(*claim).is_some_and(|claim| claim.about == Some(Aspect::Attribution))
    };
    let saying = claims.iter().filter(|claim| says_who(claim));
    let known: BTreeSet<ItemId> = saying.flat_map(|claim| library.events_of(*claim)).collect();
    let is_of_another = |claim: &ItemId| library.events_of(*claim).any(|of| !known.contains(&of));
    let told = |claim: &ItemId| says_who(claim) || is_of_another(claim);
    claims.iter().copied().filter(told).collect()
}

/// The judgements of who did something, or who took part, that rest on a claim which names an actor.
fn judged(library: &Library, actor: ItemId) -> Vec<ItemId> {
    let names = |claim: ItemId| library.ends(claim, Relation::AscribesTo).any(|to| to == actor);
    let is_of_who = |id: &ItemId| {
        let about = library.judgement(*id).and_then(|judgement| judgement.about.as_ref());
        about.is_none_or(|about| matches!(about.value, Aspect::Attribution | Aspect::Who))
    };
    let judgements = library.linked(actor, Kind::Judgement).iter().copied();
    let of_actor = judgements.filter(|id| library.ends(*id, Relation::RestsOn).any(names));
    of_actor.filter(is_of_who).collect()
}

fn kind_and_country(builder: &mut Builder<'_>, actor: &Actor) {
    if let Some(kind) = &actor.kind {
        builder.field("KIND", &kind_words(kind.value).into());
    }
    if let Some(country) = &actor.country {
        builder.field("COUNTRY", &country_words(&country.value));
    }
}

/// Under what it is filed: kind, country, what it is part of and what is part of it, ATT&CK.
fn filed(builder: &mut Builder<'_>, actor: &Actor) {
    let (library, id) = (builder.library, builder.item);
    builder.heading("FILED UNDER");
    if actor.role.is_some() || actor.summary.is_some() {
        kind_and_country(builder, actor);
    }
    builder.linked_field("PART OF", &targets(library, id, Relation::PartOf));
    builder.linked_field("INCLUDES", &referrers(library, id, Relation::PartOf));
    if !actor.attack.is_empty() {
        builder.field("ATT&CK", &comma_separated(&actor.attack));
    }
    if let Some(marking) = &actor.marking {
        builder.labelled("MARKING", vec![marking_run(marking.value)]);
    }
}
