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

/// The built-in briefs as their TOML says.
#[cfg(test)]
pub(crate) fn read_builtin() -> Library {
    let (mut sources, mut findings) = (Sources::default(), Vec::new());
    let collection = builtin::read(&mut sources, &mut findings);
    assert!(findings.is_empty(), "findings are not packed: {findings:?}");
    let reading = collection.reading();
    let mut library = Library::new(vec![collection], sources, Vec::new(), Vec::new());
    library.reading = reading;
    library
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{guard, packed};

    #[test]
    fn what_is_packed_is_what_the_files_say() {
        let read = builtin::read(&mut Sources::default(), &mut Vec::new());
        guard("library/packed/documents.bin", packed(&read));
        guard("library/packed/library.bin", packed(&*read_builtin()));
    }

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let mut sources = Sources::default();
        let collection = builtin::read(&mut sources, &mut Vec::new());
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
