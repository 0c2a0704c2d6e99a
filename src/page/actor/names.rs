//! The names of an actor: those really used, and those that others give it.

use crate::library::{Actor, Aka, AkaRelation, ItemId, Relation, named};
use crate::page::builder::Builder;
use crate::page::content::{Block, Entry, Marker, Run, Runs, Tone};
use crate::page::words::{and_separated, language_words, referrers};
use crate::text::{DisplayText, comma_separated};

/// Other names under one heading, each of the others with who gives it; then those that it gives.
pub(super) fn names(builder: &mut Builder<'_>, actor: &Actor) {
    let has_names = !actor.aliases.is_empty()
        || !actor.names.is_empty()
        || !actor.aka.is_empty()
        || actor.say.is_some();
    if has_names {
        builder.heading("ALSO KNOWN AS");
    }
    if !actor.aliases.is_empty() {
        builder.sentence(comma_separated(&actor.aliases), Tone::Text);
    }
    given(builder, &actor.aka);
    for native in &actor.names {
        // A line of its own: right-to-left text beside Latin would be reordered with it.
        let language = language_words(&native.language);
        let runs = vec![
            Run::text(native.name.clone()),
            Run::new(crate::text!["  (", language, ")"], Tone::Quiet),
        ];
        builder.push(Block::Entry(Entry::new(Marker::Dash, runs)));
    }
    if let Some(say) = &actor.say {
        builder.field("SAY IT", say);
    }
    given_to_others(builder);
}

/// Names that others give it, with who does and the sources.
fn given(builder: &mut Builder<'_>, aka: &[Aka]) {
    let library = builder.library;
    let namers = library.ends_by_slug(builder.item, Relation::AssertedBy);
    let known = library.ends_by_slug(builder.item, Relation::Cites);
    for name in aka {
        let by = name.by.iter().map(|by| match namers.get(&by.value) {
            Some(namer) => library.short_name(*namer),
            None => by.value.shown(),
        });
        let by = and_separated(&by.collect::<Vec<_>>());
        let mut runs = vec![Run::new(name.name.clone(), Tone::Strong)];
        runs.push(Run::text(crate::text![", ", relation_words(name, &by)]));
        runs.extend(cited_in(builder, &named(&known, &name.cite).collect::<Vec<_>>()));
        builder.push(Block::Entry(Entry::new(Marker::Dash, runs)));
    }
}

/// How a name relates, by whom: `as Microsoft calls it`.
fn relation_words(name: &Aka, by: &DisplayText) -> DisplayText {
    let (how, says) = match name.relation {
        AkaRelation::Same if name.own && by.is_empty() => {
            return "a name that others gave it and that it now uses itself".into();
        }
        AkaRelation::Same if name.own => {
            return crate::text!["first given by ", by, "; it now uses the name itself"];
        }
        AkaRelation::Same if by.is_empty() => return "as it is also called".into(),
        AkaRelation::Same => return crate::text!["as ", by, " calls it"],
        AkaRelation::OperatorOf => ("which it operates", ", says "),
        AkaRelation::PartOf => ("of which it is a part", ", says "),
        AkaRelation::Overlaps => ("with which it shares activity", ", says "),
        AkaRelation::Disputed => ("which may be the same or not", "; the name is used by "),
    };
    if by.is_empty() { how.into() } else { crate::text![how, says, by] }
}

/// `  (A Microsoft, 8 Sep 2022 [4])`.
fn cited_in(builder: &Builder<'_>, sources: &[ItemId]) -> Runs {
    if sources.is_empty() {
        return vec![Run::new("  (no source)", Tone::Quiet)];
    }
    let mut runs = vec![Run::new("  (", Tone::Quiet)];
    runs.extend(source_lines(builder, sources, Tone::Quiet));
    runs.push(Run::new(")", Tone::Quiet));
    runs
}

/// `A Microsoft, 8 Sep 2022 [4]; B CISA [5]`.
pub(super) fn source_lines(builder: &Builder<'_>, sources: &[ItemId], tone: Tone) -> Runs {
    let mut runs = Runs::new();
    for source in sources {
        let between = if runs.is_empty() { "" } else { "; " };
        let letter = builder.library.reliability(*source).word();
        runs.extend(builder.numbered_source(crate::text![between, letter, " "], *source, tone));
    }
    runs
}

/// The actors that this one has a name of its own for.
fn given_to_others(builder: &mut Builder<'_>) {
    let (library, id) = (builder.library, builder.item);
    let namers = referrers(library, id, Relation::AssertedBy);
    let mut others: Vec<ItemId> =
        namers.into_iter().filter(|o| library.actor(*o).is_some()).collect();
    others.dedup();
    if others.is_empty() {
        return;
    }
    let name = super::capitals(builder);
    builder.heading(crate::text!["WHAT ", name, " CALLS OTHERS"]);
    for other in others {
        let edges = library.outgoing(other);
        let own = edges.filter(|edge| edge.relation == Relation::AssertedBy && edge.to == id);
        let given: Vec<DisplayText> =
            own.filter_map(|edge| edge.label.as_deref().cloned()).collect();
        let words = crate::text![library.full_title(other), ": ", comma_separated(&given)];
        builder.entry(other, vec![Run::text(words)]);
    }
}
