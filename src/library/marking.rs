//! Markings: how far what is shown may go (TLP 2.0). Every face asks here, of an item, a text, a finding, a
//! file, or of all that can be on the screen, and none works it out for itself.

use super::merge::Merged;
use super::scope::ScopeId;
use super::{Item, ItemId, Kind, Library, Marking, Record, Testimony};
use crate::brief::{self, Document};
use crate::diag::{Code, Diagnostic, SourceId, Sources, Span};
use crate::text;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The strictest marking in each file that was read, whether anything of it is shown or not; none where
/// nobody knows it.
pub(super) type OfFiles = BTreeMap<SourceId, Option<Marking>>;

/// How a shared record is marked that not all who describe it mark alike.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ByFile {
    /// As the first of them has it, for those who do not describe it.
    first: Marking,
    files: BTreeMap<ScopeId, Marking>,
}

/// What each item is marked, and of shared records what follows from each file that describes them where that
/// is less.
pub(super) type InForce = (Vec<Marking>, BTreeMap<ItemId, ByFile>);

/// The marking in force for each item.
///
/// An item of a brief is marked at least as its brief. An entry of the registry that a brief adds to
/// is marked at least as that brief, because it now shows what the brief says; an untouched one has
/// its own marking, CLEAR without one. Of several records of one item the strictest counts.
pub(super) fn in_force(merged: &Merged, additions: &BTreeMap<ItemId, Vec<Span>>) -> InForce {
    let stated = stated(&merged.documents);
    let floors = floors(&merged.documents);
    let mut by_file = BTreeMap::new();
    let mut markings: Vec<Marking> = Vec::with_capacity(merged.items.len());
    // A claim is marked as its event, behind which it stands.
    let mut event = Marking::Clear;
    for (at, item) in merged.items.iter().enumerate() {
        let id = ItemId::new(at);
        let added = additions.get(&id).into_iter().flatten();
        let mut records: BTreeMap<ScopeId, Marking> = BTreeMap::new();
        for (file, marking) in added.chain([&item.span]).filter_map(|span| stated.get(span)) {
            records.entry(*file).and_modify(|kept| *kept = *marking.max(kept)).or_insert(*marking);
        }
        let of_file = |scope: ScopeId| {
            let header = merged.scopes.list.get(scope).and_then(|own| own.brief);
            let header = header.and_then(|brief| brief_marking(&merged.items, brief));
            let floors = merged.scopes.layers(scope).filter_map(|file| floors.get(&file).copied());
            let all = header.into_iter().chain(floors).chain(records.get(&scope).copied());
            (scope, all.max().unwrap_or(Marking::Clear))
        };
        let of_files = || merged.item_scopes.of(id).map(of_file);
        let own = of_files().map(|(_, marking)| marking).max().unwrap_or(Marking::Clear);
        if let Some((_, first)) = of_files().next()
            && of_files().any(|(_, marking)| marking < own)
        {
            by_file.insert(id, ByFile { first, files: of_files().collect() });
        }
        let marking = match &item.record {
            Record::Event(_) => {
                event = own;
                own
            }
            Record::Claim(_) => own.max(event),
            Record::Brief(_)
            | Record::Actor(_)
            | Record::Source(_)
            | Record::Place(_)
            | Record::Judgement(_)
            | Record::Gap(_)
            | Record::Question(_) => own,
        };
        markings.push(marking);
    }
    on_others(merged, &mut markings);
    (markings, by_file)
}

/// Raises a claim to the most restricted of the other events that it is about.
fn on_others(merged: &Merged, markings: &mut [Marking]) {
    let on = merged.items.iter().enumerate().filter_map(|(at, item)| {
        let Record::Claim(claim) = &item.record else { return None };
        let scope = merged.item_scopes.first(ItemId::new(at))?;
        let events = claim.on.iter();
        let events =
            events.filter_map(|other| merged.scopes.find(scope, Kind::Event, &other.value));
        let highest = events.filter_map(|event| markings.get(event.index()).copied()).max();
        Some((at, highest?))
    });
    let on: Vec<(usize, Marking)> = on.collect();
    for (at, marking) in on {
        if let Some(own) = markings.get_mut(at) {
            *own = marking.max(*own);
        }
    }
}

/// What each record says of itself and in which file, by where it stands: of several that make one item the
/// pool keeps one.
fn stated(documents: &[(ScopeId, Document)]) -> HashMap<&Span, (ScopeId, Marking)> {
    let mut stated = HashMap::new();
    for (scope, document) in documents {
        let marked = document.markable();
        stated.extend(marked.filter_map(|(_, span, _, own)| Some((span, (*scope, own?.value)))));
    }
    stated
}

/// What everything is marked at least that is read with a file of the registry, where a marking in that
/// belongs to no record.
fn floors(documents: &[(ScopeId, Document)]) -> BTreeMap<ScopeId, Marking> {
    let mut floors = BTreeMap::new();
    for (scope, floor) in documents.iter().filter_map(|(at, file)| Some((*at, file.marked.floor?)))
    {
        let kept = floors.entry(scope).or_insert(floor);
        *kept = floor.max(*kept);
    }
    floors
}

impl Library {
    /// The highest marking of everything that can be shown: of all that is loaded, and of every file of
    /// which a finding or the reason for its refusal is told, since both quote it. RED where a brief has
    /// none, CLEAR where there is nothing.
    #[must_use]
    pub fn marking(&self) -> Marking {
        let late = self.late.get().map(|late| late.marking);
        self.highest.max(late).unwrap_or(Marking::Clear)
    }

