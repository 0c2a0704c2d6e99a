//! Rules for single values: ids, dates, grades, terms, addresses.

mod address;
mod codes;
mod marking;
mod position;
mod terms;

use super::context::{AS_MEANT, Context, Text, quoted};
use super::fit::listed;
use super::open_words::{self, Meant, OpenWord};
use super::other_words;
use super::prose::KINDS;
use super::toml_text::quoted_words;
use super::{Confidence, Likelihood, Reliability, Slug, When, Word};
use crate::diag::{Code, Located};
use crate::text;
use crate::text::DisplayText;
use crate::text::nearest;
pub(super) use address::{ADDRESS_PATTERN, SHA_256_PATTERN};
use address::{is_address, meant_address};
pub(super) use codes::{ATTACK_PATTERN, LANGUAGE_PATTERN};
pub(super) use marking::{is_behind_tlp, label, label_word, marking_words, named_in_words};
pub(super) use terms::is_grade;
use terms::{likelihood_of_percent, one_of_several};
use toml::Spanned;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

impl Context<'_> {
    /// A reference. One that differs from an id by its letters alone is read as that; a kind before it and a
    /// page behind it belong to running texts.
    pub(super) fn slug(&mut self, text: &Text) -> Option<Located<Slug>> {
        let written = text.get_ref();
        if Slug::new(written).is_some() || differs_by_letters(written) {
            return self.named(text);
        }
        let bare = written.split_once(':').filter(|(kind, _)| KINDS.contains(kind));
        let meant = bare.and_then(|(_, id)| Slug::new(id));
        let message = match &meant {
            Some(_) => text![
                "a kind stands before an id only in running text: `",
                quoted(written),
                "`",
                AS_MEANT
            ],
            None => text!["`", quoted(written), "` is no id of a record"],
        };
        let help = match &meant {
            Some(id) => text!["write `", id.shown(), "`"],
            None => text!["write the id that stands in the header or behind `id` of the record"],
        };
        if meant.is_none() {
            self.leave_unnamed(written);
        }
        self.report_with(Code::E010, text.span(), message, Some(help));
        Some(Located { value: meant?, span: self.span(text.span()) })
    }

    /// The id of a record where it is written; one that is plain but for its letters is read so.
    pub(super) fn named(&mut self, text: &Text) -> Option<Located<Slug>> {
        let slug = self.slug_of(text.get_ref(), text.span())?;
        Some(Located { value: slug, span: self.span(text.span()) })
    }

    /// An id that stands at a place; one that is plain but for its letters is read so.
    pub(super) fn slug_of(&mut self, id: &str, range: std::ops::Range<usize>) -> Option<Slug> {
        if let Some(slug) = Slug::new(id) {
            return Some(slug);
        }
        let meant = suggested_id(id);
        let mut message = text![
            "`",
            quoted(id),
            "` is no id: small letters a-z, digits and hyphens, at most 63, ",
            "not a hyphen first"
        ];
        if meant.is_some() {
            message = text![message, AS_MEANT];
        }
        let help = meant.as_ref().map(|slug| text!["write `", slug.shown(), "`"]);
        if meant.is_none() {
            self.leave_unnamed(id);
        }
        self.report_with(Code::E010, range, message, help);
        meant
    }

    /// Ids of a list; a bad one is left out, and several in one text are read as several.
    pub(super) fn slugs(&mut self, texts: &[Text]) -> Vec<Located<Slug>> {
        self.slugs_within(texts, ["", ""])
    }

    /// The same of a text that may stand for a list: several in it need brackets.
    pub(super) fn slugs_of_one(&mut self, text: &Text) -> Vec<Located<Slug>> {
        self.slugs_within(std::slice::from_ref(text), ["[", "]"])
    }

    fn slugs_within(
        &mut self,
        texts: &[Text],
        [open, close]: [&'static str; 2],
    ) -> Vec<Located<Slug>> {
        // Collected it would have room for four, and most have one.
        let mut slugs = Vec::with_capacity(texts.len());
        for text in texts {
            let Some(ids) = several(text.get_ref()) else {
                slugs.extend(self.slug(text));
                continue;
            };
            let message = text!["several ids in one text; they are read as they were meant"];
            let written = quoted_words(ids.iter().map(Slug::as_str));
            let help = text!["write `", open, quoted(&written), close, "`"];
            self.report_with(Code::E010, text.span(), message, Some(help));
            let span = self.span(text.span());
            slugs.extend(ids.into_iter().map(|value| Located { value, span: span.clone() }));
        }
        slugs
    }

    /// A date.
    pub(super) fn when(&mut self, text: &Text) -> Option<When> {
        match When::parse(text.get_ref()) {
            Ok(when) => Some(when),
            Err(error) => {
                self.report_with(error.code, text.span(), error.message, error.help);
                None
            }
        }
    }

    /// One word of a closed list.
    pub(super) fn word<W: Word>(&mut self, key: &'static str, text: &Text) -> Option<W> {
        W::read(text.get_ref()).or_else(|| {
            self.no_word::<W>(Code::E004, key, text);
            None
        })
    }

    fn no_word<W: Word>(&mut self, code: Code, key: &'static str, text: &Text) {
        let words: Vec<&'static str> = W::ENTRIES.iter().map(|(word, _)| *word).collect();
        let message = text![
            "`",
            key,
            "` must be one of ",
            listed(&words),
            ", found `",
            quoted(text.get_ref()),
            "`"
        ];
        let meant = other_words::meant::<W>(text.get_ref());
        let other =
            || words.contains(&"other").then(|| text!["write `other` where none of them fits"]);
        self.report_with(code, text.span(), message, meant.or_else(other));
    }

    /// A word of a list that authors may add to; any other is kept and found. An own one is shown
    /// without the `x-` that says so, and no more of it than is quoted: it has no page of its own.
    pub(super) fn open_word<W: OpenWord>(&mut self, text: &Text) -> DisplayText {
        let written = text.get_ref();
        if W::read(written).is_some() {
            return self.line_text(text);
        }
        if let Some(own) = written.strip_prefix("x-").filter(|own| W::read(own).is_none()) {
            let own = Spanned::new(text.span(), own.to_owned());
            return self.line_text(&own).quoted();
        }
        let message = text!["`", quoted(written), "` is not a known ", W::NOUN];
        let help = match open_words::meant::<W>(written) {
            Some(Meant::Word(near)) => text!["did you mean `", near, "`?"],
            Some(Meant::Reversed(word)) => {
                text!["write `", word, "`", W::AT_OTHER_END]
            }
            None => text!["use a word from the list, or begin your own with `x-`"],
        };
        self.report_with(W::CODE, text.span(), message, Some(help));
        self.line_text(text).quoted()
    }

    /// A reliability letter.
    pub(super) fn reliability(&mut self, text: &Text) -> Option<Reliability> {
        Reliability::from_word(text.get_ref()).or_else(|| {
            let message = text![
                "`",
                quoted(text.get_ref()),
                "` is no reliability: a letter A (completely ",
                "reliable) to F (cannot be judged)"
            ];
            // `B2` and `usually reliable` say more or something else than their first letter.
            let upper = text.get_ref().trim().to_uppercase();
            let latin = text::in_latin_letters(&upper);
            let described = Reliability::ENTRIES
                .iter()
                .find(|(_, meaning)| meaning.eq_ignore_ascii_case(text.get_ref().trim()));
            let help = match (Reliability::from_word(&latin), described) {
                (Some(letter), _) if latin != upper => Some(text![
                    "write `",
                    letter.word(),
                    "` with the Latin letter; this one is of another script"
                ]),
                (Some(letter), _) => Some(text!["write `", letter.word(), "`"]),
                (None, Some((letter, _))) => Some(text!["write `", *letter, "`"]),
                (None, None) if is_grade(&upper) => Some(text![
                    "only the letter stands here; the number is the `credibility` of a claim"
                ]),
                (None, None) => None,
            };
            self.report_with(Code::E140, text.span(), message, help);
            None
        })
    }

    /// An ICD 203 likelihood.
    pub(super) fn likelihood(&mut self, text: &Text) -> Option<Likelihood> {
        let term = text.get_ref();
        Likelihood::from_word(term).or_else(|| {
            let near = match term.trim().to_lowercase().as_str() {
                "remote" => Some("almost no chance"),
                "highly improbable" | "highly unlikely" => Some("very unlikely"),
                "improbable" | "improbably" => Some("unlikely"),
                "roughly even odds" | "even chance" | "possible" => Some("roughly even chance"),
                "probable" | "probably" => Some("likely"),
                "highly probable" | "highly likely" => Some("very likely"),
                "nearly certain" | "certain" => Some("almost certain"),
                // `likely to very likely` is neither.
                other if other.split_whitespace().count() > 3 => None,
                other => nearest(other, Likelihood::ENTRIES.iter().map(|(word, _)| *word)),
            };
            let words: Vec<&'static str> =
                Likelihood::ENTRIES.iter().map(|(word, _)| *word).collect();
            let message =
                text!["`", quoted(term), "` is not an ICD 203 likelihood: ", listed(&words)];
            let help = if Confidence::from_word(term).is_some() {
                Some(text!["that is a word of `confidence`"])
            } else {
                near.map(|near| text!["did you mean `", quoted(near), "`?"])
                    .or_else(|| likelihood_of_percent(term))
                    .or_else(|| one_of_several(term, Likelihood::ENTRIES))
            };
            self.report_with(Code::E141, text.span(), message, help);
            None
        })
    }

    /// An ICD 203 confidence.
    pub(super) fn confidence(&mut self, text: &Text) -> Option<Confidence> {
        let value = Confidence::from_word(text.get_ref());
        if value.is_none() {
            let near = match text.get_ref().trim().to_lowercase().as_str() {
                "medium" | "mid" | "middle" => Some("moderate"),
                other => nearest(other, Confidence::ENTRIES.iter().map(|(word, _)| *word)),
            };
            let message =
                text!["`", quoted(text.get_ref()), "` is not ICD 203: low, moderate, high"];
            let first = text.get_ref().split([' ', '(', ',', ';']).next().map(str::to_lowercase);
            let first = first.filter(|_| text.get_ref().contains(['(', ',', ';']));
            let help = if Likelihood::from_word(text.get_ref()).is_some() {
                Some(text!["that is a term of `likelihood`"])
            } else if let Some(word) = first.as_deref().and_then(Confidence::from_word) {
                let word = word.word();
                Some(text!["write `", word, "`; the reasons stand in `confidence-why`"])
            } else {
                near.map(|near| text!["write `", quoted(near), "`"])
                    .or_else(|| one_of_several(text.get_ref(), Confidence::ENTRIES))
                    .or_else(|| {
                        let is_number = text.get_ref().contains(|sign: char| sign.is_ascii_digit());
                        is_number.then(|| text!["say it in one of these words; how likely something is stands in `likelihood`"])
                    })
            };
            self.report_with(Code::E142, text.span(), message, help);
        }
        value
    }

    /// An http or https address.
    pub(super) fn address(&mut self, text: &Text) -> Option<DisplayText> {
        if is_address(text.get_ref()) {
            return Some(self.line_text(text));
        }
        let message = text!["`", quoted(text.get_ref()), "` is no http or https address"];
        let help = match meant_address(text.get_ref()) {
            Some(address) => text!["write `", quoted(&address), "`"],
            None => {
                text!["write it in full, as `https://example.org/page`; other text goes in `note`"]
            }
        };
        self.report_with(Code::E146, text.span(), message, Some(help));
        None
    }

    /// A SHA-256 in hexadecimal digits.
    pub(super) fn sha_256(&mut self, text: &Text) -> Option<String> {
        let digits = text.get_ref();
        let count = digits.chars().count();
        if count == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Some(digits.to_ascii_lowercase());
        }
        let message = text!["a SHA-256 has 64 hexadecimal digits, this has ", count, " characters"];
        self.report_with(
            Code::E146,
            text.span(),
            message,
            Some(text!["`sha256sum FILE` prints it"]),
        );
        None
    }
}

