//! Copying: what goes to the clipboard, what is said of it, and the copy view, in which plain lines are
//! selected by hand or read out where there is no clipboard.

use super::memo::Memo;
use super::{App, Effect, Mode};
use crate::action::Action;
use crate::clipboard::{Clipboard, LONGEST};
use crate::library::{ItemId, Marking};
use crate::page::copy::{Excerpt, excerpt, joined, page_lines, page_size};
use crate::page::of_face;
use crate::text::{DisplayText, Fit, wrap};

/// Rows of the screen that are not of the text: the marking above it, the keys below.
const AROUND: u16 = 2;

/// Copying: where copied text goes, and what was copied last.
#[derive(Debug, Default)]
pub(super) struct Copying {
    /// Where copied text goes.
    pub(super) clipboard: Clipboard,
    /// What was copied last, and of which item.
    last: Option<(ItemId, DisplayText)>,
}

impl Copying {
    /// Forgets what was copied last: in another library its text or its marking may be another.
    pub(super) fn forget(&mut self) {
        self.last = None;
    }

    /// What was copied last, if it was of this item, in lines with a blank one below.
    fn lines_of(&self, item: ItemId) -> Vec<DisplayText> {
        let last = self.last.iter().filter(|(of, _)| *of == item);
        last.flat_map(|(_, text)| text.lines().chain([DisplayText::default()])).collect()
    }

    /// What a copy is called where no terminal confirms it: whole, and where there is less room.
    fn unconfirmed(&self) -> (&'static str, &'static str) {
        match self.clipboard {
            Clipboard::Tmux => (", if set-clipboard is on in tmux", ", if tmux lets it out"),
            Clipboard::Screen => ("; screen does not confirm it", ", unconfirmed"),
            Clipboard::Terminal | Clipboard::Absent | Clipboard::Forbidden | Clipboard::Printed => {
                ("; the terminal does not confirm it", ", unconfirmed")
            }
        }
    }
}

/// Plain lines on a screen of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyView {
    /// The lines, whatever their length.
    lines: Vec<DisplayText>,
    /// The lines as they fit the screen, each with the number of the line that it is a part of.
    rows: Memo<usize, Vec<(usize, DisplayText)>>,
    scroll: usize,
    /// The marking that the screen had when the lines were made.
    pub(super) marking: Option<Marking>,
    /// What the screen was used for before, and is again when the view is left.
    pub(super) under: Box<Mode>,
}

impl CopyView {
    /// A view of lines, over what the screen is used for.
    fn new(lines: Vec<DisplayText>, marking: Option<Marking>, under: Mode) -> Self {
        Self { lines, rows: Memo::new(0, Vec::new()), scroll: 0, marking, under: Box::new(under) }
    }

    /// The rows from the first that is shown on.
    pub fn shown(&self) -> impl Iterator<Item = &DisplayText> {
        self.rows.get().iter().skip(self.scroll).map(|(_, row)| row)
    }

    /// The first row that is shown, from 0, and how many there are.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        (self.scroll, self.rows.get().len())
    }

    /// Which lines are shown in so many rows, the fullest words first.
    #[must_use]
    pub fn titles(&self, rows: usize) -> [DisplayText; 2] {
        let (first, all) = self.position();
        let last = all.min(first + rows);
        let title = crate::text!["Copy view: lines ", first + 1, "-", last, " of ", all];
        [crate::text![title, ", to be selected with the mouse"], title]
    }

    /// Scrolls by rows; what is too far is set right before it is drawn.
    pub(super) fn step(&mut self, by: isize) {
        self.scroll = self.scroll.saturating_add_signed(by);
    }

    /// Brings rows and scroll up to date with the screen; the line on top stays on top.
    pub(super) fn refresh(&mut self, columns: usize, height: usize) {
        let on_top = self.rows.get().get(self.scroll).map(|(line, _)| *line);
        let lines = self.lines.iter().enumerate();
        let wrapped = |columns: &usize| {
            let parts = |line| wrap(line, *columns).into_iter();
            let rows = |(number, line)| parts(line).map(move |part| (number, line.slice(part)));
            lines.flat_map(rows).collect()
        };
        if self.rows.follow(Some(columns), wrapped)
            && let Some(on_top) = on_top
        {
            let at = self.rows.get().iter().position(|(line, _)| *line == on_top);
            self.scroll = at.unwrap_or(0);
        }
        self.scroll = self.scroll.min(self.rows.get().len().saturating_sub(height.max(1)));
    }
}

