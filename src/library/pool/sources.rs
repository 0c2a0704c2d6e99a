//! Sources and publishers as files describe them. Each is taken apart in full, so that a key which is new does not
//! compile until it has its place: what it says, what hangs on it, and what a brief's lies over.

use super::Bearing::{Finds, Portrays, Tells, Weighs};
use super::words::{
    either, id, ids, label, letter, name_difference, slugs, spellings, stricter, value, when,
    words, written,
};
use super::{Difference, Saying, Shared, Table};
use crate::brief::{Defaults, Reference};
use crate::diag::Span;
use crate::library::{Kind, Publisher, Slug, Source};
use crate::text::DisplayText;
use std::sync::Arc;

impl Shared for Source {
    const WORD: &'static str = "source";

    fn id(&self) -> &Reference {
        &self.id
    }

    fn name(&self) -> &DisplayText {
        &self.title
    }

    fn span(&self) -> &Span {
        &self.span
    }

    fn differences(&self, later: &Self) -> Vec<Difference> {
        name_difference("title", (&self.title, &self.id.span), (&later.title, &later.id.span))
            .into_iter()
            .collect()
    }

    fn says(&self) -> Vec<Saying> {
        let Self {
            id: _, // the same
            title,
            publisher,
            author,
            published,
            updated,
            retrieved,
            url,
            archive_url,
            file,
            sha256,
            language,
            access,
            derived_from,
            reliability,
            reliability_why,
            withdrawn,
            withdrawn_why,
            deprecated,
            replaced_by,
            note,
            marking,
            keywords,
            span: _,       // where it stands
            is_damaged: _, // a matter of findings
        } = self;
        // Of one document two lists of houses do not add up.
        let houses = Saying { is_list: false, ..Saying::list("publisher", Weighs, ids(publisher)) };
        let published = published.as_ref().map(|published| published.value.text());
        let access = access.map(|access| access.word().into());
        vec![
            Saying::one("title", Tells, Some(title.clone())),
            houses,
            Saying::one("author", Tells, author.clone()),
            Saying::one("published", Tells, published),
            Saying::one("updated", Tells, when(updated.as_ref())),
            Saying::one("retrieved", Finds, when(retrieved.as_ref())),
            Saying::one("url", Tells, url.clone()),
            Saying::one("archive-url", Finds, archive_url.clone()),
            Saying::one("file", Finds, written(file.as_ref())),
            Saying::one("sha256", Finds, written(sha256.as_ref())),
            Saying::one("lang", Tells, language.clone()),
            Saying::one("access", Finds, access),
            Saying::list("derived-from", Weighs, ids(derived_from)),
            Saying::one("reliability", Weighs, letter(*reliability)),
            Saying::one("reliability-why", Finds, words(reliability_why.as_deref())),
            Saying::one("withdrawn", Weighs, withdrawn.then(|| "true".into())),
            Saying::one("withdrawn-why", Finds, words(withdrawn_why.as_deref())),
            Saying::one("deprecated", Portrays, words(deprecated.as_deref())),
            Saying::one("replaced-by", Tells, id(replaced_by.as_ref())),
            Saying::one("note", Finds, words(note.as_deref())),
            Saying::list("keywords", Finds, keywords.iter().cloned()),
            Saying::one("tlp", Finds, label(marking.as_ref())),
        ]
    }

