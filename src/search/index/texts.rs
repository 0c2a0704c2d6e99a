//! What is searched: the texts of every record, field by field, made when they are asked for.

use crate::library::{
    Actor, Brief, Claim, Event, Item, ItemId, Kind, Library, PlaceRecord, Prose, Record, Relation,
    Source, When,
};
use crate::search::index::field::Field;
use crate::search::index::record::{RecordId, RecordText};
use crate::search::query::filter::{self, Filter};
use crate::text::DisplayText;

/// Where the texts come from; the index keeps none of them.
pub(in crate::search) trait Texts {
    /// What a list shows and marks.
    fn title(&self, record: RecordId) -> Option<&DisplayText>;
    /// The texts of one field, or of all.
    fn fields(&self, record: RecordId, only: Option<Field>) -> Vec<(Field, DisplayText)>;
    /// The days it belongs to.
    fn when(&self, record: RecordId) -> Option<When>;
    /// The days on which it became known.
    fn reported(&self, record: RecordId) -> Option<When>;
    /// Whether it passes.
    fn passes(&self, record: RecordId, filter: &Filter) -> bool;
}

/// The texts of a library.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct LibraryTexts<'a> {
    /// The library.
    pub(in crate::search) library: &'a Library,
    /// Its items in the order of the records.
    pub(in crate::search) items: &'a [ItemId],
}

impl<'a> LibraryTexts<'a> {
    fn item(&self, record: RecordId) -> Option<(ItemId, &'a Item)> {
        let id = *self.items.get(record as usize)?;
        Some((id, self.library.get(id)?))
    }
}

impl Texts for LibraryTexts<'_> {
    fn title(&self, record: RecordId) -> Option<&DisplayText> {
        self.item(record).map(|(_, item)| &item.title)
    }

    fn fields(&self, record: RecordId, only: Option<Field>) -> Vec<(Field, DisplayText)> {
        let texts = self.item(record).map(|(id, item)| texts(self.library, id, item, only));
        texts.unwrap_or_default()
    }

    fn when(&self, record: RecordId) -> Option<When> {
        self.item(record)?.1.record.when().cloned()
    }

    fn reported(&self, record: RecordId) -> Option<When> {
        reported(self.item(record)?.1).cloned()
    }

    fn passes(&self, record: RecordId, filter: &Filter) -> bool {
        self.item(record).is_some_and(|(id, item)| filter::passes(self.library, id, item, filter))
    }
}

/// The days on which an event became known.
fn reported(item: &Item) -> Option<&When> {
    let Record::Event(event) = &item.record else { return None };
    event.reported.as_ref()
}

/// Everything about one item.
pub(in crate::search) fn record(library: &Library, id: ItemId, item: &Item) -> RecordText {
    RecordText {
        kind: item.kind,
        references: library.incoming(id).len(),
        called: called(item),
        fields: texts(library, id, item, None),
        when: item.record.when().cloned(),
        reported: reported(item).cloned(),
    }
}

/// The titles of a question or a brief.
fn called(item: &Item) -> Vec<DisplayText> {
    match &item.record {
        Record::Question(question) => vec![question.question.clone()],
        Record::Brief(brief) => {
            let short = brief.short_title.as_ref().map(|short| short.value.clone());
            std::iter::once(brief.title.clone()).chain(short).collect()
        }
        Record::Event(_)
        | Record::Claim(_)
        | Record::Actor(_)
        | Record::Source(_)
        | Record::Place(_)
        | Record::Judgement(_)
        | Record::Gap(_) => Vec::new(),
    }
}

/// The texts of an item.
fn texts(
    library: &Library,
    id: ItemId,
    item: &Item,
    only: Option<Field>,
) -> Vec<(Field, DisplayText)> {
    let mut fields = Fields { library, item: id, only, texts: Vec::new() };
    match &item.record {
        Record::Brief(brief) => fields.brief(brief),
        Record::Event(event) => {
            fields.event(event);
            fields.linked();
        }
        Record::Claim(claim) => fields.claim(claim),
        Record::Actor(actor) => fields.actor(actor),
        Record::Source(source) => {
            fields.source(source);
            if fields.wants(Field::Publisher)
                && let Some(publisher) = library.publisher(id)
            {
                fields.one(Field::Publisher, &publisher.name);
                fields.all(Field::Publisher, &publisher.aliases);
            }
        }
        Record::Place(place) => fields.place(place),
        Record::Judgement(judgement) => fields.prose(Field::Summary, Some(&judgement.text)),
        Record::Gap(gap) => fields.prose(Field::Summary, Some(&gap.text)),
        Record::Question(question) => {
            // What is asked tells more than what is answered.
            fields.one(Field::Title, &question.question);
            fields.prose(Field::Summary, Some(&question.answer));
        }
    }
    if !matches!(item.kind, Kind::Gap | Kind::Question) && fields.wants(Field::Id) {
        fields.one(Field::Id, &item.slug.shown());
    }
    if let Some(when) = item.record.when()
        && fields.wants(Field::Date)
    {
        fields.one(Field::Date, &when.text());
    }
    fields.texts
}

struct Fields<'a> {
    library: &'a Library,
    item: ItemId,
    only: Option<Field>,
    texts: Vec<(Field, DisplayText)>,
}

impl Fields<'_> {
    fn wants(&self, field: Field) -> bool {
        self.only.is_none_or(|only| only == field)
    }

    fn one(&mut self, field: Field, text: &DisplayText) {
        if self.wants(field) && !text.is_empty() {
            self.texts.push((field, text.clone()));
        }
    }

    fn all(&mut self, field: Field, texts: &[DisplayText]) {
        self.each(field, texts, |text| text);
    }

    /// What is not wanted is not even looked at: it lies elsewhere in memory.
    fn each<T>(&mut self, field: Field, records: &[T], text: impl Fn(&T) -> &DisplayText) {
        if self.wants(field) {
            for record in records {
                self.one(field, text(record));
            }
        }
    }

    fn prose(&mut self, field: Field, prose: Option<&Prose>) {
        if let Some(prose) = prose
            && self.wants(field)
        {
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
        self.each(Field::Tag, &event.tags, |tag| &tag.value);
        self.all(Field::Keyword, &event.keywords);
        self.all(Field::Tag, &event.attack);
        if self.wants(Field::Claim) {
            for claim in &event.claims {
                self.claim(claim);
            }
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
        self.each(Field::Alias, &actor.aka, |aka| &aka.name);
        self.each(Field::Native, &actor.names, |native| &native.name);
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
        self.each(Field::Native, &place.names, |native| &native.name);
    }

    /// Names of those who took part, of the places and of those who tell of an event.
    fn linked(&mut self) {
        if !self.wants(Field::Linked) {
            return;
        }
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
                actor.names.iter().for_each(|native| self.one(Field::Linked, &native.name));
            } else if let Record::Place(place) = &item.record {
                self.one(Field::Linked, &place.name);
                self.all(Field::Linked, &place.aliases);
                place.names.iter().for_each(|native| self.one(Field::Linked, &native.name));
            } else if let Some(publisher) = library.publisher(edge.to) {
                self.one(Field::Linked, &publisher.name);
            }
        }
    }
}
