//! Reading briefs from the disk: what to read, how far, and what is refused in words.
//!
//! The only place besides the configuration and the state that touches the file system; files are
//! written here too, when they are made or laid out. A bad file never stops the
//! others: it becomes a row of [`Library::refused`] and a finding.

mod again;
mod archive;
mod bytes;
mod folder;
mod fresh;
mod hash;
mod kept;
mod layout;
mod limits;
mod open;
mod pack;
mod refuse;
mod seal_folder;
mod sealed;
mod write;

pub use again::{Changes, Files, Glance, Loaded, load_at_once, load_files};
pub use archive::{Archives, LateFindings};
pub use fresh::{NotMade, SchemaOf, new_brief, new_event, new_registry, new_schema};
pub use layout::{LaidOut, Layouts, lay_out, lay_out_bytes};
pub use limits::Limits;
pub use seal_folder::{NotSealed, seal_folder};

use super::seal::Trust;
use super::told::Findings;
use super::{Collection, Library, Marking, Reading, Refused, builtin, packed};
use crate::brief::{Amount, Document};
use crate::diag::{Code, Diagnostic, SourceId, Sources, Span};
use crate::text;
use crate::text::{DisplayText, clean_written};
use bytes::{ReadText, too_many_headers};
use folder::Folder;
use hipstr::HipStr;
use kept::{KeptSoFar, Known, Role};
use open::OpenError;
use pack::Packs;
use sealed::OpenSets;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What to load.
#[derive(Clone, Debug, Default)]
pub struct LoadRequest {
    /// The built-in briefs.
    pub builtin: bool,
    /// The user's folder of briefs; it may be missing.
    pub folder: Option<PathBuf>,
    /// Files and folders named by the user; these must be there.
    pub paths: Vec<PathBuf>,
    /// How much is read.
    pub limits: Limits,
    /// Keys of curators, and which sets were read before.
    pub trust: Trust,
}

impl LoadRequest {
    /// Whether there is nothing to read but the built-in briefs.
    fn is_builtin_alone(&self) -> bool {
        let has_own = self.folder.as_ref().is_some_and(|folder| !folder::is_missing(folder));
        self.builtin && !has_own && self.paths.is_empty()
    }
}

/// Loads everything that a request names, archived copies of sources compared with their hashes.
#[must_use]
pub fn load(request: &LoadRequest) -> Library {
    // Nobody asks later whether the disk has changed, so it is not looked over for that.
    let (library, _, archives) = Loader::new(&Files::of(request)).run();
    library.add_late(archives.compare(library.sources()));
    library
}

struct Loader<'f> {
    /// The files as they were read before, with what is to be read.
    before: &'f Files,
    limits: Limits,
    collections: Vec<Collection>,
    sources: Sources,
    findings: Findings,
    refused: Vec<Refused>,
    /// Bytes read so far.
    bytes: u64,
    /// Files read so far.
    files: usize,
    /// What came of them.
    reading: Reading,
    /// Records and references held so far.
    amount: Amount,
    /// Whether a file was refused for its records: what comes after it is not even opened.
    full: bool,
    /// Whether it was told that there is nearly as much as is read here.
    told_near: bool,
    /// Files already read, by their real path and what they were read as: one named twice is read
    /// once.
    read: BTreeSet<(PathBuf, Role)>,
    /// Registry files already read: a folder and a file of it may both be named.
    registries: BTreeMap<PathBuf, Document>,
    /// What is known of each file that was met.
    known: BTreeMap<(PathBuf, Role), Known>,
    /// How much of it are last good texts.
    kept: KeptSoFar,
    /// Sets in one file.
    packs: Packs,
    /// The lists of sealed sets.
    sets: OpenSets,
    /// The strictest marking in each text that was read.
    markings: BTreeMap<SourceId, Option<Marking>>,
    /// Copies of sources, to be compared later.
    archives: Archives,
}

impl<'f> Loader<'f> {
    fn new(before: &'f Files) -> Self {
        Self {
            before,
            limits: before.request.limits,
            collections: Vec::new(),
            sources: Sources::default(),
            findings: Findings::of_limited_files(),
            refused: Vec::new(),
            bytes: 0,
            files: 0,
            reading: Reading::default(),
            amount: Amount::default(),
            full: false,
            told_near: false,
            read: BTreeSet::new(),
            registries: BTreeMap::new(),
            known: BTreeMap::new(),
            kept: KeptSoFar::default(),
            packs: Packs::default(),
            sets: OpenSets::default(),
            markings: BTreeMap::new(),
            archives: Archives::default(),
        }
    }

