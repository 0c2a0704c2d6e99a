//! Pages of actors.

use super::builder::Builder;
use super::content::{Block, Entry, Marker, Run, Runs, Tone};
use super::evidence::support;
use super::phrases::aspect_words;
use super::words::{actor_words, date_and_title_in, referrers, source_line, targets};
use crate::library::{
    Actor, ActorLink, Aka, Confidence, EventStatus, ItemId, Kind, Relation, Slug, When,
};
use crate::text::{DisplayText, clean, comma_separated};
use std::collections::{BTreeMap, BTreeSet};

/// Who it is, by which names, what it did, and what others say of it.
pub(super) fn body(builder: &mut Builder<'_>, actor: &Actor) {
    header(builder, actor);
    if let Some(summary) = &actor.summary {
        builder.gap();
        builder.summary(summary);
    }
    if !builder.is_full() {
        return;
    }
    names_by_others(builder, &actor.aka);
    names_for_others(builder);
    relations(builder);
    events(builder);
    let ascribed = referrers(builder.library, builder.item, Relation::AscribesTo);
    claims_section(builder, "ASCRIBED TO IT", &ascribed);
    sayings(builder, &ascribed);
    let publications = referrers(builder.library, builder.item, Relation::PublishedBy);
    builder.section("WHAT IT PUBLISHED", &publications);
    let published: BTreeSet<ItemId> = publications.into_iter().collect();
    let sources = builder.library.linked(builder.item, Kind::Source).to_vec();
    let others: Vec<ItemId> =
        sources.into_iter().filter(|source| !published.contains(source)).collect();
    builder.sources(&others);
}

fn header(builder: &mut Builder<'_>, actor: &Actor) {
    builder.field("KIND", &actor_words(actor));
    if let Some(role) = &actor.role {
        builder.field("ROLE", role);
    }
    if let Some(say) = &actor.say {
        builder.field("SAY", say);
    }
    let (short, spellings): (Vec<DisplayText>, Vec<DisplayText>) =
        actor.aliases.iter().cloned().partition(is_acronym);
    let in_full = if is_acronym(&actor.name) { expansion(actor) } else { None };
    if let Some(in_full) = &in_full {
        builder.field("IN FULL", in_full);
    }
    if !short.is_empty() {
        builder.field("SHORT", &comma_separated(&short));
    }
    let spellings: Vec<DisplayText> =
        spellings.into_iter().filter(|name| Some(name) != in_full.as_ref()).collect();
    if !spellings.is_empty() {
        builder.field("ALSO", &comma_separated(&spellings));
    }
    for native in &actor.names {
        // A line of its own: right-to-left text beside Latin would be reordered with it.
        builder.field("NATIVE", &crate::text![native.name, "  (", native.language, ")"]);
    }
    builder.linked_field("PART OF", &targets(builder.library, builder.item, Relation::PartOf));
    builder.linked_field("PARTS", &referrers(builder.library, builder.item, Relation::PartOf));
    if let Some(active) = activity(builder) {
        builder.field("ACTIVE", &active);
    }
    if !actor.attack.is_empty() {
        builder.field("ATT&CK", &comma_separated(&actor.attack));
    }
}

/// Capitals and digits in one word, as `MEK` or `AA22-264A`: two capitals at least, 10 letters at most.
fn is_acronym(name: &DisplayText) -> bool {
    let name = name.as_str();
    let capitals = name.chars().filter(|letter| letter.is_uppercase()).count();
    capitals >= 2
        && name.chars().count() <= LONGEST_ACRONYM
        && !name.chars().any(|letter| letter.is_lowercase() || letter.is_whitespace())
}

const LONGEST_ACRONYM: usize = 10;

/// The other spelling whose words begin with the letters of an acronym.
fn expansion(actor: &Actor) -> Option<DisplayText> {
    let letters = |text: &str| -> String {
        text.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect()
    };
    let acronym = letters(actor.name.as_str());
    let initials = |name: &&DisplayText| {
        let words = name.as_str().split([' ', '-']).filter(|word| {
            // "of", "for" and "the" have no letter in most acronyms.
            word.chars().next().is_some_and(char::is_uppercase)
        });
        let initials: String = words.filter_map(|word| word.chars().next()).collect();
        letters(&initials) == acronym
    };
    actor.aliases.iter().find(initials).cloned()
}

