//! Words that people write for others.

/// A word in the letters and signs of a list: `Threat_Actor` as `threat-actor`.
pub(super) fn level(written: &str) -> String {
    written.trim().to_lowercase().replace(['_', ' '], "-")
}

/// What a word is written for, among pairs of both.
pub(super) fn meant<T: Copy>(others: &[(&str, T)], level: &str) -> Option<T> {
    others.iter().find(|(other, _)| *other == level).map(|(_, meant)| *meant)
}
