//! The records in which most of a query stands, where none has all of it.

use crate::library::Kind;
use crate::search::index::bits::Bits;
use crate::search::index::corpus::Corpus;
use crate::search::index::record::RecordId;
use crate::search::index::static_score::StaticScore;
use crate::search::query::Wanted;
use crate::search::rank::conjunction::Conditions;
use crate::search::rank::ranked::{FieldPlaces, Ranked};
use crate::search::rank::top::{MOST_TIES, Top};
use crate::search::rank::weighed::{Needed, Weighed};

/// Least share of what was typed, by weight and in per cent, that is worth showing: below that a record
/// has nothing but the words that stand everywhere.
const LEAST: u32 = 42;
/// The same of a question, whose words are seldom those of an answer.
const LEAST_OF_QUESTION: u32 = 38;
/// How much less than the best share is left out of what is counted, in per cent.
const NEAR_BEST: u32 = 40;

/// How much of a query a record has.
struct Share {
    /// What its words weigh.
    covered: u32,
    words: usize,
    /// Whether a name is among them.
    has_name: bool,
    worth: u32,
    fields: FieldPlaces,
}

/// The records that have the most of a query.
pub(in crate::search) struct Best {
    /// Best first.
    pub(in crate::search) ranked: Vec<Ranked>,
    /// All of them.
    pub(in crate::search) found: Bits,
    /// Whether the best of them has all of it.
    pub(in crate::search) is_whole: bool,
}

/// What is looked for; only words as they were typed count, and what is like a name.
pub(in crate::search) struct Partial<'a> {
    /// The words.
    pub(in crate::search) weighed: &'a Weighed<'a>,
    /// What is asked.
    pub(in crate::search) wanted: Option<Wanted>,
    /// Whether it is asked who or what something is.
    pub(in crate::search) for_a_record: bool,
}

impl Partial<'_> {
    /// The best and how many there are.
    pub(in crate::search) fn best(
        &self,
        corpus: &Corpus,
        conditions: &Conditions<'_>,
        limit: usize,
    ) -> Best {
        let near = self.near(corpus, conditions);
        let mut top = Top::new(limit.max(MOST_TIES), Vec::new());
        let mut found = Bits::new(corpus.len());
        let mut whole = Bits::new(corpus.len());
        for (record, share) in near {
            let worth = share.worth / self.weighed.total.max(1);
            let score = corpus.scores.get(record as usize).map_or(0, |of| self.score(*of, worth));
            let score = score + self.weighed.light_in(record);
            found.insert(record);
            if share.covered == self.weighed.total {
                whole.insert(record);
            }
            top.offer(Ranked { record, score, fields: share.fields }, true);
        }
        let ranked = top.sorted().to_vec();
        let is_whole = ranked.first().is_some_and(|best| whole.contains(best.record));
        Best { ranked, found, is_whole }
    }

    /// What a record comes to whose words are worth so much. What happened, and what is said of it,
    /// answers most questions, somebody's record who it is; a source only says where an answer stands.
    fn score(&self, score: StaticScore, worth: u32) -> u32 {
        let Some(wanted) = self.wanted else { return worth + score.score(0) / 2 };
        let (share, prior) = match (score.kind(), wanted) {
            (Kind::Actor | Kind::Place, _) if self.for_a_record => (115, 160),
            (Kind::Event, Wanted::When | Wanted::Where) => (110, 200),
            (Kind::Event, Wanted::HowMuch) => (100, 80),
            (Kind::Event, _) => (110, 120),
            (Kind::Actor, Wanted::Who | Wanted::Which) => (100, 120),
            (Kind::Place, Wanted::Where) => (100, 100),
            // What is said is all that such a record has: its text is what a title is elsewhere.
            (Kind::Claim, Wanted::HowMuch) => (95, 90),
            (Kind::Claim | Kind::Judgement, _) => (92, 60),
            (Kind::Gap, _) => (130, 40),
            (Kind::Actor | Kind::Place, _) => (85, 40),
            (Kind::Brief, _) => (75, 20),
            (Kind::Source, _) => (70, 0),
            (Kind::Question, _) => (60, 0),
        };
        worth * share / 100 + prior
    }

    /// All of them, in order.
    pub(in crate::search) fn records(
        &self,
        corpus: &Corpus,
        conditions: &Conditions<'_>,
    ) -> Vec<RecordId> {
        let near = self.near(corpus, conditions).into_iter();
        let mut records: Vec<RecordId> = near.map(|(record, _)| record).collect();
        records.sort_unstable();
        records
    }

    /// The records that have enough of the query, and not much less than the best of them.
    fn near(&self, corpus: &Corpus, conditions: &Conditions<'_>) -> Vec<(RecordId, Share)> {
        let mut seen = Bits::new(corpus.len());
        let mut shares: Vec<(RecordId, Share)> = Vec::new();
        let needed = &self.weighed.needed;
        let mut left: u32 = needed.iter().map(|needed| needed.weight).sum();
        let has_names = needed.iter().any(|needed| needed.is_name);
        let words = self.weighed.words;
        let share = if self.wanted.is_some() { LEAST_OF_QUESTION } else { LEAST };
        let least = (self.weighed.total * share).div_ceil(100);
        for Needed { column: leader, weight, .. } in needed {
            // With less left than is needed no record is new any more.
            if left < least && !has_names {
                break;
            }
            left -= weight;
            for record in leader.records().records() {
                if !seen.insert(record) {
                    continue;
                }
                let share = self.share(record);
                let is_enough =
                    share.covered >= least || share.has_name && share.words * 2 >= words;
                if is_enough && conditions.hold(record) {
                    shares.push((record, share));
                }
            }
        }
        let most = shares.iter().map(|(_, share)| share.covered).max().unwrap_or_default();
        shares.retain(|(_, share)| share.covered * 100 >= most * (100 - NEAR_BEST));
        shares
    }

    /// What of the query a record has.
    fn share(&self, record: RecordId) -> Share {
        let mut share =
            Share { covered: 0, words: 0, has_name: false, worth: 0, fields: FieldPlaces::NONE };
        for Needed { at, column, weight, is_name } in &self.weighed.needed {
            if let Some(cell) = column.get(record) {
                share.covered += weight;
                share.words += 1;
                share.has_name |= is_name;
                share.worth += weight * cell.worth();
                share.fields = share.fields.with(*at, cell.place());
            }
        }
        share
    }
}
