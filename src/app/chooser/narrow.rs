//! Which rows match what is typed, and which of them comes first.

use super::{Choice, Entry, Listing};
use crate::action::ActionInfo;
use crate::text::DisplayText;

/// The rows that match, in the order in which they are shown. In the palette the nearest name comes
/// first; elsewhere rows keep their order, but for the one whose key is typed.
pub(super) fn matching(
    listing: Listing,
    entries: &[Entry],
    found_by: &[String],
    typed: &str,
) -> Vec<usize> {
    let words: Vec<String> = typed.split_whitespace().map(fold).collect();
    if words.is_empty() {
        return (0..entries.len()).collect();
    }
    if listing == Listing::Palette {
        let ranked = entries.iter().enumerate().filter_map(|(at, entry)| {
            Some((rank(entry, &words)?, entry.unavailable.is_some(), length(entry), at))
        });
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_unstable();
        return ranked.into_iter().map(|(.., at)| at).collect();
    }
    let matches = |all: &String| words.iter().all(|word| all.contains(word.as_str()));
    let found = found_by.iter().enumerate().filter(|(_, all)| matches(all));
    let mut found: Vec<usize> = found.map(|(at, _)| at).collect();
    if listing == Listing::Questions {
        asked_first(entries, &words, &mut found);
    }
    if listing == Listing::Help {
        let has_key = |at: usize| {
            let keys = entries.get(at).map_or("", |entry| entry.lead.as_str());
            keys.split("  ").any(|key| key == typed.trim())
        };
        found.sort_by_key(|at| !has_key(*at));
    }
    found
}

/// What each row is found by.
pub(super) fn words(listing: Listing, entries: &[Entry]) -> Vec<String> {
    let of = |entry: &Entry| {
        // The title of a brief has words like "who" that a question is looked for by.
        let group = if listing == Listing::Questions { "" } else { entry.group.as_str() };
        let parts = [&entry.text, &entry.lead, &entry.detail, &entry.words];
        let parts = parts.map(DisplayText::as_str).into_iter().chain([group]);
        fold(&parts.collect::<Vec<_>>().join(" "))
    };
    entries.iter().map(of).collect()
}

/// Puts the questions that hold the words themselves before those whose answers do, and their groups
/// before the others; a group stays together under its heading.
fn asked_first(entries: &[Entry], words: &[String], found: &mut [usize]) {
    let asks = |entry: &Entry| {
        let text = fold(entry.text.as_str());
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let mut groups: Vec<(&DisplayText, bool)> = Vec::new();
    for entry in found.iter().filter_map(|at| entries.get(*at)) {
        match groups.iter_mut().find(|(group, _)| *group == &entry.group) {
            Some((_, asked)) => *asked |= asks(entry),
            None => groups.push((&entry.group, asks(entry))),
        }
    }
    let rank = |at: &usize| {
        let entry = entries.get(*at)?;
        let place = groups.iter().position(|(group, _)| *group == &entry.group)?;
        let asked = groups.get(place)?.1;
        Some((!asked, place, !asks(entry)))
    };
    found.sort_by_key(rank);
}

/// Letters without case and without the usual accents of Latin letters.
fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// The letter under an accent, for the letters of the languages that names here come from.
fn plain(letter: char) -> char {
    const ACCENTED: &[(&str, char)] = &[
        ("àáâãäåāă", 'a'),
        ("çćč", 'c'),
        ("èéêëēė", 'e'),
        ("ìíîïīı", 'i'),
        ("ñń", 'n'),
        ("òóôõöøō", 'o'),
        ("šś", 's'),
        ("ùúûüū", 'u'),
        ("ýÿ", 'y'),
        ("žź", 'z'),
    ];
    let under = ACCENTED.iter().find(|(letters, _)| letters.contains(letter));
    under.map_or(letter, |(_, letter)| *letter)
}

fn info(entry: &Entry) -> Option<&'static ActionInfo> {
    let Choice::Act(action) = entry.choice else { return None };
    Some(action.info())
}

/// Letters of an id: of equally near names the shortest is nearest.
fn length(entry: &Entry) -> usize {
    info(entry).map_or(usize::MAX, |info| info.id.len())
}

