//! Pages of actors: who it is, its events by role, what is said of it and what it says, its names.

use super::*;

const RECORDS: &str = r#"schema = 2
[brief]
id = "b"
title = "B"
tlp = "CLEAR"
[source.times]
title = "Report"
[source.post]
title = "Post"
[actor.group]
name = "Raiders"
kind = "persona"
country = "AL"
role = "Front of the attackers"
summary = "It claimed the attack. Nobody has seen its members."
aliases = ["RDRS"]
names = { sq = "Sulmuesit" }
say = "RAY-ders"
keywords = ["raiderz"]
part-of = ["state"]
attack = ["G0001"]
[[actor.group.aka]]
name = "Red Raid"
by = ["vendor"]
as = "same"
cite = ["times"]
[[actor.group.aka]]
name = "Mask"
as = "operator-of"
[actor.state]
name = "State"
kind = "state"
[actor.vendor]
name = "Vendor"
kind = "vendor"
[[event]]
id = "leak"
title = "A leak is announced"
when = "2023-10"
type = "other"
status = "planned"
roles = { accused = ["group"] }
[[event]]
id = "attack"
title = "The attack"
when = "2022-07-15"
type = "cyber"
roles = { speaker = ["group"], claimant = ["group"] }
confidence = "high"
cite = ["times"]
[[event.claim]]
id = "own"
text = "The group says that it did it."
about = "attribution"
attribution = "self"
by = ["group"]
to = ["group"]
cite = ["post"]
[[event.claim]]
id = "blamed"
text = "The vendor names the group."
about = "attribution"
attribution = "technical"
by = ["vendor"]
to = ["group"]
cite = ["times"]
credibility = 2
[[event.claim]]
id = "day"
text = "It was on the 15th, says the vendor of the group."
about = "when"
value = "15 Jul 2022"
to = ["group"]
cite = ["times"]
[[event]]
id = "speech"
title = "A speech about it"
when = "2022-08-01"
type = "statement"
summary = "It names [[group]]."
confidence = "moderate"
[[event]]
id = "raid"
title = "The raid"
when = "2015"
type = "cyber"
roles = { claimant = ["group"], supported = ["vendor"] }
confidence = "low"
[[event.claim]]
id = "held"
text = "It took place in 2015."
about = "when"
value = "2015"
credibility = 2
cite = ["times"]
[[event.claim]]
id = "later"
text = "It took place in 2016."
about = "when"
value = "2016"
credibility = 2
cite = ["post"]
disputes = ["held"]
[[judgement]]
id = "j"
text = "The group did it."
on = "attack"
about = "attribution"
value = "Raiders"
likelihood = "very likely"
confidence = "moderate"
basis = ["blamed"]
"#;

fn group(width: usize) -> Vec<String> {
    page_of(&library_of(RECORDS), "actor:group", PageSize { width, ..SIZE })
}

/// The place of a line, which has to be there.
fn place(lines: &[String], line: &str) -> usize {
    let found = lines.iter().position(|shown| shown == line);
    found.unwrap_or_else(|| panic!("no line `{line}` in\n{}", lines.join("\n")))
}

#[test]
fn the_first_lines_say_who_it_is() {
    let lines = group(80);
    assert_eq!(
        lines[..3],
        [
            "Raiders",
            "Front of the attackers.",
            "It claimed the attack. Nobody has seen its members."
        ]
    );
    assert_eq!(lines[4], "IN EVENTS 2015-2022, planned Oct 2023");
}

