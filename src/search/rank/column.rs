//! What a word or a date is worth in each record.

use crate::search::index::bits::Bits;
use crate::search::index::field::{self, Field};
use crate::search::index::occurrence::Occurrence;
use crate::search::index::record::RecordId;
use crate::search::index::vocabulary::{Vocabulary, WordId};
use crate::search::terms::matches::{Match, TermMatches, Tier};
/// What a word is worth in a record, of 1000, with the place of the field in which it stands; the
/// greater number is the better match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) struct Cell(u16);

impl Cell {
    /// Bits of the place.
    const PLACE: u32 = 4;

    /// At least 1 is what stands there worth.
    #[inline]
    pub(in crate::search) fn new(worth: u32, place: u8) -> Self {
        let worth = u16::try_from(worth.clamp(1, 1000)).unwrap_or(1000);
        // A lower place is a weightier field.
        Self(worth << Self::PLACE | u16::from(15 - place.min(15)))
    }

    /// What the match is worth, of 1000.
    #[inline]
    pub(in crate::search) fn worth(self) -> u32 {
        u32::from(self.0 >> Self::PLACE)
    }

    /// The place of the field in the order of the weights.
    #[inline]
    pub(in crate::search) fn place(self) -> u8 {
        15 - u8::try_from(self.0 & 15).unwrap_or_default()
    }
}

/// Columns whose memory is kept for the next ones.
const MOST_SPARE: usize = 2;

/// What a word or a date is worth in each record: a line as long as the corpus, mostly blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Column {
    line: Vec<Cell>,
    /// Where the line is not blank.
    records: Bits,
}

impl Column {
    /// What it is worth in one record.
    #[inline]
    pub(in crate::search) fn get(&self, record: RecordId) -> Option<Cell> {
        self.line.get(record as usize).copied().filter(|cell| cell.0 != 0)
    }

    /// The records in which it stands.
    pub(in crate::search) fn records(&self) -> &Bits {
        &self.records
    }

    /// The records in which it stands, in order, with what it is worth there.
    pub(in crate::search) fn cells(&self) -> impl Iterator<Item = (RecordId, Cell)> {
        self.records.records().filter_map(|record| Some((record, self.get(record)?)))
    }

    #[inline]
    fn put(&mut self, record: RecordId, cell: Cell) {
        if let Some(slot) = self.line.get_mut(record as usize) {
            *slot = cell.max(*slot);
            self.records.insert(record);
        }
    }
}

/// Makes columns for so many records.
#[derive(Clone, Debug, Default)]
pub(in crate::search) struct Columns {
    records: usize,
    /// The memory of columns that are not kept any more.
    spare: Vec<Column>,
}

impl Columns {
    /// Makes room for that many records.
    pub(in crate::search) fn fit(&mut self, records: usize) {
        self.records = records;
    }

    /// Takes the memory of a column for the next one.
    pub(in crate::search) fn recycle(&mut self, column: Column) {
        if self.spare.len() < MOST_SPARE {
            self.spare.push(column);
        }
    }

    fn blank(&mut self) -> Column {
        let mut column = self.spare.pop().unwrap_or_default();
        column.line.clear();
        column.line.resize(self.records, Cell::default());
        column.records.clear(self.records);
        column
    }

    /// What the words that a term may mean are worth.
    pub(in crate::search) fn of_words(
        &mut self,
        vocabulary: &Vocabulary,
        matches: &TermMatches,
    ) -> Column {
        let mut column = self.blank();
        visit(vocabulary, matches, |record, found, occurrence| {
            column.put(record, cell(found, occurrence));
        });
        column
    }

    /// What days are worth, each record of 1000, and words that stand for the same at so much in per cent.
    pub(in crate::search) fn of_days(
        &mut self,
        vocabulary: &Vocabulary,
        days: impl Iterator<Item = (RecordId, u16)>,
        (words, share): (&TermMatches, u32),
    ) -> Column {
        let mut column = self.blank();
        let date = field::place(Field::Date);
        for (record, worth) in days.filter(|(_, worth)| *worth > 0) {
            column.put(record, Cell::new(u32::from(worth), date));
        }
        visit(vocabulary, words, |record, found, occurrence| {
            let whole = cell(found, occurrence);
            column.put(record, Cell::new(whole.worth() * share / 100, whole.place()));
        });
        column
    }
}

/// What a word is worth where it stands so.
#[inline]
pub(in crate::search) fn cell(found: Match, occurrence: Occurrence) -> Cell {
    let place = occurrence.place();
    Cell::new(u32::from(found.worth) * field::weight(place) / 100, place)
}

/// Every record in which one of the words stands; one may come with several of them.
fn visit(
    vocabulary: &Vocabulary,
    matches: &TermMatches,
    mut each: impl FnMut(RecordId, Match, Occurrence),
) {
    for &(word, found) in matches.words() {
        let weak = matches.with_weak(found).then(|| vocabulary.weak(word)).into_iter().flatten();
        vocabulary.strong(word).chain(weak).for_each(|(record, place)| each(record, found, place));
    }
    pairs(vocabulary, matches, each);
}

/// Records in a name of which the two words stand that the typed one is made of.
pub(in crate::search) fn pairs(
    vocabulary: &Vocabulary,
    matches: &TermMatches,
    mut each: impl FnMut(RecordId, Match, Occurrence),
) {
    let worth = Tier::Compound.worth() / 10 * 9;
    let found = Match { tier: Tier::Compound, worth };
    for &(first, second) in &matches.pairs {
        pair(vocabulary, first, second, |record, occurrence| each(record, found, occurrence));
    }
}

/// Records in a name of which one word follows the other.
fn pair(
    vocabulary: &Vocabulary,
    first: WordId,
    second: WordId,
    mut each: impl FnMut(RecordId, Occurrence),
) {
    let mut others = vocabulary.strong(second).peekable();
    let mut read = Vec::new();
    for (record, _) in vocabulary.strong(first) {
        while others.next_if(|(other, _)| *other < record).is_some() {}
        if others.peek().is_none_or(|(other, _)| *other != record) {
            continue;
        }
        let mut names = vocabulary.names(record, &mut read);
        while let Some((place, words)) = names.next(|_| true) {
            if words.windows(2).any(|pair| *pair == [first, second]) {
                each(record, Occurrence::new(field::field_at(place), 0));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_holds_the_better_of_two_and_is_blank_for_the_next() {
        let mut columns = Columns::default();
        columns.fit(100);
        let words = (Vocabulary::default(), TermMatches::default());
        let few = columns.of_days(&words.0, [(7, 3), (2, 9), (7, 5)].into_iter(), (&words.1, 50));
        let found: Vec<_> = few.cells().map(|(record, cell)| (record, cell.worth())).collect();
        assert_eq!(found, [(2, 9), (7, 5)]);
        assert_eq!(few.get(7).map(Cell::worth), Some(5));
        assert_eq!((few.get(8), few.get(100)), (None, None));
        columns.recycle(few);
        let one = columns.of_days(&words.0, [(99, 4)].into_iter(), (&words.1, 50));
        assert_eq!(one.cells().count(), 1);
    }

    #[test]
    fn a_cell_gives_back_what_it_was_made_of() {
        let cell = Cell::new(560, 12);
        assert_eq!((cell.worth(), cell.place()), (560, 12));
        assert!(Cell::new(560, 1) > cell && Cell::new(561, 12) > cell);
        assert!(Cell::new(0, 15) > Cell::default(), "what stands there is no blank");
    }
}
