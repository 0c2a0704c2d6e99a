//! The bodies of the targets: bytes from nowhere go in, and what must hold is asserted. `cargo test` runs
//! them over the corpus (`tests/fuzz_corpus.rs`), `fuzz/run` over whatever it can think of.

use attache::app::App;
use attache::brief::{decode, format, read, read_registry};
use attache::config::{Environment, Theme, load};
use attache::diag::Sources;
use attache::diag::render::{Format, render as print};
use attache::keymap::Chord;
use attache::library::load::{LoadRequest, load as load_briefs};
use attache::library::seal::{Manifest, SealedSet, Trust, TrustedKey};
use attache::library::{Collection, Library};
use attache::reader::Reader;
use attache::runtime::Application;
use attache::search::{Index, Searcher};
use attache::state::Store;
use attache::term::Input;
use attache::term::decode::Decoder;
use attache::text::{allowed_cell, clean as clean_text, clean_line, clusters};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::ffi::OsString;
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// What is on the screen or in the output is what may be there.
fn assert_clean(text: &str) {
    for line in text.split('\n') {
        for (_, cluster) in clusters(line) {
            assert!(allowed_cell(cluster), "{cluster:?}");
        }
    }
}

/// A library of one brief, and all that is found in it.
fn library(text: &str) -> Library {
    let mut sources = Sources::default();
    let id = sources.add("fuzz.toml".into(), text);
    let brief = read(&sources, id);
    let briefs = Vec::from_iter(Some(brief.value).filter(|document| document.brief.is_some()));
    let collection = Collection { registry: Vec::new(), briefs, is_builtin: false };
    Library::new(vec![collection], sources, brief.diagnostics, Vec::new())
}

/// Reads a brief and a registry, ties everything together, prints every finding, lays it out.
pub(crate) fn brief(data: &[u8]) {
    let Ok(text) = decode(data) else { return };
    let library = library(text);
    for shape in [Format::Human, Format::Short, Format::Json] {
        assert_clean(print(shape, library.sources(), library.findings()).as_str());
    }
    for (id, _) in library.items() {
        assert_clean(library.full_title(id).as_str());
        assert!(library.title(id).as_str().chars().count() <= 301);
    }
    let mut sources = Sources::default();
    let registry = sources.add("_registry/fuzz.toml".into(), text);
    drop(read_registry(&sources, registry));
    if let Ok(laid_out) = format(text) {
        assert_eq!(format(&laid_out).ok().as_ref(), Some(&laid_out), "laid out once and for all");
    }
}

/// Cleans a text: only what may be shown is left, and cleaning it again changes nothing.
pub(crate) fn clean(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut altered = 0;
    let cleaned = clean_text(&text, |_| altered += 1);
    assert_clean(cleaned.as_str());
    assert_eq!(clean_text(cleaned.as_str(), |_| {}).as_str(), cleaned.as_str());
    assert!(!clean_line(&text, |_| {}).as_str().contains('\n'));
    for marker in cleaned.markers() {
        assert!(cleaned.as_str().get(marker.clone()).is_some_and(|marker| marker.starts_with('<')));
    }
}

/// The briefs inside the program, ready for a search.
static BUILT_IN: LazyLock<(Library, Index)> = LazyLock::new(|| {
    let library = load_briefs(&LoadRequest { builtin: true, ..LoadRequest::default() });
    let index = Index::new(&library);
    (library, index)
});

/// Searches letter by letter: what follows the first line is a text that is searched beside the briefs.
pub(crate) fn search(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (query, text) = text.split_once('\n').unwrap_or((&text, ""));
    let query: String = query.chars().take(64).collect();
    let escaped: String = text.chars().flat_map(char::escape_unicode).take(40_000).collect();
    let escaped = escaped.replace("\\u{", "\\U").replace('}', "");
    let escaped = padded(&escaped);
    let own = library(&format!(
        "schema = 2\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n[[event]]\nid = \"e\"\n\
         title = \"E\"\nwhen = \"2022\"\ntype = \"other\"\nsummary = \"{escaped}\"\n"
    ));
    let index = Index::new(&own);
    let (built_in, built_in_index) = &*BUILT_IN;
    for (library, index) in [(&own, &index), (built_in, built_in_index)] {
        let mut searcher = Searcher::default();
        for (end, _) in query.char_indices().chain([(query.len(), ' ')]) {
            let typed = query.get(..end).unwrap_or_default();
            let mut found = searcher.search(index, library, typed, 20);
            searcher.explain(index, library, &mut found.hits);
            assert!(found.hits.len() <= 20 && found.hits.len() <= found.total);
            for hit in &found.hits {
                assert_clean(hit.matched.as_str());
                let title = library.title(hit.item);
                for mark in &hit.marks {
                    assert!(title.as_str().get(mark.clone()).is_some(), "{mark:?} of {title:?}");
                }
            }
            assert_clean(found.note.unwrap_or_default().as_str());
        }
    }
}

