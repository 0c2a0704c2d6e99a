//! Queries nobody wrote and nobody tuned to: variants of the names in the briefs, and a registry of a
//! thousand made-up people. Seeded; the figures are printed with `--nocapture`.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "the figures are what this is for; every place is below the length it was drawn from"
)]

#[path = "support/random.rs"]
mod random;
#[path = "support/tally.rs"]
mod tally;

use attache::library::load::{LoadRequest, load};
use attache::library::{ItemId, Kind, Library};
use attache::search::{Index, Searcher};
use random::Random;
use std::collections::{BTreeMap, BTreeSet};
use tally::Tally;

/// Variants of the names in the briefs.
const VARIANTS: usize = 1000;
/// People of the registry.
const PEOPLE: usize = 1000;

/// How a name is mistyped, misheard or cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    OneTypo,
    TwoTypos,
    Transposed,
    Romanised,
    WithoutAccents,
    Swapped,
    TwoPrefixes,
    Initials,
}

const WAYS: [Way; 8] = [
    Way::OneTypo,
    Way::TwoTypos,
    Way::Transposed,
    Way::Romanised,
    Way::WithoutAccents,
    Way::Swapped,
    Way::TwoPrefixes,
    Way::Initials,
];

/// A letter changed, left out, doubled or put in, never the first of a word.
fn mistype(text: &str, random: &mut Random) -> Option<String> {
    let mut letters: Vec<char> = text.chars().collect();
    let inner: Vec<usize> = (1..letters.len())
        .filter(|at| letters[*at].is_alphabetic() && letters[at - 1].is_alphabetic())
        .collect();
    let at = *inner.get(random.below(inner.len()))?;
    match random.below(4) {
        0 => letters[at] = random.letter(),
        1 => {
            letters.remove(at);
        }
        2 => letters.insert(at, letters[at]),
        _ => letters.insert(at, random.letter()),
    }
    Some(letters.into_iter().collect())
}

fn transpose(text: &str, random: &mut Random) -> Option<String> {
    let mut letters: Vec<char> = text.chars().collect();
    let inner: Vec<usize> = (1..letters.len().saturating_sub(1))
        .filter(|at| {
            let (one, other) = (letters[*at], letters[at + 1]);
            one.is_alphabetic() && other.is_alphabetic() && one != other && letters[at - 1] != ' '
        })
        .collect();
    let at = *inner.get(random.below(inner.len()))?;
    letters.swap(at, at + 1);
    Some(letters.into_iter().collect())
}

/// The same sound in the habits of another newsroom.
fn romanise(text: &str, random: &mut Random) -> Option<String> {
    const RULES: &[(&str, &str)] = &[
        ("sh", "sch"),
        ("sh", "ch"),
        ("kh", "ch"),
        ("ch", "tch"),
        ("tch", "ch"),
        ("v", "w"),
        ("w", "v"),
        ("y", "i"),
        ("i", "y"),
        ("ou", "u"),
        ("u", "ou"),
        ("q", "k"),
        ("k", "q"),
        ("c", "k"),
        ("z", "s"),
        ("ph", "f"),
        ("f", "ph"),
        ("ll", "l"),
        ("l", "ll"),
        ("n", "nn"),
        ("aa", "a"),
        ("ee", "i"),
        ("i", "ee"),
        ("o", "u"),
        ("e", "a"),
        ("ai", "ei"),
        ("x", "ks"),
        ("th", "t"),
        ("tz", "ts"),
        ("zh", "j"),
        ("gh", "g"),
        ("d", "dd"),
        ("ks", "x"),
    ];
    let start = random.below(RULES.len());
    for step in 0..RULES.len() {
        let (from, to) = RULES[(start + step) % RULES.len()];
        if let Some((at, _)) = text.match_indices(from).find(|(at, _)| *at > 0) {
            return Some(format!("{}{to}{}", &text[..at], &text[at + from.len()..]));
        }
    }
    None
}

fn without_accents(text: &str) -> Option<String> {
    let plain = text.chars().map(|letter| match letter {
        'ë' | 'é' | 'è' => 'e',
        'ç' | 'ć' | 'č' => 'c',
        'ï' | 'í' => 'i',
        'ā' | 'á' | 'ä' => 'a',
        'ö' | 'ó' => 'o',
        'š' => 's',
        'ž' => 'z',
        other => other,
    });
    let plain: String = plain.collect();
    (plain != text).then_some(plain)
}

