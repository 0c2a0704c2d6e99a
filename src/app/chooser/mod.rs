//! Lists to choose from: help, palette, trail, briefs, bookmarks and what else is a list but no pane.
//!
//! Each is narrowed down by typing; what a row does stands in the row.

mod actions;
mod records;
mod travels;

pub use actions::SIGNS;

use super::{App, Mode, TextField};
use crate::action::{Action, Context};
use crate::library::ItemId;
use crate::text::DisplayText;

/// Which list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Listing {
    /// Keys and signs.
    Help,
    /// Actions by name.
    Palette,
    /// Briefs to read.
    Briefs,
    /// Places that were opened.
    Trail,
    /// Judgements.
    Judgements,
    /// What is not known.
    Gaps,
    /// Answers to have ready.
    Questions,
    /// Findings of the checker.
    Problems,
    /// Bookmarks.
    Bookmarks,
    /// What can be set.
    Settings,
}

impl Listing {
    /// Its title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Help => "Keys and signs",
            Self::Palette => "Actions",
            Self::Briefs => "Briefs",
            Self::Trail => "Trail",
            Self::Judgements => "Judgements",
            Self::Gaps => "Not known",
            Self::Questions => "If asked",
            Self::Problems => "Problems",
            Self::Bookmarks => "Bookmarks",
            Self::Settings => "Settings",
        }
    }
}

/// What choosing a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nothing: the row only tells.
    Nothing,
    /// An action.
    Act(Action),
    /// Going to an item.
    Go(ItemId),
    /// Reading one brief, or all together.
    Brief(Option<ItemId>),
    /// Going to a place of the trail, by its number there.
    Visit(usize),
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is; typing narrows down by this.
    pub text: DisplayText,
    /// What is said of it at the right end.
    pub detail: DisplayText,
    /// The heading it stands under; the same in a row are one group.
    pub group: DisplayText,
    /// What choosing it does.
    pub choice: Choice,
    /// Why it cannot be chosen now.
    pub unavailable: Option<DisplayText>,
}

/// A list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chooser {
    /// Which one.
    pub listing: Listing,
    /// What is typed to narrow it down.
    pub field: TextField,
    /// Every row.
    entries: Vec<Entry>,
    /// The rows that match what is typed, in order.
    matching: Vec<usize>,
    /// What they match.
    matched: Option<String>,
    /// The chosen one of those that match.
    pub chosen: usize,
    /// The first line shown, headings counted.
    pub scroll: usize,
    /// What the screen was used for before, and is again when the list is left.
    under: Box<Mode>,
}

/// A line of a list as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChooserLine<'a> {
    /// The heading of a group.
    Heading(&'a DisplayText),
    /// A row and its number among those that match.
    Entry(usize, &'a Entry),
}

impl Chooser {
    /// The rows that match what is typed.
    pub fn matching(&self) -> impl Iterator<Item = &Entry> {
        self.matching.iter().filter_map(|entry| self.entries.get(*entry))
    }

    /// How many rows there are in all.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The chosen row.
    #[must_use]
    pub fn entry(&self) -> Option<&Entry> {
        self.matching().nth(self.chosen)
    }

    /// Headings and rows as they are drawn.
    #[must_use]
    pub fn lines(&self) -> Vec<ChooserLine<'_>> {
        let mut lines = Vec::new();
        let mut group: Option<&DisplayText> = None;
        for (number, entry) in self.matching().enumerate() {
            if group != Some(&entry.group) {
                group = Some(&entry.group);
                if !entry.group.is_empty() {
                    lines.push(ChooserLine::Heading(&entry.group));
                }
            }
            lines.push(ChooserLine::Entry(number, entry));
        }
        lines
    }

    /// Brings what matches, the chosen row and the scroll up to date.
    fn refresh(&mut self, rows: usize) {
        let typed = self.field.text();
        if self.matched.as_ref() != Some(&typed) {
            let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
            let matches = |entry: &Entry| {
                let all = crate::text![entry.text, " ", entry.group, " ", entry.detail];
                let all = all.as_str().to_lowercase();
                words.iter().all(|word| all.contains(word.as_str()))
            };
            let matching = self.entries.iter().enumerate().filter(|(_, entry)| matches(entry));
            self.matching = matching.map(|(at, _)| at).collect();
            self.chosen = 0;
            self.scroll = 0;
            self.matched = Some(typed);
        }
        self.chosen = self.chosen.min(self.matching.len().saturating_sub(1));
        let chosen = self.chosen;
        let at = self
            .lines()
            .iter()
            .position(|line| matches!(line, ChooserLine::Entry(number, _) if *number == chosen));
        let Some(at) = at else { return };
        // The heading above the first row comes with it.
        let first = if chosen == 0 { 0 } else { at };
        self.scroll = self.scroll.min(first).max((at + 1).saturating_sub(rows.max(1)));
    }
}

