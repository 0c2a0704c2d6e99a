//! Files that were read, and places in them.

use crate::text::DisplayText;
use std::ops::Range;
use std::sync::Arc;

/// Which file; only [`Sources`] makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(u32);

/// A byte range in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// Bytes of its text.
    pub range: Range<usize>,
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub span: Span,
}

/// A place as a person counts it: lines and columns from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

#[derive(Clone, Debug)]
struct SourceFile {
    name: DisplayText,
    text: Arc<str>,
    /// Byte offset of the start of each line; small and tight, for a file may be all line ends.
    lines: Box<[u32]>,
}

impl SourceFile {
    /// Byte offset of the start of a line counted from 1.
    fn start(&self, line: usize) -> Option<usize> {
        line.checked_sub(1).and_then(|at| self.lines.get(at)).map(|start| *start as usize)
    }
}

/// All files that were read, kept for places and snippets.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Keeps a file's text under the name to show for it.
    pub fn add(&mut self, name: DisplayText, text: impl Into<Arc<str>>) -> SourceId {
        let text = text.into();
        let ends = text.match_indices('\n').filter_map(|(at, _)| u32::try_from(at + 1).ok());
        let lines = std::iter::once(0).chain(ends).collect();
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { name, text, lines });
        id
    }

    fn file(&self, id: SourceId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The name to show for a file.
    #[must_use]
    pub fn name(&self, id: SourceId) -> DisplayText {
        self.file(id).map(|file| file.name.clone()).unwrap_or_default()
    }

    /// The raw text of a file. Never show it; [`render`](crate::diag) cleans what it quotes.
    #[must_use]
    pub fn raw(&self, id: SourceId) -> &str {
        self.file(id).map_or("", |file| &file.text)
    }

    /// The place of a byte offset.
    #[must_use]
    pub fn place(&self, id: SourceId, offset: usize) -> Place {
        let Some(file) = self.file(id) else { return Place { line: 1, column: 1 } };
        let line = file.lines.partition_point(|start| *start as usize <= offset).max(1);
        let start = file.start(line).unwrap_or(0);
        let before = file.text.get(start..offset.min(file.text.len())).unwrap_or_default();
        Place { line, column: before.chars().count() + 1 }
    }

    /// The raw text of a line counted from 1, without its line end.
    #[must_use]
    pub fn raw_line(&self, id: SourceId, line: usize) -> &str {
        let Some(file) = self.file(id) else { return "" };
        let start = file.start(line);
        let end = file.start(line + 1).unwrap_or(file.text.len());
        let text = start.and_then(|start| file.text.get(start..end)).unwrap_or_default();
        text.trim_end_matches(['\n', '\r'])
    }
}
