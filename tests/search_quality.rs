//! How well the search answers over the built-in briefs: queries of every kind with the items that
//! should come first, alternatives divided by `|`. Queries whose items do not exist are counted.

#[path = "support/tally.rs"]
mod tally;

use attache::library::load::{LoadRequest, load};
use attache::library::{Item, Kind, Library};
use attache::search::{Found, Index};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tally::Tally;

const QUERIES: &str = include_str!("queries.tsv");

struct Searched {
    library: Library,
    index: Index,
}

static SEARCHED: LazyLock<Searched> = LazyLock::new(|| {
    let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
    let index = Index::new(&library);
    Searched { library, index }
});

impl Searched {
    fn search(&self, query: &str) -> Found {
        self.index.search(&self.library, query, 50)
    }

    fn ids(&self, query: &str) -> Vec<String> {
        let found = self.search(query);
        let items = found.hits.iter().filter_map(|hit| self.library.get(hit.item));
        items.map(called).collect()
    }

    /// Whether anything is called so, or is a question that begins so: `qa~Was it Israel`.
    fn has(&self, id: &str) -> bool {
        self.library.items().any(|(_, item)| is_called(&called(item), id))
    }
}

/// Kind and id; of a question, whose ids say nothing, kind and title.
fn called(item: &Item) -> String {
    if item.kind == Kind::Question {
        format!("qa~{}", item.title)
    } else {
        format!("{}:{}", item.kind.word(), item.slug)
    }
}

fn is_called(name: &str, wanted: &str) -> bool {
    name == wanted || wanted.starts_with("qa~") && name.starts_with(wanted)
}

#[test]
fn queries_find_what_they_mean() {
    let mut kinds: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut all = Tally::default();
    let mut skipped = Vec::new();
    for row in QUERIES.lines() {
        let mut columns = row.split('\t');
        let (Some(query), Some(kind), Some(expected)) =
            (columns.next(), columns.next(), columns.next())
        else {
            panic!("a row has a query, a kind and ids: {row:?}");
        };
        if kind == "negative" {
            let ids = SEARCHED.ids(query);
            if !ids.is_empty() {
                println!("{query:32} wants nothing, begins {:?}", ids.first());
            }
            kinds.entry(kind).or_default().add(ids.is_empty().then_some(0));
            continue;
        }
        let wanted: Vec<&str> = expected.split('|').filter(|id| SEARCHED.has(id)).collect();
        if wanted.is_empty() {
            skipped.push(row);
            continue;
        }
        let ids = SEARCHED.ids(query);
        let is_wanted = |id: &String| wanted.iter().any(|wanted| is_called(id, wanted));
        let place = ids.iter().position(is_wanted);
        if place != Some(0) {
            let top: Vec<&String> = ids.iter().take(4).collect();
            println!("{query:32} wants {expected}, has it at {place:?}, begins {top:?}");
        }
        all.add(place);
        kinds.entry(kind).or_default().add(place);
    }
    for (kind, tally) in &kinds {
        println!("{kind:10} {}", tally.line());
    }
    println!("{:10} {}\nskipped: {skipped:#?}", "all", all.line());
    assert!(skipped.len() * 10 < all.rows, "{} rows were skipped", skipped.len());
    for (kind, tally) in &kinds {
        let first = tally.first();
        let floor = if *kind == "negative" { 1.0 } else { 0.92 };
        assert!(first >= floor, "{kind}: {}", tally.line());
    }
    assert!(all.first() >= 0.98, "{}", all.line());
    assert!(all.rank() >= 0.985, "{}", all.line());
}

#[test]
fn absent_things_are_never_a_confident_hit() {
    for query in [
        "thames",
        "tems",
        "zzzz",
        "qwerty",
        "stuxnet",
        "predatory sparrow",
        "solarwinds",
        "rutte",
        "gantz",
        "berisha",
        "*",
        "\\",
        "\"",
        "\u{202e}\u{202d}",
        "\u{301}",
        "👍",
    ] {
        let found = SEARCHED.search(query);
        assert!(found.note.is_some(), "{query}: {:?}", SEARCHED.ids(query));
        assert!(found.hits.is_empty(), "{query}: {:?}", SEARCHED.ids(query));
    }
    let paste = "what is this lengthy paste about? ".repeat(300);
    assert!(SEARCHED.search(&paste).note.is_some());
}

#[test]
fn a_confused_acronym_finds_both() {
    let ids = SEARCHED.ids("iaeo");
    let both = ["actor:aeoi", "actor:iaea"].map(String::from);
    assert!(ids.iter().take(2).all(|id| both.contains(id)), "{ids:?}");
}

