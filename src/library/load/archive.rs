//! Archived copies of sources beside a brief (E150): each is read once, however many sources name it, all
//! of them no further than a limit, and nobody who wants to read a brief waits for it.

use super::hash::hash;
use super::{open, pack::Packs, size};
use crate::brief::Source;
use crate::diag::{Code, Diagnostic, Located, Severity, Sources};
use crate::library::told::Findings;
use crate::text;
use crate::text::{DisplayText, clean_written};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

/// Bytes of an archived copy that are read at most; a scanned report has some tens of megabytes.
const LARGEST: u64 = 256 << 20;
/// Bytes of all of them that are read at most: a second's work.
const IN_ALL: u64 = 1 << 30;

/// What is said where a copy is kept elsewhere.
const BESIDE: &str = "keep archived copies beside the brief: `file = \"files/statement.pdf\"`";

/// Copies that have yet to be compared with what the briefs say of them.
#[derive(Clone, Debug, Default)]
pub struct Archives {
    copies: Vec<Copied>,
    /// The hashes of those in packs, which are read with them.
    packed: BTreeMap<PathBuf, Option<String>>,
}

/// What is wrong with copies, for [`Library::add_late`](crate::library::Library::add_late).
#[derive(Clone, Debug)]
pub struct LateFindings(pub(in crate::library) Vec<Diagnostic>);

impl LateFindings {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A copy as a source names it.
#[derive(Clone, Debug)]
struct Copied {
    root: PathBuf,
    file: Located<String>,
    sha256: Option<Located<String>>,
}

/// What tells one file from another, and from itself once it was written to.
type Trace = (u64, u64, i64, i64, i64);

/// The hashes of the copies that were read.
#[derive(Default)]
struct Hashes {
    known: BTreeMap<Trace, Result<String, DisplayText>>,
    /// Bytes read so far.
    bytes: u64,
}

impl Archives {
    /// Takes what a source says of its copy. What can be said without reading it is said at once.
    pub(super) fn take(
        &mut self,
        root: &Path,
        source: &Source,
        packs: &Packs,
    ) -> Option<Diagnostic> {
        let file = source.file.as_ref()?;
        let path = Path::new(&file.value);
        let stays =
            path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !stays {
            return Some(outside(file));
        }
        let path = root.join(path);
        if packs.holds(&path) {
            let hash = self.packed.entry(path).or_insert_with_key(|path| packs.hash(path));
            return match hash {
                Some(hash) => changed(source.sha256.as_ref(), hash),
                None => Some(told(file, &"it is not in this file".into())),
            };
        }
        let (root, sha256) = (root.to_path_buf(), source.sha256.clone());
        self.copies.push(Copied { root, file: file.clone(), sha256 });
        None
    }

    /// Whether there is nothing to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.copies.is_empty()
    }

    /// What is wrong with the copies.
    #[must_use]
    pub fn compare(&self, sources: &Sources) -> LateFindings {
        LateFindings(self.compare_within(IN_ALL, sources))
    }

    fn compare_within(&self, limit: u64, sources: &Sources) -> Vec<Diagnostic> {
        let mut hashes = Hashes::default();
        let mut found = Findings::default();
        found.extend(self.copies.iter().filter_map(|copied| copied.compare(limit, &mut hashes)));
        found.close(sources)
    }
}

impl Copied {
    fn compare(&self, limit: u64, hashes: &mut Hashes) -> Option<Diagnostic> {
        let path = self.root.join(&self.file.value);
        let real = match open::resolve(&self.root, &path) {
            Ok(real) => real,
            Err(open::OpenError::Outside) => return Some(outside(&self.file)),
            Err(error) => return Some(told(&self.file, &error.words())),
        };
        match hashes.of(&real, limit) {
            Ok(Some(hash)) => changed(self.sha256.as_ref(), &hash),
            Ok(None) => {
                let why = text!["more than ", size(limit), " of copies; not compared"];
                let found = told(&self.file, &why);
                Some(Diagnostic { severity: Severity::Warning, ..found })
            }
            Err(why) => Some(told(&self.file, &why)),
        }
    }
}

