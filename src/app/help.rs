//! How long the help is, and what it says of signs.

use crate::action::{Action, Context};

/// What the signs of the lists mean.
pub const SIGNS: &[(&str, &str)] = &[
    (">", "the subject: all panes show what belongs to it"),
    ("*", "belongs to the subject"),
    ("?", "planned or unconfirmed event"),
    ("x", "cancelled event"),
    ("≠", "disputed event; a source that says otherwise"),
    ("+", "source that supports the event"),
    ("23 Oct~", "date that is not exact"),
    ("23 Oct+", "the beginning of something longer"),
    ("(2nd hand)", "repeats another source and counts once with it"),
    ("(party)", "takes part in the events it tells of"),
    ("+5", "five more"),
    ("!", "brief that was refused"),
    ("A-F 1-6", "reliability of the source, credibility of the information"),
    ("<U+202E>", "a hidden character that was in the file"),
    ("…", "cut here; more room shows more"),
    ("·", "between the parts of a line"),
];

/// Lines of the help: for each context a heading, its actions and a blank; a heading and the signs.
pub(super) fn lines() -> usize {
    let uses: usize = Action::ALL.iter().map(|info| info.contexts.len()).sum();
    uses + 2 * Context::ALL.len() + 1 + SIGNS.len()
}

/// Lines that a screen of so many rows shows of it, between header, title and footer.
pub(super) fn rows(height: u16) -> usize {
    usize::from(height).saturating_sub(3)
}
