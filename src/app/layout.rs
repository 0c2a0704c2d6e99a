//! Geometry: from the size of the screen to the places of the panes. Pure.

mod arrange;

use crate::action::Action;
use crate::choice::Pane;
use crate::library::Kind;
use ratatui::layout::{Position, Rect};

impl Pane {
    /// The kind of item that a list holds; none for the reader.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Timeline => Some(Kind::Event),
            Self::Actors => Some(Kind::Actor),
            Self::Sources => Some(Kind::Source),
            Self::Reader => None,
        }
    }

    /// What gives the keys to it.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Timeline => Action::FocusTimeline,
            Self::Actors => Action::FocusActors,
            Self::Sources => Action::FocusSources,
            Self::Reader => Action::FocusReader,
        }
    }

    /// Whether it is a list of what belongs to the subject, unless all there is is asked for.
    pub(super) fn follows_subject(self) -> bool {
        self != Self::Timeline && self.kind().is_some()
    }

    /// The list that holds a kind of item; some are in none.
    #[must_use]
    pub fn listing(kind: Kind) -> Option<Self> {
        Self::LISTS.into_iter().find(|pane| pane.kind() == Some(kind))
    }
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// The marking and as much of the card as fits.
    Card,
    /// One pane at a time with tabs in the first row.
    Single,
    /// Timeline, reader and lists above each other.
    Stacked,
    /// Timeline over the full width; below it the reader beside the lists.
    Wide,
    /// Three columns: timeline, reader, lists.
    Columns,
}

/// The fewest columns and rows of each tier above [`Tier::Card`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// One pane at a time.
    pub single: (u16, u16),
    /// Panes above each other.
    pub stacked: (u16, u16),
    /// The timeline over the full width.
    pub wide: (u16, u16),
    /// Three columns.
    pub columns: (u16, u16),
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { single: (40, 10), stacked: (60, 16), wide: (110, 30), columns: (190, 30) }
    }
}

impl From<[(u16, u16); 4]> for Thresholds {
    /// From one pane to three columns.
    fn from([single, stacked, wide, columns]: [(u16, u16); 4]) -> Self {
        Self { single, stacked, wide, columns }
    }
}

impl Thresholds {
    fn tier(self, width: u16, height: u16) -> Tier {
        let tiers = [
            (Tier::Columns, self.columns),
            (Tier::Wide, self.wide),
            (Tier::Stacked, self.stacked),
            (Tier::Single, self.single),
        ];
        let fits =
            |(_, (columns, rows)): &&(Tier, (u16, u16))| width >= *columns && height >= *rows;
        tiers.iter().find(fits).map_or(Tier::Card, |(tier, _)| *tier)
    }
}

/// How the panes are arranged where there is a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As the screen has room for them.
    Usual,
    /// The lists beside the reader where there is no room for more than two columns.
    SideBySide,
    /// The pane that has the keys by itself.
    Alone,
}

/// What a screen is arranged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// From which size on there is room for what.
    pub thresholds: Thresholds,
    /// The list that gets the room where lists are short.
    pub large: Pane,
    /// The pane that has the keys.
    pub focus: Pane,
    /// How the panes are arranged where there is a choice.
    pub form: Form,
    /// Whether the page of something else stands beside that of the subject, on every screen that has
    /// room for two.
    pub pinned: bool,
    /// Rows of the card of the subject.
    pub card: u16,
    /// Rows that timeline, actors and sources have to show.
    pub listed: [u16; Pane::LISTS.len()],
    /// Whether there is anything to show of who says what.
    pub said: bool,
    /// Whether there is something to say that the tabs leave no room for: a lens, a pin.
    pub noted: bool,
}

impl Arrangement {
    /// Whether two pages have the room of the lists; a list that has the keys keeps its own.
    fn has_two_pages(&self) -> bool {
        self.pinned && matches!(self.focus, Pane::Timeline | Pane::Reader)
    }

