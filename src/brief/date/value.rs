//! Dates as claims write them in a few words: `15 Jul 2022`, `15-16 July`, `since Sep 2022`.

use super::slip::month;
use super::{Day, Part, When};

/// Dates that one value may name; a value is a few words.
const MOST_DATES: usize = 8;

impl When {
    /// Whether a date in a few words can be the same time; `None` where the words are no date.
    ///
    /// A day or month without a year takes the year of this date.
    #[must_use]
    pub fn touches(&self, words: &str) -> Option<bool> {
        self.any_reading(words, meets)
    }

    /// Whether a date in a few words is this one or a part of it; `None` where the words are no date.
    #[must_use]
    pub fn holds(&self, words: &str) -> Option<bool> {
        self.any_reading(words, lies_within)
    }

    /// Whether something is so of a date in a few words, in any year that the words leave open.
    fn any_reading(
        &self,
        words: &str,
        is_so: fn(Option<Day>, Option<Day>, &Self) -> bool,
    ) -> Option<bool> {
        if !self.is_readable() {
            return None;
        }
        if let Ok(written) = Self::parse(words) {
            return Some(is_so(written.0.earliest, written.0.latest, self));
        }
        let named = Named::read(words)?;
        let mut bounds = named.years(self).into_iter().map(|year| named.bounds(year));
        Some(bounds.any(|bounds| bounds.is_some_and(|(first, last)| is_so(first, last, self))))
    }
}

fn meets(first: Option<Day>, last: Option<Day>, when: &When) -> bool {
    first.is_none_or(|first| when.0.latest.is_none_or(|latest| first <= latest))
        && last.is_none_or(|last| when.0.earliest.is_none_or(|earliest| last >= earliest))
}

fn lies_within(first: Option<Day>, last: Option<Day>, when: &When) -> bool {
    when.0.earliest.is_none_or(|earliest| first.is_some_and(|first| first >= earliest))
        && when.0.latest.is_none_or(|latest| last.is_some_and(|last| last <= latest))
}

/// On which side a named date is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Closed,
    /// `by`, `until`, `or earlier`.
    Backwards,
    /// `before`: the day itself is outside.
    Before,
    /// `since`, `from`, `or later`.
    Onwards,
    /// `after`: the day itself is outside.
    After,
}

/// One date in words, any part of it left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Date {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

/// The dates that some words name.
#[derive(Debug)]
struct Named {
    dates: Vec<Date>,
    reach: Reach,
}

impl Named {
    fn read(words: &str) -> Option<Self> {
        let mut reader = Reader { dates: Vec::new(), days: Vec::new(), reach: Reach::Closed };
        let words = without_brackets(words);
        for word in words.split_whitespace().filter(|word| !is_time(word)) {
            if let Some(date) = dotted(word) {
                reader.dates.push(date);
                continue;
            }
            let parts = word.split(|letter: char| !letter.is_alphanumeric());
            for part in parts.filter(|part| !part.is_empty()) {
                reader.part(part)?;
            }
        }
        // A number that no month follows is no day: "46 days".
        let is_date = reader.days.is_empty() && !reader.dates.is_empty();
        // "from 9 to 11 Sep" has both ends.
        let reach = if reader.dates.len() > 1 { Reach::Closed } else { reader.reach };
        is_date.then_some(Self { dates: reader.dates, reach })
    }

    /// The years to try: those that the words leave open are those of a date.
    fn years(&self, when: &When) -> Vec<i32> {
        let ends = [when.0.earliest, when.0.latest];
        let mut years: Vec<i32> = ends.iter().flatten().map(|day| day.year()).collect();
        years.dedup();
        if years.is_empty() || self.dates.iter().all(|date| date.year.is_some()) {
            years.truncate(1);
        }
        years
    }

    fn bounds(&self, year: i32) -> Option<(Option<Day>, Option<Day>)> {
        let mut parts = self.dates.iter().map(|date| Part {
            year: date.year.unwrap_or(year),
            month: date.month,
            day: date.day,
            clock: None,
            about: false,
            doubtful: false,
        });
        let first = parts.clone().filter_map(Part::first).min()?;
        let last = parts.clone().filter_map(Part::last).max()?;
        let exists = parts.all(|part| part.first().is_some());
        exists.then_some(match self.reach {
            Reach::Closed => (Some(first), Some(last)),
            Reach::Backwards => (None, Some(last)),
            Reach::Before => (None, Some(first.plus_days(-1)?)),
            Reach::Onwards => (Some(first), None),
            Reach::After => (Some(last.plus_days(1)?), None),
        })
    }
}

