//! The walls between the rooms: who may import whom, and which crate is used where.
//! The reasons stand in `docs/ARCHITECTURE.md`.

#![expect(
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test reads the source files and fails loudly"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms that it may import. A room may always import itself.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("diag", &["text"]),
    ("choice", &[]),
    ("brief", &["text", "diag", "choice"]),
    ("library", &["text", "diag", "brief"]),
    ("search", &["text", "library"]),
    ("page", &["text", "choice", "library"]),
    ("action", &[]),
    ("pointer", &[]),
    ("clipboard", &[]),
    ("keymap", &["text", "action"]),
    ("config", &["text", "diag", "choice", "action", "keymap", "clipboard"]),
    (
        "app",
        &[
            "text",
            "diag",
            "choice",
            "library",
            "search",
            "page",
            "action",
            "keymap",
            "pointer",
            "clipboard",
        ],
    ),
    ("state", &["text", "config", "app"]),
    ("ui", &["text", "choice", "library", "search", "page", "action", "keymap", "config", "app"]),
    ("term", &["text", "keymap", "pointer", "clipboard"]),
    ("runtime", &["text", "term", "clipboard"]),
    ("sandbox", &["text"]),
    (
        "reader",
        &[
            "text", "choice", "library", "search", "page", "action", "keymap", "config", "app",
            "ui", "term", "runtime", "state",
        ],
    ),
    (
        "dialogue",
        &["text", "choice", "library", "search", "page", "action", "keymap", "app", "clipboard"],
    ),
    (
        "cli",
        &[
            "text",
            "diag",
            "choice",
            "library",
            "search",
            "page",
            "config",
            "app",
            "ui",
            "term",
            "runtime",
            "sandbox",
            "reader",
            "dialogue",
            "state",
            "clipboard",
        ],
    ),
];

/// Words that stand for something outside and the only places that may say them.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("crossterm::", &["term/"]),
    ("frostem::", &["search/fold/stem.rs"]),
    ("fuzzy_matcher", &["search/terms/fuzzy.rs"]),
    ("toml::", &["brief/", "config/"]),
    ("toml_edit::", &["brief/format/", "brief/toml_text.rs"]),
    ("chrono::", &["brief/date"]),
    ("hipstr::", &["text/display.rs", "diag/source.rs", "brief/", "library/"]),
    ("postcard::", &["library/packed.rs", "library/lazy.rs"]),
    ("directories::", &["config/paths.rs"]),
    ("clap_complete::", &["cli/generate.rs"]),
    ("clap_mangen::", &["cli/generate.rs"]),
    (
        "std::fs",
        &["library/load", "config/file.rs", "config/theme/shelf.rs", "config/trusted.rs", "state/"],
    ),
    ("env::var", &["config/environment.rs"]),
    ("io::stdout", &["term/"]),
    ("io::stderr", &["term/"]),
    ("minisign_verify::", &["library/seal/key.rs"]),
    ("tar::", &["library/load/pack.rs"]),
    ("landlock::", &["sandbox/"]),
    ("seccompiler::", &["sandbox/"]),
    ("libc::", &["sandbox/"]),
    ("rustix::net", &["sandbox/"]),
    ("std::net", &[]),
    ("std::process::Command", &[]),
    ("std::thread", &["runtime.rs", "runtime/closing.rs", "runtime/workers.rs", "term/"]),
    ("std::time", &["runtime.rs", "runtime/closing.rs", "term/", "cli/mod.rs", "cli/screen.rs"]),
    ("ratatui::widgets", &[]),
    ("unsafe ", &[]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("source folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Path below `src` and text without comments and without the tests at the end.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).expect("below src").to_str().expect("UTF-8").to_owned();
        let text = fs::read_to_string(&path).expect("readable");
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        (name, code.collect::<Vec<_>>().join("\n"))
    };
    let is_test = |(name, _): &(String, String)| name.contains("tests");
    paths.into_iter().map(read).filter(|file| !is_test(file)).collect()
}

/// The parts of the page room that may not see each other: a content knows no library to read and no
/// lines, a layout no library and no page of a kind.
const WITHIN_PAGE: &[(&str, &[&str])] = &[
    ("page/content", &["Library", "layout", "Builder"]),
    ("page/layout", &["Library", "Builder", "Record"]),
];

/// The rooms of the search, each of which may import those before it.
const WITHIN_SEARCH: &[&str] = &["fold", "query", "index", "terms", "rank", "explain", "run"];

fn room_of(name: &str) -> &str {
    name.split(['/', '.']).next().unwrap_or_default()
}

/// Rooms that a text imports by `crate::room`, grouped imports included.
fn imports(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let group = group.split('}').next().unwrap_or_default();
            let first = |part: &str| part.trim().split("::").next().unwrap_or_default().to_owned();
            rooms.extend(group.split(',').map(first));
        } else {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            // `crate::text!` is the macro of the text room.
            rooms.push(rest[..end].to_owned());
        }
    }
    rooms
}

