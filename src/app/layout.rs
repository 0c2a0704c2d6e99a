//! Geometry: from the size of the screen to the places of the panes. Pure.

use crate::library::Kind;
use ratatui::layout::Rect;

/// A pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pane {
    /// Events in time order.
    Timeline,
    /// Who takes part.
    Actors,
    /// Who says so.
    Sources,
    /// The subject itself.
    Reader,
}

impl Pane {
    /// Every pane, in the order of its number.
    pub const ALL: [Self; 4] = [Self::Timeline, Self::Actors, Self::Sources, Self::Reader];
    /// The panes that are lists.
    pub const LISTS: [Self; 3] = [Self::Timeline, Self::Actors, Self::Sources];

    /// Place in [`Pane::ALL`], from 0; the key is one more.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Timeline => 0,
            Self::Actors => 1,
            Self::Sources => 2,
            Self::Reader => 3,
        }
    }

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

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Timeline => "Timeline",
            Self::Actors => "Actors",
            Self::Sources => "Sources",
            Self::Reader => "Reader",
        }
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

/// The smallest width and height of each tier above [`Tier::Line`], widest first.
const THRESHOLDS: [(Tier, u16, u16); 4] = [
    (Tier::Quadruple, 170, 30),
    (Tier::Triple, 110, 24),
    (Tier::Double, 60, 16),
    (Tier::Single, 20, 6),
];

/// Rows of a list that is not in use beside a larger one.
const SHORT_LIST: u16 = 3;

/// A pane's place: one row of title, the rest for content. In [`Tier::Single`] the title is empty,
/// since the tabs name the pane.
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
    /// Lines between columns, one cell wide.
    pub separators: Vec<Rect>,
    /// The last row.
    pub footer: Rect,
}

impl Layout {
    /// Arranges a screen. `large` is the list that gets the room where lists are short;
    /// `alone` is a pane to show by itself.
    #[must_use]
    pub fn new(width: u16, height: u16, large: Pane, focus: Pane, alone: bool) -> Self {
        let fits = |(_, least_width, least_height): &&(Tier, u16, u16)| {
            width >= *least_width && height >= *least_height
        };
        let tier = THRESHOLDS.iter().find(fits).map_or(Tier::Line, |(tier, ..)| *tier);
        let row = |y: u16| Rect::new(0, y, width, u16::from(y < height));
        let mut layout = Self {
            tier,
            header: row(0),
            axis: has_axis(tier, height).then(|| row(1)),
            panes: Vec::new(),
            evidence: None,
            separators: Vec::new(),
            footer: if height > 1 { row(height - 1) } else { Rect::default() },
        };
        let top = if layout.axis.is_some() { 2 } else { 1 };
        let content = Rect::new(0, top, width, height.saturating_sub(top + 1));
        match tier {
            Tier::Line => layout.footer = Rect::default(),
            Tier::Single => {
                layout.panes.push((focus, Area { title: Rect::default(), body: content }));
            }
            Tier::Double | Tier::Triple | Tier::Quadruple if alone => {
                layout.panes.push((focus, titled(content)));
            }
            Tier::Double => layout.double(content, large),
            Tier::Triple => layout.triple(content),
            Tier::Quadruple => layout.quadruple(content),
        }
        layout
    }

    /// Where a pane is, if it is shown.
    #[must_use]
    pub fn area(&self, pane: Pane) -> Option<Area> {
        self.panes.iter().find(|(shown, _)| *shown == pane).map(|(_, area)| *area)
    }

    fn double(&mut self, content: Rect, large: Pane) {
        // 30 of 80 columns, as much as a date and a short title need; the reader has the rest.
        let left = (content.width * 3 / 8).clamp(24, 44);
        let (lists, reader) = self.split(content, left);
        let titles = 3;
        let rows = lists.height.saturating_sub(titles);
        let short = if rows >= 30 { rows / 4 } else { SHORT_LIST };
        let mut y = lists.y;
        for pane in Pane::LISTS {
            let body = if pane == large { rows - 2 * short } else { short };
            self.panes.push((pane, titled(Rect::new(lists.x, y, lists.width, body + 1))));
            y += body + 1;
        }
        self.panes.push((Pane::Reader, titled(reader)));
    }

    fn triple(&mut self, content: Rect) {
        let (timeline, rest) = self.split(content, content.width * 3 / 10);
        let (reader, right) = self.split(rest, rest.width - content.width * 27 / 100 - 1);
        self.columns(timeline, reader, right);
    }

    fn quadruple(&mut self, content: Rect) {
        let (timeline, rest) = self.split(content, (content.width / 5).max(40));
        let lists = (content.width / 5).clamp(36, 48);
        let (middle, right) = self.split(rest, rest.width - lists - 1);
        let (reader, evidence) = self.split(middle, middle.width / 2);
        self.columns(timeline, reader, right);
        self.evidence = Some(titled(evidence));
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
        Tier::Quadruple => true,
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
mod tests {
    use super::*;

    #[test]
    fn eighty_by_twenty_four_has_the_drawn_geometry() {
        let layout = Layout::new(80, 24, Pane::Timeline, Pane::Timeline, false);
        let body = |pane| layout.area(pane).expect("shown").body;
        assert_eq!(layout.tier, Tier::Double);
        assert_eq!(body(Pane::Timeline), Rect::new(0, 2, 30, 13));
        assert_eq!(body(Pane::Actors), Rect::new(0, 16, 30, 3));
        assert_eq!(body(Pane::Sources), Rect::new(0, 20, 30, 3));
        assert_eq!(body(Pane::Reader), Rect::new(31, 2, 49, 21));
        assert_eq!(layout.footer, Rect::new(0, 23, 80, 1));
    }

    #[test]
    fn panes_never_overlap_and_stay_on_the_screen_at_any_size() {
        for width in 0..=250u16 {
            for height in (0..=80u16).chain([500]) {
                for large in Pane::LISTS {
                    for alone in [false, true] {
                        check(width, height, large, alone);
                    }
                }
            }
        }
    }

    fn check(width: u16, height: u16, large: Pane, alone: bool) {
        let layout = Layout::new(width, height, large, large, alone);
        let screen = Rect::new(0, 0, width, height);
        let mut areas: Vec<Rect> = vec![layout.header, layout.footer];
        areas.extend(layout.separators.iter().copied());
        areas.extend(layout.axis);
        let panes = layout.panes.iter().map(|(_, area)| area).chain(&layout.evidence);
        areas.extend(panes.flat_map(|area| [area.title, area.body]));
        areas.retain(|area| area.area() > 0);
        for (index, area) in areas.iter().enumerate() {
            assert_eq!(screen.union(*area), screen, "{width}x{height} {area:?} leaves the screen");
            for other in areas.iter().skip(index + 1) {
                assert!(!area.intersects(*other), "{width}x{height} {area:?} {other:?} overlap");
            }
        }
    }
}
