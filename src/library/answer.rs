//! The answer card: when, who says so, how sure.

use super::{Confidence, Corroboration, EventStatus, Grade, ItemId, Reliability};
use crate::text::DisplayText;

/// What a source says of the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It supports the event as told.
    Supports,
    /// It says otherwise; the short form of what it says, as `19 Sep` or `a foreign country`.
    Differs(DisplayText),
}

/// One source of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The source.
    pub source: ItemId,
    /// Publisher, or the title without one.
    pub name: DisplayText,
    /// When it was published, short: `23 Oct 2022`.
    pub published: DisplayText,
    /// Its letter.
    pub reliability: Reliability,
    /// The grade of what it says here.
    pub grade: Grade,
    /// Whether its publisher takes part in the event.
    pub party: bool,
    /// Names of the sources it repeats; empty when it stands by itself.
    pub repeats: Vec<DisplayText>,
    /// What it says.
    pub stance: Stance,
    /// The claim in which it says so, where it is one.
    pub claim: Option<ItemId>,
}

/// The answer card of an event or a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// When, in full with the weekday: `Fri 9 Sep 2022`.
    pub when: DisplayText,
    /// When it became known, where that differs.
    pub reported: Option<DisplayText>,
    /// Whether it took place.
    pub status: EventStatus,
    /// Who says so: supporting sources first, best grade first, then those that differ.
    pub voices: Vec<Voice>,
    /// How well it is supported.
    pub corroboration: Corroboration,
    /// Grade over all.
    pub grade: Option<Grade>,
    /// How sure the author is.
    pub confidence: Option<Confidence>,
    /// Why the author is that sure, plain.
    pub confidence_why: Option<DisplayText>,
    /// Whether a claim speaks against it.
    pub disputed: bool,
    /// What is disputed, in a few words per dispute: `attribution: Black Reward ≠ a foreign country`.
    pub disputes: Vec<DisplayText>,
}
