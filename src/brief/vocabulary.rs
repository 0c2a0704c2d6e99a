//! The closed word lists of the format. Each list stands once: reading, showing, checking and the
//! format page come out of it.

use crate::text;
use crate::text::DisplayText;
use serde::{Deserialize, Serialize};

/// A closed word list of the format.
pub trait Word: Copy + 'static {
    /// The words with their meanings, in order.
    const ENTRIES: &'static [(&'static str, &'static str)];
    /// The entry with this word.
    fn read(word: &str) -> Option<Self>;
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $word:literal $meaning:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[derive(serde::Serialize, serde::Deserialize)]
        pub enum $name { $(#[doc = $meaning] $variant,)* }

        impl $name {
            /// Every word, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word as it is written in a brief.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// What the word means.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }

            /// The entry with this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|entry| entry.word() == word)
            }
        }

        impl Word for $name {
            const ENTRIES: &'static [(&'static str, &'static str)] = &[$(($word, $meaning)),*];

            fn read(word: &str) -> Option<Self> {
                Self::from_word(word)
            }
        }
    };
}

pub(super) use words;

words! {
    /// State of the text of a brief.
    BriefStatus {
        Draft "draft" "being written",
        Reviewed "reviewed" "read by a second person",
        Final "final" "released",
        Superseded "superseded" "replaced by a later brief",
    }
}
words! {
    /// What kind of house a publisher is.
    PublisherKind {
        Government "government" "a state body",
        Agency "agency" "a specialised public agency",
        Media "media" "a newspaper, broadcaster or site",
        Wire "wire" "a news agency",
        Vendor "vendor" "a company that investigates",
        Ngo "ngo" "a non-governmental organisation",
        Party "party" "somebody who takes part in the events",
        Academic "academic" "a university or institute",
    }
}
words! {
    /// How a document could be reached.
    Access {
        Open "open" "anybody can read it",
        Paywalled "paywalled" "only subscribers can read it",
        Removed "removed" "it was taken down",
        SeenSecondHand "seen-second-hand" "only copies or reports of it were read",
    }
}
words! {
    /// What kind of actor.
    ActorKind {
        Person "person" "a human being",
        Group "group" "people acting together",
        Persona "persona" "a front somebody acts behind",
        IntrusionSet "intrusion-set" "a cluster of intrusions as a vendor sees it",
        State "state" "a state or union of states",
        Agency "agency" "a public body",
        Organisation "organisation" "a company, union or institution",
        Vendor "vendor" "a security company",
        Media "media" "a medium that acts in the events",
        System "system" "a computer system",
        Malware "malware" "a malicious program",
        Tool "tool" "a program that is used and not malicious by itself",
        Facility "facility" "a building, plant or camp",
    }
}
words! {
    /// How another's name relates to an actor.
    AkaRelation {
        Same "same" "the same actor",
        OperatorOf "operator-of" "the actor operates the named one",
        PartOf "part-of" "the actor is part of the named one",
        Overlaps "overlaps" "they share activity",
        Disputed "disputed" "whether they are the same is disputed",
    }
}
words! {
    /// What kind of event.
    EventType {
        Cyber "cyber" "an act against computer systems",
        Diplomatic "diplomatic" "an act between states",
        Legal "legal" "an act of law",
        Military "military" "an act of armed forces",
        Protest "protest" "a protest or strike",
        Statement "statement" "something said",
        Publication "publication" "something published",
        Disaster "disaster" "a natural disaster or accident",
        Other "other" "anything else",
    }
}
words! {
    /// Whether an event took place.
    EventStatus {
        Occurred "occurred" "it took place",
        Planned "planned" "planned, not confirmed",
        Unconfirmed "unconfirmed" "claimed, not confirmed",
        Cancelled "cancelled" "called off",
    }
}

impl EventStatus {
    /// Whether it lies behind those who tell of it; what was only planned is told beforehand by right.
    #[must_use]
    pub fn is_over(self) -> bool {
        !matches!(self, Self::Planned | Self::Cancelled)
    }
}

words! {
    /// Confidence in a judgement (ICD 203: never in one sentence with likelihood).
    Confidence {
        Low "low" "scant, questionable or fragmented information",
        Moderate "moderate" "credible information, not enough for high",
        High "high" "good information from several sources",
    }
}
words! {
    /// What a claim is about.
    Aspect {
        Occurrence "occurrence" "whether it happened",
        When "when" "when it happened",
        Where "where" "where it happened",
        Who "who" "who took part",
        Target "target" "who or what was hit",
        How "how" "by what means",
        Cause "cause" "why it happened",
        Number "number" "how many",
        Outcome "outcome" "what came of it",
        Attribution "attribution" "who did it",
    }
}
words! {
    /// On what ground an act is ascribed to somebody.
    Attribution {
        Itself "self" "the actor claims it",
        Technical "technical" "from technical traces",
        Official "official" "by a government or authority",
        Unofficial "unofficial" "by somebody without office",
        Legal "legal" "by a court or prosecutor",
        Media "media" "by the press",
    }
}
words! {
    /// Likelihood in the seven terms of ICD 203, section D.6.e(2)(a).
    Likelihood {
        AlmostNoChance "almost no chance" "1-5%",
        VeryUnlikely "very unlikely" "5-20%",
        Unlikely "unlikely" "20-45%",
        RoughlyEven "roughly even chance" "45-55%",
        Likely "likely" "55-80%",
        VeryLikely "very likely" "80-95%",
        AlmostCertain "almost certain" "95-99%",
    }
}
words! {
    /// TLP 2.0 labels, from the least to the most restricted, so that the greater is the higher.
    Marking {
        Clear "CLEAR" "disclosure is not limited",
        Green "GREEN" "the community only",
        Amber "AMBER" "the organisation and its clients only",
        AmberStrict "AMBER+STRICT" "the organisation only",
        Red "RED" "the named recipients only",
    }
}

impl Marking {
    /// The label that is written on what it is in force for: `TLP:GREEN`.
    #[must_use]
    pub fn label(self) -> DisplayText {
        text!["TLP:", self.word()]
    }
}

words! {
    /// Reliability of a source (NATO AJP-2.1 / STANAG 2511), from best to worst.
    Reliability {
        A "A" "completely reliable",
        B "B" "usually reliable",
        C "C" "fairly reliable",
        D "D" "not usually reliable",
        E "E" "unreliable",
        F "F" "reliability cannot be judged",
    }
}

/// Credibility of a piece of information, 1 to 6 (NATO AJP-2.1 / STANAG 2511).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Credibility(u8);

impl Credibility {
    /// The credibility with this number, 1 to 6.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        (1..=6).contains(&number).then_some(Self(number))
    }

    /// The number, 1 to 6.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    /// What the number means.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self.0 {
            1 => "confirmed by other sources",
            2 => "probably true",
            3 => "possibly true",
            4 => "doubtfully true",
            5 => "improbable",
            _ => "truth cannot be judged",
        }
    }
}
