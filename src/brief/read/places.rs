//! Places of a text that was changed for the parser, as those of the text that its author sees.

use crate::text::part;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The changes of a text, in the order of the text.
#[derive(Default)]
pub(super) struct Places {
    edits: Vec<Edit>,
    /// Those of a change before this one.
    under: Option<Box<Self>>,
}

struct Edit {
    /// What stood there.
    written: Range<usize>,
    /// What stands there now.
    read: Range<usize>,
    /// Whether every byte stands for the one that was there, and none for a part of a sign.
    is_byte_by_byte: bool,
}

/// A place behind a change, or within one that goes byte by byte.
fn place(edit: Option<&Edit>, read: usize) -> usize {
    match edit {
        None => read,
        Some(edit) if read < edit.read.end => edit.written.start + (read - edit.read.start),
        Some(edit) => edit.written.end + (read - edit.read.end),
    }
}

impl Places {
    /// Makes changes, which are in order and do not overlap.
    pub(super) fn edit(text: &str, changes: Vec<(Range<usize>, String)>) -> (String, Self) {
        let (mut edited, mut edits, mut from) = (String::with_capacity(text.len()), Vec::new(), 0);
        for (written, change) in changes {
            edited.push_str(part(text, from..written.start));
            let start = edited.len();
            edited.push_str(&change);
            from = written.end;
            let is_ascii = text.get(written.clone()).is_some_and(str::is_ascii);
            let is_byte_by_byte = is_ascii && written.len() == change.len();
            edits.push(Edit { written, read: start..edited.len(), is_byte_by_byte });
        }
        edited.push_str(part(text, from..));
        (edited, Self { edits, under: None })
    }

    /// The places of a text that was changed twice, this one the second time.
    pub(super) fn over(self, under: Self) -> Self {
        Self { under: Some(Box::new(under)), ..self }
    }

    /// The range as it stands in the file; what was put in stands where its cause does.
    pub(super) fn written(&self, read: Range<usize>) -> Range<usize> {
        let first = self.edits.partition_point(|edit| edit.read.start <= read.start);
        let start = match first.checked_sub(1).and_then(|last| self.edits.get(last)) {
            Some(edit) if read.start < edit.read.end && !edit.is_byte_by_byte => edit.written.start,
            edit => place(edit, read.start),
        };
        // What ends where a change begins holds nothing of it.
        let last = self.edits.partition_point(|edit| edit.read.start < read.end);
        let end = match last.checked_sub(1).and_then(|last| self.edits.get(last)) {
            Some(edit) if read.end <= edit.read.end && !edit.is_byte_by_byte => edit.written.end,
            edit => place(edit, read.end),
        };
        let written = start..end.max(start);
        self.under.as_ref().map_or(written.clone(), |under| under.written(written))
    }

    /// A table with its places as they stand in the file.
    pub(super) fn table<'i>(&self, table: DeTable<'i>) -> DeTable<'i> {
        if self.edits.is_empty() && self.under.is_none() {
            return table;
        }
        let mut placed = DeTable::new();
        for (key, value) in table {
            let key = Spanned::new(self.written(key.span()), key.into_inner());
            placed.insert(key, self.value(value));
        }
        placed
    }

    fn value<'i>(&self, value: Spanned<DeValue<'i>>) -> Spanned<DeValue<'i>> {
        let span = self.written(value.span());
        let value = match value.into_inner() {
            DeValue::Table(table) => DeValue::Table(self.table(table)),
            DeValue::Array(array) => {
                let mut placed = DeArray::new();
                for value in array {
                    placed.push(self.value(value));
                }
                DeValue::Array(placed)
            }
            value @ (DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)) => value,
        };
        Spanned::new(span, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_within_and_before_a_change_keeps_its_place() {
        //                 0123456789
        let (text, places) =
            Places::edit("ab = 1 x", vec![(5..6, "\"1\"".to_owned()), (6..8, String::new())]);
        assert_eq!(text, "ab = \"1\"");
        for (read, written) in
            [(0..2, 0..2), (5..8, 5..6), (6..7, 5..6), (0..8, 0..6), (8..8, 8..8)]
        {
            assert_eq!(places.written(read.clone()), written, "{read:?}");
        }
        let (text, places) =
            Places::edit("a: 1\nb", vec![(1..2, "=".to_owned()), (5..5, "[c]\n".to_owned())]);
        assert_eq!(text, "a= 1\n[c]\nb");
        for (read, written) in [(0..4, 0..4), (3..4, 3..4), (5..8, 5..5), (9..10, 5..6)] {
            assert_eq!(places.written(read.clone()), written, "{read:?}");
        }
    }

    #[test]
    fn two_changes_are_told_as_one() {
        let (text, first) = Places::edit("xy z", vec![(0..2, "abc".to_owned())]);
        let (text, second) = Places::edit(&text, vec![(3..4, String::new())]);
        assert_eq!(text, "abcz");
        let places = second.over(first);
        assert_eq!(places.written(3..4), 3..4);
        assert_eq!(places.written(0..1), 0..2);
    }
}
