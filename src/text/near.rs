//! "Did you mean": the known word that a mistyped one is near to.

/// Nearest of some known words, if it is near enough to be meant: at most one slip in three letters,
/// two in five, three in more, or the beginning of one another.
#[must_use]
pub fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let lower = word.to_lowercase();
    let allowed = match lower.chars().count() {
        0..=3 => 1,
        4..=5 => 2,
        _ => 3,
    };
    known
        .into_iter()
        .map(|known| {
            let begins = lower.len() >= 3 && known.len() >= 3;
            let begins = begins && (lower.starts_with(known) || known.starts_with(&lower));
            // `latitude` for `lat`, `likely` for `likelihood`: the beginning is what people know.
            let distance = strsim::osa_distance(&lower, &known.to_lowercase());
            (if begins { distance.min(allowed) } else { distance }, known)
        })
        .filter(|(distance, known)| *distance <= allowed && *distance <= known.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
