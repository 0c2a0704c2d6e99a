//! Letters that look like letters of another script.

use unicode_normalization::char::is_combining_mark;

/// The scripts whose letters are exchanged to deceive; ranges of their letters (UCD Scripts).
const SCRIPTS: [(Script, u32, u32); 22] = [
    (Script::Latin, 0x0041, 0x005A),
    (Script::Latin, 0x0061, 0x007A),
    (Script::Latin, 0x00AA, 0x00AA),
    (Script::Latin, 0x00BA, 0x00BA),
    (Script::Latin, 0x00C0, 0x00D6),
    (Script::Latin, 0x00D8, 0x00F6),
    (Script::Latin, 0x00F8, 0x02B8),
    (Script::Greek, 0x0370, 0x03E1),
    (Script::Greek, 0x03F0, 0x03FF),
    (Script::Cyrillic, 0x0400, 0x052F),
    (Script::Cyrillic, 0x1C80, 0x1C8F),
    (Script::Latin, 0x1E00, 0x1EFF),
    (Script::Greek, 0x1F00, 0x1FFF),
    (Script::Latin, 0x212A, 0x212B),
    (Script::Latin, 0x2C60, 0x2C7F),
    (Script::Cyrillic, 0x2DE0, 0x2DFF),
    (Script::Cyrillic, 0xA640, 0xA69F),
    (Script::Latin, 0xA722, 0xA7FF),
    (Script::Latin, 0xAB30, 0xAB64),
    (Script::Latin, 0xFB00, 0xFB06),
    (Script::Latin, 0xFF21, 0xFF3A),
    (Script::Latin, 0xFF41, 0xFF5A),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
}

/// Whether one word mixes letters of Latin, Greek and Cyrillic, as `Аlbania` with a Cyrillic А.
///
/// More than one word may be given: blanks, hyphens and other punctuation part them, so that
/// `IT-отдел` is not mixed. Digits, marks and joiners do not part a word and are of no script.
#[must_use]
pub fn mixed_scripts(word: &str) -> bool {
    if word.is_ascii() {
        return false;
    }
    let mut seen = None;
    for character in word.chars() {
        let here = script(character);
        if here.is_some() {
            if seen.is_some() && seen != here {
                return true;
            }
            seen = here;
        } else if parts_words(character) {
            seen = None;
        }
    }
    false
}

/// What a string looks like: strings with equal skeletons are easily taken for each other (UTS #39).
#[must_use]
pub fn skeleton(text: &str) -> String {
    unicode_security::skeleton(text).collect()
}

/// The Latin letter of ASCII that a letter of another script looks like.
#[must_use]
pub fn latin_for(letter: char) -> Option<String> {
    // Nearly every letter that is asked for is one, and a skeleton costs far more than the question.
    if letter.is_ascii() || !letter.is_alphabetic() {
        return None;
    }
    let latin = skeleton(letter.encode_utf8(&mut [0; 4]));
    latin.is_ascii().then_some(latin)
}

/// A text with Latin letters for those that look like them.
#[must_use]
pub fn in_latin_letters(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let latin = |letter: char| latin_for(letter).unwrap_or_else(|| letter.to_string());
    text.chars().map(latin).collect()
}

fn parts_words(character: char) -> bool {
    let joins = matches!(character, '\u{200C}' | '\u{200D}' | '\'' | '’');
    !joins && !character.is_alphanumeric() && !is_combining_mark(character)
}

fn script(character: char) -> Option<Script> {
    let code = u32::from(character);
    let row = SCRIPTS.partition_point(|&(_, _, last)| last < code);
    SCRIPTS.get(row).filter(|&&(_, first, _)| first <= code).map(|&(script, _, _)| script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchanged_letters_are_found() {
        for word in ["Аlbania", "Mоscow", "ΗomeLand", "саt", "Аlba1nia", "x Аb", "a\u{301}а"]
        {
            assert!(mixed_scripts(word), "{word:?}");
        }
    }

    #[test]
    fn honest_words_are_not() {
        for word in [
            "Tiranë",
            "Shqipëri",
            "Москва",
            "Αθήνα",
            "IT-отдел",
            "APT34 Москва",
            "2022",
            "می\u{200C}خواهم",
            "Việt",
            "5 µs",
            "کتاب\u{200C}ها 12",
            "شركةAPT",
        ] {
            assert!(!mixed_scripts(word), "{word:?}");
        }
    }

    #[test]
    fn skeletons_of_lookalikes_are_equal() {
        assert_eq!(skeleton("paypal"), skeleton("pаypal"));
        assert_ne!(skeleton("albania"), skeleton("armenia"));
    }
}
