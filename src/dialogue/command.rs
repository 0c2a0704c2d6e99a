//! What a line asks for.

use crate::action::{Action, Context};
use crate::keymap::{Keymap, Resolution, Sequence};
use crate::text::{DisplayText, clean_line, nearest};

/// What the dialogue can do besides the actions, with what it does.
pub const OWN: &[(&str, Own, &str)] = &[
    ("read", Own::Read, "the page of what is selected"),
    ("list", Own::List, "the rows of the list that is read"),
    ("more", Own::More, "the next rows of a long list"),
];

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// Prints the page of the subject.
    Read,
    /// Prints the focused list.
    List,
    /// Goes on with a long list.
    More,
}

/// What a line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Nothing: the line is blank.
    Nothing,
    /// A row by its number.
    Number(usize),
    /// Something of the dialogue's own, and the text after it.
    Own(Own, String),
    /// An action, and the text after it.
    Act(Action, String),
    /// Nothing that is known; what to say.
    Unknown(DisplayText),
}

/// A word that stands for a command.
type Known = (&'static str, Target);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Own(Own),
    Act(Action),
}

impl Target {
    fn with(self, text: &str) -> Command {
        let text = text.trim().to_owned();
        match self {
            Self::Own(own) => Command::Own(own, text),
            Self::Act(action) => Command::Act(action, text),
        }
    }
}

fn known() -> impl Iterator<Item = Known> {
    let own = OWN.iter().map(|(word, own, _)| (*word, Target::Own(*own)));
    own.chain(Action::ALL.iter().map(|info| (info.id, Target::Act(info.action))))
}

/// Reads a line: a number, an id, a key, a word of an id, the beginning of one; the first that fits.
#[must_use]
pub fn read(line: &str, keymap: &Keymap, context: Context) -> Command {
    let line = line.trim();
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    if line.is_empty() {
        return Command::Nothing;
    }
    if word.chars().all(|digit| digit.is_ascii_digit()) && rest.is_empty() {
        // What is no number of this size is the number of no row either.
        return Command::Number(word.parse().unwrap_or(usize::MAX));
    }
    if let Some(text) = line.strip_prefix('/') {
        return Command::Act(Action::Search, text.trim().to_owned());
    }
    if let Some((target, text)) = by_id(line) {
        return target.with(text);
    }
    if let Some((action, text)) = by_key(line, word, rest, keymap, context) {
        return Target::Act(action).with(text);
    }
    let lower = word.to_lowercase();
    let has_word = |id: &str| id.split('-').any(|part| part == lower);
    let with_word: Vec<Known> = known().filter(|(id, _)| has_word(id)).collect();
    let beginning: Vec<Known> = known().filter(|(id, _)| id.starts_with(&lower)).collect();
    match (with_word.as_slice(), beginning.as_slice()) {
        ([(_, target)], _) | ([], [(_, target)]) => target.with(rest),
        ([], []) => Command::Unknown(unknown(word)),
        ([], several) | (several, _) => Command::Unknown(ambiguous(word, several)),
    }
}

/// An id at the beginning of a line, with blanks or hyphens between its words.
fn by_id(line: &str) -> Option<(Target, &str)> {
    let fits = |id: &str| {
        let head = line.get(..id.len())?;
        let rest = line.get(id.len()..)?;
        let same = head.to_ascii_lowercase().replace(' ', "-") == id;
        (same && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then_some(rest)
    };
    let found = known().filter_map(|(id, target)| Some((id.len(), target, fits(id)?)));
    found.max_by_key(|(length, ..)| *length).map(|(_, target, rest)| (target, rest))
}

/// A key or several, as they are written in the help.
fn by_key<'l>(
    line: &str,
    word: &str,
    rest: &'l str,
    keymap: &Keymap,
    context: Context,
) -> Option<(Action, &'l str)> {
    let action = |keys: &str| {
        let sequence = Sequence::parse(keys)?;
        let contexts = [context, Context::Reader].into_iter();
        let mut found = contexts.map(|context| keymap.resolve(context, sequence.chords()));
        found.find_map(|found| match found {
            Resolution::Action(action) => Some(action),
            Resolution::Pending | Resolution::Unbound => None,
        })
    };
    if let Some(action) = action(line) {
        return Some((action, ""));
    }
    let apart: Vec<String> = word.chars().map(String::from).collect();
    let joined = if apart.len() == 2 { action(&apart.join(" ")) } else { None };
    action(word).or(joined).map(|action| (action, rest))
}

