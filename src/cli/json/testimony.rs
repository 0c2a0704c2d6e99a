//! Who says what about an event as JSON.

use super::inquiry::Inquiry;
use super::marked::marking;
use super::shared::{Assessed, When, prose, reference, strings, text};
use crate::library::{self, ItemId, Library};
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::cli) struct Testimony {
    #[serde(rename = "ref")]
    reference: String,
    title: Option<String>,
    /// The highest of the event and of all that this names.
    marking: &'static str,
    when: Option<When>,
    status: Option<&'static str>,
    about: Vec<Account>,
    one_origin: Vec<Shared>,
    disputes: Vec<String>,
    #[serde(flatten)]
    assessed: Option<Assessed>,
}

/// A question, its answer, and the statements about it.
#[derive(Debug, Serialize)]
struct Account {
    #[serde(flatten)]
    inquiry: Inquiry,
    statements: Vec<Statement>,
}

/// Sources that count once.
#[derive(Debug, Serialize)]
struct Shared {
    origin: String,
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Statement {
    #[serde(rename = "ref")]
    reference: String,
    marking: &'static str,
    value: String,
    text: Option<String>,
    by: Vec<String>,
    standing: &'static str,
    /// How much it weighs against what is held, worked out.
    weight: Option<&'static str>,
    disputes: Vec<String>,
    disputed_by: Vec<String>,
    #[serde(flatten)]
    assessed: Option<Assessed>,
}

impl Testimony {
    pub(in crate::cli) fn new(library: &Library, testimony: &library::Testimony) -> Self {
        let event = testimony.event;
        let library = &library.within(event);
        let account = |(inquiry, account): (&library::Inquiry, &library::Account)| Account {
            inquiry: Inquiry::new(library, event, inquiry),
            statements: account
                .statements
                .iter()
                .map(|said| Statement::new(library, said))
                .collect(),
        };
        let accounts = library.inquiries(event).iter().zip(&testimony.questions);
        let shared = |(house, sources): &(crate::text::DisplayText, Vec<ItemId>)| Shared {
            origin: house.to_string(),
            sources: strings(library, sources.iter().copied()),
        };
        let disputes = library.answer(event).into_iter().flat_map(|answer| answer.disputes);
        let shown = Self {
            reference: reference(library, event),
            title: text(library.get(event).map(|item| &item.title)),
            marking: library.marking_of(event).word(),
            when: library.event(event).map(|event| When::new(&event.when.value)),
            status: library.event(event).map(|event| event.status.word()),
            about: accounts.map(account).collect(),
            one_origin: testimony.shared_origins.iter().map(shared).collect(),
            disputes: disputes.map(|dispute| dispute.to_string()).collect(),
            assessed: library.assessment(event).map(|found| Assessed::new(library, found)),
        };
        let marking = marking(library, event, testimony.items(), &shown).word();
        Self { marking, ..shown }
    }
}

impl Statement {
    fn new(library: &Library, statement: &library::Statement) -> Self {
        let claim = statement.claim;
        let list = |ids: &[ItemId]| strings(library, ids.iter().copied());
        Self {
            reference: reference(library, claim),
            marking: library.marking_of(claim).word(),
            value: statement.value.to_string(),
            text: prose(library, claim, library.claim(claim).map(|claim| &claim.text)),
            by: list(&statement.by),
            standing: statement.standing.word(),
            weight: statement.weight.map(library::Weight::word),
            disputes: list(&statement.disputes),
            disputed_by: list(&statement.disputed_by),
            assessed: library.assessment(claim).map(|found| Assessed::new(library, found)),
        }
    }
}
