//! What may stand behind a key: its shape in the schema, what TOML holds, and what becomes of it.
//!
//! `schema` declares the keys with these. As it stands a form is required; [`Option`] and [`Vec`] of it
//! are not. Some forms, as [`Names`], are nothing where nothing is written.

mod forms;
mod one_or_more;

pub use forms::*;
pub use one_or_more::OneOrMore;

use super::context::Context;
use super::reading::{Reading, Record};
use super::shape::Shape;
use super::{Amount, Prose};
use crate::diag::Located;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;
use toml::Spanned;

/// What a record has where a key holds this.
pub trait Held {
    /// Its type.
    type Value;
}

/// What one value is and how it is read.
pub(super) trait Form: Held {
    /// What the schema says of it.
    const SHAPE: Shape;
    /// What TOML holds.
    type Written: DeserializeOwned;

    /// Reads what is written; `None` after a finding.
    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
        written: &Self::Written,
    ) -> Option<Self::Value>;

    /// The running text in a value.
    fn prose(_: &Self::Value) -> Option<&Prose> {
        None
    }

    /// What a value adds to a record in memory.
    fn amount(_: &Self::Value) -> Amount {
        Amount::default()
    }
}

/// A form that lists hold.
pub(super) trait Listed: Form {
    /// What the schema says of a list of it.
    const LIST: Shape;

    /// Reads a list; a bad element costs itself.
    fn read_list(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
        written: &[Self::Written],
    ) -> Vec<Self::Value> {
        // Collected it would have room for four, and most have one.
        let mut list = Vec::with_capacity(written.len());
        list.extend(written.iter().filter_map(|one| Self::read(context, record, key, one)));
        list
    }
}

/// What may stand behind a key, present or not.
pub(super) trait Field: Held {
    /// What the schema says of it.
    const SHAPE: Shape;
    /// Whether every record must have it.
    const REQUIRED: bool;

    /// Reads the key; `None` where there is no record without it.
    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Self::Value>;

    /// The running text in a value.
    fn prose(_: &Self::Value) -> Option<&Prose> {
        None
    }

    /// What a value adds to a record in memory.
    fn amount(value: &Self::Value) -> Amount;
}

/// A form that is read.
fn one<F: Form>(
    context: &mut Context<'_>,
    record: &mut Reading<'_>,
    key: &'static str,
) -> Option<F::Value> {
    let written = record.take::<F::Written>(context, key)?;
    F::read(context, record, key, &written)
}

/// A form that is read, or what stands for it where it is missing or cannot be read.
pub(super) fn one_or<F: Form>(
    context: &mut Context<'_>,
    record: &mut Reading<'_>,
    key: &'static str,
    instead: impl FnOnce(&mut Context<'_>, &Reading<'_>, Option<&F::Written>) -> F::Value,
) -> Option<F::Value> {
    if !record.is_complete() {
        return None;
    }
    let written = record.take::<F::Written>(context, key);
    let read = written.as_ref().and_then(|written| F::read(context, record, key, written));
    Some(read.unwrap_or_else(|| instead(context, record, written.as_ref())))
}

/// The id in the header of a record.
pub(super) fn in_header<F: Form<Written = Spanned<String>>>(
    context: &mut Context<'_>,
    record: &mut Reading<'_>,
) -> Option<F::Value> {
    let key = record.key.take()?;
    F::read(context, record, "id", &key)
}

impl<F: Form> Field for F {
    const SHAPE: Shape = <F as Form>::SHAPE;
    const REQUIRED: bool = true;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<F::Value> {
        one::<F>(context, record, key)
    }

    fn prose(value: &F::Value) -> Option<&Prose> {
        <F as Form>::prose(value)
    }

    fn amount(value: &F::Value) -> Amount {
        <F as Form>::amount(value)
    }
}

impl<F: Held> Held for Box<F> {
    type Value = Box<F::Value>;
}

/// A form that few records have: it stands apart, so that the others have no room for it.
impl<F: Form> Form for Box<F> {
    const SHAPE: Shape = F::SHAPE;
    type Written = F::Written;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
        written: &Self::Written,
    ) -> Option<Self::Value> {
        F::read(context, record, key, written).map(Box::new)
    }

    fn prose(value: &Self::Value) -> Option<&Prose> {
        F::prose(value)
    }

    fn amount(value: &Self::Value) -> Amount {
        F::amount(value)
    }
}

impl<F: Held> Held for Option<F> {
    type Value = Option<F::Value>;
}

impl<F: Form> Field for Option<F> {
    const SHAPE: Shape = <F as Form>::SHAPE;
    const REQUIRED: bool = false;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Self::Value> {
        Some(one::<F>(context, record, key))
    }

    fn prose(value: &Self::Value) -> Option<&Prose> {
        value.as_ref().and_then(<F as Form>::prose)
    }

    fn amount(value: &Self::Value) -> Amount {
        value.iter().map(<F as Form>::amount).sum()
    }
}

impl<F: Held> Held for Vec<F> {
    type Value = Vec<F::Value>;
}

impl<F: Listed> Field for Vec<F> {
    const SHAPE: Shape = F::LIST;
    const REQUIRED: bool = false;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Self::Value> {
        // A key that is not there lists nothing.
        Some(one::<Several<F>>(context, record, key).unwrap_or_default())
    }

    fn amount(value: &Self::Value) -> Amount {
        Amount::references(value.len())
    }
}

/// A list that every record must have.
#[derive(Debug)]
pub struct Several<F>(PhantomData<F>);

impl<F: Held> Held for Several<F> {
    type Value = Vec<F::Value>;
}

impl<F: Listed> Form for Several<F> {
    const SHAPE: Shape = F::LIST;
    type Written = Vec<F::Written>;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
        written: &Self::Written,
    ) -> Option<Self::Value> {
        Some(F::read_list(context, record, key, written))
    }

    fn amount(value: &Self::Value) -> Amount {
        Amount::references(value.len())
    }
}

/// A form with its place in the file.
#[derive(Debug)]
pub struct Placed<F>(PhantomData<F>);

impl<F: Held> Held for Placed<F> {
    type Value = Located<F::Value>;
}

impl<W: DeserializeOwned, F: Form<Written = Spanned<W>>> Form for Placed<F> {
    const SHAPE: Shape = <F as Form>::SHAPE;
    type Written = Spanned<W>;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
        written: &Spanned<W>,
    ) -> Option<Self::Value> {
        let value = F::read(context, record, key, written)?;
        Some(Located { value, span: context.span(written.span()) })
    }
}

impl<W: DeserializeOwned, F: Listed<Written = Spanned<W>>> Listed for Placed<F> {
    const LIST: Shape = F::LIST;
}

/// Tables of their own, as `[[event.claim]]`.
#[derive(Debug)]
pub struct Records<R>(PhantomData<R>);

impl<R> Held for Records<R> {
    type Value = Vec<R>;
}

impl<R: Record> Field for Records<R> {
    const SHAPE: Shape = Shape::Records(R::TABLE);
    const REQUIRED: bool = false;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Vec<R>> {
        Some(record.take_records(context, key))
    }

    fn amount(records: &Vec<R>) -> Amount {
        records.iter().map(R::amount).sum()
    }
}