    /// Reads everything that is to be read.
    fn run(mut self) -> (Library, BTreeMap<(PathBuf, Role), Known>, Archives) {
        let request = &self.before.request;
        if request.is_builtin_alone()
            && let Some(library) = packed::library()
        {
            return (library, BTreeMap::new(), Archives::default());
        }
        if request.builtin {
            let mut found = Vec::new();
            let collection = builtin::collection(&mut self.sources, &mut found);
            self.findings.extend(found);
            self.reading = collection.reading();
            self.collections.push(collection);
        }
        if let Some(folder) = &request.folder {
            // A folder that was never made is no fault; one that cannot be read is.
            if !folder::is_missing(folder) {
                self.named(std::slice::from_ref(folder));
            }
        }
        self.named(&request.paths);
        let Self {
            collections,
            sources,
            findings,
            refused,
            known,
            reading,
            sets,
            markings,
            archives,
            ..
        } = self;
        let findings = findings.close(&sources);
        let seals = sets.into_seals();
        let mut library = Library::of_sets(collections, sources, findings, (refused, seals));
        library.reading = reading;
        library.mark_files(markings);
        if !request.builtin {
            library.add_synonyms(builtin::synonyms());
        }
        (library, known, archives)
    }

    /// Folders and files by name; files of one folder share its registry.
    fn named(&mut self, paths: &[PathBuf]) {
        let mut files: Vec<(PathBuf, Vec<PathBuf>)> = Vec::new();
        for path in paths {
            match folder::kind(path) {
                folder::PathKind::Folder => {
                    self.open_set(path, true);
                    self.folder(path);
                }
                folder::PathKind::Other if pack::is_pack(path) => self.pack(path),
                folder::PathKind::Other | folder::PathKind::Missing => {
                    let lost = self.before.folders_below(path);
                    if !lost.is_empty() && self.before.known(path, Role::Brief).is_none() {
                        // It was a folder: of each file in it is said what became of it.
                        for lost in &lost {
                            self.read_folder(lost);
                        }
                        continue;
                    }
                    let root = open::folder_of(path);
                    match files.iter_mut().find(|(known, _)| *known == root) {
                        Some((_, files)) => files.push(path.clone()),
                        None => files.push((root, vec![path.clone()])),
                    }
                }
            }
        }
        for (root, files) in files {
            self.open_set(&root, true);
            let (registry, refused) = folder::registry(&root);
            for (path, why) in refused {
                self.refuse(&path, why);
            }
            self.collection(&root, &registry, &files);
        }
    }

    /// A folder with its briefs and its registry; each folder below it is one of its own.
    fn folder(&mut self, path: &Path) {
        for mut folder in folder::folders(path, self.limits) {
            for (path, why) in std::mem::take(&mut folder.refused) {
                self.refuse(&path, why);
                // Of a folder that cannot be looked into all is sought that was in it.
                for lost in self.before.folders_below(&path) {
                    self.read_folder(&lost);
                }
            }
            self.read_folder(&folder);
        }
    }

    /// A set in one file.
    fn pack(&mut self, path: &Path) {
        if let Err(error) = self.packs.open(path, self.limits) {
            return self.refuse(path, error.words());
        }
        for (path, why) in self.packs.refused(path) {
            self.refuse(&path, why);
        }
        let mut named: Option<PathBuf> = None;
        for folder in self.packs.folders(path) {
            // All that is in one comes right behind it. Those at the top were named with the pack.
            if !named.as_ref().is_some_and(|above| folder.path.starts_with(above)) {
                self.open_set(&folder.path, true);
                named = Some(folder.path.clone());
            }
            self.read_folder(&folder);
        }
    }

    fn read_folder(&mut self, folder: &Folder) {
        self.open_set(&folder.path, false);
        self.collection(&folder.path, &folder.registry, &folder.briefs);
    }

