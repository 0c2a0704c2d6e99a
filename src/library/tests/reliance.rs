//! What rests on a source, its chain, neighbours in time, and where records stand.

use super::*;

const CHAIN: &str = r#"
[publisher.wire]
name = "Wire"
[source.origin]
title = "Origin"
[source.wire]
title = "Wire report"
publisher = "wire"
derived-from = ["origin"]
[source.paper]
title = "Paper"
derived-from = ["wire"]
[source.other]
title = "Other"
[actor.ana]
name = "Ana"
kind = "person"
[[actor.ana.aka]]
name = "Anna"
as = "same"
cite = ["wire"]
[[actor.ana.aka]]
name = "Anka"
as = "same"
cite = ["other"]
[actor.ben]
cite = ["origin"]
name = "Ben"
kind = "person"
[[link]]
from = "ana"
type = "heads"
to = "ben"
cite = ["wire"]
[[event]]
id = "alone"
title = "Alone"
when = "2022-09-01"
type = "other"
cite = ["wire"]
[[event]]
id = "copied"
title = "Copied"
when = "2022-09-03"
type = "other"
cite = ["wire", "paper"]
[[event.claim]]
id = "says"
text = "It says so."
value = "yes"
cite = ["wire", "other"]
[[event.claim]]
id = "denies"
text = "It says no."
value = "no"
cite = ["other"]
disputes = ["says"]
[[event]]
id = "by-claim"
title = "By a claim"
when = "2022-09-04"
type = "other"
cite = ["origin"]
[[event.claim]]
id = "only"
text = "Only the wire says so."
cite = ["wire"]
"#;

#[test]
fn what_would_be_uncited_is_counted_and_copies_are_no_support() {
    let library = library(&[&a_brief("b", CHAIN)]);
    let reliance = library.reliance(at(&library, "source:wire"));
    assert_eq!(names(&library, &reliance.events), ["event:alone", "event:copied"]);
    assert_eq!(names(&library, &reliance.claims), ["claim:says", "claim:only"]);
    assert_eq!((reliance.summaries, reliance.names, reliance.relations), (0, 1, 1));
    assert_eq!(names(&library, &reliance.uncited), ["event:alone", "claim:only"]);
    assert_eq!(names(&library, &reliance.copies_only), ["event:copied"]);
    let origin = library.reliance(at(&library, "source:origin"));
    assert_eq!((origin.summaries, origin.names), (1, 0));
    let nothing = library.reliance(at(&library, "event:alone"));
    assert_eq!(nothing, Reliance::default());
}

#[test]
fn a_chain_is_followed_to_its_origin_and_back() {
    let library = library(&[&a_brief("b", CHAIN)]);
    let steps = |steps: Vec<Step>| -> Vec<(String, usize, bool)> {
        let name = |step: &Step| library.reference(step.source).to_string();
        steps.iter().map(|step| (name(step), step.depth, step.last)).collect()
    };
    let paper = at(&library, "source:paper");
    let up = [("source:wire".to_owned(), 1, false), ("source:origin".to_owned(), 2, true)];
    assert_eq!(steps(library.repeats(paper)), up);
    let down = [("source:wire".to_owned(), 1, false), ("source:paper".to_owned(), 2, true)];
    assert_eq!(steps(library.repeated_by(at(&library, "source:origin"))), down);
    assert!(library.repeats(at(&library, "source:other")).is_empty());
}

#[test]
fn a_ring_of_copies_ends() {
    let ring = "[source.a]\ntitle = \"A\"\nderived-from = [\"b\"]\n\
                [source.b]\ntitle = \"B\"\nderived-from = [\"a\"]\n";
    let library = library(&[&a_brief("b", ring)]);
    assert_eq!(library.repeats(at(&library, "source:a")).len(), 1);
}

#[test]
fn a_source_names_its_disputes_from_either_side() {
    let library = library(&[&a_brief("b", CHAIN)]);
    let disputes = |source| {
        let found = library.disputes_of_source(at(&library, source)).into_iter();
        let shown = |(own, other, speaks): (ItemId, ItemId, bool)| {
            (library.value(own).to_string(), library.value(other).to_string(), speaks)
        };
        found.map(shown).collect::<Vec<_>>()
    };
    assert_eq!(disputes("source:wire"), [("yes".into(), "no".into(), false)]);
    let both = [("yes".into(), "no".into(), false), ("no".into(), "yes".into(), true)];
    assert_eq!(disputes("source:other"), both);
}

fn events(dates: &[(&str, &str)]) -> String {
    let event = |(id, when): &(&str, &str)| {
        format!("[[event]]\nid = \"{id}\"\ntitle = \"{id}\"\nwhen = \"{when}\"\ntype = \"other\"\n")
    };
    a_brief("b", &dates.iter().map(event).collect::<String>())
}

fn told(library: &Library, neighbour: Option<Neighbour>) -> String {
    neighbour.map_or("-".to_owned(), |neighbour| {
        format!("{} {}", library.reference(neighbour.event), neighbour.distance.words())
    })
}

#[test]
fn neighbours_are_those_whose_order_is_known() {
    let text = events(&[
        ("old", "2021"),
        ("near", "2022-09-07"),
        ("month", "2022-09"),
        ("this", "2022-09-09"),
        ("same", "2022-09-09"),
        ("unsure", "[2022-09-08..2022-09-10]"),
        ("ended", "2022-09-01/2022-09-08"),
        ("begun", "2022-09-09/2022-09-12"),
        ("later", "2022-09-21"),
        ("latest", "[2022-09-10..]"),
    ]);
    let library = library(&[&text]);
    let found = library.neighbours(at(&library, "event:this"));
    assert_eq!(told(&library, found.before), "event:ended 1 day");
    assert_eq!(told(&library, found.after), "event:later 12 days");
    assert_eq!(names(&library, &found.same_day), ["event:same", "event:begun"]);
    let first = library.neighbours(at(&library, "event:old"));
    assert_eq!(first.before, None);
    assert_eq!(library.neighbours(at(&library, "event:month")).same_day, []);
    let apart = library.apart(at(&library, "event:this"), at(&library, "event:near")).unwrap();
    assert_eq!(apart.words().as_str(), "2 days earlier");
}

