//! The default keys, and how contexts and layouts decide what keys mean.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

fn chords(notation: &str) -> Vec<Chord> {
    Sequence::read(notation).expect(notation).chords().to_vec()
}

fn keymap(bindings: &[(Context, &str, Action)]) -> Keymap {
    let bound = |(context, keys, action): &(Context, &str, Action)| {
        let sequence = Sequence::read(keys).expect(keys);
        Binding { context: *context, sequence, action: *action }
    };
    Keymap::new(bindings.iter().map(bound).collect())
}

#[test]
fn defaults_can_be_read_and_none_collide_in_one_context() {
    for info in Action::ALL {
        for keys in info.keys {
            assert!(Sequence::read(keys).is_ok(), "{keys} of {}", info.id);
        }
    }
    let keymap = Keymap::default();
    let bindings = keymap.bindings();
    for (index, one) in bindings.iter().enumerate() {
        for other in bindings.iter().skip(index + 1).filter(|b| b.context == one.context) {
            assert!(!one.sequence.collides_with(&other.sequence), "{one:?} and {other:?}");
        }
    }
}

/// Bar: every action is two keys away at the most.
#[test]
fn every_action_is_reached_by_default_with_two_keys_at_the_most() {
    let keymap = Keymap::default();
    for info in Action::ALL {
        for context in info.contexts {
            let keys = keymap.keys_of(*context, info.action);
            let shortest = keys.iter().map(|keys| keys.chords().len()).min();
            assert!(shortest.is_some_and(|keys| keys <= 2), "{} in {context:?}", info.id);
            for keys in keys {
                let resolution = keymap.resolve(*context, keys.chords());
                assert_eq!(resolution, Resolution::Action(info.action), "{keys} in {context:?}");
            }
        }
    }
}

#[test]
fn no_default_swallows_what_is_typed_as_text() {
    for binding in Keymap::default().bindings() {
        let first = binding.sequence.chords().first().copied().expect("not empty");
        assert!(
            first.typed().is_none() || !binding.context.is_around_text(),
            "{binding:?} could not be typed"
        );
    }
}

#[test]
fn inner_context_wins_and_prefix_waits() {
    let keymap = Keymap::default();
    let leave = chords("q");
    assert_eq!(keymap.resolve(Context::Panes, &leave), Resolution::Action(Action::Quit));
    assert_eq!(keymap.resolve(Context::Copy, &leave), Resolution::Action(Action::LeaveCopy));
    // Tab goes round the panes, from the reader too.
    let next_pane = Resolution::Action(Action::NextPane);
    for context in [Context::Panes, Context::Reader] {
        assert_eq!(keymap.resolve(context, &chords("tab")), next_pane, "{context:?}");
    }
    assert_eq!(keymap.resolve(Context::Reader, &chords("g")), Resolution::Pending);
    let first = Resolution::Action(Action::First);
    assert_eq!(keymap.resolve(Context::Reader, &chords("g g")), first);
    assert_eq!(keymap.resolve(Context::Search, &chords("g")), Resolution::Unbound);
    let g = chords("g");
    assert!(keymap.continuations(Context::Panes, &g).contains(&(g[0], Action::First)));
}

#[test]
fn a_key_further_in_hides_sequences_further_out_and_the_other_way_round() {
    let keymap = keymap(&[
        (Context::Panes, "g g", Action::First),
        (Context::Panes, "y", Action::Zoom),
        (Context::Reader, "g", Action::NextLink),
        (Context::Reader, "y y", Action::PreviousLink),
    ]);
    let next_link = Resolution::Action(Action::NextLink);
    assert_eq!(keymap.resolve(Context::Reader, &chords("g")), next_link);
    assert_eq!(keymap.resolve(Context::Panes, &chords("g")), Resolution::Pending);
    assert_eq!(keymap.resolve(Context::Reader, &chords("y")), Resolution::Pending);
    let zoom = Resolution::Action(Action::Zoom);
    assert_eq!(keymap.resolve(Context::Panes, &chords("y")), zoom);
}

#[test]
fn sequences_of_two_contexts_that_begin_alike_go_on_together() {
    let keymap = keymap(&[
        (Context::Panes, "g g", Action::First),
        (Context::Panes, "g h", Action::Back),
        (Context::Panes, "g i j", Action::Zoom),
        (Context::Reader, "g h", Action::NextLink),
        (Context::Reader, "g i", Action::Forward),
    ]);
    let typed = chords("g");
    assert_eq!(keymap.resolve(Context::Reader, &typed), Resolution::Pending);
    let first = Resolution::Action(Action::First);
    assert_eq!(keymap.resolve(Context::Reader, &chords("g g")), first);
    let shown = keymap.continuations(Context::Reader, &typed);
    let shown: Vec<(String, Action)> =
        shown.into_iter().map(|(chord, action)| (chord.notation(), action)).collect();
    assert_eq!(
        shown,
        [
            ("h".to_owned(), Action::NextLink),
            ("i".to_owned(), Action::Forward),
            ("g".to_owned(), Action::First),
        ]
    );
}

