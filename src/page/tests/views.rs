//! Sources, actors, events in time, provenance, depth and times.

use super::*;
use crate::choice::Face;
use crate::page::content::Content;
use crate::page::of_face;

const RECORDS: &str = r#"
[publisher.wire]
name = "Wire"
kind = "wire"
reliability = "A"
[publisher.paper]
name = "Paper"
reliability = "B"
[publisher.group]
name = "Group"
actor = "group"
[source.group-post]
title = "A post"
publisher = "group"
[source.wire]
title = "Wire report"
publisher = "wire"
published = "2022-09-10T08:30+02:00"
[source.paper]
title = "Paper report"
publisher = "paper"
derived-from = ["wire"]
reliability = "C"
[source.late]
title = "Late copy"
derived-from = ["paper"]
[actor.group]
name = "GRP"
kind = "group"
say = "grup"
aliases = ["Great Raiders of Ports", "Grupi", "GR-P"]
[actor.wire-actor]
name = "Somebody"
kind = "person"
[[event]]
id = "earlier"
title = "Ties are cut"
when = "2022-09-07"
type = "diplomatic"
[[event]]
id = "attack"
title = "The attack"
when = "2022-09-09T23:30+02:00"
type = "cyber"
summary = """One paragraph [@wire].

A second one [@paper]."""
roles = { claimant = ["group"] }
cite = ["wire", "paper", "group-post"]
confidence = "moderate"
confidence-why = "Only one of them was there."
[[event.claim]]
id = "claimed"
text = "The group did it."
about = "attribution"
value = "the group"
attribution = "self"
by = ["group"]
to = ["group"]
cite = ["group-post"]
credibility = 3
[[event.claim]]
id = "denied"
text = "Somebody else did it."
about = "attribution"
value = "somebody else"
cite = ["wire"]
disputes = ["claimed"]
[[event]]
id = "month"
title = "The month after"
when = "2022-10"
type = "other"
[[judgement]]
id = "j"
text = "They did it."
likelihood = "likely"
confidence = "low"
basis = ["claimed"]
[[gap]]
text = "Why is not known."
on = ["denied"]
"#;

const WIDE: PageSize = PageSize { width: 100, ..SIZE };

fn shown(reference: &str, size: PageSize) -> String {
    page_of(&library(RECORDS), reference, size).join("\n")
}

fn assert_lines(page: &str, lines: &[&str]) {
    for line in lines {
        assert!(page.lines().any(|shown| shown == *line), "no line `{line}` in\n{page}");
    }
}

#[test]
fn a_source_says_what_rests_on_it_whence_it_comes_and_whose_letter_it_has() {
    let wire = shown("source:wire", WIDE);
    assert_lines(
        &wire,
        &[
            "PUBLISHED Sat 10 Sep 2022 08:30 (+02:00)",
            "PUBLISHER Wire (a news agency)",
            "GRADE     A: completely reliable; the letter of Wire",
            "1 event and 1 claim rest on it; 1 rests on it alone.",
            "[2]  Somebody else did it.  (sole source)",
            "REPEATED BY",
            "CONTRADICTED BY",
            "[5]  The group did it.",
            "     F3 Group, its own claim (party)",
            "ACCESS    not stated",
        ],
    );
    let late = shown("source:late", WIDE);
    assert_lines(
        &late,
        &[
            "GRADE     F: reliability cannot be judged; nobody has given it a letter",
            "Nothing rests on this source.",
            "[1]  Paper",
            "[2]    which repeats Wire, 10 Sep 2022 08:30 (+02:00)  (the origin)",
        ],
    );
    let paper = shown("source:paper", WIDE);
    let letter = "GRADE     C: fairly reliable; given to this document; Paper itself has B";
    assert_lines(&paper, &[letter, "1 event rests on it; none on it alone."]);
}

#[test]
fn what_came_before_and_after_stands_below_the_text() {
    let page = shown("event:attack", WIDE);
    for line in [
        "PREVIOUS  7 Sep, 2 days earlier: Ties are cut [",
        "NEXT      Oct, 22-52 days later: The month after [",
    ] {
        assert!(page.lines().any(|shown| shown.starts_with(line)), "no line `{line}` in\n{page}");
    }
    assert!(!shown("event:earlier", WIDE).contains("PREVIOUS"), "nothing is known to be earlier");
}

#[test]
fn an_event_names_what_rests_on_its_claims() {
    let page = shown("event:attack", WIDE);
    assert_lines(&page, &["JUDGEMENTS", "NOT KNOWN"]);
    assert!(page.contains("likely: They did it."), "{page}");
    assert!(
        page.contains("] Why is not known.") || page.contains("]  Why is not known."),
        "{page}"
    );
}

#[test]
fn depth_goes_from_the_headline_to_all() {
    let at_depth = |depth| shown("event:attack", PageSize { depth, ..WIDE });
    let headline = at_depth(Depth::Headline);
    assert_eq!(
        headline.lines().collect::<Vec<_>>(),
        [
            "The attack",
            "WHEN      Fri 9 Sep 2022 23:30 (+02:00)",
            "HOW SURE  confidence MODERATE (2 origins, 1 of them a party)"
        ]
    );
    let card = at_depth(Depth::Card);
    assert!(card.contains("One paragraph") && !card.contains("A second one"), "{card}");
    assert!(!card.contains("WHO SAYS WHAT"), "{card}");
    assert!(at_depth(Depth::Full).contains("A second one"));
    assert_eq!(Depth::Headline.more().and_then(Depth::more), Some(Depth::Full));
    assert_eq!((Depth::Headline.less(), Depth::Full.more()), (None, None));
}

#[test]
fn times_are_shown_in_one_way_all_over_a_page() {
    let utc = shown("event:attack", PageSize { times: Times::Utc, ..WIDE });
    assert_lines(&utc, &["WHEN      Fri 9 Sep 2022 21:30 (UTC)"]);
    assert!(utc.contains("Wire, 10 Sep 2022 06:30 (UTC)"), "{utc}");
    assert!(!utc.contains("+02:00"), "{utc}");
    let local = shown("event:attack", PageSize { times: Times::Local, ..WIDE });
    assert_lines(&local, &["WHEN      Fri 9 Sep 2022 23:30 local time (+02:00)"]);
}

#[test]
fn who_says_what_is_a_page_with_links() {
    let library = library(RECORDS);
    let page = of_face(&library, at(&library, "claim:denied"), Face::WhoSays, WIDE).1;
    assert_eq!(page.title.as_str(), "Who says what: The attack");
    let text = lines_of(&page).join("\n");
    assert!(text.contains("WHO DID IT  not judged here"), "{text}");
    let targets: Vec<ItemId> = page.links.iter().map(|link| link.target).collect();
    for reference in ["claim:claimed", "claim:denied", "source:paper"] {
        assert!(targets.contains(&at(&library, reference)), "no link to {reference}");
    }
    assert!(Content::who(&library, at(&library, "source:wire"), WIDE.wanted()).is_none());
}
