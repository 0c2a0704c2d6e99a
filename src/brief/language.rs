//! Languages by their tags (BCP 47): which there are, which one was meant, and the names of those that
//! briefs are likely to meet; of others the tag is shown.

use super::country::{country_name, is_code};

/// Tags of languages (BCP 47) in order, each with the English name.
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "Arabic"),
    ("az", "Azerbaijani"),
    ("bg", "Bulgarian"),
    ("ckb", "Sorani Kurdish"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("hy", "Armenian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ka", "Georgian"),
    ("kk", "Kazakh"),
    ("ko", "Korean"),
    ("ku", "Kurdish"),
    ("mk", "Macedonian"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sl", "Slovene"),
    ("sq", "Albanian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("zh", "Chinese"),
];

/// The English name of a language by its tag: `Albanian` for `sq`.
#[must_use]
pub fn language_name(tag: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(known, _)| *known == tag).map(|(_, name)| *name)
}

/// The language that is meant where somebody writes a country for it, each with the country's code.
const OF_COUNTRIES: &[(&str, &str)] = &[
    ("AE", "ar"),
    ("AL", "sq"),
    ("AM", "hy"),
    ("AT", "de"),
    ("AU", "en"),
    ("BR", "pt"),
    ("BY", "be"),
    ("CL", "es"),
    ("CN", "zh"),
    ("CZ", "cs"),
    ("DK", "da"),
    ("EE", "et"),
    ("EG", "ar"),
    ("GB", "en"),
    ("GE", "ka"),
    ("GR", "el"),
    ("IL", "he"),
    ("IQ", "ar"),
    ("IR", "fa"),
    ("JO", "ar"),
    ("JP", "ja"),
    ("KP", "ko"),
    ("KR", "ko"),
    ("KZ", "kk"),
    ("LB", "ar"),
    ("LY", "ar"),
    ("ME", "sr"),
    ("MX", "es"),
    ("NZ", "en"),
    ("QA", "ar"),
    ("RS", "sr"),
    ("SE", "sv"),
    ("SI", "sl"),
    ("SY", "ar"),
    ("TJ", "tg"),
    ("TW", "zh"),
    ("UA", "uk"),
    ("US", "en"),
    ("VN", "vi"),
    ("XK", "sq"),
    ("YE", "ar"),
];

/// Codes that were in use and are not any more, and the twenty of libraries, which BCP 47 never had.
const REPLACED: &[(&str, &str)] = &[
    ("alb", "sq"),
    ("arm", "hy"),
    ("baq", "eu"),
    ("bur", "my"),
    ("chi", "zh"),
    ("cze", "cs"),
    ("dut", "nl"),
    ("fre", "fr"),
    ("geo", "ka"),
    ("ger", "de"),
    ("gre", "el"),
    ("ice", "is"),
    ("in", "id"),
    ("iw", "he"),
    ("ji", "yi"),
    ("jw", "jv"),
    ("mac", "mk"),
    ("mao", "mi"),
    ("may", "ms"),
    ("mo", "ro"),
    ("per", "fa"),
    ("rum", "ro"),
    ("slo", "sk"),
    ("tib", "bo"),
    ("wel", "cy"),
];

/// Names of languages beside those of the lists.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("farsi", "fa"),
    ("flemish", "nl"),
    ("mandarin", "zh"),
    ("pashto", "ps"),
    ("slovenian", "sl"),
    ("uyghur", "ug"),
];

/// Groups of languages (ISO 639-5), which the list of single ones lacks.
const GROUPS: &str = "aav afa alg alv apa aqa aql art ath auf aus awd azc bad bai bat ber bih bnt btk \
    cai cau cba ccn ccs cdc cdd cel cmc cpe cpf cpp crp csu cus day dmn dra egx esx euq fiu fox gem \
    gme gmq gmw grk hmx hok hyx iir ijo inc ine ira iro itc jpx kar kdo khi kro map mkh mno mun myn \
    nah nai ngf nic nub omq omv oto paa phi plf poz pqe pqw pra qwe roa sai sal sdv sem sgn sio sit \
    sla smi son sqj ssa syd tai tbq trk tup tut tuw tyo urj wak wen xgn xnd ypk zhx zle zls zlw znd";

/// Languages of ISO 639-3 that have a tag of two letters, one a line: the two letters, the three, the name.
const SHORT: &str = include_str!("language/short.txt");
/// The codes of all others, three letters each, in order. Lists of names and numbers would cost every start of
/// the program, for their addresses are worked out anew.
const LONG: &str = include_str!("language/long.txt");

/// A language that has a tag of two letters.
struct Short {
    tag: &'static str,
    code: &'static str,
    name: &'static str,
}

fn shorts() -> impl Iterator<Item = Short> {
    SHORT.lines().filter_map(|line| {
        let (tag, rest) = line.split_once(' ')?;
        let (code, name) = rest.split_once(' ')?;
        Some(Short { tag, code, name })
    })
}

/// Whether it is the code of a language that has no tag of two letters.
fn is_long(code: &str) -> bool {
    let (codes, _) = LONG.as_bytes().as_chunks::<3>();
    codes.binary_search_by(|known| known.as_slice().cmp(code.as_bytes())).is_ok()
}

/// What is wrong with a tag of the right shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// There is no such language.
    None,
    /// A country's code stands for its language: the country and the tag.
    Country(&'static str, &'static str),
    /// Another code is in use: the tag.
    Replaced(&'static str),
    /// The region is no country.
    Region(String),
}

