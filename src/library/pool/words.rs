//! What keys of shared records say as texts, and what is taken of two descriptions.

use super::{Difference, Table};
use crate::brief::{NativeName, Prose, Reference};
use crate::diag::{Located, Span};
use crate::library::prose::plain;
use crate::library::{Kind, Marking, Reliability, Slug, When};
use crate::text;
use crate::text::{DisplayText, clean_line};

/// Other spellings of a registry's entry that a brief's description takes along: the short name may be
/// one of them.
const SPELLINGS: usize = 64;

pub(super) fn name_difference(
    field: &'static str,
    first: (&DisplayText, &Span),
    second: (&DisplayText, &Span),
) -> Option<Difference> {
    (first.0 != second.0).then(|| Difference {
        field,
        first: (first.0.clone(), first.1.clone()),
        second: (second.0.clone(), second.1.clone()),
    })
}

pub(super) fn located_difference<T: PartialEq>(
    field: &'static str,
    first: Option<&Located<T>>,
    second: Option<&Located<T>>,
    word: impl Fn(&T) -> DisplayText,
) -> Option<Difference> {
    let (first, second) = (first?, second?);
    (first.value != second.value).then(|| Difference {
        field,
        first: (word(&first.value), first.span.clone()),
        second: (word(&second.value), second.span.clone()),
    })
}

pub(super) fn ids(references: &[Reference]) -> impl Iterator<Item = DisplayText> {
    references.iter().map(|reference| reference.value.shown())
}

pub(super) fn slugs(kind: Kind, references: &[Reference]) -> impl Iterator<Item = (Table, &Slug)> {
    references.iter().map(move |reference| (Table::Item(kind), &reference.value))
}

pub(super) fn value<T: Clone>(located: Option<&Located<T>>) -> Option<T> {
    located.map(|located| located.value.clone())
}

pub(super) fn words(prose: Option<&Prose>) -> Option<DisplayText> {
    prose.map(plain)
}

pub(super) fn when(when: Option<&When>) -> Option<DisplayText> {
    when.map(When::text)
}

pub(super) fn id(reference: Option<&Reference>) -> Option<DisplayText> {
    reference.map(|reference| reference.value.shown())
}

pub(super) fn letter(letter: Option<Reliability>) -> Option<DisplayText> {
    letter.map(|letter| letter.word().into())
}

pub(super) fn label(marking: Option<&Located<Marking>>) -> Option<DisplayText> {
    marking.map(|marking| marking.value.word().into())
}

/// The higher of two markings: what a brief says over an entry lowers nothing.
pub(super) fn stricter(
    own: Option<&Located<Marking>>,
    registry: Option<&Located<Marking>>,
) -> Option<Located<Marking>> {
    let both = [registry, own].into_iter().flatten();
    both.max_by_key(|marking| marking.value).cloned()
}

/// What was written is not known to be clean.
pub(super) fn written(written: Option<&Located<String>>) -> Option<DisplayText> {
    written.map(|written| clean_line(&written.value, |_| {}))
}

/// The first of two that says anything.
pub(super) fn either<T: Clone>(own: Option<&T>, registry: Option<&T>) -> Option<T> {
    own.or(registry).cloned()
}

/// A brief's spellings, then the first of the registry's.
pub(super) fn spellings<T: Clone + PartialEq>(own: &[T], registry: &[T]) -> Vec<T> {
    let mut all = own.to_vec();
    let more = registry.iter().take(SPELLINGS);
    let more: Vec<T> = more.filter(|spelling| !own.contains(spelling)).cloned().collect();
    all.extend(more);
    all
}

/// A name in its own script, with the language.
pub(super) fn native(native: &NativeName) -> DisplayText {
    text![native.name, " (", native.language, ")"]
}

/// Degrees as they are written.
pub(super) fn degrees(degrees: Option<&Located<i32>>) -> Option<DisplayText> {
    let degrees = degrees.map(|degrees| f64::from(degrees.value) / 10_000.0);
    degrees.map(|degrees| clean_line(&degrees.to_string(), |_| {}))
}
