//! What is said of a search: how much was found, how strictly it was looked for, what was not read, and
//! what else can be typed.

use super::{App, Chooser, SearchSession, header};
use crate::library::Library;
use crate::text::{DisplayText, Fit};

/// What is said before anything can be found or not found.
const NOT_YET: &str = "the briefs are being indexed";
/// Columns below which a cut note says nothing.
const SHORTEST_NOTE: usize = 14;
/// Letters from which on what is found matters more than what else can be typed.
const TYPED: usize = 3;
/// What can be typed beside words, the fullest first; the whole table stands in the help.
const HINTS: &[&str] = &[
    "also \"these words\" · lapid OR rama · -without · is:disputed · in:leak · after:2022-09",
    "also \"these words\" · OR · -without · is: in: after: before:",
    "\"words\" OR -word is: in: after:",
];

impl App {
    /// How much was found, where and how strictly it was looked for, and what to know of it, in the
    /// fullest words for so many columns.
    #[must_use]
    pub fn found_words(&self, columns: usize) -> Option<DisplayText> {
        if !self.is_indexed() {
            let words = [NOT_YET.into(), "not yet".into()];
            return words.into_iter().find(|text: &DisplayText| text.columns() <= columns);
        }
        let session = self.mode.search()?;
        let found = session.found();
        // A title above the hits counts them.
        let is_titled = self.search_places().title.height > 0;
        let count = if is_titled { DisplayText::default() } else { session.counted() };
        let words = found.scope.words().into_iter();
        let scope = words.fold(count.clone(), |line, word| joined(&line, &word));
        // Mostly everything is read, and nothing is said of it.
        let unread = unread(&self.library).unwrap_or_default();
        let beside = if unread.is_empty() { 0 } else { unread.columns() + BETWEEN };
        let noted = |room: usize| match (found.note.as_ref()?, found.total) {
            // The note stands in full where the hits would.
            (note, 0) => Some(note.clone()),
            (note, _) => noted(&count, note, room),
        };
        let is_little = session.field.text().trim().chars().count() < TYPED;
        let hints = HINTS.iter().filter(|_| is_little && found.note.is_none());
        let hints = hints.map(|hint| joined(&count, &DisplayText::literal(hint)));
        // What was not read may be what is looked for: it stands before how strictly was looked.
        let with_unread = [columns.checked_sub(beside).and_then(noted), Some(scope.clone())];
        let with_unread = with_unread.into_iter().flatten().chain([count.clone()]);
        let with_unread = with_unread.map(|words| joined(&words, &unread));
        let without = [noted(columns), Some(scope), Some(count.clone())].into_iter().flatten();
        let mut words =
            hints.map(|words| joined(&words, &unread)).chain(with_unread).chain(without);
        words.find(|text| text.columns() <= columns)
    }

    /// What was not found and what is near to it, and what to do; without that, that nothing can be
    /// found yet.
    #[must_use]
    pub fn nothing_found(&self) -> (DisplayText, Option<DisplayText>) {
        let Some(session) = self.mode.search().filter(|_| self.is_indexed()) else {
            return (NOT_YET.into(), None);
        };
        let note = session.found().note.clone();
        let told = note.unwrap_or_else(|| session.found_nothing());
        let advice = self.advice(session);
        (told, (!advice.is_empty()).then_some(advice))
    }

    /// How many files nothing was searched of, where there are any.
    #[must_use]
    pub fn unread(&self) -> Option<DisplayText> {
        unread(&self.library)
    }

    /// What may find more: fewer words, or the files that were not read.
    #[must_use]
    pub fn advice(&self, session: &SearchSession) -> DisplayText {
        let fewer = match session.field.text().split_whitespace().count() {
            _ if session.found().scope.complaint.is_some() => DisplayText::default(),
            0 | 1 => "fewer letters may find more".into(),
            _ => "fewer words find more".into(),
        };
        // As above.
        joined(&fewer, &unread(&self.library).unwrap_or_default())
    }

    /// What to know of the rows of a list, as far as it fits in so many columns; what is nearest is the first
    /// of them, so that is left out first.
    #[must_use]
    pub fn chooser_note(&self, chooser: &Chooser, columns: usize) -> Option<DisplayText> {
        let note = chooser.note().filter(|_| chooser.entry().is_some())?;
        let end = note.as_str().find("; ").unwrap_or(note.as_str().len());
        let missing = note.slice(0..end);
        let cut = (columns >= SHORTEST_NOTE).then(|| missing.fit(columns, "…"));
        let mut notes = [Some(note.clone()), Some(missing), cut].into_iter().flatten();
        notes.find(|note| note.columns() <= columns)
    }

    /// The title above the results.
    #[must_use]
    pub fn results_title(&self) -> DisplayText {
        let Some(session) = self.mode.search() else { return DisplayText::default() };
        if !self.is_indexed() {
            "reading the briefs".into()
        } else if session.found().total == 0 && session.field.is_empty() {
            "type to search".into()
        } else {
            session.counted()
        }
    }
}

/// Columns of a dot with blanks.
const BETWEEN: usize = 3;

/// How many files nothing was searched of, or only an older text, where there are any.
fn unread(library: &Library) -> Option<DisplayText> {
    let (unread, stale) = (library.unread().count(), library.stale().count());
    let were = |count: usize| header::plural(count, " file was not read", " files were not read");
    let old = |count: usize| header::plural(count, " file is an old text", " files are old texts");
    match (unread, stale) {
        (0, 0) => None,
        (0, stale) => Some(crate::text![stale, old(stale)]),
        (unread, 0) => Some(crate::text![unread, were(unread)]),
        (unread, stale) => Some(crate::text![unread, were(unread), ", ", stale, old(stale)]),
    }
}

/// Two parts of a line, a dot between them where there are two.
fn joined(line: &DisplayText, more: &DisplayText) -> DisplayText {
    match (line.is_empty(), more.is_empty()) {
        (true, _) => more.clone(),
        (_, true) => line.clone(),
        (false, false) => crate::text![line, " · ", more],
    }
}

/// The number of hits and the note to them, which matters more than where was looked. Of a note too
/// long what is nearest stays, since what was typed stands beside it.
fn noted(count: &DisplayText, note: &DisplayText, room: usize) -> Option<DisplayText> {
    let beside = if count.is_empty() { 0 } else { count.columns() + BETWEEN };
    let left = room.checked_sub(beside)?;
    let whole = note.as_str();
    let (missing, nearest) = match whole.find("; ") {
        Some(end) => (note.slice(0..end), note.slice(end + 2..whole.len())),
        None => (note.clone(), note.clone()),
    };
    let cut = if missing.columns() < left { note } else { &nearest }.fit(left, "…");
    let cut = (left >= SHORTEST_NOTE).then_some(cut);
    let mut notes = [Some(note.clone()), Some(nearest), cut].into_iter().flatten();
    let note = notes.find(|note| note.columns() <= left)?;
    Some(joined(count, &note))
}
