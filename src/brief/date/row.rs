//! Dates in the column of a list: as much as fits, the year only where it is not understood.

use super::{End, Form, Part, show};
use crate::choice::Times;
use crate::text;
use crate::text::{DisplayText, Fit};

/// Columns of the column.
pub const ROW_DATE: usize = 12;
/// Columns of the column where times of day stand in it: `17 Sep 2022 14:20:33`.
pub const TIMED_ROW_DATE: usize = 20;
/// The same in a narrow list, where no year stands beside a time: `17 Sep 14:20~`.
const NARROW_TIMED: usize = 13;
/// Columns of the column in a narrow list.
const MONTH: usize = 8;

/// What of a date stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowDate {
    /// Whether the year stands there, as nothing above says it.
    pub year: bool,
    /// Whether the time of day stands there.
    pub time: bool,
    /// Whether it says whose clock it is of, as not all times of the list are of one.
    pub clock: bool,
    /// The clock in which times of day are shown, by which the day is another one at times.
    pub times: Times,
}

impl RowDate {
    /// Whether the clock is named: where all times are shown in UTC none has to be.
    fn names_clock(self) -> bool {
        self.clock && self.times != Times::Utc
    }
}

/// A date in at most so many columns as the row has for it: whole, else its beginning, else the month of its
/// beginning, with a `+` for what goes on.
pub(super) fn row(form: Form, how: RowDate) -> DisplayText {
    let form = show::moved(form, how.times);
    if how.time {
        // The year goes before the time does, which says what of a day came first.
        let writer = |with_year| Writer { with_year, with_clock: how.names_clock() };
        let ways = [how.year, false].map(|with_year| writer(with_year).timed(form));
        fitting(&ways.concat(), TIMED_ROW_DATE)
    } else {
        fitting(&forms(form, how.year), ROW_DATE)
    }
}

/// A day and its time in at most [`NARROW_TIMED`] columns, where no year has room beside them.
pub(super) fn narrow_timed(form: Form, how: RowDate) -> DisplayText {
    let form = show::moved(form, how.times);
    let mut ways = Writer { with_year: false, with_clock: how.names_clock() }.timed(form);
    ways.extend(forms(form, false));
    fitting(&ways, NARROW_TIMED)
}

/// A date with its year in at most [`MONTH`] columns: whole, else its month, and never a month that it does
/// not name.
pub(super) fn month(form: Form) -> DisplayText {
    let mut forms = forms(form, true);
    let (from, to) = form.ends();
    let writer = Writer { with_year: true, with_clock: false };
    forms.extend(from.or(to).map(|part| writer.bare(part.without_day())));
    fitting(&forms, MONTH)
}

fn fitting(forms: &[DisplayText], columns: usize) -> DisplayText {
    let found = forms.iter().find(|form| form.columns() <= columns);
    // Every date has a form.
    found.or(forms.last()).cloned().unwrap_or_default()
}

/// The ways to write a date without a time of day, the fullest first.
fn forms(form: Form, with_year: bool) -> Vec<DisplayText> {
    let writer = Writer { with_year, with_clock: false };
    match show::plain(show::of_days(form)) {
        Form::One(part) => vec![writer.part(part)],
        Form::Lasted(End::At(start), End::At(end)) => writer.range((start, end), ""),
        Form::Between(start, end) => writer.range((start, end), "?"),
        Form::Lasted(End::At(start), End::Open | End::Unknown) | Form::After(start) => {
            writer.onwards(start)
        }
        Form::Lasted(End::Open | End::Unknown, End::At(end)) => writer.until("to ", end),
        Form::By(end) => writer.until("by ", end),
        Form::Lasted(End::Open | End::Unknown, End::Open | End::Unknown) => vec![text!["?"]],
        Form::Unreadable(_) => vec![text!["no date"]],
    }
}

#[derive(Clone, Copy)]
struct Writer {
    with_year: bool,
    with_clock: bool,
}

impl Writer {
    /// The ways to write a date with the time of day at which it is listed, the fullest first. None is without
    /// the time, which puts the day in order.
    fn timed(self, form: Form) -> Vec<DisplayText> {
        match show::plain(form) {
            Form::One(part) => self.times_of("", part, sign(part)),
            Form::Lasted(End::At(start), End::At(end)) => {
                let mut forms = self.until_time(start, end, "");
                forms.extend(self.times_of("", start, "+"));
                forms
            }
            Form::Between(start, end) => {
                let mut forms = self.until_time(start, end, "?");
                forms.extend(self.times_of("", start, "?"));
                forms
            }
            Form::Lasted(End::At(start), End::Open | End::Unknown) | Form::After(start) => {
                self.times_of("", start, "+")
            }
            Form::Lasted(End::Open | End::Unknown, End::At(end)) => self.times_of("to ", end, ""),
            Form::By(end) => self.times_of("by ", end, ""),
            Form::Lasted(End::Open | End::Unknown, End::Open | End::Unknown)
            | Form::Unreadable(_) => forms(form, self.with_year),
        }
    }

