//! The values of options: from TOML and back.

use super::Allowed;
use crate::choice::{KeyLayout, Worded};
use crate::text::keyboard::Keyboard;
use toml::de::DeValue;

/// A value as it stands in the file.
pub(super) type Given<'i> = DeValue<'i>;

/// Why a value is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The table has no such option.
    NoSuchOption,
    /// It has another type than the option.
    Type,
    /// It has the right type, and the option does not allow it.
    Value,
}

/// A type that an option can have.
pub(super) trait Setting: Sized {
    /// The value that stands in the file.
    fn read(value: &Given<'_>, allowed: &Allowed) -> Result<Self, Refused>;

    /// The value as TOML; `None` where nothing is set.
    fn written(&self) -> Option<String>;
}

impl Setting for bool {
    fn read(value: &Given<'_>, _allowed: &Allowed) -> Result<Self, Refused> {
        value.as_bool().ok_or(Refused::Type)
    }

    fn written(&self) -> Option<String> {
        Some(self.to_string())
    }
}

impl Setting for u16 {
    fn read(value: &Given<'_>, allowed: &Allowed) -> Result<Self, Refused> {
        let number = value.as_integer().ok_or(Refused::Type)?;
        let number = Self::from_str_radix(number.as_str(), number.radix());
        let number = number.map_err(|_not_a_u16| Refused::Value)?;
        let fits = match allowed {
            Allowed::Cells(least, most) => (*least..=*most).contains(&number),
            Allowed::Minutes(most) => number <= *most,
            Allowed::Words(_) | Allowed::Switch | Allowed::Theme => true,
        };
        fits.then_some(number).ok_or(Refused::Value)
    }

    fn written(&self) -> Option<String> {
        Some(self.to_string())
    }
}

impl Setting for Option<String> {
    fn read(value: &Given<'_>, _allowed: &Allowed) -> Result<Self, Refused> {
        let text = value.as_str().ok_or(Refused::Type)?;
        if text.is_empty() { Err(Refused::Value) } else { Ok(Some(text.to_owned())) }
    }

    fn written(&self) -> Option<String> {
        self.as_ref().map(|text| quoted(text))
    }
}

/// A text as a TOML string on one line.
pub(crate) fn quoted(text: &str) -> String {
    let mut written = String::from('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            written.push('\\');
        }
        written.push(character);
    }
    written.push('"');
    written
}

impl<T: Worded> Setting for T {
    fn read(value: &Given<'_>, _allowed: &Allowed) -> Result<Self, Refused> {
        Self::meant_by(value.as_str().ok_or(Refused::Type)?).ok_or(Refused::Value)
    }

    fn written(&self) -> Option<String> {
        Some(quoted(self.word()))
    }
}

impl KeyLayout {
    /// The layout that is preferred, in this locale.
    #[must_use]
    pub fn keyboard(self, locale: &str) -> Option<Keyboard> {
        if self == Self::Auto {
            return Keyboard::of_locale(locale);
        }
        Keyboard::ALL.iter().copied().find(|keyboard| keyboard.id() == self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_can_be_chosen_and_the_locale_decides_otherwise() {
        let words: Vec<&str> = KeyLayout::WORDS.iter().skip(1).map(|(word, _)| *word).collect();
        let ids: Vec<&str> = Keyboard::ALL.iter().map(|keyboard| keyboard.id()).collect();
        assert_eq!(words, ids);
        assert_eq!(KeyLayout::Greek.keyboard("bg_BG"), Some(Keyboard::Greek));
        assert_eq!(KeyLayout::Auto.keyboard("bg_BG.UTF-8"), Some(Keyboard::Bulgarian));
        assert_eq!(KeyLayout::Auto.keyboard("C"), None);
    }
}
