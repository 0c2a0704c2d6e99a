//! The first row: what is read and what is in force, in words that fit.

use super::{App, DRAFT, Rung, short_name};
use crate::action::{Action, Context};
use crate::choice::Times;
use crate::diag::Severity;
use crate::library::seal::{SealLine, Standing};
use crate::library::{ItemId, Kind, Library, Record};
use crate::text::{DisplayText, Fit, at_word};

/// What stands between two parts.
const BETWEEN: &str = " · ";

/// What a part of the first row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderLook {
    /// What is read, and how.
    Plain,
    /// What is left out, or not as it is on the disk.
    Strong,
    /// What is wrong.
    Warning,
}

/// A part of the first row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderPart {
    /// What it says.
    pub text: DisplayText,
    /// What it is.
    pub look: HeaderLook,
}

/// A part in its words, the fullest first.
type Words = (Vec<DisplayText>, HeaderLook);

/// Parts of a row, as far as they fit.
struct Row {
    parts: Vec<HeaderPart>,
    /// Columns that are left.
    left: usize,
}

impl Row {
    /// Puts the fullest words that fit; a part is shown whole or not at all, so that nothing reads as
    /// something else.
    fn put(&mut self, words: &[DisplayText], look: HeaderLook) {
        let lead = DisplayText::literal(if self.parts.is_empty() { "" } else { BETWEEN });
        let columns = |text: &DisplayText| lead.columns() + text.columns();
        let Some(text) = words.iter().find(|text| columns(text) <= self.left) else { return };
        self.left -= columns(text);
        if !lead.is_empty() {
            self.parts.push(HeaderPart { text: lead, look: HeaderLook::Plain });
        }
        self.parts.push(HeaderPart { text: text.clone(), look });
    }
}

impl App {
    /// What is read and what is in force, as far as it fits in so many columns. The lenses and the brief
    /// come before everything else: who does not see that rows are left out takes a part for all. A set that
    /// is not as it was sealed has its room before they are put in their fullest words.
    #[must_use]
    pub fn header(&self, columns: usize) -> Vec<HeaderPart> {
        let mut row = Row { parts: Vec::new(), left: columns };
        let (wrong, sealed) = seal_words(&self.library);
        let mut kept = wrong.iter().flat_map(|(words, _)| words).map(|words| {
            let room = words.columns() + BETWEEN.chars().count();
            self.lens_and_edition(columns.saturating_sub(room))
        });
        let beside = kept.find(|(lens, edition)| lens.is_some() || edition.is_some());
        let (lens, edition) = beside.unwrap_or_else(|| self.lens_and_edition(columns));
        row.put(edition.as_slice(), HeaderLook::Plain);
        row.put(lens.as_slice(), HeaderLook::Strong);
        if let Some((words, look)) = wrong {
            row.put(&words, look);
        }
        for (words, look) in self.rest_of_header(sealed) {
            row.put(&words, look);
        }
        row.parts
    }

    /// The subject where there is room for one line in all; that rows are left out is said even there.
    #[must_use]
    pub fn subject_line(&self) -> Option<DisplayText> {
        let lens = if self.here.lenses.is_empty() { "" } else { "(lens) " };
        let draft = if self.is_draft() { crate::text![DRAFT, " "] } else { DisplayText::default() };
        let subject = self.here.subject?;
        let what = crate::page::date_and_title_in(&self.library, subject, self.preferences.times);
        Some(crate::text![draft, lens, what])
    }

