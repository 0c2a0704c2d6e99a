//! What is known again at the next start: the same place, and never harm from a strange one.

use crate::hostile::HOSTILE;
use crate::properties::{Step, cases, check, steps};
use crate::stage::{BUILT_IN, Loaded, SMALL, Stage, loaded};
use attache::app::{App, BookmarkMemory, LensMemory, ListMemory, Memory, Mode, PlaceMemory};
use attache::choice::{Depth, Face, Order, Pane, TimeStep, Times};
use attache::library::load::LoadRequest;
use proptest::prelude::*;
use proptest::sample::select;
use std::path::Path;
use std::sync::Arc;

/// A reader of the next session, on the same screen, with the same options.
fn next(stage: &Stage, briefs: &Loaded) -> Stage {
    let mut next = Stage::new(briefs, stage.app().size());
    next.app_mut().prefer(stage.app().preferences().clone());
    next
}

/// Ends a session and begins another one; everything must be as it was.
fn check_round_trip(stage: &Stage, briefs: &Loaded) {
    let memory = stage.app().memory();
    let mut next = next(stage, briefs);
    next.app_mut().restore(&memory);
    check(&next, briefs);
    // The place before a line that is being filled in was scrolled for the size there was then.
    if matches!(stage.app().mode(), Mode::Prompt(_)) {
        return;
    }
    assert_eq!(next.app().memory(), memory);
    if matches!(stage.app().mode(), Mode::Panes) {
        assert_eq!(next.situation(), stage.situation());
        // As they are read: a query that was kept has its hidden characters as plain words.
        let words = |stage: &Stage| -> Vec<String> {
            let lenses = stage.app().lenses().iter();
            lenses.map(|lens| lens.words(stage.app().library()).to_string()).collect()
        };
        assert_eq!(words(&next), words(stage));
    }
    check_waiting(stage, briefs, &memory);
}

/// The same where the index comes later.
fn check_waiting(stage: &Stage, briefs: &Loaded, memory: &Memory) {
    let (width, height) = stage.app().size();
    let mut app = App::new(Arc::clone(&briefs.library), Arc::default(), width, height);
    app.prefer(stage.app().preferences().clone());
    app.restore(memory);
    assert_eq!(app.memory().place.map(|p| p.lenses), memory.place.clone().map(|p| p.lenses));
    app.search_with(Arc::clone(&briefs.index));
    assert_eq!(app.memory(), *memory);
}

#[test]
fn place_lenses_bookmarks_and_searches_come_back() {
    for keys in [
        "j j j m <enter> j j",
        "2 j j o 3 j w",
        "f rama <enter> 2 j o i",
        "/ lapid <tab> 1 j p j j",
        "b j <enter> > > s n z",
        "- T m j m",
        "f nothing-is-called-so <enter>",
        "j o f rama",
    ] {
        let mut stage = Stage::new(&BUILT_IN, (120, 40));
        stage.keys(keys);
        check_round_trip(&stage, &BUILT_IN);
        assert_eq!(next(&stage, &BUILT_IN).app().lenses(), []);
    }
}

#[test]
fn what_is_not_loaded_any_more_is_left_out_and_its_bookmark_stays() {
    let mut stage = Stage::new(&SMALL, (80, 24));
    stage.keys("G m o 2 j o 1");
    let memory = stage.app().memory();
    let paths = vec![Path::new("tests/briefs/good/smallest.toml").to_path_buf()];
    let smallest = loaded(&LoadRequest { paths, ..LoadRequest::default() });
    let mut other = Stage::new(&smallest, (80, 24));
    let before = other.situation();
    other.app_mut().restore(&memory);
    check(&other, &smallest);
    assert_eq!(other.situation().subject(), before.subject());
    assert_eq!(other.app().lenses(), []);
    // Nobody knows the marking of what is not loaded, so its title is not kept any longer.
    let references = |memory: &Memory| -> Vec<String> {
        memory.bookmarks.iter().map(|mark| mark.reference.clone()).collect()
    };
    assert_eq!(references(&other.app().memory()), references(&memory));
    assert!(other.app().memory().bookmarks.iter().all(|mark| mark.title.is_empty()));
    assert_eq!(memory.bookmarks.len(), 1);
}

/// A lens chosen before the index was there is not taken for another one.
#[test]
fn lenses_that_were_taken_away_meanwhile_do_not_come_back() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("o f rama <enter>");
    let memory = stage.app().memory();
    let mut app = App::new(Arc::clone(&BUILT_IN.library), Arc::default(), 80, 24);
    app.restore(&memory);
    assert_eq!(app.lenses().len(), 1, "what needs no index is there at once");
    app.update(attache::app::Message::Act(attache::action::Action::ClearLenses));
    app.search_with(Arc::clone(&BUILT_IN.index));
    assert_eq!(app.lenses(), []);
}

