//! Why a record was found: the field, the text, what to mark in the title.

use super::Field;
use super::engine::{Answer, Engine};
use super::fold::{self, Word};
use super::rank;
use super::tiers::{Matches, Tier};
use super::vocabulary::{Places, RecordId, WordId, initials};
use crate::library::When;
use crate::text;
use crate::text::DisplayText;
use std::ops::Range;

/// Longest text that is shown whole, in bytes.
const EXCERPT: usize = 60;
/// Words shown before a match in a longer text.
const BEFORE: usize = 3;
/// Words shown after it.
const AFTER: usize = 4;

/// Why a record was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Explanation {
    /// Where the best match stands.
    pub(super) field: Field,
    /// What matched, as it is written.
    pub(super) matched: DisplayText,
    /// Why, where the title does not show it.
    pub(super) why: Option<DisplayText>,
    /// Byte ranges of the title.
    pub(super) marks: Vec<Range<usize>>,
}

/// Explains one hit.
pub(super) fn explain(engine: &Engine, answer: &Answer, record: RecordId) -> Explanation {
    let title = engine.record(record).map(|text| text.title.clone()).unwrap_or_default();
    let words = fold::words(title.as_str());
    let mut marks = Vec::new();
    let mut best: Option<Evidence> = None;
    let date = met(engine, answer, record);
    let typed = answer.query.terms.iter().zip(&answer.terms);
    let date_words = answer.date_words.iter().filter(|_| date.is_none());
    for (typed, term) in typed.chain(date_words.map(|(typed, term)| (typed, term))) {
        let found = mark(engine, term, &typed.word, title.as_str(), &words, &mut marks);
        let evidence = match engine.best_word(record, term) {
            Some((word, tier)) if found < Some(tier) => elsewhere(engine, record, word, tier),
            _ => found.and_then(|tier| in_title(engine, record, term, tier)),
        };
        if let Some(evidence) = evidence {
            let weaker = |known: &Evidence| known.why.is_none() && evidence.why.is_some();
            if best.as_ref().is_none_or(weaker) {
                best = Some(evidence);
            }
        }
    }
    let Evidence { field, matched, why } =
        best.or(date).unwrap_or(Evidence { field: Field::Title, matched: title, why: None });
    Explanation { field, matched, why, marks: merge(marks) }
}

/// The days of a record, where a date of the query meets them.
fn met(engine: &Engine, answer: &Answer, record: RecordId) -> Option<Evidence> {
    let text = engine.record(record)?;
    let meets = |when: &&When| answer.query.dates.iter().any(|date| date.score(when).is_some());
    let of = |days: DisplayText, why| Some(Evidence { field: Field::Date, matched: days, why });
    if let Some(when) = text.when.as_ref().filter(meets) {
        return of(when.text(), Some(when.text()));
    }
    let reported = text.reported.as_ref().filter(meets)?.text();
    let why = text!["reported ", reported];
    of(reported, Some(why))
}

struct Evidence {
    field: Field,
    matched: DisplayText,
    why: Option<DisplayText>,
}

/// Marks the words of the title that a term means; the best tier among them.
fn mark(
    engine: &Engine,
    term: &Matches,
    typed: &str,
    title: &str,
    words: &[Word],
    marks: &mut Vec<Range<usize>>,
) -> Option<Tier> {
    let meaning = |folded: &str| engine.vocabulary.find(folded).and_then(|id| term.of(id));
    let mut best = None;
    let mut single = Vec::with_capacity(words.len());
    for word in words {
        single.push(meaning(&word.folded).is_some());
        let Some(found) = meaning(&word.folded) else { continue };
        let end = if found.tier == Tier::Prefix {
            fold::prefix_end(title, &word.range, typed.chars().count())
        } else {
            word.range.end
        };
        marks.push(word.range.start..end);
        best = best.max(Some(found.tier));
    }
    for (pair, single) in words.windows(2).zip(single.windows(2)) {
        if let ([first, second], [false, false]) = (pair, single)
            && let Some(found) = meaning(&format!("{}{}", first.folded, second.folded))
        {
            marks.push(first.range.start..second.range.end);
            best = best.max(Some(found.tier));
        }
    }
    best
}

