//! The spelling key: what stays of a name when the habits of romanisation are taken away.
//!
//! Vowels after the first and silent `h` are dropped, sibilants become one letter, as do `q`, `g`,
//! `c` and `k`, `w` and `v`. Where a letter may stand for two sounds the word has two keys. Cyrillic,
//! Arabic and Hebrew letters are transliterated first, so that a name has the same key in every script.

use crate::search::fold::distance::edits;
use crate::search::fold::latin::{in_latin, transliterated};
use crate::search::fold::stop_words::is_stop_word;
use crate::search::fold::{Gap, Word};
/// Shorter keys say too little.
const SHORTEST: usize = 3;
/// Most letters of a unit: GB, km.
const LONGEST_UNIT: usize = 2;
/// Ambiguous letters multiply keys; more than this says nothing any more.
const MOST: usize = 8;

/// The spelling keys of a folded word; none when it is too short or holds a digit.
pub(in crate::search) fn keys(word: &str) -> Vec<String> {
    if word.chars().any(char::is_numeric) {
        return Vec::new();
    }
    let latin = transliterated(word);
    let mut skeleton =
        Skeleton { keys: vec![String::new()], after_vowel: true, is_abjad: is_abjad(word) };
    let mut rest = latin.as_str();
    let mut first = true;
    loop {
        // Where vowels are not written, two letters at the beginning are not one sound.
        let opening = if first && !skeleton.is_abjad { FIRST_GROUPS } else { &[] };
        let Some((sound, length)) = sound(rest, opening, first) else { break };
        skeleton.add(sound, first);
        rest = rest.get(length..).unwrap_or_default();
        first = false;
    }
    let mut keys = skeleton.keys;
    keys.extend(without_article(word).into_iter().flat_map(self::keys));
    keys.sort_unstable();
    keys.dedup();
    keys.retain(|key| key.len() >= SHORTEST);
    keys
}

/// How many letters of a typed word and another differ, both folded, and how many the longer one has.
/// Of scripts that do not write vowels, vowels and article do not count.
pub(in crate::search) fn apart(typed: &str, word: &str) -> (usize, usize) {
    let bare = is_abjad(typed);
    let letters = |word: &str| -> Vec<char> {
        let counts = |letter: &char| !(bare && "aeiouyw".contains(*letter));
        in_latin(word).chars().filter(counts).collect()
    };
    let forms = |word| [Some(word), without_article(word)].into_iter().flatten();
    let pairs = forms(typed).flat_map(|one| forms(word).map(move |other| (one, other)));
    let counted = pairs.map(|(one, other)| {
        let (one, other) = (letters(one), letters(other));
        (edits(&one, &other), one.len().max(other.len()))
    });
    counted.min().unwrap_or_default()
}

/// Whether it is Hebrew or Arabic, which write most vowels not at all.
pub(in crate::search) fn is_abjad(word: &str) -> bool {
    word.starts_with(|letter| matches!(letter, 'א'..='ת' | '\u{620}'..='\u{6ff}'))
}

/// An Arabic word without the article that is written as one with it.
fn without_article(word: &str) -> Option<&str> {
    word.strip_prefix("ال").filter(|rest| rest.chars().nth(SHORTEST - 1).is_some())
}

/// What a group of letters sounds like: one or two consonants of the key, or a vowel.
#[derive(Clone, Copy)]
enum Sound {
    Vowel,
    Silent,
    One(char),
    Either(char, char),
    /// A vowel or a consonant.
    Glide(char),
}

struct Skeleton {
    keys: Vec<String>,
    after_vowel: bool,
    /// Whether vowels may be left out between any two letters.
    is_abjad: bool,
}

impl Skeleton {
    fn add(&mut self, sound: Sound, first: bool) {
        match sound {
            Sound::Vowel if first => self.push('a'),
            Sound::Vowel => self.after_vowel = true,
            Sound::Silent => {}
            Sound::One(letter) => self.push(letter),
            Sound::Either(one, other) => self.branch(Some(one), other),
            Sound::Glide(letter) => self.branch(first.then_some('a'), letter),
        }
    }

    /// A letter that is doubled with no vowel between counts once.
    fn push(&mut self, letter: char) {
        for key in &mut self.keys {
            if self.after_vowel || self.is_abjad || !key.ends_with(letter) {
                key.push(letter);
            }
        }
        self.after_vowel = false;
    }

    fn branch(&mut self, one: Option<char>, other: char) {
        let twin = if self.keys.len() * 2 <= MOST { self.keys.clone() } else { Vec::new() };
        let after_vowel = self.after_vowel;
        if let Some(letter) = one {
            self.push(letter);
        }
        let first = std::mem::replace(&mut self.keys, twin);
        self.after_vowel = after_vowel;
        self.push(other);
        self.keys.extend(first);
        self.after_vowel = one.is_none();
    }
}

/// Groups that stand for one sound, longest first.
const GROUPS: &[(&str, Sound)] = &[
    ("tsch", Sound::One('s')),
    ("dsch", Sound::One('s')),
    ("tch", Sound::One('s')),
    ("dzh", Sound::One('s')),
    ("sch", Sound::One('s')),
    ("sh", Sound::One('s')),
    ("zh", Sound::One('s')),
    ("xh", Sound::One('s')),
    ("ts", Sound::One('s')),
    ("tz", Sound::One('s')),
    ("cz", Sound::One('s')),
    ("dj", Sound::One('s')),
    ("kh", Sound::One('h')),
    ("Kh", Sound::Glide('h')),
    ("ch", Sound::Either('s', 'h')),
    ("gh", Sound::One('k')),
    ("ph", Sound::One('f')),
    ("th", Sound::One('t')),
    ("ck", Sound::One('k')),
    ("qu", Sound::One('k')),
];

