//! Records that several files may define together: each description keeps its owner.
//!
//! What counts for everybody is the registry's entry, or the first brief's own. A file that says anything
//! else of the same thing has a view of its own: its registry's entry with what it says itself over it, or
//! its own record alone, and nothing of what any other file says.

mod actors;
mod sources;
mod words;

use super::scope::ScopeId;
use super::{Kind, Slug};
use crate::brief::{Defaults, Reference};
use crate::diag::Span;
use crate::text::DisplayText;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::sync::Arc;

/// A field that two definitions of one id fill differently.
pub(super) struct Difference {
    pub(super) field: &'static str,
    pub(super) first: (DisplayText, Span),
    pub(super) second: (DisplayText, Span),
}

/// Values of a list that are told of what another file says.
const FEW: usize = 8;

/// What hangs on a key of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Bearing {
    /// It helps to find or to read the record, as other spellings or the day on which it was read do;
    /// two files that differ in that do not contradict each other.
    Finds,
    /// It is told of the record: two that say it otherwise contradict each other.
    Tells,
    /// It says what to think of the record: a stranger's word makes a difference by itself.
    Portrays,
    /// It decides what counts for what cites the record, so that saying nothing says something too.
    Weighs,
}

/// What a record says under one of its keys: one value, all that a list holds, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Saying {
    pub(super) key: &'static str,
    pub(super) bearing: Bearing,
    pub(super) is_list: bool,
    pub(super) values: Vec<DisplayText>,
}

impl Saying {
    fn one(key: &'static str, bearing: Bearing, value: Option<DisplayText>) -> Self {
        Self { key, bearing, is_list: false, values: value.into_iter().collect() }
    }

    fn list(
        key: &'static str,
        bearing: Bearing,
        values: impl IntoIterator<Item = DisplayText>,
    ) -> Self {
        Self { key, bearing, is_list: true, values: values.into_iter().collect() }
    }
}

/// What a file says of a shared record that the description under it does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Told {
    pub(super) key: &'static str,
    pub(super) bearing: Bearing,
    /// What the file says; nothing where it is silent on what the other says.
    pub(super) says: Vec<DisplayText>,
    /// What stands there otherwise; nothing where the file only adds to it.
    pub(super) otherwise: Vec<DisplayText>,
}

/// All of it, with the places of both descriptions.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Account {
    /// The file's own record.
    pub(super) own: Span,
    /// The description that it is compared with.
    pub(super) other: Span,
    /// Whether that is the entry of the file's registry, to which a brief may add.
    pub(super) adds: bool,
    pub(super) told: Vec<Told>,
}

/// What a record that several files may define refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Publisher,
    Item(Kind),
}

/// A record that several files may define together.
pub(super) trait Shared: Clone {
    /// The word for it.
    const WORD: &'static str;
    /// The id and its place.
    fn id(&self) -> &Reference;
    /// Its name or title: two of another name never agree.
    fn name(&self) -> &DisplayText;
    /// Where it stands.
    fn span(&self) -> &Span;
    /// Name, kind and country, where two definitions disagree.
    fn differences(&self, later: &Self) -> Vec<Difference>;
    /// Everything that it says, key by key and always in the same order.
    fn says(&self) -> Vec<Saying>;
    /// A brief's record with what the registry's entry says beside it. Lists of references stay the
    /// brief's, since their edges are added up.
    fn over(&self, registry: &Self) -> Self;
    /// The ids that it is made of beside its own, with their tables: what it weighs hangs on them.
    fn refers_to(&self) -> Vec<(Table, &Slug)>;
    /// With what holds for every record of its file, where nothing else is said.
    fn filled(self: Arc<Self>, _defaults: Option<&Defaults>) -> Arc<Self> {
        self
    }

    /// Whether two definitions without a registry mean one thing: name and kind agree.
    fn agrees(&self, later: &Self) -> bool {
        self.differences(later).iter().all(|difference| difference.field == "country")
    }
}

/// A record as one file describes it.
#[derive(Debug)]
pub(super) struct Seen<T> {
    pub(super) scope: ScopeId,
    pub(super) record: Arc<T>,
    /// Whether no registry's entry lies under it.
    pub(super) alone: bool,
    /// Whether it says anything else than what lies under it.
    pub(super) is_other: bool,
    pub(super) account: Account,
}

/// One record with everything that files say of it otherwise.
#[derive(Debug)]
pub(super) struct Entry<T> {
    /// As the first file has it.
    pub(super) record: Arc<T>,
    /// The file that defines it for all, and the others.
    pub(super) first: ScopeId,
    pub(super) later: Vec<ScopeId>,
    pub(super) views: Vec<Seen<T>>,
    /// Which view each file has.
    view_of: BTreeMap<ScopeId, usize>,
    /// What is said under the views: by the record, and by views of registries.
    said: BTreeMap<Option<ScopeId>, Vec<(Saying, BTreeSet<DisplayText>)>>,
}

impl<T: Shared> Entry<T> {
    fn new(record: Arc<T>, scope: ScopeId) -> Self {
        let (views, view_of, said) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        Self { record, first: scope, later: Vec::new(), views, view_of, said }
    }

    /// The description that a file's own one lies over or is compared with.
    fn under(&self, registry: Option<ScopeId>) -> (Option<ScopeId>, &T) {
        let view = registry.and_then(|registry| self.view_of.get(&registry));
        let view = view.and_then(|at| self.views.get(*at));
        view.map_or((None, &self.record), |view| (Some(view.scope), &view.record))
    }