/// How near the typed words are to the name of an action, 0 for the name itself: its beginning, its
/// initials, beginnings of its words, words of its help, its letters in order.
fn rank(entry: &Entry, typed: &[String]) -> Option<u8> {
    let info = info(entry)?;
    let joined = typed.join("-");
    let run = typed.concat();
    let initials: String = info.words().filter_map(|word| word.chars().next()).collect();
    let help = fold(info.help);
    let begins = |words: &[&str]| {
        typed.iter().all(|typed| words.iter().any(|word| word.starts_with(typed.as_str())))
    };
    let names: Vec<&str> = info.words().collect();
    let helps: Vec<&str> = help.split(|c: char| !c.is_alphanumeric()).collect();
    let ranks = [
        info.id == joined,
        info.id.starts_with(&joined),
        initials.len() > 1 && initials == run,
        begins(&names),
        initials.len() > 1 && initials.starts_with(&run),
        begins(&helps),
        typed.iter().all(|word| info.id.contains(word.as_str()) || help.contains(word.as_str())),
        in_order(&run, info.id),
    ];
    let first = ranks.iter().position(|matches| *matches)?;
    u8::try_from(first).ok()
}

/// Whether all letters occur in a text in their order.
fn in_order(letters: &str, text: &str) -> bool {
    let mut left = text.chars();
    letters.chars().all(|letter| left.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Action;

    fn palette() -> Vec<Entry> {
        Action::ALL.iter().map(|info| Entry::new(info.help, Choice::Act(info.action))).collect()
    }

    fn found(listing: Listing, entries: &[Entry], typed: &str) -> Vec<usize> {
        matching(listing, entries, &words(listing, entries), typed)
    }

    fn first(typed: &str) -> Option<Action> {
        let entries = palette();
        let at = *found(Listing::Palette, &entries, typed).first()?;
        info(entries.get(at)?).map(|info| info.action)
    }

    #[test]
    fn the_nearest_name_comes_first() {
        for (typed, action) in [
            ("quit", Action::Quit),
            ("q", Action::Quit),
            ("qn", Action::QuitNow),
            ("sort name", Action::SortByName),
            ("name sort", Action::SortByName),
            ("sbg", Action::SortByGrade),
            ("Gaps", Action::Gaps),
            ("lens", Action::ClearLenses),
            // Two have these initials: the shorter name comes first.
            ("ol", Action::OpenLink),
            ("onl", Action::OnlyLinked),
            ("theme", Action::Settings),
            ("prvn", Action::Provenance),
        ] {
            assert_eq!(first(typed), Some(action), "{typed}");
        }
        assert_eq!(first("blank"), Some(Action::Blank));
        assert_eq!(first("zzz"), None);
    }

    #[test]
    fn rows_are_narrowed_by_words_in_any_order_without_case_and_accents() {
        let row = |text: &'static str| Entry::new(text, Choice::Nothing).under("Tiranë");
        let entries = [row("Çfarë ndodhi"), row("What happened")];
        let of = |typed| found(Listing::Judgements, &entries, typed);
        assert_eq!(of("ndodhi CFARE"), [0]);
        assert_eq!(of("tirane"), [0, 1]);
        assert_eq!(of("  "), [0, 1]);
        assert!(of("ndodhi happened").is_empty());
    }

    #[test]
    fn a_key_that_is_typed_comes_first_in_the_help() {
        let row = |keys: &'static str, help: &'static str| Entry {
            lead: keys.into(),
            ..Entry::new(help, Choice::Nothing)
        };
        let entries = [row("j  Down", "Next row"), row("w  '", "Who says"), row("W", "other")];
        assert_eq!(found(Listing::Help, &entries, "w"), [1, 0, 2]);
    }
    #[test]
    fn a_question_that_holds_the_words_comes_before_an_answer_that_does() {
        let row = |text: &'static str, answer: &'static str, group: &'static str| Entry {
            words: answer.into(),
            ..Entry::new(text, Choice::Nothing).under(group)
        };
        let entries = [
            row("Who did it?", "Nobody was killed", "Attacks"),
            row("When?", "In July", "Attacks"),
            row("What did Iran say?", "That a mob killed them", "Unrest"),
            row("How many were killed?", "At least 551", "Unrest"),
        ];
        let of = |typed| found(Listing::Questions, &entries, typed);
        assert_eq!(of("killed"), [3, 2, 0]);
        assert_eq!(of("did"), [0, 2]);
    }
}
