//! The border: whatever comes in, only text that a terminal cannot be driven or deceived by goes out.

use attache::text::{
    Action, Alteration, Change, DisplayText, Fit, allowed_cell, clean, clean_line, columns, policy,
    wrap,
};
use proptest::prelude::*;
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
            && cluster.len() <= 48
            && (1..=8).contains(&columns(cluster)))
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
        for scalar in some {
            write_contexts(*scalar, &mut lines);
        }
        let once = cleaned(&lines);
        let unsound = unsound(once.as_str()).map(str::escape_unicode).map(|c| c.to_string());
        assert_eq!(unsound, None, "among {:?}..", some.first());
        let twice = cleaned(once.as_str());
        assert!(twice.as_str() == once.as_str(), "changed again, among {:?}..", some.first());
        assert!(twice.markers().is_empty(), "marked again, among {:?}..", some.first());
    }
}

#[test]
fn every_scalar_is_safe_in_every_context() {
    std::thread::scope(|scope| {
        scope.spawn(|| check_scalars(('\0'..=char::MAX).step_by(2)));
        scope.spawn(|| check_scalars(('\u{1}'..=char::MAX).step_by(2)));
    });
}

/// Characters that take part in a rule, drawn far more often than chance would.
const TROUBLE: &[char] = &[
    '\t',
    '\r',
    '\n',
    '\u{1b}',
    '\u{9b}',
    '\u{a0}',
    '\u{ad}',
    '\u{301}',
    '\u{34f}',
    '\u{600}',
    '\u{61c}',
    '\u{627}',
    '\u{64e}',
    '\u{915}',
    '\u{93f}',
    '\u{94d}',
    '\u{e01}',
    '\u{e33}',
    '\u{1100}',
    '\u{1161}',
    '\u{11a8}',
    '\u{200b}',
    '\u{200c}',
    '\u{200d}',
    '\u{202e}',
    '\u{2066}',
    '\u{2028}',
    '\u{3000}',
    '\u{ac00}',
    '\u{e000}',
    '\u{fe0f}',
    '\u{feff}',
    '\u{ff76}',
    '\u{ff9e}',
    '\u{ffff}',
    '\u{110bd}',
    '\u{1f1e6}',
    '\u{1f1f1}',
    '\u{1f3fb}',
    '\u{1f468}',
    '\u{e0041}',
    '中',
];

fn hostile_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        4 => prop::sample::select(TROUBLE),
        2 => prop::char::range(' ', '~'),
        1 => any::<char>(),
    ];
    let run = (character, prop_oneof![9 => 1..3_usize, 1 => 3..40_usize]);
    prop::collection::vec(run, 0..24).prop_map(|runs| {
        runs.into_iter()
            .flat_map(|(character, count)| std::iter::repeat_n(character, count))
            .collect()
    })
}

proptest! {
    #[test]
    fn cleaning_is_safe_and_settles(input in hostile_text()) {
        for text in [cleaned(&input), clean_line(&input, |_| {})] {
            prop_assert_eq!(unsound(text.as_str()), None);
            let again = cleaned(text.as_str());
            prop_assert_eq!(again.as_str(), text.as_str());
            for marker in text.markers() {
                let marker = text.as_str().get(marker.clone()).unwrap();
                prop_assert!(marker.starts_with('<') && marker.ends_with('>'), "{}", marker);
            }
        }
        let line = clean_line(&input, |_| {});
        prop_assert!(!line.as_str().contains('\n'));
    }

    #[test]
    fn alterations_lie_in_the_input_in_order(input in hostile_text()) {
        let mut start = 0;
        for alteration in changes(&input) {
            let range = alteration.range;
            prop_assert!(range.start >= start);
            start = range.start;
            let part = input.get(range).unwrap();
            prop_assert!(part.starts_with(alteration.character));
            let dropped = part.chars().filter(|c| policy(*c) == Action::Drop).count();
            let counted = part.chars().count();
            // Only a cluster may have dropped characters inside, which are reported by themselves.
            let between = if alteration.change == Change::BadCluster { dropped } else { 0 };
            prop_assert_eq!(alteration.count + between, counted);
        }
        let hidden = input.chars().filter(|c| policy(*c) == Action::Drop).count();
        let reported: usize = changes(&input).iter()
            .filter(|alteration| alteration.change == Change::Dropped)
            .map(|alteration| alteration.count).sum();
        prop_assert_eq!(reported, hidden);
    }

    #[test]
    fn slices_and_joins_stay_safe(
        one in hostile_text(), two in hostile_text(), start in 0..90_usize, length in 0..90_usize
    ) {
        let text = cleaned(&one);
        let part = text.slice(start..start + length);
        prop_assert_eq!(unsound(part.as_str()), None);
        prop_assert!(text.as_str().contains(part.as_str()));
        if length > 0 && start + length <= text.as_str().len() {
            prop_assert!(part.as_str().len() >= length);
        }
        prop_assert!(part.markers().iter().all(|marker| part.as_str().get(marker.clone()).is_some()));
        let joined = attache::text![part, cleaned(&two), 7, cleaned(&one)];
        prop_assert_eq!(unsound(joined.as_str()), None);
    }

    #[test]
    fn fitted_text_keeps_to_the_width(input in hostile_text(), width in 0..40_usize) {
        let text = clean_line(&input, |_| {});
        for fitted in [text.fit(width, "…"), text.fit_left(width, "…"), text.fit(width, "...")] {
            prop_assert!(Fit::columns(&fitted) <= width);
            prop_assert_eq!(unsound(fitted.as_str()), None);
        }
        prop_assert_eq!(Fit::columns(&text.padded(width, "…")), width);
        if Fit::columns(&text) <= width {
            prop_assert_eq!(&text.fit(width, "…"), &text);
            prop_assert_eq!(text.fit_left(width, "…"), text);
        }
    }

    #[test]
    fn wrapping_loses_only_blanks_and_newlines(input in hostile_text(), width in 0..30_usize) {
        let text = cleaned(&input);
        let mut end = 0;
        for line in wrap(&text, width) {
            let lost = text.as_str().get(end..line.start).unwrap();
            prop_assert!(lost.chars().all(|c| matches!(c, ' ' | '\n')), "lost {:?}", lost);
            let shown = text.slice(line.clone());
            prop_assert_eq!(shown.as_str(), text.as_str().get(line.clone()).unwrap());
            prop_assert!(!shown.as_str().contains('\n'));
            let is_lone_wide = shown.as_str().graphemes(true).count() == 1;
            prop_assert!(Fit::columns(&shown) <= width.max(1) || is_lone_wide);
            end = line.end;
        }
        let lost = text.as_str().get(end..).unwrap();
        prop_assert!(lost.chars().all(|c| matches!(c, ' ' | '\n')), "lost {:?}", lost);
    }
}
