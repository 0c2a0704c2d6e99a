//! What is searched: the texts of every record, field by field.

use super::Field;
use crate::library::{
    Actor, Brief, Claim, Event, Item, ItemId, Kind, Library, PlaceRecord, Prose, Record, Relation,
    Source, When,
};
use crate::text::DisplayText;

/// All records, in the order of the library.
#[derive(Debug, Default)]
pub(super) struct Corpus {
    /// The records.
    pub(super) records: Vec<RecordText>,
}

/// The texts of one record.
#[derive(Clone, Debug)]
pub(super) struct RecordText {
    /// What it is.
    pub(super) kind: Kind,
    /// What a list shows and marks.
    pub(super) title: DisplayText,
    /// How often other records refer to it.
    pub(super) references: usize,
    /// Its texts.
    pub(super) fields: Vec<(Field, DisplayText)>,
    /// The days it belongs to.
    pub(super) when: Option<When>,
    /// The days on which it became known, where they are others.
    pub(super) reported: Option<When>,
}

impl RecordText {
    /// Whether its title is a name: of a person, an organisation, a system, a place.
    pub(super) fn is_named(&self) -> bool {
        matches!(self.kind, Kind::Actor | Kind::Place)
    }
}

impl Corpus {
    /// Reads a library.
    pub(super) fn new(library: &Library) -> Self {
        Self { records: library.items().map(|(id, item)| record(library, id, item)).collect() }
    }
}

fn record(library: &Library, id: ItemId, item: &Item) -> RecordText {
    let mut fields = Fields { library, item: id, texts: Vec::new() };
    let mut when = None;
    let mut reported = None;
    let is_numbered = matches!(item.kind, Kind::Gap | Kind::Question);
    match &item.record {
        Record::Brief(brief) => fields.brief(brief),
        Record::Event(event) => {
            fields.event(event);
            fields.linked();
            when = Some(event.when.value.clone());
            reported.clone_from(&event.reported);
        }
        Record::Claim(claim) => fields.claim(claim),
        Record::Actor(actor) => fields.actor(actor),
        Record::Source(source) => {
            fields.source(source);
            if let Some(publisher) = library.publisher(id) {
                fields.one(Field::Publisher, &publisher.name);
                fields.all(Field::Publisher, &publisher.aliases);
            }
            when = source.published.as_ref().map(|published| published.value.clone());
        }
        Record::Place(place) => fields.place(place),
        Record::Judgement(judgement) => fields.prose(Field::Summary, Some(&judgement.text)),
        Record::Gap(gap) => fields.prose(Field::Summary, Some(&gap.text)),
        Record::Question(question) => {
            fields.one(Field::Summary, &question.question);
            fields.prose(Field::Summary, Some(&question.answer));
        }
    }
    if !is_numbered {
        fields.one(Field::Id, &item.slug.shown());
    }
    if let Some(when) = &when {
        fields.one(Field::Date, &when.text());
    }
    RecordText {
        kind: item.kind,
        title: item.title.clone(),
        references: library.incoming(id).len(),
        fields: fields.texts,
        when,
        reported,
    }
}

struct Fields<'a> {
    library: &'a Library,
    item: ItemId,
    texts: Vec<(Field, DisplayText)>,
}

impl Fields<'_> {
    fn one(&mut self, field: Field, text: &DisplayText) {
        if !text.is_empty() {
            self.texts.push((field, text.clone()));
        }
    }

    fn all(&mut self, field: Field, texts: &[DisplayText]) {
        for text in texts {
            self.one(field, text);
        }
    }

    fn prose(&mut self, field: Field, prose: Option<&Prose>) {
        if let Some(prose) = prose {
            self.one(field, &self.library.plain_text(self.item, prose));
        }
    }

    fn brief(&mut self, brief: &Brief) {
        self.one(Field::Title, &brief.title);
        self.prose(Field::Summary, brief.bluf.as_ref());
        self.prose(Field::Summary, brief.source_summary.as_ref());
    }

    fn event(&mut self, event: &Event) {
        self.one(Field::Title, &event.title);
        self.prose(Field::Summary, event.summary.as_ref());
        for tag in &event.tags {
            self.one(Field::Tag, &tag.value);
        }
        self.all(Field::Keyword, &event.keywords);
        self.all(Field::Tag, &event.attack);
        for claim in &event.claims {
            self.claim(claim);
        }
    }

    fn claim(&mut self, claim: &Claim) {
        self.prose(Field::Claim, Some(&claim.text));
        if let Some(value) = &claim.value {
            self.one(Field::Claim, value);
        }
    }

    fn actor(&mut self, actor: &Actor) {
        self.one(Field::Title, &actor.name);
        self.all(Field::Alias, &actor.aliases);
        for aka in &actor.aka {
            self.one(Field::Alias, &aka.name);
        }
        for native in &actor.names {
            self.one(Field::Native, &native.name);
        }
        if let Some(role) = &actor.role {
            self.one(Field::Role, role);
        }
        self.all(Field::Keyword, &actor.keywords);
        self.all(Field::Alias, &actor.attack);
        self.prose(Field::Summary, actor.summary.as_ref());
    }

    fn source(&mut self, source: &Source) {
        self.one(Field::Title, &source.title);
        if let Some(author) = &source.author {
            self.one(Field::Publisher, author);
        }
        self.all(Field::Keyword, &source.keywords);
    }

    fn place(&mut self, place: &PlaceRecord) {
        self.one(Field::Title, &place.name);
        self.all(Field::Alias, &place.aliases);
        for native in &place.names {
            self.one(Field::Native, &native.name);
        }
    }

    /// Names of those who took part, of the places and of those who tell of an event.
    fn linked(&mut self) {
        let library = self.library;
        for edge in library.outgoing(self.item) {
            let relation = edge.relation;
            if !matches!(relation, Relation::Involves | Relation::At | Relation::Cites) {
                continue;
            }
            let Some(item) = library.get(edge.to) else { continue };
            if let Record::Actor(actor) = &item.record {
                self.one(Field::Linked, &actor.name);
                self.all(Field::Linked, &actor.aliases);
            } else if let Record::Place(place) = &item.record {
                self.one(Field::Linked, &place.name);
                self.all(Field::Linked, &place.aliases);
            } else if let Some(publisher) = library.publisher(edge.to) {
                self.one(Field::Linked, &publisher.name);
            }
        }
    }
}
