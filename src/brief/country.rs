//! ISO 3166-1 alpha-2 codes: the 249 assigned ones, and XK, which the code list leaves to users and
//! everybody uses for Kosovo.

use crate::text;
use crate::text::DisplayText;

const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL \
BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK \
DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU \
GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ \
LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY \
MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU \
RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO \
TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// Whether this is a code.
pub(super) fn is_code(text: &str) -> bool {
    text.len() == 2 && CODES.split(' ').any(|code| code == text)
}

/// The code that was meant: another case, three letters, or a frequent slip.
pub(super) fn meant(text: &str) -> Option<DisplayText> {
    let upper = text.trim().to_uppercase();
    let code = match upper.as_str() {
        "UK" | "GBR" | "UNITED KINGDOM" => "GB",
        "EL" | "GRC" | "GREECE" => "GR",
        "USA" | "UNITED STATES" => "US",
        "IRN" | "IRAN" => "IR",
        "ALB" | "ALBANIA" => "AL",
        "ISR" | "ISRAEL" => "IL",
        "DEU" | "GERMANY" => "DE",
        "FRA" | "FRANCE" => "FR",
        "XKX" | "KOSOVO" => "XK",
        code if is_code(code) => code,
        _ => return None,
    };
    Some(text::clean(code, |_| {}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_and_in_order() {
        let codes: Vec<_> = CODES.split(' ').collect();
        assert_eq!(codes.len(), 250);
        assert!(codes.is_sorted());
        assert!(codes.iter().all(|code| code.len() == 2));
    }

    #[test]
    fn slips_are_understood() {
        let meant = |text| meant(text).map(|code| code.to_string());
        assert_eq!(meant("uk"), Some("GB".into()));
        assert_eq!(meant("al"), Some("AL".into()));
        assert_eq!(meant("Atlantis"), None);
        assert!(!is_code("UK") && is_code("IR"));
    }
}
