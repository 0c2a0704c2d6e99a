//! The brief: the registry, and events whose texts hold the words of its names as common words.

use super::names::{Actor, pick};
use super::parts;
use super::random::Random;
use std::fmt::Write as _;

/// Events beside the actors.
const EVENTS: usize = 300;

/// Titles. `%` is a common word written small, `#` the same in capitals, `@` a place.
const TITLES: [&str; 12] = [
    "A % stops the trains of @",
    "The ministry of @ warns of a % and a %",
    "Power fails in @ after the %",
    "Court of @ calls it %",
    "A group of students asks for % in @",
    "@ counts its % losses",
    "Team of rescuers reaches the % near @",
    "A % home loses its files in @",
    "Leaflet in @: THE # IS AWAKE",
    "Water and oil run short in @ in a % week",
    "Army of @ finds a % at the border",
    "Paper of @ prints a % story about a %",
];

/// Sentences of summaries.
const SENTENCES: [&str; 12] = [
    "Nobody saw the % in the harbour of @ before it was too late.",
    "Witnesses spoke of a % and a %, and of lightning over the land.",
    "The page showed a % beside a % and asked for justice.",
    "A team of engineers called the % a common fault.",
    "The crowd had a % banner and no water.",
    "Its group was the last to leave the % house.",
    "What was left was a % on the wall: WE ARE THE # AND THE #.",
    "The note read: # FOR # BEFORE THE #.",
    "Traders had bought % and % the day before.",
    "It was a night of wind, rain and storm, and a dark one for the land.",
    "The bear of the zoo of @ and a sparrow were all that moved.",
    "The cloud over the sea was % and the home guard slept.",
];

/// A common word: a part of some name.
fn common(random: &mut Random) -> String {
    const LISTS: [&str; 7] = [
        parts::ADJECTIVES,
        parts::ANIMALS,
        parts::ANIMALS,
        parts::WEATHER,
        parts::NOUNS,
        parts::FIRST,
        parts::LATER,
    ];
    pick(LISTS[random.below(LISTS.len())], random).to_lowercase()
}

fn filled(template: &str, random: &mut Random) -> String {
    let mut text = String::new();
    for letter in template.chars() {
        match letter {
            '%' => text.push_str(&common(random)),
            '#' => text.push_str(&common(random).to_uppercase()),
            '@' => text.push_str(pick(parts::PLACES, random)),
            other => text.push(other),
        }
    }
    text
}

/// The brief with the actors in their order, their ids `a0` and so on.
pub(crate) fn brief(actors: &[Actor], random: &mut Random) -> String {
    let mut brief = String::from(
        "schema = 2\n[brief]\nid = \"registry\"\ntitle = \"A registry\"\ntlp = \"CLEAR\"\n",
    );
    for (number, names) in actors.iter().enumerate() {
        let texts: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
        let (name, aliases) = texts.split_first().unwrap_or((&"", &[]));
        let kind = pick("intrusion-set group persona", random);
        let _ = writeln!(brief, "\n[actor.a{number}]\nname = {name:?}\nkind = \"{kind}\"");
        let _ = writeln!(brief, "aliases = {aliases:?}");
    }
    for number in 0..EVENTS {
        let title = filled(TITLES[random.below(TITLES.len())], random);
        let mut summary = Vec::new();
        for _ in 0..2 + random.below(3) {
            summary.push(filled(SENTENCES[random.below(SENTENCES.len())], random));
        }
        let (year, month) = (2015 + random.below(10), 1 + random.below(12));
        let _ = writeln!(
            brief,
            "\n[[event]]\nid = \"e{number}\"\ntitle = {title:?}\nwhen = \"{year}-{month:02}\"\n\
            type = \"cyber\"\nsummary = {:?}",
            summary.join(" ")
        );
        // Some are laid to an actor, so that its names stand in what is said of them as well.
        if random.below(3) == 0 {
            let actor = random.below(actors.len());
            let _ = writeln!(brief, "roles = {{ accused = [\"a{actor}\"] }}");
        }
    }
    brief
}
