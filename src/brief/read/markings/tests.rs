//! What a brief and its records are marked, however their markings are written.

use crate::brief::{Document, Marking, read, read_registry};
use crate::diag::{Code, Reported, Sources};
use Marking::{Amber, Clear, Green, Red};

fn read_text(text: &str) -> Reported<Document> {
    let mut sources = Sources::default();
    let source = sources.add("a.toml".into(), text);
    read(&sources, source)
}

/// A CLEAR brief with this below its header.
fn brief(rest: &str) -> String {
    format!("schema = 2\n[brief]\nid = \"b\"\ntitle = \"T\"\ntlp = \"CLEAR\"\n{rest}\n")
}

/// An event with these keys, and one after it.
fn event(keys: &str) -> String {
    let event = |id: &str, keys: &str| {
        format!(
            "[[event]]\nid = \"{id}\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\n{keys}\n"
        )
    };
    brief(&[event("e", keys), event("f", "")].concat())
}

/// How strict the brief and the first event are, of a text that tells why in a finding.
#[track_caller]
fn markings(text: &str) -> (Option<Marking>, Option<Marking>) {
    let Reported { value, diagnostics } = read_text(text);
    let brief = value.brief.map(|brief| brief.marking.value);
    let event = value.events.first().and_then(|event| Some(event.marking.as_ref()?.value));
    let is_error = |found: &crate::diag::Diagnostic| found.severity == crate::diag::Severity::Error;
    assert!(brief <= Some(Clear) && event.is_none() || diagnostics.iter().any(is_error), "{text}");
    (brief, event)
}

#[test]
fn of_two_markings_of_a_brief_the_stricter_counts() {
    for rest in [
        "tlp = \"RED\"",
        "tlp = \"RDE\"",
        "tlp = 5",
        "tlp = [\"RED\"]",
        "tlp = \"RED",
        "tlp \"RED\"",
        "tlp RED",
        "TLP = \"RED\"",
        "tpl = \"RED\"",
        "t\u{200B}lp = \"RED\"",
        "\"tlp\" = \"RED\"",
        "marking = \"RED\"",
        "tlp: RED",
        "[brief]\ntlp = \"RED\"",
        "[[brief]]\ntlp = \"RED\"",
        "[brief]\nid = \"c\"\ntitle = \"C\"\ntlp = \"RED\"",
        "[Brief]\ntlp = \"RED\"",
        "[defaults]\ntlp = \"RED\"",
        "[note]\ntlp = \"RED\"",
        "[[gap]]\ntext = \"G.\"\ntlp = \"RED\"",
        "handling = [\"SECRET\"]",
        "handling.x = \"SECRET\"",
        "[brief.handling]\nx = \"SECRET\"",
        "handling = \"SECRET\"",
        "handling = \"TLP:RED\"",
        "handling = \"a\"\nhandling = \"b\"",
        "handling = \"SECRET",
    ] {
        assert_eq!(markings(&brief(rest)).0, Some(Red), "{rest}");
    }
    for above in ["tlp = \"RED\"", "brief.tlp = \"RED\"", "brief = { id = \"b\", tlp = \"RED\" }"] {
        let text = format!("{above}\n{}", brief(""));
        assert_eq!(markings(&text).0, Some(Red), "{above}");
    }
    // What is stricter comes first.
    let text = brief("tlp = \"CLEAR\"").replacen("CLEAR", "RED", 1);
    assert_eq!(markings(&text).0, Some(Red));
    assert_eq!(markings(&brief("tlp = \"AMBER\"")).0, Some(Amber));
    assert_eq!(markings(&brief("tlp = \"GREEN\"\ntlp = \"AMBER\"")).0, Some(Amber));
}

#[test]
fn a_marking_of_a_record_that_cannot_be_read_is_red() {
    for keys in [
        "tlp = \"RDE\"",
        "tlp = \"\"",
        "tlp = [\"RED\"]",
        "tlp = { a = \"RED\" }",
        "tlp = \"RE\u{200B}D\"",
        "tlp = \"RED",
        "tlp = 'RED",
        "tlp =",
        "tlp = RDE",
        "TLP = \"RED\"",
        "tpl = \"RED\"",
        "handling = \"NOFORN\"",
        "tlp = \"CLEAR\"\ntlp = \"RDE\"",
        "tlp = \"RED\"\ntlp = \"CLEAR\"",
        "[[event.claim]]\nid = \"c\"\ntext = \"C.\"\ntlp = \"RED\"",
        "[event.roles]\ntlp = \"RED\"",
    ] {
        let (of_brief, of_event) = markings(&event(keys));
        assert_eq!(of_event, Some(Red), "{keys}");
        assert_eq!(of_brief, Some(Clear), "{keys}");
    }
    assert_eq!(markings(&event("tlp = \"GREEN\"\ntlp = \"AMBER\"")).1, Some(Amber));
}

