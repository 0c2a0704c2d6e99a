//! What references in running text name.

use super::scope::{ScopeId, Scopes};
use super::{Item, ItemId, Kind, ProseTarget, Slug};

/// What a reference in running text names.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    Item(ItemId),
    /// A publisher that is no actor: known, but no item.
    Publisher,
    None,
    /// The kind words among which the reader has to choose.
    Ambiguous(Vec<&'static str>),
}

/// Looks a reference of running text up: in the brief, its registry, then, for a link, in all other
/// briefs if exactly one item there has the id. A house may be an actor.
pub(super) fn prose_target<'l>(
    scopes: &Scopes,
    item: impl Fn(ItemId) -> Option<&'l Item>,
    house: impl Fn(usize) -> Option<ItemId>,
    scope: ScopeId,
    target: &ProseTarget,
) -> Target {
    let publisher = |slug: &Slug| {
        let at = scopes.publisher(scope, slug)?;
        Some(house(at).map_or(Target::Publisher, Target::Item))
    };
    match target {
        ProseTarget::Cite(slug, _) => {
            scopes.find(scope, Kind::Source, slug).map_or(Target::None, Target::Item)
        }
        ProseTarget::Link(Some(word), slug) if word.as_str() == "publisher" => {
            publisher(slug).unwrap_or(Target::None)
        }
        ProseTarget::Link(Some(word), slug) => {
            let Some(kind) = Kind::from_word(word.as_str()) else { return Target::None };
            let here = scopes.find(scope, kind, slug);
            here.map_or_else(|| elsewhere(scopes, item, Some(kind), slug), Target::Item)
        }
        ProseTarget::Link(None, slug) => {
            let here = scopes.any(scope, slug);
            let house = publisher(slug)
                .filter(|house| !here.iter().any(|(_, id)| *house == Target::Item(*id)));
            match (here.as_slice(), house) {
                ([], Some(house)) => house,
                ([], None) => elsewhere(scopes, item, None, slug),
                ([(_, only)], None) => Target::Item(*only),
                (several, house) => Target::Ambiguous(
                    several
                        .iter()
                        .map(|(kind, _)| kind.word())
                        .chain(house.map(|_| "publisher"))
                        .collect(),
                ),
            }
        }
    }
}

/// An item of another brief; a record that only stands in for an id does not count.
fn elsewhere<'l>(
    scopes: &Scopes,
    item: impl Fn(ItemId) -> Option<&'l Item>,
    kind: Option<Kind>,
    slug: &Slug,
) -> Target {
    let known = |id: &ItemId| {
        item(*id).is_some_and(|item| item.known && kind.is_none_or(|kind| kind == item.kind))
    };
    let mut found = scopes.by_slug.of(slug, &item).filter(known);
    match (found.next(), found.next()) {
        (Some(id), None) => Target::Item(id),
        (None, _) | (Some(_), Some(_)) => Target::None,
    }
}
