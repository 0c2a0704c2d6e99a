use super::*;
use proptest::prelude::*;
use toml::de::DeTable;

const GOOD: &str = "schema = 2\n\n[brief]\nid = \"a\"\n\n[[event]]\nid = \"one\"\ntags = [\n  \"x\",\n]\n\n\
    [[event]]\nid = \"two\"\nsummary = \"\"\"\nIt was\nso.\"\"\"\n\n  [[event.claim]]\n  id = \"said\"\n\n\
    [[event]]\nid = \"three\"\n";

/// The text as it is read.
fn recovered(text: &str) -> Recovered {
    let as_written =
        || Recovered { text: text.to_owned(), places: Places::default(), faults: Vec::new() };
    recover(text, syntax::is_faulty(&syntax::parse(text))).unwrap_or_else(as_written)
}

fn ids(text: &str) -> Vec<String> {
    let (root, _) = DeTable::parse_recoverable(text);
    let events = root.get_ref().get("event").and_then(|events| events.get_ref().as_array());
    let id = |event: &toml::Spanned<toml::de::DeValue<'_>>| {
        let id = event.get_ref().as_table()?.get("id")?.get_ref().as_str()?;
        Some(id.to_owned())
    };
    events.into_iter().flat_map(|events| events.iter().filter_map(id)).collect()
}

#[test]
fn line_ends_of_old_mac_os_are_read_and_told() {
    let recovered = recovered(&GOOD.replace('\n', "\r"));
    assert_eq!(ids(&recovered.text), ["one", "two", "three"]);
    assert!(matches!(recovered.faults.as_slice(), [Fault { slip: Slip::LineEnds, .. }]));
}

#[test]
fn whatever_stands_behind_event_in_a_header_an_event_begins() {
    let text = GOOD.replace("[[event]]\nid = \"two\"", "[[event @]]\nid = \"two\"");
    let recovered = recovered(&text);
    assert_eq!(ids(&recovered.text), ["one", "two", "three"]);
}

#[test]
fn a_header_of_no_table_takes_the_claims_below_it_along() {
    let text = GOOD.replace("[[event]]\nid = \"two\"", "[[weather]]\nid = \"two\"");
    let recovered = recovered(&text);
    assert_eq!(ids(&recovered.text), ["one", "three"]);
    assert!(!recovered.text.contains("said"), "a claim would fall to the event above");
}

#[test]
fn a_header_in_a_closed_text_is_a_part_of_it_whatever_is_wrong_below() {
    let text = GOOD.replace("so.\"\"\"\n", "[[event]]\nid = \"no\"\nso.\"\"\"\nfoo bar baz\n");
    let recovered = recovered(&text);
    assert_eq!(ids(&recovered.text), ["one", "two", "three"]);
    assert!(recovered.text.contains("said"), "the claim below it stays");
    let [fault] = recovered.faults.as_slice() else { panic!("one fault") };
    assert_eq!(text.get(fault.at.clone()), Some("foo bar baz"));
}

proptest! {
    #[test]
    fn one_more_line_leaves_the_events_around_it(
        line in "(\\[|\\]|\\{|\"|'|\"\"\"|'''|[a-z]{1,3}|=|:|,|//|<<<<<<<|[ “’\u{a0}é]){1,8}",
    ) {
        // Into the second event, above its summary: below, it would be a part of that.
        let text = GOOD.replacen("id = \"two\"", &format!("{line}\nid = \"two\""), 1);
        let recovered = recovered(&text);
        let found = ids(&recovered.text);
        prop_assert!(found.contains(&"one".to_owned()) && found.contains(&"three".to_owned()), "{line}");
        let (_, errors) = DeTable::parse_recoverable(&recovered.text);
        prop_assert!(errors.iter().all(|error| error.message() == "duplicate key"), "{errors:?}");
    }

    #[test]
    fn whatever_is_read_has_its_place_in_the_file(text in "(\\PC|\n|\\[\\[event\\]\\]\n|\"\"\"|= ){0,60}") {
        let recovered = recovered(&text);
        for Fault { at, unread, .. } in recovered.faults {
            prop_assert!(text.get(at).is_some() && text.get(unread).is_some());
        }
        for (start, sign) in recovered.text.char_indices() {
            let place = recovered.places.written(start..start + sign.len_utf8());
            prop_assert!(text.get(place.clone()).is_some(), "{place:?}");
        }
    }
}