    /// A screen with the keys in the timeline and nothing in force.
    #[must_use]
    pub fn usual() -> Self {
        Self {
            thresholds: Thresholds::default(),
            large: Pane::Timeline,
            focus: Pane::Timeline,
            form: Form::Usual,
            pinned: false,
            card: 0,
            listed: [u16::MAX, 0, 0],
            said: true,
            noted: false,
        }
    }
}

/// A pane's place: one row of title, the rest for content. In [`Tier::Single`] the tabs name the pane:
/// its title is empty, or tells of what is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The title row.
    pub title: Rect,
    /// The content; of the reader without the blank column on each side of its text.
    pub body: Rect,
}

impl Area {
    /// A title in the first row, the content below it.
    pub(super) fn titled(whole: Rect) -> Self {
        let title = Rect { height: whole.height.min(1), ..whole };
        let body = Rect { y: title.bottom(), height: whole.height - title.height, ..whole };
        Self { title, body }
    }

    /// Content without a title.
    fn untitled(body: Rect) -> Self {
        Self { title: Rect::default(), body }
    }

    /// With a blank column on each side of the content, where that leaves any.
    pub(super) fn inset(self) -> Self {
        let body = self.body;
        if body.width <= 2 {
            return self;
        }
        Self { body: Rect { x: body.x + 1, width: body.width - 2, ..body }, ..self }
    }

    /// Title and content together, before any column was left blank.
    fn whole(self) -> Rect {
        let Self { title, body } = self;
        Rect { y: body.y - title.height, height: body.height + title.height, ..body }
    }
}

/// The places of everything on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How much room there is.
    pub tier: Tier,
    /// Whether the lists stand beside the reader, as was asked for.
    pub side_by_side: bool,
    /// The first row: always holds the marking.
    pub header: Rect,
    /// The row of the time axis, where there is room for it.
    pub axis: Option<Rect>,
    /// The panes that are shown.
    pub panes: Vec<(Pane, Area)>,
    /// The row that tells in short what the lists hold which have no room.
    pub summary: Option<Rect>,
    /// The place below the lists for who says what, beside the reader.
    pub who: Option<Area>,
    /// The place of what is pinned, beside or above the reader; without one the two alternate.
    pub pinned: Option<Area>,
    /// Lines between columns, one cell wide.
    pub separators: Vec<Rect>,
    /// The last row.
    pub footer: Rect,
}

impl Layout {
    /// Where a pane is, if it is shown.
    #[must_use]
    pub fn area(&self, pane: Pane) -> Option<Area> {
        self.panes.iter().find(|(shown, _)| *shown == pane).map(|(_, area)| *area)
    }

    /// The pane that a cell is of; what is pinned is of the reader.
    pub(super) fn pane_at(&self, at: Position) -> Option<Pane> {
        let pinned = self.pinned.map(|area| (Pane::Reader, area));
        let mut panes = pinned.into_iter().chain(self.panes.iter().copied());
        let over = |(_, area): &(Pane, Area)| area.title.contains(at) || area.body.contains(at);
        panes.find(over).map(|(pane, _)| pane)
    }

    /// Rows of the reader, 0 where it is not shown.
    pub(super) fn reader_height(&self) -> usize {
        self.area(Pane::Reader).map_or(0, |area| usize::from(area.body.height))
    }

    /// Rows of the reader where its text is read.
    pub(super) fn rows_to_read(&self, focus: Pane) -> Option<u16> {
        let reads = focus == Pane::Reader || self.tier != Tier::Stacked;
        let area = self.area(Pane::Reader).filter(|_| reads)?;
        let pinned = self.pinned.map_or(u16::MAX, |area| area.body.height);
        Some(area.body.height.min(pinned))
    }

    /// Rows that a list has; as many as there are where it is not shown.
    pub(super) fn rows_of(&self, pane: Pane) -> usize {
        self.area(pane).map_or(usize::MAX / 2, |area| usize::from(area.body.height))
    }
}

#[cfg(test)]
mod tests;
