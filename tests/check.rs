//! Every fixture of `tests/briefs/bad` has exactly the findings written beside its lines, and every
//! one of `tests/briefs/good` has none.

#[path = "support/fixture.rs"]
mod fixture;

use attache::brief;
use attache::diag::{Code, Sources};
use attache::text;
use fixture::{Outcome, differences, fixtures, kept};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Reads one file by itself. Fixtures that need the whole library say `# CHECK library`.
fn read(text: &str) -> Outcome {
    let mut sources = Sources::default();
    let source = sources.add(text!["fixture.toml"], text);
    let read = if text.contains("\n# READ registry\n") {
        brief::read_registry(&sources, source)
    } else {
        brief::read(&sources, source)
    };
    Outcome { sources, found: read.diagnostics, kept: kept(&read.value) }
}

#[test]
fn bad_briefs_have_exactly_the_findings_beside_their_lines() {
    let mut report = String::new();
    for path in fixtures("bad") {
        if !std::fs::read_to_string(&path).unwrap().contains("# CHECK library") {
            report.push_str(&differences(&path, read));
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn good_briefs_have_no_findings() {
    let mut report = String::new();
    for path in fixtures("good") {
        report.push_str(&differences(&path, read));
    }
    assert!(report.is_empty(), "\n{report}");
}
