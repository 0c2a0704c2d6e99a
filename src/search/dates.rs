//! Dates as people type them.

use crate::library::{Day, When};

/// The months in English.
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// First and last year that a brief can speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2100;
/// Years that are tried for a day without a year, over one record.
pub(super) const MOST_YEARS: i32 = 100;

/// A day, a month or a year as people type it: `10 sep`, `2022-09`, `10.9.2022`, `2022`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateQuery {
    /// Its readings: `7/9` has two.
    readings: Vec<Reading>,
    /// What was typed, in small letters, where it may be a word as well: a year, a month.
    pub(super) word: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reading {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

impl DateQuery {
    /// Reads a text that is a date and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let pieces: Vec<&str> = text.split_whitespace().collect();
        if let [alone] = pieces.as_slice()
            && let Some(Part::Month(month)) = Part::new(alone)
        {
            let readings = vec![reading(None, Some(month), None)?];
            return Some(Self { readings, word: None });
        }
        read(&pieces).filter(|(_, taken)| *taken == pieces.len()).map(|(date, _)| date)
    }

    /// Whether the days of a record meet the date.
    pub(super) fn meets(&self, when: &When) -> bool {
        let years = |day: Option<Day>| day.map(Day::year);
        let first = years(when.earliest()).or(years(when.latest()));
        let last = years(when.latest()).or(first);
        let (Some(first), Some(last)) = (first, last) else { return false };
        let last = last.min(first.saturating_add(MOST_YEARS));
        self.ranges((first, last)).any(|(start, end)| when.overlaps(start, end))
    }

    /// First and last day of each reading, in every year between these, both included, where none was
    /// typed.
    pub fn ranges(&self, (first, last): (i32, i32)) -> impl Iterator<Item = (Day, Day)> {
        self.readings.iter().flat_map(move |reading| {
            let years = reading.year.map_or(first..=last, |year| year..=year);
            years.filter_map(|year| reading.in_year(year))
        })
    }
}

impl Reading {
    /// First and last day in one year.
    fn in_year(self, year: i32) -> Option<(Day, Day)> {
        match (self.month, self.day) {
            (None, _) => Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)),
            (Some(month), Some(day)) => Day::new(year, month, day).map(|day| (day, day)),
            (Some(month), None) => {
                let last = (28..=31).rev().find_map(|day| Day::new(year, month, day))?;
                Some((Day::new(year, month, 1)?, last))
            }
        }
    }
}

/// The date at the beginning of the typed pieces and how many of them it takes.
pub(super) fn read(pieces: &[&str]) -> Option<(DateQuery, usize)> {
    (1..=3.min(pieces.len())).rev().find_map(|count| {
        let taken = pieces.get(..count)?;
        let parts: Option<Vec<Part>> = taken.iter().map(|piece| Part::new(piece)).collect();
        let readings = match parts?.as_slice() {
            [Part::Whole(readings)] => readings.clone(),
            [Part::Number(year, 4)] => vec![reading(Some(*year), None, None)?],
            [Part::Month(month)] if is_whole_month(taken) => {
                vec![reading(None, Some(*month), None)?]
            }
            [Part::Month(month), Part::Number(year, 4)]
            | [Part::Number(year, 4), Part::Month(month)] => {
                vec![reading(Some(*year), Some(*month), None)?]
            }
            [Part::Month(month), Part::Number(day, 1 | 2)]
            | [Part::Number(day, 1 | 2), Part::Month(month)] => {
                vec![reading(None, Some(*month), Some(*day))?]
            }
            [Part::Month(month), Part::Number(day, 1 | 2), Part::Number(year, 4)]
            | [Part::Number(day, 1 | 2), Part::Month(month), Part::Number(year, 4)]
            | [Part::Number(year, 4), Part::Month(month), Part::Number(day, 1 | 2)] => {
                vec![reading(Some(*year), Some(*month), Some(*day))?]
            }
            _ => return None,
        };
        let is_word = |piece: &str| piece.chars().all(char::is_alphanumeric);
        let word = match taken {
            [alone] if is_word(alone) => Some(super::fold::sentence(alone)),
            _ => None,
        };
        Some((DateQuery { readings, word }, count))
    })
}

