//! Citations and links in running text.

mod near;

use super::Slug;
use super::context::{Context, Text, Written, quoted};
use super::markup;
use crate::diag::{Bytes, Code, Span};
use crate::text;
use crate::text::DisplayText;
use crate::text::nearest;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Running text with its citations and links.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Prose {
    /// The text as written, marks of citations and links included.
    pub text: DisplayText,
    /// Its citations and links, in order.
    pub references: Vec<ProseReference>,
    /// Where the text stands in the file, quotes included.
    pub written: Bytes,
}

impl Prose {
    /// A text of the program's own, without citations or links.
    pub(super) fn plain(text: DisplayText) -> Self {
        Self { text, references: Vec::new(), written: Bytes::default() }
    }
}

/// `[@source-id, p. 4]` or `[[kind:id|words]]` in running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct ProseReference {
    /// Bytes of [`Prose::text`], brackets included.
    pub range: Bytes,
    /// What it points to.
    pub target: ProseTarget,
    /// The words to show for a link, in place of the name of what it points to.
    pub words: Option<DisplayText>,
    /// Where it stands in the file.
    pub span: Span,
}

/// What a reference in running text points to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
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

/// A text, cleaned, with where its parts stand in the file.
struct Cleaned<'a> {
    text: &'a DisplayText,
    /// What stands in the file; none where that is another text, and its parts stand elsewhere.
    written: Option<&'a Written<'a>>,
    whole: Range<usize>,
}

impl Cleaned<'_> {
    /// Where a part stands in the file.
    fn place(&self, part: &Range<usize>) -> Range<usize> {
        self.written.map_or_else(|| self.whole.clone(), |written| written.range(part))
    }

    fn part(&self, range: Range<usize>) -> &str {
        text::part(self.text.as_str(), range)
    }
}

/// Reads a text with its citations and links.
pub(super) fn read(context: &mut Context<'_>, text: &Text) -> Prose {
    let cleaned = context.block_text(text);
    let written = Written::new(context.raw, text);
    let same = text.get_ref().starts_with(cleaned.as_str());
    let own = Cleaned { text: &cleaned, written: same.then_some(&written), whole: text.span() };
    marked_up(context, text);
    let mut references = Vec::new();
    for (count, bracket) in brackets(cleaned.as_str()).enumerate() {
        if count == MOST_REFERENCES {
            too_many(context, own.place(&bracket.range));
            break;
        }
        let several = near::several(own.part(bracket.inner.clone())).filter(|_| bracket.cites);
        if let Some(parts) = several {
            cited_together(context, &own, &bracket, parts, &mut references);
        } else {
            references.extend(reference(context, &own, bracket));
        }
    }
    tell_unclosed(context, &own);
    // Most texts have one, and there is one text a record.
    references.shrink_to_fit();
    Prose { text: cleaned, references, written: text.span().into() }
}

fn too_many(context: &mut Context<'_>, range: Range<usize>) {
    let message = text![
        "more than ",
        MOST_REFERENCES,
        " citations and links in one text; the rest is shown as plain text"
    ];
    context.report_with(Code::E007, range, message, Some(text!["split the text"]));
}

/// Adds the citations of several sources in one pair of brackets.
fn cited_together(
    context: &mut Context<'_>,
    own: &Cleaned<'_>,
    bracket: &Bracket,
    parts: Vec<(Slug, Range<usize>)>,
    references: &mut Vec<ProseReference>,
) {
    let span = context.span(own.place(&bracket.range));
    let message =
        text!["several citations in one pair of brackets; they are read as they were meant"];
    let written: Vec<String> = parts.iter().map(|(id, _)| format!("[@{id}]")).collect();
    let help = text!["write `", quoted(&written.join(" ")), "`"];
    context.report_with(Code::E115, span.range(), message, Some(help));
    let last = parts.len() - 1;
    for (number, (id, at)) in parts.into_iter().enumerate() {
        // Each stands for a part of the brackets, one behind the other.
        let start = bracket.inner.start;
        let from = if number == 0 { bracket.range.start } else { start + at.start };
        let to = if number == last { bracket.range.end } else { start + at.end };
        let (target, span) = (ProseTarget::Cite(id, None), span.clone());
        references.push(ProseReference { range: (from..to).into(), target, words: None, span });
    }
}

