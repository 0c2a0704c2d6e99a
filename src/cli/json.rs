//! Items as JSON, computed fields included.

use crate::library::{
    Actor, Assessment, Corroboration, Event, ItemId, Kind, Library, Neighbour, Record, Relation,
    Source, Standing, Statement, Step, Testimony, When,
};
use crate::text::{DisplayText, clean_line};
use serde_json::{Value, json};

/// One object as one line. JSON escapes controls, and every text in it is clean.
pub(super) fn line(value: &Value) -> DisplayText {
    crate::text![clean_line(&value.to_string(), |_| {}), "\n"]
}

/// An item with what is computed of it.
pub(super) fn item(library: &Library, id: ItemId) -> Value {
    let Some(item) = library.get(id) else { return Value::Null };
    let brief = item.brief.and_then(|brief| library.get(brief));
    let mut value = json!({
        "ref": library.reference(id).as_str(),
        "kind": item.kind.word(),
        "id": item.slug.as_str(),
        "brief": brief.map(|brief| brief.slug.as_str()),
        "title": item.title.as_str(),
        "marking": library.marking_of(id).word(),
        "written-at": written_at(library, id),
    });
    let more = match &item.record {
        Record::Event(event) => self::event(library, id, event),
        Record::Claim(claim) => json!({
            "text": library.plain_text(id, &claim.text).as_str(),
            "value": claim.value.as_ref().map(DisplayText::as_str),
            "about": claim.about.map(crate::library::Aspect::word),
            "event": library.event_of(id).map(|event| reference(library, event)),
            "by": references(library, id, Relation::AssertedBy),
            "attribution": claim.attribution.map(crate::library::Attribution::word),
            "to": references(library, id, Relation::AscribesTo),
            "disputes": references(library, id, Relation::Disputes),
        }),
        Record::Actor(actor) => self::actor(library, id, actor),
        Record::Source(source) => self::source(library, id, source),
        Record::Judgement(judgement) => json!({
            "text": library.plain_text(id, &judgement.text).as_str(),
            "likelihood": judgement.likelihood.map(crate::library::Likelihood::word),
            "likelihood-range": judgement.likelihood.map(crate::library::Likelihood::meaning),
            "confidence": judgement.confidence.as_ref().map(|confidence| confidence.value.word()),
            "basis": references(library, id, Relation::RestsOn),
        }),
        Record::Gap(gap) => json!({
            "text": library.plain_text(id, &gap.text).as_str(),
            "on": references(library, id, Relation::Concerns),
        }),
        Record::Question(question) => json!({
            "answer": library.plain_text(id, &question.answer).as_str(),
            "basis": references(library, id, Relation::RestsOn),
        }),
        Record::Brief(brief) => json!({
            "as-of": brief.as_of.as_ref().map(when),
            "revision": brief.revision,
            "status": brief.status.map(crate::library::BriefStatus::word),
        }),
        Record::Place(place) => json!({
            "country": place.country.as_ref().map(|country| country.value.as_str()),
        }),
    };
    merge(&mut value, more);
    if let Some(assessment) = library.assessment(id) {
        merge(&mut value, assessed(library, assessment));
    }
    value
}

/// File and line of each record that the item is made of.
fn written_at(library: &Library, id: ItemId) -> Vec<String> {
    let place = |found: crate::library::Definition| format!("{}:{}", found.file, found.line);
    library.definitions(id).into_iter().map(place).collect()
}

fn merge(value: &mut Value, more: Value) {
    if let (Value::Object(value), Value::Object(more)) = (value, more) {
        value.extend(more);
    }
}

