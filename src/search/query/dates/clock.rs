//! The time of day that stands beside a date: `7 sep 2022 14:20`, `2022-09-07T14:20+02:00`.

use super::token::folded;
use crate::library::Hours;

/// A time of day as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct TypedTime {
    /// The minute of the day.
    minute: i32,
    /// Minutes east of UTC, where that was typed.
    east: Option<i32>,
}

impl TypedTime {
    /// The first one in some pieces.
    pub(super) fn read(pieces: &[&str]) -> Option<Self> {
        let found = |(at, piece): (usize, &&str)| {
            let next = pieces.get(at + 1).map(|next| folded(next));
            Self::of_piece(&folded(piece), next.as_deref())
        };
        pieces.iter().enumerate().find_map(found)
    }

    fn of_piece(piece: &str, next: Option<&str>) -> Option<Self> {
        let (before, after) = piece.split_once(':')?;
        let start = before.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
        let hour: i32 = before.get(start..)?.parse().ok().filter(|hour| *hour <= 24)?;
        let minute: i32 = after.get(..2)?.parse().ok().filter(|minute| *minute < 60)?;
        let rest = after.get(2..)?.trim_start_matches(|letter: char| {
            letter.is_ascii_digit() || matches!(letter, ':' | '.' | ',')
        });
        let is_utc = rest == "z" || rest.is_empty() && matches!(next, Some("utc" | "gmt" | "z"));
        let east = if is_utc { Some(0) } else { offset(rest) };
        Some(Self { minute: hour % 24 * 60 + minute, east })
    }

    /// What is left of the worth of a record of the same days, in per cent: that of the time stands first,
    /// then what has none, then what was at another time, the nearer the better.
    pub(in crate::search) fn share(self, hours: Option<Hours>) -> u16 {
        match hours.map(|hours| hours.away_from(self.minute, self.east)) {
            Some(0) => 100,
            Some(..=15) => 90,
            Some(..=60) => 86,
            Some(_) => 78,
            None => 88,
        }
    }
}

/// `+02:00`, `-0500`, `+02`.
fn offset(text: &str) -> Option<i32> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text.strip_prefix(['+', '-'])?.chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = if minutes.is_empty() { "00" } else { minutes };
    Some(sign * (hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_beside_a_date_is_read_with_its_clock() {
        for (typed, minute, east) in [
            ("7 sep 2022 14:20", 860, None),
            ("7 sep 2022 14:20 utc", 860, Some(0)),
            ("2022-09-07t14:20z", 860, Some(0)),
            ("2022-09-07T14:20:33.5+02:00", 860, Some(120)),
            ("2022-09-07T14:20-0530", 860, Some(-330)),
            ("sep 7, 9:05", 545, None),
        ] {
            let pieces: Vec<&str> = typed.split(' ').collect();
            assert_eq!(TypedTime::read(&pieces), Some(TypedTime { minute, east }), "{typed}");
        }
        for typed in ["7 sep 2022", "7 sep 2022 14:", "7 sep 25:20", "7 sep 14:70"] {
            let pieces: Vec<&str> = typed.split(' ').collect();
            assert_eq!(TypedTime::read(&pieces), None, "{typed}");
        }
    }
}
