//! What is shown of an item, for the screen, the pipe, the dialogue and the tests alike.
//!
//! Three steps, and imports run one way: [`content`] says what there is to say, the pages here work it
//! out of the library, and [`layout`] makes lines of it.

mod actor;
mod brief;
mod builder;
mod card;
mod carrier;
mod claim;
mod compare;
pub mod content;
pub mod copy;
mod differences;
mod event;
mod event_list;
mod evidence;
mod judgement;
pub mod layout;
mod list_row;
mod marking;
mod other;
mod phrases;
mod provenance;
mod question;
mod roles;
mod said;
mod sentence;
mod source;
mod statements;
#[cfg(test)]
mod tests;
mod time;
mod who;
mod words;

pub use card::CardSize;
pub use compare::compare;
pub use content::Tone;
pub use layout::{Format, Link, Medium, Page, PageLine, Piece};
pub use list_row::{RowAnswer, by_grade, by_weight_of_role, role_in, standing_word};
pub use phrases::sure_runs;
pub use sentence::first_sentence;
pub use words::{date_and_title, date_and_title_in, grade_sign, source_line};

use crate::choice::{Depth, Face, Times};
use crate::library::{Answer, ItemId, Kind, Library, Record, Testimony};
use crate::text::{DisplayText, QUOTED};
use builder::Builder;
use content::{Block, Content, Run, Section};

/// What is wanted of an item, however it will be laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How much of it.
    pub depth: Depth,
    /// How times of day are shown.
    pub times: Times,
    /// Which rows its card has.
    pub card: CardSize,
    /// What stands around it.
    pub around: Around,
    /// The key that lists the questions, where there is one.
    pub ask: Option<char>,
}

/// What a page has around it, and so need not or may say itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Around {
    /// Nothing: it is a page of its own, as text in a pipe.
    #[default]
    Nothing,
    /// A reader that is scrolled: after the item comes what its brief is about.
    Reader,
    /// A reader beside lists of who takes part and of the sources.
    ReaderAndLists,
}

impl Default for Wanted {
    /// All of the item, times as they were reported, a roomy card, nothing around it.
    fn default() -> Self {
        Self {
            depth: Depth::Full,
            times: Times::Reported,
            card: CardSize::Roomy,
            around: Around::Nothing,
            ask: None,
        }
    }
}

/// The size and the way to make a page for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSize {
    /// Columns of card and body.
    pub width: usize,
    /// Whether a bar above it shows the title, as far as it fits there.
    pub bar: bool,
    /// What stands around it.
    pub around: Around,
    /// The key that lists the questions, where there is one.
    pub ask: Option<char>,
    /// How much room the card has.
    pub card: CardSize,
    /// What it is written for.
    pub medium: Medium,
    /// How much of the item is shown.
    pub depth: Depth,
    /// How times of day are shown.
    pub times: Times,
}

impl Default for PageSize {
    /// 80 columns of a screen, a roomy card, all of the item, times as they were reported.
    fn default() -> Self {
        Self {
            width: 80,
            bar: false,
            around: Around::Nothing,
            ask: None,
            card: CardSize::Roomy,
            medium: Medium::Screen,
            depth: Depth::Full,
            times: Times::Reported,
        }
    }
}

impl PageSize {
    /// What of it concerns the content.
    #[must_use]
    pub fn wanted(&self) -> Wanted {
        let Self { depth, times, card, around, ask, .. } = *self;
        Wanted { depth, times, card, around, ask }
    }

    /// What of it concerns the layout.
    #[must_use]
    pub fn format(&self) -> Format {
        let Self { width, bar, card, medium, .. } = *self;
        Format { width, bar, card, medium }
    }
}

impl Content {
    /// The page of an item.
    #[must_use]
    pub fn new(library: &Library, id: ItemId, wanted: Wanted) -> Self {
        let library = &library.within(id);
        let Some(item) = library.get(id) else { return Self::default() };
        let mut builder = Builder::new(library, id, wanted);
        let answer = library.answer(id).map(|answer| in_times(library, id, answer, wanted.times));
        let title = name(library, id);
        match (&item.record, wanted.depth) {
            (_, Depth::Headline) => {
                builder.card(card::headline(library, id, answer.as_ref(), wanted.card));
                return Self { answer, ..builder.finish(title) };
            }
            (Record::Gap(_) | Record::Judgement(_), Depth::Card | Depth::Full) => {
                builder.card(other::head(item.kind));
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
            ) => builder.card(card::card(library, id, answer.as_ref(), (wanted.card, wanted.ask))),
        }
        differences::told(&mut builder);
        body(&mut builder, &item.record);
        if builder.is_full() {
            evidence::evidence(&mut builder, id);
        }
        builder.remaining_links();
        Self { answer, ..builder.finish(title) }
    }

    /// Who says what about an event, or about the event of a claim; none for any other item.
    #[must_use]
    pub fn who(library: &Library, id: ItemId, wanted: Wanted) -> Option<Self> {
        who::content(library, id, wanted)
    }

    /// The same for text in which nothing can be followed: claims are named by their references.
    #[must_use]
    pub fn who_by_reference(library: &Library, testimony: &Testimony) -> Self {
        who::by_reference(library, testimony)
    }

