//! The environment, read once.

use super::ColorTier;
use crate::clipboard::Clipboard;
use std::ffi::OsString;
use std::path::Path;

/// What the environment says of the look that is wanted: the first that says something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Advice {
    /// `NO_COLOR` is set and not empty (<https://no-color.org>).
    NoColor,
    /// `TERM` is `linux` or `dumb`: there are no colours worth using.
    PlainTerminal,
    /// `COLORFGBG` tells of a dark background.
    Dark,
    /// `COLORFGBG` tells of a light background.
    Light,
    /// Nothing.
    #[default]
    Nothing,
}

/// What a terminal of this kind makes of a question, as far as `TERM` tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Questions {
    /// It takes them for what they are, whether it answers or not.
    Understood,
    /// It may show them as text: an unset `TERM`, the Linux console, terminals without colours.
    #[default]
    Shown,
}

/// What the program takes from its environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact by itself")]
pub struct Environment {
    /// Whether only ASCII signs can be trusted: `TERM=linux` or a locale that is not UTF-8.
    pub ascii: bool,
    /// Whether the terminal can do no more than print: `TERM=dumb`. An unset `TERM` says nothing.
    pub dumb: bool,
    /// What the terminal makes of questions.
    pub questions: Questions,
    /// The look that is wanted.
    pub advice: Advice,
    /// How many colours the terminal can show, whether they are wanted or not.
    pub colors: ColorTier,
    /// The way to the clipboard.
    pub clipboard: Clipboard,
    /// Whether `ATTACHE_SECURE` asks for what `--secure` asks for.
    pub secure: bool,
    /// Whether there is a home folder, named from the root; without one no user folder is looked for.
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
        let mut environment = Self::from_lookup(|name| std::env::var_os(name));
        // One that is not there is not made either: it may be a disk that is missing today.
        let is_there = std::env::var_os("HOME").is_some_and(|home| Path::new(&home).is_dir());
        environment.home &= is_there;
        environment
    }

    /// Reads it through a function, so that a test can give its own.
    #[must_use]
    pub fn from_lookup(get: impl Fn(&str) -> Option<OsString>) -> Self {
        let text = |name| get(name).map(|value| value.to_string_lossy().into_owned());
        // A variable that is not set says as little as an empty one.
        let or_empty = |name| text(name).unwrap_or_default();
        let term = or_empty("TERM");
        // The first that is set and not empty decides (POSIX, section 8.2).
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .iter()
            .filter_map(|name| text(name))
            .find(|value| !value.is_empty());
        let utf8 = locale.as_ref().is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        let set = |name| text(name).is_some_and(|value| !value.is_empty());
        Self {
            advice: advice(set("NO_COLOR"), &term, &or_empty("COLORFGBG")),
            // GNU screen hands on what the terminal around it says, and cannot do it itself.
            colors: colors(&term, &or_empty("COLORTERM"), set("STY")),
            ascii: term == "linux" || term == "dumb" || !utf8,
            dumb: term == "dumb",
            questions: questions(&term),
            clipboard: clipboard(&term, set("TMUX"), set("STY")),
            secure: text("ATTACHE_SECURE").is_some_and(|value| !matches!(&*value, "" | "0")),
            // None that is set is the same as an empty one.
            locale: locale.unwrap_or_default(),
            fault: text("ATTACHE_FAULT"),
            // One that is not absolute would be another folder wherever the program is started.
            home: get("HOME").is_some_and(|home| Path::new(&home).is_absolute()),
        }
    }
}

/// The first that says something. `COLORFGBG` is the numbers of foreground and background, as `15;0` or
/// `15;default;0`; up to 6, and 8, they are dark.
fn advice(no_color: bool, term: &str, numbers: &str) -> Advice {
    if no_color {
        return Advice::NoColor;
    }
    if term == "linux" || term == "dumb" {
        return Advice::PlainTerminal;
    }
    match numbers.rsplit_once(';').and_then(|(_, last)| last.trim().parse::<u8>().ok()) {
        Some(0..=6 | 8) => Advice::Dark,
        Some(7 | 9..=15) => Advice::Light,
        Some(16..) | None => Advice::Nothing,
    }
}

/// Terminals that show 24 bits and do not always say so.
const TRUE_COLOR: &[&str] = &[
    "alacritty",
    "contour",
    "foot",
    "ghostty",
    "kitty",
    "wezterm",
    "xterm-ghostty",
    "xterm-kitty",
];

/// Terminals without colours.
const NO_COLORS: &[&str] = &["dumb", "vt100", "vt102", "vt220", "vt320", "vt420", "xterm-mono"];

/// What a terminal of this kind makes of a question.
fn questions(term: &str) -> Questions {
    let plain = NO_COLORS.contains(&term) || term.ends_with("-m");
    if plain || matches!(term, "" | "linux" | "ansi" | "cons25") {
        Questions::Shown
    } else {
        Questions::Understood
    }
}

/// Terminals without a clipboard. The console of Linux shows a part of what is meant for one.
const NO_CLIPBOARD: &[&str] = &["ansi", "cons25", "dumb", "hurd", "linux", "mach", "sun", "wsvt25"];