/// `first: 15 Jul 2022; last: 8 Sep 2022`: of what took place, with a role in it.
fn activity(builder: &Builder<'_>) -> Option<DisplayText> {
    let (library, id) = (builder.library, builder.item);
    let took_part = |event: &&ItemId| {
        let occurred =
            library.event(**event).is_some_and(|event| event.status == EventStatus::Occurred);
        occurred && !library.roles(**event, id).is_empty()
    };
    let events = library.linked(id, Kind::Event).iter().filter(took_part);
    let dates: Vec<&When> =
        events.filter_map(|event| library.event(*event)).map(|event| &event.when.value).collect();
    // What is still on is later than anything that has ended.
    let is_later = |when: &&&When| (when.latest().is_none(), when.latest());
    let (first, last) = (dates.first()?, dates.iter().max_by_key(is_later)?);
    let shown = |when: &When| when.text_in(builder.times);
    if dates.len() == 1 {
        return Some(shown(first));
    }
    Some(crate::text!["first: ", shown(first), "; last: ", shown(last)])
}

fn names_by_others(builder: &mut Builder<'_>, aka: &[Aka]) {
    if aka.is_empty() {
        return;
    }
    let library = builder.library;
    builder.heading("NAMES GIVEN BY OTHERS");
    let with_slugs = |relation| -> BTreeMap<Slug, ItemId> {
        let ends = targets(library, builder.item, relation).into_iter();
        ends.filter_map(|end| Some((library.get(end)?.slug.clone(), end))).collect()
    };
    let (namers, sources) = (with_slugs(Relation::AssertedBy), with_slugs(Relation::Cites));
    for name in aka {
        let mut runs = vec![Run::new(name.name.clone(), Tone::Strong)];
        runs.push(Run::new(crate::text!["  (", name.relation.meaning()], Tone::Text));
        for by in &name.by {
            runs.push(Run::new("; says ", Tone::Text));
            match namers.get(&by.value).copied() {
                Some(namer) => {
                    let title = crate::text![library.full_title(namer), " "];
                    runs.push(Run::text(title));
                    runs.push(Run::Number(namer));
                }
                None => runs.push(Run::text(by.value.shown())),
            }
        }
        for cite in &name.cite {
            let Some(source) = sources.get(&cite.value).copied() else { continue };
            let letter = library.reliability(source).word();
            let line = crate::text!["; ", letter, " ", builder.source_line(source), " "];
            runs.push(Run::new(line, Tone::Dim));
            runs.push(Run::Number(source));
        }
        if name.cite.is_empty() {
            runs.push(Run::new("; no source", Tone::Dim));
        }
        runs.push(Run::new(")", Tone::Text));
        builder.push(Block::Entry(Entry::new(Marker::Dash, runs)));
    }
}

/// The actors that this one has a name of its own for.
fn names_for_others(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let edges = library.incoming(id).iter();
    let named = edges.filter(|edge| edge.relation == Relation::AssertedBy);
    let named: Vec<(ItemId, DisplayText)> = named
        .filter(|edge| library.actor(edge.to).is_some())
        .map(|edge| (edge.to, edge.label.clone().unwrap_or_default()))
        .collect();
    if named.is_empty() {
        return;
    }
    builder.heading("NAMES IT GIVES OTHERS");
    for (other, name) in named {
        let words = crate::text![library.full_title(other), ": ", name];
        builder.entry(other, vec![Run::text(words)]);
    }
}

/// What it asserts itself; what it claims to have done stands among what is ascribed to it.
fn sayings(builder: &mut Builder<'_>, ascribed: &[ItemId]) {
    let library = builder.library;
    let ascribed: BTreeSet<&ItemId> = ascribed.iter().collect();
    let said = referrers(library, builder.item, Relation::AssertedBy);
    let claims: Vec<ItemId> = said
        .into_iter()
        .filter(|id| library.claim(*id).is_some() && !ascribed.contains(id))
        .collect();
    claims_section(builder, "WHAT IT SAYS", &claims);
}

/// Claims with the event they are about, who asserts them, their ground, support and grade.
fn claims_section(builder: &mut Builder<'_>, heading: &'static str, claims: &[ItemId]) {
    if claims.is_empty() {
        return;
    }
    let library = builder.library;
    builder.heading(heading);
    for id in claims {
        let Some(claim) = library.claim(*id) else { continue };
        let mut runs = Vec::new();
        if let Some(about) = claim.about {
            runs.push(Run::new(crate::text![aspect_words(Some(about)), ": "], Tone::Label));
        }
        let text = library.full_title(*id);
        runs.push(Run::new(crate::text![text, "  ("], Tone::Text));
        let by = targets(library, *id, Relation::AssertedBy);
        let by: Vec<ItemId> = by.into_iter().filter(|by| *by != builder.item).collect();
        if !by.is_empty() {
            let names = super::words::names(library, by);
            runs.push(Run::new(crate::text!["says ", names, "; "], Tone::Dim));
        }
        if let Some(ground) = claim.attribution {
            runs.push(Run::new(crate::text![ground.meaning(), "; "], Tone::Dim));
        }
        runs.push(Run::new(support(library, *id, claim), Tone::Dim));
        if library.assessment(*id).is_some_and(|found| found.disputed) {
            runs.push(Run::new("; disputed", Tone::Differs));
        }
        runs.push(Run::new(")", Tone::Text));
        if let Some(event) = library.event_of(*id) {
            let line = date_and_title_in(library, event, builder.times);
            runs.push(Run::new(crate::text!["; of ", line, " "], Tone::Dim));
            runs.push(Run::Number(event));
        }
        builder.entry(*id, runs);
    }
}

