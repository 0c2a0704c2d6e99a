//! Rules for codes: countries, languages, ATT&CK ids.

use crate::brief::context::{Context, Text, quoted};
use crate::brief::country::{self, country_name};
use crate::brief::fit::listed;
use crate::brief::language;
use crate::diag::{Code, Located};
use crate::text;
use crate::text::DisplayText;

impl Context<'_> {
    /// An ISO 3166-1 alpha-2 code.
    pub(in crate::brief) fn country(&mut self, text: &Text) -> Option<Located<DisplayText>> {
        let code = text.get_ref();
        if country::is_code(code) {
            return Some(self.located(text));
        }
        let latin = text::in_latin_letters(code);
        if latin != *code && country::is_code(&latin) {
            let message =
                text!["`", quoted(code), "` has a letter of another script that looks like Latin"];
            let help = text!["write `", quoted(&latin), "` with Latin letters"];
            self.report_with(Code::E143, text.span(), message, Some(help));
            return None;
        }
        let meant = country::meant(code);
        let message = match &meant {
            Some(country::Meant::Former(name, _)) => {
                text!["`", quoted(code), "` is no longer a country code: it stood for ", *name]
            }
            Some(country::Meant::Code(_) | country::Meant::Near(_)) | None => {
                text!["`", quoted(code), "` is no country code of ISO 3166-1 alpha-2"]
            }
        };
        let named = |code: &'static str| country_name(code).unwrap_or(code);
        let help = meant.map(|meant| match meant {
            country::Meant::Code(code) => text!["write `", code, "`"],
            country::Meant::Near(code) => {
                text!["did you mean `", code, "`, ", named(code), "?"]
            }
            country::Meant::Former(_, now) => match now.as_slice() {
                [only] => text!["that is `", *only, "` today"],
                several => text!["write the code of the country today: ", listed(several)],
            },
        });
        self.report_with(Code::E143, text.span(), message, help);
        None
    }

    /// A BCP 47 tag; of a language that there is not it is kept and found.
    pub(in crate::brief) fn language(&mut self, text: &Text) -> Option<DisplayText> {
        if is_language_tag(text.get_ref()) {
            if let Some(fault) = language::fault(text.get_ref()) {
                self.no_language(text, fault);
            }
            return Some(self.line_text(text));
        }
        let message = text![
            "`",
            quoted(text.get_ref()),
            "` is no language tag (BCP 47), as `he` or `fa-Latn`"
        ];
        let written = text.get_ref().trim();
        // `uk_UA.UTF-8` is how computers name one.
        let fixed = written.split_once('.').map_or(written, |(tag, _)| tag).replace('_', "-");
        let meant = language::named(&fixed).or(Some(fixed.as_str()));
        let meant = meant.filter(|tag| is_language_tag(tag) && language::fault(tag).is_none());
        let help = meant.map(|tag| text!["write `", quoted(tag), "`"]);
        self.report_with(Code::E144, text.span(), message, help);
        None
    }

    fn no_language(&mut self, text: &Text, fault: language::Fault) {
        let tag = quoted(text.get_ref());
        let rest = text.get_ref().split_once('-').map(|(_, rest)| rest);
        let whole = |primary: &'static str| match rest {
            Some(rest) => text![primary, "-", quoted(rest)],
            None => text![primary],
        };
        let (message, help) = match fault {
            language::Fault::None => (text!["no language has the tag `", tag, "`"], None),
            language::Fault::Country(name, meant) => (
                text!["`", tag, "` is the country ", name, ", not a language"],
                Some(text!["did you mean `", whole(meant), "`?"]),
            ),
            language::Fault::Replaced(meant) => (
                text!["`", tag, "` is not the tag of ", language::name(meant), " in BCP 47"],
                Some(text!["write `", whole(meant), "`"]),
            ),
            language::Fault::Region(region) => {
                let help = match country::meant(&region) {
                    Some(country::Meant::Code(code)) => Some(text![
                        "write `",
                        quoted(&text.get_ref().replacen(&region, code, 1)),
                        "`"
                    ]),
                    Some(country::Meant::Near(_) | country::Meant::Former(..)) | None => None,
                };
                (text!["`", quoted(&region), "` in `", tag, "` is no country"], help)
            }
        };
        self.report_with(Code::W252, text.span(), message, help);
    }

    /// One ATT&CK id at a place.
    pub(in crate::brief) fn attack_id(
        &mut self,
        id: &str,
        range: std::ops::Range<usize>,
    ) -> Option<DisplayText> {
        if is_attack_id(id) {
            return Some(quoted(id));
        }
        let message = text![
            "`",
            quoted(id),
            "` is no ATT&CK id: T1190, T1059.001, S0002, G0001, C0038, M1036, TA0001"
        ];
        self.report_with(Code::E145, range, message, meant_attack_id(id));
        None
    }
}

