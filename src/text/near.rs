//! "Did you mean": the known word that a mistyped one is near to.

/// Bytes of the longest word that is compared.
const LONGEST: usize = 200;

/// So many words of a fitting length are compared.
const COMPARED: usize = 2_000;

/// Nearest of some known words, if it is near enough to be meant: at most one slip in three letters,
/// two in five, three in more, or the beginning of one another. Words over 200 bytes are near to
/// nothing, and of very many known words the first are compared.
#[must_use]
pub fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    // No word that is known is longer, and a comparison costs the product of both lengths.
    if word.len() > LONGEST {
        return None;
    }
    let lower = word.to_lowercase();
    let length = lower.chars().count();
    let allowed = match length {
        0..=3 => 1,
        4..=5 => 2,
        _ => 3,
    };
    known
        .into_iter()
        .filter(|known| known.len() <= LONGEST)
        .filter(|known| !is_opposite(&lower, known))
        .filter(|known| {
            let far = known.chars().count().abs_diff(length) > allowed;
            // The beginning of the other may be any number of letters shorter.
            !far || lower.starts_with(known) || known.starts_with(&lower)
        })
        .take(COMPARED)
        .map(|known| {
            let begins = lower.len() >= 3 && known.len() >= 3;
            let begins = begins && (goes_on(&lower, known) || goes_on(known, &lower));
            // `latitude` for `lat`, `likely` for `likelihood`: the beginning is what people know.
            let distance = strsim::osa_distance(&lower, &known.to_lowercase());
            (if begins { distance.min(allowed) } else { distance }, known)
        })
        .filter(|(distance, known)| *distance <= allowed && *distance <= known.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// Whether a word is the beginning of another one with letters behind it: `highly doubtful` is not `high`, and
/// `who-not` not `who`.
fn goes_on(word: &str, beginning: &str) -> bool {
    let rest = word.strip_prefix(beginning);
    rest.is_some_and(|rest| rest.chars().all(char::is_alphanumeric))
}

/// Whether one word is the other with a prefix that says no: `confirmed` and `unconfirmed`.
fn is_opposite(word: &str, known: &str) -> bool {
    const NO: [&str; 5] = ["un", "non", "not ", "dis", "de"];
    let without = |text: &str| NO.iter().find_map(|no| text.strip_prefix(no)).map(str::to_owned);
    let is_near = |one: Option<String>, other: &str| {
        one.is_some_and(|one| strsim::osa_distance(one.trim_start_matches('-'), other) <= 1)
    };
    let known = known.to_lowercase();
    is_near(without(word), &known) || is_near(without(&known), word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_near_to_its_opposite() {
        for (word, known) in [
            ("confirmed", "unconfirmed"),
            ("unreviewed", "reviewed"),
            ("disowns", "owns"),
            ("unlinked-to", "linked-to"),
            ("non-state", "state"),
        ] {
            assert_eq!(nearest(word, [known]), None, "{word}");
        }
        for (words, known) in
            [("highly doubtful", "high"), ("low-moderate", "low"), ("who-not", "who")]
        {
            assert_eq!(nearest(words, [known]), None, "{words}");
        }
        assert_eq!(nearest("latitude", ["lat"]), Some("lat"));
        assert_eq!(nearest("reviwed", ["reviewed"]), Some("reviewed"));
        assert_eq!(nearest("uncofirmed", ["unconfirmed"]), Some("unconfirmed"));
    }

    #[test]
    fn nearest_word_is_near() {
        assert_eq!(nearest("tag", ["tags", "type", "title"]), Some("tags"));
        assert_eq!(nearest("organization", ["organisation", "person"]), Some("organisation"));
        assert_eq!(nearest("zzz", ["tags", "type"]), None);
        assert_eq!(nearest("xy", ["ab"]), None);
        assert_eq!(nearest("latitude", ["name", "lat", "lon"]), Some("lat"));
        assert_eq!(nearest("why", ["when", "type"]), None);
        assert_eq!(nearest("e1100", ["E110", "E111"]), Some("E110"));
        assert_eq!(nearest("aeoi-statment", ["aeoi-statement", "kayhan"]), Some("aeoi-statement"));
        assert_eq!(nearest("bloomberg", ["aeoi-statement", "kayhan"]), None);
    }

    #[test]
    fn what_is_no_word_is_near_to_nothing() {
        let long = "a".repeat(100_000);
        let nearly = "a".repeat(99_999);
        assert_eq!(nearest(&long, std::iter::repeat_n(nearly.as_str(), 100)), None);
        assert_eq!(nearest("tag", [long.as_str(), "tags"]), Some("tags"));
        // A comparison of all of these would take minutes.
        let many = vec!["a".repeat(180); 100_000];
        assert!(nearest(&"ab".repeat(90), many.iter().map(String::as_str)).is_none());
    }
}
