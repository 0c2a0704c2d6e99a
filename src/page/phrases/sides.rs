//! Who says so, what is disputed, and what else is said.

use super::blamed::accusing;
use super::names::{question_name, short_names, without_bodies};
use crate::library::{Answer, Aspect, Held, Inquiry, ItemId, Library, Weight};
use crate::page::carrier::{claimants, is_own_claim, party_sign};
use crate::page::content::{Run, Runs, Tone};
use crate::page::words::grade_sign;
use crate::text::{DisplayText, comma_separated};
use std::collections::BTreeSet;

/// What is disputed of one question: what is held, and the others, whole ones only.
pub(in crate::page) struct Dispute {
    /// `114 on first flight; others: `, with who tells of it as far as there is room: house and grade,
    /// then the grade, then nothing.
    leads: Vec<DisplayText>,
    /// `112 (C3)`.
    others: Vec<DisplayText>,
    /// What stands between two of them.
    between: &'static str,
    /// Others that no room is too small for: between two that are open neither comes before the other.
    least: usize,
    /// `; others: Haifa (C2)`, where it is open between others than these.
    tail: DisplayText,
}

impl Dispute {
    /// From all that is said down to the least, each with the number of those left out. Loud is what is
    /// in dispute, not what is held.
    pub(in crate::page) fn forms(&self) -> Vec<Runs> {
        let all = self.others.len();
        let least = self.least.min(all).max(1);
        let mut forms = Vec::new();
        for shown in (least..=all.min(LONGEST)).rev() {
            let mut text = DisplayText::default();
            for (place, other) in self.others.iter().take(shown).enumerate() {
                text = crate::text![text, if place > 0 { self.between } else { "" }, other];
            }
            if shown < all {
                text = crate::text![text, " +", all - shown];
            }
            let loud = Run::new(crate::text![text, self.tail], Tone::Against);
            let form = |lead: &DisplayText| vec![Run::text(lead.clone()), loud.clone()];
            forms.extend(self.leads.iter().map(form));
        }
        forms
    }
}

/// The first of some things, and how many more there are.
fn beginning(all: &[DisplayText]) -> DisplayText {
    let shown = all.get(..LEAST).unwrap_or(all);
    let more = match all.len() - shown.len() {
        0 => DisplayText::default(),
        count => crate::text![" +", count],
    };
    crate::text![comma_separated(shown), more]
}

/// Things that are named before the others are counted.
const LEAST: usize = 3;

/// Things of one row that are tried; more of them fit nowhere.
const LONGEST: usize = 12;

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
    let contested = inquiry.objections.iter().filter(|found| found.weight == Weight::Contested);
    let contested: Vec<DisplayText> = contested.map(|found| graded(library, found.claim)).collect();
    if let Held::Open(claims) = &inquiry.held {
        let (others, between) = open(library, event, claims);
        let tail = match contested.split_first() {
            None => DisplayText::default(),
            Some(_) => crate::text!["; others: ", beginning(&contested)],
        };
        return Some(Dispute { leads: vec![name], others, between, least: 2, tail });
    }
    let tail = DisplayText::default();
    if inquiry.held == Held::Listed {
        // Nothing is held: the first of the claims is as much in doubt as the others.
        let first = inquiry.claims.first().map(|claim| graded(library, *claim));
        let others = first.into_iter().chain(contested).collect();
        return Some(Dispute { leads: vec![name], others, between: " or ", least: 2, tail });
    }
    let held = if inquiry.held == Held::Event {
        question_name(library, event, inquiry.about).into()
    } else {
        library.held_value(event, inquiry)?
    };
    let by = told_by(library, inquiry);
    let lead = |by: &DisplayText| crate::text![name, held, by, "; others: "];
    let leads = by.iter().map(lead).collect();
    Some(Dispute { leads, others: contested, between: ", ", least: 1, tail })
}

/// ` (C2 Izraeli Sot)`, ` (C2)` and nothing: who tells best of what is held, since those who tell of the
/// event need not say this of it; nothing alone where the author judges.
fn told_by(library: &Library, inquiry: &Inquiry) -> Vec<DisplayText> {
    let best = match inquiry.held {
        Held::Event | Held::Date | Held::Grade(_) => inquiry.claims.first(),
        Held::Judgement(_) | Held::Open(_) | Held::Listed => None,
    };
    let told = best.map(|claim| {
        let grade = grade_sign(library.grade_of_claim(*claim));
        [crate::text![" (", carried_by(library, *claim), ")"], crate::text![" (", grade, ")"]]
    });
    told.into_iter().flatten().chain([DisplayText::default()]).collect()
}

