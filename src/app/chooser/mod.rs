//! Lists to choose from: help, palette, trail, briefs, bookmarks and what else is a list but no pane.
//!
//! Each is narrowed down by typing; what a row does stands in the row, and below the rows stands the
//! chosen one in full where rows cannot say it all.

mod actions;
mod gaps;
mod listing;
mod narrow;
mod preview;
mod problems;
mod reasons;
mod records;
mod settings;
mod travels;

pub use actions::SIGNS;
pub use listing::{Choice, Entry, Listing};

use super::{App, Effect, Mode, TextField};
use crate::action::{Action, Context};
use crate::text::DisplayText;

/// What is said of the key that leaves a list.
const LEAVES: (Action, &str) = (Action::Cancel, "leaves");

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
    /// Where the hardware cursor stands.
    pub attention: Attention,
    /// What the screen was used for before, and is again when the list is left.
    under: Box<Mode>,
}

/// What the user looks at in a list; screen readers read where the cursor stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attention {
    /// What is typed.
    #[default]
    Field,
    /// The chosen row, once another one was chosen with the arrows.
    Row,
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

    /// Every row, whether it matches or not.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
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
            self.matching = narrow::matching(self.listing, &self.entries, &typed);
            self.chosen = 0;
            self.scroll = 0;
            self.attention = Attention::Field;
            self.matched = Some(typed);
        }
        self.chosen = self.chosen.min(self.matching.len().saturating_sub(1));
        let chosen = self.chosen;
        let lines = self.lines();
        let is_chosen = |line: &ChooserLine<'_>| matches!(line, ChooserLine::Entry(number, _) if *number == chosen);
        let Some(at) = lines.iter().position(is_chosen) else { return };
        // The heading right above the row comes with it, where there is room for both.
        let headed = at.checked_sub(1).and_then(|above| lines.get(above));
        let headed = rows > 1 && matches!(headed, Some(ChooserLine::Heading(_)));
        let first = at - usize::from(headed);
        let scroll = self.scroll.min(first).max((at + 1).saturating_sub(rows.max(1)));
        // Nothing is scrolled out above while there is room below.
        self.scroll = scroll.min(lines.len().saturating_sub(rows.max(1)));
    }
}

impl App {
    fn entries_of(&self, listing: Listing) -> Vec<Entry> {
        match listing {
            Listing::Help => self.help_entries(),
            Listing::Palette => self.palette_entries(),
            Listing::Briefs => self.brief_entries(),
            Listing::Trail => self.trail_entries(),
            Listing::Judgements => self.judgement_entries(),
            Listing::Gaps => self.gap_entries(),
            Listing::Questions => self.question_entries(),
            Listing::Problems => self.problem_entries(),
            Listing::Bookmarks => self.bookmark_entries(),
            Listing::Settings => self.setting_entries(),
        }
    }

    /// Opens a list over what is shown.
    pub(super) fn list_choices(&mut self, listing: Listing) {
        if let Mode::Chooser(chooser) = &self.mode
            && chooser.listing == listing
        {
            let words = crate::text!["this is it already: ", listing.title()];
            return self.tell(words, [LEAVES]);
        }
        let entries = self.entries_of(listing);
        let under = Box::new(std::mem::replace(&mut self.mode, Mode::Panes));
        let chooser = Chooser {
            listing,
            field: TextField::default(),
            matching: (0..entries.len()).collect(),
            entries,
            matched: Some(String::new()),
            chosen: 0,
            scroll: 0,
            attention: Attention::default(),
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
            let to = chooser.chosen.saturating_add_signed(by).min(last);
            if to == chooser.chosen {
                let end = if by > 0 { "last row" } else { "first row" };
                self.notice = Some(DisplayText::literal(end));
            }
            chooser.chosen = to;
            chooser.attention = Attention::Row;
        }
    }

    /// Chooses a row by its number among those that match.
    pub(super) fn choose_at(&mut self, number: usize) {
        if let Mode::Chooser(chooser) = &mut self.mode {
            chooser.chosen = number;
            chooser.attention = Attention::Row;
        }
    }

    /// Does what the chosen row is for; the list is left first, unless it is one of settings.
    pub(super) fn choose(&mut self) -> Option<Effect> {
        let Mode::Chooser(chooser) = &self.mode else { return None };
        let Some(entry) = chooser.entry().cloned() else {
            if chooser.is_empty() {
                self.tell("nothing here", [LEAVES]);
            } else {
                self.notice = Some(DisplayText::literal("nothing matches"));
            }
            return None;
        };
        if let Some(why) = entry.unavailable {
            self.notice = Some(why);
            return None;
        }
        match entry.choice {
            Choice::Nothing => {
                self.tell("this row only tells", [LEAVES]);
                return None;
            }
            Choice::Set(setting) => return self.set_next(setting, true),
            Choice::Finding(_) => {
                let words = "this stands in no record: mend it in the file, at the line above";
                self.notice = Some(DisplayText::literal(words));
                return None;
            }
            Choice::Act(_) | Choice::Go(_) | Choice::Brief(_) | Choice::Visit(_) => {
                self.leave_chooser();
            }
        }
        match entry.choice {
            Choice::Act(action) => return self.act(action),
            Choice::Go(item) => self.go_and_record(item),
            Choice::Brief(brief) => self.read_brief(brief),
            Choice::Visit(number) => self.visit(number),
            Choice::Nothing | Choice::Set(_) | Choice::Finding(_) => {}
        }
        None
    }

    /// The title of a list: what it is, and of which brief where it is of one.
    #[must_use]
    pub fn chooser_title(&self, listing: Listing) -> DisplayText {
        let brief = self.here.brief.and_then(|brief| self.library.get(brief));
        match brief.filter(|_| listing.is_of_one_brief()) {
            Some(brief) => crate::text![listing.title(), " of ", brief.slug.shown()],
            None => DisplayText::literal(listing.title()),
        }
    }

    /// Rows of the list that fit on the screen: what title, footer and preview leave.
    #[must_use]
    pub fn chooser_rows(&self) -> usize {
        let body = usize::from(self.size.1).saturating_sub(3);
        body.saturating_sub(self.preview_rows())
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
            Mode::Copy(_) => Context::Copy,
        }
    }
}
