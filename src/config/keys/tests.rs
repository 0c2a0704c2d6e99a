//! `keys.toml`: what it binds, and what stays as it was.

use super::*;
use crate::config::keys_toml;
use crate::diag::{Diagnostic, Severity, Sources};
use crate::keymap::Resolution;
use std::fmt::Write as _;

struct Read {
    keymap: Keymap,
    found: Vec<Diagnostic>,
    sources: Sources,
    origins: KeyOrigins,
}

fn read_text(text: &str) -> Read {
    let mut sources = Sources::default();
    let source = sources.add("keys.toml".into(), text);
    let mut reading = Reading::new(&sources, source);
    let (keymap, origins) = read(&mut reading);
    let found = reading.found;
    Read { keymap, found, sources, origins }
}

fn does(read: &Read, context: Context, keys: &str) -> Option<Action> {
    match read.keymap.resolve(context, Sequence::read(keys).expect(keys).chords()) {
        Resolution::Action(action) => Some(action),
        Resolution::Pending | Resolution::Unbound => None,
    }
}

fn codes(read: &Read) -> Vec<&'static str> {
    read.found.iter().map(|found| found.code.id()).collect()
}

#[test]
fn an_empty_file_leaves_every_default() {
    let read = read_text("");
    assert_eq!(read.found, []);
    assert_eq!(read.keymap, Keymap::default());
    assert_eq!(read.origins, defaults().1);
}

#[test]
fn the_keys_of_a_file_replace_the_defaults_of_their_action_only() {
    let read = read_text("[keys]\nzoom = [\"f6\", \"Ctrl-T\"]\n");
    assert_eq!(read.found, []);
    assert_eq!(does(&read, Context::Panes, "f6"), Some(Action::Zoom));
    assert_eq!(does(&read, Context::Reader, "ctrl-t"), Some(Action::Zoom));
    assert_eq!(does(&read, Context::Panes, "z"), None);
    assert_eq!(does(&read, Context::Panes, "j"), Some(Action::Next));
    let places = read.origins.spans().iter().flatten();
    let places: Vec<_> = places.map(|span| read.sources.place(span.source, span.start())).collect();
    let places: Vec<(usize, usize)> = places.iter().map(|p| (p.line, p.column)).collect();
    assert_eq!(places, [(2, 9), (2, 15)]);
}

#[test]
fn one_context_can_have_keys_of_its_own() {
    let text = "[keys]\nerase-word = [\"alt-b\"]\n[in.prompt]\nerase-word = [\"f7\"]\n";
    let read = read_text(text);
    assert_eq!(read.found, []);
    assert_eq!(does(&read, Context::Search, "alt-b"), Some(Action::EraseWord));
    assert_eq!(does(&read, Context::Prompt, "f7"), Some(Action::EraseWord));
    assert_eq!(does(&read, Context::Prompt, "alt-b"), None);
    let read = read_text("[in.reader]\nnext = [\"f7\"]\n");
    assert_eq!(read.found, []);
    assert_eq!(does(&read, Context::Reader, "f7"), Some(Action::Next));
    assert_eq!(does(&read, Context::Reader, "j"), Some(Action::Next), "that of the panes");
    assert_eq!(does(&read, Context::Panes, "f7"), None);
}

/// Bar: every action has a name by which it can be bound, in all of its contexts.
#[test]
fn every_action_can_be_bound_by_its_name() {
    for info in Action::ALL {
        let read = read_text(&format!("[keys]\n{} = [\"f19\"]\n", info.id));
        assert_eq!(read.found, [], "{}", info.id);
        for context in info.contexts {
            assert_eq!(does(&read, *context, "f19"), Some(info.action), "{}", info.id);
            let keys = read.keymap.keys_of(*context, info.action);
            let replaced = keys.iter().all(|keys| matches!(&*keys.notation(), "f19" | "ctrl-c"));
            assert!(replaced, "{} in {context:?}: {keys:?}", info.id);
        }
    }
}

