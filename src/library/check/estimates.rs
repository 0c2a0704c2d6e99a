//! Words of likelihood and confidence in the texts of judgements, which have keys for both (ICD 203).

use crate::brief::{Document, Judgement, Prose};
use crate::diag::{Code, Diagnostic, Span};
use crate::library::told::Findings;
use crate::library::{Confidence, Likelihood};
use crate::text;
use std::ops::Range;

/// What words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Estimate {
    /// How likely, in a term of ICD 203 where they are one or its synonym.
    Likelihood(Option<Likelihood>),
    /// How sure the author is.
    Confidence(Option<Confidence>),
}

use Estimate::{Confidence as Sure, Likelihood as Likely};

/// The terms of ICD 203 with their synonyms there, then what else people write. Of words that begin
/// alike the longest is meant. `may` is a month too, and `possible` and `remote` mostly say something else.
const ESTIMATES: &[(&str, Estimate)] = &[
    ("almost no chance", Likely(Some(Likelihood::AlmostNoChance))),
    ("remote chance", Likely(Some(Likelihood::AlmostNoChance))),
    ("very unlikely", Likely(Some(Likelihood::VeryUnlikely))),
    ("highly unlikely", Likely(Some(Likelihood::VeryUnlikely))),
    ("highly improbable", Likely(Some(Likelihood::VeryUnlikely))),
    ("very improbable", Likely(Some(Likelihood::VeryUnlikely))),
    ("unlikely", Likely(Some(Likelihood::Unlikely))),
    ("improbable", Likely(Some(Likelihood::Unlikely))),
    ("improbably", Likely(Some(Likelihood::Unlikely))),
    ("roughly even chance", Likely(Some(Likelihood::RoughlyEven))),
    ("roughly even odds", Likely(Some(Likelihood::RoughlyEven))),
    ("even chance", Likely(Some(Likelihood::RoughlyEven))),
    ("even odds", Likely(Some(Likelihood::RoughlyEven))),
    ("very likely", Likely(Some(Likelihood::VeryLikely))),
    ("highly likely", Likely(Some(Likelihood::VeryLikely))),
    ("very probable", Likely(Some(Likelihood::VeryLikely))),
    ("very probably", Likely(Some(Likelihood::VeryLikely))),
    ("highly probable", Likely(Some(Likelihood::VeryLikely))),
    ("likely", Likely(Some(Likelihood::Likely))),
    ("probable", Likely(Some(Likelihood::Likely))),
    ("probably", Likely(Some(Likelihood::Likely))),
    ("almost certain", Likely(Some(Likelihood::AlmostCertain))),
    ("almost certainly", Likely(Some(Likelihood::AlmostCertain))),
    ("nearly certain", Likely(Some(Likelihood::AlmostCertain))),
    ("nearly certainly", Likely(Some(Likelihood::AlmostCertain))),
    ("virtually certain", Likely(Some(Likelihood::AlmostCertain))),
    ("certainly", Likely(None)),
    ("conceivably", Likely(None)),
    ("could have", Likely(None)),
    ("doubtless", Likely(None)),
    ("doubtful", Likely(None)),
    ("in all likelihood", Likely(None)),
    ("may have", Likely(None)),
    ("maybe", Likely(None)),
    ("might", Likely(None)),
    ("perhaps", Likely(None)),
    ("plausibly", Likely(None)),
    ("possibly", Likely(None)),
    ("presumably", Likely(None)),
    ("undoubtedly", Likely(None)),
    ("without doubt", Likely(None)),
    ("low confidence", Sure(Some(Confidence::Low))),
    ("medium confidence", Sure(Some(Confidence::Moderate))),
    ("moderate confidence", Sure(Some(Confidence::Moderate))),
    ("high confidence", Sure(Some(Confidence::High))),
    ("highly confident", Sure(Some(Confidence::High))),
    ("moderately confident", Sure(Some(Confidence::Moderate))),
    ("confident that", Sure(None)),
    ("with confidence", Sure(None)),
];

