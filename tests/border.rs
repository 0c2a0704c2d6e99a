//! The border: whatever comes in, only text that a terminal cannot be driven or deceived by goes out.

use attache::text::{
    Action, Alteration, Change, DisplayText, Fit, allowed_cell, clean, clean_line, columns, policy,
    wrap,
};
use proptest::prelude::*;
use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

fn cleaned(input: &str) -> DisplayText {
    clean(input, |_| {})
}

fn changes(input: &str) -> Vec<Alteration> {
    let mut found = Vec::new();
    clean(input, |alteration| found.push(alteration));
    found
}

/// The first cluster that may not be in cleaned text.
fn unsound(text: &str) -> Option<&str> {
    text.graphemes(true).find(|cluster| *cluster != "\n" && !is_sound(cluster))
}

/// Printable ASCII needs no look at its width, which is slow without optimisation.
fn is_sound(cluster: &str) -> bool {
    matches!(cluster.as_bytes(), [b' '..=b'~'])
        || (!cluster.is_empty()
            && allowed_cell(cluster)
            && cluster.len() <= 32
            && (1..=2).contains(&cluster.cell_width())
            && columns(cluster) == usize::from(cluster.cell_width()))
}

/// Writes one scalar in every surrounding that has a rule of its own, each on its own line.
fn write_contexts(scalar: char, lines: &mut String) {
    for (before, after) in [
        ("", ""),          // alone
        ("", "a"),         // at the start
        ("a", "b"),        // in the middle
        ("a", ""),         // at the end
        ("م", "م"),        // within Arabic script
        ("e\u{301}", "x"), // after a base with a mark
    ] {
        lines.push_str(before);
        lines.push(scalar);
        lines.push_str(after);
        lines.push('\n');
    }
    lines.extend([scalar, scalar, '\n']); // doubled
}

fn check_scalars(scalars: impl Iterator<Item = char>) {
    let scalars: Vec<char> = scalars.collect();
    let mut lines = String::new();
    // Many scalars at once, as each call has a cost; few enough that a failure is easy to find.
    for some in scalars.chunks(512) {
        lines.clear();
        some.iter().for_each(|scalar| write_contexts(*scalar, &mut lines));
        let once = cleaned(&lines);
        if let Some(cluster) = unsound(once.as_str()) {
            panic!("{} among U+{:04X}..", cluster.escape_unicode(), u32::from(some[0]));
        }
        let twice = cleaned(once.as_str());
        assert!(twice.as_str() == once.as_str(), "changed again: U+{:04X}..", u32::from(some[0]));
        assert!(twice.markers().is_empty(), "marker: U+{:04X}..", u32::from(some[0]));
    }
}

#[test]
fn every_scalar_is_safe_in_every_context() {
    std::thread::scope(|scope| {
        scope.spawn(|| check_scalars(('\0'..='\u{7FFFF}').step_by(2)));
        scope.spawn(|| check_scalars(('\u{1}'..='\u{7FFFF}').step_by(2)));
        scope.spawn(|| check_scalars('\u{80000}'..=char::MAX));
    });
}
