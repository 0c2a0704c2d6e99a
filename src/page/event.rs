//! Pages of events.

mod related;

use super::Around;
use super::builder::Builder;
use super::card::questions;
use super::content::{Run, Tone};
use super::sentence::{first_sentence, rest_after_first};
use super::time;
use super::words::{date_and_title_in, referrers, targets};
use crate::library::{Event, ItemId, Kind, Library, Record, Relation};
use crate::text::{DisplayText, comma_separated};
use std::collections::BTreeSet;

/// Why that sure in a sentence, what happened, the prepared answers, what came before and after; then
/// who took part and where it leads.
pub(super) fn body(builder: &mut Builder<'_>, event: &Event) {
    let id = builder.item;
    if let Some(why) = &event.confidence_why {
        builder.prose(&first_sentence(why));
    }
    if let Some(summary) = &event.summary {
        builder.summary(summary);
    }
    if !builder.is_full() {
        return;
    }
    prepared_answers(builder, id);
    let neighbours = builder.library.neighbours(id);
    time::rows(builder, &neighbours);
    let told = related::ties(builder);
    match builder.around {
        Around::Nothing => {}
        Around::Reader | Around::ReaderAndLists => brief_in_short(builder, id),
    }
    let actors = targets(builder.library, id, Relation::Involves);
    if !actors.is_empty() && builder.around != Around::ReaderAndLists {
        builder.heading("WHO TOOK PART");
        // Somebody with two roles is one entry.
        let mut seen = BTreeSet::new();
        let named: Vec<ItemId> = actors.into_iter().filter(|actor| seen.insert(*actor)).collect();
        builder.list(&named, |library, actor| role_line(library, id, actor));
    }
    if let Some(why) = event.confidence_why.as_ref().and_then(rest_after_first) {
        builder.heading("WHY THAT SURE");
        builder.prose(&why);
    }
    see_also(builder, id, &told);
    resting(builder, id, &[Kind::Judgement, Kind::Gap]);
    filed(builder, event);
}

/// What the brief of an event is about, and what else may be asked of it: so that who reads on past the
/// neighbours comes to the whole.
fn brief_in_short(builder: &mut Builder<'_>, event: ItemId) {
    let library = builder.library;
    let Some(brief) = library.get(event).and_then(|item| item.brief) else { return };
    let Some(Record::Brief(record)) = library.get(brief).map(|item| &item.record) else { return };
    if let Some(bluf) = &record.bluf {
        builder.heading("THE BRIEF IN SHORT");
        builder.prose_of(brief, bluf);
    }
    let own: BTreeSet<ItemId> = questions(library, event).into_iter().collect();
    let all = library.linked(brief, Kind::Question).iter().copied();
    let others: Vec<ItemId> = all.filter(|question| !own.contains(question)).collect();
    builder.section("OTHER QUESTIONS OF THE BRIEF", &others);
}

/// The questions that may be asked of it, each with its answer.
fn prepared_answers(builder: &mut Builder<'_>, id: ItemId) {
    let library = builder.library;
    let questions = questions(library, id);
    if questions.is_empty() {
        return;
    }
    builder.heading("IF ASKED");
    for question in questions {
        let Some(Record::Question(record)) = library.get(question).map(|item| &item.record) else {
            continue;
        };
        builder.entry(question, vec![Run::new(record.question.clone(), Tone::Strong)]);
        builder.prose_of(question, &record.answer);
    }
}

/// `Edi Rama, speaker`.
fn role_line(library: &Library, event: ItemId, actor: ItemId) -> DisplayText {
    let name = library.full_title(actor);
    let roles = library.roles(event, actor);
    comma_separated(&[name].into_iter().chain(roles).collect::<Vec<_>>())
}

/// Other events it belongs to, each with how far away in time it is.
fn see_also(builder: &mut Builder<'_>, id: ItemId, told: &BTreeSet<ItemId>) {
    let events = builder.library.linked(id, Kind::Event).iter().copied();
    let events: Vec<ItemId> = events.filter(|event| !told.contains(event)).collect();
    if events.is_empty() {
        return;
    }
    builder.heading("SEE ALSO");
    for event in events {
        let line = date_and_title_in(builder.library, event, builder.times);
        let mut runs = vec![Run::text(line)];
        if let Some(away) = time::away(builder.library, id, event) {
            runs.push(Run::new(crate::text!["  (", away, ")"], Tone::Quiet));
        }
        builder.entry(event, runs);
    }
}

/// What rests on an event or one of its claims, answers its questions or concerns it, of these kinds.
pub(super) fn resting(builder: &mut Builder<'_>, id: ItemId, kinds: &[Kind]) {
    let library = builder.library;
    let mut found: BTreeSet<ItemId> = BTreeSet::new();
    for holder in [id].into_iter().chain(targets(library, id, Relation::Claims)) {
        for relation in
            [Relation::RestsOn, Relation::Concerns, Relation::Answers, Relation::Against]
        {
            found.extend(referrers(library, holder, relation));
        }
    }
    for (kind, heading) in
        [(Kind::Judgement, "JUDGEMENTS"), (Kind::Question, "IF ASKED"), (Kind::Gap, "NOT KNOWN")]
    {
        let is_kind = |id: &ItemId| library.get(*id).is_some_and(|item| item.kind == kind);
        let of_kind: Vec<ItemId> =
            found.iter().copied().filter(|id| kinds.contains(&kind) && is_kind(id)).collect();
        builder.section(heading, &of_kind);
    }
}

/// Under what an event is filed: places, type, tags, ATT&CK techniques with their names, keywords.
fn filed(builder: &mut Builder<'_>, event: &Event) {
    builder.heading("FILED UNDER");
    builder.linked_field("WHERE", &targets(builder.library, builder.item, Relation::At));
    builder.field("TYPE", &DisplayText::literal(event.kind.word()));
    let tags: Vec<DisplayText> = event.tags.iter().map(|tag| tag.value.clone()).collect();
    if !tags.is_empty() {
        builder.field("TAGS", &comma_separated(&tags));
    }
    let library = builder.library;
    let techniques = event.attack.iter().map(|id| match library.technique(id) {
        Some(technique) => crate::text![id, " ", technique.name],
        None => id.clone(),
    });
    let techniques: Vec<DisplayText> = techniques.collect();
    if !techniques.is_empty() {
        builder.field("ATT&CK", &comma_separated(&techniques));
    }
}