/// What is wrong with a tag that has the shape of one.
pub(super) fn fault(tag: &str) -> Option<Fault> {
    let mut parts = tag.split('-');
    // A text always has a first part.
    let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
    if let Some(fault) = language_fault(&primary) {
        return Some(fault);
    }
    // What stands behind a single letter is an extension or private.
    let parts = parts.take_while(|part| part.len() > 1);
    let mut regions =
        parts.filter(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let unknown = regions.find(|part| !is_code(&part.to_ascii_uppercase()))?;
    Some(Fault::Region(unknown.to_owned()))
}

fn language_fault(primary: &str) -> Option<Fault> {
    if let Some((_, tag)) = REPLACED.iter().find(|(old, _)| *old == primary) {
        return Some(Fault::Replaced(tag));
    }
    if let Some(short) = shorts().find(|short| short.tag == primary || short.code == primary) {
        // Of two codes for one language the shorter one is its tag.
        return (short.tag != primary).then_some(Fault::Replaced(short.tag));
    }
    if is_long(primary) {
        return None;
    }
    let private = primary.len() == 3 && ("qaa"..="qtz").contains(&primary);
    if private || GROUPS.split_whitespace().any(|group| group == primary) {
        return None;
    }
    let upper = primary.to_ascii_uppercase();
    let meant = OF_COUNTRIES.iter().find(|(code, _)| *code == upper);
    let fault = meant.and_then(|(code, tag)| Some(Fault::Country(country_name(code)?, tag)));
    Some(fault.unwrap_or(Fault::None))
}

/// The name of a language that has a tag of two letters.
pub(super) fn name(tag: &'static str) -> &'static str {
    let listed = || shorts().find(|short| short.tag == tag).map(|short| short.name);
    language_name(tag).or_else(listed).unwrap_or(tag)
}

/// The tag of a language by its name: `he` for `Hebrew`.
pub(super) fn named(name: &str) -> Option<&'static str> {
    let lower = name.trim().to_lowercase();
    let of = |names: &'static [(&str, &str)]| names.iter().find(|(name, _)| *name == lower);
    let shown = LANGUAGES.iter().find(|(_, name)| name.to_lowercase() == lower);
    shown.map(|(tag, _)| *tag).or_else(|| of(OTHER_NAMES).map(|(_, tag)| *tag)).or_else(|| {
        shorts().find(|short| short.name.to_lowercase() == lower).map(|short| short.tag)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::guard;

    #[test]
    fn the_languages_are_those_of_the_standard() {
        let (mut short, mut long) = (Vec::new(), Vec::new());
        for language in isolang::languages() {
            match language.to_639_1() {
                Some(tag) => {
                    short.push(format!("{tag} {} {}\n", language.to_639_3(), language.to_name()));
                }
                None => long.push(language.to_639_3()),
            }
        }
        short.sort_unstable();
        long.sort_unstable();
        guard("brief/language/short.txt", short.concat().as_bytes());
        guard("brief/language/long.txt", long.concat().as_bytes());
    }

    #[test]
    fn the_tables_are_in_order_and_lead_to_languages() {
        assert!(LANGUAGES.is_sorted() && OF_COUNTRIES.is_sorted() && REPLACED.is_sorted());
        assert!(OTHER_NAMES.is_sorted());
        for (country, _) in OF_COUNTRIES {
            assert!(country_name(country).is_some(), "{country}");
        }
        let tags = [LANGUAGES.iter().map(|(tag, _)| *tag).collect::<Vec<_>>()];
        let meant = [OF_COUNTRIES, REPLACED, OTHER_NAMES]
            .map(|table| table.iter().map(|(_, tag)| *tag).collect::<Vec<_>>());
        for tag in tags.iter().chain(&meant).flatten() {
            assert_eq!(fault(tag), None, "{tag}");
        }
    }

    #[test]
    fn languages_that_there_are_have_no_fault() {
        for tag in [
            "he",
            "fa-Latn",
            "zh-Hant",
            "ckb",
            "en-GB-oxendict",
            "de-1996",
            "sr-Latn-RS",
            "sq-XK",
            "prs",
            "und",
            "mul",
            "ber",
            "qaa",
            "es-419",
            "en-x-uk",
            "HE",
            "kr",
        ] {
            assert_eq!(fault(tag), None, "{tag}");
        }
    }

    #[test]
    fn countries_and_old_codes_are_told_from_what_is_nothing() {
        for (tag, wanted) in [
            ("gr", Fault::Country("Greece", "el")),
            ("jp", Fault::Country("Japan", "ja")),
            ("cz", Fault::Country("Czechia", "cs")),
            ("ua", Fault::Country("Ukraine", "uk")),
            ("al", Fault::Country("Albania", "sq")),
            ("il", Fault::Country("Israel", "he")),
            ("iw", Fault::Replaced("he")),
            ("ger", Fault::Replaced("de")),
            ("ukr", Fault::Replaced("uk")),
            ("xx", Fault::None),
            ("zzz", Fault::None),
            ("en-UK", Fault::Region("UK".to_owned())),
        ] {
            assert_eq!(fault(tag), Some(wanted), "{tag}");
        }
    }

    #[test]
    fn names_of_languages_lead_to_their_tags() {
        for (name, tag) in [("Hebrew", "he"), ("farsi", "fa"), ("GREEK", "el"), ("Swahili", "sw")] {
            assert_eq!(named(name), Some(tag), "{name}");
        }
        assert_eq!(named("klingonese"), None);
    }
}
