//! Lenses: how they stack, where they are told of, and how they go.

use crate::panes::{built_in, footer, header, items, title};
use crate::stage::Stage;
use attache::app::Rung;
use attache::choice::Pane;
use attache::library::Kind;
use attache::runtime::Flow;
use attache::term::Input;

/// Rule 5: lenses stack, the header shows them, titles count.
#[test]
fn lenses_stack_and_are_shown() {
    let mut stage = built_in((120, 40));
    let all = stage.app().library().listed(Kind::Event).len();
    let herzog = stage.app().library().find_reference("actor:isaac-herzog").expect("an actor");
    stage.app_mut().open_at(herzog);
    stage.keys("o");
    let one = items(&stage, Pane::Timeline);
    assert!(!one.is_empty() && one.len() < all);
    let words = title(&mut stage, Pane::Timeline);
    assert!(words.contains(&format!("{} linked (of {all})", one.len())), "{words}");
    // In the actors Esc leads to the timeline first.
    assert!(header(&mut stage).contains("lens: linked to Isaac Herzog "));
    stage.keys("1");
    let words = header(&mut stage);
    assert!(words.contains("lens: linked to Isaac Herzog  [Esc]"), "{words}");
    stage.keys("fknesset<enter>");
    let shown = header(&mut stage);
    assert!(shown.contains("lens: linked to Isaac Herzog › found by knesset  [Esc]"), "{shown}");
    let two = items(&stage, Pane::Timeline);
    assert!(two.len() < one.len() && two.iter().all(|item| one.contains(item)));
    stage.keys("<esc>");
    assert_eq!(items(&stage, Pane::Timeline), one);
    stage.keys("frama<enter>O");
    assert_eq!(items(&stage, Pane::Timeline).len(), all);
    assert!(!header(&mut stage).contains("lens"));
}

#[test]
fn a_text_lens_is_seen_while_it_is_typed_and_leaving_it_changes_nothing() {
    let mut stage = built_in((80, 24));
    stage.keys("jjjj");
    let before = stage.situation();
    let at = stage.subject();
    stage.keys("flapid");
    assert!(header(&mut stage).contains("found by lapid"));
    assert!(footer(&mut stage).contains(" events, "), "{}", footer(&mut stage));
    stage.keys("<esc>");
    assert_eq!(stage.situation(), before);
    assert_eq!(stage.subject(), at);
    // What is typed on the way leaves no trace: the nearest row that is left is taken.
    let mut direct = built_in((80, 24));
    direct.keys("jjjjf");
    let _ = direct.input(Input::Paste("rama".to_owned()));
    stage.keys("frama");
    assert_eq!(stage.subject(), direct.subject());
}

#[test]
fn a_lens_is_told_of_wherever_there_is_a_screen() {
    for size in [(20, 6), (30, 8), (40, 12), (60, 16), (80, 24), (119, 24), (30, 1)] {
        for focus in ["1", "2", "3", "4", "1z"] {
            let mut stage = built_in(size);
            stage.keys(focus).keys("o");
            assert!(stage.text().contains("lens"), "{size:?} {focus}\n{}", stage.text());
        }
    }
}

/// Rule 8: one rung at a time, and never out.
#[test]
fn esc_takes_away_one_thing_after_the_other() {
    let mut stage = built_in((80, 24));
    stage.keys("2ojo1pz4wv/rama");
    stage.keys("<f1>ab");
    let rungs = [
        Rung::Chooser,
        Rung::Search,
        Rung::Link,
        Rung::Face,
        Rung::Alone,
        Rung::Reading,
        Rung::Lens,
        Rung::Lens,
        Rung::Pin,
        Rung::Nothing,
    ];
    for rung in rungs {
        assert_eq!(stage.app().rung(), rung, "{}", stage.text());
        // Of two lenses the first row has no room for it.
        let hinted = header(&mut stage).contains("[Esc]");
        let one_lens = rung == Rung::Lens && stage.app().lenses().len() == 1;
        assert_eq!(hinted, one_lens, "{}", stage.text());
        stage.keys("<esc>");
    }
    assert!(footer(&mut stage).contains("nothing to cancel; b shows all briefs, q quits"));
    // A table has the screen anyhow: that no pane is beside it is seen once it is gone.
    stage.keys("zw");
    for rung in [Rung::Face, Rung::Alone, Rung::Nothing] {
        assert_eq!(stage.app().rung(), rung, "{}", stage.text());
        let before = stage.rows();
        stage.keys("<esc>");
        assert!(rung == Rung::Nothing || stage.rows()[..23] != before[..23], "{}", stage.text());
    }
}