impl App {
    /// Says where copied text goes.
    pub fn set_clipboard(&mut self, clipboard: Clipboard) {
        self.copying.clipboard = clipboard;
    }

    /// Whether nothing is to leave by the clipboard.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.copying.clipboard == Clipboard::Forbidden
    }

    /// Rows of the copy view that fit on the screen.
    #[must_use]
    pub fn copy_rows(&self) -> usize {
        usize::from(self.size.1.saturating_sub(AROUND))
    }

    /// Copies a part of the subject.
    pub(super) fn copy(&mut self, part: Excerpt) -> Option<Effect> {
        self.copy_of(self.here.subject?, part)
    }

    /// Copies the answer of the chosen result of the search.
    pub(super) fn copy_result(&mut self) -> Option<Effect> {
        let session = self.mode.search()?;
        self.copy_of(session.item()?, Excerpt::Answer)
    }

    fn copy_of(&mut self, item: ItemId, part: Excerpt) -> Option<Effect> {
        let text = excerpt(&self.library, item, part, self.preferences.times);
        self.copying.last = Some((item, text.clone()));
        match self.copying.clipboard {
            Clipboard::Printed => return Some(Effect::Copy(text)),
            Clipboard::Terminal | Clipboard::Tmux | Clipboard::Screen => {
                if text.as_str().len() <= LONGEST {
                    self.notice = Some(self.copied_words(part, text.as_str().chars().count()));
                    return Some(Effect::Copy(text));
                }
                let words = " is too long for a clipboard; here it can be selected by hand";
                self.notice = Some(crate::text![part.name(), words]);
            }
            // Whoever asks is told why before it comes to this.
            Clipboard::Forbidden => return None,
            Clipboard::Absent => {
                let words = "no clipboard here; select by hand what was to be copied: ";
                self.notice = Some(crate::text![words, part.name()]);
            }
        }
        self.view_copy(text.lines().collect())
    }

    /// What is said of a copy: the fullest words that fit. No terminal confirms anything.
    fn copied_words(&self, part: Excerpt, characters: usize) -> DisplayText {
        let copied = crate::text!["copied ", part.name(), ", ", characters, " characters"];
        let (whole, shorter) = self.copying.unconfirmed();
        let form = |where_to: &'static str, shows: &'static str| {
            let said = crate::text![copied, where_to];
            self.with_keys(said, [(Action::CopyView, shows)])
        };
        let forms = [form(whole, "shows it to select by hand"), form(whole, "shows it")];
        let room = usize::from(self.size.0.saturating_sub(1));
        let fitting = forms.into_iter().find(|words| words.columns() <= room);
        fitting.unwrap_or_else(|| form(shorter, "shows it"))
    }

    /// Shows the page in plain lines, below what was copied of it last.
    pub(super) fn view_page_to_copy(&mut self) -> Option<Effect> {
        let subject = self.here.subject?;
        let mut lines = self.copying.lines_of(subject);
        let page = self.page_to_copy(subject);
        if self.copying.clipboard == Clipboard::Printed {
            return Some(Effect::Copy(joined(&page)));
        }
        lines.extend(page);
        self.view_copy(lines)
    }

    /// The page that the reader shows, in plain lines.
    fn page_to_copy(&self, subject: ItemId) -> Vec<DisplayText> {
        let library = &*self.library;
        let size = page_size(usize::from(self.size.0), self.page_size());
        let (content, page) = of_face(library, subject, self.here.face, size);
        let pinned = self.here.pinned.filter(|pinned| *pinned != subject);
        page_lines(library, (&content, &page), pinned)
    }

    /// Opens the copy view over what is shown. The mouse is the terminal's in it: it selects.
    fn view_copy(&mut self, lines: Vec<DisplayText>) -> Option<Effect> {
        let marking = self.marking();
        let view = CopyView::new(lines, marking, std::mem::take(&mut self.mode));
        self.mode = Mode::Copy(Box::new(view));
        self.preferences.mouse.then_some(Effect::Mouse(false))
    }

    /// Leaves the copy view for what was there before.
    pub(super) fn leave_copy_view(&mut self) -> Option<Effect> {
        if !matches!(self.mode, Mode::Copy(_)) {
            return None;
        }
        self.close();
        self.preferences.mouse.then_some(Effect::Mouse(true))
    }
}
