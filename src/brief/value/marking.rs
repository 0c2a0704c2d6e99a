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

/// Words of national markings that nothing for everybody, or for a community, can bear.
const CLOSED: &[&str] = &["CONFIDENTIAL", "COSMIC", "NOFORN", "RESTRICTED", "SECRET", "TS"];

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

/// What a label that cannot be read comes to.
const UNTIL_THEN: &str = "; it counts as RED";

/// Letters of a word from which on two slips may stand in it.
const LONG: usize = 7;

/// A TLP 2.0 label as it may be written.
pub(in crate::brief) fn label(written: &str) -> Option<Marking> {
    let label = written.trim();
    let bare = label
        .get(..4)
        .filter(|prefix| prefix.eq_ignore_ascii_case("TLP:"))
        .and_then(|_| label.get(4..))
        .unwrap_or(label);
    Marking::from_word(bare)
}

/// What a free text says of how far something may go, where that is stricter than its label: another
/// label, or a national marking beside one for everybody.
pub(in crate::brief) fn named_in_words(text: &str, beside: Marking) -> Option<Marking> {
    let upper = text.to_uppercase();
    let words: Vec<&str> = upper.split(|sign: char| !sign.is_alphanumeric()).collect();
    let of_label = |at: usize, word: &&str| {
        let behind_tlp = at.checked_sub(1).and_then(|at| words.get(at)) == Some(&"TLP");
        let (_, marking) = WORDS.iter().find(|(known, _)| known == word)?;
        let is_strict = words.get(at + 1) == Some(&"STRICT");
        let strict = if is_strict { Marking::AmberStrict } else { *marking };
        behind_tlp.then_some((*marking).max(strict))
    };
    let labels = words.iter().enumerate().filter_map(|(at, word)| of_label(at, word));
    let is_open = beside <= Marking::Green;
    let closed = words.iter().any(|word| CLOSED.contains(word)).then_some(Marking::Red);
    labels.chain(closed.filter(|_| is_open)).max().filter(|named| *named > beside)
}

impl Context<'_> {
    /// A TLP 2.0 label.
    pub(in crate::brief) fn marking(&mut self, text: &Text) -> Option<Marking> {
        let label = text.get_ref().trim();
        if let Some(value) = self::label(label) {
            return Some(value);
        }
        let words = words(label);
        let message = if words == ["WHITE"] {
            text!["`WHITE` was renamed CLEAR in TLP 2.0", UNTIL_THEN]
        } else {
            let labels = "CLEAR, GREEN, AMBER, AMBER+STRICT, RED";
            text!["`", quoted(label), "` is no TLP 2.0 label: ", labels, UNTIL_THEN]
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
    fn a_free_text_raises_a_label_and_never_lowers_it() {
        use Marking::{Amber, AmberStrict, Clear, Green, Red};
        for (text, beside, wanted) in [
            ("TLP:RED", Clear, Some(Red)),
            ("see tlp amber+strict", Green, Some(AmberStrict)),
            ("TLP:GREEN", Amber, None),
            ("SECRET//NOFORN", Clear, Some(Red)),
            ("SECRET//NOFORN", Amber, None),
            ("UNCLASSIFIED", Clear, None),
            ("For the river board, red cover", Clear, None),
            ("REL TO NATO", Green, None),
        ] {
            assert_eq!(named_in_words(text, beside), wanted, "{text} beside {beside:?}");
        }
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
