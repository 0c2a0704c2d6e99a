//! Keys and the notation for them: `j`, `ctrl-d`, `shift-down`, `g g`.

use std::fmt;

/// A key on the keyboard, without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A key that types a character; capitals say Shift by themselves.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page Up.
    PageUp,
    /// Page Down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// Names of keys in the notation, and as the help shows them. Both can be written.
const NAMES: &[(Key, &str, &str)] = &[
    (Key::Char(' '), "space", "Space"),
    (Key::Enter, "enter", "Enter"),
    (Key::Esc, "esc", "Esc"),
    (Key::Tab, "tab", "Tab"),
    (Key::BackTab, "backtab", "Shift-Tab"),
    (Key::Backspace, "backspace", "Backspace"),
    (Key::Delete, "delete", "Del"),
    (Key::Insert, "insert", "Ins"),
    (Key::Left, "left", "Left"),
    (Key::Right, "right", "Right"),
    (Key::Up, "up", "Up"),
    (Key::Down, "down", "Down"),
    (Key::Home, "home", "Home"),
    (Key::End, "end", "End"),
    (Key::PageUp, "pageup", "PgUp"),
    (Key::PageDown, "pagedown", "PgDn"),
];

/// Chords of the longest sequence; nobody remembers more.
const LONGEST: usize = 4;

/// Why a text names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotationError {
    /// Nothing stands there.
    Empty,
    /// This part is no key.
    NoKey(String),
    /// Shift with a character, which types another one: that is what is to be written.
    Shifted(char),
    /// A terminal sends another key for it.
    SentAs(Key),
    /// More than four keys after one another.
    TooLong,
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Control held.
    pub ctrl: bool,
    /// Alt held.
    pub alt: bool,
    /// Shift held, on keys that type no character.
    pub shift: bool,
}

impl Chord {
    /// The key alone.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, alt: false, shift: false }
    }

    /// Reads the notation: `j`, `G`, `ctrl-d`, `shift-down`, `space`, `f1`; `Ctrl-D` and `PgDn` as
    /// the help shows them.
    ///
    /// # Errors
    /// For what is no key, and for keys that a terminal never sends as such.
    pub fn read(notation: &str) -> Result<Self, NotationError> {
        let mut chord = Self::plain(Key::Esc);
        let mut rest = notation;
        while let Some((flag, after)) = modifier(&mut chord, rest) {
            *flag = true;
            rest = after;
        }
        chord.key = match read_key(rest) {
            Some(key) => key,
            None if notation.is_empty() => return Err(NotationError::Empty),
            None => return Err(NotationError::NoKey(notation.to_owned())),
        };
        chord.as_sent()
    }

    /// Reads the notation; `None` where [`Chord::read`] has a reason.
    #[must_use]
    pub fn parse(notation: &str) -> Option<Self> {
        Self::read(notation).ok()
    }

    /// The chord as a terminal sends it.
    fn as_sent(mut self) -> Result<Self, NotationError> {
        if self.shift && self.key == Key::Tab {
            (self.key, self.shift) = (Key::BackTab, false);
        }
        let Key::Char(character) = self.key else { return Ok(self) };
        if self.shift {
            let typed = character.to_uppercase().next().unwrap_or(character);
            return Err(NotationError::Shifted(typed));
        }
        if self.ctrl {
            self.key = Key::Char(character.to_ascii_lowercase());
            // The control codes of these letters are those keys (ASCII; ECMA-48, 5.2).
            let sent = match character.to_ascii_lowercase() {
                'i' => Some(Key::Tab),
                'm' => Some(Key::Enter),
                'h' => Some(Key::Backspace),
                '[' => Some(Key::Esc),
                _ => None,
            };
            if let Some(key) = sent {
                return Err(NotationError::SentAs(key));
            }
        }
        Ok(self)
    }

    /// The character it types, if it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        let Key::Char(character) = self.key else { return None };
        (!self.ctrl && !self.alt).then_some(character)
    }

    /// The notation, as [`Chord::read`] reads it.
    #[must_use]
    pub fn notation(self) -> String {
        let modifiers = [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")];
        let held = modifiers.into_iter().filter(|(held, _)| *held).map(|(_, name)| name);
        let mut notation: String = held.collect();
        notation.push_str(&self.key.notation());
        notation
    }
}

/// Cuts a modifier off: the flag that it sets and the rest.
fn modifier<'c, 'n>(chord: &'c mut Chord, notation: &'n str) -> Option<(&'c mut bool, &'n str)> {
    let (name, rest) = notation.split_once('-')?;
    // `ctrl--` is Control and minus.
    if rest.is_empty() {
        return None;
    }
    match name.to_ascii_lowercase().as_str() {
        "ctrl" => Some((&mut chord.ctrl, rest)),
        "alt" => Some((&mut chord.alt, rest)),
        "shift" => Some((&mut chord.shift, rest)),
        _ => None,
    }
}

impl Key {
    /// The names of keys that have one, in the notation.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(_, name, _)| *name)
    }

    /// Its name in the notation.
    #[must_use]
    pub fn notation(self) -> String {
        match (NAMES.iter().find(|(key, ..)| *key == self), self) {
            (Some((_, name, _)), _) => (*name).to_owned(),
            (None, Self::Char(character)) => character.to_string(),
            (None, Self::F(number)) => format!("f{number}"),
            (None, _) => String::new(),
        }
    }
}

