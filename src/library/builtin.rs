//! The briefs in the program itself.

use super::Collection;
use crate::brief::{self, Document, Synonyms};
use crate::diag::{Diagnostic, Reported, SourceId, Sources};
use crate::text;

macro_rules! embedded {
    ($folder:literal $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../briefs/", $folder, $name, ".toml")))),*]
    };
}

/// Files of `briefs/_registry/`, by name.
const REGISTRY: &[(&str, &str)] =
    embedded!("_registry/" "actors" "places" "publishers" "sources" "techniques" "thesaurus");

/// Briefs of `briefs/`, by name.
const BRIEFS: &[(&str, &str)] = embedded!("" "albania-cyberattacks-2022" "albania-iran-rupture-2022" "albania-israel-relations" "black-reward-bushehr-2022" "iran-unrest-2022" "rama-israel-visit-2022" );

/// The registry's file of words that any briefs are searched by.
const THESAURUS: &str = include_str!("../../briefs/_registry/thesaurus.toml");

/// The synonyms of the language, which belong to every library.
pub(super) fn synonyms() -> Vec<Synonyms> {
    let mut sources = Sources::default();
    let source = sources.add("built-in: _registry/thesaurus.toml".into(), THESAURUS);
    brief::read_registry(&sources, source).value.synonyms
}

/// Reads them.
pub(super) fn collection(sources: &mut Sources, findings: &mut Vec<Diagnostic>) -> Collection {
    let mut read = |folder: &'static str,
                    files: &[(&'static str, &'static str)],
                    read: fn(&Sources, SourceId) -> Reported<Document>| {
        let documents = files.iter().map(|(name, text)| {
            let source = sources.add(text!["built-in: ", folder, *name, ".toml"], *text);
            let reported = read(sources, source);
            findings.extend(reported.diagnostics);
            reported.value
        });
        documents.collect()
    };
    Collection {
        registry: read("_registry/", REGISTRY, brief::read_registry),
        briefs: read("", BRIEFS, brief::read),
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
        let embedded = |files: &[(&'static str, &str)]| -> Vec<&'static str> {
            files.iter().map(|(name, _)| *name).collect()
        };
        assert_eq!(embedded(REGISTRY), names("briefs/_registry"));
        assert_eq!(embedded(BRIEFS), names("briefs"));
    }
}
