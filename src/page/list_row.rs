//! What a row of a list says of its item beside the title.

use super::carrier::{is_in_print, is_party_itself};
use super::content::{Run, Runs, Tone};
use super::layout::{PageLine, Piece};
use super::phrases::judged_in_short;
use super::roles::{spaced, weight};
use super::words::sure_word;
use crate::library::{EventStatus, Grade, ItemId, Library, Reliability, Voice, Weight};
use crate::text::DisplayText;

/// The answer of an event in a row: whether it happened, and what is judged of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowAnswer {
    /// `HIGH`, `planned`, `claimed, not confirmed`.
    pub happened: PageLine,
    /// `very likely Iran's state`; nothing where nothing is judged.
    pub judged: PageLine,
}

impl RowAnswer {
    /// The answer of an event.
    #[must_use]
    pub fn new(library: &Library, event: ItemId) -> Self {
        let library = &library.within(event);
        let status = library.event(event).map(|event| event.status);
        let unconfirmed = status == Some(EventStatus::Unconfirmed);
        let happened = match (unconfirmed, stated(library, event)) {
            (true, _) => vec![Run::new("claimed, not confirmed", Tone::Against)],
            (false, true) => vec![sure_word(library, event)],
            (false, false) => Runs::new(),
        };
        // Not every event is judged. Set apart, so that how sure it is that it happened is not taken for how
        // sure the judgement is.
        let mut judged = judged_in_short(library, event).unwrap_or_default();
        if !judged.is_empty() && !happened.is_empty() {
            judged.insert(0, Run::text("· "));
        }
        Self { happened: line(&happened), judged: line(&judged) }
    }
}

/// Runs as pieces of one line; a row has no links.
fn line(runs: &Runs) -> PageLine {
    let piece = |run: &Run| match run {
        Run::Text { text, tone } | Run::Elastic { text, tone } => {
            Some(Piece::new(text.clone(), *tone))
        }
        Run::Sign { sign, tone } => Some(Piece::new(sign.glyph(), *tone)),
        Run::Name { text, .. } | Run::Question { text, .. } => {
            Some(Piece::new(text.clone(), Tone::Text))
        }
        Run::Number(_) => None,
    };
    runs.iter().filter_map(piece).collect()
}

/// Whether there is anything to say of whether it happened.
fn stated(library: &Library, event: ItemId) -> bool {
    library
        .event(event)
        .is_some_and(|event| event.confidence.is_some() || event.status != EventStatus::Occurred)
}

/// The weightiest role of an actor in what a list belongs to; nothing where it has none.
#[must_use]
pub fn role_in(library: &Library, of: ItemId, actor: ItemId) -> DisplayText {
    let roles = library.roles(of, actor).into_iter();
    let first = roles.min_by_key(|role| (weight(role.as_str()), role.clone()));
    first.map_or_else(DisplayText::default, |role| spaced(&role))
}

/// Actors with a part in an event, the weightiest role first; those that belong to anything else by name.
#[must_use]
pub fn by_weight_of_role(library: &Library, of: ItemId, actors: &[ItemId]) -> Vec<ItemId> {
    let library = &library.within(of);
    let mut sorted = actors.to_vec();
    sorted.sort_by_cached_key(|actor| {
        let roles = library.roles(of, *actor);
        let role = roles.iter().map(|role| weight(role.as_str())).min();
        let name = library.get(*actor).map(|item| item.title.as_str().to_lowercase());
        (role.is_none(), role, role.is_none().then_some(name))
    });
    sorted
}

/// Sources of an item, the best first: those that speak on its card as they stand there, then the others,
/// the most reliable first.
#[must_use]
pub fn by_grade(library: &Library, of: ItemId, sources: &[ItemId]) -> Vec<ItemId> {
    let library = &library.within(of);
    let voices = library.answer(of).map_or_else(Vec::new, |answer| answer.voices);
    let place = |source: ItemId| voices.iter().position(|voice| voice.source == source);
    let letter = |source: ItemId| {
        let reliability: Reliability = library.reliability(source);
        Grade { reliability, credibility: None }.order()
    };
    let mut sorted = sources.to_vec();
    sorted.sort_by_cached_key(|source| {
        let place = place(*source);
        (place.is_none(), place, letter(*source))
    });
    sorted
}

/// Why the word of a source is of less weight in an answer, or no reason to doubt it: `party`,
/// `repeats a party`, `in print`, `says otherwise`.
#[must_use]
pub fn standing_word(library: &Library, of: ItemId, voice: &Voice) -> Option<&'static str> {
    let library = &library.within(of);
    // A paper that prints the word of a party has no part in the events itself.
    let itself = || is_party_itself(library, of, (voice.source, voice.party));
    let party = || if itself() { "party" } else { "repeats a party" };
    match voice.weight {
        Some(Weight::AlsoInPrint) => {
            let is_print = voice.claim.is_some_and(|claim| is_in_print(library, claim));
            Some(if is_print { "in print" } else { "says otherwise" })
        }
        Some(Weight::Denied | Weight::SaysOtherwise) => Some(party()),
        Some(Weight::Contested) | None => voice.party.then(party),
    }
}