#[test]
fn neighbours_are_of_the_same_brief_where_it_has_any() {
    let own = events(&[("far", "2022-09-01"), ("this", "2022-09-09")]);
    let other =
        events(&[("eve", "2022-09-08"), ("morrow", "2022-09-10"), ("beside", "2022-09-09")]);
    let library = library(&[&own, &other.replace("\"b\"", "\"c\"")]);
    let found = library.neighbours(at(&library, "event:this"));
    assert_eq!(told(&library, found.before), "event:far 8 days");
    assert_eq!(told(&library, found.after), "event:morrow 1 day");
    assert_eq!(names(&library, &found.same_day), ["event:beside"]);
}

#[test]
fn one_moment_in_two_offsets_is_neither_before_nor_after() {
    let text = events(&[
        ("kathmandu", "2022-10-30T23:50+05:45"),
        ("utc", "2022-10-30T18:05Z"),
        ("day", "2022-10-30"),
    ]);
    let library = library(&[&text]);
    for (event, other) in [("event:kathmandu", "event:utc"), ("event:utc", "event:kathmandu")] {
        let found = library.neighbours(at(&library, event));
        assert_eq!((found.before, found.after), (None, None));
        assert_eq!(names(&library, &found.same_moment), [other]);
        assert_eq!(names(&library, &found.same_day), ["event:day"]);
    }
}

#[test]
fn every_record_of_an_item_has_its_place() {
    let registry = "schema = 1\n[actor.ana]\nname = \"Ana\"\nkind = \"person\"\n";
    let brief = a_brief(
        "b",
        "[actor.ana]\nname = \"Ana\"\naliases = [\"Anna\"]\n[source.s]\ntitle = \"S\"\n",
    );
    let library = with_registry(&[registry], &[&brief]);
    let lines = |reference| {
        let found = library.definitions(at(&library, reference)).into_iter();
        found.map(|found| format!("{}:{}", found.file, found.line)).collect::<Vec<_>>()
    };
    assert_eq!(lines("actor:ana"), ["_registry/all.toml:2", "brief.toml:6"]);
    assert_eq!(lines("source:s"), ["brief.toml:9"]);
}

#[test]
fn the_hash_of_a_file_is_that_of_its_bytes() {
    let mut sources = Sources::default();
    let plain = sources.add("a".into(), "abc");
    let marked = sources.add("b".into(), "abc");
    sources.note_byte_order_mark(marked);
    let library = Library::new(Vec::new(), sources, Vec::new(), Vec::new());
    // FIPS 180-2, appendix B.1; and `printf '\357\273\277abc' | sha256sum`.
    let digits = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(library.file_hash(plain).as_str(), digits);
    let digits = "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c";
    assert_eq!(library.file_hash(marked).as_str(), digits);
}

/// Two files without a registry that describe a wire and a paper, each in its own way, and cite both.
fn described(id: &str, wire: &str, paper: &str) -> String {
    let records = format!(
        "[source.wire]\ntitle = \"Wire\"\n{wire}\n[source.paper]\ntitle = \"Paper\"\n{paper}\n\
         [actor.ana]\nname = \"Ana\"\nkind = \"person\"\nsummary = \"By {id}.\"\ncite = [\"wire\"]\n\
         [[event]]\nid = \"of-{id}\"\ntitle = \"E\"\nwhen = \"2022-09-01\"\ntype = \"other\"\n\
         cite = [\"wire\", \"paper\"]\n"
    );
    a_brief(id, &records)
}

#[test]
fn what_rests_on_a_source_is_reckoned_as_the_brief_of_each_record_describes_it() {
    let copied = "derived-from = [\"wire\"]";
    let (a, b) = (described("a", "", copied), described("b", "reliability = \"E\"", ""));
    let copies_of = |first: &str, second: &str| {
        let library = library(&[first, second]);
        let wire = at(&library, "source:wire");
        let found = library.reliance(wire);
        assert_eq!(found.summaries, 2);
        assert_eq!(names(&library, &library.concerned(wire)), ["actor:ana"]);
        (names(&library, &found.copies_only), library)
    };
    // Whichever file is read first.
    let (copies_only, library) = copies_of(&a, &b);
    assert_eq!(copies_only, ["event:of-a"]);
    let wire = at(&library, "source:wire");
    let otherwise = |event| library.described_otherwise(wire, at(&library, event));
    assert!(otherwise("event:of-a").is_empty());
    assert_eq!(names_of(&otherwise("event:of-b")), ["graded E"]);
    assert_eq!(copies_of(&b, &a).0, ["event:of-a"]);
}

#[test]
fn a_brief_that_withdraws_a_source_does_so_for_its_own_records() {
    let (a, b) = (described("a", "withdrawn = true", ""), described("b", "", ""));
    for (briefs, told) in [([&a, &b], "not withdrawn"), ([&b, &a], "withdrawn")] {
        let library = library(&[briefs[0], briefs[1]]);
        let (wire, other) =
            (at(&library, "source:wire"), if told == "withdrawn" { "a" } else { "b" });
        let event = at(&library, &format!("event:of-{other}"));
        assert_eq!(names_of(&library.described_otherwise(wire, event)), [told]);
    }
}

fn names_of(words: &[DisplayText]) -> Vec<&str> {
    words.iter().map(DisplayText::as_str).collect()
}
