//! The answer in a few lines, from the card and the rows of the page: it says what they say, and all of
//! it, since there is no edge to be cut at.

use super::{Said, about, named, said_by, told_apart};
use crate::choice::Times;
use crate::library::{ItemId, Library, Prose, Record};
use crate::page::content::{Block, Content, Line, Run, Runs, Sign};
use crate::page::layout::{quoted, quoted_lines, written};
use crate::page::source::{letter_from, reliance_words};
use crate::page::words::{actor_words, confidence_sentence, country_words, edition_words};
use crate::page::{Medium, Wanted};
use crate::text::DisplayText;

/// Rows of a page, and what they are called in a sentence.
type Rows = &'static [(&'static str, &'static str)];

/// The rows that belong to an answer. What else is said and what may be asked are left to the page.
fn rows_of(record: &Record) -> Rows {
    match record {
        Record::Event(_) | Record::Claim(_) => &[
            ("WHEN", "When"),
            ("WHO SAYS", "Who says so"),
            ("HOW SURE", "How sure"),
            ("JUDGEMENT", "Judgement"),
            ("BLAMED", "Blamed"),
            ("CLAIMED", "Claimed"),
            ("DISPUTED", "Disputed"),
        ],
        Record::Question(_) => &[
            ("HOW SURE", "How sure"),
            ("JUDGEMENT", "Judgement"),
            ("RESTS ON", "Rests on"),
            ("AGAINST", "Against"),
        ],
        Record::Source(_) => &[("PUBLISHED", "Published"), ("PUBLISHER", "Publisher")],
        Record::Judgement(_) => &[("SUPPORT", "Support")],
        Record::Actor(_) | Record::Brief(_) | Record::Place(_) | Record::Gap(_) => &[],
    }
}

/// What an item answers, from its title on.
pub(super) fn answer(library: &Library, id: ItemId, times: Times) -> Said {
    let mut said = Said::default();
    let Some(item) = library.get(id) else { return said };
    let content = Content::new(library, id, Wanted { times, ..Wanted::default() });
    said.say(told_apart(&item.record, &named(library, id)));
    let text = |prose: Option<&Prose>| {
        let text = prose.map(|prose| library.plain_text(id, prose));
        text.map_or_else(DisplayText::default, |text| quoted_lines(&text))
    };
    match &item.record {
        Record::Event(_) | Record::Gap(_) => {}
        Record::Claim(_) => {
            said.say(said_by(library, id));
            said.say(about(library, id));
        }
        Record::Actor(actor) => {
            said.say(actor_words(actor));
            // Of an empty text nothing is said.
            said.say(quoted(&actor.role.clone().unwrap_or_default()));
            said.say(text(actor.summary.as_ref()));
        }
        Record::Source(source) => {
            if source.withdrawn {
                said.say("WITHDRAWN: nothing is counted on it.".into());
                said.say(text(source.withdrawn_why.as_deref()));
            }
        }
        Record::Brief(brief) => {
            said.say(edition_words(brief, times));
            said.say(text(brief.bluf.as_ref()));
        }
        Record::Place(place) => {
            let country = place.country.as_ref();
            said.say(country.map_or_else(DisplayText::default, |c| country_words(&c.value)));
        }
        // Confidence never shares a sentence with the likelihood (ICD 203).
        Record::Judgement(judgement) => {
            let confidence = judgement.confidence.as_ref();
            let confidence = confidence.map(|found| confidence_sentence("in this", found.value));
            // Of an empty text nothing is said.
            said.say(confidence.unwrap_or_default());
        }
        Record::Question(question) => {
            said.say(quoted_lines(&library.plain_text(id, &question.answer)));
        }
    }
    said.lines.extend(rows(&content, rows_of(&item.record)));
    if library.source(id).is_some() {
        let letter = library.reliability(id);
        let grade = crate::text![letter.word(), ", ", letter.meaning(), "; "];
        said.say(crate::text!["Grade: ", grade, letter_from(library, id)]);
        said.say(reliance_words(&library.reliance(id)));
    }
    said
}

/// The rows of an answer, each as one line.
fn rows(content: &Content, wanted: Rows) -> Vec<DisplayText> {
    let sections = content.body.iter().flat_map(|section| &section.blocks);
    let mut lines = Vec::new();
    let mut above = "";
    for block in content.card.iter().chain(sections) {
        let (label, texts): (_, Vec<Runs>) = match block {
            Block::Row(row) => (row.label, row.lines.iter().flat_map(in_full).collect()),
            Block::Field { label, runs } => (*label, vec![runs.clone()]),
            Block::Title { .. }
            | Block::Address { .. }
            | Block::Paragraph(_)
            | Block::Entry(_)
            | Block::Table(_)
            | Block::Legend(_) => ("", Vec::new()),
        };
        // A field without a label goes on with the one above.
        above = if label.is_empty() && !texts.is_empty() { above } else { label };
        let Some((_, words)) = wanted.iter().find(|(known, _)| *known == above) else { continue };
        for text in texts {
            let text = written(&text, Medium::Spoken);
            let text = text.slice(0..text.as_str().trim_end().len());
            lines.push(crate::text![*words, ": ", text]);
        }
    }
    lines
}

/// What a row says where there is room for all of it. Sentences stand by themselves; things that are
/// counted stay in one line.
fn in_full(line: &Line) -> Vec<Runs> {
    match line {
        Line::Fitting(forms) => forms.first().cloned().into_iter().collect(),
        Line::Flowing(forms) => {
            let form = forms.first().map_or(&[][..], |(form, _)| form);
            let is_between = |run: &Run| matches!(run, Run::Sign { sign: Sign::Between, .. });
            form.split(is_between).map(<[Run]>::to_vec).collect()
        }
        Line::Items(items) => {
            let mut runs = items.lead.clone();
            for (place, forms) in items.items.iter().enumerate() {
                runs.extend((place > 0).then(|| items.separator.clone()));
                runs.extend(forms.first().into_iter().flatten().cloned());
            }
            runs.extend(items.tail.iter().cloned());
            vec![runs]
        }
    }
}
