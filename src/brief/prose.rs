//! Citations and links in running text.

use super::Slug;
use super::context::{Context, Text, Written, quoted};
use super::markup;
use crate::diag::{Code, Span};
use crate::text;
use crate::text::DisplayText;
use crate::text::nearest;
use std::ops::Range;

/// Running text with its citations and links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The text as written, marks of citations and links included.
    pub text: DisplayText,
    /// Its citations and links, in order.
    pub references: Vec<ProseReference>,
}

impl Prose {
    /// A text of the program's own, without citations or links.
    pub(super) fn plain(text: DisplayText) -> Self {
        Self { text, references: Vec::new() }
    }
}

/// `[@source-id, p. 4]` or `[[kind:id]]` in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseReference {
    /// Bytes of [`Prose::text`], brackets included.
    pub range: Range<usize>,
    /// What it points to.
    pub target: ProseTarget,
    /// Where it stands in the file.
    pub span: Span,
}

/// What a reference in running text points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProseTarget {
    /// A source, with the page or section if one is named.
    Cite(Slug, Option<DisplayText>),
    /// Any record: the kind word before the colon if there is one, and the id.
    Link(Option<DisplayText>, Slug),
}

/// The kinds that a link may name before its colon.
pub(crate) const KINDS: &[&str] =
    &["actor", "brief", "claim", "event", "judgement", "place", "publisher", "source"];

/// Citations and links of one text, at most; each is looked up, checked and drawn.
const MOST_REFERENCES: usize = 1000;

/// A pair of brackets in a text.
#[derive(Debug)]
struct Bracket {
    range: Range<usize>,
    /// Between `[@` and `]`, or between `[[` and `]]`.
    inner: Range<usize>,
    cites: bool,
}

/// Reads a text with its citations and links.
pub(super) fn read(context: &mut Context<'_>, text: &Text) -> Prose {
    let cleaned = context.block_text(text);
    let same = text.get_ref().starts_with(cleaned.as_str());
    let written = Written::new(context.raw, text);
    marked_up(context, text);
    let mut references = Vec::new();
    for (count, bracket) in brackets(cleaned.as_str()).enumerate() {
        let range = if same { written.range(&bracket.range) } else { text.span() };
        if count == MOST_REFERENCES {
            let message = text![
                "more than ",
                MOST_REFERENCES,
                " citations and links in one text; the rest is shown as plain text"
            ];
            let help = text!["split the text"];
            context.report_with(Code::E007, range, message, Some(help));
            break;
        }
        let span = context.span(range);
        let inner = text::part(cleaned.as_str(), bracket.inner.clone());
        let target = if bracket.cites {
            citation(inner, |range| {
                let start = bracket.inner.start;
                cleaned.slice(start + range.start..start + range.end)
            })
        } else {
            link(inner)
        };
        match target {
            Ok(target) => {
                references.push(ProseReference { range: bracket.range, target, span });
            }
            Err(message) => context.report_with(
                Code::E115,
                span.range,
                message,
                Some(text![
                    "write `[@source-id]`, `[@source-id, p. 4]`, `[[id]]` or `[[kind:id]]`"
                ]),
            ),
        }
    }
    Prose { text: cleaned, references }
}

/// W254: the first mark of a text that is shown as it is written.
pub(super) fn marked_up(context: &mut Context<'_>, text: &Text) {
    let value = text.get_ref();
    let Some((range, mark)) = markup::first(value) else { return };
    let shown = quoted(text::part(value, range.clone()));
    let range = Written::new(context.raw, text).range(&range);
    // Backticks around backticks could not be told apart.
    let tick = if mark == markup::Mark::Code { "" } else { "`" };
    let message =
        text![tick, shown, tick, " is shown as it is written: texts have no Markdown or HTML"];
    context.report_with(Code::W254, range, message, Some(mark.instead().into()));
}

/// Finds pairs of brackets one after another.
struct Brackets<'a> {
    text: &'a str,
    at: usize,
    /// No `]` and no `]]` stands beyond: nothing more is looked for.
    no_single: bool,
    no_double: bool,
}

fn brackets(text: &str) -> Brackets<'_> {
    Brackets { text, at: 0, no_single: false, no_double: false }
}

