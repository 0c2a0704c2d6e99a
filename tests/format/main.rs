//! What `attache fmt` promises: the one layout is reached at once, nothing that is said changes, and
//! every comment stays where it belongs.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test cuts texts at places that it found, and fails loudly"
)]

#[cfg(test)]
mod mangle;
#[cfg(test)]
#[path = "../support/random.rs"]
mod random;

use attache::brief::{self, format};
use attache::diag::{Code, Sources};
use mangle::{Mangled, mangle};
use proptest::prelude::*;
use random::Random;
use std::path::{Path, PathBuf};

/// Whether something in a file is read as something else than what it is in TOML.
fn is_hindered(text: &str) -> bool {
    let mut sources = Sources::default();
    let source = sources.add("hindered.toml".into(), text);
    let read = brief::read(&sources, source);
    read.diagnostics.iter().any(|found| brief::hinders_layout(found, text))
}

/// What a file comes to, without the places in it.
fn meaning(text: &str) -> (String, Vec<Code>) {
    let mut sources = Sources::default();
    let text = brief::decode(text.as_bytes()).unwrap();
    let source = sources.add("meaning.toml".into(), text);
    let read = if text.contains("[brief]") || text.contains("brief") {
        brief::read(&sources, source)
    } else {
        brief::read_registry(&sources, source)
    };
    let mut codes: Vec<Code> = read.diagnostics.iter().map(|found| found.code).collect();
    codes.sort_unstable();
    (without_places(&format!("{:#?}", read.value)), codes)
}

/// The lines of a document that say something else than where it stands.
fn without_places(document: &str) -> String {
    let is_place = |line: &&str| {
        let line = line.trim_start();
        ["range: ", "line: ", "written: "].iter().any(|place| line.starts_with(place))
    };
    document.lines().filter(|line| !is_place(line)).collect::<Vec<_>>().join("\n")
}

/// The text in its layout, found to be stable and to say the same.
#[track_caller]
fn formatted(text: &str) -> String {
    let made = format(text).unwrap();
    assert_eq!(format(&made).as_ref(), Ok(&made), "not stable, of\n{text}");
    assert_eq!(meaning(&made), meaning(text), "of\n{text}\nwas made\n{made}");
    made
}

fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn every_brief_says_the_same_in_its_layout() {
    for folder in ["briefs", "briefs/_registry", "examples", "tests/briefs/good"] {
        for (_, text) in files(folder) {
            formatted(&text);
            let windows = formatted(&text.replace('\n', "\r\n"));
            assert_eq!(windows.matches('\n').count(), windows.matches("\r\n").count());
        }
    }
}

#[test]
fn a_brief_with_faults_says_the_same_or_is_left_alone() {
    let mut laid_out = 0;
    for (path, text) in files("tests/briefs/bad") {
        let (_, codes) = meaning(&text);
        match format(&text) {
            Ok(_) if is_hindered(&text) => {}
            Ok(_) => {
                formatted(&text);
                laid_out += 1;
            }
            Err(error) => {
                let told = codes
                    .iter()
                    .any(|code| matches!(code, Code::E001 | Code::E002 | Code::E004 | Code::E011));
                assert!(told, "{}: {}", path.display(), error.message);
            }
        }
    }
    assert!(laid_out > 30, "{laid_out}");
}

/// Every comment once, that of a line on the line of its key, and that of a key above it.
fn comments_stay(Mangled { text, comments }: &Mangled, made: &str) {
    for comment in comments {
        assert_eq!(made.matches(comment.as_str()).count(), 1, "{comment}\n{text}\n{made}");
        if let Some((_, key)) = comment.split_once(" at the key ") {
            let below = made.split_once(comment.as_str()).unwrap().1;
            let mut below = below.lines().map(str::trim).skip(1);
            let next = below.find(|line| !line.starts_with('#')).unwrap();
            // What stands first in a file may be about the file.
            let above = text.split_once(comment.as_str()).unwrap().0;
            let is_opening = above
                .trim_start_matches('\u{feff}')
                .lines()
                .all(|line| line.trim().is_empty() || line.contains('#'));
            let stays = next.starts_with(key.strip_suffix(" \"[").unwrap()) || is_opening;
            assert!(stays, "`{comment}` is above `{next}` in\n{made}\nof\n{text}");
        }
        let Some((_, key)) = comment.split_once(" at the line of ") else { continue };
        let key = key.strip_suffix(" \"[").unwrap();
        let before = &made[..made.find(comment.as_str()).unwrap()];
        // From the line that begins with the key to the comment there is that key and nothing else.
        let lines = before.match_indices('\n').map(|(at, _)| at + 1).chain([0]);
        let of_key = lines.map(|at| before[at..].trim_start_matches(['\u{feff}', ' ']));
        let alone = |part: &str| toml::from_str::<toml::Table>(part).is_ok_and(|it| it.len() == 1);
        let mut own = of_key.filter(|part| part.starts_with(key));
        assert!(own.any(alone), "`{comment}` is elsewhere in\n{made}\nof\n{text}");
    }
}

