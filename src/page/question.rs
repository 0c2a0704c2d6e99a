//! Pages of questions that may be asked: the answer, how sure it is, and what speaks for and against.

use super::builder::Builder;
use super::carrier::{carried_by, citing, party_sign, reported_speakers, speakers_in};
use super::content::{Block, Items, Line, Room, Row, Run, Runs, Tone};
use super::other::in_the_brief;
use super::phrases;
use super::statements;
use super::words::{counted, grade_sign, targets, weight_words};
use crate::library::{Grade, Inquiry, ItemId, Library, Objection, Question, Relation, Weight};
use crate::text::DisplayText;
use std::collections::BTreeSet;

/// The answer; how sure, what is judged, what it rests on and what speaks against it, each in a row;
/// then the same in full.
pub(super) fn body(builder: &mut Builder<'_>, question: &Question) {
    builder.summary(&question.answer);
    if !builder.is_full() {
        return;
    }
    let asked = Asked::new(builder.library, builder.item);
    builder.gap();
    lines(builder, "HOW SURE", asked.sureness());
    lines(builder, "JUDGEMENT", asked.judged());
    let carriers = asked.carriers();
    if !carriers.is_empty() {
        let items = Items::new(carriers.into_iter().map(|carrier| vec![carrier]).collect());
        let line = Line::Items(Items { room: Room::AsNeeded, ..items });
        builder.push(Block::Row(Row::new("RESTS ON", vec![line])));
    }
    lines(builder, "AGAINST", asked.against());
    statements::section(builder, "CLAIMS AND EVENTS", &asked.basis);
    let judgements: Vec<ItemId> =
        asked.inquiries.iter().filter_map(|(_, inquiry)| inquiry.judgement()).collect();
    builder.section("JUDGEMENTS", &judgements);
    in_the_brief(builder);
}

/// Lines beside a label; nothing without any.
fn lines(builder: &mut Builder<'_>, label: &'static str, lines: Vec<Runs>) {
    for (place, line) in lines.into_iter().enumerate() {
        builder.labelled(if place == 0 { label } else { "" }, line);
    }
}

/// A question with what its answer rests on.
struct Asked<'l> {
    library: &'l Library,
    basis: Vec<ItemId>,
    /// The questions of events that the basis answers, each once.
    inquiries: Vec<(ItemId, &'l Inquiry)>,
}

impl<'l> Asked<'l> {
    fn new(library: &'l Library, question: ItemId) -> Self {
        let basis = targets(library, question, Relation::RestsOn);
        let mut inquiries: Vec<(ItemId, &Inquiry)> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut add = |found: (ItemId, &'l Inquiry)| {
            if seen.insert(std::ptr::from_ref(found.1)) {
                inquiries.push(found);
            }
        };
        // What is asked is what the claims are about; the events stand behind it.
        for claim in basis.iter().copied() {
            library.inquiries_of(claim).for_each(&mut add);
        }
        let events = basis.iter().copied().filter(|item| library.event(*item).is_some());
        for event in events {
            library.inquiries(event).iter().take(1).for_each(|first| add((event, first)));
        }
        Self { library, basis, inquiries }
    }

    /// Whether several events are spoken of, so that each has to be told from the others.
    fn has_several_events(&self) -> bool {
        let mut events = self.inquiries.iter().map(|(event, _)| *event);
        let first = events.next();
        events.any(|event| Some(event) != first)
    }

    /// How sure the author is of each: `who did it MODERATE`; of several events each in a line behind
    /// its title: a date would read as if the day were in doubt. Where nobody is asked anything, how the
    /// answer is carried.
    fn sureness(&self) -> Vec<Runs> {
        let mut by_event: Vec<(ItemId, Vec<Runs>)> = Vec::new();
        for (event, inquiry) in &self.inquiries {
            let Some(sure) = phrases::sureness_in(self.library, *event, inquiry) else { continue };
            match by_event.iter_mut().find(|(known, _)| known == event) {
                Some((_, all)) if all.contains(&sure) => {}
                Some((_, all)) => all.push(sure),
                None => by_event.push((*event, vec![sure])),
            }
        }
        if by_event.is_empty() && self.objections().is_empty() && !self.inquiries.is_empty() {
            return vec![self.uncontradicted()];
        }
        let several = self.has_several_events();
        let line = |(event, all): (ItemId, Vec<Runs>)| {
            let title = several.then(|| crate::text![self.library.full_title(event), ": "]);
            let mut runs: Runs =
                title.map(|title| Run::new(title, Tone::Quiet)).into_iter().collect();
            for (place, sure) in all.into_iter().enumerate() {
                runs.extend((place > 0).then(phrases::dot));
                runs.extend(sure);
            }
            runs
        };
        by_event.into_iter().map(line).collect()
    }

    /// How an answer is carried that nobody contradicts: `doubtfully true: one source alone; nobody here
    /// contradicts it`. That it is not contradicted is no support.
    fn uncontradicted(&self) -> Runs {
        let library = self.library;
        let mut runs = Runs::new();
        let claims = self.basis.iter().filter(|item| library.claim(**item).is_some());
        let best = claims.map(|claim| library.grade_of_claim(*claim)).min_by_key(|one| one.order());
        let number = best.and_then(|grade| grade.credibility);
        if let Some(number) = number.filter(|number| matches!(number.number(), 4 | 5)) {
            runs.push(Run::new(crate::text![number.meaning(), ": "], Tone::Warning));
        }
        let carried = match self.independent() {
            0 => "no source that counts".into(),
            1 => "one source alone".into(),
            count => counted(count, "source", "sources that do not repeat each other"),
        };
        runs.push(Run::text(crate::text![carried, "; no contradiction is recorded"]));
        runs
    }

