//! Links in both directions.

use super::*;
use proptest::prelude::*;

/// Three events, actors and sources with references between them as the bits of a number say.
fn brief_of(bits: u64) -> String {
    let mut at = 0;
    let mut chosen = |ids: [&str; 3]| {
        let list: Vec<String> = ids
            .iter()
            .filter_map(|id| {
                at += 1;
                (bits >> (at % 64) & 1 == 1).then(|| format!("\"{id}\""))
            })
            .collect();
        list.join(", ")
    };
    let actors = ["ana", "ben", "missing-actor"];
    let sources = ["one", "two", "missing-source"];
    let claims = ["c0", "c1", "c2"];
    let events = ["e0", "e1", "c2"];
    let mut text = vec![
        "[actor.ana]\nname = \"Ana\"\nkind = \"person\"\n".to_owned(),
        "[actor.ben]\nname = \"Ben\"\nkind = \"person\"\n".to_owned(),
        format!("part-of = [{}]\n", chosen(["ana", "ben", "missing-actor"])),
        "[source.one]\ntitle = \"One\"\n[source.two]\ntitle = \"Two\"\n".to_owned(),
        format!("derived-from = [{}]\n", chosen(["one", "two", "missing-source"])),
    ];
    for number in 0..3 {
        text.push(format!(
            "[[event]]\nid = \"e{number}\"\ntitle = \"E\"\nwhen = \"202{number}\"\ntype = \"cyber\"\n\
             roles = {{ target = [{}] }}\ncite = [{}]\n\
             [[event.claim]]\nid = \"c{number}\"\ntext = \"See [[e0]] and [[ana]].\"\n\
             by = [{}]\ncite = [{}]\ndisputes = [{}]\n",
            chosen(actors),
            chosen(sources),
            chosen(actors),
            chosen(sources),
            chosen(claims),
        ));
    }
    text.push(format!("[[judgement]]\nid = \"j\"\ntext = \"J\"\nbasis = [{}]\n", chosen(events)));
    text.push(format!("[[gap]]\ntext = \"G\"\non = [{}]\n", chosen(events)));
    a_brief("b", &text.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn links_are_symmetric_in_order_and_never_to_oneself(bits in any::<u64>()) {
        let library = library(&[&brief_of(bits)]);
        for (id, item) in library.items() {
            for kind in Kind::ALL {
                let linked = library.linked(id, *kind);
                let order = linked.iter().map(|other| {
                    library.listed(*kind).iter().position(|listed| listed == other).unwrap()
                });
                prop_assert!(order.is_sorted_by(|a, b| a < b));
                for other in linked {
                    prop_assert!(*other != id);
                    prop_assert!(library.linked(*other, item.kind).contains(&id));
                }
            }
            for edge in library.outgoing(id) {
                let back = library.incoming(edge.to);
                prop_assert!(back.filter(|b| b.to == id && b.relation == edge.relation).count() >= 1);
            }
        }
    }

    #[test]
    fn each_dangling_reference_is_found_once(bits in any::<u64>()) {
        let text = brief_of(bits);
        let library = library(&[&text]);
        let written = text.matches("\"missing-").count();
        let dangling = |found: &&Diagnostic| matches!(found.code, Code::E110 | Code::E111);
        prop_assert_eq!(library.findings().iter().filter(dangling).count(), written);
        let stand_ins = library.items().filter(|(_, item)| !item.known).count();
        let missing = ["\"missing-actor\"", "\"missing-source\""];
        prop_assert_eq!(stand_ins, missing.iter().filter(|id| text.contains(**id)).count());
    }
}

const LEAK: &str = r#"
[publisher.aeoi]
name  = "Atomic Energy Organization of Iran"
actor = "aeoi"
[source.statement]
title     = "Statement"
publisher = "aeoi"
published = "2022-10-23"
[source.post]
title = "Post"
published = "2022-10-22"
[actor.aeoi]
name = "AEOI"
kind = "agency"
[actor.nppd]
name = "NPPD"
kind = "organisation"
part-of = ["aeoi"]
[actor.black-reward]
name = "Black Reward"
kind = "group"
[place.bushehr]
name = "Bushehr"
[[event]]
id = "later"
title = "Later"
when = "2022-11"
type = "statement"
summary = "It came after [[leak]]."
[[event]]
id = "leak"
title = "Leak"
when = "2022-10-22"
type = "cyber"
roles = { target = ["nppd"], victim = ["nppd"] }
places = ["bushehr"]
cite = ["statement"]
[[event.claim]]
id = "by-black-reward"
text = "Black Reward did it."
to = ["black-reward"]
cite = ["post"]
[[judgement]]
id = "motive"
text = "To support the protests."
basis = ["by-black-reward"]
"#;

#[test]
fn an_event_has_its_actors_sources_and_events() {
    let library = library(&[&a_brief("b", LEAK)]);
    let linked = |from: &str, kind: Kind| names(&library, library.linked(at(&library, from), kind));
    assert_eq!(linked("event:leak", Kind::Actor), ["actor:black-reward", "actor:nppd"]);
    assert_eq!(linked("event:leak", Kind::Source), ["source:post", "source:statement"]);
    assert_eq!(linked("event:leak", Kind::Event), ["event:later"]);
    assert_eq!(linked("event:later", Kind::Event), ["event:leak"]);
    assert_eq!(linked("actor:nppd", Kind::Source), ["source:post", "source:statement"]);
    assert_eq!(linked("actor:black-reward", Kind::Source), ["source:post"]);
    assert_eq!(linked("actor:aeoi", Kind::Source), ["source:statement"]);
    assert_eq!(linked("place:bushehr", Kind::Event), ["event:leak"]);
    assert_eq!(linked("judgement:motive", Kind::Event), ["event:leak"]);
    assert_eq!(linked("judgement:motive", Kind::Actor), ["actor:black-reward"]);
    assert_eq!(linked("brief:b", Kind::Event), ["event:leak", "event:later"]);
    let roles = library.roles(at(&library, "event:leak"), at(&library, "actor:nppd"));
    assert_eq!(roles, ["target".into(), "victim".into()]);
}

#[test]
fn references_are_read_in_every_form() {
    let other = a_brief(
        "c",
        "[[gap]]\ntext = \"G\"\n[[event]]\nid = \"leak\"\ntitle = \"L\"\nwhen = \"2022\"\ntype = \"other\"\n",
    );
    let library = library(&[&a_brief("b", LEAK), &other]);
    let leak = at(&library, "event:b#leak");
    assert_eq!(library.reference(leak).as_str(), "event:b#leak");
    assert_eq!(at(&library, " B#Leak "), leak);
    assert_eq!(at(&library, "event:b#leak  TLP:RED"), leak, "as it is copied");
    let lasting = |reference: &str| library.lasting_reference(at(&library, reference)).to_string();
    assert_eq!(lasting("black-reward"), "actor:b#black-reward");
    assert_eq!(lasting("brief:b"), "brief:b");
    assert_eq!(at(&library, "#nppd"), at(&library, "actor:nppd"));
    assert_eq!(at(&library, "gap-1"), at(&library, "c#gap-1"));
    let error = |reference: &str| {
        library.find_reference(reference).unwrap_err().message.as_str().to_owned()
    };
    assert_eq!(error("leak"), "`leak` names event:b#leak, event:c#leak: write one of them");
    assert_eq!(error("actor:npd"), "`actor:npd` names no actor; did you mean `actor:nppd`?");
    assert_eq!(error("place:nppd"), "`place:nppd` names no place; did you mean `actor:nppd`?");
    assert_eq!(
        error("actor:black"),
        "`actor:black` names no actor; did you mean `actor:black-reward`?"
    );
    assert_eq!(
        error("reward"),
        "`reward` names nothing; did you mean `actor:black-reward` or `claim:by-black-reward`?"
    );
    assert_eq!(at(&library, "black  reward"), at(&library, "actor:black-reward"));
    assert_eq!(error("d#leak"), "no brief has the id `d`; did you mean `b`?");
    assert!(error("thing:x").starts_with("`thing` is no kind; the kinds are brief, event"));
    for long in ["a".repeat(100_000), format!("{}:x", "é".repeat(300)), "b#".repeat(150)] {
        let message = error(&long);
        assert!(message.ends_with("…` is over 200 characters, and no id is as long"), "{message}");
        assert!(message.chars().count() < 100, "{message}");
    }
    assert!(error(&"a".repeat(200)).ends_with("` names nothing"));
}

#[test]
fn judgements_that_all_rest_on_everything_take_over_a_bounded_part() {
    use std::fmt::Write;
    let mut records = String::new();
    let sources: Vec<String> = (0..1_000).map(|id| format!("\"s{id}\"")).collect();
    for id in &sources {
        write!(records, "[source.{id}]\ntitle = \"S\"\n").unwrap();
    }
    let event = "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"other\"\n";
    writeln!(records, "{event}cite = [{}]", sources.join(", ")).unwrap();
    for id in 0..3_000 {
        write!(records, "[[judgement]]\nid = \"j{id}\"\ntext = \"J\"\nbasis = [\"e\"]\n").unwrap();
    }
    let library = library(&[&a_brief("b", &records)]);
    let judgements = library.listed(Kind::Judgement);
    assert_eq!(judgements.len(), 3_000);
    let cited = |id: &ItemId| library.assessment(*id).unwrap().citations.len();
    assert_eq!(cited(&judgements[0]), 1_000);
    assert!(judgements.iter().all(|id| cited(id) > 0));
    let all: usize = judgements.iter().map(cited).sum();
    assert!(all < 200_000, "{all}");
    // Each that has less is told, and so is how many are not told.
    assert!(codes(&library).contains(&Code::W271));
    let told = found(&library).into_iter().filter(|found| found.contains("rests on so much"));
    let left_out = found(&library).into_iter().find(|found| found.contains("left out")).unwrap();
    assert_eq!((told.count(), left_out.contains(" more findings")), (1_000, true), "{left_out}");
    let linked = |id: &ItemId| library.linked(*id, Kind::Source).len();
    assert_eq!(linked(&judgements[0]), 1_000);
    let all: usize = judgements.iter().map(linked).sum();
    assert!(all <= 2_000_000, "{all}");
}

#[test]
fn short_lists_are_linked_however_many_there_are() {
    use std::fmt::Write;
    let list =
        |letter: char| (0..8).map(|id| format!("\"{letter}{id}\"")).collect::<Vec<_>>().join(", ");
    let (actors, sources) = (list('a'), list('s'));
    let mut records = String::new();
    for id in 0..8 {
        write!(
            records,
            "[source.s{id}]\ntitle = \"S\"\n[actor.a{id}]\nname = \"A\"\nkind = \"group\"\n"
        )
        .unwrap();
    }
    let many: Vec<String> = (0..1_200).map(|id| format!("\"m{id}\"")).collect();
    let long = format!("roles = {{ host = [{0}] }}\ncite = [{0}]\n", many.join(", "));
    let event = |id: &str, lists: &str| {
        format!(
            "[[event]]\nid = \"{id}\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"other\"\n{lists}"
        )
    };
    for (id, lists) in [("long-1", &long), ("long-2", &long)] {
        records.push_str(&event(id, lists));
    }
    for id in &many {
        let id = id.trim_matches('"');
        write!(
            records,
            "[actor.{id}]\nname = \"M\"\nkind = \"group\"\n[source.{id}]\ntitle = \"S\"\n"
        )
        .unwrap();
    }
    let short = format!("roles = {{ host = [{actors}] }}\ncite = [{sources}]\n");
    records.push_str(&event("short", &short));
    let library = library(&[&a_brief("b", &records)]);
    let of_short = library.linked(at(&library, "actor:a7"), Kind::Source);
    assert_eq!(of_short.len(), 8);
    assert_eq!(library.linked(at(&library, "actor:m7"), Kind::Source).len(), 1_200);
    // The second of the long ones is too much, and told.
    let told: Vec<String> =
        found(&library).into_iter().filter(|found| found.starts_with("W271")).collect();
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn a_file_has_a_thousand_stand_ins() {
    let ids: Vec<String> = (0..1_200).map(|id| format!("\"no-{id}\"")).collect();
    let event = "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"other\"\n";
    let link = "[[link]]\nfrom = \"x\"\nto = \"y\"\ntype = \"knows\"\n";
    let brief = a_brief("b", &format!("{event}cite = [{}]\n{link}", ids.join(", ")));
    let small = a_brief("c", "[[judgement]]\nid = \"j\"\ntext = \"J [@nobody]\"\n");
    let library = library(&[&brief, &small]);
    let stand_ins = library.items().filter(|(_, item)| !item.known).count();
    assert_eq!(stand_ins, 1_000);
    assert_eq!(library.linked(at(&library, "event:e"), Kind::Source).len(), 1_000);
    assert!(library.actor_links().is_empty());
    // 1,200 sources and two actors, of which a thousand are told.
    let last = found(&library).into_iter().find(|found| found.contains("left out")).unwrap();
    assert!(last.contains(" 202 more"), "{last}");
}

#[test]
fn prose_full_of_dangling_links_does_not_look_at_every_id_each_time() {
    let sources: Vec<String> =
        (0..15_000).map(|id| format!("[source.s{id}]\ntitle = \"S\"\n")).collect();
    let sources = sources.concat();
    let prose = "[@no] ".repeat(15_000);
    let brief = a_brief("b", &format!("{sources}[[gap]]\ntext = \"{prose}\"\n"));
    let library = library(&[&brief]);
    assert_eq!(codes(&library).iter().filter(|code| **code == Code::E115).count(), 1_000);
}