fn actor(library: &Library, id: ItemId, actor: &Actor) -> Value {
    let roles = |event: &ItemId| {
        let roles = library.roles(*event, id);
        let roles: Vec<&str> = roles.iter().map(DisplayText::as_str).collect();
        json!({ "event": reference(library, *event), "roles": roles })
    };
    let events = library.linked(id, Kind::Event).iter().map(roles);
    let given = actor.aka.iter().map(|aka| {
        let by: Vec<&str> = aka.by.iter().map(|by| by.value.as_str()).collect();
        json!({ "name": aka.name.as_str(), "as": aka.relation.word(), "by": by })
    });
    let native = actor
        .names
        .iter()
        .map(|name| json!({ "language": name.language.as_str(), "name": name.name.as_str() }));
    json!({
        "kind-of-actor": actor.kind.as_ref().map(|kind| kind.value.word()),
        "country": actor.country.as_ref().map(|country| country.value.as_str()),
        "role": actor.role.as_ref().map(DisplayText::as_str),
        "say": actor.say.as_ref().map(DisplayText::as_str),
        "aliases": actor.aliases.iter().map(DisplayText::as_str).collect::<Vec<_>>(),
        "names": native.collect::<Vec<_>>(),
        "aka": given.collect::<Vec<_>>(),
        "part-of": references(library, id, Relation::PartOf),
        "events": events.collect::<Vec<_>>(),
    })
}

fn source(library: &Library, id: ItemId, source: &Source) -> Value {
    let list =
        |ids: &[ItemId]| -> Vec<String> { ids.iter().map(|id| reference(library, *id)).collect() };
    let steps = |steps: Vec<Step>| -> Vec<String> {
        steps.iter().map(|step| reference(library, step.source)).collect()
    };
    let reliance = library.reliance(id);
    json!({
        "publisher": library.publisher(id).map(|publisher| publisher.name.as_str()),
        "published": source.published.as_ref().map(|published| when(&published.value)),
        "reliability": library.reliability(id).word(),
        "withdrawn": source.withdrawn,
        "url": source.url.as_ref().map(DisplayText::as_str),
        "derived-from": references(library, id, Relation::DerivesFrom),
        "chain": steps(library.repeats(id)),
        "repeated-by": steps(library.repeated_by(id)),
        "rests-on-it": {
            "events": list(&reliance.events),
            "claims": list(&reliance.claims),
            "names": reliance.names,
            "relations": reliance.relations,
            "uncited-without-it": list(&reliance.uncited),
            "copies-only-without-it": list(&reliance.copies_only),
        },
    })
}

/// An event near another in time, and how far away it is.
fn neighbour(library: &Library, neighbour: Neighbour) -> Value {
    json!({
        "ref": reference(library, neighbour.event),
        "distance": neighbour.distance.words().as_str(),
        "days-at-least": neighbour.distance.least_days(),
        "days-at-most": neighbour.distance.most_days(),
    })
}

fn event(library: &Library, id: ItemId, event: &Event) -> Value {
    let actors: Vec<Value> = library
        .outgoing(id)
        .iter()
        .filter(|edge| edge.relation == Relation::Involves)
        .map(|edge| {
            let role = edge.label.as_ref().map(DisplayText::as_str);
            json!({ "ref": reference(library, edge.to), "role": role })
        })
        .collect();
    let summary = event.summary.as_ref().map(|summary| library.plain_text(id, summary));
    let neighbours = library.neighbours(id);
    json!({
        "when": when(&event.when.value),
        "reported": event.reported.as_ref().map(when),
        "type": event.kind.word(),
        "status": event.status.word(),
        "before": neighbours.before.map(|before| neighbour(library, before)),
        "after": neighbours.after.map(|after| neighbour(library, after)),
        "summary": summary.as_ref().map(DisplayText::as_str),
        "claims": references(library, id, Relation::Claims),
        "actors": actors,
        "places": references(library, id, Relation::At),
        "tags": event.tags.iter().map(|tag| tag.value.as_str()).collect::<Vec<_>>(),
    })
}

fn when(when: &When) -> Value {
    json!({
        "edtf": when.edtf().as_str(),
        "earliest": when.earliest().map(|day| day.iso().to_string()),
        "latest": when.latest().map(|day| day.iso().to_string()),
        "text": when.text().as_str(),
    })
}

