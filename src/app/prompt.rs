//! One line to fill in over the panes: a filter, which is seen at work while it is typed, or a date.

use super::header::plural;
use super::memo::Memo;
use super::{App, Mode, Place, TextField};
use crate::choice::Pane;
use crate::library::{ItemId, Library};
use crate::page::Page;
use crate::text::{DisplayText, Fit, at_word};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// A text lens.
    Filter,
    /// A date to go to.
    Date,
    /// A link of the page to follow.
    Link,
}

impl Question {
    /// The words before the field.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Filter => "filter: ",
            Self::Date => "go to date: ",
            Self::Link => "link number: ",
        }
    }
}

/// A line being filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What is asked for.
    pub question: Question,
    /// What is typed.
    pub field: TextField,
    /// The place before; leaving the line comes back to it.
    before: Place,
    /// What is told of what is typed, the fullest words first; once it is told, it is seen at work.
    told: Memo<String, Vec<DisplayText>>,
    /// What the screen was used for before, and is again when the line is left.
    pub(super) under: Box<Mode>,
}

impl Prompt {
    /// An empty line at a place, over what the screen is used for.
    fn over(under: Mode, before: Place, question: Question) -> Self {
        let (field, told) = (TextField::default(), Memo::default());
        Self { question, field, before, told, under: Box::new(under) }
    }

    /// The place before the line.
    pub(super) fn place_before(&self) -> &Place {
        &self.before
    }

    /// The fullest words for what is typed that fit in so many columns.
    #[must_use]
    pub fn told(&self, columns: usize) -> Option<&DisplayText> {
        self.told.get().iter().find(|words| words.columns() <= columns)
    }

    /// Takes the place before the line as it is in another library.
    pub(super) fn move_to(&mut self, before: Place) {
        self.before = before;
        self.told.forget();
    }

    /// Lets the preview be made anew.
    pub(super) fn forget_preview(&mut self) {
        self.told.forget();
    }
}

impl App {
    /// What a filter leaves while it is typed: `3 events, 2 actors, 9 sources`.
    #[must_use]
    pub fn left_by(&self, prompt: &Prompt) -> Option<DisplayText> {
        let count = |pane: Pane, one, many| {
            let count = self.list_rows(pane).map_or(0, |shown| shown.items);
            crate::text![count, " ", plural(count, one, many)]
        };
        (prompt.question == Question::Filter && !prompt.field.is_empty()).then(|| {
            let events = count(Pane::Timeline, "event", "events");
            let actors = count(Pane::Actors, "actor", "actors");
            crate::text![events, ", ", actors, ", ", count(Pane::Sources, "source", "sources")]
        })
    }

    /// Asks for a line.
    pub(super) fn ask(&mut self, question: Question) {
        let before = self.here.clone();
        let under = std::mem::take(&mut self.mode);
        self.mode = Mode::Prompt(Box::new(Prompt::over(under, before, question)));
    }

    /// Leaves the line; everything is as before it.
    pub(super) fn leave_prompt(&mut self) {
        if let Mode::Prompt(prompt) = std::mem::take(&mut self.mode) {
            self.return_to(prompt.before);
            self.mode = *prompt.under;
        }
    }

    /// Takes what is typed.
    pub(super) fn accept(&mut self) {
        let Mode::Prompt(prompt) = &self.mode else { return };
        let is_date = prompt.question == Question::Date && !prompt.field.is_empty();
        let found = is_date.then(|| self.find_date(&prompt.field.text(), &prompt.before));
        if found.as_ref().is_some_and(|found| found.event.is_none()) {
            // What to write instead stands beside the field already.
            return;
        }
        if prompt.question == Question::Link && !prompt.field.is_empty() {
            self.follow_typed();
            return;
        }
        if prompt.field.is_empty() {
            self.leave_prompt();
            return;
        }
        let Mode::Prompt(prompt) = std::mem::take(&mut self.mode) else { return };
        // The preview is in force already.
        if self.here != prompt.before {
            self.trail.record(prompt.before);
        }
        // That the event is not of the date has to be said where it is read, too.
        let room = usize::from(self.layout.footer.width).saturating_sub(2);
        let missed = found.filter(|found| found.missed).map(|found| found.words);
        if let Some(words) = missed {
            self.notice = words.into_iter().find(|words| words.columns() <= room);
        }
    }

    /// Goes where the typed number leads; one that leads nowhere is left to be mended.
    fn follow_typed(&mut self) {
        let Mode::Prompt(prompt) = &self.mode else { return };
        if let Some(item) = typed_link(self.page(), &prompt.field.text()) {
            self.leave_prompt();
            self.follow(item);
        }
    }

    /// Shows what the line comes to as it stands.
    pub(super) fn refresh_prompt(&mut self) {
        let Mode::Prompt(prompt) = &mut self.mode else { return };
        let typed = prompt.field.text();
        if prompt.told.is_for(&typed) {
            return;
        }
        prompt.told.set(typed.clone(), Vec::new());
        let before = prompt.before.clone();
        let question = prompt.question;
        self.return_to(before.clone());
        // The nearest row that is left is sought from the rows before the line, not those of the
        // preview before.
        self.lists.arrange_rows(&self.library, &self.here);
        let told = match question {
            Question::Date => Some(self.show_date(&typed, &before)),
            Question::Link => Some(link_told(&self.library, self.page(), &typed)),
            Question::Filter => None,
        };
        if let Some(told) = told {
            if let Mode::Prompt(prompt) = &mut self.mode {
                prompt.told.set(typed, told);
            }
            return;
        }
        if typed.trim().is_empty() || !self.is_indexed() {
            return;
        }
        let lens = self.lens_on(&typed);
        self.add_lens(lens);
    }
}

/// The item that a typed number of a link leads to.
fn typed_link(page: &Page, typed: &str) -> Option<ItemId> {
    let number = typed.trim().parse::<usize>().ok()?;
    let link = page.links.get(number.checked_sub(1)?)?;
    Some(link.target)
}

/// Where a typed number leads, the fullest words first.
fn link_told(library: &Library, page: &Page, typed: &str) -> Vec<DisplayText> {
    let count = page.links.len();
    if typed.trim().is_empty() {
        return vec![crate::text!["1 to ", count]];
    }
    match typed_link(page, typed) {
        Some(item) => {
            let title = super::short_name(library, item);
            vec![title.clone(), at_word(&title, 32)]
        }
        None => vec![crate::text!["the page has links 1 to ", count], "no such link".into()],
    }
}
