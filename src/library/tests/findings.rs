//! Findings across records.

use super::*;
use crate::diag::Span;

fn event(more: &str) -> String {
    format!("[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022-09-09\"\ntype = \"cyber\"\n{more}")
}

/// Messages of one code in a brief with these records.
fn messages(code: Code, records: &str) -> Vec<String> {
    let library = library(&[&a_brief("b", records)]);
    let of_code = library.findings().iter().filter(|found| found.code == code);
    of_code.map(|found| found.message.as_str().to_owned()).collect()
}

#[test]
fn dangling_references_name_the_table_and_the_nearest_id() {
    let records = "[source.aeoi-statement]\ntitle = \"S\"\npublisher = \"aeoy\"\n\
                   [publisher.aeoi]\nname = \"A\"\n[actor.nppd]\nname = \"N\"\nkind = \"group\"\n"
        .to_owned()
        + &event(
            "cite = [\"aeoi-statment\", \"nppd\"]\nroles = { target = [\"npd\"] }\nplaces = [\"nowhere\"]\n\
             [[judgement]]\nid = \"j\"\ntext = \"J\"\nbasis = [\"f\"]\n",
        );
    assert_eq!(
        messages(Code::E110, &records),
        [
            "no source has the id `aeoi-statment`; did you mean `aeoi-statement`?",
            "`nppd` is an actor, and `cite` takes a source",
        ]
    );
    let only = |code: Code| messages(code, &records).join("|");
    assert_eq!(only(Code::E111), "no actor has the id `npd`; did you mean `nppd`?");
    assert_eq!(only(Code::E112), "no place has the id `nowhere`");
    assert_eq!(only(Code::E113), "no event or claim has the id `f`; did you mean `e`?");
    assert_eq!(only(Code::E114), "no publisher has the id `aeoy`; did you mean `aeoi`?");
}

#[test]
fn an_id_of_another_kind_is_told_with_the_key_that_takes_none() {
    let records = "[publisher.koe]\nname = \"K\"\n[actor.iran]\nname = \"I\"\nkind = \"state\"\n\
                   [source.doc]\ntitle = \"D\"\npublisher = \"iran\"\nderived-from = [\"koe\"]\n\
                   [[link]]\nfrom = \"koe\"\ntype = \"uses\"\nto = \"doc\"\n"
        .to_owned()
        + &event(
            "roles = { target = [\"koe\"] }\nplaces = [\"iran\"]\n\
             [[event.claim]]\nid = \"c\"\ntext = \"C\"\nby = [\"doc\"]\nto = [\"e\"]\ndisputes = [\"j\"]\n\
             [[judgement]]\nid = \"j\"\ntext = \"J\"\non = \"c\"\nbasis = [\"doc\"]\nagainst = [\"e\"]\n\
             [[gap]]\ntext = \"G\"\non = [\"iran\"]\n",
        );
    let mut all: Vec<String> = Vec::new();
    for code in [Code::E110, Code::E111, Code::E112, Code::E113, Code::E114] {
        all.extend(messages(code, &records));
    }
    for wanted in [
        "`koe` is a publisher, and `derived-from` takes a source",
        "`koe` is a publisher, and `from` takes an actor",
        "`doc` is a source, and `to` takes an actor",
        "`koe` is a publisher, and `roles` takes an actor",
        "`doc` is a source, and `by` takes an actor",
        "`e` is an event, and `to` takes an actor",
        "`iran` is an actor, and `places` takes a place",
        "`c` is a claim, and `on` takes an event",
        "`doc` is a source, and `basis` takes an event or claim",
        "`e` is an event, and `against` takes a claim",
        "`j` is a judgement, and `disputes` takes an event or claim",
        "`iran` is an actor, and `on` takes an event or claim",
        "`iran` is an actor, and `publisher` takes a publisher",
    ] {
        assert!(all.iter().any(|message| message == wanted), "{wanted}: {all:#?}");
    }
    assert_eq!(all.len(), 13);
}

#[test]
fn prose_that_dangles_or_is_ambiguous() {
    let records = "[actor.black-reward]\nname = \"B\"\nkind = \"group\"\n\
                   [publisher.black-reward]\nname = \"B\"\n\
                   [publisher.aeoi]\nname = \"A\"\nactor = \"aeoi\"\n\
                   [actor.aeoi]\nname = \"A\"\nkind = \"agency\"\n"
        .to_owned()
        + &event("summary = \"[[black-reward]] [[aeoi]] [[actor:aeoi]] [@aeoi] [[nothing]]\"\n");
    assert_eq!(
        messages(Code::E115, &records),
        [
            "`[[black-reward]]` is both an actor and a publisher: write `[[actor:black-reward]]`",
            "`[@aeoi]` cites no source; it is the id of an actor: write `[[actor:aeoi]]`",
            "`[[nothing]]` links to nothing",
        ]
    );
}

