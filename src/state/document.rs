//! What stands in a file of the state: an object with a version.

use super::folder::LARGEST;
use super::spot::Spot;
use crate::config::Unreadable;
use crate::text;
use crate::text::{DisplayText, clean_line, unwritten};
use serde_json::{Map, Value};

/// The version that is written, and the only one that is understood.
const VERSION: u64 = 1;

/// A file of the state.
pub(super) type Document = Map<String, Value>;

/// What a file was found to be.
#[derive(Debug, PartialEq)]
enum Found {
    /// There is none, or nothing in it.
    Nothing,
    /// It can be gone on with.
    Document(Document),
    /// A later version of the program wrote it.
    Later,
    /// It is not what any version writes.
    Broken,
}

fn understood(text: &str) -> Found {
    if text.trim().is_empty() {
        return Found::Nothing;
    }
    let Ok(Value::Object(document)) = serde_json::from_str(text) else { return Found::Broken };
    match document.get("version").and_then(Value::as_u64) {
        Some(VERSION) => Found::Document(document),
        Some(later) if later > VERSION => Found::Later,
        Some(_) | None => Found::Broken,
    }
}

/// A file as it is now, and what to tell of it; one that cannot be read or understood is put aside, one of
/// a later version left alone.
///
/// # Errors
/// In words, when it can be neither read nor replaced.
pub(super) fn read(spot: &Spot) -> Result<(Document, Option<DisplayText>), DisplayText> {
    let name = clean_line(&spot.name, |_| {});
    let found = match spot.folder.read(&spot.name) {
        // A file that is not there yet says nothing.
        Ok(text) => understood(&text.unwrap_or_default()),
        Err(why) if why.is_lasting() => return put_aside(spot, &unreadable(&why)),
        Err(why) => return Err(text![name, " ", why.words()]),
    };
    match found {
        Found::Nothing => Ok((Document::new(), None)),
        Found::Document(document) => Ok((document, None)),
        Found::Later => Err(text![name, " is of a later version; it is left alone"]),
        Found::Broken => put_aside(spot, &"was broken".into()),
    }
}

/// Puts a file aside, so that another can be written in its place.
fn put_aside(
    spot: &Spot,
    what: &DisplayText,
) -> Result<(Document, Option<DisplayText>), DisplayText> {
    let name = clean_line(&spot.name, |_| {});
    let aside = spot.folder.open().and_then(|open| open.put_aside(&spot.name));
    let aside = aside.map_err(|error| text![name, " ", what, "; ", unwritten(&error)])?;
    let aside = clean_line(&aside, |_| {});
    Ok((Document::new(), Some(text![name, " ", what, "; it is kept as ", aside])))
}

/// Why a file of the state could not be read.
fn unreadable(why: &Unreadable) -> DisplayText {
    match why {
        Unreadable::System(_) => text!["could not be read (no permission, or a circle of links)"],
        Unreadable::NoFile => "was no file".into(),
        Unreadable::TooLarge(limit) => {
            text!["was larger than ", usize::try_from(limit / 1024).unwrap_or(0), " KiB"]
        }
        Unreadable::NotText(_) => "was no text".into(),
    }
}

/// The same without a change to anything.
///
/// # Errors
/// In words, when it cannot be read, is broken or of a later version.
pub(super) fn look(spot: &Spot) -> Result<Document, DisplayText> {
    let name = clean_line(&spot.name, |_| {});
    let text = spot.folder.read(&spot.name).map_err(|why| text![name, " ", why.words()])?;
    // As above.
    match understood(&text.unwrap_or_default()) {
        Found::Nothing => Ok(Document::new()),
        Found::Document(document) => Ok(document),
        Found::Later => Err(text![name, " is of a later version"]),
        Found::Broken => Err(text![name, " is broken"]),
    }
}

/// The bytes of a file; the oldest of its places go where it would be too large to be read again.
///
/// # Errors
/// In words, when it is too large even then.
pub(super) fn bytes(mut document: Document, places: &str) -> Result<Vec<u8>, DisplayText> {
    document.insert("version".to_owned(), VERSION.into());
    loop {
        let mut bytes = serde_json::to_vec_pretty(&document)
            .map_err(|error| clean_line(&error.to_string(), |_| {}))?;
        bytes.push(b'\n');
        if bytes.len() <= LARGEST {
            return Ok(bytes);
        }
        match document.get_mut(places).and_then(Value::as_array_mut) {
            Some(oldest) if !oldest.is_empty() => drop(oldest.remove(0)),
            Some(_) | None => return Err("there is too much to keep".into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_told_apart() {
        assert_eq!(understood(" \n"), Found::Nothing);
        assert!(matches!(understood("{\"version\": 1}"), Found::Document(_)));
        assert_eq!(understood("{\"version\": 2, \"places\": 7}"), Found::Later);
        for broken in ["{", "[]", "1", "{}", "{\"version\": 0}", "{\"version\": \"1\"}", "\0"] {
            assert_eq!(understood(broken), Found::Broken, "{broken}");
        }
        assert_eq!(understood(&"[".repeat(100_000)), Found::Broken);
    }

    #[test]
    fn what_is_written_can_be_read_again() {
        let mut document = Document::new();
        let place = "x".repeat(LARGEST / 3);
        document.insert("places".into(), vec!["oldest", &place, &place, &place, "newest"].into());
        let bytes = bytes(document, "places").expect("it fits");
        let text = String::from_utf8(bytes).expect("text");
        let Found::Document(document) = understood(&text) else { panic!("{}", text.len()) };
        let places = document["places"].as_array().expect("places");
        assert_eq!((places.len(), places[2].as_str()), (3, Some("newest")));
        let large = Document::from_iter([("x".to_owned(), Value::from("x".repeat(LARGEST)))]);
        assert!(super::bytes(large, "places").is_err());
    }
}