/// The ATT&CK id that was meant: with capitals, a point and Latin letters, and without the name behind it.
fn meant_attack_id(id: &str) -> Option<DisplayText> {
    let upper = id.trim().to_uppercase().replace('/', ".");
    let latin = text::in_latin_letters(&upper);
    if is_attack_id(&latin) {
        let why = if latin == upper { "" } else { " with Latin letters" };
        return Some(text!["write `", quoted(&latin), "`", why]);
    }
    if let Some((main, part)) = latin.split_once('.')
        && matches!(part.len(), 1 | 2)
        && part.bytes().all(|byte| byte.is_ascii_digit())
    {
        let whole = format!("{main}.{part:0>3}");
        return is_attack_id(&whole).then(|| text!["write `", quoted(&whole), "`"]);
    }
    let first = latin.split([' ', ':', '(', ',']).next().filter(|first| is_attack_id(first))?;
    let only = latin.matches(char::is_whitespace).count() < 8;
    only.then(|| text!["write `", quoted(first), "`; its name stands in `[technique]`"])
}

/// What a language tag looks like, for the JSON Schema.
pub(in crate::brief) const LANGUAGE_PATTERN: &str = "^[A-Za-z]{2,3}(-[0-9A-Za-z]{1,8})*$";

/// What an ATT&CK id looks like, for the JSON Schema.
pub(in crate::brief) const ATTACK_PATTERN: &str =
    r"^(T[0-9]{4}(\.[0-9]{3})?|TA[0-9]{4}|[SGCM][0-9]{4})$";

fn is_language_tag(tag: &str) -> bool {
    let (primary, rest) = tag.split_once('-').map_or((tag, None), |(tag, rest)| (tag, Some(rest)));
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let primary_fits = matches!(primary.len(), 2 | 3) && letters(primary);
    primary_fits
        && rest.into_iter().flat_map(|rest| rest.split('-')).all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn is_attack_id(id: &str) -> bool {
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(tactic) = id.strip_prefix("TA") {
        return digits(tactic, 4);
    }
    if let Some(technique) = id.strip_prefix('T') {
        return match technique.split_once('.') {
            Some((main, part)) => digits(main, 4) && digits(part, 3),
            None => digits(technique, 4),
        };
    }
    ["S", "G", "C", "M"].iter().any(|letter| id.strip_prefix(letter).is_some_and(|n| digits(n, 4)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex::Regex;

    #[test]
    fn attack_ids_have_their_forms() {
        let pattern = Regex::new(ATTACK_PATTERN).unwrap();
        for id in ["T1190", "T1059.001", "S0002", "G0001", "C0038", "M1036", "TA0001"] {
            assert!(is_attack_id(id) && pattern.is_match(id), "{id}");
        }
        for id in ["t1190", "T119", "T1059.1", "X1190", "TA001", "G00011", ""] {
            assert!(!is_attack_id(id) && !pattern.is_match(id), "{id}");
        }
    }

    #[test]
    fn language_tags_have_their_shape() {
        let pattern = Regex::new(LANGUAGE_PATTERN).unwrap();
        for tag in ["he", "fa", "sq", "zh-Hant", "fa-Latn", "ckb", "en-GB-oxendict"] {
            assert!(is_language_tag(tag) && pattern.is_match(tag), "{tag}");
        }
        for tag in ["", "hebrew", "h", "he_IL", "he-", "12"] {
            assert!(!is_language_tag(tag) && !pattern.is_match(tag), "{tag}");
        }
    }
}
