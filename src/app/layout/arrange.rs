//! The places of the panes at each size.

use super::{Area, Arrangement, Form, Layout, Tier};
use crate::choice::Pane;
use ratatui::layout::Rect;

/// Rows of a list that is not in use above or beside a larger one.
const SHORT_LIST: u16 = 3;
/// Columns of the timeline beside the reader: a date and the beginning of a title.
const BESIDE_READER: u16 = 31;
/// Fewest columns from which lists can stand beside the reader.
const SIDE_BY_SIDE: u16 = 80;
/// Columns of the reader beside other panes: 76 of text and a blank on each side.
const READER: u16 = 78;
/// Columns of the timeline beside the reader where there are three columns.
const TIMELINE: u16 = 80;
/// Rows from which the time axis has one, with the timeline over the full width and in three columns.
const AXIS: (u16, u16) = (48, 36);
/// Fewest columns of the narrower one of two pages beside each other.
const HALF_PAGE: u16 = 30;
/// Fewest rows of the lower one of two pages above each other.
const HALF_HEIGHT: u16 = 8;
/// Rows of the reader above the lists where its subject has no card.
const CARDLESS: u16 = 6;
/// Fewest rows of the lists below the reader.
const LISTS: u16 = 4;

impl Layout {
    /// Arranges a screen of so many columns and rows.
    #[must_use]
    pub fn new(width: u16, height: u16, arrangement: &Arrangement) -> Self {
        let tier = arrangement.thresholds.tier(width, height);
        let side_by_side =
            arrangement.form == Form::SideBySide && tier == Tier::Stacked && width >= SIDE_BY_SIDE;
        let row = |y: u16| Rect::new(0, y, width, u16::from(y < height));
        let mut layout = Self {
            tier,
            side_by_side,
            header: row(0),
            axis: has_axis(tier, height).then(|| row(1)),
            panes: Vec::new(),
            summary: None,
            who: None,
            pinned: None,
            separators: Vec::new(),
            footer: if height > 1 { row(height - 1) } else { Rect::default() },
        };
        let top = if layout.axis.is_some() { 2 } else { 1 };
        let content = Rect::new(0, top, width, height.saturating_sub(top + 1));
        match tier {
            Tier::Card => layout.panes.push((Pane::Reader, Area::untitled(content))),
            Tier::Single => {
                layout.single(content, arrangement);
                layout.share_reader(arrangement);
            }
            Tier::Stacked | Tier::Wide | Tier::Columns if arrangement.form == Form::Alone => {
                let alone = (arrangement.focus, Area::titled(content));
                layout.panes.push(alone);
                layout.share_reader(arrangement);
            }
            Tier::Stacked if side_by_side => {
                layout.beside_reader(content, arrangement.large);
                layout.share_reader(arrangement);
            }
            Tier::Stacked if arrangement.has_two_pages() => {
                layout.above_two_pages(content);
                layout.share_reader(arrangement);
            }
            Tier::Stacked => layout.stacked(content, arrangement),
            Tier::Wide => layout.wide(content, arrangement),
            Tier::Columns => layout.columns(content, arrangement),
        }
        if tier > Tier::Single {
            layout.inset_pages();
        }
        layout
    }

    fn single(&mut self, content: Rect, arrangement: &Arrangement) {
        let noted = arrangement.noted && content.height > 1;
        let area = if noted { Area::titled(content) } else { Area::untitled(content) };
        self.panes.push((arrangement.focus, area));
    }

    /// Timeline, reader and lists above each other: what has the keys has the room.
    fn stacked(&mut self, content: Rect, arrangement: &Arrangement) {
        // Three rows are titles: of the timeline, the reader, and the lists or what they hold.
        let body = content.height.saturating_sub(3);
        let mut rows = Rows { left: content };
        match arrangement.focus {
            Pane::Timeline => {
                let timeline = (body * 9 / 19).min(needed(arrangement));
                self.panes.push((Pane::Timeline, Area::titled(rows.take(timeline + 1))));
                self.panes.push((Pane::Reader, Area::titled(rows.take(body - timeline + 1))));
                self.summary = Some(rows.left);
            }
            Pane::Reader => {
                self.panes.push((Pane::Timeline, Area::titled(rows.take(SHORT_LIST + 1))));
                self.panes.push((Pane::Reader, Area::titled(rows.take(body - SHORT_LIST + 1))));
                self.summary = Some(rows.left);
            }
            Pane::Actors | Pane::Sources => {
                self.panes.push((Pane::Timeline, Area::titled(rows.take(SHORT_LIST + 1))));
                let card = if arrangement.card == 0 { CARDLESS } else { arrangement.card };
                let card = card.min(body.saturating_sub(SHORT_LIST + LISTS));
                self.panes.push((Pane::Reader, Area::titled(rows.take(card + 1))));
                let half = content.width / 2;
                let lists = rows.left;
                let right = Rect { x: half, width: content.width - half, ..lists };
                self.panes.push((Pane::Actors, Area::titled(Rect { width: half, ..lists })));
                self.panes.push((Pane::Sources, Area::titled(right)));
            }
        }
    }

