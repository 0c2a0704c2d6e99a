//! How two dates stand to each other in time, as exactly as both are known and no more exactly.

mod unit;

use super::{Day, End, Form, Part, When};
use crate::text;
use crate::text::DisplayText;
use unit::{DAY, Unit, counted};

/// How another date stands in time to one, where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Both are one moment, known to the minute, whatever offset each is written in.
    SameMoment,
    /// Both are, or meet on, one day, and which of them came first is not known.
    SameDay(Doubt),
    /// The other one is certainly earlier.
    Earlier(Distance),
    /// The other one is certainly later.
    Later(Distance),
}

impl Apart {
    /// How the other date stands to the one; none where neither their order nor a day that they share
    /// is known.
    #[must_use]
    pub fn between(one: &When, other: &When) -> Option<Self> {
        if let (Some(here), Some(there)) = (one.minute(), other.minute()) {
            let minutes = there - here;
            let distance = Distance::exact(minutes.abs());
            return Some(match minutes {
                0 => Self::SameMoment,
                ..0 => Self::Earlier(distance),
                1.. => Self::Later(distance),
            });
        }
        let to_later = Gap::between(one.form, other.form);
        let to_earlier = || Gap::between(other.form, one.form);
        match to_later.or_else(to_earlier)? {
            Gap::None(doubt) => Some(Self::SameDay(doubt)),
            Gap::Days(distance) if to_later.is_some() => Some(Self::Later(distance)),
            Gap::Days(distance) => Some(Self::Earlier(distance)),
        }
    }

    /// `13-42 days later`, `1 day earlier`, `37 days after it began`, `the same day`, `the same moment`.
    #[must_use]
    pub fn words(self) -> DisplayText {
        match self {
            Self::SameMoment => text!["the same moment"],
            Self::SameDay(doubt) => doubt.around(&text!["the same day"]),
            Self::Earlier(distance) => distance.phrase("earlier", "earlier"),
            Self::Later(distance) => distance.phrase("later", "after it began"),
        }
    }
}

/// How far a date is from exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doubt {
    about: bool,
    doubtful: bool,
}

impl Doubt {
    fn around(self, words: &DisplayText) -> DisplayText {
        let about = if self.about { "about " } else { "" };
        let doubt = if self.doubtful { " (?)" } else { "" };
        text![about, words, doubt]
    }
}

/// Time that passed from one date to a later one.
///
/// What lasted is left at its end and met at its beginning; what is still on, or whose end nobody
/// knows, is left at its beginning ([`from_beginning`](Self::from_beginning)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// Minutes at least.
    least: i64,
    /// Minutes at most; none where there is no end to it.
    most: Option<i64>,
    finest: Unit,
    doubt: Doubt,
    left: Left,
}

/// Where the time begins to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Moment,
    Beginning,
    Ending,
}

impl Distance {
    /// The time from a date to another one. None where the other one is not certainly later.
    #[must_use]
    pub fn between(from: &When, to: &When) -> Option<Self> {
        match Apart::between(from, to)? {
            Apart::Later(distance) => Some(distance),
            Apart::SameMoment | Apart::SameDay(_) | Apart::Earlier(_) => None,
        }
    }

    fn exact(minutes: i64) -> Self {
        Self {
            least: minutes,
            most: Some(minutes),
            finest: Unit::Minute,
            doubt: Doubt::default(),
            left: Left::Moment,
        }
    }

    /// The whole days that passed at least.
    #[must_use]
    pub fn least_days(self) -> i64 {
        self.least / DAY
    }

    /// The whole days that passed at most; none where there is no end to it.
    #[must_use]
    pub fn most_days(self) -> Option<i64> {
        self.most.map(|most| most / DAY)
    }

    /// How far it can have been at most, then at least, in minutes; what has no end is the farthest.
    #[must_use]
    pub fn reach(self) -> (i64, i64) {
        (self.most.unwrap_or(i64::MAX), self.least)
    }

    /// Whether the earlier date lasted and the time counts from its beginning, as it is still on or
    /// nobody knows its end.
    #[must_use]
    pub fn from_beginning(self) -> bool {
        self.left == Left::Beginning
    }

    /// Whether the earlier date lasted and the time counts from its end.
    #[must_use]
    pub fn from_ending(self) -> bool {
        self.left == Left::Ending
    }

    /// In the one unit that a person would take: `46 days`, `13-42 days`, `about 2 days`,
    /// `14 months`, `at least 12 days`.
    #[must_use]
    pub fn words(self) -> DisplayText {
        self.doubt.around(&self.amount())
    }

