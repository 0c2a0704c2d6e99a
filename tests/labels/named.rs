//! What a text names raises its label, whether a link leads to it or not.

use super::{COPIES, Folder, both, folder, marking_of};

/// A RED spy, its house, a RED source, and two events of which one is RED.
const HEAD: &str = r#"schema = 2
[brief]
id = "a"
title = "The brief"
tlp = "CLEAR"
[publisher.bbc]
name = "BBC"
reliability = "B"
[publisher.wired]
name = "Wired"
reliability = "C"
[publisher.house]
name = "Umbrahouse"
reliability = "A"
[source.s-bbc]
title = "BBC report"
publisher = "bbc"
[source.s-wired]
title = "Wired report"
publisher = "wired"
[source.s-red]
title = "A secret cable"
publisher = "house"
tlp = "RED"
[source.s-copy]
title = "A copy"
publisher = "wired"
derived-from = ["s-red"]
[actor.us]
name = "United States"
kind = "state"
[actor.iran]
name = "Iran"
kind = "state"
[actor.spy]
name = "Nightjar"
kind = "person"
tlp = "RED"
[actor.desk]
name = "The desk"
part-of = ["spy"]
"#;

fn event(id: &str, day: &str, keys: &str) -> String {
    format!(
        "[[event]]\nid = \"{id}\"\ntitle = \"Event {id}\"\ntype = \"cyber\"\nwhen = \"{day}\"\n\
         confidence = \"high\"\n{keys}\n"
    )
}

fn claim(id: &str, keys: &str) -> String {
    format!("[[event.claim]]\nid = \"{id}\"\ntext = \"Text {id}.\"\ncredibility = 3\n{keys}\n")
}

const CITED: &str = "cite = [\"s-bbc\"]";

/// An event in which nothing is RED but what is added to it.
fn brief(keys: &str, rest: &[String]) -> Folder {
    let text = format!("{HEAD}{}{}", event("e", "2022-07-15", keys), rest.concat());
    folder(&[("a.toml", &text)])
}

fn red_event(day: &str) -> String {
    event("hidden", day, "tlp = \"RED\"\ncite = [\"s-bbc\"]")
}

#[track_caller]
fn red(open: &Folder, arguments: &[&str], shown: &str) {
    let text = open.run(arguments, "");
    assert!(text.contains(shown), "{arguments:?} does not show {shown}:\n{text}");
    if arguments.contains(&"--json") {
        assert_eq!(
            open.json(arguments).first().unwrap()["marking"],
            "RED",
            "{arguments:?}\n{text}"
        );
    } else {
        assert_eq!(open.ends(arguments), both("TLP:RED"), "{arguments:?}\n{text}");
    }
}

#[track_caller]
fn clear(open: &Folder, arguments: &[&str]) {
    assert_eq!(open.ends(arguments), both("TLP:CLEAR"), "{}", open.run(arguments, ""));
}

#[test]
fn the_house_of_a_source_and_of_its_original_count() {
    let open = brief("cite = [\"s-red\", \"s-bbc\"]", &[]);
    red(&open, &["show", "--depth", "card", "event:e"], "Umbrahouse");
    red(&open, &["show", "event:e"], "Umbrahouse");
    red(&open, &["show", "--json", "event:e"], "source:s-red");
    // How many say so names nobody.
    clear(&open, &["show", "--depth", "headline", "event:e"]);
    let c = claim("c", "cite = [\"s-copy\"]\nabout = \"when\"\nvalue = \"15 Jul 2022\"");
    let open = brief("cite = [\"s-copy\"]", &[c]);
    red(&open, &["show", "event:e"], "Umbrahouse");
    red(&open, &["show", "--provenance", "event:e"], "Umbrahouse");
    red(&open, &["who", "event:e"], "Umbrahouse");
    red(&open, &["who", "--json", "event:e"], "source:s-red");
}

#[test]
fn speakers_and_those_accused_count() {
    let accused = claim(
        "c",
        "cite = [\"s-bbc\"]\nabout = \"attribution\"\nvalue = \"spy\"\nby = [\"us\"]\nto = [\"spy\"]",
    );
    let open = brief(CITED, &[accused]);
    red(&open, &["show", "event:e"], "Nightjar");
    red(&open, &["show", "--json", "claim:c"], "actor:spy");
    let said = [
        claim("c", "cite = [\"s-bbc\"]\nabout = \"outcome\"\nvalue = \"x\"\ndisputes = [\"d\"]"),
        claim("d", "cite = [\"s-wired\"]\nabout = \"outcome\"\nvalue = \"y\"\nby = [\"spy\"]"),
    ];
    let open = brief("cite = [\"s-bbc\"]\nroles = { accused = [\"iran\"] }", &said);
    red(&open, &["show", "event:e"], "Nightjar");
    red(&open, &["who", "event:e"], "Nightjar");
    red(&open, &["who", "--json", "event:e"], "actor:spy");
    let denied = [
        claim(
            "c",
            "cite = [\"s-wired\"]\nabout = \"attribution\"\nvalue = \"desk\"\nto = [\"desk\"]",
        ),
        claim(
            "d",
            "cite = [\"s-bbc\"]\nabout = \"attribution\"\nvalue = \"not so\"\nby = [\"spy\"]\ndisputes = [\"c\"]",
        ),
    ];
    let open = brief("cite = [\"s-bbc\"]\nroles = { accused = [\"desk\"] }", &denied);
    for depth in ["card", "full"] {
        red(&open, &["show", "--depth", depth, "event:e"], "Nightjar denies it");
    }
}

