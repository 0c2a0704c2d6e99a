use super::*;

/// What a text comes to, its lines without the margin of this file.
#[track_caller]
fn holds(written: &str, wanted: &str) {
    let (written, wanted) = (outdented(written), outdented(wanted));
    let made = format(&written).unwrap();
    assert_eq!(made, wanted, "\n{made}");
    assert_eq!(format(&made).unwrap(), wanted, "it stays as it is");
}

pub(super) fn outdented(text: &str) -> String {
    let lines = text.strip_prefix('\n').unwrap().lines();
    let lines = lines.map(|line| line.strip_prefix("        ").unwrap_or(line.trim_start()));
    let mut text = lines.collect::<Vec<_>>().join("\n");
    text.truncate(text.trim_end_matches([' ', '\n']).len());
    text + "\n"
}

#[test]
fn tables_and_keys_stand_in_the_order_of_the_format() {
    holds(
        r#"
        x-mine = true
        schema=2
        [[judgement]]
        text = "it was so"
        id = "so"
        [[event]]
        type="cyber"
        x-desk = 3
        odd = 1
        id="a"
        [place.t]
        name = "T"
        [technique.T1190]
        name = "E"
        [x-note]
        a = 1
        [[event.claim]]
        text = "t"
        id = "c"
        [brief]
        title = "T"
        id = "b"
        "#,
        r#"
        schema = 2
        x-mine = true

        [brief]
        id    = "b"
        title = "T"

        [place.t]
        name = "T"

        [technique.T1190]
        name = "E"

        [[event]]
        id     = "a"
        type   = "cyber"
        odd    = 1
        x-desk = 3

          [[event.claim]]
          id   = "c"
          text = "t"

        [[judgement]]
        id   = "so"
        text = "it was so"

        [x-note]
        a = 1
        "#,
    );
}

#[test]
fn events_stay_in_the_order_of_the_file_and_names_where_they_were_first_met() {
    holds(
        r#"
        [[event]]
        id = "z"
        [[actor.b.aka]]
        name = "B2"
        [actor.a]
        name = "A"
        [actor.b]
        name = "B"
        [[event]]
        id = "y"
        "#,
        r#"
        [actor.b]
        name = "B"

          [[actor.b.aka]]
          name = "B2"

        [actor.a]
        name = "A"

        [[event]]
        id = "z"

        [[event]]
        id = "y"
        "#,
    );
}

/// Of two records of one id the first one counts.
#[test]
fn where_an_id_stands_twice_no_table_changes_its_place() {
    holds(
        r#"
        [[judgement]]
        id = "a"
        [[event]]
        id = "a"
        [brief]
        id = "b"
        "#,
        r#"
        [[judgement]]
        id = "a"

        [[event]]
        id = "a"

        [brief]
        id = "b"
        "#,
    );
}

#[test]
fn comments_go_with_what_they_stand_at() {
    holds(
        r##"
        # about the file

        # about the events

        # about the event
        [[event]] # its header
        # about the title
        title = "T"# its line
        id = "a"
            # about nothing below it

        # ---- the brief

        [brief]
        title = "B"
        # the end of the brief

        # the end of the file
        "##,
        r#"
        # about the file

        # about the events

        # ---- the brief

        [brief]
        title = "B"
        # the end of the brief

        # about the event
        [[event]]  # its header
        id    = "a"
        # about the title
        title = "T"  # its line
        # about nothing below it

        # the end of the file
        "#,
    );
}

#[test]
fn comments_of_short_lines_stand_below_each_other_and_go_on_in_their_column() {
    holds(
        r#"
        [brief]
        title = "A longer title"   # one
        id = "b"                   # two,
                                   # and more of it
        # three
        tlp = "CLEAR"
        bluf = "A text of many words that is much too long to have a comment stand right of it" # four
        "#,
        r#"
        [brief]
        id    = "b"               # two,
                                  # and more of it
        title = "A longer title"  # one
        bluf  = "A text of many words that is much too long to have a comment stand right of it"  # four
        # three
        tlp   = "CLEAR"
        "#,
    );
}

#[test]
fn the_mark_of_the_schema_stays_at_the_beginning() {
    holds(
        r"
        #:schema ./brief.schema.json
        # mine
        x-mine = 1
        schema = 2
        ",
        r"
        #:schema ./brief.schema.json

        schema = 2
        # mine
        x-mine = 1
        ",
    );
}

#[test]
fn a_list_is_broken_where_it_is_too_long_and_where_it_has_comments() {
    let word = "\"0123456789012345678901234567\"";
    holds(
        &format!(
            "
        [[event]]
        tags = [{word}, {word} , {word}, {word},]
        cite = [
            \"a\", # first
            # second
            \"b\"
            # third
        ]
        attack = [
            \"T1190\",
        ]
        places = [ ]
        roles = {{target=[\"a\",\"b\"],}}
        "
        ),
        &format!(
            "
        [[event]]
        roles  = {{ target = [\"a\", \"b\"] }}
        places = []
        cite   = [
            \"a\",  # first
            # second
            \"b\",
            # third
        ]
        tags   = [
            {word}, {word}, {word},
            {word},
        ]
        attack = [\"T1190\"]
        "
        ),
    );
}

#[test]
fn values_and_names_are_left_as_they_are_written() {
    holds(
        r#"
        [ "brief" ]
        'id' = 'b'
        "title" = "\u0041 \"B\""
        as-of = 2022-10-25
        bluf = """
          first  \
            second"""
        revision = 0x10
        x-a . "b.c" . d = +1_000.5e3
        "#,
        r#"
        ["brief"]
        'id'        = 'b'
        "title"     = "\u0041 \"B\""
        bluf        = """
          first  \
            second"""
        as-of       = 2022-10-25
        revision    = 0x10
        x-a."b.c".d = +1_000.5e3
        "#,
    );
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let made = format("\u{feff}schema=2\r\n\r\n\r\n[brief]\r\nid='b'").unwrap();
    assert_eq!(made, "\u{feff}schema = 2\r\n\r\n[brief]\r\nid = 'b'\r\n");
    assert_eq!(format("").unwrap(), "");
    assert_eq!(format("\n\n# alone").unwrap(), "# alone\n");
}

#[test]
fn what_is_no_toml_is_refused_with_its_place() {
    let refused = format("schema = 2\ntitle: \"x\"\n").unwrap_err();
    assert!((11..20).contains(&refused.range.start), "{refused:?}");
    assert!(refused.message.as_str().starts_with("not valid TOML: "));
}