#[test]
fn rooms_import_only_what_they_may() {
    let mut wrong = Vec::new();
    for (name, code) in files() {
        let room = room_of(&name);
        if matches!(room, "lib" | "main") {
            continue;
        }
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(known, _)| *known == room) else {
            wrong.push(format!("{name}: the room `{room}` has no row in MAY_IMPORT"));
            continue;
        };
        for import in imports(&code) {
            if import != room && !allowed.contains(&import.as_str()) {
                wrong.push(format!("{name}: `{room}` may not import `{import}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn within_a_page_imports_run_one_way() {
    let mut wrong = Vec::new();
    for (name, code) in files() {
        for (part, strangers) in WITHIN_PAGE.iter().filter(|(part, _)| name.starts_with(part)) {
            for stranger in strangers.iter().filter(|stranger| code.contains(**stranger)) {
                wrong.push(format!("{name}: `{part}` may not know `{stranger}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The files of a room that one of its files imports, as `index/vocabulary`: by `crate::search::` and
/// the names of folder and file.
fn imported_files(code: &str) -> Vec<String> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let rests = code.split("crate::search::").skip(1);
    let path = rests.map(|rest| rest.split(|c| !is_name(c) && c != ':').next().unwrap_or_default());
    path.map(|path| path.split("::").take(2).collect::<Vec<_>>().join("/")).collect()
}

#[test]
fn within_the_search_imports_run_one_way() {
    let mut wrong = Vec::new();
    let rank = |room: &str| WITHIN_SEARCH.iter().position(|known| *known == room);
    for (name, code) in files() {
        let Some(own) = name.strip_prefix("search/").and_then(|rest| rest.split_once('/')) else {
            continue;
        };
        for file in imported_files(&code) {
            let room = file.split('/').next().unwrap_or_default();
            let may = rank(room).zip(rank(own.0)).is_some_and(|(other, own)| other <= own);
            if !may {
                wrong.push(format!("{name}: `{}` may not import `{file}`", own.0));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Takes away, again and again, what imports nothing that is left; a circle stays.
#[test]
fn no_files_of_the_search_import_each_other_in_a_circle() {
    let is_of_search = |name: &str| name.starts_with("search/") && name != "search/mod.rs";
    let own = |name: &str| name.trim_start_matches("search/").trim_end_matches(".rs").to_owned();
    let mut left: Vec<(String, Vec<String>)> = files()
        .into_iter()
        .filter(|(name, _)| is_of_search(name) && !name.ends_with("mod.rs"))
        .map(|(name, code)| (own(&name), imported_files(&code)))
        .collect();
    loop {
        let names: Vec<String> = left.iter().map(|(name, _)| name.clone()).collect();
        let waits = |(name, imports): &(String, Vec<String>)| {
            imports.iter().any(|import| import != name && names.contains(import))
        };
        let before = left.len();
        left.retain(waits);
        if left.len() == before {
            break;
        }
    }
    let names: Vec<&String> = left.iter().map(|(name, _)| name).collect();
    assert!(left.is_empty(), "in a circle, or importing one: {names:?}");
}

#[test]
fn outside_crates_are_used_in_their_place_only() {
    let mut wrong = Vec::new();
    for (name, code) in files() {
        for (word, places) in ONLY_IN {
            let said = code.lines().any(|line| line.contains(word));
            if said && !places.iter().any(|place| name.starts_with(place)) {
                wrong.push(format!("{name} says `{word}`, which belongs in {places:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_check_sees_a_wrong_import() {
    assert_eq!(imports("use crate::library::Library;"), ["library"]);
    assert_eq!(imports("use crate::{brief::Slug, text};"), ["brief", "text"]);
    assert_eq!(imports("crate::text![1]"), ["text"]);
    assert_eq!(imports("$crate::text::join"), Vec::<String>::new());
    let two = "use crate::search::index::bits::Bits;\nuse crate::search::fold::{self, words};";
    assert_eq!(imported_files(two), ["index/bits", "fold/"]);
}

#[test]
fn files_stay_small() {
    for (name, code) in files() {
        let lines = code.lines().count();
        assert!(
            lines <= 600,
            "{name} has {lines} lines of code; split it where a second idea begins"
        );
    }
}

/// Where what stands for something missing need not say why yet.
const DEFAULTS_UNSAID: &[&str] = &["search/"];

/// Whether the statement that a line belongs to has a comment above it.
fn says_why(lines: &[&str], at: usize) -> bool {
    let before = lines.get(..at).unwrap_or_default();
    let is_over = |line: &str| line.ends_with([';', '{', '}']) || line.is_empty();
    let above = before.iter().rev().map(|line| line.trim());
    let mut above = above.skip_while(|line| !line.starts_with("//") && !is_over(line));
    above.next().is_some_and(|line| line.starts_with("// "))
}

#[test]
fn a_default_for_what_is_missing_says_why() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths.sort();
    let mut silent = Vec::new();
    for path in paths {
        let name = path.strip_prefix(&root).expect("below src").to_str().expect("UTF-8").to_owned();
        if name.contains("tests") || DEFAULTS_UNSAID.iter().any(|room| name.starts_with(room)) {
            continue;
        }
        let text = fs::read_to_string(&path).expect("readable");
        let code = text.split("#[cfg(test)]\nmod tests {").next().expect("a first part");
        let lines: Vec<&str> = code.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            if line.contains("unwrap_or_default()") && !says_why(&lines, at) {
                silent.push(format!("{name}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(silent.is_empty(), "say above it why nothing stands for it:\n{}", silent.join("\n"));
}

#[test]
fn the_comment_above_a_statement_is_seen() {
    let said = ["fn a() {", "    // Nothing is written.", "    let a = b", "        .c()", "HERE"];
    assert!(says_why(&said, 4));
    let silent = ["    // Of another one.", "    let x = 1;", "    let a = b", "HERE"];
    assert!(!says_why(&silent, 3));
}
