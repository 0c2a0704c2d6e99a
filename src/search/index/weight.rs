//! How much a word tells: one that stands in few records tells more than one that stands in many.

/// What a word weighs that stands in so many of all records: twice the binary logarithm of how rare it is
/// (the inverse document frequency of Spärck Jones, 1972), and at least 1.
pub(in crate::search) fn weight(records: usize, all: usize) -> u32 {
    let rare = all.max(1) / records.max(1);
    1 + rare.max(1).saturating_mul(rare.max(1)).ilog2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rare_weighs_more() {
        assert_eq!(
            [1000, 500, 100, 10, 1, 0].map(|records| weight(records, 1000)),
            [1, 3, 7, 14, 20, 20]
        );
        assert_eq!(weight(0, 0), 1);
    }
}
