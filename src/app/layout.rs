//! Geometry: from the size of the screen to the places of the panes. Pure.

use crate::choice::Pane;
use crate::library::Kind;
use ratatui::layout::Rect;

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

    /// The list that holds a kind of item; some are in none.
    #[must_use]
    pub fn listing(kind: Kind) -> Option<Self> {
        Self::LISTS.into_iter().find(|pane| pane.kind() == Some(kind))
    }
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// One line: the marking, the date and the title.
    Line,
    /// One pane at a time with tabs in the first row.
    Single,
    /// Lists beside the reader.
    Double,
    /// Timeline, reader, actors over sources.
    Triple,
    /// The same with a column for the evidence.
    Quadruple,
}

/// The fewest columns and rows of each tier above [`Tier::Line`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// One pane at a time.
    pub single: (u16, u16),
    /// Lists beside the reader.
    pub double: (u16, u16),
    /// Timeline, reader, actors over sources.
    pub triple: (u16, u16),
    /// The same with a column for the evidence.
    pub quadruple: (u16, u16),
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { single: (20, 6), double: (60, 16), triple: (110, 24), quadruple: (170, 30) }
    }
}

impl From<[(u16, u16); 4]> for Thresholds {
    /// From one pane to four columns.
    fn from([single, double, triple, quadruple]: [(u16, u16); 4]) -> Self {
        Self { single, double, triple, quadruple }
    }
}

impl Thresholds {
    fn tier(self, width: u16, height: u16) -> Tier {
        let tiers = [
            (Tier::Quadruple, self.quadruple),
            (Tier::Triple, self.triple),
            (Tier::Double, self.double),
            (Tier::Single, self.single),
        ];
        let fits =
            |(_, (columns, rows)): &&(Tier, (u16, u16))| width >= *columns && height >= *rows;
        tiers.iter().find(fits).map_or(Tier::Line, |(tier, _)| *tier)
    }
}

/// What stands beside the page of the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Nothing: the page has all the room.
    Nothing,
    /// The evidence, on the widest screens.
    Evidence,
    /// What is pinned, on every screen that has room for two pages.
    Pinned,
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
    /// Whether it is shown by itself.
    pub alone: bool,
    /// What stands beside the page of the subject where there is room.
    pub beside: Beside,
    /// Whether there is something to say that the tabs leave no room for: a lens, a pin.
    pub noted: bool,
}

impl Arrangement {
    /// A screen with the keys in the timeline and nothing in force.
    #[must_use]
    pub fn usual() -> Self {
        Self {
            thresholds: Thresholds::default(),
            large: Pane::Timeline,
            focus: Pane::Timeline,
            alone: false,
            beside: Beside::Evidence,
            noted: false,
        }
    }
}

/// Rows of a list that is not in use beside a larger one.
const SHORT_LIST: u16 = 3;

/// Fewest columns of the narrower one of two pages beside each other.
const HALF_PAGE: u16 = 20;
/// Fewest rows of the lower one of two pages, with its title.
const HALF_HEIGHT: u16 = 5;

/// A pane's place: one row of title, the rest for content. In [`Tier::Single`] the tabs name the pane:
/// its title is empty, or tells of what is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The title row.
    pub title: Rect,
    /// The content.
    pub body: Rect,
}

/// The places of everything on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How much room there is.
    pub tier: Tier,
    /// The first row: always holds the marking.
    pub header: Rect,
    /// The row of the time axis, where there is room for it.
    pub axis: Option<Rect>,
    /// The panes that are shown.
    pub panes: Vec<(Pane, Area)>,
    /// The column for the evidence, beside the reader.
    pub evidence: Option<Area>,
    /// The place of what is pinned, beside or above the reader; without one the two alternate.
    pub pinned: Option<Area>,
    /// Lines between columns, one cell wide.
    pub separators: Vec<Rect>,
    /// The last row.
    pub footer: Rect,
}

impl Layout {
    /// Arranges a screen of so many columns and rows.
    #[must_use]
    pub fn new(width: u16, height: u16, arrangement: &Arrangement) -> Self {
        let tier = arrangement.thresholds.tier(width, height);
        let row = |y: u16| Rect::new(0, y, width, u16::from(y < height));
        let mut layout = Self {
            tier,
            header: row(0),
            axis: has_axis(tier, height).then(|| row(1)),
            panes: Vec::new(),
            evidence: None,
            pinned: None,
            separators: Vec::new(),
            footer: if height > 1 { row(height - 1) } else { Rect::default() },
        };
        let top = if layout.axis.is_some() { 2 } else { 1 };
        let content = Rect::new(0, top, width, height.saturating_sub(top + 1));
        match tier {
            Tier::Line => layout.footer = Rect::default(),
            Tier::Single => layout.single(content, arrangement),
            Tier::Double | Tier::Triple | Tier::Quadruple if arrangement.alone => {
                layout.panes.push((arrangement.focus, titled(content)));
            }
            // 30 of 80 columns, as much as a date and a short title need; the reader has the rest.
            Tier::Double => layout.double(content, content.width * 3 / 8, arrangement.large),
            // Two columns of pages need the room of the lists on the right.
            Tier::Triple if arrangement.beside == Beside::Pinned => {
                layout.double(content, content.width * 3 / 10, arrangement.large);
            }
            Tier::Triple => layout.triple(content),
            Tier::Quadruple => layout.quadruple(content, arrangement),
        }
        if arrangement.beside == Beside::Pinned && layout.pinned.is_none() {
            layout.share_reader((width, height), arrangement.thresholds.triple);
        }
        layout
    }

