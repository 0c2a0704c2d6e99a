//! Briefs that are read in the place of those of the program.

use crate::library::{ItemId, Library, Slug};
use crate::text;
use crate::text::DisplayText;
use std::collections::BTreeSet;

impl Library {
    /// That a brief is read in the place of briefs of the program: `in place of the built-in brief`, with
    /// their ids where these are not its own.
    #[must_use]
    pub fn in_place_of_builtin(&self, brief: ItemId) -> Option<DisplayText> {
        let slug = &self.get(brief)?.slug;
        let replaced = self.set_aside.iter().filter(|aside| aside.is_builtin);
        let mut ids: Vec<&Slug> =
            replaced.filter(|aside| aside.instead == *slug).map(|aside| &aside.id).collect();
        ids.sort();
        ids.dedup();
        let named: Vec<DisplayText> =
            ids.iter().filter(|id| **id != slug).map(|id| id.shown()).collect();
        match (ids.len(), named.as_slice()) {
            (0, _) => None,
            (_, []) => Some("in place of the built-in brief".into()),
            (1, [one]) => Some(text!["in place of the built-in brief ", one]),
            (_, several) if several.len() == ids.len() => {
                Some(text!["in place of the built-in briefs ", text::comma_separated(several)])
            }
            (_, others) => {
                let others = text::comma_separated(others);
                Some(text!["in place of the built-in brief of its id and of ", others])
            }
        }
    }

    /// How many briefs are read in the place of briefs of the program.
    #[must_use]
    pub fn in_place_of_builtins(&self) -> usize {
        let replaced = self.set_aside.iter().filter(|aside| aside.is_builtin);
        let instead: BTreeSet<&Slug> = replaced.map(|aside| &aside.instead).collect();
        instead.into_iter().filter(|slug| self.scopes.briefs.contains_key(*slug)).count()
    }
}
