//! A line of text being typed.

use crate::text::{DisplayText, clean_line};

/// Characters that a field takes at the most; what is typed or pasted beyond is left out.
pub(super) const CAPACITY: usize = 1024;

/// A line of text with a cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextField {
    characters: Vec<char>,
    cursor: usize,
}

impl TextField {
    /// The text, as typed.
    #[must_use]
    pub fn text(&self) -> String {
        self.characters.iter().collect()
    }

    /// The text, clean.
    #[must_use]
    pub fn shown(&self) -> DisplayText {
        clean_line(&self.text(), |_| {})
    }

    /// The text before the cursor, clean.
    #[must_use]
    pub fn before_cursor(&self) -> DisplayText {
        let before: String = self.characters.iter().take(self.cursor).collect();
        clean_line(&before, |_| {})
    }

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.characters.is_empty()
    }

    /// Puts text in at the cursor; line ends become blanks, other controls are left out.
    pub fn insert(&mut self, text: &str) {
        for character in text.chars() {
            let character = if matches!(character, '\n' | '\r' | '\t') { ' ' } else { character };
            if character.is_control() || self.characters.len() >= CAPACITY {
                continue;
            }
            self.characters.insert(self.cursor, character);
            self.cursor += 1;
        }
    }

    /// Takes another text in place of what is there; the cursor stands at its end.
    pub fn replace(&mut self, text: &str) {
        *self = Self::default();
        self.insert(text);
    }

    /// Erases the character before the cursor.
    pub fn erase_back(&mut self) {
        if self.cursor > 0 {
            self.cursor -= 1;
            self.characters.remove(self.cursor);
        }
    }

    /// Erases the character under the cursor.
    pub fn erase_forward(&mut self) {
        if self.cursor < self.characters.len() {
            self.characters.remove(self.cursor);
        }
    }

    /// Erases the blanks and then the word before the cursor.
    pub fn erase_word(&mut self) {
        // The cursor stands in the text or at its end, and a word before it.
        let before = self.characters.get(..self.cursor).unwrap_or_default();
        let word_end = before.iter().rposition(|c| !c.is_whitespace()).map_or(0, |at| at + 1);
        // As above.
        let word = before.get(..word_end).unwrap_or_default();
        let start = word.iter().rposition(|c| c.is_whitespace()).map_or(0, |at| at + 1);
        self.characters.drain(start..self.cursor);
        self.cursor = start;
    }

    /// Erases everything before the cursor.
    pub fn erase_line(&mut self) {
        self.characters.drain(..self.cursor);
        self.cursor = 0;
    }

    /// Moves the cursor one character to the left.
    pub fn left(&mut self) {
        self.cursor = self.cursor.saturating_sub(1);
    }

    /// Moves the cursor one character to the right.
    pub fn right(&mut self) {
        self.cursor = (self.cursor + 1).min(self.characters.len());
    }

    /// Moves the cursor to the start.
    pub fn start(&mut self) {
        self.cursor = 0;
    }

    /// Moves the cursor to the end.
    pub fn end(&mut self) {
        self.cursor = self.characters.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editing_keeps_cursor_and_text_together() {
        let mut field = TextField::default();
        field.insert("rama  lapid");
        field.erase_word();
        assert_eq!(field.text(), "rama  ");
        field.erase_word();
        assert_eq!(field.text(), "");
        field.insert("тест\u{1b}[2J\nx");
        assert_eq!(field.text(), "тест[2J x");
        field.start();
        field.erase_forward();
        field.right();
        field.erase_back();
        assert_eq!(field.text(), "ст[2J x");
        field.end();
        field.left();
        field.erase_line();
        assert_eq!(field.text(), "x");
    }

    #[test]
    fn a_long_paste_is_cut() {
        let mut field = TextField::default();
        field.insert(&"a".repeat(10_000));
        assert_eq!(field.text().len(), CAPACITY);
    }
}
