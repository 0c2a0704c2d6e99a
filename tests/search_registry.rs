//! A foreign registry of our own making: a thousand threat actors with some 1,400 aliases in the
//! styles of those who name them, and a thousand queries for them in ten kinds. An equal from
//! elsewhere answers the same queries beside. Seeded; the figures are printed with `--nocapture`.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "the figures are what this is for; every place is below the length it was drawn from"
)]

#[path = "support/random.rs"]
mod random;
#[path = "support/registry/mod.rs"]
mod registry;
#[path = "support/tally.rs"]
mod tally;

use attache::library::load::{LoadRequest, load};
use attache::library::{ItemId, Kind as ItemKind, Library};
use attache::search::{Index, Searcher};
use random::Random;
use registry::brief::brief;
use registry::names::{Actor, actors};
use registry::peer::{Peer, likeness};
use registry::queries::{KINDS, Kind};
use std::collections::{BTreeMap, BTreeSet};
use tally::Tally;

/// Queries of each kind.
const EACH: usize = 100;
/// Hits that are looked through.
const LIMIT: usize = 20;

/// A query, the actor and the name it was made of, and all actors that answer it.
struct Asked {
    kind: Kind,
    query: String,
    origin: String,
    wanted: BTreeSet<usize>,
}

/// A hundred queries of each kind, each once.
fn queries(actors: &[Actor], random: &mut Random) -> Vec<Asked> {
    let mut queries = Vec::new();
    for kind in KINDS {
        let mut known = BTreeSet::new();
        while known.len() < EACH {
            let at = random.below(actors.len());
            let names = kind.names(&actors[at]);
            let Some(name) = names.get(random.below(names.len())) else { continue };
            let Some(query) = kind.query(name, random) else { continue };
            if !known.insert(query.clone()) {
                continue;
            }
            let origin = name.text.clone();
            let fits =
                |at: &usize| actors[*at].iter().any(|name| kind.fits(&query, &origin, &name.text));
            let wanted = (0..actors.len()).filter(fits).collect();
            queries.push(Asked { kind, query, origin, wanted });
        }
    }
    queries
}

/// The figures of one of the two.
#[derive(Default)]
struct Figures {
    kinds: BTreeMap<Kind, Tally>,
    all: Tally,
}

impl Figures {
    fn add(&mut self, kind: Kind, place: Option<usize>) {
        self.kinds.entry(kind).or_default().add(place);
        self.all.add(place);
    }

    fn print(&self, who: &str) {
        println!("{who}");
        for (kind, tally) in &self.kinds {
            println!("{:12} {}", format!("{kind:?}"), tally.line());
        }
        println!("{:12} {}", "all", self.all.line());
    }
}

/// The items of the actors in their order.
fn items(library: &Library, actors: &[Actor]) -> Vec<ItemId> {
    let named: BTreeMap<&str, ItemId> = library
        .items()
        .filter(|(_, item)| item.kind == ItemKind::Actor)
        .map(|(id, item)| (item.title.as_str(), id))
        .collect();
    actors.iter().map(|names| named[names[0].text.as_str()]).collect()
}

#[test]
fn threat_actors_are_told_apart() {
    let mut random = Random(0x5eed_0003);
    let actors = actors(&mut random);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("registry.toml"), brief(&actors, &mut random)).unwrap();
    let library =
        load(&LoadRequest { paths: vec![folder.path().to_owned()], ..LoadRequest::default() });
    let items = items(&library, &actors);
    let index = Index::new(&library);
    let mut searcher = Searcher::default();
    let peer = Peer::new(&actors);
    let (mut ours, mut theirs) = (Figures::default(), Figures::default());
    for Asked { kind, query, origin, wanted } in queries(&actors, &mut random) {
        let found = searcher.search(&index, &library, &query, LIMIT);
        let is_wanted = |item: &ItemId| wanted.iter().any(|at| items[*at] == *item);
        let place = found.hits.iter().position(|hit| is_wanted(&hit.item));
        let ranked = peer.search(&query, LIMIT);
        let peers = ranked.iter().position(|at| wanted.contains(at));
        if place != Some(0) {
            let first = found.hits.first().and_then(|hit| library.get(hit.item));
            let first = first.map(|item| item.title.as_str());
            println!(
                "{kind:?}: {query:?} wants {origin:?} at {place:?}, begins {first:?}, peer {peers:?}"
            );
        }
        ours.add(kind, place);
        theirs.add(kind, peers);
    }
    ours.print("ours");
    theirs.print("peer");
    for (kind, tally) in &ours.kinds {
        assert!(tally.first() >= 0.92, "{kind:?}: {}", tally.line());
    }
    let (ours, theirs) = (ours.all, theirs.all);
    assert!(ours.first() >= 0.97, "{}", ours.line());
    assert!(ours.first() >= theirs.first() - 0.01, "{}\n{}", ours.line(), theirs.line());
}

/// What the Python edition of rapidfuzz (3.14) says of the same texts, read as its `default_process`
/// does.
#[test]
fn the_peer_scores_as_the_original() {
    for (one, other, score) in [
        ("this is a test", "this is a new test!!!", 95.0),
        ("fancybear", "Fancy Bear", 94.737),
        ("lazarin", "Lazarin Group", 90.0),
        ("apt 28", "APT29", 72.727),
        ("bear", "Cyber Army of Thrace", 67.5),
        ("storm 0824", "Storm-0842", 90.0),
        ("fnacy bee", "Fancy Bear", 73.684),
        ("volga cyber", "Free Volga Resistance", 85.5),
        ("ta", "Soldiers of Thrace in Numidia", 40.0),
        ("", "Thrace", 0.0),
    ] {
        let found = likeness(one, other);
        assert!((found - score).abs() < 0.001, "{one:?} and {other:?}: {found}");
    }
}