    /// Adds what a further file says, and gives what contradicts the registry.
    fn describe(
        &mut self,
        own: &Arc<T>,
        scope: ScopeId,
        registry: Option<ScopeId>,
        defaults: Option<&Defaults>,
    ) -> Vec<Difference> {
        self.later.push(scope);
        let alone = registry.is_none();
        let (at, under) = self.under(registry);
        let differences = if alone { Vec::new() } else { under.differences(own) };
        let record = if alone { Arc::clone(own) } else { Arc::new(own.over(under)) };
        let record = record.filled(defaults);
        let other = under.span().clone();
        let said = (!self.said.contains_key(&at)).then(|| with_sets(under.says()));
        if let Some(said) = said {
            self.said.insert(at, said);
        }
        let said = self.said.get(&at).map_or(&[][..], Vec::as_slice);
        let (told, is_other) = compare(said, own.says(), alone);
        // Two files may mean different things by one id: that is seen once every id is known.
        if is_other || alone && !own.refers_to().is_empty() {
            let account = Account { own: own.span().clone(), other, adds: !alone, told };
            self.view_of.insert(scope, self.views.len());
            self.views.push(Seen { scope, record, alone, is_other, account });
        }
        differences
    }
}

/// What is said with the members of each list, since two lists are compared.
fn with_sets(says: Vec<Saying>) -> Vec<(Saying, BTreeSet<DisplayText>)> {
    let with_set = |saying: Saying| {
        let set = saying.values.iter().cloned().collect();
        (saying, set)
    };
    says.into_iter().map(with_set).collect()
}

/// The first of some values: thousands of files may differ from one long list.
fn few(values: &[DisplayText]) -> Vec<DisplayText> {
    let more = values.len().saturating_sub(FEW);
    let rest = (more > 0).then(|| crate::text!["and ", more, " more"]);
    values.iter().take(FEW).cloned().chain(rest).collect()
}

/// What a file says of a record otherwise, and whether its description is another one at all: silence
/// over a registry's entry takes what that says, and beside a stranger's record it takes nothing.
fn compare(
    under: &[(Saying, BTreeSet<DisplayText>)],
    own: Vec<Saying>,
    alone: bool,
) -> (Vec<Told>, bool) {
    let (mut told, mut is_other) = (Vec::new(), false);
    for ((other, set), own) in under.iter().zip(own) {
        let Saying { key, bearing, is_list, values } = own;
        if values == other.values || values.is_empty() && !alone {
            continue;
        }
        let weighs = bearing == Bearing::Weighs;
        let adds_up = is_list && !(alone && weighs);
        let says: Vec<DisplayText> = if adds_up {
            values.into_iter().filter(|value| !set.contains(value)).collect()
        } else {
            values
        };
        let otherwise = if adds_up && !weighs { Vec::new() } else { few(&other.values) };
        is_other |= alone || !says.is_empty();
        if !says.is_empty() || weighs && !adds_up {
            told.push(Told { key, bearing, says, otherwise });
        }
    }
    (told, is_other)
}

/// All records of one table.
#[derive(Debug)]
pub(super) struct Pool<T> {
    pub(super) entries: Vec<Entry<T>>,
    /// Which entry an id means in a file.
    pub(super) seats: BTreeMap<(ScopeId, Slug), usize>,
    by_slug: BTreeMap<Slug, Namesakes>,
}

/// Entries of one id: thousands of briefs may have a source `s1` of their own.
#[derive(Debug)]
struct Namesakes {
    first: usize,
    /// The others by their names.
    later: BTreeMap<DisplayText, Vec<usize>>,
}

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), seats: BTreeMap::new(), by_slug: BTreeMap::new() }
    }
}

impl<T: Shared> Pool<T> {
    /// Adds what a file says to an entry, over that of its registry where it has one, and gives what
    /// contradicts the registry.
    pub(super) fn describe(
        &mut self,
        at: usize,
        own: &Arc<T>,
        (scope, registry): (ScopeId, Option<ScopeId>),
        defaults: Option<&Defaults>,
    ) -> Vec<Difference> {
        let entry = self.entries.get_mut(at);
        entry.map_or_else(Vec::new, |entry| entry.describe(own, scope, registry, defaults))
    }

    /// An entry of the same id that means the same thing.
    pub(super) fn agreeing(&self, record: &T) -> Option<usize> {
        let Namesakes { first, later } = self.by_slug.get(&record.id().value)?;
        let mut named = [first].into_iter().chain(later.get(record.name()).into_iter().flatten());
        let agrees =
            |at: &&usize| self.entries.get(**at).is_some_and(|entry| entry.record.agrees(record));
        named.find(agrees).copied()
    }

    /// The first entry of the same id.
    pub(super) fn first_of_id(&self, record: &T) -> Option<&T> {
        let namesakes = self.by_slug.get(&record.id().value)?;
        self.entries.get(namesakes.first).map(|entry| &*entry.record)
    }

    pub(super) fn push(
        &mut self,
        record: &Arc<T>,
        scope: ScopeId,
        defaults: Option<&Defaults>,
    ) -> usize {
        let at = self.entries.len();
        match self.by_slug.entry(record.id().value.clone()) {
            btree_map::Entry::Vacant(free) => {
                free.insert(Namesakes { first: at, later: BTreeMap::new() });
            }
            btree_map::Entry::Occupied(mut known) => {
                known.get_mut().later.entry(record.name().clone()).or_default().push(at);
            }
        }
        self.entries.push(Entry::new(Arc::clone(record).filled(defaults), scope));
        at
    }
}
