//! What stands where on the screen, as far as drawing and the mouse both have to know.

use super::{App, Area, ChooserLine, Mode, Pane, SearchSession, Tier};
use crate::library::{Kind, Marking};
use crate::page::PageLine;
use crate::text::{DisplayText, Fit};
use ratatui::layout::{Position, Rect};

/// Rows of a result of the search.
pub const RESULT_ROWS: u16 = 2;
/// Rows of the shortest card: title, when, who says, how sure.
const SHORT_CARD: u16 = 4;

/// The first row of a list to choose from, below its field and its title.
pub const CHOICES_FROM: u16 = 2;

/// What can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A pane: its tab, its title, or a part of it that is nothing more.
    Pane(Pane),
    /// A row of a list, from 0, counted from its first row.
    Row(Pane, usize),
    /// A link of the reader's page.
    Link(usize),
    /// A result of the search.
    Result(usize),
    /// A row of a list to choose from, among those that match.
    Choice(usize),
}

impl App {
    /// The tabs of the screen with one pane at a time, in this many columns. Each but the last is
    /// followed by a line of one column where all of them are there.
    #[must_use]
    pub fn tabs(&self, width: u16) -> Vec<(Pane, DisplayText)> {
        let names = ["1 Time", "2 Act", "3 Src", "4 Read"];
        let all = names.iter().map(|name| name.len() + 1).sum::<usize>() + 2;
        let whole = usize::from(width) >= all;
        let tabs = Pane::ALL.into_iter().zip(names);
        let tabs =
            tabs.filter(|(pane, _)| whole || *pane == self.here.focus).map(|(pane, name)| {
                let focused = pane == self.here.focus;
                // The year stands in for the name while its heading is out of sight.
                let year = self.year_above().filter(|_| focused && pane == Pane::Timeline);
                let name = year.map_or(DisplayText::literal(name), |year| crate::text!["1 ", year]);
                (pane, if focused { crate::text!["[", name, "]"] } else { name })
            });
        tabs.collect()
    }

    /// The marking of all that is loaded; none while it is not known, since nobody knows how what could
    /// not be read may be shared.
    #[must_use]
    pub fn marking(&self) -> Option<Marking> {
        let unread = self.loading
            || (self.library.listed(Kind::Brief).is_empty() && !self.library.refused().is_empty());
        (!unread).then(|| self.library.marking())
    }

    /// The same in words.
    #[must_use]
    pub fn marking_label(&self) -> DisplayText {
        let marking = self.marking();
        marking.map_or("TLP:?".into(), |marking| crate::text!["TLP:", marking.word()])
    }

    /// The marking, as it ends the first row.
    #[must_use]
    pub fn marking_words(&self) -> DisplayText {
        crate::text![" ", self.marking_label(), " "]
    }

    /// Where the results of the search stand.
    #[must_use]
    pub fn results_area(&self) -> Rect {
        let (width, height) = self.size;
        let content = Rect::new(0, 1, width, height.saturating_sub(2));
        if self.layout.tier == Tier::Single {
            // The card needs its rows and a rule; results come first where there is little room.
            let card = SHORT_CARD + 1;
            let below = if content.height >= card + 2 * RESULT_ROWS { card } else { 0 };
            return Rect { height: content.height - below, ..content };
        }
        let left = SearchSession::results_width(usize::from(width));
        let left = u16::try_from(left).unwrap_or(width);
        Rect { y: content.y + 1, width: left, height: content.height.saturating_sub(1), ..content }
    }

    /// First line of the evidence that its column shows: the chosen link is in sight.
    #[must_use]
    pub fn evidence_scroll(&self) -> usize {
        let Some(area) = self.layout.evidence else { return 0 };
        let line = self.here.link.and_then(|link| self.page.links.get(link)).map(|link| link.line);
        let line = line.and_then(|line| line.checked_sub(self.page.body.len()));
        line.map_or(0, |line| (line + 1).saturating_sub(usize::from(area.body.height)))
    }

