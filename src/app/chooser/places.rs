//! Where the parts of a list to choose from stand.

use super::{Chooser, Listing};
use crate::app::{App, Area};
use crate::choice::Times;
use crate::page::{CardSize, PageSize};
use ratatui::layout::Rect;

/// Columns of a list beside the page of its chosen row.
const BESIDE_PAGE: u16 = 58;
/// Columns of the longest row of the help.
const WIDEST: u16 = 80;
/// Columns before the text of a row.
const GUTTER: usize = 3;
/// Rows under which there is no room for anything below a list.
const LOW: u16 = 18;

/// Rows from which the page of a brief is worth its place below all briefs.
const LEAST_PAGE: u16 = 8;

/// The parts of a list to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChooserPlaces {
    /// The title.
    pub title: Rect,
    /// The rows.
    pub rows: Rect,
    /// In how many columns the rows stand; the second goes on where the first ends.
    pub columns: u16,
    /// The page of the chosen row, where there is room for it.
    pub page: Option<Area>,
    /// The line between the rows and the page beside them.
    pub separator: Rect,
    /// The chosen row in full below the rows, without the line above it.
    pub preview: Option<Rect>,
}

impl App {
    /// Where the parts of the list to choose from stand, while one is open.
    #[must_use]
    pub fn chooser_places(&self) -> Option<ChooserPlaces> {
        let chooser = self.mode.chooser()?;
        Some(chooser.places(self.size, self.has_columns()))
    }
}

impl Chooser {
    /// Where its parts stand on a screen of this size, which has room for columns or not.
    fn places(&self, (width, height): (u16, u16), has_columns: bool) -> ChooserPlaces {
        // A single row is the chosen one's, not the title's.
        let titled = u16::from(height > 3);
        let title = Rect::new(0, 1.min(height), width, titled);
        let rows = Rect::new(0, 1 + titled, width, height.saturating_sub(2 + titled));
        let wide = self.listing == Listing::Help;
        let columns = if wide { (width / WIDEST).clamp(1, 2) } else { 1 };
        let whole = ChooserPlaces {
            title,
            rows,
            columns,
            page: None,
            separator: Rect::default(),
            preview: None,
        };
        let has_room = height >= LOW && !self.is_empty();
        if self.listing.is_of_records() && has_room {
            return if has_columns { beside(whole) } else { self.above(whole) };
        }
        if self.listing == Listing::Briefs && self.item().is_some() {
            let most = rows.height.saturating_sub(LEAST_PAGE);
            let all = self.lines_up_to(most.saturating_add(1), whole.row_width());
            return if all <= most { over_page(whole, all) } else { whole };
        }
        if self.listing.has_preview() && has_room {
            let below = (height / 4).clamp(8, 12).min(rows.height);
            let rows = Rect { height: rows.height - below, ..rows };
            let preview = Rect { y: rows.bottom() + 1, height: below - 1, ..rows };
            return ChooserPlaces { rows, preview: Some(preview), ..whole };
        }
        whole
    }

    /// The list above the page: two fifths of the rows at the most.
    fn above(&self, whole: ChooserPlaces) -> ChooserPlaces {
        let most = (whole.rows.height * 2 / 5).max(3);
        over_page(whole, self.lines_up_to(most, whole.row_width()).max(3))
    }
}

impl ChooserPlaces {
    /// The size of the page of the chosen row, where there is a place for it.
    pub(super) fn page_size(&self, times: Times) -> Option<PageSize> {
        let area = self.page?;
        Some(PageSize {
            width: usize::from(area.body.width),
            bar: true,
            card: CardSize::Compact,
            times,
            ..PageSize::default()
        })
    }

    /// Columns of the text of a row.
    pub(super) fn row_width(&self) -> usize {
        usize::from(self.rows.width / self.columns.max(1)).saturating_sub(GUTTER)
    }

    /// Lines of the list that fit.
    #[must_use]
    pub fn lines(&self) -> usize {
        usize::from(self.rows.height) * usize::from(self.columns)
    }

    /// Where each line in sight stands, the first one first.
    pub fn line_areas(&self) -> impl Iterator<Item = Rect> {
        let (rows, width) = (self.rows, self.rows.width / self.columns.max(1));
        (0..self.columns).flat_map(move |column| {
            (rows.y..rows.bottom()).map(move |y| Rect {
                x: rows.x + column * width,
                y,
                width,
                height: 1,
            })
        })
    }
}

/// The list beside the page.
fn beside(whole: ChooserPlaces) -> ChooserPlaces {
    let (title, rows) = (whole.title, whole.rows);
    let left = BESIDE_PAGE.min(rows.width);
    let separator = Rect { x: left, width: 1, y: title.y, height: rows.height + title.height };
    let right = rows.width.saturating_sub(left + 1);
    let page = Rect { x: left + 1, width: right, ..separator };
    ChooserPlaces {
        title: Rect { width: left, ..title },
        rows: Rect { width: left, ..rows },
        page: Some(Area::titled(page).inset()),
        separator,
        ..whole
    }
}

/// The list in so many rows, and the page in those below it.
fn over_page(whole: ChooserPlaces, lines: u16) -> ChooserPlaces {
    let all = whole.rows;
    let rows = Rect { height: lines, ..all };
    let page = Rect { y: rows.bottom(), height: all.height.saturating_sub(rows.height), ..all };
    ChooserPlaces { rows, page: Some(Area::titled(page).inset()), ..whole }
}
