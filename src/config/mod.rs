//! What the user chooses: theme and folders.

mod environment;
mod paths;
mod theme;

pub use environment::Environment;
pub use paths::briefs_folder;
pub use theme::{Role, Theme, ThemeError};
