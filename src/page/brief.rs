//! Pages of briefs.

use super::builder::Builder;
use super::content::{Run, Tone};
use super::event_list::{self, Sureness};
use super::judgement;
use super::words::{edition_words, marking_run, referrers, targets};
use crate::library::{Assessment, Brief, Change, Corroboration, ItemId, Kind, Relation};
use crate::text::{DisplayText, comma_separated};

/// The bottom line; what is judged, what may be asked, what is not known; what changed and what the
/// sources are; then the events, and marking, edition and counts last.
pub(super) fn body(builder: &mut Builder<'_>, brief: &Brief) {
    if let Some(bluf) = &brief.bluf {
        builder.summary(bluf);
    }
    if !builder.is_full() {
        return;
    }
    let (library, id) = (builder.library, builder.item);
    judgement::table(builder, "JUDGEMENTS", library.linked(id, Kind::Judgement));
    builder.section("IF ASKED", library.linked(id, Kind::Question));
    builder.section("NOT KNOWN", library.linked(id, Kind::Gap));
    changes(builder);
    if let Some(summary) = &brief.source_summary {
        builder.heading("SOURCES IN SHORT");
        builder.prose(summary);
    }
    let events: Vec<_> =
        library.linked(id, Kind::Event).iter().map(|event| (*event, Vec::new())).collect();
    if !events.is_empty() {
        builder.heading("EVENTS");
        event_list::table(builder, &events, Sureness::Left);
    }
    edition(builder, brief);
    counts(builder);
}

/// Under which marking it stands, which edition it is, and which it replaces.
fn edition(builder: &mut Builder<'_>, brief: &Brief) {
    builder.heading("THE BRIEF ITSELF");
    let handling = brief.handling.as_ref();
    let handling = handling.map(|handling| Run::text(crate::text!["; ", handling]));
    let marking = std::iter::once(marking_run(brief.marking.value));
    builder.labelled("MARKING", marking.chain(handling).collect());
    let edition = edition_words(brief, builder.times);
    if !edition.is_empty() {
        builder.field("EDITION", &edition);
    }
    if let Some(seal) = builder.library.seal(builder.item) {
        let words = crate::text![seal.words(), " (set ", seal.set.name(), ")"];
        builder.field("SEAL", &words);
    }
    supersedes(builder, brief);
}

/// Briefs that it replaces, and those that replace it; one that is not loaded by its id.
fn supersedes(builder: &mut Builder<'_>, brief: &Brief) {
    let (library, id) = (builder.library, builder.item);
    let (loaded, refused): (Vec<ItemId>, Vec<ItemId>) = targets(library, id, Relation::Supersedes)
        .into_iter()
        .partition(|older| library.may_replace(id, *older));
    builder.linked_field("REPLACES", &loaded);
    for older in &refused {
        let slug = library.get(*older).map_or_else(Default::default, |older| older.slug.shown());
        builder
            .field("REPLACES", &crate::text![slug, " (it does not: that is sealed, this is not)"]);
    }
    let loaded = [loaded, refused].concat();
    let is_loaded =
        |slug| loaded.iter().any(|id| library.get(*id).is_some_and(|item| item.slug == slug));
    for older in brief.supersedes.iter().filter(|older| !is_loaded(older.value.clone())) {
        let is_there = library.set_aside().iter().any(|aside| aside.is(&older.value));
        let why = if is_there { " (not read)" } else { " (not loaded)" };
        let words = crate::text![older.value.shown(), why];
        builder.field("REPLACES", &words);
    }
    let mut newer = referrers(library, id, Relation::Supersedes);
    newer.retain(|newer| library.may_replace(*newer, id));
    builder.linked_field("REPLACED", &newer);
}

/// How much there is, and how well it is supported.
fn counts(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let of = |kind| library.linked(id, kind).len();
    let held = told(&[
        (of(Kind::Event), " event", " events"),
        (of(Kind::Claim), " claim", " claims"),
        (of(Kind::Actor), " actor", " actors"),
        (of(Kind::Source), " source", " sources"),
        (of(Kind::Judgement), " judgement", " judgements"),
        (of(Kind::Question), " question", " questions"),
        (of(Kind::Gap), " thing not known", " things not known"),
    ]);
    if held.is_empty() {
        return;
    }
    builder.heading("IN NUMBERS");
    builder.field("HOLDS", &comma_separated(&held));
    let assessed: Vec<_> =
        library.linked(id, Kind::Event).iter().filter_map(|id| library.assessment(*id)).collect();
    let with =
        |wanted: fn(&Assessment) -> bool| assessed.iter().filter(|found| wanted(found)).count();
    let several = with(|found| matches!(found.corroboration, Corroboration::Corroborated(_)));
    let own = with(|found| found.corroboration == Corroboration::SingleSource && found.own_text);
    let one = with(Assessment::rests_on_one);
    let by_parties = with(|found| found.corroboration == Corroboration::PartyOnly);
    let none = with(|found| found.corroboration == Corroboration::Uncited);
    let disputed = assessed.iter().filter(|found| found.disputed).count();
    let support = told(&[
        (several, " with several origins", " with several origins"),
        (own, " by its own text", " by their own text"),
        (one, " with one origin", " with one origin"),
        (by_parties, " told by parties alone", " told by parties alone"),
        (none, " without a source", " without a source"),
        (disputed, " disputed", " disputed"),
    ]);
    if !support.is_empty() {
        builder.field("EVENTS", &comma_separated(&support));
    }
}

/// What there is one or more of, in words.
fn told(counts: &[(usize, &'static str, &'static str)]) -> Vec<DisplayText> {
    let counts = counts.iter().filter(|(count, ..)| *count > 0);
    counts
        .map(|(count, one, more)| crate::text![*count, if *count == 1 { *one } else { *more }])
        .collect()
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
        let lead = crate::text!["Revision ", change.revision, ", ", change.date.text(), ": "];
        let mut runs = vec![Run::new(lead, Tone::Quiet)];
        runs.extend(builder.prose_runs(&change.text, Tone::Text));
        builder.paragraph(runs);
    }
}
