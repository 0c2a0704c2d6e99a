//! Citations: what it is, where it stands, and how good that is.

use super::{Said, about, named, said_by, told_apart};
use crate::choice::Times;
use crate::library::{ItemId, Library, Record, Relation, Source};
use crate::page::words::{actor_words, edition_words, grade_sign, source_line_in};
use crate::text::DisplayText;

/// All that finds it again.
pub(super) fn full(library: &Library, id: ItemId, times: Times) -> Said {
    let mut said = Said::default();
    let Some(item) = library.get(id) else { return said };
    match &item.record {
        Record::Source(source) => {
            said.say(crate::text![document(library, id, times), "."]);
            of_source(library, &mut said, (id, source), times);
        }
        Record::Event(event) => {
            let when = event.when.value.text_in(times);
            said.say(crate::text![item.title, ", ", when, "."]);
        }
        Record::Claim(_) => {
            said.say(named(library, id));
            said.say(said_by(library, id));
            said.say(about(library, id));
        }
        Record::Actor(actor) => said.say(with_words(&item.title, &actor_words(actor))),
        Record::Brief(brief) => {
            said.say(crate::text![quoted(&item.title), ", ", edition_words(brief, times), "."]);
        }
        Record::Judgement(_) | Record::Gap(_) | Record::Question(_) | Record::Place(_) => {
            said.say(named(library, id));
        }
    }
    if let Some(first) = said.lines.first_mut() {
        *first = told_apart(&item.record, first);
    }
    // Of an empty text nothing is said, here and below.
    said.say(labelled("In: ", in_brief(library, id, times)));
    said.say(labelled("Id: ", library.lasting_reference(id)));
    sources(library, &mut said, id, times);
    said
}

/// Enough of it for a bracket.
pub(super) fn short(library: &Library, id: ItemId, times: Times) -> DisplayText {
    let Some(item) = library.get(id) else { return DisplayText::default() };
    let edition = match item.brief.and_then(|brief| library.get(brief)).map(|brief| &brief.record) {
        Some(Record::Brief(brief)) => brief.revision,
        Some(_) | None => None,
    };
    let edition =
        edition.map_or_else(DisplayText::default, |edition| crate::text![", revision ", edition]);
    let what = match &item.record {
        Record::Source(_) => {
            let letter = library.reliability(id).word();
            crate::text![source_line_in(library, id, times), ", grade ", letter]
        }
        Record::Event(event) => crate::text![item.title, ", ", event.when.value.text_in(times)],
        Record::Brief(_)
        | Record::Actor(_)
        | Record::Place(_)
        | Record::Claim(_)
        | Record::Judgement(_)
        | Record::Gap(_)
        | Record::Question(_) => named(library, id),
    };
    let line = crate::text![what, " (", library.lasting_reference(id), edition, ")"];
    told_apart(&item.record, &line)
}

/// `The White House: “Statement by …”, 7 Sep 2022`.
fn document(library: &Library, id: ItemId, times: Times) -> DisplayText {
    let Some((source, title)) = library.source(id).zip(library.get(id)).map(|(s, i)| (s, &i.title))
    else {
        return DisplayText::default();
    };
    let author = source.author.as_ref().map(|author| crate::text![author, ", "]);
    let house = library.publishers(id).next();
    let house = house.map(|_| crate::text![library.speaker(id), ": "]);
    let day = source.published.as_ref().map(|day| crate::text![", ", day.value.text_in(times)]);
    // What is not known is left out of the line.
    let [author, house, day] = [author, house, day].map(Option::unwrap_or_default);
    crate::text![author, house, quoted(title), day]
}

/// Where a source is to be found, how it was read and how good it is.
fn of_source(library: &Library, said: &mut Said, (id, source): (ItemId, &Source), times: Times) {
    if source.withdrawn {
        said.say("WITHDRAWN: nothing is counted on it.".into());
    }
    // Of an empty text nothing is said.
    let [url, copy] = [&source.url, &source.archive_url].map(|url| url.clone().unwrap_or_default());
    said.say(url);
    said.say(labelled("Archived: ", copy));
    let read = source.retrieved.as_ref();
    let read = read.map_or_else(DisplayText::default, |day| day.text_in(times));
    said.say(labelled("Read on: ", read));
    let letter = library.reliability(id);
    said.say(crate::text!["Grade: ", letter.word(), ", ", letter.meaning()]);
    let originals: Vec<ItemId> = library.ends(id, Relation::DerivesFrom).collect();
    for original in &originals {
        said.say(crate::text!["Repeats: ", document(library, *original, times)]);
    }
    said.names.extend(originals);
}

/// The sources of an event or a claim, the best first, each with the grade of what it says here.
fn sources(library: &Library, said: &mut Said, id: ItemId, times: Times) {
    let Some(answer) = library.answer(id) else { return };
    let voices: Vec<_> = answer.voices.iter().filter(|voice| voice.weight.is_none()).collect();
    said.say(if voices.is_empty() { "Sources: none" } else { "Sources:" }.into());
    for (place, voice) in voices.into_iter().enumerate() {
        let grade = grade_sign(voice.grade);
        let line = document(library, voice.source, times);
        let source = library.source(voice.source);
        let withdrawn = source.is_some_and(|source| source.withdrawn);
        let withdrawn = if withdrawn { ", WITHDRAWN" } else { "" };
        let address = source.and_then(|source| source.url.as_ref().or(source.archive_url.as_ref()));
        let address =
            address.map_or_else(DisplayText::default, |address| crate::text![", ", address]);
        said.say(crate::text!["[", place + 1, "] ", grade, " ", line, withdrawn, address]);
        said.names.push(voice.source);
    }
}

/// `“Attacks on Albania” (albania-2022), revision 3, as of 22 Nov 2026`; of what stands in none, nothing.
fn in_brief(library: &Library, id: ItemId, times: Times) -> DisplayText {
    let brief = library.get(id).and_then(|item| item.brief).filter(|brief| *brief != id);
    let brief = brief.and_then(|brief| library.get(brief));
    let Some((brief, Record::Brief(record))) = brief.map(|brief| (brief, &brief.record)) else {
        return DisplayText::default();
    };
    let edition = edition_words(record, times);
    let between = if edition.is_empty() { "" } else { ", " };
    crate::text![quoted(&brief.title), " (", brief.slug.shown(), ")", between, edition]
}

/// A label and a text; nothing without a text.
fn labelled(label: &'static str, text: DisplayText) -> DisplayText {
    if text.is_empty() { text } else { crate::text![label, text] }
}

/// `Edi Rama (person, Albania)`.
fn with_words(title: &DisplayText, words: &DisplayText) -> DisplayText {
    if words.is_empty() { title.clone() } else { crate::text![title, " (", words, ")"] }
}

fn quoted(text: &DisplayText) -> DisplayText {
    crate::text!["“", text, "”"]
}
