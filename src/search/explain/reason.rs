//! Why a record was found: the field, the text, what to mark in the title.

use crate::library::When;
use crate::search::explain::locate::{Located, Sought};
use crate::search::explain::read::{ReadText, ReadTexts};
use crate::search::fold::{self, FoldedText, Span, scripts};
use crate::search::index::corpus::Corpus;
use crate::search::index::field::{self, Field};
use crate::search::index::record::RecordId;
use crate::search::index::texts::Texts;
use crate::search::index::thesaurus::{GroupId, token};
use crate::search::query::dates::DateQuery;
use crate::search::rank::answer::{Answer, Coverage};
use crate::search::rank::ranked::FieldPlaces;
use crate::search::terms::matches::{TermMatches, Tier};
use crate::text;
use crate::text::DisplayText;
use std::ops::Range;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

/// Longest text that is shown whole, in bytes.
const EXCERPT: usize = 60;
/// Words shown before a match in a longer text.
const BEFORE: usize = 3;
/// Words shown after it.
const AFTER: usize = 4;
/// Letters shown before and after a match where words are not divided.
const LETTERS_BESIDE: usize = 12;
/// The place of the title in the order of the weights.
const TITLE: u8 = field::place(Field::Title);

/// Why a record was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Explanation {
    /// Where the best match stands.
    pub(in crate::search) field: Field,
    /// What matched, as it is written.
    pub(in crate::search) matched: DisplayText,
    /// Why, where the title does not show it.
    pub(in crate::search) why: Option<DisplayText>,
    /// Byte ranges of the title.
    pub(in crate::search) marks: Vec<Range<usize>>,
}

/// Says of one hit after the other why it was found.
pub(in crate::search) struct Explainer<'a> {
    corpus: &'a Corpus,
    texts: &'a dyn Texts,
    answer: &'a Answer,
    /// What the words and dates of the query mean, with how many letters of each were typed.
    sought: Vec<(usize, Sought<'a>)>,
    read: &'a mut ReadTexts,
    /// Room for what is worked out of each title.
    title: FoldedText,
    marks: Vec<Range<usize>>,
    /// Where the next hit is looked for first: they come in the order of the answer.
    next: usize,
}

impl<'a> Explainer<'a> {
    /// Makes an answer ready to be explained.
    pub(in crate::search) fn new(
        corpus: &'a Corpus,
        texts: &'a dyn Texts,
        answer: &'a Answer,
        read: &'a mut ReadTexts,
    ) -> Self {
        let length = |word: &str| word.chars().count();
        let terms = answer.query.terms.iter().map(|term| length(&term.word));
        let of_date = |date: &DateQuery| date.word.as_deref().map_or(0, length);
        let dates = answer.query.dates.iter().map(of_date);
        let typed = terms.zip(&answer.terms).chain(dates.zip(&answer.dates));
        let vocabulary = &corpus.vocabulary;
        let sought =
            typed.map(|(length, known)| (length, Sought::new(vocabulary, &known.matches, length)));
        let sought = sought.collect();
        let title = FoldedText::default();
        Self { corpus, texts, answer, sought, read, title, marks: Vec::new(), next: 0 }
    }

    /// Explains one hit.
    pub(in crate::search) fn explain(&mut self, record: RecordId) -> Explanation {
        let fields = self.fields(record);
        let Self { corpus, texts, answer, sought, read, title: folded, marks, .. } = self;
        let title = texts.title(record).cloned().unwrap_or_default();
        folded.read(title.as_str());
        marks.clear();
        let mut best = side_by_side(*texts, read, answer, record);
        let date = met(*texts, answer, record);
        let terms = if date.is_some() { answer.terms.len() } else { sought.len() };
        let is_whole = answer.coverage == Coverage::Whole;
        for (at, (typed, sought)) in sought.iter().take(terms).enumerate() {
            // A record that has not all of the query need not have this.
            if !is_whole && fields.get(at).is_none() {
                continue;
            }
            let found = mark(sought, *typed, (title.as_str(), folded), marks);
            // The first reason is enough.
            if best.is_some() {
                continue;
            }
            let tier = found.as_ref().map(|(tier, _)| *tier);
            let elsewhere = match fields.get(at) {
                // No run of words is a better match than the word that it begins with.
                Some(TITLE) if tier >= Some(Tier::Prefix) => None,
                Some(place) if tier < sought.best() => {
                    // What the title has is compared with words as the index has them.
                    let joined = tier.is_none() || corpus.is_named(record);
                    let located = sought.locate(*texts, read, record, (place, joined));
                    located.filter(|located| tier < Some(located.found.tier))
                }
                Some(_) | None => None,
            };
            best = match (elsewhere, found) {
                (Some(located), _) => Some(evidence(&located)),
                (None, Some((tier, range))) => in_title(&title, range, tier),
                (None, None) => None,
            };
            if let (None, Some(place), Some(known)) = (&best, fields.get(at), answer.terms.get(at))
                && marks.is_empty()
            {
                let located = phrase(corpus, *texts, read, (record, place), &known.matches);
                best = located.as_ref().map(evidence);
            }
        }
        let Evidence { field, matched, why } =
            best.or(date).unwrap_or(Evidence { field: Field::Title, matched: title, why: None });
        merge(marks);
        Explanation { field, matched, why, marks: marks.clone() }
    }

