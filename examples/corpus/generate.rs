//! The generator: the same seed makes the same files, whatever the machine.

#[path = "brief.rs"]
mod brief;
#[path = "names.rs"]
mod names;

use brief::Brief;
use names::{ADJECTIVES, ANIMALS, BODIES, OBJECTS, PLACES, PUBLISHERS, SYLLABLES, TECHNIQUES};
use names::{in_script, person, plain, romanised};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What to make.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    /// Events in all.
    pub(crate) events: usize,
    /// Events of one brief.
    pub(crate) events_per_brief: usize,
    /// Titles and days only.
    pub(crate) bare: bool,
    /// The seed.
    pub(crate) seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { events: 1000, events_per_brief: 100, bare: false, seed: 1 }
    }
}

/// The files by their path below the folder.
pub(crate) fn files(options: &Options) -> Vec<(PathName, String)> {
    let mut random = Random(options.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let world = World::new(options, &mut random);
    let mut files = vec![
        ("_registry/actors.toml".to_owned(), world.actors_file(&mut random)),
        ("_registry/places.toml".to_owned(), World::places_file()),
        ("_registry/publishers.toml".to_owned(), world.publishers_file()),
        ("_registry/techniques.toml".to_owned(), TECHNIQUES.to_owned()),
    ];
    let briefs = options.events.div_ceil(options.events_per_brief.max(1));
    for number in 0..briefs {
        let first = number * options.events_per_brief;
        let count = options.events_per_brief.min(options.events - first);
        let mut brief = Brief { world: &world, random: &mut random, number, bare: options.bare };
        files.push((format!("brief-{number:05}.toml"), brief.text(count)));
    }
    files
}

/// A path with `/` between its parts.
pub(crate) type PathName = String;

/// A small generator of numbers (xorshift*, Vigna 2016).
pub(crate) struct Random(u64);

impl Random {
    /// A number below the bound.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap_or_default() % bound.max(1)
    }

    /// One of the entries.
    pub(crate) fn one<'a, T: ?Sized>(&mut self, entries: &[&'a T]) -> &'a T {
        entries[self.below(entries.len())]
    }

    fn chance(&mut self, of_hundred: usize) -> bool {
        self.below(100) < of_hundred
    }
}

struct Actor {
    id: String,
    name: String,
    aliases: Vec<String>,
    native: Option<(&'static str, String)>,
    kind: &'static str,
}

struct World {
    actors: Vec<Actor>,
    words: Vec<String>,
    bare: bool,
}

impl World {
    fn new(options: &Options, random: &mut Random) -> Self {
        let count = (options.events / 50).clamp(12, 4000);
        let mut taken = BTreeSet::new();
        let mut actors = Vec::new();
        while actors.len() < count {
            let (name, kind) = match random.below(10) {
                0 | 1 => {
                    let animal = random.one(ANIMALS);
                    let group = format!("{} {animal} {}", random.one(ADJECTIVES), actors.len());
                    (group, if random.chance(50) { "group" } else { "intrusion-set" })
                }
                2 => {
                    let place = random.one(&["Albania", "Kosovo", "Georgia", "Armenia", "Greece"]);
                    (
                        format!("{} {} of {place}", random.one(ADJECTIVES), random.one(BODIES)),
                        "agency",
                    )
                }
                3 => (format!("{}{}", random.one(ANIMALS), actors.len()).to_uppercase(), "malware"),
                _ => (person(random), "person"),
            };
            let id = plain(&name);
            if !taken.insert(id.clone()) {
                continue;
            }
            let is_person = kind == "person";
            let native = is_person.then(|| random.one(&["he", "fa", "ru"]));
            let native = native.map(|script| (script, in_script(&name, script)));
            let mut aliases: Vec<String> =
                (0..2).map(|_| romanised(&name, random)).filter(|alias| *alias != name).collect();
            aliases.dedup();
            actors.push(Actor { id, name, aliases, native, kind });
        }
        let word = |random: &mut Random| {
            let count = 2 + random.below(3);
            (0..count).map(|_| random.one(SYLLABLES)).collect::<String>()
        };
        let words = (0..6000).map(|_| word(random)).collect();
        Self { actors, words, bare: options.bare }
    }

