//! Who says so, what is disputed, and what else is said.

use super::names::{question_name, short_names, speaker, without_bodies};
use crate::library::{Answer, Aspect, Held, Inquiry, ItemId, Library, Weight};
use crate::page::content::{Run, Runs, Tone};
use crate::page::words::grade_sign;
use crate::text::DisplayText;

/// What is disputed of one question: what is held, and the others, whole ones only.
pub(in crate::page) struct Dispute {
    /// `114 on first flight; others: `.
    pub(in crate::page) lead: DisplayText,
    /// `112 (C3)`.
    pub(in crate::page) others: Vec<DisplayText>,
    /// What stands between two of them.
    pub(in crate::page) between: &'static str,
}

/// What is disputed, question by question, first whether it happened, when and who did it.
pub(in crate::page) fn disputes(library: &Library, event: ItemId) -> Vec<Dispute> {
    let mut disputed: Vec<&Inquiry> =
        library.inquiries(event).iter().filter(|inquiry| inquiry.is_disputed()).collect();
    disputed.sort_by_key(|inquiry| !inquiry.is_of_the_event());
    disputed.into_iter().filter_map(|inquiry| dispute(library, event, inquiry)).collect()
}

fn dispute(library: &Library, event: ItemId, inquiry: &Inquiry) -> Option<Dispute> {
    let name = match inquiry.about {
        // What these say is understood by itself.
        Some(Aspect::Number | Aspect::Outcome | Aspect::Cause | Aspect::How) | None => {
            DisplayText::default()
        }
        Some(Aspect::Occurrence) => "whether it happened: ".into(),
        Some(Aspect::When | Aspect::Where | Aspect::Who | Aspect::Target | Aspect::Attribution) => {
            crate::text![question_name(library, event, inquiry.about), ": "]
        }
    };
    if let Held::Open(claims) = &inquiry.held {
        let (others, between) = open(library, claims);
        return Some(Dispute { lead: name, others, between });
    }
    let contested = inquiry.objections.iter().filter(|found| found.weight == Weight::Contested);
    let others = contested.map(|found| graded(library, found.claim)).collect();
    let held = library.held_value(event, inquiry)?;
    Some(Dispute { lead: crate::text![name, held, "; others: "], others, between: ", " })
}

/// `Tel Aviv (C3) or Jerusalem (C3)`; of parties `data taken, says Black Reward; data safe, says Fars`.
pub(super) fn open(library: &Library, claims: &[ItemId]) -> (Vec<DisplayText>, &'static str) {
    let words: Vec<Vec<ItemId>> = claims.iter().map(|claim| library.word_of(*claim)).collect();
    let parties = words.iter().all(|word| !word.is_empty());
    if !parties {
        return (claims.iter().map(|claim| graded(library, *claim)).collect(), " or ");
    }
    let said = claims.iter().zip(&words).map(|(claim, word)| {
        crate::text![library.value(*claim), ", says ", short_names(library, word)]
    });
    (said.collect(), "; ")
}

/// `112 (C3)`.
fn graded(library: &Library, claim: ItemId) -> DisplayText {
    crate::text![library.value(claim), " (", grade_sign(library.grade_of_claim(claim)), ")"]
}

/// What else is said, none of it a reason to doubt the answers: the words of parties, then what is in
/// print; each in full and without its grade.
pub(in crate::page) fn also(library: &Library, event: ItemId) -> Vec<Vec<Runs>> {
    let mut said: Vec<Vec<Runs>> = Vec::new();
    let mut printed: Vec<Vec<Runs>> = Vec::new();
    for inquiry in library.inquiries(event) {
        let judged = inquiry.judgement().is_some();
        for objection in &inquiry.objections {
            let value = library.value(objection.claim);
            match objection.weight {
                Weight::Contested => {}
                // The rows of judgements and of accusations end with the denial.
                Weight::Denied if judged || library.asks_who_did_it(event) => {}
                Weight::Denied => {
                    let mut others = objection.word_of.iter();
                    if others.all(|actor| !library.is_act_of(event, *actor)) {
                        let deniers = without_bodies(library, &objection.word_of);
                        let who = short_names(library, &deniers);
                        let verb = if deniers.len() == 1 { " denies" } else { " deny" };
                        said.insert(0, vec![quiet(crate::text![who, verb, " what was said"])]);
                    }
                }
                Weight::SaysOtherwise => {
                    let who = short_names(library, &objection.word_of);
                    said.push(vec![quiet(crate::text![who, " says: ", value])]);
                }
                Weight::AlsoInPrint => {
                    let lead = if printed.is_empty() { "in print: " } else { "" };
                    let name = question_name(library, event, inquiry.about);
                    let colon = if inquiry.about == Some(Aspect::When) { " " } else { ": " };
                    let what = crate::text![lead, name, colon, value];
                    let grade = grade_sign(library.grade_of_claim(objection.claim));
                    let by = speaker(library, objection.claim);
                    let full = crate::text![what, " (", grade, " ", by, ")"];
                    printed.push(vec![quiet(full), quiet(what)]);
                }
            }
        }
    }
    said.into_iter().chain(printed).collect()
}

fn quiet(text: DisplayText) -> Runs {
    vec![Run::new(text, Tone::Dim)]
}

/// Sources of an event, each house once: `A1 White House`.
pub(in crate::page) fn voices(answer: &Answer) -> Vec<Vec<Runs>> {
    let mut houses: Vec<&DisplayText> = Vec::new();
    let mut voices = Vec::new();
    for voice in answer.voices.iter().filter(|voice| voice.weight.is_none()) {
        if houses.contains(&&voice.short) {
            continue;
        }
        houses.push(&voice.short);
        let grade = grade_sign(voice.grade);
        let kind = match (voice.party, voice.counts) {
            (true, _) => " (party)",
            (false, false) => " (copy)",
            (false, true) => "",
        };
        let name = Run::text(crate::text![" ", voice.short, kind]);
        voices.push(vec![vec![Run::new(grade, Tone::Strong), name]]);
    }
    voices
}
