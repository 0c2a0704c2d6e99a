//! The card: rows that stand at fixed places and never scroll.

use super::content::{Block, Items, Line, Row, Run, Runs, Sign, Tone};
use super::words::{
    Voicing, actor_words, country_words, dispute_runs, grade_sign, grade_words, names,
    short_sure_runs, source_line, status_words, support_words, sure_runs, targets, voice_runs,
};
use crate::library::{Answer, EventStatus, ItemId, Library, Record, Relation, Stance, Voice};
use crate::text::DisplayText;

/// How much room the card has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardSize {
    /// Title and one row each.
    Abbreviated,
    /// Title and two rows each.
    Compact,
    /// Title, and four rows for who says so.
    Roomy,
}

impl CardSize {
    fn title_rows(self) -> usize {
        match self {
            Self::Abbreviated => 1,
            Self::Compact | Self::Roomy => 2,
        }
    }

    /// Rows for each of when, who says, how sure.
    fn rows(self) -> [usize; 3] {
        match self {
            Self::Abbreviated => [1, 1, 1],
            Self::Compact => [2, 2, 2],
            Self::Roomy => [2, 4, 2],
        }
    }

    fn labels(self) -> [&'static str; 3] {
        match self {
            Self::Abbreviated => ["WHEN", "SAYS", "SURE"],
            Self::Compact | Self::Roomy => ["WHEN", "WHO SAYS", "HOW SURE"],
        }
    }
}

/// The card of an item: title, and for an event or a claim the answer.
pub(super) fn card(
    library: &Library,
    id: ItemId,
    answer: Option<&Answer>,
    size: CardSize,
) -> Vec<Block> {
    let Some(item) = library.get(id) else { return Vec::new() };
    let mut blocks = vec![Block::Title { text: item.title.clone(), rows: size.title_rows() }];
    let Some(answer) = answer else { return blocks };
    let event = library.event_of(id).unwrap_or(id);
    let place = names(library, targets(library, event, Relation::At));
    let groups = [when(answer, Some(&place), size), who(answer, size), sure(answer, size)];
    for ((lines, height), label) in groups.into_iter().zip(size.rows()).zip(size.labels()) {
        blocks.push(Block::Row(Row { height, ..Row::new(label, lines) }));
    }
    blocks
}

/// The least that says what an item is: its title, when, and how many say so.
pub(super) fn headline(
    library: &Library,
    id: ItemId,
    answer: Option<&Answer>,
    size: CardSize,
) -> Vec<Block> {
    let mut blocks = vec![Block::Title { text: library.full_title(id), rows: size.title_rows() }];
    let mut row = |label, lines| blocks.push(Block::Row(Row::new(label, lines)));
    if let Some(answer) = answer {
        let [label_when, label_who, _] = size.labels();
        row(label_when, when(answer, None, CardSize::Abbreviated));
        row(label_who, vec![Line::one(vec![Run::text(who_counted(answer))])]);
    } else {
        let kind = library.get(id).map(|item| item.kind.name()).unwrap_or_default();
        let words = crate::text![kind, one_line(library, id)];
        row("IS", vec![Line::one(vec![Run::text(words)])]);
    }
    blocks
}

/// `2 independent sources; 1 differs`.
fn who_counted(answer: &Answer) -> DisplayText {
    let differ = answer.voices.iter().filter(|voice| voice.stance != Stance::Supports).count();
    let support = support_words(answer);
    match differ {
        0 => support,
        1 => crate::text![support, "; 1 differs"],
        several => crate::text![support, "; ", several, " differ"],
    }
}

/// What is said of an item beside its title: house and day of a source, kind and country of an actor.
fn one_line(library: &Library, id: ItemId) -> DisplayText {
    let Some(item) = library.get(id) else { return DisplayText::default() };
    let words = match &item.record {
        Record::Source(_) => source_line(library, id),
        Record::Actor(actor) => actor_words(actor),
        Record::Judgement(judgement) => match judgement.likelihood {
            Some(likelihood) => crate::text![likelihood.word(), " (", likelihood.meaning(), ")"],
            None => return DisplayText::default(),
        },
        Record::Place(place) => match &place.country {
            Some(country) => country_words(&country.value),
            None => return DisplayText::default(),
        },
        Record::Brief(_)
        | Record::Event(_)
        | Record::Claim(_)
        | Record::Gap(_)
        | Record::Question(_) => return DisplayText::default(),
    };
    if words.is_empty() { words } else { crate::text![": ", words] }
}

