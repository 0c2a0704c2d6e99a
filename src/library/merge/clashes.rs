//! What is said where ids are used twice, or for things that are not the same.

use super::written_at;
use crate::brief::Reference;
use crate::diag::{Code, Diagnostic, Sources, Span};
use crate::library::pool::{Difference, Shared};
use crate::text;

pub(super) fn used_twice(
    word: &'static str,
    id: &Reference,
    first: &Span,
    files: &Sources,
) -> Diagnostic {
    let place = written_at(files, first);
    let message = text!["`", id.value.shown(), "` is already the id of the ", word, " in ", place];
    Diagnostic::new(Code::E011, id.span.clone(), message)
        .help(text!["give one of the two another id"])
        .related(first.clone(), "the first one")
}

pub(super) fn contradiction(difference: &Difference, files: &Sources) -> Diagnostic {
    let Difference { field, first, second } = difference;
    let message = text![
        "here ",
        *field,
        " = \"",
        second.0,
        "\", in ",
        written_at(files, &first.1),
        " ",
        *field,
        " = \"",
        first.0,
        "\""
    ];
    Diagnostic::new(Code::E134, second.1.clone(), message)
        .help(text!["take the registry's ", *field, ", or give this entry an id of its own"])
        .related(first.1.clone(), "the registry's entry")
}

pub(super) fn kept_apart<T: Shared>(first: &T, second: &T, files: &Sources) -> Option<Diagnostic> {
    let differences = first.differences(second);
    let difference = differences.iter().find(|difference| difference.field != "country")?;
    let id = second.id();
    let message = text![
        "the ",
        T::WORD,
        " `",
        id.value.shown(),
        "` has ",
        difference.field,
        " \"",
        difference.second.0,
        "\" here and \"",
        difference.first.0,
        "\" in ",
        written_at(files, &difference.first.1),
        "; they are kept apart"
    ];
    let found = Diagnostic::new(Code::W222, difference.second.1.clone(), message)
        .help("give two things two ids, or one thing the same name and kind")
        .related(difference.first.1.clone(), "the other one");
    Some(found)
}
