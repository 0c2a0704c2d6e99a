//! Reading one file: syntax, then table by table, record by record. A fault costs the record or
//! the key it stands in and nothing else.

mod headers;
mod keyed;
mod many;
mod named;
mod places;
mod recover;
mod sections;
mod signs;
mod slip;
mod spot;
mod statement;
mod syntax;
mod values;
mod yaml;

use self::places::Places;
use self::slip::{Fault, Slip};
use super::context::{Context, quoted};
use super::fit::{Fitted, fit, in_file_order};
use super::raw::{RawBrief, Text};
use super::schema::{self, Header, Table};
use super::{Brief, Document, LeftOut, Marking, Schema, Slug};
use crate::diag::{
    Code, Diagnostic, Located, Reported, Severity, SourceId, Sources, Span, left_out,
};
use crate::text;
use crate::text::nearest;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

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

fn read_file(sources: &Sources, source: SourceId, kind: FileKind) -> Reported<Document> {
    let raw = sources.raw(source);
    let mut context = Context {
        sources,
        source,
        raw,
        found: Vec::new(),
        broken: Vec::new(),
        untold: 0,
        untold_gravest: Severity::Information,
    };
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
    let mut reader =
        Reader { context, document: Document::default(), ids: BTreeMap::new(), told_full: false };
    if reader.schema(root.remove("schema")) {
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
    let Reader { context, mut document, .. } = reader;
    let mut diagnostics = context.found;
    let costs = |code: Code| {
        matches!(code, Code::E001 | Code::E002 | Code::E003 | Code::E004 | Code::E010 | Code::E011)
    };
    document.is_damaged = diagnostics.iter().any(|found| costs(found.code));
    diagnostics.extend(left_out(sources, source, context.untold, context.untold_gravest));
    diagnostics.sort_by_key(|found| (found.primary.range.start, found.primary.range.end));
    Reported { value: document, diagnostics }
}

/// A record's table, taken apart.
struct Record<'i> {
    fitted: Fitted<'i>,
    header: Range<usize>,
}

