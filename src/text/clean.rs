//! Cleaning: the one constructor of text that may reach a terminal.

use super::cluster::{cell_width, clusters, is_simple, is_sound, joins_next, joins_previous};
use super::codepoints::{Action, Class, class, policy, takes_joiner};
use super::marker::Markers;
use super::segment::Segment;
use super::{DisplayText, part};
use std::fmt::Write as _;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// Columns between tab stops.
const TAB_STOP: usize = 4;
/// The most combining marks that a base keeps; vocalised Arabic and Hebrew need three.
const MOST_MARKS: usize = 8;

/// One change that [`clean`] made: a run of characters that were treated alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alteration {
    /// Byte range in the input.
    pub range: Range<usize>,
    /// The first character that was replaced or dropped.
    pub character: char,
    /// What was done.
    pub change: Change,
    /// How many characters were replaced or dropped.
    pub count: usize,
}

/// What [`clean`] did to a run of characters. Tabs and line ends are no change worth a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Hidden or terminal-driving characters became a marker.
    Marked,
    /// Harmless invisible characters were left out.
    Dropped,
    /// Blanks other than U+0020 became U+0020.
    Spaced,
    /// Combining marks beyond the eighth on one base became a marker.
    TooManyMarks,
    /// A cluster that is too long, or has no base, became one marker for each character.
    BadCluster,
}

impl Change {
    /// Whether something was hidden from the reader, rather than only spelt with another blank.
    #[must_use]
    pub fn is_hidden(self) -> bool {
        match self {
            Self::Marked | Self::Dropped | Self::TooManyMarks | Self::BadCluster => true,
            Self::Spaced => false,
        }
    }
}

/// Makes outside text safe to show and reports each change, in the order of the input.
///
/// Newlines stay. The table of characters is [`TABLE`](crate::text::TABLE).
pub fn clean(input: &str, altered: impl FnMut(Alteration)) -> DisplayText {
    clean_as(input, Newlines::Kept, Markers::Genuine, altered)
}

/// As [`clean`], for a field of one line: a name, a title, a file name. Newlines become one blank.
pub fn clean_line(input: &str, altered: impl FnMut(Alteration)) -> DisplayText {
    clean_as(input, Newlines::Blank, Markers::Genuine, altered)
}

/// As [`clean`], for text that somebody wrote and that was not cleaned before: what looks like a marker in
/// it is none, so its bracket is marked and it shows as `<U+003C>U+202E>`.
pub fn clean_written(input: &str, altered: impl FnMut(Alteration)) -> DisplayText {
    clean_as(input, Newlines::Kept, Markers::Imitated, altered)
}