    fn over(&self, registry: &Self) -> Self {
        let Self {
            id,
            title,
            publisher,
            author,
            published,
            updated,
            retrieved,
            url,
            archive_url,
            file,
            sha256,
            language,
            access,
            derived_from,
            reliability,
            reliability_why,
            withdrawn,
            withdrawn_why,
            deprecated,
            replaced_by,
            note,
            marking,
            keywords,
            span,
            is_damaged,
        } = self;
        // A hash is of its copy.
        let copy = if file.is_some() { (file, sha256) } else { (&registry.file, &registry.sha256) };
        Self {
            id: id.clone(),
            title: title.clone(),
            publisher: publisher.clone(),
            author: either(author.as_ref(), registry.author.as_ref()),
            published: either(published.as_ref(), registry.published.as_ref()),
            updated: either(updated.as_ref(), registry.updated.as_ref()),
            retrieved: either(retrieved.as_ref(), registry.retrieved.as_ref()),
            url: either(url.as_ref(), registry.url.as_ref()),
            archive_url: either(archive_url.as_ref(), registry.archive_url.as_ref()),
            file: copy.0.clone(),
            sha256: copy.1.clone(),
            language: either(language.as_ref(), registry.language.as_ref()),
            access: either(access.as_ref(), registry.access.as_ref()),
            derived_from: derived_from.clone(),
            reliability: either(reliability.as_ref(), registry.reliability.as_ref()),
            reliability_why: either(reliability_why.as_ref(), registry.reliability_why.as_ref()),
            withdrawn: *withdrawn || registry.withdrawn,
            withdrawn_why: either(withdrawn_why.as_ref(), registry.withdrawn_why.as_ref()),
            deprecated: either(deprecated.as_ref(), registry.deprecated.as_ref()),
            replaced_by: either(replaced_by.as_ref(), registry.replaced_by.as_ref()),
            note: either(note.as_ref(), registry.note.as_ref()),
            marking: stricter(marking.as_ref(), registry.marking.as_ref()),
            keywords: keywords.clone(),
            span: span.clone(),
            is_damaged: *is_damaged,
        }
    }

    fn refers_to(&self) -> Vec<(Table, &Slug)> {
        let houses = self.publisher.iter().map(|house| (Table::Publisher, &house.value));
        houses.chain(slugs(Kind::Source, &self.derived_from)).collect()
    }

    fn filled(mut self: Arc<Self>, defaults: Option<&Defaults>) -> Arc<Self> {
        let Some(defaults) = defaults else { return self };
        let Defaults { language, access, span: _, is_damaged: _ } = defaults;
        let says = |has: bool, default: bool| has || !default;
        if !says(self.language.is_some(), language.is_some())
            || !says(self.access.is_some(), access.is_some())
        {
            // What the file itself says stays as it is written.
            let own = Arc::make_mut(&mut self);
            own.language = either(own.language.as_ref(), language.as_ref());
            own.access = own.access.or(*access);
        }
        self
    }
}

impl Shared for Publisher {
    const WORD: &'static str = "publisher";

    fn id(&self) -> &Reference {
        &self.id
    }

    fn name(&self) -> &DisplayText {
        &self.name
    }

    fn span(&self) -> &Span {
        &self.span
    }

    fn differences(&self, later: &Self) -> Vec<Difference> {
        let names = ((&self.name, &self.id.span), (&later.name, &later.id.span));
        let kinds = self.kind.zip(later.kind).filter(|(first, second)| first != second);
        let kind = kinds.map(|(first, second)| Difference {
            field: "kind",
            first: (first.word().into(), self.id.span.clone()),
            second: (second.word().into(), later.id.span.clone()),
        });
        name_difference("name", names.0, names.1).into_iter().chain(kind).collect()
    }

    fn says(&self) -> Vec<Saying> {
        let Self {
            id: _, // the same
            name,
            short,
            kind,
            reliability,
            actor,
            aliases,
            span: _,       // where it stands
            is_damaged: _, // a matter of findings
        } = self;
        vec![
            Saying::one("name", Tells, Some(name.clone())),
            Saying::one("short", Finds, value(short.as_ref())),
            Saying::one("kind", Tells, kind.map(|kind| kind.word().into())),
            Saying::one("reliability", Weighs, letter(*reliability)),
            Saying::one("actor", Weighs, id(actor.as_ref())),
            Saying::list("aliases", Finds, aliases.iter().cloned()),
        ]
    }

    fn over(&self, registry: &Self) -> Self {
        let Self { id, name, short, kind, reliability, actor, aliases, span, is_damaged } = self;
        Self {
            id: id.clone(),
            name: name.clone(),
            short: either(short.as_ref(), registry.short.as_ref()),
            kind: either(kind.as_ref(), registry.kind.as_ref()),
            reliability: either(reliability.as_ref(), registry.reliability.as_ref()),
            actor: actor.clone(),
            aliases: spellings(aliases, &registry.aliases),
            span: span.clone(),
            is_damaged: *is_damaged,
        }
    }

    fn refers_to(&self) -> Vec<(Table, &Slug)> {
        self.actor.iter().map(|actor| (Table::Item(Kind::Actor), &actor.value)).collect()
    }
}
