//! Numbers that programs keep for dates: days of a spreadsheet, seconds of a computer's clock.

use crate::brief::date::Day;
use crate::text;
use crate::text::DisplayText;

/// The day of a spreadsheet that has the number 0.
const SPREADSHEET: (i32, u32, u32) = (1899, 12, 30);

/// What a number is as a date, in words.
pub(super) fn meant(text: &str) -> Option<DisplayText> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = text.parse().ok().filter(|_| is_number)?;
    match text.len() {
        // From 1927 to 2064; the others are more like a slip.
        5 if (10_000..60_000).contains(&number) => {
            let (year, month, day) = SPREADSHEET;
            let day = Day::new(year, month, day)?.plus_days(number)?;
            Some(text!["write the date; as a day of a spreadsheet it is `", day.iso(), "`"])
        }
        10 | 13 => {
            let seconds = if text.len() == 13 { number / 1000 } else { number };
            let day = Day::new(1970, 1, 1)?.plus_days(seconds.div_euclid(86_400))?;
            let minutes = seconds.rem_euclid(86_400) / 60;
            let (hour, minute) = (minutes / 60, minutes % 60);
            let time = text::clean(&format!("T{hour:02}:{minute:02}Z"), |_| {});
            Some(text!["write the date; as seconds since 1970 it is `", day.iso(), time, "`"])
        }
        _ => None,
    }
}
