//! What stands where on the screen, as far as drawing and the mouse both have to know.

use super::{App, ChooserLine, Mode, Tier};
use crate::action::Action;
use crate::choice::Pane;
use crate::library::{ItemId, Kind, Marking};
use crate::page::{Page, Piece};
use crate::text::{DisplayText, Fit};
use ratatui::layout::{Position, Rect};

/// What can be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A pane, where it has nothing that can be pressed by itself.
    Pane(Pane),
    /// The title or the tab of a pane, or what stands for it where it has no room.
    Title(Pane),
    /// A row of a list, from 0, counted from its first row.
    Row(Pane, usize),
    /// What leads to an item.
    Link(ItemId),
    /// A question that may be asked.
    Question(ItemId),
    /// A result of the search.
    Result(usize),
    /// A row of a list to choose from, among those that match.
    Choice(usize),
    /// What does an action, as a key in the last row.
    Act(Action),
}

/// What the wheel of the mouse turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turned {
    /// A list, or the text of the reader.
    Pane(Pane),
    /// The results of the search.
    Results,
    /// A list to choose from.
    Choices,
}

/// Rows from which there is room for more than a line.
const LEAST_ROWS: u16 = 3;

impl App {
    /// The tabs of the screen with one pane at a time, in this many columns. Each but the last is
    /// followed by a line of one column where all of them are there.
    #[must_use]
    pub fn tabs(&self, width: u16) -> Vec<(Pane, DisplayText)> {
        let tabs = Pane::ALL
            .map(|pane| (pane, crate::text![self.keymap.pane_lead(pane), pane.short_name()]));
        let all = tabs.iter().map(|(_, name)| name.columns() + 1).sum::<usize>() + 2;
        let whole = usize::from(width) >= all;
        let tabs = tabs.into_iter().filter(|(pane, _)| whole || *pane == self.here.focus);
        tabs.map(|(pane, name)| {
            if pane != self.here.focus {
                return (pane, name);
            }
            (pane, crate::text!["[", name, "]"])
        })
        .collect()
    }

    /// Whether there is room for a line at most, whatever is open: few rows, or too narrow for the marking,
    /// without which nothing is shown.
    #[must_use]
    pub fn has_one_line(&self) -> bool {
        let (width, height) = self.size;
        height < LEAST_ROWS || usize::from(width) < self.marking_words().columns()
    }

    /// Whether nothing but the card of the subject is shown.
    fn has_card_alone(&self) -> bool {
        let is_card = self.layout.tier == Tier::Card;
        self.has_one_line() || is_card && matches!(self.mode, Mode::Panes | Mode::Prompt(_))
    }

    /// How much room the reader wants that has none here, the fullest words first.
    #[must_use]
    pub fn room_wanted(&self) -> Vec<DisplayText> {
        let (columns, rows) = self.preferences.thresholds.single;
        vec![
            crate::text!["a window of ", columns, " columns and ", rows, " rows shows the lists"],
            crate::text!["lists from ", columns, "x", rows],
            "enlarge".into(),
        ]
    }

    /// The marking of everything on the screen, whatever it is used for: the highest of all that is loaded
    /// or told of files, and of what is still said of those before them. None while nothing of any file is
    /// there, since nobody knows how what could not be read may be shared.
    #[must_use]
    pub fn marking(&self) -> Option<Marking> {
        let unread = self.starting.loading
            || (self.library.listed(Kind::Brief).is_empty() && !self.library.refused().is_empty());
        // Lines to copy may be of what was read before, and keep its marking.
        let kept = if let Mode::Copy(view) = &self.mode { view.marking } else { None };
        let told = self.notice.as_ref().and(self.told);
        let all = Some(self.library.marking());
        all.filter(|all| !unread || *all > Marking::Clear).max(kept).max(told)
    }

    /// The same in words.
    #[must_use]
    pub fn marking_label(&self) -> DisplayText {
        let marking = self.marking();
        marking.map_or("TLP:?".into(), Marking::label)
    }

    /// The marking, as it ends the first row.
    #[must_use]
    pub fn marking_words(&self) -> DisplayText {
        crate::text![" ", self.marking_label(), " "]
    }