#[test]
fn a_marking_in_a_text_a_comment_or_a_table_of_ones_own_is_none() {
    for keys in [
        "summary = \"\"\"\ntlp = \"RED\"\n\"\"\"",
        "summary = \"tlp = RED\"",
        "# tlp = \"RED\"",
        "x-tlp = \"internal\"",
        "x-colour = \"RED\"",
        "x-marking = 5",
        "x-note = \"see TLP:RED\"",
        "title = \"RED\"",
        "[event.roles]\ntl = [\"a\"]",
        "tags = [\"tlp\"]",
        "[x-note]\nlevel = \"RED\"",
        "[source.tlp]\ntitle = \"What TLP is\"",
        "[source.tlp-guide]\ntitle = \"RED\"",
        "[actor.a]\nname = \"A\"\nnames = { tl = \"RED\", en = \"RED\" }",
        "[actor.a]\nname = \"A\"\n[actor.a.names]\ntl = \"RED\"",
    ] {
        assert_eq!(markings(&event(keys)), (Some(Clear), None), "{keys}");
    }
    assert_eq!(markings(&brief("handling = \"For public release\"")).0, Some(Clear));
    assert_eq!(read_text(&event("tlp = \"GREEN\"")).diagnostics, []);
}

#[test]
fn a_label_counts_as_a_tag_as_all_of_a_text_and_as_all_of_a_comment() {
    for keys in [
        "tags = [\"TLP:RED\"]",
        "tags = [\"a\", \"RED\"]",
        "tags = [\n  \"a\", # \"b\"\n  'tlp red',\n]",
        "keywords = [\"TLP:RED\"]",
        "summary = \"\"\"\nTLP:RED\n\"\"\"",
        "summary = \"(TLP:RED)\"",
        "location = \"TLP:RED\"",
        "summary = \"It was so.\" # TLP:RED",
        "tlp = \"CLEAR\" # RED",
        "tlp = \"CLEAR\"  # SECRET//NOFORN",
        "# TLP:RED",
        "  #  [TLP:RED]  ",
        "[[event.claim]]\nid = \"c\"\ntext = \"TLP:RED\"",
    ] {
        assert_eq!(markings(&event(keys)), (Some(Clear), Some(Red)), "{keys}");
    }
    let titled = |title: &str| event("").replacen("\"E\"", title, 1);
    assert_eq!(markings(&titled("\"[TLP:RED] Report\"")).1, Some(Red));
    assert_eq!(markings(&titled("\"Report (TLP:RED)\"")).1, Some(Red));
    assert_eq!(markings(&titled("\"How TLP:RED reports leak\"")).1, None);
    for rest in [
        "keywords = [\"a\", \"TLP:RED\"]",
        "tags = [\"a\", \"RED\"]",
        "handling = \"OPEN\" # SECRET",
        "handling = \"OPEN\" # TLP:RED",
        "handling = \"OPEN\" # RED",
        "bluf = \"TLP:RED\"",
        "# TLP:RED",
    ] {
        assert_eq!(markings(&brief(rest)).0, Some(Red), "{rest}");
    }
    for above in ["# TLP:RED", "# TLP:RED\n\n# A brief of mine."] {
        assert_eq!(markings(&format!("{above}\n{}", brief(""))).0, Some(Red), "{above}");
    }
    assert_eq!(markings(&brief("# TLP:GREEN")).0, Some(Green));
}

#[test]
fn what_only_speaks_of_markings_is_none() {
    for keys in [
        "tags = [\"red\", \"green\", \"clear\"]",
        "tags = [\"TLP:CLEAR\"]",
        "summary = \"It was marked TLP:RED.\"",
        "summary = \"\"\"\nThe note says \"TLP:RED\" # TLP:RED\n\"\"\"",
        "title = \"RED\"",
        "tlp = \"CLEAR\" # CLEAR, GREEN, AMBER, AMBER+STRICT or RED",
        "tlp = \"CLEAR\" # CLEAR GREEN AMBER RED",
        "tlp = \"CLEAR\" # was RED until 2023",
        "tlp = \"AMBER\" # SECRET",
        "# see TLP:RED",
        "# TLP",
        "[[event.claim]]\nid = \"c\"\ntext = \"C.\"\nvalue = \"TLP:RED\"",
    ] {
        let found = read_text(&event(keys)).value;
        let own = found.events.first().and_then(|event| event.marking.as_ref());
        let stated = keys.starts_with("tlp = \"AMBER").then_some(Amber);
        let own = own.map(|own| own.value).filter(|own| *own > Clear);
        assert_eq!(own, stated, "{keys}");
    }
    for rest in
        ["handling = \"OPEN\" # as agreed with the ministry", "handling = \"OPEN\" # PUBLIC"]
    {
        assert_eq!(markings(&brief(rest)).0, Some(Clear), "{rest}");
    }
}

