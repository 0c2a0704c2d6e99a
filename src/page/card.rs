//! The card: rows that never scroll, each at its place, and none without something to say.

use super::content::{Block, Items, Line, Room, Row, Run, Runs, Tone};
use super::phrases;
use super::words::{actor_words, country_words, names, source_line, targets};
use crate::library::{Answer, Aspect, ItemId, Kind, Library, Record, Relation};
use crate::text::{DisplayText, clean, comma_separated};
use std::collections::BTreeSet;

/// Rows of a title at the most; it takes those that it needs.
const TITLE: usize = 3;

/// How much room the card has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardSize {
    /// Title and one row each.
    Abbreviated,
    /// One row for who says so.
    Compact,
    /// Two rows for who says so.
    Roomy,
}

impl CardSize {
    /// Rows for who says so, for several judgements, and for what else is said.
    fn rows(self) -> usize {
        match self {
            Self::Abbreviated | Self::Compact => 1,
            Self::Roomy => 2,
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
    (size, ask): (CardSize, Option<char>),
) -> Vec<Block> {
    if library.get(id).is_none() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Title { text: library.title(id), rows: TITLE }];
    let Some(answer) = answer else { return blocks };
    let [label_when, label_who, label_sure] = size.labels();
    let event = library.event_of(id).unwrap_or(id);
    let mut row = |label, lines| blocks.push(Block::Row(Row::new(label, lines)));
    row(label_when, vec![when(library, event, answer)]);
    row(label_who, vec![who(library, id, answer, size)]);
    if event != id {
        row(label_sure, vec![of_claim(library, id)]);
        return blocks;
    }
    row(label_sure, vec![sure(library, event, answer)]);
    let more = more_rows(library, event, (size, ask));
    let more = match size {
        CardSize::Abbreviated => in_short(library, event, &more),
        CardSize::Compact | CardSize::Roomy => more,
    };
    blocks.extend(more.into_iter().map(Block::Row));
    blocks
}

/// Where there is no room for more rows: what is judged in one, and which others there are.
fn in_short(library: &Library, event: ItemId, more: &[Row]) -> Vec<Row> {
    let mut rows = Vec::new();
    let judged = phrases::judged_in_short(library, event);
    let is_told = judged.is_some();
    rows.extend(judged.map(|judged| Row::new("HELD", vec![Line::one(judged)])));
    let left_out = more.iter().filter(|row| !(is_told && row.label == JUDGEMENT));
    let left_out = left_out.map(|row| DisplayText::literal(row.label));
    let left_out = comma_separated(&left_out.collect::<Vec<_>>());
    let words = vec![Run::new(left_out.clone(), Tone::Quiet)];
    rows.extend((!left_out.is_empty()).then(|| Row::new("MORE", vec![Line::one(words)])));
    rows
}

/// The label of what is judged on a card.
const JUDGEMENT: &str = "JUDGEMENT";

/// The label of the questions of a card.
pub(super) const IF_ASKED: &str = "IF ASKED";

/// Judgement, dispute, what else is said and what may be asked: each where there is one.
fn more_rows(library: &Library, event: ItemId, (size, ask): (CardSize, Option<char>)) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(judged) = phrases::judgements(library, event, size.rows()) {
        rows.push(Row::new(JUDGEMENT, vec![Line::Flowing(judged)]));
    }
    if let Some((label, forms)) = phrases::accusation(library, event) {
        let last = forms.len().saturating_sub(1);
        // Who else is blamed is worth a second row; the denial is worth as many as it takes.
        let most = |place| if place == last { usize::MAX } else { 2 };
        let forms = forms.into_iter().enumerate().map(|(at, form)| (form, most(at)));
        rows.push(Row::new(label, vec![Line::Flowing(forms.collect())]));
    }
    let disputes = phrases::disputes(library, event);
    if !disputes.is_empty() {
        let lines = disputes.iter().map(disputed).collect();
        rows.push(Row::new("DISPUTED", lines));
    }
    let also = phrases::also(library, event);
    if !also.is_empty() {
        rows.push(Row::new("ALSO", vec![counted(also, size)]));
    }
    let asked = questions(library, event);
    if !asked.is_empty() {
        let worded = |question: &ItemId| {
            vec![vec![Run::Question { item: *question, text: library.full_title(*question) }]]
        };
        let items = Items {
            separator: Run::text("  "),
            passes: true,
            ..Items::new(asked.iter().map(worded).collect())
        };
        let end = ask
            .map(|key| Run::new(clean(key.encode_utf8(&mut [0; 4]), |_| {}), Tone::Link))
            .into_iter()
            .collect();
        rows.push(Row { end, ..Row::new(IF_ASKED, vec![Line::Items(items)]) });
    }
    rows
}

/// What is disputed of one question, as many of the others as fit into a row, and never too few.
fn disputed(dispute: &phrases::Dispute) -> Line {
    let forms = dispute.forms();
    let last = forms.len().saturating_sub(1);
    let rows = |place| if place == last { usize::MAX } else { 1 };
    Line::Flowing(forms.into_iter().enumerate().map(|(at, form)| (form, rows(at))).collect())
}

/// Things in the rows there are, as many as fit, and the number of the others.
fn counted(items: Vec<Vec<Runs>>, size: CardSize) -> Line {
    let room = Room::Rows(size.rows());
    Line::Items(Items { separator: phrases::dot(), room, ..Items::new(items) })
}

