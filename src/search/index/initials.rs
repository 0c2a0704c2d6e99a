//! Initials by which people know a name that is written out.

use crate::search::fold::{Gap, Word};
/// Initials of a run of 3 to 6 capitalised words, with and without the small words between.
pub(in crate::search) fn initials(words: &[Word]) -> Vec<String> {
    const SMALL: &[&str] = &["of", "for", "and", "the", "on", "in"];
    let mut found = Vec::new();
    let mut run: Vec<&Word> = Vec::new();
    for word in words.iter().map(Some).chain([None]) {
        let goes_on = word.is_some_and(|word| {
            let is_small = !run.is_empty() && SMALL.contains(&&*word.folded);
            (word.capital || is_small) && (run.is_empty() || word.gap != Gap::Mark)
        });
        if !goes_on {
            let of = |skip: &[&str]| -> String {
                let kept = run.iter().filter(|word| !skip.contains(&&*word.folded));
                kept.filter_map(|word| word.folded.chars().next()).collect()
            };
            for initials in [of(&[]), of(SMALL), of(&["and", "the", "&"])] {
                if (3..=6).contains(&initials.chars().count()) && !found.contains(&initials) {
                    found.push(initials);
                }
            }
            run.clear();
        }
        run.extend(word.filter(|word| goes_on || word.capital));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::fold;

    #[test]
    fn initials_skip_small_words_or_keep_them() {
        let of = |text| initials(&fold::words(text));
        assert_eq!(of("Israel National Cyber Directorate"), ["incd"]);
        assert!(of("Ministry of Intelligence and Security (Iran)").contains(&"mois".to_owned()));
        assert!(of("Atomic Energy Organization of Iran").contains(&"aeoi".to_owned()));
        assert!(of("the attack on Albania").is_empty());
    }
}