    /// What a press on a cell would be on.
    pub(super) fn target(&self, at: Position) -> Option<Target> {
        // In the copy view the mouse is the terminal's.
        if self.has_one_line() || matches!(self.mode, Mode::Copy(_)) {
            return None;
        }
        if self.layout.footer.contains(at) {
            let action = |part: super::FooterPart| part.action.filter(|_| part.area.contains(at));
            return self.footer().into_iter().find_map(action).map(Target::Act);
        }
        match &self.mode {
            Mode::Copy(_) => None,
            Mode::Chooser(chooser) => {
                let places = self.chooser_places()?;
                if let Some(line) = places.line_areas().position(|area| area.contains(at)) {
                    return match chooser.lines().nth(chooser.scroll + line)? {
                        ChooserLine::Entry(number, ..)
                        | ChooserLine::Below(number, _)
                        | ChooserLine::Why(number, _) => Some(Target::Choice(number)),
                        ChooserLine::Heading(_) => None,
                    };
                }
                in_page(chooser.page(), places.page?.body, (0, 0), at)
            }
            Mode::Search(session) => {
                let places = self.search_places();
                if let Some(row) = row_at(places.hits, at) {
                    let result = session.scroll + row;
                    return (result < session.found().hits.len()).then_some(Target::Result(result));
                }
                in_page(session.preview(), places.preview?.body, (0, 0), at)
            }
            Mode::Panes | Mode::Prompt(_) if self.has_card_alone() => None,
            Mode::Panes | Mode::Prompt(_) => self.target_in_panes(at),
        }
    }

    /// What the wheel turns over a cell.
    pub(super) fn turned(&self, at: Position) -> Option<Turned> {
        if self.has_card_alone() {
            return None;
        }
        match &self.mode {
            Mode::Copy(_) => None,
            Mode::Chooser(_) => {
                let rows = self.chooser_places()?.rows;
                rows.contains(at).then_some(Turned::Choices)
            }
            Mode::Search(_) => self.search_places().hits.contains(at).then_some(Turned::Results),
            Mode::Panes | Mode::Prompt(_) => self.layout.pane_at(at).map(Turned::Pane),
        }
    }

    /// The pane whose tab stands in a column of the first row.
    fn tab(&self, column: u16) -> Option<Pane> {
        let marking = u16::try_from(self.marking_words().columns()).ok()?;
        let width = self.layout.header.width;
        let draft = self.draft_words(width).map_or(0, |words| words.columns());
        let room = width.checked_sub(marking)?.checked_sub(u16::try_from(draft).ok()?)?;
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
        if self.layout.tier == Tier::Single && self.layout.header.contains(at) {
            return self.tab(at.x).map(Target::Title);
        }
        if let Some(row) = self.layout.summary.filter(|row| row.contains(at)) {
            let left = at.x < row.width / 2;
            return Some(Target::Title(if left { Pane::Actors } else { Pane::Sources }));
        }
        let scrolled = (self.reader_scroll(), self.card_gap());
        if let Some(area) = self.layout.who.filter(|area| area.title.union(area.body).contains(at))
        {
            let link = self.said().and_then(|(page, _)| {
                // The last row counts what has no room.
                let cut = u16::from(page.body.len() > usize::from(area.body.height));
                let shown = Rect { height: area.body.height.saturating_sub(cut), ..area.body };
                in_page(page, shown, (0, 0), at)
            });
            return link.or(Some(Target::Act(Action::WhoSays)));
        }
        if let Some(area) = self.layout.pinned.filter(|area| area.body.contains(at)) {
            let link = in_page(self.pinned_page(), area.body, scrolled, at);
            return link.or(Some(Target::Pane(Pane::Reader)));
        }
        let pane = self.layout.pane_at(at)?;
        let Some(area) = self.layout.area(pane).filter(|area| area.body.contains(at)) else {
            return Some(Target::Title(pane));
        };
        let Some(shown) = self.list_rows(pane) else {
            let link = in_page(self.page(), area.body, scrolled, at);
            return link.or(Some(Target::Pane(pane)));
        };
        let row = shown.scroll + usize::from(at.y - area.body.y);
        Some(if row < shown.rows.len() { Target::Row(pane, row) } else { Target::Pane(pane) })
    }
}

/// The row of an area that a cell is in, from 0.
fn row_at(area: Rect, at: Position) -> Option<usize> {
    area.contains(at).then(|| usize::from(at.y - area.y))
}

/// What a cell of a page leads to: of its card, or of the text under it, which is scrolled by so many lines
/// and set off by so many rows.
fn in_page(page: &Page, area: Rect, (scroll, gap): (usize, usize), at: Position) -> Option<Target> {
    let row = row_at(area, at)?;
    let body = row.checked_sub(page.card.len() + gap);
    let pieces = match page.card.get(row) {
        Some(line) => line,
        None => page.body.get(body? + scroll)?,
    };
    let mut end = 0;
    let on = |piece: &&Piece| {
        end += piece.text.columns();
        usize::from(at.x - area.x) < end
    };
    let piece = pieces.iter().find(on);
    let link = piece.and_then(|piece| page.links.get(piece.link?)).map(|link| link.target);
    let question = piece.and_then(|piece| piece.question).map(Target::Question);
    let asks = (page.asked == Some(row)).then_some(Target::Act(Action::Questions));
    link.map(Target::Link).or(question).or(asks)
}
