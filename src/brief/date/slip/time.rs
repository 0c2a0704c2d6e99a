//! A day with a time as people write it: `7 Sep 2022, 2:20 pm UTC`, `20220907T142033Z`.

use super::super::WhenError;
use super::super::parse::{self, error, offset_of, zone};
use super::{date, either_order};
use crate::brief::context::quoted;
use crate::diag::Code;
use crate::text;
use crate::text::DisplayText;

/// Words before a date that is not exact.
const ABOUT: &[&str] = &["about", "around", "circa", "c.", "ca.", "approx.", "approximately"];
/// Words beside a time that change nothing.
const LITTLE: &[&str] = &["at", "on", "h", "hrs", "hours", "local", "time"];

/// What was meant by a day with a time; none where there is no time in it, or more than one can be meant.
pub(in crate::brief::date) fn timed(written: &str) -> Option<WhenError> {
    let found = Found::read(written)?;
    let day = date(&found.rest).filter(|day| day.as_str().len() == 10)?;
    if either_order(&found.rest).is_some() {
        return None;
    }
    let (time, sign) = (found.time()?, if found.about { "~" } else { "" });
    let whole = |offset: &str| format!("{day}T{time}{offset}{sign}");
    let (code, message, help) = match &found.offset {
        Some(offset) => {
            let message = text!["`", quoted(written), "` is no date"];
            (Code::E120, message, text!["write `", quoted(&whole(offset)), "`"])
        }
        None => (
            Code::E121,
            text!["the time of `", quoted(written), "` has no offset from UTC"],
            write_with_offset(&whole("+02:00")),
        ),
    };
    let offset = found.offset.as_deref().unwrap_or("Z");
    parse::part(&whole(offset)).is_ok().then(|| error(code, message, Some(help)))
}

/// What to write where the offset is missing.
pub(in crate::brief::date) fn write_with_offset(whole: &str) -> DisplayText {
    text!["write `", quoted(whole), "` with the offset of the place, or `Z` for UTC"]
}

/// What stands in a text that has a time.
struct Found {
    /// Hour, minute and the second, where it was written.
    clock: Vec<u32>,
    /// `am` or `pm`.
    half: Option<Half>,
    /// As it is written in a brief.
    offset: Option<String>,
    about: bool,
    /// The date, in small letters.
    rest: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

impl Found {
    fn read(written: &str) -> Option<Self> {
        let spaced = with_time_apart(&written.to_lowercase());
        let mut found =
            Self { clock: Vec::new(), half: None, offset: None, about: false, rest: String::new() };
        for word in spaced.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()) {
            found.take(word)?;
        }
        (!found.clock.is_empty()).then_some(found)
    }

    /// Takes a word; none where a second time or offset stands there.
    fn take(&mut self, word: &str) -> Option<()> {
        if let Some((clock, after)) = clock_in(word) {
            if !self.clock.is_empty() {
                return None;
            }
            self.clock = clock;
            return if after.is_empty() { Some(()) } else { self.take(after) };
        }
        // `5:26am+02:00`
        if let Some((half, rest)) = word.split_at_checked(2)
            && matches!(half, "am" | "pm")
            && rest.starts_with(['+', '-', 'z'])
        {
            self.take(half)?;
            return self.take(rest);
        }
        let sign = word.trim_matches(['(', ')']);
        let offset =
            if offset_of(sign).is_some() { Some(sign.to_uppercase()) } else { zone_of(sign) };
        match (word, offset) {
            ("am" | "a.m." | "a.m", _) => self.half = Some(Half::Morning),
            ("pm" | "p.m." | "p.m", _) => self.half = Some(Half::Afternoon),
            (_, Some(offset)) if self.offset.is_none() => self.offset = Some(offset),
            (_, Some(_)) => return None,
            (word, None) if ABOUT.contains(&word) => self.about = true,
            (word, None) if LITTLE.contains(&word) => {}
            (word, None) => {
                self.rest.push_str(word);
                self.rest.push(' ');
            }
        }
        Some(())
    }

    /// `14:20`, `14:20:33`.
    fn time(&self) -> Option<String> {
        let (hour, rest) = self.clock.split_first()?;
        let hour = match (self.half, hour) {
            (None, hour) => *hour,
            (Some(_), 0 | 13..) => return None,
            (Some(Half::Morning), hour) => hour % 12,
            (Some(Half::Afternoon), hour) => hour % 12 + 12,
        };
        let rest = rest.iter().map(|number| format!("{number:02}"));
        let numbers: Vec<String> = std::iter::once(format!("{hour:02}")).chain(rest).collect();
        Some(numbers.join(":"))
    }
}

/// The same with a blank before the time, where ISO 8601 has a `t`; a time without colons gets them.
fn with_time_apart(lower: &str) -> String {
    let Some((day, time)) = lower.split_once('t').filter(|(day, time)| {
        day.ends_with(|c: char| c.is_ascii_digit())
            && time.starts_with(|c: char| c.is_ascii_digit())
    }) else {
        return lower.to_owned();
    };
    let digits = time.bytes().take_while(u8::is_ascii_digit).count();
    match (time.get(..2), time.get(2..4), time.get(4..digits), time.get(digits..)) {
        (Some(hour), Some(minute), Some(""), Some(rest)) => format!("{day} {hour}:{minute}{rest}"),
        (Some(hour), Some(minute), Some(second), Some(rest)) if second.len() == 2 => {
            format!("{day} {hour}:{minute}:{second}{rest}")
        }
        _ => format!("{day} {time}"),
    }
}

/// The numbers of a time at the beginning of a word, and what follows them.
fn clock_in(word: &str) -> Option<(Vec<u32>, &str)> {
    let end = word.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(word.len());
    let (time, after) = word.split_at_checked(end)?;
    let numbers: Vec<&str> = time.split(':').collect();
    let fits = |(at, text): (usize, &&str)| text.len() == 2 || (at == 0 && text.len() == 1);
    let is_time = matches!(numbers.len(), 2 | 3) && numbers.iter().enumerate().all(fits);
    let numbers = numbers.iter().map(|text| text.parse().ok()).collect::<Option<Vec<u32>>>()?;
    is_time.then_some((numbers, after))
}

fn zone_of(word: &str) -> Option<String> {
    zone(word).map(str::to_owned)
}
