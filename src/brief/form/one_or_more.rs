//! A key that takes one value or a list of them.

use super::{Field, Held, Id, Target};
use crate::brief::context::{Context, Text};
use crate::brief::reading::{Reading, Taken};
use crate::brief::shape::Shape;
use crate::brief::{Amount, Reference};
use std::marker::PhantomData;

/// One or several of a form: one may stand without brackets.
#[derive(Debug)]
pub struct OneOrMore<F>(PhantomData<F>);

impl<F: Held> Held for OneOrMore<F> {
    type Value = Vec<F::Value>;
}

impl<T: Target> Field for OneOrMore<Id<T>> {
    const SHAPE: Shape = Shape::OneOrMoreIds(T::WORDS);
    const REQUIRED: bool = false;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Vec<Reference>> {
        Some(match record.take_several::<Text>(context, key) {
            Taken::Nothing => Vec::new(),
            Taken::One(text) => context.slugs_of_one(&text),
            Taken::List(texts) => context.slugs(&texts),
        })
    }

    fn amount(value: &Vec<Reference>) -> Amount {
        Amount::references(value.len())
    }
}