/// When it was, where, and when it was first reported; the date is never cut.
fn when(library: &Library, event: ItemId, answer: &Answer) -> Line {
    let date = Run::text(answer.when.clone());
    let place = names(library, targets(library, event, Relation::At));
    let place = (!place.is_empty()).then(|| crate::text!["in ", place]);
    let reported = reported(answer).map(|day| crate::text!["first reported ", day]);
    let with = |parts: &[&Option<DisplayText>]| {
        let mut runs = vec![date.clone()];
        for part in parts.iter().filter_map(|part| part.as_ref()) {
            runs.push(Run::text(crate::text![", ", part]));
        }
        runs
    };
    let all = (with(&[&place, &reported]), 1);
    Line::Flowing(vec![all, (with(&[&reported]), 1), (with(&[]), usize::MAX)])
}

/// The day of the first report without the year that the date has too.
fn reported(answer: &Answer) -> Option<DisplayText> {
    let reported = answer.reported.as_ref()?;
    let year = answer.when.as_str().split_whitespace().last()?;
    let same_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let shorter = reported.as_str().strip_suffix(year).map(|rest| rest.trim_end().len());
    match shorter.filter(|length| same_year && *length > 0) {
        Some(length) => Some(reported.slice(0..length)),
        None => Some(reported.clone()),
    }
}

/// As many whole names as fit, the best first.
fn who(library: &Library, id: ItemId, answer: &Answer, size: CardSize) -> Line {
    let voices = phrases::voices(library, id, answer);
    if voices.is_empty() {
        return Line::one(vec![Run::new("nobody: no source is given", Tone::Warning)]);
    }
    let room = Room::Rows(size.rows());
    Line::Items(Items { separator: phrases::dot(), room, ..Items::new(voices) })
}

/// How sure the author is of each question; it goes on in the next row at a dot.
fn sure(library: &Library, event: ItemId, answer: &Answer) -> Line {
    let mut parts: Vec<Vec<Runs>> =
        phrases::sureness(library, event, answer).into_iter().map(|part| vec![part]).collect();
    if let Some(first) = parts.first_mut() {
        first.push(phrases::occurrence_in_short(library, event, answer));
    }
    let items = Items { separator: phrases::dot(), ..Items::new(parts) };
    Line::Items(Items { room: Room::AsNeeded, ..items })
}

/// How a claim stands to the answer of its question.
fn of_claim(library: &Library, claim: ItemId) -> Line {
    Line::Flowing(vec![(phrases::standing(library, claim), usize::MAX)])
}

/// The questions with prepared answers that rest on an event or its claims: who did it first, then
/// number and outcome, then as the author has them.
pub(super) fn questions(library: &Library, event: ItemId) -> Vec<ItemId> {
    let mut found: BTreeSet<ItemId> = BTreeSet::new();
    let claims = targets(library, event, Relation::Claims);
    for holder in std::iter::once(event).chain(claims) {
        let resting = library.incoming(holder);
        let resting = resting.filter(|edge| edge.relation == Relation::RestsOn);
        found.extend(
            resting
                .map(|edge| edge.to)
                .filter(|id| library.get(*id).is_some_and(|item| item.kind == Kind::Question)),
        );
    }
    let mut found: Vec<ItemId> = found.into_iter().collect();
    found.sort_by_key(|question| (rank(library, *question, event), *question));
    found
}

/// What a question is about, by the claims of the event that its answer rests on.
fn rank(library: &Library, question: ItemId, event: ItemId) -> u8 {
    let about = |claim: ItemId| match library.claim(claim)?.about {
        Some(Aspect::Attribution) => Some(0),
        Some(Aspect::Number | Aspect::Outcome) => Some(1),
        Some(
            Aspect::Occurrence
            | Aspect::When
            | Aspect::Where
            | Aspect::Who
            | Aspect::Target
            | Aspect::How
            | Aspect::Cause,
        )
        | None => None,
    };
    let basis = library.ends(question, Relation::RestsOn);
    let own = basis.filter(|claim| library.events_of(*claim).any(|own| own == event));
    own.filter_map(about).min().unwrap_or(2)
}

/// The least that says what an item is: its title, when, and how sure.
pub(super) fn headline(
    library: &Library,
    id: ItemId,
    answer: Option<&Answer>,
    size: CardSize,
) -> Vec<Block> {
    let mut blocks = vec![Block::Title { text: library.full_title(id), rows: TITLE }];
    let mut row = |label, lines| blocks.push(Block::Row(Row::new(label, lines)));
    let Some(answer) = answer else {
        let kind = library.get(id).map_or("", |item| item.kind.name());
        let words = crate::text![kind, one_line(library, id)];
        row("IS", vec![Line::one(vec![Run::text(words)])]);
        return blocks;
    };
    let [label_when, _, label_sure] = size.labels();
    let event = library.event_of(id).unwrap_or(id);
    row(label_when, vec![when(library, event, answer)]);
    if event == id {
        row(label_sure, vec![sure(library, event, answer)]);
    } else {
        row(label_sure, vec![of_claim(library, id)]);
    }
    blocks
}

/// What is said of an item beside its title: house and day of a source, kind and country of an actor.
fn one_line(library: &Library, id: ItemId) -> DisplayText {
    let Some(item) = library.get(id) else { return DisplayText::default() };
    let words = match &item.record {
        Record::Source(_) => source_line(library, id),
        Record::Actor(actor) => actor_words(actor),
        Record::Judgement(judgement) => phrases::likelihood_words(judgement),
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