    /// Where a pane is, if it is shown.
    #[must_use]
    pub fn area(&self, pane: Pane) -> Option<Area> {
        self.panes.iter().find(|(shown, _)| *shown == pane).map(|(_, area)| *area)
    }

    fn single(&mut self, content: Rect, arrangement: &Arrangement) {
        let plain = Area { title: Rect::default(), body: content };
        let noted = arrangement.noted && content.height > 1;
        self.panes.push((arrangement.focus, if noted { titled(content) } else { plain }));
    }

    /// Gives half of the reader to what is pinned: beside it on a wide screen, above it on a high one.
    fn share_reader(&mut self, (width, height): (u16, u16), (wide, high): (u16, u16)) {
        let Some(at) = self.panes.iter().position(|(pane, _)| *pane == Pane::Reader) else {
            return;
        };
        let Some(Area { title, body }) = self.panes.get(at).map(|(_, area)| *area) else { return };
        let whole = Rect { y: body.y - title.height, height: body.height + title.height, ..body };
        let (pinned, reader) = if width >= wide && whole.width > 2 * HALF_PAGE {
            self.split(whole, (whole.width - 1) / 2)
        } else if height >= high && whole.height >= 2 * HALF_HEIGHT {
            let upper = whole.height / 2;
            let above = Rect { height: upper, ..whole };
            (above, Rect { y: whole.y + upper, height: whole.height - upper, ..whole })
        } else {
            return;
        };
        self.pinned = Some(titled(pinned));
        if let Some((_, area)) = self.panes.get_mut(at) {
            *area = titled(reader);
        }
    }

    fn double(&mut self, content: Rect, left: u16, large: Pane) {
        let left = left.clamp(24, 44);
        let (lists, reader) = self.split(content, left);
        let titles = 3;
        let rows = lists.height.saturating_sub(titles);
        let short = if rows >= 30 { rows / 4 } else { SHORT_LIST };
        let mut y = lists.y;
        for pane in Pane::LISTS {
            let body = if pane == large { rows.saturating_sub(2 * short) } else { short };
            let area = Rect::new(lists.x, y, lists.width, body + 1);
            self.panes.push((pane, titled(area.intersection(lists))));
            y += body + 1;
        }
        self.panes.push((Pane::Reader, titled(reader)));
    }

    fn triple(&mut self, content: Rect) {
        let (timeline, rest) = self.split(content, content.width * 3 / 10);
        let (reader, right) = self.split(rest, rest.width - content.width * 27 / 100 - 1);
        self.columns(timeline, reader, right);
    }

    fn quadruple(&mut self, content: Rect, arrangement: &Arrangement) {
        let (timeline, rest) = self.split(content, (content.width / 5).max(40));
        let lists = (content.width / 5).clamp(36, 48);
        let (middle, right) = self.split(rest, rest.width.saturating_sub(lists + 1));
        if arrangement.beside == Beside::Nothing {
            self.columns(timeline, middle, right);
            return;
        }
        let (left, half) = self.split(middle, middle.width / 2);
        if arrangement.beside == Beside::Pinned {
            self.columns(timeline, half, right);
            self.pinned = Some(titled(left));
        } else {
            self.columns(timeline, left, right);
            self.evidence = Some(titled(half));
        }
    }

    fn columns(&mut self, timeline: Rect, reader: Rect, right: Rect) {
        let half = right.height / 2;
        let upper = Rect::new(right.x, right.y, right.width, half);
        let lower = Rect::new(right.x, right.y + half, right.width, right.height - half);
        self.panes.push((Pane::Timeline, titled(timeline)));
        self.panes.push((Pane::Actors, titled(upper)));
        self.panes.push((Pane::Sources, titled(lower)));
        self.panes.push((Pane::Reader, titled(reader)));
    }

    /// Cuts a column of `left` cells off, then a separator, then the rest.
    fn split(&mut self, area: Rect, left: u16) -> (Rect, Rect) {
        let left = left.min(area.width.saturating_sub(1));
        self.separators.push(Rect::new(area.x + left, area.y, 1, area.height));
        let right = area.width - left - 1;
        (
            Rect::new(area.x, area.y, left, area.height),
            Rect::new(area.x + left + 1, area.y, right, area.height),
        )
    }
}

/// Whether a row can be spared for the time axis.
fn has_axis(tier: Tier, height: u16) -> bool {
    match tier {
        Tier::Quadruple => height >= 30,
        Tier::Triple => height >= 32,
        Tier::Line | Tier::Single | Tier::Double => false,
    }
}

fn titled(area: Rect) -> Area {
    let title = Rect::new(area.x, area.y, area.width, area.height.min(1));
    let body = Rect::new(area.x, area.y + title.height, area.width, area.height - title.height);
    Area { title, body }
}

#[cfg(test)]
mod tests;
