//! Folders of the user.

use super::Environment;
use std::path::PathBuf;

/// The user's themes (`~/.config/attache/themes` on Linux), whether the folder exists or not.
///
/// None without a home folder, as for [`briefs_folder`].
#[must_use]
pub fn themes_folder(environment: &Environment) -> Option<PathBuf> {
    if !environment.home {
        return None;
    }
    let project = directories::ProjectDirs::from("", "", "attache")?;
    Some(project.config_dir().join("themes"))
}

/// The user's briefs folder (`~/.local/share/attache/briefs` on Linux), whether it exists or not.
///
/// None without a home folder: `directories` would then ask the user database, which opens a socket.
#[must_use]
pub fn briefs_folder(environment: &Environment) -> Option<PathBuf> {
    if !environment.home {
        return None;
    }
    let project = directories::ProjectDirs::from("", "", "attache")?;
    Some(project.data_dir().join("briefs"))
}
