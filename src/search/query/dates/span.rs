//! From one date to another, everything before or after one, or one alone.

use super::calendar::Place;
use super::grammar::{Dated, Dotted, Found, Grammar, Surety, longest};
use super::reading::{Reading, Stamp};
use super::token::{Kind, Token, tokens};
use super::words::{Open, Word};

/// Most pieces of one date; what is longer is a text, and its end is none that is being typed.
pub(super) const MOST_PIECES: usize = 14;

/// What pieces mean that are a date and nothing else.
pub(super) fn whole(pieces: &[&str], dotted: Dotted) -> Option<Vec<Reading>> {
    let tokens = tokens(pieces);
    let (readings, end) = Grammar { tokens: &tokens, dotted }.span(0)?;
    (end == tokens.len()).then_some(readings)
}

/// The date at the beginning of the pieces and how many of them it takes.
pub(super) fn beginning(pieces: &[&str], dotted: Dotted) -> Option<(Vec<Reading>, usize)> {
    let tokens = tokens(pieces.get(..pieces.len().min(MOST_PIECES))?);
    let mut known: &[Token] = &tokens;
    loop {
        let (readings, end) = Grammar { tokens: known, dotted }.span(0)?;
        let last = known.get(end.checked_sub(1)?)?.piece;
        if known.get(end).is_none_or(|next| next.piece > last) {
            return Some((readings, last + 1));
        }
        // It ends within a piece, so it can only be what stands before that.
        known = known.get(..known.iter().position(|token| token.piece == last)?)?;
    }
}

