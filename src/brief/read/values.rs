//! Which slip stands in the key or the value of a statement.

use super::named::{Named, body, is_toml, mended, outside_quotes};
use super::sections;
use super::slip::Slip;
use super::statement::{self, is_bare, is_key};
use crate::brief::degrees::{self, Axis};
use crate::brief::schema::{self, Syntax};
use crate::brief::toml_text::quoted_words;
use std::ops::Range;

/// Words that other formats have for nothing.
const NOTHING: &[&str] = &["null", "none", "nil", "undefined", "nan", "n/a", "inf", "~", "-"];

/// The value of a statement, with its place.
pub(super) fn value_of(statement: &str) -> Option<(Range<usize>, &str)> {
    let equals = statement.find('=')?;
    let behind = statement.get(equals + 1..)?;
    let start = equals + 1 + behind.len() - behind.trim_start().len();
    let value = behind.trim();
    Some((start..start + value.len(), value))
}

/// A statement with another value.
pub(super) fn with(statement: &str, place: Range<usize>, value: &str) -> String {
    let mut meant = statement.to_owned();
    meant.replace_range(place, value);
    meant
}

/// A key that holds what none does.
pub(super) fn key(statement: &str) -> Option<Named> {
    let equals = statement.find('=')?;
    let written = statement.get(..equals)?;
    let key = written.trim();
    if key.is_empty() || key.chars().all(is_key) || key.contains(['"', '\'']) {
        return None;
    }
    let start = written.len() - written.trim_start().len();
    let at = start..start + key.len();
    // `as of` is plain, and so is a sign too much.
    let is_hyphen = |sign: char| matches!(sign, ' ' | '_') || statement::is_dash(sign);
    let hyphened = key.replace(is_hyphen, "-");
    let bare: String = key.chars().filter(|sign| is_key(*sign)).collect();
    let known =
        [hyphened, bare].into_iter().find(|name| schema::keys().any(|key| key.name == name));
    let meant = known.map(|key| with(statement, at.clone(), &key));
    Some(Named { slip: Slip::Key, at, meant })
}

/// Whether the key of a statement is written so in some table.
pub(super) fn takes(statement: &str, syntax: &[Syntax]) -> bool {
    sections::key(statement).is_some_and(|name| schema::is_written(name, syntax))
}

/// Quotes that stand where a text does not end, and what stands behind a text.
pub(super) fn quotes(statement: &str) -> Option<Named> {
    let (place, value) = value_of(statement)?;
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let named = |slip, at: Range<usize>| Named { slip, at, meant: None };
    if value.starts_with("\"\"\"") || value.starts_with("'''") {
        return several_lines(statement, place, quote);
    }
    let inner = value.get(1..)?;
    let length = statement::closing(inner, quote);
    if let Some(at) = stray_backslash(inner).filter(|_| quote == '"') {
        let at = place.start + 1 + at;
        return Some(named(Slip::Backslash, at..at + 1));
    }
    let Some(length) = length else {
        return Some(named(Slip::UnclosedText, place));
    };
    let behind = inner.get(length..)?;
    let rest = behind.trim_start();
    let start = place.end - rest.len();
    if rest.is_empty() || rest.starts_with('#') {
        return None;
    }
    if rest.starts_with('+') {
        return Some(named(Slip::Joined, start..start + 1));
    }
    let is_list = takes(statement, &[Syntax::List, Syntax::TextOrList]);
    if is_list && rest.starts_with(',') && !rest.contains('#') {
        let meant = with(statement, place.clone(), &format!("[{value}]"));
        if is_toml(&meant) {
            return Some(mended(Slip::NoBrackets, place, meant));
        }
    }
    if statement::key(rest).is_some() {
        let meant = with(statement, start - (behind.len() - rest.len())..start, "\n");
        return Some(mended(Slip::TwoKeys, start..place.end, meant));
    }
    let at = place.start + length;
    let meant = escaped(inner, quote).map(|text| with(statement, place.clone(), &text));
    Some(Named { slip: Slip::InnerQuotes(quote), at: at..at + 1, meant })
}

