//! The parts of a page one after the other.

use super::content::{Block, Content, Entry, Marker, Run, Runs, Section, Tone, links_of};
use super::words::{date_and_title_in, referrers, source_line_in, targets};
use super::{Around, Wanted};
use crate::choice::{Depth, Times};
use crate::library::{ItemId, Kind, Library, Prose, ProseTarget, Relation, within_sentence};
use crate::text::DisplayText;
use std::collections::BTreeSet;

/// Builds the sections of a page.
pub(super) struct Builder<'a> {
    /// The library, for names of what is linked.
    pub(super) library: &'a Library,
    /// The item that the page is about.
    pub(super) item: ItemId,
    /// How times of day are shown.
    pub(super) times: Times,
    /// What stands around the page.
    pub(super) around: Around,
    depth: Depth,
    card: Vec<Block>,
    sections: Vec<Section>,
    /// What stands beside a label by its name, so that no list has to name it again.
    named: BTreeSet<ItemId>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(library: &'a Library, item: ItemId, wanted: Wanted) -> Self {
        Self {
            library,
            item,
            times: wanted.times,
            around: wanted.around,
            depth: wanted.depth,
            card: Vec::new(),
            sections: Vec::new(),
            named: BTreeSet::new(),
        }
    }

    /// Whether more than the card and the first paragraph is wanted.
    pub(super) fn is_full(&self) -> bool {
        self.depth == Depth::Full
    }

    /// Puts blocks on the card, below what is there.
    pub(super) fn card(&mut self, blocks: Vec<Block>) {
        self.card.extend(blocks);
    }

    /// Ends the page.
    pub(super) fn finish(self, title: DisplayText) -> Content {
        let mut body = self.sections;
        body.retain(|section| !section.is_empty());
        let (subject, answer, card) = (Some(self.item), None, self.card);
        Content { subject, title, answer, card, body }
    }

    /// Begins a part that is set off and has no name.
    pub(super) fn gap(&mut self) {
        if self.sections.last().is_some_and(|section| !section.is_empty()) {
            self.sections.push(Section::default());
        }
    }

    /// Begins a part with a name.
    pub(super) fn heading(&mut self, name: impl Into<DisplayText>) {
        self.sections.push(Section { heading: Some(name.into()), ..Section::default() });
    }

    /// Begins a part with a name and what is said beside it, set off from the part before or close to it.
    pub(super) fn heading_with(&mut self, name: impl Into<DisplayText>, remark: Runs, close: bool) {
        let heading = Some(name.into());
        self.sections.push(Section { heading, remark, close, ..Section::default() });
    }

    /// Adds a block to the part that was begun last.
    pub(super) fn push(&mut self, block: Block) {
        match self.sections.last_mut() {
            Some(section) => section.blocks.push(block),
            None => self.sections.push(Section { blocks: vec![block], ..Section::default() }),
        }
    }

    /// Runs as one paragraph.
    pub(super) fn paragraph(&mut self, runs: Runs) {
        self.push(Block::Paragraph(runs));
    }

    /// A sentence as a paragraph.
    pub(super) fn sentence(&mut self, text: impl Into<DisplayText>, tone: Tone) {
        self.paragraph(vec![Run::new(text, tone)]);
    }

    /// A label and names beside it, each with its number; nothing without names.
    pub(super) fn linked_field(&mut self, label: &'static str, items: &[ItemId]) {
        if !items.is_empty() {
            let runs = self.linked(items);
            self.labelled(label, runs);
        }
    }

    /// Names, each with its number.
    pub(super) fn linked(&mut self, items: &[ItemId]) -> Runs {
        let mut runs = Runs::new();
        for item in items {
            if !runs.is_empty() {
                runs.push(Run::text(", "));
            }
            runs.extend(self.by_name(*item, self.library.full_title(*item)));
        }
        runs
    }

    /// The name of an item with its number, after which no list has to name it again.
    pub(super) fn by_name(&mut self, item: ItemId, name: DisplayText) -> Runs {
        self.named.insert(item);
        vec![Run::text(name), Run::text(" "), Run::Number(item)]
    }

    /// A label and text beside it.
    pub(super) fn field(&mut self, label: &'static str, text: &DisplayText) {
        self.labelled(label, vec![Run::text(text.clone())]);
    }

    /// A label and runs beside it.
    pub(super) fn labelled(&mut self, label: &'static str, runs: Runs) {
        self.push(Block::Field { label, runs });
    }

    /// A label and an address, hash or path.
    pub(super) fn address(&mut self, label: &'static str, text: &DisplayText) {
        self.push(Block::Address { label, text: text.clone() });
    }

    /// The beginning of a page: all of a text, or where little is wanted its first paragraph.
    pub(super) fn summary(&mut self, prose: &Prose) {
        if self.is_full() {
            return self.prose(prose);
        }
        let end = prose.text.as_str().find("\n\n").unwrap_or(prose.text.as_str().len());
        let references = prose.references.iter().filter(|reference| reference.range.end() <= end);
        let first = Prose {
            text: prose.text.slice(0..end),
            references: references.cloned().collect(),
            written: prose.written,
        };
        self.prose(&first);
    }

    /// Whether it should still be referred to: why not, what stands for it, and for what it stands.
    pub(super) fn use_of_it(&mut self, deprecated: Option<&Prose>) {
        let (library, id) = (self.library, self.item);
        if let Some(why) = deprecated {
            let mut runs = vec![Run::new("NO LONGER USED: ", Tone::Warning)];
            runs.extend(self.prose_runs(why, Tone::Text));
            self.paragraph(runs);
        }
        let by = targets(library, id, Relation::ReplacedBy);
        if !by.is_empty() {
            let mut runs = vec![Run::new("REPLACED BY: ", Tone::Warning)];
            runs.extend(self.linked(&by));
            self.paragraph(runs);
        }
        self.linked_field("REPLACES", &referrers(library, id, Relation::ReplacedBy));
        self.gap();
    }

    /// Prose with its citations and links as numbers.
    pub(super) fn prose(&mut self, prose: &Prose) {
        let runs = self.lines_of(self.item, prose, Tone::Text);
        self.paragraph(runs);
    }

    /// Prose of another item, whose references lead where they lead there.
    pub(super) fn prose_of(&mut self, item: ItemId, prose: &Prose) {
        let runs = self.lines_of(item, prose, Tone::Text);
        self.paragraph(runs);
    }

    /// The runs of prose: a citation is a number, a link its words or the name of its target; a reference that
    /// leads nowhere stays as it is written.
    pub(super) fn prose_runs(&self, prose: &Prose, tone: Tone) -> Runs {
        self.runs_of(self.item, prose, tone)
    }

    /// As [`Self::prose_runs`], of another item, whose references lead where they lead there. All in one line,
    /// as among other words it stands: the program's own stand below, and a next line could pass for one of these.
    pub(super) fn runs_of(&self, item: ItemId, prose: &Prose, tone: Tone) -> Runs {
        if !prose.text.as_str().contains('\n') {
            return self.lines_of(item, prose, tone);
        }
        let prose = Prose { text: prose.text.unlined(), ..prose.clone() };
        self.lines_of(item, &prose, tone)
    }

    fn lines_of(&self, item: ItemId, prose: &Prose, tone: Tone) -> Runs {
        let mut runs = Runs::new();
        let mut at = 0;
        for (place, reference) in prose.references.iter().enumerate() {
            runs.push(Run::new(prose.text.slice(at..reference.range.start()), tone));
            let target = self.library.prose_target(item, &reference.target);
            match (target, &reference.target) {
                (None, _) => {
                    runs.push(Run::new(prose.text.slice(reference.range.into()), Tone::Quiet));
                }
                (Some(target), ProseTarget::Cite(_, locator)) => {
                    runs.push(Run::Number(target));
                    if let Some(locator) = locator {
                        runs.push(Run::new(crate::text![" ", locator], Tone::Quiet));
                    }
                }
                (Some(target), ProseTarget::Link(..)) => {
                    let within = |words| within_sentence(words, prose, place);
                    runs.extend(self.named_link(target, reference.words.clone(), within));
                }
            }
            at = reference.range.end();
        }
        runs.push(Run::new(prose.text.slice(at..prose.text.as_str().len()), tone));
        runs
    }

    /// The words of a link with its number, since no list has them; without words the name of an actor
    /// or place, or the title of anything else in quotes with its number.
    fn named_link(
        &self,
        item: ItemId,
        words: Option<DisplayText>,
        within: impl Fn(DisplayText) -> DisplayText,
    ) -> Runs {
        match (self.library.get(item), words) {
            (None, _) => Runs::new(),
            (Some(_), Some(words)) => {
                let text = within(words);
                vec![Run::Name { item, text }, Run::text(" "), Run::Number(item)]
            }
            (Some(found), None) if matches!(found.kind, Kind::Actor | Kind::Place) => {
                vec![Run::Name { item, text: within(found.title.clone()) }]
            }
            (Some(_), None) => {
                let text = crate::text!["“", within(self.library.full_title(item)), "”"];
                vec![Run::Name { item, text }, Run::text(" "), Run::Number(item)]
            }
        }
    }

    /// An entry of a list: the number of its item and runs.
    pub(super) fn entry(&mut self, item: ItemId, runs: Runs) {
        self.push(Block::Entry(Entry::new(Marker::Number(item), runs)));
    }

    /// An entry so many levels deep, from 1, in a list of lists.
    pub(super) fn nested(&mut self, item: ItemId, depth: usize, runs: Runs) {
        let entry = Entry { depth, ..Entry::new(Marker::Number(item), runs) };
        self.push(Block::Entry(entry));
    }

    /// One entry per linked item: its number and a text.
    pub(super) fn list(
        &mut self,
        items: &[ItemId],
        text: impl Fn(&Library, ItemId) -> DisplayText,
    ) {
        for item in items {
            let text = text(self.library, *item);
            self.entry(*item, vec![Run::text(text)]);
        }
    }

    /// A heading and one entry per item with its date and title; nothing without items.
    pub(super) fn section(&mut self, heading: &'static str, items: &[ItemId]) {
        if items.is_empty() {
            return;
        }
        self.heading(heading);
        let times = self.times;
        self.list(items, |library, item| date_and_title_in(library, item, times));
    }

    /// Sources by house and date, under their heading; nothing without any.
    pub(super) fn sources(&mut self, sources: &[ItemId]) {
        if sources.is_empty() {
            return;
        }
        self.heading("SOURCES");
        let times = self.times;
        self.list(sources, |library, source| source_line_in(library, source, times));
    }

    /// House and date of a source.
    pub(super) fn source_line(&self, source: ItemId) -> DisplayText {
        source_line_in(self.library, source, self.times)
    }

    /// The same behind a lead, with its number.
    pub(super) fn numbered_source(
        &self,
        lead: impl Into<DisplayText>,
        source: ItemId,
        tone: Tone,
    ) -> [Run; 2] {
        let line = crate::text![lead.into(), self.source_line(source), " "];
        [Run::new(line, tone), Run::Number(source)]
    }

    /// Lists the targets that the page points to and no list has named yet.
    pub(super) fn remaining_links(&mut self) {
        let (targets, listed) = links_of(&self.card, &self.sections);
        let is_named = |target: &ItemId| listed.contains(target) || self.named.contains(target);
        let missing: Vec<ItemId> = targets.into_iter().filter(|target| !is_named(target)).collect();
        self.section("LINKS", &missing);
    }
}
