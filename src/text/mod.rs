//! The border: everything that came from outside becomes [`DisplayText`] here or never reaches the
//! screen.

mod clean;
mod width;
mod wrap;

pub use clean::{Alteration, DisplayText, Shown, clean, join};
pub use width::{Fit, columns};
pub use wrap::{WrappedLine, wrap};

/// Joins shown pieces into one [`DisplayText`]: `text!["at ", count, " of ", name]`.
///
/// A piece is anything that implements [`Shown`](crate::text::Shown): cleaned text, a literal or a number.
#[macro_export]
macro_rules! text {
    ($($piece:expr),* $(,)?) => {
        $crate::text::join(&[$(&$piece as &dyn $crate::text::Shown),*])
    };
}
