//! Operators: what a record must be, beside what must stand in it.

use crate::library::{
    ActorKind, Assessment, Corroboration, Credibility, Day, EventStatus, EventType, Grade, Inquiry,
    Item, ItemId, Kind, Library, Record, When,
};
use crate::search::fold;
use crate::search::query::dates::{self, DateQuery};

/// The operators of a query with what they mean, for help and documentation.
pub const OPERATORS: &[(&str, &str)] = &[
    ("actor:rama", "actors only; so event: claim: source: place: judgement: gap: qa:"),
    (
        "in:iran-unrest",
        "only inside briefs with this in id or title, and whom they name; also brief:",
    ),
    ("tag:border", "events with a tag that begins so"),
    ("type:cyber", "events or actors of this type, as cyber, diplomatic, person, malware"),
    ("after:2022-09", "on these days or later"),
    ("before:2022-09-10", "earlier than these days"),
    ("grade:B2", "graded so; the letter alone takes every number"),
    ("is:disputed", "a question about it is contested or open"),
    ("is:contradicted", "somebody contradicts it, whatever that weighs"),
    ("is:single", "rests on a single origin; so is:uncited, is:planned"),
    ("\"second attack\"", "these words in this order"),
    ("'word", "the word itself, no other spelling, no longer word"),
    ("lapid OR netanyahu", "one of the two, beside all other words; OR in capitals"),
    ("!word", "without this word; so -word, NOT word, and before operators, as !tag:border"),
];

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Filter {
    /// What is asked.
    pub(in crate::search) test: Test,
    /// Whether it must not be so.
    pub(in crate::search) negated: bool,
    /// The operator with its value, as it was typed; nothing where it is a date without one.
    pub(in crate::search) typed: String,
}

/// What is asked of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) enum Test {
    /// It belongs to a brief with these words in its id or title.
    Brief(String),
    /// An event with a tag that begins so.
    Tag(String),
    /// An event or an actor of a type that begins so.
    Type(String),
    /// On that day or later.
    After(Day),
    /// Earlier than that day.
    Before(Day),
    /// Letter and number of a grade.
    Grade(char, Option<char>),
    /// Somebody speaks against it.
    Disputed,
    Contradicted,
    /// One origin.
    Single,
    /// No source.
    Uncited,
    /// Not yet, or not surely.
    Planned,
}

/// What an operator came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) enum Read {
    /// A condition.
    Filter(Filter),
    /// Its value is still being typed; what it takes.
    Open(&'static str),
    /// It cannot have this value; what it takes.
    Unknown(&'static str),
}

/// The value of an operator, which may stand in quotation marks, and what follows it.
pub(in crate::search) fn value(text: &str) -> (&str, &str) {
    match text.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
        None => text.split_once(char::is_whitespace).unwrap_or((text, "")),
    }
}

/// The condition of an operator with its value; `None` when there is no such operator. At the end of
/// the query the value may still be being typed.
pub(in crate::search) fn read(
    operator: &str,
    value: &str,
    negated: bool,
    at_end: bool,
) -> Option<Read> {
    let folded = fold::sentence(value);
    let test = match operator {
        "brief" | "in" => Some(Test::Brief(folded.clone())),
        "tag" => Some(Test::Tag(folded.clone())),
        "type" => {
            let types = EventType::ALL.iter().map(|word| word.word());
            let mut words = types.chain(ActorKind::ALL.iter().map(|word| word.word()));
            let known = words.any(|word| word.starts_with(&*value.to_lowercase()));
            known.then(|| Test::Type(value.to_lowercase()))
        }
        "after" => first_day(value).map(Test::After),
        "before" => first_day(value).map(Test::Before),
        "grade" => grade(value),
        "is" => match folded.as_str() {
            "disputed" | "contested" => Some(Test::Disputed),
            "contradicted" => Some(Test::Contradicted),
            "single" => Some(Test::Single),
            "uncited" => Some(Test::Uncited),
            "planned" => Some(Test::Planned),
            _ => None,
        },
        _ => return None,
    };
    let usage = match operator {
        "type" => "`type:` takes a type of event or actor, as cyber, diplomatic, person, malware",
        "after" | "before" => "`after:` and `before:` take a day, month or year, as 2022-09-10",
        "grade" => "`grade:` takes a letter from A to F and a number from 1 to 6, as B2",
        "tag" => "`tag:` takes the beginning of a tag, as border",
        "brief" | "in" => "`in:` takes words of the id or title of a brief, as iran-unrest",
        _ => "`is:` takes disputed, contradicted, single, uncited or planned",
    };
    Some(match test {
        _ if value.is_empty() => Read::Open(usage),
        // Of signs alone, nothing begins so.
        _ if folded.is_empty() => Read::Unknown(usage),
        Some(test) => {
            let typed = format!("{operator}:{value}");
            Read::Filter(Filter { test, negated, typed })
        }
        None if at_end && is_beginning(operator, value) => Read::Open(usage),
        None => Read::Unknown(usage),
    })
}

