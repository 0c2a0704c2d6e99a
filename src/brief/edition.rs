//! Editions of the format.

/// Edition of the format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Schema {
    /// `confidence` of an event is of the event as a whole.
    One,
    /// `confidence` of an event is that it happened; other questions have their own.
    #[default]
    Two,
}