#[test]
fn the_value_of_a_claim_elsewhere_counts() {
    let judgement = "[[judgement]]\nid = \"j\"\ntext = \"Iran.\"\non = \"e\"\nabout = \"attribution\"\n\
                     value = \"Iran\"\nlikelihood = \"likely\"\nconfidence = \"low\"\nbasis = [\"c\"]\n\
                     against = [\"r\"]\n";
    let open = brief(
        CITED,
        &[
            claim("c", "cite = [\"s-bbc\"]\nabout = \"attribution\"\nvalue = \"Iran\""),
            red_event("2023-07-15"),
            claim("r", "cite = [\"s-bbc\"]\nabout = \"attribution\"\nvalue = \"Quillfeather\""),
            judgement.to_owned(),
        ],
    );
    red(&open, &["show", "--depth", "card", "event:e"], "Quillfeather");
    red(&open, &["show", "--json", "judgement:j"], "claim:r");
}

#[test]
fn events_near_in_time_count_where_they_are_named() {
    for (day, key) in [("2022-07-16", "after"), ("2022-07-15", "same-day")] {
        let open = brief(CITED, &[red_event(day)]);
        red(&open, &["show", "--json", "event:e"], key);
        red(&open, &["show", "event:e"], "Event hidden");
        clear(&open, &["show", "--depth", "headline", "event:e"]);
    }
    let open = brief("cite = [\"s-red\", \"s-bbc\"]", &[]);
    red(&open, &["show", "--json", "event:e"], "\"sources\"");
}

#[test]
fn hits_count_what_their_reason_names() {
    let keys = "cite = [\"s-bbc\"]\nroles = { accused = [\"spy\"] }";
    let open = brief(keys, &[event("f", "2022-08-15", CITED)]);
    let found = open.run(&["find", "Nightjar"], "");
    let named: Vec<&str> = found.lines().filter(|line| line.contains("Nightjar")).collect();
    assert!(!named.is_empty(), "{found}");
    for line in named {
        assert!(line.ends_with("TLP:RED"), "{line}");
    }
    let hits = open.hits("event");
    assert!(!hits.is_empty());
    for hit in hits {
        assert_eq!(hit["marking"], "CLEAR", "{hit}");
    }
}

/// A registry and a brief in which everything speaks of everything, and what is called how.
fn entangled(red: &str) -> Folder {
    let tlp = |name: &str| if name == red { "tlp = \"RED\"\n" } else { "" };
    let registry = format!(
        "schema = 2\n[publisher.house]\nname = \"Umbrahouse\"\nactor = \"owner\"\n\
         [publisher.root]\nname = \"Rootwire\"\n[publisher.bbc]\nname = \"BBC\"\n\
         [actor.owner]\nname = \"Ownerking\"\n{}[actor.spy]\nname = \"Nightjar\"\n{}\
         [actor.iran]\nname = \"Iran\"\n[place.base]\nname = \"Duskport\"\n\
         [source.root]\ntitle = \"The first cable\"\npublisher = \"root\"\n{}\
         [source.house]\ntitle = \"The house reports\"\npublisher = \"house\"\nderived-from = [\"root\"]\n\
         [source.bbc]\ntitle = \"BBC report\"\npublisher = \"bbc\"\n",
        tlp("publisher"),
        tlp("actor"),
        tlp("source"),
    );
    let brief = format!(
        "schema = 2\n[brief]\nid = \"a\"\ntitle = \"The brief\"\ntlp = \"{}\"\n{}{}{}{}{}{}{}",
        if red == "brief" { "RED" } else { "CLEAR" },
        event(
            "e",
            "2022-07-15",
            "cite = [\"house\", \"bbc\"]\nplaces = [\"base\"]\nroles = { accused = [\"iran\"] }"
        ),
        claim("c", "cite = [\"house\"]\nabout = \"outcome\"\nvalue = \"all lost\"\nby = [\"spy\"]"),
        claim(
            "d",
            "cite = [\"bbc\"]\nabout = \"outcome\"\nvalue = \"all kept\"\ndisputes = [\"c\"]"
        ),
        event("hidden", "2022-07-16", &format!("{}cite = [\"bbc\"]", tlp("event"))),
        claim("r", "cite = [\"bbc\"]\nabout = \"outcome\"\nvalue = \"Quillfeather\""),
        event("far", "2002-07-16", CITED.replace("s-bbc", "bbc").as_str()),
        "[[judgement]]\nid = \"j\"\ntext = \"Lost.\"\non = \"e\"\nabout = \"outcome\"\nvalue = \"lost\"\n\
         likelihood = \"likely\"\nconfidence = \"low\"\nbasis = [\"c\"]\nagainst = [\"r\"]\n\
         [[qa]]\nquestion = \"What is lost?\"\nanswer = \"See [[event:hidden]].\"\nbasis = [\"e\"]\n",
    );
    let beside = "schema = 2\n[brief]\nid = \"b\"\ntitle = \"Beside\"\ntlp = \"RED\"\n\
                  [place.base]\nname = \"Duskport\"\ncountry = \"AL\"\n";
    let kept = tempfile::tempdir().unwrap();
    std::fs::create_dir(kept.path().join("_registry")).unwrap();
    std::fs::write(kept.path().join("_registry/all.toml"), registry).unwrap();
    std::fs::write(kept.path().join("a.toml"), brief).unwrap();
    if red == "place" {
        std::fs::write(kept.path().join("b.toml"), beside).unwrap();
    }
    Folder { paths: vec![kept.path().to_owned()], _kept: kept }
}

