//! Where a date lies in time: its first and last day, what is before what, and where a timeline has it.

use super::{Day, End, Form, Moment, Part, When};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a timeline has a date, as [`When::timeline_place`] says: places compare in timeline order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TimelinePlace {
    month: Option<(i32, u32)>,
    part: PartOfMonth,
    /// The day by which it stands; what has no end stands last.
    by: (bool, Option<Day>),
    /// The time of that day, of what has no beginning.
    at: Option<Moment>,
}

/// The `order` of an event that has none.
pub const FIRST_OF_DAY: u32 = 1;

/// Of events as they are told, each with its place: the latest moment that is told before it there.
pub fn told_before<P: Ord>(
    events: impl Iterator<Item = (P, Option<Moment>)>,
) -> Vec<Option<Moment>> {
    let mut latest: BTreeMap<P, Moment> = BTreeMap::new();
    let told = events.map(|(place, own)| {
        let known = latest.get(&place).copied();
        if let Some(now) = own.max(known) {
            latest.insert(place, now);
        }
        known
    });
    told.collect()
}

/// Which part of a month's dates one belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum PartOfMonth {
    Days,
    Longer,
    NoBeginning,
}

impl When {
    /// The day at which a timeline lists it: the first it can have been, or the last where the
    /// beginning is open.
    #[must_use]
    pub fn listed_day(&self) -> Option<Day> {
        self.0.earliest.or(self.0.latest)
    }

    /// The days among which it was, or began where it lasted, or ended where the beginning is open;
    /// `None` where not even that is known from both sides.
    #[must_use]
    pub fn listed_days(&self) -> Option<(Day, Day)> {
        let days = |part: Part| part.first().zip(part.last());
        match self.0.form {
            Form::One(part)
            | Form::By(part)
            | Form::After(part)
            | Form::Lasted(End::At(part), _)
            | Form::Lasted(_, End::At(part)) => days(part),
            Form::Between(..) => self.0.earliest.zip(self.0.latest),
            Form::Lasted(..) | Form::Unreadable(_) => None,
        }
    }

    /// Whether it can have been within the days `first` to `last`, both included.
    #[must_use]
    pub fn overlaps(&self, first: Day, last: Day) -> bool {
        self.is_readable()
            && self.0.earliest.is_none_or(|day| day <= last)
            && self.0.latest.is_none_or(|day| day >= first)
    }

    /// Whether it is certainly before another: its last moment before the first of that where both have a
    /// time of day, else its last day before the first of that.
    #[must_use]
    pub fn is_before(&self, other: &Self) -> bool {
        let (last, first) = (self.0.form.ends().1, other.0.form.ends().0);
        let moments = last.and_then(Part::last_moment).zip(first.and_then(Part::moment));
        match moments {
            Some((last, first)) => last < first,
            None => self.0.latest.zip(other.0.earliest).is_some_and(|(last, first)| last < first),
        }
    }

    /// The moment at which a timeline lists it: when it was or began, where the time of day is known.
    #[must_use]
    pub fn moment(&self) -> Option<Moment> {
        self.0.form.ends().0?.moment()
    }

    /// How many minutes east of UTC the clock was from which its time is listed; none where it has none.
    #[must_use]
    pub fn clock(&self) -> Option<i32> {
        let (from, to) = self.0.form.ends();
        from.or(to)?.clock.map(|clock| clock.offset.minutes())
    }

    /// Where a timeline has it, but for the time of day: by the month of its
    /// [`listed_day`](Self::listed_day). Of one month first come the days, and what began on a day; then
    /// what is known only to the month or longer, by its end, so that a year stands in the month in which it
    /// begins; then what has no beginning, by its end.
    #[must_use]
    pub fn timeline_place(&self) -> TimelinePlace {
        if let Form::Unreadable(Some(above)) = self.0.form {
            return above;
        }
        let listed = self.listed_day();
        let end = (self.0.latest.is_none(), self.0.latest);
        let (part, by) = if self.0.earliest.is_none() {
            (PartOfMonth::NoBeginning, end)
        } else if self.begins_on_a_day() {
            (PartOfMonth::Days, (false, listed))
        } else {
            (PartOfMonth::Longer, end)
        };
        let at = self.0.form.ends().1.and_then(Part::moment);
        TimelinePlace {
            month: listed.map(|day| (day.year(), day.month())),
            part,
            by,
            at: at.filter(|_| part == PartOfMonth::NoBeginning),
        }
    }

    /// Whether it was or began on a day that is known, however surely.
    #[must_use]
    pub fn begins_on_a_day(&self) -> bool {
        self.0.form.ends().0.is_some_and(|part| part.day.is_some())
    }
}

/// The first and the last day on which it can have been.
pub(super) fn bounds(form: Form) -> (Option<Day>, Option<Day>) {
    let (from, to) = form.ends();
    match (from.and_then(Part::first), to.and_then(Part::last)) {
        // By the clocks of two places what is an hour later can be of the day before.
        (Some(first), Some(last)) if last < first => (Some(last), Some(first)),
        bounds => bounds,
    }
}