    /// `7 Sep 14:20:33~`, `7 Sep 14:20~`.
    fn times_of(self, lead: &'static str, part: Part, sign: &'static str) -> Vec<DisplayText> {
        let Some(clock) = part.clock else { return vec![text![lead, self.part(part)]] };
        let day = self.bare(part);
        let of = if self.with_clock { clock.offset.short() } else { DisplayText::default() };
        let with = |time: DisplayText| text![lead, day, " ", time, of, sign];
        let without = text![lead, day, " ", clock.minutes_text(), sign];
        vec![with(clock.text()), with(clock.minutes_text()), without]
    }

    /// `7 Sep 14:20-15:05`, of one day and clock.
    fn until_time(self, start: Part, end: Part, doubt: &'static str) -> Vec<DisplayText> {
        let (Some(first), Some(last)) = (start.clock, end.clock) else { return Vec::new() };
        if start.first() != end.first() || first.offset != last.offset {
            return Vec::new();
        }
        let sign = if start.is_exact() && end.is_exact() { doubt } else { "~" };
        let of = if self.with_clock { last.offset.short() } else { DisplayText::default() };
        let times = text![first.minutes_text(), "-", last.minutes_text(), of, sign];
        vec![text![self.bare(start), " ", times]]
    }

    /// `15 Jul`, `18 Jul~`, `Sep 2022`, `2022?`.
    fn part(self, part: Part) -> DisplayText {
        text![self.bare(part), sign(part)]
    }

    /// The same without its doubts.
    fn bare(self, part: Part) -> DisplayText {
        show::part(part, (!self.with_year).then_some(part.year))
    }

    /// From a beginning to an end: `23-25 Oct?`, `16 Sep-Oct`, `May-Jun 2022`, `1939-1945`.
    fn range(self, (start, end): (Part, Part), doubt: &'static str) -> Vec<DisplayText> {
        let sign = match (start.is_exact() && end.is_exact(), doubt) {
            (true, doubt) => doubt,
            (false, "") => "~",
            (false, _) => "?",
        };
        let mut forms = Vec::new();
        if start.year == end.year && start.month.is_some() && end.month.is_some() {
            let first = match (start.month == end.month, start.day, end.day) {
                (true, Some(day), Some(_)) => text![day],
                _ => show::part(start, Some(start.year)),
            };
            forms.push(text![first, "-", self.bare(end), sign]);
        } else if start.month.is_none() && end.month.is_none() {
            forms.push(text![start.year, "-", end.year, sign]);
        }
        // Of what was once within a time only the beginning of that time fits; it did not go on.
        let beginning =
            |part: Part| text![self.bare(part), if doubt.is_empty() { "+" } else { "?" }];
        forms.extend([beginning(start), beginning(start.without_day())]);
        forms
    }

    /// `16 Sep 2022+`, `Sep 2022+`.
    fn onwards(self, start: Part) -> Vec<DisplayText> {
        let month = start.without_day();
        vec![text![self.bare(start), "+"], text![self.bare(month), "+"]]
    }

    /// `to Oct 2022`, `by 21 Sep`.
    fn until(self, lead: &'static str, end: Part) -> Vec<DisplayText> {
        let month = end.without_day();
        vec![
            text![lead, self.part(end)],
            text![lead, self.bare(end)],
            text![lead, self.bare(month)],
        ]
    }
}

