//! Files that were read, and places in them.

use crate::text::DisplayText;
use hipstr::HipStr;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// Which file; only [`Sources`] makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceId(u32);

/// A byte range in a file. Every value that is read has one, so it is kept small: no file is as long as 4 GiB.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    bytes: Bytes,
}

impl Span {
    /// Bytes of the text of a file.
    #[must_use]
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        Self { source, bytes: range.into() }
    }

    /// Bytes of its text.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.bytes.into()
    }

    /// The first byte.
    #[must_use]
    pub fn start(&self) -> usize {
        self.bytes.start()
    }

    /// The byte behind the last.
    #[must_use]
    pub fn end(&self) -> usize {
        self.bytes.end()
    }
}

#[expect(clippy::missing_fields_in_debug, reason = "`range` is what the other field holds")]
impl fmt::Debug for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut own = formatter.debug_struct("Span");
        own.field("source", &self.source).field("range", &self.range()).finish()
    }
}

/// A byte range in a text of less than 4 GiB, in half the room of a [`Range`].
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bytes {
    start: u32,
    end: u32,
}

impl Bytes {
    /// The first byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte behind the last.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }
}

impl From<Range<usize>> for Bytes {
    /// What lies beyond is at the end.
    fn from(range: Range<usize>) -> Self {
        let small = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: small(range.start), end: small(range.end) }
    }
}

impl From<Bytes> for Range<usize> {
    fn from(bytes: Bytes) -> Self {
        bytes.start()..bytes.end()
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}..{}", self.start, self.end)
    }
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// Bytes from one count to the next.
const BLOCK: usize = 4096;

/// What stands before a block of [`BLOCK`] bytes. Neither a file that is all line ends nor one that is
/// a single line takes much room or time.
#[derive(Clone, Copy, Debug, Default)]
struct Before {
    /// Characters that begin before it.
    characters: usize,
    /// Line ends before it.
    line_ends: usize,
    /// Byte offset of the start of the line that it begins in.
    line_start: usize,
}

#[derive(Clone, Debug)]
struct SourceFile {
    name: DisplayText,
    text: HipStr<'static>,
    /// Whether a byte order mark stood before the text.
    marked: bool,
    /// One for each block, and one at least; counted when a place is asked for.
    blocks: OnceLock<Vec<Before>>,
}

impl SourceFile {
    fn new(name: DisplayText, text: HipStr<'static>) -> Self {
        Self { name, text, marked: false, blocks: OnceLock::new() }
    }

    fn blocks(&self) -> &[Before] {
        self.blocks.get_or_init(|| self.counted())
    }

    fn counted(&self) -> Vec<Before> {
        let mut blocks = vec![Before::default()];
        let mut before = Before::default();
        for (index, block) in self.text.as_bytes().chunks(BLOCK).enumerate() {
            before.characters += starts(block);
            before.line_ends += line_ends(block);
            if let Some(end) = block.iter().rposition(|byte| *byte == b'\n') {
                before.line_start = index * BLOCK + end + 1;
            }
            blocks.push(before);
        }
        blocks
    }

    /// The count before the block of a byte offset, and the bytes of the block up to it.
    fn up_to(&self, offset: usize) -> (Before, usize, &[u8]) {
        let block = offset / BLOCK;
        // An offset is bound to the text, and a text has a block more than it needs.
        let bytes = self.text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        // So the block is there.
        let before = self.blocks().get(block).copied().unwrap_or_default();
        (before, block * BLOCK, bytes)
    }

    /// Byte offset of the start of a line counted from 1.
    fn start(&self, line: usize) -> Option<usize> {
        let ends = line.checked_sub(1)?;
        if ends == 0 {
            return Some(0);
        }
        let block =
            self.blocks().partition_point(|before| before.line_ends < ends).checked_sub(1)?;
        let missing = ends - self.blocks().get(block)?.line_ends;
        let bytes = self.text.as_bytes().get(block * BLOCK..)?;
        let mut found = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        found.nth(missing - 1).map(|(at, _)| block * BLOCK + at + 1)
    }

    /// Characters that begin before a byte offset.
    fn characters_before(&self, offset: usize) -> usize {
        let (before, _, bytes) = self.up_to(offset);
        before.characters + starts(bytes)
    }
}

fn line_ends(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count() - 1
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
    pub fn add(&mut self, name: DisplayText, text: impl Into<HipStr<'static>>) -> SourceId {
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile::new(name, text.into()));
        id
    }

    /// Notes that a byte order mark stood before the text of a file, which the text leaves out.
    pub fn note_byte_order_mark(&mut self, id: SourceId) {
        if let Some(file) = self.files.get_mut(id.0 as usize) {
            file.marked = true;
        }
    }

    /// The bytes before the text of a file: its byte order mark, or nothing.
    #[must_use]
    pub fn byte_order_mark(&self, id: SourceId) -> &'static str {
        if self.file(id).is_some_and(|file| file.marked) { "\u{feff}" } else { "" }
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    fn file(&self, id: SourceId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The name to show for a file.
    #[must_use]
    pub fn name(&self, id: SourceId) -> DisplayText {
        self.file(id).map_or_else(DisplayText::default, |file| file.name.clone())
    }

    /// The names to show for all files.
    pub fn names(&self) -> impl Iterator<Item = DisplayText> {
        self.files.iter().map(|file| file.name.clone())
    }

    /// The raw text of a file, to be shared.
    #[must_use]
    pub fn shared(&self, id: SourceId) -> HipStr<'static> {
        self.file(id).map_or_else(HipStr::default, |file| file.text.clone())
    }

    /// The raw text of a file. Never show it; [`render`](crate::diag) cleans what it quotes.
    #[must_use]
    pub fn raw(&self, id: SourceId) -> &str {
        self.file(id).map_or("", |file| file.text.as_str())
    }

    /// The place of a byte offset.
    #[must_use]
    pub fn place(&self, id: SourceId, offset: usize) -> Place {
        let Some(file) = self.file(id) else { return Place { line: 1, column: 1 } };
        let offset = file.text.floor_char_boundary(offset);
        let (before, first, bytes) = file.up_to(offset);
        let line = before.line_ends + line_ends(bytes) + 1;
        let last_end = bytes.iter().rposition(|byte| *byte == b'\n');
        let start = last_end.map_or(before.line_start, |end| first + end + 1);
        let column = file.characters_before(offset) - file.characters_before(start) + 1;
        Place { line, column }
    }

    /// The byte offset at which a line counted from 1 starts.
    pub(super) fn line_start(&self, id: SourceId, line: usize) -> usize {
        self.file(id).and_then(|file| file.start(line)).unwrap_or(0)
    }

    /// The raw text of a line counted from 1, without its line end.
    #[must_use]
    pub fn raw_line(&self, id: SourceId, line: usize) -> &str {
        let Some(file) = self.file(id) else { return "" };
        let start = file.start(line);
        let end = file.start(line + 1).unwrap_or(file.text.len());
        let text = start.map_or("", |start| crate::text::part(&file.text, start..end));
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