#[test]
fn a_link_reaches_into_another_brief_of_the_library() {
    let first = a_brief("a", &event(""));
    let second = a_brief("b", "[[gap]]\ntext = \"After [[e]].\"\n");
    let library = library(&[&first, &second]);
    assert!(!codes(&library).contains(&Code::E115));
    let linked = library.linked(at(&library, "gap-1"), Kind::Event);
    assert_eq!(names(&library, linked), ["event:e"]);
}

#[test]
fn cycles_are_found_once_with_their_path() {
    let sources: String = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")]
        .map(|(id, from)| format!("[source.{id}]\ntitle = \"{id}\"\nderived-from = [\"{from}\"]\n"))
        .concat();
    let actors = "[actor.x]\nname = \"X\"\nkind = \"group\"\npart-of = [\"x\"]\n";
    assert_eq!(
        messages(Code::E116, &format!("{sources}{actors}")),
        ["`a` derives from `b` derives from `c` derives from `a`", "`x` is part of `x`",]
    );
}

#[test]
fn a_dense_group_is_one_finding_that_names_eight_at_most() {
    let source = |id: usize, from: &[usize]| {
        let from = from.iter().map(|id| format!("\"s{id}\"")).collect::<Vec<_>>().join(", ");
        format!("[source.s{id}]\ntitle = \"s\"\nderived-from = [{from}]\n")
    };
    let others = |id: usize| (0..60).filter(|other| *other != id).collect::<Vec<_>>();
    let dense: String = (0..60).map(|id| source(id, &others(id))).collect();
    assert_eq!(
        messages(Code::E116, &dense),
        ["`s0` derives from `s1` derives from `s0`; 58 more are in a circle with them"]
    );
    let ring: String = (0..9).map(|id| source(id, &[(id + 1) % 9])).collect();
    let [only] = &messages(Code::E116, &ring)[..] else { panic!("one finding for one ring") };
    assert!(only.starts_with("`s0` derives from `s1` derives from `s2` "), "{only}");
    let end = "`s7` derives from … and so on back to `s0`; 1 more is in a circle with them";
    assert!(only.ends_with(end), "{only}");
    let pairs = [source(0, &[1]), source(1, &[0]), source(2, &[0, 3]), source(3, &[2])].concat();
    assert_eq!(
        messages(Code::E116, &pairs),
        ["`s0` derives from `s1` derives from `s0`", "`s2` derives from `s3` derives from `s2`"]
    );
}

#[test]
fn a_file_has_a_thousand_findings_across_records_and_the_rest_counted() {
    let ids: Vec<String> = (0..1_500).map(|id| format!("\"no-{id}\"")).collect();
    let records = event(&format!("cite = [{}]\n", ids.join(", ")));
    let library = library(&[&a_brief("b", &records)]);
    let mut found = found(&library);
    let last = found.pop().unwrap();
    assert_eq!(found.len(), 1_000);
    assert!(found.iter().all(|found| found.starts_with("E110")));
    assert!(last.ends_with(" 500 more findings in this file are left out"), "{last}");
}

#[test]
fn a_part_above_the_briefs_marking() {
    assert_eq!(
        messages(Code::E131, &event("tlp = \"AMBER\"\n")),
        ["the event is AMBER in a brief marked CLEAR"]
    );
    assert_eq!(messages(Code::E131, &event("tlp = \"CLEAR\"\n")), Vec::<String>::new());
}

#[test]
fn graded_one_needs_two_origins() {
    let sources = "[source.root]\ntitle = \"R\"\n[source.a]\ntitle = \"A\"\nderived-from = [\"root\"]\n\
                   [source.b]\ntitle = \"B\"\nderived-from = [\"root\"]\n[source.c]\ntitle = \"C\"\n";
    let graded = |cite: &str| {
        let claim = format!(
            "[[event.claim]]\nid = \"x\"\ntext = \"X\"\ncredibility = 1\ncite = [{cite}]\n"
        );
        messages(Code::W202, &format!("{sources}{}", event(&claim)))
    };
    let begin = "graded 1 (confirmed by other sources), but ";
    assert_eq!(graded("\"a\", \"b\""), [format!("{begin}both sources derive from `root`")]);
    assert_eq!(graded("\"a\""), [format!("{begin}it cites only one")]);
    assert_eq!(graded("\"a\", \"c\""), Vec::<String>::new());
}

