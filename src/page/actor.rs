//! Pages of actors.

use super::compose::Composer;
use super::evidence::support;
use super::who::aspect_words;
use super::words::{actor_words, date_and_title_in, referrers, source_line, targets};
use super::{Piece, Tone};
use crate::library::{
    Actor, ActorLink, Aka, Confidence, EventStatus, ItemId, Kind, Relation, Slug, When,
};
use crate::text::{DisplayText, clean, comma_separated};
use std::collections::{BTreeMap, BTreeSet};

/// Who it is, by which names, what it did, and what others say of it.
pub(super) fn body(composer: &mut Composer<'_>, actor: &Actor) {
    header(composer, actor);
    if let Some(summary) = &actor.summary {
        composer.gap();
        composer.summary(summary);
    }
    if !composer.is_full() {
        return;
    }
    names_by_others(composer, &actor.aka);
    names_for_others(composer);
    relations(composer);
    events(composer);
    let ascribed = referrers(composer.library, composer.item, Relation::AscribesTo);
    claims_section(composer, "ASCRIBED TO IT", &ascribed);
    sayings(composer, &ascribed);
    let publications = referrers(composer.library, composer.item, Relation::PublishedBy);
    composer.section("WHAT IT PUBLISHED", &publications);
    let published: BTreeSet<ItemId> = publications.into_iter().collect();
    let sources = composer.library.linked(composer.item, Kind::Source).to_vec();
    let others: Vec<ItemId> =
        sources.into_iter().filter(|source| !published.contains(source)).collect();
    composer.sources(&others);
}

