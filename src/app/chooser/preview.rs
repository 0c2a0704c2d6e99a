//! The chosen row in full, below the rows.

use super::{Choice, Entry};
use crate::app::{App, Mode};
use crate::diag::render::human;
use crate::library::{ItemId, Kind, Record};
use crate::page::{Piece, Tone, date_and_title};
use crate::text::{DisplayText, wrap};

impl App {
    /// What the preview says, in lines of at most so many columns.
    #[must_use]
    pub fn preview(&self, width: usize) -> Vec<Piece> {
        let Mode::Chooser(chooser) = &self.mode else { return Vec::new() };
        let Some(entry) = chooser.entry() else { return Vec::new() };
        let mut lines = Vec::new();
        if let Some(finding) = entry.finding.and_then(|at| self.library.findings().get(at)) {
            // The snippet is not wrapped: its mark stands below what it marks.
            let text = human(self.library.sources(), finding);
            return text.lines().map(|line| Piece::new(line, Tone::Text)).collect();
        }
        for (text, tone) in self.told(entry).into_iter().filter(|(text, _)| !text.is_empty()) {
            let wrapped = wrap(&text, width).into_iter();
            lines.extend(wrapped.map(|range| Piece::new(text.slice(range), tone)));
        }
        lines
    }

    fn told(&self, entry: &Entry) -> Vec<(DisplayText, Tone)> {
        let Choice::Go(item) = entry.choice else {
            return vec![(entry.text.clone(), Tone::Text), (entry.words.clone(), Tone::Quiet)];
        };
        let library = &self.library;
        let mut told = vec![(entry.text.clone(), Tone::Strong)];
        match library.get(item).map(|item| &item.record) {
            Some(Record::Judgement(judgement)) => {
                // ICD 203: likelihood and confidence never in one sentence.
                if let Some(found) = judgement.likelihood {
                    let words = crate::text!["This is ", found.word(), " (", found.meaning(), ")."];
                    told.push((words, Tone::Text));
                }
                if let Some(found) = judgement.confidence.as_ref().map(|found| found.value) {
                    let words = crate::text!["Confidence: ", found.word(), ", ", found.meaning()];
                    told.push((crate::text![words, "."], Tone::Text));
                }
            }
            Some(Record::Question(question)) => {
                told.push((library.plain_text(item, &question.answer), Tone::Text));
            }
            Some(Record::Gap(_)) => told.extend(self.concerned(item)),
            Some(Record::Event(_)) if entry.text != date_and_title(library, item) => {
                let ends = crate::text!["Then: ", date_and_title(library, item)];
                told.push((ends, Tone::Text));
            }
            Some(
                Record::Brief(_)
                | Record::Event(_)
                | Record::Claim(_)
                | Record::Actor(_)
                | Record::Source(_)
                | Record::Place(_),
            )
            | None => told.push((entry.words.clone(), Tone::Text)),
        }
        let brief = self.brief_title(item);
        if !brief.is_empty() && brief != entry.group {
            told.push((crate::text!["In: ", brief], Tone::Quiet));
        }
        told
    }

    /// What a gap is about.
    fn concerned(&self, gap: ItemId) -> Option<(DisplayText, Tone)> {
        let events = self.library.linked(gap, Kind::Event).iter();
        let names: Vec<DisplayText> = events.map(|id| self.library.full_title(*id)).collect();
        let names = crate::text::comma_separated(&names);
        (!names.is_empty()).then(|| (crate::text!["Concerns: ", names], Tone::Text))
    }
}