/// A match in the title needs words only when it is not literal.
fn in_title(engine: &Engine, record: RecordId, term: &Matches, tier: Tier) -> Option<Evidence> {
    let (word, _) = engine.best_word(record, term)?;
    let title = engine.record(record)?.title.clone();
    let written = written(&title, engine.vocabulary.word(word)).unwrap_or_else(|| title.clone());
    let why = match tier {
        Tier::Exact | Tier::Acronym | Tier::Prefix | Tier::Compound | Tier::Form => None,
        Tier::Spelling => Some(text!["spelled ", written]),
        Tier::Typo | Tier::TwoTypos | Tier::NearAcronym | Tier::Subsequence => {
            Some(text!["≈ ", written])
        }
    };
    Some(Evidence { field: Field::Title, matched: title, why })
}

/// The weightiest field in which a word stands.
fn elsewhere(engine: &Engine, record: RecordId, word: WordId, tier: Tier) -> Option<Evidence> {
    let text = engine.record(record)?;
    let postings = engine.vocabulary.postings(word);
    let at = postings.binary_search_by_key(&record, |(record, _)| *record).ok()?;
    let (_, places) = postings.get(at)?;
    let folded = engine.vocabulary.word(word);
    for field in rank::fields().filter(|field| places.meets(Places::field(*field))) {
        for (_, shown) in text.fields.iter().filter(|(place, _)| *place == field) {
            if let Some(written) = written(shown, folded) {
                return Some(evidence(field, shown, &written, tier));
            }
        }
        if field == Field::Acronym {
            let named = |name: &&DisplayText| {
                initials(&fold::words(name.as_str())).iter().any(|found| found == folded)
            };
            let name = text.fields.iter().map(|(_, name)| name).find(named).cloned();
            let matched = name.unwrap_or_else(|| text.title.clone());
            let why = Some(text!["initials of ", matched]);
            return Some(Evidence { field, matched, why });
        }
    }
    None
}

fn evidence(field: Field, shown: &DisplayText, written: &DisplayText, tier: Tier) -> Evidence {
    let excerpt = || excerpt(shown, written);
    let why = match (tier, field) {
        (Tier::Spelling, _) => text!["spelled ", written],
        (Tier::Typo | Tier::TwoTypos | Tier::NearAcronym | Tier::Subsequence, _) => {
            text!["≈ ", excerpt()]
        }
        (_, Field::Title) => text!["title: ", excerpt()],
        (_, Field::Alias) => text!["alias: ", excerpt()],
        (_, Field::Native) => text!["name: ", excerpt()],
        (_, Field::Id) => text!["id: ", excerpt()],
        (_, Field::Role) => text!["role: ", excerpt()],
        (_, Field::Acronym) => text!["initials: ", excerpt()],
        (_, Field::Date) => text!["date: ", excerpt()],
        (_, Field::Summary) => text!["summary: ", excerpt()],
        (_, Field::Claim) => text!["claim: ", excerpt()],
        (_, Field::Keyword) => text!["keyword: ", excerpt()],
        (_, Field::Tag) => text!["tag: ", excerpt()],
        (_, Field::Publisher) => text!["publisher: ", excerpt()],
        (_, Field::Linked) => text!["names ", excerpt()],
    };
    Evidence { field, matched: shown.clone(), why: Some(why) }
}

/// The whole of a short text, the surroundings of the match in a long one.
fn excerpt(shown: &DisplayText, written: &DisplayText) -> DisplayText {
    let whole = shown.as_str();
    if whole.len() <= EXCERPT {
        return shown.clone();
    }
    let words = fold::words(whole);
    let is_match = |word: &Word| {
        whole.get(word.range.start..).is_some_and(|rest| rest.starts_with(written.as_str()))
    };
    let Some(place) = words.iter().position(is_match) else { return written.clone() };
    let from = words.get(place.saturating_sub(BEFORE)).map_or(0, |word| word.range.start);
    let to = words.get(place + AFTER).map_or(whole.len(), |word| word.range.end);
    let part = shown.slice(from..to);
    match (from == 0, to == whole.len()) {
        (true, true) => part,
        (true, false) => text![part, "…"],
        (false, true) => text!["…", part],
        (false, false) => text!["…", part, "…"],
    }
}

/// The part of a text that folds to a word.
fn written(text: &DisplayText, folded: &str) -> Option<DisplayText> {
    let words = fold::words(text.as_str());
    for (place, word) in words.iter().enumerate() {
        let mut joined = String::new();
        for next in words.iter().skip(place).take(3) {
            joined.push_str(&next.folded);
            if joined == folded {
                return Some(text.slice(word.range.start..next.range.end));
            }
            if !folded.starts_with(&joined) {
                break;
            }
        }
    }
    None
}

/// Ranges in order, with none inside or beside another.
fn merge(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match merged.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => merged.push(mark),
        }
    }
    merged
}