    /// Where an item stands, what the file was when it was read, and each step to its grade in words.
    #[must_use]
    pub fn provenance(library: &Library, id: ItemId, wanted: Wanted) -> Self {
        provenance::content(library, id, wanted)
    }

    /// A face of an item; its page where it has no such face.
    #[must_use]
    pub fn of_face(library: &Library, id: ItemId, face: Face, wanted: Wanted) -> Self {
        let turned = match face {
            Face::Item => None,
            Face::WhoSays => Self::who(library, id, wanted),
            Face::Provenance => Some(Self::provenance(library, id, wanted)),
        };
        turned.unwrap_or_else(|| Self::new(library, id, wanted))
    }

    /// What is shown before anything is loaded.
    #[must_use]
    pub fn loading() -> Self {
        let block = Block::Paragraph(vec![Run::new("Loading…", Tone::Quiet)]);
        let body = vec![Section { blocks: vec![block], ..Section::default() }];
        Self { body, ..Self::default() }
    }

    /// What is shown when there is nothing to show.
    #[must_use]
    pub fn empty(library: &Library) -> Self {
        let section = |text: DisplayText, tone| {
            let block = Block::Paragraph(vec![Run::new(text, tone)]);
            Section { blocks: vec![block], ..Section::default() }
        };
        let mut body = vec![section(DisplayText::literal("No event is loaded."), Tone::Strong)];
        body.extend(
            library.refused().iter().map(|refused| section(refused.words(), Tone::Warning)),
        );
        Self { title: DisplayText::literal("Nothing to read"), body, ..Self::default() }
    }
}

impl Page {
    /// The page of an item in lines.
    #[must_use]
    pub fn new(library: &Library, id: ItemId, size: PageSize) -> Self {
        Self::laid_out(&Content::new(library, id, size.wanted()), &size.format())
    }

    /// Who says what in a narrow column, and how many claims that are; none where nobody claims anything.
    #[must_use]
    pub fn said(library: &Library, id: ItemId, width: usize) -> Option<(Self, usize)> {
        let (content, claims) = said::content(library, id)?;
        let format = PageSize { width, ..PageSize::default() }.format();
        Some((Self::laid_out(&content, &format), claims))
    }
}

/// A face of an item, what it says and in lines; its page where it has no such face.
#[must_use]
pub fn of_face(library: &Library, id: ItemId, face: Face, size: PageSize) -> (Content, Page) {
    let (wanted, format) = (size.wanted(), size.format());
    let said = (face == Face::WhoSays).then(|| Content::who(library, id, wanted)).flatten();
    if let Some(content) = said {
        // The table of who says what may be wider than a text is read.
        let page = Page::tabulated(&content, &format);
        return (content, page);
    }
    let content = Content::of_face(library, id, face, wanted);
    let page = Page::laid_out(&content, &format);
    (content, page)
}

/// The questions with prepared answers that rest on an item: of an event those that rest on it or on its
/// claims, who did it first.
#[must_use]
pub fn questions_of(library: &Library, id: ItemId) -> Vec<ItemId> {
    let event = library.event_of(id).unwrap_or(id);
    if library.event(event).is_some() {
        return card::questions(library, event);
    }
    library.linked(id, Kind::Question).to_vec()
}

/// The first sentence of the bottom line of a brief, plain; nothing where it has none.
#[must_use]
pub fn bottom_line(library: &Library, brief: ItemId) -> DisplayText {
    let library = &library.within(brief);
    let Some(Record::Brief(record)) = library.get(brief).map(|item| &item.record) else {
        return DisplayText::default();
    };
    let first = record.bluf.as_ref().map(first_sentence);
    first.map_or_else(DisplayText::default, |first| library.plain_text(brief, &first))
}

/// The text of an item, below its card.
fn body(builder: &mut Builder<'_>, record: &Record) {
    let title = builder.library.title(builder.item);
    let whole = builder.library.whole_title(builder.item);
    if let Some(whole) = whole.filter(|whole| whole.as_str().len() > QUOTED && **whole != title) {
        builder.field("TITLE", whole);
    }
    match record {
        Record::Event(event) => event::body(builder, event),
        Record::Claim(claim) => claim::body(builder, claim),
        Record::Actor(actor) => actor::body(builder, actor),
        Record::Source(source) => source::body(builder, source),
        Record::Brief(brief) => brief::body(builder, brief),
        Record::Place(place) => other::place_body(builder, place),
        Record::Judgement(judgement) => judgement::body(builder, judgement),
        Record::Gap(gap) => other::gap_body(builder, gap),
        Record::Question(question) => question::body(builder, question),
    }
}

/// The title of an item, for the title of a pane; of what has none but its text, what it is.
fn name(library: &Library, id: ItemId) -> DisplayText {
    let Some(item) = library.get(id) else { return DisplayText::default() };
    match &item.record {
        Record::Gap(_) | Record::Judgement(_) | Record::Claim(_) => item.kind.heading().into(),
        Record::Brief(_)
        | Record::Event(_)
        | Record::Actor(_)
        | Record::Source(_)
        | Record::Place(_)
        | Record::Question(_) => item.title.clone(),
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