/// Escapes of TOML with all their eight digits.
fn padded(escaped: &str) -> String {
    let digits = escaped.split("\\U").skip(1);
    digits.map(|digits| format!("\\U{digits:0>8}")).collect::<Vec<_>>().concat()
}

/// Draws a brief on a screen of the first two bytes' size after the keys of the first line.
pub(crate) fn render(data: &[u8]) {
    let [width, height, rest @ ..] = data else { return };
    let cut = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let (keys, text) = rest.split_at(cut);
    let Ok(text) = decode(text) else { return };
    let library = Arc::new(library(text));
    let index = Arc::new(Index::new(&library));
    let (width, height) = (u16::from(*width).max(1), u16::from(*height % 80).max(1));
    let Ok(theme) = Theme::built_in("terminal") else { return };
    let mut reader = Reader::of(App::new(library, index, width, height), theme, false);
    let Ok(mut screen) = Terminal::new(TestBackend::new(width, height));
    let mut inputs = Vec::new();
    let mut decoder = Decoder::default();
    decoder.advance(keys.get(..keys.len().min(48)).unwrap_or_default(), &mut inputs);
    decoder.pause(&mut inputs);
    if let Some(enter) = Chord::parse("enter") {
        inputs.insert(0, Input::Key(enter));
    }
    for input in inputs {
        let _ = reader.input(input);
        let Ok(_) = screen.draw(|frame| reader.draw(frame));
        for cell in screen.backend().buffer().content() {
            // The program's own sign between texts that run from right to left.
            assert!(
                cell.symbol() == "\u{2800}" || allowed_cell(cell.symbol()),
                "{:?}",
                cell.symbol()
            );
        }
    }
}

/// Files of the user: the options, the keys, a theme, the state and the bookmarks.
pub(crate) fn settings(data: &[u8]) {
    let Ok(folder) = tempfile::tempdir() else { return };
    let place = |name: &str| folder.path().join(name);
    for name in ["config.toml", "keys.toml", "themes/fuzz.toml", "state.json", "bookmarks.json"] {
        let path = place("attache").join(name);
        if path.parent().is_some_and(|parent| std::fs::create_dir_all(parent).is_err())
            || std::fs::write(path, data).is_err()
        {
            return;
        }
    }
    let environment = everything_in(folder.path());
    let loaded = load(&environment, None);
    assert_clean(print(Format::Human, &loaded.sources, &loaded.findings).as_str());
    if let Some(store) = Store::open(&environment, true) {
        let memory = store.memory(&["b".to_owned()]);
        assert_clean(store.notice().unwrap_or_default().as_str());
        drop(memory);
    }
}

/// An environment whose folders are all the same one.
fn everything_in(folder: &Path) -> Environment {
    let folder: OsString = folder.into();
    Environment::from_lookup(|name| {
        let is_folder =
            matches!(name, "HOME" | "XDG_CONFIG_HOME" | "XDG_STATE_HOME" | "XDG_DATA_HOME");
        is_folder.then(|| folder.clone())
    })
}

/// A list of a set, its signature and a key, apart by NUL.
pub(crate) fn seal(data: &[u8]) {
    let mut parts = data.split(|byte| *byte == 0);
    let [list, signature, key] = [(); 3].map(|()| parts.next().unwrap_or_default());
    let [signature, key] = [signature, key].map(String::from_utf8_lossy);
    let keys = Vec::from_iter(TrustedKey::read("fuzz", &key).ok());
    for key in &keys {
        assert_clean(key.fingerprint().as_str());
    }
    let trust = Trust { keys, ..Trust::default() };
    let set = SealedSet::judge("MANIFEST.sha256".into(), (list, Some(&signature)), &trust);
    assert_clean(set.words().as_str());
    assert_clean(set.name().as_str());
    if let Ok(manifest) = Manifest::parse(&String::from_utf8_lossy(list)) {
        for path in manifest.files.keys() {
            assert!(!path.starts_with('/') && path.split('/').all(|part| part != ".."), "{path:?}");
            let _ = set.look_at(path, data);
        }
        let again = Manifest::parse(&manifest.text());
        // A hidden character in the name of a set is written as its marker, which is text when it is read.
        let again = again.map(|again| Manifest { name: manifest.name.clone(), ..again });
        assert_eq!(again.ok().as_ref(), Some(&manifest), "what is written is what is read");
    }
}
