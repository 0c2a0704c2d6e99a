//! Items as JSON, computed fields included. One struct a kind of record; every key is always there,
//! `null` or empty where the brief has nothing.

mod actor;
mod brief;
mod claim;
mod event;
mod found;
mod hit;
mod inquiry;
mod judgement;
mod marked;
mod place;
mod shared;
mod source;
mod testimony;

pub(super) use found::{Last, of_note};
pub(super) use hit::Hit;
pub(super) use testimony::Testimony;

use crate::library::{self, ItemId, Kind, Library, Relation};
use crate::text::{DisplayText, clean_line};
use serde::Serialize;
use shared::{Assessed, Mention, mentions, reference, strings};

/// One object as one line. JSON escapes controls, and every text in it is clean.
pub(super) fn line(object: &impl Serialize) -> DisplayText {
    // Structs of texts, numbers and lists have nothing that JSON cannot write; a line says so if one had.
    let written = serde_json::to_string(object)
        .unwrap_or_else(|error| serde_json::json!({ "error": error.to_string() }).to_string());
    crate::text![clean_line(&written, |_| {}), "\n"]
}

/// What its sealed set says of the file of an item.
fn seal(library: &Library, id: ItemId) -> Option<String> {
    library.seal(id).map(|seal| seal.words().to_string())
}

/// An item with what is computed of it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Item {
    #[serde(rename = "ref")]
    reference: String,
    kind: &'static str,
    id: String,
    brief: Option<String>,
    title: String,
    /// The highest of it (at least its brief's, of a claim its event's) and of all that this names.
    marking: &'static str,
    /// File and line of each record that the item is made of.
    written_at: Vec<String>,
    /// What its sealed set says of its file; null where it is of none.
    seal: Option<String>,
    #[serde(flatten)]
    record: Record,
    /// Where files describe it differently.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differences: Vec<Difference>,
    /// What its running texts cite and link.
    mentions: Vec<Mention>,
    #[serde(flatten)]
    assessed: Option<Assessed>,
}

/// What one file says of a shared record otherwise.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Difference {
    /// The file that says it.
    file: String,
    key: &'static str,
    /// The publisher that it is said of, where it is not said of the record itself.
    publisher: Option<String>,
    /// Nothing where the file is silent.
    says: Vec<String>,
    /// What is said otherwise, and the file that says that.
    otherwise: Vec<String>,
    other_file: String,
    /// The same in words.
    words: String,
}

impl From<library::Difference> for Difference {
    fn from(difference: library::Difference) -> Self {
        let words = difference.words().to_string();
        let library::Difference { file, brief: _, house, key, says, otherwise, other, weighs: _ } =
            difference;
        Self {
            file: file.to_string(),
            key,
            publisher: house.map(|house| house.to_string()),
            says: shared::texts(&says),
            otherwise: shared::texts(&otherwise),
            other_file: other.to_string(),
            words,
        }
    }
}

/// What the items of a kind have.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
enum Record {
    Event(event::Event),
    Claim(claim::Claim),
    Actor(actor::Actor),
    Source(source::Source),
    Judgement(judgement::Judgement),
    Gap(judgement::Gap),
    Question(judgement::Question),
    Brief(brief::Brief),
    Place(place::Place),
}

impl Item {
    /// None where the library has no such item.
    pub(super) fn new(library: &Library, id: ItemId) -> Option<Self> {
        let library = &library.within(id);
        let item = library.get(id)?;
        let brief = item.brief.and_then(|brief| library.get(brief));
        let record = match &item.record {
            library::Record::Event(event) => Record::Event(event::Event::new(library, id, event)),
            library::Record::Claim(claim) => Record::Claim(claim::Claim::new(library, id, claim)),
            library::Record::Actor(actor) => Record::Actor(actor::Actor::new(library, id, actor)),
            library::Record::Source(source) => {
                Record::Source(source::Source::new(library, id, source))
            }
            library::Record::Judgement(judgement) => {
                Record::Judgement(judgement::Judgement::new(library, id, judgement))
            }
            library::Record::Gap(gap) => Record::Gap(judgement::Gap::new(library, id, gap)),
            library::Record::Question(question) => {
                Record::Question(judgement::Question::new(library, id, question))
            }
            library::Record::Brief(brief) => Record::Brief(brief::Brief::new(library, id, brief)),
            library::Record::Place(place) => Record::Place(place::Place::new(library, id, place)),
        };
        let (mentions, named) = mentions(library, id);
        let place = |found: library::Definition| format!("{}:{}", found.file, found.line);
        let shown = Self {
            reference: reference(library, id),
            kind: item.kind.word(),
            id: item.slug.to_string(),
            brief: brief.map(|brief| brief.slug.to_string()),
            title: item.title.to_string(),
            marking: library.marking_of(id).word(),
            written_at: library.definitions(id).into_iter().map(place).collect(),
            seal: seal(library, id),
            record,
            differences: library.differences(id).into_iter().map(Difference::from).collect(),
            mentions,
            assessed: library.assessment(id).map(|found| Assessed::new(library, found)),
        };
        // A link in a text shows the title of what it points to; whoever uses another name of an actor
        // stands there by its id alone.
        let named = named.into_iter().chain(library.ends(id, Relation::AssertedBy));
        let marking = marked::marking(library, id, named, &shown).word();
        Some(Self { marking, ..shown })
    }
}

/// References to the items of a kind that belong to an item.
fn linked(library: &Library, id: ItemId, kind: Kind) -> Vec<String> {
    strings(library, library.linked(id, kind).iter().copied())
}
