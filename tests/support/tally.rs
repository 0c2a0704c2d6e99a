//! Figures of a set of queries.

/// How often the right thing was found, and how high.
#[derive(Default)]
pub(crate) struct Tally {
    /// Queries counted.
    pub(crate) rows: usize,
    first: usize,
    among_three: usize,
    reciprocal: f64,
}

impl Tally {
    /// Counts a query by the place of the right thing, from 0.
    pub(crate) fn add(&mut self, place: Option<usize>) {
        self.rows += 1;
        self.first += usize::from(place == Some(0));
        self.among_three += usize::from(place.is_some_and(|place| place < 3));
        let rank = place.and_then(|place| u32::try_from(place + 1).ok());
        self.reciprocal += rank.map_or(0.0, |rank| 1.0 / f64::from(rank));
    }

    fn share(&self, part: f64) -> f64 {
        part / f64::from(u32::try_from(self.rows.max(1)).unwrap_or(u32::MAX))
    }

    /// The share of queries whose first hit is right.
    pub(crate) fn first(&self) -> f64 {
        self.share(f64::from(u32::try_from(self.first).unwrap_or(u32::MAX)))
    }

    /// The mean reciprocal rank.
    pub(crate) fn rank(&self) -> f64 {
        self.share(self.reciprocal)
    }

    /// The figures in one line.
    pub(crate) fn line(&self) -> String {
        let three = self.share(f64::from(u32::try_from(self.among_three).unwrap_or(u32::MAX)));
        format!(
            "{:5} queries  first {:5.1} %  among three {:5.1} %  MRR {:.3}",
            self.rows,
            100.0 * self.first(),
            100.0 * three,
            self.rank()
        )
    }
}