enum Part {
    Month(u32),
    /// A number and how many digits it has.
    Number(i32, usize),
    /// A date written with numbers alone.
    Whole(Vec<Reading>),
}

impl Part {
    fn new(piece: &str) -> Option<Self> {
        let folded: String = piece
            .chars()
            .flat_map(|letter| match letter.to_digit(10).or_else(|| eastern_digit(letter)) {
                Some(digit) => char::from_digit(digit, 10).into_iter().collect::<Vec<_>>(),
                None => letter.to_lowercase().collect(),
            })
            .collect();
        let plain = folded.trim_end_matches([',', '.']);
        if let Some(month) = month(plain) {
            return Some(Self::Month(month));
        }
        let digits = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|ending| plain.strip_suffix(ending))
            .unwrap_or(plain);
        if let Some(number) = number(digits) {
            return Some(Self::Number(number, digits.len()));
        }
        let readings = numeric(plain);
        (!readings.is_empty()).then_some(Self::Whole(readings))
    }
}

fn eastern_digit(letter: char) -> Option<u32> {
    let code = u32::from(letter);
    match code {
        0x660..=0x669 => Some(code - 0x660),
        0x6f0..=0x6f9 => Some(code - 0x6f0),
        _ => None,
    }
}

/// `2022-10-21`, `2022-10`, `21/10/2022`, `10/21/22`, `21.10.2022`, `7/9`; both orders where both
/// are dates.
fn numeric(text: &str) -> Vec<Reading> {
    let Some(separator) = ['-', '/', '.'].into_iter().find(|mark| text.contains(*mark)) else {
        return Vec::new();
    };
    let fields: Vec<&str> = text.split(separator).collect();
    let Some(numbers) = fields.iter().map(|field| number(field)).collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    let lengths: Vec<usize> = fields.iter().map(|field| field.len()).collect();
    let part = |number: i32| u32::try_from(number).ok();
    let readings = match (numbers.as_slice(), lengths.as_slice()) {
        ([year, month], [4, 1 | 2]) | ([month, year], [1 | 2, 4]) => {
            vec![reading(Some(*year), part(*month), None)]
        }
        ([one, other], [1 | 2, 1 | 2]) if separator != '-' => {
            vec![reading(None, part(*other), Some(*one)), reading(None, part(*one), Some(*other))]
        }
        ([year, month, day], [4, 1 | 2, 1 | 2]) => {
            vec![reading(Some(*year), part(*month), Some(*day))]
        }
        ([one, other, year], [1 | 2, 1 | 2, length @ (2 | 4)]) => {
            let year = if *length == 2 { century(*year) } else { *year };
            vec![
                reading(Some(year), part(*other), Some(*one)),
                reading(Some(year), part(*one), Some(*other)),
            ]
        }
        _ => Vec::new(),
    };
    let mut readings: Vec<Reading> = readings.into_iter().flatten().collect();
    readings.dedup();
    readings
}

/// The century of a year of two digits: 22 is 2022, 99 is 1999.
fn century(year: i32) -> i32 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

/// A reading whose parts the calendar can have.
fn reading(year: Option<i32>, month: Option<u32>, day: Option<i32>) -> Option<Reading> {
    let day = day.map(u32::try_from).transpose().ok()?;
    let fits = year.is_none_or(|year| YEARS.contains(&year))
        && month.is_none_or(|month| (1..=12).contains(&month))
        && day.is_none_or(|day| Day::new(year.unwrap_or(2000), month.unwrap_or(1), day).is_some());
    fits.then_some(Reading { year, month, day })
}

