//! Actors and places as files describe them. Each is taken apart in full, so that a key which is new does not
//! compile until it has its place: what it says, what hangs on it, and what a brief's lies over.

use super::Bearing::{Finds, Portrays, Tells, Weighs};
use super::words::{
    degrees, either, id, ids, label, located_difference, name_difference, native, slugs, spellings,
    stricter, value, words,
};
use super::{Difference, Saying, Shared, Table};
use crate::brief::{Aka, Reference};
use crate::diag::Span;
use crate::library::{Actor, Kind, PlaceRecord, Slug};
use crate::text;
use crate::text::DisplayText;

/// A name that somebody gives: `Phosphorus by microsoft (overlaps)`.
fn aka_words(aka: &Aka) -> DisplayText {
    let Aka { name, by, relation, own: _, cite: _, span: _, is_damaged: _ } = aka;
    let by: Vec<DisplayText> = ids(by).collect();
    let by = if by.is_empty() { "".into() } else { text![" by ", text::comma_separated(&by)] };
    text![name, by, " (", relation.word(), ")"]
}

impl Shared for Actor {
    const WORD: &'static str = "actor";

    fn id(&self) -> &Reference {
        &self.id
    }

    fn name(&self) -> &DisplayText {
        &self.name
    }

    fn span(&self) -> &Span {
        &self.span
    }

    fn differences(&self, later: &Self) -> Vec<Difference> {
        let names = ((&self.name, &self.id.span), (&later.name, &later.id.span));
        [
            name_difference("name", names.0, names.1),
            located_difference("kind", self.kind.as_ref(), later.kind.as_ref(), |kind| {
                kind.word().into()
            }),
            located_difference(
                "country",
                self.country.as_ref(),
                later.country.as_ref(),
                Clone::clone,
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn says(&self) -> Vec<Saying> {
        let Self {
            id: _, // the same
            name,
            short,
            kind,
            country,
            role,
            aliases,
            names,
            say,
            part_of,
            attack,
            summary,
            cite,
            deprecated,
            replaced_by,
            aka,
            keywords,
            marking,
            span: _,       // where it stands
            is_damaged: _, // a matter of findings
        } = self;
        let kind = kind.as_ref().map(|kind| kind.value.word().into());
        vec![
            Saying::one("name", Tells, Some(name.clone())),
            Saying::one("short", Finds, value(short.as_ref())),
            Saying::one("kind", Tells, kind),
            Saying::one("country", Tells, value(country.as_ref())),
            Saying::one("role", Portrays, role.clone()),
            Saying::list("aliases", Finds, aliases.iter().cloned()),
            Saying::list("names", Finds, names.iter().map(native)),
            Saying::one("say", Finds, say.clone()),
            Saying::list("part-of", Weighs, ids(part_of)),
            Saying::list("attack", Tells, attack.iter().cloned()),
            Saying::one("summary", Portrays, words(summary.as_ref())),
            Saying::list("cite", Finds, ids(cite)),
            Saying::one("deprecated", Portrays, words(deprecated.as_deref())),
            Saying::one("replaced-by", Tells, id(replaced_by.as_ref())),
            Saying::list("aka", Tells, aka.iter().map(aka_words)),
            Saying::list("keywords", Finds, keywords.iter().cloned()),
            Saying::one("tlp", Finds, label(marking.as_ref())),
        ]
    }

    fn over(&self, registry: &Self) -> Self {
        let Self {
            id,
            name,
            short,
            kind,
            country,
            role,
            aliases,
            names,
            say,
            part_of,
            attack,
            summary,
            cite,
            deprecated,
            replaced_by,
            aka,
            keywords,
            marking,
            span,
            is_damaged,
        } = self;
        Self {
            id: id.clone(),
            name: name.clone(),
            short: either(short.as_ref(), registry.short.as_ref()),
            kind: either(kind.as_ref(), registry.kind.as_ref()),
            country: either(country.as_ref(), registry.country.as_ref()),
            role: either(role.as_ref(), registry.role.as_ref()),
            aliases: spellings(aliases, &registry.aliases),
            names: spellings(names, &registry.names),
            say: either(say.as_ref(), registry.say.as_ref()),
            part_of: part_of.clone(),
            attack: attack.clone(),
            summary: either(summary.as_ref(), registry.summary.as_ref()),
            cite: cite.clone(),
            deprecated: either(deprecated.as_ref(), registry.deprecated.as_ref()),
            replaced_by: either(replaced_by.as_ref(), registry.replaced_by.as_ref()),
            aka: aka.clone(),
            keywords: keywords.clone(),
            marking: stricter(marking.as_ref(), registry.marking.as_ref()),
            span: span.clone(),
            is_damaged: *is_damaged,
        }
    }

    fn refers_to(&self) -> Vec<(Table, &Slug)> {
        slugs(Kind::Actor, &self.part_of).collect()
    }
}

impl Shared for PlaceRecord {
    const WORD: &'static str = "place";

    fn id(&self) -> &Reference {
        &self.id
    }

    fn name(&self) -> &DisplayText {
        &self.name
    }

    fn span(&self) -> &Span {
        &self.span
    }

    fn differences(&self, later: &Self) -> Vec<Difference> {
        let names = ((&self.name, &self.id.span), (&later.name, &later.id.span));
        let countries = (self.country.as_ref(), later.country.as_ref());
        [
            name_difference("name", names.0, names.1),
            located_difference("country", countries.0, countries.1, Clone::clone),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn says(&self) -> Vec<Saying> {
        let Self {
            id: _, // the same
            name,
            country,
            aliases,
            names,
            lat,
            lon,
            deprecated,
            replaced_by,
            span: _,       // where it stands
            is_damaged: _, // a matter of findings
        } = self;
        vec![
            Saying::one("name", Tells, Some(name.clone())),
            Saying::one("country", Tells, value(country.as_ref())),
            Saying::list("aliases", Finds, aliases.iter().cloned()),
            Saying::list("names", Finds, names.iter().map(native)),
            Saying::one("lat", Tells, degrees(lat.as_ref())),
            Saying::one("lon", Tells, degrees(lon.as_ref())),
            Saying::one("deprecated", Portrays, words(deprecated.as_deref())),
            Saying::one("replaced-by", Tells, id(replaced_by.as_ref())),
        ]
    }

    fn over(&self, registry: &Self) -> Self {
        let Self {
            id,
            name,
            country,
            aliases,
            names,
            lat,
            lon,
            deprecated,
            replaced_by,
            span,
            is_damaged,
        } = self;
        let at =
            if self.position().is_some() { (lat, lon) } else { (&registry.lat, &registry.lon) };
        Self {
            id: id.clone(),
            name: name.clone(),
            country: either(country.as_ref(), registry.country.as_ref()),
            aliases: spellings(aliases, &registry.aliases),
            names: spellings(names, &registry.names),
            lat: at.0.clone(),
            lon: at.1.clone(),
            deprecated: either(deprecated.as_ref(), registry.deprecated.as_ref()),
            replaced_by: either(replaced_by.as_ref(), registry.replaced_by.as_ref()),
            span: span.clone(),
            is_damaged: *is_damaged,
        }
    }

    fn refers_to(&self) -> Vec<(Table, &Slug)> {
        Vec::new()
    }
}
