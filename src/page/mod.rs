//! What the reader shows of an item: a fixed card, a text with links, and the evidence.
//!
//! A page is plain data, so that the screen, the pipe and the tests read the same one.

mod actor;
mod brief;
mod card;
mod claim;
mod compare;
mod compose;
mod event;
mod evidence;
mod other;
mod provenance;
mod source;
#[cfg(test)]
pub(crate) mod tests;
mod time;
mod who;
mod words;

pub use card::CardSize;
pub(crate) use compare::SILENT;
pub use compare::{Agreement, Comparison, ComparisonRow, compare};
pub use who::{standing_sign, who_lines};
pub(crate) use words::{blanks, padded};
pub use words::{date_and_title, grade_sign, publisher_name, source_line, sure_words};

pub use crate::library::Times;
use crate::library::{Answer, ItemId, Library, Record};
use crate::text::DisplayText;
use compose::{Composer, flow};

/// How a piece of text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Ordinary.
    Text,
    /// Less important.
    Dim,
    /// More important.
    Strong,
    /// The name of a row.
    Label,
    /// A link.
    Link,
    /// Something that says otherwise.
    Differs,
    /// Something to be careful about.
    Warning,
}

/// A run of text in one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: DisplayText,
    /// How it is meant.
    pub tone: Tone,
    /// The number of the link it belongs to, from 0.
    pub link: Option<usize>,
}

impl Piece {
    /// A piece without a link.
    #[must_use]
    pub fn new(text: impl Into<DisplayText>, tone: Tone) -> Self {
        Self { text: text.into(), tone, link: None }
    }
}

/// One line of a page; it fits the width the page was made for.
pub type PageLine = Vec<Piece>;

/// A link of a page, in the order of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: ItemId,
    /// The line it first stands in: of the body, and after that of the evidence.
    pub line: usize,
}

/// What the reader shows of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What it is about.
    pub subject: Option<ItemId>,
    /// For the title of the pane: kind and id.
    pub title: DisplayText,
    /// When, who says so, how sure, where it is an event or a claim.
    pub answer: Option<Answer>,
    /// The lines that never scroll.
    pub card: Vec<PageLine>,
    /// The text.
    pub body: Vec<PageLine>,
    /// Claims and sources, where they have a column of their own; else they end the body.
    pub evidence: Vec<PageLine>,
    /// The links, numbered from 0.
    pub links: Vec<Link>,
}

/// How much of an item a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Depth {
    /// Title, when, and how many say so.
    Headline,
    /// The card, and the first paragraph.
    Card,
    /// All.
    #[default]
    Full,
}

impl Depth {
    /// The next less depth, if there is one.
    #[must_use]
    pub fn less(self) -> Option<Self> {
        match self {
            Self::Headline => None,
            Self::Card => Some(Self::Headline),
            Self::Full => Some(Self::Card),
        }
    }

    /// The next more depth, if there is one.
    #[must_use]
    pub fn more(self) -> Option<Self> {
        match self {
            Self::Headline => Some(Self::Card),
            Self::Card => Some(Self::Full),
            Self::Full => None,
        }
    }

    /// In a word: `headline`, `card`, `full`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Card => "card",
            Self::Full => "full",
        }
    }
}

/// The size and the way to make a page for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSize {
    /// Columns of card and body.
    pub width: usize,
    /// Columns of the evidence, where it stands beside the body.
    pub evidence: Option<usize>,
    /// How much room the card has.
    pub card: CardSize,
    /// Whether addresses stay on one line even if they are wider, as in plain text.
    pub whole_addresses: bool,
    /// How much of the item is shown.
    pub depth: Depth,
    /// How times of day are shown.
    pub times: Times,
}

impl Default for PageSize {
    /// 80 columns, a roomy card, all of the item, times as they were reported.
    fn default() -> Self {
        Self {
            width: 80,
            evidence: None,
            card: CardSize::Roomy,
            whole_addresses: false,
            depth: Depth::Full,
            times: Times::Reported,
        }
    }
}