#[test]
fn high_confidence_on_a_thin_basis() {
    let sources = "[source.a]\ntitle = \"A\"\n[source.b]\ntitle = \"B\"\n";
    let thin = |more: &str| messages(Code::W203, &format!("{sources}{}", event(more)));
    let begin = "high confidence that this happened rests on ";
    assert_eq!(
        thin("cite = [\"a\"]\nconfidence = \"high\"\n"),
        [format!("{begin}a single origin, `a`")]
    );
    assert_eq!(thin("cite = [\"a\", \"b\"]\nconfidence = \"high\"\n"), Vec::<String>::new());
    assert_eq!(thin("cite = [\"a\"]\nconfidence = \"low\"\n"), Vec::<String>::new());
    let planned = "cite = [\"a\", \"b\"]\nstatus = \"planned\"\nconfidence = \"high\"\n";
    assert_eq!(thin(planned), [format!("{begin}a plan: its status is `planned`")]);
    assert_eq!(thin("confidence = \"high\"\n"), [format!("{begin}no source")]);
    let day = "cite = [\"a\", \"b\"]\nconfidence = \"moderate\"\nwhen-confidence = \"high\"\n\
               [[event.claim]]\nid = \"x\"\ntext = \"X\"\nabout = \"when\"\nvalue = \"9 Sep\"\n\
               [[event.claim]]\nid = \"y\"\ntext = \"Y\"\nabout = \"when\"\nvalue = \"8 Sep\"\ndisputes = [\"x\"]\n";
    let found = "high confidence in the date of this event rests on what the claim `y` contests";
    assert_eq!(thin(day), [found]);
    let disputed = "cite = [\"a\", \"b\"]\nconfidence = \"high\"\n\
                    [[event.claim]]\nid = \"x\"\ntext = \"X\"\ndisputes = [\"e\"]\n";
    assert_eq!(thin(disputed), [format!("{begin}what the claim `x` contests")]);
}

#[test]
fn a_source_from_before_the_event() {
    let source = "[source.a]\ntitle = \"A\"\npublished = \"2021-09-10\"\n";
    let before = |more: &str| messages(Code::W210, &format!("{source}{}", event(more)));
    assert_eq!(
        before("cite = [\"a\"]\n"),
        ["`a` was published 10 Sep 2021, before the event it reports (9 Sep 2022)"]
    );
    assert_eq!(before("cite = [\"a\"]\nstatus = \"planned\"\n"), Vec::<String>::new());
}

#[test]
fn what_nothing_refers_to_and_what_cites_nothing() {
    let records = "[source.a]\ntitle = \"A\"\n[place.p]\nname = \"P\"\n".to_owned() + &event("");
    assert_eq!(
        messages(Code::W220, &records),
        ["nothing refers to the source `a`", "nothing refers to the place `p`"]
    );
    assert_eq!(messages(Code::W201, &records), ["the event `e` cites nothing"]);
    let registry = with_registry(&["[source.a]\ntitle = \"A\"\n"], &[&a_brief("b", "")]);
    assert_eq!(found(&registry), Vec::<String>::new());
}

#[test]
fn of_two_tags_the_rarer_is_doubted() {
    let tagged = |id: &str, tag: &str| {
        event(&format!("tags = [\"{tag}\"]\n")).replace("\"e\"", &format!("\"{id}\""))
    };
    let records = [("a", "leek"), ("b", "leak"), ("c", "leak"), ("d", "cve-1"), ("f", "cve-2")]
        .map(|(id, tag)| tagged(id, tag))
        .concat();
    assert_eq!(messages(Code::W221, &records), ["the tag `leek` is one letter from `leak`"]);
}

#[test]
fn findings_are_sorted_by_file_and_place() {
    let second = a_brief("b", &event("cite = [\"x\"]\nplaces = [\"y\"]\n"));
    let library = library(&[&a_brief("a", &event("cite = [\"z\"]\n")), &second]);
    assert_eq!(codes(&library), [Code::E110, Code::E110, Code::E112]);
}

#[test]
fn a_place_lies_in_the_record_whose_header_is_above_it() {
    let text = a_brief(
        "b",
        "[publisher.p]\nname = \"P\"\n[actor.ana]\nname = \"Ana\"\nkind = \"person\"\n\
         [[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"other\"\n\
         [[event.claim]]\nid = \"c\"\ntext = \"T\"\n\
         [[event.link]]\ntype = \"x-follows\"\nto = \"e\"\n[[change]]\nrevision = 1\ndate = \"2022\"\n",
    );
    let library = library(&[&text]);
    let source = library.get(at(&library, "event:e")).unwrap().span.source;
    let item = |part: &str| {
        let start = text.find(part).unwrap();
        library
            .headers()
            .item_at(&Span::new(source, start..start + 1))
            .map(|id| library.reference(id).as_str().to_owned())
    };
    assert_eq!(item("kind = "), Some("actor:ana".to_owned()));
    assert_eq!(item("title = \"E\""), Some("event:e".to_owned()));
    assert_eq!(item("text = "), Some("claim:c".to_owned()));
    assert_eq!(item("x-follows"), Some("event:e".to_owned()));
    assert_eq!(item("tlp"), Some("brief:b".to_owned()));
    for outside in ["schema", "name = \"P\"", "revision"] {
        assert_eq!(item(outside), None, "{outside}");
    }
}
