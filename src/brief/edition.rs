//! Editions of the format.
use serde::{Deserialize, Serialize};

/// Edition of the format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Schema {
    /// `confidence` of an event is of the event as a whole.
    One,
    /// `confidence` of an event is that it happened; other questions have their own.
    #[default]
    Two,
}
