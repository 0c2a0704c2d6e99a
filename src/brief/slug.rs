//! Ids.

use hipstr::HipStr;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// An id: small letters a-z, digits and hyphens, no hyphen first, at most 63; so it is ASCII and safe to show.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(HipStr<'static>);

impl Slug {
    /// What follows the rule, for the JSON Schema.
    pub(super) const PATTERN: &str = "^[a-z0-9][a-z0-9-]{0,62}$";

    /// The id, if the text follows the rule.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let body = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let fits =
            (1..=63).contains(&text.len()) && text.bytes().all(body) && !text.starts_with('-');
        fits.then(|| Self(HipStr::from(text)))
    }

    /// An id for a record that has none, after its line, and a number where it is not the first of that.
    pub(super) fn of_line(line: usize, number: Option<usize>) -> Self {
        let id = match number {
            None => format!("line-{line}"),
            Some(number) => format!("line-{line}-{number}"),
        };
        Self(HipStr::from(id))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id to show.
    #[must_use]
    pub fn shown(&self) -> crate::text::DisplayText {
        crate::text::clean(&self.0, |_| {})
    }
}

impl Serialize for Slug {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.as_str().serialize(to)
    }
}

impl<'de: 'static> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <&'static str>::deserialize(from).map(|id| Self(HipStr::borrowed(id)))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pattern_is_the_rule() {
        let pattern = regex::Regex::new(Slug::PATTERN).unwrap();
        let (longest, longer) = ("a".repeat(63), "a".repeat(64));
        for id in ["a", "0", "a-", "nppd-mail-2", &longest] {
            assert!(Slug::new(id).is_some() && pattern.is_match(id), "{id}");
        }
        for id in ["", "-a", "A", "a_b", "ä", "a b", "a\n", &longer] {
            assert!(Slug::new(id).is_none() && !pattern.is_match(id), "{id}");
        }
    }
}