#[test]
fn the_day_on_which_it_became_known_finds_an_event() {
    let ids = SEARCHED.ids("10 sep");
    let shown = ["event:iran-condemns-sanctions", "event:tims-attack"];
    assert_eq!(ids.iter().take(2).collect::<Vec<_>>(), shown, "first what was on that day");
}

#[test]
fn nothing_typed_is_every_event_in_time_order() {
    for query in ["", " ", "\t"] {
        let found = SEARCHED.search(query);
        let events = SEARCHED.library.listed(Kind::Event);
        assert_eq!(found.total, events.len());
        assert_eq!(found.note, None);
        let items: Vec<_> = found.hits.iter().map(|hit| hit.item).collect();
        assert_eq!(items, events.iter().copied().take(50).collect::<Vec<_>>());
    }
}

#[test]
fn marks_and_reasons_fit_and_do_not_change() {
    let again = Index::new(&SEARCHED.library);
    for row in QUERIES.lines() {
        let query = row.split('\t').next().unwrap_or_default();
        let found = SEARCHED.search(query);
        assert_eq!(found, again.search(&SEARCHED.library, query, 50), "{query}");
        for hit in &found.hits {
            let title = &SEARCHED.library.get(hit.item).unwrap().title;
            for mark in &hit.marks {
                let marked = title.as_str().get(mark.clone());
                assert!(
                    marked.is_some_and(|text| !text.is_empty()),
                    "{query}: {mark:?} of {title}"
                );
            }
            // Operators alone leave nothing to mark.
            let operators = query.split(' ').all(|piece| piece.contains(':'));
            let shown = hit.why.is_some() || !hit.marks.is_empty() || operators;
            assert!(shown, "{query}: nothing says why {title} was found");
        }
    }
}

#[test]
fn the_limit_holds_and_the_total_does_not_depend_on_it() {
    let all = SEARCHED.search("rama");
    let few = SEARCHED.index.search(&SEARCHED.library, "rama", 3);
    assert_eq!(few.hits, all.hits[..3]);
    assert_eq!(few.total, all.total);
    assert!(SEARCHED.index.search(&SEARCHED.library, "rama", 0).hits.is_empty());
}

/// Every name of every actor, in every script, and what becomes of it under a typing error.
#[test]
fn generated_queries_find_what_they_mean() {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for (id, item) in SEARCHED.library.items() {
        let Some(actor) = SEARCHED.library.actor(id) else { continue };
        let mut try_one = |kind: &'static str, query: &str| {
            let found = SEARCHED.search(query);
            let place = found.hits.iter().position(|hit| hit.item == id);
            if place != Some(0) {
                let first = found.hits.first().and_then(|hit| SEARCHED.library.get(hit.item));
                println!(
                    "{kind} {query:?} -> {} {place:?}, first {:?}",
                    item.slug,
                    first.map(|item| &item.slug)
                );
            }
            tallies.entry(kind).or_default().add(place);
        };
        try_one("name", actor.name.as_str());
        actor.aliases.iter().for_each(|alias| try_one("alias", alias.as_str()));
        actor.names.iter().for_each(|native| try_one("native", native.name.as_str()));
        let letters: Vec<char> = actor.name.as_str().to_lowercase().chars().collect();
        if letters.len() < 6 || letters.iter().any(|letter| letter.is_numeric()) {
            continue;
        }
        let place = letters.len() / 2;
        let mut swapped = letters.clone();
        swapped.swap(place, place + 1);
        try_one("transposed", &swapped.iter().collect::<String>());
        let mut dropped = letters.clone();
        dropped.remove(place);
        try_one("dropped", &dropped.iter().collect::<String>());
        let mut doubled = letters.clone();
        doubled.insert(place, letters[place]);
        try_one("doubled", &doubled.iter().collect::<String>());
        let mut changed = letters.clone();
        changed[place] = if letters[place] == 'e' { 'a' } else { 'e' };
        try_one("changed", &changed.iter().collect::<String>());
        try_one("all but the end", &letters[..letters.len() - 2].iter().collect::<String>());
        let mut words: Vec<&str> = actor.name.as_str().split(' ').collect();
        words.reverse();
        try_one("reversed", &words.join(" "));
    }
    for (kind, tally) in &tallies {
        println!("{kind:16} {}", tally.line());
    }
    for (kind, tally) in &tallies {
        assert!(tally.first() >= 0.92, "{kind}: {}", tally.line());
    }
}
