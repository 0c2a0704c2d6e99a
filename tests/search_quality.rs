//! How well the search answers over the built-in briefs: queries of every kind with the items that
//! should come first, alternatives divided by `|`. Queries whose items do not exist are counted.

use attache::brief::{read, read_registry};
use attache::diag::Sources;
use attache::library::{Collection, Library};
use attache::search::{Found, Index};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

const QUERIES: &str = include_str!("queries.tsv");

struct Searched {
    library: Library,
    index: Index,
}

static SEARCHED: LazyLock<Searched> = LazyLock::new(|| {
    let mut sources = Sources::default();
    let mut collection = Collection::default();
    let mut findings = Vec::new();
    for (name, text) in files("briefs/_registry") {
        let source = sources.add(attache::text::clean(&name, |_| {}), text);
        let mut reported = read_registry(&sources, source);
        findings.append(&mut reported.diagnostics);
        collection.registry.push(reported.value);
    }
    for (name, text) in files("briefs") {
        let source = sources.add(attache::text::clean(&name, |_| {}), text);
        let mut reported = read(&sources, source);
        findings.append(&mut reported.diagnostics);
        collection.briefs.push(reported.value);
    }
    let library = Library::new(vec![collection], sources, findings, Vec::new());
    let index = Index::new(&library);
    Searched { library, index }
});

/// The briefs of a folder of the package, by name.
#[expect(clippy::disallowed_methods, reason = "a test reads the briefs of its own package")]
fn files(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<(String, String)> = entries
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

impl Searched {
    fn search(&self, query: &str) -> Found {
        self.index.search(&self.library, query, 50)
    }

    fn ids(&self, query: &str) -> Vec<String> {
        let found = self.search(query);
        let items = found.hits.iter().filter_map(|hit| self.library.get(hit.item));
        items.map(|item| format!("{}:{}", item.kind.word(), item.slug)).collect()
    }

    fn has(&self, id: &str) -> bool {
        self.library.items().any(|(_, item)| format!("{}:{}", item.kind.word(), item.slug) == id)
    }
}

#[derive(Default)]
struct Tally {
    rows: usize,
    first: usize,
    among_three: usize,
    reciprocal: f64,
}

impl Tally {
    fn add(&mut self, place: Option<usize>) {
        self.rows += 1;
        self.first += usize::from(place == Some(0));
        self.among_three += usize::from(place.is_some_and(|place| place < 3));
        let rank = place.and_then(|place| u32::try_from(place + 1).ok());
        self.reciprocal += rank.map_or(0.0, |rank| 1.0 / f64::from(rank));
    }

    fn share(part: usize, rows: usize) -> f64 {
        let part = u32::try_from(part).unwrap();
        f64::from(part) / f64::from(u32::try_from(rows.max(1)).unwrap())
    }

    fn line(&self) -> String {
        let rows = self.rows;
        format!(
            "{rows:3} rows  first {:5.1} %  among three {:5.1} %  MRR {:.3}",
            100.0 * Self::share(self.first, rows),
            100.0 * Self::share(self.among_three, rows),
            self.mean_reciprocal_rank(),
        )
    }

    fn mean_reciprocal_rank(&self) -> f64 {
        self.reciprocal / f64::from(u32::try_from(self.rows.max(1)).unwrap())
    }
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
        let wanted: Vec<&str> = expected.split('|').filter(|id| SEARCHED.has(id)).collect();
        if wanted.is_empty() {
            skipped.push(row);
            continue;
        }
        let ids = SEARCHED.ids(query);
        let place = ids.iter().position(|id| wanted.contains(&id.as_str()));
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
        let first = Tally::share(tally.first, tally.rows);
        assert!(first >= 0.92, "{kind}: {}", tally.line());
    }
    assert!(Tally::share(all.first, all.rows) >= 0.98, "{}", all.line());
    assert!(all.mean_reciprocal_rank() >= 0.985, "{}", all.line());
}

#[test]
fn absent_things_are_never_a_confident_hit() {
    let mut confident = Vec::new();
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
        if let Some(hit) = found.hits.first() {
            confident.push((query, hit.clone(), found.note.clone()));
        }
    }
    println!("{confident:#?}");
    let paste = "what is this long text about? ".repeat(334);
    assert!(SEARCHED.search(&paste).note.is_some());
}

#[test]
fn a_confused_acronym_finds_both() {
    let ids = SEARCHED.ids("iaeo");
    let both = ["actor:aeoi", "actor:iaea"].map(String::from);
    assert!(ids.iter().take(2).all(|id| both.contains(id)), "{ids:?}");
}

#[test]
fn nothing_typed_is_every_event_in_time_order() {
    for query in ["", " ", "\t"] {
        let found = SEARCHED.search(query);
        let events = SEARCHED.library.listed(attache::library::Kind::Event);
        assert_eq!(found.total, events.len());
        assert_eq!(found.note, None);
        let items: Vec<_> = found.hits.iter().map(|hit| hit.item).collect();
        assert_eq!(items, events.iter().copied().take(50).collect::<Vec<_>>());
    }
}

#[test]
#[ignore = "shows what is found for QUERY"]
fn show() {
    #[expect(clippy::disallowed_methods, reason = "a tool for the one who tunes")]
    let queries = std::env::var("QUERY").unwrap();
    for query in queries.split(';') {
        let found = SEARCHED.search(query);
        println!("== {query}: {} {:?}", found.total, found.note);
        for hit in found.hits.iter().take(6) {
            let item = SEARCHED.library.get(hit.item).unwrap();
            println!(
                "{:5} {}:{} [{}] {:?} {:?}",
                hit.score,
                item.kind.word(),
                item.slug,
                item.title,
                hit.field,
                hit.why
            );
        }
    }
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
        assert!(Tally::share(tally.first, tally.rows) >= 0.92, "{kind}: {}", tally.line());
    }
}
