//! Short names for rows: what the record gives, else the shortest other name that fits, else the
//! name cut at a word.

use super::prose::beginning;
use super::{ItemId, Library, Record};
use crate::text::{DisplayText, Fit};

/// Columns of a brief's short name.
pub const SHORT_BRIEF: usize = 7;
/// Columns of a publisher's short name.
pub const SHORT_PUBLISHER: usize = 16;
/// Columns of an actor's short name.
pub const SHORT_ACTOR: usize = 20;
/// Columns of a brief's short title.
pub const SHORT_TITLE: usize = 30;

impl Library {
    /// The short name of an actor, a brief or anything else with a title.
    #[must_use]
    pub fn short_name(&self, id: ItemId) -> DisplayText {
        let Some(item) = self.get(id) else { return DisplayText::default() };
        match &item.record {
            Record::Actor(actor) => {
                let given = actor.short.as_ref().map(|short| &short.value);
                shortened(given, &actor.name, &actor.aliases, SHORT_ACTOR)
            }
            Record::Brief(brief) => {
                let given = brief.short.as_ref().map(|short| &short.value);
                // What it is about is what ids begin with.
                let slug = item.slug.shown();
                let end = slug.as_str().find('-').unwrap_or(slug.as_str().len());
                shortened(given, &brief.title, &[slug.slice(0..end)], SHORT_BRIEF)
            }
            Record::Source(_) => self.short_speaker(id),
            Record::Event(_)
            | Record::Claim(_)
            | Record::Place(_)
            | Record::Judgement(_)
            | Record::Gap(_)
            | Record::Question(_) => item.title.clone(),
        }
    }

    /// The short title of a brief, for headers and lists.
    #[must_use]
    pub fn short_title(&self, brief: ItemId) -> DisplayText {
        let Some(Record::Brief(record)) = self.get(brief).map(|item| &item.record) else {
            return DisplayText::default();
        };
        let given = record.short_title.as_ref().map(|short| &short.value);
        shortened(given, &record.title, &[], SHORT_TITLE)
    }

    /// The short name of a source's publisher, or of the source without one.
    #[must_use]
    pub fn short_speaker(&self, source: ItemId) -> DisplayText {
        match self.publisher(source) {
            Some(publisher) => {
                let given = publisher.short.as_ref().map(|short| &short.value);
                shortened(given, &publisher.name, &publisher.aliases, SHORT_PUBLISHER)
            }
            None => shortened(None, &self.speaker(source), &[], SHORT_PUBLISHER),
        }
    }
}

fn shortened(
    given: Option<&DisplayText>,
    name: &DisplayText,
    aliases: &[DisplayText],
    room: usize,
) -> DisplayText {
    let fits = |text: &&DisplayText| !text.is_empty() && text.columns() <= room;
    if let Some(short) = given.filter(fits).or_else(|| Some(name).filter(fits)) {
        return short.clone();
    }
    // The shortest is often an acronym that nobody knows; but it is whole.
    let alias = aliases.iter().filter(fits).min_by_key(|alias| alias.columns());
    alias.cloned().unwrap_or_else(|| {
        let cut = beginning(name, room.saturating_sub(1));
        if cut.columns() <= room { cut } else { name.fit(room, "…") }
    })
}
