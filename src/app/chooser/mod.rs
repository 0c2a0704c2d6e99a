//! Lists to choose from: help, palette, trail, briefs, bookmarks and what else is a list but no pane.
//!
//! Each is narrowed down by typing; what a row does stands in the row, and below the rows stands the
//! chosen one in full where rows cannot say it all.

mod actions;
mod gaps;
mod lines;
mod listing;
mod moved;
mod narrow;
mod places;
mod preview;
mod problems;
mod reasons;
mod records;
mod settings;
mod sought;
mod travels;

pub use actions::{IN_A_SEARCH, SIGNS};
pub use lines::ChooserLine;
pub use listing::{Choice, Entry, Listing};
pub use places::ChooserPlaces;

pub(super) use sought::Finder;

use records::Records;

use super::cursor::end_words;
use super::memo::Memo;
use super::{App, Effect, Mode, TextField};
use crate::action::Action;
use crate::choice::Times;
use crate::library::{ItemId, Kind, Library};
use crate::page::{Page, PageSize};
use crate::text::DisplayText;
use lines::{Line, lines_of};
use sought::Narrowed;

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
    /// What each row is found by, from the first letter on that is typed.
    words: Memo<(), Vec<String>>,
    /// The rows that match what is typed, and whether the search could be asked for them.
    matching: Memo<(String, bool), Narrowed>,
    /// Headings and rows as they are drawn, for the columns of a row.
    lines: Memo<usize, Vec<Line>>,
    /// The chosen one of those that match.
    pub chosen: usize,
    /// The first line shown, headings counted.
    pub scroll: usize,
    /// Where the hardware cursor stands.
    pub attention: Attention,
    /// Columns of the rows.
    width: usize,
    /// The page of the chosen row, where there is a place for it.
    page: Memo<(ItemId, PageSize), Page>,
    /// What the screen was used for before, and is again when the list is left.
    pub(super) under: Box<Mode>,
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

impl Chooser {
    /// The rows that match what is typed.
    pub fn matching(&self) -> impl Iterator<Item = &Entry> {
        self.matching.get().rows.iter().filter_map(|entry| self.entries.get(*entry))
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
        self.matching_at(self.chosen)
    }

    /// A row by its number among those that match.
    fn matching_at(&self, number: usize) -> Option<&Entry> {
        self.entries.get(*self.matching.get().rows.get(number)?)
    }

    /// Takes other rows; what is made of them is made anew.
    fn take_entries(&mut self, entries: Vec<Entry>) {
        self.entries = entries;
        self.words = Memo::default();
        self.matching.forget();
        self.lines.forget();
        self.page = Memo::default();
    }

    /// The item that the chosen row leads to.
    pub(super) fn item(&self) -> Option<ItemId> {
        self.entry().and_then(|entry| entry.choice.item())
    }

    /// Where the chosen row is among those that match; nothing where there are none.
    #[must_use]
    pub fn position(&self) -> DisplayText {
        crate::app::place_of(self.chosen, self.matching.get().rows.len())
    }

    /// The page of the chosen row, where there is a place for it.
    #[must_use]
    pub fn page(&self) -> &Page {
        self.page.get()
    }

    /// A list over what the screen is used for, so many columns wide.
    fn over(under: Mode, listing: Listing, entries: Vec<Entry>, width: u16) -> Self {
        Self {
            listing,
            field: TextField::default(),
            words: Memo::default(),
            matching: Memo::new((String::new(), false), Narrowed::to((0..entries.len()).collect())),
            lines: Memo::default(),
            entries,
            chosen: 0,
            scroll: 0,
            attention: Attention::default(),
            width: usize::from(width),
            page: Memo::default(),
            under: Box::new(under),
        }
    }

    /// Chooses a row by its number among those that match.
    pub(super) fn choose(&mut self, number: usize) {
        self.chosen = number;
        self.attention = Attention::Row;
    }

    /// Chooses the row that leads to an item, if there is one.
    pub(super) fn choose_item(&mut self, item: ItemId) {
        let at = self.matching().position(|entry| entry.choice == Choice::Go(item));
        if let Some(at) = at {
            self.choose(at);
        }
    }

    /// Chooses the row that many on; false where there is none.
    fn step(&mut self, by: isize) -> bool {
        let last = self.matching.get().rows.len().saturating_sub(1);
        let to = self.chosen.saturating_add_signed(by).min(last);
        let moves = to != self.chosen;
        self.choose(to);
        moves
    }

