//! Where the parts of the search stand.

use super::{App, Area, Tier};
use crate::page::{CardSize, PageSize};
use ratatui::layout::Rect;

/// Rows of the shortest card in sight: title, when, who says, how sure.
const SHORT_CARD: u16 = 4;
/// Columns of the hits beside the card of the chosen one.
const BESIDE_CARD: u16 = 80;

/// The parts of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchPlaces {
    /// The title above the hits; empty where there is no room.
    pub title: Rect,
    /// The hits, one in a row.
    pub hits: Rect,
    /// The card of the chosen hit, and what more of its page fits.
    pub preview: Option<Area>,
    /// The line between the two, where they stand beside each other.
    pub separator: Rect,
}

impl SearchPlaces {
    /// Results that fit.
    pub(super) fn rows(&self) -> usize {
        usize::from(self.hits.height).max(1)
    }

    /// The size of the page of the chosen hit, on a screen of so many columns.
    pub(super) fn page_size(&self, tier: Tier, columns: u16) -> PageSize {
        let card = match tier {
            Tier::Card | Tier::Single => CardSize::Abbreviated,
            Tier::Stacked | Tier::Wide | Tier::Columns => CardSize::Compact,
        };
        let width = self.preview.map_or(columns, |area| area.body.width);
        let bar = tier > Tier::Single;
        PageSize { width: usize::from(width), bar, card, ..PageSize::default() }
    }
}

impl App {
    /// Where the parts of the search stand.
    #[must_use]
    pub fn search_places(&self) -> SearchPlaces {
        let (width, height) = self.size;
        let content = Rect::new(0, 1, width, height.saturating_sub(2));
        match self.layout.tier {
            Tier::Card => alone(content),
            Tier::Single => {
                // The card needs its rows and a title; hits come first where there is little room.
                let card = SHORT_CARD + 1;
                if content.height < card + 2 {
                    return alone(content);
                }
                let hits = Rect { height: content.height - card, ..content };
                let below = Rect { y: hits.bottom(), height: card, ..content };
                SearchPlaces { hits, preview: Some(Area::titled(below)), ..alone(content) }
            }
            Tier::Stacked | Tier::Wide => {
                // Eight hits of 24 rows.
                let rows = height.saturating_sub(4) * 2 / 5;
                let title = Rect { height: 1, ..content };
                let hits = Rect { y: title.bottom(), height: rows, ..content };
                let left = content.height.saturating_sub(rows + 1);
                let below = Rect { y: hits.bottom(), height: left, ..content };
                let preview = Some(Area::titled(below).inset());
                SearchPlaces { title, hits, preview, ..alone(content) }
            }
            Tier::Columns => {
                let left = Rect { width: BESIDE_CARD.min(width), ..content };
                let title = Rect { height: 1, ..left };
                let hits =
                    Rect { y: title.bottom(), height: left.height.saturating_sub(1), ..left };
                let separator = Rect { x: left.right(), width: 1, ..content };
                let width = width.saturating_sub(left.width + 1);
                let right = Rect { x: separator.right(), width, ..content };
                let preview = Some(Area::titled(right).inset());
                SearchPlaces { title, hits, preview, separator }
            }
        }
    }
}

fn alone(hits: Rect) -> SearchPlaces {
    SearchPlaces { title: Rect::default(), hits, preview: None, separator: Rect::default() }
}
