//! Where an item comes from: the file and the line, and why it is graded as it is.

use super::builder::Builder;
use super::content::{Block, Content, Entry, Marker, Run, Sign, Tone};
use super::source::{letter_from, reliance_words};
use super::words::{grade_sign, names, supported};
use super::{Wanted, card};
use crate::library::{
    Assessment, Brief, Citation, Credibility, Definition, ItemId, Kind, Library, Record, Relation,
    Source,
};
use crate::text::{DisplayText, clean};
use std::collections::{BTreeMap, BTreeSet};

/// Where an item stands, what the file was when it was read, and each step to its grade in words.
pub(super) fn content(library: &Library, id: ItemId, wanted: Wanted) -> Content {
    let Some(item) = library.get(id) else { return Content::default() };
    let mut builder = Builder::new(library, id, wanted);
    let answer = library.answer(id);
    builder.card(card::headline(library, id, answer.as_ref(), wanted.card));
    written(&mut builder, item.known);
    let brief = if item.kind == Kind::Brief { Some(id) } else { item.brief };
    if let Some(brief) = brief {
        edition(&mut builder, brief);
    }
    if let Record::Source(source) = &item.record {
        of_source(&mut builder, source);
    }
    if let Some(assessment) = library.assessment(id) {
        graded(&mut builder, assessment);
        origins(&mut builder, assessment);
        parties(&mut builder, assessment);
        disputes(&mut builder, assessment);
        confidence(&mut builder, assessment);
    }
    builder.remaining_links();
    let title = crate::text!["Where it comes from: ", library.full_title(id)];
    Content { answer, ..builder.finish(title) }
}

/// File and line of each record it is made of, and the hash of each file once.
fn written(builder: &mut Builder<'_>, known: bool) {
    let definitions = builder.library.definitions(builder.item);
    builder.heading(if known { "WRITTEN AT" } else { "DEFINED NOWHERE; FIRST NAMED AT" });
    let mut files: BTreeMap<_, &Definition> = BTreeMap::new();
    for (number, definition) in definitions.iter().enumerate() {
        let adds = if number == 0 { "" } else { "  (adds to it)" };
        let place = place(definition);
        builder.sentence(crate::text![place, adds], Tone::Text);
        files.insert(definition.source, definition);
    }
    if let Some(house) = builder.library.publisher_definition(builder.item) {
        let words = crate::text!["the publisher: ", place(&house)];
        builder.sentence(words, Tone::Text);
        files.entry(house.source).or_insert(&house);
        hashes(builder, &files);
        return;
    }
    hashes(builder, &files);
}

/// `_registry/actors.toml:31`.
fn place(definition: &Definition) -> DisplayText {
    crate::text![definition.file, ":", definition.line]
}

fn hashes<K: Ord>(builder: &mut Builder<'_>, files: &BTreeMap<K, &Definition>) {
    builder.heading("SHA-256 AS READ");
    for definition in files.values() {
        let hash = builder.library.file_hash(definition.source);
        let name = crate::text![definition.file, ": ", short_hash(&hash)];
        let under = vec![Block::Paragraph(vec![Run::new(hash, Tone::Dim)])];
        let name = Entry::new(Marker::Plain, vec![Run::text(name)]);
        builder.push(Block::Entry(Entry { under, ..name }));
    }
}

/// The first 16 digits in four groups, to be read out: `3f2a 91bc 7d10 44ee`.
fn short_hash(hash: &DisplayText) -> DisplayText {
    let digits: Vec<char> = hash.as_str().chars().take(16).collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    clean(&groups.join(" "), |_| {})
}

/// Which edition of which brief, under which marking.
fn edition(builder: &mut Builder<'_>, id: ItemId) {
    let library = builder.library;
    let Some(Record::Brief(brief)) = library.get(id).map(|item| &item.record) else { return };
    builder.heading("BRIEF");
    let mut words = edition_words(brief);
    let marking = crate::text!["TLP:", library.marking_of(builder.item).word()];
    words = if words.is_empty() { marking } else { crate::text![words, ", ", marking] };
    if id == builder.item {
        builder.sentence(words, Tone::Text);
        return;
    }
    let title = crate::text![library.full_title(id), "; "];
    builder.entry(id, vec![Run::text(title), Run::text(words)]);
}

