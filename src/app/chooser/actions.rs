//! Lists of actions: the help and the palette.

use super::{Choice, Entry};
use crate::action::{Action, ActionInfo, Context};
use crate::app::App;
use crate::text::{DisplayText, clean};

/// What the signs of the lists mean.
pub const SIGNS: &[(&str, &str)] = &[
    (">", "the subject: all panes show what belongs to it"),
    ("*", "belongs to the subject"),
    ("»", "where the chosen link leads"),
    ("=", "compared: both say the same"),
    ("?", "planned or unconfirmed event"),
    ("x", "cancelled event"),
    ("≠", "event: whether it happened, when or who did it is DISPUTED; source that contests it"),
    ("+", "source that supports the event"),
    ("23 Oct~", "date that is not exact"),
    ("23 Oct+", "the beginning of something longer"),
    ("↓ 46 days later", "time that passes between two events"),
    ("▲", "where the subject is on the time axis"),
    ("═", "on the time axis: some time in there, or all the while"),
    ("a-z", "at the end of an event: its brief, as the list of briefs names it"),
    ("(2nd hand)", "repeats another source and counts once with it"),
    ("(party)", "takes part in the events; (repeats a party): repeats only such a one"),
    ("+5", "five more"),
    ("!", "brief that was refused"),
    ("#", "bookmarked"),
    ("A-F 1-6", "reliability of the source, credibility of the information"),
    ("<U+202E>", "a hidden character that was in the file"),
    ("…", "cut here; more room shows more"),
    ("·", "between the parts of a line"),
];

impl App {
    /// Every action under the first of its contexts, the present one first; the signs at the end.
    pub(super) fn help_entries(&self) -> Vec<Entry> {
        let here = self.context();
        let mut contexts: Vec<Context> =
            std::iter::successors(Some(here), |context| context.outer()).collect();
        let others = Context::ALL.iter().filter(|context| !contexts.contains(context)).copied();
        let others: Vec<Context> = others.collect();
        contexts.extend(others);
        let of =
            |info: &ActionInfo| contexts.iter().position(|context| info.contexts.contains(context));
        let mut entries = Vec::new();
        for (place, context) in contexts.iter().enumerate() {
            let infos = Action::ALL.iter().filter(|info| of(info) == Some(place));
            entries.extend(infos.map(|info| self.action_entry(info).under(context.name())));
        }
        entries.extend(SIGNS.iter().map(|(sign, meaning)| Entry {
            lead: DisplayText::literal(sign),
            ..Entry::new(*meaning, Choice::Nothing).under("Signs")
        }));
        entries
    }

    /// Every action once by its name, those that can be done first.
    pub(super) fn palette_entries(&self) -> Vec<Entry> {
        let mut entries: Vec<Entry> =
            Action::ALL.iter().map(|info| self.action_entry(info)).collect();
        entries.sort_by_key(|entry| entry.unavailable.is_some());
        entries
    }

    fn action_entry(&self, info: &ActionInfo) -> Entry {
        Entry {
            lead: self.keys_of(info.action),
            detail: clean(&info.name(), |_| {}),
            words: clean(info.id, |_| {}),
            unavailable: self.why_not(info.action),
            ..Entry::new(info.help, Choice::Act(info.action))
        }
    }

    /// The keys in force of an action, the first one first.
    fn keys_of(&self, action: Action) -> DisplayText {
        let mut keys = DisplayText::default();
        for sequence in self.keymap.keys(action) {
            let between = if keys.is_empty() { "" } else { "  " };
            keys = crate::text![keys, between, clean(&sequence.to_string(), |_| {})];
        }
        keys
    }
}
