//! What the user chooses: theme, options, keys and folders.

mod environment;
mod file;
mod paths;
mod settings;
mod theme;

pub use environment::{Advice, Environment};
pub use paths::{briefs_folder, themes_folder};
pub use settings::{Allowed, Ascii, Density, Depth, OptionInfo, Settings, Times};
pub use theme::{
    ATTRIBUTES, Because, Choice, ColorTier, HIGH_CONTRAST, LEAST_CONTRAST, LoadedTheme, Pair, Role,
    Theme, ThemeError, Themes, choose, color_names, contrast, luminance, pairs, shade,
};
