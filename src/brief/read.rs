//! Reading one file: syntax, then table by table, record by record. A fault costs the record or
//! the key it stands in and nothing else.

mod beside;
mod blocks;
mod called;
mod header_names;
mod headers;
mod keys;
mod lists;
mod markings;
mod named;
mod places;
mod recover;
mod sections;
mod signs;
mod slip;
mod spot;
mod stated;
mod statement;
mod syntax;
mod tables;
mod values;
mod yaml;

use self::places::Places;
use self::slip::{Fault, Slip};
use super::context::{Context, quoted};
use super::fit::in_file_order;
use super::schema;
use super::{Document, Marking, Schema};
use crate::diag::{Code, Reported, SourceId, Sources, left_out};
use crate::text;
use crate::text::nearest;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;
use tables::Written;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The newest format that this program reads.
pub const SCHEMA: i64 = 2;

/// Whether a file is a brief or holds records for many briefs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FileKind {
    Brief,
    Registry,
}

/// Reads one brief that stands in `sources`.
///
/// A bad record is left out and found; the others stand. A file of a newer schema (E006) yields no
/// records. Cross-record rules (dangling references, cycles, markings) are the library's.
#[must_use]
pub fn read(sources: &Sources, source: SourceId) -> Reported<Document> {
    read_file(sources, source, FileKind::Brief)
}

/// Reads one file of `_registry/`: what several briefs share, and no `[brief]`.
#[must_use]
pub fn read_registry(sources: &Sources, source: SourceId) -> Reported<Document> {
    read_file(sources, source, FileKind::Registry)
}

/// Where the layout of a text is read as something else than the text, though both are one to TOML: what a
/// header means, and what a marking below it marks, may hang on what stands above. The place is one of the
/// layout; its beginning where only the text is read as something else than TOML.
pub(super) fn misread(text: &str, layout: &str) -> Option<usize> {
    let faults = |text| {
        let faults = recover::recover(text, false).map_or_else(Vec::new, |found| found.faults);
        faults.into_iter().map(|fault| (fault.at.start, fault.slip)).collect()
    };
    let other_fault = other(faults(text), faults(layout));
    other_fault.or_else(|| other(marked(text), marked(layout)))
}

/// A record by its noun and its title, since an id may be made after its line, and how it is marked.
type Marked = (&'static str, String, Option<Marking>);

/// How each record of a text is marked, by where it begins, and all of it.
fn marked(text: &str) -> Vec<(usize, Marked)> {
    let mut sources = Sources::default();
    let source = sources.add("layout".into(), text);
    let document = read_file(&sources, source, FileKind::Brief).value;
    let brief = document.brief.iter();
    let brief = brief.map(|own| ("brief", &own.span, &own.title, Some(&own.marking)));
    let records = brief.chain(document.markable());
    let mut marked: Vec<(usize, Marked)> = records
        .map(|(noun, span, title, marking)| {
            let own = marking.map(|marking| marking.value);
            (span.start(), (noun, title.as_str().to_owned(), own))
        })
        .collect();
    marked.push((0, ("file", String::new(), document.marked.floor)));
    marked
}

/// Where what is found in a layout is not what is found in its text.
fn other<F: Eq + Hash>(text: Vec<(usize, F)>, layout: Vec<(usize, F)>) -> Option<usize> {
    let mut known: HashMap<F, usize> = HashMap::new();
    for (_, found) in text {
        *known.entry(found).or_default() += 1;
    }
    for (place, found) in layout {
        match known.get_mut(&found).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => return Some(place),
        }
    }
    known.values().any(|count| *count > 0).then_some(0)
}

fn read_file(sources: &Sources, source: SourceId, kind: FileKind) -> Reported<Document> {
    let raw = sources.raw(source);
    let mut context = Context::new(sources, source);
    let readable = syntax::readable(raw);
    let mut parsed = syntax::parse(readable);
    let recovered = recover::recover(readable, syntax::is_faulty(&parsed));
    let text = recovered.as_ref().map_or(readable, |recovered| recovered.text.as_str());
    if recovered.is_some() {
        parsed = syntax::parse(text);
    }
    let mended = match kind {
        FileKind::Brief => syntax::mend(text, &parsed),
        FileKind::Registry => None,
    };
    if let Some(mended) = &mended {
        parsed = syntax::parse(&mended.text);
    }
    let syntax::Parsed { root, errors } = parsed;
    let as_written = Places::default();
    let (faults, places) = match &recovered {
        Some(recovered) => (&recovered.faults[..], &recovered.places),
        None => (&[][..], &as_written),
    };
    syntax::tell(&mut context, (faults, &errors), places, readable.len());
    let mut root = places.table(root);
    let mut reader = Reader { context, document: Document::default() };
    if reader.schema(root.remove("schema")) {
        if kind == FileKind::Brief {
            reader.brief_without_header(&mut root);
        }
        if kind == FileKind::Brief && !root.contains_key("brief") {
            let message =
                text!["this file has no `[brief]`; every brief needs one with id, title, tlp"];
            let help = text!["a file of records for many briefs belongs in `_registry/`"];
            reader.context.report_with(Code::E003, 0..0, message, Some(help));
        }
        for misplaced in mended.as_ref().map_or(&[][..], |mended| &mended.misplaced) {
            reader.misplaced(misplaced, places);
        }
        for (name, value) in in_file_order(root) {
            reader.table(kind, &name, value);
        }
    }
    for fault in faults.iter().filter(|fault| !fault.unread.is_empty()) {
        reader.unread_records(fault);
    }
    reader.settle_markings(kind == FileKind::Registry);
    let Reader { context, mut document } = reader;
    document.left_out = context.left_out;
    document.marked.file = Some(source);
    let mut diagnostics = context.found;
    called::name(&document, &context.unnamed, &mut diagnostics);
    let costs = |code: Code| {
        matches!(code, Code::E001 | Code::E002 | Code::E003 | Code::E004 | Code::E010 | Code::E011)
    };
    document.is_damaged = diagnostics.iter().any(|found| costs(found.code));
    diagnostics.extend(left_out(sources, source, context.untold, context.untold_gravest));
    diagnostics.sort_by_key(|found| (found.primary.start(), found.primary.end()));
    Reported { value: document, diagnostics }
}