impl Hashes {
    /// The hash of a file, or why there is none; `None` where too much was read already.
    fn of(&mut self, path: &Path, limit: u64) -> Result<Option<String>, DisplayText> {
        let (file, stat) = open::regular(path).map_err(|error| error.words())?;
        let trace = (
            stat.st_dev,
            stat.st_ino,
            stat.st_size,
            stat.st_mtime,
            i64::try_from(stat.st_mtime_nsec).unwrap_or(i64::MAX),
        );
        if let Some(known) = self.known.get(&trace) {
            return known.clone().map(Some);
        }
        let length = u64::try_from(stat.st_size).unwrap_or(u64::MAX);
        if length <= LARGEST && length > limit.saturating_sub(self.bytes) {
            return Ok(None);
        }
        let hash = if length > LARGEST {
            Err(open::OpenError::TooBig(LARGEST))
        } else {
            self.bytes += length;
            // No more of it if it grows.
            hash(&mut file.take(length)).map_err(open::OpenError::from)
        };
        let hash = hash.map_err(|error| error.words());
        self.known.insert(trace, hash.clone());
        hash.map(Some)
    }
}

fn told(file: &Located<String>, why: &DisplayText) -> Diagnostic {
    Diagnostic::new(Code::E150, file.span.clone(), text!["archived copy: ", why])
}

fn outside(file: &Located<String>) -> Diagnostic {
    let message = text!["`", clean_written(&file.value, |_| {}), "` leaves the brief's folder"];
    Diagnostic::new(Code::E150, file.span.clone(), message).help(BESIDE)
}

/// That a copy is another one than the one that was archived.
fn changed(said: Option<&Located<String>>, hash: &str) -> Option<Diagnostic> {
    let said = said?;
    if said.value.eq_ignore_ascii_case(hash) {
        return None;
    }
    let message = text![
        "archived copy changed: sha256 is ",
        clean_written(hash, |_| {}),
        ", the brief says ",
        clean_written(&said.value, |_| {})
    ];
    let changed = Diagnostic::new(Code::E150, said.span.clone(), message);
    Some(changed.help("look what changed, then write the new hash"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{SourceId, Span};
    use std::fs::{self, File};

    /// Sources that each name one of these files.
    fn named(root: &Path, source: SourceId, names: &[&str]) -> Archives {
        let located =
            |value: &str| Located { value: value.to_owned(), span: Span::new(source, 0..1) };
        let copied = |name: &&str| Copied {
            root: root.to_path_buf(),
            file: located(name),
            sha256: Some(located("00")),
        };
        Archives { copies: names.iter().map(copied).collect(), ..Archives::default() }
    }

    #[test]
    fn a_file_is_read_once_however_many_sources_name_it() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.pdf"), [0; 1_000]).unwrap();
        fs::hard_link(folder.path().join("a.pdf"), folder.path().join("b.pdf")).unwrap();
        let mut sources = Sources::default();
        let source = sources.add("brief.toml".into(), "text");
        let names: Vec<&str> =
            ["a.pdf", "./a.pdf", "b.pdf"].into_iter().cycle().take(300).collect();
        let archives = named(folder.path(), source, &names);
        let mut hashes = Hashes::default();
        let changed =
            archives.copies.iter().filter_map(|copied| copied.compare(5_000, &mut hashes));
        assert_eq!(changed.count(), 300);
        assert_eq!(hashes.bytes, 1_000);
    }

    #[test]
    fn no_more_is_read_than_may_be_and_what_was_not_is_told() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a", "b", "c"] {
            fs::write(folder.path().join(name), [0; 400]).unwrap();
        }
        let mut sources = Sources::default();
        let source = sources.add("brief.toml".into(), "text");
        let found = named(folder.path(), source, &["a", "b", "c"]).compare_within(1_000, &sources);
        let words: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
        assert!(words[1].starts_with("archived copy changed"), "{words:?}");
        assert_eq!(words[2], "archived copy: more than 1000 bytes of copies; not compared");
        assert_eq!(found[2].severity, Severity::Warning);
    }

    #[test]
    fn a_copy_too_large_is_not_even_begun() {
        let folder = tempfile::tempdir().unwrap();
        File::create(folder.path().join("a")).unwrap().set_len(LARGEST + 1).unwrap();
        let mut hashes = Hashes::default();
        let told = hashes.of(&folder.path().join("a"), IN_ALL);
        assert_eq!(told.unwrap_err().as_str(), "it is larger than 256 MiB");
        assert_eq!(hashes.bytes, 0);
    }
}