struct Reader<'a> {
    context: Context<'a>,
    document: Document,
    /// Ids of events, claims and judgements.
    ids: BTreeMap<Slug, (Span, &'static str)>,
    /// Whether the limit of events is told.
    told_full: bool,
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
        let Some(table) = schema::table(name.get_ref()) else {
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
        let range = value.span();
        match (table.header, value.into_inner()) {
            (Header::One, DeValue::Table(record)) => self.brief(record, range),
            (Header::Keyed, DeValue::Table(records)) => self.keyed(table, records),
            (Header::Many, DeValue::Array(records)) => {
                for record in records.iter().cloned() {
                    let range = record.span();
                    if let DeValue::Table(record) = record.into_inner() {
                        self.many(table, record, range);
                    } else {
                        self.no_table(table, range);
                    }
                }
            }
            _ => self.no_table(table, name.span()),
        }
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
            self.no_table(table, places.written(key.clone()));
            return;
        };
        let written = quoted(self.context.raw.get(header.clone()).unwrap_or_default());
        let message = text!["`", written, "` stands before any `", table.written, "`"];
        let help = text!["move it below the `", table.written, "` that it belongs to"];
        self.context.report_with(Code::E004, header, message, Some(help));
    }

    /// Remembers a record that is not made.
    fn leave_out(&mut self, noun: &'static str, id: Option<Slug>, header: Range<usize>) {
        let line = self.context.line(&header);
        let span = self.context.span(header);
        self.document.left_out.push(LeftOut { noun, id, span, line });
    }

    /// Remembers the records that stand in lines which are not read.
    fn unread_records(&mut self, fault: &Fault) {
        let unread = fault.unread.clone();
        let text = self.context.raw.get(unread.clone()).unwrap_or_default();
        for (noun, id, at) in recover::records(text) {
            // Its id is that of another record.
            let id = id.filter(|_| fault.slip != Slip::HeaderTwice);
            let header = unread.start + at.start..unread.start + at.end;
            self.leave_out(noun, id, header);
        }
    }

    fn no_table(&mut self, table: &Table, range: Range<usize>) {
        let message = text!["`", table.name, "` must be written as `", table.written, "`"];
        self.context.report(Code::E004, range, message);
    }

    /// Holds a record against its keys.
    fn fit<'i>(
        &mut self,
        table: &'static Table,
        record: DeTable<'i>,
        header: Range<usize>,
        id: Option<&str>,
    ) -> Record<'i> {
        let fitted = fit(&mut self.context, table, record, &header, id);
        Record { fitted, header }
    }

    /// Makes the typed record; `None` when a required key is missing or has a wrong type.
    fn decode<T: DeserializeOwned>(
        &mut self,
        record: DeTable<'_>,
        header: &Range<usize>,
    ) -> Option<T> {
        let value = Spanned::new(header.clone(), DeValue::Table(record));
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(record) => Some(record),
            Err(error) => {
                let range = error.span().unwrap_or(header.clone());
                self.context.report(Code::E004, range, quoted(error.message()));
                None
            }
        }
    }

    /// Takes an id of the space of events, claims and judgements.
    fn own_id(&mut self, noun: &'static str, text: &Text) -> Option<Located<Slug>> {
        let id = self.context.slug(text)?;
        if let Some((first, first_noun)) = self.ids.get(&id.value) {
            let line = self.context.line(&first.range);
            let message = text![
                "`",
                id.value.shown(),
                "` is already the id of the ",
                first_noun,
                " at line ",
                line
            ];
            let first = first.clone();
            self.context.keep(
                Diagnostic::new(Code::E011, id.span, message)
                    .related(first, "used here first")
                    .help("events, claims and judgements share one space of ids"),
            );
            return None;
        }
        self.ids.insert(id.value.clone(), (id.span.clone(), noun));
        Some(id)
    }

    fn brief(&mut self, record: DeTable<'_>, header: Range<usize>) {
        let Record { mut fitted, header } = self.fit(&schema::BRIEF, record, header, None);
        let has_marking = fitted.table.contains_key("tlp");
        if !fitted.table.contains_key("id") {
            return;
        }
        // A title of a wrong type is reported; the brief stands under its id.
        if !fitted.complete {
            fitted.table.remove("title");
        }
        let Some(raw) = self.decode::<RawBrief>(fitted.table, &header) else { return };
        let context = &mut self.context;
        let Some(id) = context.slug(&raw.id) else { return };
        if !has_marking {
            let message = text!["the brief has no marking; it is treated as RED"];
            let help = text!["add `tlp = \"CLEAR\"`, or GREEN, AMBER, AMBER+STRICT, RED"];
            context.report_with(Code::E130, header.clone(), message, Some(help));
        }
        let marking = raw.tlp.as_ref().and_then(|text| context.marking(text));
        self.document.brief = Some(Brief {
            title: raw
                .title
                .as_ref()
                .map_or_else(|| id.value.shown(), |title| context.line_text(title)),
            id,
            short: raw.short.as_ref().map(|text| context.located(text)),
            short_title: raw.short_title.as_ref().map(|text| context.located(text)),
            bluf: raw.bluf.as_ref().map(|text| super::prose::read(context, text)),
            marking: marking.as_ref().map_or(Marking::Red, |marking| marking.value),
            marking_span: raw
                .tlp
                .as_ref()
                .map_or_else(|| context.span(header.clone()), |text| context.span(text.span())),
            as_of: raw.as_of.as_ref().and_then(|text| context.when(text)).map(|when| when.value),
            revision: raw.revision.as_ref().and_then(|number| context.revision(number)),
            status: raw.status.as_ref().and_then(|text| context.word("status", text)),
            authors: raw.authors.iter().map(|text| context.line_text(text)).collect(),
            source_summary: raw
                .source_summary
                .as_ref()
                .map(|text| super::prose::read(context, text)),
            handling: raw.handling.as_ref().map(|text| context.line_text(text)),
            supersedes: context.slugs(&raw.supersedes),
            span: context.span(header),
        });
    }
}

impl Context<'_> {
    /// A revision, from 1.
    fn revision(&mut self, number: &Spanned<i64>) -> Option<u32> {
        let revision = u32::try_from(*number.get_ref()).ok().filter(|revision| *revision > 0);
        if revision.is_none() {
            let message =
                text!["`revision` must be a whole number from 1, found ", number.get_ref()];
            self.report(Code::E004, number.span(), message);
        }
        revision
    }
}