#[test]
fn a_key_of_the_file_is_taken_from_a_default() {
    let read = read_text("[keys]\nnext = [\"k\"]\n");
    assert_eq!(read.found, []);
    assert_eq!(does(&read, Context::Panes, "k"), Some(Action::Next));
    assert_eq!(does(&read, Context::Panes, "up"), Some(Action::Previous));
}

#[test]
fn an_action_that_loses_its_last_key_is_told_of() {
    let read = read_text("[keys]\nnext = [\"z\"]\n");
    assert_eq!(codes(&read), ["W310"]);
    assert!(read.found[0].message.as_str().contains("`zoom` has no key any more: `z` is `next`"));
    assert_eq!(does(&read, Context::Panes, "z"), Some(Action::Next));
    // A single key takes the default sequences that begin with it.
    let read = read_text("[keys]\nfirst = [\"home\"]\nnext = [\"g\"]\n");
    assert_eq!(does(&read, Context::Panes, "g"), Some(Action::Next));
}

#[test]
fn of_two_keys_of_the_file_that_collide_the_first_stays() {
    let read =
        read_text("[keys]\nzoom = [\"f12\"]\nopen = [\"f12\", \"f8\"]\nback = [\"f12 y\"]\n");
    assert_eq!(codes(&read), ["E312", "E313"]);
    assert_eq!(does(&read, Context::Panes, "f12"), Some(Action::Zoom));
    assert_eq!(does(&read, Context::Panes, "f8"), Some(Action::Open));
    assert_eq!(does(&read, Context::Panes, "H"), Some(Action::Back), "its default");
    let (span, _) = &read.found[0].related[0];
    assert_eq!(read.sources.place(span.source, span.start()).line, 2);
}

#[test]
fn bad_keys_keep_the_defaults_of_their_action() {
    let read = read_text("[keys]\nzoom = [\"hyper-z\"]\nopen = \"o\"\nback = []\n");
    assert_eq!(codes(&read), ["E311", "E302", "W310"]);
    assert_eq!(read.keymap, Keymap::default());
}

#[test]
fn text_can_always_be_typed_and_ctrl_c_always_ends() {
    let read = read_text("[keys]\nnext-result = [\"n\", \"f9\"]\nopen = [\"ctrl-c\"]\n");
    assert_eq!(codes(&read), ["E314", "E314"]);
    assert_eq!(does(&read, Context::Search, "n"), None);
    assert_eq!(does(&read, Context::Search, "f9"), Some(Action::NextResult));
    assert_eq!(does(&read, Context::Panes, "ctrl-c"), Some(Action::QuitNow));
    let read = read_text("[keys]\nquit-now = [\"f10\"]\ncancel = [\"x\"]\n");
    assert_eq!(codes(&read), ["E314"]);
    assert_eq!(does(&read, Context::Search, "f10"), Some(Action::QuitNow));
    assert_eq!(does(&read, Context::Search, "ctrl-c"), Some(Action::QuitNow));
    assert_eq!(does(&read, Context::Search, "esc"), Some(Action::Cancel));
}

#[test]
fn what_was_meant_is_said() {
    for (text, help) in [
        ("[keys]\nzom = [\"z\"]", "did you mean `zoom`?"),
        ("[kyes]\nzoom = [\"z\"]", "write `[keys]`"),
        ("zoom = [\"z\"]", "actions stand in the table `[keys]`"),
        ("[reader]\nzoom = [\"z\"]", "write `[in.reader]`"),
        ("[in.raeder]\nzoom = [\"z\"]", "did you mean `reader`?"),
        ("[in.search]\nzoom = [\"f5\"]", "it is used in `panes`"),
        ("[in]\nreader = 3", "write `[in.reader]`"),
        ("[keys]\nzoom = [\"ctl-z\"]", "did you mean `ctrl-z`?"),
        ("[keys]\nzoom = [\"ctrl+t\"]", "did you mean `ctrl-t`?"),
        ("[keys]\nzoom = [\"return\"]", "did you mean `enter`?"),
        ("[keys]\nzoom = [\"escape\"]", "did you mean `esc`?"),
        ("[keys]\nzoom = [\"page-up\"]", "did you mean `pageup`?"),
        ("[keys]\nzoom = [\"shift-z\"]", "write `Z`"),
        ("[keys]\nzoom = [\"ctrl-i\"]", "write `tab`, or another key"),
        ("[keys]\nzoom = [\"\"]", "write a key as"),
        ("[keys]\nzoom = [3]", "write `zoom = [\"z\"]`"),
        ("[keys]\nzoom = \"x\"", "write `zoom = [\"x\"]`"),
        ("[keys]\nzoom = [\"a b c d e\"]", "at most four keys"),
    ] {
        let read = read_text(text);
        assert_eq!(read.found.len(), 1, "{text}: {:?}", read.found);
        let said = read.found[0].help.clone().unwrap_or_default();
        assert!(said.as_str().contains(help), "{text}: {said}");
        assert_eq!(read.keymap, Keymap::default(), "{text}");
    }
}

