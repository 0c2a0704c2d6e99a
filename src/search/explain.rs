//! Why a record was found: the field, the text, what to mark in the title.

use super::Field;
use super::corpus::Texts;
use super::dates::DateQuery;
use super::engine::{Answer, Engine};
use super::fold::{self, Word};
use super::locate::{self, Located};
use super::matches::{Matches, Tier};
use super::postings::RecordId;
use super::query::Term;
use super::rank;
use super::searcher::{FoldedText, FoldedTexts};
use super::vocabulary::Vocabulary;
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
pub(super) fn explain(
    engine: &Engine,
    texts: &dyn Texts,
    folded: &mut FoldedTexts,
    answer: &Answer,
    record: RecordId,
) -> Explanation {
    let vocabulary = &engine.vocabulary;
    let folded_title = folded.title(texts, record);
    let none = FoldedText::default();
    let (title, words) = folded_title.first().unwrap_or(&none);
    let mut marks = Vec::new();
    let mut best: Option<Evidence> = None;
    let date = met(texts, answer, record);
    let of_term = |term: &Term| term.word.chars().count();
    let typed = answer.query.terms.iter().map(of_term).zip(&answer.terms);
    let of_date = |date: &DateQuery| date.word.as_ref().map_or(0, |word| word.chars().count());
    let dates = answer.query.dates.iter().map(of_date).zip(&answer.dates);
    let all = typed.chain(dates).enumerate();
    let count = answer.query.terms.len();
    for (at, (length, known)) in all.filter(|(at, _)| *at < count || date.is_none()) {
        let Some(place) = answer.place(record, at) else { continue };
        let found = mark(vocabulary, &known.matches, length, title.as_str(), words, &mut marks);
        let located = (place > 0 || found.is_none())
            .then(|| locate::word(vocabulary, texts, folded, record, &known.matches, place))
            .flatten();
        let elsewhere = located.as_ref().map(|located| located.found.tier);
        let evidence = match (found, located) {
            (Some((tier, range)), _) if Some(tier) >= elsewhere => {
                if tier.is_literal() {
                    None
                } else {
                    in_title(title, range, tier)
                }
            }
            (_, located) => located.map(|located| evidence(rank::field_at(place), &located)),
        };
        if let Some(evidence) = evidence {
            let weaker = |known: &Evidence| known.why.is_none() && evidence.why.is_some();
            if best.as_ref().is_none_or(weaker) {
                best = Some(evidence);
            }
        }
    }
    let Evidence { field, matched, why } = best.or(date).unwrap_or(Evidence {
        field: Field::Title,
        matched: title.clone(),
        why: None,
    });
    Explanation { field, matched, why, marks: merge(marks) }
}

/// The days of a record, where a date of the query meets them.
fn met(texts: &dyn Texts, answer: &Answer, record: RecordId) -> Option<Evidence> {
    if answer.query.dates.is_empty() {
        return None;
    }
    let meets = |when: &When| answer.query.dates.iter().any(|date| date.meets(when));
    let of = |days: DisplayText, why| Some(Evidence { field: Field::Date, matched: days, why });
    if let Some(when) = texts.when(record).filter(meets) {
        return of(when.text(), Some(when.text()));
    }
    let reported = texts.reported(record).filter(meets)?.text();
    let why = text!["reported ", reported];
    of(reported, Some(why))
}

struct Evidence {
    field: Field,
    matched: DisplayText,
    why: Option<DisplayText>,
}

/// Marks the words of the title that a term means; the best tier among them and where it stands.
fn mark(
    vocabulary: &Vocabulary,
    matches: &Matches,
    typed: usize,
    title: &str,
    words: &[Word],
    marks: &mut Vec<Range<usize>>,
) -> Option<(Tier, Range<usize>)> {
    let mut best: Option<(Tier, Range<usize>)> = None;
    let mut better = |tier: Tier, range: &Range<usize>| {
        if best.as_ref().is_none_or(|(known, _)| *known < tier) {
            best = Some((tier, range.clone()));
        }
    };
    let mut marked_to = 0;
    for (place, word) in words.iter().enumerate() {
        if let Some((_, found)) = matches.of_text(vocabulary, &word.folded) {
            let end = if found.tier == Tier::Prefix {
                fold::prefix_end(title, &word.range, typed)
            } else {
                word.range.end
            };
            marks.push(word.range.start..end);
            marked_to = word.range.end;
            better(found.tier, &word.range);
            continue;
        }
        let rest = words.get(place..).unwrap_or_default();
        if word.range.start >= marked_to
            && let Some((range, found)) = locate::run_from(vocabulary, matches, rest)
        {
            marked_to = range.end;
            better(found.tier, &range);
            marks.push(range);
        }
    }
    best
}

/// A match in the title needs words only when it is not literal.
fn in_title(title: &DisplayText, range: Range<usize>, tier: Tier) -> Option<Evidence> {
    let written = title.slice(range);
    let why = likeness(tier, &written);
    why.map(|why| Evidence { field: Field::Title, matched: title.clone(), why: Some(why) })
}

fn likeness(tier: Tier, written: &DisplayText) -> Option<DisplayText> {
    match tier {
        Tier::Exact | Tier::Acronym | Tier::Prefix | Tier::Compound | Tier::Form => None,
        Tier::Spelling => Some(text!["spelled ", written]),
        Tier::Typo | Tier::TwoTypos | Tier::NearAcronym | Tier::Subsequence => {
            Some(text!["≈ ", written])
        }
    }
}

fn evidence(field: Field, located: &Located) -> Evidence {
    let Located { shown, written, found } = located;
    let excerpt = || excerpt(shown, written);
    let why = match (found.tier, field) {
        (Tier::Spelling, _) => text!["spelled ", written],
        (Tier::Typo | Tier::TwoTypos | Tier::NearAcronym | Tier::Subsequence, _) => {
            text!["≈ ", excerpt()]
        }
        (_, Field::Title) => text!["title: ", excerpt()],
        (_, Field::Alias) => text!["alias: ", excerpt()],
        (_, Field::Native) => text!["name: ", excerpt()],
        (_, Field::Id) => text!["id: ", excerpt()],
        (_, Field::Role) => text!["role: ", excerpt()],
        (_, Field::Acronym) => text!["initials of ", shown],
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
