//! What is typed: random keys in the panes, and searches letter by letter.

use attache::keymap::Chord;

/// Where a key is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// In the panes and the help.
    Panes,
    /// In the search, so that the results change.
    Search,
}

/// A key, as the reader and as the terminal know it.
pub(crate) struct Typed {
    pub(crate) kind: Kind,
    pub(crate) chord: Chord,
    pub(crate) bytes: Vec<u8>,
}

/// Keys of the panes and what a terminal sends for them; each leads to one frame.
const KEYS: &[(&str, &str)] = &[
    ("j", "j"),
    ("j", "j"),
    ("j", "j"),
    ("k", "k"),
    ("k", "k"),
    ("J", "J"),
    ("K", "K"),
    ("home", "\x1b[H"),
    ("G", "G"),
    ("pagedown", "\x1b[6~"),
    ("pagedown", "\x1b[6~"),
    ("pageup", "\x1b[5~"),
    ("1", "1"),
    ("2", "2"),
    ("3", "3"),
    ("4", "4"),
    ("tab", "\t"),
    ("tab", "\t"),
    ("enter", "\r"),
    ("enter", "\r"),
    ("H", "H"),
    ("L", "L"),
    ("n", "n"),
    ("N", "N"),
    ("z", "z"),
];

const QUERIES: &[&str] = &[
    "border control",
    "payment netwrok",
    "hospitals tehran",
    "oct 21 2014",
    "2019",
    "a",
    "attack on the ministry",
    "zzqx",
    "minister",
    "e",
];

/// So many keys; about a third of them are letters of searches.
pub(crate) fn typed(count: usize) -> Vec<Typed> {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut typed = Vec::new();
    while typed.len() < count {
        for _ in 0..25 {
            let (name, bytes) = KEYS[random.below(KEYS.len())];
            typed.push(key(Kind::Panes, name, bytes));
        }
        typed.push(key(Kind::Search, "/", "/"));
        for letter in QUERIES[random.below(QUERIES.len())].chars().map(String::from) {
            let name = if letter == " " { "space" } else { &letter };
            typed.push(key(Kind::Search, name, &letter));
        }
        typed.push(key(Kind::Panes, "down", "\x1b[B"));
        if random.below(2) == 0 {
            typed.push(key(Kind::Panes, "enter", "\r"));
        }
        // A search without a result stays open. The Esc key itself would wait for what may follow it.
        typed.push(key(Kind::Panes, "esc", "\x1b[27u"));
    }
    typed
}

/// A small generator of numbers (xorshift64, Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

fn key(kind: Kind, name: &str, bytes: &str) -> Typed {
    let chord = Chord::parse(name).unwrap();
    Typed { kind, chord, bytes: bytes.as_bytes().to_vec() }
}