    fn actors_file(&self, random: &mut Random) -> String {
        let mut file = String::from("schema = 1\n");
        for (number, actor) in self.actors.iter().enumerate() {
            let _ = write!(
                file,
                "\n[actor.{}]\nname = {:?}\nkind = \"{}\"\n",
                actor.id, actor.name, actor.kind
            );
            if self.bare {
                continue;
            }
            if !actor.aliases.is_empty() {
                let _ = writeln!(file, "aliases = {:?}", actor.aliases);
            }
            if let Some((script, native)) = &actor.native {
                let _ = writeln!(
                    file,
                    "names = {{ {script} = \"{native}\" }}\nsay = \"{}\"",
                    plain(&actor.name)
                );
            }
            let country = random.one(&["AL", "IL", "IR", "UA", "GR", "GE", "AM", "JO"]);
            let _ = writeln!(
                file,
                "country = \"{country}\"\nrole = \"{} of {}\"",
                random.one(&["head", "spokesman", "chief engineer", "adviser"]),
                random.one(BODIES)
            );
            let _ = writeln!(file, "summary = \"{}\"", self.prose(random, 14));
            if number % 7 == 0 && number > 0 {
                let _ = writeln!(file, "part-of = [\"{}\"]", self.actors[number - 1].id);
            }
            if number % 9 == 0 {
                file.push_str("keywords = [\"watched\"]\ntlp = \"GREEN\"\n");
            }
            if actor.kind == "malware" {
                let _ = writeln!(file, "attack = [\"S{:04}\"]", 1000 + number % 1000);
            }
            if number % 11 == 5 {
                let by = &self.actors[number - 1].id;
                let _ = write!(
                    file,
                    "\n[[actor.{}.aka]]\nname = \"{} {}\"\nby = [\"{by}\"]\nas = \"overlaps\"\n",
                    actor.id,
                    random.one(ADJECTIVES),
                    random.one(ANIMALS)
                );
            }
        }
        file
    }

    fn places_file() -> String {
        let mut file = String::from("schema = 1\n");
        for (number, (id, name, script, native)) in PLACES.iter().enumerate() {
            let _ = write!(
                file,
                "\n[place.{id}]\nname = \"{name}\"\nnames = {{ {script} = \"{native}\" }}\nlat = {}.5\nlon = {}.25\n",
                30 + number,
                20 + number
            );
        }
        file
    }

    fn publishers_file(&self) -> String {
        let mut file = String::from("schema = 1\n");
        for (id, name, kind, reliability) in PUBLISHERS {
            let _ = write!(
                file,
                "\n[publisher.{id}]\nname = \"{name}\"\nkind = \"{kind}\"\nreliability = \"{reliability}\"\n"
            );
        }
        let party = &self.actors[0];
        let _ = write!(
            file,
            "\n[publisher.party]\nname = \"Channel of {}\"\nkind = \"party\"\nreliability = \"E\"\nactor = \"{}\"\n",
            party.name, party.id
        );
        file
    }

    /// Words as in running text: few are common, most are rare.
    fn prose(&self, random: &mut Random, count: usize) -> String {
        let mut text = String::new();
        for at in 0..count {
            // The square of an even spread is Zipf's curve nearly enough.
            let spread = random.below(1000) * random.below(1000) / 1000;
            let word = match random.below(6) {
                0 => random.one(&["the", "of", "and", "in", "to", "was", "by", "on", "that"]),
                1 => random.one(OBJECTS),
                _ => &self.words[spread * self.words.len() / 1000],
            };
            if at > 0 {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }
}
