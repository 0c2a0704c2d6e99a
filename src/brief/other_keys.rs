//! What people write for the keys of a table.

use super::others;
use super::schema;
use super::shape::{Key, Shape, Table};
use crate::text;
use crate::text::{DisplayText, nearest};

/// Other names, each with the keys that it is written for: the first one that the table has and the record
/// lacks is meant.
const OTHERS: &[(&str, &[&str])] = &[
    ("a", &["answer"]),
    ("actors", &["roles"]),
    ("body", &["text", "summary"]),
    ("category", &["type", "kind"]),
    ("certainty", &["confidence"]),
    ("class", &["type", "kind"]),
    ("classification", &["tlp"]),
    ("country-code", &["country"]),
    ("date", &["when", "published", "as-of"]),
    ("description", &["summary", "text", "note"]),
    ("headline", &["title"]),
    ("heading", &["title"]),
    ("kind", &["type"]),
    ("language", &["lang"]),
    ("link", &["url"]),
    ("lng", &["lon"]),
    ("location", &["places"]),
    ("locations", &["places"]),
    ("long", &["lon"]),
    ("marking", &["tlp"]),
    ("name", &["title"]),
    ("names", &["aliases"]),
    ("participants", &["roles"]),
    ("probability", &["likelihood"]),
    ("q", &["question"]),
    ("reference", &["cite"]),
    ("references", &["cite"]),
    ("source", &["from", "cite"]),
    ("sources", &["cite"]),
    ("statement", &["text"]),
    ("target", &["to"]),
    ("text", &["summary", "title"]),
    ("time", &["when"]),
    ("title", &["name", "text"]),
    ("type", &["kind"]),
    ("who", &["roles"]),
    ("year", &["when", "published"]),
];

/// Names of the ends of a stretch.
const STRETCH: &[&str] =
    &["start", "end", "from", "to", "until", "till", "duration", "started", "ended"];

/// Names of both coordinates in one.
const POSITION: &[&str] = &["coordinates", "coords", "position", "geo", "location", "gps"];

