//! Dates that are being typed.

use super::calendar::YEARS;
use super::grammar::{Dotted, Grammar};
use super::reading::Reading;
use super::span::whole;
use super::token::{Kind, Number, Token, folded, tokens};
use super::words::{MONTHS, Open, SHORTEST_MONTH, Word, begins_connector};

/// Most years that are tried before a date is given up; 29 February waits for one of eight.
const MOST_TRIES: usize = 12;

/// What was typed of the last piece without the marks at its end, after which a number or a word is
/// complete: `2022-`, `2022-w`.
pub(super) fn ended(folded: &str) -> &str {
    let plain = folded.trim_end_matches(['-', '/']);
    let is_year = |text: &&str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = plain.strip_suffix(['w', 'q']).map(|year| year.trim_end_matches(['-', '/']));
    year.filter(is_year).unwrap_or(plain)
}

/// What a date may become whose last piece is being typed: one more digit, the rest of a year or of a
/// month, the other end. `alone` when nothing else was typed.
pub(super) fn begun(head: &[&str], last: &str, alone: bool, dotted: Dotted) -> Vec<Reading> {
    let before = tokens(head);
    if before.iter().any(|token| token.kind == Kind::Other) {
        return Vec::new();
    }
    let with = |end: &str| {
        let pieces: Vec<&str> = head.iter().copied().chain([end]).collect();
        let readings = whole(&pieces, dotted).or_else(|| unended(head, end, dotted));
        readings.unwrap_or_default().into_iter().filter(|reading| !reading.is_second)
    };
    let stem = last.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let letters = last.strip_prefix(stem).unwrap_or_default();
    let mut found: Vec<Reading> = Vec::new();
    if (1..SHORTEST_MONTH).contains(&letters.len()) && is_date(&before, stem, alone) {
        let months = MONTHS.iter().filter(|month| month.starts_with(letters));
        found.extend(months.flat_map(|month| with(&format!("{stem}{month}"))));
    } else if letters.is_empty() && !(dotted == Dotted::Number && has_dot(last)) {
        digits(last, !head.is_empty(), with, &mut found);
    }
    found.extend(unended(head, last, dotted).unwrap_or_default());
    let first = before.first().map(|token| token.kind);
    let is_opened = matches!(first, Some(Kind::Word(Word::Between | Word::From)));
    let may_be_day = found.is_empty() || before.len() == 1;
    if is_opened && may_be_day && whole(&[head, &[last]].concat(), dotted).is_none() {
        found.extend(before_month(head, last, dotted));
    }
    found
}

/// What two days become whose month is still to come: `between 1 and 1`.
fn before_month(head: &[&str], last: &str, dotted: Dotted) -> Vec<Reading> {
    // Of a day of one digit the last ones that begin so, which are not before the first.
    let ends: &[&str] = if last.len() == 1 { &["", "9", "1", "0"] } else { &[""] };
    let read = |(month, end): (&&str, &&str)| {
        let day = format!("{last}{end}");
        // "An" may go on to "and".
        let known = if begins_connector(last) { head.to_vec() } else { [head, &[&day]].concat() };
        let readings = whole(&[known.as_slice(), &[month]].concat(), dotted);
        readings.or_else(|| unended(&known, month, dotted)).unwrap_or_default()
    };
    let months = MONTHS.iter().flat_map(|month| ends.iter().map(move |end| (month, end)));
    months.flat_map(read).collect()
}

/// Whether enough of a date stands there that a letter after it is taken for a month: "article 5 d" is
/// none, unless that is all.
fn is_date(before: &[Token], stem: &str, alone: bool) -> bool {
    let says = |token: &Token| !matches!(token.kind, Kind::Word(Word::Beside | Word::From));
    before.iter().chain(&tokens(&[stem])).filter(|token| says(token)).count() > usize::from(!alone)
}