/// `Tel Aviv (C3) or Jerusalem (C3)`; of parties `data taken, says Black Reward; data safe, says Fars`.
fn open(library: &Library, event: ItemId, claims: &[ItemId]) -> (Vec<DisplayText>, &'static str) {
    let word_of = |claim: &ItemId| library.word_of(event, *claim);
    let words: Vec<Vec<ItemId>> = claims.iter().map(word_of).collect();
    let parties = words.iter().all(|word| !word.is_empty());
    if !parties {
        return (claims.iter().map(|claim| graded(library, *claim)).collect(), " or ");
    }
    let said = claims.iter().zip(&words).map(|(claim, word)| {
        crate::text![library.value(*claim), ", says ", short_names(library, word)]
    });
    (said.collect(), "; ")
}

/// `B4 BIRN`: grade and house. The letter is that of the house that prints it, whoever said so there.
fn carried_by(library: &Library, claim: ItemId) -> DisplayText {
    let house = library.best_source(claim).map(|source| library.short_speaker(source));
    let house = house.map_or_else(DisplayText::default, |house| crate::text![" ", house]);
    crate::text![grade_sign(library.grade_of_claim(claim)), house]
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
    // Who blames whom has a row of its own.
    let blamed: BTreeSet<ItemId> = accusing(library, event).into_iter().collect();
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
                        let denial = vec![quiet(crate::text![who, verb, " what was said"])];
                        if !said.contains(&denial) {
                            said.insert(0, denial);
                        }
                    }
                }
                Weight::SaysOtherwise if blamed.contains(&objection.claim) => {}
                Weight::SaysOtherwise if is_own_claim(library, objection.claim) => {
                    let who = short_names(library, &claimants(library, objection.claim));
                    said.push(vec![quiet(crate::text!["claimed by ", who])]);
                }
                Weight::SaysOtherwise => {
                    let who = short_names(library, &objection.word_of);
                    let held = held_number(library, event, inquiry);
                    said.push(vec![quiet(crate::text![held, who, " says: ", value])]);
                }
                Weight::AlsoInPrint => {
                    let lead = if printed.is_empty() { "in print: " } else { "" };
                    let name = question_name(library, event, inquiry.about);
                    let colon = if inquiry.about == Some(Aspect::When) { " " } else { ": " };
                    let what = crate::text![lead, name, colon, value];
                    let full = crate::text![what, " (", carried_by(library, objection.claim), ")"];
                    printed.push(vec![quiet(full), quiet(what)]);
                }
            }
        }
    }
    said.into_iter().chain(printed).collect()
}

/// `up to 551 dead; `: the number that is held, where no row of the card has it; the number of a party
/// alone would be taken for it.
fn held_number(library: &Library, event: ItemId, inquiry: &Inquiry) -> DisplayText {
    let is_number = inquiry.about == Some(Aspect::Number);
    let held = match &inquiry.held {
        Held::Grade(_) if is_number => library.held_value(event, inquiry),
        Held::Event
        | Held::Date
        | Held::Judgement(_)
        | Held::Grade(_)
        | Held::Open(_)
        | Held::Listed => None,
    };
    held.map_or_else(DisplayText::default, |held| crate::text![held, "; "])
}

fn quiet(text: DisplayText) -> Runs {
    vec![Run::new(text, Tone::Quiet)]
}

/// Sources of an event, each house once: `A1 White House`.
pub(in crate::page) fn voices(library: &Library, event: ItemId, answer: &Answer) -> Vec<Vec<Runs>> {
    let mut houses: Vec<&DisplayText> = Vec::new();
    let mut voices = Vec::new();
    for voice in answer.voices.iter().filter(|voice| voice.weight.is_none()) {
        if houses.contains(&&voice.short) {
            continue;
        }
        houses.push(&voice.short);
        let grade = grade_sign(voice.grade);
        let kind = match (voice.party, voice.counts) {
            (true, _) => party_sign(library, event, voice.source),
            (false, false) => " (copy)",
            (false, true) => "",
        };
        let name = Run::text(crate::text![" ", voice.short]);
        let kind = Run::new(kind, Tone::Quiet);
        voices.push(vec![vec![Run::new(grade, Tone::Grade), name, kind]]);
    }
    voices
}