fn variant(name: &str, way: Way, random: &mut Random) -> Option<String> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    match way {
        Way::OneTypo => (lower.chars().count() >= 5).then(|| mistype(&lower, random))?,
        Way::TwoTypos => {
            let long = words.iter().any(|word| word.chars().count() >= 8);
            let once = long.then(|| mistype(&lower, random))??;
            mistype(&once, random)
        }
        Way::Transposed => (lower.chars().count() >= 5).then(|| transpose(&lower, random))?,
        Way::Romanised => romanise(&lower, random),
        Way::WithoutAccents => without_accents(&lower),
        Way::Swapped => {
            let mut words = words;
            words.reverse();
            (words.len() > 1).then(|| words.join(" "))
        }
        Way::TwoPrefixes => {
            let prefix = |word: &str| word.chars().take(3 + word.len() % 2).collect::<String>();
            (words.len() > 1).then(|| format!("{} {}", prefix(words[0]), prefix(words[1])))
        }
        Way::Initials => {
            let [first, .., last] = words.as_slice() else { return None };
            let capitals = name.split(' ').all(|word| word.starts_with(char::is_uppercase));
            let initial: String = first.chars().take(1).collect();
            (capitals && words.len() == 2).then(|| format!("{initial} {last}"))
        }
    }
}

struct Trial {
    library: Library,
    index: Index,
    searcher: Searcher,
    kinds: BTreeMap<String, Tally>,
    all: Tally,
}

impl Trial {
    fn new(library: Library) -> Self {
        let index = Index::new(&library);
        let (kinds, all) = (BTreeMap::new(), Tally::default());
        Self { library, index, searcher: Searcher::default(), kinds, all }
    }

    /// Asks; any of the items will do.
    fn ask(&mut self, kind: &str, query: &str, wanted: &BTreeSet<ItemId>) {
        let found = self.searcher.search(&self.index, &self.library, query, 20);
        let place = found.hits.iter().position(|hit| wanted.contains(&hit.item));
        if place != Some(0) {
            let title = |id: ItemId| self.library.get(id).map(|item| item.title.clone());
            let wants = wanted.first().and_then(|id| title(*id));
            let first = found.hits.first().and_then(|hit| title(hit.item));
            println!("{kind}: {query:?} wants {wants:?} at {place:?}, begins {first:?}");
        }
        self.kinds.entry(kind.to_owned()).or_default().add(place);
        self.all.add(place);
    }

    fn report(&self, floor: f64, floor_of_all: f64, floor_of_rank: f64) {
        for (kind, tally) in &self.kinds {
            println!("{kind:16} {}", tally.line());
        }
        println!("{:16} {}", "all", self.all.line());
        for (kind, tally) in &self.kinds {
            assert!(tally.first() >= floor, "{kind}: {}", tally.line());
        }
        assert!(self.all.first() >= floor_of_all, "{}", self.all.line());
        assert!(self.all.rank() >= floor_of_rank, "{}", self.all.line());
    }
}

/// Everything of which this is a name or title, in any field that names.
fn bearers(library: &Library) -> BTreeMap<String, BTreeSet<ItemId>> {
    let mut bearers: BTreeMap<String, BTreeSet<ItemId>> = BTreeMap::new();
    for (id, item) in library.items() {
        let mut add = |name: &str| {
            bearers.entry(name.to_lowercase()).or_default().insert(id);
        };
        if matches!(item.kind, Kind::Actor | Kind::Place) {
            add(item.title.as_str());
        }
        if let Some(actor) = library.actor(id) {
            actor.aliases.iter().for_each(|alias| add(alias.as_str()));
        }
    }
    bearers
}

#[test]
fn variants_of_the_names_in_the_briefs_find_them() {
    let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
    let bearers = bearers(&library);
    let names: Vec<String> = library
        .items()
        .filter(|(_, item)| item.kind == Kind::Actor && item.known)
        .map(|(_, item)| item.title.as_str().to_owned())
        .collect();
    let mut random = Random(0x5eed_0001);
    let mut trial = Trial::new(library);
    while trial.all.rows < VARIANTS {
        let name = &names[random.below(names.len())];
        let way = WAYS[random.below(WAYS.len())];
        let Some(query) = variant(name, way, &mut random) else { continue };
        let wanted = bearers.get(&name.to_lowercase()).cloned().unwrap_or_default();
        trial.ask(&format!("{way:?}"), &query, &wanted);
    }
    trial.report(0.96, 0.98, 0.985);
}