/// Groups that stand for one sound at the beginning of a word: Greek writes b, d and g so.
const FIRST_GROUPS: &[(&str, Sound)] = &[
    ("Kh", Sound::One('h')),
    ("mp", Sound::One('b')),
    ("nt", Sound::One('d')),
    ("gk", Sound::One('k')),
];

/// The sound at the beginning of Latin text and how many bytes it takes.
fn sound(text: &str, opening: &[(&str, Sound)], first: bool) -> Option<(Sound, usize)> {
    for (group, sound) in opening.iter().chain(GROUPS) {
        if text.starts_with(group) {
            return Some((*sound, group.len()));
        }
    }
    let mut characters = text.chars();
    let letter = characters.next()?;
    let soft = matches!(characters.next(), Some('e' | 'i' | 'y'));
    let sound = match letter {
        'j' => Sound::Glide('s'),
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => Sound::Vowel,
        'h' if first => Sound::One('h'),
        'h' => Sound::Silent,
        // Slavs and Albanians write ts with c.
        'c' => Sound::Either('k', 's'),
        'g' if soft => Sound::Either('k', 's'),
        'g' | 'q' | 'k' => Sound::One('k'),
        's' | 'z' | 'x' => Sound::One('s'),
        'w' | 'v' => Sound::One('v'),
        // Arabic has no p, Hebrew writes p and f, b and v with one letter.
        'B' => Sound::Either('b', 'p'),
        'P' => Sound::Either('p', 'f'),
        'V' => Sound::Either('b', 'v'),
        'W' => Sound::Glide('v'),
        // Russian writes h with g or kh, and silent ones as well.
        'G' if first => Sound::Either('k', 'h'),
        'G' => Sound::Glide('k'),
        other => Sound::One(other),
    };
    Some((sound, letter.len_utf8()))
}

/// Whether two neighbours are a number in two parts, which people also write as one: 100,000, 50 GB.
pub(in crate::search) fn is_one_number(first: &Word, second: &Word) -> bool {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(&first.folded) {
        return false;
    }
    let is_thousands =
        first.folded.len() <= 3 && second.folded.len() == 3 && is_number(&second.folded);
    let is_unit = second.folded.len() <= LONGEST_UNIT
        && second.folded.bytes().all(|byte| byte.is_ascii_lowercase())
        && !is_stop_word(&second.folded);
    match second.gap {
        Gap::Mark => is_thousands,
        Gap::Blank => is_unit || is_thousands,
        Gap::Hyphen => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let others = keys(other);
        keys(one).iter().any(|key| others.contains(key))
    }

    #[test]
    fn romanisations_of_one_name_share_a_key() {
        for (one, other) in [
            ("machkevitch", "mashkewitsch"),
            ("machkevitch", "mashkevich"),
            ("bushehr", "buschehr"),
            ("bushehr", "bouchehr"),
            ("esmail", "esmaeil"),
            ("khatib", "hateeb"),
            ("mujahedin", "mojahidin"),
            ("herzog", "hercog"),
            ("gantz", "ganz"),
            ("машкевич", "machkevitch"),
            ("לפיד", "lapid"),
            ("לאפיד", "lapid"),
            ("הרצוג", "herzog"),
            ("خطیب", "khatib"),
            ("لابید", "lapid"),
            ("нетаньяху", "netanyahu"),
            ("герцог", "herzog"),
            ("бушехр", "bushehr"),
            ("бушер", "bushehr"),
            ("тегеран", "tehran"),
            ("гантар", "gantar"),
            ("mpakalis", "bakalis"),
            ("mudschahedin", "mujahedin"),
            ("mohammed", "محمد"),
            ("netanyahu", "نتانیاهو"),
            ("najjar", "نجار"),
            ("khatib", "الخطیب"),
            ("albania", "البانیا"),
            ("μπακαλησ", "bakalis"),
            ("امینی", "amini"),
        ] {
            assert!(same(one, other), "{one} {:?} {other} {:?}", keys(one), keys(other));
        }
    }

    #[test]
    fn other_names_do_not_share_a_key() {
        for (one, other) in
            [("lapid", "levy"), ("berisha", "price"), ("khatib", "kanaani"), ("amini", "roll")]
        {
            assert!(!same(one, other), "{one} {other}");
        }
        assert!(keys("rama").is_empty());
        assert!(keys("aa22").is_empty());
    }

    #[test]
    fn unwritten_vowels_do_not_set_words_apart() {
        assert_eq!(apart("نتنیاهو", "netanyahu"), (1, 4), "an h that is silent in Arabic");
        assert_eq!(apart("الخطیب", "khatib").0, 0);
        assert_eq!(apart("توکلی", "tavakoli"), (1, 4));
        assert_eq!(apart("lapeed", "lapid"), (2, 6));
        assert_eq!(apart("yemen", "ameeni").0, 4, "no transpositions");
    }

    #[test]
    fn numbers_in_two_parts_are_one() {
        for (text, is) in [
            ("100,000", true),
            ("50 GB", true),
            ("5 km", true),
            ("100, 20", false),
            ("10 Sep", false),
            ("3 of", false),
            ("TIMS, 000", false),
            ("24-x", false),
        ] {
            let words = crate::search::fold::words(text);
            assert_eq!(is_one_number(&words[0], &words[1]), is, "{text}");
        }
    }
}
