//! How a library is made of what was read.

use super::inquiry::Inquiries;
use super::interest::Bodies;
use super::items::Items;
use super::linked::Tables;
use super::merge::Merged;
use super::seal::Seals;
use super::whole::Whole;
use super::{
    Collection, Library, Reading, Refused, assess, check, editions, marking, merge, provenance,
    resolve,
};
use crate::diag::{Diagnostic, Sources};
use std::collections::BTreeMap;
use std::sync::OnceLock;

impl Library {
    /// Resolves all references of all collections; of each brief one edition is read, and none that another
    /// brief replaces. The findings are those of single files and those across records.
    ///
    /// Actors, sources and places of one id become one item where a registry holds them, or where
    /// two briefs without a registry agree on name and kind. A reference to a source, actor or place
    /// that nobody defines is found and gets a stand-in item ([`super::Item::known`] is false).
    #[must_use]
    pub fn new(
        collections: Vec<Collection>,
        sources: Sources,
        findings: Vec<Diagnostic>,
        refused: Vec<Refused>,
    ) -> Self {
        Self::of_sets(collections, sources, findings, (refused, Seals::default()))
    }

    /// The same of files of which sealed sets say something: what nobody vouches for takes no place of what
    /// somebody does.
    pub(super) fn of_sets(
        collections: Vec<Collection>,
        sources: Sources,
        findings: Vec<Diagnostic>,
        (refused, seals): (Vec<Refused>, Seals),
    ) -> Self {
        let documents = collections.iter().flat_map(|all| all.registry.iter().chain(&all.briefs));
        let files: marking::OfFiles =
            documents.filter_map(|file| Some((file.marked.file?, file.marked.strictest))).collect();
        let builtin_alone = matches!(collections.as_slice(), [one] if one.is_builtin);
        let mut merged = merge::merge(collections, &sources, &seals);
        let resolved = resolve::resolve(&mut merged);
        let tables = Tables::new(&merged, &resolved);
        let bodies = Bodies::new(&merged, &resolved);
        let additions = provenance::additions(&merged);
        let (markings, own_markings) = marking::in_force(&merged, &additions);
        merged.scopes.by_slug.extend(&merged.items, |item| !item.known);
        let changes = merged.documents.iter().filter_map(|(_, document)| {
            let brief = merged.scopes.briefs.get(&document.brief.as_ref()?.id.value)?;
            Some((*brief, document.changes.clone()))
        });
        let synonyms = merged.documents.iter().flat_map(|(_, document)| document.synonyms.clone());
        let cut: Vec<Diagnostic> = tables.findings(&merged.items).collect();
        let mut library = Self::from(Whole {
            highest: None,
            file_markings: marking::OfFiles::new(),
            tables,
            assessments: Vec::new(),
            inquiries: Inquiries::default(),
            bodies,
            views: std::mem::take(&mut merged.views),
            markings,
            own_markings,
            changes: changes.collect::<BTreeMap<_, _>>().into(),
            additions,
            findings,
            late: OnceLock::new(),
            refused,
            reading: Reading::default(),
            seals,
            not_replaced: std::mem::take(&mut merged.not_replaced),
            set_aside: std::mem::take(&mut merged.set_aside),
            unread_findings: Vec::new(),
            sources,
            resolved,
            publishers: std::mem::take(&mut merged.publishers),
            techniques: std::mem::take(&mut merged.techniques).into(),
            builtin: merged.builtin,
            builtin_alone,
            synonyms: synonyms.collect::<Vec<_>>().into(),
            items: Items::Read(std::mem::take(&mut merged.items)),
            item_scopes: std::mem::take(&mut merged.item_scopes),
            registries: merged.scopes.list.iter().map(|scope| scope.registry).collect(),
            scopes: std::mem::take(&mut merged.scopes),
        });
        library.reckon(merged, cut);
        library.mark_files(files);
        library
    }

    /// What follows from the sources of each record, and what is found across records.
    fn reckon(&mut self, merged: Merged, cut: Vec<Diagnostic>) {
        let mut across = merged.findings;
        across.extend(assess::assess(self));
        across.extend(cut);
        editions::keep_apart(self);
        self.inquiries = Inquiries::new(self);
        self.mark_disputed();
        check::check(self, &merged.documents, &mut across);
        let across = across.close(&self.sources);
        self.findings.extend(across);
        check::sort(&mut self.findings);
    }
}
