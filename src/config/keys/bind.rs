//! From what the file says to the bindings in force.

use super::Entry;
use crate::action::{Action, Context};
use crate::config::reading::{Reading, quoted};
use crate::diag::{Code, Diagnostic, Span};
use crate::keymap::{Binding, Chord, Key, Keymap, Sequence};
use crate::text;
use crate::text::{DisplayText, clean};
use std::ops::Range;

/// Where each binding of a keymap comes from, in their order: a place in the file, or the defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyOrigins(pub(super) Vec<Option<Span>>);

impl KeyOrigins {
    /// The origin of each binding; `None` is the default keys.
    #[must_use]
    pub fn spans(&self) -> &[Option<Span>] {
        &self.0
    }
}

/// A binding that the file asks for.
struct Asked {
    binding: Binding,
    place: Range<usize>,
}

/// Binds what the file asks for, in its order, then the defaults of what it says nothing of.
///
/// A key of the file is taken from whatever has it by default. Of two keys of the file that collide
/// the first stays.
pub(super) fn bind(reading: &mut Reading<'_>, entries: &[Entry]) -> (Keymap, KeyOrigins) {
    let mut asked: Vec<Asked> = Vec::new();
    for entry in entries {
        for (sequence, place) in &entry.keys {
            if let Some((message, help)) = not_free(entry, sequence) {
                reading.report(Code::E314, place.clone(), message, Some(help));
                continue;
            }
            for context in contexts_of(entry, entries, sequence) {
                let binding =
                    Binding { context, sequence: sequence.clone(), action: entry.info.action };
                let one = Asked { binding, place: place.clone() };
                match asked.iter().find(|other| collide(&other.binding, &one.binding)) {
                    None => asked.push(one),
                    Some(other) => collision(reading, other, &one),
                }
            }
        }
    }
    let mut found: Vec<(Binding, Option<Range<usize>>)> = Vec::new();
    for info in Action::ALL {
        for context in Context::ALL {
            let bound = asked
                .iter()
                .filter(|one| one.binding.action == info.action && one.binding.context == *context);
            let before = found.len();
            found.extend(bound.map(|one| (one.binding.clone(), Some(one.place.clone()))));
            let is_default = found.len() == before && info.contexts.contains(context);
            for keys in info.keys {
                let Some(sequence) = Sequence::parse(keys) else { continue };
                // Whatever a file says, there is a way out of the program.
                if !is_default && !is_reserved(&sequence) {
                    continue;
                }
                let binding = Binding { context: *context, sequence, action: info.action };
                let taken = asked.iter().any(|one| collide(&one.binding, &binding));
                if !taken && info.contexts.contains(context) {
                    found.push((binding, None));
                }
            }
        }
    }
    left_without(reading, &asked, &found);
    let (bindings, places): (Vec<Binding>, Vec<_>) = found.into_iter().unzip();
    let spans = places.into_iter().map(|place| Some(reading.span(place?))).collect();
    (Keymap::new(bindings), KeyOrigins(spans))
}

/// Whether both cannot be in force; the same key for the same action is one binding written twice.
fn collide(one: &Binding, other: &Binding) -> bool {
    one.context == other.context && one.sequence.collides_with(&other.sequence)
}

/// Ctrl-C, which ends the program from anywhere.
fn is_reserved(sequence: &Sequence) -> bool {
    let interrupt = Chord { ctrl: true, ..Chord::plain(Key::Char('c')) };
    sequence.chords().contains(&interrupt)
}

fn is_typed(sequence: &Sequence) -> bool {
    sequence.chords().first().is_some_and(|chord| chord.typed().is_some())
}