/// A text of several lines that is TOML but for what stands in it or behind it.
fn several_lines(statement: &str, place: Range<usize>, quote: char) -> Option<Named> {
    let value = statement.get(place.clone())?;
    let three = value.get(..3)?;
    let length = statement::several_lines(value, three, quote)?;
    let behind = value.get(length..)?;
    let rest = behind.trim_start();
    if !rest.is_empty() && !rest.starts_with('#') {
        let start = place.end - rest.len();
        return Some(Named { slip: Slip::BehindText, at: start..place.end, meant: None });
    }
    let at = stray_backslash(value.get(3..length)?).filter(|_| quote == '"')?;
    let at = place.start + 3 + at;
    Some(Named { slip: Slip::Backslash, at: at..at + 1, meant: None })
}

/// A text with its first quote behind it, in which the others are meant as a part of it: `The "big" one"`.
fn escaped(inner: &str, quote: char) -> Option<String> {
    let text = inner.strip_suffix(quote)?;
    if text.contains(['=', '\\', '\n', '+', '#']) {
        return None;
    }
    if quote == '\'' {
        // An apostrophe stands between two letters.
        let parts: Vec<&str> = text.split('\'').collect();
        let between = |pair: &[&str]| match pair {
            [before, behind] => {
                before.ends_with(char::is_alphabetic)
                    && behind.starts_with(|sign: char| sign.is_alphabetic() || sign == ' ')
            }
            _ => false,
        };
        let is_plain = !text.contains('"') && parts.windows(2).all(between);
        return is_plain.then(|| format!("\"{text}\""));
    }
    let parts: Vec<&str> = text.split('"').collect();
    // Every second one opens, behind a blank or bracket, and the next one closes behind a sign.
    let opens = |before: &&str, within: &&str| {
        before.is_empty() || before.ends_with([' ', '(']) && !within.starts_with(' ')
    };
    let closes = |within: &&str, behind: &&str| {
        !within.is_empty()
            && !within.ends_with(' ')
            && (behind.is_empty()
                || behind.starts_with([' ', ',', '.', ';', ':', ')', '!', '?', '\'']))
    };
    let pairs = parts.windows(2).enumerate();
    let is_plain = parts.len() % 2 == 1
        && pairs.into_iter().all(|(number, pair)| match pair {
            [one, two] if number % 2 == 0 => opens(one, two),
            [one, two] => closes(one, two),
            _ => false,
        });
    is_plain.then(|| format!("\"{}\"", parts.join("\\\"")))
}

/// A text without its second quote, with it.
pub(super) fn closed(statement: &str) -> Option<String> {
    let (place, value) = value_of(statement)?;
    let quote = value.chars().next()?;
    let text = value.get(1..)?;
    // A text processor may have written the second one.
    let value = value.trim_end_matches(['”', '“', '»', '’']);
    let is_plain = !text.trim().is_empty() && !text.contains(['"', '\'', '#', '=']);
    let meant = with(statement, place, &format!("{value}{quote}"));
    Some(meant).filter(|meant| is_plain && is_toml(meant))
}

/// Where a backslash stands before what it cannot escape, or before fewer digits than it needs.
fn stray_backslash(text: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(slash) = text.get(at..)?.find('\\') {
        let after = text.get(at + slash + 1..)?;
        let digits = |count: usize| {
            let digits = after.get(1..=count);
            digits.is_some_and(|digits| digits.chars().all(|digit| digit.is_ascii_hexdigit()))
        };
        let is_escape = match after.chars().next() {
            Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\' | '\n') => true,
            Some('x') => digits(2),
            Some('u') => digits(4),
            Some('U') => digits(8),
            // At the end of a line of several.
            Some(' ' | '\t') => after.split('\n').next().is_some_and(|line| line.trim().is_empty()),
            _ => false,
        };
        if !is_escape {
            return Some(at + slash);
        }
        at += slash + 2;
    }
    None
}

