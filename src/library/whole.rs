//! What a library holds, and from where it is looked at.

use super::assessment::Assessment;
use super::editions::NotReplaced;
use super::inquiry::Inquiries;
use super::interest::Bodies;
use super::items::Items;
use super::late::Late;
use super::lazy::Lazy;
use super::linked::Tables;
use super::marking;
use super::resolve::Resolved;
use super::rows::ItemScopes;
use super::scope::{ScopeId, Scopes};
use super::seal::Seals;
use super::views::{View, Views, is_of_record};
use super::{
    Change, Edge, Item, ItemId, Kind, Marking, Publisher, Reading, Refused, Relation, SetAside,
    Slug, Synonyms, Technique,
};
use crate::diag::{Diagnostic, Sources, Span};
use crate::text::DisplayText;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::iter;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, OnceLock};

/// Everything loaded, resolved once.
///
/// Two briefs may describe one source, publisher, actor or place differently. What is asked of a library
/// as it was made is answered as the registry has it, or the first brief; [`Library::within`] an event it
/// is answered as the brief of that event has it, whatever else is loaded. All of them share what they hold.
#[derive(Clone, Debug, Default)]
pub struct Library {
    whole: Arc<Whole>,
    /// The file whose descriptions count.
    from: Option<ScopeId>,
}

/// What is held; only the rooms of the library look at it.
#[expect(unnameable_types, reason = "`Library` is the name of it for all others")]
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Whole {
    pub(super) items: Items,
    pub(super) item_scopes: ItemScopes,
    pub(super) scopes: Scopes,
    /// The registry that each file sees, which is asked for with every item.
    pub(super) registries: Vec<Option<ScopeId>>,
    pub(super) resolved: Resolved,
    pub(super) tables: Tables,
    pub(super) assessments: Vec<Option<Assessment>>,
    pub(super) bodies: Bodies,
    /// What files say of shared records otherwise.
    pub(super) views: Views,
    pub(super) inquiries: Inquiries,
    pub(super) markings: Vec<Marking>,
    /// Those of shared records that not all who describe them mark alike.
    pub(super) own_markings: BTreeMap<ItemId, marking::ByFile>,
    /// The highest marking of all that can be shown.
    pub(super) highest: Option<Marking>,
    pub(super) file_markings: marking::OfFiles,
    pub(super) publishers: Vec<Publisher>,
    /// The names of ATT&CK techniques, by the id and by the file that gives them.
    pub(super) techniques: Lazy<BTreeMap<(DisplayText, ScopeId), Technique>>,
    /// The registry of the program.
    pub(super) builtin: Option<ScopeId>,
    /// Whether nothing else was read.
    pub(super) builtin_alone: bool,
    pub(super) synonyms: Lazy<Vec<Synonyms>>,
    pub(super) changes: Lazy<BTreeMap<ItemId, Vec<Change>>>,
    /// Places of the records that add to an item.
    pub(super) additions: BTreeMap<ItemId, Vec<Span>>,
    #[serde(skip)]
    pub(super) sources: Sources,
    #[serde(skip)]
    pub(super) findings: Vec<Diagnostic>,
    /// What was found once there was time for it.
    #[serde(skip)]
    pub(super) late: OnceLock<Late>,
    #[serde(skip)]
    pub(super) refused: Vec<Refused>,
    pub(super) reading: Reading,
    #[serde(skip)]
    pub(super) seals: Seals,
    #[serde(skip)]
    pub(super) set_aside: Vec<SetAside>,
    /// Briefs that would replace others that more is known of, by their own ids and those of the others.
    #[serde(skip)]
    pub(super) not_replaced: BTreeMap<(Slug, Slug), NotReplaced>,
    /// What is found in them, of which no reader shows anything.
    #[serde(skip)]
    pub(super) unread_findings: Vec<Diagnostic>,
}

impl Deref for Library {
    type Target = Whole;

    fn deref(&self) -> &Whole {
        &self.whole
    }
}

impl DerefMut for Library {
    fn deref_mut(&mut self) -> &mut Whole {
        Arc::make_mut(&mut self.whole)
    }
}

impl From<Whole> for Library {
    fn from(whole: Whole) -> Self {
        Self { whole: Arc::new(whole), from: None }
    }
}

impl Library {
    /// The library as the brief of an item describes it; from an actor, a source or a place, which belong
    /// to nobody, as it is looked at already. Costs nothing.
    #[must_use]
    pub fn within(&self, id: ItemId) -> Self {
        let own = match self.items.get(id).map(|item| item.kind) {
            Some(
                Kind::Brief
                | Kind::Event
                | Kind::Claim
                | Kind::Judgement
                | Kind::Gap
                | Kind::Question,
            ) => self.item_scopes.first(id),
            Some(Kind::Actor | Kind::Source | Kind::Place) | None => None,
        };
        Self { whole: Arc::clone(&self.whole), from: own.or(self.from) }
    }

    /// The same as a file describes it.
    pub(super) fn within_file(&self, scope: ScopeId) -> Self {
        Self { whole: Arc::clone(&self.whole), from: Some(scope) }
    }

    /// Whether it holds what is in the program and nothing else.
    pub(crate) fn is_builtin_alone(&self) -> bool {
        self.builtin_alone
    }

    /// The file from which it is looked at.
    pub(super) fn viewpoint(&self) -> Option<ScopeId> {
        self.from
    }

    /// The files whose descriptions count here: a brief's, then its registry's.
    pub(super) fn layers(&self) -> impl Iterator<Item = ScopeId> {
        let registry = |scope: ScopeId| self.registries.get(scope).copied().flatten();
        self.from.into_iter().flat_map(move |scope| iter::once(scope).chain(registry(scope)))
    }

    /// What these files say of an item otherwise than all, the first of them first.
    pub(super) fn views_of(&self, id: ItemId) -> [Option<&View>; 2] {
        let mut views = self.layers().map(|scope| self.views.items.get(&(id, scope)));
        let own = views.next().flatten();
        [own, views.next().flatten().filter(|_| own.is_none_or(|own| !own.alone))]
    }

    /// The item, if this library made the id.
    #[must_use]
    pub fn get(&self, id: ItemId) -> Option<&Item> {
        let view = self.views_of(id).into_iter().flatten().next();
        view.map(|view| &view.item).or_else(|| self.items.get(id))
    }

    /// What an item refers to, in file order.
    pub fn outgoing(&self, id: ItemId) -> impl Iterator<Item = &Edge> {
        let views = self.views_of(id);
        let alone = views.iter().flatten().any(|view| view.alone);
        let own = || views.into_iter().flatten().flat_map(|view| &view.edges);
        let replaced = own().any(|edge| edge.relation == Relation::ReplacedBy);
        let counts = move |edge: &&Edge| {
            let gives_way = alone || replaced && edge.relation == Relation::ReplacedBy;
            !gives_way || !is_of_record(edge)
        };
        let usual = self.resolved.outgoing.of(id).iter();
        own().chain(usual.filter(counts))
    }

    /// What refers to an item.
    pub fn incoming(&self, id: ItemId) -> impl Iterator<Item = &Edge> {
        let counts = |edge: &&Edge| {
            let views = self.views_of(edge.to);
            !is_of_record(edge) || !views.iter().flatten().any(|view| view.alone)
        };
        let usual = self.resolved.incoming.of(id).iter();
        let own = self.layers().flat_map(move |scope| self.views.incoming(scope, id));
        usual.filter(counts).chain(own)
    }
}
