//! What a mouse does: the little of it that the reader has a use for.

/// What a mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PointerKind {
    /// The left button went down.
    Press,
    /// The wheel turned away from the user by one notch.
    WheelUp,
    /// The wheel turned towards the user by one notch.
    WheelDown,
}

/// What a mouse did, and over which cell. The cell may lie outside the screen as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pointer {
    /// What it did.
    pub kind: PointerKind,
    /// The column, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
}
