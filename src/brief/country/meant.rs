//! Which country was meant by what is no code: another case, three letters, a number, a name, a country
//! that is no more.

use super::NAMES;
use crate::text::nearest;
use iso3166::Country;
use unicode_normalization::UnicodeNormalization;

/// What people write for a country and no list has: short names, former names, codes of sport and
/// traffic. `Congo`, `Korea` and the like may be either of two.
const OTHERS: &[(&str, &str)] = &[
    ("10", "AQ"),
    ("america", "US"),
    ("ata", "AQ"),
    ("bahamas", "BS"),
    ("bolivarian republic of venezuela", "VE"),
    ("bosnia", "BA"),
    ("britain", "GB"),
    ("brunei darussalam", "BN"),
    ("bul", "BG"),
    ("burma", "MM"),
    ("cabo verde", "CV"),
    ("congo democratic republic", "CD"),
    ("cro", "HR"),
    ("czech republic", "CZ"),
    ("democratic peoples republic of korea", "KP"),
    ("den", "DK"),
    ("dprk", "KP"),
    ("drc", "CD"),
    ("east timor", "TL"),
    ("el", "GR"),
    ("england", "GB"),
    ("eswatini", "SZ"),
    ("falkland islands malvinas", "FK"),
    ("federal republic of germany", "DE"),
    ("federated states of micronesia", "FM"),
    ("french republic", "FR"),
    ("ger", "DE"),
    ("gre", "GR"),
    ("great britain", "GB"),
    ("hellas", "GR"),
    ("holland", "NL"),
    ("holy see", "VA"),
    ("hong kong sar", "HK"),
    ("iri", "IR"),
    ("islamic republic of iran", "IR"),
    ("ivory coast", "CI"),
    ("kingdom of saudi arabia", "SA"),
    ("kingdom of the netherlands", "NL"),
    ("kos", "XK"),
    ("kosova", "XK"),
    ("ksa", "SA"),
    ("lao peoples democratic republic", "LA"),
    ("lat", "LV"),
    ("macedonia", "MK"),
    ("ned", "NL"),
    ("northern ireland", "GB"),
    ("palestinian territories", "PS"),
    ("peoples republic of china", "CN"),
    ("plurinational state of bolivia", "BO"),
    ("por", "PT"),
    ("prc", "CN"),
    ("republic of albania", "AL"),
    ("republic of cyprus", "CY"),
    ("republic of iraq", "IQ"),
    ("republic of korea", "KR"),
    ("republic of kosovo", "XK"),
    ("republic of moldova", "MD"),
    ("republic of north macedonia", "MK"),
    ("republic of serbia", "RS"),
    ("republic of turkey", "TR"),
    ("republic of turkiye", "TR"),
    ("rks", "XK"),
    ("rsa", "ZA"),
    ("russia", "RU"),
    ("russian federation", "RU"),
    ("sao tome", "ST"),
    ("scotland", "GB"),
    ("slo", "SI"),
    ("slovak republic", "SK"),
    ("st helena", "SH"),
    ("state of israel", "IL"),
    ("state of palestine", "PS"),
    ("sui", "CH"),
    ("swaziland", "SZ"),
    ("syrian arab republic", "SY"),
    ("taiwan province of china", "TW"),
    ("the gambia", "GM"),
    ("timor leste", "TL"),
    ("turkey", "TR"),
    ("uae", "AE"),
    ("uk", "GB"),
    ("united kingdom of great britain and northern ireland", "GB"),
    ("united republic of tanzania", "TZ"),
    ("united states of america", "US"),
    ("usa", "US"),
    ("vatican", "VA"),
    ("viet nam", "VN"),
    ("wales", "GB"),
    ("xkk", "XK"),
    ("xkx", "XK"),
];

/// A country that is no more (ISO 3166-3).
struct Former {
    codes: [&'static str; 2],
    name: &'static str,
    /// Another name for it.
    other: &'static str,
    now: &'static [&'static str],
}

const fn former(
    codes: [&'static str; 2],
    name: &'static str,
    other: &'static str,
    now: &'static [&'static str],
) -> Former {
    Former { codes, name, other, now }
}

