//! What the process may still do once it knows what it is asked for: read the folders that it was given,
//! write where it keeps things, and nothing else; no socket, no other program.
//!
//! The program needs none of this to be safe with hostile files, it has no `unsafe` and no code for a
//! network. The walls make its promise one that the kernel keeps and anybody can try (`attache doctor`), and
//! they bound what a poisoned dependency could do. Where the kernel cannot, the program runs as before and
//! says so: strict lists have kept readers of documents from starting after an update of the C library
//! (zathura #181, #275, man-db #889608), so what is refused is listed, not what is allowed.

#[cfg(target_os = "linux")]
mod files;
#[cfg(target_os = "linux")]
mod system_calls;

use crate::text::DisplayText;
use std::path::PathBuf;

/// What the process needs of the file system from now on; everything below a folder counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Files and folders to be read.
    pub read: Vec<PathBuf>,
    /// Folders to be read and written.
    pub write: Vec<PathBuf>,
}

/// How far a wall stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wall {
    /// The kernel holds all of it.
    Whole,
    /// The kernel is older than a part of it.
    Part,
    /// There is none, and why.
    Absent(DisplayText),
}

/// The walls around the process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sandbox {
    /// Files and folders beyond what was asked for (Landlock).
    pub files: Wall,
    /// Sockets, other programs, other processes' memory (seccomp).
    pub calls: Wall,
    /// Whether a crash leaves no copy of the memory on the disk.
    pub no_core: bool,
}

impl Sandbox {
    /// Whether every wall stands as far as this kernel can hold it.
    #[must_use]
    pub fn stands(&self) -> bool {
        let absent = |wall: &Wall| matches!(wall, Wall::Absent(_));
        !absent(&self.files) && !absent(&self.calls) && self.no_core
    }
}

/// Raises the walls, for good: nothing in the process can take them down.
///
/// To be called before the first thread, since a thread that runs already keeps its freedom.
#[cfg(target_os = "linux")]
#[must_use]
pub fn enter(needs: &Needs) -> Sandbox {
    let no_core = no_core();
    let files = files::confine(needs);
    // Last, since the files' wall needs calls of its own.
    let calls = system_calls::refuse();
    Sandbox { files, calls, no_core }
}

/// Raises the walls that there are here.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn enter(_needs: &Needs) -> Sandbox {
    let none = || Wall::Absent("only Linux has one that attache knows".into());
    Sandbox { files: none(), calls: none(), no_core: false }
}

/// Keeps the memory, with what was read in it, from the disk (`RLIMIT_CORE`) and from other programs of the
/// same user (`PR_SET_DUMPABLE`).
#[cfg(target_os = "linux")]
fn no_core() -> bool {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let limited = setrlimit(Resource::Core, none);
    let hidden = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    limited.is_ok() && hidden.is_ok()
}

/// What came of asking the kernel for something that must be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// It was refused.
    Refused,
    /// It was given; it is given back unused.
    Given,
    /// It cannot be asked for here.
    Unknown,
}

/// Asks for a socket of the internet and gives it back unused.
#[cfg(target_os = "linux")]
#[must_use]
pub fn try_socket() -> Trial {
    use rustix::io::Errno;
    use rustix::net::{AddressFamily, SocketType, socket};
    match socket(AddressFamily::INET, SocketType::STREAM, None) {
        Ok(_) => Trial::Given,
        Err(Errno::PERM | Errno::ACCESS) => Trial::Refused,
        // A machine may have no network at all.
        Err(_) => Trial::Unknown,
    }
}

/// Asks for the list of the topmost folder, which no brief needs, and gives it back unread.
#[cfg(target_os = "linux")]
#[must_use]
pub fn try_topmost_folder() -> Trial {
    use rustix::fs::{Mode, OFlags, open};
    use rustix::io::Errno;
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    match open("/", flags, Mode::empty()) {
        Ok(_) => Trial::Given,
        Err(Errno::PERM | Errno::ACCESS) => Trial::Refused,
        Err(_) => Trial::Unknown,
    }
}

/// Nothing is refused here, so nothing is asked for.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn try_socket() -> Trial {
    Trial::Unknown
}

/// Nothing is refused here, so nothing is asked for.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn try_topmost_folder() -> Trial {
    Trial::Unknown
}
