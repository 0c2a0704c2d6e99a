//! What is asked of sources.

use crate::library::interest::Interest;
use crate::library::{Credibility, EventType, ItemId};
use std::rc::Rc;

/// Whether an event is something said, published, decreed or done between states, of which the own
/// text is the best evidence.
pub(super) fn is_act(kind: EventType) -> bool {
    match kind {
        EventType::Statement
        | EventType::Publication
        | EventType::Legal
        | EventType::Diplomatic => true,
        EventType::Cyber
        | EventType::Military
        | EventType::Protest
        | EventType::Disaster
        | EventType::Other => false,
    }
}

/// The sources that are assessed, and for what.
pub(super) struct Asked<'a> {
    pub(super) sources: Vec<ItemId>,
    /// The interest in each event that it is about, and whether those whose act that is speak by their own
    /// text. Who is a party to one of them is a party.
    pub(super) events: Vec<(Rc<Interest>, bool)>,
    /// The number of what a source is cited for.
    pub(super) number: &'a dyn Fn(ItemId) -> Option<Credibility>,
}