fn when(answer: &Answer, place: Option<&DisplayText>, size: CardSize) -> Vec<Line> {
    let date = answer.when.clone();
    let status = status_words(answer.status);
    let tone = if answer.status == EventStatus::Occurred { Tone::Strong } else { Tone::Warning };
    if matches!(size, CardSize::Abbreviated) {
        let lead = if status.is_empty() { "" } else { "  " };
        return vec![Line::one(vec![Run::new(crate::text![date, lead, status], tone)])];
    }
    let place = place.filter(|place| !place.is_empty()).map(|place| crate::text!["in ", place]);
    let circumstances = match (place, &answer.reported) {
        (None, None) => vec![DisplayText::default()],
        (Some(place), None) => vec![place],
        (None, Some(reported)) => vec![crate::text!["became known ", reported]],
        // The date is never cut; the place may be.
        (Some(place), Some(reported)) => vec![
            crate::text![place, "; became known ", reported],
            crate::text![place, "; known ", reported],
            crate::text!["known ", reported, "; ", place],
        ],
    };
    let second = circumstances.into_iter().map(|words| {
        if status.is_empty() {
            return vec![Run::text(words)];
        }
        // Whether it took place at all comes before where.
        let lead = if words.is_empty() { "" } else { "; " };
        vec![Run::new(crate::text![status, lead, words], tone)]
    });
    vec![Line::one(vec![Run::new(date, tone)]), Line::Fitting(second.collect())]
}

fn who(answer: &Answer, size: CardSize) -> Vec<Line> {
    let differs = |voice: &&Voice| matches!(voice.stance, Stance::Differs(_));
    let against: Vec<&Voice> = answer.voices.iter().filter(differs).collect();
    let support: Vec<&Voice> = answer.voices.iter().filter(|voice| !differs(voice)).collect();
    if answer.voices.is_empty() {
        let words = "nobody: no source is given";
        return vec![Line::one(vec![Run::new(words, Tone::Warning)])];
    }
    let [_, rows, _] = size.rows();
    if matches!(size, CardSize::Abbreviated) {
        let mut tail = Runs::new();
        if !against.is_empty() {
            tail.push(Run::text("  "));
            tail.push(Run::sign(Sign::Differs, Tone::Text));
            tail.push(Run::text(crate::text![against.len()]));
        }
        return vec![Line::Items(Items { tail, ..side_by_side(&support, Tone::Text) })];
    }
    let rows_for_support = rows - usize::from(!against.is_empty());
    let mut lines = spread(&support, rows_for_support);
    if !against.is_empty() {
        lines.push(Line::Items(Items {
            lead: vec![Run::sign(Sign::Differs, Tone::Differs)],
            separator: Run::sign(Sign::Between, Tone::Differs),
            // What the others say differs from the first as well: they are counted.
            left_out: " differ",
            ..side_by_side(&against, Tone::Differs)
        }));
    }
    lines
}

/// Voices one to a row, the last row taking all that are left.
fn spread(voices: &[&Voice], rows: usize) -> Vec<Line> {
    let alone = if voices.len() > rows { rows.saturating_sub(1) } else { voices.len() };
    let (single, rest) = voices.split_at(alone.min(voices.len()));
    let single = single.iter().map(|voice| Line::Fitting(forms(voice, Tone::Text)));
    let mut lines: Vec<Line> = single.collect();
    if !rest.is_empty() {
        lines.push(Line::Items(side_by_side(rest, Tone::Text)));
    }
    lines
}

/// As many voices as fit in a row.
fn side_by_side(voices: &[&Voice], tone: Tone) -> Items {
    Items::new(voices.iter().map(|voice| forms(voice, tone)).collect())
}

/// A voice in full and shorter.
fn forms(voice: &Voice, tone: Tone) -> Vec<Runs> {
    [Voicing::Full, Voicing::Short].map(|form| voice_runs(voice, form, tone)).into()
}

fn sure(answer: &Answer, size: CardSize) -> Vec<Line> {
    let (full, short) = (sure_runs(answer, Tone::Strong), short_sure_runs(answer, Tone::Strong));
    let first = Line::Fitting(vec![full, short]);
    if matches!(size, CardSize::Abbreviated) {
        return vec![first];
    }
    let second = if let Some(dispute) = answer.disputes.first() {
        let mut runs = dispute_runs(dispute, Tone::Differs);
        let more = answer.disputes.len() - 1;
        if more > 0 {
            runs.push(Run::new(crate::text![" +", more], Tone::Differs));
        }
        // The row above says that it is disputed.
        let lead = std::iter::once(Run::new("disputed: ", Tone::Differs));
        Line::Fitting(vec![lead.chain(runs.iter().cloned()).collect(), runs])
    } else if let Some(grade) = answer.grade {
        let words = crate::text![grade_sign(grade), ": ", grade_words(grade)];
        Line::one(vec![Run::text(words)])
    } else {
        Line::one(vec![Run::new("nothing supports it", Tone::Warning)])
    };
    vec![first, second]
}