/// `revision 3, as of 25 Oct 2022, reviewed`.
fn edition_words(brief: &Brief) -> DisplayText {
    let revision = brief.revision.map(|revision| crate::text!["revision ", revision]);
    let as_of = brief.as_of.as_ref().map(|as_of| crate::text!["as of ", as_of.text()]);
    let status = brief.status.map(|status| DisplayText::literal(status.word()));
    let parts: Vec<DisplayText> = revision.into_iter().chain(as_of).chain(status).collect();
    crate::text::comma_separated(&parts)
}

/// The letter of a source, its archived copy, and what rests on it.
fn of_source(builder: &mut Builder<'_>, source: &Source) {
    let (library, id) = (builder.library, builder.item);
    let reliability = library.reliability(id);
    builder.heading("WHY THIS GRADE");
    let letter = crate::text![reliability.word(), ": ", reliability.meaning(), "; "];
    let words = crate::text![letter, letter_from(library, id), "."];
    builder.sentence(words, Tone::Text);
    if let Some(why) = &source.reliability_why {
        builder.prose(why);
    }
    builder.gap();
    let reliance = reliance_words(&library.reliance(id));
    builder.sentence(reliance, Tone::Text);
    builder.heading("HOW IT WAS READ");
    match source.access {
        Some(access) => builder.field("ACCESS", &DisplayText::literal(access.meaning())),
        None => builder.field("ACCESS", &DisplayText::literal("not stated")),
    }
    if let Some(retrieved) = &source.retrieved {
        builder.field("READ ON", &retrieved.text_in(builder.times));
    }
    if let Some(file) = &source.file {
        builder.address("COPY", &clean(&file.value, |_| {}));
    }
    match &source.sha256 {
        Some(hash) => builder.address("SHA-256", &clean(&hash.value, |_| {})),
        None => builder.field("SHA-256", &DisplayText::literal("no copy with a hash is kept")),
    }
}

/// Letter and number, each with where it comes from.
fn graded(builder: &mut Builder<'_>, assessment: &Assessment) {
    let (library, id) = (builder.library, builder.item);
    let Some(grade) = assessment.grade else {
        builder.heading("WHY THIS GRADE");
        let words = "No grade: it cites no source.";
        builder.sentence(words, Tone::Warning);
        return;
    };
    builder.heading(crate::text!["WHY THIS GRADE: ", grade_sign(grade)]);
    let letter = grade.reliability;
    let words = crate::text![letter.word(), ": ", letter.meaning()];
    let mut runs = vec![Run::new(words, Tone::Strong)];
    if let Some(best) = library.best_source(id) {
        let line = crate::text![
            ". The best letter among the sources that repeat no other one cited here: ",
            builder.source_line(best),
            " "
        ];
        runs.push(Run::text(line));
        runs.push(Run::Number(best));
        let from = letter_from(library, best);
        runs.push(Run::text(crate::text![" (", from, ")."]));
    }
    builder.paragraph(runs);
    number(builder, grade.credibility);
}

/// The number of a grade and the claim that it comes from.
fn number(builder: &mut Builder<'_>, credibility: Option<Credibility>) {
    let Some(number) = credibility else {
        let words = "No number: the author has given no credibility here.";
        builder.sentence(words, Tone::Dim);
        return;
    };
    let words = crate::text![number.number(), ": ", number.meaning()];
    let mut runs = vec![Run::new(words, Tone::Strong)];
    if let Some(claim) = claim_with(builder, number) {
        let words = ". The best number that the author gave a claim of the event that disputes \
                     nothing: ";
        let value = crate::text![words, builder.library.value(claim), " "];
        runs.push(Run::text(value));
        runs.push(Run::Number(claim));
    } else {
        runs.push(Run::text(", given by the author."));
    }
    builder.paragraph(runs);
}

/// The claim that the number of a grade comes from.
fn claim_with(builder: &Builder<'_>, number: Credibility) -> Option<ItemId> {
    let (library, id) = (builder.library, builder.item);
    let has = |claim: &ItemId| {
        let found = library.claim(*claim);
        found.is_some_and(|claim| {
            let given = claim.credibility.as_ref();
            claim.disputes.is_empty() && given.is_some_and(|given| given.value == number)
        })
    };
    library.ends(id, Relation::Claims).find(has)
}

