//! The briefs in the program itself.

use super::{Collection, packed};
use crate::brief::{self, Document, Synonyms};
use crate::diag::{Diagnostic, Reported, SourceId, Sources};
use hipstr::HipStr;

macro_rules! embedded {
    ($folder:literal $($name:literal)*) => {
        &[$(BuiltIn {
            name: $name,
            shown: concat!("built-in: ", $folder, $name, ".toml"),
            text: include_str!(concat!("../../briefs/", $folder, $name, ".toml")),
        }),*]
    };
}

/// A file in the program.
struct BuiltIn {
    /// Without its folder and ending.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests compare it with the folder"))]
    name: &'static str,
    /// What it is called where it is named.
    shown: &'static str,
    text: &'static str,
}

impl BuiltIn {
    fn add(&self, sources: &mut Sources) -> SourceId {
        sources.add(self.shown.into(), HipStr::borrowed(self.text))
    }
}

/// Files of `briefs/_registry/`, by name.
const REGISTRY: &[BuiltIn] =
    embedded!("_registry/" "actors" "places" "publishers" "sources" "techniques" "thesaurus");

/// Briefs of `briefs/`, by name.
const BRIEFS: &[BuiltIn] = embedded!("" "albania-cyberattacks-2022" "albania-iran-rupture-2022" "albania-israel-relations" "black-reward-bushehr-2022" "iran-unrest-2022" "rama-israel-visit-2022" );

/// The registry's file of words that any briefs are searched by.
const THESAURUS: &str = include_str!("../../briefs/_registry/thesaurus.toml");

/// The synonyms of the language, which belong to every library.
pub(super) fn synonyms() -> Vec<Synonyms> {
    let mut sources = Sources::default();
    let source = sources.add("built-in: _registry/thesaurus.toml".into(), THESAURUS);
    brief::read_registry(&sources, source).value.synonyms
}

/// The files, in the order in which they are read.
pub(super) fn add_files(sources: &mut Sources) {
    for file in REGISTRY.iter().chain(BRIEFS) {
        file.add(sources);
    }
}

/// The briefs, as they were read when the program was made.
pub(super) fn collection(sources: &mut Sources, findings: &mut Vec<Diagnostic>) -> Collection {
    packed::collection(sources).unwrap_or_else(|| read(sources, findings))
}

/// Reads them.
pub(super) fn read(sources: &mut Sources, findings: &mut Vec<Diagnostic>) -> Collection {
    let mut read = |files: &[BuiltIn], read: fn(&Sources, SourceId) -> Reported<Document>| {
        let documents = files.iter().map(|file| {
            let source = file.add(sources);
            let reported = read(sources, source);
            findings.extend(reported.diagnostics);
            reported.value
        });
        documents.collect()
    };
    Collection {
        registry: read(REGISTRY, brief::read_registry),
        briefs: read(BRIEFS, brief::read),
        is_builtin: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &str) -> Vec<String> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let embedded = |files: &[BuiltIn]| -> Vec<&'static str> {
            files.iter().map(|file| file.name).collect()
        };
        assert_eq!(embedded(REGISTRY), names("briefs/_registry"));
        assert_eq!(embedded(BRIEFS), names("briefs"));
    }
}
