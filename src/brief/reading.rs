//! One record while it is read: what of it fits its table, and what was lost of it.

use super::context::{Context, Text, quoted};
use super::fit::{Fitted, fit};
use super::shape::Table;
use super::{Amount, Reference, Slug};
use crate::diag::Code;
use serde::de::DeserializeOwned;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// A kind of record, as `schema` declares it.
pub(super) trait Record: Sized {
    /// Its table.
    const TABLE: &'static Table;

    /// Reads every key, so that every fault is found; `None` where an essential one cannot be read.
    fn read(context: &mut Context<'_>, record: &mut Reading<'_>) -> Option<Self>;

    /// What it costs in memory, with what stands inside it.
    fn amount(&self) -> Amount;
}

/// A record that the items of a library share with its file.
impl<R: Record> Record for Arc<R> {
    const TABLE: &'static Table = R::TABLE;

    fn read(context: &mut Context<'_>, record: &mut Reading<'_>) -> Option<Self> {
        R::read(context, record).map(Self::new)
    }

    fn amount(&self) -> Amount {
        R::amount(self)
    }
}

/// A record being read.
pub(super) struct Reading<'i> {
    pub(super) table: &'static Table,
    pub(super) header: Range<usize>,
    /// The id in its header, where it stands there.
    pub(super) key: Option<Text>,
    /// Its id, where it can be read.
    pub(super) id: Option<Slug>,
    /// Whether something of it could not be read.
    pub(super) damaged: bool,
    fitted: Fitted<'i>,
    /// What was made of the tables inside it.
    inside: Vec<Inside>,
}

/// A record inside another one.
struct Inside {
    noun: &'static str,
    id: Option<Slug>,
    header: Range<usize>,
}

/// What stands behind a key that takes one value or a list of them.
pub(super) enum Taken<W> {
    /// No such key, or nothing that can be read.
    Nothing,
    One(W),
    List(Vec<W>),
}

impl<'i> Reading<'i> {
    /// Holds a record against its table; `above` is the table whose records hold it.
    pub(super) fn new(
        context: &mut Context<'_>,
        (table, above): (&'static Table, Option<&'static Table>),
        (values, header): (DeTable<'i>, Range<usize>),
        key: Option<Text>,
    ) -> Self {
        let id = key.as_ref().map(Spanned::get_ref);
        let fitted = fit(context, (table, above), values, &header, id.map(String::as_str));
        let written = || fitted.table.get("id").and_then(|id| id.get_ref().as_str());
        let id = id.map_or_else(written, |id| Some(id)).and_then(Slug::new);
        let damaged = fitted.dropped;
        Self { table, header, key, id, damaged, fitted, inside: Vec::new() }
    }

    /// Makes the record; one that cannot be made is left out with what stands inside it.
    pub(super) fn make<R: Record>(&mut self, context: &mut Context<'_>) -> Option<R> {
        let made = R::read(context, self);
        if made.is_none() {
            context.leave_out_record(self.table.noun, self.id.take(), self.header.clone());
            for Inside { noun, id, header } in self.inside.drain(..) {
                context.leave_out_record(noun, id, header);
            }
        }
        made
    }

    /// Takes the id that was read, which may be another than the one that is written.
    pub(super) fn named(&mut self, id: Option<Reference>) -> Option<Reference> {
        if let Some(id) = &id {
            self.id = Some(id.value.clone());
        }
        id
    }

    /// Whether everything essential is there.
    pub(super) fn is_complete(&self) -> bool {
        self.fitted.complete
    }

    /// What stands behind a key; nothing where the record is lost anyway.
    pub(super) fn take<W: DeserializeOwned>(
        &mut self,
        context: &mut Context<'_>,
        key: &str,
    ) -> Option<W> {
        let value = self.fitted.table.remove(key).filter(|_| self.fitted.complete)?;
        let range = value.span();
        match W::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => Some(value),
            Err(error) => {
                let range = error.span().unwrap_or(range);
                context.report(Code::E004, range, quoted(error.message()));
                self.damaged = true;
                None
            }
        }
    }

    /// What stands behind a key that takes one value or a list of them.
    pub(super) fn take_several<W: DeserializeOwned>(
        &mut self,
        context: &mut Context<'_>,
        key: &str,
    ) -> Taken<W> {
        let value = self.fitted.table.get(key);
        let taken = if value.is_some_and(|value| value.get_ref().is_array()) {
            self.take(context, key).map(Taken::List)
        } else {
            self.take(context, key).map(Taken::One)
        };
        taken.unwrap_or(Taken::Nothing)
    }

    /// The records of a table inside. They are read even where this one is lost, so that their faults
    /// are found.
    pub(super) fn take_records<R: Record>(
        &mut self,
        context: &mut Context<'_>,
        key: &str,
    ) -> Vec<R> {
        let value = self.fitted.table.remove(key).map(Spanned::into_inner);
        let Some(DeValue::Array(values)) = value else { return Vec::new() };
        // A list that grows begins with room for four, and most events have one claim.
        let mut records = Vec::with_capacity(values.len());
        for value in values.iter().cloned() {
            let header = value.span();
            let DeValue::Table(values) = value.into_inner() else {
                context.no_table(R::TABLE, header);
                continue;
            };
            let tables = (R::TABLE, Some(self.table));
            let mut record = Reading::new(context, tables, (values, header.clone()), None);
            if let Some(made) = record.make(context) {
                self.inside.push(Inside { noun: R::TABLE.noun, id: record.id, header });
                records.push(made);
            }
        }
        records
    }
}
