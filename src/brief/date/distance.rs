//! How two dates stand to each other in time, as exactly as both are known and no more exactly.

mod unit;

use super::{End, Form, Part, When};
use crate::text;
use crate::text::DisplayText;
use unit::{Closeness, DAY, Unit, counted};

/// How another date stands in time to one, where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Both are of one minute, or one second where both are known to that, whatever offset each is written
    /// in.
    SameMoment(Doubt, Tick),
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
        let to_later = Gap::between(one.0.form, other.0.form);
        let to_earlier = || Gap::between(other.0.form, one.0.form);
        Some(match to_later.or_else(to_earlier) {
            Some(Gap::NoDay(doubt)) => match to_earlier() {
                Some(Gap::NoDay(back)) => Self::SameDay(doubt.and(back)),
                Some(Gap::NoTime(..) | Gap::Time(_)) | None => Self::SameDay(doubt),
            },
            Some(Gap::NoTime(doubt, tick)) => Self::SameMoment(doubt, tick),
            Some(Gap::Time(distance)) if to_later.is_some() => Self::Later(distance),
            Some(Gap::Time(distance)) => Self::Earlier(distance),
            // Times of one day that overlap.
            None => Self::SameDay(Gap::of_one_day(one.0.form, other.0.form)?),
        })
    }

    /// `13-42 days later`, `1 day earlier`, `37 days after it began`, `the same day`, `the same moment`.
    #[must_use]
    pub fn words(self) -> DisplayText {
        match self {
            Self::SameMoment(doubt, _) if doubt.about => doubt.around(&text!["the same time"]),
            Self::SameMoment(doubt, Tick::Minute) => doubt.around(&text!["the same minute"]),
            Self::SameMoment(doubt, Tick::Second) => doubt.around(&text!["the same second"]),
            Self::SameDay(doubt) => doubt.around(&text!["the same day"]),
            Self::Earlier(distance) => distance.phrase("earlier", "earlier"),
            Self::Later(distance) => distance.phrase("later", "after it began"),
        }
    }

    /// The same behind a date that says itself that it is not exact.
    #[must_use]
    pub fn words_beside_about(self) -> DisplayText {
        let plain = |doubt: Doubt| Doubt { about: false, ..doubt };
        match self {
            // Without "about" it would be one exact time.
            Self::SameMoment(..) => self,
            Self::SameDay(doubt) => Self::SameDay(plain(doubt)),
            Self::Earlier(distance) => {
                Self::Earlier(Distance { doubt: plain(distance.doubt), ..distance })
            }
            Self::Later(distance) => {
                Self::Later(Distance { doubt: plain(distance.doubt), ..distance })
            }
        }
        .words()
    }
}

/// How finely times of day are compared: no finer than both are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Minutes.
    Minute,
    /// Seconds.
    Second,
}

/// How far a date is from exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doubt {
    about: bool,
    doubtful: bool,
}

impl Doubt {
    fn and(self, other: Self) -> Self {
        Self { about: self.about || other.about, doubtful: self.doubtful || other.doubtful }
    }

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
    /// Seconds at least.
    least: i64,
    /// Seconds at most; none where there is no end to it.
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
            Apart::SameMoment(..) | Apart::SameDay(_) | Apart::Earlier(_) => None,
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

    /// How far it can have been at most, then at least, in seconds; what has no end is the farthest.
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

    /// In the one unit that a person would take: `46 days`, `13-42 days`, `about 2 days`, `almost 5 years`,
    /// `14 months`, `at least 12 days`.
    #[must_use]
    pub fn words(self) -> DisplayText {
        self.phrase("", "")
    }

    /// The same with a direction, or with another one where it counts from a beginning.
    fn phrase(self, direction: &'static str, from_beginning: &'static str) -> DisplayText {
        let direction = if self.from_beginning() { from_beginning } else { direction };
        let blank = if direction.is_empty() { "" } else { " " };
        let (closeness, amount) = self.amount();
        let doubt = if self.doubt.doubtful { " (?)" } else { "" };
        text![self.closeness_words(closeness), amount, blank, direction, doubt]
    }

    /// What says how near an amount is; a date that is about right makes every distance so.
    fn closeness_words(self, closeness: Closeness) -> &'static str {
        match (self.doubt.about, closeness) {
            (true, Closeness::AtLeast) => "at least about ",
            (true, Closeness::AtMost) => "at most about ",
            (false, Closeness::AtLeast) => "at least ",
            (false, Closeness::AtMost) => "at most ",
            (false, Closeness::Almost) => "almost ",
            (false, Closeness::MoreThan) => "more than ",
            (false, Closeness::Exact) => "",
            (true, Closeness::Almost | Closeness::MoreThan | Closeness::Exact)
            | (_, Closeness::About) => "about ",
        }
    }

    /// An amount, and how near it is.
    fn amount(self) -> (Closeness, DisplayText) {
        let Some(most) = self.most else {
            let unit = Unit::of(self.least, self.finest);
            return (Closeness::AtLeast, counted(unit.whole(self.least), unit));
        };
        let unit = Unit::of(most, self.finest);
        match (unit.nearest(self.least), unit.nearest(most)) {
            (low, high) if low == high => {
                let (least, most) = (unit.near(self.least), unit.near(most));
                // What is about right anyway, or nearer at one end than at the other, is the nearest.
                let is_one = least == most && !self.doubt.about;
                let (closeness, count) = if is_one { most } else { (Closeness::About, high) };
                (closeness, counted(count, unit))
            }
            // The lower end is too small for the unit of the upper one.
            (0, _) => (Closeness::AtMost, counted(unit.rounded_up(most), unit)),
            (low, high) => (Closeness::Exact, text![low, "-", counted(high, unit)]),
        }
    }
}

