//! Where an item comes from: the file and the line, and why it is graded as it is.

use super::compose::Composer;
use super::source::{letter_from, reliance_words};
use super::words::{grade_sign, names, supported};
use super::{Page, PageSize, Piece, Tone};
use crate::library::{
    Assessment, Brief, Citation, Credibility, Definition, ItemId, Kind, Library, Record, Relation,
    Source,
};
use crate::text::{DisplayText, Fit, clean};
use std::collections::{BTreeMap, BTreeSet};

impl Page {
    /// Where an item stands, what the file was when it was read, and each step to its grade in words.
    #[must_use]
    pub fn provenance(library: &Library, id: ItemId, size: PageSize) -> Self {
        let Some(item) = library.get(id) else { return Self::default() };
        let mut composer = Composer::new(library, id, &size);
        let answer = library.answer(id);
        let card = super::card::headline(library, id, answer.as_ref(), size.width, size.card);
        written(&mut composer, item.known);
        let brief = if item.kind == Kind::Brief { Some(id) } else { item.brief };
        if let Some(brief) = brief {
            edition(&mut composer, brief);
        }
        if let Record::Source(source) = &item.record {
            of_source(&mut composer, source);
        }
        if let Some(assessment) = library.assessment(id) {
            graded(&mut composer, assessment);
            origins(&mut composer, assessment);
            parties(&mut composer, assessment);
            disputes(&mut composer, assessment);
            confidence(&mut composer, assessment);
        }
        composer.remaining_links();
        let (body, links) = (composer.take_lines(), composer.links());
        let title = crate::text!["provenance: ", item.kind.name(), " ", item.slug.shown()];
        Self { subject: Some(id), title, answer, card, body, evidence: Vec::new(), links }
    }
}

/// File and line of each record it is made of, and the hash of each file once.
fn written(composer: &mut Composer<'_>, known: bool) {
    let definitions = composer.library.definitions(composer.item);
    composer.heading(if known { "WRITTEN AT" } else { "DEFINED NOWHERE; FIRST NAMED AT" });
    let mut files: BTreeMap<_, &Definition> = BTreeMap::new();
    for (number, definition) in definitions.iter().enumerate() {
        let adds = if number == 0 { "" } else { "  (adds to it)" };
        let place = place(definition);
        composer.paragraph(&[Piece::new(crate::text![place, adds], Tone::Text)], 0);
        files.insert(definition.source, definition);
    }
    if let Some(house) = composer.library.publisher_definition(composer.item) {
        let words = crate::text!["the publisher: ", place(&house)];
        composer.paragraph(&[Piece::new(words, Tone::Text)], 0);
        files.entry(house.source).or_insert(&house);
        hashes(composer, &files);
        return;
    }
    hashes(composer, &files);
}

/// `_registry/actors.toml:31`.
fn place(definition: &Definition) -> DisplayText {
    crate::text![definition.file, ":", definition.line]
}

fn hashes<K: Ord>(composer: &mut Composer<'_>, files: &BTreeMap<K, &Definition>) {
    composer.heading("SHA-256 AS READ");
    for definition in files.values() {
        let hash = composer.library.file_hash(definition.source);
        let name = crate::text![definition.file, ": ", short_hash(&hash)];
        composer.paragraph(&[Piece::new(name, Tone::Text)], 0);
        composer.paragraph(&[Piece::new(hash, Tone::Dim)], 2);
    }
}

/// The first 16 digits in four groups, to be read out: `3f2a 91bc 7d10 44ee`.
fn short_hash(hash: &DisplayText) -> DisplayText {
    let digits: Vec<char> = hash.as_str().chars().take(16).collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    clean(&groups.join(" "), |_| {})
}

