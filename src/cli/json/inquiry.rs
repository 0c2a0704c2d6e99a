//! The questions of an event as JSON: what is held of each, on what ground, and what objects.

use super::shared::{reference, strings};
use crate::library::{self, Held, ItemId, Library};
use serde::Serialize;

/// A question and its answer. The confidence is the author's; what is computed says so.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Inquiry {
    about: Option<&'static str>,
    held: Ground,
    confidence: Option<&'static str>,
    disputed: bool,
    /// The claims that carry what is held, the best grade first.
    held_claims: Vec<String>,
    objections: Vec<Objection>,
}

/// What is held, and by what.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Ground {
    /// `judgement`, `date`, `event`, `grade`, `open` or `listed`.
    by: &'static str,
    value: Option<String>,
    /// The judgement or the claim.
    #[serde(rename = "ref")]
    reference: Option<String>,
    /// The claims between which it is open.
    open: Vec<String>,
    /// Whether the program worked it out, and not the author.
    computed: bool,
}

/// A claim that contradicts what is held.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Objection {
    #[serde(rename = "ref")]
    reference: String,
    marking: &'static str,
    weight: &'static str,
    /// Whose word it is, where it is anybody's but the sources'.
    word_of: Vec<String>,
    computed: bool,
}

impl Inquiry {
    pub(super) fn new(library: &Library, event: ItemId, inquiry: &library::Inquiry) -> Self {
        let objection = |found: &library::Objection| Objection {
            reference: reference(library, found.claim),
            marking: library.marking_of(found.claim).word(),
            weight: found.weight.word(),
            word_of: strings(library, found.word_of.iter().copied()),
            computed: true,
        };
        let confidence = library.confidence_in(event, inquiry);
        Self {
            about: inquiry.about.map(library::Aspect::word),
            held: Ground::new(library, event, inquiry),
            confidence: confidence.map(library::Confidence::word),
            disputed: inquiry.is_disputed(),
            held_claims: strings(library, inquiry.claims.iter().copied()),
            objections: inquiry.objections.iter().map(objection).collect(),
        }
    }
}

impl Ground {
    fn new(library: &Library, event: ItemId, inquiry: &library::Inquiry) -> Self {
        let held = &inquiry.held;
        let (found, open) = match held {
            Held::Judgement(id) | Held::Grade(id) => (Some(*id), Vec::new()),
            Held::Open(claims) => (None, strings(library, claims.iter().copied())),
            Held::Event | Held::Date | Held::Listed => (None, Vec::new()),
        };
        // Of what is only listed nothing is held.
        let value = library.held_value(event, inquiry).filter(|_| *held != Held::Listed);
        Self {
            by: held.word(),
            value: value.map(|value| value.to_string()),
            reference: found.map(|id| reference(library, id)),
            open,
            computed: matches!(held, Held::Grade(_) | Held::Open(_)),
        }
    }
}
