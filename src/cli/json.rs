//! Items as JSON, computed fields included.

use crate::library::{
    Assessment, Corroboration, Event, ItemId, Library, Record, Relation, Standing, Statement,
    Testimony, When,
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
    });
    let more = match &item.record {
        Record::Event(event) => self::event(library, id, event),
        Record::Claim(claim) => json!({
            "text": library.plain_text(id, &claim.text).as_str(),
            "value": claim.value.as_ref().map(DisplayText::as_str),
            "about": claim.about.map(crate::library::Aspect::word),
            "event": library.event_of(id).map(|event| reference(library, event)),
            "disputes": references(library, id, Relation::Disputes),
        }),
        Record::Actor(actor) => json!({
            "kind-of-actor": actor.kind.as_ref().map(|kind| kind.value.word()),
            "country": actor.country.as_ref().map(|country| country.value.as_str()),
            "role": actor.role.as_ref().map(DisplayText::as_str),
            "aliases": actor.aliases.iter().map(DisplayText::as_str).collect::<Vec<_>>(),
        }),
        Record::Source(source) => json!({
            "publisher": library.publisher(id).map(|publisher| publisher.name.as_str()),
            "published": source.published.as_ref().map(|published| when(&published.value)),
            "url": source.url.as_ref().map(DisplayText::as_str),
            "derived-from": references(library, id, Relation::DerivesFrom),
        }),
        Record::Judgement(judgement) => json!({
            "text": library.plain_text(id, &judgement.text).as_str(),
            "likelihood": judgement.likelihood.map(crate::library::Likelihood::word),
            "confidence": judgement.confidence.as_ref().map(|confidence| confidence.value.word()),
        }),
        Record::Gap(gap) => json!({ "text": library.plain_text(id, &gap.text).as_str() }),
        Record::Question(question) => {
            json!({ "answer": library.plain_text(id, &question.answer).as_str() })
        }
        Record::Brief(_) | Record::Place(_) => json!({}),
    };
    merge(&mut value, more);
    if let Some(assessment) = library.assessment(id) {
        merge(&mut value, assessed(library, assessment));
    }
    value
}

fn merge(value: &mut Value, more: Value) {
    if let (Value::Object(value), Value::Object(more)) = (value, more) {
        value.extend(more);
    }
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
    json!({
        "when": when(&event.when.value),
        "reported": event.reported.as_ref().map(when),
        "type": event.kind.word(),
        "status": event.status.word(),
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
    let disputes = answer.iter().flat_map(|answer| &answer.disputes).map(DisplayText::as_str);
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
    let grade = assessment.grade.map(crate::app::page::grade_sign);
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