    /// The words for the lenses and those for what is read that fit beside each other.
    fn lens_and_edition(&self, columns: usize) -> (Option<DisplayText>, Option<DisplayText>) {
        let (stacks, counts) = self.lens_words();
        let editions = self.editions();
        let beside = |lens: &DisplayText, edition: &DisplayText| {
            lens.columns() + edition.columns() + BETWEEN.chars().count() <= columns
        };
        let pair = |lenses: &[DisplayText]| {
            let pairs =
                lenses.iter().flat_map(|lens| editions.iter().map(move |edition| (lens, edition)));
            let pair = pairs.into_iter().find(|(lens, edition)| beside(lens, edition));
            pair.map(|(lens, edition)| (Some(lens.clone()), Some(edition.clone())))
        };
        let alone = |lenses: &[DisplayText]| {
            let lens = lenses.iter().find(|lens| lens.columns() <= columns);
            lens.map(|lens| (Some(lens.clone()), None))
        };
        if stacks.is_empty() {
            return (None, editions.iter().find(|edition| edition.columns() <= columns).cloned());
        }
        // Which lenses they are is worth more than the edition, and how many there are is not.
        let found = pair(&stacks).or_else(|| alone(&stacks));
        // A row too narrow for any of it has none of it.
        found.or_else(|| pair(&counts)).or_else(|| alone(&counts)).unwrap_or_default()
    }

    /// What follows lenses and edition as far as there is room, each with its fullest words first.
    fn rest_of_header(&self, sealed: Option<Words>) -> Vec<Words> {
        let mut segments = Vec::new();
        // Before the others: what is missing or not as it stands has to be known first.
        segments.extend(refused_words(&self.library).map(|words| (words, HeaderLook::Plain)));
        segments.extend(stale_words(&self.library).map(|words| (words, HeaderLook::Warning)));
        segments.extend(sealed);
        if self.preferences.refused.is_some() {
            let words = ["! not everything is kept", "! not kept"].map(DisplayText::literal);
            segments.push((words.to_vec(), HeaderLook::Warning));
        }
        segments.extend(self.in_place_words().map(|words| (words, HeaderLook::Warning)));
        segments.extend(self.changed_words().map(|words| (words, HeaderLook::Strong)));
        let errors = faults(&self.library);
        if errors > 0 {
            let count = crate::text!["! ", errors, plural(errors, " error", " errors")];
            let key = self.keymap.key_in(Context::Panes, Action::Problems);
            let listed = key.map(|key| crate::text![count, ", ", key, " lists"]);
            segments.push((listed.into_iter().chain([count]).collect(), HeaderLook::Warning));
        }
        segments.push((self.pin_words(), HeaderLook::Plain));
        match self.preferences.times {
            Times::Reported => {}
            Times::Utc => segments.push((vec!["times UTC".into()], HeaderLook::Plain)),
            Times::Local => segments.push((vec!["times local".into()], HeaderLook::Plain)),
        }
        if self.is_secure() {
            segments.push((vec!["secure".into()], HeaderLook::Plain));
        } else if self.preferences.stateless {
            segments.push((vec!["no-state".into()], HeaderLook::Plain));
        }
        segments
    }

    /// The lenses in force, the newest last, in shorter words for less room; and how many there are, for
    /// where they have none. How to take the newest away stands beside it while that is what Esc does.
    fn lens_words(&self) -> (Vec<DisplayText>, Vec<DisplayText>) {
        let lenses = self.lenses();
        let words: Vec<DisplayText> = lenses.iter().map(|lens| lens.words(&self.library)).collect();
        let Some(newest) = words.last() else { return (Vec::new(), Vec::new()) };
        let key = self.key_of(Action::Cancel).filter(|_| self.rung() == Rung::Lens);
        let esc = key.map_or_else(DisplayText::default, |key| crate::text!["  [", key, "]"]);
        let none = DisplayText::default();
        let stack = |columns: usize, esc: &DisplayText| {
            let mut stack = DisplayText::literal("lens: ");
            for (at, words) in words.iter().enumerate() {
                let lead = if at == 0 { "" } else { " › " };
                stack = crate::text![stack, lead, at_word(words, columns)];
            }
            crate::text![stack, esc]
        };
        let mut stacks: Vec<DisplayText> =
            [usize::MAX, 40, 28, 20].into_iter().map(|columns| stack(columns, &esc)).collect();
        stacks.push(stack(20, &none));
        let count = words.len();
        let lens = plural(count, " lens", " lenses");
        let mut counts = Vec::new();
        if count > 1 {
            counts.push(crate::text![count, lens, ", newest: ", newest, esc]);
            counts.push(crate::text![count, lens, ", newest: ", at_word(newest, 24), esc]);
        }
        counts.push(crate::text![count, lens, esc]);
        counts.push(crate::text![count, lens]);
        (stacks, counts)
    }