/// Events with the role it has in each.
fn events(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let events = library.linked(id, Kind::Event).to_vec();
    if events.is_empty() {
        return;
    }
    builder.heading("EVENTS");
    for event in events {
        let line = date_and_title_in(library, event, builder.times);
        let roles = library.roles(event, id);
        let role =
            if roles.is_empty() { DisplayText::literal("named") } else { comma_separated(&roles) };
        let role = Run::new(crate::text!["  (", role, ")"], Tone::Dim);
        builder.entry(event, vec![Run::text(line), role]);
    }
}

/// Relations to other actors, both ways, each with how sure it is, when it held and who says so.
fn relations(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let of_this = |link: &&ActorLink| link.from == id || link.to == id;
    let mut links: Vec<&ActorLink> = library.actor_links().iter().filter(of_this).collect();
    if links.is_empty() {
        return;
    }
    // What it does to others before what others do to it; else in file order.
    links.sort_by_key(|link| link.from != id);
    builder.heading("RELATIONS");
    for link in links {
        let other = if link.from == id { link.to } else { link.from };
        let name = library.get(other).map(|item| item.title.clone()).unwrap_or_default();
        let words = relation_words(&link.record.relation, &name, link.from == id);
        let mut runs = vec![Run::text(words)];
        runs.extend(relation_support(builder, link));
        builder.entry(other, runs);
    }
}

/// `  (LOW; Oct 2022; The Jerusalem Post, 23 Oct 2022 [3])`.
fn relation_support(builder: &Builder<'_>, link: &ActorLink) -> Runs {
    let sure =
        link.record.confidence.as_ref().map_or("not rated", |confidence| match confidence.value {
            Confidence::High => "HIGH",
            Confidence::Moderate => "MODERATE",
            Confidence::Low => "LOW",
        });
    let mut lead = crate::text!["  (", sure];
    if let Some(when) = &link.record.when {
        lead = crate::text![lead, "; ", when.text()];
    }
    let mut runs = vec![Run::new(lead, Tone::Dim)];
    for source in &link.cite {
        let from = crate::text!["; ", source_line(builder.library, *source), " "];
        runs.push(Run::new(from, Tone::Dim));
        runs.push(Run::Number(*source));
    }
    if link.cite.is_empty() {
        runs.push(Run::new("; no source", Tone::Dim));
    }
    runs.push(Run::new(")", Tone::Dim));
    runs
}

/// Known words for a relation: as a brief writes it, from this actor, and from the other end.
const RELATIONS: &[(&str, &str, &str)] = &[
    ("accuses", "accuses", "accused by"),
    ("attributed-to", "attributed to", "has attributed to it"),
    ("based-at", "based at", "seat of"),
    ("claimed-by", "claimed by", "claims"),
    ("governs", "governs", "governed by"),
    ("heads", "heads", "headed by"),
    ("leads-opposition-in", "leads the opposition in", "opposition led by"),
    ("linked-to", "linked to", "linked to"),
    ("operates", "operates", "operated by"),
    ("part-of", "part of", "has part"),
    ("presides-over", "presides over", "presided over by"),
    ("speaks-for", "speaks for", "spokesperson"),
    ("uses", "uses", "used by"),
    ("works-for", "works for", "has working for it"),
];

/// `headed by: Edi Rama`; the word of an unknown relation from the other end as `Edi Rama advises
/// this`.
pub(super) fn relation_words(
    relation: &DisplayText,
    other: &DisplayText,
    outgoing: bool,
) -> DisplayText {
    let known = RELATIONS.iter().find(|(word, ..)| *word == relation.as_str());
    match (known, outgoing) {
        (Some((_, words, _)), true) | (Some((_, _, words)), false) => {
            crate::text![*words, ": ", other]
        }
        (None, true) => crate::text![spaced(relation), ": ", other],
        (None, false) => crate::text![other, " ", spaced(relation), " this"],
    }
}

/// The word of a relation with blanks for its hyphens.
fn spaced(word: &DisplayText) -> DisplayText {
    clean(&word.as_str().replace('-', " "), |_| {})
}
