//! The last good text of a file that cannot be read any more: it stays in use, and its markings never sink.

use super::open::OpenError;
use super::{Loader, shown};
use crate::brief::{self, Actor, Amount, Document, Event, Marking, Slug, Source};
use crate::diag::{Code, Diagnostic, Reported, SourceId};
use crate::library::Refused;
use crate::text;
use crate::text::DisplayText;
use hipstr::HipStr;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Brief,
    Registry,
}

/// What is known of a file that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// The text that is shown of it.
    pub(super) text: Option<HipStr<'static>>,
    /// Whether a byte order mark stood before it.
    pub(super) marked: bool,
    /// Whether it has no fault that would make a person wish for the text before it.
    pub(super) good: bool,
    /// Whether the file holds another text by now, which cannot be read.
    pub(super) stale: bool,
    /// The highest markings in the texts since that could not be read.
    floors: Floors,
}

/// Markings that records must not fall below.
#[derive(Clone, Debug, Default)]
struct Floors {
    brief: Option<Marking>,
    /// Of all records of a registry file.
    file: Option<Marking>,
    records: BTreeMap<(&'static str, Slug), Marking>,
}

/// Kept texts count against limits of their own: what was held before has room beside what is new, and
/// no more than that.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct KeptSoFar {
    bytes: u64,
    amount: Amount,
}

impl Role {
    pub(super) fn read(self, sources: &crate::diag::Sources, id: SourceId) -> Reported<Document> {
        match self {
            Self::Brief => brief::read(sources, id),
            Self::Registry => brief::read_registry(sources, id),
        }
    }

    /// Whether a text is no good: its syntax is broken, it is of a newer program, or no brief.
    pub(super) fn is_broken(self, read: &Reported<Document>) -> bool {
        let fatal = |found: &Diagnostic| matches!(found.code, Code::E001 | Code::E006);
        read.diagnostics.iter().any(fatal) || (self == Self::Brief && read.value.brief.is_none())
    }
}

impl Known {
    /// A text that was read now.
    pub(super) fn read(text: HipStr<'static>, marked: bool, good: bool) -> Self {
        Self { text: Some(text), marked, good, ..Self::default() }
    }
}

impl Loader<'_> {
    /// The last good text of a file in place of one that cannot be opened; false where there is none.
    pub(super) fn keep_unopened(
        &mut self,
        path: &Path,
        role: Role,
        error: &OpenError,
    ) -> Option<(SourceId, Document)> {
        let kept = self.keep(path, role, None)?;
        self.find_unopened(path, error);
        self.tell_kept(path, &error.words(), error.marking());
        Some(kept)
    }

    /// The last good text of a file in place of one that was opened and is broken.
    pub(super) fn keep_broken(
        &mut self,
        path: &Path,
        role: Role,
        (source, broken): (SourceId, &Reported<Document>),
    ) -> Option<(SourceId, Document)> {
        let kept = self.keep(path, role, Some(&broken.value))?;
        self.findings.extend(broken.diagnostics.iter().cloned());
        let syntax = broken.diagnostics.iter().find(|found| found.code == Code::E001);
        let why = match syntax {
            Some(found) => {
                let line = self.sources.place(source, found.primary.start()).line;
                text!["line ", line, " cannot be read"]
            }
            None => self.why_no_brief(source),
        };
        let marking = self.quoted(source, &broken.value);
        self.tell_kept(path, &why, marking);
        Some(kept)
    }

    fn tell_kept(&mut self, path: &Path, why: &DisplayText, marking: Option<Marking>) {
        let why = text![why, "; the last good text is shown"];
        self.refused.push(Refused { name: shown(path), why, kept: true, marking });
    }

    fn keep(
        &mut self,
        path: &Path,
        role: Role,
        broken: Option<&Document>,
    ) -> Option<(SourceId, Document)> {
        let known = self.before.known(path, role).filter(|known| known.good)?;
        let text = known.text.clone()?;
        let bytes = self.kept.bytes + u64::try_from(text.len()).unwrap_or(u64::MAX);
        if bytes > self.limits.total {
            return None;
        }
        let source = self.sources.add(text![shown(path), " (last good text)"], text.clone());
        if known.marked {
            self.sources.note_byte_order_mark(source);
        }
        self.seal_kept(path, source);
        // Its findings were told while it was what the file holds.
        let mut document = role.read(&self.sources, source).value;
        let mut amount = self.kept.amount;
        amount += document.amount();
        if !self.limits.hold(amount) {
            return None;
        }
        self.kept = KeptSoFar { bytes, amount };
        let mut floors = known.floors.clone();
        if let Some(broken) = broken {
            floors.take(broken);
        }
        floors.raise(&mut document);
        self.markings.insert(source, document.marked.strictest.max(floors.brief));
        let known = Known { stale: true, floors, ..known.clone() };
        self.known.insert((path.to_path_buf(), role), known);
        Some((source, document))
    }
}

impl Floors {
    /// Takes the markings that can be read in a broken text. A header without one counts as RED, as it
    /// does anywhere.
    fn take(&mut self, broken: &Document) {
        if let Some(brief) = &broken.brief {
            self.brief = self.brief.max(Some(brief.marking.value));
        }
        self.file = self.file.max(broken.marked.floor);
        let events = broken.events.iter().map(|event| ("event", &event.id, &event.marking));
        let actors = broken.actors.iter().map(|actor| ("actor", &actor.id, &actor.marking));
        let sources = broken.sources.iter().map(|source| ("source", &source.id, &source.marking));
        for (kind, id, marking) in events.chain(actors).chain(sources) {
            if let Some(marking) = marking {
                let floor = self.records.entry((kind, id.value.clone())).or_insert(marking.value);
                *floor = marking.value.max(*floor);
            }
        }
    }

    /// Raises what falls below them.
    fn raise(&self, document: &mut Document) {
        if let Some((brief, floor)) = document.brief.as_mut().zip(self.brief) {
            let brief = Arc::make_mut(brief);
            brief.marking.value = brief.marking.value.max(floor);
        }
        document.marked.floor = document.marked.floor.max(self.file);
        let events = document.events.iter_mut().map(|event| {
            let Event { id, marking, .. } = Arc::make_mut(event);
            ("event", &*id, marking)
        });
        let actors = document.actors.iter_mut().map(|actor| {
            let Actor { id, marking, .. } = Arc::make_mut(actor);
            ("actor", &*id, marking)
        });
        let sources = document.sources.iter_mut().map(|source| {
            let Source { id, marking, .. } = Arc::make_mut(source);
            ("source", &*id, marking)
        });
        for (kind, id, marking) in events.chain(actors).chain(sources) {
            let Some(floor) = self.records.get(&(kind, id.value.clone())) else { continue };
            let own = marking.as_ref().map(|own| own.value);
            let span = marking.as_ref().map_or(&id.span, |own| &own.span).clone();
            let value = own.max(Some(*floor)).unwrap_or(*floor);
            *marking = Some(crate::diag::Located { value, span });
        }
    }
}
