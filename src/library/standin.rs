//! Items that stand in for ids that name nothing, so that the reference stays visible.

use super::{Actor, Item, ItemId, Kind, PlaceRecord, Record, Source};
use crate::brief::Reference;
use std::sync::Arc;

/// A source, actor or place that only has an id; any other kind stands in as an actor and is never
/// asked for.
pub(super) fn item(kind: Kind, reference: &Reference, brief: Option<ItemId>) -> Item {
    let record: Record = match kind {
        Kind::Source => Arc::new(source(reference)).into(),
        Kind::Place => Arc::new(place(reference)).into(),
        Kind::Actor
        | Kind::Brief
        | Kind::Event
        | Kind::Claim
        | Kind::Judgement
        | Kind::Gap
        | Kind::Question => Arc::new(actor(reference)).into(),
    };
    Item {
        kind: record.kind(),
        slug: reference.value.clone(),
        brief,
        title: reference.value.shown(),
        span: reference.span.clone(),
        known: false,
        record,
    }
}

fn actor(id: &Reference) -> Actor {
    Actor {
        id: id.clone(),
        name: id.value.shown(),
        short: None,
        kind: None,
        country: None,
        role: None,
        aliases: Vec::new(),
        names: Vec::new(),
        say: None,
        part_of: Vec::new(),
        attack: Vec::new(),
        summary: None,
        cite: Vec::new(),
        deprecated: None,
        replaced_by: None,
        aka: Vec::new(),
        keywords: Vec::new(),
        marking: None,
        span: id.span.clone(),
        is_damaged: false,
    }
}

fn source(id: &Reference) -> Source {
    Source {
        id: id.clone(),
        title: id.value.shown(),
        publisher: Vec::new(),
        author: None,
        published: None,
        updated: None,
        retrieved: None,
        url: None,
        archive_url: None,
        file: None,
        sha256: None,
        language: None,
        access: None,
        derived_from: Vec::new(),
        reliability: None,
        reliability_why: None,
        withdrawn: false,
        withdrawn_why: None,
        deprecated: None,
        replaced_by: None,
        note: None,
        marking: None,
        keywords: Vec::new(),
        span: id.span.clone(),
        is_damaged: false,
    }
}

fn place(id: &Reference) -> PlaceRecord {
    PlaceRecord {
        id: id.clone(),
        name: id.value.shown(),
        country: None,
        aliases: Vec::new(),
        names: Vec::new(),
        deprecated: None,
        replaced_by: None,
        lat: None,
        lon: None,
        span: id.span.clone(),
        is_damaged: false,
    }
}
