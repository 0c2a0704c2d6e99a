//! What is copied of each kind of item.

use super::*;
use crate::library::load::{LoadRequest, load};
use crate::page::content::Content;
use crate::page::copy::{Excerpt, excerpt, page_lines, page_size};
use crate::text::{Action, DisplayText, policy};

const BRIEF: &str = r#"
schema = 2
[brief]
id = "harbour"
title = "The fire in the harbour"
tlp = "GREEN"
as-of = "2022-11-22"
revision = 3
authors = ["A. Author"]
bluf = "It was lit [@wire]. See [[event:fire]]."
[publisher.wire]
name = "The Wire Agency"
short = "Wire"
kind = "media"
reliability = "B"
[publisher.port]
name = "Port Authority"
reliability = "A"
actor = "port"
[source.wire]
title = "A fire in the harbour"
publisher = "wire"
author = "J. Doe"
published = "2022-03-02"
retrieved = "2022-11-20"
url = "https://wire.example/fire"
archive-url = "https://archive.example/fire"
[source.notice]
title = "Notice of the port"
publisher = "port"
published = "2022-03-01"
[source.gone]
title = "A report that was taken back"
publisher = "wire"
withdrawn = true
withdrawn-why = "It named the wrong ship."
derived-from = ["notice"]
[actor.port]
name = "Port Authority"
kind = "agency"
country = "AL"
role = "Runs the harbour"
summary = "It was built in 1921."
[actor.crew]
name = "The crew"
[place.quay]
name = "The quay"
country = "AL"
[[event]]
id = "fire"
title = "Fire on the quay"
when = "2022-03-01"
reported = "2022-03-02"
type = "disaster"
places = ["quay"]
cite = ["notice", "wire"]
roles = { accused = ["crew"] }
confidence = "high"
[[event.claim]]
id = "lit"
text = "Somebody lit it."
about = "cause"
value = "it was lit"
cite = ["notice"]
credibility = 1
[[event.claim]]
id = "accident"
text = "It was an accident."
about = "cause"
value = "an accident"
by = ["crew"]
cite = ["wire"]
credibility = 2
disputes = ["lit"]
[[judgement]]
id = "judged"
text = "The fire was lit."
on = "fire"
about = "cause"
value = "it was lit"
likelihood = "likely"
confidence = "moderate"
basis = ["lit"]
against = ["accident"]
[[gap]]
text = "Who lit it."
on = ["fire"]
[[qa]]
question = "Was it lit?"
answer = "Likely, says the port [@notice]."
basis = ["lit"]
"#;

/// All that is copied of an item, part by part.
fn copied(reference: &str) -> String {
    let library = library_of(BRIEF);
    let id = at(&library, reference);
    let parts = Excerpt::ALL.map(|part| excerpt(&library, id, part, Times::Reported).to_string());
    parts.join("\n\n")
}

#[test]
fn each_kind_of_item_is_copied_in_its_own_words() {
    for (name, reference) in [
        ("event", "event:fire"),
        ("claim", "claim:accident"),
        ("actor", "actor:port"),
        ("source", "source:wire"),
        ("withdrawn-source", "source:gone"),
        ("brief", "brief:harbour"),
        ("question", "qa-1"),
        ("judgement", "judgement:judged"),
        ("gap", "gap-1"),
        ("place", "place:quay"),
    ] {
        insta::assert_snapshot!(name, copied(reference));
    }
}

/// A sentence that answers several questions at once is one for each.
#[test]
fn judgements_stand_in_a_line_each() {
    let second = "[[judgement]]\nid = \"j2\"\ntext = \"Bad.\"\non = \"fire\"\nabout = \"outcome\"\n\
                  value = \"all burnt\"\nlikelihood = \"likely\"\nbasis = [\"burnt\"]\n";
    let claim = "[[event.claim]]\nid = \"burnt\"\ntext = \"All burnt.\"\nabout = \"outcome\"\n\
                 value = \"all burnt\"\n[[judgement]]\nid = \"judged\"";
    let text = BRIEF.replacen("[[judgement]]\nid = \"judged\"", claim, 1) + second;
    let library = library_of(&text);
    let answer = excerpt(&library, at(&library, "fire"), Excerpt::Answer, Times::Reported);
    let judged: Vec<&str> =
        answer.as_str().lines().filter(|line| line.starts_with("Judgement: ")).collect();
    let expected = [
        "Judgement: outcome, likely (55-80%): all burnt",
        "Judgement: cause, likely (55-80%): it was lit",
    ];
    assert_eq!(judged, expected, "{answer}");
}

#[test]
fn whatever_is_copied_is_plain_and_carries_its_marking() {
    let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
    for (id, item) in library.items() {
        for part in Excerpt::ALL {
            let text = excerpt(&library, id, part, Times::Utc);
            let text = text.as_str();
            let what = format!("{part:?} of {}:\n{text}", item.slug);
            let strange = text.chars().find(|sign| *sign != '\n' && policy(*sign) != Action::Keep);
            assert_eq!(strange, None, "{what}");
            assert!(!text.ends_with('\n'), "it would run a command where it is pasted: {what}");
            assert!(text.lines().all(|line| !line.ends_with(' ')), "{what}");
            let marked = match part {
                Excerpt::Answer | Excerpt::Citation => text.starts_with("TLP:CLEAR\n"),
                Excerpt::ShortCitation | Excerpt::Id => text.ends_with("  TLP:CLEAR"),
            };
            assert!(marked, "{what}");
        }
        let copied = excerpt(&library, id, Excerpt::Id, Times::Utc);
        assert_eq!(library.find_reference(copied.as_str()).ok(), Some(id), "{copied}");
    }
}

#[test]
fn a_page_is_copied_between_two_lines_with_its_marking() {
    let library = library_of(BRIEF);
    let size = page_size(200, SIZE);
    let content = Content::new(&library, at(&library, "fire"), size.wanted());
    let page = Page::laid_out(&content, &size.format());
    let lines = page_lines(&library, (&content, &page), None);
    let lines: Vec<&str> = lines.iter().map(DisplayText::as_str).collect();
    assert_eq!((lines.first(), lines.last()), (Some(&"TLP:GREEN"), Some(&"TLP:GREEN")));
    assert_eq!(lines.get(1), Some(&"Fire on the quay"));
    assert!(lines.contains(&"WHO SAYS  A Port Authority; B Wire"), "{lines:?}");
    let pinned = page_lines(&library, (&content, &page), Some(at(&library, "crew")));
    assert!(pinned.iter().any(|line| line.as_str().contains("of another kind")), "{pinned:?}");
}
