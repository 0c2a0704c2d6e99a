//! Briefs that would take the place of others that are signed, or listed in a sealed set, and are not
//! themselves: who can add a file must not be able to silence what a curator vouches for.

use super::{Chosen, Lost, brief_at, every_brief, lost};
use crate::brief::Brief;
use crate::diag::{Code, Diagnostic, Sources};
use crate::library::merge::written_at;
use crate::library::seal::{Seals, Vouch};
use crate::library::{Collection, ItemId, Library, Slug};
use crate::text;
use crate::text::DisplayText;

/// A brief that is read and does not replace another one, though it says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotReplaced {
    /// The name of its file.
    name: DisplayText,
    /// Why, in a few words.
    why: DisplayText,
}

impl NotReplaced {
    /// What is said of it in a line: `zeta.toml: does not replace alpha, which is signed`.
    #[must_use]
    pub fn words(&self) -> DisplayText {
        text![self.name, ": ", self.why]
    }

    /// The same with the name of the file alone.
    #[must_use]
    pub fn short(&self) -> DisplayText {
        text![crate::library::refused::without_folder(&self.name), ": ", self.why]
    }
}

impl Library {
    /// Briefs that would replace others that more is known of.
    pub fn not_replaced(&self) -> impl Iterator<Item = &NotReplaced> {
        self.not_replaced.values()
    }

    /// Whether a brief replaces another one as it says.
    #[must_use]
    pub fn may_replace(&self, newer: ItemId, older: ItemId) -> bool {
        let ids = self.get(newer).zip(self.get(older));
        ids.is_none_or(|(newer, older)| {
            !self.not_replaced.contains_key(&(newer.slug.clone(), older.slug.clone()))
        })
    }
}

/// What such a one says of the other.
fn words(vouch: Vouch) -> &'static str {
    match vouch {
        Vouch::Signed => "signed",
        // Nothing gives way to what nobody vouches for but what nobody vouches for.
        Vouch::Listed | Vouch::Nobody => "listed in a sealed set",
    }
}

/// What is said of an edition that would be read if somebody vouched for it.
pub(super) fn usurper(pair: (&Brief, &Brief), vouch: Vouch, files: &Sources) -> Lost {
    let (_, read) = pair;
    let (id, is) = (read.id.value.shown(), words(vouch));
    let message = text![
        "not read: `",
        id,
        "` in ",
        written_at(files, &read.id.span),
        " is ",
        is,
        ", and this brief of the same id is not"
    ];
    let why = text!["in the place of a brief that is ", is, ", and is not itself; not read"];
    let help = "have its curator seal and sign it, or give it an id of its own".into();
    lost(pair, (why, Code::W280, message, help), files)
}

/// The briefs that do not replace others as they say, by both ids, with a finding each.
pub(super) fn not_replaced(
    collections: &[Collection],
    chosen: &Chosen,
    (files, seals): (&Sources, &Seals),
) -> Vec<((Slug, Slug), NotReplaced, Diagnostic)> {
    let is_read = |place, brief: &Brief| chosen.read.get(&brief.id.value) == Some(&place);
    let read = every_brief(collections).filter(|(place, brief)| is_read(*place, brief));
    let all = read.flat_map(|(_, newer)| newer.supersedes.iter().map(move |id| (newer, id)));
    let refused = all.filter_map(|(newer, id)| {
        let older = brief_at(collections, *chosen.read.get(&id.value)?)?;
        let vouch = seals.vouch(older.span.source);
        if vouch <= seals.vouch(newer.span.source) {
            return None;
        }
        let (shown, is) = (id.value.shown(), words(vouch));
        let why = text!["does not replace ", shown, ", which is ", is];
        let at = written_at(files, &older.id.span);
        let message =
            text!["does not replace `", shown, "`: that is ", is, " in ", at, ", and this is not"];
        let help = "have its curator seal and sign it, or take it out of `supersedes`";
        let finding = Diagnostic::new(Code::W280, id.span.clone(), message).help(help);
        let ids = (newer.id.value.clone(), id.value.clone());
        Some((ids, NotReplaced { name: files.name(newer.span.source), why }, finding))
    });
    refused.collect()
}
