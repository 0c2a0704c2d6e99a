//! What one word or date is worth in each record, and where they meet.

use super::Field;
use super::matches::{Match, Matches, Tier};
use super::postings::RecordId;
use super::rank;
use super::vocabulary::{Vocabulary, WordId};

/// What a word is worth in a record: the worth of 1000, then the tier, then the place of the field,
/// so that the greater number is the better match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell(u32);

impl Cell {
    fn new(worth: u32, tier: Tier, place: u8) -> Self {
        // A lower place is a weightier field.
        Self(worth << 16 | (tier as u32) << 8 | u32::from(u8::MAX - place))
    }

    /// What the match is worth, of 1000.
    pub(super) fn worth(self) -> u32 {
        self.0 >> 16
    }

    /// How it matches.
    pub(super) fn tier(self) -> Tier {
        Tier::from_number(byte(self.0 >> 8))
    }

    /// The place of the weightiest field in which it stands.
    pub(super) fn place(self) -> u8 {
        u8::MAX - byte(self.0)
    }
}

fn byte(number: u32) -> u8 {
    u8::try_from(number & 0xff).unwrap_or_default()
}

/// Records for which one number holds the bits.
const BITS: usize = 64;
/// Columns whose memory is kept for the next ones.
const MOST_SPARE: usize = 4;

/// Which texts of the records are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of them.
    All,
    /// Names, titles, ids and what else tells what a record is called, of the words that are worth
    /// more there than any is in running text.
    Strong,
}

/// What a word or a date is worth in each record in which it stands, by record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Column {
    cells: Vec<(RecordId, Cell)>,
}

impl Column {
    /// The records in order.
    pub(super) fn cells(&self) -> &[(RecordId, Cell)] {
        &self.cells
    }

    /// What it is worth in one record.
    pub(super) fn get(&self, record: RecordId) -> Option<Cell> {
        let at = self.cells.binary_search_by_key(&record, |(record, _)| *record).ok()?;
        self.cells.get(at).map(|(_, cell)| *cell)
    }
}

/// A line as long as the corpus in which columns are drawn up; blank between them.
#[derive(Clone, Debug, Default)]
pub(super) struct Scratch {
    line: Vec<u32>,
    /// A bit for each record of which the line holds something, so that nothing need be sorted.
    filled: Vec<u64>,
    /// The memory of columns that are not kept any more.
    spare: Vec<Vec<(RecordId, Cell)>>,
}

impl Scratch {
    /// Makes room for that many records.
    pub(super) fn fit(&mut self, records: usize) {
        self.line.resize(records, 0);
        self.filled.resize(records.div_ceil(BITS), 0);
    }

    /// How many records there is room for.
    pub(super) fn records(&self) -> usize {
        self.line.len()
    }

    /// Takes the memory of a column for the next one.
    pub(super) fn recycle(&mut self, column: Column) {
        if self.spare.len() < MOST_SPARE {
            self.spare.push(column.cells);
        }
    }

    fn blank(&mut self, cells: usize) -> Vec<(RecordId, Cell)> {
        let mut blank = self.spare.pop().unwrap_or_default();
        blank.clear();
        blank.reserve(cells);
        blank
    }

    /// The value of a record in the line, which is not blank any more.
    fn slot(&mut self, record: RecordId) -> Option<&mut u32> {
        let at = record as usize;
        *self.filled.get_mut(at / BITS)? |= 1 << (at % BITS);
        self.line.get_mut(at)
    }

    fn add(&mut self, record: RecordId, cell: Cell) {
        if let Some(slot) = self.slot(record) {
            *slot = cell.0.max(*slot);
        }
    }

    /// Gives what the line holds, by record, and leaves it blank.
    fn drain(&mut self, mut each: impl FnMut(RecordId, u32)) {
        let blocks = self.filled.iter_mut().zip(self.line.chunks_mut(BITS));
        for (first, (bits, line)) in (0..).step_by(BITS).zip(blocks) {
            let mut rest = std::mem::take(bits);
            while rest != 0 {
                let place = rest.trailing_zeros();
                rest &= rest - 1;
                if let Some(slot) = line.get_mut(place as usize) {
                    each(first + place, std::mem::take(slot));
                }
            }
        }
    }

