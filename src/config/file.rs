//! Reading a small file of the user: never blocks, never more than a limit.

use crate::text;
use crate::text::{DisplayText, clean_line};
use rustix::fs::{FileType, Mode, OFlags, fstat, open};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Why a file cannot be read.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// The system says so.
    System(Errno),
    /// It is a folder, a pipe or a device.
    NoFile,
    /// It is larger than so many bytes.
    TooLarge(u64),
    /// It is not UTF-8, from this line on.
    NotText(usize),
}

impl Unreadable {
    /// The same in words.
    pub(crate) fn words(&self) -> DisplayText {
        match self {
            Self::System(error) => {
                let error = io::Error::from(*error).to_string();
                text!["cannot be read: ", clean_line(&error, |_| {})]
            }
            Self::NoFile => "this is not a file".into(),
            Self::TooLarge(limit) => {
                text!["it is larger than ", usize::try_from(limit / 1024).unwrap_or(0), " KiB"]
            }
            Self::NotText(line) => {
                text!["line ", *line, " is not UTF-8; save the file as UTF-8"]
            }
        }
    }

    /// Whether it stays so until somebody changes the file; else the system may do better another time.
    pub(crate) fn is_lasting(&self) -> bool {
        match self {
            Self::System(error) => {
                matches!(*error, Errno::ACCESS | Errno::PERM | Errno::LOOP | Errno::NXIO)
            }
            Self::NoFile | Self::TooLarge(_) | Self::NotText(_) => true,
        }
    }
}

/// The text of a regular file of at most so many bytes; `None` where there is no such file.
///
/// # Errors
/// In words: what the system says, a pipe or device, too large, not UTF-8.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<Option<String>, DisplayText> {
    read_file(path, limit).map_err(|unreadable| unreadable.words())
}

/// The same, with the reason as such.
pub(crate) fn read_file(path: &Path, limit: u64) -> Result<Option<String>, Unreadable> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = match open(path, flags, Mode::empty()) {
        Ok(file) => File::from(file),
        Err(Errno::NOENT | Errno::NOTDIR) => return Ok(None),
        Err(error) => return Err(Unreadable::System(error)),
    };
    let stat = fstat(&file).map_err(Unreadable::System)?;
    if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
        return Err(Unreadable::NoFile);
    }
    let mut bytes = Vec::new();
    // One byte more than may be, so that a file that grows or lies about its size is caught.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| {
        let told = Errno::from_io_error(&error);
        // Only the system fails a read of a file.
        Unreadable::System(told.unwrap_or(Errno::IO))
    })?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(Unreadable::TooLarge(limit));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(at).filter(|byte| **byte == b'\n');
        Unreadable::NotText(before.count() + 1)
    })?;
    // Some editors begin a file with a byte order mark.
    Ok(Some(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned)))
}
