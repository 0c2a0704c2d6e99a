//! Dates that are numbers throughout, weeks and feasts.

use super::calendar::{Place, century};
use super::grammar::{Dated, Dotted, Found, Grammar, Surety, longest};
use super::reading::{Order, Stamp};
use super::token::{Kind, Number};
use super::words::Word;

impl Grammar<'_> {
    /// A date in numbers: `2022-10-21`, `21/10/2022`, `10/21/22`, `21.10.2022`, `7/9`, `20221021`; both
    /// orders where both are dates.
    pub(super) fn numeric(&self, at: usize) -> Found<Dated> {
        longest([self.marked(at), self.compact(at)])
    }

    /// `20220715`, ISO 8601 without its hyphens.
    fn compact(&self, at: usize) -> Found<Dated> {
        let number = self.number(at).filter(|number| number.digits == 8)?.value;
        let part = |value: i32| u32::try_from(value).ok();
        let place = Place::Day(part(number / 100 % 100)?, part(number % 100)?);
        Some((sure(Some(number / 10_000), place)?, at + 1))
    }

    fn marked(&self, at: usize) -> Found<Dated> {
        let (mark, second) = self.marked_number(at)?;
        let first = self.number(at)?;
        let third = self.marked_number(at + 2).filter(|(other, _)| *other == mark);
        if let Some((_, third)) = third {
            let fields = [first, second, third];
            // Four numbers are an address.
            let is_longer = self.marked_number(at + 4).is_some_and(|(other, _)| other == mark);
            if let Some(dated) = three(fields, mark).filter(|_| mark == '-' || !is_longer) {
                return Some((dated, at + 5));
            }
            if mark != '-' {
                return None;
            }
        }
        Some((two([first, second], mark, self.dotted)?, at + 3))
    }

    /// A mark and the number after it, both joined to what stands before.
    fn marked_number(&self, at: usize) -> Option<(char, Number)> {
        let is_tight = |at: usize| self.tokens.get(at).is_some_and(|token| token.tight);
        let Some(Kind::Mark(mark)) = self.kind(at + 1) else { return None };
        let number = self.number(at + 2)?;
        let is_plain = !number.is_ordinal && !number.is_short;
        (is_tight(at + 1) && is_tight(at + 2) && is_plain).then_some((mark, number))
    }

    /// `week 28 2022`, `2022-W28`, `last week of october`, `week of 10 october 2022`.
    pub(super) fn week(&self, at: usize) -> Found<Dated> {
        longest([self.week_of_year(at), self.week_of_month(at), self.week_of_day(at)])
    }

    fn week_of_year(&self, at: usize) -> Found<Dated> {
        if self.word(at) == Some(Word::Week) {
            let week = self.small(at + 1)?;
            let (year, end) = self.year_of(at + 2)?;
            return Some((sure(Some(year), Place::Week(week))?, end));
        }
        let year = self.year(at, 4)?;
        let week_at = self.skip_mark(at + 1);
        let week = self.small(week_at + 1).filter(|_| self.word(week_at) == Some(Word::Week))?;
        let day_at = self.skip_mark(week_at + 2);
        if let Some(day) = self.small(day_at).filter(|_| day_at > week_at + 2) {
            return Some((sure(Some(year), Place::WeekDay(week, day))?, day_at + 1));
        }
        Some((sure(Some(year), Place::Week(week))?, week_at + 2))
    }

    /// The year after a week, a day or a feast.
    fn year_of(&self, at: usize) -> Found<i32> {
        let at = self.skip(self.skip_mark(at), Word::Of);
        self.year(at, 4).map(|year| (year, at + 1))
    }

    /// Weeks of a month begin with its first day; the last one ends with its last.
    fn week_of_month(&self, at: usize) -> Found<Dated> {
        let number = match self.kind(at)? {
            Kind::Word(Word::Ordinal(number)) => Some(number),
            Kind::Word(Word::Last) => None,
            Kind::Number(number) if number.is_ordinal => Some(self.small(at)?),
            Kind::Number(_) | Kind::Word(_) | Kind::Mark(_) | Kind::Other => return None,
        };
        if self.word(at + 1) != Some(Word::Week) {
            return None;
        }
        let (whole, end) = self.block(self.skip_in(at + 2), 2)?;
        let part = |stamp: Stamp| {
            let is_year = stamp.place == Place::YEAR;
            let month = stamp.place.month();
            let first = if is_year { 1 } else { month? };
            let last = if is_year { 12 } else { month? };
            let place = match number {
                Some(week @ 1..=4) => Place::Days(first, week * 7 - 6, week * 7),
                Some(5) => Place::Days(first, 29, 31),
                Some(_) => return None,
                None => Place::LastDays(last, 7),
            };
            Stamp::new(stamp.year, place)
        };
        let stamps: Vec<Stamp> = whole.stamps.into_iter().filter_map(part).collect();
        (!stamps.is_empty()).then_some((Dated { stamps, surety: Surety::Date }, end))
    }

    fn week_of_day(&self, at: usize) -> Found<Dated> {
        let of = self.skip(at + 1, Word::Of);
        if self.word(at) != Some(Word::Week) || of == at + 1 {
            return None;
        }
        let (day, end) = self.date(of)?;
        let part = |stamp: Stamp| {
            let (month, day) = stamp.place.day()?;
            Some(Stamp { place: Place::WeekOf(month, day), ..stamp })
        };
        let stamps: Vec<Stamp> = day.stamps.into_iter().filter_map(part).collect();
        (!stamps.is_empty()).then_some((Dated { stamps, ..day }, end))
    }

    /// `christmas 2023`, `christmas eve 2023`, `new year 2022`, `new year's eve 2021`.
    pub(super) fn feast(&self, at: usize) -> Found<Dated> {
        let (day, eve, after) = match (self.word(at)?, self.word(at + 1)) {
            (Word::Christmas, _) => ((12, 25), (12, 24), at + 1),
            (Word::New, Some(Word::Year)) => ((1, 1), (12, 31), at + 2),
            _ => return None,
        };
        let ((month, day), after) = match self.word(after) {
            Some(Word::Eve) => (eve, after + 1),
            Some(Word::Day) => (day, after + 1),
            _ => (day, after),
        };
        let (year, end) = self.year_of(after)?;
        Some((sure(Some(year), Place::Day(month, day))?, end))
    }
}

