//! Where an item comes from: the file and the line, and why it is graded as it is.

use super::builder::Builder;
use super::carrier::is_party_itself;
use super::content::{Block, Content, Entry, Marker, Run, Runs, Tone};
use super::phrases::confidence_tone;
use super::source::{copy, letter_from, reliance_words};
use super::words::{
    confidence_sentence, edition_words, grade_sign, marking_run, names, semicolons, supported,
};
use super::{Wanted, card, differences, statements};
use crate::library::{
    Aspect, Assessment, Citation, Definition, ItemId, Kind, Library, Record, Relation, Schema,
    Source, Weight,
};
use crate::text::{DisplayText, clean};
use std::collections::{BTreeMap, BTreeSet};

/// Where an item stands, what the file was when it was read, and each step to its grade in words.
pub(super) fn content(library: &Library, id: ItemId, wanted: Wanted) -> Content {
    let library = &library.within(id);
    let Some(item) = library.get(id) else { return Content::default() };
    let mut builder = Builder::new(library, id, wanted);
    let answer = library.answer(id);
    builder.card(card::headline(library, id, answer.as_ref(), wanted.card));
    written(&mut builder, item.known);
    let brief = if item.kind == Kind::Brief { Some(id) } else { item.brief };
    if let Some(brief) = brief {
        edition(&mut builder, brief);
    }
    differences::told(&mut builder);
    if let Record::Source(source) = &item.record {
        of_source(&mut builder, source);
    }
    if let Some(assessment) = library.assessment(id) {
        graded(&mut builder, assessment);
        origins(&mut builder, assessment);
        parties(&mut builder, assessment);
        disputes(&mut builder);
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
    let houses = builder.library.publisher_definitions(builder.item);
    let lead = if houses.len() > 1 { "a publisher: " } else { "the publisher: " };
    for house in &houses {
        builder.sentence(crate::text![lead, place(house)], Tone::Text);
        files.entry(house.source).or_insert(house);
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
        let under = vec![Block::Paragraph(vec![Run::new(hash, Tone::Quiet)])];
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
    let mut words = Runs::new();
    if id != builder.item {
        words.push(Run::text(crate::text![library.full_title(id), "; "]));
    }
    let edition = edition_words(brief, builder.times);
    if !edition.is_empty() {
        words.push(Run::text(crate::text![edition, ", "]));
    }
    words.push(marking_run(library.marking_of(builder.item)));
    if id == builder.item { builder.paragraph(words) } else { builder.entry(id, words) }
}

/// The letter of a source, its archived copy, and what rests on it.
fn of_source(builder: &mut Builder<'_>, source: &Source) {
    let (library, id) = (builder.library, builder.item);
    let reliability = library.reliability(id);
    builder.heading(crate::text!["WHY THIS GRADE: ", reliability.word()]);
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
    copy(builder, source);
    if source.sha256.is_none() {
        builder.field("SHA-256", &DisplayText::literal("no copy with a hash is kept"));
    }
}

/// Letter and number of the best citation, each with where it comes from. They are never taken from
/// two citations.
fn graded(builder: &mut Builder<'_>, assessment: &Assessment) {
    let Some(grade) = assessment.grade else {
        builder.heading("WHY THIS GRADE");
        return builder.sentence("No grade: it cites no source.", Tone::Warning);
    };
    builder.heading(crate::text!["WHY THIS GRADE: ", grade_sign(grade)]);
    let of_grade = |citation: &&Citation| citation.grade() == grade;
    let mut counting = assessment.citations.iter().filter(|citation| citation.counts);
    let leading = assessment.leading().filter(of_grade).or_else(|| counting.find(of_grade));
    let best = leading.or_else(|| assessment.citations.iter().find(of_grade));
    let Some(best) = best else { return };
    let mut runs = vec![Run::text(builder.source_line(best.source)), Run::text(" ")];
    runs.push(Run::Number(best.source));
    let passed_over = |other: &Citation| {
        other.party && !best.party && other.counts && other.grade().order() < grade.order()
    };
    let among = if assessment.citations.len() == 1 {
        " is the only source cited here."
    } else if assessment.citations.iter().any(passed_over) {
        " has the best grade of the sources cited here that repeat no other one and are no parties."
    } else {
        " has the best grade of the sources cited here that repeat no other one."
    };
    runs.push(Run::text(among));
    builder.paragraph(runs);
    let letter = grade.reliability;
    let words = crate::text![letter.word(), ": ", letter.meaning(), "; "];
    let from = crate::text![letter_from(builder.library, best.source), "."];
    builder.paragraph(vec![Run::new(words, Tone::Strong), Run::text(from)]);
    number(builder, best);
}

/// The number of a grade and the claim that it comes from.
fn number(builder: &mut Builder<'_>, best: &Citation) {
    let library = builder.library;
    let Some(number) = best.credibility else {
        let words = "No number: the author has given this no credibility.";
        return builder.sentence(words, Tone::Quiet);
    };
    let words = crate::text![number.number(), ": ", number.meaning(), "; "];
    let mut runs = vec![Run::new(words, Tone::Strong)];
    if library.claim(builder.item).is_some() {
        runs.push(Run::text("the credibility that the author gives this claim."));
    } else if let Some(claim) = claim_of(builder, best) {
        let of = match library.claim(claim).and_then(|claim| claim.about) {
            Some(Aspect::Occurrence) => "whether it happened",
            Some(_) | None => "the date",
        };
        let lead = "the credibility that the author gives what it says of ";
        let words = crate::text![lead, of, ": ", library.value(claim), " "];
        runs.extend([Run::text(words), Run::Number(claim)]);
    } else {
        runs.push(Run::text("given by the author."));
    }
    builder.paragraph(runs);
}

/// The claim that the number of a citation comes from: of whether it happened, else of when.
fn claim_of(builder: &Builder<'_>, citation: &Citation) -> Option<ItemId> {
    let library = builder.library;
    let claims: Vec<ItemId> = library.ends(builder.item, Relation::Claims).collect();
    [Aspect::Occurrence, Aspect::When].into_iter().find_map(|about| {
        claims.iter().copied().find(|id| {
            let cites = library.ends(*id, Relation::Cites).any(|end| end == citation.source);
            let Some(claim) = library.claim(*id) else { return false };
            let number = claim.credibility.as_ref().map(|number| number.value);
            cites && claim.about == Some(about) && number == citation.credibility
        })
    })
}

/// Which sources count, which of them are one origin, and what that comes to.
fn origins(builder: &mut Builder<'_>, assessment: &Assessment) {
    if assessment.citations.is_empty() {
        return;
    }
    builder.heading(crate::text!["WHAT COUNTS: ", supported(assessment)]);
    let mut origins: BTreeMap<usize, Vec<&Citation>> = BTreeMap::new();
    let (counting, others): (Vec<&Citation>, Vec<&Citation>) =
        assessment.citations.iter().partition(|citation| citation.counts);
    for citation in counting {
        origins.entry(citation.origin).or_default().push(citation);
    }
    for (place, citations) in origins.into_values().enumerate() {
        let mut runs = Runs::new();
        for citation in citations {
            if !runs.is_empty() {
                runs.push(Run::text("; "));
            }
            runs.extend(cited(builder, citation));
        }
        builder.push(Block::Entry(Entry::new(Marker::Ordinal(place + 1), runs)));
    }
    for citation in others {
        let mut runs = cited(builder, citation);
        let withdrawn = builder.library.is_withdrawn(citation.source);
        let why = if withdrawn { "withdrawn" } else { "it repeats another one cited here" };
        runs.push(Run::new(crate::text![": not counted, ", why], Tone::Quiet));
        builder.push(Block::Entry(Entry::new(Marker::Dash, runs)));
    }
    let rule = "A source that repeats another one cited here is not counted, and none that was \
                withdrawn. Those that share an original or a publisher, or whose publishers are \
                bodies of one actor, are one origin.";
    builder.sentence(rule, Tone::Quiet);
}

/// `A1 The White House, 7 Sep 2022 [3] (own text)`.
fn cited(builder: &Builder<'_>, citation: &Citation) -> Runs {
    let grade = Run::new(grade_sign(citation.grade()), Tone::Grade);
    let line = crate::text![" ", builder.source_line(citation.source), " "];
    let mut runs = vec![grade, Run::text(line), Run::Number(citation.source)];
    let mut remarks: Vec<DisplayText> = Vec::new();
    let roots = citation.roots.iter().filter(|root| **root != citation.source);
    let roots: Vec<DisplayText> = roots.map(|root| builder.source_line(*root)).collect();
    if !roots.is_empty() {
        remarks.push(crate::text!["goes back to ", semicolons(&roots)]);
    }
    if citation.own_text {
        remarks.push("own text".into());
    }
    if citation.party {
        let itself = is_party_itself(builder.library, builder.item, (citation.source, true));
        remarks.push(if itself { "party" } else { "repeats a party" }.into());
    }
    if !remarks.is_empty() {
        runs.push(Run::new(crate::text![" (", semicolons(&remarks), ")"], Tone::Quiet));
    }
    runs
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
    let events: Vec<ItemId> = library.with_events_of(builder.item).collect();
    for citation in parties {
        let line = builder.source_line(citation.source);
        let houses = names(library, library.ends(citation.source, Relation::PublishedBy));
        let by = |event: &ItemId| Some((*event, library.party_by(*event, citation.source)?));
        let taking_part = events.iter().find_map(by).map(|(event, actor)| {
            let roles = crate::text::comma_separated(&library.roles(event, actor));
            let name = library.full_title(actor);
            if name == houses {
                crate::text![": ", name, " is ", roles, " here"]
            } else {
                crate::text![": it is ", houses, "; ", name, ", part of it, is ", roles, " here"]
            }
        });
        // Of a house that takes no part there is nothing to add.
        let words = crate::text![line, taking_part.unwrap_or_default()];
        builder.entry(citation.source, vec![Run::text(words)]);
    }
}

/// What contradicts it, with how much that weighs; of a claim that itself objects what it contradicts.
fn disputes(builder: &mut Builder<'_>) {
    let library = builder.library;
    if library.claim(builder.item).is_some() {
        return super::claim::other_side(builder);
    }
    let mut objections: Vec<(ItemId, Option<Weight>)> = Vec::new();
    let own = library.inquiries(builder.item).iter();
    let answered = super::judgement::answered(library, builder.item).map(|(_, inquiry)| inquiry);
    let weighed = own.chain(answered).flat_map(|inquiry| &inquiry.objections);
    let weighed = weighed.map(|found| (found.claim, Some(found.weight)));
    let against = library.ends(builder.item, Relation::Against).map(|claim| (claim, None));
    let basis = library.ends(builder.item, Relation::RestsOn);
    let sides = library.sides_of(basis);
    let others = sides.iter().flat_map(|side| library.opposite(side));
    let others = others.map(|(claim, weight)| (claim, Some(weight)));
    let mut seen = BTreeSet::new();
    for (claim, weight) in weighed.chain(against).chain(others) {
        if seen.insert(claim) {
            objections.push((claim, weight));
        }
    }
    builder.heading("CONTRADICTED BY");
    if objections.is_empty() {
        return builder.sentence("Nothing loaded contradicts it.", Tone::Quiet);
    }
    for (claim, weight) in objections {
        statements::entry(builder, claim, weight);
    }
}

/// The author's own word: of an event how sure it is that it happened, and of its date.
fn confidence(builder: &mut Builder<'_>, assessment: &Assessment) {
    builder.heading("CONFIDENCE");
    let event = builder.library.event(builder.item);
    let Some(confidence) = assessment.confidence else {
        return builder.sentence("The author has stated none here.", Tone::Quiet);
    };
    let of = match (event, builder.library.schema_of(builder.item)) {
        (Some(_), Schema::Two) => "that it happened",
        (Some(_), Schema::One) | (None, _) => "in this",
    };
    let mut runs = vec![
        Run::new(confidence_sentence(of, confidence), confidence_tone(confidence)),
        Run::new(crate::text![" That means ", confidence.meaning(), ". "], Tone::Quiet),
    ];
    if let Some(date) = event.and_then(|event| event.when_confidence.as_ref()) {
        let words = crate::text![confidence_sentence("in the date", date.value), " "];
        runs.push(Run::new(words, confidence_tone(date.value)));
    }
    if let Some(why) = event.and_then(|event| event.confidence_why.as_ref()) {
        runs.extend(builder.prose_runs(why, Tone::Text));
    }
    builder.paragraph(runs);
}
