//! Keys, their notation, and what they mean in each context.

use crate::action::{Action, Context};
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

/// Names of keys in the notation, and as the help shows them.
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

    /// Reads the notation: `j`, `G`, `ctrl-d`, `shift-down`, `space`, `f1`.
    #[must_use]
    pub fn parse(notation: &str) -> Option<Self> {
        let mut chord = Self::plain(Key::Esc);
        let mut rest = notation;
        loop {
            let (flag, after) = if let Some(after) = rest.strip_prefix("ctrl-") {
                (&mut chord.ctrl, after)
            } else if let Some(after) = rest.strip_prefix("alt-") {
                (&mut chord.alt, after)
            } else if let Some(after) = rest.strip_prefix("shift-") {
                (&mut chord.shift, after)
            } else {
                break;
            };
            *flag = true;
            rest = after;
        }
        chord.key = parse_key(rest)?;
        Some(chord)
    }

    /// The character it types, if it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        let Key::Char(character) = self.key else { return None };
        (!self.ctrl && !self.alt).then_some(character)
    }
}

fn parse_key(name: &str) -> Option<Key> {
    if let Some((key, ..)) = NAMES.iter().find(|(_, notation, _)| *notation == name) {
        return Some(*key);
    }
    let mut characters = name.chars();
    match (characters.next(), characters.as_str()) {
        (Some(character), "") if !character.is_control() => Some(Key::Char(character)),
        (Some('f'), number) => number.parse().ok().filter(|n| (1..=24).contains(n)).map(Key::F),
        _ => None,
    }
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
    #[must_use]
    pub fn parse(notation: &str) -> Option<Self> {
        let chords: Option<Vec<Chord>> = notation.split(' ').map(Chord::parse).collect();
        chords.filter(|chords| !chords.is_empty()).map(Self)
    }

    /// The chords, in order.
    #[must_use]
    pub fn chords(&self) -> &[Chord] {
        &self.0
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

/// What a key sequence comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// An action.
    Action(Action),
    /// The beginning of a longer sequence.
    Pending,
    /// Nothing is bound to it.
    Unbound,
}

#[derive(Clone, Debug)]
struct Binding {
    context: Context,
    sequence: Sequence,
    action: Action,
}

/// The keys in force.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    /// The default keys of the action table.
    fn default() -> Self {
        let mut bindings = Vec::new();
        for info in Action::ALL {
            for context in info.contexts {
                bindings.extend(info.keys.iter().filter_map(|keys| {
                    let sequence = Sequence::parse(keys)?;
                    Some(Binding { context: *context, sequence, action: info.action })
                }));
            }
        }
        Self { bindings }
    }
}

impl Keymap {
    /// What the chords typed so far mean in a context; inner contexts win over outer ones.
    #[must_use]
    pub fn resolve(&self, context: Context, typed: &[Chord]) -> Resolution {
        let mut current = Some(context);
        while let Some(context) = current {
            let found = self
                .bindings
                .iter()
                .filter(|binding| binding.context == context)
                .find(|binding| binding.sequence.chords().starts_with(typed));
            match found {
                Some(binding) if binding.sequence.chords().len() == typed.len() => {
                    return Resolution::Action(binding.action);
                }
                Some(_) => return Resolution::Pending,
                None => current = context.outer(),
            }
        }
        Resolution::Unbound
    }

    /// The sequences that lead to an action, in the order of preference, each once.
    #[must_use]
    pub fn keys(&self, action: Action) -> Vec<&Sequence> {
        let mut keys: Vec<&Sequence> = Vec::new();
        for binding in self.bindings.iter().filter(|binding| binding.action == action) {
            if !keys.contains(&&binding.sequence) {
                keys.push(&binding.sequence);
            }
        }
        keys
    }

    /// What may follow the chords typed so far: the next chord and the action it leads to.
    #[must_use]
    pub fn continuations(&self, context: Context, typed: &[Chord]) -> Vec<(Chord, Action)> {
        let mut found = Vec::new();
        let mut current = Some(context);
        while let Some(context) = current {
            for binding in self.bindings.iter().filter(|binding| binding.context == context) {
                let chords = binding.sequence.chords();
                if let Some(next) = chords.get(typed.len()).filter(|_| chords.starts_with(typed)) {
                    found.push((*next, binding.action));
                }
            }
            current = context.outer();
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn notation_is_read_and_shown() {
        for (notation, shown) in [
            ("j", "j"),
            ("G", "G"),
            ("ctrl-d", "Ctrl-D"),
            ("shift-down", "Shift-Down"),
            ("space", "Space"),
            ("f1", "F1"),
            ("f", "f"),
            ("/", "/"),
            ("backtab", "Shift-Tab"),
        ] {
            assert_eq!(Chord::parse(notation).expect(notation).to_string(), shown);
        }
        for bad in ["", "ctrl-", "f99", "hyper-x", "jk"] {
            assert_eq!(Chord::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn defaults_parse_and_no_key_is_bound_twice_in_one_context() {
        let mut taken: BTreeMap<(Context, Sequence), Action> = BTreeMap::new();
        for info in Action::ALL {
            for keys in info.keys {
                let sequence = Sequence::parse(keys).expect(keys);
                for context in info.contexts {
                    let other = taken.insert((*context, sequence.clone()), info.action);
                    assert_eq!(other, None, "{keys} in {context:?}");
                }
            }
        }
        for (context, sequence) in taken.keys() {
            for (other_context, other) in taken.keys() {
                let shadows = context == other_context
                    && sequence != other
                    && other.chords().starts_with(sequence.chords());
                assert!(!shadows, "{sequence} hides {other} in {context:?}");
            }
        }
    }

    #[test]
    fn inner_context_wins_and_prefix_waits() {
        let keymap = Keymap::default();
        let tab = [Chord::plain(Key::Tab)];
        assert_eq!(keymap.resolve(Context::Panes, &tab), Resolution::Action(Action::NextPane));
        assert_eq!(keymap.resolve(Context::Reader, &tab), Resolution::Action(Action::NextLink));
        let g = Chord::plain(Key::Char('g'));
        assert_eq!(keymap.resolve(Context::Reader, &[g]), Resolution::Pending);
        assert_eq!(keymap.resolve(Context::Reader, &[g, g]), Resolution::Action(Action::First));
        assert_eq!(keymap.resolve(Context::Search, &[g]), Resolution::Unbound);
        assert!(keymap.continuations(Context::Panes, &[g]).contains(&(g, Action::First)));
    }
}
