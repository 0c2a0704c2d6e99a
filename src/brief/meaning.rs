//! Values of another type than their key takes, as the same value in the right one.

use super::context::{quoted, quoted_string};
use super::country;
use super::degrees::{self, Axis};
use super::shape::{Key, Shape, Syntax};
use super::toml_text::quoted_words;
use super::value::{differs_by_letters, is_grade, several, suggested_id};
use super::{Credibility, Slug, When};
use crate::text;
use crate::text::DisplayText;
use std::borrow::Cow;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The grades of credibility, for numbers that outlive the text they were parsed from.
const GRADES: [&str; 6] = ["1", "2", "3", "4", "5", "6"];

/// A value of another type as TOML for the right one, where that is the same value.
pub(super) fn of(raw: &str, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<String> {
    let written = || raw.get(value.span()).filter(|text| !text.contains('\n'));
    match (key.shape.syntax(), value.get_ref()) {
        (Syntax::Integer, DeValue::String(text)) => {
            let number: i64 = text.trim().parse().ok()?;
            let fits = key.shape != Shape::Credibility || (1..=6).contains(&number);
            fits.then(|| number.to_string())
        }
        (Syntax::Number, DeValue::String(text)) => degrees::read(text)
            .filter(|found| found.axis.is_none_or(|axis| Axis::of_key(key.name) == Some(axis)))
            .map(|found| found.decimals),
        (Syntax::Flag, DeValue::String(text)) => match text.trim().to_lowercase().as_str() {
            "true" | "yes" => Some("true".to_owned()),
            "false" | "no" => Some("false".to_owned()),
            _ => None,
        },
        (Syntax::Text, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_))
            if matches!(key.shape, Shape::Text | Shape::Prose | Shape::OwnId | Shape::Id(_)) =>
        {
            Some(format!("\"{}\"", written()?))
        }
        (Syntax::TextOrList, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_)) => {
            Some(format!("\"{}\"", written()?))
        }
        (Syntax::Text, DeValue::Integer(_)) if key.shape == Shape::Country => {
            match country::meant(written()?)? {
                country::Meant::Code(code) => Some(format!("\"{code}\"")),
                country::Meant::Near(_) | country::Meant::Former(..) => None,
            }
        }
        // A comma may be a part of a name.
        (Syntax::List, DeValue::String(text))
            if key.shape == Shape::Texts && text.contains([',', ';', '\n']) =>
        {
            None
        }
        (Syntax::List, DeValue::String(text)) if matches!(key.shape, Shape::Ids(_)) => ids(text),
        (Syntax::List, DeValue::String(_)) => Some(format!("[{}]", written()?)),
        (Syntax::Text, DeValue::Array(list)) => match &**list {
            [only] if only.get_ref().is_str() => {
                let written = raw.get(only.span());
                written.filter(|text| !text.contains('\n')).map(str::to_owned)
            }
            _ => None,
        },
        (Syntax::Date, DeValue::Integer(_)) => {
            let year = written().filter(|year| year.len() == 4)?;
            Some(format!("\"{year}\""))
        }
        (Syntax::Date, DeValue::Table(table)) => stretch(table),
        _ => None,
    }
}