/// Texts that no reader has written; `@7` stands for the reference of the seventh item.
fn text() -> impl Strategy<Value = String> {
    let strange =
        select(&["", "event:", ":#", "event:#a", "brief:x#y", "\u{1b}[2J", "\u{202e}"][..]);
    prop_oneof![
        6 => (0..10_000_usize).prop_map(|number| format!("@{number}")),
        3 => strange.prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![0..60_u32, any::<u32>()]
}

fn list() -> impl Strategy<Value = ListMemory> {
    (text(), number(), select(&Order::ALL), proptest::option::of(number()), any::<bool>()).prop_map(
        |(cursor, scroll, order, held, whole)| ListMemory {
            cursor,
            scroll,
            order,
            held,
            heads: String::new(),
            whole,
        },
    )
}

fn lens() -> impl Strategy<Value = LensMemory> {
    prop_oneof![
        text().prop_map(LensMemory::Linked),
        prop_oneof![Just("rama".to_owned()), text()].prop_map(LensMemory::Found)
    ]
}

fn place() -> impl Strategy<Value = PlaceMemory> {
    let texts = proptest::collection::vec(text(), 3);
    let panes =
        (select(&Pane::ALL), select(&Pane::ALL), select(&Face::ALL), any::<bool>(), any::<bool>());
    let shown = (
        select(&TimeStep::ALL),
        proptest::option::of(select(&Depth::ALL)),
        proptest::option::of(select(&Times::ALL)),
    );
    let lists = [list(), list(), list()];
    let lenses = proptest::collection::vec(lens(), 0..4);
    let link = proptest::option::of(number());
    (texts, panes, shown, lists, lenses, (number(), number()), link).prop_map(
        |(
            texts,
            panes,
            (step, depth, times),
            lists,
            lenses,
            (reader_scroll, reader_lines),
            link,
        )| {
            let [subject, brief, pinned] = texts.try_into().expect("three");
            let (focus, large, face, alone, side_by_side) = panes;
            PlaceMemory {
                subject,
                focus,
                large,
                alone,
                side_by_side,
                face,
                lists,
                reader_scroll,
                reader_lines,
                link,
                lenses,
                brief,
                pinned,
                step,
                depth,
                times,
            }
        },
    )
}

fn memory() -> impl Strategy<Value = Memory> {
    let mark = (text(), text()).prop_map(|(reference, title)| BookmarkMemory { reference, title });
    let marks = proptest::collection::vec(mark, 0..4);
    let searches = proptest::collection::vec(text(), 0..4);
    (proptest::option::weighted(0.9, place()), marks, searches)
        .prop_map(|(place, bookmarks, searches)| Memory { place, bookmarks, searches })
}

/// With the references that `@7` and the like stand for.
fn named(memory: &Memory, briefs: &Loaded) -> Memory {
    let items: Vec<_> = briefs.library.items().map(|(_, item)| item).collect();
    let name = |text: &mut String| {
        let number = text.strip_prefix('@').and_then(|number| number.parse::<usize>().ok());
        if let Some(item) = number.and_then(|number| items.get(number % items.len().max(1))) {
            let brief = item.brief.and_then(|brief| briefs.library.get(brief));
            let brief = brief.map(|brief| format!("{}#", brief.slug)).unwrap_or_default();
            *text = format!("{}:{brief}{}", item.kind.word(), item.slug);
        }
    };
    let mut memory = memory.clone();
    memory.searches.iter_mut().for_each(name);
    memory.bookmarks.iter_mut().for_each(|mark| name(&mut mark.reference));
    if let Some(place) = &mut memory.place {
        [&mut place.subject, &mut place.brief, &mut place.pinned].into_iter().for_each(name);
        place.lists.iter_mut().for_each(|list| name(&mut list.cursor));
        place.lenses.iter_mut().for_each(|lens| match lens {
            LensMemory::Linked(text) | LensMemory::Found(text) => name(text),
        });
    }
    memory
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn any_memory_is_taken_up_without_harm(
        memory in memory(),
        size in select(&[(80, 24), (120, 40), (170, 50), (30, 8), (0, 0)][..]),
        hostile in proptest::bool::ANY,
        after in proptest::collection::vec(steps(), 0..=1),
    ) {
        let briefs = if hostile { &HOSTILE } else { &BUILT_IN };
        let mut stage = Stage::new(briefs, size);
        stage.app_mut().restore(&named(&memory, briefs));
        check(&stage, briefs);
        check_round_trip(&stage, briefs);
        for step in after.iter().flatten().take(15) {
            let _ = stage.input(step.input());
            check(&stage, briefs);
        }
    }

    #[test]
    fn every_place_comes_back(steps in steps(), hostile in proptest::bool::ANY) {
        let briefs = if hostile { &HOSTILE } else { &BUILT_IN };
        let mut stage = Stage::new(briefs, (80, 24));
        for (at, step) in steps.iter().enumerate() {
            let _ = stage.input(step.input());
            // The place before a line is that of the screen before it, whose size may have been another.
            let asked = matches!(stage.app().mode(), Mode::Prompt(_));
            if at % 10 == 9 && !asked && !matches!(step, Step::Size(..)) {
                check_round_trip(&stage, briefs);
            }
        }
    }
}

#[test]
fn the_reader_has_the_keys_again() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("j j <enter> j j");
    assert_eq!(stage.app().focused(), Pane::Reader);
    assert!(stage.app().reader_scroll() > 0, "there is something to come back to");
    check_round_trip(&stage, &BUILT_IN);
}
