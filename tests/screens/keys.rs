//! What is said of keys names those in force, never the usual ones.

use crate::stage::{BUILT_IN, Loaded, NOTHING, SMALL, Stage, rows};
use attache::action::{Action, ActionInfo};
use attache::app::{App, Message, Mode};
use attache::keymap::{Binding, Keymap, Sequence};
use std::collections::BTreeSet;

fn sequence(keys: &str) -> Sequence {
    Sequence::parse(keys).expect("the notation names keys")
}

/// The keys that a table gives for each action.
fn keymap<K: AsRef<str>>(keys_of: impl Fn(&ActionInfo) -> Vec<K>) -> Keymap {
    let mut bindings = Vec::new();
    for info in Action::ALL {
        for keys in keys_of(info) {
            let sequence = sequence(keys.as_ref());
            bindings.extend(info.contexts.iter().map(|context| Binding {
                context: *context,
                sequence: sequence.clone(),
                action: info.action,
            }));
        }
    }
    Keymap::new(bindings)
}

/// Every action on two keys with Alt, which are the usual keys of none.
fn all_others() -> Keymap {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).expect("a letter"));
    keymap(|info| {
        let number = info.action as usize;
        vec![format!("alt-{} alt-{}", letter(number / 26), letter(number))]
    })
}

/// A reader with these keys that did these actions, whatever their keys.
fn after(briefs: &Loaded, keymap: &Keymap, actions: &[Action]) -> Stage {
    let mut stage = Stage::new(briefs, (120, 40));
    stage.app_mut().use_keys(keymap.clone());
    for action in actions {
        stage.app_mut().update(Message::Act(*action));
    }
    stage
}

#[test]
fn what_is_said_names_the_keys_in_force_and_none_where_there_is_none() {
    use Action::{
        Bookmarks, Cancel, ClearLenses, Coarser, FocusActors, LessDepth, MoreDepth, NextHit,
        OnlyLinked, Open, Pin, SwapPin, Undo, WhoSays,
    };
    let other: &[(Action, &str)] = &[
        (Pin, "f2"),
        (Action::Search, "f3"),
        (Action::NextLink, "f4"),
        (OnlyLinked, "f5"),
        (Action::FocusTimeline, "f6"),
        (Cancel, "f7"),
        (Action::Quit, "f8"),
        (Action::Bookmark, "f9"),
        (Action::NextGroup, "f10"),
        (LessDepth, "f11"),
    ];
    let other = |action| other.iter().find(|(known, _)| *known == action).map(|(_, keys)| *keys);
    let others = keymap(|info| other(info.action).map_or(info.keys.to_vec(), |keys| vec![keys]));
    let none = keymap(|info| if other(info.action).is_some() { &[] } else { info.keys }.to_vec());
    for (actions, with, without) in [
        (&[SwapPin][..], "nothing is pinned; F2 pins", "nothing is pinned"),
        (&[Pin], "pinned; x changes places, F2 lets go", "pinned; x changes places"),
        (&[NextHit], "no search yet; F3 searches", "no search yet"),
        (&[Open, Open], "no link chosen; F4 chooses the next one", "no link chosen"),
        (
            &[ClearLenses],
            "no lens is in force; F5 keeps what is linked, f keeps what is found",
            "no lens is in force; f keeps what is found",
        ),
        (
            &[OnlyLinked, OnlyLinked],
            "this is the lens already; F7 ends it",
            "this is the lens already",
        ),
        (
            &[FocusActors, Action::Next, WhoSays],
            "who says: choose an event first; F6 goes to the timeline",
            "who says: choose an event first",
        ),
        (
            &[Cancel],
            "nothing to cancel; b shows all briefs, F8 quits",
            "nothing to cancel; b shows all briefs",
        ),
        (
            &[Undo],
            "no change of a bookmark to undo; F9 sets one",
            "no change of a bookmark to undo",
        ),
        (
            &[Coarser],
            "timeline by week; F10 goes on by a week, K goes back by one",
            "timeline by week; K goes back by one",
        ),
        (&[MoreDepth], "this is all there is; F11 shows less", "this is all there is"),
        (&[LessDepth], "the card; F11 shows less, + shows more", "the card; + shows more"),
        (
            &[Bookmarks, Bookmarks],
            "this is it already: Bookmarks; F7 leaves",
            "this is it already: Bookmarks",
        ),
    ] {
        for (keymap, said) in [(&others, with), (&none, without)] {
            let stage = after(&BUILT_IN, keymap, actions);
            let notice = stage.app().notice().map(ToString::to_string);
            assert_eq!(notice.as_deref(), Some(said), "{actions:?}");
        }
    }
}

/// Why each action can do nothing.
fn reasons(app: &App, found: &mut BTreeSet<String>) {
    let why = Action::ALL.iter().filter_map(|info| app.why_not(info.action));
    found.extend(why.map(|why| why.to_string()));
    if let Mode::Chooser(chooser) = app.mode() {
        let why = chooser.all().filter_map(|entry| entry.unavailable.as_ref());
        found.extend(why.map(ToString::to_string));
    }
}

