//! TLP 2.0 labels, and which one was meant: never one more open than what is written can be read.

use crate::brief::Marking;
use crate::brief::context::{Context, Text, quoted};
use crate::diag::Code;
use crate::text;

/// Words of national and company markings; they say nothing about a label.
const OTHER_MARKINGS: &[&str] = &[
    "C",
    "CONFIDENTIAL",
    "CUI",
    "FOUO",
    "INTERNAL",
    "LES",
    "NATO",
    "NOFORN",
    "OFFICIAL",
    "PRIVATE",
    "PROTECTED",
    "PUBLIC",
    "RELTO",
    "RESTRICTED",
    "S",
    "SECRET",
    "SENSITIVE",
    "TS",
    "U",
    "UNCLASSIFIED",
    "VS",
    "NFD",
];

/// What the words of labels stand for. `WHITE` is CLEAR in TLP 1.0.
const WORDS: &[(&str, Marking)] = &[
    ("CLEAR", Marking::Clear),
    ("WHITE", Marking::Clear),
    ("GREEN", Marking::Green),
    ("AMBER", Marking::Amber),
    ("STRICT", Marking::AmberStrict),
    ("AMBERSTRICT", Marking::AmberStrict),
    ("RED", Marking::Red),
];

/// Letters of a word from which on two slips may stand in it.
const LONG: usize = 7;

impl Context<'_> {
    /// A TLP 2.0 label.
    pub(in crate::brief) fn marking(&mut self, text: &Text) -> Option<Marking> {
        let label = text.get_ref().trim();
        let bare = label
            .get(..4)
            .filter(|prefix| prefix.eq_ignore_ascii_case("TLP:"))
            .and_then(|_| label.get(4..))
            .unwrap_or(label);
        if let Some(value) = Marking::from_word(bare) {
            return Some(value);
        }
        let words = words(label);
        let message = if words == ["WHITE"] {
            text!["`WHITE` was renamed CLEAR in TLP 2.0"]
        } else {
            let labels = "CLEAR, GREEN, AMBER, AMBER+STRICT, RED";
            text!["`", quoted(label), "` is no TLP 2.0 label: ", labels]
        };
        let is_other = words.iter().any(|word| OTHER_MARKINGS.contains(&word.as_str()));
        let help = match meant(label) {
            Some(marking) => Some(text!["write `", marking.word(), "`"]),
            None if is_other => Some(text![
                "write the label that it comes to, and the marking itself as `handling` of the brief"
            ]),
            None => None,
        };
        self.report_with(Code::E130, text.span(), message, help);
        None
    }
}

/// The words of a label in capitals, without `TLP`.
fn words(label: &str) -> Vec<String> {
    let upper = label.to_uppercase();
    let words = upper.split(|sign: char| !sign.is_alphanumeric());
    words.filter(|word| !word.is_empty() && *word != "TLP").map(str::to_owned).collect()
}

/// The most restricted label that is named, where every word is one of a label or a slip of one.
fn meant(label: &str) -> Option<Marking> {
    let words = words(label);
    let named: Option<Vec<Marking>> = words.iter().map(|word| of_word(word)).collect();
    let most = named?.into_iter().max()?;
    // What was to follow the sign can only have been this.
    let strict = most == Marking::Amber && label.contains('+');
    Some(if strict { Marking::AmberStrict } else { most })
}

/// What a word stands for; of several that it may be, the most restricted.
fn of_word(word: &str) -> Option<Marking> {
    if let Some((_, marking)) = WORDS.iter().find(|(known, _)| *known == word) {
        return Some(*marking);
    }
    let allowed = if word.chars().count() >= LONG { 2 } else { 1 };
    let near = WORDS.iter().filter(|(known, _)| strsim::osa_distance(word, known) <= allowed);
    near.map(|(_, marking)| *marking).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_lead_to_the_label() {
        for (label, wanted) in [
            ("amber", Marking::Amber),
            ("AMBR", Marking::Amber),
            ("tlp amber", Marking::Amber),
            ("TLP-GREEN", Marking::Green),
            ("GREN", Marking::Green),
            ("amber strict", Marking::AmberStrict),
            ("AMBER-STRICT", Marking::AmberStrict),
            ("AMBERSTRIKT", Marking::AmberStrict),
            ("AMBER+", Marking::AmberStrict),
            ("AMBER+STRCT", Marking::AmberStrict),
            ("STRICT", Marking::AmberStrict),
            ("white", Marking::Clear),
            ("CLAER", Marking::Clear),
            ("Rde", Marking::Red),
        ] {
            assert_eq!(meant(label), Some(wanted), "{label}");
        }
    }

    #[test]
    fn of_two_readings_the_more_restricted_is_meant() {
        for (label, wanted) in [
            ("AMBER/RED", Marking::Red),
            ("GREEN or AMBER", Marking::Amber),
            ("GRED", Marking::Red),
            ("RED STRICT", Marking::Red),
            ("CLEAR GREEN", Marking::Green),
        ] {
            let found = meant(label);
            assert!(found.is_none_or(|found| found >= wanted), "{label}: {found:?}");
        }
        assert_eq!(meant("AMBER/RED"), Some(Marking::Red));
    }

    #[test]
    fn other_markings_and_remarks_lead_to_none() {
        for label in [
            "SECRET",
            "RESTRICTED",
            "U//FOUO",
            "GREY",
            "unclassified",
            "AMBER (named people only)",
            "CLEAR after release",
            "not RED",
            "",
            "TLP:",
            "yellow",
            "R",
            "public",
        ] {
            assert_eq!(meant(label), None, "{label}");
        }
    }
}