fn sure(year: Option<i32>, place: Place) -> Option<Dated> {
    Some(Dated { stamps: vec![Stamp::new(year, place)?], surety: Surety::Date })
}

/// Year, month and day, or day and month in both orders.
fn three([first, second, third]: [Number; 3], mark: char) -> Option<Dated> {
    match [first.digits, second.digits, third.digits] {
        [4, 1 | 2, 1 | 2] => sure(Some(first.value), day(second, third)?),
        [1 | 2, 1 | 2, digits @ (2 | 4)] => {
            let year = if digits == 2 { century(third.value) } else { third.value };
            let is_version = digits == 2 && mark == '.';
            let surety = if is_version { Surety::Version } else { Surety::Date };
            both_orders(Some(year), (first, second), mark, surety)
        }
        _ => None,
    }
}

/// A month of a year, or a day in both orders.
fn two([first, second]: [Number; 2], mark: char, dotted: Dotted) -> Option<Dated> {
    let month = |year: Number, month: Number| {
        let month = u32::try_from(month.value).ok().filter(|month| (1..=12).contains(month))?;
        sure(Some(year.value), Place::Months(month, 1))
    };
    match [first.digits, second.digits] {
        [4, 1 | 2] => month(first, second),
        [1 | 2, 4] => month(second, first),
        [1 | 2, 1 | 2] if mark != '-' => {
            let is_day_and_night = mark == '/' && (first.value, second.value) == (24, 7);
            if is_day_and_night && dotted != Dotted::Asked {
                return None;
            }
            let is_number = mark == '.' && !second.has_dot;
            let surety = if is_number { Surety::Number } else { Surety::Date };
            both_orders(None, (first, second), mark, surety)
        }
        _ => None,
    }
}

fn day(month: Number, day: Number) -> Option<Place> {
    Some(Place::Day(u32::try_from(month.value).ok()?, u32::try_from(day.value).ok()?))
}

/// The day first, and the month first where that is another date; with dots nobody writes it so.
fn both_orders(
    year: Option<i32>,
    (first, second): (Number, Number),
    mark: char,
    surety: Surety,
) -> Option<Dated> {
    let stamp = |month: Number, day_of: Number, order: Order| {
        let stamp = Stamp::new(year, day(month, day_of)?)?;
        Some(Stamp { order: Some(order).filter(|_| first.value != second.value), ..stamp })
    };
    let day_first = stamp(second, first, Order::DayFirst);
    let month_first = stamp(first, second, Order::MonthFirst)
        .filter(|_| day_first.is_none() || (mark != '.' && first.value != second.value));
    let stamps: Vec<Stamp> = day_first.into_iter().chain(month_first).collect();
    (!stamps.is_empty()).then_some(Dated { stamps, surety })
}
