//! Where a file of the state really stands: users link it into a folder of their own, as one that is backed
//! up, and the link has to outlive a file that is replaced whole.

use super::folder::Folder;
use crate::text;
use crate::text::{DisplayText, clean_path};
use rustix::fs::{FileType, statat};
use std::fs;
use std::path::{Path, PathBuf};

/// Links that are followed, one after the other.
const LINKS: usize = 16;

/// A folder and the name of a file in it.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) folder: Folder,
    pub(super) name: String,
}

impl Spot {
    /// Where the file of this name in this folder stands. A link to what can be no file of the state counts
    /// as such a file itself: it is what is in the way.
    ///
    /// # Errors
    /// In words, where a link leads to a device, as to `/dev/null`, or to where no folder is now.
    pub(super) fn of(folder: &Folder, name: &'static str) -> Result<Self, DisplayText> {
        let itself = || Self { folder: folder.clone(), name: name.to_owned() };
        let link = folder.0.join(name);
        let Some(path) = end_of(link) else { return Ok(itself()) };
        if path == folder.0.join(name) {
            return Ok(itself());
        }
        let leads = || text![name, " leads to ", clean_path(&path)];
        match statat(rustix::fs::CWD, &path, rustix::fs::AtFlags::empty()) {
            Ok(found) => match FileType::from_raw_mode(found.st_mode) {
                FileType::RegularFile => {}
                FileType::CharacterDevice | FileType::BlockDevice => {
                    return Err(text![leads(), ", which keeps nothing"]);
                }
                FileType::Directory
                | FileType::Fifo
                | FileType::Socket
                | FileType::Symlink
                | FileType::Unknown => return Ok(itself()),
            },
            Err(_) if path.parent().is_some_and(Path::is_dir) => {}
            Err(_) => return Err(text![leads(), ", which is not there"]),
        }
        let parent = path.parent().map(Path::to_path_buf);
        let name = path.file_name().and_then(|name| Some(name.to_str()?.to_owned()));
        match parent.zip(name) {
            Some((parent, name)) => Ok(Self { folder: Folder(parent), name }),
            None => Err(text![leads(), ", a name that is not UTF-8"]),
        }
    }
}

/// Where the last of the links leads, whether something is there or not; none where they go in a circle.
fn end_of(mut path: PathBuf) -> Option<PathBuf> {
    for _ in 0..LINKS {
        let Ok(to) = fs::read_link(&path) else { return Some(path) };
        path = match path.parent() {
            // A path from the root takes the place of the whole.
            Some(folder) => folder.join(to),
            None => to,
        };
    }
    None
}
