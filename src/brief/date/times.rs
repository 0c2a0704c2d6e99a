//! Times of day as they were reported, in UTC, or by the clock of the place.

use super::{Day, Part, When, place, show};
use crate::choice::Times;
use crate::text;
use crate::text::DisplayText;

impl When {
    /// As [`text`](Self::text), times of day shown in one way.
    #[must_use]
    pub fn text_in(&self, times: Times) -> DisplayText {
        show::text(self.0.form, times)
    }

    /// As [`text_with_weekday`](Self::text_with_weekday), times of day shown in one way.
    #[must_use]
    pub fn text_with_weekday_in(&self, times: Times) -> DisplayText {
        show::text_with_weekday(self.0.form, times)
    }

    /// In a row about another date, in few words: `8 Sep`, `23-25 Oct`, `since 16 Sep 2019`. The year
    /// is named where it is not that of the other date. Where both have a time of day it stands there,
    /// `8 Sep 14:20`, and alone where they are of one day. What is shown in UTC has its day in UTC.
    #[must_use]
    pub fn beside(&self, other: &Self, times: Times) -> DisplayText {
        show::beside(self.0.form, other.0.form, times)
    }

    /// The [`listed_day`](Self::listed_day) by the clock in which times of day are shown.
    #[must_use]
    pub fn listed_day_in(&self, times: Times) -> Option<Day> {
        let (first, last) = place::bounds(show::moved(self.0.form, times));
        first.or(last)
    }

    /// As [`text`](Self::text) by a clock of UTC, where that shows another time.
    #[must_use]
    pub fn text_in_utc(&self) -> Option<DisplayText> {
        // Nearly all dates have no time of day, and the search asks this of every one.
        let is_moved = show::moved(self.0.form, Times::Utc) != self.0.form;
        is_moved.then(|| self.text_in(Times::Utc)).filter(|text| *text != self.text())
    }

    /// From when to when it was or can have been, in UTC and as finely as it is known, `2022-09-07T12:20Z`;
    /// none where that end is open or has no time of day.
    #[must_use]
    pub fn in_utc(&self) -> (Option<DisplayText>, Option<DisplayText>) {
        let (from, to) = show::moved(self.0.form, Times::Utc).ends();
        let written = |part: Part| {
            let (day, clock) = (part.first()?, part.clock?);
            Some(text![day.iso(), "T", clock.text(), "Z"])
        };
        (from.and_then(written), to.and_then(written))
    }

    /// The day or days alone, for a row of a list: as [`text`](Self::text) without a time of day and
    /// without the number of days; what is shown in UTC has its day in UTC.
    #[must_use]
    pub fn day_in(&self, times: Times) -> DisplayText {
        show::days_alone(self.0.form, times)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_shown_in_each_way_and_a_date_is_never_moved() {
        let shown = |edtf: &str| {
            let when = When::parse(edtf).unwrap_or_else(|error| panic!("{edtf}: {error:?}"));
            Times::ALL.iter().map(|times| when.text_in(*times).to_string()).collect::<Vec<_>>()
        };
        assert_eq!(
            shown("2022-09-07T14:20+02:00"),
            [
                "7 Sep 2022 14:20 (+02:00)",
                "7 Sep 2022 12:20 (UTC)",
                "7 Sep 2022 14:20 local time (+02:00)"
            ]
        );
        assert_eq!(
            shown("2022-09-07T14:20Z"),
            [
                "7 Sep 2022 14:20 (UTC)",
                "7 Sep 2022 14:20 (UTC)",
                "7 Sep 2022 14:20 (UTC; local time not given)"
            ]
        );
        for edtf in ["2022-09-07", "2022-09", "2022-09-07/2022-09-09", "[2022-09-07..]"] {
            let [reported, utc, local] = shown(edtf).try_into().unwrap();
            assert!(reported == utc && utc == local, "{edtf}");
        }
    }

    #[test]
    fn the_day_and_its_name_change_with_the_clock() {
        for (edtf, expected) in [
            ("2022-12-31T23:30-05:00", "Sun 1 Jan 2023 04:30 (UTC)"),
            ("2022-03-01T00:20+02:00", "Mon 28 Feb 2022 22:20 (UTC)"),
            ("2022-03-01T00:20+05:45", "Mon 28 Feb 2022 18:35 (UTC)"),
        ] {
            let when = When::parse(edtf).unwrap();
            assert_eq!(when.text_with_weekday_in(Times::Utc).as_str(), expected, "{edtf}");
            let reported = when.text_with_weekday_in(Times::Reported);
            assert_eq!(reported, when.text_with_weekday(), "{edtf}");
        }
    }

    #[test]
    fn beside_another_date_a_year_is_named_where_it_is_another_one() {
        let beside = |edtf: &str, times| {
            let [date, other] = [edtf, "2022-09-09"].map(|edtf| When::parse(edtf).unwrap());
            date.beside(&other, times).to_string()
        };
        for (edtf, expected) in [
            ("2022-09-08", "8 Sep"),
            ("2019-09-08", "8 Sep 2019"),
            ("2022-09", "Sep"),
            ("2022-08", "Aug"),
            ("2022-03", "Mar 2022"),
            ("2022-02~/2022-03", "about Feb 2022 to Mar 2022"),
            ("2022-02/2022-03", "Feb-Mar 2022"),
            ("2022", "2022"),
            ("2022-10-23/2022-10-25", "23-25 Oct"),
            ("2022-10-30/2022-11-02", "30 Oct - 2 Nov"),
            ("2021-12-30/2022-01-02", "30 Dec 2021 - 2 Jan"),
            ("2022-09-16/..", "since 16 Sep"),
            ("[2022-10-21..2022-10-22]", "between 21 and 22 Oct"),
            ("[2022-10-21..]", "21 Oct or later"),
            ("2022-07-15%", "about 15 Jul (?)"),
            ("2022-09-07T14:20+02:00", "7 Sep"),
        ] {
            assert_eq!(beside(edtf, Times::Reported), expected, "{edtf}");
        }
        assert_eq!(beside("2022-03-01T00:20+02:00", Times::Utc), "28 Feb");
    }

    #[test]
    fn every_way_leads_to_the_next() {
        let way: Vec<Times> = Times::ALL.iter().map(|times| times.next()).collect();
        assert_eq!(way, [Times::Utc, Times::Local, Times::Reported]);
    }
}