    /// Brings rows and page up to date with their places.
    pub(super) fn arrange(
        &mut self,
        places: &ChooserPlaces,
        times: Times,
        (library, finder): (&Library, Option<Finder<'_>>),
    ) {
        self.refresh((places.lines(), places.row_width()), finder);
        let wanted = self.item().zip(places.page_size(times));
        self.page.follow(wanted, |(item, size)| Page::new(library, *item, *size));
    }

    /// Brings what matches, the chosen row and the scroll up to date.
    fn refresh(&mut self, (rows, width): (usize, usize), finder: Option<Finder<'_>>) {
        self.width = width;
        if self.match_typed(finder) {
            self.lines.forget();
            self.chosen = 0;
            self.scroll = 0;
            self.attention = Attention::Field;
        }
        self.chosen = self.chosen.min(self.matching.get().rows.len().saturating_sub(1));
        let (entries, matching) = (&self.entries, self.matching.get());
        let set = |width: &usize| lines_of(self.listing, entries, matching, *width);
        self.lines.follow(Some(width), set);
        self.reveal(rows);
    }

    /// Scrolls by the least that shows the chosen row.
    fn reveal(&mut self, rows: usize) {
        let lines = self.lines.get();
        let Some(at) = lines.iter().position(|line| line.is_row(self.chosen)) else { return };
        // The heading right above the row comes with it, where there is room for both.
        let headed = at.checked_sub(1).and_then(|above| lines.get(above));
        let headed = rows > 1 && matches!(headed, Some(Line::Heading(_)));
        let first = at - usize::from(headed);
        let is_below = |line: &&Line| matches!(line, Line::Below(..) | Line::Why(..));
        let end = at + 1 + lines.iter().skip(at + 1).take_while(is_below).count();
        let scroll = self.scroll.min(first).max(end.saturating_sub(rows.max(1))).min(at);
        // Nothing is scrolled out above while there is room below.
        self.scroll = scroll.min(lines.len().saturating_sub(rows.max(1)));
    }
}

impl App {
    /// The rows of a list as it would be opened here.
    pub(super) fn entries_of(&self, listing: Listing) -> Vec<Entry> {
        // Over the page of all briefs those of the chosen brief come first.
        let records = match self.mode.briefs() {
            Some(briefs) => Records::new(&self.library, None, briefs.item()),
            None => Records::new(&self.library, self.here.brief, self.here.subject),
        };
        match listing {
            Listing::Help => self.help_entries(),
            Listing::Palette => self.palette_entries(),
            Listing::Briefs => records.briefs(),
            Listing::Trail => travels::places(&self.library, &self.trail),
            Listing::Judgements => records.of_kind(Kind::Judgement),
            Listing::Gaps => records.gaps(),
            Listing::Questions => records.questions(),
            Listing::Problems => problems::findings(&self.library),
            Listing::Bookmarks => travels::bookmarks(&self.library, self.bookmarks()),
            Listing::Settings => settings::values(&self.preferences),
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
        let under = std::mem::take(&mut self.mode);
        let chooser = Chooser::over(under, listing, entries, self.size.0);
        self.mode = Mode::Chooser(Box::new(chooser));
    }

    /// Shows the page of all briefs with this one chosen.
    pub(super) fn show_briefs(&mut self, chosen: Option<ItemId>) {
        self.list_choices(Listing::Briefs);
        if let Some((chooser, chosen)) = self.mode.chooser_mut().zip(chosen) {
            chooser.choose_item(chosen);
        }
    }

    /// Shows all briefs first, as at a first start; where there are none, the panes say why.
    pub fn greet(&mut self) {
        if self.library.listed(Kind::Brief).is_empty() {
            return;
        }
        self.starting.greets = true;
        self.list_choices(Listing::Briefs);
        self.refresh();
    }

    /// Goes to the first or last row of a list or of the results; in a line to fill in, to its start or end.
    pub(super) fn jump_in_list(&mut self, to_last: bool) {
        let far = if to_last { isize::MAX / 4 } else { isize::MIN / 4 };
        match &mut self.mode {
            Mode::Chooser(_) => self.step_choice(far),
            Mode::Search(session) => session.choose(far),
            Mode::Prompt(prompt) if to_last => prompt.field.end(),
            Mode::Prompt(prompt) => prompt.field.start(),
            Mode::Panes | Mode::Copy(_) => self.jump(to_last),
        }
    }

    /// Chooses the row that many on.
    pub(super) fn step_choice(&mut self, by: isize) {
        let moves = self.mode.chooser_mut().is_none_or(|chooser| chooser.step(by));
        if !moves {
            self.notice = Some(end_words(by));
        }
    }

    /// Does what the chosen row is for; the list is left first, unless it is one of settings.
    pub(super) fn choose(&mut self) -> Option<Effect> {
        let chooser = self.mode.chooser()?;
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
            Choice::Finding => {
                let words = "this stands in no record: mend it in the file, at the line above";
                self.notice = Some(DisplayText::literal(words));
                return None;
            }
            Choice::Act(_) | Choice::Go(_) | Choice::Brief(_) | Choice::Visit(_) => {
                self.close();
            }
        }
        match entry.choice {
            Choice::Act(action) => return self.act(action),
            Choice::Go(item) if self.mode.briefs().is_some() => self.open_hit(item),
            Choice::Go(item) => self.go_and_record(item),
            Choice::Brief(brief) => self.read_brief(brief),
            Choice::Visit(number) => self.visit(number),
            Choice::Nothing | Choice::Set(_) | Choice::Finding => {}
        }
        None
    }

    /// Why a list has no rows, where it has none.
    #[must_use]
    pub fn nothing_to_choose(&self, chooser: &Chooser) -> Option<DisplayText> {
        if !chooser.matching.get().rows.is_empty() {
            None
        } else if let Some(note) = chooser.note() {
            Some(note.clone())
        } else if !chooser.is_empty() {
            Some("nothing matches; fewer letters find more".into())
        } else if chooser.listing == Listing::Problems {
            Some(self.no_findings())
        } else {
            Some(chooser.listing.nothing().into())
        }
    }

    /// The title of a list: what it is, and of which brief where it is of one.
    #[must_use]
    pub fn chooser_title(&self, listing: Listing) -> DisplayText {
        // As the panes, it is named by the key that leads to it.
        let lead = match listing {
            Listing::Questions => self.keymap.lead(Action::Questions),
            Listing::Help
            | Listing::Palette
            | Listing::Briefs
            | Listing::Trail
            | Listing::Judgements
            | Listing::Gaps
            | Listing::Problems
            | Listing::Bookmarks
            | Listing::Settings => DisplayText::default(),
        };
        let is_of_one = listing.is_of_records() && self.mode.briefs().is_none();
        match self.here.brief.filter(|_| is_of_one) {
            Some(brief) => {
                let of = self.library.full_title(brief);
                crate::text![lead, listing.title(), " of ", of]
            }
            None => crate::text![lead, listing.title()],
        }
    }
}
