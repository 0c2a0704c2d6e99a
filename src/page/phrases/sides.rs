//! Who says so, what is disputed, and what else is said.

use super::blamed::accusing;
use super::judged::first_judged;
use super::names::{question_colon, question_name, short_names, speaker, without_bodies};
use super::{held_on_card, value_on_card};
use crate::library::{Answer, Held, Inquiry, ItemId, Library, Objection, Voice, Weight};
use crate::page::carrier::{claimants, is_own_claim, party_sign};
use crate::page::content::{Run, Runs, Tone};
use crate::page::words::grade_sign;
use crate::text::{DisplayText, comma_separated};
use std::collections::BTreeSet;

/// What is disputed of one question: what is held, and the others, whole ones only.
#[derive(Default)]
pub(in crate::page) struct Dispute {
    /// `114 on first flight; others: `, with who tells of it as far as there is room: house and grade,
    /// then the grade, then nothing.
    leads: Vec<DisplayText>,
    /// Whether it goes without its question where that saves a row: it is the only one, and how sure
    /// the author is names it.
    goes_unnamed: bool,
    /// `112 (C3 Arab News)`, and `112 (C3)` where there is less room.
    others: Vec<[DisplayText; 2]>,
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
            let loud = |length: usize| {
                let mut text = DisplayText::default();
                for (place, other) in self.others.iter().take(shown).enumerate() {
                    // There are two lengths, and both are asked for.
                    let other = other.get(length).cloned().unwrap_or_default();
                    text = crate::text![text, if place > 0 { self.between } else { "" }, other];
                }
                if shown < all {
                    text = crate::text![text, " +", all - shown];
                }
                Run::new(crate::text![text, self.tail], Tone::Against)
            };
            let form = |lead: &DisplayText, length| vec![Run::text(lead.clone()), loud(length)];
            forms.extend(self.leads.first().map(|lead| form(lead, 0)));
            forms.extend(self.leads.iter().map(|lead| form(lead, 1)));
            if self.goes_unnamed && shown == least {
                forms.push(form(&DisplayText::default(), 1));
                forms.extend(self.leads.last().map(|lead| form(lead, 1)));
            }
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
    let is_alone = disputed.len() == 1;
    let told = disputed.into_iter().filter_map(|inquiry| {
        let goes_unnamed = is_alone && has_no_answer(&inquiry.held);
        Some(Dispute { goes_unnamed, ..dispute(library, event, inquiry)? })
    });
    told.collect()
}

/// Whether nothing is held that would stand before the others.
fn has_no_answer(held: &Held) -> bool {
    match held {
        Held::Open(_) | Held::Listed => true,
        Held::Event | Held::Date | Held::Judgement(_) | Held::Grade(_) => false,
    }
}