#[test]
fn printed_keys_read_as_the_same_keymap() {
    for text in [
        "",
        "[keys]\nnext = [\"ctrl-n\", \"g n\"]\n[in.prompt]\nerase-word = [\"f7\"]\n[in.reader]\nzoom = [\"Z\"]",
        "[keys]\nhelp = [\"\\\"\", \"\\\\\"]\n",
    ] {
        let first = read_text(text);
        assert_eq!(first.found, [], "{text}");
        let printed = keys_toml(&first.keymap);
        let second = read_text(printed.as_str());
        assert_eq!(second.found, [], "{printed}");
        assert_eq!(second.keymap, first.keymap, "{printed}");
    }
}

/// Whatever a file says, no two bindings of a context collide, text can be typed, and Ctrl-C ends.
#[test]
fn any_keys_make_a_sound_keymap() {
    use proptest::prelude::*;
    use proptest::test_runner::RngAlgorithm;
    let id = proptest::sample::select(Action::ALL.iter().map(|info| info.id).collect::<Vec<_>>());
    let key = proptest::sample::select(vec![
        "j", "g", "g g", "g h", "esc", "ctrl-c", "tab", "x y", "x", "up", "q", "", "shift-a", "é",
    ]);
    let table = proptest::sample::select(vec!["keys", "in.panes", "in.search", "in.everywhere"]);
    let entry = (table, id, proptest::collection::vec(key, 0..3));
    let mut runner = proptest::test_runner::TestRunner::new_with_rng(
        ProptestConfig::with_cases(100),
        proptest::test_runner::TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let entries = proptest::collection::vec(entry, 0..8);
    let checked = runner.run(&entries, |entries| {
        let mut text = String::new();
        for wanted in ["keys", "in.panes", "in.search", "in.everywhere"] {
            writeln!(text, "[{wanted}]").expect("a string");
            for (_, id, keys) in entries.iter().filter(|(table, ..)| *table == wanted) {
                writeln!(text, "{id} = {keys:?}").expect("a string");
            }
        }
        let read = read_text(&text);
        let bindings = read.keymap.bindings();
        prop_assert_eq!(bindings.len(), read.origins.spans().len());
        for (index, one) in bindings.iter().enumerate() {
            for other in bindings.iter().skip(index + 1).filter(|b| b.context == one.context) {
                prop_assert!(!one.sequence.collides_with(&other.sequence), "{}", text);
            }
            let first = one.sequence.chords().first().copied();
            let typed = first.is_some_and(|chord| chord.typed().is_some());
            prop_assert!(!typed || !one.context.is_around_text(), "{:?} {}", one, text);
        }
        for context in Context::ALL {
            prop_assert_eq!(does(&read, *context, "ctrl-c"), Some(Action::QuitNow));
        }
        for info in Action::ALL {
            let has_key = bindings.iter().any(|binding| binding.action == info.action);
            let told = read
                .found
                .iter()
                .any(|found| found.code == Code::W310 && found.message.as_str().contains(info.id));
            prop_assert!(has_key || told, "{} {}", info.id, text);
        }
        prop_assert!(read.found.iter().all(|found| found.severity >= Severity::Warning));
        Ok(())
    });
    checked.expect("sound");
}
