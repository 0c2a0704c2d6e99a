//! Which country was meant by what is no code: another case, three letters, a number, a name, a country
//! that is no more.

use super::{NAMES, is_code};
use crate::text::nearest;
use rust_iso3166::{from_alpha3, from_numeric, iso3166_3};
use unicode_normalization::UnicodeNormalization;

/// What people write for a country and no list has: short names, former names, codes of sport and
/// traffic. `Congo`, `Korea` and the like may be either of two.
const OTHERS: &[(&str, &str)] = &[
    ("america", "US"),
    ("bosnia", "BA"),
    ("britain", "GB"),
    ("bul", "BG"),
    ("burma", "MM"),
    ("cro", "HR"),
    ("czech republic", "CZ"),
    ("den", "DK"),
    ("dprk", "KP"),
    ("drc", "CD"),
    ("east timor", "TL"),
    ("el", "GR"),
    ("england", "GB"),
    ("ger", "DE"),
    ("gre", "GR"),
    ("great britain", "GB"),
    ("holland", "NL"),
    ("iri", "IR"),
    ("ivory coast", "CI"),
    ("kos", "XK"),
    ("kosova", "XK"),
    ("ksa", "SA"),
    ("lat", "LV"),
    ("macedonia", "MK"),
    ("ned", "NL"),
    ("northern ireland", "GB"),
    ("palestinian territories", "PS"),
    ("por", "PT"),
    ("prc", "CN"),
    ("rks", "XK"),
    ("rsa", "ZA"),
    ("russia", "RU"),
    ("scotland", "GB"),
    ("slo", "SI"),
    ("sui", "CH"),
    ("swaziland", "SZ"),
    ("turkey", "TR"),
    ("uae", "AE"),
    ("uk", "GB"),
    ("usa", "US"),
    ("vatican", "VA"),
    ("viet nam", "VN"),
    ("wales", "GB"),
    ("xkk", "XK"),
    ("xkx", "XK"),
];

/// Names of countries that are no more, which the standard spells otherwise.
const FORMER: &[(&str, &str)] =
    &[("east germany", "DDR"), ("soviet union", "SUN"), ("the gdr", "DDR")];

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
        .or_else(|| from_alpha3(&upper).map(|country| country.alpha2))
        .or_else(|| number(text))
        .or_else(|| named(text));
    code.map(Meant::Code).or_else(|| former(&upper, text)).or_else(|| near(text))
}

/// The code as a text that lives on.
fn own(code: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == code).map(|(known, _)| *known)
}

fn number(text: &str) -> Option<&'static str> {
    let digits = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| digits)?;
    from_numeric(number).map(|country| country.alpha2)
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

/// The name before what stands in brackets behind it.
fn short(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}

fn named(text: &str) -> Option<&'static str> {
    let written = words(text);
    // `Congo` by itself is the standard's name for one of two.
    if written.is_empty() || written == ["congo"] {
        return None;
    }
    let is_it = |name: &str| words(name) == written;
    let shown = NAMES.iter().find(|(_, name)| is_it(name)).map(|(code, _)| *code);
    let others = || OTHERS.iter().find(|(name, _)| is_it(name)).map(|(_, code)| *code);
    let standard = || {
        let whole = rust_iso3166::ALL.iter().find(|country| is_it(country.name));
        whole.map(|country| country.alpha2).or_else(|| {
            let mut short = rust_iso3166::ALL.iter().filter(|country| is_it(short(country.name)));
            let first = short.next()?;
            // `Korea` and `Virgin Islands` are two each.
            short.next().is_none().then_some(first.alpha2)
        })
    };
    shown.or_else(others).or_else(standard).and_then(own)
}

fn former(upper: &str, text: &str) -> Option<Meant> {
    let written = words(text);
    let other = FORMER.iter().find(|(name, _)| words(name) == written).map(|(_, code)| *code);
    let mut name = None;
    let mut now = Vec::new();
    for gone in iso3166_3::ALL {
        let beginning = gone.name.split(',').next().unwrap_or(gone.name);
        let codes = [gone.former.alpha2, gone.former.alpha3];
        let is_it = codes.contains(&upper)
            || other == Some(gone.former.alpha3)
            || (!written.is_empty() && words(beginning) == written);
        if !is_it {
            continue;
        }
        name.get_or_insert(beginning);
        for successor in gone.new_countries {
            // What came next may itself be no more.
            let next = iso3166_3::ALL
                .iter()
                .find(|next| next.former.alpha3 == successor.alpha3 && !is_code(successor.alpha2));
            let codes = next.map_or_else(
                || vec![successor.alpha2],
                |next| next.new_countries.iter().map(|country| country.alpha2).collect(),
            );
            now.extend(codes.into_iter().filter_map(own));
        }
    }
    now.sort_unstable();
    now.dedup();
    name.map(|name| Meant::Former(name, now))
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
        for country in rust_iso3166::ALL.iter().filter(|country| country.name != "Congo") {
            assert_eq!(code(country.name), Some(country.alpha2));
            assert_eq!(code(country.alpha3), Some(country.alpha2));
            assert_eq!(code(&country.numeric.to_string()), Some(country.alpha2));
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
        assert_eq!(former("YU"), ("Yugoslavia", "ME RS".to_owned()));
        assert_eq!(former("CSK"), ("Czechoslovakia", "CZ SK".to_owned()));
        assert_eq!(former("Zaire"), ("Zaire", "CD".to_owned()));
        assert!(former("Soviet Union").1.contains("RU"));
        assert_eq!(former("cs").1, "CZ ME RS SK");
    }

    #[test]
    fn slips_in_names_are_near() {
        assert_eq!(meant("Ukrane"), Some(Meant::Near("UA")));
        assert_eq!(meant("Isreal"), Some(Meant::Near("IL")));
        assert_eq!(meant("xxy"), None);
    }
}
