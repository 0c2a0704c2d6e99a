//! What the reader knows again at its next start: the place, the bookmarks, the searches.
//!
//! Plain data that names things by references, so that it outlives a revision of the briefs. What
//! comes back from it is checked like anything else from outside.

use super::{
    App, Bookmark, Lens, LensOf, ListState, Mode, Place, Scroll, Searches, TextField, rows,
};
use crate::choice::{Depth, Face, Order, Pane, TimeStep, Times, known_ones, or_usual};
use crate::library::{ItemId, Kind, Library};
use crate::text::clean_line;
use serde::{Deserialize, Serialize};

/// Lenses that come back at the most; nobody looks through more.
const LENSES: usize = 16;
/// Bookmarks that come back at the most.
const BOOKMARKS: usize = 2_000;
/// Characters of the longest reference that comes back: two ids, a kind and what parts them.
const LONGEST: usize = 200;
/// Characters of a title that come back.
const TITLE: usize = 1_000;

/// What is known again at the next start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Where the reader was; none before anything was read.
    pub place: Option<PlaceMemory>,
    /// The bookmarks, the oldest first.
    pub bookmarks: Vec<BookmarkMemory>,
    /// What was searched for, the newest last.
    pub searches: Vec<String>,
}

/// A place, with references for items; a choice that is missing or unknown is the usual one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceMemory {
    /// What everything else relates to.
    pub subject: String,
    /// The pane that has the keys.
    #[serde(deserialize_with = "or_usual")]
    pub focus: Pane,
    /// The list that has the room where there is little.
    #[serde(deserialize_with = "or_usual")]
    pub large: Pane,
    /// Whether one pane is shown alone.
    pub alone: bool,
    /// What the reader shows of the subject.
    #[serde(deserialize_with = "or_usual")]
    pub face: Face,
    /// Timeline, actors, sources.
    pub lists: [ListMemory; Pane::LISTS.len()],
    /// First line of the reader.
    pub reader_scroll: u32,
    /// Lines of its text then; 0 where that is not known.
    pub reader_lines: u32,
    /// Whether the lists stand beside the reader where there is no room for more.
    pub side_by_side: bool,
    /// The link chosen in the reader, from 0.
    pub link: Option<u32>,
    /// The filters in force, the newest last.
    #[serde(deserialize_with = "known_ones")]
    pub lenses: Vec<LensMemory>,
    /// The one brief that is read.
    pub brief: String,
    /// What is held for comparison.
    pub pinned: String,
    /// The step in which the timeline is read.
    #[serde(deserialize_with = "or_usual")]
    pub step: TimeStep,
    /// How much is shown of every item; none for what the options say.
    #[serde(deserialize_with = "or_usual", skip_serializing_if = "Option::is_none")]
    pub depth: Option<Depth>,
    /// How times of day are shown; none for what the options say.
    #[serde(deserialize_with = "or_usual", skip_serializing_if = "Option::is_none")]
    pub times: Option<Times>,
}

/// What is chosen in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListMemory {
    /// The selected item.
    pub cursor: String,
    /// The first row shown.
    pub scroll: u32,
    /// How it is sorted.
    #[serde(deserialize_with = "or_usual")]
    pub order: Order,
    /// The first row shown while the wheel of the mouse holds the list there.
    pub held: Option<u32>,
    /// The item whose sources stand first.
    pub heads: String,
    /// Whether all there is is shown, not only what belongs to the subject.
    pub whole: bool,
}

/// A filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LensMemory {
    /// An item and what belongs to it.
    Linked(String),
    /// What a search finds.
    Found(String),
}

/// A bookmark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BookmarkMemory {
    /// The item, as `event:albania-2022#second-attack`.
    pub reference: String,
    /// What it was called; empty where that is marked too high to be kept.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
}

/// A place that waits for the index: what its lenses find is not known before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Awaited {
    place: PlaceMemory,
    /// Where the reader was as soon as it could be.
    meanwhile: Place,
}

impl Awaited {
    /// Takes the place meanwhile as it is in another library.
    pub(super) fn move_to(&mut self, meanwhile: Place) {
        self.meanwhile = meanwhile;
    }
}

/// What tells whether anything happened that is worth keeping at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landmark {
    opened: u64,
    bookmarks: u64,
    brief: Option<ItemId>,
    lenses: Vec<LensOf>,
}

