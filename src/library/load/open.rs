//! Opening one file: never blocks, never follows a way out, reads a regular file within the limit.

use super::{Limits, size};
use crate::brief::DecodeError;
use crate::library::Marking;
use crate::text;
use crate::text::{DisplayText, clean};
use rustix::fs::{FileType, Mode, OFlags, Stat, fstat, open};
use rustix::io::Errno;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum OpenError {
    /// Its real place is not below the folder that was named.
    Outside,
    /// A pipe, a device, a socket or a folder.
    NotRegular(&'static str),
    /// More bytes than one file may have.
    TooBig(u64),
    /// More bytes than all files may have.
    TooMuch(u64),
    /// More files than may be read.
    TooManyFiles(usize),
    /// So many headers with next to nothing below them.
    OnlyHeaders(usize),
    /// More records than may be held, or more references between them.
    TooManyRecords(Limits),
    /// It changed twice while it was read.
    Changed,
    /// Not UTF-8; in the decoder's words, with the byte and what can be shown around it.
    NoText { why: DisplayText, offset: usize, shown: String },
    /// It is not what its sealed set says it is.
    NotAsSealed(DisplayText),
    /// What the system says.
    System(DisplayText),
}

impl OpenError {
    /// That bytes are no text.
    pub(super) fn no_text(error: DecodeError, bytes: &[u8]) -> Self {
        // All before the fault is whole, so its place is the same here.
        let shown = String::from_utf8_lossy(bytes).into_owned();
        Self::NoText { why: error.message, offset: error.offset, shown }
    }

    /// What a finding quotes of the file, and the place in that; nothing of one whose text nobody saw.
    pub(super) fn quoted(&self) -> (usize, &str) {
        match self {
            Self::NoText { offset, shown, .. } => (*offset, shown),
            Self::Outside
            | Self::NotRegular(_)
            | Self::TooBig(_)
            | Self::TooMuch(_)
            | Self::TooManyFiles(_)
            | Self::OnlyHeaders(_)
            | Self::TooManyRecords(_)
            | Self::Changed
            | Self::NotAsSealed(_)
            | Self::System(_) => (0, ""),
        }
    }

    /// The marking of what may be quoted of the file: of a text that cannot be read nobody knows one.
    pub(super) fn marking(&self) -> Option<Marking> {
        (!self.quoted().1.is_empty()).then_some(Marking::Red)
    }

    pub(super) fn words(&self) -> DisplayText {
        match self {
            Self::Outside => "it leads outside its folder; not read".into(),
            Self::NotRegular(what) => text!["this is ", *what, ", not a file"],
            Self::TooBig(limit) => text!["it is larger than ", size(*limit)],
            Self::TooMuch(limit) => text!["more than ", size(*limit), " of briefs; not read"],
            Self::TooManyFiles(limit) => text!["more than ", *limit, " files; not read"],
            Self::OnlyHeaders(count) => {
                text![*count, " headers with next to nothing below them; not read"]
            }
            Self::TooManyRecords(Limits { records, references, .. }) => text![
                "more than ",
                *records,
                " records or ",
                *references,
                " references in all; not read"
            ],
            Self::Changed => "it changes while it is read; try again".into(),
            Self::NoText { why, .. } | Self::NotAsSealed(why) | Self::System(why) => why.clone(),
        }
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        Self::System(words(&error))
    }
}

impl From<Errno> for OpenError {
    fn from(error: Errno) -> Self {
        Self::from(io::Error::from(error))
    }
}

/// What went wrong, for people.
pub(super) fn words(error: &io::Error) -> DisplayText {
    let number = |errno: Errno| error.raw_os_error() == Some(errno.raw_os_error());
    if number(Errno::NOENT) {
        "no such file".into()
    } else if number(Errno::ACCESS) || number(Errno::PERM) {
        "no permission to read it".into()
    } else if number(Errno::LOOP) {
        "it is a link that leads back to itself".into()
    } else if number(Errno::NOTDIR) {
        "a part of its path is no folder".into()
    } else if number(Errno::NXIO) {
        "this is a socket or a device without a driver, not a file".into()
    } else {
        text!["cannot be read: ", clean(&error.to_string(), |_| {})]
    }
}

/// The folder that a file named by the user really stands in; a link that the user names is followed.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    let real = fs::canonicalize(path);
    let path = real.as_deref().unwrap_or(path);
    path.parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// The real path of a file, which must stay below its folder.
///
/// A link may point to another file of the same folder, and nowhere else.
pub(super) fn resolve(root: &Path, path: &Path) -> Result<PathBuf, OpenError> {
    let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
    let real = fs::canonicalize(path)?;
    let root = fs::canonicalize(root)?;
    if real.starts_with(root) { Ok(real) } else { Err(OpenError::Outside) }
}

/// Reads a regular file whole; tries once more if it changed meanwhile.
pub(super) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, OpenError> {
    match read_once(path, limit) {
        Err(OpenError::Changed) => read_once(path, limit),
        done => done,
    }
}

/// A regular file, opened without waiting for a pipe's other end and without becoming a terminal's
/// owner.
pub(super) fn regular(path: &Path) -> Result<(File, Stat), OpenError> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = File::from(open(path, flags, Mode::empty())?);
    let stat = fstat(&file)?;
    let what = match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile => return Ok((file, stat)),
        FileType::Directory => "a folder",
        FileType::Fifo => "a pipe",
        FileType::Socket => "a socket",
        FileType::CharacterDevice | FileType::BlockDevice => "a device",
        FileType::Symlink | FileType::Unknown => "something else",
    };
    Err(OpenError::NotRegular(what))
}

fn read_once(path: &Path, limit: u64) -> Result<Vec<u8>, OpenError> {
    let (mut file, before) = regular(path)?;
    if u64::try_from(before.st_size).is_ok_and(|size| size > limit) {
        return Err(OpenError::TooBig(limit));
    }
    let mut bytes = Vec::new();
    // One byte more than may be, so that a file that grows or lies about its size is caught.
    (&mut file).take(limit + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(OpenError::TooBig(limit));
    }
    let after = fstat(&file)?;
    let trace = |stat: &Stat| (stat.st_size, stat.st_mtime, stat.st_mtime_nsec, stat.st_ino);
    if trace(&before) == trace(&after) { Ok(bytes) } else { Err(OpenError::Changed) }
}