impl Page {
    /// The page of an item.
    #[must_use]
    pub fn new(library: &Library, id: ItemId, size: PageSize) -> Self {
        let Some(item) = library.get(id) else { return Self::default() };
        let mut composer = Composer::new(library, id, &size);
        let answer = library.answer(id).map(|answer| in_times(library, id, answer, size.times));
        let title = crate::text![item.kind.name(), " ", item.slug.shown()];
        let mut card = match (&item.record, size.depth) {
            (_, Depth::Headline) => {
                let card = card::headline(library, id, answer.as_ref(), size.width, size.card);
                return Self { subject: Some(id), title, answer, card, ..Self::default() };
            }
            (Record::Gap(_) | Record::Judgement(_), Depth::Card | Depth::Full) => {
                other::head(item.kind)
            }
            (
                Record::Brief(_)
                | Record::Event(_)
                | Record::Claim(_)
                | Record::Actor(_)
                | Record::Source(_)
                | Record::Place(_)
                | Record::Question(_),
                Depth::Card | Depth::Full,
            ) => card::card(library, id, answer.as_ref(), size.width, size.card),
        };
        match &item.record {
            Record::Event(event) => {
                let neighbours = library.neighbours(id);
                if size.card == CardSize::Roomy {
                    card.extend(time::card_rows(&mut composer, &neighbours, size.width, size.card));
                }
                event::body(&mut composer, event, size.card, &neighbours);
            }
            Record::Claim(claim) => claim::body(&mut composer, claim),
            Record::Actor(actor) => actor::body(&mut composer, actor),
            Record::Source(source) => source::body(&mut composer, source),
            Record::Brief(brief) => brief::body(&mut composer, brief),
            Record::Place(place) => other::place_body(&mut composer, place),
            Record::Judgement(judgement) => other::judgement_body(&mut composer, judgement),
            Record::Gap(gap) => other::gap_body(&mut composer, gap),
            Record::Question(question) => other::question_body(&mut composer, question),
        }
        let mut body = composer.take_lines();
        composer.go_on(body.len(), size.evidence);
        if composer.is_full() {
            evidence::evidence(&mut composer, id);
        }
        composer.remaining_links();
        let mut evidence = composer.take_lines();
        let links = composer.links();
        if size.evidence.is_none() {
            body.append(&mut evidence);
        }
        Self { subject: Some(id), title, answer, card, body, evidence, links }
    }

    /// The page that is shown before anything is loaded.
    #[must_use]
    pub fn loading() -> Self {
        let body = vec![vec![Piece::new("Loading…", Tone::Dim)]];
        Self { body, ..Self::default() }
    }

    /// The page that is shown when there is nothing to show, in so many columns.
    #[must_use]
    pub fn empty(library: &Library, width: usize) -> Self {
        let mut body = vec![vec![Piece::new("No event is loaded.", Tone::Strong)]];
        for refused in library.refused() {
            let text = crate::text!["refused: ", refused.name, ": ", refused.why];
            body.push(Vec::new());
            body.extend(flow(
                Vec::new(),
                0,
                &[Piece::new(text, Tone::Warning)],
                width.min(compose::MEASURE),
            ));
        }
        let title = DisplayText::literal("nothing");
        Self { title, body, ..Self::default() }
    }
}

/// An answer with its times of day shown in one way.
fn in_times(library: &Library, id: ItemId, mut answer: Answer, times: Times) -> Answer {
    let event = library.event(id).or_else(|| library.event(library.event_of(id)?));
    let Some(event) = event.filter(|_| times != Times::Reported) else { return answer };
    let own = library.claim(id).and_then(|claim| claim.when.as_ref());
    answer.when = own.unwrap_or(&event.when.value).text_with_weekday_in(times);
    if answer.reported.is_some() {
        answer.reported =
            event.reported.as_ref().map(|reported| reported.text_with_weekday_in(times));
    }
    answer
}
