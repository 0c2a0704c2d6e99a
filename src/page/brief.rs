//! Pages of briefs.

use super::compose::Composer;
use super::words::{counted, referrers, targets};
use super::{Piece, Tone};
use crate::library::{Brief, Change, Corroboration, Kind, Relation};
use crate::text::{DisplayText, comma_separated};

/// Header, bottom line, judgements, cards, gaps, changes, counts, events.
pub(super) fn body(composer: &mut Composer<'_>, brief: &Brief) {
    let library = composer.library;
    if let Some(bluf) = &brief.bluf {
        composer.summary(bluf);
        composer.gap();
    }
    composer.field("MARKING", &crate::text!["TLP:", brief.marking.word()]);
    if let Some(handling) = &brief.handling {
        composer.field("HANDLING", handling);
    }
    if let Some(as_of) = &brief.as_of {
        composer.field("AS OF", &as_of.text_in(composer.times));
    }
    if let Some(revision) = brief.revision {
        composer.field("REVISION", &crate::text![revision]);
    }
    if let Some(status) = brief.status {
        let words = crate::text![status.word(), ": ", status.meaning()];
        composer.field("STATUS", &words);
    }
    if !composer.is_full() {
        return;
    }
    if !brief.authors.is_empty() {
        composer.field("AUTHORS", &comma_separated(&brief.authors));
    }
    supersedes(composer, brief);
    counts(composer);
    if let Some(summary) = &brief.source_summary {
        composer.heading("SOURCES IN SHORT");
        composer.prose(summary, 0);
    }
    for (kind, heading) in
        [(Kind::Judgement, "JUDGEMENTS"), (Kind::Question, "IF ASKED"), (Kind::Gap, "NOT KNOWN")]
    {
        let items = library.linked(composer.item, kind).to_vec();
        composer.section(heading, &items);
    }
    changes(composer);
    let events = library.linked(composer.item, Kind::Event).to_vec();
    composer.section("EVENTS", &events);
}

/// Briefs that it replaces, and those that replace it; one that is not loaded by its id.
fn supersedes(composer: &mut Composer<'_>, brief: &Brief) {
    let (library, id) = (composer.library, composer.item);
    let loaded = targets(library, id, Relation::Supersedes);
    composer.linked_field("REPLACES", &loaded);
    let is_loaded =
        |slug| loaded.iter().any(|id| library.get(*id).is_some_and(|item| item.slug == slug));
    for older in brief.supersedes.iter().filter(|older| !is_loaded(older.value.clone())) {
        let words = crate::text![older.value.shown(), " (not loaded)"];
        composer.field("REPLACES", &words);
    }
    composer.linked_field("REPLACED", &referrers(library, id, Relation::Supersedes));
}

/// How much there is, and how well it is supported.
fn counts(composer: &mut Composer<'_>) {
    let (library, id) = (composer.library, composer.item);
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
    composer.field("HOLDS", &comma_separated(&parts));
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
        composer.field("SUPPORT", &crate::text!["events: ", comma_separated(&parts)]);
    }
}

/// History of the content, the newest first.
fn changes(composer: &mut Composer<'_>) {
    let mut changes: Vec<&Change> = composer.library.changes(composer.item).iter().collect();
    if changes.is_empty() {
        return;
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.revision));
    composer.heading("CHANGES");
    for change in changes {
        let lead = crate::text!["revision ", change.revision, ", ", change.date.text(), ": "];
        let mut pieces = vec![Piece::new(lead, Tone::Dim)];
        pieces.extend(composer.prose_pieces(&change.text, Tone::Text));
        composer.hanging(Vec::new(), 0, &pieces);
    }
}