/// What a search opened is left for the place before the search, whatever was done there meanwhile.
#[test]
fn esc_leads_back_to_before_the_hit_of_a_search() {
    for size in [(80, 24), (120, 40), (200, 60), (40, 12)] {
        let mut stage = built_in(size);
        stage.keys("jjjo");
        let before = stage.situation();
        // One pane at a time has nothing to go to beside the hit.
        let all = ["", "n", "nnN", "p", "w<esc>", "4<esc>", "4jv<esc><esc>"];
        for keys in &all[..if size.0 < 60 { 4 } else { all.len() }] {
            stage.keys("/15<space>jul<enter>").keys(keys);
            assert_ne!(stage.situation(), before, "{size:?} {keys}");
            // In one pane the hit is read at once.
            if stage.app().rung() == Rung::Reading {
                stage.keys("<esc>");
            }
            assert_eq!(stage.app().rung(), Rung::Hit, "{size:?} {keys}");
            stage.keys("<esc>");
            assert_eq!(stage.situation(), before, "{size:?} {keys}");
            assert_eq!((stage.app().lenses().len(), stage.app().pinned()), (1, None));
        }
        // Where something else was opened since, it is what Backspace goes back from.
        stage.keys("/15<space>jul<enter>/herzog<enter><backspace>");
        assert_eq!(stage.subject(), "event:july-15-attack");
        assert_ne!(stage.app().rung(), Rung::Hit);
    }
}

/// What was put on at a hit goes before the hit does.
#[test]
fn a_lens_put_on_at_the_hit_of_a_search_is_taken_off_first() {
    let mut stage = built_in((80, 24));
    stage.keys("jjj");
    let before = stage.situation();
    stage.keys("/15<space>jul<enter>o");
    let hit = stage.subject();
    assert_eq!(stage.app().rung(), Rung::Lens);
    stage.keys("<esc>");
    assert_eq!((stage.subject(), stage.app().lenses().len()), (hit, 0));
    stage.keys("<esc>");
    assert_eq!(stage.situation(), before);
    // Also where there was one before, which was taken off at the hit.
    stage.keys("o/15<space>jul<enter>Oo");
    assert_eq!((stage.app().rung(), stage.app().lenses().len()), (Rung::Lens, 1));
}

#[test]
fn blanks_alone_are_kept_as_no_lens() {
    for keys in ["/<tab>", "/<space><tab>", "/<space><space><tab>", "f<space><enter>"] {
        let mut stage = built_in((80, 24));
        stage.keys(keys);
        assert_eq!(stage.app().lenses().len(), 0, "{keys}");
    }
}

/// A lens that leaves nothing of a list takes its cursor; without the lens the subject has it again.
#[test]
fn a_list_that_was_empty_has_the_subject_again() {
    let mut stage = built_in((80, 24));
    stage.keys("22G");
    let last = stage.subject();
    let selected = |stage: &mut Stage| stage.rows().iter().any(|row| row.starts_with('>'));
    assert!(selected(&mut stage));
    stage.keys("fnothing-is-called-so<enter>");
    assert!(!selected(&mut stage), "{}", stage.text());
    stage.keys("O");
    assert_eq!(stage.subject(), last);
    assert!(selected(&mut stage), "{}", stage.text());
}

