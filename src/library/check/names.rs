//! Names that do not fit the rows they stand in.

use crate::brief::{Document, Reference};
use crate::diag::{Code, Diagnostic, Located};
use crate::library::told::Findings;
use crate::library::{SHORT_ACTOR, SHORT_BRIEF, SHORT_PUBLISHER, SHORT_TITLE};
use crate::text;
use crate::text::{DisplayText, Fit};

/// W247: a short name that is too long, or a long name without one.
pub(super) fn check(document: &Document, found: &mut Findings) {
    if let Some(brief) = &document.brief {
        found.extend(too_long("short", brief.short.as_ref(), SHORT_BRIEF));
        found.extend(too_long("short-title", brief.short_title.as_ref(), SHORT_TITLE));
    }
    for house in &document.publishers {
        found.extend(of_record(house.short.as_ref(), (&house.id, &house.name), SHORT_PUBLISHER));
    }
    for actor in &document.actors {
        found.extend(of_record(actor.short.as_ref(), (&actor.id, &actor.name), SHORT_ACTOR));
    }
}

fn of_record(
    short: Option<&Located<DisplayText>>,
    (id, name): (&Reference, &DisplayText),
    most: usize,
) -> Option<Diagnostic> {
    if short.is_some() || name.columns() <= most {
        return too_long("short", short, most);
    }
    let message = text!["the name is wider than ", most, " columns and has no `short`"];
    let found = Diagnostic::new(Code::W247, id.span.clone(), message);
    Some(found.help(text![
        "add `short = \"…\"` with what people call it, in at most ",
        most,
        " columns"
    ]))
}

fn too_long(
    key: &'static str,
    short: Option<&Located<DisplayText>>,
    most: usize,
) -> Option<Diagnostic> {
    let short = short.filter(|short| short.value.columns() > most)?;
    let message = text!["`", key, "` is ", short.value.columns(), " columns wide; ", most, " fit"];
    Some(Diagnostic::new(Code::W247, short.span.clone(), message).help("shorten it"))
}