/// Whether a value may yet become one that the operator takes.
fn is_beginning(operator: &str, value: &str) -> bool {
    match operator {
        "is" => ["disputed", "contested", "contradicted", "single", "uncited", "planned"]
            .iter()
            .any(|word| word.starts_with(&fold::sentence(value))),
        "after" | "before" => dates::may_become_day(value),
        _ => false,
    }
}

impl Filter {
    /// What asks for more of the same kind, and why it may fit where this does not.
    pub(in crate::search) fn wider(&self) -> Option<(Self, &'static str)> {
        let (test, value, why) = match self.test {
            Test::Disputed => {
                (Test::Contradicted, "contradicted", "as no contradiction is a reason to doubt")
            }
            Test::Contradicted
            | Test::Single
            | Test::Uncited
            | Test::Planned
            | Test::Brief(_)
            | Test::Tag(_)
            | Test::Type(_)
            | Test::After(_)
            | Test::Before(_)
            | Test::Grade(..) => return None,
        };
        let typed = format!("is:{value}");
        (!self.negated).then_some((Self { test, negated: false, typed }, why))
    }
}

/// The condition that a date is which is open on one side: `after 20 october 2022`.
pub(in crate::search) fn of_open(date: &DateQuery) -> Option<Filter> {
    let (first, end) = date.open_ends()?;
    let test = first.map(Test::After).or(end.map(Test::Before))?;
    Some(Filter { test, negated: false, typed: String::new() })
}

/// The first day of a date with a year; a mark at its end is followed by more.
fn first_day(value: &str) -> Option<Day> {
    let is_ended = !value.ends_with(['-', '/']);
    DateQuery::parse(value).filter(|_| is_ended)?.first_day()
}

fn grade(value: &str) -> Option<Test> {
    let mut characters = value.chars();
    let letter = characters.next()?.to_ascii_uppercase();
    let number = characters.next();
    let fits = ('A'..='F').contains(&letter)
        && number.is_none_or(|number| ('1'..='6').contains(&number))
        && characters.next().is_none();
    fits.then_some(Test::Grade(letter, number))
}

/// Whether an item passes.
pub(in crate::search) fn passes(
    library: &Library,
    id: ItemId,
    item: &Item,
    filter: &Filter,
) -> bool {
    let is = match &filter.test {
        Test::Brief(words) => in_brief(library, id, item, words),
        Test::Tag(tag) => has_tag(item, tag),
        Test::Type(beginning) => is_type(item, beginning),
        Test::After(day) => {
            when(library, id, item).any(|when| when.latest().is_none_or(|latest| latest >= *day))
        }
        Test::Before(day) => when(library, id, item)
            .any(|when| when.earliest().is_none_or(|earliest| earliest < *day)),
        Test::Grade(letter, number) => grades(library, id, item, *letter, *number),
        Test::Disputed => {
            library.assessment(id).is_some_and(|assessment| assessment.disputed)
                || library.inquiries(id).iter().any(Inquiry::is_disputed)
        }
        Test::Contradicted => {
            let has_two_sides = |one: &Inquiry| one.is_disputed() || !one.objections.is_empty();
            library.inquiries(id).iter().any(has_two_sides) || !library.other_side(id).is_empty()
        }
        Test::Single => library.assessment(id).is_some_and(Assessment::rests_on_one),
        Test::Uncited => corroboration(library, id) == Some(Corroboration::Uncited),
        Test::Planned => matches!(
            &item.record,
            Record::Event(event)
                if matches!(event.status, EventStatus::Planned | EventStatus::Unconfirmed)
        ),
    };
    is != filter.negated
}

fn corroboration(library: &Library, id: ItemId) -> Option<Corroboration> {
    library.assessment(id).map(|assessment| assessment.corroboration)
}