/// The citation or link in a pair of brackets; none where it says neither.
fn reference(
    context: &mut Context<'_>,
    own: &Cleaned<'_>,
    bracket: Bracket,
) -> Option<ProseReference> {
    let span = context.span(own.place(&bracket.range));
    let inner = own.part(bracket.inner.clone());
    let start = bracket.inner.start;
    let part = |range: Range<usize>| own.text.slice(start + range.start..start + range.end);
    let read = if bracket.cites {
        citation(inner, part).map(|target| (target, None))
    } else {
        let (name, words) = in_link(inner);
        link(inner, name).map(|target| (target, words.map(|words| one_line(&part(words)))))
    };
    match read {
        Ok((target, words)) => {
            if words.as_ref().is_some_and(DisplayText::is_empty) {
                no_words(context, inner, span.range());
            }
            let words = words.filter(|words| !words.is_empty());
            Some(ProseReference { range: bracket.range.into(), target, words, span })
        }
        Err(message) => {
            let meant = if bracket.cites { near::citation(inner) } else { near::link(inner) };
            let help = match meant {
                Some(meant) => text!["write `", quoted(&meant), "`"],
                None => HELP.into(),
            };
            context.report_with(Code::E115, span.range(), message, Some(help));
            None
        }
    }
}

/// Tells of marks that are near to a citation or link and stand as they are written.
fn tell_unclosed(context: &mut Context<'_>, own: &Cleaned<'_>) {
    for (range, meant) in near::unclosed(own.text.as_str()) {
        let message = text!["`", quoted(own.part(range.clone())), "` is shown as it is written"];
        let help = text!["write `", quoted(&meant), "`"];
        context.report_with(Code::E115, own.place(&range), message, Some(help));
    }
}

/// How citations and links are written.
const HELP: &str =
    "write `[@source-id]`, `[@source-id, p. 4]`, `[[id]]`, `[[kind:id]]` or `[[id|words to show]]`";

/// The words of a link say nothing; it is followed all the same.
fn no_words(context: &mut Context<'_>, inner: &str, range: Range<usize>) {
    let message = text!["`[[", quoted(inner), "]]` has no words behind its `|`"];
    let (name, _) = in_link(inner);
    let help = text!["write `[[", quoted(name), "]]`, or the words to show behind the `|`"];
    context.report_with(Code::E115, range, message, Some(help));
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
            if let Some(mut length) = self.text.get(inner..)?.find(close) {
                let after = self.text.get(inner + length + close.len()..)?;
                // `[[id|words [sic]]]`: the first bracket closes one of the words.
                if !cites
                    && after.starts_with(']')
                    && is_open(text::part(self.text, inner..inner + length))
                {
                    length += 1;
                }
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

/// Whether a bracket stands open at the end of a text.
fn is_open(text: &str) -> bool {
    text.matches('[').count() > text.matches(']').count()
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

/// What a link names, and where its own words stand.
fn in_link(inner: &str) -> (&str, Option<Range<usize>>) {
    match inner.split_once('|') {
        Some((name, _)) => (name.trim(), Some(name.len() + 1..inner.len())),
        None => (inner.trim(), None),
    }
}

/// Words that are broken over lines in the file.
fn one_line(words: &DisplayText) -> DisplayText {
    let trimmed = |line: DisplayText| {
        let whole = line.as_str();
        let start = whole.len() - whole.trim_start().len();
        line.slice(start..whole.trim_end().len().max(start))
    };
    let lines = words.lines().map(trimmed).filter(|line| !line.is_empty());
    lines.fold(
        DisplayText::default(),
        |all, line| {
            if all.is_empty() { line } else { text![all, " ", line] }
        },
    )
}

fn link(inner: &str, name: &str) -> Result<ProseTarget, DisplayText> {
    let (kind, id) = match name.split_once(':') {
        Some((kind, id)) => (Some(kind.trim()), id.trim()),
        None => (None, name),
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
        assert!(link("actor:", "actor:").is_err());
        let unknown = link("acter:x", "acter:x").unwrap_err();
        assert!(unknown.as_str().contains("did you mean `actor`?"));
        assert!(link("actor:edi-rama", "actor:edi-rama").is_ok());
    }

    #[test]
    fn the_words_of_a_link_stand_behind_its_first_bar() {
        let words = |inner: &'static str| {
            let (name, words) = in_link(inner);
            (
                name,
                words.map(|range| {
                    one_line(&text::clean(inner.get(range).unwrap(), |_| {})).to_string()
                }),
            )
        };
        assert_eq!(words("koe"), ("koe", None));
        assert_eq!(words("actor:koe | the group"), ("actor:koe", Some("the group".into())));
        assert_eq!(words("koe|he: a|b"), ("koe", Some("he: a|b".into())));
        assert_eq!(words("koe|the\n  group"), ("koe", Some("the group".into())));
        assert_eq!(words("|the group"), ("", Some("the group".into())));
        assert_eq!(parts("[[a|so [sic]]] [[b]]] [[c]]"), ["[[a|so [sic]]]", "[[b]]", "[[c]]"]);
    }
}
