//! The hours of the day at which something was, for a time that somebody asks for.

use super::{Form, Part, When};
use serde::{Deserialize, Serialize};

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// From when to when of a day something was, by the clock that it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The minute of the day.
    from: i32,
    /// Not before it: past midnight it counts on.
    to: i32,
    /// Minutes east of UTC.
    east: i32,
}

impl Hours {
    /// How many minutes they are away from a time of day: of a clock so many minutes east of UTC, or, where
    /// none is said, of the one it was read from or of UTC.
    #[must_use]
    pub fn away_from(self, minute: i32, east: Option<i32>) -> i32 {
        let by = |shift: i32| {
            // In what goes past midnight the time may be that of either day.
            let turns = [-DAY, 0, DAY, 2 * DAY].map(|turn| {
                let at = minute + turn;
                (self.from + shift - at).max(at - self.to - shift).max(0)
            });
            turns.into_iter().min().unwrap_or(0)
        };
        match east {
            Some(east) => by(east - self.east),
            None => by(0).min(by(-self.east)),
        }
    }
}

impl When {
    /// The hours of its day or days; none where the time of day is not known.
    #[must_use]
    pub fn hours(&self) -> Option<Hours> {
        let (from, to) = self.0.form.ends();
        let known = from.or(to)?;
        let clock = known.clock?;
        let minute = i32::try_from(clock.hour * 60 + clock.minute).ok()?;
        let east = clock.offset.minutes();
        let lasting = || {
            let (start, end) = (from?.moment()?, to.and_then(Part::moment)?);
            i32::try_from((end.second() - start.second()).min(i64::from(DAY) * 60) / 60).ok()
        };
        let (from, to) = match self.0.form {
            Form::One(_) => (minute, minute),
            Form::By(_) => (0, minute),
            Form::After(_) => (minute, DAY - 1),
            Form::Lasted(..) | Form::Between(..) => match (from, lasting()) {
                (Some(_), Some(minutes)) => (minute, minute + minutes),
                (Some(_), None) => (minute, DAY - 1),
                (None, _) => (0, minute),
            },
            Form::Unreadable(_) => return None,
        };
        Some(Hours { from, to, east })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_as_far_away_as_the_hours_are() {
        for (edtf, minute, east, expected) in [
            ("2022-09-07T14:20+02:00", 14 * 60 + 20, None, 0),
            ("2022-09-07T14:20+02:00", 12 * 60 + 20, None, 0),
            ("2022-09-07T14:20+02:00", 12 * 60 + 20, Some(120), 120),
            ("2022-09-07T14:20+02:00", 14 * 60 + 25, Some(120), 5),
            ("2022-09-08T00:05+02:00", 23 * 60 + 55, Some(120), 10),
            ("2022-09-07T14:20Z/2022-09-07T15:05Z", 14 * 60 + 40, None, 0),
            ("2022-09-07T23:20Z/2022-09-08T00:05Z", 3, None, 0),
            ("2022-09-07T23:20Z/2022-09-08T00:05Z", 15, None, 10),
            ("2022-09-07T14:20Z/..", 20 * 60, None, 0),
            ("[..2022-09-07T14:20Z]", 9 * 60, None, 0),
            ("[..2022-09-07T14:20Z]", 14 * 60 + 30, None, 10),
        ] {
            let hours = When::parse(edtf).unwrap().hours().unwrap();
            assert_eq!(hours.away_from(minute, east), expected, "{edtf} {minute}");
        }
        assert_eq!(When::parse("2022-09-07").unwrap().hours(), None);
    }
}
