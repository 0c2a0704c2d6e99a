//! Lists of actions: the help and the palette.

use super::{Choice, Entry};
use crate::action::{Action, ActionInfo, Context};
use crate::app::App;
use crate::library::{Credibility, Reliability};
use crate::search::OPERATORS;
use crate::text::{DisplayText, clean};

/// What the signs of the lists mean.
pub const SIGNS: &[(&str, &str)] = &[
    (">", "the subject: all panes show what belongs to it"),
    ("*", "belongs to the subject, among rows that do not"),
    ("»", "where the chosen link leads"),
    ("=", "compared: both say the same"),
    ("?", "planned or unconfirmed event"),
    ("x", "cancelled event"),
    ("≠", "event: whether it happened, when or who did it is DISPUTED; source that contests it"),
    ("+", "event that the source which is the subject supports"),
    ("23 Oct~", "about that date"),
    ("23-25 Oct?", "on one of these days, or not surely then"),
    ("23 Oct+", "the beginning of something longer"),
    ("to Oct, by Oct", "until then, since when is not known; then or before"),
    ("▲", "where the subject is on the time axis"),
    ("═", "on the time axis: some time in there, or all the while"),
    ("(party)", "takes part in the events; (repeats a party): carries the word of such a one"),
    (
        "(in print)",
        "news that gives another answer, which weighs little; (says otherwise): not news",
    ),
    ("+5", "five more"),
    ("!", "brief that was refused"),
    ("#", "bookmarked"),
    ("A1", "grade: how reliable the source is, how credible what it says"),
    ("<U+202E>", "a hidden character that was in the file"),
    ("…", "cut here; more room shows more"),
    ("·", "between the parts of a line"),
];

/// The heading over what a search understands beside words.
pub const IN_A_SEARCH: &str = "Typed in a search";

/// What the words of the card and of who says what mean, as an officer would say it.
pub(super) const WORDS: &[(&str, &str)] = &[
    ("HIGH", "the author's confidence: good information from several sources"),
    ("MODERATE", "credible information, not enough for HIGH"),
    ("LOW", "scant, questionable or fragmented information"),
    ("very likely", "a judgement, with the range of its likelihood in percent"),
    ("DISPUTED", "good sources contradict each other on this question"),
    ("2 origins", "sources that do not repeat each other"),
    ("own text", "the words of those who said or decided it"),
    ("JUDGEMENT", "what the author holds to be so, and how likely"),
    ("BLAMED", "who is accused, by whom, while the author does not judge"),
    ("not judged", "the author takes no side on this question"),
    ("ALSO", "what is said otherwise, by parties or with little weight, beside what is held"),
    ("RESTS ON", "the sources that carry an answer"),
    ("AGAINST", "what speaks against an answer"),
    ("held", "taken for the answer: by judgement, date or best grade"),
    ("contested", "a source nearly as good says otherwise"),
    ("otherwise", "somebody says otherwise: a party, or with little weight"),
    ("open", "nothing is held: the sides are equally good"),
    ("lens", "a filter of all lists, taken away one by one"),
];

/// Letters and numbers of the grades with their meanings.
fn grades() -> impl Iterator<Item = (DisplayText, &'static str)> {
    let letters = Reliability::ALL.iter().map(|letter| (letter.word().into(), letter.meaning()));
    let numbers = (1..=6).filter_map(Credibility::new);
    letters.chain(numbers.map(|number| (crate::text![number.number()], number.meaning())))
}

/// Rows that only tell what something means.
fn told(table: &'static [(&str, &str)], group: &'static str) -> impl Iterator<Item = Entry> {
    table.iter().map(move |(lead, meaning)| Entry {
        lead: DisplayText::literal(lead),
        ..Entry::new(*meaning, Choice::Nothing).under(group)
    })
}

impl App {
    /// Every action under the first of its contexts, the present one first, with what a search understands behind those of
    /// the search; then signs, words and grades.
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
            if *context == Context::Search {
                entries.extend(told(OPERATORS, IN_A_SEARCH));
            }
        }
        entries.extend(told(SIGNS, "Signs"));
        entries.extend(told(WORDS, "Words"));
        entries.extend(grades().map(|(grade, meaning)| Entry {
            lead: grade,
            ..Entry::new(meaning, Choice::Nothing).under("Grades (STANAG 2511)")
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
            lead: self.keymap.all_keys(info.action),
            detail: clean(&info.name(), |_| {}),
            words: clean(info.id, |_| {}),
            unavailable: self.why_not(info.action),
            ..Entry::new(info.help, Choice::Act(info.action))
        }
    }
}