    /// What is pinned, where no pane has it as its title.
    fn pin_words(&self) -> Vec<DisplayText> {
        let library = &*self.library;
        let shown = self.layout().pinned.is_some();
        let Some(pinned) = self.pinned().filter(|_| !shown) else { return Vec::new() };
        let name = short_name(library, pinned);
        let named = |columns| crate::text!["pinned: ", at_word(&name, columns)];
        vec![named(usize::MAX), named(40), named(24), "pinned".into()]
    }

    /// Lenses and pin in one line, the fullest words first.
    #[must_use]
    pub fn in_force(&self) -> Vec<DisplayText> {
        let ((stacks, counts), pins) = (self.lens_words(), self.pin_words());
        let lenses = [stacks, counts].concat();
        if lenses.is_empty() || pins.is_empty() {
            return [lenses, pins].concat();
        }
        let both = |(pin, lens): (&DisplayText, &DisplayText)| crate::text![pin, " · ", lens];
        // There is a pin: above it is left without one.
        let last = pins.last().cloned().unwrap_or_default();
        let short = lenses.iter().map(|lens| both((&last, lens)));
        pins.iter().zip(&lenses).map(both).chain(short).collect()
    }

    /// What is read: all briefs together or one of them, the fullest words first.
    fn editions(&self) -> Vec<DisplayText> {
        let library = &*self.library;
        if self.is_loading() {
            return vec!["attache is reading the briefs".into(), "attache".into()];
        }
        let briefs = library.listed(Kind::Brief);
        let only = self.brief().or(briefs.first().copied().filter(|_| briefs.len() == 1));
        let (name, events) = match only {
            Some(brief) => (library.short_title(brief), library.linked(brief, Kind::Event).len()),
            None if briefs.is_empty() => ("attache".into(), library.listed(Kind::Event).len()),
            None => {
                let count = library.listed(Kind::Event).len();
                let drafts = briefs.iter().filter(|brief| library.is_draft(**brief)).count();
                let name = crate::text!["All ", briefs.len(), " briefs"];
                let name = match drafts {
                    0 => name,
                    1 => crate::text![name, ", 1 draft"],
                    drafts => crate::text![name, ", ", drafts, " drafts"],
                };
                (name, count)
            }
        };
        let counted = |name: &DisplayText| {
            crate::text![name, " · ", events, plural(events, " event", " events")]
        };
        let day = as_of(library, only);
        let dated = |name: &DisplayText| {
            day.as_ref().map(|day| crate::text![counted(name), " · as of ", day])
        };
        // All of a title where there is room, else what is short and says as much.
        let whole = only.map(|brief| library.full_title(brief)).filter(|whole| *whole != name);
        let whole = whole.and_then(|whole| dated(&whole));
        whole.into_iter().chain(dated(&name)).chain([counted(&name), name.clone()]).collect()
    }

    /// That a brief is not the built-in one whose place it has, the fullest words first.
    fn in_place_words(&self) -> Option<Vec<DisplayText>> {
        let library = &*self.library;
        let briefs = library.listed(Kind::Brief);
        let only = self.brief().or(briefs.first().copied().filter(|_| briefs.len() == 1));
        if let Some(only) = only {
            let place = library.in_place_of_builtin(only)?;
            return Some(vec![
                crate::text!["! ", place],
                "! not the built-in brief".into(),
                "! not built-in".into(),
            ]);
        }
        let count = library.in_place_of_builtins();
        let forms = match count {
            1 => [" brief replaces a built-in one", " replaces built-in", " replaced"],
            _ => [" briefs replace built-in ones", " replace built-in", " replaced"],
        };
        let words = forms.map(|words| crate::text!["! ", count, words]).to_vec();
        (count > 0).then_some(words)
    }