/// Brackets of another kind than the value needs.
pub(super) fn brackets(statement: &str) -> Option<Named> {
    let (place, value) = value_of(statement)?;
    let inner = value.get(1..value.len().checked_sub(1)?)?;
    let (first, last) = (value.chars().next()?, value.chars().next_back()?);
    let is_pair = matches!(first, '[' | '(' | '{' | '<') && matches!(last, ']' | ')' | '}' | '>');
    let signs: Vec<char> = outside_quotes(inner).map(|(_, sign)| sign).collect();
    let holds = |sign: char| signs.contains(&sign);
    let is_list =
        !holds('=') && !holds(':') && takes(statement, &[Syntax::List, Syntax::TextOrList]);
    let is_table = takes(statement, &[Syntax::TableOfLists, Syntax::TableOfTexts]);
    let meant = match (first, last) {
        _ if !is_pair => return None,
        ('{', '}') if is_table && holds(':') => {
            let colons = outside_quotes(inner).filter(|(_, sign)| *sign == ':').map(|(at, _)| at);
            let mut meant = inner.to_owned();
            colons.for_each(|at| meant.replace_range(at..=at, "="));
            let at = place.start + 1 + outside_quotes(inner).find(|(_, sign)| *sign == ':')?.0;
            let meant = with(statement, place, &format!("{{{meant}}}"));
            return Some(mended(Slip::Colon, at..at + 1, meant));
        }
        ('[', ']') if is_table && holds('=') => format!("{{{inner}}}"),
        ('[', ']') => return None,
        _ if is_list => format!("[{inner}]"),
        _ => return None,
    };
    let at = place.start..place.start + 1;
    Some(mended(Slip::Brackets, at, with(statement, place, &meant)))
}

/// A value that is missing, has no quotes, or is written as elsewhere.
pub(super) fn value(statement: &str) -> Option<Named> {
    let (place, value) = value_of(statement)?;
    let named = |slip, at: Range<usize>, meant: Option<String>| {
        Some(Named { slip, at, meant: meant.map(|value| with(statement, place.clone(), &value)) })
    };
    if value.is_empty() || value.starts_with('#') {
        let equals = statement.find('=')?;
        return Some(Named { slip: Slip::NoValue, at: equals..equals + 1, meant: None });
    }
    if let Some(rest) = value.strip_prefix(['=', '>', ':']) {
        return named(
            Slip::ColonEquals,
            place.start - 1..place.start + 1,
            Some(format!(" {}", rest.trim())),
        );
    }
    let lower = value.to_ascii_lowercase();
    if takes(statement, &[Syntax::Flag]) {
        let flag = match lower.as_str() {
            "true" | "yes" | "y" | "on" => Some("true"),
            "false" | "no" | "n" | "off" => Some("false"),
            _ => None,
        };
        return named(Slip::Flag, place.clone(), flag.map(str::to_owned));
    }
    if takes(statement, &[Syntax::Number, Syntax::Integer]) {
        let (whole, part) = value.split_once(',').unwrap_or((value, ""));
        let is_number =
            |text: &str| !text.is_empty() && text.chars().all(|sign| sign.is_ascii_digit());
        let is_decimal = is_number(whole.trim_start_matches('-')) && is_number(part);
        if is_decimal && takes(statement, &[Syntax::Number]) {
            return named(Slip::DecimalComma, place.clone(), Some(format!("{whole}.{part}")));
        }
        // `−41.33` with the sign of a text processor, `48.9226 N`.
        let minus = value.replace('−', "-");
        let axis = sections::key(statement).and_then(Axis::of_key);
        let degrees = || {
            let found = degrees::read(value)?;
            (found.axis.is_some() && found.axis == axis).then_some(found.decimals)
        };
        if minus != value && minus.parse::<f64>().is_ok() {
            return named(Slip::NoNumber, place.clone(), Some(minus));
        }
        if let Some(decimals) = degrees() {
            return named(Slip::NoNumber, place.clone(), Some(decimals));
        }
        // `02` and `2.` are no numbers to TOML.
        let number = value.strip_suffix('.').unwrap_or(value).trim_start_matches('0');
        let number = is_number(number).then(|| number.to_owned());
        return named(Slip::NoNumber, place.clone(), number);
    }
    if value.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    if NOTHING.contains(&lower.as_str()) {
        return named(Slip::Nothing, place.clone(), None);
    }
    if takes(statement, &[Syntax::List]) {
        let words: Vec<&str> = value.split(',').map(str::trim).collect();
        let is_plain = words.iter().all(|word| !word.is_empty() && word.chars().all(is_bare));
        let meant = is_plain.then(|| format!("[{}]", quoted_words(&words)));
        return named(Slip::ListQuotes, place.clone(), meant);
    }
    let is_plain = !value.contains(['"', '\'', '\\', '#', '=', '[', ']', '{', '}', '\n'])
        && takes(statement, &[Syntax::Text, Syntax::TextOrList, Syntax::Date]);
    named(Slip::NoQuotes, place.clone(), is_plain.then(|| format!("\"{value}\"")))
}

