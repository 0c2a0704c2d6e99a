//! What is typed before there is anything that could answer it: held, shown, and taken in order.

use super::{Has, Reader};
use crate::action::Waits;
use crate::keymap::{Chord, Resolution};
use crate::runtime::Flow;
use crate::term::Input;
use crate::text::{DisplayText, clean, clean_line};

/// Inputs that are held at the most; nobody types so far ahead.
const HELD: usize = 1_024;

impl Reader {
    /// Whether an input has to wait for a worker, so that typing ahead means what it says.
    pub(super) fn is_early(&self, input: &Input) -> bool {
        let waits = match input {
            Input::Key(chord) => {
                let context = self.app.context();
                let chord = self.app.keymap().meant(context, &self.pending, *chord);
                let typed: Vec<Chord> = self.pending.iter().copied().chain([chord]).collect();
                match self.app.keymap().resolve(context, &typed) {
                    Resolution::Action(action) => action.info().waits,
                    Resolution::Pending | Resolution::Unbound => Waits::Library,
                }
            }
            Input::Paste(_) | Input::Mouse(_) => Waits::Library,
            Input::Resize(..) | Input::Background(_) | Input::Answered | Input::Lost => {
                Waits::Never
            }
        };
        let is_there = match waits {
            Waits::Never => return false,
            Waits::Turn => true,
            Waits::Library => self.has != Has::Nothing,
            Waits::Index => self.has == Has::Everything,
        };
        self.has != Has::Everything && !(is_there && self.held.is_empty())
    }

    /// Holds an input and shows that it was taken.
    pub(super) fn hold(&mut self, input: Input) -> Flow {
        if self.held.len() < HELD {
            self.held.push(input);
        }
        self.app.set_typed_ahead(typed(&self.held));
        Flow::Continue
    }

    /// Takes what was held, in order; what is still early is held again.
    pub(super) fn release(&mut self, has: Has) -> Flow {
        self.has = has;
        self.app.set_typed_ahead(DisplayText::default());
        let mut all = Flow::Continue;
        for input in std::mem::take(&mut self.held) {
            match self.take_input(input) {
                flow @ (Flow::Quit | Flow::Interrupt) => return flow,
                // The last word on the mouse must not be lost: it would stay wrong.
                flow @ Flow::Mouse(_) => all = flow,
                flow @ (Flow::Suspend | Flow::Repaint | Flow::Blank) => {
                    all = if matches!(all, Flow::Mouse(_)) { all } else { flow };
                }
                Flow::Continue | Flow::Unchanged => {}
            }
        }
        all
    }
}

/// Inputs as they were typed: `/seco Enter`.
fn typed(inputs: &[Input]) -> DisplayText {
    let mut words = DisplayText::default();
    let mut apart = false;
    for input in inputs {
        let (text, named) = match input {
            Input::Key(chord) => match chord.typed() {
                Some(character) => (clean_line(character.encode_utf8(&mut [0; 4]), |_| {}), false),
                None => (clean(&chord.to_string(), |_| {}), true),
            },
            Input::Paste(text) => (clean_line(text, |_| {}), false),
            Input::Mouse(_)
            | Input::Resize(..)
            | Input::Background(_)
            | Input::Answered
            | Input::Lost => continue,
        };
        let lead = if (named || apart) && !words.is_empty() { " " } else { "" };
        words = crate::text![words, lead, text];
        apart = named;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_shown_as_it_was_typed() {
        let key = |name: &str| Input::Key(Chord::parse(name).unwrap());
        let mut inputs: Vec<Input> = "/seco".chars().map(|c| key(&c.to_string())).collect();
        assert_eq!(typed(&inputs).as_str(), "/seco");
        inputs.extend([key("enter"), key("j"), Input::Paste("a\nb\u{1b}".into()), key("ctrl-l")]);
        assert_eq!(typed(&inputs).as_str(), "/seco Enter ja b<U+001B> Ctrl-L");
    }
}
