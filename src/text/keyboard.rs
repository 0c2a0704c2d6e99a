//! Which key of a US keyboard a character was typed with, on the layouts of other scripts.
//!
//! With such a layout active a terminal sends no Latin lower-case letter at all, so keys that are
//! commands have to be understood by their place.

/// What the keys of a US keyboard write, row by row, without shift.
const US: &str = "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./";
/// The same with shift.
const US_SHIFTED: &str = "~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>?";

/// The digits of Arabic keypads, which lie on no key of the first two levels.
const DIGITS: [char; 10] = ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'];

/// The comma of Arabic script. On Persian keyboards it shares the key of `&`, which is no command, and
/// the ASCII comma has no key of its own.
const ARABIC_COMMA: char = '،';

macro_rules! keyboards {
    ($($name:ident $id:literal $language:literal $help:literal $plain:literal $shifted:literal;)*) => {
        /// A keyboard layout that writes another script than Latin.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Keyboard { $(#[doc = $help] $name,)* }

        impl Keyboard {
            /// Every layout. A character that lies on different keys of several is that of the
            /// first, unless another is preferred.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its name in the configuration.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The code of its language in a locale (ISO 639-1).
            #[must_use]
            pub fn language(self) -> &'static str {
                match self { $(Self::$name => $language,)* }
            }

            /// Its name for people.
            #[must_use]
            pub fn help(self) -> &'static str {
                match self { $(Self::$name => $help,)* }
            }

            /// What its keys write, in the order of [`US`], without and with shift; a key that
            /// writes nothing by itself is NUL.
            fn keys(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($plain, $shifted),)* }
            }
        }
    };
}

// The first two levels of the default variant of each layout in xkeyboard-config 2.35.
keyboards! {
    Hebrew "hebrew" "he" "Hebrew (SI 1452)"
        ";1234567890-=/'קראטוןםפ][שדגכעיחלךף,\\זסבהנמצתץ."
        "~!@#$%^&*)(_+QWERTYUIOP}{ASDFGHJKL:\"|ZXCVBNM><?";
    Persian "persian" "fa" "Persian (ISIRI 9147)"
        "\u{200d}۱۲۳۴۵۶۷۸۹۰-=ضصثقفغعهخحجچشسیبلاتنمکگ\\ظطزرذدپو./"
        "÷!٬٫﷼٪×،*)(ـ+\u{652}\u{64c}\u{64d}\u{64b}\u{64f}\u{650}\u{64e}\u{651}][}{ؤئيإأآة»«:؛|ك\u{653}ژ\u{670}\u{200c}\u{654}ء><؟";
    Arabic "arabic" "ar" "Arabic (101 keys)"
        "ذ1234567890-=ضصثقفغعهخحجدشسيبلاتنمكط\\ئءؤرﻻىةوزظ"
        "\u{651}!@#$%^&*)(_+\u{64e}\u{64b}\u{64f}\u{64c}ﻹإ`÷×؛<>\u{650}\u{64d}][ﻷأـ،/:\"…~\u{652}}{ﻵآ',.؟";
    Russian "russian" "ru" "Russian (ЙЦУКЕН)"
        "ё1234567890-=йцукенгшщзхъфывапролджэ\\ячсмитьбю."
        "Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ,";
    Ukrainian "ukrainian" "uk" "Ukrainian"
        "'1234567890-=йцукенгшщзхїфівапролджєґячсмитьбю."
        "ʼ!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄҐЯЧСМИТЬБЮ,";
    Bulgarian "bulgarian" "bg" "Bulgarian (BDS 5237)"
        "(1234567890-.,уеишщксдзц;ьяаожгтнвмч„юйъэфхпрлб"
        ")!?+\"%=:/–№$€ыУЕИШЩКСДЗЦ§ѝЯАОЖГТНВМЧ“ЮЙЪЭФХПРЛБ";
    Greek "greek" "el" "Greek"
        "`1234567890-=;ςερτυθιοπ[]ασδφγηξκλ\0'\\ζχψωβνμ,./"
        "~!@#$%^&*()_+:ΣΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ\0\"|ΖΧΨΩΒΝΜ<>?";
    Georgian "georgian" "ka" "Georgian (QWERTY)"
        "„1234567890-=ქწერტყუიოპ[]ასდფგჰჯკლ;'\\ზხცვბნმ,./"
        "“!@#$%^&*()_+QჭEღთYUIOP{}AშDFGHჟKL:\"|ძXჩVBNM<>?";
    Armenian "armenian" "hy" "Armenian (eastern)"
        "՝ֆձ֊,։՞․՛)օէղճփբսմուկըթծցջվգեանիտհպր»ժդչյզլքխշռ"
        "՜ՖՁ—$…%և՚(ՕԷՂՃՓԲՍՄՈՒԿԸԹԾՑՋՎԳԵԱՆԻՏՀՊՐ«ԺԴՉՅԶԼՔԽՇՌ";
}