#[test]
fn actors_and_sources_are_raised_as_events_are() {
    for keys in ["tlp = \"RDE\"", "TLP = \"RED\"", "tlp = \"CLEAR\"\ntlp = \"RED\""] {
        let text = brief(&format!(
            "[source.s]\ntitle = \"S\"\n{keys}\n[source.t]\ntitle = \"T\"\n\
             [actor.a]\nname = \"A\"\n{keys}\n[actor.b]\nname = \"B\"\n"
        ));
        let value = read_text(&text).value;
        let own =
            |marking: &Option<crate::diag::Located<Marking>>| marking.as_ref().map(|m| m.value);
        let sources: Vec<_> = value.sources.iter().map(|source| own(&source.marking)).collect();
        let actors: Vec<_> = value.actors.iter().map(|actor| own(&actor.marking)).collect();
        assert_eq!((sources, actors), (vec![Some(Red), None], vec![Some(Red), None]), "{keys}");
    }
    let inline = "actor = { a = { name = \"A\", TLP = \"RED\" }, b = { name = \"B\" } }\n";
    let value = read_text(&format!("{inline}{}", brief(""))).value;
    let red: Vec<bool> = value.actors.iter().map(|actor| actor.marking.is_some()).collect();
    assert_eq!(red, [true, false]);
    assert_eq!(value.brief.map(|brief| brief.marking.value), Some(Clear));
}

#[test]
fn the_strictest_of_a_file_is_known_whatever_becomes_of_it() {
    let strictest = |text: &str| read_text(text).value.marked.strictest;
    assert_eq!(strictest(&brief("")), Some(Clear));
    assert_eq!(strictest(&event("tlp = \"AMBER\"")), Some(Amber));
    // The event is left out, the header is refused, the file is of a newer program.
    assert_eq!(strictest(&event("tlp = \"RED\"").replace("id = \"e\"", "id = 5")), Some(Red));
    assert_eq!(
        strictest(&brief("").replace("\"b\"", "\"B b\"").replace("CLEAR", "GREEN")),
        Some(Green)
    );
    assert_eq!(strictest(&brief("").replace("= 2", "= 9").replace("CLEAR", "AMBER")), Some(Amber));
    assert_eq!(
        strictest("[brief]\ntlp = \"CLEAR\"\n\"\"\"\n[[event]]\ntlp = \"AMBER\""),
        Some(Amber)
    );
    for text in ["", "Meet HARRIER at noon.", "schema = 2\n[[event]]\nid = \"e\"\n"] {
        assert_eq!(strictest(text), None, "{text}");
    }
}

#[test]
fn what_a_registry_says_outside_its_records_holds_for_all_of_it() {
    let read_text = |text: &str| {
        let mut sources = Sources::default();
        let source = sources.add("a.toml".into(), text);
        read_registry(&sources, source)
    };
    let of = |rest: &str| format!("schema = 2\n[actor.a]\nname = \"A\"\n{rest}\n");
    assert_eq!(read_text(&of("")).value.marked.strictest, Some(Clear));
    assert_eq!(read_text(&of("tlp = \"AMBER\"")).value.marked.strictest, Some(Amber));
    for rest in ["[place.p]\nname = \"P\"\ntlp = \"RED\"", "[brief]\ntlp = \"RED\""] {
        let read = read_text(&of(rest));
        assert_eq!(read.value.marked.floor, Some(Red), "{rest}");
        assert!(read.diagnostics.iter().any(|found| found.code == Code::E130), "{rest}");
    }
}

#[test]
fn a_marking_in_the_form_of_a_table_is_red() {
    let tables =
        ["tlp.label = \"RED\"", "tlp.x = 1", "\"tlp\".label = \"RED\"", "marking.tlp = \"RED\""];
    let of_event = [
        "[event.tlp]\nlabel = \"RED\"",
        "[[event.tlp]]\nlabel = \"RED\"",
        "[event.marking]\nx = 1",
    ];
    for keys in tables.iter().chain(&of_event) {
        assert_eq!(markings(&event(keys)), (Some(Clear), Some(Red)), "{keys}");
    }
    for above in [
        "[place.p]\nname = \"P\"",
        "[[judgement]]\nid = \"j\"\ntext = \"J.\"",
        "[[gap]]\ntext = \"G.\"",
        "",
    ] {
        for keys in tables {
            let text = brief(&format!("{above}\n{keys}"));
            assert_eq!(markings(&text).0, Some(Red), "{above}\n{keys}");
        }
    }
    let claim = event("[[event.claim]]\nid = \"c\"\ntext = \"C.\"\ntlp.label = \"RED\"");
    assert_eq!(markings(&claim), (Some(Clear), Some(Red)));
    for table in ["[tlp]", "[marking]", "[[marking]]", "[TLP]", "[tlp-label]"] {
        let text = brief(&format!("{table}\nlevel = \"TLP:RED\""));
        assert_eq!(markings(&text).0, Some(Red), "{table}");
    }
    for (header, keys) in [("source.s", "title = \"S\""), ("actor.a", "name = \"A\"")] {
        let value = read_text(&brief(&format!("[{header}]\n{keys}\ntlp.label = \"RED\""))).value;
        let source = value.sources.first().and_then(|source| source.marking.as_ref());
        let actor = value.actors.first().and_then(|actor| actor.marking.as_ref());
        assert_eq!(source.or(actor).map(|own| own.value), Some(Red), "{header}");
    }
}

