//! Pages of briefs.

use super::builder::Builder;
use super::content::{Run, Tone};
use super::words::{counted, referrers, targets};
use crate::library::{Brief, Change, Corroboration, Kind, Relation};
use crate::text::{DisplayText, comma_separated};

/// Header, bottom line, judgements, cards, gaps, changes, counts, events.
pub(super) fn body(builder: &mut Builder<'_>, brief: &Brief) {
    let library = builder.library;
    if let Some(bluf) = &brief.bluf {
        builder.summary(bluf);
        builder.gap();
    }
    builder.field("MARKING", &crate::text!["TLP:", brief.marking.word()]);
    if let Some(handling) = &brief.handling {
        builder.field("HANDLING", handling);
    }
    if let Some(as_of) = &brief.as_of {
        builder.field("AS OF", &as_of.text_in(builder.times));
    }
    if let Some(revision) = brief.revision {
        builder.field("REVISION", &crate::text![revision]);
    }
    if let Some(status) = brief.status {
        let words = crate::text![status.word(), ": ", status.meaning()];
        builder.field("STATUS", &words);
    }
    if !builder.is_full() {
        return;
    }
    if !brief.authors.is_empty() {
        builder.field("AUTHORS", &comma_separated(&brief.authors));
    }
    supersedes(builder, brief);
    counts(builder);
    if let Some(summary) = &brief.source_summary {
        builder.heading("SOURCES IN SHORT");
        builder.prose(summary);
    }
    for (kind, heading) in
        [(Kind::Judgement, "JUDGEMENTS"), (Kind::Question, "IF ASKED"), (Kind::Gap, "NOT KNOWN")]
    {
        let items = library.linked(builder.item, kind).to_vec();
        builder.section(heading, &items);
    }
    changes(builder);
    let events = library.linked(builder.item, Kind::Event).to_vec();
    builder.section("EVENTS", &events);
}

/// Briefs that it replaces, and those that replace it; one that is not loaded by its id.
fn supersedes(builder: &mut Builder<'_>, brief: &Brief) {
    let (library, id) = (builder.library, builder.item);
    let loaded = targets(library, id, Relation::Supersedes);
    builder.linked_field("REPLACES", &loaded);
    let is_loaded =
        |slug| loaded.iter().any(|id| library.get(*id).is_some_and(|item| item.slug == slug));
    for older in brief.supersedes.iter().filter(|older| !is_loaded(older.value.clone())) {
        let words = crate::text![older.value.shown(), " (not loaded)"];
        builder.field("REPLACES", &words);
    }
    builder.linked_field("REPLACED", &referrers(library, id, Relation::Supersedes));
}

/// How much there is, and how well it is supported.
fn counts(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let of = |kind| library.linked(id, kind).len();
    let parts: Vec<DisplayText> = [
        (of(Kind::Event), "event", "events"),
        (of(Kind::Claim), "claim", "claims"),
        (of(Kind::Actor), "actor", "actors"),
        (of(Kind::Source), "source", "sources"),
        (of(Kind::Judgement), "judgement", "judgements"),
        (of(Kind::Gap), "gap", "gaps"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, more)| counted(count, one, more))
    .collect();
    if parts.is_empty() {
        return;
    }
    builder.field("HOLDS", &comma_separated(&parts));
    let assessed: Vec<_> =
        library.linked(id, Kind::Event).iter().filter_map(|id| library.assessment(*id)).collect();
    let with = |wanted: fn(Corroboration) -> bool| {
        assessed.iter().filter(|found| wanted(found.corroboration)).count()
    };
    let several = with(|found| matches!(found, Corroboration::Corroborated(_)));
    let one = with(|found| found == Corroboration::SingleSource);
    let parties = with(|found| found == Corroboration::PartyOnly);
    let none = with(|found| found == Corroboration::Uncited);
    let disputed = assessed.iter().filter(|found| found.disputed).count();
    let parts: Vec<DisplayText> = [
        (several, " with independent sources"),
        (one, " with one origin"),
        (parties, " by parties only"),
        (none, " without a source"),
        (disputed, " disputed"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| crate::text![count, words])
    .collect();
    if !parts.is_empty() {
        builder.field("SUPPORT", &crate::text!["events: ", comma_separated(&parts)]);
    }
}

/// History of the content, the newest first.
fn changes(builder: &mut Builder<'_>) {
    let mut changes: Vec<&Change> = builder.library.changes(builder.item).iter().collect();
    if changes.is_empty() {
        return;
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.revision));
    builder.heading("CHANGES");
    for change in changes {
        let lead = crate::text!["revision ", change.revision, ", ", change.date.text(), ": "];
        let mut runs = vec![Run::new(lead, Tone::Dim)];
        runs.extend(builder.prose_runs(&change.text, Tone::Text));
        builder.paragraph(runs);
    }
}
