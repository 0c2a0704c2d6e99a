//! References as people write them: `event:july-15-attack`, `july-15-attack`, `brief-id#id`; and what
//! records refer to.

use super::scope::nearest;
use super::{Item, ItemId, Kind, Library, Relation, Slug};
use crate::brief::Reference;
use crate::text;
use crate::text::{DisplayText, clean};
use std::collections::BTreeMap;

/// Why a reference as `event:july-15-attack` names nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownReference {
    /// In words, with the nearest ids where there are near ones.
    pub message: DisplayText,
}

/// Characters of the longest reference: two ids, a kind and what parts them.
const LONGEST: usize = 200;

/// Characters that are shown of a longer one.
const SHOWN: usize = 40;

/// So many candidates are named when a reference is ambiguous.
const NAMED: usize = 6;
/// So many ids are suggested at the most.
const SUGGESTED: usize = 3;
/// Letters of a part of an id that says enough to suggest it.
const SHORTEST_PART: usize = 3;

/// The items that references name, among those that are known by their ids.
pub fn named<'r>(
    known: &'r BTreeMap<&Slug, ItemId>,
    references: &'r [Reference],
) -> impl Iterator<Item = ItemId> {
    references.iter().filter_map(|reference| known.get(&reference.value).copied())
}

impl Library {
    /// What an item refers to in one way, in file order.
    pub fn ends(&self, id: ItemId, relation: Relation) -> impl Iterator<Item = ItemId> {
        // Whose voice a house is each file says for itself, whoever names the house.
        let houses = (relation == Relation::PublishedBy).then(|| self.houses(id));
        let is_edge = houses.is_none();
        let voices = houses.into_iter().flatten().filter_map(|(_, actor)| actor);
        let edges = is_edge.then(|| self.outgoing(id)).into_iter().flatten();
        let ends = edges.filter(move |edge| edge.relation == relation).map(|edge| edge.to);
        ends.chain(voices)
    }

    /// The same by their ids: edges do not say which key of a record they are of.
    #[must_use]
    pub fn ends_by_slug(&self, id: ItemId, relation: Relation) -> BTreeMap<&Slug, ItemId> {
        let ends = self.ends(id, relation);
        ends.filter_map(|end| Some((&self.get(end)?.slug, end))).collect()
    }

    /// The item that a reference names: `event:july-15-attack`, a unique bare id, or `brief-id#id`,
    /// with a kind before the id or before the brief where it takes one. Letter case and spaces
    /// around it do not matter, and a marking behind it, as it is copied with, is passed over.
    ///
    /// # Errors
    /// When it names nothing or more than one thing, or is over 200 characters.
    pub fn find_reference(&self, reference: &str) -> Result<ItemId, UnknownReference> {
        if let Some((end, _)) = reference.trim().char_indices().nth(LONGEST) {
            return Err(too_long(text::part(reference.trim(), ..end)));
        }
        let written = reference.trim().to_lowercase();
        let written = match written.rsplit_once(" tlp:") {
            Some((written, _)) => written.trim_end(),
            None => &written,
        };
        let (kind, rest) = match written.split_once(':') {
            Some((word, rest)) => (Some(kind_of(word)?), rest),
            None => (None, written),
        };
        let (brief, rest) = match rest.split_once('#') {
            Some(("", rest)) => (None, rest),
            Some((brief, rest)) => (Some((brief, self.brief_named(brief)?)), rest),
            None => (None, rest),
        };
        let (kind, id) = match rest.split_once(':') {
            Some((word, id)) if kind.is_none() => (Some(kind_of(word)?), id),
            Some(_) | None => (kind, rest),
        };
        // No id holds a blank, so that words of one stand for it: `black reward`.
        let id = &id.split_whitespace().collect::<Vec<_>>().join("-");
        let of_brief = brief.map(|(_, brief)| brief);
        let candidates = |slug: Slug| self.candidates(of_brief, kind, &slug);
        let found: Vec<ItemId> = Slug::new(id).map_or_else(Vec::new, candidates);
        match found.as_slice() {
            [only] => Ok(*only),
            [] => {
                let unknown = self.unknown(reference, kind, id);
                Err(match brief {
                    Some(brief) => self.in_its_place(unknown, brief),
                    None => unknown,
                })
            }
            several => Err(self.ambiguous(reference, several)),
        }
    }