/// Whether what stands for an id has other letters than one, but no other signs.
pub(super) fn differs_by_letters(text: &str) -> bool {
    text.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_'))
}

/// Ids that stand in one text with commas between.
pub(super) fn several(text: &str) -> Option<Vec<Slug>> {
    let parts = text.split([',', ';', ' ']).filter(|part| !part.is_empty());
    let ids: Vec<Slug> = parts.map(Slug::new).collect::<Option<_>>()?;
    (ids.len() > 1 && text.contains([',', ';'])).then_some(ids)
}

/// The id that a text was meant to be; none where a letter has no one way to be written in Latin, or where
/// it is too long.
#[must_use]
pub fn suggested_id(text: &str) -> Option<Slug> {
    let mut slug = String::new();
    for letter in text::in_latin_letters(text.trim()).to_lowercase().nfd() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if letter.is_alphanumeric() {
            return None;
        } else if !is_combining_mark(letter) && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    Slug::new(slug.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_suggested() {
        let slug = |text| suggested_id(text).map(|slug| slug.to_string());
        assert_eq!(slug("NPPD Mail_2"), Some("nppd-mail-2".into()));
        assert_eq!(slug("-x-"), Some("x".into()));
        assert_eq!(slug("ukr\u{435}nergo Tiranë"), Some("ukrenergo-tirane".into()));
        assert_eq!(slug("א"), None);
        assert_eq!(slug("Киев"), None);
        assert_eq!(slug(&"a ".repeat(40)), None);
        let ids = several("wired-2016, sans").unwrap_or_default();
        assert_eq!(ids.iter().map(Slug::as_str).collect::<Vec<_>>(), ["wired-2016", "sans"]);
        for one in ["NPPD, Mail", "nppd mail", "nppd", "nppd,"] {
            assert_eq!(several(one), None, "{one}");
        }
    }
}