fn header(composer: &mut Composer<'_>, actor: &Actor) {
    composer.field("KIND", &actor_words(actor));
    if let Some(role) = &actor.role {
        composer.field("ROLE", role);
    }
    if let Some(say) = &actor.say {
        composer.field("SAY", say);
    }
    let (short, spellings): (Vec<DisplayText>, Vec<DisplayText>) =
        actor.aliases.iter().cloned().partition(is_acronym);
    let in_full = if is_acronym(&actor.name) { expansion(actor) } else { None };
    if let Some(in_full) = &in_full {
        composer.field("IN FULL", in_full);
    }
    if !short.is_empty() {
        composer.field("SHORT", &comma_separated(&short));
    }
    let spellings: Vec<DisplayText> =
        spellings.into_iter().filter(|name| Some(name) != in_full.as_ref()).collect();
    if !spellings.is_empty() {
        composer.field("ALSO", &comma_separated(&spellings));
    }
    for native in &actor.names {
        // A line of its own: right-to-left text beside Latin would be reordered with it.
        composer.field("NATIVE", &crate::text![native.name, "  (", native.language, ")"]);
    }
    composer.linked_field("PART OF", &targets(composer.library, composer.item, Relation::PartOf));
    composer.linked_field("PARTS", &referrers(composer.library, composer.item, Relation::PartOf));
    if let Some(active) = activity(composer) {
        composer.field("ACTIVE", &active);
    }
    if !actor.attack.is_empty() {
        composer.field("ATT&CK", &comma_separated(&actor.attack));
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
fn activity(composer: &Composer<'_>) -> Option<DisplayText> {
    let (library, id) = (composer.library, composer.item);
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
    let shown = |when: &When| when.text_in(composer.times);
    if dates.len() == 1 {
        return Some(shown(first));
    }
    Some(crate::text!["first: ", shown(first), "; last: ", shown(last)])
}

fn names_by_others(composer: &mut Composer<'_>, aka: &[Aka]) {
    if aka.is_empty() {
        return;
    }
    let library = composer.library;
    composer.heading("NAMES GIVEN BY OTHERS");
    let with_slugs = |relation| -> BTreeMap<Slug, ItemId> {
        let ends = targets(library, composer.item, relation).into_iter();
        ends.filter_map(|end| Some((library.get(end)?.slug.clone(), end))).collect()
    };
    let (namers, sources) = (with_slugs(Relation::AssertedBy), with_slugs(Relation::Cites));
    for name in aka {
        let mut pieces = vec![Piece::new(name.name.clone(), Tone::Strong)];
        pieces.push(Piece::new(crate::text!["  (", name.relation.meaning()], Tone::Text));
        for by in &name.by {
            pieces.push(Piece::new("; says ", Tone::Text));
            match namers.get(&by.value).copied() {
                Some(namer) => {
                    let title = crate::text![library.full_title(namer), " "];
                    pieces.push(Piece::new(title, Tone::Text));
                    pieces.push(composer.number(namer));
                }
                None => pieces.push(Piece::new(by.value.shown(), Tone::Text)),
            }
        }
        for cite in &name.cite {
            let Some(source) = sources.get(&cite.value).copied() else { continue };
            let letter = library.reliability(source).word();
            let line = crate::text!["; ", letter, " ", composer.source_line(source), " "];
            pieces.push(Piece::new(line, Tone::Dim));
            pieces.push(composer.number(source));
        }
        if name.cite.is_empty() {
            pieces.push(Piece::new("; no source", Tone::Dim));
        }
        pieces.push(Piece::new(")", Tone::Text));
        composer.hanging(vec![Piece::new("- ", Tone::Dim)], 2, &pieces);
    }
}

/// The actors that this one has a name of its own for.
fn names_for_others(composer: &mut Composer<'_>) {
    let (library, id) = (composer.library, composer.item);
    let edges = library.incoming(id).iter();
    let named = edges.filter(|edge| edge.relation == Relation::AssertedBy);
    let named: Vec<(ItemId, DisplayText)> = named
        .filter(|edge| library.actor(edge.to).is_some())
        .map(|edge| (edge.to, edge.label.clone().unwrap_or_default()))
        .collect();
    if named.is_empty() {
        return;
    }
    composer.heading("NAMES IT GIVES OTHERS");
    for (other, name) in named {
        let words = crate::text![library.full_title(other), ": ", name];
        composer.entry(other, &[Piece::new(words, Tone::Text)]);
    }
}

/// What it asserts itself; what it claims to have done stands among what is ascribed to it.
fn sayings(composer: &mut Composer<'_>, ascribed: &[ItemId]) {
    let library = composer.library;
    let ascribed: BTreeSet<&ItemId> = ascribed.iter().collect();
    let said = referrers(library, composer.item, Relation::AssertedBy);
    let claims: Vec<ItemId> = said
        .into_iter()
        .filter(|id| library.claim(*id).is_some() && !ascribed.contains(id))
        .collect();
    claims_section(composer, "WHAT IT SAYS", &claims);
}

/// Claims with the event they are about, who asserts them, their ground, support and grade.
fn claims_section(composer: &mut Composer<'_>, heading: &'static str, claims: &[ItemId]) {
    if claims.is_empty() {
        return;
    }
    let library = composer.library;
    composer.heading(heading);
    for id in claims {
        let Some(claim) = library.claim(*id) else { continue };
        composer.link(*id);
        let mut pieces = Vec::new();
        if let Some(about) = claim.about {
            pieces.push(Piece::new(crate::text![aspect_words(about), ": "], Tone::Label));
        }
        let text = library.full_title(*id);
        pieces.push(Piece::new(crate::text![text, "  ("], Tone::Text));
        let by = targets(library, *id, Relation::AssertedBy);
        let by: Vec<ItemId> = by.into_iter().filter(|by| *by != composer.item).collect();
        if !by.is_empty() {
            let names = super::words::names(library, by);
            pieces.push(Piece::new(crate::text!["says ", names, "; "], Tone::Dim));
        }
        if let Some(ground) = claim.attribution {
            pieces.push(Piece::new(crate::text![ground.meaning(), "; "], Tone::Dim));
        }
        pieces.push(Piece::new(support(library, *id, claim), Tone::Dim));
        if library.assessment(*id).is_some_and(|found| found.disputed) {
            pieces.push(Piece::new("; disputed", Tone::Differs));
        }
        pieces.push(Piece::new(")", Tone::Text));
        if let Some(event) = library.event_of(*id) {
            let line = date_and_title_in(library, event, composer.times);
            pieces.push(Piece::new(crate::text!["; of ", line, " "], Tone::Dim));
            pieces.push(composer.number(event));
        }
        composer.entry(*id, &pieces);
    }
}

/// Events with the role it has in each.
fn events(composer: &mut Composer<'_>) {
    let (library, id) = (composer.library, composer.item);
    let events = library.linked(id, Kind::Event).to_vec();
    if events.is_empty() {
        return;
    }
    composer.heading("EVENTS");
    for event in events {
        let line = date_and_title_in(library, event, composer.times);
        let roles = library.roles(event, id);
        let role =
            if roles.is_empty() { DisplayText::literal("named") } else { comma_separated(&roles) };
        let role = Piece::new(crate::text!["  (", role, ")"], Tone::Dim);
        composer.entry(event, &[Piece::new(line, Tone::Text), role]);
    }
}

/// Relations to other actors, both ways, each with how sure it is, when it held and who says so.
fn relations(composer: &mut Composer<'_>) {
    let (library, id) = (composer.library, composer.item);
    let of_this = |link: &&ActorLink| link.from == id || link.to == id;
    let mut links: Vec<&ActorLink> = library.actor_links().iter().filter(of_this).collect();
    if links.is_empty() {
        return;
    }
    // What it does to others before what others do to it; else in file order.
    links.sort_by_key(|link| link.from != id);
    composer.heading("RELATIONS");
    for link in links {
        let other = if link.from == id { link.to } else { link.from };
        let name = library.get(other).map(|item| item.title.clone()).unwrap_or_default();
        let words = relation_words(&link.record.relation, &name, link.from == id);
        // The entry has its number before the sources behind it have theirs.
        composer.link(other);
        let mut pieces = vec![Piece::new(words, Tone::Text)];
        pieces.extend(relation_support(composer, link));
        composer.entry(other, &pieces);
    }
}

/// `  (LOW; Oct 2022; The Jerusalem Post, 23 Oct 2022 [3])`.
fn relation_support(composer: &mut Composer<'_>, link: &ActorLink) -> Vec<Piece> {
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
    let mut pieces = vec![Piece::new(lead, Tone::Dim)];
    for source in &link.cite {
        let from = crate::text!["; ", source_line(composer.library, *source), " "];
        pieces.push(Piece::new(from, Tone::Dim));
        pieces.push(composer.number(*source));
    }
    if link.cite.is_empty() {
        pieces.push(Piece::new("; no source", Tone::Dim));
    }
    pieces.push(Piece::new(")", Tone::Dim));
    pieces
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
