//! The generator: the same seed makes the same files, whatever the machine.

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
        ("_registry/places.toml".to_owned(), world.places_file()),
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

const PLACES: &[(&str, &str, &str, &str)] = &[
    ("tirana", "Tirana", "sq", "Tiranë"),
    ("jerusalem", "Jerusalem", "he", "ירושלים"),
    ("tehran", "Tehran", "fa", "تهران"),
    ("kyiv", "Kyiv", "uk", "Київ"),
    ("athens", "Athens", "el", "Αθήνα"),
    ("tbilisi", "Tbilisi", "ka", "თბილისი"),
    ("yerevan", "Yerevan", "hy", "Երևան"),
    ("tokyo", "Tokyo", "ja", "東京"),
    ("amman", "Amman", "ar", "عمّان"),
    ("pristina", "Prishtina", "sq", "Prishtinë"),
];

const TECHNIQUES: &str = "schema = 1\n\n[technique.T1190]\nname = \"Exploit Public-Facing Application\"\n\n[technique.T1486]\nname = \"Data Encrypted for Impact\"\n";

const PUBLISHERS: &[(&str, &str, &str, &str)] = &[
    ("northern-wire", "Northern Wire", "wire", "A"),
    ("harbour-post", "The Harbour Post", "media", "B"),
    ("cyber-office", "National Cyber Office", "government", "B"),
    ("blue-vendor", "Blue Ridge Security", "vendor", "B"),
    ("lumi-tv", "Lumi TV", "media", "C"),
    ("open-watch", "Open Watch", "ngo", "C"),
];

const GIVEN: &[&str] = &[
    "Arben",
    "Besnik",
    "Dritan",
    "Elira",
    "Yosef",
    "Noam",
    "Tamar",
    "Shira",
    "Reza",
    "Farhad",
    "Leila",
    "Nasrin",
    "Omar",
    "Khalid",
    "Samir",
    "Oleksandr",
    "Mykola",
    "Iryna",
    "Giorgi",
    "Nino",
    "Aram",
    "Ani",
    "Nikos",
    "Eleni",
    "Hans",
    "Ingrid",
    "Jean",
    "Chloé",
    "José",
    "Łukasz",
];
const STEMS: &[&str] = &[
    "xha", "ber", "kel", "mor", "dra", "sha", "lev", "gol", "ash", "kha", "nav", "rah", "tal",
    "sem", "vak", "zar", "bog", "pet", "chu", "mel", "gju", "hox", "pri", "lik", "fer", "tor",
];
const ENDS: &[&str] = &[
    "ani", "aj", "man", "berg", "son", "adeh", "zadeh", "pour", "enko", "vili", "yan", "idis",
    "iç", "ëll", "ov", "stein", "ari", "ous", "ević", "sen", "aku", "ami",
];
const ADJECTIVES: &[&str] = &[
    "Silver", "Iron", "Hidden", "Eastern", "Coastal", "Scarlet", "Quiet", "Broken", "Northern",
    "Amber", "Distant", "Bitter", "Pale", "Rapid", "Hollow", "Golden",
];
const ANIMALS: &[&str] = &[
    "Heron",
    "Jackal",
    "Viper",
    "Lynx",
    "Falcon",
    "Badger",
    "Marten",
    "Cormorant",
    "Hornet",
    "Ibex",
    "Kestrel",
    "Otter",
    "Raven",
    "Stork",
    "Wolf",
    "Orchid",
];
const BODIES: &[&str] = &[
    "Ministry of Transport",
    "Agency for Digital Services",
    "Institute of Statistics",
    "Central Election Commission",
    "Port Authority",
    "Energy Regulator",
    "Border Police Directorate",
    "Academy of Sciences",
    "Health Insurance Fund",
    "Civil Aviation Authority",
];
const VERBS: &[&str] = &[
    "attacks",
    "denies",
    "accuses",
    "meets",
    "warns",
    "sanctions",
    "shuts down",
    "restores",
    "investigates",
    "condemns",
    "publishes files of",
    "signs an agreement with",
    "expels envoys of",
    "offers help to",
    "withdraws from",
];
const OBJECTS: &[&str] = &[
    "the payment network",
    "border control",
    "the water supply",
    "the election register",
    "a news agency",
    "mail servers",
    "the gas pipeline",
    "court archives",
    "the port",
    "hospitals",
    "satellite links",
    "the tax office",
    "railway signals",
    "a university",
    "the parliament",
];
const SYLLABLES: &[&str] = &[
    "ba", "co", "de", "fi", "gra", "hu", "in", "ju", "ka", "lo", "me", "no", "or", "pa", "qui",
    "re", "si", "tu", "un", "ve", "wi", "xa", "yo", "zu", "ter", "mon", "tion", "al", "ic", "ment",
];
const TAGS: &[&str] = &[
    "intrusion",
    "hack-and-leak",
    "destructive",
    "diplomacy",
    "sanctions",
    "border",
    "energy",
    "aftermath",
    "allies",
    "press",
];
const TYPES: &[&str] = &[
    "cyber",
    "diplomatic",
    "legal",
    "military",
    "protest",
    "statement",
    "publication",
    "disaster",
];

fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let letters = lower.chars().filter_map(|letter| match letter {
        'a'..='z' | '0'..='9' => Some(letter),
        'é' | 'ë' => Some('e'),
        'ç' | 'ć' => Some('c'),
        'ł' => Some('l'),
        ' ' | '-' => Some('-'),
        _ => None,
    });
    letters.collect()
}

fn in_script(name: &str, script: &str) -> String {
    let table: &[(char, &str)] = match script {
        "ru" | "uk" => &[
            ('a', "а"),
            ('b', "б"),
            ('c', "к"),
            ('d', "д"),
            ('e', "е"),
            ('f', "ф"),
            ('g', "г"),
            ('h', "х"),
            ('i', "и"),
            ('j', "й"),
            ('k', "к"),
            ('l', "л"),
            ('m', "м"),
            ('n', "н"),
            ('o', "о"),
            ('p', "п"),
            ('q', "к"),
            ('r', "р"),
            ('s', "с"),
            ('t', "т"),
            ('u', "у"),
            ('v', "в"),
            ('w', "в"),
            ('x', "кс"),
            ('y', "ы"),
            ('z', "з"),
        ],
        "he" => &[
            ('a', "א"),
            ('b', "ב"),
            ('c', "ק"),
            ('d', "ד"),
            ('e', ""),
            ('f', "פ"),
            ('g', "ג"),
            ('h', "ה"),
            ('i', "י"),
            ('j', "י"),
            ('k', "ק"),
            ('l', "ל"),
            ('m', "מ"),
            ('n', "נ"),
            ('o', "ו"),
            ('p', "פ"),
            ('q', "ק"),
            ('r', "ר"),
            ('s', "ס"),
            ('t', "ט"),
            ('u', "ו"),
            ('v', "ב"),
            ('w', "ו"),
            ('x', "קס"),
            ('y', "י"),
            ('z', "ז"),
        ],
        _ => &[
            ('a', "ا"),
            ('b', "ب"),
            ('c', "ک"),
            ('d', "د"),
            ('e', ""),
            ('f', "ف"),
            ('g', "گ"),
            ('h', "ه"),
            ('i', "ی"),
            ('j', "ج"),
            ('k', "ک"),
            ('l', "ل"),
            ('m', "م"),
            ('n', "ن"),
            ('o', "و"),
            ('p', "پ"),
            ('q', "ق"),
            ('r', "ر"),
            ('s', "س"),
            ('t', "ت"),
            ('u', "و"),
            ('v', "و"),
            ('w', "و"),
            ('x', "کس"),
            ('y', "ی"),
            ('z', "ز"),
        ],
    };
    let words = name.split(' ').map(|word| {
        let letters = plain(word);
        let of =
            |letter| table.iter().find(|(latin, _)| *latin == letter).map_or("", |(_, own)| own);
        letters.chars().map(of).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Another romanisation of a name, by rules that newsrooms differ in.
pub(crate) fn romanised(name: &str, random: &mut Random) -> String {
    const RULES: &[(&str, &str)] = &[
        ("kh", "ch"),
        ("sh", "sch"),
        ("ch", "tch"),
        ("v", "w"),
        ("y", "i"),
        ("ou", "u"),
        ("u", "ou"),
        ("zadeh", "zade"),
        ("k", "q"),
        ("z", "s"),
        ("ani", "aani"),
        ("ei", "ey"),
        ("ll", "l"),
        ("i", "ee"),
        ("yan", "ian"),
        ("enko", "yenko"),
        ("aj", "ai"),
        ("xh", "dzh"),
        ("m", "mm"),
    ];
    let start = random.below(RULES.len());
    let lower = name.to_lowercase();
    for step in 0..RULES.len() {
        let (from, to) = RULES[(start + step) % RULES.len()];
        if let Some(at) = lower.find(from).filter(|at| *at > 0 && name.is_char_boundary(*at)) {
            if lower.len() == name.len() && name.is_char_boundary(at + from.len()) {
                return format!("{}{to}{}", &name[..at], &name[at + from.len()..]);
            }
        }
    }
    name.to_owned()
}

/// A made-up person: given name and family name.
pub(crate) fn person(random: &mut Random) -> String {
    let stem = random.one(STEMS);
    let second = if random.chance(50) { random.one(STEMS) } else { "" };
    let family = format!("{stem}{second}{}", random.one(ENDS));
    let mut letters = family.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{} {first}{}", random.one(GIVEN), letters.as_str())
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
            if actor.kind == "malware" {
                let _ = writeln!(file, "attack = [\"S{:04}\"]", 1000 + number % 1000);
            }
        }
        file
    }

    fn places_file(&self) -> String {
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

struct Brief<'a> {
    world: &'a World,
    random: &'a mut Random,
    number: usize,
    bare: bool,
}

impl Brief<'_> {
    fn text(&mut self, events: usize) -> String {
        let number = self.number;
        let mut text = format!(
            "schema = 1\n\n[brief]\nid = \"synthetic-{number}\"\ntitle = \"Synthetic brief {number}: {}\"\ntlp = \"AMBER\"\nas-of = \"2027-01-01\"\nrevision = 2\nstatus = \"draft\"\nauthors = [\"generator\"]\nsource-summary = \"Nothing here happened.\"\n",
            self.random.one(OBJECTS),
        );
        if !self.bare {
            let bluf = self.world.prose(self.random, 20);
            let _ = writeln!(
                text,
                "bluf = \"{bluf} [@s{number}-0]\"\nhandling = \"EXERCISE EXERCISE\""
            );
        }
        let sources = if self.bare { 0 } else { events.div_ceil(4).max(2) };
        for source in 0..sources {
            self.source(&mut text, source);
        }
        for event in 0..events {
            self.event(&mut text, event, sources);
        }
        if !self.bare {
            self.end(&mut text, events);
        }
        text
    }

    fn source(&mut self, text: &mut String, source: usize) {
        let (publisher, name, ..) = PUBLISHERS[self.random.below(PUBLISHERS.len())];
        let subject = self.actor().1;
        let _ = write!(
            text,
            "\n[source.s{}-{source}]\ntitle = \"{name} on {}\"\npublisher = \"{publisher}\"\npublished = \"2026-12-{:02}\"\nretrieved = \"2026-12-31\"\nurl = \"https://example.org/{source}\"\nlang = \"en\"\naccess = \"open\"\n",
            self.number,
            subject.replace('"', ""),
            1 + self.random.below(28),
        );
        if source > 0 && self.random.chance(30) {
            let _ = writeln!(text, "derived-from = [\"s{}-{}\"]", self.number, source - 1);
        }
    }

    fn actor(&mut self) -> (String, String) {
        // A few are in every story.
        let spread = self.random.below(1000) * self.random.below(1000) / 1000;
        let actor = &self.world.actors[spread * self.world.actors.len() / 1000];
        (actor.id.clone(), actor.name.clone())
    }

    fn when(&mut self) -> String {
        let (year, month) = (1995 + self.random.below(31), 1 + self.random.below(12));
        let day = 1 + self.random.below(27);
        match self.random.below(10) {
            0 => format!("{year}-{month:02}"),
            1 => format!("{year}-{month:02}~"),
            2 => format!("{year}-{month:02}-{day:02}/{year}-{month:02}-{:02}", day + 1),
            3 => format!("[{year}-{month:02}-{day:02}..{year}-{month:02}-{:02}]", day + 1),
            4 => format!("{year}-{month:02}-{day:02}?"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    }

    fn event(&mut self, text: &mut String, event: usize, sources: usize) {
        let number = self.number;
        let ((one, name), (other, other_name)) = (self.actor(), self.actor());
        let verb = self.random.one(VERBS);
        let title = match self.random.below(3) {
            0 => format!("{name} {verb} {}", self.random.one(OBJECTS)),
            1 => format!("{name} {verb} {other_name}"),
            _ => format!(
                "{name} {verb} {} in {}",
                self.random.one(OBJECTS),
                PLACES[self.random.below(PLACES.len())].1
            ),
        };
        let kind = self.random.one(TYPES);
        let _ = write!(
            text,
            "\n[[event]]\nid = \"e{number}-{event}\"\ntitle = {title:?}\nwhen = \"{}\"\ntype = \"{kind}\"\n",
            self.when()
        );
        if self.bare {
            return;
        }
        let source = self.random.below(sources);
        let summary = self.world.prose(self.random, 24);
        let _ = writeln!(
            text,
            "summary = \"{summary} [@s{number}-{source}]\"\nplaces = [\"{}\"]\ncite = [\"s{number}-{source}\"]",
            PLACES[self.random.below(PLACES.len())].0
        );
        if one == other {
            let _ = writeln!(text, "roles = {{ target = [\"{one}\"] }}");
        } else {
            let _ = writeln!(text, "roles = {{ target = [\"{one}\"], accused = [\"{other}\"] }}");
        }
        let _ = writeln!(
            text,
            "tags = [\"{}\"]\nkeywords = [\"{}\", \"{}\"]",
            self.random.one(TAGS),
            self.world.prose(self.random, 2),
            self.world.prose(self.random, 1)
        );
        if self.random.chance(30) {
            let _ = writeln!(text, "confidence = \"low\"\nconfidence-why = \"one account\"");
        }
        if kind == "cyber" {
            let _ = writeln!(text, "attack = [\"T1190\", \"T1486\"]");
        }
        if self.random.chance(5) {
            let _ = writeln!(text, "status = \"planned\"");
        }
        for claim in 0..self.random.below(3) {
            let words = self.world.prose(self.random, 10);
            let _ = write!(
                text,
                "\n[[event.claim]]\nid = \"c{number}-{event}-{claim}\"\ntext = \"{words}\"\nabout = \"who\"\nvalue = {other_name:?}\nattribution = \"media\"\nto = [\"{other}\"]\ncite = [\"s{number}-{}\"]\ncredibility = {}\n",
                self.random.below(sources),
                3 + self.random.below(3),
            );
            if claim == 1 {
                let _ = writeln!(text, "disputes = [\"c{number}-{event}-0\"]");
            }
        }
    }

    fn end(&mut self, text: &mut String, events: usize) {
        let number = self.number;
        let (one, other) = (self.actor().0, self.actor().0);
        if one != other {
            let _ = write!(
                text,
                "\n[[link]]\nfrom = \"{one}\"\ntype = \"linked-to\"\nto = \"{other}\"\ncite = [\"s{number}-0\"]\n"
            );
        }
        let basis = format!("e{number}-{}", self.random.below(events));
        let _ = write!(
            text,
            "\n[[judgement]]\nid = \"j{number}\"\ntext = \"The two were at odds.\"\nlikelihood = \"likely\"\nconfidence = \"low\"\nbasis = [\"{basis}\"]\n\n[[gap]]\ntext = \"Who paid for it?\"\non = [\"{basis}\"]\n\n[[qa]]\nquestion = \"Was it one hand?\"\nanswer = \"Nobody says so; see [[{basis}]].\"\nbasis = [\"{basis}\"]\n\n[[change]]\nrevision = 2\ndate = \"2027-01-01\"\ntext = \"More events.\"\n",
        );
    }
}
