//! A record put into a file, with every line and comment of the file left as it is.

use super::order::Names;
use super::part::{File, Part};
use super::{Unformatted, cut, newline, parse};
use crate::brief::{FIRST_OF_DAY, Moment, TimelinePlace, When, told_before};
use toml_edit::Item;

/// A file with a record in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inserted {
    /// The whole text.
    pub text: String,
    /// Where the record begins in it.
    pub at: usize,
}

/// Puts an event behind the last one that a timeline has before it, or on the same place; before the
/// first one if there is none such; behind all of them without a date of its own. In a file without
/// events it stands where the example of one stands, or else where the format has them.
///
/// # Errors
///
/// The text is no TOML, or its events are written in a way that another `[[event]]` cannot stand beside.
pub fn insert_event(
    text: &str,
    record: &str,
    when: Option<&When>,
) -> Result<Inserted, Unformatted> {
    let document = parse(text)?;
    let events: Vec<(usize, Option<Dated>)> = match document.as_table().get_key_value("event") {
        None => Vec::new(),
        Some((_, Item::ArrayOfTables(events))) => {
            let start = |event: &toml_edit::Table| event.span().map_or(0, |span| span.start);
            events.iter().map(start).zip(dated(events)).collect()
        }
        Some((key, _)) => {
            let message = "the events of this file are not written as `[[event]]`, so that \
                    none can be added; write each under a header of its own";
            let range = key.span().unwrap_or(0..0);
            return Err(Unformatted { message: message.into(), range });
        }
    };
    let parts = File::of(&document, text).parts;
    let site = if events.is_empty() {
        first_site(text, &parts)
    } else {
        site_among(&events, &parts, when)
    };
    let newline = newline(text);
    Ok(match site {
        Site::Behind(at) => behind(text, record, at, newline),
        Site::Above(at) => {
            let line = cut(text, 0..at).rfind('\n').map_or(0, |line| line + 1);
            put(text, (line, line), "", record, &newline.repeat(2), newline)
        }
        Site::End => behind(text, record, text.len(), newline),
    })
}

/// Where a record goes.
enum Site {
    /// Behind what ends at a place.
    Behind(usize),
    /// Above the line of a place.
    Above(usize),
    /// Behind everything.
    End,
}

/// The site of an event among others, each with its header.
fn site_among(
    events: &[(usize, Option<Dated>)],
    parts: &[Part<'_, '_>],
    when: Option<&When>,
) -> Site {
    let is_head = |part: &&Part<'_, '_>, start: usize| part.header.is_some() && part.at == start;
    let head = |start: usize| parts.iter().find(|part| is_head(part, start));
    let precedes = |own: &Option<Dated>| match when {
        Some(when) => own.is_some_and(|own| own.precedes(when)),
        None => true,
    };
    let Some(last) = events.iter().rposition(|(_, own)| precedes(own)) else {
        let first = events.first().and_then(|(start, _)| head(*start));
        return first.map_or(Site::End, |part| Site::Above(part.range.start));
    };
    let start = events.get(last).map_or(0, |(start, _)| *start);
    let next = events.get(last + 1).map_or(usize::MAX, |(start, _)| *start);
    let table = head(start).and_then(|head| head.rank.first());
    // Claims may stand apart from their event, as long as no other event stands between.
    let own = |part: &&Part<'_, '_>| (start..next).contains(&part.at) && part.rank.first() == table;
    let end = parts.iter().filter(own).map(|part| part.range.end).max();
    end.map_or(Site::End, Site::Behind)
}

/// The site of the first event.
fn first_site(text: &str, parts: &[Part<'_, '_>]) -> Site {
    // An example behind comment signs, as in a brief to begin with; what stands in a record is its own.
    let begins_line = |at: usize| at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
    let is_apart = |at: usize| parts.iter().all(|part| !part.range.contains(&at));
    let mut examples = text.match_indices("#[[event]]").map(|(at, _)| at);
    if let Some(at) = examples.find(|at| begins_line(*at) && is_apart(*at)) {
        return Site::Above(at);
    }
    let (event, _) = Names::Tables.step("event", 0);
    let stands_before = |part: &Part<'_, '_>| part.rank.first().is_none_or(|rank| *rank < event);
    let last = parts.iter().rposition(stands_before).unwrap_or(0);
    match (parts.get(last), parts.get(last + 1)) {
        // Nothing stands above the first header but words about the file.
        (Some(part), Some(next)) if part.is_empty() => Site::Above(next.range.start),
        (Some(part), _) if !part.is_empty() => Site::Behind(part.range.end),
        (Some(_) | None, _) => Site::End,
    }
}

/// An event as a timeline puts it in order.
#[derive(Clone, Copy)]
struct Dated {
    place: TimelinePlace,
    /// Its own time; without one the latest of those that are told before it on its day.
    at: Option<Moment>,
    has_time: bool,
    order: u32,
}

impl Dated {
    fn of(event: &toml_edit::Table) -> Option<Self> {
        let when = event.get("when")?;
        let bare = || when.as_datetime().map(ToString::to_string);
        let written = when.as_str().map(str::to_owned).or_else(bare)?;
        let when = When::parse(&written).ok()?;
        let (place, at) = (when.timeline_place(), when.moment());
        Some(Self { place, at, has_time: at.is_some(), order: order(event) })
    }

    /// Whether a timeline has it before what was at a date, or on the same place and written before it.
    fn precedes(self, when: &When) -> bool {
        let (place, moment) = (when.timeline_place(), when.moment());
        let is_of_day = self.place == place;
        if is_of_day && self.order > FIRST_OF_DAY && !(self.has_time && moment.is_some()) {
            return false;
        }
        match (self.at, moment) {
            (Some(own), Some(moment)) if self.has_time || is_of_day => own <= moment,
            (Some(_) | None, _) => self.place <= place,
        }
    }
}

fn order(event: &toml_edit::Table) -> u32 {
    let number = event.get("order").and_then(Item::as_integer);
    number.and_then(|number| u32::try_from(number).ok()).unwrap_or(FIRST_OF_DAY)
}

/// The events of a file, in the order of the file.
fn dated(events: &toml_edit::ArrayOfTables) -> Vec<Option<Dated>> {
    let mut dated: Vec<Option<Dated>> = events.iter().map(Dated::of).collect();
    let mut told: Vec<&mut Dated> = dated.iter_mut().flatten().collect();
    // Stable, so those of one place are as in the file.
    told.sort_by_key(|event| event.order);
    let before = told_before(told.iter().map(|event| (event.place, event.at)));
    for (event, before) in told.into_iter().zip(before) {
        event.at = event.at.or(before);
    }
    dated
}

/// Behind a place at the end of a line.
fn behind(text: &str, record: &str, at: usize, newline: &str) -> Inserted {
    let above = cut(text, 0..at);
    let above = above.trim_end().len();
    let gap = if above == 0 { String::new() } else { newline.repeat(2) };
    let goes_on = cut(text, at..text.len()).starts_with(['\r', '\n']);
    put(text, (above, at), &gap, record, if goes_on { "" } else { newline }, newline)
}

/// Puts a record in the place of what stands between two places.
fn put(
    text: &str,
    (from, to): (usize, usize),
    before: &str,
    record: &str,
    after: &str,
    newline: &str,
) -> Inserted {
    let record = record.trim_end().replace('\n', newline);
    let (above, below) = (cut(text, 0..from), cut(text, to..text.len()));
    Inserted { text: [above, before, &record, after, below].concat(), at: from + before.len() }
}

#[cfg(test)]
mod tests;
