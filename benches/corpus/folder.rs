//! A folder of generated briefs, and how it is read: without any limit.

#[path = "../../examples/corpus/generate.rs"]
mod generate;

use attache::library::load::{Limits, LoadRequest};
use std::path::Path;
use tempfile::TempDir;

pub(crate) use generate::Options;

/// Writes the briefs into a new folder, which goes when this does.
pub(crate) fn write(options: &Options) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_into(folder.path(), options);
    folder
}

/// Writes the briefs into a folder.
pub(crate) fn write_into(folder: &Path, options: &Options) {
    for (name, text) in generate::files(options) {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

/// All of a folder and nothing else.
pub(crate) fn all_of(folder: &Path) -> LoadRequest {
    let limits = Limits {
        file: 1 << 30,
        total: 1 << 34,
        files: 1 << 20,
        depth: 4,
        records: usize::MAX,
        references: usize::MAX,
    };
    LoadRequest { paths: vec![folder.to_owned()], limits, ..LoadRequest::default() }
}
