//! Roles of actors in events: the order in which they are told, and their words.

use crate::library::{ItemId, Library, RoleWord};
use crate::text::{DisplayText, clean};
use std::collections::BTreeMap;

/// An event that an actor has a part in, and the other roles it has there.
pub(super) struct Part {
    pub(super) event: ItemId,
    pub(super) others: Vec<DisplayText>,
}

/// What a role comes after: the weightier, the smaller; those that are in no list come last.
pub(super) fn weight(role: &str) -> usize {
    RoleWord::ALL.iter().position(|known| known.word() == role).unwrap_or(RoleWord::ALL.len())
}

/// Whether the role is one of something and not in something: author of it, host in it.
fn is_of(role: RoleWord) -> bool {
    match role {
        RoleWord::Author
        | RoleWord::Beneficiary
        | RoleWord::Issuer
        | RoleWord::Observer
        | RoleWord::Organiser
        | RoleWord::Origin
        | RoleWord::Proposer
        | RoleWord::Publisher
        | RoleWord::Sender
        | RoleWord::Signatory
        | RoleWord::Sponsor
        | RoleWord::Subject
        | RoleWord::Witness => true,
        RoleWord::Accused
        | RoleWord::Accuser
        | RoleWord::Addressee
        | RoleWord::Affiliation
        | RoleWord::Announcer
        | RoleWord::Attacker
        | RoleWord::Authority
        | RoleWord::Belligerent
        | RoleWord::Claimant
        | RoleWord::Decider
        | RoleWord::Denier
        | RoleWord::Detainee
        | RoleWord::Expelled
        | RoleWord::Guest
        | RoleWord::Host
        | RoleWord::Investigator
        | RoleWord::Mediator
        | RoleWord::Negotiator
        | RoleWord::Operator
        | RoleWord::Opponent
        | RoleWord::Owner
        | RoleWord::Participant
        | RoleWord::Prosecutor
        | RoleWord::Protester
        | RoleWord::Responder
        | RoleWord::Speaker
        | RoleWord::Spokesperson
        | RoleWord::Supplier
        | RoleWord::Supported
        | RoleWord::Supporter
        | RoleWord::Suspect
        | RoleWord::Target
        | RoleWord::Tool
        | RoleWord::Victim => false,
    }
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
    let before =
        if RoleWord::from_word(role.as_str()).is_some_and(is_of) { " of " } else { " in " };
    let words = crate::text![spaced(role), before, count];
    clean(&words.as_str().to_uppercase(), |_| {})
}

/// A word of a brief with blanks for its hyphens.
pub(super) fn spaced(word: &DisplayText) -> DisplayText {
    clean(&word.as_str().replace('-', " "), |_| {})
}
