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

/// The folder of what is known from one start to the next (`~/.local/state/attache` on Linux; the
/// folder for local data where there is no such one), whether it exists or not.
///
/// None without a home folder, as for [`briefs_folder`].
#[must_use]
pub fn state_folder(environment: &Environment) -> Option<PathBuf> {
    let project = project(environment)?;
    Some(project.state_dir().unwrap_or_else(|| project.data_local_dir()).to_path_buf())
}

/// The folder of what the user made (`~/.local/share/attache` on Linux), whether it exists or not.
///
/// None without a home folder, as for [`briefs_folder`].
#[must_use]
pub fn data_folder(environment: &Environment) -> Option<PathBuf> {
    Some(project(environment)?.data_dir().to_path_buf())
}

fn project(environment: &Environment) -> Option<directories::ProjectDirs> {
    if !environment.home {
        return None;
    }
    directories::ProjectDirs::from("", "", "attache")
}
