//! Quarters, halves, decades, seasons and weeks, which the format writes as the months or days that they are.

use super::Day;
use crate::text;
use crate::text::DisplayText;

/// A period as EDTF: for what lasted, and for what was once within it; none where the words are none.
pub(super) fn meant(text: &str) -> Option<DisplayText> {
    let lower = text.trim().to_lowercase();
    let words: Vec<&str> =
        lower.split([' ', '-', '/', ',']).filter(|word| !word.is_empty()).collect();
    let period = match words.as_slice() {
        [decade] => decade_of(decade)?,
        [one, other] => part_of_year(one, other).or_else(|| part_of_year(other, one))?,
        [year, week, day] => week_of(year, week, Some(day.parse().ok()?))?,
        _ => return None,
    };
    let written = |text: &str| text::clean(text, |_| {});
    Some(match period.split_once('/') {
        Some((first, last)) => text![
            "`",
            written(&period),
            "` where it lasted, `[",
            written(first),
            "..",
            written(last),
            "]` for once, between"
        ],
        None => text!["`", written(&period), "`"],
    })
}

fn year(word: &str) -> Option<i32> {
    let year = word.parse().ok().filter(|year| (1000..=2100).contains(year))?;
    (word.len() == 4).then_some(year)
}

/// `1990s`.
fn decade_of(word: &str) -> Option<String> {
    let first = year(word.strip_suffix("s").map(|word| word.trim_end_matches('\''))?)?;
    (first % 10 == 0).then(|| format!("{first}/{}", first + 9))
}

/// `Q4 2015`, `2015-H1`, `summer 2022`, `2022-W28`.
fn part_of_year(word: &str, other: &str) -> Option<String> {
    let of = year(other)?;
    let months = |first: u32, last: u32| format!("{of}-{first:02}/{of}-{last:02}");
    let number = |letter: char| word.strip_prefix(letter).and_then(|rest| rest.parse::<u32>().ok());
    if let Some(quarter) = number('q').filter(|quarter| (1..=4).contains(quarter)) {
        return Some(months(quarter * 3 - 2, quarter * 3));
    }
    if let Some(half) = number('h').filter(|half| (1..=2).contains(half)) {
        return Some(months(half * 6 - 5, half * 6));
    }
    // The months of the northern half; the words of the finding leave the choice to the author.
    match word {
        "spring" => Some(months(3, 5)),
        "summer" => Some(months(6, 8)),
        "autumn" | "fall" => Some(months(9, 11)),
        "winter" => Some(format!("{of}-12/{}-02", of + 1)),
        _ => week_of(other, word, None),
    }
}

/// `2022-W28`, from Monday to Sunday, or one day of it (ISO 8601).
fn week_of(of: &str, week: &str, day: Option<u32>) -> Option<String> {
    let (year, week) = (year(of)?, week.strip_prefix('w')?.parse().ok()?);
    let iso = |day: u32| Day::of_week(year, week, day).map(Day::iso);
    if let Some(day) = day {
        return Some(iso(day)?.to_string());
    }
    Some(format!("{}/{}", iso(1)?, iso(7)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_the_months_and_days_that_they_are() {
        for (written, edtf) in [
            ("Q4 2015", "2015-10/2015-12"),
            ("2015-Q1", "2015-01/2015-03"),
            ("2022 H2", "2022-07/2022-12"),
            ("1990s", "1990/1999"),
            ("1990's", "1990/1999"),
            ("summer 2022", "2022-06/2022-08"),
            ("winter 2022", "2022-12/2023-02"),
            ("2022-W28", "2022-07-11/2022-07-17"),
            ("2022-W28-5", "2022-07-15"),
            ("2020-W53", "2020-12-28/2021-01-03"),
        ] {
            let said = meant(written).map(|text| text.to_string()).unwrap_or_default();
            assert!(said.starts_with(&format!("`{edtf}`")), "{written}: {said}");
        }
        for written in
            ["Q5 2015", "2021-W53", "1995s", "2022", "w28", "2022-W28-8", "2022 w28 x", "soon 2022"]
        {
            assert_eq!(meant(written), None, "{written}");
        }
    }
}
