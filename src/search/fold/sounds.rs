//! What a name sounds like, whoever wrote it down.
//!
//! Sibilants become one letter, as do `q`, `g`, `c` and `k`, `w` and `v`; an `h` that is silent goes. Where
//! letters may stand for two sounds the word has two readings. Cyrillic, Georgian, Arabic and Hebrew letters
//! and the like are transliterated first, so that a name sounds the same in every script.

use crate::search::fold::latin::{is_abjad, transliterated};

/// The vowels of a reading.
pub(in crate::search) const VOWELS: &[char] = &['a', 'e', 'i', 'o', 'u'];
/// Letters that may be read in two ways multiply readings; more than this say nothing any more, and the
/// likelier ones are kept.
const MOST: usize = 8;

/// What letters may stand for, the likelier first; nothing where they are silent.
type Sounds = &'static [&'static str];

/// Groups that stand for one sound, longest first: German, French, Polish, Albanian, Serbian and English
/// write the same sibilants so, and Arabic names are written with kh, gh and dh.
const GROUPS: &[(&str, Sounds)] = &[
    ("tsch", &["s"]),
    ("dsch", &["s"]),
    ("tch", &["s"]),
    ("dzh", &["s"]),
    ("sch", &["s"]),
    ("sh", &["s"]),
    ("zh", &["s"]),
    ("xh", &["s"]),
    ("ts", &["s"]),
    ("tz", &["s"]),
    ("cz", &["s"]),
    // Without its stroke the letter of Serbian and Croatian is a mere d.
    ("dj", &["s", "d"]),
    ("dz", &["s", "ds"]),
    ("dh", &["d", "s"]),
    ("kh", &["h", "k"]),
    ("Kh", &["h", ""]),
    ("ch", &["s", "h"]),
    ("gh", &["k"]),
    ("ph", &["f"]),
    ("th", &["t"]),
    // Without its cedilla the first letter of Albanian çk.
    ("ck", &["k", "sk"]),
    ("qu", &["k"]),
    ("ou", &["u"]),
    ("oo", &["u"]),
    ("ee", &["i"]),
];

/// Groups that stand for one sound at the beginning of a word: Greek writes b, d and g so.
const FIRST_GROUPS: &[(&str, Sounds)] =
    &[("Kh", &["h"]), ("mp", &["b"]), ("nt", &["d"]), ("gk", &["k"])];

/// What a folded word may sound like.
pub(in crate::search) fn readings(word: &str) -> Vec<String> {
    let latin = transliterated(word);
    // Where vowels are not written, two letters at the beginning are not one sound, and two that are the
    // same have one between them.
    let is_abjad = is_abjad(word);
    let mut readings = vec![String::new()];
    let mut rest = latin.as_str();
    let mut first = true;
    while !rest.is_empty() {
        let opening = if first && !is_abjad { FIRST_GROUPS } else { &[] };
        let (sounds, length) = sound(rest, opening, first);
        add(&mut readings, sounds, is_abjad);
        rest = rest.get(length..).unwrap_or_default();
        first = false;
    }
    readings
}

/// Goes on with each of the sounds; one that is doubled counts once.
fn add(readings: &mut Vec<String>, sounds: Sounds, doubles: bool) {
    let fits = readings.len() * sounds.len() <= MOST;
    let sounds = sounds.get(..if fits { sounds.len() } else { 1 }).unwrap_or_default();
    let longer = readings.iter().flat_map(|reading| {
        sounds.iter().map(move |sound| {
            let is_twice = !doubles && !sound.is_empty() && reading.ends_with(sound);
            let mut reading = reading.clone();
            reading.push_str(if is_twice { "" } else { sound });
            reading
        })
    });
    *readings = longer.collect();
}

/// The sounds at the beginning of Latin text and how many bytes they take.
fn sound(text: &str, opening: &[(&str, Sounds)], first: bool) -> (Sounds, usize) {
    for (group, sounds) in opening.iter().chain(GROUPS) {
        if text.starts_with(group) {
            return (sounds, group.len());
        }
    }
    let mut characters = text.chars();
    let letter = characters.next().unwrap_or_default();
    let soft = matches!(characters.next(), Some('e' | 'i' | 'y'));
    let sounds: Sounds = match letter {
        'j' => &["i", "s"],
        'a' => &["a"],
        'e' => &["e"],
        'i' | 'y' => &["i"],
        'o' => &["o"],
        'u' => &["u"],
        'h' if first => &["h"],
        // Slavs and Albanians write ts with c.
        'c' if soft => &["s", "k"],
        'c' => &["k", "s"],
        'g' if soft => &["k", "s"],
        'g' | 'q' | 'k' => &["k"],
        's' | 'z' => &["s"],
        'x' => &["s", "ks"],
        'w' | 'v' => &["v"],
        // Arabic has no p, Hebrew writes p and f, b and v with one letter.
        'B' => &["b", "p"],
        'P' => &["p", "f"],
        'V' => &["b", "v"],
        'W' => &["u", "v"],
        // Russian writes h with g or kh, and a silent one as well.
        'G' if first => &["k", "h"],
        'G' => &["k", ""],
        'b' => &["b"],
        'd' => &["d"],
        'f' => &["f"],
        'l' => &["l"],
        'm' => &["m"],
        'n' => &["n"],
        'p' => &["p"],
        'r' => &["r"],
        't' => &["t"],
        // Silent, as an h behind the first letter.
        _ => &[""],
    };
    (sounds, letter.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sound_the_same_in_every_spelling() {
        for group in [
            ["khadafy", "gaddafi", "qadhafi", "kadafi"].as_slice(),
            &["herzog", "hertzog", "הרצוג"],
            &["yeltsin", "jelzin"],
            &["tschaikowsky", "чаиковскии", "tchaikovsky"],
            &["cuci", "chuchi"],
            &["dorde", "djordje", "ђорђе"],
            &["tbilisi", "თბილისი"],
        ] {
            for pair in group.windows(2) {
                let (ones, others) = (readings(pair[0]), readings(pair[1]));
                let bare = |reading: &String| -> String {
                    reading.chars().filter(|sound| !VOWELS.contains(sound)).collect()
                };
                let same =
                    ones.iter().any(|one| others.iter().any(|other| bare(one) == bare(other)));
                assert!(same, "{} {ones:?} {} {others:?}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn ambiguous_letters_do_not_multiply_for_ever() {
        assert!(readings("chichichichichi").len() <= MOST);
        assert_eq!(readings(""), [""]);
    }
}