/// As [`clean_written`], for a field of one line.
pub fn clean_written_line(input: &str, altered: impl FnMut(Alteration)) -> DisplayText {
    clean_as(input, Newlines::Blank, Markers::Imitated, altered)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Newlines {
    Kept,
    Blank,
}

fn clean_as(
    input: &str,
    newlines: Newlines,
    markers: Markers,
    mut altered: impl FnMut(Alteration),
) -> DisplayText {
    let imitates = || input.match_indices('<').any(|(at, _)| markers.imitate(part(input, at..)));
    if is_plain(input.as_bytes(), newlines) && !imitates() {
        return DisplayText::cleaned(input, Vec::new());
    }
    let mut cleaner = Cleaner::new(input.len(), newlines, markers);
    let mut rest = input;
    while !rest.is_empty() {
        let taken = cleaner.take(input.len() - rest.len(), rest);
        // What is taken ends with a whole character; nothing left ends the loop whatever it was.
        rest = rest.get(taken..).unwrap_or_default();
    }
    cleaner.finish_segment();
    // Clusters are judged later than single characters, so their reports come late.
    cleaner.alterations.sort_by_key(|alteration| alteration.range.start);
    let first =
        |range: &Range<usize>| input.get(range.clone()).and_then(|part| part.chars().next());
    for mut alteration in cleaner.alterations {
        // A cluster may begin with the blank that stands for an odd one; the input has the latter.
        alteration.character = first(&alteration.range).unwrap_or(alteration.character);
        altered(alteration);
    }
    DisplayText::cleaned(cleaner.text.as_str(), cleaner.markers)
}

/// Whether nothing needs to be done. Without an early exit in each block the compiler can test many
/// bytes at once.
fn is_plain(bytes: &[u8], newlines: Newlines) -> bool {
    let newline = if newlines == Newlines::Kept { b'\n' } else { b' ' };
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~') || *byte == newline;
    bytes.chunks(256).all(|block| block.iter().fold(true, |all, byte| all & is_plain(byte)))
}

/// Characters in a row that are treated alike and shown, or reported, as one.
struct Run {
    change: Change,
    class: Option<Class>,
    first: char,
    count: usize,
    range: Range<usize>,
}

/// The state of one cleaning: what is finished, and what still waits for its right neighbour.
struct Cleaner {
    newlines: Newlines,
    read_as: Markers,
    text: String,
    markers: Vec<Range<usize>>,
    alterations: Vec<Alteration>,
    /// Kept characters since the last marker, tab or newline, whose clusters are not judged yet.
    segment: Segment,
    run: Option<Run>,
    /// Columns of the finished text since the start of the line.
    column: usize,
    /// Combining marks in a row.
    marks: usize,
    /// The last kept character, if no marker, tab or newline came after it.
    previous: Option<char>,
    /// Length of the text after the last blank that stands for newlines.
    newline_blank: Option<usize>,
}

impl Cleaner {
    fn new(capacity: usize, newlines: Newlines, read_as: Markers) -> Self {
        Self {
            newlines,
            read_as,
            text: String::with_capacity(capacity),
            markers: Vec::new(),
            alterations: Vec::new(),
            segment: Segment::default(),
            run: None,
            column: 0,
            marks: 0,
            previous: None,
            newline_blank: None,
        }
    }

    /// Takes what stands at the start of the rest of the input; returns how many bytes that was.
    fn take(&mut self, at: usize, rest: &str) -> usize {
        if self.read_as.imitate(rest) {
            self.imitated();
            return 1;
        }
        let simple = self.simple(rest);
        if let Some((head, _)) = rest.split_at_checked(simple).filter(|_| simple > 0) {
            self.close_run();
            self.segment.push(at, head);
            self.previous = head.chars().next_back();
            self.marks = 0;
            return simple;
        }
        if rest.starts_with("\r\n") {
            self.newline();
            return 2;
        }
        let Some(character) = rest.chars().next() else { return rest.len() };
        match policy(character) {
            Action::Keep => self.keep(at, character),
            Action::Joiner if self.previous.is_some_and(takes_joiner) => {
                self.close_run();
                self.push(at, character);
            }
            Action::Joiner | Action::Mark => {
                self.extend_run(Change::Marked, at, character);
                self.previous = None;
                self.marks = 0;
            }
            Action::Drop => self.extend_run(Change::Dropped, at, character),
            Action::Space => {
                self.extend_run(Change::Spaced, at, character);
                self.segment.push_blank(at, character.len_utf8());
                self.previous = Some(' ');
                self.marks = 0;
            }
            Action::Newline => self.newline(),
            Action::Tab => self.tab(),
        }
        character.len_utf8()
    }

    /// How many bytes at the start can be taken as they are.
    fn simple(&self, rest: &str) -> usize {
        let mut signs = rest.char_indices();
        let stop = signs.find(|(at, sign)| {
            !is_simple(*sign) || (*sign == '<' && self.read_as.imitate(part(rest, *at..)))
        });
        stop.map_or(rest.len(), |(at, _)| at)
    }

    /// Marks the bracket that would make a marker of what somebody wrote. Nothing is hidden by it, and nothing
    /// reported.
    fn imitated(&mut self) {
        self.finish_segment();
        self.mark('<', 1);
        self.previous = None;
        self.marks = 0;
    }

    /// Takes a character that stays unless it is a mark too many.
    fn keep(&mut self, at: usize, character: char) {
        if is_combining_mark(character) {
            self.marks += 1;
        } else {
            self.marks = 0;
        }
        if self.marks > MOST_MARKS {
            self.extend_run(Change::TooManyMarks, at, character);
            self.previous = None;
        } else {
            self.close_run();
            self.push(at, character);
        }
    }

    fn push(&mut self, at: usize, character: char) {
        self.segment.push(at, character.encode_utf8(&mut [0; 4]));
        self.previous = Some(character);
    }

    fn newline(&mut self) {
        self.finish_segment();
        match self.newlines {
            Newlines::Kept => {
                self.text.push('\n');
                self.column = 0;
            }
            Newlines::Blank if self.newline_blank == Some(self.text.len()) => {}
            Newlines::Blank => {
                self.text.push(' ');
                self.column += 1;
                self.newline_blank = Some(self.text.len());
            }
        }
        self.previous = None;
        self.marks = 0;
    }

    fn tab(&mut self) {
        self.finish_segment();
        let blanks = TAB_STOP - self.column % TAB_STOP;
        self.text.extend(std::iter::repeat_n(' ', blanks));
        self.column += blanks;
        self.previous = None;
        self.marks = 0;
    }

    /// Adds a character to the run before it, if it is treated alike, else begins a run with it.
    fn extend_run(&mut self, change: Change, at: usize, character: char) {
        let class = (change == Change::Marked).then(|| class(character)).flatten();
        let end = at + character.len_utf8();
        if let Some(run) = &mut self.run
            && run.change == change
            && run.class == class
        {
            run.count += 1;
            run.range.end = end;
        } else {
            self.close_run();
            self.run = Some(Run { change, class, first: character, count: 1, range: at..end });
        }
    }

    /// Reports the run and puts its marker, if it has one, behind the segment.
    fn close_run(&mut self) {
        let Some(Run { change, first, count, range, .. }) = self.run.take() else { return };
        self.alterations.push(Alteration { range, character: first, change, count });
        match change {
            Change::Marked | Change::BadCluster => {
                self.judge_segment();
                self.mark(first, count);
            }
            Change::TooManyMarks => {
                self.judge_segment();
                self.write_marker(format_args!("<+{count} marks>"));
            }
            Change::Dropped | Change::Spaced => {}
        }
    }

    fn finish_segment(&mut self) {
        self.close_run();
        self.judge_segment();
    }

    /// Moves the segment to the finished text, cluster by cluster.
    fn judge_segment(&mut self) {
        let segment = std::mem::take(&mut self.segment);
        let kept = segment.text();
        if kept.is_ascii() {
            self.text.push_str(kept);
            self.column += kept.len();
            return;
        }
        for (start, cluster) in clusters(kept) {
            let end = start + cluster.len();
            // A mark without a base would attach itself to whatever is drawn before it, and a
            // prepended sign to whatever is drawn after it.
            let open = (start == 0 && cluster.chars().next().is_some_and(joins_previous))
                || (end == kept.len() && cluster.chars().next_back().is_some_and(joins_next));
            if is_sound(cluster) && !open {
                self.text.push_str(cluster);
                self.column += cell_width(cluster);
            } else {
                self.mark_cluster(cluster, segment.input_range(start..end));
            }
        }
    }

    /// Shows every character of a cluster as a marker; equal ones in a row as one.
    fn mark_cluster(&mut self, cluster: &str, range: Range<usize>) {
        let mut equal: Option<(char, usize)> = None;
        let mut total = 0;
        for character in cluster.chars() {
            total += 1;
            equal = match equal {
                Some((first, count)) if first == character => Some((first, count + 1)),
                Some((first, count)) => {
                    self.mark(first, count);
                    Some((character, 1))
                }
                None => Some((character, 1)),
            };
        }
        if let Some((first, count)) = equal {
            self.mark(first, count);
        }
        // A cluster has at least one character.
        let character = cluster.chars().next().unwrap_or_default();
        let change = Change::BadCluster;
        self.alterations.push(Alteration { range, character, change, count: total });
    }

    fn mark(&mut self, character: char, count: usize) {
        let code = u32::from(character);
        if count == 1 {
            self.write_marker(format_args!("<U+{code:04X}>"));
        } else {
            self.write_marker(format_args!("<U+{code:04X} x{count}>"));
        }
    }

    fn write_marker(&mut self, marker: std::fmt::Arguments<'_>) {
        let start = self.text.len();
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(marker);
        self.markers.push(start..self.text.len());
        self.column += self.text.len() - start;
    }
}
