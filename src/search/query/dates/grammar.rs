//! The ways in which people write one date: a day, a month, a year or a part of one.

use super::calendar::{Place, YEARS, century};
use super::reading::Stamp;
use super::token::{Kind, Number, Token};
use super::words::{Link, Name, Third, Word};

/// How numbers are taken that have a dot between them, as 9.8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Dotted {
    /// As a number, a version or an address, unless a year or a last dot makes a date of them.
    Number,
    /// As a day.
    Day,
    /// As a day, and everything else that may be one: a date was asked for.
    Asked,
}

/// What can be read at a place, and the place after it.
pub(super) type Found<T> = Option<(T, usize)>;

/// One date with all that it can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// Its meanings.
    pub(super) stamps: Vec<Stamp>,
    /// How sure it is that a date is meant.
    pub(super) surety: Surety,
}

/// How sure it is that a date is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surety {
    Date,
    /// Two numbers with a dot between them.
    Number,
    /// Three numbers with dots between them, the last with two digits: a day or a version.
    Version,
    /// A month in a few letters, with nothing beside it.
    Letters,
}

impl Dated {
    fn sure(stamp: Option<Stamp>) -> Option<Self> {
        Some(Self { stamps: vec![stamp?], surety: Surety::Date })
    }
}

/// The longest of several; the first of equals.
pub(super) fn longest<T, const N: usize>(options: [Found<T>; N]) -> Found<T> {
    let known = options.into_iter().flatten();
    known.reduce(|best, other| if other.1 > best.1 { other } else { best })
}

/// Reads tokens.
#[derive(Clone, Copy)]
pub(super) struct Grammar<'t> {
    /// What was typed.
    pub(super) tokens: &'t [Token],
    /// How numbers with a dot are taken.
    pub(super) dotted: Dotted,
}

