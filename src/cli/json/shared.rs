//! What several kinds of items have: references, dates, texts, and what follows from sources.

use crate::library::{
    self, Assessment, Corroboration, ItemId, Library, NativeName, Prose, ProseTarget, Record,
    Relation,
};
use crate::text::DisplayText;
use serde::Serialize;

/// `event:july-15-attack`.
pub(super) fn reference(library: &Library, id: ItemId) -> String {
    library.reference(id).to_string()
}

/// The references of items.
pub(super) fn strings(library: &Library, ids: impl IntoIterator<Item = ItemId>) -> Vec<String> {
    ids.into_iter().map(|id| reference(library, id)).collect()
}

/// What an item refers to in one way.
pub(super) fn ends(library: &Library, id: ItemId, relation: Relation) -> Vec<String> {
    strings(library, library.ends(id, relation))
}

/// Texts as JSON has them.
pub(super) fn texts(texts: &[DisplayText]) -> Vec<String> {
    texts.iter().map(DisplayText::to_string).collect()
}

/// A text as JSON has it.
pub(super) fn text(text: Option<&DisplayText>) -> Option<String> {
    text.map(DisplayText::to_string)
}

/// Running text of an item without its citations, which are among the [`mentions`].
pub(super) fn prose(library: &Library, id: ItemId, prose: Option<&Prose>) -> Option<String> {
    prose.map(|prose| library.plain_text(id, prose).to_string())
}

/// A date with the days it comes to.
#[derive(Debug, Serialize)]
pub(super) struct When {
    /// `null` where no date can be read.
    edtf: Option<String>,
    earliest: Option<String>,
    latest: Option<String>,
    /// In UTC, where the time of day is known.
    from: Option<String>,
    to: Option<String>,
    text: String,
}

impl When {
    pub(super) fn new(when: &library::When) -> Self {
        let iso = |day: Option<library::Day>| day.map(|day| day.iso().to_string());
        let (from, to) = when.in_utc();
        Self {
            from: text(from.as_ref()),
            to: text(to.as_ref()),
            edtf: when.is_readable().then(|| when.edtf().to_string()),
            earliest: iso(when.earliest()),
            latest: iso(when.latest()),
            text: when.text().to_string(),
        }
    }
}

/// A name in its own script.
#[derive(Debug, Serialize)]
pub(super) struct Native {
    language: String,
    name: String,
}

/// Names in their own scripts.
pub(super) fn native(names: &[NativeName]) -> Vec<Native> {
    let name = |name: &NativeName| Native {
        language: name.language.to_string(),
        name: name.name.to_string(),
    };
    names.iter().map(name).collect()
}

/// An ATT&CK id, and the name of the technique where the library has it.
#[derive(Debug, Serialize)]
pub(super) struct Technique {
    id: String,
    name: Option<String>,
}

/// ATT&CK ids with the names of techniques.
pub(super) fn techniques(library: &Library, ids: &[DisplayText]) -> Vec<Technique> {
    let technique = |id: &DisplayText| Technique {
        id: id.to_string(),
        name: library.technique(id).map(|technique| technique.name.to_string()),
    };
    ids.iter().map(technique).collect()
}

/// Whether it should still be referred to.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Use {
    /// Why not.
    deprecated: Option<String>,
    /// What to refer to in its place.
    replaced_by: Option<String>,
    replaces: Vec<String>,
}

impl Use {
    pub(super) fn new(library: &Library, id: ItemId, deprecated: Option<&Prose>) -> Self {
        let replaced = library.incoming(id);
        let replaced = replaced.filter(|edge| edge.relation == Relation::ReplacedBy);
        Self {
            deprecated: prose(library, id, deprecated),
            replaced_by: ends(library, id, Relation::ReplacedBy).into_iter().next(),
            replaces: strings(library, replaced.map(|edge| edge.to)),
        }
    }
}

/// A citation or a link in running text.
#[derive(Debug, Serialize)]
pub(super) struct Mention {
    /// With its brackets.
    written: String,
    /// None where it leads nowhere.
    #[serde(rename = "ref")]
    reference: Option<String>,
    /// The page or section of a source.
    locator: Option<String>,
    /// The words of a link that are shown in place of a title.
    words: Option<String>,
}

