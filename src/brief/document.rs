//! What one file holds, as it was read.

use super::{
    Actor, Brief, Change, Event, Gap, Judgement, LeftOut, Link, PlaceRecord, Publisher, Question,
    Schema, Source, Synonyms, Technique,
};

/// Everything one file holds.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Edition of the format that the file says it is of; without one the newest.
    pub schema: Schema,
    /// `[brief]`; a registry file has none.
    pub brief: Option<Brief>,
    /// `[publisher.ID]`.
    pub publishers: Vec<Publisher>,
    /// `[source.ID]`.
    pub sources: Vec<Source>,
    /// `[actor.ID]`.
    pub actors: Vec<Actor>,
    /// `[place.ID]`.
    pub places: Vec<PlaceRecord>,
    /// `[technique.ID]`.
    pub techniques: Vec<Technique>,
    /// `[[event]]`, in file order.
    pub events: Vec<Event>,
    /// `[[link]]`.
    pub links: Vec<Link>,
    /// `[[judgement]]`.
    pub judgements: Vec<Judgement>,
    /// `[[gap]]`.
    pub gaps: Vec<Gap>,
    /// `[[qa]]`.
    pub questions: Vec<Question>,
    /// `[[change]]`.
    pub changes: Vec<Change>,
    /// `[[synonyms]]`.
    pub synonyms: Vec<Synonyms>,
    /// Records that stand in the file and could not be read.
    pub left_out: Vec<LeftOut>,
    /// Whether anything of the file could not be read, so that what seems to be missing may stand there.
    pub is_damaged: bool,
}
