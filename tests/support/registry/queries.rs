//! Ten kinds of queries for names, and which other names answer one as well.

use super::names::{Name, Style, key, pick};
use super::random::Random;
use strsim::osa_distance;

/// How a name is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The name an actor is listed under, as it stands.
    Name,
    /// Another of its names, as it stands.
    Alias,
    /// Letters and digits joined otherwise: `apt 28`, `storm0842`.
    Spaced,
    /// Two words as one, one in camel case as several.
    Joined,
    /// A typing error, not in the first letter.
    OneTypo,
    /// A typing error in the first letter, or in the letters before a number.
    FirstTypo,
    /// Two typing errors in a long name.
    TwoTypos,
    /// The last word first.
    Swapped,
    /// The beginnings of both words.
    Beginnings,
    /// Case changed, or without `Group` or `Team`.
    Plain,
}

/// Every kind.
pub(crate) const KINDS: [Kind; 10] = [
    Kind::Name,
    Kind::Alias,
    Kind::Spaced,
    Kind::Joined,
    Kind::OneTypo,
    Kind::FirstTypo,
    Kind::TwoTypos,
    Kind::Swapped,
    Kind::Beginnings,
    Kind::Plain,
];

/// Words with fewer letters are typed right.
const SHORTEST_MISTYPED: usize = 4;
/// Fewest letters of one word with two errors.
const SHORTEST_TWICE: usize = 8;
/// Fewest letters of a name with two errors.
const SHORTEST_LONG: usize = 10;

impl Kind {
    /// The names of an actor of which it is made.
    pub(crate) fn names(self, names: &[Name]) -> &[Name] {
        let others = names.len().min(1);
        match self {
            Self::Name => &names[..others],
            Self::Alias => &names[others..],
            Self::Spaced
            | Self::Joined
            | Self::OneTypo
            | Self::FirstTypo
            | Self::TwoTypos
            | Self::Swapped
            | Self::Beginnings
            | Self::Plain => names,
        }
    }

    /// A query of this kind for a name; `None` where the name has none.
    pub(crate) fn query(self, name: &Name, random: &mut Random) -> Option<String> {
        let text = name.text.as_str();
        let lower = text.to_lowercase();
        let numbered = name.style == Style::Numbered;
        match self {
            Self::Name | Self::Alias => Some(text.to_owned()),
            Self::Spaced => numbered.then(|| spaced(text, random))?,
            Self::Joined => joined(name),
            Self::OneTypo => (!numbered).then(|| in_one_word(&lower, random))?,
            Self::FirstTypo if numbered => in_letters_of_number(&lower, random),
            Self::FirstTypo => in_first_letter(&lower, random),
            Self::TwoTypos => (!numbered).then(|| twice(&lower, random))?,
            Self::Swapped => swapped(&lower),
            Self::Beginnings => beginnings(&lower, random),
            Self::Plain if random.below(2) == 0 => without_generic(&lower).map(str::to_owned),
            Self::Plain => (!numbered).then(|| recased(text, random))?,
        }
    }

    /// Whether a query that was made of one name is answered by another as well.
    pub(crate) fn fits(self, query: &str, origin: &str, other: &str) -> bool {
        let (asked, known) = (key(query), key(other));
        if known == asked || known == key(origin) {
            return true;
        }
        match self {
            Self::Name | Self::Alias | Self::Spaced | Self::Joined => false,
            Self::OneTypo | Self::FirstTypo | Self::TwoTypos => {
                osa_distance(&asked, &known) <= osa_distance(&asked, &key(origin))
            }
            Self::Swapped => sorted_words(query) == sorted_words(other),
            Self::Beginnings => {
                let other = other.to_lowercase();
                let mut words = other.split([' ', '-', '.']);
                query.split(' ').all(|part| words.next().is_some_and(|word| word.starts_with(part)))
            }
            Self::Plain => {
                without_generic(&other.to_lowercase()).is_some_and(|other| key(other) == asked)
            }
        }
    }
}

/// The letters and digits of a name with a number, with something else between them.
fn spaced(text: &str, random: &mut Random) -> Option<String> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut last = None;
    for letter in text.chars() {
        let is_other = |last: char| last.is_ascii_digit() != letter.is_ascii_digit();
        if matches!(letter, '-' | ' ') || last.is_some_and(is_other) {
            parts.push(String::new());
        }
        last = Some(letter).filter(|letter| letter.is_alphanumeric());
        parts.last_mut()?.extend(last);
    }
    parts.retain(|part| !part.is_empty());
    let between = ["", " ", "-"][random.below(3)];
    let other = parts.join(between);
    let is_new = other != text;
    is_new.then(|| if random.below(2) == 0 { other } else { other.to_lowercase() })
}

