//! What is near to a citation or link in running text, and what was meant by it.

use super::KINDS;
use crate::brief::Slug;
use std::ops::Range;

/// Marks in one text that are near to a citation or link, and citations in one pair of brackets, at most.
const MOST_NEAR: usize = 20;

/// Ids of several sources in one pair of brackets, each behind `@`, with the part that it stands for.
pub(super) fn several(inner: &str) -> Option<Vec<(Slug, Range<usize>)>> {
    if !inner.contains('@') {
        return None;
    }
    let mut at = 0;
    let mut ids = Vec::new();
    for part in inner.split_inclusive([',', ';']) {
        let id = part.trim_matches([',', ';', ' ']);
        let id = if at == 0 { id.strip_prefix('@').unwrap_or(id) } else { id.strip_prefix('@')? };
        ids.push((Slug::new(id)?, at..at + part.len()));
        at += part.len();
    }
    (2..=MOST_NEAR).contains(&ids.len()).then_some(ids)
}

/// A link as it was meant: with small letters, a known kind, the brackets of a citation where it is one.
pub(super) fn link(inner: &str) -> Option<String> {
    if let Some(source) = inner.trim().strip_prefix('@') {
        return Some(format!("[@{}]", in_small_letters(source)?));
    }
    let (name, words) =
        inner.split_once('|').map_or((inner, None), |(name, words)| (name, Some(words)));
    let words = words.map_or_else(String::new, |words| format!("|{words}"));
    let (kind, name) = match name.split_once([':', '.']) {
        Some((kind, name)) => (Some(kind.trim().to_lowercase()), name),
        None => (None, name),
    };
    let kind = match kind.as_deref() {
        None => String::new(),
        Some("person" | "group" | "organisation" | "organization" | "state") => "actor:".to_owned(),
        Some(kind) if KINDS.contains(&kind) => format!("{kind}:"),
        Some(_) => return None,
    };
    Some(format!("[[{kind}{}{words}]]", in_small_letters(name)?))
}

/// A citation as it was meant: with small letters and a comma before the page.
pub(super) fn citation(inner: &str) -> Option<String> {
    let (source, page) = inner.split_once([',', ';', ' ']).unwrap_or((inner, ""));
    let page = page.trim();
    let is_page = page.is_empty()
        || inner.contains(',')
        || page.starts_with(|sign: char| sign.is_ascii_digit() || sign == '§')
        || page.split_once(['.', ' ']).is_some_and(|(word, _)| word.len() <= 4);
    let source = in_small_letters(source).filter(|_| is_page)?;
    Some(if page.is_empty() { format!("[@{source}]") } else { format!("[@{source}, {page}]") })
}

fn in_small_letters(id: &str) -> Option<Slug> {
    Slug::new(&id.trim().to_lowercase())
}

/// Marks that are one bracket from a link, or have other brackets than a citation, with what was meant.
pub(super) fn unclosed(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let is_id = |id: &str| Slug::new(id).is_some();
    for (at, _) in text.match_indices("[[") {
        let Some(rest) = text.get(at + 2..) else { continue };
        let length = rest.find([']', '[', '\n']).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(length);
        let id = name.rsplit_once(':').map_or(name, |(_, id)| id);
        if is_id(id) && behind.starts_with(']') && !behind.starts_with("]]") {
            found.push((at..at + 2 + length + 1, format!("[[{name}]]")));
        }
    }
    for (at, _) in text.match_indices("(@") {
        let Some(rest) = text.get(at + 2..) else { continue };
        let length = rest.find([')', '(', '\n']).unwrap_or(rest.len());
        let (id, behind) = rest.split_at(length);
        // A name in a network has no hyphen.
        if is_id(id) && id.contains('-') && behind.starts_with(')') {
            found.push((at..at + 2 + length + 1, format!("[@{id}]")));
        }
    }
    found.truncate(MOST_NEAR);
    found.sort_by_key(|(range, _)| range.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_to_a_citation_or_link_is_named() {
        for (inner, wanted) in [
            ("cisa-2022 p. 2", Some("[@cisa-2022, p. 2]")),
            ("CISA-2022, p. 2", Some("[@cisa-2022, p. 2]")),
        ] {
            assert_eq!(citation(inner).as_deref(), wanted, "{inner}");
        }
        for (inner, wanted) in [
            ("@cisa-2022", Some("[@cisa-2022]")),
            ("Rama", Some("[[rama]]")),
            ("actor.rama", Some("[[actor:rama]]")),
            ("person:rama|he", Some("[[actor:rama|he]]")),
            ("two words", None),
        ] {
            assert_eq!(link(inner).as_deref(), wanted, "{inner}");
        }
        let found = |text| unclosed(text).into_iter().map(|(_, meant)| meant).collect::<Vec<_>>();
        assert_eq!(found("[[rama] came (@cisa-2022)."), ["[[rama]]", "[@cisa-2022]"]);
        assert!(found("[[rama]] [[a|b [sic]]] (@rama) [@a] [[").is_empty());
    }

    #[test]
    fn several_citations_in_brackets_are_parted() {
        let ids = |inner| {
            several(inner)
                .map(|parts| parts.into_iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>())
        };
        assert_eq!(ids("a-1, @b-2"), Some(vec!["a-1".into(), "b-2".into()]));
        assert_eq!(ids("a-1; @b-2;@c"), Some(vec!["a-1".into(), "b-2".into(), "c".into()]));
        assert_eq!(ids("a-1, see @b"), None);
        assert_eq!(ids("a-1, p. 4"), None);
    }
}