    /// The same with a direction, or with another one where it counts from a beginning.
    fn phrase(self, direction: &'static str, from_beginning: &'static str) -> DisplayText {
        let direction = if self.from_beginning() { from_beginning } else { direction };
        self.doubt.around(&text![self.amount(), " ", direction])
    }

    fn amount(self) -> DisplayText {
        let Some(most) = self.most else {
            let unit = Unit::of(self.least, self.finest);
            return text!["at least ", counted(unit.whole(self.least), unit)];
        };
        let unit = Unit::of(most, self.finest);
        match (unit.nearest(self.least), unit.nearest(most)) {
            (low, high) if low == high => counted(high, unit),
            // The lower end is too small for the unit of the upper one.
            (0, _) => text!["at most ", counted(unit.rounded_up(most), unit)],
            (low, high) => text![low, "-", counted(high, unit)],
        }
    }
}

/// What lies between a date and one that is not earlier, where only days are known.
#[derive(Clone, Copy)]
enum Gap {
    /// Nothing: the day of the one is the day of the other.
    None(Doubt),
    Days(Distance),
}

impl Gap {
    /// None where the second date may be the earlier one, or where both may be of one day, but need
    /// not.
    fn between(from: Form, to: Form) -> Option<Self> {
        let (start, left) = Point::left(from)?;
        let end = Point::met(to)?;
        let doubt = Doubt {
            about: start.doubt.about || end.doubt.about,
            doubtful: start.doubt.doubtful || end.doubt.doubtful,
        };
        let least = end.first?.days_since(start.last?);
        let most = start.first.zip(end.last).map(|(from, to)| to.days_since(from));
        match (least, most) {
            (0, Some(0)) => Some(Self::None(doubt)),
            (..=0, _) => None,
            (1.., _) => Some(Self::Days(Distance {
                least: least * DAY,
                most: most.map(|most| most * DAY),
                finest: Unit::Day,
                doubt,
                left,
            })),
        }
    }
}

/// The days on which something can have been; none is open.
#[derive(Clone, Copy)]
struct Point {
    first: Option<Day>,
    last: Option<Day>,
    doubt: Doubt,
}

impl Point {
    fn of(start: Option<Part>, end: Option<Part>) -> Self {
        let parts = || start.into_iter().chain(end);
        Self {
            first: start.and_then(Part::first),
            last: end.and_then(Part::last),
            doubt: Doubt {
                about: parts().any(|part| part.about),
                doubtful: parts().any(|part| part.doubtful),
            },
        }
    }

    fn at(part: Part) -> Self {
        Self::of(Some(part), Some(part))
    }

    /// Whence the time counts after a date.
    fn left(form: Form) -> Option<(Self, Left)> {
        match form {
            Form::Lasted(_, End::At(end)) => Some((Self::at(end), Left::Ending)),
            Form::Lasted(End::At(start), End::Open | End::Unknown) => {
                Some((Self::at(start), Left::Beginning))
            }
            Form::Lasted(End::Open | End::Unknown, End::Open | End::Unknown)
            | Form::Unreadable(_) => None,
            Form::One(_) | Form::Minute(..) | Form::Between(..) | Form::By(_) | Form::After(_) => {
                Some((Self::once(form)?, Left::Moment))
            }
        }
    }

    /// Whither the time counts before a date: to the beginning of what lasted.
    fn met(form: Form) -> Option<Self> {
        match form {
            Form::Lasted(End::At(start), _) => Some(Self::at(start)),
            Form::Lasted(End::Open | End::Unknown, _) | Form::Unreadable(_) => None,
            Form::One(_) | Form::Minute(..) | Form::Between(..) | Form::By(_) | Form::After(_) => {
                Self::once(form)
            }
        }
    }

    fn once(form: Form) -> Option<Self> {
        match form {
            Form::One(part) | Form::Minute(part, _) => Some(Self::at(part)),
            Form::Between(start, end) => Some(Self::of(Some(start), Some(end))),
            Form::By(end) => Some(Self::of(None, Some(end))),
            Form::After(start) => Some(Self::of(Some(start), None)),
            Form::Lasted(..) | Form::Unreadable(_) => None,
        }
    }
}

impl When {
    /// Minutes since 1 January of the year 1 (UTC), where the minute is known.
    fn minute(&self) -> Option<i64> {
        let first = Day::new(1, 1, 1)?;
        Some(self.earliest?.days_since(first) * DAY + self.seconds()?.div_euclid(60))
    }
}

#[cfg(test)]
mod tests;
