//! What is held, judged, claimed and denied.

use super::names::{question_lead, short_names, without_bodies};
use crate::library::{
    Aspect, EventStatus, Held, Inquiry, ItemId, Judgement, Library, Likelihood, Weight,
};
use crate::page::content::{Run, Runs, Tone};
use crate::page::words::{as_sentence, status_words};
use crate::text::DisplayText;

/// On what ground an answer is held, in words.
pub(in crate::page) fn held_runs(library: &Library, event: ItemId, inquiry: &Inquiry) -> Runs {
    // What is open has no answer, and no words of it below.
    let answer = library.held_value(event, inquiry).unwrap_or_default();
    let words: DisplayText = match &inquiry.held {
        Held::Event => match library.event(event).map(|event| event.status) {
            Some(EventStatus::Occurred) | None => "held: it is told here as a fact".into(),
            Some(status) => status_words(status).into(),
        },
        Held::Date => crate::text!["held: ", answer, " (the date of the event)"],
        Held::Judgement(judgement) => {
            let judgement = library.judgement(*judgement);
            let likelihood = judgement.map(|judgement| likelihood_runs(judgement, true));
            // A judgement need not say how likely.
            let likelihood = likelihood.filter(|runs| !runs.is_empty()).map(|mut runs| {
                runs.insert(0, Run::text(" "));
                runs
            });
            // As above.
            let lead = std::iter::once(Run::text("judged")).chain(likelihood.unwrap_or_default());
            return lead.chain([Run::text(crate::text![": ", answer])]).collect();
        }
        Held::Grade(_) => crate::text!["held: ", answer, " (the best grade)"],
        Held::Open(_) => DisplayText::literal("open: nothing is held"),
        Held::Listed => DisplayText::literal("not judged here"),
    };
    vec![Run::text(words)]
}

/// `very likely (80-95%)`; nothing without a likelihood.
pub(in crate::page) fn likelihood_words(judgement: &Judgement) -> DisplayText {
    judgement.likelihood.map_or_else(DisplayText::default, |likelihood| {
        crate::text![likelihood.word(), " (", likelihood.meaning(), ")"]
    })
}

/// How a likelihood is meant: only the two highest are strong answers.
pub(in crate::page) fn likelihood_tone(likelihood: Likelihood) -> Tone {
    match likelihood {
        Likelihood::AlmostCertain | Likelihood::VeryLikely => Tone::Answer,
        Likelihood::AlmostNoChance
        | Likelihood::VeryUnlikely
        | Likelihood::Unlikely
        | Likelihood::RoughlyEven
        | Likelihood::Likely => Tone::Strong,
    }
}

/// `very likely (80-95%)` in its tones, the percentage only where it is wanted; nothing without a
/// likelihood.
pub(in crate::page) fn likelihood_runs(judgement: &Judgement, percent: bool) -> Runs {
    let Some(likelihood) = judgement.likelihood else { return Runs::new() };
    let range = percent.then(|| Run::text(crate::text![" (", likelihood.meaning(), ")"]));
    let word = Run::new(likelihood.word(), likelihood_tone(likelihood));
    std::iter::once(word).chain(range).collect()
}

/// The judgements of an event's questions, who did it first, then outcome, number, cause, the rest: in
/// the ways to say them, each with the lines it may take, several no more than these. First the percentage
/// goes, then the last of them; a denial never does.
pub(in crate::page) fn judgements(
    library: &Library,
    event: ItemId,
    rows: usize,
) -> Option<Vec<(Runs, usize)>> {
    let judged = judged(library, event);
    let form = |shown: usize, percent: bool| {
        let mut runs = Runs::new();
        for (inquiry, judgement) in judged.iter().take(shown) {
            runs.extend((!runs.is_empty()).then(super::dot));
            runs.extend(judged_words(library, event, inquiry, (judgement, percent)));
        }
        let left_out = judged.len() - shown.min(judged.len());
        runs.extend((left_out > 0).then(|| Run::text(crate::text![" +", left_out])));
        runs
    };
    let mut forms = Vec::new();
    for shown in (1..=judged.len().min(MOST_JUDGED)).rev() {
        let rows = if shown > 1 { rows } else { 1 };
        forms.extend([true, false].map(|percent| (form(shown, percent), rows)));
    }
    forms.extend([(form(1, true), 2), (form(1, false), usize::MAX)]);
    (!judged.is_empty()).then_some(forms)
}

/// The judged questions of an event, who did it first, then outcome, number, cause, the rest.
pub(super) fn judged(library: &Library, event: ItemId) -> Vec<(&Inquiry, &Judgement)> {
    let mut judged: Vec<(&Inquiry, &Judgement)> = with_judgements(library, event).collect();
    judged.sort_by_key(|(inquiry, _)| place(inquiry.about));
    judged
}

