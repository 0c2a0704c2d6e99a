//! Which letter lies on which key in the keyboard layouts that officers change to and from.

/// The keys of a US keyboard, row by row, without shift.
const KEYS: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,./";

/// A keyboard layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyboardLayout {
    /// What it is called in English.
    pub name: &'static str,
    /// What the keys write, in the order of a US keyboard, without shift.
    letters: &'static str,
}

/// The layouts known: Hebrew SI 1452, Persian ISIRI 9147, Arabic 101, Russian, Ukrainian, Bulgarian
/// BDS 5237 and phonetic, Greek, Georgian and Armenian as Windows and X11 have them.
pub const LAYOUTS: &[KeyboardLayout] = &[
    KeyboardLayout {
        name: "Hebrew", letters: "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ."
    },
    KeyboardLayout {
        name: "Persian", letters: "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو./"
    },
    KeyboardLayout {
        name: "Arabic", letters: "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظ"
    },
    KeyboardLayout {
        name: "Russian", letters: "йцукенгшщзхъфывапролджэячсмитьбю."
    },
    KeyboardLayout {
        name: "Ukrainian", letters: "йцукенгшщзхїфівапролджєячсмитьбю."
    },
    KeyboardLayout {
        name: "Bulgarian", letters: ",уеишщксдзц;ьяаожгтнвмчюйъэфхпрлб"
    },
    KeyboardLayout {
        name: "Bulgarian phonetic", letters: "явертъуиопшщасдфгхйкл;'зьцжбнм,./"
    },
    KeyboardLayout {
        name: "Greek", letters: ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,./"
    },
    KeyboardLayout {
        name: "Georgian", letters: "ქწერტყუიოპ[]ასდფგჰჯკლ;'ზხცვბნმ,./"
    },
    KeyboardLayout {
        name: "Armenian", letters: "քոեռտըւիօպխծասդֆգհճկլ;'զղցվբնմ,./"
    },
];

/// One key of the Arabic layout, which writes two letters; the table holds them as the ligature.
const LAM_ALEF: &str = "\u{fefb}";
const LAM_AND_ALEF: &str = "\u{644}\u{627}";

impl KeyboardLayout {
    /// What a US keyboard writes with the keys that wrote this; `None` where a letter lies on no key
    /// or nothing would change.
    #[must_use]
    pub fn as_latin(&self, typed: &str) -> Option<String> {
        retype(typed, self.letters, KEYS)
    }

    /// What this layout writes with the keys that wrote this on a US keyboard; `None` where a letter
    /// lies on no key or nothing would change.
    #[must_use]
    pub fn from_latin(&self, typed: &str) -> Option<String> {
        retype(typed, KEYS, self.letters)
    }
}

fn retype(typed: &str, from: &str, to: &str) -> Option<String> {
    let key = |letter: char| {
        if letter.is_whitespace() || letter.is_numeric() || letter == '"' {
            return Some(letter);
        }
        let mut keys = from.chars().zip(to.chars());
        keys.find(|(written, _)| *written == letter).map(|(_, other)| other)
    };
    let lower: String = typed.chars().flat_map(char::to_lowercase).collect();
    let keyed = if from.contains(LAM_ALEF) { lower.replace(LAM_AND_ALEF, LAM_ALEF) } else { lower };
    let retyped: String = keyed.chars().map(key).collect::<Option<_>>()?;
    let retyped = retyped.replace(LAM_ALEF, LAM_AND_ALEF);
    (retyped != typed).then_some(retyped)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(name: &str) -> &'static KeyboardLayout {
        LAYOUTS.iter().find(|layout| layout.name == name).unwrap()
    }

    #[test]
    fn every_layout_has_a_letter_for_every_key() {
        for layout in LAYOUTS {
            assert_eq!(layout.letters.chars().count(), KEYS.chars().count(), "{}", layout.name);
        }
    }

    #[test]
    fn what_was_typed_comes_back() {
        for (name, typed, latin) in [
            ("Hebrew", "ןרשמ", "iran"),
            ("Hebrew", "אןצד", "tims"),
            ("Persian", "قشپش مشحهی", "rama lapid"),
            ("Arabic", "قشةش مشحهي", "rama lapid"),
            ("Arabic", "\u{644}\u{627}عساثاق", "bushehr"),
            ("Russian", "кфьф", "rama"),
            ("Ukrainian", "іусщтв", "second"),
            ("Bulgarian", "иьпь", "rama"),
            ("Greek", "ραμα", "rama"),
            ("Georgian", "რამა", "rama"),
            ("Armenian", "ռամա", "rama"),
        ] {
            assert_eq!(layout(name).as_latin(typed).as_deref(), Some(latin), "{name} {typed}");
            assert_eq!(layout(name).from_latin(latin).as_deref(), Some(typed), "{name} {latin}");
        }
    }

    #[test]
    fn other_scripts_lie_on_no_key() {
        assert_eq!(layout("Hebrew").as_latin("рама"), None);
        assert_eq!(layout("Greek").as_latin("αβ€"), None);
        assert_eq!(layout("Hebrew").as_latin("12"), None);
    }
}