/// What to do where it is not plain what was meant, but more is known than the type.
pub(super) fn advice(raw: &str, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<DisplayText> {
    match (key.shape, value.get_ref()) {
        (Shape::Texts, DeValue::String(text)) => {
            let parts = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
            let parts = quoted_words(parts);
            let or_one = text!["]`, or `[", quoted_string(text), "]` if it is one"];
            Some(text!["write `", key.name, " = [", quoted(&parts), or_one])
        }
        (Shape::Text | Shape::Prose, DeValue::Array(list)) => {
            let one = quoted_string(&texts(list)?.join(", "));
            Some(text!["write one text, as `", key.name, " = ", one, "`"])
        }
        (Shape::Address | Shape::Language | Shape::Country, DeValue::Array(list)) => {
            let first = quoted_string(list.first()?.get_ref().as_str()?);
            let rest = "; there is room for one, and the others go into a text";
            Some(text!["write one, as `", key.name, " = ", first, "`", rest])
        }
        (Shape::Date, date) => days(key.name, date, raw.get(value.span())?),
        (Shape::Credibility, DeValue::String(text)) => grade(key.name, text.trim()),
        _ => None,
    }
}

/// The texts of a list that holds nothing else.
fn texts<'v>(list: &'v DeArray<'_>) -> Option<Vec<&'v str>> {
    list.iter().map(|one| one.get_ref().as_str()).collect()
}

/// What to write for days that are no text.
fn days(name: &'static str, value: &DeValue<'_>, written: &str) -> Option<DisplayText> {
    match value {
        DeValue::Array(list) => {
            let days = texts(list)?;
            let [from, to] = days.as_slice() else { return None };
            stretch_or_between(name, from, to)
        }
        DeValue::Table(table) => {
            // Neither day is meant by these.
            if table.iter().any(|(name, _)| matches!(&**name.get_ref(), "after" | "before")) {
                return None;
            }
            let mut days = table.iter().map(|(name, value)| (name.span().start, value));
            let (one, other) = (days.next()?, days.next()?);
            let (from, to) = if one.0 < other.0 { (one.1, other.1) } else { (other.1, one.1) };
            stretch_or_between(name, from.get_ref().as_str()?, to.get_ref().as_str()?)
        }
        DeValue::Integer(_) => {
            let help = When::parse(written).err().filter(|_| written.len() > 4)?.help?;
            Some(text![help, ", in quotes"])
        }
        DeValue::String(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => None,
    }
}

/// What to write for a grade of credibility in words, or behind one of reliability.
fn grade(name: &'static str, text: &str) -> Option<DisplayText> {
    let level = text.to_lowercase();
    let mut grades = (1..=6).filter_map(Credibility::new);
    if let Some(grade) = grades.find(|grade| grade.meaning() == level) {
        let number = usize::from(grade.number());
        return Some(text!["write `", name, " = ", number, "`, which is ", grade.meaning()]);
    }
    if !is_grade(&text.to_uppercase()) {
        return None;
    }
    let (_, number) = text.split_at_checked(1)?;
    let rest = "`; the letter is the `reliability` of a publisher or source";
    Some(text!["write `", name, " = ", quoted(number), rest])
}

/// Two days, for what lasted and for what was once between them.
fn stretch_or_between(name: &'static str, from: &str, to: &str) -> Option<DisplayText> {
    let is_day = |text: &str| When::parse(text).is_ok_and(|_| text.len() == 10);
    (is_day(from) && is_day(to) && from < to).then(|| {
        text![
            "write `",
            name,
            " = \"",
            quoted(from),
            "/",
            quoted(to),
            "\"` where it lasted, `\"[",
            quoted(from),
            "..",
            quoted(to),
            "]\"` for once, between"
        ]
    })
}

/// Whether a value has the type that a key takes.
pub(super) fn is_of_type(syntax: Syntax, value: &DeValue<'_>) -> bool {
    match syntax {
        Syntax::Text => value.is_str(),
        Syntax::Date => value.is_str() || value.is_datetime(),
        Syntax::Integer => value.is_integer(),
        Syntax::Number => value.is_integer() || value.is_float(),
        Syntax::Flag => value.is_bool(),
        Syntax::List | Syntax::Tables => value.is_array(),
        Syntax::TextOrList => value.is_str() || value.is_array(),
        Syntax::TableOfTexts | Syntax::TableOfLists => value.is_table(),
    }
}

/// The ids in one text, as a list of TOML; none where it is no plain id or several of them.
pub(super) fn ids(text: &str) -> Option<String> {
    let one = || suggested_id(text).filter(|_| differs_by_letters(text)).map(|id| vec![id]);
    let ids = several(text).or_else(one)?;
    Some(format!("[{}]", quoted_words(ids.iter().map(Slug::as_str))))
}

/// A stretch from one day to another, written as a table of the two.
fn stretch(table: &DeTable<'_>) -> Option<String> {
    let day = |names: [&str; 2]| names.iter().find_map(|name| table.get(*name)?.get_ref().as_str());
    let is_date = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let in_order = |from: &str, to: &str| {
        table.len() == 2 && is_date(from) && is_date(to) && from.len() == to.len() && from <= to
    };
    if let (Some(from), Some(to)) = (day(["earliest", "not-before"]), day(["latest", "not-after"]))
    {
        return in_order(from, to).then(|| format!("\"[{from}..{to}]\""));
    }
    let (from, to) = (day(["from", "start"])?, day(["to", "end"])?);
    in_order(from, to).then(|| format!("\"{from}/{to}\""))
}

/// The value that a text of TOML holds, at a place; none for numbers other than grades.
pub(super) fn read(meant: &str, range: &Range<usize>) -> Option<Spanned<DeValue<'static>>> {
    let value = DeValue::parse(meant).ok()?.into_inner();
    Some(Spanned::new(range.clone(), owned(value, range)?))
}

fn owned(value: DeValue<'_>, range: &Range<usize>) -> Option<DeValue<'static>> {
    match value {
        DeValue::String(text) => Some(DeValue::String(Cow::Owned(text.into_owned()))),
        DeValue::Boolean(flag) => Some(DeValue::Boolean(flag)),
        DeValue::Integer(number) => {
            let grade = GRADES.into_iter().find(|grade| *grade == number.as_str())?;
            DeValue::parse(grade).ok().map(Spanned::into_inner)
        }
        DeValue::Array(list) => {
            let element = |element: Spanned<DeValue<'_>>| {
                Some(Spanned::new(range.clone(), owned(element.into_inner(), range)?))
            };
            list.into_iter().map(element).collect::<Option<_>>().map(DeValue::Array)
        }
        DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Table(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::reading::Record;
    use crate::brief::shape::Table;
    use crate::brief::{Claim, Event, PlaceRecord, Source};

    fn meant(table: &Table, statement: &str) -> Option<String> {
        let parsed = DeTable::parse(statement).unwrap().into_inner();
        let (name, value) = parsed.into_iter().next().unwrap();
        of(statement, table.key(name.get_ref()).unwrap(), &value)
    }

    #[test]
    fn the_same_value_in_the_right_type_is_meant() {
        for (table, written, right) in [
            (Claim::TABLE, "credibility = \"2\"", "2"),
            (Claim::TABLE, "cite = \"s1\"", "[\"s1\"]"),
            (Claim::TABLE, "value = 17", "\"17\""),
            (Event::TABLE, "when = 2022", "\"2022\""),
            (
                Event::TABLE,
                "when = { from = \"2022-03-02\", to = \"2022-03-04\" }",
                "\"2022-03-02/2022-03-04\"",
            ),
            (Event::TABLE, "title = [\"One\"]", "\"One\""),
            (Source::TABLE, "withdrawn = \"yes\"", "true"),
            (PlaceRecord::TABLE, "lat = \"48.9226 S\"", "-48.9226"),
        ] {
            assert_eq!(meant(table, written).as_deref(), Some(right), "{written}");
        }
        for (table, written) in [
            (Claim::TABLE, "credibility = \"7\""),
            (Claim::TABLE, "credibility = 2.5"),
            (Event::TABLE, "when = 15"),
            (Event::TABLE, "when = { from = \"2022\" }"),
            (Event::TABLE, "title = [\"One\", \"Two\"]"),
            (PlaceRecord::TABLE, "lat = \"north\""),
        ] {
            assert_eq!(meant(table, written), None, "{written}");
        }
    }

    #[test]
    fn what_is_meant_is_read_at_its_place() {
        let list = read("[\"a\", \"b\"]", &(7..9)).unwrap();
        let places = |list: &DeValue<'_>| -> Vec<Range<usize>> {
            list.as_array().unwrap().iter().map(Spanned::span).collect()
        };
        assert_eq!((list.span(), places(list.get_ref())), (7..9, vec![7..9, 7..9]));
        assert!(read("3", &(0..1)).unwrap().get_ref().is_integer());
        assert!(read("41.3", &(0..1)).is_none(), "a number is not read in another's place");
    }
}