/// Pages over the panes are left by Esc and by q; q ends only from the panes.
#[test]
fn second_pages_are_left_by_esc_and_by_q() {
    for (open, rung) in [("w", Rung::Face), ("i", Rung::Face), ("b<enter>", Rung::Page)] {
        for leave in ["<esc>", "q"] {
            let mut stage = built_in((80, 24));
            stage.keys("jjj");
            let before = stage.situation();
            stage.keys(open);
            assert_eq!(stage.app().rung(), rung, "{open}");
            let flow = stage.input(Input::Key(crate::stage::chords(leave)[0]));
            assert_eq!(flow, Flow::Continue, "{open} {leave}");
            // A brief's page is come to from the page of all briefs.
            if rung == Rung::Page {
                assert_eq!(stage.app().rung(), Rung::Chooser);
                let flow = stage.input(Input::Key(crate::stage::chords(leave)[0]));
                assert_eq!(flow, Flow::Continue, "{open} {leave}");
            }
            assert_eq!(stage.situation(), before, "{open} {leave}");
            let flow = stage.input(Input::Key(crate::stage::chords("q")[0]));
            assert_eq!(flow, Flow::Quit, "{open} {leave}");
        }
    }
}

/// Rule 9: a search is a preview; Tab keeps what it found.
#[test]
fn what_a_search_found_is_kept_as_a_lens() {
    let mut stage = built_in((80, 24));
    let before = stage.situation();
    stage.keys("/lapid<down><esc>");
    assert_eq!(stage.situation(), before);
    stage.keys("/lapid<tab>");
    assert!(header(&mut stage).contains("lens: found by lapid"), "{}", stage.text());
    assert!(items(&stage, Pane::Timeline).len() < 20);
    stage.keys("<backspace>");
    assert_eq!(stage.situation(), before);
}

/// Tab goes to the chosen hit as Enter does, and `n` steps through what the lens was made of.
#[test]
fn tab_goes_to_the_chosen_hit_and_n_steps_on_from_it() {
    let mut stage = built_in((80, 24));
    stage.keys("/herzog<enter>");
    let before = stage.situation();
    stage.keys("/lapid<down><down><enter>");
    let chosen = stage.subject();
    stage.keys("<backspace>/lapid<down><down><tab>");
    assert!(header(&mut stage).contains("lens: found by lapid"), "{}", stage.text());
    assert_eq!(stage.subject(), chosen, "{}", stage.text());
    stage.keys("n");
    let said = footer(&mut stage);
    assert!(said.contains("hit 4 of ") && said.contains(" for lapid"), "{said}");
    assert!(header(&mut stage).contains("lens: found by lapid"), "{}", stage.text());
    stage.keys("<backspace>");
    assert_eq!(stage.situation(), before);
}

#[test]
fn a_kept_search_takes_no_lens_away_that_hides_the_chosen_hit() {
    let mut stage = built_in((120, 40));
    stage.keys("/herzog<enter>o/rama<tab>");
    let shown = header(&mut stage);
    assert!(shown.contains("linked to Isaac Herzog › found by rama"), "{shown}");
    let said = footer(&mut stage);
    assert!(said.contains("the chosen hit is hidden by another filter"), "{said}");
}

/// A lens that takes away what is read leaves the nearest row to come back to.
#[test]
fn what_a_lens_hides_while_it_is_read_is_no_row_to_come_back_to() {
    for open in ["4", "w", "i"] {
        let mut stage = built_in((80, 24));
        stage.keys(open).keys("fparl<enter><esc>");
        assert_eq!(stage.app().focused(), Pane::Timeline, "{open}");
        let subject = stage.app().subject().expect("an event");
        assert!(items(&stage, Pane::Timeline).contains(&subject), "{open}\n{}", stage.text());
    }
}

/// Another face is left for the list where one was last, or for the page that a link of it led to.
#[test]
fn a_face_is_left_for_where_one_went_from_it() {
    let mut stage = built_in((80, 24));
    stage.keys("/15<space>jul<enter>i3j4");
    assert_eq!((stage.app().rung(), stage.app().focused()), (Rung::Face, Pane::Reader));
    stage.keys("<esc>");
    assert_eq!(stage.app().focused(), Pane::Sources, "{}", stage.text());
    // The first link of it is the brief.
    stage.keys("<esc>iv<enter>");
    assert!(stage.subject().starts_with("brief:"), "{}", stage.subject());
    stage.keys("<esc>");
    assert!(stage.subject().starts_with("brief:") && stage.app().focused() == Pane::Reader);
}