    /// The marking in force for one item: its own or its brief's, whichever is higher. Within a brief what
    /// others say of it counts for nothing, since nothing of that is shown.
    #[must_use]
    pub fn marking_of(&self, id: ItemId) -> Marking {
        let all = self.markings.get(id.index()).copied().unwrap_or(Marking::Red);
        let Some(by_file) = self.own_markings.get(&id).filter(|_| self.viewpoint().is_some())
        else {
            return all;
        };
        let describing = self.layers().filter_map(|scope| by_file.files.get(&scope).copied());
        describing.max().unwrap_or(by_file.first)
    }

    /// The highest marking in force of items; CLEAR for none.
    #[must_use]
    pub fn highest_marking(&self, items: impl IntoIterator<Item = ItemId>) -> Marking {
        items.into_iter().map(|id| self.marking_of(id)).max().unwrap_or(Marking::Clear)
    }

    /// The marking of what is quoted of a file, whatever became of it: the strictest that stands in it, RED
    /// where nobody knows one. Of a file of which no text was read nothing can be quoted.
    #[must_use]
    pub fn marking_of_file(&self, file: SourceId) -> Marking {
        of_quoted(&self.sources, file, self.file_markings.get(&file).copied().flatten())
    }

    /// The highest marking of what findings quote; CLEAR for none.
    #[must_use]
    pub fn marking_of_findings(&self, findings: &[Diagnostic]) -> Marking {
        let files = findings.iter().flat_map(|found| quoted_files(&self.sources, found));
        files.map(|file| self.marking_of_file(file)).max().unwrap_or(Marking::Clear)
    }

    /// Notes how files are marked, and what follows for everything.
    pub(super) fn mark_files(&mut self, files: OfFiles) {
        self.file_markings.extend(files);
        let items = self.markings.iter().copied().max();
        let files = self.marking_of_findings(&self.findings);
        let refused = self.refused.iter().filter_map(|file| file.marking).max();
        self.highest = items.max(Some(files)).max(refused);
    }
}

/// The highest marking of what findings quote of files that make no library, as the layout of briefs reads
/// them; `is_registry` says which hold records for many briefs.
pub(super) fn of_findings(
    sources: &Sources,
    findings: &[Diagnostic],
    is_registry: impl Fn(SourceId) -> bool,
) -> Marking {
    let files = findings.iter().flat_map(|found| quoted_files(sources, found));
    let files: BTreeSet<SourceId> = files.collect();
    let marking = |file| of_quoted(sources, file, strictest(sources, file, is_registry(file)));
    files.into_iter().map(marking).max().unwrap_or(Marking::Clear)
}

/// The files that a finding quotes. Its words may speak of what stands in its own; of a bare header nothing
/// is told, and of a brief that is not read the words say which edition it is and no more.
fn quoted_files(sources: &Sources, found: &Diagnostic) -> impl Iterator<Item = SourceId> {
    let quotes = |place: &&Span| {
        let line = sources.place(place.source, place.start()).line;
        sources.raw_line(place.source, line).trim() != "[brief]"
    };
    let is_of_edition = matches!(found.code, Code::I250 | Code::I251);
    let own = std::iter::once(&found.primary).filter(move |own| !is_of_edition || quotes(own));
    let others = found.related.iter().map(|(place, _)| place).filter(quotes);
    own.chain(others).map(|place| place.source)
}

/// The strictest marking in a file; none where nobody knows it.
pub(super) fn strictest(sources: &Sources, file: SourceId, is_registry: bool) -> Option<Marking> {
    let read = if is_registry { brief::read_registry } else { brief::read };
    read(sources, file).value.marked.strictest
}

/// The marking of what is quoted of a file in which this is the strictest.
fn of_quoted(sources: &Sources, file: SourceId, strictest: Option<Marking>) -> Marking {
    let marking = strictest.unwrap_or(Marking::Red);
    if sources.raw(file).is_empty() { Marking::Clear } else { marking }
}

impl Testimony {
    /// Every item that takes part in it.
    pub fn items(&self) -> impl Iterator<Item = ItemId> {
        let cited = |citations: &[super::Citation]| -> Vec<ItemId> {
            citations.iter().map(|citation| citation.source).collect()
        };
        let statements = self.questions.iter().flat_map(|account| &account.statements);
        let said = statements.flat_map(move |said| {
            let others = [&said.by, &said.disputes, &said.disputed_by].into_iter().flatten();
            let others = others.copied().chain([said.claim]);
            others.chain(cited(&said.citations)).collect::<Vec<ItemId>>()
        });
        said.chain(cited(&self.beside)).chain([self.event])
    }
}

fn brief_marking(items: &[Item], brief: ItemId) -> Option<Marking> {
    let Record::Brief(brief) = &items.get(brief.index())?.record else { return None };
    Some(brief.marking.value)
}

/// E131: a part of a brief is marked above it.
pub(super) fn check(documents: &[(ScopeId, Document)]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, document) in documents {
        let Some(brief) = &document.brief else { continue };
        for (word, _, _, own) in document.markable() {
            let Some(own) = own.filter(|own| own.value > brief.marking.value) else { continue };
            let message = text![
                "the ",
                word,
                " is ",
                own.value.word(),
                " in a brief marked ",
                brief.marking.value.word()
            ];
            // Never to mark anything more openly: whoever wrote the higher marking knew why.
            let help = text![
                "mark the brief ",
                own.value.word(),
                ", or put the ",
                word,
                " into a brief of its own that is"
            ];
            found.push(
                Diagnostic::new(Code::E131, own.span.clone(), message)
                    .help(help)
                    .related(brief.marking.span.clone(), "the brief's marking"),
            );
        }
    }
    found
}
