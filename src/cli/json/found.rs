//! What a search came to as JSON, behind its hits: how the query was read, how much was found, and what
//! was not read.

use super::marked::marking;
use crate::diag::Code;
use crate::diag::Severity;
use crate::library::{Library, Marking};
use crate::search::{Coverage, Scope, Spelling};
use crate::text::DisplayText;
use serde::Serialize;

/// The last line.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Last {
    summary: Summary,
}

/// What a search came to.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Summary {
    query: Query,
    /// How many items match in all.
    total: usize,
    /// How many of them are told.
    shown: usize,
    /// `all` or `some` of the words stand in each; `none` where nothing was found, or
    /// nothing but what is near.
    coverage: &'static str,
    note: Option<String>,
    /// Of what the note may name and the reasons of what was refused may quote; null without either.
    marking: Option<&'static str>,
    refused: Vec<Refused>,
    sets: Vec<Set>,
    set_aside: Vec<SetAside>,
    findings: Findings,
}

/// The query as it was read.
#[derive(Debug, Serialize)]
struct Query {
    typed: String,
    words: Vec<String>,
    dates: Vec<String>,
    operators: Vec<String>,
    /// `any` or `exact`; null where no word is looked for.
    spelling: Option<&'static str>,
    /// The keyboard layout through which it was read.
    layout: Option<String>,
    /// What an operator takes that is not in force.
    complaint: Option<String>,
}

/// A file of which nothing was searched, or an older text.
#[derive(Debug, Serialize)]
struct Refused {
    file: String,
    why: String,
    /// Of what the reason may quote of it; null where no text of it was read.
    marking: Option<&'static str>,
    /// Whether its last good text was searched.
    kept: bool,
}

/// A sealed set that was searched.
#[derive(Debug, Serialize)]
struct Set {
    name: String,
    /// What it is, and what is wrong with it first.
    seal: String,
}

/// A brief that was not searched, since another edition or another brief stands for it.
#[derive(Debug, Serialize)]
struct SetAside {
    file: String,
    why: String,
    /// The brief that was searched in its place.
    instead: String,
    /// Whether it is a built-in brief and the one in its place is not.
    built_in: bool,
}

/// How many findings there are in what was read; an error leaves its record or a key of it out.
#[derive(Debug, Serialize)]
struct Findings {
    errors: usize,
    warnings: usize,
}

impl Query {
    fn new(typed: &str, scope: &Scope) -> Self {
        let strings = |texts: &[DisplayText]| texts.iter().map(ToString::to_string).collect();
        Self {
            typed: typed.to_owned(),
            words: strings(&scope.terms),
            dates: strings(&scope.dates),
            operators: strings(&scope.operators),
            spelling: scope.spelling.map(|spelling| match spelling {
                Spelling::Any => "any",
                Spelling::Exact => "exact",
            }),
            layout: scope.layout.as_ref().map(ToString::to_string),
            complaint: scope.complaint.as_ref().map(ToString::to_string),
        }
    }
}

impl Last {
    /// Of what was found for what was typed.
    pub(in crate::cli) fn new(
        library: &Library,
        typed: &str,
        found: &crate::search::Found,
    ) -> Self {
        let count = |severity| {
            let of = library.findings().iter().filter(|found| found.severity == severity);
            // A file that did not open is told of as such.
            of.filter(|found| found.code != Code::E007).count()
        };
        let refused = library.refused().iter().map(|refused| {
            let (why, marking) = refused.why();
            Refused {
                file: refused.name.to_string(),
                why: why.to_string(),
                marking: marking.map(Marking::word),
                kept: refused.kept,
            }
        });
        let sets = library
            .sealed_sets()
            .iter()
            .map(|set| Set { name: set.name().to_string(), seal: set.summary().to_string() });
        let set_aside = library.set_aside().iter().map(|brief| SetAside {
            file: brief.name.to_string(),
            why: brief.why.to_string(),
            instead: format!("brief:{}", brief.instead),
            built_in: brief.is_builtin,
        });
        let summary = Summary {
            query: Query::new(typed, &found.scope),
            total: found.total,
            shown: found.hits.len(),
            coverage: match found.scope.coverage {
                _ if found.hits.is_empty() || found.scope.little => "none",
                Coverage::Whole => "all",
                Coverage::Partial => "some",
            },
            note: found.note.as_ref().map(ToString::to_string),
            marking: None,
            refused: refused.collect(),
            sets: sets.collect(),
            set_aside: set_aside.collect(),
            findings: Findings {
                errors: count(Severity::Error),
                warnings: count(Severity::Warning),
            },
        };
        let noted = summary.note.as_ref().map(|_| of_note(library, found, &summary));
        let refused = library.refused().iter().filter_map(|file| file.why().1).max();
        let marking = noted.max(refused).map(Marking::word);
        Self { summary: Summary { marking, ..summary } }
    }
}

/// The marking of what is said with a note: the nearest word may stand anywhere, the nearest title is that of the
/// first hit.
pub(in crate::cli) fn of_note(
    library: &Library,
    found: &crate::search::Found,
    said: &impl Serialize,
) -> Marking {
    match found.hits.first() {
        Some(first) => marking(library, first.item, [], said),
        None => library.marking(),
    }
}
