//! Keyed tables: `[publisher.ID]`, `[source.ID]`, `[actor.ID]`, `[place.ID]`, `[technique.ID]`.

use super::{Reader, Record};
use crate::brief::context::{Context, quoted};
use crate::brief::fit::in_file_order;
use crate::brief::raw::{RawActor, RawAka, RawPlace, RawPublisher, RawSource, RawTechnique, Text};
use crate::brief::schema::{self, Table};
use crate::brief::{
    Actor, Aka, NativeName, PlaceRecord, Prose, Publisher, Reference, Slug, Source, Technique,
    When, prose,
};
use crate::diag::{Code, Located};
use crate::text;
use crate::text::DisplayText;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

impl Reader<'_> {
    pub(super) fn keyed(&mut self, table: &'static Table, records: DeTable<'_>) {
        for (key, value) in in_file_order(records) {
            let header = value.span();
            let DeValue::Table(mut record) = value.into_inner() else {
                self.no_table(table, header);
                self.leave_out(table.noun, Slug::new(key.get_ref()), key.span());
                continue;
            };
            if table.name == schema::TECHNIQUE.name {
                let parts = self.parts_without_quotes(&key, &mut record);
                if parts == 0 || !record.is_empty() {
                    let record = self.fit(table, record, header, Some(key.get_ref()));
                    self.technique(&key, record);
                }
                continue;
            }
            let record = self.fit(table, record, header, Some(key.get_ref()));
            let slug = self.context.slug_of(key.get_ref(), key.span());
            let Some(slug) = slug.filter(|_| record.fitted.complete) else {
                self.leave_out(table.noun, Slug::new(key.get_ref()), record.header);
                continue;
            };
            let id = Located { value: slug, span: self.context.span(key.span()) };
            self.entry(table, id, record);
        }
    }

    fn entry(&mut self, table: &'static Table, id: Reference, record: Record<'_>) {
        if table.name == schema::PUBLISHER.name {
            let publisher = self.publisher(id, record);
            self.document.publishers.extend(publisher);
        } else if table.name == schema::SOURCE.name {
            let source = self.source(id, record);
            self.document.sources.extend(source);
        } else if table.name == schema::ACTOR.name {
            let actor = self.actor(id, record);
            self.document.actors.extend(actor);
        } else {
            let place = self.place(id, record);
            self.document.places.extend(place);
        }
    }

    /// Reads `[technique.T1566.001]`, to TOML a table `001` inside another one, as it was meant; how many
    /// there are.
    fn parts_without_quotes(
        &mut self,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        record: &mut DeTable<'_>,
    ) -> usize {
        let is_part = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit());
        let (parts, own) =
            std::mem::take(record).into_iter().partition(|(name, _)| is_part(name.get_ref()));
        *record = own;
        let parts: DeTable<'_> = parts;
        let count = parts.len();
        for (name, value) in in_file_order(parts) {
            let id = format!("{}.{}", key.get_ref(), name.get_ref());
            let header = value.span();
            let message = text!["`", quoted(&id), "` stands without quotes"];
            let help = text!["write the header as `[technique.\"", quoted(&id), "\"]`"];
            self.context.report_with(Code::E004, name.span(), message, Some(help));
            if let DeValue::Table(part) = value.into_inner() {
                let part = self.fit(&schema::TECHNIQUE, part, header, Some(&id));
                self.technique(&Spanned::new(name.span(), id.into()), part);
            }
        }
        count
    }

    fn technique(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, record: Record<'_>) {
        let Some(id) = self.context.attack_id(key.get_ref(), key.span()) else { return };
        if !record.fitted.complete {
            return;
        }
        let Some(raw) = self.decode::<RawTechnique>(record.fitted.table, &record.header) else {
            return;
        };
        let name = self.context.line_text(&raw.name);
        let id = Located { value: id, span: self.context.span(key.span()) };
        self.document.techniques.push(Technique { id, name });
    }

    fn publisher(&mut self, id: Reference, record: Record<'_>) -> Option<Publisher> {
        let raw: RawPublisher = self.decode(record.fitted.table, &record.header)?;
        let context = &mut self.context;
        Some(Publisher {
            id,
            name: context.line_text(&raw.name),
            short: raw.short.as_ref().map(|text| context.located(text)),
            kind: raw.kind.as_ref().and_then(|text| context.word("kind", text)),
            reliability: raw.reliability.as_ref().and_then(|text| context.reliability(text)),
            actor: raw.actor.as_ref().and_then(|text| context.slug(text)),
            aliases: context.lines(&raw.aliases),
            span: context.span(record.header),
        })
    }

    fn source(&mut self, id: Reference, record: Record<'_>) -> Option<Source> {
        let raw: RawSource = self.decode(record.fitted.table, &record.header)?;
        let context = &mut self.context;
        Some(Source {
            id,
            title: context.line_text(&raw.title),
            publisher: raw.publisher.as_ref().and_then(|text| context.slug(text)),
            author: context.maybe_line(raw.author.as_ref()),
            published: raw.published.as_ref().and_then(|text| context.when(text)),
            updated: context.maybe_when(raw.updated.as_ref()),
            retrieved: context.maybe_when(raw.retrieved.as_ref()),
            url: raw.url.as_ref().and_then(|text| context.address(text)),
            archive_url: raw.archive_url.as_ref().and_then(|text| context.address(text)),
            file: raw.file.as_ref().map(|text| Located {
                value: text.get_ref().clone(),
                span: context.span(text.span()),
            }),
            sha256: raw.sha256.as_ref().and_then(|text| context.sha_256(text)),
            language: raw.lang.as_ref().and_then(|text| context.language(text)),
            access: raw.access.as_ref().and_then(|text| context.word("access", text)),
            derived_from: context.slugs(&raw.derived_from),
            reliability: raw.reliability.as_ref().and_then(|text| context.reliability(text)),
            reliability_why: context.maybe_prose(raw.reliability_why.as_ref()),
            withdrawn: raw.withdrawn,
            withdrawn_why: context.maybe_prose(raw.withdrawn_why.as_ref()),
            note: context.maybe_prose(raw.note.as_ref()),
            marking: raw.tlp.as_ref().and_then(|text| context.marking(text)),
            keywords: context.lines(&raw.keywords),
            span: context.span(record.header),
        })
    }

    fn actor(&mut self, id: Reference, record: Record<'_>) -> Option<Actor> {
        let raw: RawActor = self.decode(record.fitted.table, &record.header)?;
        let aka = self.akas(record.fitted.inner);
        let context = &mut self.context;
        Some(Actor {
            id,
            name: context.line_text(&raw.name),
            short: raw.short.as_ref().map(|text| context.located(text)),
            kind: raw.kind.as_ref().and_then(|text| {
                let value = context.word("kind", text)?;
                Some(Located { value, span: context.span(text.span()) })
            }),
            country: raw.country.as_ref().and_then(|text| context.country(text)),
            role: context.maybe_line(raw.role.as_ref()),
            aliases: context.lines(&raw.aliases),
            names: context.native_names(&raw.names),
            say: context.maybe_line(raw.say.as_ref()),
            part_of: context.slugs(&raw.part_of),
            attack: context.attack(&raw.attack),
            summary: context.maybe_prose(raw.summary.as_ref()),
            aka,
            keywords: context.lines(&raw.keywords),
            marking: raw.tlp.as_ref().and_then(|text| context.marking(text)),
            span: context.span(record.header),
        })
    }

    fn akas(&mut self, records: Vec<Spanned<DeValue<'_>>>) -> Vec<Aka> {
        let mut akas = Vec::new();
        for value in records {
            let header = value.span();
            let DeValue::Table(record) = value.into_inner() else {
                self.no_table(&schema::AKA, header);
                continue;
            };
            let record = self.fit(&schema::AKA, record, header, None);
            if record.fitted.complete {
                akas.extend(self.aka(record));
            }
        }
        akas
    }

    fn aka(&mut self, record: Record<'_>) -> Option<Aka> {
        let raw: RawAka = self.decode(record.fitted.table, &record.header)?;
        let context = &mut self.context;
        Some(Aka {
            relation: context.word("as", &raw.r#as)?,
            name: context.line_text(&raw.name),
            by: context.slugs(&raw.by),
            cite: context.slugs(&raw.cite),
            span: context.span(record.header),
        })
    }

    fn place(&mut self, id: Reference, record: Record<'_>) -> Option<PlaceRecord> {
        let raw: RawPlace = self.decode(record.fitted.table, &record.header)?;
        let context = &mut self.context;
        let latitude = raw.lat.as_ref().and_then(|degrees| context.degrees("lat", degrees, 90.0));
        let longitude = raw.lon.as_ref().and_then(|degrees| context.degrees("lon", degrees, 180.0));
        if raw.lat.is_some() != raw.lon.is_some() && !record.fitted.dropped {
            let message = text!["a place has both `lat` and `lon` or neither"];
            let help = text!["write both, as `lat = 41.33` and `lon = 19.82`"];
            context.report_with(Code::E003, record.header.clone(), message, Some(help));
        }
        Some(PlaceRecord {
            id,
            name: context.line_text(&raw.name),
            country: raw.country.as_ref().and_then(|text| context.country(text)),
            aliases: context.lines(&raw.aliases),
            names: context.native_names(&raw.names),
            position: latitude.zip(longitude),
            span: context.span(record.header),
        })
    }
}

