//! The word lists that an author may add to with `x-`: roles in events and relations of actors and of
//! events.

mod meant;

pub use meant::OpenWord;
pub(super) use meant::{Meant, meant};

use super::vocabulary::{Word, words};

words! {
    /// What an actor is in an event, the weightiest first: so are they told.
    RoleWord {
        Accused "accused" "said by somebody to have done it",
        Suspect "suspect" "looked into as the one who did it",
        Attacker "attacker" "carried it out",
        Claimant "claimant" "says that it was its own doing",
        Belligerent "belligerent" "fights in it",
        Target "target" "what it was aimed at",
        Victim "victim" "who was harmed",
        Opponent "opponent" "whom it turns against",
        Accuser "accuser" "says who did it",
        Denier "denier" "denies it",
        Speaker "speaker" "says it",
        Author "author" "wrote it",
        Publisher "publisher" "published it",
        Sender "sender" "sent it",
        Issuer "issuer" "issued the order or document",
        Decider "decider" "decided it",
        Prosecutor "prosecutor" "brings it before a court",
        Investigator "investigator" "looks into it",
        Signatory "signatory" "signed it",
        Negotiator "negotiator" "negotiates for one side",
        Mediator "mediator" "stands between the sides",
        Host "host" "receives the guests",
        Guest "guest" "visits or is received",
        Participant "participant" "takes part",
        Spokesperson "spokesperson" "speaks for somebody else",
        Announcer "announcer" "makes it known",
        Organiser "organiser" "organises it",
        Protester "protester" "protests",
        Responder "responder" "comes to help or reacts",
        Addressee "addressee" "who is spoken or written to",
        Affiliation "affiliation" "the body that somebody in it belongs to",
        Authority "authority" "the state body that arrests, searches or forbids",
        Beneficiary "beneficiary" "gains by it",
        Detainee "detainee" "who is arrested or held",
        Expelled "expelled" "who has to leave",
        Observer "observer" "watches without taking part",
        Operator "operator" "runs what was hit",
        Origin "origin" "where it comes from",
        Owner "owner" "owns what was hit",
        Proposer "proposer" "proposes it",
        Sponsor "sponsor" "pays for it or orders it",
        Subject "subject" "whom or what it is about",
        Supplier "supplier" "supplies what is used",
        Supported "supported" "whose side is taken",
        Supporter "supporter" "takes somebody's side",
        Tool "tool" "what was used for it",
        Witness "witness" "saw it",
    }
}

words! {
    /// How one actor relates to another: `from` is, or does, this to `to`.
    LinkWord {
        Accuses "accuses" "says that the other did something",
        AlliedWith "allied-with" "is an ally of the other",
        AttributedTo "attributed-to" "is said to be the other, or its work",
        BasedAt "based-at" "has its seat there",
        ClaimedBy "claimed-by" "is said by the other to have been hit by it",
        CommunicatesWith "communicates-with" "exchanges data with the other",
        Compromises "compromises" "has broken into the other",
        Controls "controls" "commands the other",
        FrontFor "front-for" "hides the other behind its name",
        Funds "funds" "pays for the other",
        Governs "governs" "is head of its government",
        Heads "heads" "is at the head of it",
        Impersonates "impersonates" "gives itself out as the other",
        LeadsOppositionIn "leads-opposition-in" "leads the opposition there",
        LinkedTo "linked-to" "has to do with the other; nothing more is known",
        Operates "operates" "runs it",
        Opposes "opposes" "is against the other",
        OverlapsWith "overlaps-with" "shares members or activity with the other",
        Owns "owns" "owns it",
        PartOf "part-of" "is a body or member of the other",
        PresidesOver "presides-over" "presides over it",
        SpeaksFor "speaks-for" "is its spokesperson",
        SuccessorOf "successor-of" "came after the other and took its place",
        Supplies "supplies" "supplies the other",
        Supports "supports" "helps the other",
        Targets "targets" "aims at the other",
        Uses "uses" "uses it",
        VariantOf "variant-of" "is another version of it",
        WorksFor "works-for" "is employed by the other",
    }
}

words! {
    /// How one event relates to another: the event above is, or does, this to the event in `to`.
    EventLinkWord {
        Announces "announces" "makes the other known beforehand",
        AnsweredBy "answered-by" "gets the other as its reply",
        Answers "answers" "is the reply to the other",
        CausedBy "caused-by" "came about because of the other",
        Continues "continues" "goes on with the other",
        Ends "ends" "brings the other to an end",
        Investigates "investigates" "looks into the other",
        PartOf "part-of" "is one part of the other",
        PostponedTo "postponed-to" "was put off; the other is its new date",
        Prepares "prepares" "makes the other possible",
        RelatedTo "related-to" "has to do with the other; nothing more is known",
        Repeats "repeats" "is the same once more",
    }
}

/// What a relation says of the order of its two events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The event above cannot be before the other.
    NotBefore,
    /// The other cannot be before the event above.
    NotAfter,
    /// Either may be the earlier one.
    Either,
}

impl EventLinkWord {
    /// The word that says the same from the other end, where that is the one that counts.
    #[must_use]
    pub fn turned(self) -> Option<Self> {
        match self {
            Self::AnsweredBy => Some(Self::Answers),
            Self::Announces
            | Self::Answers
            | Self::CausedBy
            | Self::Continues
            | Self::Ends
            | Self::Investigates
            | Self::PartOf
            | Self::PostponedTo
            | Self::Prepares
            | Self::RelatedTo
            | Self::Repeats => None,
        }
    }

    /// What it says of the order of the two.
    #[must_use]
    pub fn order(self) -> Order {
        match self {
            Self::Announces | Self::AnsweredBy | Self::PostponedTo | Self::Prepares => {
                Order::NotAfter
            }
            Self::Answers
            | Self::CausedBy
            | Self::Continues
            | Self::Ends
            | Self::Investigates
            | Self::Repeats => Order::NotBefore,
            Self::PartOf | Self::RelatedTo => Order::Either,
        }
    }
}
