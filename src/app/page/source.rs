//! Pages of sources.

use super::compose::Composer;
use super::words::{date_and_title, publisher_name, source_line, targets};
use super::{Piece, Tone};
use crate::library::{Kind, Relation, Source};
use crate::text::DisplayText;

/// Who published it and when, how good it is and why, what rests on it.
pub(super) fn body(composer: &mut Composer<'_>, source: &Source) {
    let library = composer.library;
    let id = composer.item;
    composer.field("PUBLISHER", &publisher_name(library, id));
    if let Some(author) = &source.author {
        composer.field("AUTHOR", author);
    }
    if let Some(published) = &source.published {
        composer.field("PUBLISHED", &published.value.text_with_weekday());
    }
    grade(composer, source);
    let parties = targets(library, id, Relation::PublishedBy);
    if !parties.is_empty() {
        let parties = super::words::names(library, parties);
        composer.field("SPEAKS", &crate::text!["for ", parties, ", itself an actor"]);
    }
    if let Some(access) = source.access {
        composer.field("ACCESS", &DisplayText::literal(access.meaning()));
    }
    if let Some(url) = &source.url {
        composer.address(url);
    }
    if source.withdrawn {
        composer.gap();
        composer.paragraph(&[Piece::new("WITHDRAWN", Tone::Warning)], 0);
        if let Some(why) = &source.withdrawn_why {
            composer.prose(why, 0);
        }
    }
    if let Some(note) = &source.note {
        composer.gap();
        composer.prose(note, 0);
    }
    let repeated = targets(library, id, Relation::DerivesFrom);
    if !repeated.is_empty() {
        composer.heading("REPEATS");
        composer.list(&repeated, source_line);
    }
    let copies = super::words::referrers(library, id, Relation::DerivesFrom);
    if !copies.is_empty() {
        composer.heading("REPEATED BY");
        composer.list(&copies, source_line);
    }
    for (kind, heading) in [
        (Kind::Event, "EVENTS IT SUPPORTS"),
        (Kind::Claim, "WHAT IT SAYS"),
        (Kind::Actor, "WHO IT NAMES"),
    ] {
        let items = library.linked(id, kind).to_vec();
        if !items.is_empty() {
            composer.heading(heading);
            composer.list(&items, date_and_title);
        }
    }
}

fn grade(composer: &mut Composer<'_>, source: &Source) {
    let reliability = composer.library.reliability(composer.item);
    let words = crate::text![reliability.word(), ": ", reliability.meaning()];
    composer.field("GRADE", &words);
    if let Some(why) = &source.reliability_why {
        let pieces = composer.prose_pieces(why, Tone::Dim);
        composer.labelled("WHY", &pieces);
    }
}
