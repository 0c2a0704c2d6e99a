//! The whole, from the text of briefs: items, links, assessments, answers, findings.

mod answers;
mod editions;
mod findings;
mod inquiries;
mod joint;
mod links;
mod merging;
mod owners;
mod real;
mod reliance;
mod several;
mod testimony;
mod ties;
mod timeline;

use super::*;
use crate::brief;
use crate::diag::{Code, Diagnostic};

/// A library of briefs without a registry.
pub(super) fn library(briefs: &[&str]) -> Library {
    with_registry(&[], briefs)
}

/// A library of one folder.
pub(super) fn with_registry(registry: &[&str], briefs: &[&str]) -> Library {
    let mut sources = Sources::default();
    let collection = collection(&mut sources, registry, briefs);
    Library::new(vec![collection], sources, Vec::new(), Vec::new())
}

fn collection(sources: &mut Sources, registry: &[&str], briefs: &[&str]) -> Collection {
    let mut collection = Collection::default();
    for text in registry {
        let source = sources.add("_registry/all.toml".into(), *text);
        collection.registry.push(brief::read_registry(sources, source).value);
    }
    for text in briefs {
        let source = sources.add("brief.toml".into(), *text);
        collection.briefs.push(brief::read(sources, source).value);
    }
    collection
}

/// A brief around some records.
pub(super) fn a_brief(id: &str, records: &str) -> String {
    format!("schema = 1\n[brief]\nid = \"{id}\"\ntitle = \"{id}\"\ntlp = \"CLEAR\"\n{records}")
}

pub(super) fn slug(id: &str) -> Slug {
    Slug::new(id).unwrap()
}

/// The item with a reference; fails the test when there is none.
pub(super) fn at(library: &Library, reference: &str) -> ItemId {
    library.find_reference(reference).unwrap_or_else(|error| panic!("{}", error.message))
}

/// The references of some items.
pub(super) fn names(library: &Library, ids: &[ItemId]) -> Vec<String> {
    ids.iter().map(|id| library.reference(*id).as_str().to_owned()).collect()
}

/// All findings as `E110 10:5 message`.
pub(super) fn found(library: &Library) -> Vec<String> {
    let line = |found: &Diagnostic| {
        let place = library.sources().place(found.primary.source, found.primary.start());
        format!("{} {}:{} {}", found.code.id(), place.line, place.column, found.message)
    };
    library.findings().iter().map(line).collect()
}

pub(super) fn codes(library: &Library) -> Vec<Code> {
    library.findings().iter().map(|found| found.code).collect()
}

/// Prose of a claim, as the reader of briefs makes it.
pub(super) fn prose(text: &str) -> Prose {
    let records = format!(
        "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"other\"\nsummary = \"{text}\"\n"
    );
    let library = library(&[&a_brief("b", &records)]);
    library.event(at(&library, "event:e")).unwrap().summary.clone().unwrap()
}
