//! Terms of estimates as people write them: percentages, two in one, both grades together.

use crate::brief::{Likelihood, Word};
use crate::text;
use crate::text::DisplayText;

/// Whether both grades stand together: `B2`.
pub(in crate::brief) fn is_grade(text: &str) -> bool {
    matches!(text.as_bytes(), [b'A'..=b'F', b'1'..=b'6'])
}

/// The term for a percentage, or for a stretch of them that lies within its own.
pub(super) fn likelihood_of_percent(text: &str) -> Option<DisplayText> {
    let percent = |text: &str| text.trim().trim_end_matches('%').trim().parse::<u32>().ok();
    let ends = |text: &str| {
        let (from, to) = text.split_once(['-', '–']).unwrap_or((text, text));
        Some((percent(from)?, percent(to)?))
    };
    let (from, to) = ends(text).filter(|_| text.contains('%'))?;
    let holds =
        |meaning: &str| ends(meaning).is_some_and(|(first, last)| first <= from && to <= last);
    let (word, meaning) = Likelihood::ENTRIES.iter().find(|(_, meaning)| holds(meaning))?;
    Some(text!["write `", *word, "`, which is ", *meaning])
}

/// What to write where a text holds two words of a list: `moderate to high`.
pub(super) fn one_of_several(
    text: &str,
    entries: &[(&'static str, &'static str)],
) -> Option<DisplayText> {
    let lower = text.to_lowercase();
    let signs = ["-", "/", " to ", " or ", " and ", "–"];
    let (one, other) = signs.iter().find_map(|sign| lower.split_once(sign))?;
    let word = |part: &str| entries.iter().map(|(word, _)| *word).find(|word| *word == part.trim());
    Some(text!["write one of the two, `", word(one)?, "` or `", word(other)?, "`"])
}