/// Given and family names of several languages, joined of parts so that many are alike.
fn people(random: &mut Random) -> Vec<(String, Vec<String>)> {
    const GIVEN: &[&str] = &[
        "Ahmad",
        "Yusuf",
        "Khalil",
        "Shahram",
        "Farzaneh",
        "Mikhail",
        "Evgeniya",
        "Oleksiy",
        "Zhanna",
        "Agron",
        "Shpresa",
        "Xhevat",
        "Yitzhak",
        "Tzipora",
        "Chaim",
        "Ruth",
        "Giorgos",
        "Sofia",
        "Tigran",
        "Lusine",
        "Ketevan",
        "Zurab",
        "Jürgen",
        "François",
        "Begoña",
        "Václav",
    ];
    const FAMILY: &[&str] = &[
        "Kader", "Husse", "Moham", "Shir", "Ghorb", "Tehr", "Rezv", "Khoda", "Dzhug", "Shevch",
        "Krav", "Pavl", "Gjok", "Berish", "Zogaj", "Xhem", "Rosen", "Weizm", "Katz", "Levi",
        "Papad", "Kosta", "Sarg", "Petros", "Chikov", "Mcheli", "Brandt", "Lefèv", "Ibarr",
        "Novot",
    ];
    const END: &[&str] = &[
        "an", "i", "ov", "enko", "pour", "zadeh", "aj", "berg", "opoulos", "yan", "shvili", "ez",
        "man", "sky", "iç", "oğlu", "er", "ani",
    ];
    let mut known = BTreeSet::new();
    let mut people = Vec::new();
    while people.len() < PEOPLE {
        let given = GIVEN[random.below(GIVEN.len())];
        let family = FAMILY[random.below(FAMILY.len())];
        let name = format!("{given} {family}{}", END[random.below(END.len())]);
        if !known.insert(name.to_lowercase()) {
            continue;
        }
        let mut aliases: Vec<String> = Vec::new();
        for _ in 0..2 {
            if let Some(other) = romanise(&name.to_lowercase(), random)
                && known.insert(other.clone())
            {
                aliases.push(other);
            }
        }
        people.push((name, aliases));
    }
    people
}

#[test]
fn a_thousand_people_are_told_apart() {
    use std::fmt::Write as _;
    let mut random = Random(0x5eed_0002);
    let people = people(&mut random);
    let mut brief =
        String::from("schema = 1\n[brief]\nid = \"people\"\ntitle = \"People\"\ntlp = \"CLEAR\"\n");
    for (number, (name, aliases)) in people.iter().enumerate() {
        let entry = format!("\n[actor.p{number}]\nname = \"{name}\"\nkind = \"person\"\n");
        let _ = writeln!(brief, "{entry}aliases = {aliases:?}");
    }
    brief.push_str(
        "\n[[event]]\nid = \"e\"\ntitle = \"A meeting\"\nwhen = \"2020\"\ntype = \"other\"\n",
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("people.toml"), brief).unwrap();
    let library =
        load(&LoadRequest { paths: vec![folder.path().to_owned()], ..LoadRequest::default() });
    let bearers = bearers(&library);
    let mut trial = Trial::new(library);
    for (at, (name, aliases)) in people.iter().enumerate() {
        let wanted = &bearers[&name.to_lowercase()];
        trial.ask("Name", name, wanted);
        for alias in aliases.iter().take(1) {
            trial.ask("Alias", alias, wanted);
        }
        let way = WAYS[at % WAYS.len()];
        if let Some(query) = variant(name, way, &mut random) {
            // Beginnings are those of several people, and each of them is right.
            let fits = |other: &str| {
                let mut words = other.split(' ');
                query.split(' ').all(|part| words.next().is_some_and(|word| word.starts_with(part)))
            };
            let same = bearers.iter().filter(|(other, _)| fits(other));
            let mut wanted = wanted.clone();
            wanted.extend(same.flat_map(|(_, ids)| ids.iter().copied()));
            trial.ask(&format!("{way:?}"), &query, &wanted);
        }
    }
    trial.report(0.92, 0.98, 0.985);
}
