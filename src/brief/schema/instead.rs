//! What stands for a key that every record must have and one has not, so that the record stays.

use crate::brief::context::{Context, Text};
use crate::brief::reading::Reading;
use crate::brief::{Marking, Prose, Reference, Slug, When};
use crate::diag::{Code, Located, Span};
use crate::text;
use crate::text::DisplayText;
use toml::Spanned;

/// The id, for a record without a title or name.
pub(super) fn title(
    context: &mut Context<'_>,
    record: &Reading<'_>,
    _: Option<&Text>,
) -> DisplayText {
    let place = || text![record.table.noun, " at line ", context.line(&record.header)];
    record.id.as_ref().map_or_else(place, Slug::shown)
}

/// An id after its line, which the record is found by; nothing can refer to it.
pub(super) fn id(
    context: &mut Context<'_>,
    record: &Reading<'_>,
    written: Option<&Text>,
) -> Reference {
    let range = written.map_or_else(|| record.header.clone(), Spanned::span);
    context.made_id(record.table.noun, record.header.clone(), range)
}

/// Words that say that nothing can be read there.
pub(super) fn text(_: &mut Context<'_>, _: &Reading<'_>, _: Option<&Text>) -> Prose {
    Prose::plain(text!["(no readable text)"])
}

/// A date that says of itself that it cannot be read, where the event stands in the file.
pub(super) fn date(
    context: &mut Context<'_>,
    record: &Reading<'_>,
    written: Option<&Text>,
) -> Located<When> {
    let text = written.map_or("", |text| text.get_ref());
    let value = When::unreadable(text, context.above);
    Located { value, span: place(context, record, written) }
}

/// The highest marking: a brief that does not say how far it may go goes nowhere.
pub(super) fn marking(
    context: &mut Context<'_>,
    record: &Reading<'_>,
    written: Option<&Text>,
) -> Located<Marking> {
    // One that cannot be read has a finding of its own.
    if written.is_none() {
        let message = text!["the brief has no marking; it is treated as RED"];
        let help = text!["add `tlp` with one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED"];
        context.report_with(Code::E130, record.header.clone(), message, Some(help));
    }
    Located { value: Marking::Red, span: place(context, record, written) }
}

/// Where a key stands, or the record that lacks it.
fn place(context: &Context<'_>, record: &Reading<'_>, written: Option<&Text>) -> Span {
    context.span(written.map_or_else(|| record.header.clone(), Spanned::span))
}

#[cfg(test)]
mod tests {
    use crate::diag::Sources;

    #[test]
    fn a_record_without_a_title_is_called_by_its_id_as_it_is_read() {
        let text = "schema = 2\n[[event]]\nid = \"NPPD Mail\"\nwhen = \"2022\"\ntype = \"cyber\"\n";
        let mut sources = Sources::default();
        let source = sources.add("a.toml".into(), text);
        let read = crate::brief::read(&sources, source);
        let titles: Vec<&str> =
            read.value.events.iter().map(|event| event.title.as_str()).collect();
        assert_eq!(titles, ["nppd-mail"]);
    }
}
