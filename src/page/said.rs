//! Who says what in a narrow column: question by question, one line a claim.

use super::carrier::{carried_by, said};
use super::content::{Block, Content, Entry, Marker, Run, Section, Tone};
use super::phrases;
use crate::library::{Account, ItemId, Library, Statement, Weight};
use std::collections::BTreeSet;

/// Who says what about an event or the event of a claim, and how many claims there are; nothing for any
/// other item, and where no claim is made.
pub(super) fn content(library: &Library, id: ItemId) -> Option<(Content, usize)> {
    let library = &library.within(id);
    let mut testimony = library.testimony(id)?;
    // What stands beside one question is an answer to another; each is told once.
    let mut told = BTreeSet::new();
    for account in &mut testimony.questions {
        account.statements.retain(|statement| told.insert(statement.claim));
    }
    let claims = told.len();
    let said = testimony.questions.iter().filter(|account| !account.statements.is_empty());
    let body = said.map(|account| question(library, account)).collect();
    let content = Content { subject: Some(testimony.event), body, ..Content::default() };
    (claims > 0).then_some((content, claims))
}

fn question(library: &Library, account: &Account) -> Section {
    let heading = Some(phrases::aspect_heading(account.about));
    let statements = account.statements.iter();
    let blocks = statements.map(|said| Block::Entry(statement(library, said))).collect();
    Section { heading, close: true, blocks, ..Section::default() }
}

/// `B2 Arab News: 15 Jul 2022`, loud where it is contested and quiet where it weighs little.
fn statement(library: &Library, statement: &Statement) -> Entry {
    let tone = match statement.weight {
        Some(Weight::Contested) => Tone::Against,
        Some(Weight::Denied | Weight::SaysOtherwise | Weight::AlsoInPrint) => Tone::Quiet,
        None => Tone::Text,
    };
    let who = carried_by(library, statement.claim);
    let value = said(library, statement.claim, &statement.value);
    Entry::new(Marker::Hanging, vec![Run::new(crate::text![who, ": ", value], tone)])
}
