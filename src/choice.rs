//! What a reader can choose among: one set of values for `config.toml`, the command line, the state and
//! the screen. Each value is read and written by its word, through the derives of serde.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IgnoredAny, IntoDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

/// A value that has a word.
pub trait Worded: Copy + Serialize + DeserializeOwned + 'static {
    /// Each word with its meaning, in order.
    const WORDS: &'static [(&'static str, &'static str)];

    /// The word for it, as files have it.
    fn word(self) -> &'static str;

    /// The value that a word stands for.
    #[must_use]
    fn meant_by(word: &str) -> Option<Self> {
        let word: StrDeserializer<'_, Error> = word.into_deserializer();
        Self::deserialize(word).ok()
    }
}

/// Reads a value; what is none, as a word of another version, is the usual one and costs nothing beside
/// it.
///
/// # Errors
/// When the file itself ends or breaks there.
pub fn or_usual<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(match Read::deserialize(from)? {
        Read::Known(value) => value,
        Read::Unknown(_) => T::default(),
    })
}

/// Reads a list; what is no value is left out.
///
/// # Errors
/// When it is no list, or the file itself ends or breaks there.
pub fn known_ones<'de, D, T>(from: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let all = Vec::<Read<T>>::deserialize(from)?;
    let known = all.into_iter().filter_map(|read| match read {
        Read::Known(value) => Some(value),
        Read::Unknown(_) => None,
    });
    Ok(known.collect())
}

/// What may be a value.
#[derive(Deserialize)]
#[serde(untagged)]
enum Read<T> {
    Known(T),
    Unknown(IgnoredAny),
}

/// Each value: its name, its word and its meaning; the usual one is marked.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident {
        $($(#[$mark:meta])? $variant:ident $word:literal $meaning:literal;)*
    })*) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        pub enum $name {
            $($(#[$mark])? #[doc = $meaning] #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: [Self; [$(Self::$variant),*].len()] = [$(Self::$variant),*];
        }

        impl Worded for $name {
            const WORDS: &'static [(&'static str, &'static str)] = &[$(($word, $meaning)),*];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }
    )*};
}

choices! {
    /// How much of an item is shown.
    Depth {
        Headline "headline" "title, when, and how many say so";
        Card "card" "the card, and the first paragraph";
        #[default] Full "full" "everything";
    }

    /// The clock that times of day are shown in; a date without a time of day is never moved.
    ///
    /// The clock of the reader's own place plays no part: the local one is that of the event. The offset
    /// of a report is that clock; a report in UTC does not tell it, and then that is said.
    Times {
        #[default] Reported "reported" "as the sources reported them";
        Utc "utc" "in UTC";
        Local "local" "by the clock of the place where it happened";
    }

    /// How much air there is between the parts of a page.
    Density {
        #[default] Roomy "roomy" "a blank line between the parts of a page";
        Compact "compact" "no blank lines";
    }

    /// Whether only ASCII signs are drawn.
    Ascii {
        #[default] Auto "auto" "where the terminal or the locale asks for it";
        Always "always" "everywhere";
        Never "never" "nowhere, unless `--ascii` is given";
    }

    /// The layout that keys of another script are understood by.
    KeyLayout {
        #[default] Auto "auto" "that of the locale's language, else the first that has the character";
        Hebrew "hebrew" "Hebrew (SI 1452)";
        Persian "persian" "Persian (ISIRI 9147)";
        Arabic "arabic" "Arabic (101 keys)";
        Russian "russian" "Russian";
        Ukrainian "ukrainian" "Ukrainian";
        Bulgarian "bulgarian" "Bulgarian (BDS 5237)";
        Greek "greek" "Greek";
        Georgian "georgian" "Georgian (QWERTY)";
        Armenian "armenian" "Armenian (eastern)";
    }

    /// A pane, in the order of its number.
    Pane {
        #[default] Timeline "timeline" "events in time order";
        Actors "actors" "who takes part";
        Sources "sources" "who says so";
        Reader "reader" "the subject itself";
    }

    /// What the reader shows of the subject.
    Face {
        #[default] Item "item" "its page";
        WhoSays "who-says" "who says what about it";
        Provenance "provenance" "where it comes from, and why it has its grade";
    }

    /// What the rows of a list are sorted by.
    Order {
        #[default] Usual "usual"
            "the list's own: time for events; of what belongs to the subject, actors by part and sources by grade";
        Time "time" "time: of events, of the first event of an actor, of publication";
        Name "name" "name or title";
        Grade "grade" "grade, the best first";
        Links "links" "number of links, the most first";
    }

    /// The step in which the timeline is read: what its headings are and how far a jump goes. The shortest
    /// first.
    TimeStep {
        #[default] Day "day" "days, under the years";
        Week "week" "weeks from Monday to Sunday (ISO 8601)";
        Month "month" "months";
        Year "year" "years";
    }
}