#[test]
fn of_several_statements_in_a_line_the_strictest_marking_counts() {
    let lines = [
        "summary = \"x\", tlp = \"RED\"",
        "tags = [\"a\" tlp = \"RED\"]",
        "tlp. = \"RED\"",
        "<tlp>RED</tlp>",
        "summary = \"x\" tlp = \"RED\"",
        "summary = \"x, tlp = \"RED\"",
        "summary = \"x, tlp = 'RED'",
        "{ tlp = \"RED\" }",
        "[tlp = \"RED\"]",
        "(tlp: RED)",
        "t l p = \"RED\"",
        "tlp => \"RED\"",
        "summary = \"x\", tlp\u{202e} = \"RED\"",
        "summary = \"x\", t\u{2066}lp = \"RED\"",
        "summary = \"x\", tlp\u{fe0f} = \"RED\"",
        "summary = \"x\", tlp\u{200b} = \"RED\"",
    ];
    for keys in lines {
        assert_eq!(markings(&event(keys)), (Some(Clear), Some(Red)), "{keys}");
        assert_eq!(markings(&brief(keys)).0, Some(Red), "{keys}");
    }
    for keys in [
        "tlp = \"CLEAR\", tlp = \"RED\"",
        "tlp = \"GREEN\", tlp = \"RED\"",
        "tlp = \"CLEAR\", title = \"x\", tlp = \"RED\"",
        "tlp = \"CLEAR\" , \"RED\"",
        "tlp = \"CLEAR\", \"RDE\"",
        "tlp = \"CLEAR\" // \"RED\"",
        "tlp = \"CLEAR\" \"RED\"",
        "tlp = \"CLEAR\"; tlp = \"RED\"",
        "tlp = \"CLEAR\" / \"RED\"",
    ] {
        let text = event(keys);
        assert_eq!(markings(&text), (Some(Clear), Some(Red)), "{keys}");
        let told = read_text(&text).diagnostics;
        assert!(
            told.iter().all(|found| !found.message.as_str().contains("counts as CLEAR")),
            "{keys}"
        );
    }
    // What can be read counts for what it says.
    assert_eq!(markings(&event("summary = \"x\", tlp = \"AMBER\"")).1, Some(Amber));
    for keys in ["tlp = \"GREEN\",", "tlp = “GREEN”", "tlp = \"GREEN\" // for now", "tlp: GREEN"]
    {
        let of_event = markings(&event(keys)).1;
        assert!(of_event == Some(Green) || keys == "tlp: GREEN" && of_event == Some(Red), "{keys}");
    }
}

#[test]
fn an_unknown_key_marks_with_its_name_or_its_label() {
    for keys in [
        "protocol = \"TLP:RED\"",
        "distribution = \"tlp red\"",
        "label = \"RED\"",
        "level = [\"TLP:RED\"]",
        "tlp-label = \"RED\"",
        "tlp_label = \"?\"",
        "tlplabel = 1",
        "\"t l p\" = \"RED\"",
        "TLPv2 = \"RED\"",
        "TLP-RED = true",
        "traffic-light-protocol = \"red\"",
    ] {
        assert_eq!(markings(&event(keys)), (Some(Clear), Some(Red)), "{keys}");
        assert_eq!(markings(&brief(keys)).0, Some(Red), "{keys}");
    }
    for keys in ["x-marking = \"TLP:RED\"", "x-tlp = \"RED\"", "x-office = { tlp = \"RED\" }"] {
        assert_eq!(markings(&event(keys)), (Some(Clear), Some(Red)), "{keys}");
    }
    for table in
        ["[x-mine]\ntlp = \"RED\"", "[x-mine]\nlevel = \"TLP:RED\"", "[x-tlp]\nlevel = \"RED\""]
    {
        assert_eq!(markings(&brief(table)).0, Some(Red), "{table}");
    }
}