    fn finish(&mut self) -> Column {
        let count: u32 = self.filled.iter().map(|bits| bits.count_ones()).sum();
        let mut cells = self.blank(count as usize);
        self.drain(|record, cell| cells.push((record, Cell(cell))));
        Column { cells }
    }

    /// What the words that a term may mean are worth.
    pub(super) fn of_words(
        &mut self,
        vocabulary: &Vocabulary,
        matches: &Matches,
        part: Part,
    ) -> Column {
        let with_weak = |found: Match| part == Part::All && matches.with_weak(found);
        let least = if part == Part::All { 0 } else { rank::least_sure(matches.greatest()) };
        if let ([(word, found)], []) = (matches.words(), matches.pairs.as_slice()) {
            return self.of_word(vocabulary, *word, *found, with_weak(*found));
        }
        let words = matches.words().iter().filter(|(_, found)| u32::from(found.worth) >= least);
        for &(word, found) in words {
            let cells = cells(found);
            let weak = with_weak(found).then(|| vocabulary.weak(word)).into_iter().flatten();
            for (record, place) in vocabulary.strong(word).chain(weak) {
                if let Some(cell) = cells.get(usize::from(place)) {
                    self.add(record, *cell);
                }
            }
        }
        for &(first, second) in &matches.pairs {
            self.pair(vocabulary, first, second);
        }
        self.finish()
    }

    /// What one word is worth: its two lists have no record in common and need only be merged.
    fn of_word(
        &mut self,
        vocabulary: &Vocabulary,
        word: WordId,
        found: Match,
        with_weak: bool,
    ) -> Column {
        let cells = cells(found);
        let mut column = self.blank(0);
        let mut push = |(record, place): (RecordId, u8)| {
            column.extend(cells.get(usize::from(place)).map(|cell| (record, *cell)));
        };
        let mut weak = with_weak.then(|| vocabulary.weak(word)).into_iter().flatten().peekable();
        for entry in vocabulary.strong(word) {
            while let Some(before) = weak.next_if(|(record, _)| *record < entry.0) {
                push(before);
            }
            push(entry);
        }
        weak.for_each(push);
        Column { cells: column }
    }

    /// Records in a name of which one word follows the other.
    fn pair(&mut self, vocabulary: &Vocabulary, first: WordId, second: WordId) {
        let mut others = vocabulary.strong(second).peekable();
        let mut read = Vec::new();
        for (record, place) in vocabulary.strong(first) {
            while others.next_if(|(other, _)| *other < record).is_some() {}
            if others.peek().is_none_or(|(other, _)| *other != record) {
                continue;
            }
            let mut names = vocabulary.names(record, &mut read);
            while let Some((_, words)) = names.next() {
                if words.windows(2).any(|pair| *pair == [first, second]) {
                    let worth = u32::from(Tier::Compound.whole().worth) * 9 / 10;
                    self.add(record, Cell::new(worth, Tier::Compound, place));
                }
            }
        }
    }

    /// What days are worth, each record of 1000, and words that stand for the same at half.
    pub(super) fn of_days(
        &mut self,
        days: impl Iterator<Item = (RecordId, u16)>,
        words: Option<&Column>,
    ) -> Column {
        let date = rank::place(Field::Date);
        for (record, worth) in days.filter(|(_, worth)| *worth > 0) {
            self.add(record, Cell::new(u32::from(worth), Tier::Exact, date));
        }
        for (record, cell) in words.map(Column::cells).unwrap_or_default() {
            self.add(*record, Cell::new(cell.worth() / 2, cell.tier(), cell.place()));
        }
        self.finish()
    }

    /// In how many of the columns each record stands, with the sum of what they are worth; records
    /// in fewer than `least` are left out.
    pub(super) fn count(&mut self, columns: &[&Column], least: u32) -> Vec<(RecordId, u32, u32)> {
        for column in columns {
            for (record, cell) in column.cells() {
                if let Some(slot) = self.slot(*record) {
                    *slot += 1 << 16 | cell.worth();
                }
            }
        }
        let mut counted = Vec::new();
        self.drain(|record, sum| {
            if sum >> 16 >= least {
                counted.push((record, sum >> 16, sum & 0xffff));
            }
        });
        counted
    }
}