struct Reader {
    dates: Vec<Date>,
    /// Days that wait for their month.
    days: Vec<u32>,
    reach: Reach,
}

impl Reader {
    /// Takes one word; nothing where the words then are no date, or say which date it was not.
    fn part(&mut self, written: &str) -> Option<()> {
        let word = written.to_lowercase();
        // "may be" is no month, unless a day stands before it.
        let is_verb = written == "may" && self.days.is_empty();
        if let Some(month) = month(&word).filter(|_| !is_verb) {
            self.month(month);
        } else if let Some(number) = number(&word) {
            self.number(number, word.len())?;
        } else {
            match word.as_str() {
                "not" | "instead" | "rather" | "than" | "may" => return None,
                "no" if self.dates.is_empty() => return None,
                // A distance from a date, or a part of it that has no bounds.
                "days" | "week" | "weeks" | "fortnight" | "months" | "years" | "hours" => {
                    return None;
                }
                "by" | "until" | "earlier" => self.reach = Reach::Backwards,
                "before" => self.reach = Reach::Before,
                "since" | "from" | "later" => self.reach = Reach::Onwards,
                "after" => self.reach = Reach::After,
                _ => {}
            }
        }
        (self.dates.len() + self.days.len() <= MOST_DATES).then_some(())
    }

    fn month(&mut self, month: u32) {
        if self.days.is_empty() {
            self.dates.push(Date { month: Some(month), ..Date::default() });
        }
        let days = std::mem::take(&mut self.days);
        self.dates.extend(days.into_iter().map(|day| Date {
            year: None,
            month: Some(month),
            day: Some(day),
        }));
    }

    fn number(&mut self, number: u32, digits: usize) -> Option<()> {
        let year = i32::try_from(number).ok().filter(|year| (1000..=2100).contains(year));
        if let Some(year) = year.filter(|_| digits == 4) {
            let mut open = false;
            for date in self.dates.iter_mut().filter(|date| date.year.is_none()) {
                date.year = Some(year);
                open = true;
            }
            if !open {
                self.dates.push(Date { year: Some(year), ..Date::default() });
            }
            return Some(());
        }
        if !(1..=31).contains(&number) {
            return None;
        }
        match self.dates.last_mut() {
            // "July 15"
            Some(last) if last.day.is_none() && last.year.is_none() && last.month.is_some() => {
                last.day = Some(number);
            }
            _ => self.days.push(number),
        }
        Some(())
    }
}

