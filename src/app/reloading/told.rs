//! What is said of files that were read again.

use super::Moving;
use crate::app::{App, Lens, Place, short_name};
use crate::library::load::Changes;
use crate::library::{ItemId, Kind, Library};
use crate::text::{DisplayText, Fit, comma_separated};

/// Columns of a name in a line that says more.
const NAME: usize = 40;

/// What of a place is not there any more, in words.
pub(super) struct Lost(Vec<DisplayText>);

impl Lost {
    pub(super) fn of(here: &Place, moving: &Moving) -> Self {
        let is_lost = |item: &ItemId| moving.item(*item).is_none();
        let name = |item: ItemId| short_name(moving.before(), item).fit(NAME, "…");
        let mut lost = Vec::new();
        if let Some(subject) = here.subject.filter(is_lost) {
            lost.push(crate::text!["gone: ", name(subject)]);
        }
        if let Some(pinned) =
            here.pinned.filter(|item| is_lost(item) && Some(*item) != here.subject)
        {
            lost.push(crate::text!["pinned, and gone: ", name(pinned)]);
        }
        if here.brief.as_ref().is_some_and(is_lost) {
            lost.push("the brief that was read is gone".into());
        }
        let lenses = here.lenses.iter().filter_map(Lens::linked_to).filter(is_lost);
        lost.extend(lenses.map(|to| crate::text!["no lens any more on ", name(to)]));
        Self(lost)
    }

    /// Whether nothing of it was lost.
    pub(super) fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }
}

impl App {
    /// What came of it: what cannot be read first, then what is another thing than before.
    pub(super) fn reloaded_words(
        &self,
        before: &Library,
        changes: Changes,
        lost: &Lost,
    ) -> DisplayText {
        let stale = stale_words(&self.library);
        let mut counts = Vec::new();
        let mut count = |count: usize, one: &'static str, many: &'static str| {
            if count > 0 {
                counts.push(crate::text![count, if count == 1 { one } else { many }]);
            }
        };
        count(changes.changed, " file changed", " files changed");
        count(changes.new, " file new", " files new");
        count(changes.gone, " file gone", " files gone");
        let refused = self.library.unread().count().saturating_sub(before.unread().count());
        count(refused, " refused", " refused");
        count(missing(&self.library, before), " event new", " events new");
        count(missing(before, &self.library), " event gone", " events gone");
        let mut parts: Vec<DisplayText> = stale.into_iter().collect();
        if !counts.is_empty() {
            parts.push(comma_separated(&counts));
        }
        parts.extend(lost.0.iter().cloned());
        if parts.is_empty() {
            return "read again: nothing changed".into();
        }
        let mut words = DisplayText::literal("read again: ");
        for (at, part) in parts.iter().enumerate() {
            words = crate::text![words, if at == 0 { "" } else { "; " }, part];
        }
        words
    }
}

/// What is said of files whose last good text is shown.
fn stale_words(library: &Library) -> Option<DisplayText> {
    let mut stale = library.stale();
    let first = stale.next()?;
    let more = stale.count();
    Some(match more {
        0 => crate::text![first.file(), ": ", first.reason()],
        _ => crate::text![more + 1, " files cannot be read; their last good texts are shown"],
    })
}

/// Events of one library that are not in another.
fn missing(of: &Library, other: &Library) -> usize {
    let events = of.listed(Kind::Event).iter();
    let is_there =
        |event: &&ItemId| other.item_named(of.lasting_reference(**event).as_str()).is_some();
    events.filter(|event| !is_there(event)).count()
}