/// A text as a field would have taken it.
fn typed(text: &str) -> String {
    let mut field = TextField::default();
    field.insert(text);
    field.text()
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn count(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

impl App {
    /// What is to be known again at the next start.
    #[must_use]
    pub fn memory(&self) -> Memory {
        let bookmark = |bookmark: &Bookmark| BookmarkMemory {
            reference: bookmark.reference.to_string(),
            title: self.bookmarks.title_to_keep(bookmark),
        };
        Memory {
            place: self.here.subject.map(|_| self.place_memory()),
            bookmarks: self.bookmarks().iter().map(bookmark).collect(),
            searches: self.searching.searches.queries().to_vec(),
        }
    }

    /// What tells whether anything happened that is worth keeping at once; moving about is not.
    #[must_use]
    pub fn landmark(&self) -> Landmark {
        let here = self.settled();
        Landmark {
            opened: self.trail.recorded(),
            bookmarks: self.bookmarks.changed(),
            brief: here.brief,
            lenses: here.lenses.iter().map(|lens| lens.of.clone()).collect(),
        }
    }

    /// The ids of the briefs that are loaded, sorted: a place is one among them.
    #[must_use]
    pub fn loaded_briefs(&self) -> Vec<String> {
        let briefs = self.library.listed(Kind::Brief).iter();
        let slugs = briefs.filter_map(|brief| self.library.get(*brief));
        let mut ids: Vec<String> = slugs.map(|brief| brief.slug.as_str().to_owned()).collect();
        ids.sort_unstable();
        ids
    }

    /// Goes on where a reader before this one was. What is not there any more is left out.
    pub fn restore(&mut self, memory: &Memory) {
        self.searching.searches = Searches::new(memory.searches.iter().map(|query| typed(query)));
        let mut bookmarks: Vec<Bookmark> = Vec::new();
        for kept in memory.bookmarks.iter().take(BOOKMARKS) {
            let reference = clean_line(&kept.reference, |_| {});
            let fits = |text: &str| text.chars().nth(LONGEST).is_none();
            let known = bookmarks.iter().any(|known| known.reference == reference);
            if !reference.is_empty() && fits(reference.as_str()) && !known {
                let title: String = kept.title.chars().take(TITLE).collect();
                bookmarks.push(Bookmark { reference, title: clean_line(&title, |_| {}) });
            }
        }
        self.set_bookmarks(bookmarks);
        if let Some(place) = &memory.place {
            self.restore_place(place);
        }
    }

    /// Where the reader is, but for a line that is being filled in.
    fn settled(&self) -> &Place {
        match &self.mode {
            Mode::Prompt(prompt) => prompt.place_before(),
            Mode::Panes | Mode::Search(_) | Mode::Chooser(_) | Mode::Copy(_) => &self.here,
        }
    }

    fn place_memory(&self) -> PlaceMemory {
        let here = self.settled();
        let written = |item: Option<ItemId>| {
            item.map_or_else(String::new, |item| self.library.lasting_reference(item).to_string())
        };
        let lens = |lens: &Lens| match &lens.of {
            LensOf::Linked(to) => LensMemory::Linked(written(Some(*to))),
            LensOf::Found(_) => LensMemory::Found(lens.typed().to_owned()),
        };
        let awaited =
            self.starting.awaited.as_ref().filter(|waits| waits.meanwhile.lenses == here.lenses);
        let lenses = match awaited {
            Some(awaited) => awaited.place.lenses.clone(),
            None => here.lenses.iter().take(LENSES).map(lens).collect(),
        };
        PlaceMemory {
            subject: written(here.subject),
            focus: here.focus,
            large: here.large,
            alone: here.alone,
            face: here.face,
            lists: here.lists.each_ref().map(|list| ListMemory {
                cursor: written(list.cursor),
                scroll: number(list.scroll),
                order: list.order,
                held: list.held.map(number),
                heads: written(list.heads),
                whole: list.whole,
            }),
            reader_scroll: number(here.reader_scroll.line),
            reader_lines: number(here.reader_scroll.of),
            side_by_side: self.preferences.side_by_side,
            link: here.link.map(number),
            lenses,
            brief: written(here.brief),
            pinned: written(here.pinned),
            step: here.step,
            depth: Some(self.preferences.depth),
            times: Some(self.preferences.times),
        }
    }

    fn restore_place(&mut self, memory: &PlaceMemory) {
        self.preferences.side_by_side = memory.side_by_side;
        self.preferences.depth = memory.depth.unwrap_or(self.preferences.depth);
        self.preferences.times = memory.times.unwrap_or(self.preferences.times);
        let waits = !self.is_indexed()
            && memory.lenses.iter().any(|lens| matches!(lens, LensMemory::Found(_)));
        self.here = self.remembered(memory);
        self.settle();
        // The page has to be there before its scroll and link can be taken up, and what is linked
        // before the lists are scrolled.
        let wanted = self.here.clone();
        self.refresh();
        self.here = wanted;
        self.refresh();
        self.starting.awaited = waits
            .then(|| Awaited { place: memory.clone(), meanwhile: self.here.clone() })
            .map(Box::new);
    }

    /// Looks through lenses that waited for the index, unless others were chosen meanwhile.
    pub(super) fn take_up_lenses(&mut self) {
        let Some(awaited) = self.starting.awaited.take() else { return };
        let meanwhile = &awaited.meanwhile;
        if self.here == *meanwhile && matches!(self.mode, Mode::Panes) {
            self.restore_place(&awaited.place);
        } else if self.here.lenses == meanwhile.lenses && !matches!(self.mode, Mode::Prompt(_)) {
            self.here.lenses = self.remembered_lenses(&awaited.place.lenses);
            self.keep_subject_in_sight();
        }
    }

    /// The place that is meant, as far as there is such a one.
    fn remembered(&mut self, memory: &PlaceMemory) -> Place {
        let lenses = self.remembered_lenses(&memory.lenses);
        let library = &*self.library;
        // A claim has no page of its own.
        let page = |item: ItemId| library.event_of(item).unwrap_or(item);
        let found = |reference: &str| library.item_named(reference);
        let of_kind = |reference: &str, kind: Option<Kind>| {
            found(reference)
                .filter(|item| kind.is_some_and(|kind| library.listed(kind).contains(item)))
        };
        let mut lists: [ListState; Pane::LISTS.len()] = Default::default();
        for ((list, known), pane) in lists.iter_mut().zip(&memory.lists).zip(Pane::LISTS) {
            *list = ListState {
                cursor: of_kind(&known.cursor, pane.kind()),
                scroll: count(known.scroll),
                order: pane.possible(known.order),
                held: known.held.map(count),
                heads: found(&known.heads).map(page),
                whole: known.whole,
            };
        }
        // The reader is no list.
        let large = if memory.large == Pane::Reader { Pane::default() } else { memory.large };
        let cursor = lists.get(memory.focus.index()).and_then(|list| list.cursor);
        let subject = found(&memory.subject).map(page).or(cursor).or(self.here.subject);
        let event = subject.is_some_and(|subject| library.event(subject).is_some());
        Place {
            subject,
            focus: memory.focus,
            large,
            alone: memory.alone,
            lists,
            face: if memory.face == Face::WhoSays && !event { Face::Item } else { memory.face },
            from: Pane::Timeline,
            reader_scroll: Scroll {
                line: count(memory.reader_scroll),
                of: count(memory.reader_lines),
            },
            link: memory.link.map(count),
            lenses,
            brief: of_kind(&memory.brief, Some(Kind::Brief)),
            pinned: found(&memory.pinned).map(page),
            step: memory.step,
        }
    }

    fn remembered_lenses(&mut self, memory: &[LensMemory]) -> Vec<Lens> {
        let mut lenses = Vec::new();
        for lens in memory.iter().take(LENSES) {
            match lens {
                LensMemory::Linked(to) => {
                    let to = self.library.item_named(to);
                    lenses.extend(to.map(|to| Lens::linked(&self.library, to)));
                }
                LensMemory::Found(query) => {
                    let query = typed(query);
                    if self.is_indexed() && !query.trim().is_empty() {
                        lenses.push(self.lens_on(&query));
                    }
                }
            }
        }
        lenses
    }

    /// The list that has the keys has the subject, if it has anything.
    fn settle(&mut self) {
        self.lists.arrange_rows(&self.library, &self.here);
        let pane = self.here.focus;
        if let Some(list) = self.here.list(pane) {
            let listed = |item: &ItemId| self.lists.has(pane, *item);
            let cursor = list.cursor.filter(listed);
            let cursor = cursor.or_else(|| self.here.subject.filter(listed));
            // What belongs to the subject is shown without any of it being chosen.
            let stays = pane != Pane::Timeline && self.here.subject.is_some();
            let cursor = cursor.or_else(|| self.lists.first(pane).filter(|_| !stays));
            self.here.large = pane;
            self.here.subject = cursor.or(self.here.subject);
            let whole = self.here.subject.is_some_and(|item| self.library.event(item).is_some());
            if self.here.face == Face::WhoSays && !whole {
                self.here.face = Face::Item;
            }
            if let Some(list) = self.here.list_mut(pane) {
                list.cursor = cursor;
                list.held = None;
            }
        }
        if self.here.subject.is_none() {
            let library: &Library = &self.library;
            self.here.subject = rows::start(library, library.listed(Kind::Event));
        }
    }
}

impl Pane {
    /// The order, if the list can be sorted so, as [`App::sort_by`] would have it.
    fn possible(self, order: Order) -> Order {
        let usual = if self == Self::Timeline { Order::Time } else { Order::Name };
        let none = self == Self::Actors && order == Order::Grade;
        if none || order == usual { Order::Usual } else { order }
    }
}