impl Context<'_> {
    /// Texts on one line each.
    pub(super) fn lines(&mut self, texts: &[Text]) -> Vec<DisplayText> {
        texts.iter().map(|text| self.line_text(text)).collect()
    }

    /// A text on one line, where there is one.
    pub(super) fn maybe_line(&mut self, text: Option<&Text>) -> Option<DisplayText> {
        text.map(|text| self.line_text(text))
    }

    /// Running text, where there is some.
    pub(super) fn maybe_prose(&mut self, text: Option<&Text>) -> Option<Prose> {
        text.map(|text| prose::read(self, text))
    }

    /// A date, where there is one.
    pub(super) fn maybe_when(&mut self, text: Option<&Text>) -> Option<When> {
        text.and_then(|text| self.when(text)).map(|when| when.value)
    }

    fn native_names(&mut self, names: &BTreeMap<Text, Text>) -> Vec<NativeName> {
        let mut names: Vec<_> = names.iter().collect();
        names.sort_by_key(|(tag, _)| tag.span().start);
        names
            .into_iter()
            .filter_map(|(tag, name)| {
                let language = self.language(tag)?;
                Some(NativeName { language, name: self.line_text(name) })
            })
            .collect()
    }

    /// Degrees in ten-thousandths, within plus and minus `limit`.
    fn degrees(&mut self, key: &'static str, degrees: &Spanned<f64>, limit: f64) -> Option<i32> {
        let value = *degrees.get_ref();
        if value.is_finite() && value.abs() <= limit {
            let scaled = (value * 10_000.0).round();
            #[expect(
                clippy::cast_possible_truncation,
                reason = "at most 1,800,000 after the check of the limit"
            )]
            return Some(scaled as i32);
        }
        let edge = if limit > 90.0 { 180_u32 } else { 90 };
        let message = text!["`", key, "` must lie between -", edge, " and ", edge, " degrees"];
        self.report(Code::E004, degrees.span(), message);
        None
    }
}
