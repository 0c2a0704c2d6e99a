//! One line to fill in over the panes: a filter, which is seen at work while it is typed, or a date.

use super::{App, Mode, Place, TextField};
use crate::text::{DisplayText, Fit};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// A text lens.
    Filter,
    /// A date to go to.
    Date,
}

impl Question {
    /// The words before the field.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Filter => "filter: ",
            Self::Date => "go to date: ",
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
    /// What the preview was made for.
    previewed: Option<String>,
    /// What is told of it, the fullest words first.
    told: Vec<DisplayText>,
}

impl Prompt {
    /// The place before the line.
    pub(super) fn place_before(&self) -> &Place {
        &self.before
    }

    /// The fullest words for what is typed that fit in so many columns.
    #[must_use]
    pub fn told(&self, columns: usize) -> Option<&DisplayText> {
        self.told.iter().find(|words| words.columns() <= columns)
    }
}

impl Prompt {
    /// Lets the preview be made anew.
    pub(super) fn forget_preview(&mut self) {
        self.previewed = None;
    }
}

impl App {
    /// Asks for a line.
    pub(super) fn ask(&mut self, question: Question) {
        let before = self.place();
        let prompt = Prompt {
            question,
            field: TextField::default(),
            before,
            previewed: None,
            told: Vec::new(),
        };
        self.mode = Mode::Prompt(Box::new(prompt));
    }

    /// Leaves the line; everything is as before it.
    pub(super) fn leave_prompt(&mut self) {
        if let Mode::Prompt(prompt) = std::mem::replace(&mut self.mode, Mode::Panes) {
            self.return_to(prompt.before);
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
        let Mode::Prompt(prompt) = std::mem::replace(&mut self.mode, Mode::Panes) else { return };
        if prompt.field.is_empty() {
            self.return_to(prompt.before);
            return;
        }
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

    /// Shows what the line comes to as it stands.
    pub(super) fn refresh_prompt(&mut self) {
        let Mode::Prompt(prompt) = &mut self.mode else { return };
        let typed = prompt.field.text();
        if prompt.previewed.as_ref() == Some(&typed) {
            return;
        }
        prompt.previewed = Some(typed.clone());
        let before = prompt.before.clone();
        let question = prompt.question;
        self.return_to(before.clone());
        // The nearest row that is left is sought from the rows before the line, not those of the
        // preview before.
        self.arrange_rows();
        if question == Question::Date {
            let told = self.show_date(&typed, &before);
            if let Mode::Prompt(prompt) = &mut self.mode {
                prompt.told = told;
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
