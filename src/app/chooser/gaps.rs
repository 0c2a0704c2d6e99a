//! What is not known: what the authors say so of, and what the records themselves lack.

use super::records::Records;
use super::{Choice, Entry};
use crate::library::{ActorKind, Assessment, Corroboration, Day, ItemId, Kind, Relation};
use crate::page::date_and_title;
use crate::text::DisplayText;

/// Days without an event from which on a stretch is worth telling.
const STRETCH: i64 = 14;
/// Stretches that are told, the longest first.
const STRETCHES: usize = 12;

impl Records<'_> {
    /// Gaps that are named, then plans that are past, events, claims and actors that lack something, then the longest
    /// stretches without an event.
    pub(super) fn gaps(self) -> Vec<Entry> {
        let named = self.of_kind(Kind::Gap);
        let groups = [
            ("Named by the authors", named),
            ("Planned, with no word on whether it happened", self.past_plans()),
            (
                "Events without a source",
                self.events_with(|found| found.corroboration == Corroboration::Uncited),
            ),
            ("Events with one source only", self.events_with(Assessment::rests_on_one)),
            (
                "Events that only parties tell of",
                self.events_with(|found| found.corroboration == Corroboration::PartyOnly),
            ),
            ("Claims without an independent source", self.unsupported_claims()),
            ("Acting under a name, attributed to nobody", self.unattributed()),
            ("Longest times without an event", self.silent_stretches()),
        ];
        let mut entries = Vec::new();
        for (name, group) in groups {
            let title = crate::text![name, " (", group.len(), ")"];
            entries.extend(group.into_iter().map(|entry: Entry| entry.under(title.clone())));
        }
        entries
    }

    /// Events that are still called planned although their day is past for their brief.
    fn past_plans(self) -> Vec<Entry> {
        let library = self.library;
        let events = library.listed(Kind::Event).iter().filter(|event| self.is_of_brief(**event));
        let entry = |event: &ItemId| {
            let as_of = library.past_plan(*event)?;
            let day = &library.event(*event)?.when.value;
            let entry = Entry::new(date_and_title(library, *event), Choice::Go(*event));
            let words = crate::text![
                "Planned: ",
                day.text(),
                "; the brief, as of ",
                as_of.text(),
                ", does not say whether it happened"
            ];
            Some(Entry { below: words, ..entry })
        };
        events.filter_map(entry).collect()
    }

    fn events_with(self, is_lacking: fn(&Assessment) -> bool) -> Vec<Entry> {
        let library = self.library;
        let lacks = |event: &&ItemId| {
            self.is_of_brief(**event) && library.assessment(**event).is_some_and(is_lacking)
        };
        let events = library.listed(Kind::Event).iter().filter(lacks);
        let entry = |event: &ItemId| {
            let entry = Entry::new(date_and_title(library, *event), Choice::Go(*event));
            let only: Vec<DisplayText> = library
                .ends(*event, Relation::Cites)
                .map(|source| crate::page::source_line(library, source))
                .collect();
            let only = crate::text::comma_separated(&only);
            let told = if only.is_empty() { only } else { crate::text!["Told by ", only] };
            Entry { words: told, ..entry }
        };
        events.map(entry).collect()
    }

    /// Claims that nobody but parties tells of, or that cite nothing.
    fn unsupported_claims(self) -> Vec<Entry> {
        let library = self.library;
        let lacks = |claim: &&ItemId| {
            let support = library.assessment(**claim).map(|found| found.corroboration);
            let lacks = matches!(support, Some(Corroboration::Uncited | Corroboration::PartyOnly));
            lacks && self.is_of_brief(**claim)
        };
        let entry = |claim: &ItemId| {
            let about = library
                .event_of(*claim)
                .map(|event| crate::text!["Claimed of: ", date_and_title(library, event)]);
            let entry = Entry::new(library.full_title(*claim), Choice::Go(*claim));
            // A claim of no event has nothing under its title.
            Entry { words: about.unwrap_or_default(), ..entry }
        };
        library.listed(Kind::Claim).iter().filter(lacks).map(entry).collect()
    }

    /// Personas and intrusion sets that take part in events and that no claim or relation ties to
    /// anybody else.
    fn unattributed(self) -> Vec<Entry> {
        let library = self.library;
        let is_front = |id: ItemId| {
            let kind = library.actor(id).and_then(|actor| actor.kind.as_ref());
            let kind = kind.map(|kind| kind.value);
            matches!(kind, Some(ActorKind::Persona | ActorKind::IntrusionSet))
        };
        let takes_part = |id: ItemId| {
            let events = library.linked(id, Kind::Event).iter();
            events.copied().any(|event| {
                self.is_of_brief(event) && library.ends(event, Relation::Involves).any(|e| e == id)
            })
        };
        let is_tied = |id: ItemId| {
            let to_others = library.ends(id, Relation::LinksTo).any(|other| other != id);
            let part = library.ends(id, Relation::PartOf).next().is_some();
            let events = library.linked(id, Kind::Event).iter();
            let ascribed = events.copied().any(|event| {
                let involved = library.ends(event, Relation::Involves).any(|actor| actor == id);
                let claims = library.ends(event, Relation::Claims);
                let mut to = claims.flat_map(|claim| library.ends(claim, Relation::AscribesTo));
                involved && to.any(|other| other != id)
            });
            to_others || part || ascribed
        };
        let actors = library.listed(Kind::Actor).iter().copied();
        let actors = actors.filter(|id| is_front(*id) && takes_part(*id) && !is_tied(*id));
        actors.map(|id| Entry::new(library.full_title(id), Choice::Go(id))).collect()
    }

    /// The longest times between two events of one brief, the longest first; choosing one goes to
    /// the event that ends it.
    fn silent_stretches(self) -> Vec<Entry> {
        let library = self.library;
        let mut stretches: Vec<(i64, Day, Day, (ItemId, ItemId))> = Vec::new();
        for brief in library
            .listed(Kind::Brief)
            .iter()
            .filter(|id| self.brief.is_none_or(|brief| brief == **id))
        {
            let mut last: Option<Day> = None;
            for event in library.linked(*brief, Kind::Event) {
                let Some(when) = library.event(*event).map(|event| &event.when.value) else {
                    continue;
                };
                if let (Some(from), Some(to)) = (last, when.earliest()) {
                    stretches.push((to.days_since(from) - 1, from, to, (*brief, *event)));
                }
                last = last.max(when.latest().or_else(|| when.earliest()));
            }
        }
        stretches.retain(|(days, ..)| *days >= STRETCH);
        stretches.sort_by_key(|(days, from, ..)| (std::cmp::Reverse(*days), *from));
        stretches.truncate(STRETCHES);
        let entry = |(days, from, to, (brief, event)): (i64, Day, Day, (ItemId, ItemId))| {
            let stretch = crate::text![from.text(), " to ", to.text(), ", ", lasting(days)];
            Entry::new(
                crate::text![stretch, " (", library.short_title(brief), ")"],
                Choice::Go(event),
            )
        };
        stretches.into_iter().map(entry).collect()
    }
}

/// How long, as one would say it: `19 days`, `5 months`, `42 years`.
fn lasting(days: i64) -> DisplayText {
    match days {
        ..60 => crate::text![days, " days"],
        60..730 => crate::text![days / 30, " months"],
        _ => crate::text![days / 365, " years"],
    }
}