fn ambiguous(word: &str, several: &[Known]) -> DisplayText {
    let ids = several.iter().map(|(id, _)| DisplayText::literal(id)).collect::<Vec<_>>();
    let ids = crate::text::comma_separated(&ids);
    crate::text!["`", shortened(word), "` can be several; write one of: ", ids]
}

fn unknown(word: &str) -> DisplayText {
    let said = crate::text!["`", shortened(word), "` is no command"];
    match nearest(word, known().map(|(id, _)| id)) {
        Some(near) => crate::text![said, "; did you mean `", clean_line(near, |_| {}), "`?"],
        None => crate::text![said, "; help lists them, search finds text"],
    }
}

/// Enough of a word to know it again.
fn shortened(word: &str) -> DisplayText {
    let begins: String = word.chars().take(60).collect();
    let dots = if begins.len() < word.len() { "..." } else { "" };
    crate::text![clean_line(&begins, |_| {}), dots]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Command {
        read(line, &Keymap::default(), Context::Panes)
    }

    #[test]
    fn ids_keys_words_and_beginnings_are_commands() {
        for (line, action, text) in [
            ("next", Action::Next, ""),
            ("n", Action::NextHit, ""),
            ("j", Action::Next, ""),
            ("down", Action::Next, ""),
            ("H", Action::Back, ""),
            ("ba", Action::Back, ""),
            ("who", Action::WhoSays, ""),
            ("w", Action::WhoSays, ""),
            ("Who says", Action::WhoSays, ""),
            ("sort by name", Action::SortByName, ""),
            ("s n", Action::SortByName, ""),
            ("sn", Action::SortByName, ""),
            ("gg", Action::First, ""),
            ("timeline", Action::FocusTimeline, ""),
            ("bookmark", Action::Bookmark, ""),
            ("bookmarks", Action::Bookmarks, ""),
            ("?", Action::Help, ""),
            ("-", Action::LessDepth, ""),
            ("q", Action::Quit, ""),
            ("search  rama lapid ", Action::Search, "rama lapid"),
            ("/rama", Action::Search, "rama"),
            ("/", Action::Search, ""),
            ("f iran", Action::Filter, "iran"),
            ("fil iran", Action::Filter, "iran"),
            ("t 10 sep", Action::GoToDate, "10 sep"),
            ("go to date 10 sep", Action::GoToDate, "10 sep"),
            ("date +2d", Action::GoToDate, "+2d"),
            ("open 3", Action::Open, "3"),
            ("open-result", Action::OpenResult, ""),
        ] {
            assert_eq!(asked(line), Command::Act(action, text.to_owned()), "{line}");
        }
        // `read` is also the beginning of `read-on`.
        assert_eq!(asked("read"), Command::Own(Own::Read, String::new()));
        assert_eq!(asked("lis"), Command::Own(Own::List, String::new()));
        assert_eq!(asked(" 12 "), Command::Number(12));
        assert_eq!(asked(&"9".repeat(50)), Command::Number(usize::MAX));
        assert_eq!(asked("  "), Command::Nothing);
    }

    #[test]
    fn what_is_no_command_is_told_with_what_is_near() {
        for (line, said) in [
            ("serch rama", "did you mean `search`?"),
            ("sort", "sort-by-time, sort-by-name, sort-by-grade, sort-by-links"),
            ("rea", "read, read-on"),
            ("xyzzy", "help lists them"),
            ("e", "erase-back"),
        ] {
            let Command::Unknown(words) = asked(line) else { panic!("{line}") };
            assert!(words.as_str().contains(said), "{line}: {words}");
        }
    }

    #[test]
    fn every_action_is_reached_by_its_id_and_no_other_word_of_the_dialogue_hides_it() {
        for info in Action::ALL {
            assert_eq!(asked(info.id), Command::Act(info.action, String::new()), "{}", info.id);
            let action = OWN.iter().find(|(word, ..)| *word == info.id);
            assert!(action.is_none(), "{}", info.id);
        }
    }
}
