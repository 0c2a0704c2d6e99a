//! Records that are called by a name, a title or an address where their id belongs.

use crate::brief::{Document, Slug};
use crate::diag::{Code, Diagnostic};
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// Writes into the findings about texts that are no ids the id of the one record that has this name, title or
/// address.
pub(super) fn name(document: &Document, unnamed: &[(usize, String)], found: &mut [Diagnostic]) {
    // Most files have none, and none is looked through for nothing.
    if unnamed.is_empty() {
        return;
    }
    let mut called: BTreeMap<String, BTreeSet<&Slug>> = BTreeMap::new();
    let mut there: BTreeSet<&Slug> = BTreeSet::new();
    let mut call = |name: &str, id| {
        called.entry(level(name)).or_default().insert(id);
        there.insert(id);
    };
    for publisher in &document.publishers {
        call(publisher.name.as_str(), &publisher.id.value);
    }
    for actor in &document.actors {
        call(actor.name.as_str(), &actor.id.value);
        actor.aliases.iter().for_each(|alias| call(alias.as_str(), &actor.id.value));
        actor.names.iter().for_each(|name| call(name.name.as_str(), &actor.id.value));
    }
    for place in &document.places {
        call(place.name.as_str(), &place.id.value);
    }
    for source in &document.sources {
        call(source.title.as_str(), &source.id.value);
        source.url.iter().for_each(|url| call(url.as_str(), &source.id.value));
    }
    for (number, written) in unnamed {
        let ids = called.get(&level(written)).into_iter().flatten().copied();
        // A page behind an id, and a kind before it.
        let bare = bare(written).filter(|id| there.contains(id));
        let mut ids = ids.chain(bare.as_ref());
        let (Some(id), None) = (ids.next(), ids.next()) else { continue };
        if let Some(finding) = found.get_mut(*number).filter(|found| found.code == Code::E010) {
            finding.help = Some(text!["write `", id.shown(), "`"]);
        }
    }
}

/// A name without capitals and blanks around it.
fn level(name: &str) -> String {
    name.trim().trim_end_matches('/').to_lowercase()
}

/// The id in `actor.rama` and in `cisa-2022, p. 4`; none where something else stands before it.
fn bare(written: &str) -> Option<Slug> {
    let first = written.split([',', ';']).next()?.trim().trim_matches(['[', ']', '@']);
    let id = match first.split_once('.') {
        Some((kind, id)) if crate::brief::schema::table(kind).is_some() => id,
        Some(_) => return None,
        None => first,
    };
    let visible: String = id
        .chars()
        .filter(|sign| !matches!(sign, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}'))
        .collect();
    Slug::new(&visible)
}
