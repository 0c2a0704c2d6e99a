//! Texts as TOML writes them, for what is suggested to be written.

use toml_edit::Value;

/// A text as a string of TOML.
pub(super) fn quoted_text(text: &str) -> String {
    Value::from(text).to_string()
}

/// Texts as strings of TOML with commas between them.
pub(super) fn quoted_words<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| quoted_text(word.as_ref())).collect();
    words.join(", ")
}
