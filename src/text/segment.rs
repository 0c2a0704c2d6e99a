//! Kept characters that still know where they stood in the input.

use std::ops::Range;

/// Kept characters in a row, whose grapheme clusters can be judged only when the row is complete.
#[derive(Default)]
pub(super) struct Segment {
    text: String,
    pieces: Vec<Piece>,
}

/// A part of the segment that is byte for byte a part of the input, or one replaced blank.
struct Piece {
    /// Byte offset in the segment.
    start: usize,
    /// Byte range in the input.
    input: Range<usize>,
}

impl Segment {
    /// What has been pushed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Appends a part of the input that begins at byte `at`.
    pub(super) fn push(&mut self, at: usize, text: &str) {
        let end = at + text.len();
        match self.pieces.last_mut() {
            Some(piece)
                if piece.input.end == at && piece.input.len() == self.text.len() - piece.start =>
            {
                piece.input.end = end;
            }
            Some(_) | None => {
                self.pieces.push(Piece { start: self.text.len(), input: at..end });
            }
        }
        self.text.push_str(text);
    }

    /// Appends a blank that stands for a character of `length` bytes at byte `at` of the input.
    pub(super) fn push_blank(&mut self, at: usize, length: usize) {
        self.pieces.push(Piece { start: self.text.len(), input: at..at + length });
        self.text.push(' ');
    }

    /// Where a non-empty byte range of the segment stood in the input.
    pub(super) fn input_range(&self, range: Range<usize>) -> Range<usize> {
        let start = self
            .piece_at(range.start)
            .map_or(0, |(piece, _)| piece.input.start + (range.start - piece.start));
        let end = self.piece_at(range.end.saturating_sub(1)).map_or(start, |(piece, piece_end)| {
            // A blank may be shorter than what it stands for, so the end of a piece is not counted.
            if range.end == piece_end {
                piece.input.end
            } else {
                piece.input.start + (range.end - piece.start)
            }
        });
        start..end
    }

    /// The piece that holds a byte of the segment, and its end in the segment.
    fn piece_at(&self, offset: usize) -> Option<(&Piece, usize)> {
        let after = self.pieces.partition_point(|piece| piece.start <= offset);
        let end = self.pieces.get(after).map_or(self.text.len(), |next| next.start);
        Some((self.pieces.get(after.checked_sub(1)?)?, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_the_input_survive_drops_and_blanks() {
        let mut segment = Segment::default();
        segment.push(0, "ab");
        segment.push_blank(2, 3);
        segment.push(5, "c");
        segment.push(9, "de");
        assert_eq!(segment.text(), "ab cde");
        assert_eq!(segment.input_range(0..1), 0..1);
        assert_eq!(segment.input_range(1..3), 1..5);
        assert_eq!(segment.input_range(2..4), 2..6);
        assert_eq!(segment.input_range(3..5), 5..10);
        assert_eq!(segment.input_range(4..6), 9..11);
    }
}
