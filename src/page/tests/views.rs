//! Sources, actors, events in time, provenance, depth and times.

use super::*;

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
            "PUBLISHER Wire (a news agency)",
            "GRADE     A: completely reliable",
            "WHY       the letter of Wire",
            "Rests on this source: 1 event, 1 claim; 1 would be uncited without it.",
            "REPEATED BY",
            "SPEAKS AGAINST",
            "[4]  Somebody else did it.  (cites nothing else)",
        ],
    );
    assert!(wire.contains("somebody else [4] ≠ the group"), "{wire}");
    let late = shown("source:late", WIDE);
    assert_lines(
        &late,
        &[
            "WHY       nobody has given it a letter",
            "Nothing rests on this source.",
            "[1]  Paper",
            "[2]    which repeats Wire, 10 Sep 2022 08:30 (+02:00)  (the origin)",
        ],
    );
    let paper = shown("source:paper", WIDE);
    assert_lines(&paper, &["WHY       given to this document; other documents of Paper have B"]);
}

#[test]
fn an_actor_is_a_card_with_names_roles_and_what_is_ascribed_to_it() {
    assert_lines(
        &shown("actor:group", WIDE),
        &[
            "SAY       grup",
            "IN FULL   Great Raiders of Ports",
            "SHORT     GR-P",
            "ALSO      Grupi",
            "ACTIVE    9 Sep 2022 23:30 (+02:00)",
            "EVENTS",
            "[1]  9 Sep 2022 23:30 (+02:00)  The attack  (claimant)",
            "ASCRIBED TO IT",
            "WHAT IT PUBLISHED",
        ],
    );
}

#[test]
fn what_came_before_and_after_stands_below_the_text() {
    let page = shown("event:attack", WIDE);
    assert_lines(
        &page,
        &[
            "PREVIOUS  7 Sep, 2 days earlier: Ties are cut [3]",
            "NEXT      Oct, 22-52 days later: The month after [4]",
        ],
    );
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
fn likelihood_and_confidence_are_two_sentences_and_what_it_rests_on_has_its_grade() {
    let page = shown("judgement:j", WIDE);
    assert_lines(
        &page,
        &[
            "This is likely (55-80%).",
            "Confidence in the judgement is low: scant, questionable or fragmented",
            "information.",
            "[1]  The group did it.  (only parties say so, F3)",
        ],
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
            "",
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
fn provenance_gives_file_line_hash_and_each_step_to_the_grade() {
    let library = library(RECORDS);
    let page =
        |reference| lines_of(&Page::provenance(&library, at(&library, reference), WIDE)).join("\n");
    let event = page("event:attack");
    assert_lines(
        &event,
        &[
            "brief.toml:45",
            "WHY THIS GRADE: A3",
            "WHO COUNTS AS ONE",
            "2. Group [5]",
            "PARTIES",
            "[5]  Group: GRP is claimant here",
            "DISPUTED",
        ],
    );
    assert!(event.contains("1. Wire, 10 Sep 2022 08:30 (+02:00) [2]; Paper"), "{event}");
    assert!(event.contains("Together: 2 independent sources"), "{event}");
    assert!(event.contains("somebody else ≠ the group"), "{event}");
    assert!(event.contains("Rated by the author.\nOnly one of them was there."), "{event}");
    let source = page("source:paper");
    assert!(source.contains("the publisher: brief.toml:11"), "{source}");
    assert_lines(&source, &["SHA-256   no copy with a hash is kept"]);
    assert_lines(&page("event:month"), &["No grade: it cites no source."]);
}

#[test]
fn who_says_what_is_a_page_with_links() {
    let library = library(RECORDS);
    let page = Page::who(&library, at(&library, "claim:denied"), WIDE).expect("a page");
    assert_eq!(page.title.as_str(), "Who says what: The attack");
    let text = lines_of(&page).join("\n");
    assert!(text.contains("WHO DID IT  not judged here"), "{text}");
    let targets: Vec<ItemId> = page.links.iter().map(|link| link.target).collect();
    for reference in ["claim:claimed", "claim:denied", "source:paper"] {
        assert!(targets.contains(&at(&library, reference)), "no link to {reference}");
    }
    assert!(Page::who(&library, at(&library, "source:wire"), WIDE).is_none());
}

/// A hash that is wider than a line, wherever a brief can write it.
const HASHES: &str = r#"
[source.paper]
title = "Hash HASH"
reliability-why = "It gives HASH."
note = "See https://example.org/HASH for it."
[source.daily]
title = "Daily"
[actor.group]
name = "Group"
summary = "It signs with HASH."
[[event]]
id = "e"
title = "The file HASH is found on many systems of the ministry"
when = "2022-07-15"
reported = "2022-07-17"
type = "cyber"
summary = "The file is HASH [@paper]."
confidence-why = "Two have HASH."
roles = { claimant = ["group"] }
cite = ["paper"]
[[event.claim]]
id = "one"
text = "The file that was found on many systems of the ministry and elsewhere is HASH."
about = "how"
value = "HASH"
cite = ["paper"]
[[event.claim]]
id = "other"
text = "The file that was found on many systems of the ministry is no HASH, but another."
about = "how"
value = "no HASH"
cite = ["daily"]
disputes = ["one"]
[[judgement]]
id = "j"
text = "They used HASH, very likely."
basis = ["one"]
[[gap]]
text = "Who made HASH is not known."
on = ["one"]
"#;

#[test]
fn no_word_is_broken_or_cut_in_a_pipe_and_nothing_is_too_wide_on_a_screen() {
    let hash = "0123456789abcdef".repeat(6);
    let library = library(&HASHES.replace("HASH", &hash));
    for (id, item) in library.items() {
        for medium in [Medium::Plain, Medium::Spoken, Medium::Screen] {
            for depth in [Depth::Headline, Depth::Card, Depth::Full] {
                let size = PageSize { medium, depth, width: 80, ..SIZE };
                let mut pages = vec![Page::new(&library, id, size)];
                pages.push(Page::provenance(&library, id, size));
                pages.extend(Page::who(&library, id, size));
                for line in pages.iter().flat_map(lines_of) {
                    let what = format!("{} {medium:?} {depth:?}: {line}", item.title);
                    if medium == Medium::Screen {
                        assert!(line.chars().count() <= 80, "{what}");
                        continue;
                    }
                    let rest = line.replace(&hash, "");
                    assert!(!rest.contains("456789abcdef0"), "{what}");
                    // It stands alone, but for what leads the line or clings to it.
                    assert!(rest.chars().count() <= 40 || line.chars().count() <= 80, "{what}");
                }
            }
        }
    }
}
