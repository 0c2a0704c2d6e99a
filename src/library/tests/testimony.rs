//! Who says what about an event.
