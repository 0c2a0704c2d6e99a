//! Short names for rows: what the record gives, else the shortest other name that fits, else the
//! name cut at a word.

use super::{ItemId, Library, Publisher, Record};
use crate::text::{DisplayText, Fit, beginning, comma_separated};

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

    /// The short names of a source's publishers, as many as fit and the number of the others, or that
    /// of the source without one: `CISA, FBI`, `Reuters +2`.
    #[must_use]
    pub fn short_speaker(&self, source: ItemId) -> DisplayText {
        let houses: Vec<&Publisher> = self.publishers(source).collect();
        if houses.is_empty() {
            return shortened(None, &self.speaker(source), &[], SHORT_PUBLISHER);
        }
        let within = |room: usize| houses.iter().map(move |house| short_house(house, room));
        let names: Vec<DisplayText> = within(SHORT_PUBLISHER).collect();
        let (mut told, mut fitting) = (DisplayText::default(), None);
        for (number, name) in names.iter().enumerate() {
            told = if number == 0 { name.clone() } else { crate::text![told, ", ", name] };
            if told.columns() > SHORT_PUBLISHER {
                break;
            }
            let text = with_others(told.clone(), names.len() - number - 1);
            fitting = Some(text).filter(|text| text.columns() <= SHORT_PUBLISHER).or(fitting);
        }
        if let Some(text) = fitting {
            return text;
        }
        // Not even the first has room beside a number.
        let others = with_others(DisplayText::default(), names.len() - 1);
        let room = SHORT_PUBLISHER.saturating_sub(others.columns());
        within(room).next().map_or(others, |first| with_others(first, names.len() - 1))
    }

    /// The same where there is room: all publishers, and none of their names cut.
    #[must_use]
    pub fn whole_speaker(&self, source: ItemId) -> DisplayText {
        let whole = |house: &Publisher| match short_house(house, SHORT_PUBLISHER) {
            // What is none of its names is the beginning of one.
            short if is_name_of(house, &short) => short,
            _ => house.name.clone(),
        };
        let houses: Vec<DisplayText> = self.publishers(source).map(whole).collect();
        if houses.is_empty() { self.speaker(source) } else { comma_separated(&houses) }
    }
}

fn is_name_of(house: &Publisher, name: &DisplayText) -> bool {
    let given = house.short.as_ref().map(|short| &short.value);
    given.into_iter().chain([&house.name]).chain(&house.aliases).any(|known| known == name)
}

fn short_house(house: &Publisher, room: usize) -> DisplayText {
    let given = house.short.as_ref().map(|short| &short.value);
    shortened(given, &house.name, &house.aliases, room)
}

fn with_others(text: DisplayText, others: usize) -> DisplayText {
    if others == 0 { text } else { crate::text![text, " +", others] }
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
