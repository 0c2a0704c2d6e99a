//! What the tests of several rooms share.

use serde::Serialize;
use std::path::Path;

/// What something is packed to.
pub(crate) fn packed(value: &impl Serialize) -> &'static [u8] {
    postcard::to_extend(value, Vec::new()).unwrap().leak()
}

/// A file of `src` that is made by a test holds what is made of it now; `UPDATE_DOCS=1` writes it.
#[track_caller]
pub(crate) fn guard(name: &str, bytes: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, bytes).unwrap();
    }
    let why = "is behind what it is made of; `UPDATE_DOCS=1 cargo test --lib` writes it anew";
    assert!(std::fs::read(&path).unwrap() == bytes, "src/{name} {why}");
}