fn number(text: &str) -> Option<i32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Whether a month stands there that is not being typed any more.
fn is_whole_month(pieces: &[&str]) -> bool {
    let whole = |piece: &str| MONTHS.contains(&piece) || piece == "sept";
    matches!(pieces, [piece] if whole(&piece.to_lowercase()))
}

/// The month with this name or a beginning of it of three letters or more.
fn month(text: &str) -> Option<u32> {
    let long_enough = text.len() >= 3;
    let found = MONTHS.iter().position(|month| month.starts_with(text)).filter(|_| long_enough)?;
    u32::try_from(found + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(typed: &str) -> Vec<(Option<i32>, Option<u32>, Option<u32>)> {
        let pieces: Vec<&str> = typed.split(' ').collect();
        read(&pieces).map_or_else(Vec::new, |(date, taken)| {
            assert_eq!(taken, pieces.len(), "{typed}");
            date.readings.iter().map(|one| (one.year, one.month, one.day)).collect()
        })
    }

    #[test]
    fn every_form_is_read() {
        let day = [(Some(2022), Some(10), Some(21))];
        for typed in [
            "2022-10-21",
            "21/10/2022",
            "10/21/22",
            "21.10.2022",
            "21 october 2022",
            "Oct 21, 2022",
            "21st Oct 2022",
            "2022 Oct 21",
            "۲۱/۱۰/۲۰۲۲",
        ] {
            assert_eq!(readings(typed), day, "{typed}");
        }
        for typed in ["oct 21", "21 Oct", "October 21st", "21. okto", "21/10", "10/21"] {
            let expected: &[_] =
                if typed.contains("okto") { &[] } else { &[(None, Some(10), Some(21))] };
            assert_eq!(readings(typed), expected, "{typed}");
        }
        for typed in ["2022-10", "10/2022", "oct 2022", "2022 October"] {
            assert_eq!(readings(typed), [(Some(2022), Some(10), None)], "{typed}");
        }
        assert_eq!(readings("2019"), [(Some(2019), None, None)]);
        assert_eq!(readings("September"), [(None, Some(9), None)]);
    }

    #[test]
    fn ambiguous_forms_have_both_readings() {
        assert_eq!(
            readings("7/9/2022"),
            [(Some(2022), Some(9), Some(7)), (Some(2022), Some(7), Some(9))]
        );
        assert_eq!(readings("7/9"), [(None, Some(9), Some(7)), (None, Some(7), Some(9))]);
        assert_eq!(readings("9/9/2022").len(), 1);
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for typed in
            ["24", "0133", "32/13/2022", "31 feb", "aa22-264a", "9999", "12-34", "oc 21", "dece"]
        {
            assert_eq!(readings(typed), [], "{typed}");
        }
    }

    fn meets(typed: &str, edtf: &str) -> bool {
        let pieces: Vec<&str> = typed.split(' ').collect();
        read(&pieces).unwrap().0.meets(&When::parse(edtf).unwrap())
    }

    #[test]
    fn a_date_meets_what_it_lies_within() {
        for (typed, edtf) in [
            ("24 oct", "2022-10-23/2022-10-24"),
            ("oct 24", "2022-10"),
            ("may 2021", "2021-05~"),
            ("7/9/2022", "2022-09-07"),
            ("7/9/2022", "2022-07-09"),
            ("2019", "2019-11-26"),
            ("1940", "1939/1945"),
            ("sep 9", "2022-09-09/2022-09-10"),
            ("1 jan", "2021-12-30/2022-01-02"),
            ("2020", "../2022-10"),
        ] {
            assert!(meets(typed, edtf), "{typed} {edtf}");
        }
        for (typed, edtf) in [
            ("25 oct", "2022-10-23/2022-10-24"),
            ("oct 2021", "2022-10-21"),
            ("2023", "../2022-10"),
        ] {
            assert!(!meets(typed, edtf), "{typed} {edtf}");
        }
    }
}
