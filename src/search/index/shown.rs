//! Every text of an item that is shown anywhere.
//!
//! Each record is taken apart field by field, so that one which is new does not compile until it is
//! either searched or has a reason not to be. The program's own words for a value (grades, levels of
//! confidence, kinds of houses) are no texts of a brief: operators ask for these.

mod linked;

use crate::library::{
    Actor, Aka, Brief, Change, Claim, Difference, Event, EventLink, EventStatus, Gap, Item, ItemId,
    Judgement, Kind, Library, PlaceRecord, Prose, Publisher, Question, Record, Relation, Source,
    Technique, country_name, language_name,
};
use crate::search::index::field::{self, Field};
use crate::text;
use crate::text::{DisplayText, clean};

/// The texts of an item: all, or those of a field and of others at its place.
pub(in crate::search) fn texts(
    library: &Library,
    id: ItemId,
    item: &Item,
    only: Option<Field>,
) -> Vec<(Field, DisplayText)> {
    let library = &library.within(id);
    let mut fields = Fields { library, item: id, only, texts: Vec::new() };
    match &item.record {
        Record::Brief(brief) => fields.brief(brief),
        Record::Event(event) => fields.event(event),
        Record::Claim(claim) => {
            fields.claim(claim);
            fields.linked();
        }
        Record::Actor(actor) => fields.actor(actor),
        Record::Source(source) => fields.source(source),
        Record::Place(place) => fields.place(place),
        Record::Judgement(judgement) => fields.judgement(judgement),
        Record::Gap(gap) => fields.gap(gap),
        Record::Question(question) => fields.question(question),
    }
    fields.differences();
    if !matches!(item.kind, Kind::Gap | Kind::Question) && fields.wants(Field::Id) {
        fields.one(Field::Id, &item.slug.shown());
    }
    if let Some(when) = item.record.when()
        && fields.wants(Field::Date)
    {
        fields.one(Field::Date, &when.text());
        fields.made(Field::Date, |_| when.text_in_utc());
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
        self.only.is_none_or(|only| field::place(only) == field::place(field))
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
    fn each<'t, T: 't>(
        &mut self,
        field: Field,
        records: impl IntoIterator<Item = &'t T>,
        text: impl Fn(&T) -> &DisplayText,
    ) {
        if self.wants(field) {
            for record in records {
                self.one(field, text(record));
            }
        }
    }

    /// A text that is made when it is wanted.
    fn made(&mut self, field: Field, text: impl FnOnce(&Self) -> Option<DisplayText>) {
        if self.wants(field)
            && let Some(text) = text(self)
        {
            self.one(field, &text);
        }
    }

    /// What single files say of it, which its page tells with their names.
    fn differences(&mut self) {
        for Difference { key, says, .. } in self.library.differences(self.item) {
            let field = match key {
                "name" | "title" | "short" | "aliases" | "names" | "aka" => Field::Alias,
                "keywords" => Field::Keyword,
                "summary" => Field::Summary,
                "role" => Field::Role,
                _ => Field::Why,
            };
            self.all(field, &says);
        }
    }

    fn prose(&mut self, field: Field, prose: Option<&Prose>) {
        self.made(field, |fields| Some(fields.library.plain_text(fields.item, prose?)));
    }

    /// A country by its name, as the page has it.
    fn country(&mut self, code: Option<&DisplayText>) {
        self.made(Field::Country, |_| Some(named(code?, country_name)));
    }

    /// ATT&CK ids, techniques with their names.
    fn attack(&mut self, ids: &[DisplayText], without_name: Field) {
        if !self.wants(Field::Technique) && !self.wants(without_name) {
            return;
        }
        for id in ids {
            match self.library.technique(id) {
                Some(Technique { id, name, span: _, is_damaged: _ }) => {
                    self.one(Field::Technique, &text![id.value, " ", name]);
                }
                None => self.one(without_name, id),
            }
        }
    }

    fn brief(&mut self, brief: &Brief) {
        let Brief {
            id: _, // with every item's
            title,
            short,
            short_title,
            bluf,
            marking: _,  // a word of the program
            as_of: _,    // no day of the brief is one on which something was
            revision: _, // a number of few
            status: _,   // a word of the program
            authors,
            source_summary,
            handling,
            supersedes,
            span: _,       // not shown
            is_damaged: _, // a finding tells it
        } = brief;
        self.one(Field::Title, title);
        self.each(Field::Alias, [short, short_title].into_iter().flatten(), |short| &short.value);
        self.prose(Field::Summary, bluf.as_ref());
        self.prose(Field::Summary, source_summary.as_ref());
        self.each(Field::Handling, handling, |handling| handling);
        self.all(Field::Author, authors);
        for older in supersedes {
            self.made(Field::Relation, |_| Some(text!["replaces ", older.value.shown()]));
        }
        for Change { revision: _, date: _, text, span: _, is_damaged: _ } in
            self.library.changes(self.item)
        {
            self.prose(Field::Change, Some(text));
        }
    }

    fn event(&mut self, event: &Event) {
        let Event {
            id: _, // with every item's
            title,
            when: _,     // a day: the days know it
            order: _,    // the order shows it
            reported: _, // the same
            kind,
            status,
            summary,
            roles: _,           // resolved, among what is linked
            places: _,          // the same
            cite: _,            // the same
            confidence: _,      // a word of the program
            when_confidence: _, // the same
            confidence_why,
            tags,
            attack,
            keywords,
            marking: _,    // a word of the program
            claims: _,     // resolved, below
            links: _,      // the same
            is_damaged: _, // a finding tells it
            span: _,       // not shown
        } = event;
        self.one(Field::Title, title);
        self.prose(Field::Summary, summary.as_ref());
        self.each(Field::Tag, tags, |tag| &tag.value);
        self.all(Field::Keyword, keywords);
        self.attack(attack, Field::Tag);
        if self.wants(Field::Claim) {
            let claims = self.library.ends(self.item, Relation::Claims);
            for claim in claims.filter_map(|claim| self.library.claim(claim)) {
                self.claim(claim);
            }
        }
        self.prose(Field::Why, confidence_why.as_ref());
        for tie in self.library.event_ties(self.item) {
            self.event_link(&tie.record);
        }
        self.linked();
        self.relations();
        self.made(Field::Type, |_| Some(kind.word().into()));
        if *status != EventStatus::Occurred {
            self.made(Field::Status, |_| Some(status.word().into()));
        }
    }

    fn event_link(&mut self, link: &EventLink) {
        let EventLink {
            relation: _, // found with the other event
            to: _,       // found by itself
            cite: _,     // the same
            note,
            span: _,       // not shown
            is_damaged: _, // a finding tells it
        } = link;
        self.prose(Field::Note, note.as_ref());
    }

    fn claim(&mut self, claim: &Claim) {
        let Claim {
            id: _, // with every item's
            text,
            about: _, // a word of the program
            value,
            on: _,          // the other events are found by themselves
            by: _,          // resolved, among what is linked
            attribution: _, // a word of the program
            to: _,          // resolved, among what is linked
            cite: _,        // the same
            credibility: _, // a word of the program
            disputes: _,    // the other claim is found by itself
            when: _,        // the day on which it was said is no day of the event
            is_damaged: _,  // a finding tells it
            span: _,        // not shown
        } = claim;
        self.prose(Field::Claim, Some(text));
        self.each(Field::Claim, value, |value| value);
    }

    fn actor(&mut self, actor: &Actor) {
        let Actor {
            id: _, // with every item's
            name,
            short,
            kind,
            country,
            role,
            aliases,
            names,
            say,
            part_of: _, // resolved, among the relations
            attack,
            summary,
            cite: _, // resolved, among what is linked
            deprecated,
            replaced_by: _, // the other one is found by itself
            aka,
            keywords,
            marking: _,    // a word of the program
            span: _,       // not shown
            is_damaged: _, // a finding tells it
        } = actor;
        self.one(Field::Title, name);
        self.each(Field::Alias, short, |short| &short.value);
        self.all(Field::Alias, aliases);
        // Who gives a name and where is among what is linked.
        self.each(Field::Alias, aka, |aka| {
            let Aka { name, by: _, relation: _, own: _, cite: _, span: _, is_damaged: _ } = aka;
            name
        });
        self.each(Field::Native, names, |native| &native.name);
        self.each(Field::Role, role, |role| role);
        self.all(Field::Keyword, keywords);
        self.attack(attack, Field::Alias);
        self.prose(Field::Summary, summary.as_ref());
        self.prose(Field::Why, deprecated.as_deref());
        self.linked();
        self.relations();
        self.reasons();
        self.country(country.as_ref().map(|country| &country.value));
        self.made(Field::Type, |_| Some(kind.as_ref()?.value.word().into()));
        self.each(Field::Say, say, |say| say);
    }

    fn source(&mut self, source: &Source) {
        let Source {
            id: _, // with every item's
            title,
            publisher: _, // resolved, below
            author,
            published: _, // a day: the days know it
            updated: _,   // no day of the source itself
            retrieved: _, // the same
            url,
            archive_url,
            file,
            sha256,
            language,
            access: _,       // a word of the program
            derived_from: _, // the other source is found by itself
            reliability: _,  // a word of the program
            reliability_why,
            withdrawn: _, // a word of the program
            withdrawn_why,
            deprecated,
            replaced_by: _, // the other one is found by itself
            note,
            marking: _, // a word of the program
            keywords,
            span: _,       // not shown
            is_damaged: _, // a finding tells it
        } = source;
        self.one(Field::Title, title);
        self.each(Field::Author, author, |author| author);
        if self.wants(Field::Publisher) {
            for publisher in self.library.publishers(self.item) {
                self.publisher(publisher);
            }
        }
        self.all(Field::Keyword, keywords);
        self.prose(Field::Note, note.as_deref());
        for why in [reliability_why, withdrawn_why, deprecated] {
            self.prose(Field::Why, why.as_deref());
        }
        self.made(Field::Language, |_| Some(named(language.as_ref()?, language_name)));
        self.each(Field::Address, [url, archive_url].into_iter().flatten(), |url| url);
        for (field, text) in [(Field::Copy, file), (Field::Hash, sha256)] {
            self.made(field, |_| Some(clean(&text.as_ref()?.value, |_| {})));
        }
    }

    fn publisher(&mut self, publisher: &Publisher) {
        let Publisher {
            id: _, // not shown
            name,
            short,
            kind: _,        // a word of the program
            reliability: _, // the same
            actor: _,       // found by itself
            aliases,
            span: _,       // not shown
            is_damaged: _, // a finding tells it
        } = publisher;
        self.one(Field::Publisher, name);
        self.each(Field::Publisher, short, |short| &short.value);
        self.all(Field::Publisher, aliases);
    }

    fn place(&mut self, place: &PlaceRecord) {
        let PlaceRecord {
            id: _, // with every item's
            name,
            country,
            aliases,
            names,
            lat: _, // a number that nobody types
            lon: _, // the same
            deprecated,
            replaced_by: _, // the other one is found by itself
            span: _,        // not shown
            is_damaged: _,  // a finding tells it
        } = place;
        self.one(Field::Title, name);
        self.all(Field::Alias, aliases);
        self.each(Field::Native, names, |native| &native.name);
        self.prose(Field::Why, deprecated.as_deref());
        self.country(country.as_ref().map(|country| &country.value));
    }

    fn judgement(&mut self, judgement: &Judgement) {
        let Judgement {
            id: _, // with every item's
            text,
            on: _,    // the event is found by itself
            about: _, // a word of the program
            value,
            likelihood: _, // a word of the program
            confidence: _, // the same
            basis: _,      // what it rests on is found by itself
            against: _,    // the same
            span: _,       // not shown
            is_damaged: _, // a finding tells it
        } = judgement;
        self.prose(Field::Summary, Some(text));
        self.each(Field::Summary, value, |value| value);
    }

    fn gap(&mut self, gap: &Gap) {
        // What it concerns is found by itself.
        let Gap { text, on: _, span: _, is_damaged: _ } = gap;
        self.prose(Field::Summary, Some(text));
    }

    fn question(&mut self, question: &Question) {
        // What it rests on is found by itself.
        let Question { question, answer, basis: _, span: _, is_damaged: _ } = question;
        // What is asked tells more than what is answered.
        self.one(Field::Title, question);
        self.prose(Field::Summary, Some(answer));
    }
}

/// The name of what a code stands for, or the code.
fn named(code: &DisplayText, name: fn(&str) -> Option<&'static str>) -> DisplayText {
    name(code.as_str()).map_or_else(|| code.clone(), DisplayText::literal)
}
