//! One word that is looked for.

/// One word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Term {
    /// The folded word.
    pub(in crate::search) word: String,
    /// Whether only the word itself will do.
    pub(in crate::search) exact: bool,
    /// Whether it goes on no further, so that it is less likely the beginning of a longer one.
    pub(in crate::search) finished: bool,
    /// Other words of which each will do in its place.
    pub(in crate::search) others: Vec<Self>,
}

impl Term {
    /// A word that may be spelled otherwise and go on.
    pub(in crate::search) fn open(word: String) -> Self {
        Self { word, exact: false, finished: false, others: Vec::new() }
    }

    /// A word that must be this one.
    pub(in crate::search) fn exact(word: String) -> Self {
        Self { word, exact: true, finished: true, others: Vec::new() }
    }

    /// Whether something is so of it and of all that will do in its place.
    pub(in crate::search) fn all(&self, is: impl Fn(&Self) -> bool) -> bool {
        is(self) && self.others.iter().all(is)
    }

    /// It and what will do in its place, as one says it: `lapid OR netanyahu`.
    pub(in crate::search) fn said(&self) -> String {
        let words = std::iter::once(self).chain(&self.others).map(|term| term.word.as_str());
        words.collect::<Vec<_>>().join(" OR ")
    }
}