fn sign(part: Part) -> &'static str {
    match (part.about, part.doubtful) {
        (false, false) => "",
        (true, false) => "~",
        (_, true) => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::date::When;

    #[test]
    fn every_date_has_a_form_that_fits() {
        for (edtf, year, row) in [
            ("2022-07-15", true, "15 Jul 2022"),
            ("2022-07-15", false, "15 Jul"),
            ("2022-07-18~", false, "18 Jul~"),
            ("2022-07-18~", true, "18 Jul 2022~"),
            ("2022-09-16/2022-10", false, "16 Sep-Oct"),
            ("2022-09-16/2022-10", true, "16 Sep 2022+"),
            ("[2022-10-23..2022-10-25]", false, "23-25 Oct?"),
            ("[2022-10-23..2022-10-25]", true, "23 Oct 2022?"),
            ("2022-05/2022-06", true, "May-Jun 2022"),
            ("2022-05/2022-06", false, "May-Jun"),
            ("1939/1945", true, "1939-1945"),
            ("2021-10/2022-05", true, "Oct 2021+"),
            ("../2022-10", false, "to Oct"),
            ("[..2022-09-21]", false, "by 21 Sep"),
            ("[..2022-09-21]", true, "by Sep 2022"),
            ("[2022-09-21..]", true, "21 Sep 2022+"),
            ("2022-09-21~/..", true, "21 Sep 2022+"),
            ("2022", false, "2022"),
            ("2022?", false, "2022?"),
            ("2022-07-18T11:20+02:00", true, "18 Jul 2022"),
        ] {
            let when = When::parse(edtf).expect("a date");
            assert_eq!(
                when.in_row(RowDate { year, time: false, clock: false, times: Times::Reported })
                    .as_str(),
                row,
                "{edtf}"
            );
            assert!(
                when.in_row(RowDate { year, time: false, clock: false, times: Times::Reported })
                    .columns()
                    <= ROW_DATE,
                "{edtf}"
            );
        }
    }

    #[test]
    fn a_row_tells_the_time_at_which_it_is_listed() {
        for (edtf, year, clock, row, narrow) in [
            ("2022-09-17T14:20+02:00", true, false, "17 Sep 2022 14:20", "17 Sep 14:20"),
            ("2022-09-17T14:20+02:00", false, false, "17 Sep 14:20", "17 Sep 14:20"),
            ("2022-09-17T14:20+02:00", true, true, "17 Sep 2022 14:20+02", "17 Sep 14:20"),
            ("2022-09-17T14:20Z", true, true, "17 Sep 2022 14:20Z", "17 Sep 14:20Z"),
            ("2022-09-17T14:20+05:45", false, true, "17 Sep 14:20+05:45", "17 Sep 14:20"),
            ("2022-09-17T14:20:33Z", true, false, "17 Sep 2022 14:20:33", "17 Sep 14:20"),
            ("2022-09-17T14:20:33.5Z~", false, false, "17 Sep 14:20:33~", "17 Sep 14:20~"),
            (
                "2022-09-17T14:20Z/2022-09-17T15:05Z",
                false,
                false,
                "17 Sep 14:20-15:05",
                "17 Sep 14:20+",
            ),
            (
                "2022-09-17T14:20Z/2022-09-17T15:05Z",
                true,
                false,
                "17 Sep 2022 14:20+",
                "17 Sep 14:20+",
            ),
            (
                "[2022-09-17T14:20Z..2022-09-17T15:05Z]",
                false,
                false,
                "17 Sep 14:20-15:05?",
                "17 Sep 14:20?",
            ),
            ("2022-09-17T14:20Z/2022-09-18T01:00Z", false, false, "17 Sep 14:20+", "17 Sep 14:20+"),
            ("2022-09-17T14:20Z/..", false, false, "17 Sep 14:20+", "17 Sep 14:20+"),
            ("[..2022-09-17T14:20Z]", false, false, "by 17 Sep 14:20", "by 17 Sep"),
            ("2022-09-17", true, true, "17 Sep 2022", "17 Sep"),
        ] {
            let when = When::parse(edtf).expect("a date");
            let how = RowDate { year, time: true, clock, times: Times::Reported };
            let rows = (when.in_row(how), when.time_in_narrow_row(how));
            assert_eq!((rows.0.as_str(), rows.1.as_str()), (row, narrow), "{edtf}");
        }
        let utc = RowDate { year: true, time: true, clock: false, times: Times::Utc };
        let when = When::parse("2023-01-01T00:20+02:00").expect("a date");
        assert_eq!(when.in_row(utc).as_str(), "31 Dec 2022 22:20");
        let day = RowDate { time: false, ..utc };
        assert_eq!(when.in_row(day).as_str(), "31 Dec 2022");
    }

    #[test]
    fn a_narrow_list_names_no_month_that_a_date_does_not() {
        for (edtf, month) in [
            ("1949-04-16", "Apr 1949"),
            ("1939/1945", "1939+"),
            ("2012~/..", "2012+"),
            ("2022", "2022"),
            ("2022-05~", "May 2022"),
            ("2021-10/2022-05", "Oct 2021"),
            ("[2022-10-23..2022-10-25]", "Oct 2022"),
            ("[..2022-09-21]", "Sep 2022"),
        ] {
            let when = When::parse(edtf).expect("a date");
            assert_eq!(when.month_in_row().as_str(), month, "{edtf}");
        }
    }
}