    /// Where the words and dates of the query stand in a record.
    fn fields(&mut self, record: RecordId) -> FieldPlaces {
        let ranked = self.answer.ranked.iter().enumerate();
        let mut from_here = ranked.clone().skip(self.next).chain(ranked.take(self.next));
        let found = from_here.find(|(_, ranked)| ranked.record == record);
        self.next = found.map_or(self.next, |(at, _)| at + 1);
        found.map_or(FieldPlaces::NONE, |(_, ranked)| ranked.fields)
    }
}

/// The days of a record, where a date of the query meets them.
fn met(texts: &dyn Texts, answer: &Answer, record: RecordId) -> Option<Evidence> {
    if answer.query.dates.is_empty() {
        return None;
    }
    let meets = |when: &When| answer.query.dates.iter().any(|date| date.meets(when));
    let of = |days: DisplayText, why| Some(Evidence { field: Field::Date, matched: days, why });
    if let Some(when) = texts.when(record).filter(meets) {
        let days = when.text();
        return of(days.clone(), Some(days));
    }
    let reported = texts.reported(record).filter(meets)?.text();
    let why = text!["reported ", reported];
    of(reported, Some(why))
}

/// The text in which the parts of a name stand side by side; the title shows it by itself.
fn side_by_side(
    texts: &dyn Texts,
    read: &mut ReadTexts,
    answer: &Answer,
    record: RecordId,
) -> Option<Evidence> {
    let together = answer.query.together.first()?;
    read.fields(texts, record, None).iter().find_map(|text| {
        let range = together.find(text.words())?;
        let why =
            (text.field != Field::Title).then(|| excerpt(text.field.label(), text, &range))?;
        Some(Evidence { field: text.field, matched: text.shown.clone(), why: Some(why) })
    })
}

/// Several words of a text that stand for what was typed: `broke off relations`.
fn phrase(
    corpus: &Corpus,
    texts: &dyn Texts,
    read: &mut ReadTexts,
    (record, place): (RecordId, u8),
    matches: &TermMatches,
) -> Option<Located> {
    let is_meant = |group: &GroupId| {
        corpus.vocabulary.find(&token(*group)).is_some_and(|word| matches.of(word).is_some())
    };
    read.fields(texts, record, Some(field::field_at(place))).iter().find_map(|text| {
        let spans = text.words().spans();
        let folded = (0..spans.len()).map(|at| text.words().joined(at, 1).to_owned());
        let notions = corpus.thesaurus.notions(&folded.collect::<Vec<_>>());
        let notion = notions
            .into_iter()
            .find(|notion| notion.words > 1 && notion.groups.iter().any(is_meant))?;
        let (first, last) = (spans.get(notion.at)?, spans.get(notion.at + notion.words - 1)?);
        let range = first.range.start..last.range.end;
        let (field, text) = (text.field, Arc::clone(text));
        Some(Located { field, text, range, found: Tier::Synonym.whole() })
    })
}

struct Evidence {
    field: Field,
    matched: DisplayText,
    why: Option<DisplayText>,
}

