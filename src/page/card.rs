//! The card: rows that stand at fixed places and never scroll.

use super::words::{
    actor_words, country_words, grade_sign, grade_words, names, padded, short_sure_words,
    source_line, status_words, support_words, sure_words, targets, voice_line,
};
use super::{PageLine, Piece, Tone};
use crate::library::{Answer, EventStatus, ItemId, Library, Record, Relation, Stance, Voice};
use crate::text::{DisplayText, Fit, columns, wrap};

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

    pub(super) fn label_width(self) -> usize {
        match self {
            Self::Abbreviated => 6,
            Self::Compact | Self::Roomy => 10,
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

/// The sign between a source and what it says against the others.
const DIFFERS: &str = "≠ ";

/// The card of an item: title, and for an event or a claim the answer.
pub(super) fn card(
    library: &Library,
    id: ItemId,
    answer: Option<&Answer>,
    width: usize,
    size: CardSize,
) -> Vec<PageLine> {
    let Some(item) = library.get(id) else { return Vec::new() };
    let mut lines = title_lines(&item.title, width, size.title_rows());
    let Some(answer) = answer else { return lines };
    let event = library.event_of(id).unwrap_or(id);
    let place = names(library, targets(library, event, Relation::At));
    lines.extend(answer_rows(answer, Some(&place), width, size));
    lines
}

/// The least that says what an item is: its title, when, and how many say so.
pub(super) fn headline(
    library: &Library,
    id: ItemId,
    answer: Option<&Answer>,
    width: usize,
    size: CardSize,
) -> Vec<PageLine> {
    let title = library.full_title(id);
    let mut lines = title_lines(&title, width, size.title_rows());
    let room = width.saturating_sub(size.label_width());
    let mut row = |label: &'static str, piece: Piece| {
        let label = padded(&DisplayText::literal(label), size.label_width());
        let text = piece.text.fit(room, "…");
        lines.push(vec![Piece::new(label, Tone::Label), Piece { text, ..piece }]);
    };
    if let Some(answer) = answer {
        let [label_when, label_who, _] = size.labels();
        for piece in when(answer, None, room, CardSize::Abbreviated) {
            row(label_when, piece);
        }
        row(label_who, Piece::new(who_counted(answer), Tone::Text));
    } else {
        let kind = library.get(id).map(|item| item.kind.name()).unwrap_or_default();
        row("IS", Piece::new(crate::text![kind, one_line(library, id)], Tone::Text));
    }
    lines
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

fn title_lines(title: &DisplayText, width: usize, rows: usize) -> Vec<PageLine> {
    let ranges = wrap(title, width.max(1));
    let mut lines: Vec<PageLine> = Vec::new();
    for (index, range) in ranges.iter().take(rows).enumerate() {
        let last = index + 1 == rows && ranges.len() > rows;
        let text = if last {
            title.slice(range.start..title.as_str().len()).fit(width, "…")
        } else {
            title.slice(range.clone())
        };
        lines.push(vec![Piece::new(text, Tone::Strong)]);
    }
    lines.resize(rows, Vec::new());
    lines
}

/// When, who says so, how sure: always the same number of rows for a size.
fn answer_rows(
    answer: &Answer,
    place: Option<&DisplayText>,
    width: usize,
    size: CardSize,
) -> Vec<PageLine> {
    let room = width.saturating_sub(size.label_width());
    let groups =
        [when(answer, place, room, size), who(answer, room, size), sure(answer, room, size)];
    let mut lines = Vec::new();
    for ((group, rows), label) in groups.into_iter().zip(size.rows()).zip(size.labels()) {
        let mut group = group.into_iter();
        for row in 0..rows {
            let label = if row == 0 { label } else { "" };
            let label = padded(&DisplayText::literal(label), size.label_width());
            let mut line = vec![Piece::new(label, Tone::Label)];
            if let Some(Piece { text, tone, link }) = group.next() {
                line.push(Piece { text: text.fit(room, "…"), tone, link });
            }
            lines.push(line);
        }
    }
    lines
}

fn when(answer: &Answer, place: Option<&DisplayText>, room: usize, size: CardSize) -> Vec<Piece> {
    let date = answer.when.clone();
    let status = status_words(answer.status);
    let tone = if answer.status == EventStatus::Occurred { Tone::Strong } else { Tone::Warning };
    if matches!(size, CardSize::Abbreviated) {
        let lead = if status.is_empty() { "" } else { "  " };
        return vec![Piece::new(crate::text![date, lead, status], tone)];
    }
    let place = place.filter(|place| !place.is_empty()).map(|place| crate::text!["in ", place]);
    let circumstances = match (place, &answer.reported) {
        (None, None) => DisplayText::default(),
        (Some(place), None) => place,
        (None, Some(reported)) => crate::text!["became known ", reported],
        // The date is never cut; the place may be.
        (Some(place), Some(reported)) => fitting(
            [
                crate::text![place, "; became known ", reported],
                crate::text![place, "; known ", reported],
            ],
            crate::text!["known ", reported, "; ", place],
            room,
        ),
    };
    if status.is_empty() {
        return vec![Piece::new(date, tone), Piece::new(circumstances, Tone::Text)];
    }
    // Whether it took place at all comes before where.
    let lead = if circumstances.is_empty() { "" } else { "; " };
    let second = crate::text![status, lead, circumstances];
    vec![Piece::new(date, tone), Piece::new(second, tone)]
}

/// The first text that fits, or the last resort.
fn fitting<const N: usize>(
    texts: [DisplayText; N],
    last_resort: DisplayText,
    room: usize,
) -> DisplayText {
    texts.into_iter().find(|text| text.columns() <= room).unwrap_or(last_resort)
}

fn who(answer: &Answer, room: usize, size: CardSize) -> Vec<Piece> {
    let differs = |voice: &&Voice| matches!(voice.stance, Stance::Differs(_));
    let against: Vec<&Voice> = answer.voices.iter().filter(differs).collect();
    let support: Vec<&Voice> = answer.voices.iter().filter(|voice| !differs(voice)).collect();
    if answer.voices.is_empty() {
        return vec![Piece::new("nobody: no source is given", Tone::Warning)];
    }
    let [_, rows, _] = size.rows();
    if matches!(size, CardSize::Abbreviated) {
        let objections = crate::text!["  ", DIFFERS, against.len()];
        let objections = if against.is_empty() { DisplayText::default() } else { objections };
        let left = room.saturating_sub(objections.columns());
        let line = crate::text![joined(&support, left, ""), objections];
        return vec![Piece::new(line, Tone::Text)];
    }
    let rows_for_support = rows - usize::from(!against.is_empty());
    let mut pieces = spread(&support, rows_for_support, room);
    if !against.is_empty() {
        pieces.push(differing(&against, room));
    }
    pieces
}

/// Voices one to a row, the last row taking all that are left.
fn spread(voices: &[&Voice], rows: usize, room: usize) -> Vec<Piece> {
    let alone = if voices.len() > rows { rows.saturating_sub(1) } else { voices.len() };
    let (single, rest) = voices.split_at(alone.min(voices.len()));
    let mut pieces: Vec<Piece> =
        single.iter().map(|voice| Piece::new(voice_line(voice, room), Tone::Text)).collect();
    if !rest.is_empty() {
        pieces.push(Piece::new(joined(rest, room, ""), Tone::Text));
    }
    pieces
}

fn differing(voices: &[&Voice], room: usize) -> Piece {
    // What the others say differs from the first as well, so they are counted and not joined to it.
    let text = joined(voices, room.saturating_sub(columns(DIFFERS)), " differ");
    Piece::new(crate::text![DIFFERS, text], Tone::Differs)
}

/// As many voices as fit in a row, and the number of those left out with a word on them.
fn joined(voices: &[&Voice], room: usize, left_out: &'static str) -> DisplayText {
    let Some((first, others)) = voices.split_first() else { return DisplayText::default() };
    // Room for the "+n" that follows unless a voice is the last one.
    let reserve = |left: usize| if left > 0 { 4 + columns(left_out) } else { 0 };
    let mut line = voice_line(first, room.saturating_sub(reserve(others.len())));
    for (index, voice) in others.iter().enumerate() {
        let next = crate::text![line, " · ", voice_line(voice, room)];
        let left = others.len() - index - 1;
        if next.columns() + reserve(left) > room {
            return crate::text![line, " +", left + 1, left_out];
        }
        line = next;
    }
    line
}

fn sure(answer: &Answer, room: usize, size: CardSize) -> Vec<Piece> {
    let words = fitting([sure_words(answer)], short_sure_words(answer), room);
    let first = Piece::new(words, Tone::Strong);
    if matches!(size, CardSize::Abbreviated) {
        return vec![first];
    }
    let second = if let Some(dispute) = answer.disputes.first() {
        let more = answer.disputes.len() - 1;
        let text = if more > 0 { crate::text![dispute, " +", more] } else { dispute.clone() };
        // The row above says that it is disputed.
        Piece::new(fitting([crate::text!["disputed: ", text]], text, room), Tone::Differs)
    } else if let Some(grade) = answer.grade {
        Piece::new(crate::text![grade_sign(grade), ": ", grade_words(grade)], Tone::Text)
    } else {
        Piece::new("nothing supports it", Tone::Warning)
    };
    vec![first, second]
}