/// A line without `=`.
pub(super) fn alone(statement: &str) -> Option<Named> {
    let at = body(statement);
    let text = statement.get(at.clone())?;
    if text.contains('=') {
        return None;
    }
    if let Some((key, value)) = text.split_once([' ', '\t'])
        && key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key.chars().all(is_bare)
        && value.trim_start().starts_with(['"', '\'', '[', '{'])
    {
        let blank = at.start + key.len();
        let meant = with(statement, blank..blank + 1, "=");
        return Some(mended(Slip::NoEquals, at.start..blank, meant));
    }
    let slip = if text.chars().all(is_bare) && text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        Slip::KeyAlone
    } else {
        Slip::NoToml
    };
    Some(Named { slip, at, meant: None })
}

#[cfg(test)]
mod tests {
    use crate::brief::read::spot::name;

    #[test]
    fn what_was_meant_is_read() {
        for (written, meant) in [
            ("title = Two words", "title = \"Two words\""),
            ("when = 2022-07", "when = \"2022-07\""),
            ("as of = \"2022\"", "as-of = \"2022\""),
            ("🔥title = \"a\"", "title = \"a\""),
            ("title == \"a\"", "title = \"a\""),
            ("title => \"a\"", "title = \"a\""),
            ("title := 'a'", "title  = 'a'"),
            ("title: \"a\",", "title= \"a\" "),
            ("title = “a”,", "title =   \"a\"   "),
            ("title = `a`", "title = \"a\""),
            ("title = \"a \"b\" c\"", "title = \"a \\\"b\\\" c\""),
            ("title = 'It's so'", "title = \"It's so\""),
            (
                "title = \"a\" when = \"b\" type = \"c\"",
                "title = \"a\"\nwhen = \"b\"\ntype = \"c\"",
            ),
            ("withdrawn = True", "withdrawn = true"),
            ("lat = 41,33", "lat = 41.33"),
            ("credibility = 02", "credibility = 2"),
            ("cite = [s1, s2]", "cite = [\"s1\", \"s2\"]"),
            ("cite = [\"s1, \"s2\"]", "cite = [\"s1\", \"s2\"]"),
            ("cite = (\"s1\")", "cite = [\"s1\"]"),
            ("cite = [\"s1\"\n  \"s2\"]", "cite = [\"s1\",\n  \"s2\"]"),
            ("roles = { target: [\"a\"] }", "roles = { target= [\"a\"] }"),
            ("roles = [ target = [\"a\"] ]", "roles = { target = [\"a\"] }"),
        ] {
            assert_eq!(name(written).meant.as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn what_may_mean_more_than_one_thing_is_not_read() {
        for written in [
            "title = \"a\" + \"b\"",
            "title = null",
            "title = \"C:\\new\\users\"",
            "title = \"a \"b c\"",
            "title = 'the boys' and 'girls' toys'",
            "credibility = B2",
            "lat = 41.33.2",
            "withdrawn = maybe",
            "cite = [two words, \"s1\"]",
            "cite = [\"a\", see b]",
        ] {
            assert_eq!(name(written).meant, None, "{written}");
        }
    }
}
