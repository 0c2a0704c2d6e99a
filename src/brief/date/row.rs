//! Dates in the column of a list: as much as fits, the year only where it is not understood.

use super::{End, Form, Part, show};
use crate::text;
use crate::text::{DisplayText, Fit};

/// Columns of the column.
pub const ROW_DATE: usize = 12;
/// Columns of the column in a narrow list.
const MONTH: usize = 8;

/// A date in at most [`ROW_DATE`] columns: whole, else its beginning, else the month of its beginning,
/// with a `+` for what goes on.
pub(super) fn row(form: Form, with_year: bool) -> DisplayText {
    fitting(&forms(form, with_year), ROW_DATE)
}

/// A date with its year in at most [`MONTH`] columns: whole, else its month, and never a month that it does
/// not name.
pub(super) fn month(form: Form) -> DisplayText {
    let mut forms = forms(form, true);
    let named = match show::plain(form) {
        Form::One(part)
        | Form::Minute(part, _)
        | Form::Between(part, _)
        | Form::By(part)
        | Form::After(part)
        | Form::Lasted(End::At(part), _)
        | Form::Lasted(_, End::At(part)) => Some(part),
        Form::Lasted(..) | Form::Unreadable(_) => None,
    };
    let writer = Writer { with_year: true };
    forms.extend(named.map(|part| writer.bare(Part { day: None, ..part })));
    fitting(&forms, MONTH)
}

fn fitting(forms: &[DisplayText], columns: usize) -> DisplayText {
    let found = forms.iter().find(|form| form.columns() <= columns);
    // Every date has a form.
    found.or(forms.last()).cloned().unwrap_or_default()
}

/// The ways to write a date, the fullest first.
fn forms(form: Form, with_year: bool) -> Vec<DisplayText> {
    let writer = Writer { with_year };
    match show::plain(form) {
        Form::One(part) | Form::Minute(part, _) => vec![writer.part(part)],
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
}

impl Writer {
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
        forms.extend([beginning(start), beginning(Part { day: None, ..start })]);
        forms
    }

    /// `16 Sep 2022+`, `Sep 2022+`.
    fn onwards(self, start: Part) -> Vec<DisplayText> {
        let month = Part { day: None, ..start };
        vec![text![self.bare(start), "+"], text![self.bare(month), "+"]]
    }

    /// `to Oct 2022`, `by 21 Sep`.
    fn until(self, lead: &'static str, end: Part) -> Vec<DisplayText> {
        let month = Part { day: None, ..end };
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
            assert_eq!(when.in_row(year).as_str(), row, "{edtf}");
            assert!(when.in_row(year).columns() <= ROW_DATE, "{edtf}");
        }
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
