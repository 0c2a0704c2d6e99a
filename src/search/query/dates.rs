//! Dates as people type them.

mod impossible;
mod open;

use crate::library::{Day, When};

pub(in crate::search) use impossible::is_impossible;
pub(in crate::search) use open::may_become_day;

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

/// The months in Albanian, folded.
const ALBANIAN_MONTHS: &[&str] = &[
    "janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor",
    "nentor", "dhjetor",
];

/// Fewest letters of a month.
const SHORTEST_MONTH: usize = 3;

/// First and last year that a brief can speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2100;
/// Years that are tried for a day without a year, over one record.
pub(in crate::search) const MOST_YEARS: i32 = 100;

/// A day, a month or a year as people type it: `10 sep`, `2022-09`, `10.9.2022`, `2022`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateQuery {
    /// Its readings: `7/9` has two.
    readings: Vec<Reading>,
    /// What it may still become where its end is being typed: `2022-10-2`.
    begun: Vec<Reading>,
    /// What was typed, in small letters, where it may be a word as well: a year, a month.
    pub(in crate::search) word: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reading {
    /// First and last year.
    years: Option<(i32, i32)>,
    month: Option<u32>,
    day: Option<u32>,
}

impl DateQuery {
    /// Reads a text that is a date and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let pieces = without_fillers(&text.split_whitespace().collect::<Vec<_>>());
        if let [alone] = pieces.as_slice()
            && let Some(Part::Month(month)) = Part::new(alone)
        {
            let readings = vec![reading(None, Some(month), None)?];
            return Some(Self { readings, begun: Vec::new(), word: None });
        }
        read(&pieces).filter(|(_, taken)| *taken == pieces.len()).map(|(date, _)| date)
    }

    /// Whether every reading says of what year.
    pub(in crate::search) fn has_year(&self) -> bool {
        self.readings.iter().all(|reading| reading.years.is_some())
    }

    /// Whether the days of a record meet the date.
    pub(in crate::search) fn meets(&self, when: &When) -> bool {
        let years = |day: Option<Day>| day.map(Day::year);
        let first = years(when.earliest()).or(years(when.latest()));
        let last = years(when.latest()).or(first);
        let (Some(first), Some(last)) = (first, last) else { return false };
        let years = (first, last.min(first.saturating_add(MOST_YEARS)));
        self.ranges(years).chain(self.begun(years)).any(|(start, end)| when.overlaps(start, end))
    }

    /// First and last day of each reading, in every year between these, both included, where none was
    /// typed.
    pub fn ranges(&self, years: (i32, i32)) -> impl Iterator<Item = (Day, Day)> {
        self.readings.iter().flat_map(move |reading| reading.ranges(years))
    }

    /// The same of what the date may still become.
    pub(in crate::search) fn begun(&self, years: (i32, i32)) -> impl Iterator<Item = (Day, Day)> {
        self.begun.iter().flat_map(move |reading| reading.ranges(years))
    }
}

impl Reading {
    /// First and last day in each year.
    fn ranges(self, (first, last): (i32, i32)) -> impl Iterator<Item = (Day, Day)> {
        let years = match self.years {
            Some((from, to)) if from == to => from..=to,
            Some((from, to)) => from.max(first)..=to.min(last),
            None => first..=last,
        };
        years.filter_map(move |year| self.in_year(year))
    }

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

/// The pieces without the words that stand beside a day for the ear alone: `the 15th of july`.
pub(in crate::search) fn without_fillers<'t>(pieces: &[&'t str]) -> Vec<&'t str> {
    let is_day = |piece: Option<&&str>| {
        let part = piece.and_then(|piece| Part::new(piece));
        matches!(part, Some(Part::Number(1..=31, 1 | 2)))
    };
    let is_filler = |at: usize, piece: &str| match piece.to_lowercase().as_str() {
        "of" => at.checked_sub(1).is_some_and(|before| is_day(pieces.get(before))),
        "the" => is_day(pieces.get(at + 1)),
        _ => false,
    };
    let kept = pieces.iter().enumerate().filter(|(at, piece)| !is_filler(*at, piece));
    kept.map(|(_, piece)| *piece).collect()
}

/// The date at the beginning of the typed pieces and how many of them it takes.
pub(in crate::search) fn read(pieces: &[&str]) -> Option<(DateQuery, usize)> {
    (1..=3.min(pieces.len())).rev().find_map(|count| {
        let taken = pieces.get(..count)?;
        let readings = readings(taken)?;
        Some((DateQuery { readings, begun: Vec::new(), word: word(taken) }, count))
    })
}

/// The same, where the last of the pieces may still be being typed; `alone` when nothing else was.
pub(in crate::search) fn read_open(pieces: &[&str], alone: bool) -> Option<(DateQuery, usize)> {
    let (last, head) = pieces.split_last()?;
    let folded = folded(last);
    let plain = folded.trim_end_matches(['-', '/']);
    let mut taken = head.to_vec();
    taken.push(plain);
    if taken.len() > 3 {
        return read(pieces);
    }
    let is_ended = plain.len() < folded.len();
    let begun = if is_ended { Vec::new() } else { begun(head, plain, alone) };
    let whole = readings(&taken);
    if begun.is_empty() && (whole.is_none() || !is_ended) {
        return read(pieces);
    }
    let date = DateQuery { readings: whole.unwrap_or_default(), begun, word: word(&taken) };
    Some((date, pieces.len()))
}