    /// The first row of the page of all briefs, as far as it fits in so many columns.
    #[must_use]
    pub fn briefs_header(&self, columns: usize) -> Option<DisplayText> {
        let mut words: Vec<DisplayText> = Vec::new();
        let mut editions = self.editions().into_iter().rev();
        if let Some(shortest) = editions.next() {
            // Without the day up to which it tells: what is counted, before the name alone.
            let whole = editions.next().unwrap_or_else(|| shortest.clone());
            if let Some(told) = refused_and_stale_words(&self.library) {
                words.extend(told.iter().map(|told| crate::text![whole, BETWEEN, told]));
                words.extend(told);
            }
            words.extend([whole, shortest]);
        }
        words.into_iter().find(|words| words.columns() <= columns)
    }

    /// That files changed, where they did, the fullest words first.
    fn changed_words(&self) -> Option<Vec<DisplayText>> {
        let plain = DisplayText::literal("changed on disk");
        let key = self.keymap.key_in(Context::Panes, Action::Reload);
        let reads = key.map(|key| crate::text![plain, ", ", key, " reads it"]);
        self.reloading.is_changed().then(|| reads.into_iter().chain([plain]).collect())
    }
}

/// How many files are refused, where any are, the fullest words first.
fn refused_words(library: &Library) -> Option<Vec<DisplayText>> {
    let refused = library.unread().count();
    (refused > 0).then(|| vec![crate::text!["! ", refused, " refused"]])
}

/// What is wrong with the set that is read, or whether it is as its curator signed it.
fn seal_words(library: &Library) -> (Option<Words>, Option<Words>) {
    match library.seal_line() {
        None => (None, None),
        Some(SealLine { words, standing: Standing::Wrong }) => {
            (Some((words, HeaderLook::Warning)), None)
        }
        Some(SealLine { words, standing: Standing::Unsigned }) => {
            (None, Some((words, HeaderLook::Warning)))
        }
        Some(SealLine { words, standing: Standing::Good }) => {
            (None, Some((words, HeaderLook::Plain)))
        }
    }
}

/// That the last good text of a file is shown, where that is so, the fullest words first.
fn stale_words(library: &Library) -> Option<Vec<DisplayText>> {
    let mut stale = library.stale();
    let first = stale.next()?;
    let old = DisplayText::literal("! old text");
    Some(match stale.count() {
        0 => vec![crate::text!["! ", first.file(), ": last good text"], old],
        more => vec![crate::text!["! last good text of ", more + 1, " files"], old],
    })
}

/// What is not as it was sealed and not shown as it stands on the disk, where anything is not, the fullest words first.
fn refused_and_stale_words(library: &Library) -> Option<Vec<DisplayText>> {
    let wrong = seal_words(library).0.map(|(words, _)| words);
    let all = [wrong, refused_words(library), stale_words(library)];
    all.into_iter().flatten().reduce(|refused, stale| {
        let pairs =
            refused.iter().flat_map(|refused| stale.iter().map(move |stale| (refused, stale)));
        pairs.map(|(refused, stale)| crate::text![refused, BETWEEN, stale]).collect()
    })
}

/// The day up to which one brief tells, or the last such day of all.
fn as_of(library: &Library, brief: Option<ItemId>) -> Option<DisplayText> {
    let briefs = library.listed(Kind::Brief).iter().copied();
    let briefs = briefs.filter(|one| brief.is_none_or(|brief| brief == *one));
    let days = briefs.filter_map(|brief| {
        let Record::Brief(brief) = &library.get(brief)?.record else { return None };
        brief.as_of.as_ref()
    });
    days.max_by_key(|day| day.latest()).map(crate::library::When::text)
}

/// Errors in the briefs: what they stand in was left out of the panes.
fn faults(library: &Library) -> usize {
    let findings = library.findings().iter();
    findings.filter(|finding| finding.severity == Severity::Error).count()
}

pub(super) fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}