impl Keyboard {
    /// The layout for the language of a locale such as `bg_BG.UTF-8`.
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '.', '@']).next()?;
        Self::ALL.iter().copied().find(|keyboard| keyboard.language() == language)
    }

    /// What each key writes beside what a US keyboard writes with it, without and with shift.
    pub fn pairs(self) -> impl Iterator<Item = (char, char)> {
        let (plain, shifted) = self.keys();
        let keys = plain.chars().zip(US.chars()).chain(shifted.chars().zip(US_SHIFTED.chars()));
        keys.filter(|(written, _)| *written != '\0')
    }

    fn us_key(self, character: char) -> Option<char> {
        if self == Self::Persian && character == ARABIC_COMMA {
            return Some(',');
        }
        self.pairs().find(|(written, _)| *written == character).map(|(_, us)| us)
    }
}

/// What a US keyboard writes with the key, and shift, that wrote a character. An ASCII character is
/// itself on every layout, and so is one that lies on no key.
#[must_use]
pub fn us_key(character: char, preferred: Option<Keyboard>) -> char {
    if character.is_ascii() {
        return character;
    }
    let digit = || DIGITS.iter().zip('0'..='9').find(|(digit, _)| **digit == character);
    preferred
        .into_iter()
        .chain(Keyboard::ALL.iter().copied())
        .find_map(|keyboard| keyboard.us_key(character))
        .or_else(|| digit().map(|(_, us)| us))
        .unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_layout_has_a_character_for_every_key() {
        for keyboard in Keyboard::ALL {
            let (plain, shifted) = keyboard.keys();
            let count = |keys: &str| keys.chars().count();
            assert_eq!((count(plain), count(shifted)), (47, 47), "{keyboard:?}");
        }
        assert_eq!((US.chars().count(), US_SHIFTED.chars().count()), (47, 47));
        let characters: BTreeSet<char> = Keyboard::ALL
            .iter()
            .flat_map(|keyboard| keyboard.pairs())
            .map(|(written, _)| written)
            .filter(|written| !written.is_ascii())
            .collect();
        assert_eq!(characters.len(), 359);
    }

    #[test]
    fn ascii_is_always_itself() {
        for character in '\0'..='\x7f' {
            for preferred in Keyboard::ALL.iter().copied().map(Some).chain([None]) {
                assert_eq!(us_key(character, preferred), character);
            }
        }
    }

    #[test]
    fn a_preferred_layout_is_understood_key_by_key() {
        for keyboard in Keyboard::ALL {
            let mut seen = BTreeSet::new();
            for (written, us) in keyboard.pairs().filter(|(written, _)| !written.is_ascii()) {
                // Greek has one capital sigma for two keys; a Persian comma is a comma.
                if seen.insert(written) && (written, *keyboard) != ('،', Keyboard::Persian) {
                    assert_eq!(us_key(written, Some(*keyboard)), us, "{keyboard:?} {written:?}");
                }
            }
        }
    }

    #[test]
    fn without_a_preference_only_arabic_and_bulgarian_lose_keys_to_their_neighbours() {
        let strange: Vec<Keyboard> = Keyboard::ALL
            .iter()
            .copied()
            .filter(|keyboard| {
                let letters = keyboard.pairs().filter(|(written, _)| written.is_alphabetic());
                letters
                    .filter(|(_, us)| us.is_ascii_lowercase())
                    .any(|(written, us)| us_key(written, None) != us)
            })
            .collect();
        assert_eq!(strange, [Keyboard::Arabic, Keyboard::Bulgarian]);
    }

    #[test]
    fn digits_and_signs_of_arabic_script_are_understood_on_every_layout() {
        for preferred in [None, Some(Keyboard::Persian), Some(Keyboard::Hebrew)] {
            for (typed, us) in [('۴', '4'), ('٤', '4'), ('؟', '?'), ('،', ','), ('é', 'é')] {
                assert_eq!(us_key(typed, preferred), us, "{typed} {preferred:?}");
            }
        }
        assert_eq!(us_key('،', Some(Keyboard::Arabic)), 'K', "its own key there");
    }

    /// The search knows the same layouts; of Greek it has the accent that the key does not type alone,
    /// and of Armenian the phonetic layout.
    #[test]
    fn letters_are_those_of_the_layouts_that_the_search_tries() {
        use crate::text::layouts::LAYOUTS;
        for keyboard in Keyboard::ALL {
            let layout = LAYOUTS.iter().find(|layout| keyboard.id() == layout.name.to_lowercase());
            let layout = layout.expect("the search tries it");
            let differ = keyboard.pairs().filter(|(written, us)| {
                let is_letter = us.is_ascii_lowercase() && written.is_alphabetic();
                is_letter && layout.as_latin(&written.to_string()) != Some(us.to_string())
            });
            let wanted = if *keyboard == Keyboard::Armenian { 10..=26 } else { 0..=0 };
            assert!(wanted.contains(&differ.count()), "{keyboard:?}");
        }
    }

    #[test]
    fn locales_name_a_layout() {
        assert_eq!(Keyboard::of_locale("bg_BG.UTF-8"), Some(Keyboard::Bulgarian));
        assert_eq!(Keyboard::of_locale("ar"), Some(Keyboard::Arabic));
        for none in ["", "C", "en_GB.UTF-8", "bgx"] {
            assert_eq!(Keyboard::of_locale(none), None, "{none}");
        }
    }
}
