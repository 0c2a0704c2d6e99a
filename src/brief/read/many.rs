//! Arrays of tables: `[[event]]` with its claims, `[[link]]`, `[[judgement]]`, `[[gap]]`, `[[qa]]`,
//! `[[change]]`, `[[synonyms]]`.

use super::{Reader, Record};
use crate::brief::context::{Context, quoted};
use crate::brief::raw::{
    RawChange, RawClaim, RawEvent, RawGap, RawJudgement, RawLink, RawQuestion, RawSynonyms, Text,
    Texts,
};
use crate::brief::schema::{self, Table};
use crate::brief::{
    Change, Claim, Event, EventStatus, EventType, Gap, Judgement, Link, Question, Role, Slug,
    Synonyms, When, prose,
};
use crate::diag::{Code, Located};
use crate::text;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Events of one brief, at most.
const MOST_EVENTS: usize = 20_000;

impl Reader<'_> {
    pub(super) fn many(
        &mut self,
        table: &'static Table,
        record: DeTable<'_>,
        header: Range<usize>,
    ) {
        if table.name == schema::EVENT.name && self.too_many_events(&header) {
            return;
        }
        let mut record = self.fit(table, record, header, None);
        if table.name == schema::EVENT.name {
            let claims = std::mem::take(&mut record.fitted.inner);
            let (id, at) = (written_id(&record), record.header.clone());
            // Without a title, a date or a type it stays; without an id nothing can refer to it.
            let has_id = record.fitted.table.contains_key("id");
            let event = has_id.then(|| self.event(record)).flatten();
            // Claims are read even where their event is dropped, so that their faults are found.
            let claims = self.claims(claims);
            if let Some(mut event) = event {
                event.claims = claims;
                self.document.events.push(event);
            } else {
                self.leave_out(table.noun, id, at);
                for claim in claims {
                    self.leave_out(schema::CLAIM.noun, Some(claim.id.value), claim.span.range);
                }
            }
            return;
        }
        if !record.fitted.complete {
            self.leave_out(table.noun, written_id(&record), record.header);
            return;
        }
        if table.name == schema::LINK.name {
            let link = self.link(record);
            self.document.links.extend(link);
        } else if table.name == schema::JUDGEMENT.name {
            let judgement = self.judgement(record);
            self.document.judgements.extend(judgement);
        } else if table.name == schema::GAP.name {
            let gap = self.gap(record);
            self.document.gaps.extend(gap);
        } else if table.name == schema::QUESTION.name {
            let question = self.question(record);
            self.document.questions.extend(question);
        } else if table.name == schema::SYNONYMS.name {
            let synonyms = self.synonyms(record);
            self.document.synonyms.extend(synonyms);
        } else {
            let change = self.change(record);
            self.document.changes.extend(change);
        }
    }

    fn too_many_events(&mut self, header: &Range<usize>) -> bool {
        let full = self.document.events.len() >= MOST_EVENTS;
        if full && !self.told_full {
            self.told_full = true;
            let message = text!["more than ", MOST_EVENTS, " events; the rest is left out"];
            self.context.report(Code::E007, header.clone(), message);
        }
        full
    }

    fn event(&mut self, record: Record<'_>) -> Option<Event> {
        let is_damaged = record.fitted.dropped;
        let raw: RawEvent = self.decode(record.fitted.table, &record.header)?;
        let is_damaged = is_damaged || holds_bad_ids(&raw.cite);
        let id = self.own_id("event", &raw.id);
        let above = self.document.events.last().map(|event| event.when.value.timeline_place());
        let context = &mut self.context;
        let when = raw.when.as_ref().and_then(|text| context.when(text)).unwrap_or_else(|| {
            let written = raw.when.as_ref().map_or("", |text| text.get_ref());
            let range = raw.when.as_ref().map_or(record.header.clone(), Spanned::span);
            Located { value: When::unreadable(written, above), span: context.span(range) }
        });
        let event = Event {
            title: raw
                .title
                .as_ref()
                .map_or_else(|| quoted(raw.id.get_ref()), |title| context.line_text(title)),
            reported: context.maybe_when(raw.reported.as_ref()),
            status: raw
                .status
                .as_ref()
                .and_then(|text| context.word("status", text))
                .unwrap_or(EventStatus::Occurred),
            summary: context.maybe_prose(raw.summary.as_ref()),
            roles: context.roles(&raw.roles),
            places: context.slugs(&raw.places),
            cite: context.slugs(&raw.cite),
            confidence: raw.confidence.as_ref().and_then(|text| context.confidence(text)),
            when_confidence: raw.when_confidence.as_ref().and_then(|text| context.confidence(text)),
            confidence_why: context.maybe_prose(raw.confidence_why.as_ref()),
            tags: raw.tags.iter().map(|text| context.located(text)).collect(),
            attack: context.attack(&raw.attack),
            keywords: context.lines(&raw.keywords),
            marking: raw.tlp.as_ref().and_then(|text| context.marking(text)),
            claims: Vec::new(),
            is_damaged,
            span: context.span(record.header),
            kind: raw
                .r#type
                .as_ref()
                .and_then(|text| context.word("type", text))
                .unwrap_or(EventType::Other),
            when,
            // Last, so that every fault of the record is found before it is dropped.
            id: id?,
        };
        Some(event)
    }

    fn claims(&mut self, records: Vec<Spanned<DeValue<'_>>>) -> Vec<Claim> {
        let mut claims = Vec::new();
        for value in records {
            let header = value.span();
            let DeValue::Table(record) = value.into_inner() else {
                self.no_table(&schema::CLAIM, header);
                continue;
            };
            let record = self.fit(&schema::CLAIM, record, header, None);
            let (id, at) = (written_id(&record), record.header.clone());
            let claim = record.fitted.complete.then(|| self.claim(record)).flatten();
            if claim.is_none() {
                self.leave_out(schema::CLAIM.noun, id, at);
            }
            claims.extend(claim);
        }
        claims
    }

    fn claim(&mut self, record: Record<'_>) -> Option<Claim> {
        let is_damaged = record.fitted.dropped;
        let raw: RawClaim = self.decode(record.fitted.table, &record.header)?;
        let is_damaged = is_damaged || holds_bad_ids(&raw.cite);
        let id = self.own_id("claim", &raw.id);
        let context = &mut self.context;
        let claim = Claim {
            text: prose::read(context, &raw.text),
            about: raw.about.as_ref().and_then(|text| context.word("about", text)),
            value: context.maybe_line(raw.value.as_ref()),
            by: context.slugs(&raw.by),
            attribution: raw
                .attribution
                .as_ref()
                .and_then(|text| context.word("attribution", text)),
            to: context.slugs(&raw.to),
            cite: context.slugs(&raw.cite),
            credibility: raw.credibility.as_ref().and_then(|number| context.credibility(number)),
            disputes: context.slugs(&raw.disputes),
            when: context.maybe_when(raw.when.as_ref()),
            is_damaged,
            span: context.span(record.header),
            id: id?,
        };
        Some(claim)
    }

    fn link(&mut self, record: Record<'_>) -> Option<Link> {
        let raw: RawLink = self.decode(record.fitted.table, &record.header)?;
        let context = &mut self.context;
        let (from, to) = (context.slug(&raw.from), context.slug(&raw.to));
        let link = Link {
            relation: context.line_text(&raw.r#type),
            cite: context.slugs(&raw.cite),
            confidence: raw.confidence.as_ref().and_then(|text| context.confidence(text)),
            when: context.maybe_when(raw.when.as_ref()),
            span: context.span(record.header),
            from: from?,
            to: to?,
        };
        Some(link)
    }

    fn judgement(&mut self, record: Record<'_>) -> Option<Judgement> {
        let raw: RawJudgement = self.decode(record.fitted.table, &record.header)?;
        let id = self.own_id("judgement", &raw.id);
        let context = &mut self.context;
        let judgement = Judgement {
            text: prose::read(context, &raw.text),
            on: raw.on.as_ref().and_then(|text| context.slug(text)),
            about: raw.about.as_ref().and_then(|text| {
                let value = context.word("about", text)?;
                Some(Located { value, span: context.span(text.span()) })
            }),
            value: context.maybe_line(raw.value.as_ref()),
            likelihood: raw.likelihood.as_ref().and_then(|text| context.likelihood(text)),
            confidence: raw.confidence.as_ref().and_then(|text| context.confidence(text)),
            basis: context.slugs(&raw.basis),
            against: context.slugs(&raw.against),
            span: context.span(record.header),
            id: id?,
        };
        Some(judgement)
    }

    fn gap(&mut self, record: Record<'_>) -> Option<Gap> {
        let raw: RawGap = self.decode(record.fitted.table, &record.header)?;
        let context = &mut self.context;
        Some(Gap {
            text: prose::read(context, &raw.text),
            on: context.slugs(&raw.on),
            span: context.span(record.header),
        })
    }

    fn synonyms(&mut self, record: Record<'_>) -> Option<Synonyms> {
        let raw: RawSynonyms = self.decode(record.fitted.table, &record.header)?;
        let words = self.context.lines(&raw.words);
        if words.len() < 2 {
            let message = text!["a word alone is a synonym of nothing"];
            let help = text!["write `words = [\"death toll\", \"killed\"]`"];
            self.context.report_with(Code::E004, record.header, message, Some(help));
            return None;
        }
        Some(Synonyms { words, span: self.context.span(record.header) })
    }

    fn question(&mut self, record: Record<'_>) -> Option<Question> {
        let raw: RawQuestion = self.decode(record.fitted.table, &record.header)?;
        let context = &mut self.context;
        Some(Question {
            question: context.line_text(&raw.question),
            answer: prose::read(context, &raw.answer),
            basis: context.slugs(&raw.basis),
            span: context.span(record.header),
        })
    }

    fn change(&mut self, record: Record<'_>) -> Option<Change> {
        let raw: RawChange = self.decode(record.fitted.table, &record.header)?;
        let context = &mut self.context;
        let revision = context.revision(&raw.revision);
        let date = context.when(&raw.date);
        let text = prose::read(context, &raw.text);
        Some(Change { revision: revision?, date: date?.value, text })
    }
}

/// Whether one of the texts is no id, of which a finding tells.
fn holds_bad_ids(texts: &[Text]) -> bool {
    texts.iter().any(|text| Slug::new(text.get_ref()).is_none())
}

/// The id that a record was given, if that is one.
fn written_id(record: &Record<'_>) -> Option<Slug> {
    record.fitted.table.get("id")?.get_ref().as_str().and_then(Slug::new)
}

impl Context<'_> {
    fn roles(&mut self, roles: &BTreeMap<Text, Texts>) -> Vec<Role> {
        let mut roles: Vec<_> = roles.iter().collect();
        roles.sort_by_key(|(name, _)| name.span().start);
        roles
            .into_iter()
            .map(|(name, actors)| Role { name: self.line_text(name), actors: self.slugs(actors) })
            .collect()
    }
}
