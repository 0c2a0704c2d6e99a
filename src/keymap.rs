//! Keys, their notation, and what they mean in each context.

mod notation;

pub use notation::{Chord, Key, NotationError, Sequence};

use crate::action::{Action, Context};
use crate::text::keyboard::{Keyboard, us_key};

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

/// A sequence and what it does in a context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where it is looked up.
    pub context: Context,
    /// The keys.
    pub sequence: Sequence,
    /// What they do.
    pub action: Action,
}

/// The keys in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<Binding>,
    keyboard: Option<Keyboard>,
}

impl Default for Keymap {
    /// The default keys of the action table.
    fn default() -> Self {
        let bound = |context: Context, action, keys: &&str| {
            Some(Binding { context, sequence: Sequence::parse(keys)?, action })
        };
        let bindings = Action::ALL.iter().flat_map(|info| {
            info.contexts.iter().flat_map(move |context| {
                info.keys.iter().filter_map(move |keys| bound(*context, info.action, keys))
            })
        });
        Self::new(bindings.collect())
    }
}

impl Keymap {
    /// The keymap of these bindings, those of one action in the order of preference. No two of one
    /// context may [collide](Sequence::collides_with); where they do, the first wins.
    #[must_use]
    pub fn new(bindings: Vec<Binding>) -> Self {
        Self { bindings, keyboard: None }
    }

    /// Prefers a keyboard layout where characters of other scripts lie on different keys of several.
    #[must_use]
    pub fn on(self, keyboard: Option<Keyboard>) -> Self {
        Self { keyboard, ..self }
    }

    /// Every binding.
    #[must_use]
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    fn of(&self, context: Context) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.context == context)
    }

    /// What the chords typed so far mean in a context.
    ///
    /// The innermost context that has a use for them decides: a key there hides the longer sequences
    /// that begin with it further out, and a longer sequence there hides the key further out.
    /// Sequences of both that only begin alike go on together.
    #[must_use]
    pub fn resolve(&self, context: Context, typed: &[Chord]) -> Resolution {
        let mut current = Some(context);
        while let Some(context) = current {
            let found =
                self.of(context).find(|binding| binding.sequence.chords().starts_with(typed));
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

    /// The chord that was meant by one that arrived after those typed before.
    ///
    /// With a layout of another script active, a terminal sends its letters. An ASCII character, a
    /// character that is bound as it is, and everything where text is typed stay what they are; any
    /// other is the key of a US keyboard at the same place.
    #[must_use]
    pub fn meant(&self, context: Context, typed: &[Chord], arrived: Chord) -> Chord {
        let Key::Char(character) = arrived.key else { return arrived };
        if context.takes_text() && arrived.typed().is_some() {
            return arrived;
        }
        let means_something = |chord: Chord| {
            let all: Vec<Chord> = typed.iter().copied().chain([chord]).collect();
            self.resolve(context, &all) != Resolution::Unbound
        };
        let other = Chord { key: Key::Char(us_key(character, self.keyboard)), ..arrived };
        // What means nothing either way is named as it was typed.
        if other == arrived || means_something(arrived) || !means_something(other) {
            return arrived;
        }
        other
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

    /// The sequences that lead to an action in a context by its own bindings, not by those of outer
    /// contexts.
    #[must_use]
    pub fn keys_of(&self, context: Context, action: Action) -> Vec<&Sequence> {
        let found = self.of(context).filter(|binding| binding.action == action);
        found.map(|binding| &binding.sequence).collect()
    }

    /// What may follow the chords typed so far: the next chord and the action it leads to. What an
    /// inner context hides is left out.
    #[must_use]
    pub fn continuations(&self, context: Context, typed: &[Chord]) -> Vec<(Chord, Action)> {
        let mut found = Vec::new();
        let mut current = Some(context);
        while let Some(outer) = current {
            for binding in self.of(outer) {
                let chords = binding.sequence.chords();
                let next = chords.get(typed.len()).filter(|_| chords.starts_with(typed));
                let Some(next) = next.filter(|_| self.can_be_typed(context, binding, typed)) else {
                    continue;
                };
                if !found.contains(&(*next, binding.action)) {
                    found.push((*next, binding.action));
                }
            }
            current = outer.outer();
        }
        found
    }

    /// Whether a binding comes to its action when it is typed on after what is typed already.
    fn can_be_typed(&self, context: Context, binding: &Binding, typed: &[Chord]) -> bool {
        let chords = binding.sequence.chords();
        let resolved = |length| chords.get(..length).map(|part| self.resolve(context, part));
        let mut between = typed.len() + 1..chords.len();
        between.all(|length| resolved(length) == Some(Resolution::Pending))
            && resolved(chords.len()) == Some(Resolution::Action(binding.action))
    }
}

#[cfg(test)]
mod tests;
