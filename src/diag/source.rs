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

/// Bytes between two counts of characters.
const BLOCK: usize = 4096;

#[derive(Clone, Debug)]
struct SourceFile {
    name: DisplayText,
    text: Arc<str>,
    /// Byte offset of the start of each line.
    lines: Vec<usize>,
    /// Characters before each block of [`BLOCK`] bytes: a column of a long line is not counted from
    /// its start.
    characters: Vec<usize>,
}

impl SourceFile {
    fn new(name: DisplayText, text: Arc<str>) -> Self {
        let lines =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let counts = text.as_bytes().chunks(BLOCK).scan(0, |before, block| {
            let here = *before;
            *before += starts(block);
            Some(here)
        });
        let characters = counts.collect();
        Self { name, text, lines, characters }
    }

    /// Characters that begin before a byte offset.
    fn characters_before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        // The end of the text may be the start of a block that is not there.
        let block = (offset / BLOCK).min(self.characters.len().saturating_sub(1));
        let before = self.characters.get(block).copied().unwrap_or(0);
        before + self.text.as_bytes().get(block * BLOCK..offset).map_or(0, starts)
    }
}

/// Characters that begin in bytes of UTF-8.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

/// All files that were read, kept for places and snippets.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Keeps a file's text under the name to show for it.
    pub fn add(&mut self, name: DisplayText, text: impl Into<Arc<str>>) -> SourceId {
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile::new(name, text.into()));
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
        let line = file.lines.partition_point(|start| *start <= offset).max(1);
        let start = file.lines.get(line - 1).copied().unwrap_or(0);
        let column = file.characters_before(offset) - file.characters_before(start) + 1;
        Place { line, column }
    }

    /// The byte offset at which a line counted from 1 starts.
    pub(super) fn line_start(&self, id: SourceId, line: usize) -> usize {
        let start = |file: &SourceFile| file.lines.get(line.checked_sub(1)?).copied();
        self.file(id).and_then(start).unwrap_or(0)
    }

    /// The raw text of a line counted from 1, without its line end.
    #[must_use]
    pub fn raw_line(&self, id: SourceId, line: usize) -> &str {
        let Some(file) = self.file(id) else { return "" };
        let start = line.checked_sub(1).and_then(|at| file.lines.get(at)).copied();
        let end = file.lines.get(line).copied().unwrap_or(file.text.len());
        let text = start.and_then(|start| file.text.get(start..end)).unwrap_or_default();
        let text = text.strip_suffix('\n').unwrap_or(text);
        text.strip_suffix('\r').unwrap_or(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn columns_count_characters_across_blocks() {
        let line = "aé漢\u{1F600}".repeat(3 * BLOCK);
        let text = format!("é\n{line}\n{line}");
        let mut sources = Sources::default();
        let id = sources.add(text!["x.toml"], text.clone());
        let mut expected = Place { line: 1, column: 1 };
        for (offset, character) in text.char_indices() {
            assert_eq!(sources.place(id, offset), expected);
            expected.column += 1;
            if character == '\n' {
                expected = Place { line: expected.line + 1, column: 1 };
            }
        }
        assert_eq!(sources.place(id, text.len()), expected);
        assert_eq!(sources.place(id, usize::MAX), expected);
    }

    #[test]
    fn the_end_of_a_text_of_whole_blocks_has_a_place() {
        for length in [0, 1, BLOCK - 1, BLOCK, 2 * BLOCK, 2 * BLOCK + 1] {
            let mut sources = Sources::default();
            let id = sources.add(text!["x.toml"], "x".repeat(length));
            assert_eq!(sources.place(id, length).column, length + 1);
        }
    }

    #[test]
    fn many_places_of_one_long_line_are_counted_in_blocks() {
        let mut sources = Sources::default();
        let text = "é".repeat(1 << 20);
        let id = sources.add(text!["x.toml"], text);
        for at in (0..200_000).map(|at| at * 10) {
            assert_eq!(sources.place(id, at).column, at / 2 + 1);
        }
    }
}
