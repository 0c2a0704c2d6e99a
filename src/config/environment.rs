//! The environment, read once.

use std::ffi::OsString;

/// What the program takes from its environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// Whether only ASCII signs can be trusted: `TERM=linux` or a locale that is not UTF-8.
    pub ascii: bool,
    /// Whether the terminal can do no more than print: `TERM=dumb`. An unset `TERM` says nothing.
    pub dumb: bool,
    /// Whether there is a home folder; without one no user folder is looked for.
    pub home: bool,
    /// The locale of characters, as `bg_BG.UTF-8`; empty without one.
    pub locale: String,
    /// A fault to commit, from `ATTACHE_FAULT`; only debug builds obey.
    pub fault: Option<String>,
}

impl Environment {
    /// Reads it.
    #[must_use]
    pub fn read() -> Self {
        Self::from_lookup(|name| std::env::var_os(name))
    }

    /// Reads it through a function, so that a test can give its own.
    #[must_use]
    pub fn from_lookup(get: impl Fn(&str) -> Option<OsString>) -> Self {
        let text = |name| get(name).map(|value| value.to_string_lossy().into_owned());
        let term = text("TERM").unwrap_or_default();
        // The first that is set and not empty decides (POSIX, section 8.2).
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .iter()
            .filter_map(|name| text(name))
            .find(|value| !value.is_empty());
        let utf8 = locale.as_ref().is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        Self {
            ascii: term == "linux" || term == "dumb" || !utf8,
            dumb: term == "dumb",
            locale: locale.unwrap_or_default(),
            fault: text("ATTACHE_FAULT"),
            home: get("HOME").is_some_and(|home| !home.is_empty()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Environment {
        Environment::from_lookup(|name| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn ascii_follows_terminal_and_locale() {
        assert!(!with(&[("TERM", "xterm-256color"), ("LANG", "en_GB.UTF-8")]).ascii);
        assert!(!with(&[("TERM", "xterm-256color")]).ascii, "no locale says nothing against UTF-8");
        assert!(with(&[("TERM", "linux"), ("LANG", "en_GB.UTF-8")]).ascii);
        assert!(with(&[("TERM", "xterm"), ("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")]).ascii);
        assert!(!with(&[("TERM", "xterm"), ("LC_ALL", ""), ("LANG", "C.utf8")]).ascii);
    }
}
