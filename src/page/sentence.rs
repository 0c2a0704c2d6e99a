//! The first sentence of running text, which stands by itself on a card or below it.

use crate::library::Prose;
use std::ops::Range;

/// Words that end in a full stop and no sentence.
const ABBREVIATIONS: &[&str] = &[
    "approx", "co", "dr", "e.g", "gen", "gov", "i.e", "inc", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mr", "mrs", "ms", "no", "prof", "rep",
    "sen", "st", "vs",
];

/// The first sentence with its references; all of a text that has only one.
#[must_use]
pub fn first_sentence(prose: &Prose) -> Prose {
    part(prose, 0, end_of_first(prose))
}

/// What follows the first sentence, where something does.
pub(super) fn rest_after_first(prose: &Prose) -> Option<Prose> {
    let whole = prose.text.as_str();
    let end = end_of_first(prose);
    let rest = whole.get(end..)?;
    let start = end + (rest.len() - rest.trim_start().len());
    (start < whole.len()).then(|| part(prose, start, whole.len()))
}

fn part(prose: &Prose, start: usize, end: usize) -> Prose {
    let inside = prose
        .references
        .iter()
        .filter(|reference| reference.range.start() >= start && reference.range.end() <= end);
    let moved = inside.cloned().map(|mut reference| {
        let range = reference.range;
        reference.range = (range.start() - start..range.end() - start).into();
        reference
    });
    Prose {
        references: moved.collect(),
        text: prose.text.slice(start..end),
        written: prose.written,
    }
}

/// Where the first sentence ends, citations behind its full stop included.
fn end_of_first(prose: &Prose) -> usize {
    let whole = prose.text.as_str();
    let inside =
        |at: usize| prose.references.iter().any(|found| Range::from(found.range).contains(&at));
    for (at, mark) in whole.char_indices() {
        if !matches!(mark, '.' | '!' | '?') || inside(at) {
            continue;
        }
        let after = at + mark.len_utf8();
        let closed = whole
            .get(after..)
            .map_or(0, |rest| rest.len() - rest.trim_start_matches(['"', '”', '’', ')']).len());
        let end = after + closed;
        let Some(rest) = whole.get(end..) else { break };
        if rest.trim().is_empty() {
            return whole.len();
        }
        let goes_on = !rest.starts_with(char::is_whitespace) || !begins_sentence(rest.trim_start());
        let short = mark == '.' && is_abbreviation(crate::text::part(whole, ..at));
        if !goes_on && !short {
            return end;
        }
    }
    whole.len()
}

/// Whether a text can be the beginning of a sentence.
fn begins_sentence(text: &str) -> bool {
    text.chars().next().is_some_and(|letter| {
        letter.is_uppercase()
            || letter.is_numeric()
            || matches!(letter, '"' | '“' | '[' | '(')
            || !letter.is_lowercase() && letter.is_alphabetic()
    })
}

/// Whether the word before a full stop is shortened: `Sept`, a single capital.
fn is_abbreviation(before: &str) -> bool {
    let begins = |letter: char| letter.is_whitespace() || letter == '(';
    let word = before.rsplit_once(begins).map_or(before, |(_, word)| word).trim_end_matches('.');
    let single = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    // "U.S" is short, "the U.N" as well.
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    single || dotted || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clean;

    fn split(text: &str) -> (String, Option<String>) {
        let prose = Prose { text: clean(text, |_| {}), ..Prose::default() };
        let rest = rest_after_first(&prose).map(|rest| rest.text.to_string());
        (first_sentence(&prose).text.to_string(), rest)
    }

    #[test]
    fn a_sentence_ends_at_its_stop_and_not_at_an_abbreviation() {
        for (text, first, rest) in [
            ("One. Two.", "One.", Some("Two.")),
            ("Only one.", "Only one.", None),
            ("No stop", "No stop", None),
            ("On Sept. 16 she died. More.", "On Sept. 16 she died.", Some("More.")),
            ("The U.S. House sat. More.", "The U.S. House sat.", Some("More.")),
            ("It is 3.5 GB. More.", "It is 3.5 GB.", Some("More.")),
            ("He said \"no.\" Then he left.", "He said \"no.\"", Some("Then he left.")),
            ("Who? Nobody knows.", "Who?", Some("Nobody knows.")),
            ("In 2022. 14 died.", "In 2022.", Some("14 died.")),
            ("a.b is a name. Yes.", "a.b is a name.", Some("Yes.")),
            ("", "", None),
        ] {
            let expected = (first.to_owned(), rest.map(str::to_owned));
            assert_eq!(split(text), expected, "{text}");
        }
    }
}
