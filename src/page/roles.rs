//! Roles of actors in events: the order in which they are told, and their words.

use crate::library::{ItemId, Library};
use crate::text::{DisplayText, clean};
use std::collections::BTreeMap;

/// Roles by what they say of somebody, the weightiest first; others follow by their words.
const BY_WEIGHT: &[&str] = &[
    "accused",
    "suspect",
    "attacker",
    "claimant",
    "belligerent",
    "target",
    "victim",
    "opponent",
    "accuser",
    "denier",
    "speaker",
    "author",
    "publisher",
    "sender",
    "issuer",
    "decider",
    "prosecutor",
    "investigator",
    "signatory",
    "negotiator",
    "mediator",
    "host",
    "guest",
    "participant",
    // Whoever only speaks for another comes after those who acted.
    "spokesperson",
    "announcer",
    "organiser",
    "protester",
    "responder",
];

/// Roles that are `of` something and not `in` it.
const OF: &[&str] =
    &["author", "issuer", "organiser", "origin", "publisher", "sender", "signatory", "subject"];

/// An event that an actor has a part in, and the other roles it has there.
pub(super) struct Part {
    pub(super) event: ItemId,
    pub(super) others: Vec<DisplayText>,
}

/// What a role comes after: the weightier, the smaller.
pub(super) fn weight(role: &str) -> usize {
    BY_WEIGHT.iter().position(|known| *known == role).unwrap_or(BY_WEIGHT.len())
}

/// The events of an actor by its role, the weightiest role first and the events in their order. One in
/// which it has several stands under the weightiest; those without a role come last, under none.
pub(super) fn by_role(
    library: &Library,
    actor: ItemId,
    events: &[ItemId],
) -> Vec<(Option<DisplayText>, Vec<Part>)> {
    let mut groups: BTreeMap<(usize, DisplayText), Vec<Part>> = BTreeMap::new();
    let mut without = Vec::new();
    for event in events.iter().copied() {
        let mut roles = library.roles(event, actor);
        roles.sort_by_key(|role| (weight(role.as_str()), role.clone()));
        roles.dedup();
        match roles.split_first() {
            None => without.push(Part { event, others: Vec::new() }),
            Some((first, others)) => {
                let others = others.to_vec();
                let key = (weight(first.as_str()), first.clone());
                groups.entry(key).or_default().push(Part { event, others });
            }
        }
    }
    let named = groups.into_iter().map(|((_, role), parts)| (Some(role), parts));
    let without = (!without.is_empty()).then_some((None, without));
    named.chain(without).collect()
}

/// `CLAIMANT IN 7`, `AUTHOR OF 2`.
pub(super) fn heading(role: Option<&DisplayText>, count: usize) -> DisplayText {
    let Some(role) = role else { return crate::text!["NAMED IN ", count] };
    let before = if OF.contains(&role.as_str()) { " of " } else { " in " };
    let words = crate::text![spaced(role), before, count];
    clean(&words.as_str().to_uppercase(), |_| {})
}

/// A word of a brief with blanks for its hyphens.
pub(super) fn spaced(word: &DisplayText) -> DisplayText {
    clean(&word.as_str().replace('-', " "), |_| {})
}