#[test]
fn events_stand_under_the_weightiest_role_with_how_sure_each_is() {
    let lines = group(80);
    let part = |heading: &str| {
        let from = place(&lines, heading) + 1;
        lines[from..].iter().take_while(|line| !line.is_empty()).cloned().collect::<Vec<_>>()
    };
    assert_eq!(
        part("CLAIMANT IN 2"),
        [
            "2015          The raid (year DISPUTED) [2]                         LOW",
            "15 Jul 2022   The attack (also speaker) [3]                        HIGH",
        ]
    );
    let planned = "Oct 2023      A leak is announced [1]                              planned";
    assert_eq!(part("ACCUSED IN 1"), [planned]);
    let named = "1 Aug 2022    A speech about it [4]                                MODERATE";
    assert_eq!(part("NAMED IN 1"), [named]);
    assert!(place(&lines, "ACCUSED IN 1") < place(&lines, "CLAIMANT IN 2"));
    let vendor = page_of(&library_of(RECORDS), "actor:vendor", SIZE);
    assert!(place(&vendor, "SUPPORTED IN 1") > place(&vendor, "IN EVENTS 2015-2022"));
}

#[test]
fn what_is_judged_attributed_and_said_stands_before_relations_and_names() {
    let lines = group(80);
    let order = [
        "JUDGED HERE",
        "very likely (80-95%)  The group did it. [5]",
        "                      The author's confidence in this is moderate.",
        "ATTRIBUTED TO RAIDERS",
        "[3]  15 Jul 2022  The attack",
        "[6]    The vendor names the group.",
        "       F2 Report, citing Vendor, from technical traces",
        "WHAT RAIDERS SAYS",
        "[7]    The group says that it did it.",
        "       F Post, claimed by Raiders",
        "ALSO KNOWN AS",
        "RDRS",
        "- Red Raid, as Vendor calls it  (F Report [8])",
        "- Mask, which it operates  (no source)",
        "- Sulmuesit  (Albanian)",
        "SAY IT    RAY-ders",
        "FILED UNDER",
        "KIND      persona, a front somebody acts behind",
        "COUNTRY   Albania",
        "PART OF   State [9]",
        "ATT&CK    G0001",
    ];
    let places: Vec<usize> = order.iter().map(|line| place(&lines, line)).collect();
    assert!(places.is_sorted(), "{places:?}\n{}", lines.join("\n"));
    // Of an event of which somebody says who did it, nothing else is an attribution.
    assert!(!lines.iter().any(|line| line.contains("on the 15th")));
    assert!(!lines.iter().any(|line| line.contains("raiderz")), "a keyword is no name");
}

#[test]
fn events_are_text_where_there_is_no_room_for_columns() {
    let lines = group(40);
    assert!(lines.iter().any(|line| line == "15 Jul 2022 · The attack (also"), "{lines:#?}");
    assert!(lines.iter().any(|line| line.ends_with("· HIGH")), "{lines:#?}");
}

#[test]
fn a_relation_is_the_word_of_its_brief_where_several_speak_of_an_actor() {
    let alone = library_of_files(&[("a.toml", ACTORS_AND_LINK)]);
    let lines = page_of(&alone, "actor:rama", SIZE).join("\n");
    assert!(lines.contains("heads: Albania  (confidence not stated; Paper [2])"), "{lines}");
    let note = ACTORS_AND_LINK
        .replace("\"a\"", "\"note\"")
        .replace("\"heads\"", "\"opposes\"")
        .replace("Paper", "Leaflet");
    let both = library_of_files(&[("a.toml", ACTORS_AND_LINK), ("folder/note.toml", &note)]);
    let lines = page_of(&both, "actor:rama", SIZE).join("\n").replace("\n     ", " ");
    // Each with the source as that brief has it.
    for told in [
        "heads: Albania  (confidence not stated; Paper [2]; says a.toml [3])",
        "opposes: Albania  (confidence not stated; Leaflet [4]; says note.toml [5])",
    ] {
        assert!(lines.contains(told), "{lines}");
    }
}

const ACTORS_AND_LINK: &str = "schema = 1\n[brief]\nid = \"a\"\ntitle = \"A\"\ntlp = \"CLEAR\"\n\
    [actor.rama]\nname = \"Edi Rama\"\nkind = \"person\"\n\
    [actor.albania]\nname = \"Albania\"\nkind = \"state\"\n[source.s]\ntitle = \"Paper\"\n\
    [[link]]\nfrom = \"rama\"\ntype = \"heads\"\nto = \"albania\"\ncite = [\"s\"]\n";
