//! Countries: the codes of ISO 3166-1 alpha-2, and XK, which the standard leaves to users and everybody
//! uses for Kosovo.

mod meant;
mod names;

pub(super) use meant::{Meant, meant};

use names::NAMES;

/// Kosovo, which no list of assigned codes has.
const KOSOVO: &str = "XK";

/// The English name of a country by its code (ISO 3166-1 alpha-2): `Israel` for `IL`.
#[must_use]
pub fn country_name(code: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// Whether this is a code.
pub(super) fn is_code(text: &str) -> bool {
    rust_iso3166::from_alpha2(text).is_some() || text == KOSOVO
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_name_and_no_other_has_one() {
        assert!(NAMES.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(NAMES.iter().all(|(code, name)| is_code(code) && name.len() > 2));
        assert_eq!(NAMES.len(), rust_iso3166::ALL.len() + 1);
        assert_eq!((country_name("IL"), country_name("UK")), (Some("Israel"), None));
        assert!(is_code("XK") && !is_code("UK") && !is_code("il") && !is_code(""));
    }
}
