//! A folder in which small files are replaced whole, or not at all.

use crate::config::{Unreadable, read_file};
use rustix::event::poll;
use rustix::fs::{
    Access, AtFlags, Dir, FlockOperation, Mode, OFlags, Timespec, access, fchmod, flock, fsync,
    open, openat, renameat, statat, unlinkat,
};
use rustix::io::Errno;
use std::fs::{DirBuilder, File};
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;

/// The largest file that is read or written.
pub(super) const LARGEST: usize = 1 << 20;

/// How often another program is asked to let the folder go, and how long is waited in between: one
/// that is stopped may never do so, and then nothing is worth waiting for.
const TRIES: usize = 10;
const PAUSE: Timespec = Timespec { tv_sec: 0, tv_nsec: 2_000_000 };

/// How safe a written file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// On the disk: it survives a power cut.
    Disk,
    /// With the system: it survives the program. Quicker, for what is no great loss.
    Memory,
}

/// A folder, whether it exists or not.
#[derive(Clone, Debug)]
pub(super) struct Folder(pub(super) PathBuf);

/// The folder, open; while it lives others that write here wait.
pub(super) struct Open {
    directory: OwnedFd,
    /// Whether nobody else writes here now.
    alone: bool,
}

impl Folder {
    /// The text of a file; none where there is none.
    pub(super) fn read(&self, name: &str) -> Result<Option<String>, Unreadable> {
        read_file(&self.0.join(name), u64::try_from(LARGEST).unwrap_or(u64::MAX))
    }

    /// Asks whether files can be made in the folder, or the folder itself where it is missing.
    pub(super) fn takes_files(&self) -> io::Result<()> {
        let there = self.0.ancestors().find(|folder| folder.exists()).unwrap_or(&self.0);
        if !there.is_dir() {
            return Err(Errno::NOTDIR.into());
        }
        Ok(access(there, Access::WRITE_OK | Access::EXEC_OK)?)
    }

    /// Opens the folder; makes it where it is missing, for the user alone.
    pub(super) fn open(&self) -> io::Result<Open> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let directory = match open(&self.0, flags, Mode::empty()) {
            Err(Errno::NOENT) => {
                DirBuilder::new().recursive(true).mode(0o700).create(&self.0)?;
                open(&self.0, flags, Mode::empty())?
            }
            opened => opened?,
        };
        let lock = || flock(&directory, FlockOperation::NonBlockingLockExclusive).is_ok();
        let alone = (0..TRIES).any(|tried| {
            // A wait for nothing; a signal may cut it short.
            let waited = if tried == 0 { Ok(0) } else { poll(&mut [], Some(&PAUSE)) };
            waited.is_ok() && lock()
        });
        Ok(Open { directory, alone })
    }
}

impl Open {
    /// Replaces a file; whoever reads it has the old one or the new one, whole, whenever the program
    /// or the machine stops.
    pub(super) fn replace(
        &self,
        name: &str,
        bytes: &[u8],
        durability: Durability,
    ) -> io::Result<()> {
        if self.alone {
            self.clear_away(name)?;
        }
        let (temporary, mut file) = self.temporary(name)?;
        let written = file.write_all(bytes).and_then(|()| match durability {
            Durability::Disk => file.sync_all(),
            Durability::Memory => Ok(()),
        });
        let renamed = written
            .and_then(|()| Ok(renameat(&self.directory, &temporary, &self.directory, name)?));
        if let Err(error) = renamed {
            // Where it cannot be removed either, the next one clears it away.
            let removed = unlinkat(&self.directory, &temporary, AtFlags::empty());
            return removed.map_err(io::Error::from).and(Err(error));
        }
        if durability == Durability::Disk {
            fsync(&self.directory)?;
        }
        Ok(())
    }

