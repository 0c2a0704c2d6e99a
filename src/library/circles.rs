//! Groups of things that lead back to themselves.

use std::collections::{BTreeMap, BTreeSet};

/// The groups whose members all reach one another; a thing alone is one where it leads to itself.
///
/// Tarjan's search for strongly connected groups, without recursion: each reference is followed once.
pub(super) fn of<N, I>(
    nodes: impl IntoIterator<Item = N>,
    ends: impl Fn(N) -> I,
) -> Vec<BTreeSet<N>>
where
    N: Copy + Ord,
    I: Iterator<Item = N>,
{
    let mut groups = Groups { ends, visits: BTreeMap::new(), open: Vec::new(), found: Vec::new() };
    for node in nodes {
        if !groups.visits.contains_key(&node) && (groups.ends)(node).next().is_some() {
            groups.walk(node);
        }
    }
    groups.found
}

/// How far the search has come with a thing.
#[derive(Clone, Copy, Debug)]
struct Visit {
    order: usize,
    /// The earliest one that is known to be reached from it.
    low: usize,
    /// Whether its group is not yet known.
    open: bool,
}

struct Groups<N, F> {
    ends: F,
    visits: BTreeMap<N, Visit>,
    open: Vec<N>,
    found: Vec<BTreeSet<N>>,
}

impl<N: Copy + Ord, I: Iterator<Item = N>, F: Fn(N) -> I> Groups<N, F> {
    fn walk(&mut self, start: N) {
        // The way from the start, each step with what is still to be followed from it.
        let mut way = vec![self.enter(start)];
        while let Some((node, ends)) = way.last_mut() {
            let node = *node;
            if let Some(next) = ends.next() {
                match self.visits.get(&next).copied() {
                    None => way.push(self.enter(next)),
                    Some(visit) if visit.open => self.lower(node, visit.order),
                    Some(_) => {}
                }
                continue;
            }
            way.pop();
            let Some(visit) = self.visits.get(&node).copied() else { continue };
            if visit.low == visit.order {
                self.close(node);
            }
            if let Some((before, _)) = way.last() {
                self.lower(*before, visit.low);
            }
        }
    }

    fn enter(&mut self, node: N) -> (N, I) {
        let order = self.visits.len();
        self.visits.insert(node, Visit { order, low: order, open: true });
        self.open.push(node);
        (node, (self.ends)(node))
    }

    fn lower(&mut self, node: N, to: usize) {
        if let Some(visit) = self.visits.get_mut(&node) {
            visit.low = visit.low.min(to);
        }
    }

    /// Takes the group whose first member was `first` off the open ones.
    fn close(&mut self, first: N) {
        let mut group = BTreeSet::new();
        while let Some(node) = self.open.pop() {
            if let Some(visit) = self.visits.get_mut(&node) {
                visit.open = false;
            }
            group.insert(node);
            if node == first {
                break;
            }
        }
        let alone = group.len() == 1;
        if !alone || (self.ends)(first).any(|end| end == first) {
            self.found.push(group);
        }
    }
}