#[test]
fn what_a_red_brief_adds_to_a_place_marks_the_page_of_the_place_and_no_page_of_other_briefs() {
    let open = entangled("place");
    let marked = |reference: &str| {
        let text = open.run(&["show", reference], "");
        assert!(text.contains("Duskport"), "{text}");
        text.lines().next().map(str::to_owned)
    };
    assert_eq!(marked("place:base").as_deref(), Some("TLP:RED"));
    assert_eq!(marked("event:e").as_deref(), Some("TLP:CLEAR"));
}

#[test]
fn whatever_is_red_makes_every_text_red_that_names_it() {
    let faces: &[&[&str]] = &[
        &["show", "--depth", "headline"],
        &["show", "--depth", "card"],
        &["show"],
        &["show", "--provenance"],
        &["who"],
        &["show", "--json"],
        &["who", "--json"],
    ];
    let subjects =
        ["event:e", "claim:c", "claim:d", "event:far", "source:house", "actor:iran", "judgement:j"];
    for (red, names) in [
        ("publisher", &["Umbrahouse", "Ownerking"][..]),
        ("actor", &["Nightjar"]),
        ("source", &["Rootwire", "The first cable", "source:root"]),
        ("event", &["Event hidden", "Quillfeather", "event:hidden", "claim:r"]),
        ("brief", &["The brief", "Lost.", "What is lost?", "Event"]),
    ] {
        let open = entangled(red);
        let mut named = 0;
        for (face, subject) in faces.iter().flat_map(|face| subjects.map(|subject| (face, subject)))
        {
            if face[0] == "who" && !subject.starts_with("event") && !subject.starts_with("claim") {
                continue;
            }
            let arguments: Vec<&str> = face.iter().copied().chain([subject]).collect();
            let text = open.run(&arguments, "");
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let shown = names.iter().find(|name| words.contains(**name));
            let label = if arguments.contains(&"--json") {
                text.lines().next().map(|line| {
                    let object: serde_json::Value = serde_json::from_str(line).unwrap();
                    object["marking"].as_str().unwrap().to_owned()
                })
            } else {
                text.lines().next().map(|line| line.trim_start_matches("TLP:").to_owned())
            };
            let Some(label) = label else { continue };
            if let Some(shown) = shown {
                named += 1;
                assert_eq!(label, "RED", "{red}: {arguments:?} names {shown}:\n{text}");
            }
        }
        assert!(named > 2, "{red} is named {named} times");
        for (copy, in_first_line) in COPIES {
            for subject in subjects {
                let copied = open.copied(subject, copy);
                let words = copied.split_whitespace().collect::<Vec<_>>().join(" ");
                if let Some(shown) = names.iter().find(|name| words.contains(**name)) {
                    let label = marking_of(&copied, *in_first_line);
                    assert_eq!(label, "RED", "{red}: {copy} of {subject} names {shown}:\n{copied}");
                }
            }
        }
        // What does not speak of it stays as it was.
        let quiet = open.ends(&["show", "--depth", "card", "event:far"]);
        assert_eq!(quiet, both(if red == "brief" { "TLP:RED" } else { "TLP:CLEAR" }), "{red}");
    }
}
