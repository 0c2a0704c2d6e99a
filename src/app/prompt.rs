//! One line to fill in over the panes: a filter, which is seen at work while it is typed, or a date.

use super::{App, Mode, Place, TextField};
use crate::text::DisplayText;

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
}

impl App {
    /// Asks for a line.
    pub(super) fn ask(&mut self, question: Question) {
        let before = self.place();
        let prompt = Prompt {
            question,
            field: TextField::default(),
            before,
            previewed: Some(String::new()),
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
        let Mode::Prompt(prompt) = std::mem::replace(&mut self.mode, Mode::Panes) else { return };
        if prompt.field.is_empty() {
            self.return_to(prompt.before);
            return;
        }
        match prompt.question {
            // The preview is in force already.
            Question::Filter => self.trail.record(prompt.before),
            Question::Date => {
                self.notice = Some(DisplayText::literal("dates are not understood yet"));
            }
        }
    }

    /// Shows what the line comes to as it stands.
    pub(super) fn refresh_prompt(&mut self) {
        let Mode::Prompt(prompt) = &mut self.mode else { return };
        let typed = prompt.field.text();
        if prompt.question != Question::Filter || prompt.previewed.as_ref() == Some(&typed) {
            return;
        }
        prompt.previewed = Some(typed.clone());
        let before = prompt.before.clone();
        self.return_to(before);
        if typed.trim().is_empty() {
            return;
        }
        let lens = self.lens_on(&typed);
        self.add_lens(lens);
    }
}
