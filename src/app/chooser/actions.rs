//! Lists of actions: the help and the palette.

use super::super::{App, Mode, Pane};
use super::{Choice, Entry};
use crate::action::{Action, ActionInfo, Context};
use crate::text::{DisplayText, clean};

/// What the signs of the lists mean.
pub const SIGNS: &[(&str, &str)] = &[
    (">", "the subject: all panes show what belongs to it"),
    ("*", "belongs to the subject"),
    ("»", "where the chosen link leads"),
    ("=", "compared: both say the same"),
    ("?", "planned or unconfirmed event"),
    ("x", "cancelled event"),
    ("≠", "disputed event; a source that says otherwise"),
    ("+", "source that supports the event"),
    ("23 Oct~", "date that is not exact"),
    ("23 Oct+", "the beginning of something longer"),
    ("↓ 46 days later", "time that passes between two events"),
    ("▲", "where the subject is on the time axis"),
    ("═", "on the time axis: some time in there, or all the while"),
    ("a-z", "at the end of an event: its brief, as the list of briefs names it"),
    ("(2nd hand)", "repeats another source and counts once with it"),
    ("(party)", "takes part in the events it tells of"),
    ("+5", "five more"),
    ("!", "brief that was refused"),
    ("A-F 1-6", "reliability of the source, credibility of the information"),
    ("<U+202E>", "a hidden character that was in the file"),
    ("…", "cut here; more room shows more"),
    ("·", "between the parts of a line"),
];

impl App {
    /// Every action under each of its contexts, the present one first; the signs at the end.
    pub(super) fn help_entries(&self) -> Vec<Entry> {
        let here = self.context();
        let mut contexts: Vec<Context> =
            std::iter::successors(Some(here), |context| context.outer()).collect();
        let others = Context::ALL.iter().filter(|context| !contexts.contains(context)).copied();
        let others: Vec<Context> = others.collect();
        contexts.extend(others);
        let mut entries: Vec<Entry> = contexts
            .into_iter()
            .flat_map(|context| {
                let infos = Action::ALL.iter().filter(move |i| i.contexts.contains(&context));
                infos.map(move |info| self.action_entry(info, context.name(), info.help))
            })
            .collect();
        entries.extend(SIGNS.iter().map(|(sign, meaning)| Entry {
            text: DisplayText::literal(meaning),
            detail: DisplayText::literal(sign),
            group: DisplayText::literal("Signs"),
            choice: Choice::Nothing,
            unavailable: None,
        }));
        entries
    }

    /// Every action once, by its name.
    pub(super) fn palette_entries(&self) -> Vec<Entry> {
        Action::ALL.iter().map(|info| self.action_entry(info, "", info.help)).collect()
    }

    fn action_entry(&self, info: &ActionInfo, group: &'static str, help: &'static str) -> Entry {
        Entry {
            text: DisplayText::literal(help),
            detail: clean(info.id, |_| {}),
            group: DisplayText::literal(group),
            choice: Choice::Act(info.action),
            unavailable: self.why_not(info.action),
        }
    }

    /// Why an action can do nothing here and now; none when it can.
    #[must_use]
    pub fn why_not(&self, action: Action) -> Option<DisplayText> {
        let info = action.info()?;
        let asked = self.context_under_lists();
        let here = match asked {
            Context::Reader => [Context::Reader, Context::Panes],
            Context::Everywhere
            | Context::Panes
            | Context::Search
            | Context::Chooser
            | Context::Prompt => [asked, asked],
        };
        let fits = |context: &Context| *context == Context::Everywhere || here.contains(context);
        if !info.contexts.iter().any(fits) {
            let place = info.contexts.first().map_or("", |context| context.name());
            return Some(crate::text![info.id, " works elsewhere: ", place]);
        }
        self.missing_for(action).map(DisplayText::literal)
    }

    /// What the state lacks for an action.
    pub(in crate::app) fn missing_for(&self, action: Action) -> Option<&'static str> {
        let is_event = self.here.subject.is_some_and(|id| self.library.event(id).is_some());
        let no_event = !is_event;
        let no_subject = self.here.subject.is_none();
        let lacks: &[(&[Action], bool, &'static str)] = &[
            (&[Action::WhoSays], no_event, "who says: choose an event first (1 or 4)"),
            (
                &[Action::OnlyLinked, Action::Pin, Action::Provenance],
                no_subject,
                "nothing is selected",
            ),
            (
                &[Action::ClearLenses],
                self.here.lenses.is_empty(),
                "no lens is in force; o and f make one",
            ),
            (&[Action::SwapPin], self.here.pinned.is_none(), "nothing is pinned; p pins"),
            (
                &[Action::NextHit, Action::PreviousHit],
                self.hits.is_none(),
                "no search yet; / searches",
            ),
        ];
        lacks
            .iter()
            .find(|(actions, lacking, _)| *lacking && actions.contains(&action))
            .map(|(.., why)| *why)
    }

    fn context_under_lists(&self) -> Context {
        match &self.mode {
            Mode::Chooser(chooser) => {
                let panes =
                    if self.here.focus == Pane::Reader { Context::Reader } else { Context::Panes };
                chooser.context_under(panes)
            }
            Mode::Panes | Mode::Search(_) | Mode::Prompt(_) => self.context(),
        }
    }
}