/// Which sources count as one, and what that comes to.
fn origins(builder: &mut Builder<'_>, assessment: &Assessment) {
    if assessment.citations.is_empty() {
        return;
    }
    builder.heading("WHO COUNTS AS ONE");
    let mut origins: BTreeMap<usize, Vec<&Citation>> = BTreeMap::new();
    for citation in &assessment.citations {
        origins.entry(citation.origin).or_default().push(citation);
    }
    for (number, citations) in origins {
        let mut runs = Vec::new();
        for (place, citation) in citations.iter().enumerate() {
            if place > 0 {
                runs.push(Run::new("; ", Tone::Text));
            }
            let line = crate::text![builder.source_line(citation.source), " "];
            runs.push(Run::text(line));
            runs.push(Run::Number(citation.source));
            let roots: Vec<ItemId> =
                citation.roots.iter().copied().filter(|root| *root != citation.source).collect();
            if !roots.is_empty() {
                let roots: Vec<DisplayText> =
                    roots.iter().map(|root| builder.source_line(*root)).collect();
                let words = crate::text![" (goes back to ", super::words::semicolons(&roots), ")"];
                runs.push(Run::new(words, Tone::Dim));
            }
        }
        builder.push(Block::Entry(Entry::new(Marker::Ordinal(number + 1), runs)));
    }
    let words = supported(assessment.corroboration, &assessment.citations);
    let rule = "Sources with one root, or with one publisher, count as one.";
    builder.sentence(rule, Tone::Dim);
    let together = crate::text!["Together: ", words];
    builder.sentence(together, Tone::Strong);
}

/// Sources whose publishers take part, and as what.
fn parties(builder: &mut Builder<'_>, assessment: &Assessment) {
    let parties: Vec<&Citation> =
        assessment.citations.iter().filter(|citation| citation.party).collect();
    if parties.is_empty() {
        return;
    }
    let library = builder.library;
    builder.heading("PARTIES");
    let event = library.event_of(builder.item).unwrap_or(builder.item);
    for citation in parties {
        let line = builder.source_line(citation.source);
        let houses = names(library, library.ends(citation.source, Relation::PublishedBy));
        let taking_part = library.party_by(event, citation.source).map(|actor| {
            let roles = crate::text::comma_separated(&library.roles(event, actor));
            let name = library.full_title(actor);
            if name == houses {
                crate::text![": ", name, " is ", roles, " here"]
            } else {
                crate::text![": it is ", houses, "; ", name, ", part of it, is ", roles, " here"]
            }
        });
        let words = crate::text![line, taking_part.unwrap_or_default()];
        builder.entry(citation.source, vec![Run::text(words)]);
    }
}

/// The claims that speak against it.
fn disputes(builder: &mut Builder<'_>, assessment: &Assessment) {
    let library = builder.library;
    builder.heading("DISPUTED");
    if !assessment.disputed {
        builder.sentence("Nothing loaded speaks against it.", Tone::Dim);
        return;
    }
    let holders = |id: ItemId| [id].into_iter().chain(library.ends(id, Relation::Claims));
    let rests: Vec<ItemId> = library.ends(builder.item, Relation::RestsOn).collect();
    let told = holders(builder.item).chain(rests.into_iter().flat_map(holders));
    let mut seen = BTreeSet::new();
    let objections = told.flat_map(|told| {
        let edges = library.incoming(told).iter();
        edges.filter(|edge| edge.relation == Relation::Disputes).map(move |edge| (edge.to, told))
    });
    let objections: Vec<_> = objections.filter(|dispute| seen.insert(*dispute)).collect();
    for (objection, told) in objections {
        let mut runs = vec![
            Run::new(library.value(objection), Tone::Differs),
            Run::sign(Sign::DiffersFrom, Tone::Differs),
            Run::new(library.value(told), Tone::Differs),
        ];
        if told != builder.item {
            runs.push(Run::text(" "));
            runs.push(Run::Number(told));
        }
        if let Some(claim) = library.claim(objection) {
            let support = super::evidence::support(library, objection, claim);
            runs.push(Run::new(crate::text!["  (", support, ")"], Tone::Dim));
        }
        builder.entry(objection, runs);
    }
}

/// The author's own word.
fn confidence(builder: &mut Builder<'_>, assessment: &Assessment) {
    builder.heading("CONFIDENCE");
    let Some(confidence) = assessment.confidence else {
        builder.sentence("The author has rated none here.", Tone::Dim);
        return;
    };
    let words = crate::text![confidence.word(), ": ", confidence.meaning(), ". "];
    let mut runs = vec![Run::new(words, Tone::Strong), Run::text("Rated by the author. ")];
    let why = builder.library.event(builder.item).and_then(|event| event.confidence_why.as_ref());
    if let Some(why) = why {
        runs.extend(builder.prose_runs(why, Tone::Text));
    }
    builder.paragraph(runs);
}
