//! How many findings of one file are told.

use super::{Code, Diagnostic, Severity, SourceId, Sources, Span};
use crate::text;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Findings of one file that are told one by one.
pub const MOST_FINDINGS: usize = 1000;

/// Cuts the findings of each file to the gravest [`MOST_FINDINGS`], of equal ones the first by
/// place, and adds one last finding that counts the rest.
///
/// The others keep their order, and the counts stand at the end, each at the end of its file. What
/// was cut before is counted on: a long walk may cut what it has found so far, now and then, and
/// comes to the same end.
pub fn cap(sources: &Sources, findings: &mut Vec<Diagnostic>) {
    let mut files: BTreeMap<SourceId, Vec<usize>> = BTreeMap::new();
    for (at, found) in findings.iter().enumerate() {
        files.entry(found.primary.source).or_default().push(at);
    }
    let mut kept = vec![true; findings.len()];
    let mut counts = Vec::new();
    for (source, mut places) in files {
        let counted = |at: &usize| findings.get(*at).is_some_and(|found| found.left_out > 0);
        if places.len() <= MOST_FINDINGS && places.iter().filter(|at| counted(at)).count() < 2 {
            continue;
        }
        places.sort_by_key(|at| {
            let found = findings.get(*at);
            found.map(|found| {
                let range = &found.primary.range;
                (found.left_out > 0, Reverse(found.severity), range.start, range.end, found.code)
            })
        });
        let told = places.iter().take_while(|at| !counted(at)).take(MOST_FINDINGS).count();
        let mut rest = (0, Severity::Information);
        for at in places.iter().skip(told) {
            if let (Some(keep), Some(found)) = (kept.get_mut(*at), findings.get(*at)) {
                *keep = false;
                rest = (rest.0 + found.left_out.max(1), rest.1.max(found.severity));
            }
        }
        counts.extend(left_out(sources, source, rest.0, rest.1));
    }
    let mut kept = kept.into_iter();
    findings.retain(|_| kept.next().unwrap_or(true));
    findings.append(&mut counts);
}

/// The finding that counts what is left out of a file, as grave as the gravest of it; `None` for
/// nothing.
#[must_use]
pub fn left_out(
    sources: &Sources,
    source: SourceId,
    count: usize,
    gravest: Severity,
) -> Option<Diagnostic> {
    if count == 0 {
        return None;
    }
    let end = sources.raw(source).len();
    let noun = if count == 1 { " more finding" } else { " more findings" };
    let verb = if count == 1 { " is left out" } else { " are left out" };
    let message = text![count, noun, " in this file", verb];
    let span = Span { source, range: end..end };
    let found = Diagnostic::new(Code::E007, span, message);
    Some(Diagnostic { severity: gravest, left_out: count, ..found })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(count: usize) -> (Sources, Vec<SourceId>) {
        let mut sources = Sources::default();
        let ids = (0..count).map(|_| sources.add(text!["x.toml"], "x".repeat(5000))).collect();
        (sources, ids)
    }

    fn found(code: Code, source: SourceId, at: usize) -> Diagnostic {
        Diagnostic::new(code, Span { source, range: at..at + 1 }, text!["wrong"])
    }

    fn place(found: &Diagnostic) -> (Code, usize, usize) {
        (found.code, found.primary.range.start, found.left_out)
    }

    #[test]
    fn each_file_keeps_its_gravest_findings_and_counts_the_rest() {
        let (sources, ids) = files(2);
        let warnings = (0..1500).map(|at| found(Code::W201, ids[0], at));
        let errors = (2000..2010).map(|at| found(Code::E110, ids[0], at));
        let mut all: Vec<_> = warnings.chain(errors).collect();
        all.push(found(Code::W201, ids[1], 7));
        cap(&sources, &mut all);
        assert_eq!(all.len(), 1000 + 1 + 1);
        assert_eq!(all.iter().filter(|found| found.code == Code::E110).count(), 10);
        assert_eq!(place(&all[989]), (Code::W201, 989, 0));
        assert_eq!(place(&all[1000]), (Code::W201, 7, 0));
        let last = &all[1001];
        assert_eq!(place(last), (Code::E007, 5000, 510));
        assert_eq!(last.severity, Severity::Warning);
        assert_eq!(last.message.as_str(), "510 more findings in this file are left out");
    }

    #[test]
    fn cutting_again_changes_nothing_and_cutting_on_the_way_comes_to_the_same() {
        let (sources, ids) = files(1);
        let all: Vec<_> = (0..3500).rev().map(|at| found(Code::W201, ids[0], at)).collect();
        let mut once = all.clone();
        cap(&sources, &mut once);
        let mut again = once.clone();
        cap(&sources, &mut again);
        assert_eq!(once, again);
        let mut on_the_way = Vec::new();
        for part in all.chunks(700) {
            on_the_way.extend_from_slice(part);
            cap(&sources, &mut on_the_way);
        }
        assert_eq!(once, on_the_way);
        assert_eq!(place(once.last().unwrap()).2, 2500);
    }

    #[test]
    fn up_to_the_limit_nothing_is_cut() {
        let (sources, ids) = files(1);
        let all: Vec<_> = (0..1000).map(|at| found(Code::W201, ids[0], at)).collect();
        let mut cut = all.clone();
        cap(&sources, &mut cut);
        assert_eq!(cut, all);
    }
}
