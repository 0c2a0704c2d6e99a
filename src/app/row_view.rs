//! The rows of a list as they are to be shown: every word and sign of them, so that drawing only has to
//! place them.

use super::{App, Row};
use crate::choice::{Order, Pane};
use crate::library::{
    Answer, Credibility, Day, EventStatus, ItemId, Library, Record, RowDate, Stance, Voice, Weight,
    When,
};
use crate::page::{RowAnswer, Tone, grade_sign, role_in, standing_word};
use crate::text::DisplayText;

/// A row of a list as it is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowView {
    /// What the rows below it have in common.
    Heading(DisplayText),
    /// A file that did not open, and why.
    Refused(DisplayText),
    /// An item.
    Item(ItemRow),
}

/// The row of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow {
    /// Which item.
    pub item: ItemId,
    /// The sign before the row: the subject, where the chosen link leads, what belongs to the subject.
    pub mark: &'static str,
    /// Whether it is the subject.
    pub selected: bool,
    /// Whether it belongs to the subject.
    pub linked: bool,
    /// Whether it has a bookmark.
    pub bookmarked: bool,
    /// Its date, or the grade of a source.
    pub lead: DisplayText,
    /// The same where there is little room.
    pub short_lead: DisplayText,
    /// What is the matter with it.
    pub sign: (&'static str, Tone),
    /// Its title or name, the fullest words first.
    pub titles: Vec<DisplayText>,
    /// The answer of an event.
    pub answer: RowAnswer,
    /// What stands at the right end: the brief of an event, the part of an actor, the day of a source,
    /// or what the list is sorted by.
    pub end: DisplayText,
}

impl ItemRow {
    /// The same row, selected or pointed at by the chosen link or linked where not all rows are.
    fn marked(self, app: &App, all_linked: bool) -> Self {
        let mark = match (self.selected, self.linked && !all_linked) {
            (true, _) => ">",
            _ if app.pointed_at() == Some(self.item) => "»",
            (false, true) => "*",
            (false, false) => " ",
        };
        Self { mark, ..self }
    }
}

impl App {
    /// The rows of a list that are in sight.
    #[must_use]
    pub fn rows_in_sight(&self, pane: Pane) -> Vec<RowView> {
        let Some(shown) = self.list_rows(pane) else { return Vec::new() };
        let height = self.layout.area(pane).map_or(0, |area| usize::from(area.body.height));
        let mut year = None;
        let told = self.told_of(pane);
        let rows = shown.rows.iter().skip(shown.scroll).take(height);
        rows.filter_map(|row| match row {
            Row::Heading(text) => Some(RowView::Heading(text.clone())),
            Row::Refused(number) => self.refused_words(*number).map(RowView::Refused),
            Row::Item(item) => {
                let own = self.year_in_row(*item);
                let with_year = shown.undated || own != year;
                year = own;
                Some(RowView::Item(self.row_of(pane, *item, with_year, told.as_ref())))
            }
        })
        .collect()
    }

    fn year_in_row(&self, item: ItemId) -> Option<i32> {
        let when = &self.library.event(item)?.when.value;
        when.listed_day_in(self.preferences.times).map(Day::year)
    }

    /// Whether the timeline tells times of day, which some of its rows stand by.
    #[must_use]
    pub fn tells_times(&self) -> bool {
        self.usual_clock().is_some()
    }

    /// The clock of most of them.
    fn usual_clock(&self) -> Option<i32> {
        self.lists.all(Pane::Timeline)?.clock
    }

    fn refused_words(&self, number: usize) -> Option<DisplayText> {
        let refused = self.library.refused().get(number)?;
        // In a list the folder would leave no room for the reason.
        Some(crate::text![refused.file(), ": ", refused.reason()])
    }

    /// The row of an item in a list; its date with the year, or without where it is understood.
    #[must_use]
    pub fn item_row(&self, pane: Pane, item: ItemId, with_year: bool) -> ItemRow {
        self.row_of(pane, item, with_year, None)
    }

    /// What the sources of a list speak of, and the answer that they give to it: that of the head of the
    /// list, also while one goes through its sources.
    fn told_of(&self, pane: Pane) -> Option<(ItemId, Answer)> {
        let list = self.list(pane).filter(|_| pane == Pane::Sources)?;
        let head = list.heads.filter(|_| !list.whole).or(self.here.subject)?;
        let shown = self.answer().filter(|_| Some(head) == self.here.subject).cloned();
        Some((head, shown.or_else(|| self.library.answer(head))?))
    }

    fn row_of(
        &self,
        pane: Pane,
        item: ItemId,
        with_year: bool,
        told: Option<&(ItemId, Answer)>,
    ) -> ItemRow {
        // As the brief describes it whose list this is.
        let head = self.list(pane).and_then(|list| list.heads).or(self.here.subject);
        let library = &self.library.within(head.unwrap_or(item));
        let row = ItemRow {
            item,
            mark: " ",
            selected: self.here.subject == Some(item),
            linked: self.is_linked(item),
            bookmarked: self.is_bookmarked(item),
            lead: DisplayText::default(),
            short_lead: DisplayText::default(),
            sign: (" ", Tone::Text),
            titles: vec![library.full_title(item)],
            answer: RowAnswer::default(),
            end: DisplayText::default(),
        };
        let row = match library.get(item).map(|found| &found.record) {
            Some(Record::Event(event)) => ItemRow {
                sign: self.event_sign(item, event.status),
                answer: RowAnswer::new(&self.library, item),
                // Of one brief alone no row names it.
                end: self.tag_of(item).unwrap_or_default(),
                ..self.dated_row(row, &event.when.value, with_year)
            },
            Some(Record::Source(_)) => source_row(library, row, told),
            Some(Record::Actor(actor)) => {
                let part = head.map(|head| role_in(library, head, item));
                let part = part.filter(|part| !part.is_empty());
                let short = library.short_name(item);
                ItemRow {
                    titles: vec![library.full_title(item), short],
                    // Not every actor has a role.
                    end: part.or_else(|| actor.role.clone()).unwrap_or_default(),
                    ..row
                }
            }
            Some(
                Record::Brief(_)
                | Record::Claim(_)
                | Record::Place(_)
                | Record::Judgement(_)
                | Record::Gap(_)
                | Record::Question(_),
            )
            | None => row,
        };
        let measure = self.measure(pane, item);
        let all_linked = self.list_rows(pane).is_some_and(|shown| shown.linked_only);
        ItemRow { end: measure.unwrap_or(row.end), ..row }.marked(self, all_linked)
    }

