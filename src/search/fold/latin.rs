//! Folded words of other scripts in Latin letters, each letter by itself; spellings are levelled later.

/// A folded word in Latin letters.
pub(in crate::search) fn in_latin(word: &str) -> String {
    transliterated(word).to_ascii_lowercase()
}

/// Whether it is Hebrew or Arabic, which write most vowels not at all.
pub(in crate::search) fn is_abjad(word: &str) -> bool {
    word.starts_with(|letter| matches!(letter, 'א'..='ת' | '\u{620}'..='\u{6ff}'))
}

/// Whether a word of another script says in Latin letters, each by itself, what it says: Greek, Cyrillic,
/// Armenian and Georgian do.
pub(in crate::search) fn has_latin_form(word: &str) -> bool {
    let fits =
        |letter: char| letter.is_ascii() || matches!(letter, '\u{370}'..='\u{587}' | 'ა'..='ჰ');
    !word.is_ascii() && word.chars().all(fits)
}

/// In Latin letters; capitals stand for sounds that the script does not tell apart.
pub(in crate::search) fn transliterated(word: &str) -> String {
    let mut latin = String::with_capacity(word.len());
    let mut before = None;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        latin.push_str(match letter {
            '\u{430}'..='\u{52f}' => cyrillic(letter),
            'α'..='ω' => greek(letter, before, letters.peek().copied()),
            'ա'..='և' => armenian(letter, before),
            'ა'..='ჰ' => georgian(letter),
            // At the end it is a vowel.
            'ה' | 'ه' if before.is_some() && letters.peek().is_none() => "a",
            'א'..='ת' => hebrew(letter, before.is_none()),
            '\u{620}'..='\u{6ff}' => arabic(letter, before.is_none()),
            _ => plain(letter),
        });
        before = Some(letter);
    }
    latin
}

fn plain(letter: char) -> &'static str {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
    LETTERS.find(letter).and_then(|at| LETTERS.get(at..=at)).unwrap_or_default()
}

fn cyrillic(letter: char) -> &'static str {
    match letter {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        // Ukrainians read it h, and names that Russian writes with it often have an h.
        'г' => "G",
        'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'ы' | 'і' | 'ј' => "i",
        'к' => "k",
        'л' | 'љ' => "l",
        'м' => "m",
        'н' | 'њ' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ұ' | 'ү' => "u",
        'ф' => "f",
        'х' => "Kh",
        'ц' => "ts",
        'ч' | 'ћ' => "ch",
        'ш' | 'щ' => "sh",
        'ю' => "yu",
        'я' => "ya",
        'ђ' => "dj",
        'џ' => "dzh",
        'ѕ' => "dz",
        // Kazakh and its neighbours.
        'ғ' => "gh",
        'қ' => "q",
        'ң' => "ng",
        'һ' | 'ҳ' => "h",
        'ҷ' => "j",
        _ => "",
    }
}

/// Two letters may stand for one sound, which the neighbours tell.
fn greek(letter: char, before: Option<char>, next: Option<char>) -> &'static str {
    match letter {
        'α' => "a",
        'β' => "v",
        // Foreign names have their b, d and g of two letters: Έντι, Γκάμπι.
        'γ' if next == Some('κ') && before.is_none() => "",
        'κ' if before == Some('γ') => "g",
        'ν' if next == Some('τ') => "",
        'τ' if before == Some('ν') => "d",
        'γ' if matches!(next, Some('γ' | 'κ' | 'ξ' | 'χ')) => "n",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' => "s",
        'τ' => "t",
        'υ' if matches!(before, Some('α' | 'ε')) => "v",
        'υ' if before == Some('ο') => "u",
        'υ' => "y",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => "",
    }
}