fn in_brief(library: &Library, id: ItemId, item: &Item, words: &str) -> bool {
    let is_meant = |brief: ItemId| {
        library.get(brief).is_some_and(|item| {
            let named = |text: &str| {
                let text = fold::sentence(text);
                words.split(' ').all(|word| text.contains(word))
            };
            named(item.slug.as_str()) || named(item.title.as_str())
        })
    };
    match (item.kind, item.brief) {
        (Kind::Brief, _) => is_meant(id),
        (_, Some(brief)) => is_meant(brief),
        // What stands in the registry belongs to the briefs of the events it belongs to.
        (_, None) => {
            let events = library.linked(id, Kind::Event).iter();
            let briefs = events.filter_map(|event| library.get(*event)?.brief);
            let mut last = None;
            briefs.into_iter().any(|brief| last.replace(brief) != Some(brief) && is_meant(brief))
        }
    }
}

fn has_tag(item: &Item, tag: &str) -> bool {
    let Record::Event(event) = &item.record else { return false };
    event.tags.iter().any(|own| fold::sentence(own.value.as_str()).starts_with(tag))
}

fn is_type(item: &Item, beginning: &str) -> bool {
    match &item.record {
        Record::Event(event) => event.kind.word().starts_with(beginning),
        Record::Actor(actor) => {
            let kind = actor.kind.as_ref();
            kind.is_some_and(|kind| kind.value.word().starts_with(beginning))
        }
        Record::Brief(_)
        | Record::Claim(_)
        | Record::Source(_)
        | Record::Place(_)
        | Record::Judgement(_)
        | Record::Gap(_)
        | Record::Question(_) => false,
    }
}

/// The days of an item; those of each of its events for a claim without any.
fn when<'l>(
    library: &'l Library,
    id: ItemId,
    item: &'l Item,
) -> impl Iterator<Item = &'l When> + use<'l> {
    let own = item.record.when().or_else(|| library.claim(id)?.when.as_ref());
    let events = library.events_of(id).filter_map(|event| library.get(event)?.record.when());
    let has_own = own.is_some();
    own.into_iter().chain(events.filter(move |_| !has_own))
}

fn grades(library: &Library, id: ItemId, item: &Item, letter: char, number: Option<char>) -> bool {
    let is = |grade: Grade| {
        let credibility = grade.credibility.map(Credibility::number);
        grade.reliability.word().starts_with(letter)
            && number.is_none_or(|number| credibility.map(u32::from) == number.to_digit(10))
    };
    match &item.record {
        Record::Source(_) => library
            .letter(id)
            .is_some_and(|reliability| is(Grade { reliability, credibility: None })),
        Record::Event(_)
        | Record::Claim(_)
        | Record::Brief(_)
        | Record::Actor(_)
        | Record::Place(_)
        | Record::Judgement(_)
        | Record::Gap(_)
        | Record::Question(_) => {
            library.assessment(id).and_then(|known| known.grade).is_some_and(is)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_yet_become_a_value_is_open_and_only_at_the_end() {
        let open = |operator, value, at_end| {
            matches!(read(operator, value, false, at_end), Some(Read::Open(_)))
        };
        let is_wrong = |operator, value, at_end| {
            matches!(read(operator, value, false, at_end), Some(Read::Unknown(_)))
        };
        for (operator, value) in [
            ("is", "dis"),
            ("after", "2"),
            ("after", "202"),
            ("before", "2022-"),
            ("after", "2022-0"),
            ("after", "2022-10-0"),
            ("after", "30"),
            ("after", "30/0"),
            ("after", "7/9"),
            ("after", "7/9/2"),
            ("after", "29.2.1"),
            ("after", "202210"),
            ("after", "2022102"),
        ] {
            assert!(open(operator, value, true), "{operator}:{value}");
            assert!(is_wrong(operator, value, false), "{operator}:{value} x");
        }
        for (operator, value) in [
            ("is", "dus"),
            ("is", "👍"),
            ("tag", "!"),
            ("grade", "Z"),
            ("after", "2022-13"),
            ("after", "2022-13-"),
            ("after", "2022-02-30"),
            ("after", "2022 1"),
            ("after", "0"),
            ("after", "99"),
            ("after", "999"),
            ("after", "32/1"),
            ("after", "30/2"),
            ("after", "30.2.2"),
            ("after", "202213"),
            ("after", "2022023"),
            ("after", "sep"),
            ("after", "september"),
        ] {
            assert!(is_wrong(operator, value, true), "{operator}:{value}");
        }
        for (operator, value) in [("after", "2022-1"), ("before", "2022-10-3"), ("is", "single")] {
            assert!(
                matches!(read(operator, value, false, false), Some(Read::Filter(_))),
                "{value}"
            );
        }
        assert!(open("is", "", false));
    }
}