fn dispute(library: &Library, event: ItemId, inquiry: &Inquiry) -> Option<Dispute> {
    let name = question_colon(library, event, inquiry.about);
    let contested = inquiry.objections.iter().filter(|found| found.weight == Weight::Contested);
    let contested: Vec<[DisplayText; 2]> =
        contested.map(|found| graded(library, found.claim)).collect();
    if let Held::Open(claims) = &inquiry.held {
        let (others, between) = open(library, event, claims);
        let tail = if contested.is_empty() {
            DisplayText::default()
        } else {
            let short = contested.iter().map(|[_, short]| short.clone());
            crate::text!["; others: ", beginning(&short.collect::<Vec<_>>())]
        };
        let leads = vec![name];
        return Some(Dispute { leads, others, between, least: 2, tail, ..Dispute::default() });
    }
    if inquiry.held == Held::Listed {
        // Nothing is held: the first of the claims is as much in doubt as the others.
        let first = inquiry.claims.first().map(|claim| graded(library, *claim));
        let others = first.into_iter().chain(contested).collect();
        let (leads, between) = (vec![name], " or ");
        return Some(Dispute { leads, others, between, least: 2, ..Dispute::default() });
    }
    let held = if inquiry.held == Held::Event {
        question_name(library, event, inquiry.about).into()
    } else {
        held_on_card(library, event, inquiry)?
    };
    let by = told_by(library, inquiry);
    let lead = |by: &DisplayText| crate::text![name, held, by, "; others: "];
    let leads = by.iter().map(lead).collect();
    let (others, between) = (contested, ", ");
    Some(Dispute { leads, others, between, least: 1, ..Dispute::default() })
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
fn open(
    library: &Library,
    event: ItemId,
    claims: &[ItemId],
) -> (Vec<[DisplayText; 2]>, &'static str) {
    let word_of = |claim: &ItemId| library.word_of(event, *claim);
    let words: Vec<Vec<ItemId>> = claims.iter().map(word_of).collect();
    let parties = words.iter().all(|word| !word.is_empty());
    if !parties {
        return (claims.iter().map(|claim| graded(library, *claim)).collect(), " or ");
    }
    let said = claims.iter().zip(&words).map(|(claim, word)| {
        let said =
            crate::text![value_on_card(library, *claim), ", says ", short_names(library, word)];
        [said.clone(), said]
    });
    (said.collect(), "; ")
}

/// `B4 BIRN`: grade and house. The letter is that of the house that prints it, whoever said so there.
fn carried_by(library: &Library, claim: ItemId) -> DisplayText {
    let house = library.best_source(claim).map(|source| library.short_speaker(source));
    let house = house.map_or_else(DisplayText::default, |house| crate::text![" ", house]);
    crate::text![grade_sign(library.grade_of_claim(claim)), house]
}

/// `112 (C3 Arab News)` and `112 (C3)`.
fn graded(library: &Library, claim: ItemId) -> [DisplayText; 2] {
    let (value, grade) = (value_on_card(library, claim), grade_sign(library.grade_of_claim(claim)));
    let of = |grade: DisplayText| crate::text![value, " (", grade, ")"];
    [of(carried_by(library, claim)), of(grade)]
}

/// Something else that is said, in the question that it answers otherwise.
struct Aside<'l> {
    inquiry: &'l Inquiry,
    claim: ItemId,
    /// Whether it only weighs little, and is not the word of a party.
    is_light: bool,
}

impl Aside<'_> {
    /// Whether somebody says in it that it was he, which tells its question by itself.
    fn is_of_the_claimant(&self, library: &Library) -> bool {
        !self.is_light && is_own_claim(library, self.claim)
    }
}

/// What else is said, none of it a reason to doubt the answers: the words of parties, then what weighs
/// little; each in full and without its grade.
pub(in crate::page) fn also(library: &Library, event: ItemId) -> Vec<Vec<Runs>> {
    let mut denials: Vec<Vec<Runs>> = Vec::new();
    let mut asides: Vec<Aside<'_>> = Vec::new();
    // Who blames whom has a row of its own.
    let blamed: BTreeSet<ItemId> = accusing(library, event).into_iter().collect();
    for inquiry in library.inquiries(event) {
        let judged = inquiry.judgement().is_some();
        for objection in &inquiry.objections {
            let claim = objection.claim;
            match objection.weight {
                Weight::Contested => {}
                // The rows of judgements and of accusations end with the denial.
                Weight::Denied if judged || library.asks_who_did_it(event) => {}
                Weight::Denied => {
                    let denial = denied(library, event, objection);
                    denials.extend(denial.filter(|denial| !denials.contains(denial)));
                }
                Weight::SaysOtherwise if blamed.contains(&claim) => {}
                Weight::SaysOtherwise => asides.push(Aside { inquiry, claim, is_light: false }),
                Weight::AlsoInPrint => asides.push(Aside { inquiry, claim, is_light: true }),
            }
        }
    }
    asides.sort_by_key(|aside| aside.is_light);
    let mut last: Option<&Inquiry> = None;
    let told = asides.into_iter().map(|aside| {
        if aside.is_of_the_claimant(library) {
            let who = short_names(library, &claimants(library, aside.claim));
            return vec![quiet(crate::text!["claimed by ", who])];
        }
        let goes_on =
            last.replace(aside.inquiry).is_some_and(|one| std::ptr::eq(one, aside.inquiry));
        aside_words(library, event, &aside, goes_on)
    });
    denials.into_iter().chain(told).collect()
}

