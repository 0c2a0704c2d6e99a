//! Searches made before, to make again.

use super::{App, SearchSession};

/// Searches that are remembered.
const KEPT: usize = 50;

/// What was searched for, the newest last, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searches {
    queries: Vec<String>,
}

impl Searches {
    /// Searches remembered from before, the newest last.
    #[must_use]
    pub fn new(queries: impl IntoIterator<Item = String>) -> Self {
        let mut searches = Self::default();
        for query in queries {
            searches.add(query);
        }
        searches
    }

    /// The queries, the newest last.
    #[must_use]
    pub fn queries(&self) -> &[String] {
        &self.queries
    }

    /// Remembers a query as the newest; a blank one is none.
    pub(super) fn add(&mut self, query: String) {
        if query.trim().is_empty() {
            return;
        }
        self.queries.retain(|known| *known != query);
        self.queries.push(query);
        let excess = self.queries.len().saturating_sub(KEPT);
        self.queries.drain(..excess);
    }

    /// The query that many steps back, 1 for the newest.
    fn back(&self, steps: usize) -> Option<&String> {
        self.queries.len().checked_sub(steps).and_then(|at| self.queries.get(at))
    }
}

/// A query that was made before and stands in the field as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Recalled {
    /// How far back it is, 1 for the newest.
    steps: usize,
    query: String,
    /// What was typed before it was recalled.
    typed: String,
}

impl SearchSession {
    /// Recalls the query before the one that stands in the field. Keys choose results as soon as the
    /// query is changed or a result below the first is chosen; until then they go through the queries.
    /// False where there is none.
    pub(super) fn recall(&mut self, searches: &Searches, older: bool) -> bool {
        let text = self.field.text();
        let recalled = self.recalled.take().filter(|recalled| recalled.query == text);
        let (steps, typed) = match (&recalled, older) {
            _ if self.chosen > 0 => return false,
            (Some(recalled), true) => (recalled.steps + 1, recalled.typed.clone()),
            (Some(recalled), false) => (recalled.steps - 1, recalled.typed.clone()),
            (None, true) => (1, text),
            (None, false) => return false,
        };
        if steps == 0 {
            self.field.replace(&typed);
            return true;
        }
        let Some(query) = searches.back(steps).cloned() else {
            self.recalled = recalled;
            return older;
        };
        self.field.replace(&query);
        self.recalled = Some(Recalled { steps, query, typed });
        true
    }

    /// Whether the query in the field is one from before, unchanged: keys then go through the queries.
    #[must_use]
    pub fn recalls(&self) -> bool {
        let text = self.field.text();
        self.chosen == 0 && self.recalled.as_ref().is_some_and(|recalled| recalled.query == text)
    }
}

impl App {
    /// What was searched for, the newest last.
    #[must_use]
    pub fn searches(&self) -> &Searches {
        &self.searching.searches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_is_last_and_each_is_there_once() {
        let mut searches = Searches::new(["rama", "iran", " ", "rama"].map(str::to_owned));
        assert_eq!(searches.queries(), ["iran", "rama"]);
        for number in 0..100 {
            searches.add(number.to_string());
        }
        assert_eq!(searches.queries().len(), KEPT);
        assert_eq!(searches.back(1).map(String::as_str), Some("99"));
        assert_eq!(searches.back(KEPT + 1), None);
    }
}