/// What the running texts of an item cite and link, in order, and the items of which they show the
/// titles.
pub(super) fn mentions(library: &Library, id: ItemId) -> (Vec<Mention>, Vec<ItemId>) {
    mentions_in(library, id, &running_texts(library, id))
}

/// The same of some texts, whose references lead where those of an item do.
pub(super) fn mentions_in(
    library: &Library,
    id: ItemId,
    texts: &[&Prose],
) -> (Vec<Mention>, Vec<ItemId>) {
    let (mut mentions, mut named) = (Vec::new(), Vec::new());
    for prose in texts {
        for found in &prose.references {
            let target = library.prose_target(id, &found.target);
            let locator = match &found.target {
                ProseTarget::Cite(_, locator) => locator.as_ref(),
                ProseTarget::Link(..) => {
                    named.extend(target);
                    None
                }
            };
            mentions.push(Mention {
                written: prose.text.slice(found.range.into()).to_string(),
                reference: target.map(|target| reference(library, target)),
                locator: text(locator),
                words: text(found.words.as_ref()),
            });
        }
    }
    (mentions, named)
}

/// Every running text of an item.
fn running_texts(library: &Library, id: ItemId) -> Vec<&Prose> {
    let Some(item) = library.get(id) else { return Vec::new() };
    match &item.record {
        Record::Event(event) => event.running_texts().collect(),
        Record::Claim(claim) => claim.running_texts().collect(),
        Record::Actor(actor) => actor.running_texts().collect(),
        Record::Source(source) => source.running_texts().collect(),
        Record::Judgement(judgement) => judgement.running_texts().collect(),
        Record::Gap(gap) => gap.running_texts().collect(),
        Record::Question(question) => question.running_texts().collect(),
        Record::Place(place) => place.running_texts().collect(),
        Record::Brief(brief) => {
            let changes = library.changes(id).iter().flat_map(library::Change::running_texts);
            brief.running_texts().chain(changes).collect()
        }
    }
}

/// What follows from the sources of an event, a claim, a judgement or a relation.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Assessed {
    corroboration: Support,
    disputed: bool,
    grade: Option<String>,
    confidence: Option<&'static str>,
    /// Whether the own text of those whose act it is is cited.
    own_text: bool,
    sources: Vec<Cited>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Support {
    state: &'static str,
    /// Independent origins; left out where all of them are parties.
    #[serde(skip_serializing_if = "Option::is_none")]
    origins: Option<usize>,
    /// Those that have an interest in how the event is told.
    party_origins: usize,
}

/// A source as it stands to what it is cited for.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Cited {
    #[serde(rename = "ref")]
    reference: String,
    reliability: &'static str,
    /// Its letter with the number of what it is cited for.
    grade: String,
    party: bool,
    /// Whether it is the own text of those whose act the event is.
    own_text: bool,
    /// Whether it counts as an origin: it repeats no other source cited there and is not withdrawn.
    counts: bool,
    /// Sources with the same number are one origin.
    origin: usize,
    /// The sources it repeats, at the roots.
    roots: Vec<String>,
}

impl Assessed {
    pub(super) fn new(library: &Library, assessment: &Assessment) -> Self {
        let (state, origins) = match assessment.corroboration {
            Corroboration::Uncited => ("uncited", Some(0)),
            Corroboration::SingleSource => ("single-source", Some(1)),
            Corroboration::Corroborated(count) => ("corroborated", Some(count)),
            Corroboration::PartyOnly => ("party-only", None),
        };
        let cited = |citation: &library::Citation| Cited {
            reference: reference(library, citation.source),
            reliability: citation.reliability.word(),
            grade: crate::page::grade_sign(citation.grade()).to_string(),
            party: citation.party,
            own_text: citation.own_text,
            counts: citation.counts,
            origin: citation.origin,
            roots: strings(library, citation.roots.iter().copied()),
        };
        Self {
            corroboration: Support { state, origins, party_origins: assessment.party_origins },
            disputed: assessment.disputed,
            grade: assessment.grade.map(|grade| crate::page::grade_sign(grade).to_string()),
            confidence: assessment.confidence.map(library::Confidence::word),
            own_text: assessment.own_text,
            sources: assessment.citations.iter().map(cited).collect(),
        }
    }
}
