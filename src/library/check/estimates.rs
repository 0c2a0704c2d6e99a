//! Words of likelihood and confidence in the texts of judgements, which have keys for both (ICD 203).

use crate::brief::{Document, Judgement, Prose};
use crate::diag::{Code, Diagnostic};
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
    found.extend(document.judgements.iter().filter_map(of_judgement));
}

fn of_judgement(judgement: &Judgement) -> Option<Diagnostic> {
    let (words, estimate) = first(judgement.text.text.as_str())?;
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
    let mut span = judgement.id.span.clone();
    span.range = place(&judgement.text, words);
    Some(Diagnostic::new(Code::W205, span, message).help(help))
}

/// Where words stand in the file; of a text with signs that are written otherwise, the whole text.
fn place(prose: &Prose, words: &str) -> Range<usize> {
    let (text, written) = (prose.text.as_str(), &prose.written);
    let at = text.to_ascii_lowercase().find(words);
    // One quote on both sides, and every byte as it is shown.
    match at.filter(|_| written.len() == text.len() + 2 && !text.contains('\n')) {
        Some(at) => written.start + 1 + at..written.start + 1 + at + words.len(),
        None => written.clone(),
    }
}

/// The first words of a text that say how likely or how sure, of several that begin there the longest.
fn first(text: &str) -> Option<(&'static str, Estimate)> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..)?;
        let begins = |estimate: &&(&str, Estimate)| {
            let mut told = estimate.0.split(' ');
            let mut rest = rest.iter();
            told.all(|word| rest.next() == Some(&word))
        };
        let here = ESTIMATES.iter().filter(begins);
        here.max_by_key(|(words, _)| words.len()).copied()
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
        ] {
            assert_eq!(first(text).map(|(words, _)| words), Some(words), "{text}");
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
            assert_eq!(first(term.word()), Some((term.word(), Likely(Some(*term)))));
        }
        for term in Confidence::ALL {
            let words = format!("{} confidence", term.word());
            assert_eq!(first(&words).map(|(_, found)| found), Some(Sure(Some(*term))));
        }
    }
}
