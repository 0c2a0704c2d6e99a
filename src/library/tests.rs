//! Small constructors of records, and tests of the whole.

use super::*;
use crate::brief::Reference;
use crate::diag::{Located, SourceId, Span};

pub(super) fn slug(id: &str) -> Slug {
    Slug::new(id).unwrap()
}

fn span() -> Span {
    let mut sources = Sources::default();
    let source: SourceId = sources.add("test.toml".into(), "");
    Span { source, range: 0..0 }
}

/// Prose with its references, found by a plain scan.
pub(super) fn prose(text: &str) -> Prose {
    let mut references = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('[').map(|at| at + from) {
        let link = text[at..].starts_with("[[");
        let end = text[at..].find(if link { "]]" } else { "]" }).unwrap() + at;
        let end = if link { end + 2 } else { end + 1 };
        let inner = text[at..end].trim_matches(['[', ']', '@']);
        let target = if link {
            match inner.split_once(':') {
                Some((kind, id)) => {
                    ProseTarget::Link(Some(crate::text::clean(kind, |_| {})), slug(id))
                }
                None => ProseTarget::Link(None, slug(inner)),
            }
        } else {
            ProseTarget::Cite(slug(inner.split(',').next().unwrap()), None)
        };
        references.push(ProseReference { range: at..end, target, span: span() });
        from = end;
    }
    Prose { text: crate::text::clean(text, |_| {}), references }
}
