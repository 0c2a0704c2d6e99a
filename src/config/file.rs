//! Reading a small file of the user: never blocks, never more than a limit.

use crate::text;
use crate::text::{DisplayText, clean_line};
use rustix::fs::{FileType, Mode, OFlags, fstat, open};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The text of a regular file of at most so many bytes; `None` where there is no such file.
///
/// # Errors
/// In words: what the system says, a pipe or device, too large, not UTF-8.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<Option<String>, DisplayText> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = match open(path, flags, Mode::empty()) {
        Ok(file) => File::from(file),
        Err(Errno::NOENT | Errno::NOTDIR) => return Ok(None),
        Err(error) => return Err(words(&error.into())),
    };
    let stat = fstat(&file).map_err(|error| words(&error.into()))?;
    if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
        return Err("this is not a file".into());
    }
    let mut bytes = Vec::new();
    // One byte more than may be, so that a file that grows or lies about its size is caught.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| words(&error))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(text![
            "it is larger than ",
            usize::try_from(limit / 1024).unwrap_or(0),
            " KiB"
        ]);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        text!["line ", line, " is not UTF-8; save the file as UTF-8"]
    })?;
    // Some editors begin a file with a byte order mark.
    Ok(Some(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned)))
}

fn words(error: &io::Error) -> DisplayText {
    text!["cannot be read: ", clean_line(&error.to_string(), |_| {})]
}
