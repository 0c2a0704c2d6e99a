//! What is said of sets, of their files and of briefs in them: what is wrong comes first.

use super::{Assurance, InSet, Sealed, SealedSet};
use crate::library::{ItemId, Library};
use crate::text;
use crate::text::{DisplayText, clean_written, comma_separated};
use std::collections::BTreeMap;

/// What its sealed set says of a brief.
#[derive(Clone, Copy, Debug)]
pub struct Seal<'l> {
    /// The set.
    pub set: &'l SealedSet,
    found: InSet,
    lacks: Option<&'l DisplayText>,
}

impl Seal<'_> {
    /// What it is, in a few words: `signed by Ministry, version 3 of 2026-11-30`, or
    /// `not as signed: _registry/sources.toml is missing`.
    #[must_use]
    pub fn words(&self) -> DisplayText {
        let own = self.set.words_of(self.found);
        let Some(lacks) = self.lacks else { return own };
        if self.found != InSet::AsListed {
            return text![own, "; ", lacks];
        }
        match &self.set.assurance {
            Assurance::Signed { .. } => text!["not as signed: ", lacks],
            Assurance::Older { .. } => text!["not as signed: ", lacks, "; ", own],
            Assurance::UnknownKey | Assurance::Unsigned | Assurance::Forged => {
                text![own, "; ", lacks]
            }
        }
    }

    /// Whether the brief and the registry that it sees are as they are listed.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.found == InSet::AsListed && self.lacks.is_none()
    }
}

/// What the first row says of all sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealLine {
    /// In words, the fullest first.
    pub words: Vec<DisplayText>,
    /// How grave it is.
    pub standing: Standing,
}

/// How the sets stand, the worst of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// All is as somebody trusted signed it.
    Good,
    /// Nobody who is trusted vouches for it.
    Unsigned,
    /// Something is not as it was sealed.
    Wrong,
}

impl SealedSet {
    /// What it is, in a few words: `signed by Ministry, version 3 of 2026-11-30`.
    #[must_use]
    pub fn words(&self) -> DisplayText {
        let edition = self.manifest.as_ref().map_or_else(DisplayText::default, |manifest| {
            text![", version ", manifest.version, " of ", manifest.date.iso()]
        });
        match &self.assurance {
            Assurance::Signed { by } => text!["signed by ", by, edition],
            Assurance::Older { by, seen } => {
                text!["OLD: signed by ", by, edition, "; version ", *seen, " was read before"]
            }
            Assurance::UnknownKey => text!["UNSIGNED: its key is not one that you trust", edition],
            Assurance::Unsigned => text!["UNSIGNED", edition],
            Assurance::Forged => "BAD: the list is not the one that was signed".into(),
        }
    }

    /// The same with what is wrong before it: `1 file missing; signed by …`.
    #[must_use]
    pub fn summary(&self) -> DisplayText {
        match self.wrong() {
            Some(wrong) => text![wrong, "; ", self.words()],
            None => self.words(),
        }
    }

    /// How many files are not as they are listed, in words.
    fn wrong(&self) -> Option<DisplayText> {
        let kinds = [
            (InSet::Missing, " missing"),
            (InSet::Differs, " not as listed"),
            (InSet::NotListed, " not listed"),
            (InSet::Unread, " not read"),
        ];
        let told = kinds.map(|(kind, words)| {
            let count = self.count(kind);
            (count > 0).then(|| text![count, files(count), words])
        });
        let told: Vec<DisplayText> = told.into_iter().flatten().collect();
        (!told.is_empty()).then(|| comma_separated(&told))
    }

    fn count(&self, kind: InSet) -> usize {
        self.odd.values().filter(|found| **found == kind).count()
    }

    /// What it says of one of its files.
    #[must_use]
    pub fn words_of(&self, file: InSet) -> DisplayText {
        match file {
            InSet::AsListed => self.words(),
            InSet::NotListed => text!["NOT LISTED in the set ", self.name()],
            InSet::Differs => text!["BAD: not as it is listed in the set ", self.name()],
            InSet::Missing => text!["MISSING: listed in the set ", self.name(), " and not there"],
            InSet::Unread => text!["NOT READ: listed in the set ", self.name()],
        }
    }

    /// Its name, or where it stands.
    #[must_use]
    pub fn name(&self) -> DisplayText {
        self.manifest.as_ref().map_or_else(|| self.place.clone(), |manifest| manifest.name.clone())
    }

    /// The files that are listed and not there.
    pub fn missing(&self) -> impl Iterator<Item = DisplayText> {
        let missing = self.odd.iter().filter(|(_, found)| **found == InSet::Missing);
        missing.map(|(path, _)| clean_written(path, |_| {}))
    }

