//! What scripts do beside letters: marks that carry a sound, and words that no blank divides.

use unicode_normalization::char::is_combining_mark;

/// Most letters of what is known of the inside of a run: more make it no more precise.
pub(in crate::search) const MOST_INSIDE: usize = 8;

/// Marks that are vowels, or that tell letters apart, where others are accents: of Thaana, of the
/// scripts of India, of Thai, Lao, Tibetan, Burmese, Khmer and their neighbours, and the two marks that
/// voice kana (Unicode 17, blocks).
const SOUNDING: &[(char, char)] = &[
    ('\u{7a6}', '\u{7b0}'),
    ('\u{900}', '\u{109f}'),
    ('\u{1700}', '\u{17ff}'),
    ('\u{1900}', '\u{1aaf}'),
    ('\u{1b00}', '\u{1c4f}'),
    ('\u{3099}', '\u{309a}'),
    ('\u{a800}', '\u{a82f}'),
    ('\u{a880}', '\u{a8c5}'),
    ('\u{a980}', '\u{a9df}'),
    ('\u{aa00}', '\u{aadf}'),
    ('\u{abe0}', '\u{abed}'),
    ('\u{11000}', '\u{11fff}'),
];

/// The dots under letters of India (nukta): Hindi leaves them out as often as not.
const NUKTAS: &[char] =
    &['\u{93c}', '\u{9bc}', '\u{a3c}', '\u{abc}', '\u{b3c}', '\u{c3c}', '\u{cbc}'];

/// Letters of scripts that write words, or what is stuck to them, without blanks: Thai and Lao, Burmese,
/// Hangul, Khmer and the Tai scripts, Han with kana and bopomofo.
const UNSPACED: &[(char, char)] = &[
    ('\u{e00}', '\u{eff}'),
    ('\u{1000}', '\u{109f}'),
    ('\u{1100}', '\u{11ff}'),
    ('\u{1780}', '\u{17ff}'),
    ('\u{1950}', '\u{19df}'),
    ('\u{1a20}', '\u{1aaf}'),
    ('\u{3005}', '\u{3007}'),
    ('\u{3041}', '\u{318f}'),
    ('\u{31a0}', '\u{31ff}'),
    ('\u{3400}', '\u{4dbf}'),
    ('\u{4e00}', '\u{9fff}'),
    ('\u{a9e0}', '\u{a9fe}'),
    ('\u{aa60}', '\u{aa7f}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{20000}', '\u{3ffff}'),
];

/// Zeros of decimal digits that people type as ASCII ones: Devanagari to Malayalam, Thai, Lao, Tibetan,
/// Burmese, Khmer.
const ZEROS: &[u32] = &[
    0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
    0x17e0,
];

/// Thai and Lao vowels that stand before their consonant.
fn leads(letter: char) -> bool {
    matches!(letter, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}')
}

/// Signs that put the next consonant under the one before: of Khmer, of Burmese.
fn stacks(letter: char) -> bool {
    matches!(letter, '\u{17d2}' | '\u{1039}')
}

/// Letters that belong to the one before: vowels behind their consonant in Thai and Lao, parts of a
/// Korean syllable, the long vowel of kana.
fn follows(letter: char) -> bool {
    let is_vowel = matches!(letter, '\u{e30}'..='\u{e33}' | '\u{e45}' | '\u{eb0}'..='\u{eb3}');
    is_vowel || matches!(letter, '\u{1160}'..='\u{11ff}' | '\u{30fc}') || is_combining_mark(letter)
}

fn is_in(ranges: &[(char, char)], letter: char) -> bool {
    let at = ranges.partition_point(|(_, last)| *last < letter);
    ranges.get(at).is_some_and(|(first, _)| *first <= letter)
}

/// Whether a combining mark is more than an accent.
pub(in crate::search) fn is_sounding(mark: char) -> bool {
    is_in(SOUNDING, mark) && !NUKTAS.contains(&mark)
}

/// Whether its script writes words without blanks.
pub(in crate::search) fn is_unspaced(letter: char) -> bool {
    letter >= '\u{e00}' && is_in(UNSPACED, letter)
}