/// Those that people may still write, by their names.
const FORMER: &[Former] = &[
    former(["BU", "BUR"], "Burma", "", &["MM"]),
    former(["CS", "CSK"], "Czechoslovakia", "CSSR", &["CZ", "SK"]),
    former(["DY", "DHY"], "Dahomey", "", &["BJ"]),
    former(["DD", "DDR"], "East Germany", "German Democratic Republic", &["DE"]),
    former(["TP", "TMP"], "East Timor", "Portuguese Timor", &["TL"]),
    former(["FX", "FXX"], "Metropolitan France", "", &["FR"]),
    former(["AN", "ANT"], "Netherlands Antilles", "", &["BQ", "CW", "SX"]),
    former(["NH", "NHB"], "New Hebrides", "", &["VU"]),
    former(["VD", "VDR"], "North Vietnam", "", &["VN"]),
    former(["PZ", "PCZ"], "Panama Canal Zone", "", &["PA"]),
    former(["RH", "RHO"], "Rhodesia", "Southern Rhodesia", &["ZW"]),
    former(["CS", "SCG"], "Serbia and Montenegro", "", &["ME", "RS"]),
    former(["YD", "YMD"], "South Yemen", "Democratic Yemen", &["YE"]),
    former(
        ["SU", "SUN"],
        "the Soviet Union",
        "USSR",
        &["AM", "AZ", "BY", "EE", "GE", "KG", "KZ", "LT", "LV", "MD", "RU", "TJ", "TM", "UA", "UZ"],
    ),
    former(["HV", "HVO"], "Upper Volta", "", &["BF"]),
    former(["YU", "YUG"], "Yugoslavia", "Jugoslavia", &["BA", "HR", "ME", "MK", "RS", "SI", "XK"]),
    former(["ZR", "ZAR"], "Zaire", "", &["CD"]),
];

/// What a text that is no code was meant to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::brief) enum Meant {
    /// The same country in another way of writing.
    Code(&'static str),
    /// A name that is nearly this country's.
    Near(&'static str),
    /// A country that is no more, by its name, and the codes of those in its place.
    Former(&'static str, Vec<&'static str>),
}

/// The country that was meant.
pub(in crate::brief) fn meant(text: &str) -> Option<Meant> {
    let text = text.trim();
    let upper = text.to_ascii_uppercase();
    let code = own(&upper)
        .or_else(|| Country::from_alpha3(&upper).map(|country| country.alpha2))
        .or_else(|| number(text))
        .or_else(|| named(text));
    code.map(Meant::Code).or_else(|| no_more(&upper, text)).or_else(|| near(text))
}

/// The code as a text that lives on.
fn own(code: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == code).map(|(known, _)| *known)
}

fn number(text: &str) -> Option<&'static str> {
    let digits = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| digits)?;
    Country::from_id(number).map(|country| country.alpha2)
}

/// The words of a name without their order, accents and little words: `Republic of Korea` is
/// `Korea (Republic of)`.
fn words(name: &str) -> Vec<String> {
    let plain: String = name
        .nfd()
        .filter(|sign| !unicode_normalization::char::is_combining_mark(*sign))
        .filter(|sign| !matches!(sign, '.' | '\'' | '’'))
        .collect();
    let plain = plain.to_lowercase();
    let words = plain.split(|sign: char| !sign.is_alphanumeric());
    let mut words: Vec<String> = words
        .filter(|word| !matches!(*word, "" | "the" | "of" | "and"))
        .map(|word| if word == "st" { "saint" } else { word }.to_owned())
        .collect();
    words.sort();
    words
}

fn named(text: &str) -> Option<&'static str> {
    let written = words(text);
    if written.is_empty() {
        return None;
    }
    let is_it = |name: &str| words(name) == written;
    let listed = |list: &'static [(&str, &str)], name: fn(&(&'static str, &'static str)) -> _| {
        list.iter().find(|entry| is_it(name(entry)))
    };
    let shown = listed(&NAMES, |(_, name)| name).map(|(code, _)| *code);
    let other = || listed(OTHERS, |(name, _)| name).map(|(_, code)| *code);
    let standard = || iso3166::LIST.iter().find(|country| is_it(country.name));
    shown.or_else(other).or_else(|| standard().map(|country| country.alpha2))
}