    fn collection(&mut self, root: &Path, registry: &[PathBuf], briefs: &[PathBuf]) {
        let mut collection = Collection::default();
        let mut read = BTreeSet::new();
        for path in registry {
            if let Some(document) = self.registries.get(path) {
                collection.registry.push(document.clone());
                read.extend(path.file_name().map(Path::new));
            } else if let Some((_, document)) = self.document(root, path, Role::Registry) {
                self.registries.insert(path.clone(), document.clone());
                collection.registry.push(document);
                read.extend(path.file_name().map(Path::new));
            }
        }
        let mut sources = Vec::new();
        for path in briefs {
            let Some((source, document)) = self.document(root, path, Role::Brief) else { continue };
            if document.brief.is_some() {
                collection.briefs.push(document);
                sources.push(source);
            } else {
                let why = self.why_no_brief(source);
                let marking = self.quoted(source, &document);
                self.refuse_without_finding(path, why, marking);
            }
        }
        // Where all of them were read before, by another name, so was their registry.
        if !sources.is_empty()
            && let Some(lacks) = self.lacks(root, &read)
        {
            self.spoil(&sources, &lacks);
        }
        let documents = collection.registry.iter().chain(&collection.briefs);
        let sources = documents.flat_map(|document| &document.sources);
        let (archives, packs) = (&mut self.archives, &self.packs);
        self.findings.extend(sources.filter_map(|source| archives.take(root, source, packs)));
        self.collections.push(collection);
    }

    fn document(&mut self, root: &Path, path: &Path, role: Role) -> Option<(SourceId, Document)> {
        let ReadText { text, marked, seal } = match self.text(root, path, role)? {
            Ok(read) => read,
            Err(error) => return self.unopened(path, role, &error),
        };
        if let Some(headers) = too_many_headers(&text) {
            return self.unopened(path, role, &OpenError::OnlyHeaders(headers));
        }
        let text = HipStr::from(text);
        let source = self.sources.add(shown(path), text.clone());
        if marked {
            self.sources.note_byte_order_mark(source);
        }
        self.seal(source, seal);
        let reported = role.read(&self.sources, source);
        self.markings.insert(source, reported.value.marked.strictest);
        let broken = role.is_broken(&reported);
        if broken && let Some(kept) = self.keep_broken(path, role, (source, &reported)) {
            return Some(kept);
        }
        let mut amount = self.amount;
        amount += reported.value.amount();
        if !self.limits.hold(amount) {
            self.full = true;
            return self.unopened(path, role, &OpenError::TooManyRecords(self.limits));
        }
        self.amount = amount;
        self.tell_near(source);
        self.reading.add(&reported.value);
        self.findings.extend(reported.diagnostics);
        let known = Known::read(text, marked, !broken);
        self.known.insert((path.to_path_buf(), role), known);
        Some((source, reported.value))
    }

    /// Tells, once, that there is nearly as much as this machine has memory for.
    fn tell_near(&mut self, source: SourceId) {
        if self.told_near || !self.limits.is_near(self.amount, self.bytes) {
            return;
        }
        self.told_near = true;
        let Limits { records, references, total, .. } = self.limits;
        let message = text![
            "with this file more than four fifths of what is read on this machine are used up: it has memory for ",
            records,
            " records, ",
            references,
            " references and ",
            total >> 20,
            " MiB of text"
        ];
        let place = Span::new(source, 0..0);
        self.findings.push(Diagnostic::new(Code::I254, place, message).help("show fewer files at a time, or use a machine with more memory; what does not fit is listed as refused"));
    }

    /// What is shown of a file that does not open: its last good text, else a row that says why.
    fn unopened(
        &mut self,
        path: &Path,
        role: Role,
        error: &OpenError,
    ) -> Option<(SourceId, Document)> {
        let kept = self.keep_unopened(path, role, error);
        if kept.is_none() {
            self.known.insert((path.to_path_buf(), role), Known::default());
            self.find_unopened(path, error);
            // The words name a place in it at most, but the finding quotes the line.
            self.refuse_without_finding(path, error.words(), error.marking());
        }
        kept
    }
}

/// A path to show: not UTF-8 or hostile names come out marked, line ends too, since a name is one line.
fn shown(path: &Path) -> DisplayText {
    let path = path.to_string_lossy();
    let mut lines = path.split('\n').map(|line| clean_written(line, |_| {}));
    // A name has a first line, if an empty one.
    let first = lines.next().unwrap_or_default();
    lines.fold(first, |shown, line| text![shown, "<U+000A>", line])
}

/// A size in words that stay right for limits set in tests: `2 MiB`, `512 bytes`.
fn size(bytes: u64) -> DisplayText {
    match (bytes >> 20, bytes >> 10) {
        (0, 0) => text![bytes, " bytes"],
        (0, kibibytes) => text![kibibytes, " KiB"],
        (mebibytes, _) => text![mebibytes, " MiB"],
    }
}

#[cfg(test)]
mod tests;