    /// A row with the date of its event, and with the time of day where it says which of a day came first.
    fn dated_row(&self, row: ItemRow, when: &When, year: bool) -> ItemRow {
        let times = self.preferences.times;
        let usual = self.usual_clock();
        let told = self.library.clock_told(row.item).filter(|_| usual.is_some());
        let how = RowDate { year, time: told.is_some(), clock: told != usual, times };
        let short_lead = match (usual, told, year) {
            (Some(_), Some(_), _) => when.time_in_narrow_row(how),
            (Some(_), None, _) => when.in_row(how),
            (None, _, true) => when.month_in_row(),
            (None, _, false) => when.short(),
        };
        ItemRow { lead: when.in_row(how), short_lead, ..row }
    }

    /// Whether an event is doubted, planned or called off; where the subject is a source, how that source
    /// stands to it.
    fn event_sign(&self, event: ItemId, status: EventStatus) -> (&'static str, Tone) {
        let disputed = self.library.assessment(event).is_some_and(|found| found.disputed);
        // What a source says otherwise is no sign of the event, unless the event is disputed.
        match (status, self.stance_of_subject(event)) {
            (EventStatus::Planned | EventStatus::Unconfirmed, _) => ("?", Tone::Against),
            (EventStatus::Cancelled, _) => ("x", Tone::Against),
            (EventStatus::Occurred, Some(Stance::Supports)) => ("+", Tone::Text),
            (EventStatus::Occurred, Some(Stance::Differs(_)) | None) if disputed => {
                ("≠", Tone::Against)
            }
            (EventStatus::Occurred, Some(Stance::Differs(_)) | None) => (" ", Tone::Text),
        }
    }

    /// Whether the subject, where it is a source, supports an event or differs.
    fn stance_of_subject(&self, event: ItemId) -> Option<Stance> {
        let source = self.here.subject.filter(|subject| self.library.source(*subject).is_some())?;
        let voices = self.library.answer(event).filter(|_| self.is_linked(event))?.voices;
        voices.into_iter().find(|voice| voice.source == source).map(|voice| voice.stance)
    }

    /// What a list is sorted by, where its rows do not show it anyway.
    fn measure(&self, pane: Pane, item: ItemId) -> Option<DisplayText> {
        match self.list(pane)?.order {
            Order::Links => {
                let links = self.links_of(item);
                Some(crate::text![links, if links == 1 { " link" } else { " links" }])
            }
            Order::Grade if pane != Pane::Sources => {
                let grade = self.library.assessment(item).and_then(|found| found.grade);
                Some(grade.map_or_else(DisplayText::default, grade_sign))
            }
            Order::Usual | Order::Time | Order::Name | Order::Grade => None,
        }
    }
}

/// The row of a source: its grade in the answer that its list is about, its house, and when it was
/// published.
fn source_row(library: &Library, row: ItemRow, told: Option<&(ItemId, Answer)>) -> ItemRow {
    let item = row.item;
    let voice = told.and_then(|(of, answer)| {
        let voice = answer.voices.iter().find(|voice| voice.source == item)?;
        Some((*of, voice))
    });
    let titles = source_titles(library, item, voice);
    let voice = voice.map(|(_, voice)| voice);
    let letter = library.reliability(item).word();
    let number = voice.and_then(|voice| voice.grade.credibility).map(Credibility::number);
    let grade = match number {
        Some(number) => crate::text![letter, number],
        None => crate::text![letter, " "],
    };
    // Denials and what stands in print besides are no reason to doubt.
    let contested = voice.is_some_and(|voice| voice.weight == Some(Weight::Contested));
    let sign = if contested { ("≠", Tone::Against) } else { (" ", Tone::Text) };
    let published =
        library.source(item).and_then(|source| source.published.as_ref()).map(|when| &when.value);
    ItemRow {
        short_lead: grade.clone(),
        lead: grade,
        sign,
        titles,
        // Not every source says when it was published.
        end: published.map(When::text).unwrap_or_default(),
        ..row
    }
}

/// What a source is called in its row, the fullest words first.
fn source_titles(
    library: &Library,
    source: ItemId,
    voice: Option<(ItemId, &Voice)>,
) -> Vec<DisplayText> {
    let (name, short) = (library.speaker(source), library.short_name(source));
    let title = library.full_title(source);
    let standing = voice.and_then(|(of, voice)| standing_word(library, of, voice));
    let standing = standing.map_or_else(DisplayText::default, |word| crate::text![" (", word, ")"]);
    let mut titles = Vec::new();
    if title != name {
        titles.push(crate::text![name, standing, ": ", title]);
    }
    titles.extend([crate::text![name, standing], crate::text![short, standing], short]);
    titles
}
