//! Two items fact by fact.

use super::{Runs, Sign};
use crate::library::{Answer, ItemId};
use crate::text::DisplayText;

/// How the two sides of a row stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// Both state it, and the same.
    Same,
    /// Both state it, and it cannot be the same.
    Differs,
}

impl Agreement {
    /// The sign before such a row.
    #[must_use]
    pub fn sign(self) -> Sign {
        match self {
            Self::Same => Sign::Same,
            Self::Differs => Sign::Differs,
        }
    }
}

/// One fact of two items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparisonRow {
    /// What it is about: `WHEN`. Of a heading, which has no sides, the whole text.
    pub label: DisplayText,
    /// What the first item states; nothing in a heading.
    pub left: Runs,
    /// What the second item states.
    pub right: Runs,
    /// Whether they agree; none where one is silent, or where the two are compatible and not the
    /// same: "Sep 2022" and "9 Sep 2022", lists of names, claims of which none disputes another.
    pub agreement: Option<Agreement>,
}

impl ComparisonRow {
    /// Whether it only names what the rows below it are about.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        self.left.is_empty() && self.right.is_empty()
    }
}

/// One of two items that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The item.
    pub item: ItemId,
    /// For the title of the pane: kind and id.
    pub name: DisplayText,
    /// Its title.
    pub title: DisplayText,
    /// Its answer, by which lists tell grade and side.
    pub answer: Option<Answer>,
}

/// The facts of two items in aligned rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The first item.
    pub left: Compared,
    /// The second item.
    pub right: Compared,
    /// The rows, in an order that does not depend on what the items state.
    pub rows: Vec<ComparisonRow>,
}

impl Comparison {
    /// How many rows say the same, and how many differ.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let count =
            |agreement| self.rows.iter().filter(|row| row.agreement == Some(agreement)).count();
        (count(Agreement::Same), count(Agreement::Differs))
    }
}
