//! Judgements, what is not known, and questions as JSON.

use super::shared::{ends, prose};
use crate::library::{self, ItemId, Library, Likelihood, Relation};
use serde::Serialize;

/// A judgement; its confidence is among what is assessed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Judgement {
    text: Option<String>,
    on: Vec<String>,
    about: Option<&'static str>,
    value: Option<String>,
    likelihood: Option<&'static str>,
    likelihood_range: Option<&'static str>,
    basis: Vec<String>,
    against: Vec<String>,
}

impl Judgement {
    pub(super) fn new(library: &Library, id: ItemId, judgement: &library::Judgement) -> Self {
        let library::Judgement {
            id: _, // with every item's
            text,
            on: _, // resolved, below
            about,
            value,
            likelihood,
            confidence: _, // with what is assessed
            basis: _,      // resolved, below
            against: _,    // the same
            span: _,
            is_damaged: _,
        } = judgement;
        Self {
            text: prose(library, id, Some(text)),
            on: ends(library, id, Relation::Answers),
            about: about.as_ref().map(|about| about.value.word()),
            value: value.as_ref().map(ToString::to_string),
            likelihood: likelihood.map(Likelihood::word),
            likelihood_range: likelihood.map(Likelihood::meaning),
            basis: ends(library, id, Relation::RestsOn),
            against: ends(library, id, Relation::Against),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct Gap {
    text: Option<String>,
    on: Vec<String>,
}

impl Gap {
    pub(super) fn new(library: &Library, id: ItemId, gap: &library::Gap) -> Self {
        // What it concerns is resolved, below.
        let library::Gap { text, on: _, span: _, is_damaged: _ } = gap;
        Self { text: prose(library, id, Some(text)), on: ends(library, id, Relation::Concerns) }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct Question {
    #[serde(rename = "question")]
    asked: String,
    answer: Option<String>,
    basis: Vec<String>,
}

impl Question {
    pub(super) fn new(library: &Library, id: ItemId, question: &library::Question) -> Self {
        // What it rests on is resolved, below.
        let library::Question { question, answer, basis: _, span: _, is_damaged: _ } = question;
        Self {
            asked: question.to_string(),
            answer: prose(library, id, Some(answer)),
            basis: ends(library, id, Relation::RestsOn),
        }
    }
}