/// Whether a number at the end follows another one and a dot, as in a version.
fn has_dot(last: &str) -> bool {
    let stem = last.trim_end_matches(|letter: char| letter.is_ascii_digit());
    stem.strip_suffix('.').is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// What a number at the end may become.
fn digits<I: Iterator<Item = Reading>>(
    last: &str,
    has_head: bool,
    with: impl Fn(&str) -> I,
    found: &mut Vec<Reading>,
) {
    let stem = last.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let tail = last.strip_prefix(stem).unwrap_or_default();
    if !(1..=3).contains(&tail.len()) || (stem.is_empty() && !has_head) {
        return;
    }
    if tail.len() == 1 {
        (0..=9).for_each(|digit| found.extend(with(&format!("{stem}{tail}{digit}"))));
    }
    let years = (format!("{tail:0<4}").parse(), format!("{tail:9<4}").parse::<i32>());
    if let (Ok(from), Ok(to)) = years {
        let (from, to) = (YEARS.start().max(&from).to_owned(), YEARS.end().min(&to).to_owned());
        let of = |reading: Reading| reading.within((from, to));
        // From the last one on, since an end may not come before its beginning.
        let tried = (from..=to).rev().take(MOST_TRIES);
        let mut read = tried.map(|year| with(&format!("{stem}{year}")).collect::<Vec<_>>());
        found.extend(read.find(|read| !read.is_empty()).into_iter().flatten().map(of));
    }
}

/// Everything from a date on, where the other end is still to come: `between 1 sep and`.
pub(super) fn unended(head: &[&str], last: &str, dotted: Dotted) -> Option<Vec<Reading>> {
    let is_connector = begins_connector(last);
    let tokens = if is_connector { tokens(head) } else { tokens(&[head, &[last]].concat()) };
    let grammar = Grammar { tokens: &tokens, dotted };
    let is_between = grammar.word(0) == Some(Word::Between);
    if !is_between && grammar.word(0) != Some(Word::From) {
        return None;
    }
    let (dated, end) = grammar.date(1)?;
    let separator = grammar.separator(end, is_between);
    let rest = tokens.get(separator.unwrap_or(end)..)?;
    let is_begun = match rest {
        [] => is_between || is_connector || separator.is_some(),
        [only] => {
            // Two digits are a day, four a year.
            let is_short = |number: Number| matches!(number.digits, 1 | 3);
            separator.is_some() && matches!(only.kind, Kind::Number(number) if is_short(number))
        }
        _ => false,
    };
    let readings = dated.stamps.into_iter().map(|stamp| Reading::open(stamp, Open::After));
    is_begun.then(|| readings.filter(|reading| !reading.is_second).collect())
}

/// Whether digits may go on to a day, month or year of a known year: `202`, `2022-`, `7/9`, `202210`.
pub(in crate::search) fn may_become_day(typed: &str) -> bool {
    let folded = folded(typed);
    let plain = folded.strip_suffix(['-', '/', '.']).unwrap_or(&folded);
    if plain.contains(|letter: char| !letter.is_ascii_digit() && !"-/.".contains(letter)) {
        return false;
    }
    let is_date = |text: &str| whole(&[text], Dotted::Asked).is_some();
    let is_number = plain.bytes().all(|byte| byte.is_ascii_digit());
    let is_ended = plain.len() < folded.len();
    match plain.len() {
        0 => false,
        1..=3 if is_number => {
            let is_day = plain.len() < 3 && plain.parse().is_ok_and(|day| (1..=31).contains(&day));
            let is_year = || YEARS.clone().any(|year| year.to_string().starts_with(plain));
            is_day || (!is_ended && is_year())
        }
        length @ 5..=7 if is_number && !is_ended => {
            let missing = 8 - length;
            let mut ends = (0..10_u32.pow(u32::try_from(missing).unwrap_or_default()))
                .map(|end| format!("{plain}{end:0missing$}"));
            ends.any(|whole| is_date(&whole))
        }
        _ => is_date(plain) || (!is_ended && !begun(&[], plain, false, Dotted::Asked).is_empty()),
    }
}
