//! Rows as lines: every sign of the screen is a word here.

use crate::app::{App, Choice, Chooser, Entry, IN_A_SEARCH, Listing, Row};
use crate::choice::Pane;
use crate::library::{EventStatus, ItemId, Record, Weight};
use crate::page::date_and_title_in;
use crate::page::layout::quoted;
use crate::search::Hit;
use crate::text::DisplayText;

/// Rows that are printed at a time.
pub(super) const PAGE: usize = 20;

/// What a list is made of: for each row the lines above it that are none, and its own.
pub(super) type Lines = Vec<Vec<DisplayText>>;

/// The rows of the focused list, and the items in them.
pub(super) fn of_list(app: &App, pane: Pane) -> (Lines, Vec<ItemId>) {
    let (mut lines, mut items, mut above) = (Vec::new(), Vec::new(), Vec::new());
    let shown = app.list_rows(pane).map(|shown| shown.rows.clone());
    for row in shown.iter().flat_map(|rows| rows.iter()) {
        match row {
            Row::Heading(text) => above.push(crate::text![quoted(text), "\n"]),
            Row::Refused(number) => {
                if let Some(refused) = app.library().refused().get(*number) {
                    above.push(crate::text![refused.words(), "\n"]);
                }
            }
            Row::Item(item) => {
                items.push(*item);
                let mut row = std::mem::take(&mut above);
                row.push(of_item(app, items.len(), *item));
                lines.push(row);
            }
        }
    }
    if !above.is_empty() {
        lines.push(above);
    }
    (lines, items)
}

/// `12  15 Jul 2022  Title; selected; disputed`.
pub(super) fn of_item(app: &App, number: usize, item: ItemId) -> DisplayText {
    let mut line = crate::text![number, "  ", date_and_title_in(app.library(), item, app.times())];
    for tag in tags(app, item) {
        line = crate::text![line, "; ", tag];
    }
    crate::text![line, "\n"]
}

/// What the signs of a row say on a screen.
fn tags(app: &App, item: ItemId) -> Vec<DisplayText> {
    let library = &app.library().within(app.subject().unwrap_or(item));
    let mut tags: Vec<&'static str> = Vec::new();
    if app.subject() == Some(item) {
        tags.push("selected");
    } else if app.is_linked(item) {
        tags.push("linked");
    }
    let answer = library.answer(item);
    match library.event(item).map(|event| event.status) {
        Some(EventStatus::Planned) => tags.push("planned"),
        Some(EventStatus::Unconfirmed) => tags.push("unconfirmed"),
        Some(EventStatus::Cancelled) => tags.push("cancelled"),
        Some(EventStatus::Occurred) | None => {}
    }
    let source = app.subject().filter(|subject| library.source(*subject).is_some());
    let voice = source.zip(answer.as_ref()).and_then(|(source, answer)| {
        answer.voices.iter().find(|voice| voice.source == source && app.is_linked(item))
    });
    tags.extend(voice.map(|voice| stance_on_event(voice.weight)));
    let voices = app.answer().map(|answer| &answer.voices);
    if let Some(voice) = voices.and_then(|voices| voices.iter().find(|v| v.source == item)) {
        tags.push(stance_of_source(voice.weight));
        if voice.party {
            tags.push("party to the events");
        }
        if !voice.repeats.is_empty() {
            tags.push("repeats another source");
        }
    }
    if library.assessment(item).is_some_and(|assessment| assessment.disputed) {
        tags.push("disputed");
    }
    if app.pinned() == Some(item) {
        tags.push("pinned");
    }
    if app.is_bookmarked(item) {
        tags.push("bookmarked");
    }
    let mut tags: Vec<DisplayText> = tags.into_iter().map(DisplayText::literal).collect();
    if library.source(item).is_some() {
        tags.insert(0, crate::text!["reliability ", library.reliability(item).word()]);
    }
    if let Some(subject) = app.subject().filter(|_| library.actor(item).is_some()) {
        tags.extend(library.roles(subject, item).into_iter().take(1));
    }
    tags.extend(app.tag_of(item).map(|tag| crate::text!["brief ", tag]));
    tags
}

