//! From a key to its complete frame, with few events and with many.

use super::alone::{Screen, shortest};
use super::asked::Asked;
use super::folder::{Options, all_of, write};
use super::page::{Section, Table, median, millis, percentile, times};
use super::script::{self, Kind as Place, Typed};
use attache::keymap::Chord;
use attache::library::load::load;
use attache::library::{ItemId, Kind, Library};
use attache::search::Index;
use std::sync::Arc;
use std::time::Duration;

const SIZE: (u16, u16) = (200, 60);
const EVENTS: [usize; 2] = [1_000, 10_000];
const KEYS: usize = 1_000;
const ROUNDS: usize = 6;

/// What is typed over an actor: onto it and away in the list, into its page, down and back.
const OVER: &[&str] = &[
    "k", "j", "j", "k", "enter", "pagedown", "pagedown", "j", "k", "G", "home", "tab", "tab", "H",
    "L", "z", "z",
];

/// The times of the keys of one corpus, by what is measured.
struct Measured {
    panes: Vec<Duration>,
    search: Vec<Duration>,
    actor: Vec<Duration>,
    links: usize,
}

impl Measured {
    fn of(events: usize) -> Self {
        let folder = write(&Options { events, ..Options::default() });
        let library = Arc::new(load(&all_of(folder.path())));
        let index = Arc::new(Index::new(&library));
        let typed = script::typed(KEYS);
        let took = shortest(ROUNDS, &typed, || Screen::new(&library, &index, SIZE));
        let of = |place: Place| {
            let keys = typed.iter().zip(&took).filter(|(key, _)| key.kind == place);
            keys.map(|(_, took)| *took).collect()
        };
        let (actor, links) = most_linked(&library);
        let over: Vec<Typed> = OVER
            .iter()
            .map(|key| Typed {
                kind: Place::Panes,
                chord: Chord::parse(key).unwrap(),
                bytes: Vec::new(),
            })
            .collect();
        let over = shortest(ROUNDS, &over, || {
            let mut screen = Screen::new(&library, &index, SIZE);
            screen.reader.app_mut().open_at(actor);
            screen.draw();
            screen
        });
        Self { panes: of(Place::Panes), search: of(Place::Search), actor: over, links }
    }
}

/// The actor in the most events, and in how many.
fn most_linked(library: &Library) -> (ItemId, usize) {
    let events = |actor: &ItemId| library.linked(*actor, Kind::Event).len();
    let actor = library.listed(Kind::Actor).iter().copied().max_by_key(events);
    let actor = actor.expect("there are actors");
    (actor, events(&actor))
}

/// Keys in the panes, in the search and over the most linked actor.
pub(crate) fn measure(_: &Asked) -> Section {
    let [few, many] = EVENTS.map(Measured::of);
    let about = format!(
        "From a key to the bytes of its complete frame at {}x{}, without a terminal: {KEYS} random keys in the lists \
         and\npages and in the search, {ROUNDS} times over, the shortest time of each. Then keys over the actor with \
         the most\nevents ({} of them where there are {}). The ratios tell how much longer it takes among {} events \
         than among\n{}; less is better, and 1 is no growth. `cargo bench --bench keys` measures more, in a terminal too.",
        SIZE.0, SIZE.1, many.links, EVENTS[1], EVENTS[1], EVENTS[0]
    );
    let mut table =
        Table::new(&["", "median, ratio", "p99, ratio", "median", "p99", "p99 should be at most"]);
    for (name, few, many, most) in [
        ("in lists and pages", &few.panes, &many.panes, 8),
        ("in the search", &few.search, &many.search, 16),
        ("over the most linked actor", &few.actor, &many.actor, 10),
    ] {
        table.row([
            name.to_owned(),
            times(median(many), median(few)),
            times(percentile(many, 99), percentile(few, 99)),
            millis(median(many)),
            millis(percentile(many, 99)),
            millis(Duration::from_millis(most)),
        ]);
    }
    Section { title: "Frame", about, tables: vec![table] }
}