fn joined(name: &Name) -> Option<String> {
    match name.style {
        Style::TwoWords | Style::TwoCapitals => Some(name.text.to_lowercase().replace(' ', "")),
        Style::Camel => {
            let mut split = String::new();
            for letter in name.text.chars() {
                if letter.is_uppercase() && !split.is_empty() {
                    split.push(' ');
                }
                split.extend(letter.to_lowercase());
            }
            Some(split)
        }
        Style::Numbered
        | Style::Capitals
        | Style::Coded
        | Style::Hyphenated
        | Style::Grouped
        | Style::Army
        | Style::Foreign => None,
    }
}

/// Changes, leaves out or puts in a letter, or exchanges it with the next.
fn mistyped(letters: &[char], at: usize, random: &mut Random) -> Vec<char> {
    let mut letters = letters.to_vec();
    match random.below(4) {
        0 => letters[at] = random.letter(),
        1 => {
            letters.remove(at);
        }
        2 => letters.insert(at, random.letter()),
        _ => {
            if letters.get(at + 1).is_some_and(|next| next.is_alphabetic()) {
                letters.swap(at, at + 1);
            }
        }
    }
    letters
}

/// A text with an error at one of the places that are named; `None` where it is the same after all.
fn mistyped_at(text: &str, places: &[usize], random: &mut Random) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let at = *places.get(random.below(places.len()))?;
    let other: String = mistyped(&letters, at, random).into_iter().collect();
    (key(&other) != key(text)).then_some(other)
}

/// The runs of letters of a text that are long enough to be mistyped.
fn words(text: &str) -> Vec<Vec<usize>> {
    let letters: Vec<char> = text.chars().collect();
    let mut words: Vec<Vec<usize>> = vec![Vec::new()];
    for (at, letter) in letters.iter().enumerate() {
        if !letter.is_alphabetic() {
            words.push(Vec::new());
        } else if let Some(word) = words.last_mut() {
            word.push(at);
        }
    }
    words.retain(|word| word.len() >= SHORTEST_MISTYPED);
    words
}

fn in_one_word(text: &str, random: &mut Random) -> Option<String> {
    let words = words(text);
    let word = words.get(random.below(words.len()))?;
    mistyped_at(text, &word[1..], random)
}

fn in_first_letter(text: &str, random: &mut Random) -> Option<String> {
    let words = words(text);
    let word = words.get(random.below(words.len()))?;
    mistyped_at(text, &word[..1], random)
}

fn in_letters_of_number(text: &str, random: &mut Random) -> Option<String> {
    let letters = text.chars().take_while(|letter| letter.is_alphabetic()).count();
    let places: Vec<usize> = (0..letters).collect();
    (letters > 1).then(|| mistyped_at(text, &places, random))?
}

/// Two errors in one long word, or one in each of two.
fn twice(text: &str, random: &mut Random) -> Option<String> {
    let words = words(text);
    let first = words.get(random.below(words.len()))?;
    let second = words.get(random.below(words.len()))?;
    let is_long = first.len() >= SHORTEST_TWICE || first != second;
    // The later place is changed first, so that the earlier one stays where it is.
    let (later, earlier) = if first < second { (second, first) } else { (first, second) };
    let long = key(text).chars().count() >= SHORTEST_LONG;
    let once = (is_long && long).then(|| mistyped_at(text, &later[1..], random))??;
    let shorter = &earlier[1..earlier.len() - 1];
    let other = mistyped_at(&once, shorter, random)?;
    (osa_distance(&key(&other), &key(text)) == 2).then_some(other)
}

fn swapped(text: &str) -> Option<String> {
    let (before, last) = text.rsplit_once(' ')?;
    Some(format!("{last} {before}"))
}

fn beginnings(text: &str, random: &mut Random) -> Option<String> {
    let (first, second) = text.split_once(' ')?;
    let is_word = |word: &str| {
        word.chars().all(char::is_alphabetic) && word.chars().count() >= SHORTEST_MISTYPED
    };
    let mut begin = |word: &str| -> String {
        let most = word.chars().count() - 1;
        word.chars().take((3 + random.below(2)).min(most)).collect()
    };
    (is_word(first) && is_word(second)).then(|| format!("{} {}", begin(first), begin(second)))
}

/// A name in small letters without the word that says no more than that it is a group.
fn without_generic(text: &str) -> Option<&str> {
    text.strip_suffix(" group").or_else(|| text.strip_suffix(" team"))
}

fn recased(text: &str, random: &mut Random) -> Option<String> {
    let lower = text.to_lowercase();
    let other = match pick("small capitals first", random) {
        "small" => lower,
        "capitals" => text.to_uppercase(),
        _ => {
            let first = text.chars().take(1).flat_map(char::to_uppercase);
            first.chain(lower.chars().skip(1)).collect()
        }
    };
    (other != text).then_some(other)
}

/// The words without their order, in which `Army of Thrace` is `Thrace Army`.
fn sorted_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text.split(' ').map(key).filter(|word| word != "of").collect();
    words.sort_unstable();
    words
}