/// Whether there are letters of such a script in a word.
pub(in crate::search) fn has_unspaced(word: &str) -> bool {
    !word.is_ascii() && word.chars().any(is_unspaced)
}

/// Whether a letter is a word by itself.
pub(in crate::search) fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// One letter for what is one in the scripts of the east: hiragana for katakana, since either writes
/// any word; the two signs of Devanagari for a nasal vowel; ASCII digits.
pub(in crate::search) fn variant(letter: char) -> char {
    let code = u32::from(letter);
    match letter {
        '\u{30a1}'..='\u{30f6}' => char::from_u32(code - 0x60).unwrap_or(letter),
        '\u{901}' => '\u{902}',
        '\u{966}'..='\u{17e9}' => {
            let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code));
            zero.and_then(|zero| char::from_digit(code - zero, 10)).unwrap_or(letter)
        }
        _ => letter,
    }
}

/// Where words may begin inside a folded word, in bytes: before each letter of a script without blanks
/// that begins a syllable, and where another script ends such a run.
pub(in crate::search) fn starts(word: &str) -> impl Iterator<Item = usize> {
    let letters = if word.is_ascii() { "" } else { word };
    let mut before = None;
    letters.char_indices().filter_map(move |(at, letter)| {
        let last = before.replace(letter)?;
        let is_run = is_unspaced(letter) || is_unspaced(last);
        let is_same = is_unspaced(letter) == is_unspaced(last);
        let begins = !follows(letter) && !leads(last) && !stacks(last);
        (is_run && (begins || !is_same)).then_some(at)
    })
}

/// What begins inside a folded word, each with the number of letters before it.
pub(in crate::search) fn inside(word: &str) -> impl Iterator<Item = (usize, &str)> {
    // Counted on from the one before: a run may be as long as the text.
    let (mut counted, mut letters) = (0, 0);
    starts(word).filter_map(move |at| {
        letters += word.get(counted..at)?.chars().count();
        counted = at;
        let rest = word.get(at..)?;
        let end = rest.char_indices().nth(MOST_INSIDE).map_or(rest.len(), |(end, _)| end);
        Some((letters, rest.get(..end)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        for table in [SOUNDING, UNSPACED] {
            assert!(table.iter().all(|(first, last)| first <= last));
            assert!(table.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }

    #[test]
    fn words_begin_inside_a_run_at_each_syllable() {
        let of = |word| inside(word).map(|(_, inner)| inner).collect::<Vec<_>>();
        assert_eq!(of("証券取引"), ["券取引", "取引", "引"]);
        assert_eq!(of("거래소"), ["래소", "소"]);
        assert_eq!(of("ไซเบอร์"), ["เบอร์", "อร์", "ร์"], "no vowel begins and no consonant after one");
        assert_eq!(of("日本ibm社"), ["本ibm社", "ibm社", "社"]);
        assert_eq!(of("がーど"), ["ど"]);
        assert!(of("attack").is_empty() && of("दिल्ली").is_empty() && of("րամա").is_empty());
        let long = of("一二三四五六七八九十");
        assert_eq!(long.first(), Some(&"二三四五六七八九"), "no more than so many letters");
    }

    #[test]
    fn marks_that_carry_a_sound_are_no_accents() {
        for mark in ['\u{93f}', '\u{94d}', '\u{e31}', '\u{e4c}', '\u{17b6}', '\u{103b}', '\u{3099}']
        {
            assert!(is_sounding(mark), "{mark:?}");
        }
        for mark in ['\u{301}', '\u{327}', '\u{64b}', '\u{5b0}', '\u{93c}', '\u{fe0f}', '\u{e0100}']
        {
            assert!(!is_sounding(mark), "{mark:?}");
        }
    }

    #[test]
    fn kana_and_digits_are_one() {
        let of = |text: &str| text.chars().map(variant).collect::<String>();
        assert_eq!(of("ヒラガナ"), of("ひらがな"));
        assert_eq!((of("१५"), of("๑๕"), of("၁၅")), ("15".into(), "15".into(), "15".into()));
    }
}
