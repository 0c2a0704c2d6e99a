//! Dates as people type them.
//!
//! `words` has the words of dates and `token` cuts what was typed into them; `grammar` and `forms` read
//! one date, `span` from one to another; `reading` says which days that is in each year, by the
//! `calendar`; `open` has what is being typed, `impossible` the days that no calendar has.

mod calendar;
mod clock;
mod forms;
mod grammar;
mod impossible;
mod open;
mod reading;
mod span;
mod token;
mod words;

pub(in crate::search) use grammar::Dotted;
pub(in crate::search) use impossible::is_impossible;
pub(in crate::search) use open::may_become_day;

use crate::library::{Day, When};
use crate::search::fold;
use crate::search::fold::stop_words::is_stop_word;
use crate::text;
use crate::text::DisplayText;
use clock::TypedTime;
use reading::Reading;
use words::SHORTEST_MONTH;

/// Years that are tried for a day without a year, over one record.
pub(in crate::search) const MOST_YEARS: i32 = 100;

/// Months, folded, that are also words of running text, and are looked for as words first.
const WORDS_FIRST: &[&str] = &["march", "mars", "may"];

/// A date as people type it: a day, a month or a year, `10 sep`, `2022-09`, `10.9.2022`, a part of one,
/// `mid july`, `q3 2022`, or from one to another, `1-10 sep 2022`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateQuery {
    /// Its readings: `7/9` has two.
    readings: Vec<Reading>,
    /// What it may still become where its end is being typed: `2022-10-2`.
    begun: Vec<Reading>,
    /// The time of day that was typed beside it.
    pub(in crate::search) time: Option<TypedTime>,
    /// What was typed, in small letters, where it may be a word as well: a year, a month.
    pub(in crate::search) word: Option<String>,
}

impl DateQuery {
    /// Reads a text that is a date and nothing else; of `between 1 sep and`, of which the other end is still
    /// to come, everything from then on.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let pieces: Vec<&str> = text.split_whitespace().collect();
        let whole = span::whole(&pieces, Dotted::Asked);
        let readings = whole.or_else(|| {
            let (last, head) = pieces.split_last()?;
            open::unended(head, last, Dotted::Asked)
        })?;
        let time = TypedTime::read(&pieces);
        Some(Self { readings, begun: Vec::new(), time, word: None })
    }

    /// First and last day of each reading, in every year between these, both included, where none was
    /// typed.
    pub fn ranges(&self, years: (i32, i32)) -> impl Iterator<Item = (Day, Day)> {
        self.of_rank(years, false)
    }

    /// The same of what is meant only where nothing else is: `feb 23` as the month of 2023.
    pub fn second_ranges(&self, years: (i32, i32)) -> impl Iterator<Item = (Day, Day)> {
        self.of_rank(years, true)
    }

    /// The same of what the date may still become.
    pub(in crate::search) fn begun(&self, years: (i32, i32)) -> impl Iterator<Item = (Day, Day)> {
        self.begun.iter().flat_map(move |reading| reading.ranges(years))
    }

    fn of_rank(&self, years: (i32, i32), second: bool) -> impl Iterator<Item = (Day, Day)> {
        let readings = self.readings.iter().filter(move |reading| reading.is_second == second);
        readings.flat_map(move |reading| reading.ranges(years))
    }

    /// First day of the first reading, where both its ends and its year were typed.
    pub(in crate::search) fn first_day(&self) -> Option<Day> {
        let is_known = |reading: &Reading| reading.years.is_some() && reading.is_closed();
        let first = self.readings.first().filter(|_| self.readings.iter().all(is_known))?;
        first.ranges((0, 0)).next().map(|(first, _)| first)
    }

    /// The first day and the day after the last, where only one of them was typed, with its year, and none
    /// of it is being typed.
    #[must_use]
    pub fn open_ends(&self) -> Option<(Option<Day>, Option<Day>)> {
        match self.readings.as_slice() {
            [only] if self.begun.is_empty() => only.open_ends(),
            _ => None,
        }
    }

    /// What it was read as, where that is more than days, months or years as they were typed.
    pub(in crate::search) fn words(&self) -> Option<DisplayText> {
        let is_more = self.readings.iter().any(|reading| !reading.is_plain());
        let all = self.readings.iter().map(|reading| reading.words()).filter(|_| is_more);
        all.reduce(|words, other| text![words, " or ", other])
    }

    /// Whether it is looked for as a word first.
    pub(in crate::search) fn is_word_first(&self) -> bool {
        self.word.as_deref().is_some_and(|word| WORDS_FIRST.contains(&word))
    }

    /// Whether the days of a record meet the date.
    pub(in crate::search) fn meets(&self, when: &When) -> bool {
        let years = |day: Option<Day>| day.map(Day::year);
        let first = years(when.earliest()).or(years(when.latest()));
        let last = years(when.latest()).or(first);
        let (Some(first), Some(last)) = (first, last) else { return false };
        let years = (first, last.min(first.saturating_add(MOST_YEARS)));
        let all = self.ranges(years).chain(self.second_ranges(years)).chain(self.begun(years));
        all.into_iter().any(|(start, end)| when.overlaps(start, end))
    }
}

