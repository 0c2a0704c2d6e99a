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
    /// Byte offsets of the starts of lines, of every [`BLOCK`]th one: a file may be all line ends.
    blocks: Vec<usize>,
}

/// Lines from one start that is kept to the next.
const BLOCK: usize = 32;

impl SourceFile {
    /// Byte offset of the start of a line counted from 1.
    fn start(&self, line: usize) -> Option<usize> {
        let at = line.checked_sub(1)?;
        let block = self.blocks.get(at / BLOCK).copied()?;
        match at % BLOCK {
            0 => Some(block),
            further => {
                let mut ends = self.text.get(block..)?.match_indices('\n');
                ends.nth(further - 1).map(|(end, _)| block + end + 1)
            }
        }
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
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let blocks = std::iter::once(0).chain(ends).step_by(BLOCK).collect();
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { name, text, blocks });
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
        let block = file.blocks.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = file.blocks.get(block).copied().unwrap_or(0);
        let end = file.text.floor_char_boundary(offset);
        let before = file.text.get(start..end).unwrap_or_default();
        let line = block * BLOCK + before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        Place { line, column }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_lines_are_found_far_into_a_file() {
        let lines: Vec<String> = (1..=100).map(|line| format!("é{line}\n")).collect();
        let mut sources = Sources::default();
        let id = sources.add("x".into(), lines.concat());
        let mut start = 0;
        for line in 1..=100 {
            let written = format!("é{line}");
            assert_eq!(sources.place(id, start), Place { line, column: 1 });
            assert_eq!(sources.place(id, start + 1), Place { line, column: 1 });
            assert_eq!(sources.place(id, start + 2), Place { line, column: 2 });
            assert_eq!(sources.raw_line(id, line), written);
            start += written.len() + 1;
            assert_eq!(sources.place(id, start - 1).line, line);
        }
        assert_eq!(sources.place(id, usize::MAX), Place { line: 101, column: 1 });
        assert_eq!((sources.raw_line(id, 101), sources.raw_line(id, 0)), ("", ""));
    }
}
