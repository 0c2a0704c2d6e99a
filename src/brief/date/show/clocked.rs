//! Times of day in words: `7 Sep 2022 14:20 (+02:00)`, `between 14:20 and 15:05 on 7 Sep 2022 (UTC)`.

use super::super::Day;
use super::super::distance::lasting;
use super::super::moment::{Clock, Offset};
use super::super::place::bounds;
use super::{End, Form, Part, Words, of_days, same_day, weekday_before};
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

/// In a row about another date, without the year that both have. Where both have a time of day, it is told,
/// without the day that both have and without the clock of both; else days alone.
pub(in crate::brief::date) fn beside(form: Form, other: Form, times: Times) -> DisplayText {
    let (form, other) = (moved(form, times), moved(other, times));
    let listed = |form: Form| form.ends().0.or(form.ends().1);
    let (own, spoken_of) = (listed(form), listed(other));
    let clocks = own.and_then(|part| part.clock).zip(spoken_of.and_then(|part| part.clock));
    let (day, other_day) = (first_known(form), first_known(other));
    // A month alone could be that of any year, unless it is near.
    let is_far = day.zip(other_day).is_some_and(|(day, other)| day.days_since(other).abs() > NEAR);
    let is_month = own.is_some_and(|part| part.day.is_none());
    let understood = other_day.filter(|_| !(is_month && is_far)).map(Day::year);
    let words = Words { understood, ..Words::new(times) };
    match clocks {
        Some((clock, known)) => {
            let day = spoken_of.and_then(Part::first);
            Words { day, zone: clock.offset != known.offset, ..words }.text(form)
        }
        None => words.date(of_days(form)),
    }
}

/// Days within which a month without its year is that of the date it stands beside.
const NEAR: i64 = 62;

/// The first day that a date can mean, else the last.
fn first_known(form: Form) -> Option<Day> {
    let (first, last) = bounds(form);
    first.or(last)
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
    note: Option<DisplayText>,
}

impl Zone {
    /// A blank and what stands in brackets behind the date, with how long it was.
    fn brackets(&self, length: Option<&DisplayText>) -> DisplayText {
        match (&self.note, length) {
            (Some(note), Some(length)) => text![" (", note, ", ", length, ")"],
            (Some(only), None) | (None, Some(only)) => text![" (", only, ")"],
            (None, None) => DisplayText::default(),
        }
    }
}

impl Words {
    fn zone_of(self, clock: Clock) -> Zone {
        let (after, note) = match (self.times, clock.offset) {
            (Times::Local, Offset::Minutes(_)) => (" local time", clock.offset.text()),
            (Times::Local, Offset::Utc) => ("", text!["UTC; local time not given"]),
            (Times::Reported | Times::Utc, _) => ("", clock.offset.text()),
        };
        if self.zone { Zone { after, note: Some(note) } } else { Zone { after: "", note: None } }
    }

    /// One time of a day: `7 Sep 2022 14:20 (+02:00)`, `about 14:20 on 7 Sep 2022 (+02:00)`.
    pub(super) fn at(self, part: Part, clock: Clock) -> DisplayText {
        let zone = self.zone_of(clock);
        // A part without a time is told by its day.
        let time = text![time(part).unwrap_or_default(), zone.after];
        text![self.on_day(part, time), zone.brackets(None)]
    }

    /// A time, with its day where that is not understood.
    fn on_day(self, part: Part, time: DisplayText) -> DisplayText {
        match self.day_of(part) {
            None => time,
            Some(day) if part.about => text![time, " on ", day],
            Some(day) => text![day, " ", time],
        }
    }

    fn day_of(self, part: Part) -> Option<DisplayText> {
        if part.first() == self.day {
            return None;
        }
        let weekday = if self.weekday && !part.doubtful {
            weekday_before(part)
        } else {
            DisplayText::default()
        };
        Some(text![weekday, self.part(part)])
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
        let zone = self.zone_of(last);
        let length = lasting(start, end);
        if first.offset != last.offset {
            let plain = Self { weekday: false, zone: true, ..self };
            let both = text![plain.at(start, first), " to ", plain.at(end, last)];
            return Some(length.map_or(both.clone(), |length| text![both, ", ", length]));
        }
        let is_exact = start.is_exact() && end.is_exact();
        let words = match (same_day(start, end), is_exact) {
            (true, true) => {
                let times = text![first.text(), "-", last.text(), zone.after];
                self.on_day(end, times)
            }
            (true, false) => {
                let times = text![time(start)?, " to ", time(end)?, zone.after];
                self.on_day(Part { about: true, ..end }, times)
            }
            (false, true) => {
                let (start, end) = self.two_days((start, first), (end, last));
                text![start, " - ", end, zone.after]
            }
            (false, false) => {
                let plain = Self { weekday: false, zone: false, ..self };
                text![plain.at(start, first), " to ", plain.at(end, last), zone.after]
            }
        };
        Some(text![words, zone.brackets(length.as_ref())])
    }

    fn between(self, start: Part, end: Part) -> Option<DisplayText> {
        let (first, last) = (start.clock?, end.clock?);
        let zone = self.zone_of(last);
        let words = if first.offset != last.offset {
            let plain = Self { weekday: false, zone: true, ..self };
            return Some(text!["between ", plain.at(start, first), " and ", plain.at(end, last)]);
        } else if same_day(start, end) {
            let times = text!["between ", first.text(), " and ", last.text(), zone.after];
            self.on_day(Part { about: true, ..end }, times)
        } else {
            let (start, end) = self.two_days((start, first), (end, last));
            text!["between ", start, " and ", end, zone.after]
        };
        Some(text![words, zone.brackets(None)])
    }

    /// The day and time of both ends, the first without the year that the second has too.
    fn two_days(self, start: (Part, Clock), end: (Part, Clock)) -> (DisplayText, DisplayText) {
        let plain = Self { weekday: false, ..self };
        let beginning = Self { understood: Some(end.0.year), ..plain };
        (beginning.on_day(start.0, start.1.text()), plain.on_day(end.0, end.1.text()))
    }
}
