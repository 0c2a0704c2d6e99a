//! What one file holds, as it was read.

use super::reading::Record;
use super::{
    Actor, Amount, Brief, Change, Defaults, Event, Gap, Judgement, LeftOut, Link, Marking,
    PlaceRecord, Publisher, Question, Schema, Source, Synonyms, Technique,
};
use crate::diag::{Located, SourceId, Span};
use crate::text::DisplayText;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Everything one file holds. The items of a library have the same records: they are shared, not copied.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Document {
    /// Edition of the format that the file says it is of; without one the newest.
    pub schema: Schema,
    /// `[brief]`; a registry file has none.
    pub brief: Option<Arc<Brief>>,
    /// `[defaults]`.
    pub defaults: Option<Defaults>,
    /// `[publisher.ID]`.
    pub publishers: Vec<Arc<Publisher>>,
    /// `[source.ID]`.
    pub sources: Vec<Arc<Source>>,
    /// `[actor.ID]`.
    pub actors: Vec<Arc<Actor>>,
    /// `[place.ID]`.
    pub places: Vec<Arc<PlaceRecord>>,
    /// `[technique.ID]`.
    pub techniques: Vec<Technique>,
    /// `[[event]]`, in file order.
    pub events: Vec<Arc<Event>>,
    /// `[[link]]`.
    pub links: Vec<Arc<Link>>,
    /// `[[judgement]]`.
    pub judgements: Vec<Arc<Judgement>>,
    /// `[[gap]]`.
    pub gaps: Vec<Arc<Gap>>,
    /// `[[qa]]`.
    pub questions: Vec<Arc<Question>>,
    /// `[[change]]`.
    pub changes: Vec<Change>,
    /// `[[synonyms]]`.
    pub synonyms: Vec<Synonyms>,
    /// Records that stand in the file and could not be read.
    pub left_out: Vec<LeftOut>,
    /// How the file as a whole is marked.
    pub marked: Marked,
    /// Whether anything of the file could not be read, so that what seems to be missing may stand there.
    pub is_damaged: bool,
}

/// How a file as a whole is marked, beside the markings of its records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// Which file.
    pub file: Option<SourceId>,
    /// The strictest of all markings that stand in it, whether a record has it or not; none where nobody
    /// knows it, which is to be handled as RED.
    pub strictest: Option<Marking>,
    /// What everything is marked at least that is read with a file of the registry.
    pub floor: Option<Marking>,
}

/// A record that may have a marking: its noun, its place, its title, and that.
type Markable<'d> = (&'static str, &'d Span, &'d DisplayText, Option<&'d Located<Marking>>);

impl Document {
    /// The events, actors and sources, which may each have a marking of their own.
    pub(crate) fn markable(&self) -> impl Iterator<Item = Markable<'_>> {
        let events = self.events.iter();
        let events = events.map(|own| ("event", &own.span, &own.title, own.marking.as_ref()));
        let actors = self.actors.iter();
        let actors = actors.map(|own| ("actor", &own.span, &own.name, own.marking.as_ref()));
        let sources = self.sources.iter();
        let sources = sources.map(|own| ("source", &own.span, &own.title, own.marking.as_ref()));
        events.chain(actors).chain(sources)
    }

    /// What it costs in memory.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.tables().into_iter().map(|(_, amount)| amount).sum()
    }

    /// How many records were read, the header and the claims among them.
    #[must_use]
    pub fn records(&self) -> usize {
        let claims: usize = self.events.iter().map(|event| event.claims.len()).sum();
        self.tables().into_iter().map(|(records, _)| records).sum::<usize>() + claims
    }

    /// Of each table how many records were read, and what they cost in memory.
    fn tables(&self) -> [(usize, Amount); 14] {
        fn all<R: Record>(records: &[R]) -> (usize, Amount) {
            (records.len(), records.iter().map(R::amount).sum())
        }
        let Self {
            schema: _,
            brief,
            defaults,
            publishers,
            sources,
            actors,
            places,
            techniques,
            events,
            links,
            judgements,
            gaps,
            questions,
            changes,
            synonyms,
            left_out: _,
            marked: _, // no more than there are headers
            is_damaged: _,
        } = self;
        // Files are counted by themselves.
        let (header, Amount { references, .. }) = all(brief.as_slice());
        // What others are taken to say is no record of its own.
        let (_, defaults) = all(defaults.as_slice());
        [
            (header, Amount { records: 0, references }),
            (0, defaults),
            all(publishers),
            all(sources),
            all(actors),
            all(places),
            all(techniques),
            all(events),
            all(links),
            all(judgements),
            all(gaps),
            all(questions),
            all(changes),
            all(synonyms),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;

    #[test]
    fn everything_that_a_record_refers_to_counts() {
        let text = r#"
            schema = 2
            [brief]
            id = "b"
            title = "B"
            tlp = "CLEAR"
            authors = ["one", "two"]
            [actor.a]
            name = "A"
            aliases = ["AA"]
            [[actor.a.aka]]
            name = "C"
            as = "same"
            by = ["a"]
            [[event]]
            id = "e"
            title = "E"
            when = "2022"
            type = "other"
            roles = { target = ["a"] }
            summary = "See [[actor:a]]."
            [[event.claim]]
            id = "c"
            text = "No."
            [[judgement]]
            id = "j"
            text = "Yes."
            on = "e"
            basis = ["e"]
            against = ["c"]
        "#;
        let mut sources = Sources::default();
        let source = sources.add("b.toml".into(), text);
        let read = crate::brief::read(&sources, source);
        assert_eq!(read.diagnostics, []);
        // Two authors, an alias, who says so, a role and who has it, a link, and three of the judgement.
        assert_eq!(read.value.amount(), Amount { records: 5, references: 10 });
    }
}