/// How the selected source stands to an event.
fn stance_on_event(weight: Option<Weight>) -> &'static str {
    match weight {
        None => "the selected source supports it",
        Some(Weight::Contested) => "the selected source contests it",
        Some(Weight::Denied) => "the selected source denies it",
        Some(Weight::SaysOtherwise) => "the selected source says otherwise",
        Some(Weight::AlsoInPrint) => "the selected source differs, and weighs little",
    }
}

/// How a source stands to the selected event.
fn stance_of_source(weight: Option<Weight>) -> &'static str {
    match weight {
        None => "supports the selected event",
        Some(Weight::Contested) => "contests the selected event",
        Some(Weight::Denied) => "denies it",
        Some(Weight::SaysOtherwise) => "says otherwise",
        Some(Weight::AlsoInPrint) => "differs, and weighs little",
    }
}

/// The hits of a search.
pub(super) fn of_hits(app: &App, hits: &[Hit]) -> Lines {
    let library = app.library();
    let line = |(number, hit): (usize, &Hit)| {
        let kind = library.get(hit.item).map_or("", |item| item.kind.name());
        let title = date_and_title_in(library, hit.item, app.times());
        let mut line = crate::text![number, "  ", kind, ": ", title];
        if let Some(why) = &hit.why {
            line = crate::text![line, "; found by ", why];
        }
        vec![crate::text![line, "\n"]]
    };
    (1..).zip(hits).map(line).collect()
}

/// The rows of a list to choose from, under their headings.
pub(super) fn of_choices(chooser: &Chooser) -> Lines {
    let listing = chooser.listing;
    let mut under: Option<DisplayText> = None;
    let mut lines = Vec::new();
    for (number, entry) in (1..).zip(chooser.matching()) {
        let mut row = Vec::new();
        if under.as_ref() != Some(&entry.group) && !entry.group.is_empty() {
            row.push(crate::text![quoted(&entry.group), "\n"]);
        }
        under = Some(entry.group.clone());
        row.push(of_entry(listing, number, entry));
        // What does not stand in the row is said behind it.
        row.extend(chooser.why(number - 1).map(|why| crate::text!["  found by ", why, "\n"]));
        lines.push(row);
    }
    lines
}

/// One of them: an action by its id, all else by its text.
pub(super) fn of_entry(listing: Listing, number: usize, entry: &Entry) -> DisplayText {
    let line = match entry.choice {
        Choice::Act(_) => {
            crate::text![number, "  ", entry.words, ": ", entry.text, "; key ", entry.lead]
        }
        Choice::Nothing if entry.group.as_str() == IN_A_SEARCH => {
            crate::text![number, "  in a search ", entry.lead, ": ", entry.text]
        }
        Choice::Nothing if listing == Listing::Help => {
            crate::text![number, "  the sign ", entry.lead, " on a screen: ", entry.text]
        }
        Choice::Nothing
        | Choice::Go(_)
        | Choice::Brief(_)
        | Choice::Visit(_)
        | Choice::Set(_)
        | Choice::Finding => {
            let lead = if entry.lead.is_empty() { "" } else { "  " };
            crate::text![number, "  ", entry.lead, lead, entry.text]
        }
    };
    let told = matches!(entry.choice, Choice::Act(_));
    let help = (listing == Listing::Problems).then_some(&entry.words);
    let after = [Some(&entry.detail), help, entry.unavailable.as_ref()];
    let after = after.into_iter().flatten().filter(|text| !told && !text.is_empty());
    let line = after.fold(line, |line, text| crate::text![line, "; ", text]);
    // A row is one line whatever stands in it.
    let mut lines = line.lines();
    // A text without a line is an empty row.
    let first = lines.next().unwrap_or_default();
    let line = lines.fold(first, |all, next| crate::text![all, " ", next]);
    crate::text![line, "\n"]
}

/// What a record is called where it is not in a list.
pub(super) fn name(app: &App, item: ItemId) -> DisplayText {
    let library = app.library();
    let Some(found) = library.get(item) else { return DisplayText::default() };
    let title = match &found.record {
        Record::Event(_) | Record::Source(_) => date_and_title_in(library, item, app.times()),
        Record::Brief(_)
        | Record::Claim(_)
        | Record::Actor(_)
        | Record::Place(_)
        | Record::Judgement(_)
        | Record::Gap(_)
        | Record::Question(_) => library.full_title(item),
    };
    crate::text![found.kind.name(), ": ", title]
}