impl Depth {
    /// The next less depth, if there is one.
    #[must_use]
    pub fn less(self) -> Option<Self> {
        match self {
            Self::Headline => None,
            Self::Card => Some(Self::Headline),
            Self::Full => Some(Self::Card),
        }
    }

    /// The next more depth, if there is one.
    #[must_use]
    pub fn more(self) -> Option<Self> {
        match self {
            Self::Headline => Some(Self::Card),
            Self::Card => Some(Self::Full),
            Self::Full => None,
        }
    }
}

impl Times {
    /// The next clock, after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Reported => Self::Utc,
            Self::Utc => Self::Local,
            Self::Local => Self::Reported,
        }
    }

    /// In words, after "times": `as reported`, `in UTC`, `local to the place`.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Reported => "as reported",
            Self::Utc => "in UTC",
            Self::Local => "local to the place",
        }
    }
}

impl Pane {
    /// The panes that are lists.
    pub const LISTS: [Self; 3] = [Self::Timeline, Self::Actors, Self::Sources];

    /// Place in [`Pane::ALL`], from 0; the key is one more.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Timeline => 0,
            Self::Actors => 1,
            Self::Sources => 2,
            Self::Reader => 3,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Timeline => "Timeline",
            Self::Actors => "Actors",
            Self::Sources => "Sources",
            Self::Reader => "Reader",
        }
    }

    /// Its name where there is little room.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        match self {
            Self::Timeline => "Time",
            Self::Actors => "Act",
            Self::Sources => "Src",
            Self::Reader => "Read",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, from_value, json, to_value};
    use std::collections::BTreeSet;
    use std::fmt::Debug;

    /// Each value has a word of its own, in letters that any file can hold, and serde knows no other.
    fn has_words<T: Worded + Debug + PartialEq>(all: &[T]) {
        let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
        assert_eq!(all.iter().map(|value| value.word()).collect::<Vec<_>>(), words);
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{words:?}");
        for (value, (word, meaning)) in all.iter().zip(T::WORDS) {
            assert!(word.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-'), "{word}");
            assert!(!meaning.is_empty() && !meaning.ends_with('.'), "{word}");
            assert_eq!(to_value(value).expect("a value"), json!(word));
            assert_eq!(T::meant_by(word), Some(*value));
        }
        for strange in ["", "no such word", "AUTO", "Full"] {
            assert_eq!(T::meant_by(strange), None, "{strange}");
        }
    }

    #[test]
    fn every_value_is_read_and_written_by_its_word() {
        has_words(&Depth::ALL);
        has_words(&Times::ALL);
        has_words(&Density::ALL);
        has_words(&Ascii::ALL);
        has_words(&KeyLayout::ALL);
        has_words(&Pane::ALL);
        has_words(&Face::ALL);
        has_words(&Order::ALL);
        has_words(&TimeStep::ALL);
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct File {
        #[serde(deserialize_with = "or_usual")]
        face: Face,
        #[serde(deserialize_with = "or_usual")]
        depth: Option<Depth>,
        #[serde(deserialize_with = "known_ones")]
        panes: Vec<Pane>,
        rest: String,
    }

    #[test]
    fn what_is_no_value_costs_nothing_beside_it() {
        let read = |face: Value, depth: Value, panes: Value| -> File {
            let file = json!({ "face": face, "depth": depth, "panes": panes, "rest": "kept" });
            from_value(file).expect("a file")
        };
        let rest = || "kept".to_owned();
        let (face, depth) = (Face::WhoSays, Some(Depth::Card));
        let panes = vec![Pane::Actors, Pane::Reader];
        assert_eq!(
            read(json!("who-says"), json!("card"), json!(["actors", "reader"])),
            File { face, depth, panes: panes.clone(), rest: rest() }
        );
        for strange in [json!(""), json!("hologram"), json!(7), json!([1]), json!({}), Value::Null]
        {
            assert_eq!(
                read(strange.clone(), strange.clone(), json!(["actors", strange, "reader"])),
                File { panes: panes.clone(), rest: rest(), ..File::default() }
            );
        }
        assert_eq!(from_value::<File>(json!({})).expect("a file"), File::default());
    }
}
