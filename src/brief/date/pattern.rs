//! What a date looks like, for the JSON Schema of the format.
//!
//! It lets through every text that [`When::parse`] reads, and no other but those of which only a calendar
//! knows that they are wrong: 30 February, an end before its start, a time that its day has not.

use super::When;

/// What a server tells of a text that is no date begins with these.
const EXAMPLES: &str =
    r"2022-07-15|2022-07|2022|2021-05~|2022-10-23/2022-10-25|\[2022-10-21\.\.2022-10-22\]";

const YEAR: &str = "(1[0-9]{3}|20[0-9]{2}|2100)";
const MONTH: &str = "(0[1-9]|1[0-2])";
const DAY: &str = "(0[1-9]|[12][0-9]|3[01])";
const CLOCK: &str = r"[Tt ]([01][0-9]|2[0-4]):[0-5][0-9](:([0-5][0-9]|60)([.,][0-9]+)?)?";
const OFFSET: &str = "([Zz]|[+-]((0[0-9]|1[0-3])(:?[0-5][0-9])?|14(:?00)?))";

impl When {
    /// A regular expression that JSON Schema, and every language that has one, reads alike.
    pub(in crate::brief) fn pattern() -> String {
        // Before a number a sign is of that one alone, behind it of all up to there.
        let sign = "[~?%]?";
        let day = format!("-{sign}{DAY}{sign}");
        let date = format!("{sign}{YEAR}{sign}(-{sign}{MONTH}{sign}({day})?)?");
        let time = format!("{YEAR}-{MONTH}-{DAY}{CLOCK} *[~?%]* *{OFFSET} *[~?%]*");
        let one = format!("({date}|{time})");
        let lasted = format!(r"{one}(/({one}|\.\.)?)?|(\.\.)?/{one}");
        // Within brackets no time is in doubt.
        let exact = format!("({date}|{YEAR}-{MONTH}-{DAY}{CLOCK} *{OFFSET})");
        let within = format!(r"\[\s*({exact}\s*\.\.\s*{exact}?|\.\.\s*{exact})\s*\]");
        format!(r"^\s*({EXAMPLES}|{lasted}|{within})\s*$")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::WhenError;
    use crate::diag::Code;
    use proptest::prelude::*;
    use regex::Regex;
    use std::sync::LazyLock;

    static PATTERN: LazyLock<Regex> = LazyLock::new(|| Regex::new(&When::pattern()).unwrap());

    /// Dates in every form, for others to be made of.
    const FORMS: &[&str] = &[
        "2022-07-15",
        "2022-07",
        "2022",
        "2021-05~",
        "2022-07-15?",
        "2022-07-15%",
        "~2022-?07-15",
        "2022-10-23/2022-10-25",
        "2022/2022-05-01",
        "2022-09-16/..",
        "2022-09-16/",
        "../2022-09-09",
        "/2022-09-09",
        "[2022-10-21..2022-10-22]",
        "[..2022-09-09]",
        "[2022-09-09..]",
        "2022-09-07T14:20+02:00",
        "2022-09-07T14:20:33.25Z",
        "2022-09-07t24:00+0330~",
        "2022-12-31 23:59:60 z?",
        "2022-09-07T14:20~+02",
        "2022-09-07T14:20Z/2022-09-07T15:05Z",
        "[2022-09-07T14:20Z .. 2022-09-07T15:05Z]",
        "[..2022-09-07T14:20Z]",
        "[2022-09-07T14:20Z..]",
        "[2022-09-07T14:20:33,5Z..2022-09-07T14:20:34,5Z]",
    ];

    #[test]
    fn every_form_is_let_through_and_slips_are_not() {
        for text in FORMS {
            assert!(When::parse(text).is_ok(), "{text}");
            assert!(PATTERN.is_match(text), "{text}");
        }
        for text in [
            "",
            "..",
            "/",
            "../..",
            "[..]",
            "15-12-23",
            "23.12.2015",
            "12/23/2015",
            "2015/12/23",
            "20151223",
            "2015-13-01",
            "2015-00-10",
            "2015-12-32",
            "0999",
            "2101",
            "12022",
            "202X",
            "2022-21",
            "2022-W05",
            "2022-Q1",
            "1990s",
            "spring 2022",
            "July 2022",
            "about 2022",
            "yesterday",
            "2022-7-1",
            "2022-09-07T14:20",
            "2022-09-07T14:20:00",
            "2022-09-07T25:00Z",
            "2022-09-07T14:60Z",
            "2022-09-07T14:20+15:00",
            "2015-12-23 15:35 EET",
            "14:20Z",
            "2022T14:20Z",
            "2022-09T14:20Z",
            "2022-09-07T14:20Z/15:05Z",
            "{2022,2023}",
            "[2022,2023]",
            "2022..2023",
            "[2022-10-21..2022-10-22",
            "2022 - 2023",
            "2022-10-21/2022-10-22/2022-10-23",
        ] {
            assert!(When::parse(text).is_err(), "{text}");
            assert!(!PATTERN.is_match(text), "{text}");
        }
    }

    /// Whether one has to know the calendar, or both ends, to see that it is no date.
    fn is_of_the_calendar(text: &str, fault: &WhenError) -> bool {
        let words = ["there is no ", "is no EDTF date", "more than one sign of doubt"];
        let is_told = |fault: &WhenError| {
            let message = fault.message.as_str();
            fault.code == Code::E122 || words.iter().any(|words| message.contains(words))
        };
        let plain = text.replace(['~', '?', '%'], "");
        is_told(fault) || When::parse(&plain).is_err_and(|fault| is_told(&fault))
    }

    /// The pattern without the spaces that may stand in a date, and with as few signs and digits as say
    /// anything: a text of more than a hundred is none.
    fn without_spaces() -> String {
        let pattern = When::pattern().replace(r"\s*", "").replace(" *", "");
        let pattern = pattern.replace("[~?%]*", "[~?%]?").replace("[0-9]+", "[0-9]{1,3}");
        pattern.trim_matches(['^', '$']).to_owned()
    }

    proptest! {
        #[test]
        fn what_is_read_is_let_through(
            form in prop::sample::select(FORMS),
            changes in prop::collection::vec((0..48_usize, 0..3_u8, prop::sample::select(b"0123456789-/.[]~?%TZtz:+, Y".as_slice())), 0..4),
        ) {
            let mut text = form.as_bytes().to_vec();
            for (at, what, sign) in changes {
                let at = at % (text.len() + 1);
                match what {
                    0 => text.insert(at, sign),
                    1 if at < text.len() => text[at] = sign,
                    _ if at < text.len() => drop(text.remove(at)),
                    _ => {}
                }
            }
            let text = String::from_utf8(text).unwrap();
            if When::parse(&text).is_ok() {
                prop_assert!(PATTERN.is_match(&text), "{text} is read and not let through");
            }
        }

        #[test]
        fn what_is_let_through_and_not_read_is_a_matter_of_the_calendar(
            text in prop::string::string_regex(&without_spaces()).unwrap()
        ) {
            prop_assert!(PATTERN.is_match(&text), "{text}");
            let fault = When::parse(&text).err();
            prop_assert!(fault.as_ref().is_none_or(|fault| is_of_the_calendar(&text, fault)), "{text}: {fault:?}");
        }
    }
}
