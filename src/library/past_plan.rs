//! Plans that are past, as their brief sees it.

use super::{EventStatus, ItemId, Library, Record, When};

impl Library {
    /// The day that the brief of an event is as of, where the event is still called planned although it
    /// would have been over by then.
    #[must_use]
    pub fn past_plan(&self, event: ItemId) -> Option<&When> {
        let planned = self.event(event).filter(|event| event.status == EventStatus::Planned)?;
        let Record::Brief(brief) = &self.get(self.get(event)?.brief?)?.record else { return None };
        brief.as_of.as_ref().filter(|as_of| planned.when.value.is_before(as_of))
    }
}