/// The date at the beginning of the typed pieces and how many of them it takes.
pub(in crate::search) fn read(pieces: &[&str], dotted: Dotted) -> Option<(DateQuery, usize)> {
    let (readings, count) = span::beginning(pieces, dotted)?;
    let taken = pieces.get(..count)?;
    let (time, word) = (TypedTime::read(taken), word(taken));
    Some((DateQuery { readings, begun: Vec::new(), time, word }, count))
}

/// The same, where the last of the pieces may still be being typed; `alone` when nothing else was.
pub(in crate::search) fn read_open(
    pieces: &[&str],
    alone: bool,
    dotted: Dotted,
) -> Option<(DateQuery, usize)> {
    let (last, head) = pieces.split_last()?;
    if pieces.len() > span::MOST_PIECES {
        return read(pieces, dotted);
    }
    let folded = token::folded(last);
    let plain = open::ended(&folded);
    let is_ended = plain.len() < folded.len();
    let begun = if is_ended { Vec::new() } else { open::begun(head, plain, alone, dotted) };
    let taken = [head, &[plain]].concat();
    let whole = span::whole(&taken, dotted);
    if begun.is_empty() && (whole.is_none() || !is_ended) {
        return read(pieces, dotted);
    }
    let (readings, time) = (whole.unwrap_or_default(), TypedTime::read(&taken));
    let date = DateQuery { readings, begun, time, word: word(&taken) };
    Some((date, pieces.len()))
}

/// Whether a date may begin there, or, of the last piece, be begun.
pub(in crate::search) fn may_begin(pieces: &[&str]) -> bool {
    // `o` goes on to October, `mid-s` to the middle of a month.
    let is_begun =
        |last: &str| last.len() < SHORTEST_MONTH || !last.chars().all(char::is_alphabetic);
    pieces
        .first()
        .is_some_and(|first| token::may_begin(first) || pieces.len() == 1 && is_begun(first))
}

/// What was typed, where it may be a word as well; with a little word before it, `in july`, it may still
/// stand so in a text.
fn word(taken: &[&str]) -> Option<String> {
    let says = |piece: &&&str| !is_stop_word(&fold::sentence(piece));
    let said: Vec<&&str> = taken.iter().filter(says).collect();
    let (alone, is_alone) = match (taken, said.as_slice()) {
        ([alone], _) => (alone, true),
        (_, [only]) => (*only, false),
        _ => return None,
    };
    let word = alone.chars().all(char::is_alphanumeric).then(|| fold::sentence(alone))?;
    (is_alone || !WORDS_FIRST.contains(&word.as_str())).then_some(word)
}

#[cfg(test)]
mod tests;
