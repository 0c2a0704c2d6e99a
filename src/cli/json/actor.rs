//! Actors as JSON.

use super::shared::{
    Assessed, Mention, Native, Technique, Use, When, ends, mentions_in, native, prose, reference,
    strings, techniques, text, texts,
};
use crate::library::{self, ItemId, Kind, Library, Prose, Relation, country_name};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Actor {
    short: Option<String>,
    #[serde(rename = "kind-of-actor")]
    kind: Option<&'static str>,
    country: Option<String>,
    country_name: Option<&'static str>,
    role: Option<String>,
    say: Option<String>,
    summary: Option<String>,
    cite: Vec<String>,
    #[serde(flatten)]
    use_of: Use,
    aliases: Vec<String>,
    names: Vec<Native>,
    aka: Vec<Aka>,
    part_of: Vec<String>,
    attack: Vec<Technique>,
    keywords: Vec<String>,
    events: Vec<Role>,
    links: Vec<ActorLink>,
}

/// A name that somebody gives it.
#[derive(Debug, Serialize)]
struct Aka {
    name: String,
    #[serde(rename = "as")]
    relation: &'static str,
    /// Whether it is now its own name, given first by these.
    own: bool,
    /// Ids of the actors that use it.
    by: Vec<String>,
    cite: Vec<String>,
}

/// What it is in an event.
#[derive(Debug, Serialize)]
struct Role {
    event: String,
    marking: &'static str,
    roles: Vec<String>,
}

/// A relation from it or to it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ActorLink {
    from: String,
    #[serde(rename = "type")]
    relation: String,
    to: String,
    when: Option<When>,
    confidence_why: Option<String>,
    /// What its texts cite and link.
    mentions: Vec<Mention>,
    brief: Option<String>,
    /// Of the brief that holds it.
    marking: &'static str,
    cite: Vec<String>,
    #[serde(flatten)]
    assessed: Option<Assessed>,
}

impl ActorLink {
    fn new(library: &Library, link: &library::ActorLink) -> Self {
        let library::Link {
            from: _, // resolved, below
            relation,
            to: _,         // the same
            cite: _,       // the same
            confidence: _, // with what is assessed
            confidence_why,
            when,
            span: _,
            is_damaged: _,
        } = &*link.record;
        // Its references lead where they lead in the brief that says so.
        let texts: Vec<&Prose> = link.record.running_texts().collect();
        let told_by = link.brief.unwrap_or(link.from);
        Self {
            confidence_why: prose(library, told_by, confidence_why.as_ref()),
            mentions: mentions_in(library, told_by, &texts).0,
            from: reference(library, link.from),
            relation: relation.to_string(),
            to: reference(library, link.to),
            when: when.as_ref().map(When::new),
            brief: link.brief.map(|brief| reference(library, brief)),
            marking: library.highest_marking(link.brief).word(),
            cite: strings(library, link.cite.iter().copied()),
            assessed: link.assessment.as_ref().map(|found| Assessed::new(library, found)),
        }
    }
}

impl Actor {
    pub(super) fn new(library: &Library, id: ItemId, actor: &library::Actor) -> Self {
        let library::Actor {
            id: _,   // with every item's
            name: _, // the same
            short,
            kind,
            country,
            role: office,
            aliases,
            names,
            say,
            part_of: _, // resolved, below
            attack,
            summary,
            cite,
            deprecated,
            replaced_by: _, // resolved, below
            aka,
            keywords,
            marking: _, // with every item's
            span: _,
            is_damaged: _,
        } = actor;
        let country = country.as_ref().map(|country| &country.value);
        let known = library.ends_by_slug(id, Relation::Cites);
        let role = |event: &ItemId| Role {
            event: reference(library, *event),
            marking: library.marking_of(*event).word(),
            roles: texts(&library.roles(*event, id)),
        };
        Self {
            short: short.as_ref().map(|short| short.value.to_string()),
            kind: kind.as_ref().map(|kind| kind.value.word()),
            country: text(country),
            country_name: country.and_then(|country| country_name(country.as_str())),
            role: text(office.as_ref()),
            say: text(say.as_ref()),
            summary: prose(library, id, summary.as_ref()),
            aliases: texts(aliases),
            names: native(names),
            cite: strings(library, library::named(&known, cite)),
            use_of: Use::new(library, id, deprecated.as_deref()),
            aka: akas(library, &known, aka),
            part_of: ends(library, id, Relation::PartOf),
            attack: techniques(library, attack),
            keywords: texts(keywords),
            events: library.linked(id, Kind::Event).iter().map(role).collect(),
            links: library.links_of(id).map(|link| ActorLink::new(library, link)).collect(),
        }
    }
}

fn akas(
    library: &Library,
    known: &BTreeMap<&library::Slug, ItemId>,
    akas: &[library::Aka],
) -> Vec<Aka> {
    let given = |aka: &library::Aka| {
        let library::Aka { name, by, relation, own, cite, span: _, is_damaged: _ } = aka;
        Aka {
            name: name.to_string(),
            relation: relation.word(),
            own: *own,
            by: by.iter().map(|by| by.value.to_string()).collect(),
            cite: strings(library, library::named(known, cite)),
        }
    };
    akas.iter().map(given).collect()
}