/// The way to the clipboard, from `TERM` and from what tmux and GNU screen set. Over ssh only `TERM` comes
/// through; inside tmux it often is that of screen.
fn clipboard(term: &str, inside_tmux: bool, inside_screen: bool) -> Clipboard {
    let is = |name: &str| term == name || term.starts_with(&format!("{name}-"));
    let inside = |name: &str| is(name) || term.starts_with(&format!("{name}."));
    if NO_CLIPBOARD.iter().any(|name| is(name)) || term.starts_with("vt") {
        Clipboard::Absent
    } else if inside_tmux || inside("tmux") {
        Clipboard::Tmux
    } else if inside_screen || inside("screen") {
        Clipboard::Screen
    } else {
        Clipboard::Terminal
    }
}

/// How many colours there are, from `TERM` and `COLORTERM`.
fn colors(term: &str, color_term: &str, inside_screen: bool) -> ColorTier {
    let is = |known: &[&str]| known.contains(&term);
    if is(NO_COLORS) || term.ends_with("-m") {
        return ColorTier::None;
    }
    if matches!(term, "linux" | "xterm-16color" | "ansi") {
        return ColorTier::Sixteen;
    }
    let says_so = matches!(color_term, "truecolor" | "24bit");
    if (says_so || term.ends_with("-direct") || is(TRUE_COLOR)) && !inside_screen {
        return ColorTier::True;
    }
    if term.contains("256color") || says_so { ColorTier::Indexed } else { ColorTier::Sixteen }
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

    #[test]
    fn colours_follow_what_the_terminal_says_of_itself() {
        let colors = |pairs: &[(&str, &str)]| with(pairs).colors;
        assert_eq!(colors(&[]), ColorTier::Sixteen);
        assert_eq!(colors(&[("TERM", "xterm")]), ColorTier::Sixteen);
        assert_eq!(colors(&[("TERM", "xterm-256color")]), ColorTier::Indexed);
        let says = ("COLORTERM", "truecolor");
        assert_eq!(colors(&[("TERM", "xterm-256color"), says]), ColorTier::True);
        assert_eq!(colors(&[("TERM", "tmux-256color"), ("COLORTERM", "24bit")]), ColorTier::True);
        assert_eq!(colors(&[("TERM", "xterm-direct")]), ColorTier::True);
        assert_eq!(colors(&[("TERM", "xterm-kitty")]), ColorTier::True);
        let inside = [("TERM", "screen-256color"), says, ("STY", "1234.tty")];
        assert_eq!(colors(&inside), ColorTier::Indexed);
        assert_eq!(colors(&[("TERM", "linux"), says]), ColorTier::Sixteen);
        assert_eq!(colors(&[("TERM", "vt220"), says]), ColorTier::None);
        assert_eq!(colors(&[("TERM", "dumb")]), ColorTier::None);
    }

    #[test]
    fn the_way_to_the_clipboard_follows_what_stands_around_the_program() {
        let way = |pairs: &[(&str, &str)]| with(pairs).clipboard;
        for term in ["xterm", "xterm-256color", "foot", "linuxish", ""] {
            assert_eq!(way(&[("TERM", term)]), Clipboard::Terminal, "{term}");
        }
        assert_eq!(way(&[]), Clipboard::Terminal);
        for term in ["dumb", "linux", "linux-16color", "vt220", "ansi"] {
            assert_eq!(way(&[("TERM", term)]), Clipboard::Absent, "{term}");
        }
        for term in ["tmux-256color", "screen-256color", "xterm"] {
            assert_eq!(way(&[("TERM", term), ("TMUX", "/tmp/s,1,0")]), Clipboard::Tmux, "{term}");
        }
        assert_eq!(way(&[("TERM", "tmux-256color")]), Clipboard::Tmux, "over ssh");
        for term in ["screen", "screen-256color", "screen.xterm-256color"] {
            assert_eq!(way(&[("TERM", term)]), Clipboard::Screen, "{term} over ssh");
        }
        assert_eq!(way(&[("TERM", "xterm"), ("STY", "1234.tty")]), Clipboard::Screen);
        assert_eq!(way(&[("TERM", "xterm"), ("TMUX", ""), ("STY", "")]), Clipboard::Terminal);
    }

    #[test]
    fn secure_is_any_word_but_nought() {
        for (value, secure) in [("1", true), ("yes", true), ("0", false), ("", false)] {
            assert_eq!(with(&[("ATTACHE_SECURE", value)]).secure, secure, "{value}");
        }
        assert!(!with(&[]).secure);
    }

    #[test]
    fn a_home_that_is_not_named_from_the_root_is_none() {
        for (home, is) in [("/home/k", true), ("home/k", false), (".", false), ("", false)] {
            assert_eq!(with(&[("HOME", home)]).home, is, "{home}");
        }
        assert!(!with(&[]).home);
    }

    #[test]
    fn the_background_is_the_last_number() {
        let told = |numbers: &str| with(&[("COLORFGBG", numbers)]).advice;
        assert_eq!(told("15;0"), Advice::Dark);
        assert_eq!(told("15;default;8"), Advice::Dark);
        assert_eq!(told("0;15"), Advice::Light);
        assert_eq!(told("0;default;7"), Advice::Light);
        for silent in ["", "0", "default;default", "0;99", "0;-1", ";"] {
            assert_eq!(told(silent), Advice::Nothing, "{silent}");
        }
    }
}
