//! Files to be laid out: what they would become, and writing them.

use super::open::{self, OpenError};
use super::{Limits, folder, shown, write};
use crate::brief;
use crate::diag::{Code, Diagnostic, SourceId, Sources, Span};
use crate::library::{Marking, marking};
use crate::text::DisplayText;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A file in its layout.
#[derive(Debug)]
pub struct LaidOut {
    /// Its name to show.
    pub name: DisplayText,
    /// The strictest marking in it, RED where nobody knows one.
    pub marking: Marking,
    /// Its text.
    pub before: String,
    /// Its text in the one layout.
    pub after: String,
    /// Where it stands, links followed; text that was not read from a file stands nowhere.
    path: Option<PathBuf>,
}

impl LaidOut {
    /// Whether its text is another one in the layout.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.before != self.after
    }

    /// Writes it to its place, whole or not at all.
    ///
    /// # Errors
    ///
    /// It cannot be written, or it is another one by now; it is then as it was.
    pub fn write(&self) -> Result<(), DisplayText> {
        let Some(path) = self.path.as_ref().filter(|_| self.changes()) else { return Ok(()) };
        write::replace(path, self.before.as_bytes(), self.after.as_bytes())
    }
}

/// Files in their layout, and why others are not laid out.
#[derive(Debug, Default)]
pub struct Layouts {
    /// Those that can be.
    pub files: Vec<LaidOut>,
    /// The texts that findings are about.
    pub sources: Sources,
    /// What is wrong with the others.
    pub findings: Vec<Diagnostic>,
    /// Those of the texts that hold records for many briefs.
    registries: BTreeSet<SourceId>,
}

/// The layout of files, and of those in folders as they are read for the reader.
#[must_use]
pub fn lay_out(paths: &[PathBuf]) -> Layouts {
    let limits = Limits::default();
    let mut layouts = Layouts::default();
    let mut done = BTreeSet::new();
    for path in paths {
        if !matches!(folder::kind(path), folder::PathKind::Folder) {
            layouts.file(&open::folder_of(path), path, limits, &mut done);
            continue;
        }
        for found in folder::folders(path, limits) {
            for (path, why) in found.refused {
                layouts.unopened(&path, &OpenError::System(why));
            }
            for path in &found.registry {
                let root = path.parent().unwrap_or(&found.path);
                layouts.file(root, path, limits, &mut done);
            }
            for path in &found.briefs {
                layouts.file(&found.path, path, limits, &mut done);
            }
        }
    }
    layouts
}

/// The layout of bytes that are no file.
#[must_use]
pub fn lay_out_bytes(name: DisplayText, bytes: &[u8]) -> Layouts {
    let mut layouts = Layouts::default();
    layouts.bytes(name, bytes, None);
    layouts
}

impl Layouts {
    /// The highest marking of what the findings quote.
    #[must_use]
    pub fn marking_of_findings(&self) -> Marking {
        marking::of_findings(&self.sources, &self.findings, |file| self.registries.contains(&file))
    }

    fn file(&mut self, root: &Path, path: &Path, limits: Limits, done: &mut BTreeSet<PathBuf>) {
        let opened = open::resolve(root, path).and_then(|real| {
            if !done.insert(real.clone()) {
                return Ok(None);
            }
            Ok(Some((open::read(&real, limits.file)?, real)))
        });
        match opened {
            Ok(None) => {}
            Ok(Some((bytes, real))) => self.bytes(shown(path), &bytes, Some(real)),
            Err(error) => self.unopened(path, &error),
        }
    }

    fn bytes(&mut self, name: DisplayText, bytes: &[u8], path: Option<PathBuf>) {
        let text = match brief::decode(bytes) {
            Ok(text) => text,
            Err(error) => {
                let lossy = String::from_utf8_lossy(bytes).into_owned();
                let source = self.sources.add(name, lossy);
                self.find(Code::E007, source, error.offset..error.offset, error.message);
                return;
            }
        };
        // The mark before a text is left out of what is read and stays in what is written.
        let mark = if text.len() < bytes.len() { "\u{feff}" } else { "" };
        let source = self.sources.add(name.clone(), text);
        if !mark.is_empty() {
            self.sources.note_byte_order_mark(source);
        }
        let folder = path.as_deref().and_then(Path::parent).and_then(Path::file_name);
        let is_registry = folder.is_some_and(|folder| folder == folder::REGISTRY);
        if is_registry {
            self.registries.insert(source);
        }
        let strictest = marking::strictest(&self.sources, source, is_registry);
        match formatted(&self.sources, source, text) {
            Ok(after) => self.files.push(LaidOut {
                name,
                marking: strictest.unwrap_or(Marking::Red),
                before: [mark, text].concat(),
                after: [mark, &after].concat(),
                path,
            }),
            Err(findings) => self.findings.extend(findings),
        }
    }

    fn unopened(&mut self, path: &Path, error: &OpenError) {
        let source = self.sources.add(shown(path), "");
        self.find(Code::E007, source, 0..0, error.words());
    }

    fn find(
        &mut self,
        code: Code,
        source: SourceId,
        range: std::ops::Range<usize>,
        message: DisplayText,
    ) {
        self.findings.push(Diagnostic::new(code, Span::new(source, range), message));
    }
}

/// A text in its layout, or what hinders it.
pub(super) fn formatted(
    sources: &Sources,
    source: SourceId,
    text: &str,
) -> Result<String, Vec<Diagnostic>> {
    let found = brief::read(sources, source).diagnostics;
    let faults: Vec<Diagnostic> =
        found.iter().filter(|found| brief::hinders_layout(found, text)).cloned().collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    brief::format(text).map_err(|refused| {
        // The reader has better words for the same place, as for an id that stands in two headers.
        let meets = |found: &&Diagnostic| {
            let range = found.primary.range();
            range.start < refused.range.end && refused.range.start < range.end
        };
        let mut known: Vec<Diagnostic> = found.iter().filter(meets).cloned().collect();
        if known.is_empty() {
            let primary = Span::new(source, refused.range);
            known.push(Diagnostic::new(Code::E001, primary, refused.message));
        }
        known
    })
}
