//! Prepared questions that ask what was typed, in the same words or in others.

use crate::search::index::corpus::Corpus;
use crate::search::index::field::{self, Field};
use crate::search::index::questions::Question;
use crate::search::index::record::RecordId;
use crate::search::query::Wanted;
use crate::search::rank::column::{Cell, Column};
use crate::search::rank::conjunction::Conditions;
use crate::search::rank::scored::ScoredTerm;
use crate::search::rank::weighed::{Needed, Weighed};
use std::sync::Arc;

/// Half of what was typed.
const HALF: u32 = 500;
/// Least fit of a question, of 1000, that asks what was typed.
const ASKS: u32 = 450;
/// Least share of what was typed, in 1000, that stands in the question itself.
const LEAST_ASKED: u32 = 250;
/// What the fit of a question is worth, in per cent.
const WORTH_OF_FIT: u32 = 150;
/// Least share of what was typed that stands in a question which is the same in other words.
const SAME: u32 = 650;
/// What such a question is worth beyond others, so that it comes first.
const SAME_WORTH: u32 = 500;
/// The most that a question is worth where a record answers by itself.
const MOST_BESIDE: u32 = 1100;
/// What a question adds that wants the very thing: a number, a day, a name.
const WANTED_WORTH: u32 = 120;
/// How well two questions want the same that can be answered by anything.
const NEAR: u32 = 600;
/// What a question is worth in which words stand that ask nothing.
const WORTH: u32 = 1650;
/// Share of a question's words, in 1000, that few words must be to mean it.
const MOST_OF_IT: u32 = 500;

/// How the words of a query stand in questions.
pub(in crate::search) struct Cards<'a> {
    /// The words and dates that must be there, and those that had better be.
    pub(in crate::search) weighed: &'a Weighed<'a>,
    /// What the query wants, where it reads as a question.
    pub(in crate::search) wanted: Option<Wanted>,
    /// Whether somebody asks for a record: who somebody is, what something was.
    pub(in crate::search) for_a_record: bool,
    /// What a record is worth that has all that was typed in what it is called.
    pub(in crate::search) named: Option<u32>,
}

impl Cards<'_> {
    /// The questions that ask what was typed, with what they are worth.
    pub(in crate::search) fn asked(
        &self,
        corpus: &Corpus,
        conditions: &Conditions<'_>,
    ) -> Vec<(RecordId, u32)> {
        let worth = |question: &Question| {
            let worth = self.worth(question)?;
            conditions.hold(question.record).then_some((question.record, worth))
        };
        corpus.questions.iter().filter_map(worth).collect()
    }

    /// Whether a question may have all of these words, which ask nothing, as far as is worked out already.
    pub(in crate::search) fn may_be_meant(
        corpus: &Corpus,
        (terms, dates): (&[Arc<ScoredTerm>], &[Arc<ScoredTerm>]),
    ) -> bool {
        let counts = |known: &&Arc<ScoredTerm>| known.matches.counts_alone(&corpus.vocabulary);
        let needed: Vec<_> = terms.iter().filter(counts).chain(dates).collect();
        let columns: Vec<&Column> =
            needed.iter().filter_map(|known| known.known_column()).collect();
        let has_all = |question: &Question| {
            columns.iter().all(|column| column.get(question.record).is_some_and(is_asked))
        };
        needed.len() > 1 && corpus.questions.iter().any(has_all)
    }

    fn worth(&self, question: &Question) -> Option<u32> {
        let (mut asked, mut told, mut words, mut covered) = (0, 0, 0, 0);
        let mut lacks_name = false;
        for Needed { column, weight, is_name, .. } in &self.weighed.needed {
            let Some(cell) = column.get(question.record) else {
                lacks_name |= is_name;
                continue;
            };
            if is_asked(cell) {
                asked += weight * cell.worth().min(ALL) / ALL;
                // The word that stands there may be rarer than all that it is used for.
                covered += *weight.max(&question.usual);
                words += 1;
            } else {
                told += weight * cell.worth().min(TOLD) / TOLD;
            }
        }
        let total = self.weighed.total.max(1);
        let covered = 1000 * covered.min(question.weight) / question.weight.max(1);
        let (asked, told) = (1000 * asked / total, 1000 * told / total);
        if self.wanted.is_none() {
            // Words alone mean a question only where they are most of it.
            let is_meant = asked >= 950 && words > 1 && covered >= MOST_OF_IT;
            // Behind what is called so.
            let worth = self.named.map_or(WORTH, |best| best.saturating_sub(1));
            return is_meant.then_some(worth);
        }
        let light = self.weighed.light_in(question.record);
        let wanted = self.fit(question.wanted);
        let fit = (60 * (asked + told / 2) + 25 * covered + 15 * wanted) / 100 + light / 4;
        // Who asks when is not answered by who.
        let fit = if wanted == 0 { fit * 3 / 4 } else { fit };
        // Where it has less than half of what was typed, it asks of something else.
        let fit = if asked + told < HALF { fit * 4 / 5 } else { fit };
        // Of somebody else it asks something else.
        let fit = if lacks_name { fit * 3 / 4 } else { fit };
        // Who asks for a record is answered by it, however well a question fits.
        let is_said = words > 1 || wanted == ALL;
        let is_same = asked >= SAME
            && covered >= MOST_OF_IT
            && is_said
            && wanted >= NEAR
            && !self.for_a_record;
        let is_open = self.wanted.is_none_or(Wanted::is_open);
        let exactly = if wanted == ALL && !is_open { WANTED_WORTH } else { 0 };
        let worth = fit * WORTH_OF_FIT / 100 + exactly + if is_same { SAME_WORTH } else { 0 };
        let worth = if self.for_a_record { worth.min(MOST_BESIDE) } else { worth };
        (fit >= ASKS && asked >= LEAST_ASKED).then_some(worth)
    }

    /// How well a question wants what is wanted, of 1000.
    fn fit(&self, asked: Option<Wanted>) -> u32 {
        match (self.wanted, asked) {
            (one, other) if one == other => ALL,
            (Some(wanted), Some(asked)) if wanted.is_open() && asked.is_open() => NEAR,
            (_, None) => NEAR,
            (Some(wanted), Some(asked)) if wanted.is_open() || asked.is_open() => 150,
            _ => 0,
        }
    }
}

/// What a word is worth that stands in a question as it was typed.
const ALL: u32 = 1000;
/// The same for an answer.
const TOLD: u32 = 500;

/// Whether a word stands in the question itself, not in its answer.
fn is_asked(cell: Cell) -> bool {
    cell.place() == field::place(Field::Title)
}
