//! Folders of the user.

use super::Environment;
use std::path::PathBuf;

/// The folder of `config.toml`, `keys.toml` and themes (`~/.config/attache` on Linux), whether it
/// exists or not.
///
/// None without a home folder, as for [`briefs_folder`].
#[must_use]
pub fn config_folder(environment: &Environment) -> Option<PathBuf> {
    Some(project(environment)?.config_dir().to_path_buf())
}

/// The user's themes, a folder within [`config_folder`].
#[must_use]
pub fn themes_folder(environment: &Environment) -> Option<PathBuf> {
    Some(config_folder(environment)?.join("themes"))
}

/// The user's briefs folder (`~/.local/share/attache/briefs` on Linux), whether it exists or not.
///
/// None without a home folder: `directories` would then ask the user database, which opens a socket.
#[must_use]
pub fn briefs_folder(environment: &Environment) -> Option<PathBuf> {
    Some(project(environment)?.data_dir().join("briefs"))
}

fn project(environment: &Environment) -> Option<directories::ProjectDirs> {
    if !environment.home {
        return None;
    }
    directories::ProjectDirs::from("", "", "attache")
}
