//! Countries: the codes of ISO 3166-1 alpha-2, and XK, which the standard leaves to users and everybody
//! uses for Kosovo.

mod boxes;
mod meant;
mod names;

pub(super) use meant::{Meant, meant};

use boxes::BOXES;
use iso3166::Country;
use names::NAMES;

/// Codes that the list lacks: Antarctica, which is no country, and Kosovo, whose code is not assigned.
const UNLISTED: [&str; 2] = ["AQ", "XK"];

/// The English name of a country by its code (ISO 3166-1 alpha-2): `Israel` for `IL`.
#[must_use]
pub fn country_name(code: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// Every code with the English name of its country, in order.
pub(super) fn all() -> &'static [(&'static str, &'static str)] {
    &NAMES
}

/// Whether this is a code.
pub(super) fn is_code(text: &str) -> bool {
    Country::from_alpha2(text).is_some() || UNLISTED.contains(&text)
}

/// Whether a latitude and a longitude lie between the outermost points of a country, or at most so many
/// degrees beyond; of a few far islands it is not known.
pub(super) fn is_within(code: &str, (lat, lon): (f64, f64), beyond: f64) -> Option<bool> {
    let (_, parallels, meridians) = BOXES.iter().find(|(known, ..)| *known == code)?;
    let between = |value: f64, [from, to]: [i16; 2]| {
        (f64::from(from) - beyond..=f64::from(to) + beyond).contains(&value)
    };
    Some(between(lat, *parallels) && between(lon, *meridians))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_name_and_no_other_has_one() {
        assert!(NAMES.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(NAMES.iter().all(|(code, name)| is_code(code) && name.len() > 2));
        assert_eq!(NAMES.len(), iso3166::LIST.len() + UNLISTED.len());
        assert_eq!((country_name("IL"), country_name("UK")), (Some("Israel"), None));
        assert!(is_code("XK") && !is_code("UK") && !is_code("il") && !is_code(""));
    }

    #[test]
    fn every_box_is_of_a_country_and_on_the_globe() {
        assert!(BOXES.is_sorted_by(|(a, ..), (b, ..)| a < b));
        for (code, [south, north], [west, east]) in BOXES {
            assert!(is_code(code), "{code}");
            assert!(-90 <= *south && south < north && *north <= 90, "{code}");
            assert!(-180 <= *west && west < east && *east <= 180, "{code}");
        }
        for (code, place) in [
            ("UA", (44.6, 33.5)),
            ("AL", (41.33, 19.82)),
            ("IR", (35.69, 51.39)),
            ("US", (21.3, -157.9)),
            ("XK", (42.66, 21.17)),
        ] {
            assert_eq!(is_within(code, place, 0.0), Some(true), "{code}");
            assert_eq!(is_within(code, (-50.0, 0.0), 2.0), Some(false), "{code}");
        }
        assert_eq!(is_within("RE", (0.0, 0.0), 0.0), None);
    }
}
