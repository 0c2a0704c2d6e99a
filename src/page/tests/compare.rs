//! Two items side by side.

use super::*;
use crate::page::compare;
use crate::page::content::{Comparison, ComparisonRow};
use crate::page::layout::written;

const PAIRS: &str = r#"
[publisher.wire]
name = "Wire"
reliability = "A"
[source.wire]
title = "Wire report"
publisher = "wire"
published = "2022-09-10"
[source.paper]
title = "Paper report"
published = "2022-11"
[source.blog]
title = "Blog"
[actor.state]
name = "State"
kind = "state"
country = "AL"
[actor.group]
name = "Group"
kind = "group"
[[link]]
from = "state"
type = "accuses"
to = "group"
[[event]]
id = "one"
title = "First attack"
when = "2022-07-15"
type = "cyber"
roles = { target = ["state"], claimant = ["group"] }
cite = ["wire"]
[[event]]
id = "two"
title = "Second attack"
when = "2022-09-09"
type = "cyber"
roles = { victim = ["state"], speaker = ["state"] }
cite = ["wire", "paper"]
[[event.claim]]
id = "ninth"
text = "On the ninth."
about = "when"
value = "9 Sep"
cite = ["wire"]
[[event.claim]]
id = "nineteenth"
text = "On the nineteenth."
about = "when"
value = "19 Sep"
cite = ["paper"]
disputes = ["ninth"]
[[event.claim]]
id = "hit"
text = "A system was hit."
about = "target"
value = "a system"
cite = ["wire", "paper"]
[[event.claim]]
id = "how"
text = "By a wiper."
about = "how"
value = "a wiper"
cite = ["paper"]
[[event]]
id = "three"
title = "In that month"
when = "2022-09"
type = "cyber"
"#;

fn compared(left: &str, right: &str) -> Comparison {
    let library = library(PAIRS);
    compare(&library, at(&library, left), at(&library, right))
}

/// Rows as `= WHEN: left | right`.
fn rows(comparison: &Comparison) -> Vec<String> {
    let row = |row: &ComparisonRow| {
        let cell = |side| written(side, Medium::Screen);
        let sign = row.agreement.map_or("  ", |agreement| agreement.sign().glyph());
        if row.is_heading() {
            format!("- {}", row.label)
        } else {
            format!("{sign}{}: {} | {}", row.label, cell(&row.left), cell(&row.right))
        }
    };
    comparison.rows.iter().map(row).collect()
}

#[test]
fn events_agree_differ_or_are_silent_row_by_row() {
    let comparison = compared("one", "two");
    assert_eq!(
        rows(&comparison),
        [
            "≠ WHEN: Fri 15 Jul 2022 | Fri 9 Sep 2022",
            "  WHO SAYS: A Wire | A Wire; ≠ F Paper report: 19 Sep",
            "  HOW SURE: NOT RATED · A · one source | NOT RATED · A · DISPUTED · 2 independent sources",
            "= STATUS: it took place | it took place",
            "≠ WHO: Group (claimant) | State (speaker)",
            "= TARGET: State | State",
            "  SAID: WHEN: (silent) | 9 Sep; ≠ 19 Sep",
            "  SAID: TARGET: (silent) | a system",
            "  HOW: (silent) | a wiper",
        ]
    );
    assert_eq!(comparison.counts(), (2, 2));
    assert_eq!(comparison.left.title.as_str(), "First attack");
}

#[test]
fn dates_that_may_be_the_same_neither_agree_nor_differ() {
    let rows = rows(&compared("two", "three"));
    assert_eq!(rows.first().map(String::as_str), Some("  WHEN: Fri 9 Sep 2022 | Sep 2022"));
}

#[test]
fn sources_are_set_side_by_side_matter_by_matter() {
    let rows = rows(&compared("source:wire", "source:paper"));
    let from = rows.iter().position(|row| row.starts_with("- ")).expect("an event of both");
    assert_eq!(
        rows[from..],
        [
            "- 9 Sep 2022  Second attack",
            "≠ WHEN: 9 Sep | 19 Sep",
            "= TARGET: a system | a system",
            "  HOW: (silent) | a wiper",
        ]
    );
    assert_eq!(rows[0], "≠ PUBLISHER: Wire | Paper report");
    let alone = self::rows(&compared("source:wire", "source:blog"));
    assert_eq!(alone.last().map(String::as_str), Some("- no event in common"));
}

#[test]
fn actors_have_their_relation_and_their_roles_in_common_events() {
    let rows = rows(&compared("actor:state", "actor:group"));
    for row in [
        "≠ KIND: state | group",
        "  COUNTRY: Albania | (silent)",
        "  RELATION: accuses: Group | accused by: State",
        "- 15 Jul 2022  First attack",
        "  AS: target | claimant",
        "  ALONE IN: Second attack | (silent)",
    ] {
        assert!(rows.iter().any(|shown| shown == row), "no `{row}` in {rows:#?}");
    }
}