fn bases() -> Vec<toml::Table> {
    let mut files = files("tests/briefs/good");
    files.extend(
        self::files("briefs/_registry")
            .into_iter()
            .filter(|(path, _)| path.ends_with("places.toml")),
    );
    files.iter().map(|(_, text)| toml::from_str(text).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_brief_in_any_hand_says_the_same_in_its_layout(seed in 1..u64::MAX) {
        let bases = bases();
        let mut random = Random(seed);
        let base = &bases[random.below(bases.len())];
        let mangled = mangle(base, &mut random);
        let made = formatted(&mangled.text);
        comments_stay(&mangled, &made);
    }

    #[test]
    fn one_edit_of_a_brief_leaves_it_stable_or_is_refused(
        seed in 1..u64::MAX,
        edit in prop::sample::select(vec![
            "\n", "#", "# x\n", "\"", "[", "]", "{", "}", ",", "=", ".", " ", "\r\n", "'", "\\", "[[event]]\n",
            "[x-a]\n", "x-b = 1\n", "\"\"\"", "\n\n\n", "inf", "nan", "[event.roles]\n", "[[claim]]\n", "[[note]]\n", "[event]\n", "id = \"black-reward-post\"\n",
        ]),
    ) {
        let files = files("tests/briefs/good");
        let mut random = Random(seed);
        let (_, text) = &files[random.below(files.len())];
        let mut at = random.below(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let edited = [&text[..at], edit, &text[at..]].concat();
        if format(&edited).is_ok() && !is_hindered(&edited) {
            formatted(&edited);
        }
    }
}

#[test]
fn the_built_in_briefs_in_other_hands_say_the_same() {
    for (at, (_, text)) in files("briefs").into_iter().enumerate() {
        let table: toml::Table = toml::from_str(&text).unwrap();
        let mangled = mangle(&table, &mut Random(u64::try_from(at).unwrap() + 7));
        comments_stay(&mangled, &formatted(&mangled.text));
    }
}

/// Right below its event a key of the event among its roles is read as the event's: moved there it would be
/// read so for the first time.
#[test]
fn a_key_of_an_event_among_roles_that_a_layout_would_move_is_left_there() {
    let claim = "[[event.claim]]\nid = \"c\"\ntext = \"C\"\n";
    let roles = "[event.roles]\ntarget = [\"a\"]\n";
    let brief = |parts: [&str; 3]| {
        let head = "schema = 2\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n[actor.a]\nname = \"A\"\n\
                    [source.s]\ntitle = \"S\"\n[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\n";
        [head, &parts.concat()].concat()
    };
    let moved = brief([claim, roles, ""]);
    assert!(!is_hindered(&moved));
    formatted(&moved);
    for key in ["cite = [\"s\"]\n", "places = [\"p\"]\n"] {
        let refused = format(&brief([claim, roles, key])).unwrap_err();
        assert!(refused.message.as_str().contains("read as something else"), "{key}");
        let stays = brief([roles, key, claim]);
        assert!(!is_hindered(&stays), "{key}");
        formatted(&stays);
    }
}

/// TOML gives `[event.roles]` to the last event, whatever stands between. Right below the event's own keys
/// its `cite` would be read as the event's.
#[test]
fn a_header_that_would_be_read_as_something_else_at_its_place_is_left_alone() {
    let event = "[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n\n[[event]]\nid = \"e\"\ntitle = \"E\"\n\
                 when = \"2022\"\ntype = \"cyber\"\n";
    let claim = "[[event.claim]]\nid = \"c\"\ntext = \"C\"\n";
    let roles = "[event.roles] # who\ncite = [\"s\"]\nvictim = [\"a\"]\n";
    for mark in ["", "\u{feff}"] {
        let text = [mark, event, claim, roles].concat();
        let refused = format(&text).unwrap_err();
        assert!(refused.message.as_str().contains("read as something else"), "{}", refused.message);
        assert_eq!(&text[refused.range], "[event.roles]");
    }
    // A marking that no record has taken marks the one above it.
    let marked = "[actor.a]\nname = \"A\"\nkind = \"group\"\n\n[actor.b]\nname = \"B\"\nkind = \"group\"\n\n\
                  [actor.a.names]\ntlp = \"RED\"\n";
    let text = [event, marked].concat();
    assert_eq!(&text[format(&text).unwrap_err().range], "[actor.a.names]");
    formatted(&[event, roles, claim].concat());
    formatted(&[event, claim, &roles.replace("cite = [\"s\"]\n", "")].concat());
}