/// `Iran denies what was said`; nothing where who denies it has said it.
fn denied(library: &Library, event: ItemId, objection: &Objection) -> Option<Vec<Runs>> {
    if objection.word_of.iter().any(|actor| library.is_act_of(event, *actor)) {
        return None;
    }
    let deniers = without_bodies(library, &objection.word_of);
    let who = short_names(library, &deniers);
    let verb = if deniers.len() == 1 { " denies" } else { " deny" };
    Some(vec![quiet(crate::text![who, verb, " what was said"])])
}

/// `how many: 225,000; ESET says 700,000 (B4)`: the question and what is held, unless it stands there
/// already, then what is said otherwise; without its grade where there is less room.
fn aside_words(library: &Library, event: ItemId, aside: &Aside<'_>, goes_on: bool) -> Vec<Runs> {
    let Aside { inquiry, claim, is_light } = *aside;
    let lead = if goes_on {
        DisplayText::default()
    } else {
        let held = held_beside(library, event, inquiry);
        let held = held.map_or_else(DisplayText::default, |held| crate::text![held, "; "]);
        crate::text![question_colon(library, event, inquiry.about), held]
    };
    let word_of = library.word_of(event, claim);
    let who =
        if word_of.is_empty() { speaker(library, claim) } else { short_names(library, &word_of) };
    let verb = if word_of.len() > 1 { " say " } else { " says " };
    let what = crate::text![lead, who, verb, value_on_card(library, claim)];
    if !is_light {
        return vec![quiet(what)];
    }
    // The letter is that of the house: beside another name it needs the house's.
    let house = library.best_source(claim).map(|source| library.short_speaker(source));
    let grade = if house.as_ref() == Some(&who) {
        grade_sign(library.grade_of_claim(claim))
    } else {
        carried_by(library, claim)
    };
    vec![quiet(crate::text![what, " (", grade, ")"]), quiet(what)]
}

/// What is held, where no other row of the card has it: beside what is said otherwise it would be
/// taken for the answer.
fn held_beside(library: &Library, event: ItemId, inquiry: &Inquiry) -> Option<DisplayText> {
    let stands_there = match &inquiry.held {
        // The title and the row of the date, the row of who is blamed, that of what is disputed.
        Held::Event | Held::Date | Held::Open(_) | Held::Listed => true,
        Held::Judgement(_) => {
            let first = first_judged(library, event);
            first.is_some_and(|(first, _)| std::ptr::eq(first, inquiry))
        }
        Held::Grade(_) => false,
    };
    if stands_there || inquiry.is_disputed() { None } else { held_on_card(library, event, inquiry) }
}

fn quiet(text: DisplayText) -> Runs {
    vec![Run::new(text, Tone::Quiet)]
}

/// Sources of an event or a claim, each house once: `A1 White House`; where there is room no name is cut.
pub(in crate::page) fn voices(library: &Library, of: ItemId, answer: &Answer) -> Vec<Vec<Runs>> {
    let mut houses: Vec<&DisplayText> = Vec::new();
    let mut voices = Vec::new();
    let told = answer.voices.iter().filter(|voice| voice.weight.is_none());
    let mut told: Vec<(bool, &Voice)> =
        told.map(|voice| (library.is_withdrawn(voice.source), voice)).collect();
    // What a house has withdrawn comes last, and not at all beside another text of it.
    told.sort_by_key(|(is_withdrawn, _)| *is_withdrawn);
    for (is_withdrawn, voice) in told {
        if houses.contains(&&voice.short) {
            continue;
        }
        houses.push(&voice.short);
        let grade = grade_sign(voice.grade);
        let kind = match (is_withdrawn, voice.party, voice.counts) {
            (true, ..) => " (withdrawn)",
            (false, true, _) => party_sign(library, of, voice.source),
            (false, false, false) => " (copy)",
            (false, false, true) => "",
        };
        let whole = library.whole_speaker(voice.source);
        let form = |name: &DisplayText| {
            let grade = Run::new(grade.clone(), Tone::Grade);
            vec![grade, Run::text(crate::text![" ", name]), Run::new(kind, Tone::Quiet)]
        };
        voices.push([&whole, &voice.short].map(form).to_vec());
    }
    voices
}