/// The first of them.
pub(super) fn first_judged(library: &Library, event: ItemId) -> Option<(&Inquiry, &Judgement)> {
    with_judgements(library, event).min_by_key(|(inquiry, _)| place(inquiry.about))
}

fn with_judgements(
    library: &Library,
    event: ItemId,
) -> impl Iterator<Item = (&Inquiry, &Judgement)> {
    let inquiries = library.inquiries(event).iter();
    inquiries.filter_map(|inquiry| Some((inquiry, library.judgement(inquiry.judgement()?)?)))
}

/// Judgements of one event that are tried in one row.
const MOST_JUDGED: usize = 4;

/// `who did it, very likely (80-95%): Iran's state. Iran denies it.`; the percentage only where it is
/// wanted.
fn judged_words(
    library: &Library,
    event: ItemId,
    inquiry: &Inquiry,
    (judgement, percent): (&Judgement, bool),
) -> Runs {
    // A judgement that is held has a value or a text.
    let value = library.held_value(event, inquiry).unwrap_or_default();
    let question = question_lead(library, event, inquiry.about);
    let question = question.map(|question| Run::text(crate::text![question, ", "]));
    let mut runs: Runs = question.into_iter().chain(lead(judgement, percent)).collect();
    let denial = denial(library, inquiry);
    let value = if denial.is_empty() { value } else { as_sentence(value) };
    runs.push(Run::text(crate::text![": ", value]));
    runs.extend(quiet_unless_empty(denial));
    runs
}

/// What stands before a colon and what is judged: `very likely (80-95%)`, or that it is.
fn lead(judgement: &Judgement, percent: bool) -> Runs {
    let likelihood = likelihood_runs(judgement, percent);
    if likelihood.is_empty() { vec![Run::text("judged")] } else { likelihood }
}

/// The judgement that answers a question, with who denies it.
pub(in crate::page) fn judged_in(
    library: &Library,
    event: ItemId,
    inquiry: &Inquiry,
) -> Option<Runs> {
    let judgement = library.judgement(inquiry.judgement()?)?;
    Some(judged_words(library, event, inquiry, (judgement, true)))
}

/// ` Iran denies it.`; nothing where nobody does. Of a state and its bodies the state is named.
fn denial(library: &Library, inquiry: &Inquiry) -> DisplayText {
    denial_by(library, &deniers(library, inquiry))
}

/// Those who deny what is held, without the bodies of others among them.
pub(in crate::page) fn deniers(library: &Library, inquiry: &Inquiry) -> Vec<ItemId> {
    let denied = inquiry.objections.iter().filter(|found| found.weight == Weight::Denied);
    let deniers: Vec<ItemId> = denied.flat_map(|found| found.word_of.clone()).collect();
    without_bodies(library, &deniers)
}

/// A denial, which is quiet: whoever is accused denies.
pub(in crate::page) fn quiet_unless_empty(text: DisplayText) -> Option<Run> {
    (!text.is_empty()).then(|| Run::new(text, Tone::Quiet))
}

/// ` Iran denies it.`, of those who do, none of them a body of another; nothing of nobody.
pub(super) fn denial_by(library: &Library, deniers: &[ItemId]) -> DisplayText {
    if deniers.is_empty() {
        return DisplayText::default();
    }
    let verb = if deniers.len() == 1 { " denies it." } else { " deny it." };
    crate::text![" ", short_names(library, deniers), verb]
}

/// `very likely: Iran's state`: the judgement of who did it, else the first of the others, where there is
/// no room for more; nothing where nothing is judged.
pub(in crate::page) fn judged_in_short(library: &Library, event: ItemId) -> Option<Runs> {
    let (inquiry, judgement) = first_judged(library, event)?;
    let value = library.held_value(event, inquiry)?;
    let mut runs = lead(judgement, false);
    runs.push(Run::text(crate::text![": ", value]));
    Some(runs)
}

/// Where a judgement stands among those of one event: who did it, outcome, number, cause, the rest.
fn place(about: Option<Aspect>) -> u8 {
    match about {
        Some(Aspect::Attribution) => 0,
        Some(Aspect::Outcome) => 1,
        Some(Aspect::Number) => 2,
        Some(Aspect::Cause) => 3,
        Some(
            Aspect::Occurrence
            | Aspect::When
            | Aspect::Where
            | Aspect::Who
            | Aspect::Target
            | Aspect::How,
        )
        | None => 4,
    }
}
