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
    touched: Vec<RecordId>,
}

impl Scratch {
    /// Makes room for that many records.
    pub(super) fn fit(&mut self, records: usize) {
        self.line.resize(records, 0);
    }

    fn add(&mut self, record: RecordId, cell: Cell) {
        if let Some(slot) = self.line.get_mut(record as usize) {
            if *slot == 0 {
                self.touched.push(record);
            }
            *slot = cell.0.max(*slot);
        }
    }

    fn finish(&mut self) -> Column {
        // With many records a walk over all of them is less work than a sort.
        if self.touched.len() * 8 > self.line.len() {
            let filled = (0..).zip(&self.line).filter(|(_, cell)| **cell > 0);
            let cells = filled.map(|(record, cell)| (record, Cell(*cell))).collect();
            self.line.fill(0);
            self.touched.clear();
            return Column { cells };
        }
        if !self.touched.is_sorted() {
            self.touched.sort_unstable();
        }
        let mut cells = Vec::with_capacity(self.touched.len());
        for record in self.touched.drain(..) {
            if let Some(slot) = self.line.get_mut(record as usize) {
                cells.push((record, Cell(std::mem::take(slot))));
            }
        }
        Column { cells }
    }

    /// What the words that a term may mean are worth.
    pub(super) fn of_words(&mut self, vocabulary: &Vocabulary, matches: &Matches) -> Column {
        for &(word, found) in matches.words() {
            self.word(vocabulary, word, found, !matches.strong_only || found.tier == Tier::Exact);
        }
        for &(first, second) in &matches.pairs {
            self.pair(vocabulary, first, second);
        }
        self.finish()
    }

    fn word(&mut self, vocabulary: &Vocabulary, word: WordId, found: Match, with_weak: bool) {
        let of = |weight: u32| u32::from(found.worth) * weight / 100;
        let mut cells = [Cell(0); rank::WEIGHTS.len()];
        for (place, (cell, (_, weight))) in (0..).zip(cells.iter_mut().zip(rank::WEIGHTS)) {
            *cell = Cell::new(of(weight), found.tier, place);
        }
        let weak = with_weak.then(|| vocabulary.weak(word)).into_iter().flatten();
        for (record, place) in vocabulary.strong(word).chain(weak) {
            if let Some(cell) = cells.get(place as usize) {
                self.add(record, *cell);
            }
        }
    }

    /// Records in a name of which one word follows the other.
    fn pair(&mut self, vocabulary: &Vocabulary, first: WordId, second: WordId) {
        let mut others = vocabulary.strong(second).peekable();
        for (record, place) in vocabulary.strong(first) {
            while others.next_if(|(other, _)| *other < record).is_some() {}
            if others.peek().is_none_or(|(other, _)| *other != record) {
                continue;
            }
            let mut names = vocabulary.names(record);
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
                if let Some(slot) = self.line.get_mut(*record as usize) {
                    if *slot == 0 {
                        self.touched.push(*record);
                    }
                    *slot += 1 << 16 | cell.worth();
                }
            }
        }
        self.touched.sort_unstable();
        let mut counted = Vec::new();
        for record in self.touched.drain(..) {
            let slot = self.line.get_mut(record as usize).map(std::mem::take).unwrap_or_default();
            if slot >> 16 >= least {
                counted.push((record, slot >> 16, slot & 0xffff));
            }
        }
        counted
    }
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
}

/// The records in which every column matches, in order.
pub(super) fn meet(columns: &[&Column]) -> Vec<Met> {
    let mut order: Vec<&[(RecordId, Cell)]> = columns.iter().map(|column| column.cells()).collect();
    order.sort_by_key(|cells| cells.len());
    let Some((shortest, others)) = order.split_first() else { return Vec::new() };
    let first = |(record, cell): &(RecordId, Cell)| Met {
        record: *record,
        sum: cell.worth(),
        place: cell.place(),
    };
    let mut met: Vec<Met> = shortest.iter().map(first).collect();
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
            true
        });
    }
    met
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
        let found: Vec<_> =
            meet(&[&long, &short]).iter().map(|met| (met.record, met.sum)).collect();
        assert_eq!(found, [(3, 15), (300, 17), (2997, 19)]);
        let again: Vec<_> =
            meet(&[&short, &long]).iter().map(|met| (met.record, met.sum)).collect();
        assert_eq!(found, again);
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
