//! Keys of curators that the user took: files in the folder `trusted` of the configuration.

use super::file::read_text;
use super::{Environment, config_folder};
use crate::text;
use crate::text::{DisplayText, clean_line, clean_path};
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Bytes of a key's file.
const LONGEST: u64 = 4 << 10;
/// Keys that are looked at.
const MOST: usize = 100;
/// Characters of a key's name.
const LONGEST_NAME: usize = 64;

/// The folder of the keys, whether it exists or not; none without a home folder.
#[must_use]
pub fn trusted_folder(environment: &Environment) -> Option<PathBuf> {
    Some(config_folder(environment)?.join("trusted"))
}

/// The keys by name, each with the text of its file.
///
/// # Errors
/// In words, of the first that cannot be read.
pub fn trusted_keys(environment: &Environment) -> Result<Vec<(String, String)>, DisplayText> {
    let Some(folder) = trusted_folder(environment) else { return Ok(Vec::new()) };
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        // A home that is a file, as /dev/null, has no folders in it.
        Err(error)
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
        {
            return Ok(Vec::new());
        }
        Err(error) => return Err(words(&folder, &error)),
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_key = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "pub");
    let mut paths: Vec<PathBuf> = paths.filter(is_key).collect();
    paths.sort();
    let mut keys = Vec::new();
    for path in paths.into_iter().take(MOST) {
        // A path with an ending has a name before it.
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match read_text(&path, LONGEST) {
            Ok(Some(text)) => keys.push((name, text)),
            Ok(None) => {}
            Err(why) => return Err(text![clean_path(&path), ": ", why]),
        }
    }
    Ok(keys)
}

/// The text of a key's file.
///
/// # Errors
/// In words.
pub fn key_text(path: &Path) -> Result<String, DisplayText> {
    match read_text(path, LONGEST) {
        Ok(Some(text)) => Ok(text),
        Ok(None) => Err(text![clean_path(path), ": no such file"]),
        Err(why) => Err(text![clean_path(path), ": ", why]),
    }
}

/// Whether a key can be kept under a name: it becomes the name of a file.
#[must_use]
pub fn is_key_name(name: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ' ');
    let length = name.chars().count();
    !name.starts_with(['.', ' '])
        && !name.ends_with(' ')
        && (1..=LONGEST_NAME).contains(&length)
        && name.chars().all(plain)
}

/// Keeps a key; never in the place of another one.
///
/// # Errors
/// In words.
pub fn keep_key(environment: &Environment, name: &str, text: &str) -> Result<PathBuf, DisplayText> {
    let Some(folder) = trusted_folder(environment) else {
        return Err("there is no home folder to keep a key in".into());
    };
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&folder)
        .map_err(|error| words(&folder, &error))?;
    let path = folder.join(format!("{name}.pub"));
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
    let mut file = match file {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let name = clean_line(name, |_| {});
            return Err(text![
                "a key `",
                name,
                "` is kept already; `--name` gives this one another name, `--remove` takes that one away"
            ]);
        }
        file => file.map_err(|error| words(&path, &error))?,
    };
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(|error| words(&path, &error))?;
    Ok(path)
}

/// Takes a key away; false where there is none.
///
/// # Errors
/// In words.
pub fn remove_key(environment: &Environment, name: &str) -> Result<bool, DisplayText> {
    let Some(folder) = trusted_folder(environment) else { return Ok(false) };
    let path = folder.join(format!("{name}.pub"));
    match fs::remove_file(&path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(words(&path, &error)),
    }
}

fn words(path: &Path, error: &io::Error) -> DisplayText {
    text![clean_path(path), ": ", clean_line(&error.to_string(), |_| {})]
}
