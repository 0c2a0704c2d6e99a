//! TLP 2.0 labels, and which one was meant: never one more open than what is written can be read.

use crate::brief::Marking;
use crate::brief::context::{Context, Text, quoted};
use crate::diag::Code;
use crate::text;
use crate::text::{in_latin_letters, part};
use unicode_normalization::UnicodeNormalization;

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

/// What a national marking may say beside a label for everybody or for a community. Nobody knows the words
/// of every country for the others, so whatever is not among these counts as one of them.
const HARMLESS: &[&str] = &[
    "APPROVED FOR PUBLIC RELEASE",
    "CLEARED FOR PUBLIC RELEASE",
    "DISTRIBUTION IS UNLIMITED",
    "DISTRIBUTION STATEMENT A",
    "DISTRIBUTION UNLIMITED",
    "EXERCISE",
    "FOR EVERYBODY",
    "FOR EVERYONE",
    "FOR PUBLIC RELEASE",
    "FOR RELEASE TO THE PUBLIC",
    "NO RESTRICTION",
    "NO RESTRICTIONS",
    "NOT CLASSIFIED",
    "NOT PROTECTIVELY MARKED",
    "OFFICIAL",
    "OPEN",
    "OPEN SOURCE",
    "OPEN SOURCES",
    "PUBLIC",
    "PUBLIC RELEASE",
    "RELEASED TO THE PUBLIC",
    "UNCLASSIFIED",
    "UNLIMITED DISTRIBUTION",
    "UNRESTRICTED",
    "WITHOUT RESTRICTION",
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

/// What stands before a label.
const TLP: &str = "TLP";

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

/// What a national marking says of how far something may go, where that may be stricter than its label:
/// another label, or anything but what is known to be harmless beside one for everybody or a community.
pub(in crate::brief) fn named_in_words(text: &str, beside: Marking) -> Option<Marking> {
    let plain = in_plain_letters(text);
    let letters: String = plain.chars().filter(|sign| sign.is_alphanumeric()).collect();
    let labels = letters
        .match_indices(TLP)
        .filter_map(|(at, tlp)| begins_with_label(part(&letters, at + tlp.len()..)));
    let is_closed = beside <= Marking::Green && !is_harmless(&plain);
    let closed = is_closed.then_some(Marking::Red);
    labels.max().max(closed).filter(|named| *named > beside)
}

/// The strictest label that a text names in a word of its own, with or without `TLP` before it.
pub(in crate::brief) fn label_word(text: &str) -> Option<Marking> {
    let plain = in_plain_letters(text);
    let words = plain.split(|sign: char| !sign.is_alphanumeric());
    words.filter_map(exact_word).max()
}

/// Whether a text is a label and nothing else, behind `TLP` however that is joined to it.
pub(in crate::brief) fn is_behind_tlp(text: &str) -> bool {
    let letters: String =
        in_plain_letters(text).chars().filter(|sign| sign.is_alphanumeric()).collect();
    letters.strip_prefix(TLP).is_some_and(|word| exact_word(word).is_some())
}

/// What a text says that is made of words of markings alone.
#[derive(Debug)]
pub(in crate::brief) struct MarkingWords {
    /// The labels that it names.
    pub(in crate::brief) labels: Vec<Marking>,
    /// Whether one of its words closes what it marks; a letter by itself says too little.
    pub(in crate::brief) is_closed: bool,
}

/// The words of a text, if each of them is one of a label, of another marking, or known as open.
pub(in crate::brief) fn marking_words(text: &str) -> Option<MarkingWords> {
    let plain = in_plain_letters(text).replace("AMBER+STRICT", "AMBERSTRICT");
    let words = plain.split(|sign: char| !sign.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty() && *word != TLP).collect();
    let is_other = |word: &&str| OTHER_MARKINGS.contains(word);
    let is_known = |word: &&str| exact_word(word).is_some() || is_other(word);
    let is_closed = |word: &&str| word.len() > 1 && is_other(word) && !HARMLESS.contains(word);
    (!words.is_empty() && words.iter().all(is_known)).then(|| MarkingWords {
        labels: words.iter().filter_map(|word| exact_word(word)).collect(),
        is_closed: words.iter().any(is_closed),
    })
}

/// A text in capitals, of Latin letters wherever it looks so, without what nobody sees.
fn in_plain_letters(text: &str) -> String {
    let seen = text.nfkc().filter(|sign| {
        !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    });
    in_latin_letters(&seen.collect::<String>()).to_uppercase()
}

/// The strictest label that letters may begin with.
fn begins_with_label(letters: &str) -> Option<Marking> {
    let named = WORDS.iter().filter(|(word, _)| letters.starts_with(word));
    named.map(|(_, marking)| *marking).max()
}

/// Whether a national marking in capitals is made of nothing but what is harmless, and of labels.
fn is_harmless(plain: &str) -> bool {
    let words = plain.split(|sign: char| !sign.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut rest = &words[..];
    while !rest.is_empty() {
        let phrases = HARMLESS.iter().map(|phrase| phrase.split(' ').collect::<Vec<_>>());
        let longest =
            phrases.filter(|phrase| rest.starts_with(phrase)).map(|phrase| phrase.len()).max();
        let label = match rest {
            [TLP, "AMBER", "STRICT", ..] => Some(3),
            [TLP, word, ..] if exact_word(word).is_some() => Some(2),
            _ => None,
        };
        let Some(behind) = longest.or(label).and_then(|length| rest.get(length..)) else {
            return false;
        };
        rest = behind;
    }
    !words.is_empty()
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

/// What a word stands for, written as it is.
fn exact_word(word: &str) -> Option<Marking> {
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, marking)| *marking)
}

/// What a word stands for; of several that it may be, the most restricted.
fn of_word(word: &str) -> Option<Marking> {
    if let Some(marking) = exact_word(word) {
        return Some(marking);
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
            ("see tlp amber+strict", Amber, Some(AmberStrict)),
            ("TLP:AMBER+STRICT", Green, Some(AmberStrict)),
            ("TLP AMBER", Green, Some(Amber)),
            ("TLP:GREEN", Amber, None),
            ("SECRET//NOFORN", Clear, Some(Red)),
            ("SECRET//NOFORN", Amber, None),
            ("UNCLASSIFIED", Clear, None),
            ("UNCLASSIFIED // for public release", Clear, None),
            ("EXERCISE EXERCISE", Green, None),
            ("TLP:GREEN", Clear, Some(Green)),
            ("TLP:GREEN", Green, None),
            ("T.L.P. RED", Amber, Some(Red)),
            ("TLP:R\u{395}D", Amber, Some(Red)),
            ("TLP:RE\u{200b}D", Amber, Some(Red)),
            ("For the river board, red cover", Amber, None),
            ("REL TO NATO", Green, Some(Red)),
        ] {
            assert_eq!(named_in_words(text, beside), wanted, "{text} beside {beside:?}");
        }
    }

    #[test]
    fn a_national_marking_beside_an_open_label_is_closed_unless_it_is_known_as_open() {
        for text in [
            "GEHEIM",
            "VS-NfD",
            "DIFFUSION RESTREINTE",
            "TEPËR SEKRET",
            "ДСП",
            "סודי",
            "محرمانه",
            "OFFICIAL-SENSITIVE",
            "UNCLASSIFIED//FOUO",
            "PROTECTED B",
            "Eyes only",
            "S E C R E T",
            "ＳＥＣＲＥＴ",
            "SECR\u{200b}ET",
            "not public",
            "no public release",
            "-",
            "R",
            "For the board",
            "not for everybody",
            "OFFICIAL, see cover",
        ] {
            assert_eq!(named_in_words(text, Marking::Clear), Some(Marking::Red), "{text}");
            assert_eq!(named_in_words(text, Marking::Green), Some(Marking::Red), "{text}");
            assert_eq!(named_in_words(text, Marking::Amber), None, "{text}");
        }
        for text in HARMLESS {
            assert_eq!(named_in_words(&text.to_lowercase(), Marking::Clear), None, "{text}");
        }
    }

    #[test]
    fn a_label_behind_tlp_is_known_however_it_is_joined() {
        for text in ["TLP:RED", "tlp red", "TLP_AMBER+STRICT", "TLP\u{ff1a}GREEN"] {
            assert!(is_behind_tlp(text), "{text}");
        }
        for text in ["RED", "TLP", "TLP:RED and more", "see TLP:RED", "TLP:GREY"] {
            assert!(!is_behind_tlp(text), "{text}");
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