/// What lies between a date and one that is not earlier.
#[derive(Clone, Copy)]
enum Gap {
    /// The day of the one is the day of the other, and the time of day of one of them is not known.
    NoDay(Doubt),
    /// The minute or the second of the one is that of the other.
    NoTime(Doubt, Tick),
    Time(Distance),
}

impl Gap {
    /// None where the second date may be the earlier one, or where both may be of one day, but need
    /// not.
    fn between(from: Form, to: Form) -> Option<Self> {
        let (start, left) = Point::left(from)?;
        let end = Point::met(to)?;
        match Tick::of(start, end) {
            Some(tick) => Self::in_ticks((start, end), left, tick),
            None => Self::in_days((start, end), left),
        }
    }

    fn in_ticks((start, end): (Point, Point), left: Left, tick: Tick) -> Option<Self> {
        let at = |part: Option<Part>| Some(tick.floor(part?.moment()?.second()));
        let least = at(end.from)? - at(start.to)?;
        let most = at(end.to).zip(at(start.from)).map(|(to, from)| to - from);
        let doubt = start.doubt().and(end.doubt());
        match (least, most) {
            (0, Some(0)) => Some(Self::NoTime(doubt, tick)),
            (..=0, _) => None,
            (1.., _) => {
                Some(Self::Time(Distance { least, most, finest: tick.unit(), doubt, left }))
            }
        }
    }

    fn in_days((start, end): (Point, Point), left: Left) -> Option<Self> {
        let first_day = |part: Option<Part>| part.and_then(Part::first);
        let last_day = |part: Option<Part>| part.and_then(Part::last);
        let least = first_day(end.from)?.days_since(last_day(start.to)?);
        let most = first_day(start.from).zip(last_day(end.to));
        let most = most.map(|(from, to)| to.days_since(from));
        let doubt = start.doubt().and(end.doubt());
        match (least, most) {
            (0, Some(0)) => Some(Self::NoDay(doubt)),
            (..=0, _) => None,
            (1.., _) => Some(Self::Time(Distance {
                least: least * DAY,
                most: most.map(|most| most * DAY),
                finest: Unit::Day,
                doubt,
                left,
            })),
        }
    }

    /// How sure it is that both are of one day, where their times of day leave the order open.
    fn of_one_day(one: Form, other: Form) -> Option<Doubt> {
        let of = |from: Form, to: Form| {
            let (start, left) = Point::left(from)?;
            let end = Point::met(to)?;
            Tick::of(start, end)?;
            match Self::in_days((start, end), left)? {
                Self::NoDay(doubt) => Some(doubt),
                Self::NoTime(..) | Self::Time(_) => None,
            }
        };
        // Each way knows the doubt of the ends between which it goes.
        match (of(one, other), of(other, one)) {
            (Some(there), Some(back)) => Some(there.and(back)),
            (there, back) => there.or(back),
        }
    }
}

impl Tick {
    /// How finely two dates are compared; none where one of them is known to the day at the best.
    fn of(one: Point, other: Point) -> Option<Self> {
        let parts = [one.from, one.to, other.from, other.to].into_iter().flatten();
        let clocks: Option<Vec<_>> = parts.map(|part| part.clock).collect();
        let to_the_second = clocks?.iter().all(|clock| clock.second.is_some());
        Some(if to_the_second { Self::Second } else { Self::Minute })
    }

    fn floor(self, seconds: i64) -> i64 {
        match self {
            Self::Minute => seconds.div_euclid(60) * 60,
            Self::Second => seconds,
        }
    }

    fn unit(self) -> Unit {
        match self {
            Self::Minute => Unit::Minute,
            Self::Second => Unit::Second,
        }
    }
}

/// How long it was from one exact time to another: `45 minutes`, `2 hours 5 minutes`, `3 days`.
pub(super) fn lasting(start: Part, end: Part) -> Option<DisplayText> {
    let tick = Tick::of(Point::at(start), Point::at(end)).filter(|_| start.is_exact())?;
    let at = |part: Part| Some(tick.floor(part.moment()?.second()));
    let seconds = at(end)? - at(start)?;
    end.is_exact().then(|| unit::in_two(seconds))
}

/// The dates between which something can have been; none is open.
#[derive(Clone, Copy)]
struct Point {
    from: Option<Part>,
    to: Option<Part>,
}

impl Point {
    fn at(part: Part) -> Self {
        Self { from: Some(part), to: Some(part) }
    }

    fn doubt(self) -> Doubt {
        let parts = || self.from.into_iter().chain(self.to);
        Doubt { about: parts().any(|part| part.about), doubtful: parts().any(|part| part.doubtful) }
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
            Form::One(_) | Form::Between(..) | Form::By(_) | Form::After(_) => {
                Some((Self::once(form), Left::Moment))
            }
        }
    }

    /// Whither the time counts before a date: to the beginning of what lasted.
    fn met(form: Form) -> Option<Self> {
        match form {
            Form::Lasted(End::At(start), _) => Some(Self::at(start)),
            Form::Lasted(End::Open | End::Unknown, _) | Form::Unreadable(_) => None,
            Form::One(_) | Form::Between(..) | Form::By(_) | Form::After(_) => {
                Some(Self::once(form))
            }
        }
    }

    fn once(form: Form) -> Self {
        let (from, to) = form.ends();
        Self { from, to }
    }
}

#[cfg(test)]
mod tests;