/// What a name that is no key of a table was meant to be.
pub(super) enum Meant {
    /// This key, but for its capitals and signs or one slip: it is read.
    Same(&'static Key),
    /// This key, perhaps.
    Perhaps(&'static Key),
    /// What to do, and the key that then is there.
    Advice(DisplayText, Option<&'static str>),
}

/// What a name was meant to be, in a record that has these keys; `above` is the table whose records hold it.
pub(super) fn meant(
    (table, above): (&Table, Option<&Table>),
    name: &str,
    has: impl Fn(&str) -> bool,
    fits: impl Fn(&Key) -> bool,
) -> Meant {
    let level = others::level(name);
    if let Some(key) = table.key(&level).filter(|key| !has(key.name)) {
        return Meant::Same(key);
    }
    let other = others::meant(OTHERS, &level);
    let keys = other.into_iter().flatten();
    if let Some(key) = keys.filter_map(|key| table.key(key)).find(|key| !has(key.name)) {
        return Meant::Perhaps(key);
    }
    if STRETCH.contains(&level.as_str()) && table.key("when").is_some() {
        let advice = text!["write both days in `when`, as `when = \"2022-10-23/2022-10-25\"`"];
        return Meant::Advice(advice, Some("when"));
    }
    if POSITION.contains(&level.as_str()) && table.key("lat").is_some() {
        return Meant::Advice(text!["write `lat = 41.33` and `lon = 19.82`"], None);
    }
    if let Some(above) = above.filter(|above| above.key(&level).is_some()) {
        return Meant::Advice(of_the_holder(&level, table, above), None);
    }
    let near = nearest(&level, table.keys.iter().map(|key| key.name));
    // Of a name that is known to mean another key nothing else is meant.
    let near = near.and_then(|near| table.key(near));
    let near = near.filter(|key| other.is_none() || key.name == level);
    if let Some(key) = near.filter(|key| is_slip(&level, key.name) && !has(key.name)) {
        // `disputed = true` is no list of what is disputed.
        return if fits(key) { Meant::Same(key) } else { Meant::Perhaps(key) };
    }
    if let Some(advice) = of_another(&level, table) {
        return Meant::Advice(advice, None);
    }
    near.map_or_else(
        || Meant::Advice(text!["keys of your own begin with `x-`"], None),
        Meant::Perhaps,
    )
}

/// Whether a name is a key but for one slip, where no other key has that name.
fn is_slip(level: &str, key: &str) -> bool {
    let is_other = schema::keys().any(|other| other.name == level && other.name != "author");
    level.len() >= 4 && !is_other && strsim::osa_distance(level, key) == 1
}

/// A key of the record that holds this one. What it would say there is said of all of that record.
fn of_the_holder(level: &str, table: &Table, above: &Table) -> DisplayText {
    let level = super::context::quoted(level);
    text![
        "`",
        level,
        "` belongs to the ",
        above.noun,
        ": move it above the `",
        table.written,
        "` if it is meant of the whole ",
        above.noun
    ]
}

/// A key of another table, that must not be taken for one that looks like it: both grades are one letter apart.
fn of_another(level: &str, table: &Table) -> Option<DisplayText> {
    let holders: Vec<&Table> =
        schema::tables().filter(|other| other.key(level).is_some()).collect();
    let [one, rest @ ..] = holders.as_slice() else { return None };
    let key = one.key(level)?;
    if rest.len() > 1 || matches!(key.shape, Shape::Records(_)) {
        return None;
    }
    let other = |other: &Table| text!["of ", other.one];
    let whose = match rest {
        [] => other(one),
        [second, ..] => text![other(one), " or ", other(second)],
    };
    let own = match (level, table.key("reliability"), table.key("credibility")) {
        ("credibility", Some(_), _) => "; here stands `reliability`, A to F",
        ("reliability", _, Some(_)) => "; here stands `credibility`, 1 to 6",
        _ => "",
    };
    Some(text!["`", super::context::quoted(level), "` is a key ", whose, own])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::reading::Record;
    use crate::brief::{Actor, Claim, Event, Link, PlaceRecord, Question, Source};

    fn told(tables: (&Table, Option<&Table>), name: &str, has: &[&str]) -> String {
        match meant(tables, name, |key| has.contains(&key), |_| true) {
            Meant::Same(key) => format!("= {}", key.name),
            Meant::Perhaps(key) => format!("? {}", key.name),
            Meant::Advice(advice, _) => advice.to_string(),
        }
    }

    #[test]
    fn other_names_lead_to_a_key_of_the_table() {
        assert!(OTHERS.iter().all(|(_, keys)| {
            keys.iter().all(|key| schema::keys().any(|known| known.name == *key))
        }));
        for (table, name, wanted) in [
            (Event::TABLE, "Title", "= title"),
            (Event::TABLE, "WHEN", "= when"),
            (Event::TABLE, "titel", "= title"),
            (Source::TABLE, "derived_from", "= derived-from"),
            (Event::TABLE, "date", "? when"),
            (Source::TABLE, "date", "? published"),
            (Source::TABLE, "name", "? title"),
            (Actor::TABLE, "title", "? name"),
            (Event::TABLE, "sources", "? cite"),
            (Link::TABLE, "source", "? from"),
            (Claim::TABLE, "source", "? cite"),
            (Question::TABLE, "q", "? question"),
            (PlaceRecord::TABLE, "lng", "? lon"),
        ] {
            assert_eq!(told((table, None), name, &[]), wanted, "{name}");
        }
    }

    #[test]
    fn a_key_that_is_there_is_not_meant_again() {
        assert_eq!(told((Event::TABLE, None), "Title", &["title"]), "? title");
        let title = told((Claim::TABLE, Some(Event::TABLE)), "title", &["text"]);
        assert!(title.contains("belongs to the event"), "{title}");
    }

    #[test]
    fn one_grade_is_not_taken_for_the_other() {
        for (table, name, own) in [
            (Claim::TABLE, "reliability", "here stands `credibility`"),
            (Source::TABLE, "credibility", "here stands `reliability`"),
        ] {
            let told = told((table, None), name, &[]);
            assert!(
                told.starts_with(&format!("`{name}` is a key of")) && told.contains(own),
                "{told}"
            );
        }
    }
}