impl Grammar<'_> {
    /// One date, after a day of the week and before a time of day, if they stand there.
    pub(super) fn date(&self, at: usize) -> Found<Dated> {
        let is_weekday = self.word(at) == Some(Word::Weekday);
        let start = at + usize::from(is_weekday);
        let (dated, end) = longest([
            self.numeric(start),
            self.day(start),
            self.block(start, 4),
            self.short_month(start),
            self.part(start),
            self.week(start),
            self.feast(start),
        ])?;
        let is_day = dated.stamps.iter().any(|stamp| stamp.place.day().is_some());
        match (is_day, is_weekday) {
            (false, true) => None,
            // The zone may stand apart from the time.
            (true, _) => Some((dated, self.skip(self.skip(end, Word::Time), Word::Time))),
            (false, false) => Some((dated, end)),
        }
    }

    /// What token there is.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// What word there is.
    pub(super) fn word(&self, at: usize) -> Option<Word> {
        match self.kind(at)? {
            Kind::Word(word) => Some(word),
            Kind::Number(_) | Kind::Mark(_) | Kind::Other => None,
        }
    }

    /// What number there is.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        match self.kind(at)? {
            Kind::Number(number) => Some(number),
            Kind::Word(_) | Kind::Mark(_) | Kind::Other => None,
        }
    }

    /// The month there.
    pub(super) fn month(&self, at: usize) -> Option<u32> {
        if let Word::Month(month, _) = self.word(at)? { Some(month) } else { None }
    }

    /// The place after a word, where it stands there.
    pub(super) fn skip(&self, at: usize, word: Word) -> usize {
        at + usize::from(self.word(at) == Some(word))
    }

    /// The place after `of` or `in`.
    pub(super) fn skip_in(&self, at: usize) -> usize {
        self.skip(self.skip(at, Word::Of), Word::Beside)
    }

    /// The place after a mark that touches both its neighbours.
    pub(super) fn skip_mark(&self, at: usize) -> usize {
        let touches = |at: usize| self.tokens.get(at).is_some_and(|token| token.tight);
        let is_mark = matches!(self.kind(at), Some(Kind::Mark(_)));
        at + usize::from(is_mark && touches(at) && touches(at + 1))
    }

    /// The day of a month, or the number of a week: one or two digits.
    pub(super) fn small(&self, at: usize) -> Option<u32> {
        let number = self.number(at).filter(|number| number.digits <= 2 && !number.is_short)?;
        u32::try_from(number.value).ok()
    }

    /// The year there, of as many digits or more; `'22` is one of four.
    pub(super) fn year(&self, at: usize, digits: usize) -> Option<i32> {
        let number = self.number(at).filter(|number| !number.is_ordinal)?;
        match number.digits {
            4 => Some(number.value).filter(|year| YEARS.contains(year)),
            2 if number.is_short || digits <= 2 => Some(century(number.value)),
            _ => None,
        }
    }

    /// A year after a date: `of 2022`, `, 2022`. What goes on to be a date itself is none.
    pub(super) fn year_after(&self, at: usize, digits: usize) -> Found<i32> {
        let start = self.skip(at, Word::Of);
        let year = self.year(start, digits)?;
        let is_day = self.small(start).is_some() && self.month(start + 1).is_some();
        (!is_day).then_some((year, start + 1))
    }

    /// A day of a month: `21 oct 2022`, `the 21st of october`, `Oct 21, 2022`, `21-oct-22`.
    fn day(&self, at: usize) -> Found<Dated> {
        longest([self.day_first(at), self.month_first(at), self.year_first(at)])
    }

    fn day_first(&self, at: usize) -> Found<Dated> {
        let (day, after) = match self.word(at) {
            Some(Word::Ordinal(day)) if self.word(at + 1) == Some(Word::Of) => (day, at + 1),
            _ => (self.small(at)?, at + 1),
        };
        let joined = self.skip_mark(after);
        let month_at = self.skip(joined, Word::Of);
        let month = self.month(month_at)?;
        let end = month_at + 1;
        let year_at = if joined > after { self.skip_mark(end) } else { end };
        let year = self.year_after(year_at, 2);
        let place = Place::Day(month, day);
        let whole =
            year.and_then(|(year, end)| Some((Dated::sure(Stamp::new(Some(year), place))?, end)));
        whole.or_else(|| Some((Dated::sure(Stamp::new(None, place))?, end)))
    }

    fn month_first(&self, at: usize) -> Found<Dated> {
        let month = self.month(at)?;
        let joined = self.skip_mark(at + 1);
        let number = self.number(joined)?;
        let day = self.small(joined)?;
        let end = joined + 1;
        let year_at = if joined > at + 1 { self.skip_mark(end) } else { end };
        if let Some((year, end)) = self.year_after(year_at, 2) {
            return Some((Dated::sure(Stamp::new(Some(year), Place::Day(month, day)))?, end));
        }
        let mut stamps: Vec<Stamp> = Stamp::new(None, Place::Day(month, day)).into_iter().collect();
        let may_be_year = number.digits == 2 && !number.is_ordinal && !number.has_dot;
        // 30 February is no month of 2030.
        if may_be_year && (!stamps.is_empty() || day > 31) {
            let year = self.year(joined, 2);
            let is_second = !stamps.is_empty();
            let month = Stamp::new(year, Place::Months(month, 1));
            stamps.extend(month.map(|month| Stamp { is_second, ..month }));
        }
        (!stamps.is_empty()).then_some((Dated { stamps, surety: Surety::Date }, end))
    }

    fn year_first(&self, at: usize) -> Found<Dated> {
        let year = self.year(at, 4)?;
        let month_at = self.skip_mark(at + 1);
        let month = self.month(month_at)?;
        let day_at = self.skip_mark(month_at + 1);
        let day = self.small(day_at).filter(|_| self.month(day_at + 1).is_none());
        let place = day.map(|day| Place::Day(month, day));
        let whole = place.and_then(|place| Dated::sure(Stamp::new(Some(year), place)));
        let whole = whole.map(|day| (day, day_at + 1));
        let of_month = || Dated::sure(Stamp::new(Some(year), Place::Months(month, 1)));
        whole.or_else(|| Some((of_month()?, month_at + 1)))
    }

    /// What a year has no day of: months, quarters, halves, seasons, itself, ten of it. Its year has as
    /// many digits or more.
    pub(super) fn block(&self, at: usize, digits: usize) -> Found<Dated> {
        longest([
            self.month_of(at, digits),
            self.year(at, 4)
                .and_then(|year| Some((Dated::sure(Stamp::new(Some(year), Place::YEAR))?, at + 1))),
            self.season(at),
            self.quarter(at),
            self.decade(at),
        ])
    }

    /// `October`, `oct 2022`, `october of 2022`, `oct/2022`.
    fn month_of(&self, at: usize, digits: usize) -> Found<Dated> {
        let month = Place::Months(self.month(at)?, 1);
        if let Some((year, end)) = self.year_after(self.skip_mark(at + 1), digits) {
            return Some((Dated::sure(Stamp::new(Some(year), month))?, end));
        }
        let dated = Dated::sure(Stamp::new(None, month))?;
        let is_whole = matches!(self.word(at), Some(Word::Month(_, Name::Whole)));
        let surety = if is_whole { Surety::Date } else { Surety::Letters };
        Some((Dated { surety, ..dated }, at + 1))
    }

    /// A month with a year of two digits that can be no day: `april 99`.
    fn short_month(&self, at: usize) -> Found<Dated> {
        let is_year = self.small(at + 1).is_some_and(|day| day > 31);
        if is_year { self.month_of(at, 2) } else { None }
    }

    /// `summer 2022`, `the fall of 2022`, `winter 2022/23`, `2022 autumn`.
    fn season(&self, at: usize) -> Found<Dated> {
        let of = |at: usize| {
            if let Some(Word::Season(month)) = self.word(at) { Some(month) } else { None }
        };
        let (month, year, end) = match of(at) {
            Some(month) => {
                let (year, end) = self.year_after(at + 1, 2)?;
                (month, year, end)
            }
            None => (of(at + 1)?, self.year(at, 4)?, at + 2),
        };
        let place = Place::Months(month, 3);
        if month != 12 {
            return Some((Dated::sure(Stamp::new(Some(year), place))?, end));
        }
        let next_at = self.skip_mark(end);
        let next = self.year(next_at, 2).filter(|next| next_at > end && *next == year + 1);
        if next.is_some() {
            return Some((Dated::sure(Stamp::new(Some(year), place))?, next_at + 1));
        }
        // The winter that ends in the year, and the one that begins in it.
        let stamps = [year - 1, year].into_iter();
        let stamps = stamps.filter_map(|year| Stamp::new(Some(year), place)).collect();
        Some((Dated { stamps, surety: Surety::Date }, end))
    }

    /// `q3 2022`, `2022-Q3`, `h1 2022`, `the third quarter of 2022`, `second half of october`.
    fn quarter(&self, at: usize) -> Found<Dated> {
        let length = |at: usize| {
            let known = [(Word::Quarter, 3), (Word::Half, 6)].into_iter();
            known.filter(|(word, _)| self.word(at) == Some(*word)).map(|(_, months)| months).next()
        };
        let place = |number: u32, length: u32| {
            let is_one = (1..=12 / length).contains(&number);
            is_one.then(|| Place::Months((number - 1) * length + 1, length))
        };
        if let Some(length) = length(at) {
            let part = place(self.small(at + 1)?, length)?;
            let (year, end) = self.year_after(self.skip_mark(at + 2), 2)?;
            return Some((Dated::sure(Stamp::new(Some(year), part))?, end));
        }
        if let Some(year) = self.year(at, 4) {
            let at = self.skip_mark(at + 1);
            let part = place(self.small(at + 1)?, length(at)?)?;
            return Some((Dated::sure(Stamp::new(Some(year), part))?, at + 2));
        }
        let length = length(at + 1)?;
        let number = self.ordinal(at, 12 / length)?;
        let of = self.skip_in(at + 2);
        if let Some((year, end)) = self.year_after(of, 4) {
            return Some((Dated::sure(Stamp::new(Some(year), place(number, length)?))?, end));
        }
        let (month, end) = self.month_of(of, 2).filter(|_| length == 6)?;
        let (first, last) = if number == 1 { (1, 15) } else { (16, 31) };
        let half =
            |stamp: Stamp| Stamp::new(stamp.year, Place::Days(stamp.place.month()?, first, last));
        let stamps = month.stamps.into_iter().filter_map(half).collect();
        Some((Dated { stamps, surety: Surety::Date }, end))
    }

    /// Which one of so many is meant: `first`, `2nd`, `last`.
    fn ordinal(&self, at: usize, of: u32) -> Option<u32> {
        let number = match self.kind(at)? {
            Kind::Word(Word::Ordinal(number)) => number,
            Kind::Word(Word::Last) => of,
            Kind::Number(number) if number.is_ordinal => self.small(at)?,
            Kind::Number(_) | Kind::Word(_) | Kind::Mark(_) | Kind::Other => return None,
        };
        (1..=of).contains(&number).then_some(number)
    }

    /// `the 1990s`, `90s`.
    fn decade(&self, at: usize) -> Found<Dated> {
        let number = self.number(at).filter(|_| self.word(at + 1) == Some(Word::Decade))?;
        let year = match number.digits {
            4 => number.value,
            // "30s" are seconds.
            2 if number.is_short || number.value >= 50 => century(number.value),
            _ => return None,
        };
        let stamp = Stamp::new(Some(year), Place::Years(0, 10)).filter(|_| year % 10 == 0);
        Some((Dated::sure(stamp)?, at + 2))
    }

    /// `mid july 2022`, `end of november`, `early 2022`, `first days of october`.
    fn part(&self, at: usize) -> Found<Dated> {
        let (third, link, after) = match (self.word(at)?, self.word(at + 1)) {
            (Word::Third(third, link), _) => (third, link, at + 1),
            (Word::Ordinal(1), Some(Word::Days)) => (Third::Early, Link::Of, at + 2),
            (Word::Last, Some(Word::Days)) => (Third::Late, Link::Of, at + 2),
            _ => return None,
        };
        let of = self.skip(self.skip_mark(after), Word::Of);
        let has_of = self.word(of.saturating_sub(1)) == Some(Word::Of);
        let may_follow = match link {
            Link::None => true,
            Link::OfBeforeYears => has_of || self.month(of).is_some(),
            Link::Of => has_of,
        };
        let (whole, end) = self.block(of, 2).filter(|_| may_follow)?;
        let part = |stamp: Stamp| Stamp::new(stamp.year, stamp.place.third(third)?);
        let stamps: Vec<Stamp> = whole.stamps.into_iter().filter_map(part).collect();
        (!stamps.is_empty()).then_some((Dated { stamps, surety: Surety::Date }, end))
    }
}