fn read_key(name: &str) -> Option<Key> {
    let mut characters = name.chars();
    if let (Some(character), "") = (characters.next(), characters.as_str()) {
        return (!character.is_control()).then_some(Key::Char(character));
    }
    let is = |known: &str| known.eq_ignore_ascii_case(name);
    let named = NAMES.iter().find(|(_, notation, shown)| is(notation) || is(shown));
    if let Some((key, ..)) = named {
        return Some(*key);
    }
    let number = name.strip_prefix(['f', 'F'])?;
    number.parse().ok().filter(|n| (1..=24).contains(n)).map(Key::F)
}

impl fmt::Display for Chord {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modifiers = [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")];
        for (_, name) in modifiers.into_iter().filter(|(held, _)| *held) {
            formatter.write_str(name)?;
        }
        if let Some((.., shown)) = NAMES.iter().find(|(key, ..)| *key == self.key) {
            return formatter.write_str(shown);
        }
        if let Key::F(number) = self.key {
            return write!(formatter, "F{number}");
        }
        let Key::Char(character) = self.key else { return Ok(()) };
        if self.ctrl {
            write!(formatter, "{}", character.to_uppercase())
        } else {
            write!(formatter, "{character}")
        }
    }
}

/// One or more chords typed after one another, as `g g`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sequence(Vec<Chord>);

impl Sequence {
    /// Reads chords set apart by blanks.
    ///
    /// # Errors
    /// As [`Chord::read`], and for more than four keys.
    pub fn read(notation: &str) -> Result<Self, NotationError> {
        let chords: Vec<Chord> =
            notation.split_whitespace().map(Chord::read).collect::<Result<_, _>>()?;
        match chords.len() {
            0 => Err(NotationError::Empty),
            1..=LONGEST => Ok(Self(chords)),
            _ => Err(NotationError::TooLong),
        }
    }

    /// Reads the notation; `None` where [`Sequence::read`] has a reason.
    #[must_use]
    pub fn parse(notation: &str) -> Option<Self> {
        Self::read(notation).ok()
    }

    /// The chords, in order.
    #[must_use]
    pub fn chords(&self) -> &[Chord] {
        &self.0
    }

    /// Whether one of them begins the other, or is it: both cannot be typed in one context.
    #[must_use]
    pub fn collides_with(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0) || other.0.starts_with(&self.0)
    }

    /// The notation, as [`Sequence::read`] reads it.
    #[must_use]
    pub fn notation(&self) -> String {
        let chords: Vec<String> = self.0.iter().map(|chord| chord.notation()).collect();
        chords.join(" ")
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, chord) in self.0.iter().enumerate() {
            if index > 0 {
                formatter.write_str(" ")?;
            }
            write!(formatter, "{chord}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notation_is_read_and_shown() {
        for (notation, shown) in [
            ("j", "j"),
            ("G", "G"),
            ("-", "-"),
            ("ctrl-d", "Ctrl-D"),
            ("ctrl--", "Ctrl--"),
            ("shift-down", "Shift-Down"),
            ("space", "Space"),
            ("f1", "F1"),
            ("f", "f"),
            ("/", "/"),
            ("backtab", "Shift-Tab"),
            ("ctrl-alt-x", "Ctrl-Alt-X"),
            ("ж", "ж"),
        ] {
            let chord = Chord::read(notation).expect(notation);
            assert_eq!(chord.to_string(), shown);
            assert_eq!(chord.notation(), notation);
        }
    }

    #[test]
    fn keys_can_be_written_as_they_are_shown() {
        let modifiers = [false, true].map(|ctrl| (ctrl, [false, true]));
        for (key, ..) in NAMES {
            for (ctrl, alts) in modifiers {
                for alt in alts {
                    let chord = Chord { ctrl, alt, ..Chord::plain(*key) };
                    assert_eq!(Chord::read(&chord.to_string()), Ok(chord));
                    assert_eq!(Chord::read(&chord.notation()), Ok(chord));
                }
            }
        }
        assert_eq!(Chord::read("CTRL-D"), Chord::read("ctrl-d"));
        assert_eq!(Chord::read("F12"), Ok(Chord::plain(Key::F(12))));
        assert_eq!(Chord::read("shift-tab"), Ok(Chord::plain(Key::BackTab)));
        assert_eq!(Sequence::read("g  g").expect("two").notation(), "g g");
    }

    #[test]
    fn what_is_no_key_or_never_arrives_says_why() {
        let no_key = |text: &str| Err(NotationError::NoKey(text.to_owned()));
        for (notation, expected) in [
            ("", Err(NotationError::Empty)),
            ("ctrl-", no_key("ctrl-")),
            ("f99", no_key("f99")),
            ("f0", no_key("f0")),
            ("hyper-x", no_key("hyper-x")),
            ("jk", no_key("jk")),
            ("\u{1b}", no_key("\u{1b}")),
            ("shift-j", Err(NotationError::Shifted('J'))),
            ("ctrl-i", Err(NotationError::SentAs(Key::Tab))),
            ("ctrl-M", Err(NotationError::SentAs(Key::Enter))),
            ("ctrl-h", Err(NotationError::SentAs(Key::Backspace))),
            ("ctrl-[", Err(NotationError::SentAs(Key::Esc))),
        ] {
            assert_eq!(Chord::read(notation), expected, "{notation}");
        }
        assert_eq!(Sequence::read(" "), Err(NotationError::Empty));
        assert_eq!(Sequence::read("a b c d e"), Err(NotationError::TooLong));
        assert_eq!(Sequence::read("g jk"), Err(NotationError::NoKey("jk".to_owned())));
    }
}