/// The contexts that a key of an entry is bound in.
fn contexts_of(entry: &Entry, entries: &[Entry], sequence: &Sequence) -> Vec<Context> {
    if let Some(context) = entry.context {
        return vec![context];
    }
    let own = |context: &Context| {
        entries.iter().any(|other| {
            other.context == Some(*context)
                && other.info.action == entry.info.action
                && !other.keys.is_empty()
        })
    };
    let free = |context: &Context| !(context.is_around_text() && is_typed(sequence));
    entry.info.contexts.iter().copied().filter(|c| !own(c) && free(c)).collect()
}

/// Why a key cannot be bound at all, and what to write instead.
fn not_free(entry: &Entry, sequence: &Sequence) -> Option<(DisplayText, DisplayText)> {
    let id = entry.info.id;
    if is_reserved(sequence) && entry.info.action != Action::QuitNow {
        let message = text!["`ctrl-c` always ends the program and cannot be `", id, "`"];
        return Some((message, text!["choose another key"]));
    }
    let contexts = match entry.context {
        Some(context) => vec![context],
        None => entry.info.contexts.to_vec(),
    };
    if !is_typed(sequence) || contexts.iter().any(|context| !context.is_around_text()) {
        return None;
    }
    let notation = sequence.chords().first()?.notation();
    let key = quoted(&notation);
    let message = text!["`", key, "` for `", id, "` could no longer be typed as text"];
    Some((message, text!["take a key that types nothing, as `ctrl-", key, "` or `f6`"]))
}

/// Two keys of the file collide; the second is left out.
fn collision(reading: &mut Reading<'_>, first: &Asked, second: &Asked) {
    let context = second.binding.context.id();
    let shown = |asked: &Asked| quoted(&asked.binding.sequence.notation());
    let action = |asked: &Asked| id(asked.binding.action);
    let already = reading.found.iter().any(|found| {
        matches!(found.code, Code::E312 | Code::E313) && found.primary.range() == second.place
    });
    if already {
        return;
    }
    let (code, message) = if first.binding.sequence == second.binding.sequence {
        if first.binding.action == second.binding.action {
            let message = text!["`", shown(second), "` stands twice for `", action(second), "`"];
            (Code::E312, message)
        } else {
            let message = text![
                "in ",
                context,
                " `",
                shown(second),
                "` is bound twice: it is `",
                action(first),
                "` already, and cannot be `",
                action(second),
                "`"
            ];
            (Code::E312, message)
        }
    } else {
        let message = text![
            "in ",
            context,
            " `",
            shown(second),
            "` for `",
            action(second),
            "` and `",
            shown(first),
            "` for `",
            action(first),
            "` begin alike; one would hide the other"
        ];
        (Code::E313, message)
    };
    let help = text!["give one of them another key"];
    let place = reading.span(first.place.clone());
    let found = Diagnostic::new(code, reading.span(second.place.clone()), message);
    let found = found.related(place, text!["`", action(first), "` is bound here"]);
    reading.push(found.help(help));
}

/// Actions whose every key another action has now.
fn left_without(
    reading: &mut Reading<'_>,
    asked: &[Asked],
    found: &[(Binding, Option<Range<usize>>)],
) {
    for info in Action::ALL {
        if found.iter().any(|(binding, _)| binding.action == info.action) {
            continue;
        }
        let defaults: Vec<Sequence> = info.keys.iter().filter_map(|k| Sequence::parse(k)).collect();
        let thief = asked.iter().find(|one| {
            info.contexts.contains(&one.binding.context)
                && defaults.iter().any(|keys| keys.collides_with(&one.binding.sequence))
        });
        let Some(thief) = thief else { continue };
        let message = text![
            "`",
            info.id,
            "` has no key any more: `",
            quoted(&thief.binding.sequence.notation()),
            "` is `",
            id(thief.binding.action),
            "` now"
        ];
        let help = text!["give it another key: `", info.id, " = [\"…\"]`"];
        reading.report(Code::W310, thief.place.clone(), message, Some(help));
    }
}

fn id(action: Action) -> DisplayText {
    clean(action.info().id, |_| {})
}