/// Who says what about an event.
pub(super) fn testimony(library: &Library, testimony: &Testimony) -> Value {
    let matters: Vec<Value> = testimony
        .matters
        .iter()
        .map(|matter| {
            let said =
                matter.statements.iter().map(|statement| self::statement(library, statement));
            json!({
                "about": matter.about.map(crate::library::Aspect::word),
                "statements": said.collect::<Vec<_>>(),
            })
        })
        .collect();
    let shared: Vec<Value> = testimony
        .shared_origins
        .iter()
        .map(|(house, sources)| {
            let sources: Vec<String> = sources.iter().map(|id| reference(library, *id)).collect();
            json!({ "origin": house.as_str(), "sources": sources })
        })
        .collect();
    let answer = library.answer(testimony.event);
    let disputes = answer.iter().flat_map(|answer| &answer.disputes);
    let disputes = disputes.map(|dispute| dispute.text().as_str().to_owned());
    let title = library.get(testimony.event).map(|item| item.title.as_str().to_owned());
    let mut value = json!({
        "ref": reference(library, testimony.event),
        "title": title,
        "marking": library.marking_of(testimony.event).word(),
        "when": library.event(testimony.event).map(|event| when(&event.when.value)),
        "status": library.event(testimony.event).map(|event| event.status.word()),
        "about": matters,
        "one-origin": shared,
        "disputes": disputes.collect::<Vec<_>>(),
    });
    if let Some(assessment) = library.assessment(testimony.event) {
        merge(&mut value, assessed(library, assessment));
    }
    value
}

fn statement(library: &Library, statement: &Statement) -> Value {
    let list =
        |ids: &[ItemId]| -> Vec<String> { ids.iter().map(|id| reference(library, *id)).collect() };
    let text = library.claim(statement.claim);
    let text = text.map(|claim| library.plain_text(statement.claim, &claim.text));
    let standing = match statement.standing {
        Standing::Agrees => "agrees",
        Standing::Differs => "differs",
        Standing::Alone => "alone",
    };
    let mut value = json!({
        "ref": reference(library, statement.claim),
        "event": statement.elsewhere.map(|event| reference(library, event)),
        "value": statement.value.as_str(),
        "text": text.as_ref().map(DisplayText::as_str),
        "by": list(&statement.by),
        "standing": standing,
        "disputes": list(&statement.disputes),
        "disputed-by": list(&statement.disputed_by),
    });
    if let Some(assessment) = library.assessment(statement.claim) {
        merge(&mut value, assessed(library, assessment));
    }
    value
}

fn assessed(library: &Library, assessment: &Assessment) -> Value {
    let corroboration = match assessment.corroboration {
        Corroboration::Uncited => json!({ "state": "uncited", "origins": 0 }),
        Corroboration::SingleSource => json!({ "state": "single-source", "origins": 1 }),
        Corroboration::Corroborated(count) => json!({ "state": "corroborated", "origins": count }),
        Corroboration::PartyOnly => json!({ "state": "party-only" }),
    };
    let sources: Vec<Value> = assessment
        .citations
        .iter()
        .map(|citation| {
            json!({
                "ref": reference(library, citation.source),
                "reliability": citation.reliability.word(),
                "party": citation.party,
                "origin": citation.origin,
            })
        })
        .collect();
    let grade = assessment.grade.map(crate::page::grade_sign);
    json!({
        "corroboration": corroboration,
        "disputed": assessment.disputed,
        "grade": grade.as_ref().map(DisplayText::as_str),
        "confidence": assessment.confidence.map(crate::library::Confidence::word),
        "sources": sources,
    })
}

fn reference(library: &Library, id: ItemId) -> String {
    library.reference(id).to_string()
}

fn references(library: &Library, id: ItemId, relation: Relation) -> Vec<String> {
    library.ends(id, relation).map(|end| reference(library, end)).collect()
}
