//! A registry of made-up threat actors in the styles of those who name them.

use super::parts;
use super::random::Random;
use std::collections::BTreeSet;

/// Actors of the registry.
const ACTORS: usize = 1000;
/// Their other names, together.
const ALIASES: usize = 1400;

/// How a name is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// `APT28`, `Storm-0842`.
    Numbered,
    /// `Fancy Bear`.
    TwoWords,
    /// `MuddyWater`.
    Camel,
    /// `SEABORGIUM`.
    Capitals,
    /// `COBALT MIRAGE`.
    TwoCapitals,
    /// `TEMP.Kasimova`.
    Coded,
    /// `Silent-Heron`.
    Hyphenated,
    /// `Lazarus Group`.
    Grouped,
    /// `Cyber Army of Thrace`.
    Army,
    /// `Kızıl Kurt`.
    Foreign,
}

/// As often as each stands here.
const STYLES: [Style; 20] = [
    Style::Numbered,
    Style::Numbered,
    Style::Numbered,
    Style::Numbered,
    Style::Numbered,
    Style::TwoWords,
    Style::TwoWords,
    Style::TwoWords,
    Style::TwoWords,
    Style::Camel,
    Style::Camel,
    Style::Camel,
    Style::Capitals,
    Style::Capitals,
    Style::TwoCapitals,
    Style::Coded,
    Style::Hyphenated,
    Style::Grouped,
    Style::Army,
    Style::Foreign,
];

/// A name and how it was made.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// The name.
    pub(crate) text: String,
    /// How it was made.
    pub(crate) style: Style,
}

/// An actor by its names, of which the first is the one it is listed under.
pub(crate) type Actor = Vec<Name>;

/// One of the words of a list.
pub(crate) fn pick<'a>(words: &'a str, random: &mut Random) -> &'a str {
    let count = words.split_whitespace().count();
    words.split_whitespace().nth(random.below(count)).unwrap_or_default()
}

/// What is left of a name without case, blanks, hyphens and dots.
pub(crate) fn key(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The actors, no name of which is another's.
pub(crate) fn actors(random: &mut Random) -> Vec<Actor> {
    let mut known = BTreeSet::new();
    let mut numbered = Vec::new();
    let mut next = |random: &mut Random| loop {
        let style = STYLES[random.below(STYLES.len())];
        let text = name(style, &numbered, random);
        if known.insert(key(&text)) {
            if style == Style::Numbered {
                numbered.push(text.clone());
            }
            return Name { text, style };
        }
    };
    let mut actors: Vec<Actor> = (0..ACTORS).map(|_| vec![next(random)]).collect();
    for _ in 0..ALIASES {
        let at = random.below(ACTORS);
        actors[at].push(next(random));
    }
    actors
}

/// A name with a number; every fourth is the neighbour of one there is.
fn number(known: &[String], random: &mut Random) -> String {
    if random.below(4) == 0
        && let Some(name) = known.get(random.below(known.len()))
        && let Some(neighbour) = neighbour(name, random)
    {
        return neighbour;
    }
    let below = |digits: u32, random: &mut Random| random.below(10_usize.pow(digits));
    match random.below(14) {
        0 => format!("APT{}", 10 + below(2, random)),
        1 => format!("APT {}", 10 + below(2, random)),
        2 => format!("APT-C-{:02}", below(2, random)),
        3 => format!("FIN{}", 1 + below(2, random)),
        4 | 5 => format!("UNC{}", 1000 + random.below(4500)),
        6 => format!("TA{}", 400 + below(3, random)),
        7 => format!("DEV-{:04}", below(4, random)),
        8 | 9 => format!("Storm-{:04}", below(4, random)),
        10 => format!("G{:04}", below(3, random)),
        11 => format!("UAC-{:04}", below(3, random)),
        12 => format!("TAG-{}", 10 + below(2, random)),
        _ => format!("CL-STA-{:04}", below(4, random)),
    }
}

/// The name with the next number, or with two digits the other way round.
fn neighbour(name: &str, random: &mut Random) -> Option<String> {
    let mut letters: Vec<char> = name.chars().collect();
    let last = letters.len().checked_sub(1)?;
    if random.below(2) == 0 && letters.get(last - 1)?.is_ascii_digit() {
        letters.swap(last - 1, last);
    } else {
        let digit = letters[last].to_digit(10)?;
        letters[last] = char::from_digit((digit + 1) % 10, 10)?;
    }
    Some(letters.into_iter().collect())
}

fn name(style: Style, numbered: &[String], random: &mut Random) -> String {
    match style {
        Style::Numbered => number(numbered, random),
        Style::TwoWords => {
            let seconds = if random.below(3) > 0 { parts::ANIMALS } else { parts::WEATHER };
            format!("{} {}", pick(parts::ADJECTIVES, random), pick(seconds, random))
        }
        Style::Camel => {
            let mut name = pick(parts::FIRST, random).to_owned();
            for _ in 0..=usize::from(random.below(4) == 0) {
                name.push_str(pick(parts::LATER, random));
            }
            name
        }
        Style::Capitals => {
            let middle = if random.below(4) == 0 { "" } else { pick(parts::MIDDLE, random) };
            format!("{}{middle}{}", pick(parts::OPENING, random), pick(parts::ENDING, random))
        }
        Style::TwoCapitals => {
            format!("{} {}", pick(parts::METALS, random), pick(parts::NOUNS, random))
        }
        Style::Coded => {
            let before = pick("TEMP. Op. Win. TEMP. Net.", random);
            format!("{before}{}", root(random))
        }
        Style::Hyphenated => {
            format!("{}-{}", pick(parts::FIRST, random), pick(parts::ANIMALS, random))
        }
        Style::Grouped => {
            let generic = pick(parts::GENERIC, random);
            if random.below(4) == 0 {
                let first = pick(parts::ADJECTIVES, random);
                return format!("{first} {} {generic}", pick(parts::ANIMALS, random));
            }
            format!("{} {generic}", root(random))
        }
        Style::Army => {
            let army = pick(parts::ARMIES, random).replace('_', " ");
            army.replace('@', pick(parts::PLACES, random))
        }
        Style::Foreign => {
            format!("{} {}", pick(parts::FOREIGN, random), pick(parts::FOREIGN_SECOND, random))
        }
    }
}

fn root(random: &mut Random) -> String {
    format!("{}{}", pick(parts::ROOTS, random), pick(parts::ROOT_ENDS, random))
}