/// Marks the words of the title that a term means; the best tier among them and where it stands.
fn mark(
    sought: &Sought<'_>,
    typed: usize,
    (title, words): (&str, &FoldedText),
    marks: &mut Vec<Range<usize>>,
) -> Option<(Tier, Range<usize>)> {
    let mut best: Option<(Tier, Range<usize>)> = None;
    let mut better = |tier: Tier, range: &Range<usize>| {
        if best.as_ref().is_none_or(|(known, _)| *known < tier) {
            best = Some((tier, range.clone()));
        }
    };
    let mut marked_to = 0;
    for (at, Span { range, .. }) in words.spans().iter().enumerate() {
        if let Some((part, found)) = sought.in_word(title, words.joined(at, 1), range) {
            let end = if found.tier == Tier::Prefix {
                fold::prefix_end(title, range, typed)
            } else {
                part.end
            };
            marks.push(part.start..end);
            marked_to = range.end;
            better(found.tier, &part);
        } else if range.start >= marked_to
            && let Some((range, found)) = sought.run(words, at)
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
    let why = other_spelling(tier, &title.slice(range));
    why.map(|why| Evidence { field: Field::Title, matched: title.clone(), why: Some(why) })
}

fn other_spelling(tier: Tier, written: &DisplayText) -> Option<DisplayText> {
    match tier {
        Tier::Exact | Tier::Acronym | Tier::Joined | Tier::Prefix | Tier::Compound | Tier::Form => {
            None
        }
        Tier::Synonym => Some(text!["another word: ", written]),
        Tier::Spelling => Some(text!["spelled ", written]),
        Tier::Typo | Tier::TwoTypos | Tier::NearAcronym | Tier::Subsequence => {
            Some(text!["≈ ", written])
        }
    }
}

fn evidence(located: &Located) -> Evidence {
    let (field, shown) = (located.field, &located.text.shown);
    let because = |label| excerpt(label, &located.text, &located.range);
    let why = match located.found.tier {
        Tier::Spelling => text!["spelled ", located.written()],
        Tier::Typo | Tier::TwoTypos | Tier::NearAcronym | Tier::Subsequence => because("≈ "),
        Tier::Synonym => because("another word: "),
        // Initials are those of the whole text.
        _ if field == Field::Acronym => text![field.label(), shown],
        Tier::Exact | Tier::Acronym | Tier::Prefix | Tier::Joined | Tier::Compound | Tier::Form => {
            because(field.label())
        }
    };
    Evidence { field, matched: shown.clone(), why: Some(why) }
}

/// After a label the whole of a short text, the surroundings of the match in a long one.
fn excerpt(label: &'static str, text: &ReadText, range: &Range<usize>) -> DisplayText {
    let shown = &text.shown;
    let whole = shown.as_str();
    if whole.len() <= EXCERPT {
        return text![label, shown];
    }
    let words = text.words().spans();
    if scripts::has_unspaced(shown.slice(range.clone()).as_str()) {
        return around(label, shown, range);
    }
    let first = words.partition_point(|word| word.range.end <= range.start);
    let after = words.partition_point(|word| word.range.start < range.end);
    let from = words.get(first.saturating_sub(BEFORE)).map_or(0, |word| word.range.start);
    let to = words.get(after + AFTER - 1).map_or(whole.len(), |word| word.range.end);
    let part = shown.slice(from..to);
    let before = if from == 0 { "" } else { "…" };
    let after = if to == whole.len() { "" } else { "…" };
    text![label, before, part, after]
}

/// The letters before and after a match, where no blank tells how far words go.
fn around(label: &'static str, shown: &DisplayText, range: &Range<usize>) -> DisplayText {
    let whole = shown.as_str();
    let (before, after) = whole.split_at_checked(range.end).unwrap_or((whole, ""));
    let before = text::part(before, ..range.start);
    let from = before.grapheme_indices(true).rev().nth(LETTERS_BESIDE).map(|(at, _)| at);
    let to = after.grapheme_indices(true).nth(LETTERS_BESIDE).map(|(at, _)| range.end + at);
    let part = shown.slice(from.unwrap_or(0)..to.unwrap_or(whole.len()));
    let sign = |is_cut| if is_cut { "…" } else { "" };
    text![label, sign(from.is_some()), part, sign(to.is_some())]
}

/// Brings ranges in order, with none inside or beside another.
fn merge(marks: &mut Vec<Range<usize>>) {
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    marks.dedup_by(|mark, last| {
        let meets = mark.start <= last.end;
        if meets {
            last.end = last.end.max(mark.end);
        }
        meets
    });
}
