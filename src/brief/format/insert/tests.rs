use super::super::tests::outdented;
use super::*;

const RECORD: &str = "[[event]]\nid = \"new\"\n";

#[track_caller]
fn inserted(text: &str, when: Option<&str>) -> String {
    let when = when.map(|when| When::parse(when).unwrap());
    let inserted = insert_event(&outdented(text), RECORD, when.as_ref()).unwrap();
    assert!(cut(&inserted.text, inserted.at..inserted.text.len()).starts_with(RECORD.trim_end()));
    inserted.text
}

const THREE: &str = r#"
        [brief]
        id = "b"

        # Spring

        # of March
        [[event]]
        id = "march"
        when = "2022-03-10"

        [[event.claim]]
        id = "c" # on its line
        # below it

        # Summer

        [[event]]
        id = "odd"
        when = "sometime"

        [[event]]
        id = "june"
        when = 2022-06-10
        # the last word

        [[link]]
        from = "a"
        "#;

#[test]
fn an_event_is_put_at_its_place_by_date_and_nothing_else_changes() {
    for (when, before, after) in [
        (Some("2022-01"), "# Spring\n\n", "\n# of March\n"),
        (Some("2022-03-10"), "# below it\n\n", "\n# Summer\n"),
        (Some("2022-05"), "# below it\n\n", "\n# Summer\n"),
        (Some("2022-06-10"), "# the last word\n\n", "\n[[link]]\n"),
        (None, "# the last word\n\n", "\n[[link]]\n"),
    ] {
        let made = inserted(THREE, when);
        assert!(made.contains(&[before, RECORD, after].concat()), "{when:?}:\n{made}");
        assert_eq!(made.replacen(&[RECORD, "\n"].concat(), "", 1), outdented(THREE), "{when:?}");
    }
}

#[test]
fn on_its_day_an_event_is_put_by_its_time_and_before_what_is_told_later() {
    let events = |written: &str| {
        let event = |(at, written): (usize, &str)| {
            let (when, order) = written.split_once('#').unwrap_or((written, "1"));
            format!("[[event]]\nid = \"{at}\"\nwhen = \"{}\"\norder = {order}\n", when.trim())
        };
        written.split(", ").enumerate().map(event).collect::<Vec<_>>().join("\n")
    };
    for (written, when, behind) in [
        ("2022-09-07T10:00Z, 2022-09-07T16:00Z, 2022-09-08", "2022-09-07T14:20Z", 1),
        ("2022-09-07T10:00Z, 2022-09-07T16:00Z, 2022-09-08", "2022-09-07T09:00Z", 0),
        ("2022-09-07T10:00Z, 2022-09-07T16:00Z, 2022-09-08", "2022-09-07", 2),
        // By the clocks of two places the later one is of the day before.
        ("2022-09-08T00:10+05:45, 2022-09-08T03:00+05:45", "2022-09-07T20:00Z", 1),
        // What has no time stands behind the times that are told before it.
        ("2022-09-07T10:00Z, 2022-09-07, 2022-09-07T16:00Z", "2022-09-07T14:20Z", 2),
        ("2022-09-07T10:00Z, 2022-09-07T16:00Z, 2022-09-07", "2022-09-07T14:20Z", 1),
        ("2022-09-07, 2022-09-07 #2, 2022-09-08", "2022-09-07", 1),
        ("2022-09-07T10:00Z, 2022-09-07 #2", "2022-09-07T14:20Z", 1),
        ("2022-09-07T10:00Z #2, 2022-09-07T16:00Z #3", "2022-09-07T14:20Z", 1),
        ("2022-09-06 #2, 2022-09-07", "2022-09-07", 2),
    ] {
        let text = events(written);
        let when_new = When::parse(when).unwrap();
        let made = insert_event(&text, RECORD, Some(&when_new)).unwrap();
        let above = cut(&made.text, 0..made.at).matches("[[event]]").count();
        assert_eq!(above, behind, "{when} among {written}");
    }
}

#[test]
fn the_first_event_stands_where_the_format_has_events() {
    let brief = "
        [brief]
        id = \"b\"

        [[judgement]]
        id = \"j\"
        ";
    assert!(inserted(brief, None).contains("\"b\"\n\n[[event]]\nid = \"new\"\n\n[[judgement]]"));
    assert_eq!(insert_event("", RECORD, None).unwrap().text, RECORD);
    let examples = "schema = 2\n\n#[[source]]\n\n# What happened.\n\n#[[event]]\n#id = 1\n";
    let first = insert_event(examples, RECORD, None).unwrap().text;
    assert_eq!(first, examples.replace("#[[event]]", &[RECORD, "\n#[[event]]"].concat()));
    let (early, march) = (When::parse("2021").unwrap(), "[[event]]\nwhen = \"2022-03\"\n");
    let before = insert_event(march, RECORD, Some(&early)).unwrap().text;
    assert_eq!(before, [RECORD, "\n", march].concat());
    let alone = insert_event("# about\n\n# links\n[[link]]\n", RECORD, None).unwrap().text;
    assert_eq!(alone, ["# about\n\n", RECORD, "\n# links\n[[link]]\n"].concat());
    assert_eq!(
        insert_event("# about", RECORD, None).unwrap().text,
        ["# about\n\n", RECORD].concat()
    );
    let windows = insert_event("schema = 2\r\n", RECORD, None).unwrap().text;
    assert_eq!(windows, "schema = 2\r\n\r\n[[event]]\r\nid = \"new\"\r\n");
    let unended = insert_event("schema = 2", RECORD, None).unwrap().text;
    assert_eq!(unended, ["schema = 2\n\n", RECORD].concat());
}

#[test]
fn no_event_is_put_beside_a_list_of_events() {
    let refused = insert_event("event = [{ id = \"a\" }]\n", RECORD, None).unwrap_err();
    assert!(refused.message.as_str().contains("header of its own"), "{}", refused.message);
}