    /// The sources it rests on, each house once: without those that do not count, and without those that
    /// repeat another one.
    fn independent(&self) -> usize {
        let assessments = self.basis.iter().filter_map(|item| self.library.assessment(*item));
        let cited = assessments.flat_map(|found| &found.citations).filter(|found| found.counts);
        let cited: Vec<_> = cited.collect();
        let known: BTreeSet<ItemId> = cited.iter().map(|found| found.source).collect();
        let repeats = |root: &ItemId, source: ItemId| *root != source && known.contains(root);
        let own = cited
            .iter()
            .filter(|found| !found.roots.iter().any(|root| repeats(root, found.source)))
            .map(|found| self.library.short_speaker(found.source));
        own.collect::<BTreeSet<DisplayText>>().len()
    }

    fn judged(&self) -> Vec<Runs> {
        let judged = self.inquiries.iter();
        judged
            .filter_map(|(event, inquiry)| phrases::judged_in(self.library, *event, inquiry))
            .collect()
    }

    /// The objections to the answers, the heaviest first.
    fn objections(&self) -> Vec<&'l Objection> {
        let mut objections: Vec<&Objection> =
            self.inquiries.iter().flat_map(|(_, inquiry)| &inquiry.objections).collect();
        objections.sort_by_key(|found| found.weight);
        objections
    }

    /// The objections that speak against the answer: not where it is asked what the objectors say.
    fn opposing(&self) -> Vec<&'l Objection> {
        if self.is_one_voice() { Vec::new() } else { self.objections() }
    }

    /// The grades and houses that it rests on, the best first: `A1 White House`, each with those whose words
    /// it carries: `A3 Reuters, citing iSIGHT Partners`. What speaks against the answer is no ground of it.
    fn carriers(&self) -> Vec<Runs> {
        let library = self.library;
        let opposing: BTreeSet<ItemId> =
            self.opposing().into_iter().map(|found| found.claim).collect();
        let mut carriers = Vec::new();
        for item in self.basis.iter().filter(|item| !opposing.contains(item)) {
            let Some(assessment) = library.assessment(*item) else { continue };
            for citation in assessment.citations.iter().filter(|citation| citation.counts) {
                let house = library.short_speaker(citation.source);
                let party = citation.party.then(|| party_sign(library, *item, citation.source));
                let speakers = speakers_in(library, *item, citation.source);
                // A carrier that takes no part has no sign.
                carriers.push((citation.grade(), house, party.unwrap_or_default(), speakers));
            }
        }
        carriers.sort_by_key(|(grade, ..)| grade.order());
        let mut shown: Vec<(Grade, DisplayText, &'static str, Vec<ItemId>)> = Vec::new();
        for (grade, house, party, speakers) in carriers {
            match shown.iter_mut().find(|(_, known, ..)| *known == house) {
                Some((.., known)) => known.extend(speakers),
                None => shown.push((grade, house, party, speakers)),
            }
        }
        let runs = |(grade, house, party, speakers): (Grade, DisplayText, &'static str, Vec<_>)| {
            let grade = Run::new(grade_sign(grade), Tone::Grade);
            let (house, citing) = (crate::text![" ", house], citing(library, &speakers));
            vec![grade, Run::text(house), Run::new(party, Tone::Quiet), Run::text(citing)]
        };
        shown.into_iter().map(runs).collect()
    }

    /// `C4 Mehr: not Iran (party)`, each once; `A4 AP: not Iran, says Iran (party)` where a paper carries it.
    fn against(&self) -> Vec<Runs> {
        let library = self.library;
        let mut seen = BTreeSet::new();
        let mut shown: Vec<Runs> = Vec::new();
        for found in self.opposing() {
            let tone = if found.weight == Weight::Contested { Tone::Against } else { Tone::Quiet };
            let mut value = library.value(found.claim);
            let speakers = reported_speakers(library, found.claim);
            if !speakers.is_empty() {
                value = crate::text![value, ", says ", phrases::short_names(library, &speakers)];
            }
            let what = crate::text![carried_by(library, found.claim), ": ", value];
            if seen.insert(what.clone()) {
                let weight =
                    crate::text![" (", weight_words(library, found.claim, found.weight), ")"];
                shown.push(vec![Run::text(what), Run::new(weight, tone)]);
            }
        }
        shown
    }

    /// Whether it is asked what one side says: all that it rests on are claims that an actor asserts,
    /// some of them objections, and nothing in it is what is objected to.
    fn is_one_voice(&self) -> bool {
        let claims = |objecting: bool| -> BTreeSet<ItemId> {
            let inquiries = self.inquiries.iter().map(|(_, inquiry)| inquiry);
            let opposed = inquiries.filter(|inquiry| !inquiry.objections.is_empty());
            if objecting {
                opposed.flat_map(|one| &one.objections).map(|found| found.claim).collect()
            } else {
                opposed.flat_map(|one| &one.claims).copied().collect()
            }
        };
        let (objecting, carrying) = (claims(true), claims(false));
        let is_asserted =
            |item: &ItemId| self.library.ends(*item, Relation::AssertedBy).next().is_some();
        self.basis.iter().any(|item| objecting.contains(item))
            && self.basis.iter().all(|item| is_asserted(item) && !carrying.contains(item))
    }
}