    /// What stands in a cell.
    pub(super) fn target(&self, at: Position) -> Option<Target> {
        match &self.mode {
            _ if self.layout.tier == Tier::Line => None,
            Mode::Chooser(chooser) => {
                let line = usize::from(at.y.checked_sub(CHOICES_FROM)?);
                let shown = line < self.chooser_rows() && at.x < self.size.0;
                match chooser.lines().get(chooser.scroll + line).filter(|_| shown)? {
                    ChooserLine::Entry(number, _) => Some(Target::Choice(*number)),
                    ChooserLine::Heading(_) => None,
                }
            }
            Mode::Search(session) => {
                let area = self.results_area();
                let in_rows = area.contains(at).then(|| (at.y - area.y) / RESULT_ROWS)?;
                // A result without room for all of its rows is not shown.
                let shown = in_rows < area.height / RESULT_ROWS;
                let result = session.scroll + usize::from(in_rows);
                (shown && result < session.found.hits.len()).then_some(Target::Result(result))
            }
            Mode::Panes | Mode::Prompt(_)
                if self.layout.tier == Tier::Single && self.layout.header.contains(at) =>
            {
                self.tab(at.x).map(Target::Pane)
            }
            Mode::Panes | Mode::Prompt(_) => self.target_in_panes(at),
        }
    }

    /// The pane whose tab stands in a column of the first row.
    fn tab(&self, column: u16) -> Option<Pane> {
        let marking = u16::try_from(self.marking_words().columns()).ok()?;
        let room = self.layout.header.width.checked_sub(marking)?;
        let mut end = 0;
        for (pane, name) in self.tabs(room) {
            end += name.columns();
            if usize::from(column) < end && end <= usize::from(room) {
                return Some(pane);
            }
            end += 1;
        }
        None
    }

    fn target_in_panes(&self, at: Position) -> Option<Target> {
        let over = |area: &Area| area.title.contains(at) || area.body.contains(at);
        if let Some(area) = self.layout.evidence.filter(over) {
            let scrolled = self.page.evidence.get(self.evidence_scroll()..).unwrap_or_default();
            return Some(target_in_text(scrolled, area.body, at));
        }
        if self.layout.pinned.is_some_and(|area| over(&area)) {
            return Some(Target::Pane(Pane::Reader));
        }
        let (pane, area) = self.layout.panes.iter().find(|(_, area)| over(area))?;
        let Some((list, shown)) = self.list(*pane).zip(self.list_rows(*pane)) else {
            return Some(self.target_in_page(area.body, at));
        };
        let row = list.scroll + usize::from(at.y.saturating_sub(area.body.y));
        let on_row = area.body.contains(at) && row < shown.rows.len();
        Some(if on_row { Target::Row(*pane, row) } else { Target::Pane(*pane) })
    }

    /// What stands in a cell of the reader: of its card, or of the text under it.
    fn target_in_page(&self, area: Rect, at: Position) -> Target {
        let rows = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX).min(area.height);
        let card = Rect { height: rows(self.page.card.len()), ..area };
        if card.contains(at) {
            return target_in_text(&self.page.card, card, at);
        }
        // A rule parts the two.
        let above = rows(self.page.card.len() + usize::from(!self.page.card.is_empty()));
        let body = Rect { y: area.y + above, height: area.height - above, ..area };
        let scrolled = self.page.body.get(self.reader_scroll()..).unwrap_or_default();
        target_in_text(scrolled, body, at)
    }
}

/// What stands in a cell of the reader, which shows these lines in this area.
fn target_in_text(lines: &[PageLine], area: Rect, at: Position) -> Target {
    let line = area.contains(at).then(|| lines.get(usize::from(at.y - area.y))).flatten();
    let found = line.and_then(|line| link_at(line, at.x - area.x));
    found.map_or(Target::Pane(Pane::Reader), Target::Link)
}

/// The link that stands in a column of a line.
fn link_at(line: &PageLine, column: u16) -> Option<usize> {
    let mut end = 0;
    let piece = line.iter().find(|piece| {
        end += piece.text.columns();
        usize::from(column) < end
    });
    piece.and_then(|piece| piece.link)
}