/// W205, once for a judgement.
pub(super) fn check(document: &Document, found: &mut Findings) {
    found.extend(document.judgements.iter().filter_map(|own| of_judgement(own)));
}

fn of_judgement(judgement: &Judgement) -> Option<Diagnostic> {
    let (at, words, estimate) = first(judgement.text.text.as_str())?;
    let (key, has_key) = match estimate {
        Likely(_) => ("likelihood", judgement.likelihood.is_some()),
        Sure(_) => ("confidence", judgement.confidence.is_some()),
    };
    let term: Option<&str> = match estimate {
        Likely(term) => term.map(Likelihood::word),
        Sure(term) => term.map(Confidence::word),
    };
    let message = text!["`", words, "` stands in the text of a judgement"];
    let help = match term {
        _ if has_key => {
            text!["leave it out of the text: `", key, "` is told in a sentence of its own"]
        }
        Some(term) => text!["leave it out of the text and write `", key, " = \"", term, "\"`"],
        None => text!["leave it out of the text and say it in `", key, "`"],
    };
    let span = Span::new(judgement.id.span.source, place(&judgement.text, at));
    Some(Diagnostic::new(Code::W205, span, message).help(help))
}

/// Where a part of a text stands in the file; of a text with signs that are written otherwise, the whole text.
fn place(prose: &Prose, part: Range<usize>) -> Range<usize> {
    let (text, written) = (prose.text.as_str(), Range::from(prose.written));
    // One quote on both sides, and every byte as it is shown.
    if written.len() != text.len() + 2 || text.contains('\n') {
        return written;
    }
    let start = written.start + 1;
    start + part.start..start + part.end
}

/// The first words of a text that say how likely or how sure, of several that begin there the longest, and
/// where they stand in it.
fn first(text: &str) -> Option<(Range<usize>, &'static str, Estimate)> {
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let start = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..)?;
        let begin = start(rest.first()?);
        let end = |told: &str| {
            let mut rest = rest.iter();
            told.split(' ').try_fold(0, |_, told| {
                let word = rest.next().filter(|word| word.eq_ignore_ascii_case(told))?;
                Some(start(word) + word.len())
            })
        };
        let here = ESTIMATES.iter();
        let here = here.filter_map(|(told, estimate)| Some((begin..end(told)?, *told, *estimate)));
        here.max_by_key(|(_, told, _)| told.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_are_found_in_their_whole_length() {
        for (text, words) in [
            ("It was very likely Iran.", "very likely"),
            ("It was almost certainly Iran.", "almost certainly"),
            ("Probably, it was Iran.", "probably"),
            ("We assess with high confidence that it was Iran.", "high confidence"),
            ("There is a roughly even chance of it.", "roughly even chance"),
            ("It may have been Iran.", "may have"),
            ("Its mightiest unit might have sent it.", "might"),
            ("İts unit is VERY LIKELY in it.", "very likely"),
        ] {
            let (at, told, _) = first(text).unwrap();
            assert_eq!(told, words, "{text}");
            assert_eq!(text::part(text, at).to_lowercase(), words, "{text}");
        }
    }

    #[test]
    fn words_that_say_something_else_are_left() {
        for text in [
            "It happened in May, by remote access.",
            "As soon as possible.",
            "Certain accounts were closed.",
            "The likelihoods differ.",
            "",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn every_term_of_the_standard_is_known() {
        for term in Likelihood::ALL {
            let (_, told, estimate) = first(term.word()).unwrap();
            assert_eq!((told, estimate), (term.word(), Likely(Some(*term))));
        }
        for term in Confidence::ALL {
            let words = format!("{} confidence", term.word());
            assert_eq!(first(&words).map(|(_, _, found)| found), Some(Sure(Some(*term))));
        }
    }
}