    /// That a reference leads into another brief than the one that it names: `alpha is replaced by zeta
    /// (z.toml)`.
    #[must_use]
    pub fn led_elsewhere(&self, reference: &str) -> Option<DisplayText> {
        let written = reference.trim().to_lowercase();
        let written = written.split_once(" tlp:").map_or(written.as_str(), |(written, _)| written);
        let (brief, is_whole) = match written.split_once('#') {
            Some((brief, _)) => (brief, false),
            None => (written, true),
        };
        let brief = brief.rsplit_once(':').map_or(brief, |(_, brief)| brief);
        let brief = Slug::new(&brief.split_whitespace().collect::<Vec<_>>().join("-"))?;
        let is_read = self.scopes.briefs.contains_key(&brief);
        if is_read || (is_whole && self.named(&brief).next().is_some()) {
            return None;
        }
        let read = self.get(self.scopes.brief(&brief)?)?;
        let file = super::refused::without_folder(&self.sources.name(read.span.source));
        Some(text![brief.shown(), " is replaced by ", read.slug.shown(), " (", file, ")"])
    }

    /// The item that a reference as `event:albania-2022#second-attack` or `actor:iran` names, exactly;
    /// none where it names nothing or more than one thing. Unlike [`Self::find_reference`] it looks for
    /// nothing near, so a thousand references cost little.
    #[must_use]
    pub fn item_named(&self, reference: &str) -> Option<ItemId> {
        let (word, rest) = reference.split_once(':')?;
        let kind = Kind::from_word(word)?;
        let (brief, id) = match rest.split_once('#') {
            Some((brief, id)) => (Some(self.scopes.brief(&Slug::new(brief)?)?), id),
            None => (None, rest),
        };
        match self.candidates(brief, Some(kind), &Slug::new(id)?).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// How an item is written as a reference: `event:july-15-attack`, with the brief before the id
    /// where the id is not unique.
    #[must_use]
    pub fn reference(&self, id: ItemId) -> DisplayText {
        let Some(item) = self.get(id) else { return DisplayText::default() };
        let word = item.kind.word();
        let twins = self.named(&item.slug).filter(|twin| self.kind_is(*twin, item.kind)).count();
        match item.brief.and_then(|brief| self.get(brief)).filter(|_| twins > 1) {
            Some(brief) => text![word, ":", brief.slug.shown(), "#", item.slug.shown()],
            None => text![word, ":", item.slug.shown()],
        }
    }

    /// A reference that names its brief whether it has to or not, as `event:albania-2022#second-attack`:
    /// what else is loaded does not change what it means.
    #[must_use]
    pub fn lasting_reference(&self, id: ItemId) -> DisplayText {
        let Some(item) = self.get(id) else { return DisplayText::default() };
        let brief = item.brief.filter(|brief| *brief != id).and_then(|brief| self.get(brief));
        match brief {
            Some(brief) => text![item.kind.word(), ":", brief.slug.shown(), "#", item.slug.shown()],
            None => text![item.kind.word(), ":", item.slug.shown()],
        }
    }

    fn named(&self, slug: &Slug) -> impl Iterator<Item = ItemId> {
        self.scopes.by_slug.of(slug, |id| self.items.get(id))
    }

    fn kind_is(&self, id: ItemId, kind: Kind) -> bool {
        self.get(id).is_some_and(|item| item.kind == kind)
    }

    fn brief_named(&self, id: &str) -> Result<ItemId, UnknownReference> {
        let found = Slug::new(id).and_then(|slug| self.scopes.brief(&slug));
        found.ok_or_else(|| {
            let message = text!["no brief has the id `", clean(id, |_| {}), "`"];
            let near = nearest(id, self.scopes.briefs.keys().cloned());
            UnknownReference { message: with_near(message, near.map(|near| near.shown())) }
        })
    }

    /// Items with an id; records that only stand in for an id count where there is nothing else.
    fn candidates(&self, brief: Option<ItemId>, kind: Option<Kind>, slug: &Slug) -> Vec<ItemId> {
        let fits = |id: &ItemId| kind.is_none_or(|kind| self.kind_is(*id, kind));
        let found: Vec<ItemId> = match brief {
            Some(brief) => {
                let scope = self.item_scopes.first(brief);
                let seen = scope.into_iter().flat_map(|scope| self.scopes.any(scope, slug));
                seen.map(|(_, id)| id).filter(fits).collect()
            }
            None => self.named(slug).filter(fits).collect(),
        };
        if found.is_empty() && brief.is_none() {
            // What replaces a brief stands for it.
            let newer = self.scopes.brief(slug);
            return newer.filter(fits).into_iter().collect();
        }
        let known: Vec<ItemId> = found
            .iter()
            .copied()
            .filter(|id| self.get(*id).is_some_and(|item| item.known))
            .collect();
        if known.is_empty() { found } else { known }
    }

    /// What is said where another brief is read in place of the one that is named.
    fn in_its_place(&self, unknown: UnknownReference, brief: (&str, ItemId)) -> UnknownReference {
        let (named, read) = brief;
        match self.get(read).map(|read| &read.slug).filter(|read| read.as_str() != named) {
            None => unknown,
            Some(read) => {
                let (read, named) = (read.shown(), clean(named, |_| {}));
                let why = text!["; `", read, "` is read in place of `", named, "`"];
                UnknownReference { message: text![unknown.message, why] }
            }
        }
    }

    fn unknown(&self, reference: &str, kind: Option<Kind>, id: &str) -> UnknownReference {
        if self.items.len() == 0 {
            return UnknownReference { message: "nothing is loaded".into() };
        }
        let shown = clean(reference.trim(), |_| {});
        let message = match kind {
            Some(kind) => text!["`", shown, "` names no ", kind.word()],
            None => text!["`", shown, "` names nothing"],
        };
        let fits = |id: &ItemId| kind.is_none_or(|kind| self.kind_is(*id, kind));
        // Another kind has exactly this id: that is nearer than any other spelling.
        let other = Slug::new(id).and_then(|slug| self.named(&slug).next());
        let ids = self.items().filter(|(id, _)| fits(id)).map(|(_, item)| item.slug.clone());
        let near = nearest(id, ids).and_then(|slug| self.named(&slug).find(fits));
        let holding = if other.is_none() { self.holding(id, &fits) } else { Vec::new() };
        if holding.is_empty() {
            let near = other.or(near).map(|near| self.reference(near));
            return UnknownReference { message: with_near(message, near) };
        }
        let mut message = text![message, "; did you mean "];
        for (at, item) in holding.iter().enumerate() {
            let between = match at {
                0 => "",
                _ if at + 1 == holding.len() => " or ",
                _ => ", ",
            };
            message = text![message, between, "`", self.reference(*item), "`"];
        }
        UnknownReference { message: text![message, "?"] }
    }

    /// Items whose ids hold a word, at most [`SUGGESTED`]: actors, events, sources and the rest in
    /// turn, of each kind what begins with the word first.
    fn holding(&self, word: &str, fits: &impl Fn(&ItemId) -> bool) -> Vec<ItemId> {
        if word.chars().count() < SHORTEST_PART {
            return Vec::new();
        }
        let holds = |(id, item): (ItemId, &Item)| item.slug.as_str().contains(word).then_some(id);
        let mut found: Vec<ItemId> = self.items().filter_map(holds).filter(fits).collect();
        let rank = |id: &ItemId| {
            let item = self.get(*id);
            let kind = item.map(|item| match item.kind {
                Kind::Actor => 0,
                Kind::Event => 1,
                Kind::Source => 2,
                Kind::Brief
                | Kind::Claim
                | Kind::Place
                | Kind::Judgement
                | Kind::Gap
                | Kind::Question => 3,
            });
            let begins = item.is_some_and(|item| item.slug.as_str().starts_with(word));
            (kind, !begins, item.map(|item| &item.slug))
        };
        found.sort_by_key(rank);
        // One of each kind before a second one: the kinds in turn.
        let mut in_turn: Vec<(usize, ItemId)> = Vec::new();
        for id in &found {
            let kind = rank(id).0;
            let before = in_turn.iter().filter(|(_, other)| rank(other).0 == kind).count();
            if before < SUGGESTED {
                in_turn.push((before, *id));
            }
        }
        in_turn.sort_by_key(|(turn, _)| *turn);
        in_turn.into_iter().take(SUGGESTED).map(|(_, id)| id).collect()
    }

    fn ambiguous(&self, reference: &str, several: &[ItemId]) -> UnknownReference {
        let mut message = text!["`", clean(reference.trim(), |_| {}), "` names "];
        for (at, id) in several.iter().take(NAMED).enumerate() {
            let between = if at == 0 { "" } else { ", " };
            message = text![message, between, self.reference(*id)];
        }
        let rest = several.len().saturating_sub(NAMED);
        let message = if rest > 0 { text![message, " and ", rest, " more"] } else { message };
        UnknownReference { message: text![message, ": write one of them"] }
    }
}

fn too_long(beginning: &str) -> UnknownReference {
    let shown: String = beginning.chars().take(SHOWN).collect();
    let shown = clean(&shown, |_| {});
    let message = text!["`", shown, "…` is over ", LONGEST, " characters, and no id is as long"];
    UnknownReference { message }
}

fn kind_of(word: &str) -> Result<Kind, UnknownReference> {
    Kind::from_word(word.trim()).ok_or_else(|| {
        let mut message = text!["`", clean(word, |_| {}), "` is no kind; the kinds are "];
        for (at, kind) in Kind::ALL.iter().enumerate() {
            message = text![message, if at == 0 { "" } else { ", " }, kind.word()];
        }
        UnknownReference { message }
    })
}

fn with_near(message: DisplayText, near: Option<DisplayText>) -> DisplayText {
    match near {
        Some(near) => text![message, "; did you mean `", near, "`?"],
        None => message,
    }
}
