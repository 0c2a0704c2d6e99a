//! Writing one file: whole or not at all, whenever the program or the machine stops.

use super::open;
use crate::text;
use crate::text::{DisplayText, unwritten};
use rustix::fs::{
    Access, AtFlags, CWD, Gid, Mode, OFlags, RawMode, Uid, access, fchmod, fchown, fstat, fsync,
    linkat, openat, renameat, statat, unlinkat,
};
use rustix::io::Errno;
use rustix::process::{getegid, geteuid};
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// How many unfinished files of one name are passed over.
const TRIES: usize = 10;

/// Writes a file that is not there yet.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), DisplayText> {
    let there = || text!["there is one already; nothing is written over"];
    if statat(CWD, path, AtFlags::SYMLINK_NOFOLLOW).is_ok() {
        return Err(there());
    }
    let new = Unfinished::beside(path, Mode::from_raw_mode(0o666))?;
    new.fill(bytes)?;
    // A link is refused where there is a file by now; a name given anew would take its place.
    match linkat(CWD, &new.path, CWD, path, AtFlags::empty()) {
        Ok(()) => {}
        Err(Errno::EXIST) => return Err(there()),
        // Sticks of most kinds know no links.
        Err(_) if statat(CWD, path, AtFlags::SYMLINK_NOFOLLOW).is_err() => new.rename(path)?,
        Err(_) => return Err(there()),
    }
    drop(new);
    keep_folder(path)
}

/// Writes a file anew that has been read; not where it is another one by now.
pub(super) fn replace(path: &Path, read: &[u8], bytes: &[u8]) -> Result<(), DisplayText> {
    // A folder lets any file in it be replaced; one that is protected is meant to stay.
    access(path, Access::WRITE_OK).map_err(words)?;
    let (_, stat) = open::regular(path).map_err(|error| error.words())?;
    let new = Unfinished::beside(path, Mode::RUSR | Mode::WUSR)?;
    let is_own = (stat.st_uid, stat.st_gid) == (geteuid().as_raw(), getegid().as_raw());
    if !is_own {
        let (user, group) = (Uid::from_raw(stat.st_uid), Gid::from_raw(stat.st_gid));
        let given = fchown(&new.file, Some(user), Some(group));
        given.map_err(|why| text!["it is not yours, and would be afterwards: ", words(why)])?;
    }
    let mode = RawMode::from(stat.st_mode) & 0o7777;
    fchmod(&new.file, Mode::from_raw_mode(mode)).map_err(words)?;
    new.fill(bytes)?;
    let length = u64::try_from(read.len()).unwrap_or(u64::MAX);
    let unchanged = open::read(path, length).is_ok_and(|now| now == read);
    if !unchanged {
        return Err("it was changed meanwhile; try again".into());
    }
    new.rename(path)?;
    keep_folder(path)
}

/// A file that nobody knows by its name yet; gone with this value unless it got one.
struct Unfinished {
    path: PathBuf,
    file: File,
}

impl Unfinished {
    /// A new file in the folder of another one, never one that is there, nor where a link leads.
    fn beside(path: &Path, mode: Mode) -> Result<Self, DisplayText> {
        // What has no name is a folder, and no folder is written.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let flags =
            OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mut refused = Errno::EXIST;
        for number in 0..TRIES {
            // The dot makes it litter to whatever reads a folder of briefs.
            let name = format!(".{name}.new-{}-{number}", std::process::id());
            let path = path.with_file_name(name);
            match openat(CWD, &path, flags, mode) {
                Ok(file) => return Ok(Self { path, file: File::from(file) }),
                Err(Errno::EXIST) => {}
                Err(error) => {
                    refused = error;
                    break;
                }
            }
        }
        Err(words(refused))
    }

    fn fill(&self, bytes: &[u8]) -> Result<(), DisplayText> {
        let written = (&self.file).write_all(bytes).and_then(|()| self.file.sync_all());
        written.map_err(|error| unwritten(&error))
    }

    fn rename(&self, path: &Path) -> Result<(), DisplayText> {
        renameat(CWD, &self.path, CWD, path).map_err(words)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After a rename it is not there any more; what cannot be removed is passed over by all that read.
        let _ = unlinkat(CWD, &self.path, AtFlags::empty());
    }
}

/// Has the folder on the disk know of a file.
fn keep_folder(path: &Path) -> Result<(), DisplayText> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let opened = openat(CWD, folder.unwrap_or(Path::new(".")), flags, Mode::empty());
    match opened.and_then(|folder| fsync(&folder).map(|()| fstat(&folder).is_ok())) {
        // Some systems cannot do that; the file itself is written.
        Ok(_) | Err(Errno::INVAL | Errno::NOTSUP | Errno::ACCESS) => Ok(()),
        Err(error) => Err(words(error)),
    }
}

fn words(error: Errno) -> DisplayText {
    unwritten(&io::Error::from(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_whole_with_its_mode_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        replace(&path, b"old", b"new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(names(folder.path()), ["a.toml"]);
    }

    #[test]
    fn what_was_changed_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        for now in ["other", "old and more", ""] {
            fs::write(&path, now).unwrap();
            let refused = replace(&path, b"old", b"new").unwrap_err();
            assert_eq!(refused.as_str(), "it was changed meanwhile; try again");
            assert_eq!(fs::read_to_string(&path).unwrap(), now);
        }
        assert_eq!(names(folder.path()), ["a.toml"]);
    }

    #[test]
    fn nothing_that_is_there_is_written_over_not_even_a_link_that_leads_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.toml"), folder.path().join("link.toml"));
        create(&file, b"first").unwrap();
        symlink(folder.path().join("nowhere"), &link).unwrap();
        for path in [&file, &link] {
            let refused = create(path, b"second").unwrap_err();
            assert!(refused.as_str().starts_with("there is one already"), "{refused}");
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), "first");
        assert_eq!(names(folder.path()), ["a.toml", "link.toml"]);
        let refused = create(&folder.path().join("none/b.toml"), b"x").unwrap_err();
        assert_eq!(refused.as_str(), "no such folder");
    }
}