fn armenian(letter: char, before: Option<char>) -> &'static str {
    match letter {
        'ա' => "a",
        'բ' => "b",
        'գ' => "g",
        'դ' => "d",
        'ե' | 'է' | 'ը' => "e",
        'զ' => "z",
        'թ' | 'տ' => "t",
        'ժ' => "zh",
        'ի' => "i",
        'լ' => "l",
        'խ' => "kh",
        'ծ' | 'ց' => "ts",
        'կ' | 'ք' => "k",
        'հ' => "h",
        'ձ' => "dz",
        'ղ' => "gh",
        'ճ' | 'չ' => "ch",
        'մ' => "m",
        'յ' => "y",
        'ն' => "n",
        'շ' => "sh",
        'ո' | 'օ' => "o",
        'պ' | 'փ' => "p",
        'ջ' => "j",
        'ռ' | 'ր' => "r",
        'ս' => "s",
        'ւ' if before == Some('ո') => "u",
        'վ' | 'ւ' => "v",
        'ֆ' => "f",
        _ => "",
    }
}

/// By the national system of 2002, without its apostrophes.
fn georgian(letter: char) -> &'static str {
    match letter {
        'ა' => "a",
        'ბ' => "b",
        'გ' => "g",
        'დ' => "d",
        'ე' => "e",
        'ვ' => "v",
        'ზ' => "z",
        'თ' | 'ტ' => "t",
        'ი' => "i",
        'კ' | 'ქ' => "k",
        'ლ' => "l",
        'მ' => "m",
        'ნ' => "n",
        'ო' => "o",
        'პ' | 'ფ' => "p",
        'ჟ' => "zh",
        'რ' => "r",
        'ს' => "s",
        'უ' => "u",
        'ღ' => "gh",
        'ყ' => "q",
        'შ' => "sh",
        'ჩ' | 'ჭ' => "ch",
        'ც' | 'წ' => "ts",
        'ძ' => "dz",
        'ხ' => "kh",
        'ჯ' => "j",
        'ჰ' => "h",
        _ => "",
    }
}

fn hebrew(letter: char, first: bool) -> &'static str {
    match letter {
        'א' | 'ע' => "a",
        'ב' => "V",
        'ג' => "g",
        'ד' => "d",
        'ה' if first => "h",
        'ו' if first => "v",
        'ו' => "o",
        'ז' => "z",
        'ח' => "kh",
        'ט' | 'ת' => "t",
        'י' => "y",
        'כ' | 'ק' => "k",
        'ל' => "l",
        'מ' => "m",
        'נ' => "n",
        'ס' => "s",
        'פ' => "P",
        'צ' => "ts",
        'ר' => "r",
        'ש' => "sh",
        _ => "",
    }
}

fn arabic(letter: char, first: bool) -> &'static str {
    match letter {
        'ا' | 'ع' => "a",
        'ب' => "B",
        'پ' => "p",
        'ت' | 'ط' => "t",
        'ث' | 'س' | 'ص' => "s",
        'ج' => "j",
        'چ' => "ch",
        'ح' | 'ه' if first => "h",
        'خ' => "kh",
        'د' => "d",
        'ذ' => "dh",
        'ز' | 'ض' | 'ظ' => "z",
        'ر' => "r",
        'ژ' => "zh",
        'ش' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ک' => "k",
        'گ' => "g",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'و' => "W",
        'ی' => "y",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_is_written_in_latin_letters() {
        for (word, latin) in [
            ("эди", "edi"),
            ("рама", "rama"),
            ("иран", "iran"),
            ("яценко", "yatsenko"),
            ("ευαγγελοσ", "evangelos"),
            ("χαραλαμποσ", "charalampos"),
            ("εντι", "edi"),
            ("γκαντι", "gadi"),
            ("κυριακου", "kyriakou"),
            ("ვახტანგ", "vakhtang"),
            ("ჩხეიძე", "chkheidze"),
            ("ռամա", "rama"),
            ("նիկոլայ", "nikolay"),
            ("tims", "tims"),
        ] {
            assert_eq!(in_latin(word), latin, "{word}");
        }
    }
}