/// Which edition of which brief, under which marking.
fn edition(composer: &mut Composer<'_>, id: ItemId) {
    let library = composer.library;
    let Some(Record::Brief(brief)) = library.get(id).map(|item| &item.record) else { return };
    composer.heading("BRIEF");
    let mut words = edition_words(brief);
    let marking = crate::text!["TLP:", library.marking_of(composer.item).word()];
    words = if words.is_empty() { marking } else { crate::text![words, ", ", marking] };
    if id == composer.item {
        composer.paragraph(&[Piece::new(words, Tone::Text)], 0);
        return;
    }
    let title = crate::text![library.full_title(id), "; "];
    composer.entry(id, &[Piece::new(title, Tone::Text), Piece::new(words, Tone::Text)]);
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
fn of_source(composer: &mut Composer<'_>, source: &Source) {
    let (library, id) = (composer.library, composer.item);
    let reliability = library.reliability(id);
    composer.heading("WHY THIS GRADE");
    let letter = crate::text![reliability.word(), ": ", reliability.meaning(), "; "];
    let words = crate::text![letter, letter_from(library, id), "."];
    composer.paragraph(&[Piece::new(words, Tone::Text)], 0);
    if let Some(why) = &source.reliability_why {
        composer.prose(why, 0);
    }
    composer.gap();
    let reliance = reliance_words(&library.reliance(id));
    composer.paragraph(&[Piece::new(reliance, Tone::Text)], 0);
    composer.heading("HOW IT WAS READ");
    match source.access {
        Some(access) => composer.field("ACCESS", &DisplayText::literal(access.meaning())),
        None => composer.field("ACCESS", &DisplayText::literal("not stated")),
    }
    if let Some(retrieved) = &source.retrieved {
        composer.field("READ ON", &retrieved.text_in(composer.times));
    }
    if let Some(file) = &source.file {
        composer.address("COPY", &clean(&file.value, |_| {}));
    }
    match &source.sha256 {
        Some(hash) => composer.address("SHA-256", &clean(&hash.value, |_| {})),
        None => composer.field("SHA-256", &DisplayText::literal("no copy with a hash is kept")),
    }
}

/// Letter and number, each with where it comes from.
fn graded(composer: &mut Composer<'_>, assessment: &Assessment) {
    let (library, id) = (composer.library, composer.item);
    let Some(grade) = assessment.grade else {
        composer.heading("WHY THIS GRADE");
        let words = "No grade: it cites no source.";
        composer.paragraph(&[Piece::new(words, Tone::Warning)], 0);
        return;
    };
    composer.heading(crate::text!["WHY THIS GRADE: ", grade_sign(grade)]);
    let letter = grade.reliability;
    let words = crate::text![letter.word(), ": ", letter.meaning()];
    let mut pieces = vec![Piece::new(words, Tone::Strong)];
    if let Some(best) = library.best_source(id) {
        let line = crate::text![
            ". The best letter among the sources that repeat no other one cited here: ",
            composer.source_line(best),
            " "
        ];
        pieces.push(Piece::new(line, Tone::Text));
        pieces.push(composer.number(best));
        let from = letter_from(library, best);
        pieces.push(Piece::new(crate::text![" (", from, ")."], Tone::Text));
    }
    composer.paragraph(&pieces, 0);
    number(composer, grade.credibility);
}

/// The number of a grade and the claim that it comes from.
fn number(composer: &mut Composer<'_>, credibility: Option<Credibility>) {
    let Some(number) = credibility else {
        let words = "No number: the author has given no credibility here.";
        composer.paragraph(&[Piece::new(words, Tone::Dim)], 0);
        return;
    };
    let words = crate::text![number.number(), ": ", number.meaning()];
    let mut pieces = vec![Piece::new(words, Tone::Strong)];
    if let Some(claim) = claim_with(composer, number) {
        let words = ". The best number that the author gave a claim of the event that disputes \
                     nothing: ";
        let value = crate::text![words, composer.library.value(claim), " "];
        pieces.push(Piece::new(value, Tone::Text));
        pieces.push(composer.number(claim));
    } else {
        pieces.push(Piece::new(", given by the author.", Tone::Text));
    }
    composer.paragraph(&pieces, 0);
}

/// The claim that the number of a grade comes from.
fn claim_with(composer: &Composer<'_>, number: Credibility) -> Option<ItemId> {
    let (library, id) = (composer.library, composer.item);
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
fn origins(composer: &mut Composer<'_>, assessment: &Assessment) {
    if assessment.citations.is_empty() {
        return;
    }
    composer.heading("WHO COUNTS AS ONE");
    let mut origins: BTreeMap<usize, Vec<&Citation>> = BTreeMap::new();
    for citation in &assessment.citations {
        origins.entry(citation.origin).or_default().push(citation);
    }
    for (number, citations) in origins {
        let lead = crate::text![number + 1, ". "];
        let indent = lead.columns();
        let mut pieces = Vec::new();
        for (place, citation) in citations.iter().enumerate() {
            if place > 0 {
                pieces.push(Piece::new("; ", Tone::Text));
            }
            let line = crate::text![composer.source_line(citation.source), " "];
            pieces.push(Piece::new(line, Tone::Text));
            pieces.push(composer.number(citation.source));
            let roots: Vec<ItemId> =
                citation.roots.iter().copied().filter(|root| *root != citation.source).collect();
            if !roots.is_empty() {
                let roots: Vec<DisplayText> =
                    roots.iter().map(|root| composer.source_line(*root)).collect();
                let words = crate::text![" (goes back to ", super::words::semicolons(&roots), ")"];
                pieces.push(Piece::new(words, Tone::Dim));
            }
        }
        composer.hanging(vec![Piece::new(lead, Tone::Text)], indent, &pieces);
    }
    let words = supported(assessment.corroboration, &assessment.citations);
    let rule = "Sources with one root, or with one publisher, count as one.";
    composer.paragraph(&[Piece::new(rule, Tone::Dim)], 0);
    let together = crate::text!["Together: ", words];
    composer.paragraph(&[Piece::new(together, Tone::Strong)], 0);
}

/// Sources whose publishers take part, and as what.
fn parties(composer: &mut Composer<'_>, assessment: &Assessment) {
    let parties: Vec<&Citation> =
        assessment.citations.iter().filter(|citation| citation.party).collect();
    if parties.is_empty() {
        return;
    }
    let library = composer.library;
    composer.heading("PARTIES");
    let event = library.event_of(composer.item).unwrap_or(composer.item);
    for citation in parties {
        let line = composer.source_line(citation.source);
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
        composer.entry(citation.source, &[Piece::new(words, Tone::Text)]);
    }
}

/// The claims that speak against it.
fn disputes(composer: &mut Composer<'_>, assessment: &Assessment) {
    let library = composer.library;
    composer.heading("DISPUTED");
    if !assessment.disputed {
        composer.paragraph(&[Piece::new("Nothing loaded speaks against it.", Tone::Dim)], 0);
        return;
    }
    let holders = |id: ItemId| [id].into_iter().chain(library.ends(id, Relation::Claims));
    let rests: Vec<ItemId> = library.ends(composer.item, Relation::RestsOn).collect();
    let told = holders(composer.item).chain(rests.into_iter().flat_map(holders));
    let mut seen = BTreeSet::new();
    let objections = told.flat_map(|told| {
        let edges = library.incoming(told).iter();
        edges.filter(|edge| edge.relation == Relation::Disputes).map(move |edge| (edge.to, told))
    });
    let objections: Vec<_> = objections.filter(|dispute| seen.insert(*dispute)).collect();
    for (objection, told) in objections {
        composer.link(objection);
        let words = crate::text![library.value(objection), " ≠ ", library.value(told)];
        let mut pieces = vec![Piece::new(words, Tone::Differs)];
        if told != composer.item {
            pieces.push(Piece::new(" ", Tone::Text));
            pieces.push(composer.number(told));
        }
        if let Some(claim) = library.claim(objection) {
            let support = super::evidence::support(library, objection, claim);
            pieces.push(Piece::new(crate::text!["  (", support, ")"], Tone::Dim));
        }
        composer.entry(objection, &pieces);
    }
}

/// The author's own word.
fn confidence(composer: &mut Composer<'_>, assessment: &Assessment) {
    composer.heading("CONFIDENCE");
    let Some(confidence) = assessment.confidence else {
        composer.paragraph(&[Piece::new("The author has rated none here.", Tone::Dim)], 0);
        return;
    };
    let words = crate::text![confidence.word(), ": ", confidence.meaning(), ". "];
    let mut pieces =
        vec![Piece::new(words, Tone::Strong), Piece::new("Rated by the author. ", Tone::Text)];
    let why = composer.library.event(composer.item).and_then(|event| event.confidence_why.as_ref());
    if let Some(why) = why {
        pieces.extend(composer.prose_pieces(why, Tone::Text));
    }
    composer.paragraph(&pieces, 0);
}