impl App {
    /// Opens a list over what is shown.
    pub(super) fn list_choices(&mut self, listing: Listing) {
        let entries = match listing {
            Listing::Help => self.help_entries(),
            Listing::Palette => self.palette_entries(),
            Listing::Briefs => self.brief_entries(),
            Listing::Trail => self.trail_entries(),
            Listing::Judgements => self.judgement_entries(),
            Listing::Gaps => self.gap_entries(),
            Listing::Questions => self.question_entries(),
            Listing::Problems | Listing::Bookmarks | Listing::Settings => Vec::new(),
        };
        let under = Box::new(std::mem::replace(&mut self.mode, Mode::Panes));
        let chooser = Chooser {
            listing,
            field: TextField::default(),
            entries,
            matching: Vec::new(),
            matched: None,
            chosen: 0,
            scroll: 0,
            under,
        };
        self.mode = Mode::Chooser(Box::new(chooser));
    }

    /// Leaves the list for what was there before.
    pub(super) fn leave_chooser(&mut self) {
        if let Mode::Chooser(chooser) = std::mem::replace(&mut self.mode, Mode::Panes) {
            self.mode = *chooser.under;
        }
    }

    /// Chooses the row that many on.
    pub(super) fn step_choice(&mut self, by: isize) {
        if let Mode::Chooser(chooser) = &mut self.mode {
            let last = chooser.matching.len().saturating_sub(1);
            chooser.chosen = chooser.chosen.saturating_add_signed(by).min(last);
        }
    }

    /// Does what the chosen row is for; the list is left first.
    pub(super) fn choose(&mut self) -> Option<super::Effect> {
        let Mode::Chooser(chooser) = &self.mode else { return None };
        let Some(entry) = chooser.entry().cloned() else {
            self.notice = Some(DisplayText::literal("nothing matches; Esc leaves the list"));
            return None;
        };
        if let Some(why) = entry.unavailable {
            self.notice = Some(why);
            return None;
        }
        if entry.choice != Choice::Nothing {
            self.leave_chooser();
        }
        match entry.choice {
            Choice::Nothing => {
                self.notice =
                    Some(DisplayText::literal("this row only tells; Esc leaves the list"));
            }
            Choice::Act(action) => return self.act(action),
            Choice::Go(item) => self.go_and_record(item),
            Choice::Brief(brief) => self.read_brief(brief),
            Choice::Visit(number) => self.visit(number),
        }
        None
    }

    /// Rows of the list that fit on the screen, between field, title and footer.
    #[must_use]
    pub fn chooser_rows(&self) -> usize {
        usize::from(self.size.1).saturating_sub(3)
    }

    pub(super) fn refresh_chooser(&mut self) {
        let rows = self.chooser_rows();
        if let Mode::Chooser(chooser) = &mut self.mode {
            chooser.refresh(rows);
        }
    }
}

impl Chooser {
    /// The context that keys were read in before the list was opened.
    pub(super) fn context_under(&self, panes: Context) -> Context {
        match &*self.under {
            Mode::Panes => panes,
            Mode::Search(_) => Context::Search,
            Mode::Chooser(_) => Context::Chooser,
            Mode::Prompt(_) => Context::Prompt,
        }
    }
}