struct Reader<'a> {
    context: Context<'a>,
    document: Document,
}

impl Reader<'_> {
    /// Reads `schema`; whether the rest can be read.
    fn schema(&mut self, value: Option<Spanned<DeValue<'_>>>) -> bool {
        let Some(value) = value else {
            let message = text!["this file has no `schema`"];
            let help = text!["write `schema = 2` as the first line"];
            self.context.report_with(Code::E005, 0..0, message, Some(help));
            return true;
        };
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        match number {
            Some(number) if number > SCHEMA => {
                let message =
                    text!["this brief is schema ", number, "; this attache reads up to ", SCHEMA];
                self.context.report(Code::E006, value.span(), message);
                false
            }
            Some(SCHEMA) => true,
            Some(1) => {
                self.document.schema = Schema::One;
                true
            }
            _ => {
                let message = text!["`schema` must be the whole number 1 or 2"];
                let help = text!["write `schema = 2`"];
                self.context.report_with(Code::E004, value.span(), message, Some(help));
                true
            }
        }
    }

    fn table(&mut self, kind: FileKind, name: &Spanned<Cow<'_, str>>, value: Spanned<DeValue<'_>>) {
        if name.get_ref().starts_with("x-") {
            return;
        }
        let Some((top, table)) = schema::top(name.get_ref()) else {
            self.unknown_table(name);
            return;
        };
        if kind == FileKind::Registry && !table.registry {
            let held = schema::TABLES.iter().filter(|table| table.registry);
            let held: Vec<&str> = held.map(|table| table.name).collect();
            let message = text![
                "a registry file holds no `",
                table.written,
                "`; only ",
                quoted(&held.join(", "))
            ];
            self.context.report(Code::E002, name.span(), message);
            return;
        }
        self.read(top, Written { name: name.span(), value });
    }

    /// Reads the keys of a brief that stand at the top of the file, without `[brief]` above them.
    fn brief_without_header(&mut self, root: &mut DeTable<'_>) {
        let of_brief =
            |name: &str| schema::BRIEF.key(name).is_some() && schema::top(name).is_none();
        if root.contains_key("brief") || !root.contains_key("title") {
            return;
        }
        let names: Vec<_> = root.keys().filter(|name| of_brief(name.get_ref())).cloned().collect();
        let Some(first) = names.iter().map(Spanned::span).min_by_key(|span| span.start) else {
            return;
        };
        let mut brief = DeTable::new();
        for name in names {
            if let Some(value) = root.remove(&**name.get_ref()) {
                brief.insert(name, value);
            }
        }
        let message = text![
            "the keys of the brief stand here without `[brief]` above them; they are read all the same"
        ];
        let help = text!["write `[brief]` above this line"];
        self.context.report_with(Code::E003, first.clone(), message, Some(help));
        let header = Spanned::new(first.clone(), Cow::Borrowed("brief"));
        root.insert(header, Spanned::new(first, DeValue::Table(brief)));
    }

    fn unknown_table(&mut self, name: &Spanned<Cow<'_, str>>) {
        if self.follows_syntax_error(name.span().start) {
            return;
        }
        let message = text!["unknown table or key `", quoted(name.get_ref()), "` in a brief"];
        let names = schema::TABLES.iter().map(|table| table.name).chain(["schema"]);
        let help = nearest(name.get_ref(), names).map_or_else(
            || text!["tables of your own begin with `x-`"],
            |near| text!["did you mean `", quoted(near), "`?"],
        );
        self.context.report_with(Code::E002, name.span(), message, Some(help));
    }

    /// Whether a key stands after a syntax error in one block: the keys below a broken header fall
    /// to the top of the file and are none of the author's.
    fn follows_syntax_error(&self, start: usize) -> bool {
        let before = self.context.broken.partition_point(|at| *at <= start);
        before
            .checked_sub(1)
            .and_then(|last| self.context.broken.get(last))
            .and_then(|at| self.context.raw.get(*at..start))
            .is_some_and(|between| !between.contains("\n["))
    }

    /// A header that would have hidden every record of its table.
    fn misplaced(&mut self, misplaced: &syntax::Misplaced, places: &Places) {
        let syntax::Misplaced { table, key, header } = misplaced;
        let Some(header) = header.clone().map(|header| places.written(header)) else {
            self.context.no_table(table, places.written(key.clone()));
            return;
        };
        let written = quoted(text::part(self.context.raw, header.clone()));
        let message = text!["`", written, "` stands before any `", table.written, "`"];
        let help = text!["move it below the `", table.written, "` that it belongs to"];
        self.context.report_with(Code::E004, header, message, Some(help));
    }

    /// Remembers the records that stand in lines which are not read.
    fn unread_records(&mut self, fault: &Fault) {
        let unread = fault.unread.clone();
        let text = text::part(self.context.raw, unread.clone());
        for (noun, id, at) in recover::records(text) {
            // Its id is that of another record.
            let id = id.filter(|_| fault.slip != Slip::HeaderTwice);
            let header = unread.start + at.start..unread.start + at.end;
            self.context.leave_out_record(noun, id, header);
        }
    }
}
