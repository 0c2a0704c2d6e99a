//! Times of day in words: `7 Sep 2022 14:20 (+02:00)`, `between 14:20 and 15:05 on 7 Sep 2022 (UTC)`.

use super::super::distance::lasting;
use super::super::moment::{Clock, Offset};
use super::{End, Form, Part, Words, same_day, weekday_before};
use crate::choice::Times;
use crate::text;
use crate::text::DisplayText;

/// A date by the clock in which times are shown: what is shown in UTC has its day in UTC.
pub(in crate::brief::date) fn moved(form: Form, times: Times) -> Form {
    match times {
        Times::Utc => form.map(|part| in_utc(part).unwrap_or(part)),
        Times::Reported | Times::Local => form,
    }
}

fn in_utc(part: Part) -> Option<Part> {
    let (day, clock) = part.clock?.in_utc(part.first()?)?;
    let (month, of_month) = (Some(day.month()), Some(day.day()));
    Some(Part { year: day.year(), month, day: of_month, clock: Some(clock), ..part })
}

/// The time of day alone, for a row beside another time of the same day and clock: `14:20`, `about 14:20`,
/// `14:20-15:05`; none where it is of another day or clock, or has no time.
pub(in crate::brief::date) fn time_beside(
    form: Form,
    other: Form,
    times: Times,
) -> Option<DisplayText> {
    let (form, other) = (moved(form, times), moved(other, times));
    let beside = |part: Part, other: Part| {
        let offsets = part.clock?.offset == other.clock?.offset;
        (offsets && same_day(part, other)).then_some(())
    };
    let other = other.ends().0.or(other.ends().1)?;
    match form {
        Form::One(part) => {
            beside(part, other)?;
            time(part)
        }
        Form::Lasted(End::At(start), End::At(end)) => {
            beside(start, other)?;
            beside(end, other)?;
            Some(text![time(start)?, "-", time(end)?])
        }
        Form::Lasted(..)
        | Form::Between(..)
        | Form::By(_)
        | Form::After(_)
        | Form::Unreadable(_) => None,
    }
}

/// `14:20`, `about 14:20`, `14:20 (?)`.
fn time(part: Part) -> Option<DisplayText> {
    let about = if part.about { "about " } else { "" };
    let doubt = if part.doubtful { " (?)" } else { "" };
    Some(text![about, part.clock?.text(), doubt])
}

/// Whose clock a time was read from.
struct Zone {
    /// Behind the time.
    after: &'static str,
    /// In brackets behind the date.
    note: DisplayText,
}

impl Zone {
    fn of(clock: Clock, times: Times) -> Self {
        match (times, clock.offset) {
            (Times::Local, Offset::Minutes(_)) => {
                Self { after: " local time", note: clock.offset.text() }
            }
            (Times::Local, Offset::Utc) => {
                Self { after: "", note: text!["UTC; local time not given"] }
            }
            (Times::Reported | Times::Utc, _) => Self { after: "", note: clock.offset.text() },
        }
    }
}

impl Words {
    /// One time of a day: `7 Sep 2022 14:20 (+02:00)`, `about 14:20 on 7 Sep 2022 (+02:00)`.
    pub(super) fn at(self, part: Part, clock: Clock) -> DisplayText {
        let Zone { after, note } = Zone::of(clock, self.times);
        let (day, time) = (self.day(part), time(part).unwrap_or_default());
        if part.about {
            text![time, after, " on ", day, " (", note, ")"]
        } else {
            text![day, " ", time, after, " (", note, ")"]
        }
    }

    fn day(self, part: Part) -> DisplayText {
        if self.weekday && !part.doubtful {
            text![weekday_before(part), self.part(part)]
        } else {
            self.part(part)
        }
    }

    /// From one time to another; none where one of them is no time.
    pub(super) fn clocked(self, form: Form) -> Option<DisplayText> {
        match form {
            Form::Lasted(End::At(start), End::At(end)) => self.stretch(start, end),
            Form::Between(start, end) => self.between(start, end),
            Form::One(_)
            | Form::Lasted(..)
            | Form::By(_)
            | Form::After(_)
            | Form::Unreadable(_) => None,
        }
    }

    fn stretch(self, start: Part, end: Part) -> Option<DisplayText> {
        let (first, last) = (start.clock?, end.clock?);
        let Zone { after, note } = Zone::of(last, self.times);
        let length = lasting(start, end);
        let note = match &length {
            Some(length) => text![note, ", ", length],
            None => note,
        };
        let of_one_clock = first.offset == last.offset;
        let is_exact = start.is_exact() && end.is_exact();
        Some(match (of_one_clock, is_exact, same_day(start, end)) {
            (true, true, true) => {
                let times = text![first.text(), "-", last.text()];
                text![self.day(end), " ", times, after, " (", note, ")"]
            }
            (true, false, true) => {
                let times = text![time(start)?, " to ", time(end)?];
                text![times, after, " on ", self.day(end), " (", note, ")"]
            }
            (true, true, false) => {
                let days = (self.beginning(start, end), self.part(end));
                let (start, end) = (text![days.0, " ", first.text()], last.text());
                text![start, " - ", days.1, " ", end, after, " (", note, ")"]
            }
            (true | false, _, _) => {
                let plain = Self { weekday: false, ..self };
                let both = text![plain.at(start, first), " to ", plain.at(end, last)];
                length.map_or(both.clone(), |length| text![both, ", ", length])
            }
        })
    }

    fn between(self, start: Part, end: Part) -> Option<DisplayText> {
        let (first, last) = (start.clock?, end.clock?);
        let Zone { after, note } = Zone::of(last, self.times);
        let of_one_clock = first.offset == last.offset;
        Some(match (of_one_clock, same_day(start, end)) {
            (true, true) => {
                let times = text![first.text(), " and ", last.text()];
                text!["between ", times, after, " on ", self.day(end), " (", note, ")"]
            }
            (true, false) => {
                let start = text![self.beginning(start, end), " ", first.text()];
                let end = text![self.part(end), " ", last.text()];
                text!["between ", start, " and ", end, after, " (", note, ")"]
            }
            (false, _) => {
                let plain = Self { weekday: false, ..self };
                text!["between ", plain.at(start, first), " and ", plain.at(end, last)]
            }
        })
    }

    /// The day of a beginning, without the year that the end has too.
    fn beginning(self, start: Part, end: Part) -> DisplayText {
        Self { understood: Some(end.year), ..self }.part(start)
    }
}
