//! The built-in briefs as they were read when the program was made, so that it need not read them again
//! at every start.
//!
//! Reading and linking them takes longer than all else up to the first frame. What comes of it is kept
//! beside this file: the whole library, for those who read the built-in briefs alone, and the files by
//! themselves, for those who have briefs of their own. `UPDATE_DOCS=1 cargo test --lib packed` writes both
//! anew, and a test holds them equal to what the TOML says.

use super::whole::Whole;
use super::{Collection, Library, builtin};
use crate::diag::Sources;
use serde::Deserialize;

const LIBRARY: &[u8] = include_bytes!("packed/library.bin");
const DOCUMENTS: &[u8] = include_bytes!("packed/documents.bin");

/// The library of the built-in briefs alone; none where it was packed by another edition of the program,
/// which only its makers meet.
pub(super) fn library() -> Option<Library> {
    library_of(LIBRARY)
}

fn library_of(bytes: &'static [u8]) -> Option<Library> {
    let whole: Whole = unpacked(bytes)?;
    let mut sources = Sources::default();
    builtin::add_files(&mut sources);
    Some(Library::from(Whole { sources, ..whole }))
}

/// The files of the built-in briefs, which have no faults; the sources must have no other files yet.
pub(super) fn collection(sources: &mut Sources) -> Option<Collection> {
    let collection = unpacked(DOCUMENTS)?;
    builtin::add_files(sources);
    Some(collection)
}

/// A part of the program as it was packed by `postcard`; none where that was something else. Nothing is
/// copied: texts stay where the program has them.
pub(crate) fn unpacked<T: Deserialize<'static>>(bytes: &'static [u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(bytes).ok()?;
    rest.is_empty().then_some(value)
}

/// What the tests of all that is packed share.
#[cfg(test)]
pub(crate) mod testing {
    use super::super::{Collection, Library, builtin};
    use crate::diag::Sources;
    use serde::Serialize;
    use std::path::Path;

    /// The built-in briefs as their TOML says.
    pub(super) fn read() -> (Collection, Sources) {
        let (mut sources, mut findings) = (Sources::default(), Vec::new());
        let collection = builtin::read(&mut sources, &mut findings);
        assert!(findings.is_empty(), "findings are not packed: {findings:?}");
        (collection, sources)
    }

    /// Their library.
    pub(crate) fn read_builtin() -> Library {
        let (collection, sources) = read();
        Library::new(vec![collection], sources, Vec::new(), Vec::new())
    }

    /// What something is packed to.
    pub(crate) fn packed(value: &impl Serialize) -> &'static [u8] {
        postcard::to_allocvec(value).unwrap().leak()
    }

    /// A packed file is what something is packed to; `UPDATE_DOCS=1` writes it.
    #[track_caller]
    pub(crate) fn guard_packed(name: &str, value: &impl Serialize) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let bytes = packed(value);
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(&path, bytes).unwrap();
        }
        let why = "is behind the briefs; `UPDATE_DOCS=1 cargo test --lib packed` writes it anew";
        assert!(std::fs::read(&path).unwrap() == bytes, "{name} {why}");
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{guard_packed, packed, read, read_builtin};
    use super::*;

    #[test]
    fn what_is_packed_is_what_the_files_say() {
        guard_packed("src/library/packed/documents.bin", &read().0);
        guard_packed("src/library/packed/library.bin", &*read_builtin());
    }

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let (collection, sources) = read();
        let unpacked: Collection = unpacked(packed(&collection)).unwrap();
        assert_eq!(format!("{unpacked:?}"), format!("{collection:?}"));
        let mut own = Sources::default();
        builtin::add_files(&mut own);
        assert_eq!(format!("{own:?}"), format!("{sources:?}"));
        let library = read_builtin();
        let unpacked = library_of(packed(&*library)).unwrap();
        assert_eq!(format!("{unpacked:?}"), format!("{library:?}"));
    }
}