/// What pieces that are a date and nothing else can mean.
fn readings(taken: &[&str]) -> Option<Vec<Reading>> {
    let parts: Option<Vec<Part>> = taken.iter().map(|piece| Part::new(piece)).collect();
    Some(match parts?.as_slice() {
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
    })
}

/// What was typed, where it may be a word as well.
fn word(taken: &[&str]) -> Option<String> {
    match taken {
        [alone] if alone.chars().all(char::is_alphanumeric) => {
            Some(crate::search::fold::sentence(alone))
        }
        _ => None,
    }
}

/// What a date may become whose last piece is being typed: one more digit, the rest of a year, the
/// rest of a month.
fn begun(head: &[&str], last: &str, alone: bool) -> Vec<Reading> {
    if last.bytes().all(|byte| byte.is_ascii_lowercase()) && last.len() < SHORTEST_MONTH {
        let [day] = head else { return Vec::new() };
        let Some(Part::Number(day, 1 | 2)) = Part::new(day) else { return Vec::new() };
        let months = (1..).zip(MONTHS).filter(|(_, month)| alone && month.starts_with(last));
        return months.filter_map(|(month, _)| reading(None, Some(month), Some(day))).collect();
    }
    let stem = last.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let tail = last.strip_prefix(stem).unwrap_or_default();
    if !(1..=3).contains(&tail.len()) || (stem.is_empty() && head.is_empty()) {
        return Vec::new();
    }
    let with = |end: &str| {
        let last = format!("{stem}{end}");
        let taken: Vec<&str> = head.iter().copied().chain([last.as_str()]).collect();
        readings(&taken).unwrap_or_default()
    };
    let years = (format!("{tail:0<4}").parse(), format!("{tail:9<4}").parse::<i32>());
    let mut found = Vec::new();
    if tail.len() == 1 {
        (0..=9).for_each(|digit| found.extend(with(&format!("{tail}{digit}"))));
    }
    if let (Ok(from), Ok(to)) = years {
        let (from, to) = (YEARS.start().max(&from).to_owned(), YEARS.end().min(&to).to_owned());
        if from <= to {
            let of = |reading| Reading { years: Some((from, to)), ..reading };
            // 29 February has to wait for a leap year.
            let first = (from..=to).take(10).map(|year| with(&year.to_string()));
            found.extend(first.skip_while(Vec::is_empty).take(1).flatten().map(of));
        }
    }
    found
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
        let folded = folded(piece);
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
        let digits_alone = plain.bytes().all(|byte| byte.is_ascii_digit());
        let readings = if digits_alone { compact(plain) } else { numeric(plain) };
        (!readings.is_empty()).then_some(Self::Whole(readings))
    }
}

/// In small letters, with the digits of ASCII.
fn folded(piece: &str) -> String {
    piece
        .chars()
        .flat_map(|letter| match letter.to_digit(10).or_else(|| eastern_digit(letter)) {
            Some(digit) => char::from_digit(digit, 10).into_iter().collect::<Vec<_>>(),
            None => letter.to_lowercase().collect(),
        })
        .collect()
}

fn eastern_digit(letter: char) -> Option<u32> {
    let code = u32::from(letter);
    match code {
        0x660..=0x669 => Some(code - 0x660),
        0x6f0..=0x6f9 => Some(code - 0x6f0),
        _ => None,
    }
}

/// `20220715`, ISO 8601 without its hyphens.
fn compact(text: &str) -> Vec<Reading> {
    if text.len() != 8 {
        return Vec::new();
    }
    let parts = text.split_at_checked(4).and_then(|(year, rest)| {
        let (month, day) = rest.split_at_checked(2)?;
        reading(number(year), u32::try_from(number(month)?).ok(), Some(number(day)?))
    });
    parts.into_iter().collect()
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
    fits.then_some(Reading { years: year.map(|year| (year, year)), month, day })
}

fn number(text: &str) -> Option<i32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Whether a month stands there that is not being typed any more.
fn is_whole_month(pieces: &[&str]) -> bool {
    let whole = |piece: &str| {
        let piece = crate::search::fold::sentence(piece);
        MONTHS.iter().chain(ALBANIAN_MONTHS).any(|month| *month == piece) || piece == "sept"
    };
    matches!(pieces, [piece] if whole(piece))
}

/// The month with this name or a beginning of it of three letters or more.
fn month(text: &str) -> Option<u32> {
    let folded = crate::search::fold::sentence(text);
    let begins = |months: &[&str]| months.iter().position(|month| month.starts_with(&folded));
    let found = begins(MONTHS).or_else(|| begins(ALBANIAN_MONTHS));
    u32::try_from(found.filter(|_| folded.len() >= SHORTEST_MONTH)? + 1).ok()
}

#[cfg(test)]
mod tests;