/// What is said after each action, done twice, in each of many situations.
fn all_that_is_said(keymap: &Keymap) -> BTreeSet<String> {
    use Action::{
        Bookmark, Bookmarks, CopyView, Filter, FocusActors, FocusReader, FocusSources, GoToDate,
        Help, LessDepth, NextLink, OnlyLinked, Open, Palette, Pin, Search, Settings, SwitchBrief,
        Trail, WhoSays,
    };
    let situations: &[(&[Action], &str)] = &[
        (&[], ""),
        (&[FocusActors], ""),
        (&[FocusSources], ""),
        (&[FocusReader, NextLink], ""),
        (&[CopyView], ""),
        (&[Open], ""),
        (&[OnlyLinked], ""),
        (&[Pin], ""),
        (&[WhoSays], ""),
        (&[LessDepth, LessDepth], ""),
        (&[Bookmark, Bookmarks], ""),
        (&[Search], ""),
        (&[Search], "harbour"),
        (&[Search], "no such thing"),
        (&[Filter], "no such thing"),
        (&[Filter], "harbour"),
        (&[GoToDate], "2022"),
        (&[Help], ""),
        (&[Help], "no such thing"),
        (&[Help], "signs"),
        (&[Help], "on the time axis: some"),
        (&[OnlyLinked, SwitchBrief], "pilots"),
        (&[Palette], ""),
        (&[Settings], ""),
        (&[Trail], ""),
    ];
    let mut found = BTreeSet::new();
    for briefs in [&*SMALL, &*NOTHING] {
        for (before, typed) in situations {
            for info in Action::ALL {
                let mut stage = after(briefs, keymap, before);
                let app = stage.app_mut();
                if !typed.is_empty() {
                    app.update(Message::Paste((*typed).to_owned()));
                }
                let messages = [Message::Act(info.action), Message::Act(info.action)];
                for message in messages.into_iter().chain([Message::Type('x')]) {
                    app.update(message);
                    found.extend(app.notice().map(ToString::to_string));
                }
                reasons(app, &mut found);
            }
        }
    }
    found
}

/// The usual keys as they are shown, but for digits, which count things as well, and for what follows a
/// prefix, as the `a` of `y a`: it never stands without it, and can be a word.
fn usual() -> BTreeSet<String> {
    let all = Action::ALL.iter().flat_map(|info| info.keys.iter());
    let chords = all.flat_map(|keys| {
        let shown = |chord: &attache::keymap::Chord| chord.to_string();
        sequence(keys).chords().iter().take(1).map(shown).collect::<Vec<_>>()
    });
    chords.filter(|shown| !shown.chars().all(|sign| sign.is_ascii_digit())).collect()
}

/// Whether a text names a usual key, by itself between blanks and marks.
fn names_a_usual_key(text: &str, usual: &BTreeSet<String>) -> bool {
    let mark = |sign: char| matches!(sign, ';' | '.' | '(' | ')' | '`');
    let words = || text.split([' ', '[', ']']).map(|word| word.trim_matches(mark));
    let digit = |word: &str| matches!(word, "1" | "2" | "3" | "4");
    // A digit that is a key is told by a verb behind it, or by brackets round it.
    let after =
        |word: &str| text.contains(&format!("; {word} ")) || text.contains(&format!("({word})"));
    words().any(|word| {
        usual.contains(word)
            || usual.contains(word.trim_end_matches(','))
            || digit(word) && after(word)
    })
}

#[test]
fn nothing_that_is_said_names_a_usual_key_when_it_is_another() {
    let usual = usual();
    for literal in
        ["nothing; p pins", "go (1)", "x [Esc]", "a; / opens", "J and K go", "this; g p lists"]
    {
        assert!(names_a_usual_key(literal, &usual), "{literal}");
    }
    for (keymap, names_some) in [(all_others(), true), (Keymap::new(Vec::new()), false)] {
        let all = all_that_is_said(&keymap);
        assert!(all.len() > 60, "{}", all.len());
        let wrong: Vec<&String> =
            all.iter().filter(|text| names_a_usual_key(text, &usual)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        let named = all.iter().filter(|text| text.contains("Alt-")).count();
        assert_eq!(named >= 20, names_some, "{named} of {all:#?}");
        let broken = |text: &&String| {
            text.ends_with([';', ',', ' ']) || text.contains("; ,") || text.contains("  ")
        };
        assert_eq!(all.iter().find(broken), None);
    }
}

/// Titles, tabs and rows that name a key beside what they are of.
#[test]
fn the_frame_names_the_keys_in_force() {
    for (size, usual) in [((120, 40), " 1 Timeline "), ((50, 16), "1 Time")] {
        let mut stage = Stage::new(&SMALL, size);
        assert!(stage.text().contains(usual), "{}", stage.text());
        stage.app_mut().use_keys(all_others());
        let text = stage.text();
        assert!(text.contains("Tim") && !text.contains(usual), "{text}");
        stage.app_mut().use_keys(Keymap::new(Vec::new()));
        let text = stage.text();
        assert!(text.contains("Tim") && !text.contains(usual), "{text}");
    }
    let windows = |cancel: &[&'static str]| {
        let mut stage = Stage::new(&SMALL, (120, 40));
        let keys =
            |info: &ActionInfo| if info.action == Action::Cancel { cancel } else { info.keys };
        stage.app_mut().use_keys(keymap(|info| keys(info).to_vec()));
        stage.keys("g").rows().pop().expect("a last row").trim().to_owned()
    };
    assert_eq!(windows(&["esc"]), "g …   Esc leaves");
    assert_eq!(windows(&["f7"]), "g …   F7 leaves");
    for none in [&[][..], &["f7 f7"]] {
        assert_eq!(windows(none), "g …", "one of two keys does not leave");
    }
    let lens = |keymap: &Keymap| {
        let mut stage = after(&SMALL, keymap, &[Action::OnlyLinked]);
        let (frame, _) = stage.screen();
        rows(&frame).concat()
    };
    assert!(lens(&Keymap::default()).contains("[Esc]"));
    let cancel = all_others().keys(Action::Cancel)[0].to_string();
    assert!(lens(&all_others()).contains(&format!("[{cancel}]")));
    assert!(!lens(&Keymap::new(Vec::new())).contains("[]"));
}