    /// How it stands with its list and its files.
    pub(super) fn standing(&self) -> Standing {
        match self.assurance {
            _ if !self.odd.is_empty() => Standing::Wrong,
            Assurance::Older { .. } | Assurance::Forged => Standing::Wrong,
            Assurance::UnknownKey | Assurance::Unsigned => Standing::Unsigned,
            Assurance::Signed { .. } => Standing::Good,
        }
    }

    /// Whether a trusted key signed its list.
    fn is_signed(&self) -> bool {
        matches!(self.assurance, Assurance::Signed { .. } | Assurance::Older { .. })
    }
}

impl Library {
    /// The sets that were read.
    #[must_use]
    pub fn sealed_sets(&self) -> &[SealedSet] {
        &self.seals.sets
    }

    /// The version of each set that somebody trusted signed, by [`SealedSet::mark`].
    #[must_use]
    pub fn versions_of_sets(&self) -> BTreeMap<String, u64> {
        let sets = self.seals.sets.iter();
        sets.filter_map(|set| Some((set.mark()?, set.manifest.as_ref()?.version))).collect()
    }

    /// What the set of the file in which an item is defined says of it; none where there is no set.
    #[must_use]
    pub fn seal(&self, item: ItemId) -> Option<Seal<'_>> {
        let file = self.get(item)?.span.source;
        self.seal_of(self.seals.files.get(&file)?)
    }

    fn seal_of<'l>(&'l self, sealed: &'l Sealed) -> Option<Seal<'l>> {
        let set = self.seals.sets.get(sealed.set)?;
        Some(Seal { set, found: sealed.found, lacks: sealed.lacks.as_ref() })
    }

    /// Files that were read and are not as their set has them, or see a registry that is not.
    pub fn files_not_as_sealed(&self) -> impl Iterator<Item = (DisplayText, DisplayText)> {
        self.seals.files.iter().filter_map(|(file, sealed)| {
            let seal = self.seal_of(sealed)?;
            (!seal.is_whole()).then(|| (self.sources.name(*file), seal.words()))
        })
    }

    /// Whether all that was read is as somebody trusted signed it.
    #[must_use]
    pub fn seal_is_good(&self) -> bool {
        self.seal_line().is_none_or(|line| line.standing == Standing::Good)
    }

    /// What is said beside an answer, a line for each set that is not as it was sealed.
    pub fn seal_warnings(&self) -> impl Iterator<Item = DisplayText> {
        let wrong = self.seals.sets.iter().filter(|set| set.standing() == Standing::Wrong);
        wrong.map(|set| {
            text!["the set ", set.name(), ": ", set.summary(), "; attache verify names each file"]
        })
    }

    /// What is said of the sets in one line, the worst that there is to say; none where there is no set.
    #[must_use]
    pub fn seal_line(&self) -> Option<SealLine> {
        let sets = &self.seals.sets;
        let first = sets.first()?;
        let of = |standing| sets.iter().filter(move |set| set.standing() == standing);
        if let Some(bad) = of(Standing::Wrong).find(|set| set.odd.is_empty()) {
            let is_old = matches!(bad.assurance, Assurance::Older { .. });
            let words = vec![if is_old { "! OLD set".into() } else { "! BAD set".into() }];
            return Some(SealLine { words, standing: Standing::Wrong });
        }
        let odd: usize = of(Standing::Wrong).map(|set| set.odd.len()).sum();
        if odd > 0 {
            let missing: usize = of(Standing::Wrong).map(|set| set.count(InSet::Missing)).sum();
            let is_signed = of(Standing::Wrong).any(SealedSet::is_signed);
            let sealed = if is_signed { " signed" } else { " sealed" };
            let short = text!["! not as", sealed];
            let whole = if missing == odd {
                text!["! ", odd, files(odd), " of the set missing"]
            } else {
                text!["! ", odd, files(odd), " not as", sealed]
            };
            return Some(SealLine { words: vec![whole, short], standing: Standing::Wrong });
        }
        if of(Standing::Unsigned).next().is_some() {
            return Some(SealLine { words: vec!["unsigned".into()], standing: Standing::Unsigned });
        }
        let words = match &first.assurance {
            Assurance::Signed { by } => text!["signed by ", by],
            Assurance::Older { .. }
            | Assurance::UnknownKey
            | Assurance::Unsigned
            | Assurance::Forged => first.words(),
        };
        Some(SealLine { words: vec![words], standing: Standing::Good })
    }
}

fn files(count: usize) -> &'static str {
    if count == 1 { " file" } else { " files" }
}
