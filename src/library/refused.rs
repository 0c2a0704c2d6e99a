//! Files that did not open as they stand on the disk.

use super::{Library, Marking};
use crate::text::DisplayText;

/// A file that could not be opened as a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file's name.
    pub name: DisplayText,
    /// Why, in a few words; others have it with the marking.
    pub(super) why: DisplayText,
    /// Whether a text that it held before is shown in its place.
    pub kept: bool,
    /// The marking of the text that the reason may quote; none where no text of the file was read.
    pub(super) marking: Option<Marking>,
}

impl Refused {
    /// The name of the file without its folder.
    #[must_use]
    pub fn file(&self) -> DisplayText {
        without_folder(&self.name)
    }

    /// What is said of it in a line: `refused: note.toml: no such file`, and behind what is quoted of it the
    /// marking of the file.
    #[must_use]
    pub fn words(&self) -> DisplayText {
        let lead = if self.kept { "" } else { "refused: " };
        crate::text![lead, self.name, ": ", self.reason()]
    }

    /// Why, and the marking of what the words quote; none where no text of the file was read.
    #[must_use]
    pub fn why(&self) -> (&DisplayText, Option<Marking>) {
        (&self.why, self.marking)
    }

    /// Why, with the marking of the file behind what is quoted of it.
    #[must_use]
    pub fn reason(&self) -> DisplayText {
        match self.marking {
            Some(marking) => crate::text![self.why, "  ", marking.label()],
            None => self.why.clone(),
        }
    }
}

/// The last part of a path.
pub(super) fn without_folder(name: &DisplayText) -> DisplayText {
    let path = name.as_str();
    let file = path.rfind('/').map_or(0, |slash| slash + 1);
    name.slice(file..path.len())
}

impl Library {
    /// Files that did not open as they are now: those that are left out, and those of which the last good
    /// text is shown.
    #[must_use]
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// Files of which nothing is shown.
    pub fn unread(&self) -> impl Iterator<Item = &Refused> {
        self.refused.iter().filter(|file| !file.kept)
    }

    /// Files of which the last good text is shown.
    pub fn stale(&self) -> impl Iterator<Item = &Refused> {
        self.refused.iter().filter(|file| file.kept)
    }
}