/// What of the default keys cannot be typed on a layout without switching it, by the list that users
/// are told. A key here that is not bound by default is of no concern.
const OUT_OF_REACH: &[(Keyboard, &[&str])] = &[
    // The key of `q` types a slash, that of `w` an apostrophe.
    (Keyboard::Hebrew, &["q", "w"]),
    (Keyboard::Persian, &["O"]),
    (Keyboard::Arabic, &["L", "D", "V"]),
    // The key of the bar types a slash; the settings have what it does.
    (Keyboard::Russian, &["|"]),
    // The slash needs AltGr; Ctrl-F searches too.
    (Keyboard::Ukrainian, &["/"]),
    // The keys of `q` and `]` type a comma and a semicolon.
    (Keyboard::Bulgarian, &["q", "]"]),
    (Keyboard::Greek, &["q", "Q"]),
    // The key of `4` types a comma.
    (Keyboard::Armenian, &["4"]),
];

/// The single keys with a character that the panes use by default.
fn characters_bound() -> BTreeMap<char, Action> {
    let panes = [Context::Panes, Context::Reader, Context::Everywhere];
    let keymap = Keymap::default();
    let bound = keymap.bindings().iter().filter(|binding| panes.contains(&binding.context));
    bound
        .flat_map(|b| b.sequence.chords().iter().map(|chord| (*chord, b.action)))
        .filter_map(|(chord, action)| Some((chord.typed()?, action)))
        .collect()
}

/// What the keys of a layout come to, key by key, with and without shift.
fn understood(keyboard: Keyboard) -> BTreeSet<char> {
    keyboard.pairs().map(|(written, _)| us_key(written, Some(keyboard))).chain([' ']).collect()
}

#[test]
fn default_keys_are_in_reach_on_every_layout_but_those_listed() {
    for keyboard in Keyboard::ALL {
        let understood = understood(*keyboard);
        let bound = characters_bound();
        let out: BTreeSet<String> = bound
            .keys()
            .filter(|character| !understood.contains(character))
            .map(char::to_string)
            .collect();
        let listed = OUT_OF_REACH.iter().find(|(listed, _)| listed == keyboard);
        let listed: BTreeSet<String> = listed
            .iter()
            .flat_map(|(_, keys)| keys.iter())
            .filter(|key| key.chars().all(|character| bound.contains_key(&character)))
            .map(|key| (*key).to_owned())
            .collect();
        assert_eq!(out, listed, "{keyboard:?}");
    }
}

#[test]
fn what_arrives_from_any_layout_does_what_the_key_at_its_place_does() {
    for keyboard in Keyboard::ALL {
        let keymap = Keymap::default().on(Some(*keyboard));
        let mut acted = 0;
        for (written, _) in keyboard.pairs() {
            let arrived = Chord::plain(Key::Char(written));
            let us = Chord::plain(Key::Char(us_key(written, Some(*keyboard))));
            let does = |chord| keymap.resolve(Context::Panes, &[chord]);
            let meant = keymap.meant(Context::Panes, &[], arrived);
            assert_eq!(does(meant), does(us), "{keyboard:?} {written:?}");
            acted += usize::from(does(meant) != Resolution::Unbound);
            let raw = keymap.meant(Context::Search, &[], arrived);
            assert_eq!(raw, arrived, "text stays what was typed");
        }
        assert!(acted > 15, "{keyboard:?} reaches {acted} keys");
    }
}

#[test]
fn sequences_can_be_typed_in_another_script_and_bound_letters_are_themselves() {
    let keymap = keymap(&[
        (Context::Panes, "g g", Action::First),
        (Context::Panes, "ж", Action::Zoom),
        (Context::Search, "ctrl-w", Action::EraseWord),
    ]);
    let typed = |character| Chord::plain(Key::Char(character));
    let g = keymap.meant(Context::Panes, &[], typed('п'));
    assert_eq!(g, typed('g'));
    assert_eq!(keymap.meant(Context::Panes, &[g], typed('п')), typed('g'));
    assert_eq!(keymap.meant(Context::Panes, &[], typed('ж')), typed('ж'));
    assert_eq!(keymap.meant(Context::Panes, &[], typed('ы')), typed('ы'), "`s` is not bound");
    let ctrl = Chord { ctrl: true, ..typed('ц') };
    let meant = keymap.meant(Context::Search, &[], ctrl);
    assert_eq!(meant, Chord { ctrl: true, ..typed('w') }, "a control key types no text");
}
