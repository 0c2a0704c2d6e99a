//! What holds of any claims: no direction, nobody silenced, each in one question.

use super::*;
use proptest::prelude::*;

const ASPECTS: [&str; 5] = ["occurrence", "when", "attribution", "number", "cause"];
const SOURCES: [&str; 7] = ["a", "b", "c", "e", "copy", "gone", "state"];
const SPEAKERS: [&str; 5] = ["", "state", "premier", "group", "ministry"];

#[derive(Clone, Debug)]
struct Random {
    about: usize,
    value: usize,
    number: usize,
    source: usize,
    by: usize,
    disputes: Vec<usize>,
}

fn random_claims() -> impl Strategy<Value = Vec<Random>> {
    let claim = (
        0..5_usize,
        0..3_usize,
        0..7_usize,
        0..8_usize,
        0..5_usize,
        prop::collection::vec(0..6_usize, 0..3),
    );
    let claim = claim.prop_map(|(about, value, number, source, by, disputes)| Random {
        about,
        value,
        number,
        source,
        by,
        disputes,
    });
    prop::collection::vec(claim, 1..7)
}

/// The event with these claims; each dispute with the key on the one side or the other.
fn made(claims: &[Random], turned: bool, graded: bool) -> Library {
    let mut disputes: Vec<Vec<String>> = vec![Vec::new(); claims.len()];
    for (from, claim) in claims.iter().enumerate() {
        for to in claim.disputes.iter().copied().filter(|to| *to < claims.len() && *to != from) {
            let (holder, other) = if turned { (to, from) } else { (from, to) };
            disputes[holder].push(format!("\"c{other}\""));
        }
    }
    let rest: Vec<[String; 3]> = claims
        .iter()
        .zip(&disputes)
        .enumerate()
        .map(|(at, (claim, disputes))| {
            let number = match claim.number {
                number @ 1..=6 if graded => format!("credibility = {number}\n"),
                _ => String::new(),
            };
            let by = SPEAKERS[claim.by];
            let by = if by.is_empty() { String::new() } else { format!("by = [\"{by}\"]\n") };
            let cite = SOURCES.get(claim.source).map(|id| format!("cite = [\"{id}\"]\n"));
            let rest = format!(
                "{number}{by}{}disputes = [{}]",
                cite.unwrap_or_default(),
                disputes.join(", ")
            );
            let values = ["15 Jul 2022", "17 Jul 2022", "June"];
            [format!("c{at}"), values[claim.value].to_owned(), rest]
        })
        .collect();
    let claims: Vec<Said<'_>> = claims
        .iter()
        .zip(&rest)
        .map(|(claim, [id, value, rest])| said(id, ASPECTS[claim.about], value, rest))
        .collect();
    event(&claims, "")
}

/// Everything a person reads of an event.
fn card(library: &Library) -> (Vec<String>, Vec<String>) {
    let answer = library.answer(at(library, "event:e")).unwrap();
    let voices = answer
        .voices
        .iter()
        .map(|voice| format!("{} {:?} {:?}", voice.name, voice.grade, voice.weight));
    (questions(library), voices.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn all_disputes_turned_round_give_the_same_card(claims in random_claims()) {
        prop_assert_eq!(card(&made(&claims, false, true)), card(&made(&claims, true, true)));
    }

    #[test]
    fn all_grades_removed_silence_no_dispute(claims in random_claims()) {
        let (graded, bare) = (made(&claims, false, true), made(&claims, false, false));
        // What rests on an unreliable source alone carries an answer by its number only; of copies, and of
        // two words of one speaker, the grades say which one is told and which one repeats it.
        let is_unreliable = |claim: ItemId| graded.grade_of_claim(claim).reliability == Reliability::E;
        let behind = |claim: ItemId| -> Vec<ItemId> {
            let citations = graded.assessment(claim).map(|found| found.citations.as_slice());
            let citations = citations.into_iter().flatten();
            let roots = citations.flat_map(|one| one.roots.iter().copied().chain([one.source]));
            roots.chain(graded.word_of(at(&graded, "event:e"), claim)).collect()
        };
        for inquiry in graded.inquiries(at(&graded, "event:e")) {
            let told: Vec<ItemId> = inquiry.all_claims().collect();
            let repeats = told.iter().enumerate().any(|(place, one)| {
                let others = told.iter().skip(place + 1);
                others.into_iter().any(|other| behind(*one).iter().any(|end| behind(*other).contains(end)))
            });
            if repeats || told.iter().any(|claim| is_unreliable(*claim)) {
                continue;
            }
            let contested = inquiry.objections.iter().filter(|found| found.weight == Weight::Contested);
            for objection in contested {
                let slug = graded.get(objection.claim).unwrap().slug.as_str();
                let (_, other) = bare.inquiries_of(at(&bare, &format!("claim:{slug}"))).next().unwrap();
                let heard = matches!(other.held, Held::Open(_))
                    || other.objections.iter().any(|found| found.weight < Weight::AlsoInPrint);
                prop_assert!(heard, "{slug}: {} was {}", shown(&bare, other), shown(&graded, inquiry));
            }
        }
    }

    #[test]
    fn every_claim_stands_in_one_question_and_once(claims in random_claims()) {
        let library = made(&claims, false, true);
        let mut all: Vec<ItemId> = library
            .inquiries(at(&library, "event:e"))
            .iter()
            .flat_map(Inquiry::all_claims)
            .collect();
        all.sort_unstable();
        let events_claims: Vec<ItemId> = library.listed(Kind::Claim).to_vec();
        prop_assert_eq!(all, events_claims);
    }
}