    /// A short timeline above the room of two pages.
    fn above_two_pages(&mut self, content: Rect) {
        let mut rows = Rows { left: content };
        self.panes.push((Pane::Timeline, Area::titled(rows.take(SHORT_LIST + 1))));
        let pages = rows.left.height.saturating_sub(1);
        self.panes.push((Pane::Reader, Area::titled(rows.take(pages))));
        self.summary = Some(rows.left);
    }

    /// The lists in a column of their own beside the reader.
    fn beside_reader(&mut self, content: Rect, large: Pane) {
        let (lists, reader) = self.split(content, BESIDE_READER);
        let rows = lists.height.saturating_sub(3);
        let mut column = Rows { left: lists };
        for pane in Pane::LISTS {
            let body = if pane == large { rows.saturating_sub(2 * SHORT_LIST) } else { SHORT_LIST };
            self.panes.push((pane, Area::titled(column.take(body + 1))));
        }
        self.panes.push((Pane::Reader, Area::titled(reader)));
    }

    /// The timeline over the full width, and below it the reader beside the lists.
    fn wide(&mut self, content: Rect, arrangement: &Arrangement) {
        let mut rows = Rows { left: content };
        let timeline = (content.height.saturating_sub(2) / 3).min(needed(arrangement));
        self.panes.push((Pane::Timeline, Area::titled(rows.take(timeline + 1))));
        if arrangement.has_two_pages() {
            self.panes.push((Pane::Reader, Area::titled(rows.left)));
            self.share_reader(arrangement);
            return;
        }
        let (reader, right) = self.split(rows.left, READER);
        self.panes.push((Pane::Reader, Area::titled(reader)));
        self.lists(right, arrangement);
    }

    /// Timeline, reader and lists in columns.
    fn columns(&mut self, content: Rect, arrangement: &Arrangement) {
        let (timeline, rest) = self.split(content, TIMELINE);
        self.panes.push((Pane::Timeline, Area::titled(timeline)));
        if arrangement.has_two_pages() {
            self.panes.push((Pane::Reader, Area::titled(rest)));
            self.share_reader(arrangement);
            return;
        }
        let (reader, right) = self.split(rest, READER);
        self.panes.push((Pane::Reader, Area::titled(reader)));
        self.lists(right, arrangement);
    }

    /// Actors over sources over who says what: each list has the rows that it needs, at most a third.
    fn lists(&mut self, column: Rect, arrangement: &Arrangement) {
        let [_, actors, sources] = arrangement.listed;
        let mut rows = Rows { left: column };
        if !arrangement.said {
            let most = (column.height / 2).saturating_sub(1);
            self.panes
                .push((Pane::Actors, Area::titled(rows.take(actors.clamp(1, most.max(1)) + 1))));
            self.panes.push((Pane::Sources, Area::titled(rows.left)));
            return;
        }
        let most = (column.height / 3).saturating_sub(1).max(1);
        for (pane, listed) in [(Pane::Actors, actors), (Pane::Sources, sources)] {
            self.panes.push((pane, Area::titled(rows.take(listed.clamp(1, most) + 1))));
        }
        self.who = Some(Area::titled(rows.left));
    }

    /// Gives half of the reader to what is pinned: beside it on a wide screen, above it on a high one.
    fn share_reader(&mut self, arrangement: &Arrangement) {
        if !arrangement.pinned {
            return;
        }
        let Some(at) = self.panes.iter().position(|(pane, _)| *pane == Pane::Reader) else {
            return;
        };
        let Some(whole) = self.panes.get(at).map(|(_, area)| area.whole()) else { return };
        let (pinned, reader) =
            if self.header.width >= arrangement.thresholds.wide.0 && whole.width > 2 * HALF_PAGE {
                self.split(whole, (whole.width - 1) / 2)
            } else if whole.height >= 2 * HALF_HEIGHT {
                let upper = whole.height / 2;
                let above = Rect { height: upper, ..whole };
                (above, Rect { y: whole.y + upper, height: whole.height - upper, ..whole })
            } else {
                return;
            };
        self.pinned = Some(Area::titled(pinned));
        if let Some((_, area)) = self.panes.get_mut(at) {
            *area = Area::titled(reader);
        }
    }

    /// Leaves a blank column on each side of every text.
    fn inset_pages(&mut self) {
        let pages = self.panes.iter_mut().filter(|(pane, _)| *pane == Pane::Reader);
        let pages = pages.map(|(_, area)| area).chain(&mut self.pinned).chain(&mut self.who);
        for area in pages {
            *area = area.inset();
        }
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

/// Rows of a column that are given away from above.
struct Rows {
    left: Rect,
}

impl Rows {
    /// So many rows, or those that are left.
    fn take(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.left.height);
        let taken = Rect { height: rows, ..self.left };
        self.left.y += rows;
        self.left.height -= rows;
        taken
    }
}

/// Rows that the timeline needs: of a few events no more than they take.
fn needed(arrangement: &Arrangement) -> u16 {
    let [timeline, ..] = arrangement.listed;
    timeline.max(SHORT_LIST)
}

/// Whether a row can be spared for the time axis.
fn has_axis(tier: Tier, height: u16) -> bool {
    match tier {
        Tier::Wide => height >= AXIS.0,
        Tier::Columns => height >= AXIS.1,
        Tier::Card | Tier::Single | Tier::Stacked => false,
    }
}