impl Iterator for Brackets<'_> {
    type Item = Bracket;

    fn next(&mut self) -> Option<Bracket> {
        while !self.no_single {
            let start = self.at + self.text.get(self.at..)?.find('[')?;
            let rest = self.text.get(start..)?;
            let cites = rest.starts_with("[@");
            if !cites && (self.no_double || !rest.starts_with("[[")) {
                self.at = start + 1;
                continue;
            }
            // `[@` and `[[` are both two bytes.
            let inner = start + 2;
            let close = if cites { "]" } else { "]]" };
            if let Some(length) = self.text.get(inner..)?.find(close) {
                let end = inner + length + close.len();
                self.at = end;
                return Some(Bracket { range: start..end, inner: inner..inner + length, cites });
            }
            self.no_single |= cites;
            self.no_double |= !cites;
            self.at = inner;
        }
        None
    }
}

fn citation(
    inner: &str,
    part: impl Fn(Range<usize>) -> DisplayText,
) -> Result<ProseTarget, DisplayText> {
    let (id, locator) = match inner.split_once(',') {
        Some((id, locator)) => (id.trim(), Some(locator)),
        None => (inner.trim(), None),
    };
    let slug = Slug::new(id).ok_or_else(|| text!["`[@", quoted(inner), "]` cites no source id"])?;
    let locator = locator.map(str::trim).filter(|locator| !locator.is_empty()).map(|locator| {
        let start = locator.as_ptr().addr() - inner.as_ptr().addr();
        part(start..start + locator.len())
    });
    Ok(ProseTarget::Cite(slug, locator))
}

fn link(inner: &str) -> Result<ProseTarget, DisplayText> {
    let (kind, id) = match inner.split_once(':') {
        Some((kind, id)) => (Some(kind.trim()), id.trim()),
        None => (None, inner.trim()),
    };
    let slug = Slug::new(id).ok_or_else(|| text!["`[[", quoted(inner), "]]` links to no id"])?;
    if let Some(kind) = kind
        && !KINDS.contains(&kind)
    {
        let near = nearest(kind, KINDS.iter().copied()).map_or_else(DisplayText::default, |near| {
            text!["; did you mean `", quoted(near), "`?"]
        });
        return Err(text!["no kind of record is called `", quoted(kind), "`", near]);
    }
    Ok(ProseTarget::Link(kind.map(quoted), slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        brackets(text).filter_map(|found| text.get(found.range)).collect()
    }

    #[test]
    fn brackets_are_found_and_other_brackets_left() {
        assert_eq!(parts("a [@b, p. 4] [c] [[actor:d]] [@e"), ["[@b, p. 4]", "[[actor:d]]"]);
        assert_eq!(parts("[[[@a]"), ["[@a]"]);
        assert_eq!(parts("«[@é]» [[ø]]"), ["[@é]", "[[ø]]"]);
    }

    #[test]
    fn brackets_that_never_close_are_walked_once() {
        let text = format!("{}{}", "[[".repeat(400_000), "[@".repeat(400_000));
        assert!(parts(&text).is_empty());
        let mut found = brackets(&text);
        assert!(found.next().is_none());
        assert!(found.no_single && found.no_double);
        assert_eq!(parts(&format!("{}[@a]", "[[ ".repeat(200_000))), ["[@a]"]);
    }

    #[test]
    fn a_citation_keeps_its_page() {
        let page = |range: Range<usize>| text::clean("cisa, p. 4".get(range).unwrap(), |_| {});
        let Ok(ProseTarget::Cite(id, Some(place))) = citation("cisa, p. 4", page) else {
            panic!("no citation with a page");
        };
        assert_eq!((id.as_str(), place.as_str()), ("cisa", "p. 4"));
    }

    #[test]
    fn bad_ids_and_unknown_kinds_are_refused() {
        assert!(citation("No Id", |_| DisplayText::default()).is_err());
        assert!(link("actor:").is_err());
        assert!(link("acter:x").unwrap_err().as_str().contains("did you mean `actor`?"));
        assert!(link("actor:edi-rama").is_ok());
    }
}