fn no_more(upper: &str, text: &str) -> Option<Meant> {
    let written = words(text);
    let is_it = |former: &&Former| {
        let named = [former.name, former.other].iter().any(|name| words(name) == written);
        former.codes.contains(&upper) || (named && !written.is_empty())
    };
    let mut found = FORMER.iter().filter(is_it).peekable();
    let name = found.peek()?.name;
    // `CS` was used twice.
    let mut now: Vec<&str> = found.flat_map(|former| former.now).copied().collect();
    now.sort_unstable();
    Some(Meant::Former(name, now))
}

fn near(text: &str) -> Option<Meant> {
    // Of three letters or fewer anything is near to something.
    let long = text.chars().count() > 3;
    let names = NAMES.iter().map(|(_, name)| *name);
    let near = nearest(text, names).filter(|_| long)?;
    NAMES.iter().find(|(_, name)| *name == near).map(|(code, _)| Meant::Near(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<&'static str> {
        match meant(text) {
            Some(Meant::Code(code)) => Some(code),
            Some(Meant::Near(_) | Meant::Former(..)) | None => None,
        }
    }

    #[test]
    fn a_country_is_known_however_it_is_written() {
        for (text, wanted) in [
            ("UKR", "UA"),
            ("ukr", "UA"),
            ("804", "UA"),
            ("8", "AL"),
            (" ua ", "UA"),
            ("ukraine", "UA"),
            ("the Netherlands", "NL"),
            ("Czech Republic", "CZ"),
            ("Czechia", "CZ"),
            ("UK", "GB"),
            ("U.K.", "GB"),
            ("United Kingdom of Great Britain and Northern Ireland", "GB"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("Islamic Republic of Iran", "IR"),
            ("Iran (Islamic Republic of)", "IR"),
            ("Republic of Korea", "KR"),
            ("Democratic People's Republic of Korea", "KP"),
            ("Democratic Republic of the Congo", "CD"),
            ("Cote d'Ivoire", "CI"),
            ("Türkiye", "TR"),
            ("Bosnia and Herzegovina", "BA"),
            ("St. Lucia", "LC"),
            ("Kosovo", "XK"),
            ("XKX", "XK"),
            ("Burma", "MM"),
        ] {
            assert_eq!(code(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn every_name_leads_to_its_own_country() {
        for country in &iso3166::LIST {
            assert_eq!(code(country.name), Some(country.alpha2));
            assert_eq!(code(country.alpha3), Some(country.alpha2));
            assert_eq!(code(&country.id.to_string()), Some(country.alpha2));
        }
        for (own, name) in NAMES {
            assert_eq!(code(name), Some(own));
        }
        for (other, country) in OTHERS {
            assert_eq!(code(other), Some(*country), "{other}");
        }
        assert!(OTHERS.is_sorted());
    }

    #[test]
    fn what_may_be_two_countries_and_what_is_none_has_no_code() {
        for text in ["Congo", "Korea", "Virgin Islands", "Atlantis", "", "999", "0804", "Europe"] {
            assert_eq!(code(text), None, "{text}");
        }
    }

    #[test]
    fn countries_that_are_no_more_are_told_by_name() {
        let former = |text| match meant(text) {
            Some(Meant::Former(name, now)) => (name, now.join(" ")),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(former("YU"), ("Yugoslavia", "BA HR ME MK RS SI XK".to_owned()));
        assert_eq!(former("CSK"), ("Czechoslovakia", "CZ SK".to_owned()));
        assert_eq!(former("Zaire"), ("Zaire", "CD".to_owned()));
        assert!(former("Soviet Union").1.contains("RU"));
        assert_eq!(former("cs").1, "CZ ME RS SK");
        for country in FORMER {
            assert!(country.now.is_sorted() && country.now.iter().all(|code| own(code).is_some()));
        }
    }

    #[test]
    fn slips_in_names_are_near() {
        assert_eq!(meant("Ukrane"), Some(Meant::Near("UA")));
        assert_eq!(meant("Isreal"), Some(Meant::Near("IL")));
        assert_eq!(meant("xxy"), None);
    }
}