/// Words without what stands in brackets, which explains: `15 Jul 2022 (3 days)`.
fn without_brackets(words: &str) -> String {
    let mut depth = 0_usize;
    let outside = words.chars().filter(|letter| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    outside.collect()
}

/// `15.07.2022`. With strokes nobody knows which is the month.
fn dotted(word: &str) -> Option<Date> {
    let word = word.trim_end_matches([',', ';']);
    let mut parts = word.splitn(3, '.').map(|part| part.parse::<u32>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    let year = i32::try_from(year).ok().filter(|year| (1000..=2100).contains(year))?;
    Some(Date { year: Some(year), month: Some(month), day: Some(day) })
}

/// `14:20`, `14:20Z`, `14:20+02:00`.
fn is_time(word: &str) -> bool {
    let Some((hours, rest)) = word.split_once(':') else { return false };
    matches!(hours.len(), 1 | 2)
        && hours.bytes().all(|byte| byte.is_ascii_digit())
        && rest.bytes().take(2).filter(u8::is_ascii_digit).count() == 2
}

/// `15`, `15th`.
fn number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let end = word.get(digits.len()..)?;
    matches!(end, "" | "st" | "nd" | "rd" | "th").then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn touches(when: &str, words: &str) -> Option<bool> {
        When::parse(when).ok()?.touches(words)
    }

    #[test]
    fn dates_in_words_touch_or_not() {
        for (when, words, expected) in [
            ("2022-07-15", "15 Jul 2022", Some(true)),
            ("2022-07-15", "15-16 Jul 2022", Some(true)),
            ("2022-07-15", "15 and 16 July", Some(true)),
            ("2022-07-15", "16-17 Jul 2022", Some(false)),
            ("2022-07-15", "July 15th", Some(true)),
            ("2022-07-15", "15 Jul", Some(true)),
            ("2022-07-15", "15 Jul 2021", Some(false)),
            ("2022-07-15", "2022, no day", Some(true)),
            ("2022-07-15", "Jul 2022", Some(true)),
            ("2022-07-15", "2022-07-17", Some(false)),
            ("2022-07-15", "the evening of 9 Sept 2022", Some(false)),
            ("2022-07-15", "since Jun 2022", Some(true)),
            ("2022-07-15", "after 20 Jul 2022", Some(false)),
            ("2022-07-15", "until 20 Jul 2022", Some(true)),
            ("2022-07-15", "16 Jun - 2 Aug 2022", Some(true)),
            ("2019-11-26", "2020", Some(false)),
            ("2021-12/2022-02", "5 Jan", Some(true)),
            ("../2022-10", "more than ten years", None),
            ("2022-09-07", "46 days", None),
            ("2022-09-07", "a month earlier", None),
            ("2022-09-07", "not 7 Sep", None),
            ("2022-02-28", "30 Feb 2022", Some(false)),
            ("2022-07-15", "17 Jul, not 15 Jul", None),
            ("2022-07-15", "17 Jul instead of 15 Jul", None),
            ("2022-07-15", "may be 17 Jul 2022", None),
            ("2022-05-09", "9 may 2022", Some(true)),
            ("2022-07-15", "before 15 Jul 2022", Some(false)),
            ("2022-07-15", "after 15 Jul 2022", Some(false)),
            ("2022-07-15", "by 15 Jul 2022", Some(true)),
            ("2022-07-15", "two weeks before 15 Jul 2022", None),
            ("2022-07-15", "9 Jul 2022 or later", Some(true)),
            ("2022-07-15", "1st week of July", None),
            ("2022-07-15", "15 Jul 2022 (3 days)", Some(true)),
            ("2022-07-15", "15 Jul 2022, 14:20", Some(true)),
            ("2022-07-15", "not later than 15 Jul 2022", None),
            ("2022-07-15", "15.07.2022, 14:20", Some(true)),
            ("2022-07-15", "17.7.2022", Some(false)),
            ("2022-07-15", "32.13.2022", Some(false)),
            ("2022-07-15", "version 2.1.10", None),
            ("2022-07-15", "15/07/2022", None),
        ] {
            assert_eq!(touches(when, words), expected, "{when}: {words}");
        }
    }

    #[test]
    fn a_part_of_a_date_is_held_by_it() {
        let holds = |when: &str, words: &str| When::parse(when).ok()?.holds(words);
        for (when, words, expected) in [
            ("2022-07", "15 Jul 2022", Some(true)),
            ("2022-07", "Jul 2022", Some(true)),
            ("2022-07", "30 Jun - 2 Jul 2022", Some(false)),
            ("2022-07-15", "15-16 Jul 2022", Some(false)),
            ("2022-07-15", "earlier in 2022", Some(false)),
            ("2022-07-15", "since 15 Jul 2022", Some(false)),
            ("2022-07-15/..", "since 20 Jul 2022", Some(true)),
            ("2022-07-15", "a summer's day", None),
        ] {
            assert_eq!(holds(when, words), expected, "{when}: {words}");
        }
    }

    proptest! {
        #[test]
        fn a_day_touches_what_it_is_shown_as(days in 0_i64..400_000) {
            let day = Day::new(1001, 1, 1).and_then(|first| first.plus_days(days));
            let day = day.expect("a day in range");
            let when = When::parse(day.iso().as_str()).expect("a date");
            prop_assert_eq!(when.touches(when.text_with_weekday().as_str()), Some(true));
            prop_assert_eq!(when.touches(when.short().as_str()), Some(true));
        }

        #[test]
        fn any_words_are_read(words in "\\PC{0,40}") {
            let when = When::parse("2022-07-15").expect("a date");
            let _read = when.touches(&words);
        }
    }
}
