//! Table by table: the records that stand in each, and what a record must be beside its keys.

use super::Reader;
use crate::brief::context::{Text, quoted, quoted_string};
use crate::brief::fit::in_file_order;
use crate::brief::reading::{Reading, Record};
use crate::brief::schema::{Header, Table, Top};
use crate::brief::{Actor, Aka, AkaRelation, Event, PlaceRecord, Slug, Synonyms, Technique};
use crate::diag::Code;
use crate::text;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table at the top of a file, as it is written.
pub(super) struct Written<'i> {
    /// Where its name stands.
    pub(super) name: Range<usize>,
    pub(super) value: Spanned<DeValue<'i>>,
}

/// A record as it is written.
struct Unread<'i> {
    values: DeTable<'i>,
    header: Range<usize>,
    /// The id in its header.
    key: Option<Text>,
}

impl Reader<'_> {
    /// Reads every record of a table.
    pub(super) fn read(&mut self, top: Top, written: Written<'_>) {
        match top {
            Top::Brief => self.document.brief = self.records(written).pop(),
            Top::Defaults => self.document.defaults = self.records(written).pop(),
            Top::Publisher => self.document.publishers = self.records(written),
            Top::Source => self.document.sources = self.records(written),
            Top::Actor => {
                let actors: Vec<Arc<Actor>> = self.records(written);
                for aka in actors.iter().flat_map(|actor| &actor.aka) {
                    self.check_own(aka);
                }
                self.document.actors = actors;
            }
            Top::Place => {
                let places: Vec<Arc<PlaceRecord>> = self.records(written);
                for place in &places {
                    self.check_position(place);
                }
                self.document.places = places;
            }
            Top::Technique => self.techniques(written),
            Top::Event => self.events(written),
            Top::Link => self.document.links = self.records(written),
            Top::Judgement => self.document.judgements = self.records(written),
            Top::Gap => self.document.gaps = self.records(written),
            Top::Question => self.document.questions = self.records(written),
            Top::Change => self.document.changes = self.records(written),
            Top::Synonyms => {
                let mut groups: Vec<Synonyms> = self.records(written);
                groups.retain(|group| self.is_group(group));
                self.document.synonyms = groups;
            }
        }
    }

    fn records<R: Record>(&mut self, written: Written<'_>) -> Vec<R> {
        let mut made = Vec::new();
        self.each(R::TABLE, written, |reader, record| made.extend(reader.record::<R>(record)));
        // Room for four where most files have one is half of what thousands of them take.
        made.shrink_to_fit();
        made
    }

    /// Walks through the records of a table as its header says that they stand there.
    fn each<'i>(
        &mut self,
        table: &'static Table,
        Written { name, value }: Written<'i>,
        mut keep: impl FnMut(&mut Self, Unread<'i>),
    ) {
        let header = value.span();
        match (table.header, value.into_inner()) {
            (Header::One, DeValue::Table(values)) => {
                keep(self, Unread { values, header, key: None });
            }
            (Header::Keyed, DeValue::Table(records)) => {
                for (key, value) in in_file_order(records) {
                    let header = value.span();
                    let key = Spanned::new(key.span(), key.into_inner().into_owned());
                    if let DeValue::Table(values) = value.into_inner() {
                        keep(self, Unread { values, header, key: Some(key) });
                    } else {
                        self.context.no_table(table, header);
                        let id = Slug::new(key.get_ref());
                        self.context.leave_out_record(table.noun, id, key.span());
                    }
                }
            }
            (Header::Many, DeValue::Array(records)) => {
                // One at a time: a copy of all of them would be a second file in memory.
                for record in records.iter().cloned() {
                    let header = record.span();
                    if let DeValue::Table(values) = record.into_inner() {
                        keep(self, Unread { values, header, key: None });
                    } else {
                        self.context.no_table(table, header);
                    }
                }
            }
            (Header::One | Header::Keyed | Header::Many, _) => self.context.no_table(table, name),
        }
    }

    fn record<R: Record>(&mut self, Unread { values, header, key }: Unread<'_>) -> Option<R> {
        let mut record = Reading::new(&mut self.context, (R::TABLE, None), (values, header), key);
        record.make(&mut self.context)
    }

    fn events(&mut self, written: Written<'_>) {
        self.each(Event::TABLE, written, |reader, record| {
            if let Some(event) = reader.record::<Arc<Event>>(record) {
                reader.context.above = Some(event.when.value.timeline_place());
                reader.document.events.push(event);
            }
        });
    }

    fn check_position(&mut self, place: &PlaceRecord) {
        if place.lat.is_some() != place.lon.is_some() && !place.is_damaged {
            let message = text!["a place has both `lat` and `lon` or neither"];
            let help = text!["write both, as `lat = 41.33` and `lon = 19.82`"];
            self.context.report_with(Code::E003, place.span.range(), message, Some(help));
        }
        self.context.far_from_country(place);
    }

    fn check_own(&mut self, aka: &Aka) {
        if aka.own && aka.relation != AkaRelation::Same {
            let word = aka.relation.word();
            let message =
                text!["a name that the actor uses itself is its own, and not `", word, "`"];
            let help = text!["write `as = \"same\"`, or leave out `own`"];
            self.context.report_with(Code::E004, aka.span.range(), message, Some(help));
        }
    }

    fn is_group(&mut self, group: &Synonyms) -> bool {
        let is_group = group.words.len() >= 2;
        if !is_group {
            let message = text!["a word alone is a synonym of nothing"];
            let help = text!["write `words = [\"death toll\", \"killed\"]`"];
            self.context.report_with(Code::E004, group.span.range(), message, Some(help));
        }
        is_group
    }

    fn techniques(&mut self, written: Written<'_>) {
        self.each(Technique::TABLE, written, |reader, mut record| {
            let parts = reader.parts_without_quotes(&mut record);
            // Their headers alone make a table of the technique that they are parts of.
            let is_written = parts.is_empty() || !record.values.is_empty();
            for record in parts.into_iter().chain(is_written.then_some(record)) {
                let technique = reader.record::<Technique>(record);
                reader.document.techniques.extend(technique);
            }
        });
    }

    /// Takes `[technique.T1566.001]`, to TOML a table `001` inside another one, as it was meant.
    fn parts_without_quotes<'i>(&mut self, record: &mut Unread<'i>) -> Vec<Unread<'i>> {
        let Some(main) = &record.key else { return Vec::new() };
        let is_part = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit());
        let (parts, own): (DeTable<'i>, DeTable<'i>) = std::mem::take(&mut record.values)
            .into_iter()
            .partition(|(name, _)| is_part(name.get_ref()));
        record.values = own;
        let mut unread = Vec::new();
        for (name, value) in in_file_order(parts) {
            let id = format!("{}.{}", main.get_ref(), name.get_ref());
            let message = text!["`", quoted(&id), "` stands without quotes"];
            let help = text!["write the header as `[technique.", quoted_string(&id), "]`"];
            self.context.report_with(Code::E004, name.span(), message, Some(help));
            let header = value.span();
            if let DeValue::Table(values) = value.into_inner() {
                let key = Some(Spanned::new(name.span(), id));
                unread.push(Unread { values, header, key });
            }
        }
        unread
    }
}
