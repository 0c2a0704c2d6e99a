//! Events as JSON.

use super::inquiry::Inquiry;
use super::shared::{Technique, When, ends, prose, reference, strings, techniques, texts};
use crate::library::{self, ItemId, Library, Relation};
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Event {
    when: When,
    /// Its place among the events of its day; null where none was given.
    order: Option<u32>,
    reported: Option<When>,
    #[serde(rename = "type")]
    kind: &'static str,
    status: &'static str,
    before: Option<Neighbour>,
    after: Option<Neighbour>,
    same_moment: Vec<String>,
    same_day: Vec<String>,
    summary: Option<String>,
    /// Of the date as written; null where it is that of the event.
    when_confidence: Option<&'static str>,
    confidence_why: Option<String>,
    questions: Vec<Inquiry>,
    claims: Vec<String>,
    actors: Vec<Involved>,
    places: Vec<String>,
    links: Vec<Tie>,
    tags: Vec<String>,
    attack: Vec<Technique>,
    keywords: Vec<String>,
}

/// An event near another in time, and how far away it is.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Neighbour {
    #[serde(rename = "ref")]
    reference: String,
    marking: &'static str,
    distance: String,
    days_at_least: i64,
    days_at_most: Option<i64>,
}

impl Neighbour {
    fn new(library: &Library, neighbour: library::Neighbour) -> Self {
        Self {
            reference: reference(library, neighbour.event),
            marking: library.marking_of(neighbour.event).word(),
            distance: neighbour.distance.words().to_string(),
            days_at_least: neighbour.distance.least_days(),
            days_at_most: neighbour.distance.most_days(),
        }
    }
}

/// An actor in one role.
#[derive(Debug, Serialize)]
struct Involved {
    #[serde(rename = "ref")]
    reference: String,
    role: Option<String>,
}

/// How it relates to another event, or that one to it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Tie {
    from: String,
    #[serde(rename = "type")]
    relation: String,
    to: String,
    /// The event under which it is written.
    written_at: String,
    cite: Vec<String>,
    note: Option<String>,
    marking: &'static str,
}

impl Tie {
    fn new(library: &Library, tie: &library::EventTie) -> Self {
        let library::EventTie { from, to, relation, written_at, cite, record } = tie;
        let library::EventLink {
            relation: _, // as it counts, above
            to: _,       // the same
            cite: _,     // resolved
            note,
            span: _,
            is_damaged: _,
        } = record;
        let ends = [*from, *to].into_iter().map(|end| library.marking_of(end));
        Self {
            from: reference(library, *from),
            relation: relation.to_string(),
            to: reference(library, *to),
            written_at: reference(library, *written_at),
            cite: strings(library, cite.iter().copied()),
            note: prose(library, *written_at, note.as_ref()),
            marking: ends.max().map_or("RED", library::Marking::word),
        }
    }
}

impl Event {
    pub(super) fn new(library: &Library, id: ItemId, event: &library::Event) -> Self {
        let library::Event {
            id: _,    // with every item's
            title: _, // the same
            when,
            order,
            kind,
            status,
            reported,
            summary,
            roles: _,      // resolved, below
            places: _,     // the same
            cite: _,       // with what is assessed
            confidence: _, // the same
            when_confidence,
            confidence_why,
            tags,
            attack,
            claims: _, // resolved, below
            links: _,  // the same
            keywords,
            marking: _, // with every item's
            span: _,
            is_damaged: _,
        } = event;
        let neighbours = library.neighbours(id);
        let edges = library.outgoing(id);
        let involved = edges.filter(|edge| edge.relation == Relation::Involves).map(|edge| {
            let role = edge.label.as_ref().map(ToString::to_string);
            Involved { reference: reference(library, edge.to), role }
        });
        Self {
            when: When::new(&when.value),
            order: order.as_ref().map(|order| order.value),
            reported: reported.as_ref().map(When::new),
            kind: kind.word(),
            status: status.word(),
            before: neighbours.before.map(|before| Neighbour::new(library, before)),
            after: neighbours.after.map(|after| Neighbour::new(library, after)),
            same_moment: strings(library, neighbours.same_moment),
            same_day: strings(library, neighbours.same_day),
            summary: prose(library, id, summary.as_ref()),
            when_confidence: when_confidence.as_ref().map(|found| found.value.word()),
            questions: library
                .inquiries(id)
                .iter()
                .filter(|inquiry| inquiry.is_asked())
                .map(|inquiry| Inquiry::new(library, id, inquiry))
                .collect(),
            confidence_why: prose(library, id, confidence_why.as_ref()),
            claims: ends(library, id, Relation::Claims),
            actors: involved.collect(),
            places: ends(library, id, Relation::At),
            links: library.event_ties(id).into_iter().map(|tie| Tie::new(library, tie)).collect(),
            tags: tags.iter().map(|tag| tag.value.to_string()).collect(),
            attack: techniques(library, attack),
            keywords: texts(keywords),
        }
    }
}