impl Grammar<'_> {
    /// A date of any length, with what stands before it and changes nothing.
    pub(super) fn span(&self, at: usize) -> Found<Vec<Reading>> {
        let at = self.skip(self.skip(at, Word::Beside), Word::From);
        longest([self.days(at), self.range(at), self.opening(at), self.alone(at)])
    }

    fn alone(&self, at: usize) -> Found<Vec<Reading>> {
        let (dated, end) = self.date(at)?;
        let is_date = match dated.surety {
            Surety::Date => true,
            Surety::Number | Surety::Version => self.dotted != Dotted::Number,
            Surety::Letters => self.dotted == Dotted::Asked,
        };
        is_date.then(|| (dated.stamps.into_iter().map(Reading::at).collect(), end))
    }

    /// Everything from a date on, or up to it: `after 20 october 2022`, `until 2022`, `2019 onwards`.
    fn opening(&self, at: usize) -> Found<Vec<Reading>> {
        let (open, at) = match (self.word(at), self.word(at + 1)) {
            (Some(Word::Opens(open)), _) => (Some(open), at + 1),
            (Some(Word::OpensWithTo(open)), Some(Word::To)) => (Some(open), at + 2),
            _ => (None, at),
        };
        let start = self.skip(at, Word::Beside);
        let (dated, end) = self.date(start).filter(|(dated, _)| self.is_sure(dated))?;
        let (open, end) = match (open, self.word(end)) {
            (Some(open), _) => (open, end),
            (None, Some(Word::Onwards)) => (Open::After, end + 1),
            (None, _) => return None,
        };
        Some((dated.stamps.into_iter().map(|stamp| Reading::open(stamp, open)).collect(), end))
    }

    fn is_sure(&self, dated: &Dated) -> bool {
        let is_number = matches!(dated.surety, Surety::Number | Surety::Version);
        !is_number || self.dotted != Dotted::Number
    }

    /// The place after what stands between the two ends; "and" does after "between" alone.
    pub(super) fn separator(&self, at: usize, after_between: bool) -> Option<usize> {
        let is_one = match self.kind(at)? {
            Kind::Mark(mark) => mark != '.',
            Kind::Word(Word::To | Word::Opens(Open::Until)) => true,
            Kind::Word(Word::And) => after_between,
            Kind::Word(_) | Kind::Number(_) | Kind::Other => false,
        };
        is_one.then_some(at + 1)
    }

    /// Days before their month: `1-10 sep 2022`, `1st to 10th of september`, `22 and 23 october`.
    fn days(&self, at: usize) -> Found<Vec<Reading>> {
        let from = self.skip(at, Word::Between);
        let first = self.small(from)?;
        let separator = self.separator(from + 1, from > at);
        let is_list = separator.is_none() && self.word(from + 1) == Some(Word::And);
        let to = separator.or(is_list.then_some(from + 2))?;
        let last = self.small(to)?;
        let month_at = self.skip(self.skip_mark(to + 1), Word::Of);
        let month = self.month(month_at)?;
        let (year, end) = match self.year_after(month_at + 1, 2) {
            Some((year, end)) => (Some(year), end),
            None => (None, month_at + 1),
        };
        let day = |day: u32| Stamp::new(year, Place::Day(month, day));
        let (first, last) = (day(first)?, day(last).filter(|_| first < last)?);
        let readings = if is_list {
            vec![Reading::at(first), Reading::at(last)]
        } else {
            vec![Reading::between(first, last)?]
        };
        Some((readings, end))
    }

    /// From one date to another: `from 1 sep to 10 oct 2022`, `2022-10-22/2022-10-23`, `sep 1-10, 2022`.
    fn range(&self, at: usize) -> Found<Vec<Reading>> {
        let start = self.skip(at, Word::Between);
        let (from, from_end) = self.date(start)?;
        let to = self.separator(from_end, start > at)?;
        let (readings, end) = longest([
            self.until_date(&from, self.skip(to, Word::Beside)),
            self.until_day(&from, to),
            self.until_year(&from, to),
        ])?;
        // 2022-10-2100 is no date, and what may become it neither.
        let dash = Some(Kind::Mark('-'));
        let is_chain =
            self.kind(from_end) == dash && (start..from_end).any(|at| self.kind(at) == dash);
        (!is_chain || end - to >= from_end - start).then_some((readings, end))
    }

    fn until_date(&self, from: &Dated, at: usize) -> Found<Vec<Reading>> {
        let (to, end) = self.date(at)?;
        // 1.9-2.5 are two numbers.
        let are_numbers = from.surety == Surety::Number && to.surety == Surety::Number;
        if are_numbers && self.dotted == Dotted::Number {
            return None;
        }
        let first = |dated: &Dated| -> Vec<Stamp> {
            dated.stamps.iter().copied().filter(|stamp| !stamp.is_second).collect()
        };
        let ends = first(&to);
        let both = |from: Stamp| ends.iter().filter_map(move |to| Reading::between(from, *to));
        let readings: Vec<Reading> = first(from).into_iter().flat_map(both).collect();
        (!readings.is_empty()).then_some((readings, end))
    }

    /// To a day of the same month: `sep 1-10`, `2022-10-22/23`.
    fn until_day(&self, from: &Dated, at: usize) -> Found<Vec<Reading>> {
        let last = self.small(at)?;
        // A month after it is that of the day: `1 mar and 31 feb` is from one month to the other.
        if self.month(self.skip(at + 1, Word::Of)).is_some() {
            return None;
        }
        let (year, end) = match self.year_after(at + 1, 4) {
            Some((year, end)) => (Some(year), end),
            None => (None, at + 1),
        };
        let first = *from.stamps.first()?;
        let (month, day) = first.place.day()?;
        let last = Stamp::new(year, Place::Day(month, last)).filter(|_| day < last)?;
        Some((vec![Reading::between(Stamp { order: None, ..first }, last)?], end))
    }

    /// To a year of the same century: `2021/22`, `1939-45`.
    fn until_year(&self, from: &Dated, at: usize) -> Found<Vec<Reading>> {
        let is_joined = self.tokens.get(at).is_some_and(|token| token.tight);
        let last = self.number(at).filter(|number| number.digits == 2 && is_joined)?;
        let first = *from.stamps.first().filter(|stamp| stamp.place == Place::YEAR)?;
        let last = first.year? / 100 * 100 + last.value;
        let last = Stamp::new(Some(last), Place::YEAR)?;
        Some((vec![Reading::between(first, last)?], at + 1))
    }
}
