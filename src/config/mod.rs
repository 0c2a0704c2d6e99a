//! What the user chooses: theme, options, keys and folders.

mod environment;
mod paths;
mod settings;
mod theme;

pub use environment::Environment;
pub use paths::briefs_folder;
pub use settings::{Allowed, Ascii, Density, Depth, OptionInfo, Settings, Times};
pub use theme::{Role, Theme, ThemeError};
