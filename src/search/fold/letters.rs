//! What one letter folds to.

use crate::search::fold::scripts;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// Adds what a letter folds to.
pub(in crate::search) fn fold_into(character: char, folded: &mut String) {
    if character.is_ascii() {
        folded.push(character.to_ascii_lowercase());
        return;
    }
    if ('\u{1100}'..='\u{11ff}').contains(&character) || is_syllable(character) {
        return korean(character, folded);
    }
    for part in std::iter::once(character).nfkd() {
        let is_mark = is_combining_mark(part);
        if is_mark && !scripts::is_sounding(part) {
            continue;
        }
        for lower in part.to_lowercase() {
            match undecomposed(lower) {
                Some(letters) => folded.push_str(letters),
                None if is_mark || lower.is_alphanumeric() => folded.push(variant(lower)),
                None => {}
            }
        }
    }
}

fn is_syllable(character: char) -> bool {
    ('\u{ac00}'..='\u{d7a3}').contains(&character)
}

/// Korean syllables stay whole; parts of one, as some systems write file names, are put together.
fn korean(character: char, folded: &mut String) {
    let last = folded.chars().next_back();
    let whole = last.filter(|last| !last.is_ascii()).and_then(|last| compose(last, character));
    if whole.is_some() {
        folded.pop();
    }
    folded.push(whole.unwrap_or(character));
}

/// Latin letters that have no decomposition.
fn undecomposed(character: char) -> Option<&'static str> {
    Some(match character {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        // Azerbaijani names are written with a elsewhere.
        'ə' => "a",
        'ħ' => "h",
        'ŋ' => "ng",
        'ŧ' => "t",
        _ => return None,
    })
}

/// One letter for the variants of a letter: Persian and Arabic yeh, kaf and heh, Hebrew final
/// letters, Persian and Arabic digits.
fn variant(character: char) -> char {
    match character {
        'ي' | 'ى' | 'ے' => 'ی',
        'ك' => 'ک',
        'ة' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ٱ' => 'ا',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        'ς' => 'σ',
        '\u{660}'..='\u{669}' => digit(character, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(character, '\u{6f0}'),
        other => scripts::variant(other),
    }
}

fn digit(character: char, zero: char) -> char {
    char::from_digit(u32::from(character) - u32::from(zero), 10).unwrap_or(character)
}
