//! Runs of letters without blanks that stand nowhere as they were typed: cut into the parts that do.

use crate::search::fold::scripts::{self, MOST_INSIDE};
use crate::search::index::vocabulary::Vocabulary;
use crate::search::query::{Query, Term};

/// Fewest letters of a part; fewer stand everywhere.
const SHORTEST: usize = 2;

/// What Koreans write behind a noun as one word with it.
const KOREAN_ENDINGS: &[&str] = &[
    "가", "까지", "나", "는", "도", "라", "로", "를", "만", "부터", "에", "에게", "에서", "와",
    "으로", "은", "을", "의", "이", "이나", "이라", "과", "께서", "처럼", "보다", "마다", "조차",
    "한테",
];
/// What Japanese write between and behind words.
const JAPANESE_ENDINGS: &[&str] = &[
    "が", "から", "で", "と", "に", "の", "は", "へ", "まで", "も", "や", "より", "を", "への",
    "での", "との", "には", "では", "とは",
];

/// Cuts the words of a query where they stand nowhere.
pub(in crate::search) fn cut(vocabulary: &Vocabulary, query: &mut Query) {
    if query.terms.iter().any(|term| scripts::has_unspaced(&term.word)) {
        let terms = std::mem::take(&mut query.terms);
        query.terms = terms.into_iter().flat_map(|term| parts(vocabulary, term)).collect();
    }
}

/// The longest parts that stand somewhere, one after the other; what stands nowhere stays a part, since
/// that is what is missing.
fn parts(vocabulary: &Vocabulary, term: Term) -> Vec<Term> {
    let word = term.word.as_str();
    let is_known = |part: &str| !vocabulary.beginning(part).is_empty();
    if !scripts::has_unspaced(word) || is_known(word) || !term.others.is_empty() {
        return vec![term];
    }
    let ends: Vec<usize> = scripts::starts(word).chain([word.len()]).collect();
    let (mut known, mut all) = (0, Vec::new());
    let (mut start, mut unknown) = (0, 0);
    while start < word.len() {
        // Of one letter that is left the one before says what it belongs to.
        let part = longest(word, start, &ends, &is_known).or_else(|| {
            let before = ends.iter().rev().find(|end| **end < start).copied();
            let before = before.filter(|_| ends.iter().filter(|end| **end > start).count() == 1)?;
            longest(word, before, &ends, &is_known).filter(|(_, end)| *end > start)
        });
        let next = ends.iter().copied().find(|end| *end > start).unwrap_or(word.len());
        match part {
            Some((part, end)) => {
                all.extend(word.get(unknown..start).filter(|rest| says_something(rest)));
                all.push(part);
                known += 1;
                (start, unknown) = (end, end);
                // An ending belongs to what was before.
                let rest = crate::text::part(word, start..);
                if KOREAN_ENDINGS.contains(&rest) || JAPANESE_ENDINGS.contains(&rest) {
                    (start, unknown) = (word.len(), word.len());
                }
            }
            None => start = next,
        }
    }
    all.extend(word.get(unknown..).filter(|rest| says_something(rest)));
    if known == 0 {
        return vec![term];
    }
    let of = |part: &str| Term { word: part.to_owned(), ..term.clone() };
    all.into_iter().map(of).collect()
}

/// The longest known part from a place on, and where it ends.
fn longest<'w>(
    word: &'w str,
    start: usize,
    ends: &[usize],
    is_known: &impl Fn(&str) -> bool,
) -> Option<(&'w str, usize)> {
    let fits = |end: &usize| {
        let part = word.get(start..*end)?;
        let letters = part.chars().count();
        let fits = (SHORTEST..=MOST_INSIDE).contains(&letters) && is_known(part);
        fits.then_some((part, *end))
    };
    ends.iter().rev().filter(|end| **end > start).find_map(fits)
}

fn says_something(rest: &str) -> bool {
    !rest.is_empty() && !JAPANESE_ENDINGS.contains(&rest)
}
