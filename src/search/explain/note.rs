//! What the reader should know of an answer: that it is written otherwise, that there is none.

use crate::search::explain::locate::Sought;
use crate::search::explain::quote::quote;
use crate::search::explain::read::ReadTexts;
use crate::search::index::corpus::Corpus;
use crate::search::index::record::RecordId;
use crate::search::index::texts::Texts;
use crate::search::query::filter::Filter;
use crate::search::query::{Query, Term};
use crate::search::rank::ranked::Ranked;
use crate::search::rank::scored::ScoredTerm;
use crate::search::terms::matches::Tier;
use crate::text;
use crate::text::{DisplayText, clean};
use std::ops::Range;
use std::sync::Arc;

/// Says so when the best hit has a word only in another spelling.
pub(in crate::search) fn likeness(
    corpus: &Corpus,
    texts: &dyn Texts,
    (typed, terms): (&[Term], &[Arc<ScoredTerm>]),
    ranked: &[Ranked],
    read: &mut ReadTexts,
) -> Option<DisplayText> {
    let Ranked { record: first, fields, .. } = *ranked.first()?;
    let like = |(_, known): &(&Term, &Arc<ScoredTerm>)| known.matches.has_likeness();
    let joined = corpus.is_named(first);
    for (at, (term, known)) in typed.iter().zip(terms).enumerate().filter(|(_, pair)| like(pair)) {
        let Some(place) = fields.get(at) else { continue };
        let letters = term.word.chars().count();
        let sought = Sought::new(&corpus.vocabulary, &known.matches, letters);
        let mut locate = |joined| sought.locate(texts, read, first, (place, joined));
        if locate(joined).is_some_and(|located| !located.found.tier.is_literal()) {
            let written = locate(true).map(|located| located.written()).unwrap_or_default();
            let typed = quote(&term.said());
            let said = if known.matches.best().is_some_and(Tier::is_literal) {
                // It is written elsewhere, without the others.
                text!["no name has all of this; nearest to `", typed, "`: `", written, "`"]
            } else {
                text!["nothing is written `", typed, "`; nearest: `", written, "`"]
            };
            return Some(said);
        }
    }
    None
}

/// That the words of a query stand everywhere, and what is nearest.
pub(in crate::search) fn fillers(texts: &dyn Texts, typed: &str, ranked: &[Ranked]) -> DisplayText {
    let title = ranked.first().and_then(|first| texts.title(first.record)).cloned();
    let (typed, title) = (quote(typed.trim()), title.unwrap_or_default());
    text!["`", typed, "` has only words that stand everywhere; nearest: ", title]
}

/// The operator that no record at all fits, whatever else was typed: `in:` with a brief that there is not.
pub(in crate::search) fn unmet(
    texts: &dyn Texts,
    records: Range<RecordId>,
    filters: &[Filter],
) -> Option<DisplayText> {
    let fits_none = |filter: &&Filter| {
        !filter.typed.is_empty() && !records.clone().any(|record| texts.passes(record, filter))
    };
    let filter = filters.iter().find(fits_none)?;
    let told = text!["nothing at all fits `", quote(&filter.typed), "`"];
    let wider = filter.wider().map(|(wider, why)| {
        let fitting = records.clone().filter(|record| texts.passes(*record, &wider)).count();
        (wider.typed, why, fitting)
    });
    Some(match wider {
        Some((typed, why, fitting @ 1..)) => {
            text![told, ", ", why, "; `", quote(&typed), "` fits ", fitting]
        }
        Some((_, _, 0)) | None => told,
    })
}

/// What was taken for words and may have been meant as an operator.
pub(in crate::search) fn unknown(query: &Query) -> Option<DisplayText> {
    let operator = query.unknown_operator.as_ref()?;
    Some(text!["there is no operator `", quote(operator), ":`"])
}

/// That nothing has the whole query, and what is nearest.
pub(in crate::search) fn nothing(
    (corpus, texts): (&Corpus, &dyn Texts),
    (query, typed): (&Query, &str),
    terms: &[Arc<ScoredTerm>],
    ranked: &[Ranked],
) -> DisplayText {
    let is_missing = |(_, known): &(&Term, &Arc<ScoredTerm>)| known.matches.is_empty();
    let missing = query.terms.iter().zip(terms).filter(|_| terms.len() > 1).find(is_missing);
    let nearest = terms.iter().find_map(|known| known.matches.nearest);
    let missing = missing.map(|(term, _)| text!["`", quote(&term.said()), "` stands nowhere"]);
    let title = |first: &Ranked| texts.title(first.record).cloned().unwrap_or_default();
    match (ranked.first().map(title), nearest, missing) {
        (Some(title), _, Some(missing)) => text![missing, "; nearest: ", title],
        (Some(title), _, None) => {
            text!["nothing has all of these words; nearest: ", title]
        }
        (None, Some(word), _) => {
            text!["nothing close; nearest: `", clean(corpus.vocabulary.word(word), |_| {}), "`"]
        }
        (None, None, Some(missing)) => {
            text!["nothing found for `", quote(typed), "`: ", missing]
        }
        (None, None, None) => text!["nothing found for `", quote(typed), "`"],
    }
}