    /// A new file beside the one to be replaced. It is nobody's but the user's from its first moment,
    /// and never one that is there already, nor where a link leads.
    fn temporary(&self, name: &str) -> io::Result<(String, File)> {
        let flags =
            OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mode = Mode::RUSR | Mode::WUSR;
        let mut refused = Errno::EXIST;
        for number in 0..TRIES {
            let temporary = format!("{}{}-{number}", prefix(name), std::process::id());
            match openat(&self.directory, &temporary, flags, mode) {
                Ok(file) => {
                    // Whatever the mask of the user takes away.
                    fchmod(&file, mode)?;
                    return Ok((temporary, File::from(file)));
                }
                Err(Errno::EXIST) => {}
                Err(error) => {
                    refused = error;
                    break;
                }
            }
        }
        Err(refused.into())
    }

    /// Removes what a program left that was ended in the middle of writing.
    fn clear_away(&self, name: &str) -> io::Result<()> {
        for entry in Dir::read_from(&self.directory)? {
            let entry = entry?;
            if entry.file_name().to_bytes().starts_with(prefix(name).as_bytes()) {
                unlinkat(&self.directory, entry.file_name(), AtFlags::empty())?;
            }
        }
        Ok(())
    }

    /// Puts a file aside that cannot be understood: as `.broken`, or with a number where there are
    /// such ones; the third is given up for it.
    pub(super) fn put_aside(&self, name: &str) -> io::Result<String> {
        let names = ["", "-2", "-3"].map(|number| format!("{name}.broken{number}"));
        let free = |aside: &&String| {
            statat(&self.directory, aside.as_str(), AtFlags::SYMLINK_NOFOLLOW).is_err()
        };
        let take = |aside: &String| renameat(&self.directory, name, &self.directory, aside);
        if let Some(aside) = names.iter().find(free) {
            take(aside)?;
            return Ok(aside.clone());
        }
        // A folder takes the place of no file, and no file that of a folder.
        let mut refused = Errno::EXIST;
        for aside in names.iter().rev() {
            match take(aside) {
                Ok(()) => return Ok(aside.clone()),
                Err(error) => refused = error,
            }
        }
        Err(refused.into())
    }
}

/// How the names of unfinished files begin.
fn prefix(name: &str) -> String {
    format!(".{name}.new-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_link_in_the_way_of_the_unfinished_file_leads_nowhere() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = Folder(home.path().join("deep/below"));
        let open = folder.open().expect("it is made");
        let victim = home.path().join("victim");
        fs::write(&victim, "untouched").expect("written");
        for alone in [true, false] {
            for number in 0..TRIES {
                let name = format!("{}{}-{number}", prefix("a"), std::process::id());
                drop(fs::remove_file(folder.0.join(&name)));
                symlink(&victim, folder.0.join(name)).expect("a link");
            }
            let open = Open { directory: open.directory.try_clone().expect("open"), alone };
            let replaced = open.replace("a", b"text", Durability::Disk);
            assert_eq!(replaced.is_ok(), alone, "links of others are left alone: {replaced:?}");
            assert_eq!(fs::read_to_string(&victim).expect("there"), "untouched");
        }
        assert_eq!(folder.read("a").expect("read"), Some("text".to_owned()));
    }

    #[test]
    fn files_and_new_folders_are_the_user_s_alone_and_nothing_is_left_behind() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = Folder(home.path().join("deep/below"));
        let open = folder.open().expect("it is made");
        fs::write(folder.0.join(".a.new-1-0"), "of a program that was ended").expect("written");
        open.replace("a", b"text", Durability::Memory).expect("written");
        let mode = |path: PathBuf| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(folder.0.join("a")), 0o600);
        assert_eq!([mode(folder.0.clone()), mode(home.path().join("deep"))], [0o700; 2]);
        assert_eq!(fs::read_dir(&folder.0).expect("a folder").count(), 1);
    }

    #[test]
    fn three_broken_files_are_kept() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = Folder(home.path().to_owned());
        let open = folder.open().expect("open");
        let asides: Vec<String> = (0..4)
            .map(|number| {
                fs::write(folder.0.join("a"), number.to_string()).expect("written");
                open.put_aside("a").expect("put aside")
            })
            .collect();
        assert_eq!(asides, ["a.broken", "a.broken-2", "a.broken-3", "a.broken-3"]);
        assert_eq!(folder.read("a.broken").expect("read"), Some("0".to_owned()));
        assert_eq!(folder.read("a").expect("read"), None);
    }
}