/// What a match is worth in each field.
fn cells(found: Match) -> [Cell; rank::WEIGHTS.len()] {
    let of = |weight: u32| u32::from(found.worth) * weight / 100;
    let mut cells = [Cell(0); rank::WEIGHTS.len()];
    for (place, (cell, (_, weight))) in (0..).zip(cells.iter_mut().zip(rank::WEIGHTS)) {
        *cell = Cell::new(of(weight), found.tier, place);
    }
    cells
}

/// A record in which every column matches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met {
    /// The record.
    pub(super) record: RecordId,
    /// What all columns are worth in it.
    pub(super) sum: u32,
    /// The place of the least weighty field that was needed.
    pub(super) place: u8,
    /// The place of the weightiest.
    pub(super) best: u8,
}

/// The records in which every column matches, in order, in place of what stood there.
pub(super) fn meet(columns: &[&Column], met: &mut Vec<Met>) {
    met.clear();
    let mut order: Vec<&[(RecordId, Cell)]> = columns.iter().map(|column| column.cells()).collect();
    order.sort_by_key(|cells| cells.len());
    let Some((shortest, others)) = order.split_first() else { return };
    let first = |(record, cell): &(RecordId, Cell)| Met {
        record: *record,
        sum: cell.worth(),
        place: cell.place(),
        best: cell.place(),
    };
    met.extend(shortest.iter().map(first));
    for cells in others {
        let mut rest = *cells;
        // Far apart, a search from the last place is less work than a walk.
        let apart = cells.len() / met.len().max(1) > 16;
        met.retain_mut(|met| {
            let skip = if apart {
                rest.partition_point(|(record, _)| *record < met.record)
            } else {
                rest.iter().take_while(|(record, _)| *record < met.record).count()
            };
            rest = rest.get(skip..).unwrap_or_default();
            let Some((_, cell)) = rest.first().filter(|(record, _)| *record == met.record) else {
                return false;
            };
            met.sum += cell.worth();
            met.place = met.place.max(cell.place());
            met.best = met.best.min(cell.place());
            true
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(cells: &[(RecordId, u32)]) -> Column {
        let cell = |(record, worth): &(RecordId, u32)| (*record, Cell::new(*worth, Tier::Exact, 0));
        Column { cells: cells.iter().map(cell).collect() }
    }

    #[test]
    fn records_in_every_column_meet_whatever_the_lengths() {
        let long = column(&(0..1000).map(|record| (record * 3, 10)).collect::<Vec<_>>());
        let short = column(&[(1, 5), (3, 5), (299, 5), (300, 7), (2997, 9), (5000, 1)]);
        let mut met = Vec::new();
        for columns in [[&long, &short], [&short, &long]] {
            meet(&columns, &mut met);
            let found: Vec<_> = met.iter().map(|met| (met.record, met.sum)).collect();
            assert_eq!(found, [(3, 15), (300, 17), (2997, 19)]);
        }
    }

    #[test]
    fn the_scratch_is_blank_after_a_column() {
        let mut scratch = Scratch::default();
        scratch.fit(100);
        let few = scratch.of_days([(7, 3), (2, 9)].into_iter(), None);
        assert_eq!(few.cells().iter().map(|(record, _)| *record).collect::<Vec<_>>(), [2, 7]);
        let many = scratch.of_days((0..50).map(|record| (record, 1)), None);
        assert_eq!(many.cells().len(), 50);
        assert_eq!(scratch.of_days([(99, 4)].into_iter(), None).cells().len(), 1);
    }

    #[test]
    fn a_cell_gives_back_what_it_was_made_of() {
        let cell = Cell::new(560, Tier::Typo, 12);
        assert_eq!((cell.worth(), cell.tier(), cell.place()), (560, Tier::Typo, 12));
        assert!(
            Cell::new(560, Tier::Typo, 1) > cell && Cell::new(561, Tier::Subsequence, 12) > cell
        );
    }
}
